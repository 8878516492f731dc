/** The record of a visit while it is put together. @module */
import type { Engine } from '../judgement/selection.ts'
import type { Quantity } from '../kernel/quantity.ts'
import type { Instant } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment, Writable } from '../patient/moment.ts'
import type { ObservationEntry, Statement } from '../patient/patient.schema.ts'
import { workedOut } from '../patient/question.ts'
import type { AskedFacts } from './record-asked.ts'

/** What is added to the record of the patient. */
export interface RecordDraft {
  readonly engine: Engine
  readonly asked: AskedFacts
  readonly moment: Moment
  readonly observations: ObservationEntry[]
  readonly statements: Statement[]
}

/** A value that is only known to lie on one side. */
type Bound = ObservationEntry['bound']

/** A number worked out for now; without a value it is one nobody can tell. */
export function addNow(
  draft: RecordDraft,
  name: string,
  value?: Quantity,
  from?: string,
  bound?: Bound,
): void {
  const made = numberOf(name, value, draft.moment.asOf, from, bound)
  made.method = workedOut
  draft.observations.push(made)
}

/** A number of an entry; without a value it is one nobody can tell, and without a time one nobody can place. */
export function addAt(
  draft: RecordDraft,
  name: string,
  value: Quantity | undefined,
  at: Instant | undefined,
  from?: string,
  bound?: Bound,
): void {
  draft.observations.push(numberOf(name, value, at, from, bound))
}

function numberOf(
  name: string,
  value: Quantity | undefined,
  at: Instant | undefined,
  from: string | undefined,
  bound: Bound,
): Writable<ObservationEntry> {
  const made: Writable<ObservationEntry> = { name, status: 'final' }
  if (value === undefined) made.absent = 'unknown'
  else made.value = value
  if (at !== undefined) made.at = at
  if (from !== undefined) made.from = from
  if (bound !== undefined) made.bound = bound
  return made
}

/** An answer worked out for now. */
export function addAnswerNow(draft: RecordDraft, fact: string, answer: Truth, from?: string): void {
  const made: Writable<Statement> = { fact, answer, at: draft.moment.asOf, by: 'import', method: workedOut }
  if (from !== undefined) made.from = from
  draft.statements.push(made)
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
  const made: Writable<Statement> = { fact, answer, by, from }
  if (at !== undefined) made.at = at
  draft.statements.push(made)
}
