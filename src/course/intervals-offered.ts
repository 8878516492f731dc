/** The frequencies a phase allows, and where the next session would stand by each of them. @module */
import type { Interval } from '../kernel/protocol.ts'
import { dayNumber, dayNumberAt, instantMs } from '../kernel/time.ts'
import type { Calendar } from './calendar.ts'
import type { Place, PlannedSession } from './course.schema.ts'
import { type Doses, soonestAfter } from './dose-limits.ts'
import type { IntervalOffered } from './forecast-shape.ts'
import type { PhaseRun } from './phase-runs.ts'
import { placeOf } from './place.ts'
import { studiedGap } from './studied-gap.ts'
import { keptSlots, regularPlacesOf, slotsOf, weekOf } from './week-pattern.ts'

/** What is asked of the frequencies of a phase. */
export interface IntervalsAsked {
  readonly run: PhaseRun
  /** Interval in use. */
  readonly inUse: string
  readonly doses: Doses
  /** The session to come in this phase and interval, and its place. */
  readonly next: { readonly session: PlannedSession; readonly place: Place } | undefined
}

/** Every interval of the phase in use, each with the next place and the gap it would mean. */
export function intervalsOf(asked: IntervalsAsked, calendar: Calendar): readonly IntervalOffered[] {
  const { run, inUse, doses, next } = asked
  const last = lastDay(asked, calendar)
  return run.phase.intervals.map((interval) => {
    const isUsed = interval.id === inUse
    const place = isUsed && next !== undefined ? next.place : nextBy(interval, asked, calendar)
    const days = place === null || doses.lastMs === null || last === null ? null : dayNumber(place.day) - last
    return {
      interval,
      inUse: isUsed,
      next: place,
      gap: studiedGap({ days, phase: run.phase.kind }, calendar.protocol),
    }
  })
}

/** The civil day of the last dose that counts, else the place of the last session before now. */
function lastDay({ doses, run }: IntervalsAsked, { zone, today }: Calendar): number | null {
  if (doses.countedMs !== null) return dayNumberAt(doses.countedMs, zone)
  return run.sessions.findLast(({ day }) => day < today)?.day ?? null
}

/** The first place of an interval after the last dose that no limit takes away and that is not over. */
function nextBy(interval: Interval, asked: IntervalsAsked, calendar: Calendar): Place | null {
  const { run, doses } = asked
  const { course, zone, today } = calendar
  const [sample] = run.sessions
  if (sample === undefined) return null
  const last = lastDay(asked, calendar) ?? run.from - 1
  const slots = keptSlots(
    slotsOf(course.pattern),
    interval.sessions,
    course.pattern.keep?.[interval.id],
    `course.pattern.keep.${interval.id}`,
  )
  if (slots === undefined) return null
  const wouldBe = { ...sample.session, interval: interval.id }
  const earliest = soonestAfter(wouldBe, doses.all, calendar).ms
  // The week of the last dose is an active one; the first place after it counts, and the weeks go on from there.
  const active = weekOf(last)
  const most = 60 * interval.weeks * 7 + Math.max(0, today - last)
  for (let day = last + 1; day <= last + most; day += 1) {
    if (day < today || (weekOf(day) - active) % interval.weeks !== 0) continue
    const found = regularPlacesOf({ from: day, slots, weeks: 1, most: 1, before: day + 1 })[0]
    if (found === undefined) continue
    const place = placeOf(found, zone)
    if (instantMs(place.at) >= earliest) return place
  }
  return null
}
