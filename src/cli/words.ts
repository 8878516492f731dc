/** Plain words for verdicts, reasons and reads. @module */
import { allCodes } from '../kernel/codes.ts'
import { systemOf } from '../kernel/coding.ts'
import type { Content } from '../kernel/content.ts'
import type { FactRead, Finding, Seen, UnknownWhy } from '../kernel/decision.ts'
import type { Certainty, Citation } from '../kernel/evidence.ts'
import { formatQuantity, plainNumber } from '../kernel/quantity.ts'
import type { Verdict } from '../kernel/rule.ts'
import { shown } from './paper.ts'

/** A sign for a verdict that does not need colour. */
export const marks: Readonly<Record<Verdict, string>> = {
  contraindicated: '[X]',
  hold: '[H]',
  indeterminate: '[?]',
  caution: '[!]',
  'no-finding': '[-]',
}

/** What a class means, in a few words. */
export const classWords: Readonly<Record<Finding['class'], string>> = {
  contraindicated: 'contraindicated',
  defer: 'not today',
  'specialist-review': 'needs a specialist’s decision',
  caution: 'caution',
  note: 'note',
}

/** What a verdict says, and what it does not. */
export function verdictWords(verdict: Verdict, questions: number, findings: readonly Finding[]): string {
  if (findings.some((finding) => finding.rule.id.startsWith('record/'))) {
    return 'The state of the record stops the judgement. No other rule was asked.'
  }
  switch (verdict) {
    case 'contraindicated':
      return 'A contraindication holds in this record.'
    case 'hold':
      return 'Not today, or not without a specialist’s documented decision.'
    case 'indeterminate':
      return `Something that could stop the plan is not known; ${questions === 1 ? 'one question bears' : `${questions} questions bear`} on it.`
    case 'caution':
      return 'No rule in force stops the plan; what is listed asks for attention. This permits nothing.'
    case 'no-finding':
      return 'No rule in force found anything in this record. This permits nothing.'
  }
}

/** Why a fact is not known. */
export const whyWords: Readonly<Record<UnknownWhy, string>> = {
  'never-recorded': 'never recorded',
  'no-list': 'there is no such list in the record',
  'not-attested': 'nobody has stated that the list is complete',
  'not-read': 'the list holds entries that nobody has read',
  'to-confirm': 'the entry has to be confirmed',
  'not-confirmed': 'the entry is not confirmed',
  'stated-unknown': 'stated as unknown',
  incomplete: 'the list arrived in part, or not at all',
  stale: 'the last answer is too old',
  unreadable: 'the last answer cannot be read',
  undated: 'the answer has no date',
  future: 'the answer is dated after the judgement',
  'in-conflict': 'the record disagrees with itself',
  'dose-unknown': 'the dose is not known',
}

/** How sure a statement is, in a few words. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  S: 'seen',
  K: 'known, source not opened',
  'K?': 'known, detail not certain',
}

/** A citation as it is read aloud: key, section, and how sure it is. */
export function citationWords({ source, section, certainty, fact }: Citation): string {
  const place = section === undefined ? '' : ` ${section}`
  return `${source ?? `author’s knowledge (${fact})`}${place} [${certaintyWords[certainty]}]`
}

/** Citations, each once. */
export function citationList(citations: readonly Citation[]): string {
  return [...new Set(citations.map(citationWords))].join('; ')
}

/** What an error or an oddity means, from the one list of codes. */
export function codeWords(code: string): string {
  return allCodes.find((row) => row.code === code)?.text ?? code
}

/** The label of a fact. */
export function labelOf(fact: string, content: Content): string {
  if (fact === 'age') return 'Age'
  return content.facts.find((row) => row.id === fact)?.label ?? fact
}

/** Whether a read rests on something in the record. */
export function hasEvidence(read: Seen): boolean {
  return (
    read.code !== undefined ||
    read.value !== undefined ||
    read.answer !== undefined ||
    read.grade !== undefined
  )
}

/** What stood in the record: entry, reading or statement, with when and from where. */
export function seenWords(seen: Seen, limit?: FactRead['limit']): string {
  const parts: string[] = []
  // A daily sum stands beside the entry it was made of.
  if (seen.value !== undefined) parts.push(amountWords(seen.value, seen.unit, limit))
  if (seen.value !== undefined && seen.standing !== undefined) parts.push(shown(seen.standing))
  if (seen.code !== undefined) {
    const name = seen.display === undefined ? '' : ` ${shown(seen.display)}`
    parts.push(`${shown(seen.code)}${name} (${shown(systemName(seen.system))})`)
    if (seen.value === undefined && seen.standing !== undefined) parts.push(seen.standing)
  }
  if (seen.grade !== undefined) parts.push(`stated: ${shown(seen.grade)}`)
  else if (seen.answer !== undefined) parts.push(`stated: ${seen.answer}`)
  if (seen.by !== undefined) parts.push(`by ${seen.by}`)
  if (seen.at !== undefined) parts.push(dayOf(seen.at))
  if (seen.from !== undefined) parts.push(shown(seen.from))
  return parts.join(', ')
}

function systemName(system: string | undefined): string {
  return system === undefined ? 'no code system' : (systemOf(system) ?? system)
}

/** A limit a number was held against. */
export function limitWords(limit: NonNullable<FactRead['limit']>): string {
  return `${limit.is.replace('-', ' ')} ${formatQuantity(limit)}`
}

// Rounded to two decimals to be read, but never across the limit it was held against.
function amountWords(value: number, unit: string | undefined, limit: FactRead['limit']): string {
  const rounded = Math.round(value * 100) / 100
  const crosses = limit !== undefined && Math.sign(rounded - limit.value) !== Math.sign(value - limit.value)
  const number = crosses || !Number.isFinite(rounded) ? value : rounded
  return unit === undefined ? plainNumber(number) : formatQuantity({ value: number, unit })
}

/** The civil day of a recorded time, as it was written. */
export function dayOf(at: string): string {
  return at.slice(0, 10)
}
