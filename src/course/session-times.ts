/** From when until when a session to come may be given, by the doses already given. @module */
import type { Limit } from '../kernel/protocol.ts'
import {
  civilDate,
  dayNumber,
  dayNumberAt,
  formatInstant,
  type Instant,
  instantMs,
  offsetMinutes,
  startOfDayMs,
} from '../kernel/time.ts'
import { type Calendar, phaseOf } from './calendar.ts'
import type { Place, PlannedSession } from './course.schema.ts'
import { placeOf } from './place.ts'
import type { Standing } from './standing.ts'
import type { VisitRead } from './visits.ts'
import { slotsOf, weekdayOf, weekdays } from './week-pattern.ts'

export type Spacing = Extract<Limit, { readonly kind: 'least-between' | 'most-between' }>

/** The limits between two doses that speak of a session; outside the plan only those of the protocol that always do. */
export function spacingsOf(session: PlannedSession | undefined, calendar: Calendar): readonly Spacing[] {
  const { protocol } = calendar
  const own = session === undefined ? [] : (phaseOf(protocol, session.phase)?.limits ?? [])
  return [...own, ...protocol.limits]
    .filter((limit) => limit.kind !== 'most-sessions')
    .filter(
      ({ intervals }) =>
        intervals === undefined || (session !== undefined && intervals.includes(session.interval)),
    )
}

/** The first moment at which a limit since a dose is over; of one to be kept within, the last civil day is that day. */
export function limitFrom(limit: Spacing, doseMs: number, { amount, zone }: Calendar): number {
  const { value, unit } = amount(limit.amount)
  if (limit.in === 'elapsed-hours') return doseMs + value * (unit === 'min' ? 60_000 : 3_600_000)
  return startOfDayMs(civilDate(dayNumberAt(doseMs, zone) + Math.ceil(value)), zone)
}

/** Doses that were given, or may have been, and the last one that counts. */
export interface Doses {
  /** Last moment at which anything can have been given; null before the first dose. */
  readonly lastMs: number | null
  /** Last dose that surely counts as a session. */
  readonly countedMs: number | null
}

/** The doses of the visits. */
export function dosesOf(visits: readonly VisitRead[]): Doses {
  const last = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.max(...times))
  return {
    lastMs: last(
      visits.filter(({ visit }) => visit.exposed !== 'no').map(({ ms, latestMs }) => ms ?? latestMs),
    ),
    countedMs: last(visits.flatMap(({ visit, ms }) => (visit.counted === 'yes' && ms !== null ? [ms] : []))),
  }
}

/** When a session to come may be given. */
export interface SessionTimes {
  readonly earliest: Instant
  readonly recommended: Place | null
  readonly latest: string
  /** Limit that takes its place away. */
  readonly because: string | null
}

/** The times of a session to come; `isNext` where no other one comes before it. */
export function timesOf(one: Standing, doses: Doses, isNext: boolean, calendar: Calendar): SessionTimes {
  const { session, window } = one
  const { zone } = calendar
  const spacings = spacingsOf(session, calendar)
  let earliest = startOfDayMs(civilDate(window.from), zone)
  let because: string | null = null
  let latest = window.to
  for (const limit of spacings) {
    if (limit.kind === 'least-between' && doses.lastMs !== null) {
      const from = limitFrom(limit, doses.lastMs, calendar)
      if (from <= earliest) continue
      earliest = from
      because = limit.id
    } else if (limit.kind === 'most-between' && doses.countedMs !== null && isNext) {
      latest = Math.min(latest, dayNumberAt(limitFrom(limit, doses.countedMs, calendar), zone))
    }
  }
  const isTaken = instantMs(session.place.at) < earliest
  return {
    earliest: formatInstant(earliest, offsetMinutes(earliest, zone)),
    recommended: isTaken ? firstPlace(one, earliest, calendar) : session.place,
    latest: civilDate(latest),
    because: isTaken ? because : null,
  }
}

/** The first place of the window from a moment on. */
function firstPlace({ session, window }: Standing, fromMs: number, calendar: Calendar): Place | null {
  const { course, zone } = calendar
  const regular = dayNumber(session.regular.day)
  const slots = slotsOf(course.pattern)
  const { weekdays: only } = course.preferences
  for (let day = Math.max(window.from, dayNumberAt(fromMs, zone)); day <= window.to; day += 1) {
    const weekday = weekdayOf(day)
    const name = weekdays[weekday]
    if (isClosed(civilDate(day), calendar)) continue
    if (day !== regular && only !== undefined && (name === undefined || !only.includes(name))) continue
    const [own] = slotsOf({ slots: [{ weekday: 'mon', time: session.regular.time }] })
    const minutes =
      day === regular ? own?.minutes : (slots.find((slot) => slot.weekday === weekday) ?? own)?.minutes
    if (minutes === undefined) continue
    const place = placeOf({ day, minutes }, zone)
    if (instantMs(place.at) >= fromMs) return place
  }
  return null
}

/** Whether the clinic is closed or the person away on a day; days in this form stand in the order of time. */
export function isClosed(day: string, { course }: Calendar): boolean {
  const covers = ({ from, to = from }: { readonly from: string; readonly to?: string }): boolean =>
    from <= day && day <= to
  return course.closures.some(covers) || (course.preferences.away ?? []).some(covers)
}
