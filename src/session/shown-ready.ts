/** Whether the log alone shows that a person was found ready in time. @module */
import { deliveredUnknown } from '../dosing/delivered.ts'
import { engineOf } from '../judgement/selection.ts'
import type { Content, MonitoringSchedule, Plan, Policy } from '../kernel/content.ts'
import type { Instant } from '../kernel/time.ts'
import { type Moment, momentOf } from '../patient/moment.ts'
import { anchorsOf } from './anchors.ts'
import { observationLeft, scheduleFor } from './due.ts'
import { logOf } from './record-log.ts'
import { requiredAreDone } from './record-watch.ts'
import type { Entry, HappeningOf, SessionState } from './state.ts'

/** What a visit is replayed with. */
export interface Tables {
  readonly content: Content
  readonly policy: Policy
}

/** The plan a booking names, or nothing where it names no product. */
export function planOf(booked: HappeningOf<'booked'> | undefined): Plan | undefined {
  if (booked?.product === undefined) return undefined
  const { product, indication, setting } = booked
  return {
    product,
    ...(indication === undefined ? {} : { indication }),
    ...(setting === undefined ? {} : { setting }),
  }
}

/** The schedule a visit is watched by on a day, or nothing where the tables hold none for what was booked. */
export function bookedSchedule(
  booked: HappeningOf<'booked'> | undefined,
  { content, policy }: Tables,
  moment: Moment,
): MonitoringSchedule | undefined {
  const plan = planOf(booked)
  const rows = content.session?.schedules
  if (plan === undefined || rows === undefined) return undefined
  const wanted = booked?.schedule
  // A log may name a schedule of another pack: then none is known, and nothing can be shown.
  if (wanted !== undefined) {
    const isThere = rows.some(
      ({ id, products, effective }) =>
        id === wanted &&
        products.includes(plan.product) &&
        effective.from <= moment.today &&
        (effective.to === undefined || moment.today <= effective.to),
    )
    if (!isThere) return undefined
  }
  return scheduleFor(content, plan, moment, wanted, policy.countries)
}

/** A visit, as far as its observations go. */
export interface Watched {
  readonly session: string
  readonly booked: HappeningOf<'booked'> | undefined
  readonly tables: Tables
  readonly zone: string
}

/**
 * Whether every required observation was made and every minimum of observation was over at a time.
 *
 * Without a booked product, or a schedule for it, nothing is shown.
 *
 * @param entries - those known at that time, in the order of time
 */
export function isShownReady(at: Instant, entries: readonly Entry[], watched: Watched): boolean {
  const { session, booked, tables, zone } = watched
  const moment = momentOf(at, zone)
  const schedule = bookedSchedule(booked, tables, moment)
  if (schedule === undefined) return false
  const { anchors, running } = anchorsOf(entries)
  const state: SessionState = {
    session,
    asOf: at,
    phase: 'observing',
    entries,
    leftOut: [],
    anchors,
    running,
    // No slot asks how much it was.
    delivered: deliveredUnknown,
    effects: [],
    issues: [],
  }
  const engine = engineOf(tables.content, tables.policy)
  const { known, left } = observationLeft(state, schedule, engine.numbers, moment)
  if (!known || left === undefined || left.value > 0) return false
  return requiredAreDone(logOf(state), { schedule, declined: undefined }, engine, moment)
}
