/** The places a planned session could stand on while all others stay where they are. @module */
import { breaksLimit, outsideWindow } from '../kernel/codes.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type CivilDate, clockMinutes, dayNumber, instantMs } from '../kernel/time.ts'
import type { AmountFault } from './amounts.ts'
import { intervalOf } from './calendar.ts'
import { constraintsOf, roomUnder } from './constraints.ts'
import type { Place, PlannedSession } from './course.schema.ts'
import type { CourseState } from './course-state.ts'
import type { FixedSession } from './lay-out.ts'
import { keeps, type Link, linksOf } from './limit-links.ts'
import { placeOf, type Spot, spotOf } from './place.ts'
import type { Room } from './room.ts'
import { slotsOf } from './week-pattern.ts'
import { byPreference, type Ready, reachOf, spotsIn } from './windows.ts'

/** A session to come as one that stands. */
export function fixedSession({ place, phase, interval }: PlannedSession): FixedSession {
  return { day: place.day, at: place.at, phase, interval }
}

/** The places of a session, nearest to its regular day first; at least one, or why there is none. */
export function placesOfSession(
  session: PlannedSession,
  path: string,
  state: CourseState,
): Result<readonly Place[], AmountFault> {
  const found = placesAmong([session], state.coming, state)
  if (!found.ok) return found
  const [places = []] = found.value
  if (places.length > 0) return ok(places)
  const window = readyOf(session, state)
  if (!window.ok) return window
  const { code } = window.value.spots.length === 0 ? outsideWindow : breaksLimit
  return err({ code, path })
}

/** The places of each of these sessions while all others to come stay where they are. */
export function placesAmong(
  sessions: readonly PlannedSession[],
  coming: readonly PlannedSession[],
  state: CourseState,
): Result<readonly (readonly Place[])[], AmountFault> {
  const windows = windowsOf(sessions, coming, state)
  if (!windows.ok) return windows
  const room = open(
    windows.value.map(({ ready }) => ready),
    state,
  )
  return ok(
    windows.value.map(({ ready, fits }, at) =>
      (room[at] ?? [])
        .filter(fits)
        .sort(byPreference(ready.regular))
        .map((spot) => placeOf(spot, state.calendar.zone)),
    ),
  )
}

/** One place of a session, or why it cannot stand there. */
export function placeOfSession(
  session: PlannedSession,
  to: { readonly day: CivilDate; readonly time?: string | undefined },
  path: { readonly outside: string; readonly breaks: string },
  state: CourseState,
): Result<Place, AmountFault> {
  const windows = windowsOf([session], state.coming, state)
  if (!windows.ok) return windows
  const [found] = windows.value
  if (found === undefined) return err({ code: outsideWindow.code, path: path.outside })
  const { ready, fits } = found
  const day = dayNumber(to.day)
  const own = ready.spots.find((spot) => spot.day === day)
  if (own === undefined) return err({ code: outsideWindow.code, path: path.outside })
  const { zone, nowMs } = state.calendar
  const spot = to.time === undefined ? own : spotOf(day, clockMinutes(to.time), zone)
  // A time that is over is no place any more.
  if (spot.ms <= nowMs) return err({ code: outsideWindow.code, path: path.outside })
  const isOpen = (open([{ ...ready, spots: [spot] }], state)[0] ?? []).length > 0
  return isOpen && fits(spot) ? ok(placeOf(spot, zone)) : err({ code: breaksLimit.code, path: path.breaks })
}

interface WindowRead {
  readonly ready: Ready
  /** Whether every limit is kept with the session on a spot. */
  readonly fits: (spot: Spot) => boolean
}

/** The windows of these sessions among all that were given and are to come. */
function windowsOf(
  sessions: readonly PlannedSession[],
  coming: readonly PlannedSession[],
  state: CourseState,
): Result<readonly WindowRead[], AmountFault> {
  const { calendar, numbers, given } = state
  const all = [
    ...given.map((one) => ({ ...one, ms: instantMs(one.at), id: '' })),
    ...coming.map((one) => ({ ...fixedSession(one), ms: instantMs(one.place.at), id: one.id })),
  ]
  all.sort((a, b) => a.ms - b.ms)
  const places = sessions.map(({ id }) => all.findIndex((one) => one.id === id))
  const links = linksOf(calendar.protocol, all, Math.min(given.length, ...places), numbers)
  if (!links.ok) return links
  const touching = new Map<number, Link[]>(places.map((at) => [at, []]))
  for (const link of links.value) {
    touching.get(link.before)?.push(link)
    touching.get(link.after)?.push(link)
  }
  const others = all.map((one): Spot => ({ day: dayNumber(one.day), minutes: 0, ms: one.ms }))
  const windows: WindowRead[] = []
  for (const [nth, session] of sessions.entries()) {
    const at = places[nth] ?? -1
    const ready = readyOf(session, state)
    if (!ready.ok) return ready
    const own = touching.get(at) ?? []
    windows.push({ ready: ready.value, fits: (spot) => own.every((link) => keepsAt(link, spot, at, others)) })
  }
  return ok(windows)
}

function readyOf(session: PlannedSession, state: CourseState): Result<Ready, AmountFault> {
  const { course, calendar, numbers } = state
  const { protocol, zone, today, nowMs } = calendar
  const interval = intervalOf(protocol, session)
  const reach =
    interval === undefined ? ok({ early: 0, late: 0 }) : reachOf(interval, numbers, 'protocol.phases')
  if (!reach.ok) return reach
  const { day, time } = session.regular
  const regular = spotOf(dayNumber(day), clockMinutes(time), zone)
  const notBefore = Math.max(dayNumber(course.start), today)
  const spots = spotsIn(regular, reach.value, { zone, slots: slotsOf(course.pattern), notBefore })
  return ok({
    id: session.id,
    phase: session.phase,
    interval: session.interval,
    given: false,
    regular,
    from: regular.day - reach.value.early,
    to: regular.day + reach.value.late,
    spots: spots.filter(({ ms }) => ms > nowMs),
  })
}

function keepsAt(link: Link, spot: Spot, at: number, others: readonly Spot[]): boolean {
  const before = link.before === at ? spot : others[link.before]
  const after = link.after === at ? spot : others[link.after]
  return before === undefined || after === undefined || keeps(link, before, after)
}

/** The spots that closures, days away and days of the week leave to each. */
function open(sessions: readonly Ready[], { course, calendar }: CourseState): Room {
  const { choices: _choices, ...preferences } = course.preferences
  const named = constraintsOf(calendar.protocol, course.closures, preferences)
  return roomUnder(sessions, named, preferences)
}

/** The session on a place somebody chose for it. */
export function movedTo(session: PlannedSession, place: Place): PlannedSession {
  const isRegular = place.at === session.regular.at
  return { ...session, place, status: isRegular ? 'regular' : 'chosen', because: [], alternatives: [] }
}
