/** The frequencies a phase allows, and where the next session would stand by each of them. @module */
import type { Interval, ProtocolPhase } from '../kernel/protocol.ts'
import { dayNumber, dayNumberAt, instantMs } from '../kernel/time.ts'
import type { Calendar } from './calendar.ts'
import type { Place, PlannedSession } from './course.schema.ts'
import { type Doses, endOfSpan, limitsOf, soonestAfter } from './dose-limits.ts'
import type { IntervalOffered } from './forecast-shape.ts'
import { placeOf } from './place.ts'
import { studiedGap } from './studied-gap.ts'
import { keptSlots, regularPlacesOf, slotsOf, weekOf } from './week-pattern.ts'

/** What is asked of the frequencies of a phase. */
export interface IntervalsAsked {
  readonly phase: ProtocolPhase
  /** Interval in use; none of a phase that is still ahead. */
  readonly inUse: string | undefined
  readonly doses: Doses
  /** The session to come in this phase and interval, and its place. */
  readonly next: Place | null
  /** Day of the last place before now; null where there is none. */
  readonly lastPlace: number | null
  /** First day of the phase, where nothing of it was given yet. */
  readonly from: number | undefined
}

/** Every interval of a phase, each with the next place and the gap it would mean. */
export function intervalsOf(asked: IntervalsAsked, calendar: Calendar): readonly IntervalOffered[] {
  const { phase, inUse, doses, next } = asked
  const last = lastDay(asked, calendar)
  return phase.intervals.map((interval) => {
    const isUsed = interval.id === inUse
    const place = isUsed && next !== null ? next : nextBy(interval, asked, calendar)
    // A dose nobody can date may be the last one: of the gap after it nothing is known.
    const isKnown = doses.isLastDated && doses.lastMs !== null
    const days = place === null || !isKnown || last === null ? null : dayNumber(place.day) - last
    return {
      phase: phase.id,
      interval,
      inUse: isUsed,
      next: place,
      gap: studiedGap({ days, phase: phase.kind }, calendar.protocol),
    }
  })
}

/** The civil day of the last dose that counts, else of the last place before now. */
function lastDay({ doses, lastPlace }: IntervalsAsked, { zone }: Calendar): number | null {
  return doses.countedMs === null ? lastPlace : dayNumberAt(doses.countedMs, zone)
}

/** The first place of an interval after the last dose that no limit and no closed day takes away. */
function nextBy(interval: Interval, asked: IntervalsAsked, calendar: Calendar): Place | null {
  const { phase, doses, from } = asked
  const { course, zone, today } = calendar
  const last = lastDay(asked, calendar) ?? (from ?? today) - 1
  const slots = keptSlots(
    slotsOf(course.pattern),
    interval.sessions,
    course.pattern.keep?.[interval.id],
    `course.pattern.keep.${interval.id}`,
  )
  if (slots === undefined) return null
  const wouldBe = { phase: phase.id, interval: interval.id }
  const earliest = soonestAfter(wouldBe, doses.all, calendar).ms
  const first = Math.max(last + 1, from ?? last + 1)
  // The week of the last dose is an active one, of a phase that is entered its first; the weeks go on from there.
  const active = weekOf(from !== undefined && from > last ? from : last)
  const most = 60 * interval.weeks * 7 + Math.max(0, today - first)
  for (let day = first; day <= first + most; day += 1) {
    if (day < today || (weekOf(day) - active) % interval.weeks !== 0) continue
    const found = regularPlacesOf({ from: day, slots, weeks: 1, most: 1, before: day + 1 })[0]
    if (found === undefined) continue
    const place = placeOf(found, zone)
    const ms = instantMs(place.at)
    if (ms < earliest || isClosed(place.day, calendar)) continue
    return isTooLate(ms, day, wouldBe, asked, calendar) ? null : place
  }
  return null
}

/** Whether a limit to be kept within is over by then. */
function isTooLate(
  ms: number,
  day: number,
  wouldBe: Pick<PlannedSession, 'phase' | 'interval'>,
  { doses: { countedMs } }: IntervalsAsked,
  calendar: Calendar,
): boolean {
  return limitsOf(wouldBe, calendar).some(({ limit }) => {
    if (limit.kind !== 'most-between' || countedMs === null) return false
    const end = endOfSpan(limit, countedMs, calendar)
    return limit.in === 'elapsed-hours' ? ms > end : day > dayNumberAt(end, calendar.zone)
  })
}

/** Whether the clinic is closed or the person away on a day; days in this form stand in the order of time. */
function isClosed(day: string, { course }: Calendar): boolean {
  const covers = ({ from, to = from }: { readonly from: string; readonly to?: string }): boolean =>
    from <= day && day <= to
  return course.closures.some(covers) || (course.preferences.away ?? []).some(covers)
}
