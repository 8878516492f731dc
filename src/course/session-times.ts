/** From when until when a session to come may be given, by the doses already given. @module */
import {
  civilDate,
  clockMinutes,
  dayNumber,
  dayNumberAt,
  formatInstant,
  type Instant,
  instantMs,
  offsetMinutes,
  startOfDayMs,
} from '../kernel/time.ts'
import type { Calendar } from './calendar.ts'
import type { Place } from './course.schema.ts'
import { type Doses, endOfSpan, limitsOf, soonestAfter } from './dose-limits.ts'
import { placeOf } from './place.ts'
import type { Standing } from './standing.ts'
import { slotsOf, weekdayOf, weekdays } from './week-pattern.ts'

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
  const start = startOfDayMs(civilDate(window.from), zone)
  const soonest = soonestAfter(session, doses.all, calendar)
  const earliest = Math.max(start, soonest.ms)
  let latest = window.to
  for (const { limit } of limitsOf(session, calendar))
    if (limit.kind === 'most-between' && doses.countedMs !== null && isNext)
      latest = Math.min(latest, dayNumberAt(endOfSpan(limit, doses.countedMs, calendar), zone))
  const isTaken = instantMs(session.place.at) < earliest
  return {
    earliest: formatInstant(earliest, offsetMinutes(earliest, zone)),
    recommended: isTaken ? firstPlace(one, earliest, calendar) : session.place,
    latest: civilDate(latest),
    because: isTaken ? soonest.limit : null,
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
    const own = clockMinutes(session.regular.time)
    const minutes = day === regular ? own : (slots.find((slot) => slot.weekday === weekday)?.minutes ?? own)
    const place = placeOf({ day, minutes }, zone)
    if (instantMs(place.at) >= fromMs) return place
  }
  return null
}

/** Whether the clinic is closed or the person away on a day; days in this form stand in the order of time. */
function isClosed(day: string, { course }: Calendar): boolean {
  const covers = ({ from, to = from }: { readonly from: string; readonly to?: string }): boolean =>
    from <= day && day <= to
  return course.closures.some(covers) || (course.preferences.away ?? []).some(covers)
}
