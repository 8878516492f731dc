/** Which planned session a visit was. @module */
import { byText } from '../kernel/order.ts'
import { dayNumber, dayNumberAt } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import { type Calendar, windowOf } from './calendar.ts'
import type { PlannedSession } from './course.schema.ts'
import type { VisitRead } from './visit-read.ts'

/** Visits by planned session, and those that stand for one another visit already was. */
export interface Matched {
  /** Id of the planned session, by id of the visit. */
  readonly sessionOf: ReadonlyMap<string, string>
  /** Ids of the visits that gave way to another one of the same session. */
  readonly twice: ReadonlySet<string>
  /** Ids of the visits that were booked as a session there is not. */
  readonly astray: ReadonlySet<string>
  /** Ids of the visits on a day outside the window of the session they were booked as. */
  readonly outside: ReadonlySet<string>
}

const classes: readonly Truth[] = ['yes', 'unknown', 'no']

/**
 * Each visit about a dose with its planned session.
 *
 * By the id it was booked under, else by its number, else by its day: the nearest session that is still free and whose
 * window holds it, the earlier of two. What surely counts goes first, then what may, then the rest: what the log of one
 * visit leaves open never decides of another, and nobody who did not come takes the place of one who did.
 */
export function matchVisits(visits: readonly VisitRead[], calendar: Calendar): Matched {
  const sessionOf = new Map<string, string>()
  const taken = new Set<string>()
  const twice = new Set<string>()
  // What was given was given: also where the session had been cancelled.
  const byId = new Map(calendar.all.map((session) => [session.id, session]))
  const byNumber = new Map(calendar.sessions.map((session) => [session.number, session]))
  const windows = calendar.sessions.map((session) => ({
    session,
    day: dayNumber(session.place.day),
    ...windowOf(session, calendar),
  }))
  const named = ({ state }: VisitRead): PlannedSession | undefined => {
    const { session, number } = state.booked ?? {}
    return (
      (session === undefined ? undefined : byId.get(session)) ??
      (number === undefined ? undefined : byNumber.get(number))
    )
  }
  const take = (visit: VisitRead, session: PlannedSession): void => {
    sessionOf.set(visit.visit.visit, session.id)
    taken.add(session.id)
  }
  for (const counted of classes) {
    const some = visits.filter(({ visit, isDosing }) => isDosing && visit.counted === counted)
    for (const visit of [...some].sort(byAmount)) {
      const session = named(visit)
      if (session === undefined) continue
      if (taken.has(session.id)) twice.add(visit.visit.visit)
      else take(visit, session)
    }
    for (const visit of [...some].sort(byTime)) {
      if (visit.ms === null || named(visit) !== undefined) continue
      const day = dayNumberAt(visit.ms, calendar.zone)
      let best: (typeof windows)[number] | undefined
      for (const one of windows) {
        if (taken.has(one.session.id) || day < one.from || one.to < day) continue
        if (best === undefined || Math.abs(one.day - day) < Math.abs(best.day - day)) best = one
      }
      if (best !== undefined) take(visit, best.session)
    }
  }
  const astray = new Set<string>()
  const outside = new Set<string>()
  for (const visit of visits) {
    const { session: id } = visit.state.booked ?? {}
    if (!visit.isDosing) continue
    if (id !== undefined && !byId.has(id)) astray.add(visit.visit.visit)
    const session = named(visit)
    if (session === undefined || visit.ms === null || visit.visit.exposed === 'no') continue
    const window = windowOf(session, calendar)
    const day = dayNumberAt(visit.ms, calendar.zone)
    if (day < window.from || window.to < day) outside.add(visit.visit.visit)
  }
  return { sessionOf, twice, astray, outside }
}

/** More first; then the earlier, and last by id. */
function byAmount(a: VisitRead, b: VisitRead): number {
  const most = ({ visit }: VisitRead): number => visit.delivered.most?.value ?? Number.POSITIVE_INFINITY
  return (
    b.visit.delivered.least.value - a.visit.delivered.least.value ||
    (most(a) === most(b) ? 0 : most(b) - most(a)) ||
    byTime(a, b)
  )
}

/** By time, those without one last; then by id. */
export function byTime(a: VisitRead, b: VisitRead): number {
  if (a.ms !== b.ms) return (a.ms ?? Number.POSITIVE_INFINITY) - (b.ms ?? Number.POSITIVE_INFINITY)
  return byText(a.visit.visit, b.visit.visit)
}
