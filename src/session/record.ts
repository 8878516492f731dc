/** A visit as a record that rules can be held against: the patient’s own, with what the log tells. @module */
import type { Engine } from '../judgement/selection.ts'
import type { Plan } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import type { Moment } from '../patient/moment.ts'
import type { ObservationEntry, Patient, Statement } from '../patient/patient.schema.ts'
import { workedOut } from '../patient/question.ts'
import { addOpenMatters } from './open-matters.ts'
import { addAnswers, addFromLog, isAnswerable } from './record-answers.ts'
import { askedFacts } from './record-asked.ts'
import { addNow, type RecordDraft } from './record-draft.ts'
import { addEffects } from './record-effects.ts'
import { addScales } from './record-scales.ts'
import { addTimes } from './record-times.ts'
import { addVitals } from './record-vitals.ts'
import { type Watch, watchOf } from './record-watch.ts'
import { addRequests, addScreening, requestsIn, type VisitRequest } from './requests.ts'
import type { SessionState } from './state.ts'

/** What is known of a visit beside its log. */
export interface BesideLog {
  readonly engine: Engine
  readonly plan: Plan
  /** Checked statements of the caller. */
  readonly stated?: readonly Statement[]
  /** A checked decision of a screening. */
  readonly screening?: Decision<unknown> | undefined
  /** States of earlier visits. */
  readonly earlier?: readonly SessionState[] | undefined
  /** Where they were worked out before. */
  readonly watch?: Watch
  readonly requests?: readonly VisitRequest[]
}

/**
 * The record of a patient with the observations and statements of a visit beside its own.
 *
 * A log never overrides the record: both stand side by side, and the newest counts. Each addition names in `from` the
 * entry it was made of. Only what rules ask is added, and of readings and answers only what a rule can still see.
 *
 * @param patient - the record of the patient
 * @param state - the visit at the moment
 * @param beside - the plan, and what was handed in beside the log
 * @param moment - the moment of the judgement; a later one than that of the state tells how things stand by then if
 *   nothing more happens
 */
export function visitRecord(
  patient: Patient,
  state: SessionState,
  beside: BesideLog,
  moment: Moment,
): Patient {
  const { engine, plan } = beside
  const draft: RecordDraft = {
    engine,
    asked: askedFacts(engine),
    moment,
    observations: [],
    statements: [],
  }
  const watch = beside.watch ?? watchOf(state, plan, engine, moment)
  addVitals(draft, state)
  addScales(draft, state)
  addTimes(draft, state, watch)
  const { booked } = state
  if (booked?.number !== undefined && draft.asked.has('session-number'))
    addNow(draft, 'session-number', { value: booked.number, unit: '{n}' })
  addAnswers(draft, state, beside.stated ?? [])
  addFromLog(draft, state, watch)
  addEffects(draft, state)
  addRequests(draft, beside.requests ?? requestsIn(engine.content, state, beside.screening))
  addScreening(draft, beside.screening)
  addOpenMatters(draft, beside.earlier, state)
  return withVisit(patient, draft)
}

function withVisit(patient: Patient, { observations, statements, asked, moment }: RecordDraft): Patient {
  if (patient.statements === undefined) {
    // Of a record without statements nobody knows what they would say, also where a rule asks only what was recorded.
    for (const fact of asked.ifRecorded) {
      if (statements.some((one) => one.fact === fact)) continue
      statements.push({ fact, answer: 'unknown', at: moment.asOf, by: 'unknown', method: workedOut })
    }
  }
  const lists = {
    observations: joined(patient.observations, observations),
    statements: joined(
      patient.statements?.filter(({ fact }) => isAnswerable(fact)),
      statements,
    ),
  }
  if (patient.observations !== undefined) return { ...patient, ...lists }
  // Those of the visit do not make whole a list that was never sent.
  return { ...patient, ...lists, incomplete: [...(patient.incomplete ?? []), 'observations'] }
}

function joined<T extends ObservationEntry | Statement>(own: T[] | undefined, added: T[]): T[] {
  return own === undefined || own.length === 0 ? added : [...own, ...added]
}
