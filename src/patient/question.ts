/** A question of a rule, made ready to be put to one record after another. @module */
import type { FactRead, Seen, UnknownWhy } from '../kernel/decision.ts'
import type { Amount, Comparison, Span } from '../kernel/rule.ts'
import type { FixedSpan } from './moment.ts'
import type { ObservationEntry, Statement } from './patient.schema.ts'
import type { Hit, Reading } from './reading.ts'
import { everOf, nowOf } from './standing.ts'

/** The three answers as small integers. */
export const NO = 0
export const YES = 1
export const OPEN = 2

/** One question. Both calls walk the same data: `read` says why `answer` is what it is. */
export interface Question {
  answer(reading: Reading): number
  read(reading: Reading, answer: number): FactRead
  /** What the answer rests on, for a digest; where it is left out the answer itself is enough. */
  trace?(reading: Reading): string
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

/** The read of a fact: its answer in words, what was seen, and why it is not known. */
export function factRead(
  fact: string,
  answer: number,
  seen: Seen | undefined,
  why: UnknownWhy | undefined,
  more: Partial<FactRead> = {},
): FactRead {
  return {
    fact,
    truth: words[answer] ?? 'unknown',
    ...seen,
    ...more,
    ...(answer === OPEN && why !== undefined ? { why } : {}),
  }
}

/** An entry as it is shown. */
export function seenHit(hit: Hit): Seen {
  const { entry, code, standing } = hit
  const now = nowOf(standing)
  return compact({
    code: code.code,
    system: code.system,
    display: code.display,
    at: entry.recordedAt,
    from: entry.from ?? entry.id,
    standing:
      everOf(standing) === OPEN ? 'possible' : now === YES ? 'current' : now === NO ? 'past' : 'unknown',
  })
}

/** A statement as it is shown. */
export function seenStatement(statement: Statement): Seen {
  return compact({
    answer: statement.answer,
    grade: statement.grade,
    at: statement.at,
    by: statement.by,
    from: statement.from ?? statement.id,
  })
}

/** A reading as it is shown. */
export function seenObservation(observation: ObservationEntry): Seen {
  return compact({
    value: observation.value?.value,
    unit: observation.value?.unit,
    at: observation.at,
    from: observation.from ?? observation.id,
    standing: observation.absent,
  })
}

// Members without a value are left out: the result is JSON.
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function compact<T extends object>(members: T): Partial<Given<T>> {
  const given: Partial<Given<T>> = {}
  for (const key of keysOf(members)) {
    const value = members[key]
    if (isGiven(value)) given[key] = value
  }
  return given
}

function keysOf<T extends object>(members: T): (keyof T)[] {
  return Object.keys(members).filter((key): key is keyof T & string => key in members)
}

function isGiven<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}
