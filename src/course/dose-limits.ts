/** Since when a dose may follow those already given, by the limits of a protocol. @module */
import type { Limit } from '../kernel/protocol.ts'
import { civilDate, dayNumberAt, startOfDayMs } from '../kernel/time.ts'
import { type Calendar, phaseOf } from './calendar.ts'
import type { PlannedSession } from './course.schema.ts'
import type { VisitRead } from './visits.ts'
import { weekdayOf } from './week-pattern.ts'

/** A dose that was given, or may have been. */
export interface Dose {
  /** The last moment at which it can have been given. */
  readonly ms: number
  /** The session it was; a dose outside the plan is counted by every limit. */
  readonly session: PlannedSession | undefined
}

/** The doses of a course. */
export interface Doses {
  /** In the order of time. */
  readonly all: readonly Dose[]
  /** The last of them. */
  readonly lastMs: number | null
  /** Last dose that surely counts as a session. */
  readonly countedMs: number | null
  /** Whether no dose without a time can be later than the last one that has one. */
  readonly isLastDated: boolean
}

/** The doses of the visits. */
export function dosesOf(visits: readonly VisitRead[], { all: sessions }: Calendar): Doses {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const all = visits
    .filter(({ visit }) => visit.exposed !== 'no')
    .map(({ visit, ms, latestMs }) => ({ ms: ms ?? latestMs, session: byId.get(visit.session ?? '') }))
    .sort((a, b) => a.ms - b.ms)
  const counted = visits.flatMap(({ visit, ms }) => (visit.counted === 'yes' && ms !== null ? [ms] : []))
  const exposed = visits.filter(({ visit }) => visit.exposed !== 'no')
  const dated = Math.max(...exposed.map(({ ms }) => ms ?? Number.NEGATIVE_INFINITY))
  return {
    all,
    isLastDated: exposed.every(({ ms, latestMs }) => ms !== null || latestMs <= dated),
    lastMs: all.at(-1)?.ms ?? null,
    countedMs: counted.length === 0 ? null : Math.max(...counted),
  }
}

/** A limit, and the phase it is written in; null for one of the whole protocol. */
export interface Placed {
  readonly limit: Limit
  readonly phase: string | null
}

/** The limits that speak of a session; outside the plan only those of the protocol that always do. */
export function limitsOf(
  session: Pick<PlannedSession, 'phase' | 'interval'> | undefined,
  { protocol }: Calendar,
): readonly Placed[] {
  const own = session === undefined ? undefined : phaseOf(protocol, session.phase)
  return [
    ...(own?.limits ?? []).map((limit) => ({ limit, phase: own?.id ?? null })),
    ...protocol.limits.map((limit) => ({ limit, phase: null })),
  ].filter(
    ({ limit: { intervals } }) =>
      intervals === undefined || (session !== undefined && intervals.includes(session.interval)),
  )
}

/** Since when a dose may follow others, and the limit that says so; minus infinity where none does. */
export function soonestAfter(
  session: Pick<PlannedSession, 'phase' | 'interval'> | undefined,
  before: readonly Dose[],
  calendar: Calendar,
): { readonly ms: number; readonly limit: string | null } {
  let soonest: { ms: number; limit: string | null } = { ms: Number.NEGATIVE_INFINITY, limit: null }
  for (const { limit, phase } of limitsOf(session, calendar)) {
    const ms = freeFrom(limit, phase, before, calendar)
    if (ms !== undefined && ms > soonest.ms) soonest = { ms, limit: limit.id }
  }
  return soonest
}

function freeFrom(
  limit: Limit,
  phase: string | null,
  before: readonly Dose[],
  calendar: Calendar,
): number | undefined {
  if (limit.kind !== 'most-sessions') {
    const last = before.at(-1)
    return last === undefined || limit.kind === 'most-between'
      ? undefined
      : endOfSpan(limit, last.ms, calendar)
  }
  // So many may stand together: the next one has to leave the last but so many behind.
  const spoken = before.filter(
    ({ session }) =>
      session === undefined ||
      ((phase === null || session.phase === phase) &&
        (limit.intervals === undefined || limit.intervals.includes(session.interval))),
  )
  const dose = spoken[spoken.length - limit.count]
  if (dose === undefined) return undefined
  const { amount, zone } = calendar
  const day = dayNumberAt(dose.ms, zone)
  switch (limit.in) {
    case 'civil-day':
      return startOfDayMs(civilDate(day + 1), zone)
    case 'calendar-week':
      return startOfDayMs(civilDate(day + 7 - weekdayOf(day)), zone)
    case 'rolling-days':
      return startOfDayMs(civilDate(day + Math.ceil(amount(limit.window).value)), zone)
    case 'rolling-hours': {
      const { value, unit } = amount(limit.window)
      return dose.ms + value * (unit === 'min' ? 60_000 : 3_600_000)
    }
  }
}

/** The first moment past an amount since a dose; of civil days the start of that day. */
export function endOfSpan(
  limit: Extract<Limit, { readonly kind: 'least-between' | 'most-between' }>,
  doseMs: number,
  { amount, zone }: Calendar,
): number {
  const { value, unit } = amount(limit.amount)
  if (limit.in === 'elapsed-hours') return doseMs + value * (unit === 'min' ? 60_000 : 3_600_000)
  return startOfDayMs(civilDate(dayNumberAt(doseMs, zone) + Math.ceil(value)), zone)
}
