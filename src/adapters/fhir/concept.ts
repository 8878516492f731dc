/** Codeable concepts: the codes as written, the text, and what a site added. @module */
import { badArgument } from '../../kernel/codes.ts'
import { type RecordedCode, systemOf } from '../../kernel/coding.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { plainCopy } from '../../kernel/shape.ts'
import { isMembers, keptKey, keptText, listOf, type Members, member, membersOf, textOf } from './json.ts'

/** A code of the sender and the code that is to stand beside it: a local product and its ingredient, say. */
export interface CodePair {
  readonly from: { readonly system: string; readonly code: string }
  readonly to: { readonly system: string; readonly code: string; readonly display?: string }
}

/** The pairs of a site, by the sender's system and code. */
export type SiteCodes = ReadonlyMap<string, readonly RecordedCode[]>

/** A concept as the record keeps it. */
export interface Concept {
  readonly codes: readonly RecordedCode[]
  readonly text: string | undefined
  /** Whether at least one code is of a system that is read. */
  readonly read: boolean
}

const noConcept: Concept = { codes: [], text: undefined, read: false }

// The record takes no more codes for one entry.
const mostCodes = 50

// Aliases of one system are one key; an unlisted system is its own.
function keyOf(system: string, code: string): string {
  return JSON.stringify([systemOf(system) ?? system, code])
}

/** The options of a call as a look-up; what is not a list of pairs is refused by its path. */
export function siteCodesOf(options: unknown): Result<SiteCodes, Refusal> {
  const site = new Map<string, RecordedCode[]>()
  if (options === undefined) return ok(site)
  const copy = plainCopy(options)
  if (!copy.ok) return copy
  if (!isMembers(copy.value)) return err(new Refusal(badArgument, 'options'))
  const pairs = member(copy.value, 'codes')
  if (pairs === undefined) return ok(site)
  if (!Array.isArray(pairs)) return err(new Refusal(badArgument, 'options.codes'))
  for (const [at, pair] of pairs.entries()) {
    const from = isMembers(pair) ? codeOf(membersOf(member(pair, 'from'))) : undefined
    const to = isMembers(pair) ? codeOf(membersOf(member(pair, 'to'))) : undefined
    if (from === undefined || to === undefined) return err(new Refusal(badArgument, `options.codes[${at}]`))
    const key = keyOf(from.system, from.code)
    site.set(key, [...(site.get(key) ?? []), to])
  }
  return ok(site)
}

function codeOf(coding: Members | undefined): RecordedCode | undefined {
  if (coding === undefined) return undefined
  const system = keptKey(member(coding, 'system'))
  const code = keptKey(member(coding, 'code'))
  if (system === undefined || code === undefined) return undefined
  const display = keptText(member(coding, 'display'))
  return display === undefined ? { system, code } : { system, code, display }
}

/**
 * A concept with its codes as written, each followed by what the site set beside it.
 *
 * A coding without a system or a code is no code; its display is kept as text where there is nothing better.
 */
export function conceptOf(value: unknown, site: SiteCodes): Concept {
  if (!isMembers(value)) return noConcept
  const codings = listOf(member(value, 'coding'))
  const codes: RecordedCode[] = []
  const displays: string[] = []
  for (const coding of codings) {
    const display = textOf(member(coding, 'display'))
    if (display !== undefined) displays.push(display)
    const code = codeOf(coding)
    if (code !== undefined) codes.push(code, ...(site.get(keyOf(code.system, code.code)) ?? []))
  }
  const text =
    keptText(member(value, 'text')) ?? (codes.length === 0 ? keptText(displays.join('; ')) : undefined)
  const kept = codes.slice(0, mostCodes)
  return { codes: kept, text, read: kept.some((code) => systemOf(code.system) !== undefined) }
}

/** The words of a concept, where no rule reads its codes. */
export function wordsOf(value: unknown): string | undefined {
  if (!isMembers(value)) return undefined
  const displays = listOf(member(value, 'coding')).map((coding) => textOf(member(coding, 'display')))
  return keptText(member(value, 'text')) ?? keptText(displays.filter((text) => text !== undefined).join('; '))
}

/** The codes of one system in a concept. */
export function codesIn(value: unknown, system: string): readonly string[] {
  if (!isMembers(value)) return []
  const found: string[] = []
  for (const coding of listOf(member(value, 'coding'))) {
    const name = textOf(member(coding, 'system'))
    const code = textOf(member(coding, 'code'))
    if (name === undefined || code === undefined) continue
    if (name === system || systemOf(name) === system) found.push(code)
  }
  return found
}
