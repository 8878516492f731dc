/** The record of a visit while it is put together. @module */
import type { Engine } from '../judgement/selection.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { ObservationEntry, Statement } from '../patient/patient.schema.ts'
import { workedOut } from '../patient/question.ts'
import type { AskedFacts } from './record-asked.ts'
import type { SessionEvent } from './session.schema.ts'
import type { Entry } from './state.ts'

/** What is added to the record of the patient. */
export interface RecordDraft {
  readonly engine: Engine
  readonly asked: AskedFacts
  readonly moment: Moment
  readonly observations: ObservationEntry[]
  readonly statements: Statement[]
}

/** Who said it, as a statement names them. */
export function speakerOf(by: SessionEvent['by']): Statement['by'] {
  switch (by) {
    case 'clinician':
    case 'nurse':
      return 'clinician'
    case 'patient':
    case 'chaperone':
      return 'patient'
    case 'device':
    case 'import':
      return 'import'
    default:
      return 'unknown'
  }
}

/** A number worked out for now; without a value it is one nobody can tell. */
export function addNow(
  draft: RecordDraft,
  name: string,
  value: Quantity | undefined,
  from?: string,
  bound?: 'above' | 'below' | undefined,
): void {
  draft.observations.push({ ...numberOf(name, value, draft.moment.asOf, from, bound), method: workedOut })
}

/** A number of an entry; without a value it is one nobody can tell, and without a time one nobody can place. */
export function addAt(
  draft: RecordDraft,
  name: string,
  value: Quantity | undefined,
  at: Instant | undefined,
  from?: string,
  bound?: 'above' | 'below' | undefined,
): void {
  draft.observations.push(numberOf(name, value, at, from, bound))
}

function numberOf(
  name: string,
  value: Quantity | undefined,
  at: Instant | undefined,
  from: string | undefined,
  bound: 'above' | 'below' | undefined,
): ObservationEntry {
  return {
    name,
    status: 'final',
    ...(value === undefined ? { absent: 'unknown' as const } : { value }),
    ...(at === undefined ? {} : { at }),
    ...(from === undefined ? {} : { from }),
    ...(bound === undefined ? {} : { bound }),
  }
}

/** An answer worked out for now. */
export function addAnswerNow(draft: RecordDraft, fact: string, answer: Truth, from?: string): void {
  const { asOf } = draft.moment
  draft.statements.push({
    fact,
    answer,
    at: asOf,
    by: 'import',
    ...(from === undefined ? {} : { from }),
    method: workedOut,
  })
}

/** An answer that the log itself gives. */
export function addAnswer(
  draft: RecordDraft,
  fact: string,
  answer: Truth,
  at: Instant | undefined,
  from: string,
  by: Statement['by'] = 'import',
): void {
  draft.statements.push({
    fact,
    answer,
    ...(at === undefined ? {} : { at }),
    by,
    from,
  })
}

/** Something of a log with its time. */
export interface Point {
  readonly id: string
  readonly at: Instant | undefined
  /** Its time in ms; not a number where nobody can tell. */
  readonly ms: number
}

/** The time of an entry. */
export function timeOf(entry: Entry): number {
  return entry.at === undefined ? Number.NaN : instantMs(entry.at)
}

/** The newest time of points; minus infinity where none has one. */
export function newestOf(points: readonly Point[]): number {
  let newest = Number.NEGATIVE_INFINITY
  for (const { ms } of points) if (ms > newest) newest = ms
  return newest
}

/**
 * The points a rule can still see: the newest, those of its time, those of a window, and all whose time nobody can
 * tell.
 *
 * The engine takes the newest of what it is given; what is older than that decides nothing, so it is not carried over.
 */
export function visible<T extends Point>(
  points: readonly T[],
  windowMs: number,
  nowMs: number,
): readonly T[] {
  if (points.length < 2) return points
  const from = Math.min(newestOf(points), nowMs - windowMs)
  return points.filter(({ ms }) => !(ms < from))
}
