/** Reading plain JSON by its own members, without guessing. @module */

/** A JSON object after the first look: plain, bounded, own members only. */
export type Members = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of its own; null counts as absent, and what a prototype lends is no data. */
export function member(node: Members, key: string): unknown {
  const value = Object.hasOwn(node, key) ? node[key] : undefined
  return value === null ? undefined : value
}

/** A text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** An object member, or undefined where it is absent or of another kind. */
export function membersOf(value: unknown): Members | undefined {
  return isMembers(value) ? value : undefined
}

/** The objects of a list; a single object, or anything else, is no list. */
export function listOf(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.filter(isMembers) : []
}

/** The same object without the members that are undefined: a record holds no such members. */
export function compact<T extends object>(value: T): T {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key)
  }
  return value
}

// The longest texts and keys the patient record takes.
const longestText = 10_000
const longestKey = 200

/** A text as the record keeps it: its first ten thousand characters. */
export function keptText(value: unknown): string | undefined {
  return textOf(value)?.slice(0, longestText)
}

/** A name or id as the record keeps it, whole or not at all. */
export function keptKey(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && text.length <= longestKey ? text : undefined
}
