/** The first look at outside data: plain, bounded, and copied before anything reads it. @module */
import { type CodeRow, hostileKey, notJson, notReadable, tooDeep, tooLarge } from './codes.ts'
import { isAltered } from './realm.ts'
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

/** What was seen so far, and the way to where the walk stands. */
interface Walk {
  values: number
  text: number
  readonly way: (string | number)[]
  /** Copies inherit nothing: a schema that walks through inherited members would take them for data. */
  bare: boolean
}

/**
 * A copy of plain data: own enumerable data properties only, every limit checked before a schema sees it.
 *
 * Runs no getter, and answers for cycles and hostile proxies like for any other input.
 *
 * @returns the copy, or a refusal: `not-json`, `not-readable`, `hostile-key`, `too-deep`, `too-large`,
 *   `altered-prototype`
 */
export function plainCopy(input: unknown): Result<unknown, Refusal> {
  const walk: Walk = { values: 0, text: 0, way: [], bare: false }
  try {
    walk.bare = isAltered()
    return ok(copyOf(input, 0, walk))
  } catch (thrown) {
    if (thrown instanceof Refusal) return err(thrown)
    if (thrown instanceof Stop) return err(new Refusal(thrown.row, pathOf(walk.way.slice(0, thrown.steps))))
    return err(new Refusal(notReadable, ''))
  }
}

class Stop {
  readonly row: CodeRow
  /** How many steps of the way lead to what was wrong. */
  readonly steps: number
  constructor(row: CodeRow, steps: number) {
    this.row = row
    this.steps = steps
  }
}

// The limit of depth also bounds the recursion, cycles included.
function copyOf(value: unknown, depth: number, walk: Walk): unknown {
  walk.values += 1
  if (walk.values > limits.values) throw new Stop(tooLarge, depth)
  switch (typeof value) {
    case 'string':
      walk.text += value.length
      if (value.length > limits.textLength || walk.text > limits.allText) throw new Stop(tooLarge, depth)
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new Stop(notJson, depth)
      return value === 0 ? 0 : value // minus zero is zero
    case 'boolean':
      return value
    case 'object':
      if (value === null) return null
      if (depth >= limits.depth) throw new Stop(tooDeep, depth)
      return Array.isArray(value) ? copyItems(value, depth, walk) : copyMembers(value, depth, walk)
    default:
      throw new Stop(notJson, depth)
  }
}

function copyItems(from: readonly unknown[], depth: number, walk: Walk): unknown[] {
  const length: unknown = from.length // a proxy may say anything
  if (typeof length !== 'number' || length > limits.entries) throw new Stop(tooLarge, depth)
  const to: unknown[] = []
  for (let at = 0; at < length; at += 1) {
    walk.way[depth] = at
    to.push(copyOf(ownValue(from, at, depth), depth + 1, walk))
  }
  return to
}

function copyMembers(from: object, depth: number, walk: Walk): Record<string, unknown> {
  const to: Record<string, unknown> = walk.bare ? Object.create(null) : {}
  for (const key of Object.keys(from)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new Stop(hostileKey, depth)
    walk.way[depth] = key
    const value = ownValue(from, key, depth)
    if (value !== undefined) to[key] = copyOf(value, depth + 1, walk)
  }
  return to
}

function ownValue(from: object, key: string | number, depth: number): unknown {
  const property = Object.getOwnPropertyDescriptor(from, key)
  if (property === undefined) throw new Stop(notJson, depth) // a hole, or a key that went away
  if (!('value' in property)) throw new Stop(notReadable, depth)
  return property.value
}

/** Where something stands in a record: `medicines[2].dose`. */
export function pathOf(way: readonly PropertyKey[]): string {
  let text = ''
  for (const step of way) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? String(step) : `.${String(step)}`
  }
  return text
}
