/** The first look at outside data: plain, bounded, and copied before anything reads it. @module */
import { type CodeRow, hostileKey, notJson, notReadable, tooDeep, tooLarge } from './codes.ts'
import { Refusal } from './refusal.ts'
import { err, ok, type Result } from './result.ts'

/** No record is nested deeper, holds more values, or carries longer texts. */
export const limits = {
  depth: 64,
  values: 2_000_000,
  entries: 100_000,
  textLength: 1_048_576,
  allText: 67_108_864,
} as const

const hostile = new Set(['__proto__', 'constructor', 'prototype'])

type Container = Record<string, unknown> | unknown[]

interface Open {
  readonly from: object
  readonly to: Container
  readonly depth: number
  readonly path: string
}

/**
 * A copy of plain data: own enumerable data properties only, every limit checked before a schema sees it.
 *
 * Walks without recursion, runs no getter, and answers for cycles and hostile proxies like for any other input.
 *
 * @returns the copy, or a refusal: `not-json`, `not-readable`, `hostile-key`, `too-deep`, `too-large`
 */
export function plainCopy(input: unknown): Result<unknown, Refusal> {
  const budget = { values: 0, text: 0 }
  const open: Open[] = []
  try {
    const root = take(input, '', 0, open, budget)
    for (let next = open.pop(); next !== undefined; next = open.pop()) copyMembers(next, open, budget)
    return ok(root)
  } catch (thrown) {
    if (thrown instanceof Stop) return err(new Refusal(thrown.row, thrown.path))
    return err(new Refusal(notReadable, ''))
  }
}

class Stop {
  readonly row: CodeRow
  readonly path: string
  constructor(row: CodeRow, path: string) {
    this.row = row
    this.path = path
  }
}

function copyMembers(next: Open, open: Open[], budget: { values: number; text: number }): void {
  const { from, to, depth, path } = next
  if (Array.isArray(to)) {
    const length: unknown = Reflect.get(from, 'length')
    if (typeof length !== 'number' || length > limits.entries) throw new Stop(tooLarge, path)
    for (let at = 0; at < length; at += 1) {
      to.push(take(ownValue(from, String(at), path), `${path}[${at}]`, depth + 1, open, budget))
    }
    return
  }
  for (const key of Object.keys(from)) {
    const here = path === '' ? key : `${path}.${key}`
    if (hostile.has(key)) throw new Stop(hostileKey, path)
    const value = ownValue(from, key, path)
    if (value !== undefined) to[key] = take(value, here, depth + 1, open, budget)
  }
}

function ownValue(from: object, key: string, path: string): unknown {
  const property = Object.getOwnPropertyDescriptor(from, key)
  if (property === undefined) throw new Stop(notJson, path) // a hole, or a key that went away
  if (!('value' in property)) throw new Stop(notReadable, path)
  return property.value
}

function take(
  value: unknown,
  path: string,
  depth: number,
  open: Open[],
  budget: { values: number; text: number },
): unknown {
  budget.values += 1
  if (budget.values > limits.values) throw new Stop(tooLarge, path)
  switch (typeof value) {
    case 'string':
      budget.text += value.length
      if (value.length > limits.textLength || budget.text > limits.allText) throw new Stop(tooLarge, path)
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new Stop(notJson, path)
      return value === 0 ? 0 : value // minus zero is zero
    case 'boolean':
      return value
    case 'object': {
      if (value === null) return null
      if (depth >= limits.depth) throw new Stop(tooDeep, path)
      const to: Container = Array.isArray(value) ? [] : {}
      open.push({ from: value, to, depth, path })
      return to
    }
    default:
      throw new Stop(notJson, path)
  }
}
