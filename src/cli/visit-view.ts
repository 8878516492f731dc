/** Everything a report on a visit is made of, each judgement as of the moment it was for. @module */
import type { Context, Plan } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { markParsed } from '../kernel/parsed.ts'
import type { Instant } from '../kernel/time.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { type ChairRow, chairBoard } from '../session/chair-board.ts'
import { type DischargeReadiness, dischargeReadiness } from '../session/discharge-readiness.ts'
import type { DueObservation } from '../session/due.ts'
import { type StartReadiness, startReadiness } from '../session/start-readiness.ts'
import type { SessionState } from '../session/state.ts'
import { type AssessedVisit, assessVisitVitals } from '../session/vitals-visit.ts'
import { member } from './callable.ts'
import type { Bench } from './context.ts'
import { earlierIn, visitIn, watched, wholeOf } from './visit.ts'

/** A judgement, and the moment it speaks of. */
export interface Judged<T> {
  readonly asOf: Instant
  /** Why it is not that of the report: the dose had begun, the person had left. */
  readonly past?: 'first-administration' | 'departure'
  readonly decision: Decision<T>
}

/** A visit as a report tells it. */
export interface VisitView {
  readonly state: SessionState
  readonly plan: Plan
  readonly hasPatient: boolean
  readonly hasScreening: boolean
  readonly due: readonly DueObservation[]
  readonly board: ChairRow | undefined
  readonly readings: AssessedVisit
  /** Left out where no dose is given in such a visit. */
  readonly start?: Judged<StartReadiness>
  readonly home?: Judged<DischargeReadiness>
}

/** A person of whom nothing is known: every rule that asks for a record is then open. */
const nobody = (): Parsed<Patient> => markParsed({ format: 'ketamine-treatment/patient/1', record: 'active' })

/**
 * Reads and judges a visit.
 *
 * @throws Refusal where a part of the argument cannot be used
 */
export function visitView(file: unknown, bench: Bench): VisitView {
  const argument = wholeOf(file)
  const { context } = bench
  const { session, state, plan, checks } = watched(argument, bench)
  const hasPatient = member(argument, 'patient') !== undefined
  const question = visitIn(argument, bench, hasPatient ? undefined : nobody())
  const [board] = chairBoard([session], context).rows
  const base = {
    state,
    plan,
    hasPatient,
    hasScreening: question.screening !== undefined,
    due: checks.due,
    board,
    readings: assessVisitVitals({ state, plan, patient: question.patient }, context),
  }
  const isForDose = state.booked === undefined || state.booked.kind === 'dosing'
  if (!isForDose || state.phase === 'cancelled' || state.phase === 'no-show') return base
  const given = state.anchors.start
  const begun = { asOf: given?.at ?? context.asOf, ...(given?.at === undefined ? {} : started) }
  const start = startReadiness({ ...question, ...earlierIn(argument) }, at(context, begun.asOf))
  if (given === undefined) return { ...base, start: { ...begun, decision: start } }
  const departed = state.entries.find(
    ({ what }) => what.type === 'left' || what.type === 'left-against-advice',
  )
  const leaving = { asOf: departed?.at ?? context.asOf, ...(departed?.at === undefined ? {} : gone) }
  const home = dischargeReadiness(question, at(context, leaving.asOf))
  return { ...base, start: { ...begun, decision: start }, home: { ...leaving, decision: home } }
}

const started = { past: 'first-administration' } as const
const gone = { past: 'departure' } as const

function at(context: Context, asOf: Instant): Context {
  return { ...context, asOf }
}
