/** How each planned session stands before checkpoints are asked: given, cancelled, missed or to come. @module */
import { dayNumber, dayNumberAt, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import { type Calendar, type Days, windowOf } from './calendar.ts'
import type { CourseDecision, PlannedSession } from './course.schema.ts'
import type { VisitRead } from './visits.ts'

/** A planned session with what became of it. */
export interface Standing {
  readonly session: PlannedSession
  /** Place in the order of time. */
  readonly at: number
  /** Day of its place. */
  readonly day: number
  readonly window: Days
  readonly visit: VisitRead | undefined
  /** Whether it was given; `unknown` where the log leaves it open. */
  readonly given: Truth
  /** Day on which it was given, where that is known, else the day of its place. */
  readonly actual: number
  /** The same; where the day is not known, the first one on which it can have been. */
  readonly soonest: number
  /** The days on which it was given or may have been, without a first one where nobody knows; else that of its place. */
  readonly span: Days
  /** How many doses nobody can place it may be one of: it was not given as far as the logs say. */
  readonly unplaced: number
  readonly word: 'cancelled' | 'given' | 'missed' | 'to-come'
  /** Decision that cancelled it. */
  readonly because: string | null
}

/** The decision that ended the course: the first `end`, or review that says stop. */
export function endingOf({ decisions }: Calendar): CourseDecision | undefined {
  return decisions.find((one) => one.kind === 'end' || (one.kind === 'review' && one.outcome === 'stop'))
}

/** The sessions in the order of time. */
export function standingsOf(visits: readonly VisitRead[], calendar: Calendar): readonly Standing[] {
  const { all, decisions, today, zone } = calendar
  const bySession = new Map<string, VisitRead>()
  for (const one of visits) if (one.visit.session !== null) bySession.set(one.visit.session, one)
  const live = new Set(calendar.sessions.map(({ id }) => id))
  const ending = endingOf(calendar)
  const lastGiven = all.findLastIndex(({ id }) => bySession.get(id)?.visit.counted === 'yes')
  const givenBy = (ms: number): number =>
    all.findLastIndex(({ id }) => {
      const one = bySession.get(id)
      return one?.visit.counted === 'yes' && one.ms !== null && one.ms <= ms
    })
  const passed = ending === undefined ? -1 : givenBy(instantMs(ending.at))
  const endedOn = ending === undefined ? 0 : dayNumberAt(instantMs(ending.at), zone)
  const unplaced = visits
    .filter(({ isUnplaced }) => isUnplaced === true)
    .map(({ latestMs }) => dayNumberAt(latestMs, zone))
  return all.map((session, at): Standing => {
    const visit = bySession.get(session.id)
    const given = visit?.visit.counted ?? 'no'
    const day = dayNumber(session.place.day)
    const window = windowOf(session, calendar)
    // What was given, or may have been, was not cancelled, whatever was decided before it.
    const isGiven = given !== 'no'
    const isEnded = ending !== undefined && at > passed && window.to >= endedOn
    const word = isGiven
      ? 'given'
      : !live.has(session.id) || isEnded
        ? 'cancelled'
        : at < lastGiven || today > window.to
          ? 'missed'
          : 'to-come'
    const mayBe = isGiven || !live.has(session.id) ? [] : unplaced.filter((last) => window.from <= last)
    const visited = isGiven && visit !== undefined ? spanOf(visit, zone) : undefined
    const open = openSpan(day, window, mayBe)
    const cancel = decisions.find((one) => one.kind === 'cancel' && one.session === session.id)
    return {
      session,
      at,
      day,
      window,
      visit,
      given,
      actual: visited?.from === visited?.to ? (visited?.from ?? day) : day,
      soonest: visited === undefined ? day : soonestIn(visited, window),
      // What may not have been given stands on the day of its place all the same.
      span: visited === undefined ? open : given === 'yes' ? visited : around(visited, open),
      unplaced: mayBe.length,
      word,
      because: word === 'cancelled' ? (cancel?.id ?? (isEnded ? ending.id : null)) : null,
    }
  })
}

/** From the arrival, where that is known, to the last day on which anything can have been given. */
function spanOf({ ms, latestMs, state }: VisitRead, zone: string): Days {
  if (ms !== null) {
    const on = dayNumberAt(ms, zone)
    return { from: on, to: on }
  }
  const arrived = state.entries.find(({ at, what }) => at !== undefined && what.type === 'arrived')?.at
  const to = dayNumberAt(latestMs, zone)
  // A visit booked for a session is that session on whatever day it was.
  const from = arrived === undefined ? Number.NEGATIVE_INFINITY : dayNumberAt(instantMs(arrived), zone)
  return { from: Math.min(from, to), to }
}

/** The first of the days; where nothing bounds them, that of the window. */
function soonestIn({ from, to }: Days, window: Days): number {
  return Number.isFinite(from) ? from : Math.min(window.from, to)
}

/** The day of its place, and those on which a dose nobody can place may have been this session. */
function openSpan(day: number, window: Days, last: readonly number[]): Days {
  if (last.length === 0) return { from: day, to: day }
  return { from: window.from, to: Math.max(day, Math.min(window.to, Math.max(...last))) }
}

const around = (one: Days, other: Days): Days => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
})
