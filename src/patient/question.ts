/** A question of a rule, made ready to be put to one record after another. @module */
import type { FactRead, Seen, UnknownWhy } from '../kernel/decision.ts'
import type { Digest } from '../kernel/digest.ts'
import type { Amount, Comparison, Span } from '../kernel/rule.ts'
import type { FixedSpan, Writable } from './moment.ts'
import type { ObservationEntry, Statement } from './patient.schema.ts'
import type { Hit, Reading } from './reading.ts'
import { everOf, nowOf } from './standing.ts'

/** The three answers as small integers. */
export const NO = 0
export const YES = 1
export const OPEN = 2

/** Statements are weighed as if a yes spoke against the plan: where it speaks for it, they are turned round and back. */
export const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' } as const

/** One question. Both calls walk the same data: `read` says why `answer` is what it is. */
export interface Question {
  answer(reading: Reading): number
  read(reading: Reading, answer: number): FactRead
  /** Adds what the answer rests on to a digest; where it is left out the answer itself is enough. */
  trace?(reading: Reading, digest: Digest): void
}

/** The numbers a question needs, taken from the rule or from the policy. */
export interface Numbers {
  amount(limit: Amount): { readonly value: number; readonly unit: string }
  span(span: Span): FixedSpan
  number(name: string): FixedSpan
  edge(comparison: Comparison): Edge
  equivalents(name: string | { readonly policy: string }): Equivalence
}

/** A comparison once policy has said whether the limit itself counts. */
export type Edge = 'above' | 'at-least' | 'below' | 'at-most'

/** A table of equivalents by slot of the fact index. */
export interface Equivalence {
  readonly id: string
  readonly per: number
  readonly reference: string
  readonly milligrams: ReadonlyMap<string, number>
}

/** Whether a number lies on the asked side of a limit. */
export function reaches(value: number, is: Edge, limit: number): boolean {
  switch (is) {
    case 'above':
      return value > limit
    case 'at-least':
      return value >= limit
    case 'below':
      return value < limit
    case 'at-most':
      return value <= limit
  }
}

const words = ['no', 'yes', 'unknown'] as const

/**
 * The read of a fact: its answer in words, to which what was seen is added.
 *
 * Reads are written member by member, into one object: a decision holds dozens of them.
 */
export function factRead(fact: string, answer: number): Writable<FactRead> {
  return { fact, truth: words[answer] ?? 'unknown' }
}

/** The read of a fact that an entry answers. What every such read has is written first, which keeps it small. */
export function readOfHit(fact: string, answer: number, hit: Hit): Writable<FactRead> {
  const { code, system } = hit.code
  const read = { fact, truth: words[answer] ?? 'unknown', code, system, standing: standingOf(hit) }
  return seenHit(hit, read)
}

/** Says why a fact is not known, if it is not. */
export function withWhy(read: Writable<FactRead>, answer: number, why: UnknownWhy | undefined): FactRead {
  if (answer === OPEN && why !== undefined) read.why = why
  return read
}

/** The read of another question about the same fact, for one that has its own answer. */
export function readAgain(read: FactRead, answer: number): Writable<FactRead> {
  const { why: _why, ...seen } = read
  return { ...seen, truth: words[answer] ?? 'unknown' }
}

/** An entry as it is shown, written into a read or by itself. */
export function seenHit<T extends Writable<Seen>>(hit: Hit, into: T): T {
  const { entry, code } = hit
  const from = entry.from ?? entry.id
  into.code = code.code
  into.system = code.system
  if (code.display !== undefined) into.display = code.display
  if (entry.recordedAt !== undefined) into.at = entry.recordedAt
  if (from !== undefined) into.from = from
  into.standing = standingOf(hit)
  return into
}

function standingOf({ standing }: Hit): string {
  if (everOf(standing) === OPEN) return 'possible'
  const now = nowOf(standing)
  if (now === YES) return 'current'
  return now === NO ? 'past' : 'unknown'
}

/**
 * The method of what was worked out for the moment of a judgement (how long ago something was): it has no time of its
 * own, and shows none, so that it is the same fact a minute later.
 */
export const workedOut = 'worked-out'

/** A statement as it is shown. */
export function seenStatement<T extends Writable<Seen>>(statement: Statement, into: T): T {
  const from = statement.from ?? statement.id
  if (statement.answer !== undefined) into.answer = statement.answer
  if (statement.grade !== undefined) into.grade = statement.grade
  if (statement.at !== undefined && statement.method !== workedOut) into.at = statement.at
  into.by = statement.by
  if (from !== undefined) into.from = from
  return into
}

/** A reading as it is shown. */
export function seenObservation<T extends Writable<Seen>>(observation: ObservationEntry, into: T): T {
  const { value, at, absent, method } = observation
  const from = observation.from ?? observation.id
  if (value !== undefined) into.value = value.value
  if (value !== undefined) into.unit = value.unit
  if (at !== undefined && method !== workedOut) into.at = at
  if (from !== undefined) into.from = from
  if (absent !== undefined) into.standing = absent
  return into
}
