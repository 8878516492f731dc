/** The places a planned session could stand on while all others stay where they are. @module */
import { breaksLimit, outsideWindow } from '../kernel/codes.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type CivilDate, clockMinutes, dayNumber, instantMs } from '../kernel/time.ts'
import type { AmountFault } from './amounts.ts'
import { intervalOf } from './calendar.ts'
import { constraintsOf, roomUnder } from './constraints.ts'
import type { Place, PlannedSession } from './course.schema.ts'
import type { CourseState } from './course-state.ts'
import { fixedSession } from './laid-anew.ts'
import { keeps, type Link, linksOf } from './limit-links.ts'
import { placeOf, type Spot, spotOf } from './place.ts'
import { slotsOf } from './week-pattern.ts'
import { byPreference, type Ready, reachOf, spotsIn } from './windows.ts'

/** The places of a session, nearest to its regular day first. */
export function placesOfSession(
  session: PlannedSession,
  state: CourseState,
): Result<readonly Place[], AmountFault> {
  const found = windowOfSession(session, state)
  if (!found.ok) return found
  const { ready, fits } = found.value
  const spots = open(ready, state).filter(fits)
  return ok([...spots].sort(byPreference(ready.regular)).map((spot) => placeOf(spot, state.calendar.zone)))
}

/** One place of a session, or why it cannot stand there. */
export function placeOfSession(
  session: PlannedSession,
  to: { readonly day: CivilDate; readonly time?: string | undefined },
  path: { readonly outside: string; readonly breaks: string },
  state: CourseState,
): Result<Place, AmountFault> {
  const found = windowOfSession(session, state)
  if (!found.ok) return found
  const { ready, fits } = found.value
  const day = dayNumber(to.day)
  const own = ready.spots.find((spot) => spot.day === day)
  if (own === undefined) return err({ code: outsideWindow.code, path: path.outside })
  const { zone, nowMs } = state.calendar
  const spot = to.time === undefined ? own : spotOf(day, clockMinutes(to.time), zone)
  // A time that is over is no place any more.
  if (spot.ms <= nowMs) return err({ code: outsideWindow.code, path: path.outside })
  const isOpen = open({ ...ready, spots: [spot] }, state).length > 0
  return isOpen && fits(spot) ? ok(placeOf(spot, zone)) : err({ code: breaksLimit.code, path: path.breaks })
}

interface WindowRead {
  readonly ready: Ready
  /** Whether every limit is kept with the session on a spot. */
  readonly fits: (spot: Spot) => boolean
}

function windowOfSession(session: PlannedSession, state: CourseState): Result<WindowRead, AmountFault> {
  const { course, calendar, numbers, given, coming } = state
  const { protocol, zone, today, nowMs } = calendar
  const interval = intervalOf(protocol, session)
  const reach =
    interval === undefined ? ok({ early: 0, late: 0 }) : reachOf(interval, numbers, 'protocol.phases')
  if (!reach.ok) return reach
  const { day, time } = session.regular
  const regular = spotOf(dayNumber(day), clockMinutes(time), zone)
  const notBefore = Math.max(dayNumber(course.start), today)
  const spots = spotsIn(regular, reach.value, { zone, slots: slotsOf(course.pattern), notBefore })
  const all = [
    ...given.map((one) => ({ ...one, ms: instantMs(one.at), id: '' })),
    ...coming.map((one) => ({ ...fixedSession(one), ms: instantMs(one.place.at), id: one.id })),
  ]
  const past = given.length
  all.sort((a, b) => a.ms - b.ms)
  const at = all.findIndex(({ id }) => id === session.id)
  const links = linksOf(protocol, all, Math.min(past, at), numbers)
  if (!links.ok) return links
  const others = all.map((one): Spot => ({ day: dayNumber(one.day), minutes: 0, ms: one.ms }))
  const touching = links.value.filter(({ before, after }) => before === at || after === at)
  const ready: Ready = {
    id: session.id,
    phase: session.phase,
    interval: session.interval,
    given: false,
    regular,
    from: regular.day - reach.value.early,
    to: regular.day + reach.value.late,
    spots: spots.filter(({ ms }) => ms > nowMs),
  }
  return ok({ ready, fits: (spot) => touching.every((link) => keepsAt(link, spot, at, others)) })
}

function keepsAt(link: Link, spot: Spot, at: number, others: readonly Spot[]): boolean {
  const before = link.before === at ? spot : others[link.before]
  const after = link.after === at ? spot : others[link.after]
  return before === undefined || after === undefined || keeps(link, before, after)
}

/** The spots that closures, days away and days of the week leave. */
function open(ready: Ready, { course, calendar }: CourseState): readonly Spot[] {
  const { choices: _choices, ...preferences } = course.preferences
  const named = constraintsOf(calendar.protocol, course.closures, preferences)
  return roomUnder([ready], named, preferences)[0] ?? []
}

/** The session on a place somebody chose for it. */
export function movedTo(session: PlannedSession, place: Place): PlannedSession {
  const isRegular = place.at === session.regular.at
  return { ...session, place, status: isRegular ? 'regular' : 'chosen', because: [], alternatives: [] }
}
