/** By which schedule a visit is watched, and whether there is anything to watch. @module */
import type { Engine } from '../judgement/selection.ts'
import type { MonitoringSchedule, Plan } from '../kernel/content.ts'
import type { Moment } from '../patient/moment.ts'
import { dueObservations, scheduleFor } from './due.ts'
import type { Entry, SessionState } from './state.ts'

/** What is watched in a visit. */
export interface Watch {
  /** The schedule of the booking, or the one of the tables for the plan. */
  readonly schedule: MonitoringSchedule | undefined
  /** Id of the entry that says no dose will be given, where none was. */
  readonly declined: string | undefined
}

/** What is watched in a visit of a plan. */
export function watchOf(state: SessionState, plan: Plan, engine: Engine, moment: Moment): Watch {
  const { content, policy } = engine
  return {
    schedule: scheduleFor(content, plan, moment, state.booked?.schedule, policy.countries),
    declined: declined(state),
  }
}

function declined({ entries, leftOut }: SessionState): string | undefined {
  // An entry that stands in conflict may have been an administration.
  if (entries.some(isGiving) || leftOut.some(({ why }) => why === 'in-conflict')) return undefined
  return entries.findLast(({ what }) => what.type === 'dose-refused' || what.type === 'aborted')?.id
}

/** Whether an entry tells of something given, or of a device that failed: something may have come of it. */
function isGiving({ what }: Entry): boolean {
  return what.type === 'device-given' || what.type === 'dose-given' || what.type.startsWith('infusion-')
}

/**
 * Whether every observation without which nobody leaves was made. It is never a no: what was not taken is not known.
 *
 * Of a row that repeats, the turn that lies ahead is not asked for once one was due.
 */
export function requiredAreDone(
  state: SessionState,
  { schedule, declined }: Watch,
  engine: Engine,
  moment: Moment,
): boolean {
  if (declined !== undefined) return true
  if (schedule === undefined || state.anchors.start === undefined) return false
  const observations = dueObservations(state, schedule, engine.numbers, moment)
  return observations.every(
    ({ required, status, turn = 1 }) =>
      !required || status === 'done' || status === 'done-late' || (status === 'waiting' && turn > 1),
  )
}
