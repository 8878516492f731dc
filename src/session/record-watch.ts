/** By which schedule a visit is watched, and whether there is anything to watch. @module */
import { type Engine, sessionTables } from '../judgement/selection.ts'
import type { Content, MonitoringSchedule, Plan } from '../kernel/content.ts'
import type { Moment } from '../patient/moment.ts'
import { requiredChecks, scheduleFor } from './due.ts'
import type { VisitLog } from './record-log.ts'

/** What is watched in a visit. */
export interface Watch {
  /** The schedule of the booking, or the one of the tables for the plan. */
  readonly schedule: MonitoringSchedule | undefined
  /** Id of the entry that says no dose will be given, where none was. */
  readonly declined: string | undefined
}

/** What is watched in a visit of a plan. */
export function watchOf(
  { state, declined, begun }: VisitLog,
  plan: Plan,
  engine: Engine,
  moment: Moment,
): Watch {
  const { content, policy } = engine
  // An entry that stands in conflict may have been an administration.
  const isSure = begun === Number.POSITIVE_INFINITY && state.leftOut.every(({ why }) => why !== 'in-conflict')
  const wanted = state.booked?.schedule
  return {
    schedule: isThere(wanted, content, plan, moment)
      ? scheduleFor(content, plan, moment, wanted, policy.countries)
      : undefined,
    declined: isSure ? declined?.id : undefined,
  }
}

/** A log may name a schedule of another pack: then none is known. */
function isThere(
  wanted: string | undefined,
  content: Content,
  { product }: Plan,
  { today }: Moment,
): boolean {
  if (wanted === undefined) return true
  return sessionTables(content).schedules.some(
    ({ id, products, effective: { from, to = today } }) =>
      id === wanted && products.includes(product) && from <= today && today <= to,
  )
}

/**
 * Whether every observation without which nobody leaves was made. It is never a no: what was not taken is not known.
 *
 * Of a row that repeats, the turn that lies ahead is not asked for once one was due.
 */
export function requiredAreDone(
  { state, vitals, scales, isFirstOpen }: VisitLog,
  { schedule, declined }: Watch,
  engine: Engine,
  moment: Moment,
): boolean {
  if (declined !== undefined) return true
  // What is due is counted from the first device; where nobody can tell which that was, nothing is shown to be done.
  if (schedule === undefined || state.anchors.start === undefined || isFirstOpen) return false
  const checks = requiredChecks(state, [...vitals, ...scales], schedule, engine.numbers, moment)
  return checks.every(
    ({ status, turn = 1 }) =>
      status === 'done' || status === 'done-late' || (status === 'waiting' && turn > 1),
  )
}
