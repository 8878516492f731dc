/** When each checkpoint of a stretch is due, and which sessions wait for it. @module */
import type { Checkpoint } from '../kernel/protocol.ts'
import { dayNumber } from '../kernel/time.ts'
import { type Calendar, daysAfter, daysIn } from './calendar.ts'
import type { PhaseRun } from './phase-runs.ts'
import type { Standing } from './standing.ts'

/** One time a checkpoint is due. */
export interface Occurrence {
  readonly row: Checkpoint
  readonly run: PhaseRun
  /** Civil day by number; null where it hangs on sessions that are not planned. */
  readonly due: number | null
  /** Sessions that come after it. */
  readonly blocked: readonly Standing[]
}

/** A review that comes again is not asked more often than this. */
const mostTimes = 1_000

/** The times of one checkpoint of a stretch; nothing where there are more than anybody could look through. */
export function occurrencesOf(
  row: Checkpoint,
  run: PhaseRun,
  later: readonly Standing[],
  calendar: Calendar,
): readonly Occurrence[] | undefined {
  const { at } = row
  // A step back does not go through its phase again: nothing of its length, and of its end, is reviewed.
  if (run.steppedFrom !== undefined && !('every' in at)) return []
  if ('afterSessions' in at) return [{ row, run, ...dueAfter(at.afterSessions, run.sessions, later) }]
  if (!('end' in at)) return againAndAgain(row, at.every, run, later, calendar)
  const own = ownSessions(run, calendar)
  const due = Math.max(...own.map(({ day }) => day))
  return [{ row, run, due, blocked: [...run.sessions.filter((one) => !own.includes(one)), ...later] }]
}

/**
 * The sessions the protocol itself gives a stretch: those by which it was gone on with are not among them, so that the
 * review at its end is not put off by what was to wait for it. What is given in the place of missed sessions is.
 */
export function ownSessions({ phase, from, sessions }: PhaseRun, calendar: Calendar): readonly Standing[] {
  const { weeks, sessions: most = Number.POSITIVE_INFINITY } = phase
  const isExtended = calendar.decisions.some(({ kind }) => kind === 'extend')
  if (!isExtended || (weeks === undefined && most === Number.POSITIVE_INFINITY)) return sessions
  const isMadeUp =
    phase.makesUp === 'yes' || calendar.decisions.some((one) => 'makesUp' in one && one.makesUp)
  const end = weeks === undefined ? Number.POSITIVE_INFINITY : from + 7 * weeks
  const isOwn = ({ session }: Standing, at: number): boolean =>
    at < most && dayNumber(session.regular.day) < end
  const own = sessions.filter(isOwn)
  const missed = isMadeUp ? own.filter(({ word }) => word === 'missed').length : 0
  const more = sessions.filter((one) => !own.includes(one)).slice(0, missed)
  return own.length === 0 ? sessions : [...own, ...more]
}

function dueAfter(
  count: number,
  sessions: readonly Standing[],
  later: readonly Standing[],
): Pick<Occurrence, 'due' | 'blocked'> {
  // What the logs leave open may count or not: the sooner of the two holds.
  const [one, other] = [anchorAfter(count, sessions, true), anchorAfter(count, sessions)]
  if (one === undefined || other === undefined) return { due: null, blocked: later }
  const place = Math.min(one.at, other.at)
  return {
    due: Math.min(one.due, other.due),
    blocked: [...sessions.filter((each) => each.at > place), ...later],
  }
}

function againAndAgain(
  row: Checkpoint,
  every: Parameters<typeof daysIn>[0],
  run: PhaseRun,
  later: readonly Standing[],
  calendar: Calendar,
): readonly Occurrence[] | undefined {
  const { sessions } = run
  const last = Math.max(...sessions.map(({ day }) => day))
  const found: Occurrence[] = []
  const { value, unit } = calendar.amount(every)
  // A day is the shortest time in which one can come again.
  const isByMonth = unit === 'mo' || unit === 'a'
  const step = Math.max(1, isByMonth ? Math.ceil(unit === 'a' ? value * 12 : value) : daysIn(every, calendar))
  for (let count = 1; value > 0; count += 1) {
    const due = daysAfter(run.from, { value: step * count, unit: isByMonth ? 'mo' : 'd' }, calendar)
    // Not past the last session that is planned, and not for ever where the sum leaves the calendar.
    if (!(due <= last)) break
    if (count > mostTimes) return undefined
    found.push({ row, run, due, blocked: [...sessions, ...later].filter(({ day }) => day > due) })
  }
  return found.length === 0 ? [{ row, run, due: null, blocked: [] }] : found
}

/**
 * Place and day of the nth session that counts, else of the one that can come to be the nth; where so many cannot be given
 * any more, of the last one.
 */
function anchorAfter(
  count: number,
  sessions: readonly Standing[],
  withDoubts = false,
): { readonly at: number; readonly due: number } | undefined {
  const mayBe = withDoubts ? unplacedIn(sessions) : []
  const given = sessions
    .filter((one) => one.given === 'yes' || (withDoubts && one.given === 'unknown'))
    .map(({ at, soonest }) => ({ at, due: soonest }))
  const counted = [...given, ...mayBe].sort((a, b) => a.due - b.due || a.at - b.at)[count - 1]
  if (counted !== undefined) return counted
  if (sessions.length < count) return undefined
  const known = new Set([...given, ...mayBe].map(({ at }) => at))
  const able = sessions.filter(({ at, word }) => known.has(at) || word === 'to-come')
  const planned = able[count - 1] ?? sessions.at(-1)
  return planned === undefined ? undefined : { at: planned.at, due: planned.day }
}

/** The first sessions that doses nobody can place may have been, each with the first day on which it can have been. */
export function unplacedIn(
  sessions: readonly Standing[],
): readonly { readonly at: number; readonly due: number }[] {
  const most = Math.max(0, ...sessions.map(({ unplaced }) => unplaced))
  return sessions
    .filter(({ unplaced }) => unplaced > 0)
    .map(({ at, span }) => ({ at, due: span.from }))
    .sort((a, b) => a.due - b.due || a.at - b.at)
    .slice(0, most)
}
