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
    const on = isGiven && visit?.ms != null ? dayNumberAt(visit.ms, zone) : undefined
    const cancel = decisions.find((one) => one.kind === 'cancel' && one.session === session.id)
    return {
      session,
      at,
      day,
      window,
      visit,
      given,
      actual: on ?? day,
      soonest: on ?? (isGiven ? window.from : day),
      word,
      because: word === 'cancelled' ? (cancel?.id ?? (isEnded ? ending.id : null)) : null,
    }
  })
}
