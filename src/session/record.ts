/** A visit as a record that rules can be held against: the patient’s own, with what the log tells. @module */
import type { Engine } from '../judgement/selection.ts'
import { withObservations, withStatements } from '../judgement/stated.ts'
import type { Plan } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import type { Moment } from '../patient/moment.ts'
import type { Patient, Statement } from '../patient/patient.schema.ts'
import { addOpenMatters } from './open-matters.ts'
import { addAnswers, addFromLog, isAnswerable } from './record-answers.ts'
import { type AskedFacts, askedFacts } from './record-asked.ts'
import { addNow, type RecordDraft } from './record-draft.ts'
import { addEffects } from './record-effects.ts'
import { logOf, type VisitLog } from './record-log.ts'
import { addScales } from './record-scales.ts'
import { addTimes } from './record-times.ts'
import { addVitals } from './record-vitals.ts'
import { type Watch, watchOf } from './record-watch.ts'
import { addRequests, addScreening, requestsIn, type VisitRequest } from './requests.ts'
import type { SessionState } from './state.ts'

/** What is known of a visit: its log, and what was handed in beside it. */
export interface KnownVisit {
  readonly engine: Engine
  readonly plan: Plan
  readonly log: VisitLog
  readonly watch: Watch
  /** Checked statements of the caller. */
  readonly stated: readonly Statement[]
  /** A checked decision of a screening. */
  readonly screening: Decision<unknown> | undefined
  readonly requests: readonly VisitRequest[]
  /** States of earlier visits. */
  readonly earlier: readonly SessionState[] | undefined
}

/** What is handed in beside a log. */
export interface BesideLog extends Partial<Pick<KnownVisit, 'stated' | 'screening' | 'earlier' | 'watch'>> {
  readonly engine: Engine
  readonly plan: Plan
}

/** Gathers what is known of a visit. */
export function knownVisit(state: SessionState, beside: BesideLog, moment: Moment): KnownVisit {
  const { engine, plan, stated = [], screening, earlier, watch } = beside
  const log = logOf(state)
  return {
    engine,
    plan,
    log,
    watch: watch ?? watchOf(log, plan, engine, moment),
    stated,
    screening,
    requests: requestsIn(engine.content, log, screening),
    earlier,
  }
}

/**
 * The record of a patient with the observations and statements of a visit beside its own.
 *
 * A log never overrides the record: both stand side by side, and the newest counts. Each addition names in `from` the
 * entry it was made of. Only what rules ask is added, and of readings and answers only what a rule can still see.
 *
 * @param patient - the record of the patient
 * @param visit - what is known of the visit
 * @param moment - the moment of the judgement; a later one than that of the state tells how things stand by then if
 *   nothing more happens
 * @param asked - the facts that are asked; left out, all that rules of the pack ask
 */
export function visitRecord(
  patient: Patient,
  visit: KnownVisit,
  moment: Moment,
  asked: AskedFacts = askedFacts(visit.engine),
): Patient {
  const { engine, log, watch } = visit
  const draft: RecordDraft = { engine, asked, moment, observations: [], statements: [] }
  addVitals(draft, log)
  addScales(draft, log)
  addTimes(draft, log, watch)
  const number = log.state.booked?.number
  if (number !== undefined && draft.asked.has('session-number'))
    addNow(draft, 'session-number', { value: number, unit: '{n}' })
  addAnswers(draft, log, visit.stated)
  addFromLog(draft, log, watch)
  addEffects(draft, log)
  addRequests(draft, visit.requests)
  addScreening(draft, visit.screening)
  addOpenMatters(draft, visit.earlier, log.state)
  return withVisit(patient, draft)
}

function withVisit(patient: Patient, { observations, statements, moment, asked }: RecordDraft): Patient {
  const own = answerable(patient.statements)
  const answering =
    own === patient.statements || own === undefined ? patient : { ...patient, statements: own }
  const said = withStatements(answering, statements, asked.ifRecorded, moment)
  return withObservations(said, observations)
}

function answerable(statements: Patient['statements']): Patient['statements'] {
  if (statements?.every(({ fact }) => isAnswerable(fact)) !== false) return statements
  return statements.filter(({ fact }) => isAnswerable(fact))
}
