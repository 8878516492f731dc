/** Where a course stands, and why nothing comes after its last session. @module */
import { civilDate, dayNumber, dayNumberAt, instantMs } from '../kernel/time.ts'
import type { Calendar } from './calendar.ts'
import type { CourseForecast } from './forecast-shape.ts'
import type { PhaseRun } from './phase-runs.ts'
import { endingOf, type Standing } from './standing.ts'
import { keptSlots, regularPlacesOf, slotsOf } from './week-pattern.ts'

/** Why nothing is to come; null while a session is. */
export function endOf(
  runs: readonly PhaseRun[],
  next: Standing | undefined,
  calendar: Calendar,
): CourseForecast['end'] {
  if (next !== undefined) return null
  const { beyond } = calendar.protocol
  const ending = endingOf(calendar)
  if (ending !== undefined)
    return { why: 'decided', on: civilDate(dayNumberAt(instantMs(ending.at), calendar.zone)), beyond }
  const run = runs.at(-1)
  const on =
    run === undefined ? dayNumber(calendar.course.start) : Math.max(...run.sessions.map((one) => one.actual))
  const why = run !== undefined && isOut(run, calendar) ? 'protocol-ends' : 'planned-so-far'
  return { why, on: civilDate(on), beyond }
}

/** Whether the protocol has nothing after the last session of a stretch. */
function isOut({ phase, from, sessions }: PhaseRun, { course }: Calendar): boolean {
  if (phase.next !== undefined) return false
  const last = sessions.at(-1)
  if (last === undefined) return false
  if (phase.weeks === undefined) return phase.sessions !== undefined && sessions.length >= phase.sessions
  if (phase.sessions !== undefined && sessions.length >= phase.sessions) return true
  const interval = phase.intervals.find(({ id }) => id === last.session.interval)
  if (interval === undefined) return true
  const { sessions: wanted, weeks } = interval
  const kept = keptSlots(
    slotsOf(course.pattern),
    wanted,
    course.pattern.keep?.[interval.id],
    `course.pattern.keep.${interval.id}`,
  )
  if (kept === undefined) return true
  // A place of the pattern that is left inside the phase was cut off by the horizon of the plan.
  const regular = dayNumber(last.session.regular.day)
  const before = from + 7 * phase.weeks
  return regularPlacesOf({ from, slots: kept, weeks, most: 1_000, before }).every(({ day }) => day <= regular)
}

/**
 * The stretch the course stands in: no new one begins before its first day, nor while a review is awaited. It is that of
 * the next session or of the last one that was given, never one of which everything was missed.
 */
export function runOf(
  runs: readonly PhaseRun[],
  next: Standing | undefined,
  isAwaiting: boolean,
  today: number,
): PhaseRun | undefined {
  const isUsed = ({ sessions }: PhaseRun): boolean => sessions.some(({ given }) => given !== 'no')
  if (next === undefined) return runs.findLast(isUsed) ?? runs.at(-1)
  const at = runs.findIndex(({ sessions }) => sessions.includes(next))
  const run = runs[at]
  const isFirst = run?.sessions.every((one) => one.at >= next.at || one.given === 'no') === true
  if (run !== undefined && isFirst && (today < run.from || isAwaiting))
    return runs.slice(0, at).findLast(isUsed) ?? run
  return run
}
