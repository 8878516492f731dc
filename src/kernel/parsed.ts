/** The mark of a record that came through the door. @module */
import { notParsed } from './codes.ts'
import { Refusal } from './refusal.ts'

declare const brand: unique symbol

/** A record that was checked, copied and frozen. Only `parse`, and functions of the library, make one. */
export type Parsed<T> = T & { readonly [brand]: true }

// The registry of symbols is shared by every copy of the library in a process, ESM and CommonJS alike.
const mark = /* @__PURE__ */ Symbol.for('ketamine-treatment/parsed')

/** Whether a value carries the mark. */
export function isParsed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, mark)
}

/**
 * Throws unless the value came through the door.
 *
 * @throws Refusal `not-parsed`
 */
export function demandParsed(value: unknown, path: string): void {
  if (!isParsed(value)) throw new Refusal(notParsed, path)
}

/** Freezes a value the library itself built, and everything in it, and marks it as checked. */
export function markParsed<T extends object>(value: T): Parsed<T> {
  if (!isParsed(value)) Object.defineProperty(value, mark, { value: true })
  deepFreeze(value)
  return asParsed(value)
}

function asParsed<T extends object>(value: T): Parsed<T> {
  if (hasMark(value)) return value
  throw new Refusal(notParsed, '')
}

function hasMark<T extends object>(value: T): value is Parsed<T> {
  return isParsed(value)
}

/** Freezes plain data and everything in it; the depth is bounded by the door. */
export function deepFreeze<T>(value: T): T {
  freeze(value)
  return value
}

function freeze(value: unknown): void {
  // What is frozen is left alone with all its members: rows of a pack are shared by every decision.
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  if (Array.isArray(value)) for (let at = 0; at < value.length; at += 1) freeze(value[at])
  else if (isRecord(value)) for (const key in value) if (Object.hasOwn(value, key)) freeze(value[key])
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  return !Array.isArray(value)
}
