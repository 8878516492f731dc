/** JSON text into a value, unless a part of it would be lost on the way. @module */
import { type CodeRow, duplicateKey, notJson } from '../kernel/codes.ts'
import { err, ok, type Result } from '../kernel/result.ts'

/**
 * The value of a JSON text.
 *
 * `JSON.parse` keeps the last of two members of one name and drops the first without a word. So the colons outside
 * strings, one a member, are counted and compared with the members that came out.
 *
 * @returns the value, or `not-json`, or `duplicate-key`
 *
 * @example
 * ```ts
 * jsonOf('{"a":1,"a":2}') // => { ok: false, error: duplicateKey }
 * ```
 */
export function jsonOf(text: string): Result<unknown, CodeRow> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The message of the parser quotes the text: it goes nowhere.
    return err(notJson)
  }
  return countColons(text) === countMembers(value) ? ok(value) : err(duplicateKey)
}

const QUOTE = 34
const BACKSLASH = 92
const COLON = 58

/** Colons outside strings, in a text that is known to be JSON. */
function countColons(text: string): number {
  let colons = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === COLON) colons += 1
    else if (unit === QUOTE) at = endOfString(text, at + 1)
  }
  return colons
}

/** Where the string that begins at `from` has its closing quote. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at === -1 ? text.length : at
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === BACKSLASH) before -= 1
  return (at - before) % 2 === 0
}

// Without recursion: a hostile text may be a million levels deep.
function countMembers(value: unknown): number {
  let members = 0
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const inside: readonly unknown[] = Array.isArray(next) ? next : Object.values(next)
    if (!Array.isArray(next)) members += inside.length
    for (const one of inside) if (typeof one === 'object' && one !== null) open.push(one)
  }
  return members
}
