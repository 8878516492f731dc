/** Reading small arguments by their own members alone. @module */
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Truth } from '../kernel/truth.ts'

/** The own members of an object; what it inherits is never data. */
export function membersOf(value: unknown, path: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(badArgument, path)
  }
  return new Map<string, unknown>(Object.entries(value))
}

/** An answer; what is left out is unknown, and any other word is refused. */
export function truthOf(value: unknown, path: string): Truth {
  if (value === undefined || value === null) return 'unknown'
  if (value === 'yes' || value === 'no' || value === 'unknown') return value
  throw new Refusal(badArgument, path)
}

/** A text that was stated. */
export function textOf(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw new Refusal(badArgument, path)
  return value
}
