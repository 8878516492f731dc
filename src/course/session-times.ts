/** From when until when a session to come may be given, by the doses already given. @module */
import {
  civilDate,
  dayNumberAt,
  formatInstant,
  type Instant,
  offsetMinutes,
  startOfDayMs,
} from '../kernel/time.ts'
import type { Calendar } from './calendar.ts'
import type { Place } from './course.schema.ts'
import { type Doses, endOfSpan, limitsOf, soonestAfter } from './dose-limits.ts'
import { type Coming, type Recommended, recommendedOf } from './recommended.ts'
import type { Standing } from './standing.ts'

/** When a session to come may be given. */
export interface SessionTimes {
  readonly earliest: Instant
  readonly recommended: Place | null
  readonly latest: string
  /** Limit that takes its place away. */
  readonly because: string | null
}

/** What doses already given leave of the window of a session. */
export interface Bounds {
  readonly earliestMs: number
  /** Limit behind it, where one is later than the window. */
  readonly least: string | null
  /** The last instant, and the last day, by a limit to be kept within; without end where none speaks of it. */
  readonly latestMs: number
  readonly latest: number
  /** Limit behind them. */
  readonly most: string | null
}

/** The times of the sessions to come, by id; the first of them is the next. */
export function timesOf(
  standings: readonly Standing[],
  doses: Doses,
  calendar: Calendar,
): ReadonlyMap<string, SessionTimes> {
  const coming = standings
    .filter(({ word }) => word === 'to-come')
    .map((one, nth): Coming => ({ one, bounds: boundsOf(one, doses, nth === 0, calendar) }))
  const places = recommendedOf(coming, doses, calendar)
  return new Map(
    coming.map(({ one, bounds }) => [
      one.session.id,
      timesIn(one, bounds, places.get(one.session.id), calendar),
    ]),
  )
}

function timesIn(
  { window }: Standing,
  { earliestMs, latest }: Bounds,
  recommended: Recommended | undefined,
  { zone }: Calendar,
): SessionTimes {
  return {
    earliest: formatInstant(earliestMs, offsetMinutes(earliestMs, zone)),
    recommended: recommended?.place ?? null,
    latest: civilDate(Math.min(window.to, latest)),
    because: recommended?.because ?? null,
  }
}

function boundsOf(one: Standing, doses: Doses, isNext: boolean, calendar: Calendar): Bounds {
  const { session, window } = one
  const { zone } = calendar
  const start = startOfDayMs(civilDate(window.from), zone)
  const soonest = soonestAfter(session, doses.all, calendar)
  let bounds: Bounds = {
    earliestMs: Math.max(start, soonest.ms),
    least: soonest.limit,
    latestMs: Number.POSITIVE_INFINITY,
    latest: Number.POSITIVE_INFINITY,
    most: null,
  }
  if (!isNext || doses.countedMs === null) return bounds
  for (const { limit } of limitsOf(session, calendar)) {
    if (limit.kind !== 'most-between') continue
    const end = endOfSpan(limit, doses.countedMs, calendar)
    const latest = dayNumberAt(end, zone)
    const latestMs = limit.in === 'elapsed-hours' ? end : Number.POSITIVE_INFINITY
    const isSooner = latest < bounds.latest || (latest === bounds.latest && latestMs < bounds.latestMs)
    bounds = {
      ...bounds,
      latest: Math.min(bounds.latest, latest),
      latestMs: Math.min(bounds.latestMs, latestMs),
      most: isSooner ? limit.id : bounds.most,
    }
  }
  return bounds
}
