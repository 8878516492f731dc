/** The rest of a course as stretches: what is left of a phase at an interval, and the phases after it. @module */
import { horizonTooLong, tooFewSlots, unknownPhase } from '../kernel/codes.ts'
import type { Interval, ProtocolPhase } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { civilDate, dayNumber } from '../kernel/time.ts'
import { phaseOf } from './calendar.ts'
import type { CourseState } from './course-state.ts'
import { keptOf, type Stretch } from './lay-out.ts'
import type { PlanFault } from './plan-shape.ts'
import { mostDays, mostSessions, stretchesFrom } from './stretches.ts'
import { type LocalPlace, regularPlacesOf, slotsOf, weekdayOf, weekOf } from './week-pattern.ts'

/** Where a course goes on. */
export interface Onward {
  readonly phase: string
  readonly interval: string
  /** First day that comes into question. */
  readonly from: number
  /** What is left of the phase; left out, it is entered anew, as from its first session. */
  readonly left?: {
    readonly sessions?: number
    /** No regular place on this day or later. */
    readonly before?: number
    /** From when on the next phase is laid out; left out, from the day after the last place of this one. */
    readonly next?: number
    /** Nothing comes after it. */
    readonly isLast?: true
  }
}

/** The stretches of a way on. */
export function restOf(onward: Onward, state: CourseState): Result<readonly Stretch[], PlanFault> {
  const { protocol } = state.calendar
  const phase = phaseOf(protocol, onward.phase)
  const interval = phase?.intervals.find(({ id }) => id === onward.interval)
  if (phase === undefined || interval === undefined)
    return err({ code: unknownPhase.code, path: 'protocol.phases' })
  const { left } = onward
  const rest =
    left === undefined ? anew(phase, interval, onward.from, state) : goingOn(phase, interval, onward, state)
  return rest.ok ? ok(asFarAsPlanned(rest.value, state)) : rest
}

function anew(
  phase: ProtocolPhase,
  interval: Interval,
  from: number,
  { course, numbers, calendar }: CourseState,
): Result<readonly Stretch[], PlanFault> {
  const intervals = { ...course.preferences.intervals, [phase.id]: interval.id }
  return stretchesFrom({
    protocol: calendar.protocol,
    phase: phase.id,
    from,
    pattern: course.pattern,
    preferences: { ...course.preferences, intervals },
    numbers,
    sessions: mostSessions,
    hasHorizon: false,
    farthest: dayNumber(course.start) + mostDays,
  })
}

function goingOn(
  phase: ProtocolPhase,
  interval: Interval,
  { from, left = {} }: Onward,
  state: CourseState,
): Result<readonly Stretch[], PlanFault> {
  const places = placesFrom(interval, from, { ...left, most: left.sessions ?? mostSessions + 1 }, state)
  if (places === undefined) return err({ code: tooFewSlots.code, path: 'pattern.slots' })
  const last = places.at(-1)
  if (
    places.length > mostSessions ||
    (last !== undefined && last.day > dayNumber(state.course.start) + mostDays)
  )
    return err({ code: horizonTooLong.code, path: 'horizon' })
  const own = { phase: phase.id, interval: interval.id, from: civilDate(from), sessions: places.length }
  const stretches = places.length === 0 ? [] : [own]
  const next = phase.next === undefined ? undefined : phaseOf(state.calendar.protocol, phase.next)
  const isOpen = phase.weeks === undefined && phase.sessions === undefined
  if (isOpen || left.isLast === true || next === undefined) return ok(stretches)
  const { intervals = {} } = state.course.preferences
  const wanted = Object.hasOwn(intervals, next.id) ? intervals[next.id] : undefined
  const first = next.intervals.find(({ id }) => id === wanted) ?? next.intervals[0]
  if (first === undefined) return ok(stretches)
  const after = anew(next, first, left.next ?? (last === undefined ? from : last.day + 1), state)
  return after.ok ? ok([...stretches, ...after.value]) : after
}

/** Regular places of an interval from a day on; nothing where the pattern has too few slots. */
function placesFrom(
  interval: Interval,
  from: number,
  { before = Number.POSITIVE_INFINITY, most }: { readonly before?: number; readonly most: number },
  { course }: CourseState,
): readonly LocalPlace[] | undefined {
  const slots = keptOf(interval, slotsOf(course.pattern), course.pattern)
  return slots && regularPlacesOf({ from, slots, weeks: interval.weeks, most, before })
}

/** A phase without an end is laid out as far as it was planned before, where it was. */
function asFarAsPlanned(stretches: readonly Stretch[], state: CourseState): readonly Stretch[] {
  const last = stretches.at(-1)
  const phase = last && phaseOf(state.calendar.protocol, last.phase)
  if (last === undefined || phase === undefined || phase.weeks !== undefined || phase.sessions !== undefined)
    return stretches
  const planned = state.coming.filter(({ phase: id }) => id === phase.id)
  const interval = phase.intervals.find(({ id }) => id === last.interval)
  if (planned.length === 0 || interval === undefined) return stretches
  const end = Math.max(...planned.map(({ regular }) => dayNumber(regular.day)))
  const places =
    placesFrom(interval, dayNumber(last.from), { before: end + 1, most: mostSessions }, state) ?? []
  return places.length === 0 ? stretches : [...stretches.slice(0, -1), { ...last, sessions: places.length }]
}

/** The day from which the next place of an interval is taken, after a regular place: the weeks between are kept. */
export function dayAfter(day: number, interval: Interval, { course }: CourseState): number {
  const slots = keptOf(interval, slotsOf(course.pattern), course.pattern) ?? []
  const isMoreInWeek = slots.some(({ weekday }) => weekday > weekdayOf(day))
  const monday = day - weekdayOf(day)
  return isMoreInWeek || weekOf(monday) !== weekOf(day) ? day + 1 : monday + 7 * interval.weeks
}
