/** How each planned session stands before checkpoints are asked: given, cancelled, missed or to come. @module */
import { civilDayAt, dayNumber, dayNumberAt, instantMs } from '../kernel/time.ts'
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
    const isGiven = given === 'yes' || (given === 'unknown' && live.has(session.id))
    const isEnded = ending !== undefined && at > passed && window.to >= endedOn
    const word = isGiven
      ? 'given'
      : !live.has(session.id) || isEnded
        ? 'cancelled'
        : at < lastGiven || today > window.to
          ? 'missed'
          : 'to-come'
    const cancel = decisions.find((one) => one.kind === 'cancel' && one.session === session.id)
    return {
      session,
      at,
      day,
      window,
      visit,
      given: isGiven ? given : 'no',
      actual: isGiven && visit?.ms != null ? dayNumberAt(visit.ms, zone) : day,
      word,
      because: word === 'cancelled' ? (cancel?.id ?? (isEnded ? ending.id : null)) : null,
    }
  })
}

/** The civil day of an instant, as text. */
export function dayOfInstant(at: string, zone: string): string {
  return civilDayAt(instantMs(at), zone)
}
