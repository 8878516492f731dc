/** What a visit has still to be watched for, and for how long. @module */
import { checkedPlan, isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import { engineOf } from '../judgement/selection.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import { deepFreeze, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import { type DueObservation, dueObservations, observationLeft, scheduleFor } from './due.ts'
import { replaySession } from './replay.ts'
import type { ObservationLeft } from './schedule.ts'
import type { Session } from './session.schema.ts'

export type { DueObservation } from './due.ts'
export type { ObservationClock, ObservationLeft } from './schedule.ts'

/** A visit and its plan. */
export interface Watched {
  readonly session: Parsed<Session>
  readonly plan: Plan
}

/** What a visit is watched by. */
export interface DueChecks {
  /** Id of the schedule; left out where the tables have none for the plan, and then nothing is known to be done. */
  readonly schedule?: string
  /** By due time, those without one last. */
  readonly due: readonly DueObservation[]
  readonly observation: ObservationLeft
}

/**
 * Which observations of a visit are waiting, due, overdue, done or missed at a moment, and how long it is still observed.
 *
 * Counted from the anchor each source names, with every clock shown. A reading fills the nearest due time of a clock in
 * whose window it lies; one that cannot be read fills none, and one without a time leaves it unknown.
 *
 * @timeCritical
 * @param watched - a parsed session, and the plan where the session has no schedule of its own
 * @param context - `asOf` is the moment asked about
 * @returns the frozen list with its times as instants in the zone of the context, and minutes of observation left
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-product`, `unknown-zone`, `content-incomplete`,
 *   `policy-incomplete`, `dangling-reference`
 *
 * @example
 * ```ts
 * dueChecks({ session: visit, plan }, now).observation.known // => false
 * ```
 *
 * @see the rows of `content.session.schedules`, each with its source
 */
export function dueChecks(watched: Watched, context: Context): DueChecks {
  return answered(() => {
    const content = contentOf(context)
    if (!isObject(watched)) throw new Refusal(badArgument, 'watched')
    const moment = momentIn(content, context)
    const plan = checkedPlan(watched.plan, content)
    const state = replaySession(watched.session, context)
    const { numbers } = engineOf(content, context.policy)
    const schedule = scheduleFor(content, plan, moment, state.booked?.schedule, context.policy.countries)
    if (schedule === undefined) return deepFreeze({ due: [], observation: { known: false, clocks: [] } })
    return deepFreeze({
      schedule: schedule.id,
      due: dueObservations(state, schedule, numbers, moment),
      observation: observationLeft(state, schedule, numbers, moment),
    })
  })
}
