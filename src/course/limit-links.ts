/** Limits of a protocol as what they ask of two sessions at a time. @module */
import type { Limit, Protocol } from '../kernel/protocol.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { Numbers } from '../patient/question.ts'
import { type AmountFault, lengthOf } from './amounts.ts'
import type { Spot } from './place.ts'
import { weekOf } from './week-pattern.ts'

/** In what the distance of two sessions is counted. */
type Counted = 'ms' | 'day' | 'week'

/** Two sessions, by their places in the order of the course, must lie this far apart, or no further. */
export interface Link {
  /** Id of the limit; none for the order of sessions, which is always there. */
  readonly limit?: string
  readonly before: number
  readonly after: number
  readonly counted: Counted
  readonly is: 'least' | 'most'
  readonly amount: number
}

/** A session a limit may speak of. */
export interface Spoken {
  readonly phase: string
  readonly interval: string
}

/** Whether two spots keep a link. */
export function keeps({ counted, is, amount }: Link, before: Spot, after: Spot): boolean {
  const apart = distance(counted, before, after)
  return is === 'least' ? apart >= amount : apart <= amount
}

function distance(counted: Counted, before: Spot, after: Spot): number {
  if (counted === 'ms') return after.ms - before.ms
  return counted === 'day' ? after.day - before.day : weekOf(after.day) - weekOf(before.day)
}

/**
 * What all limits ask of the sessions of a course.
 *
 * At most three in seven days is the same as: each at least seven days after the third before it. So every limit, and the
 * order of sessions too, is a distance between two of them.
 *
 * @param given - how many of the sessions are past: nothing is asked of two of them
 */
export function linksOf(
  protocol: Protocol,
  sessions: readonly Spoken[],
  given: number,
  numbers: Numbers,
): Result<readonly Link[], AmountFault> {
  const links: Link[] = []
  for (let after = Math.max(given, 1); after < sessions.length; after += 1) {
    links.push({ before: after - 1, after, counted: 'ms', is: 'least', amount: 1 })
  }
  const scopes = [
    { path: 'protocol', limits: protocol.limits, phase: undefined },
    ...protocol.phases.map(({ id, limits }, at) => ({ path: `protocol.phases[${at}]`, limits, phase: id })),
  ]
  for (const { path, limits, phase } of scopes) {
    for (const [at, limit] of limits.entries()) {
      const asks = askedBy(limit, numbers, `${path}.limits[${at}]`)
      if (!asks.ok) return asks
      for (const [before, after] of pairsOf(limit, phase, sessions)) {
        if (after >= given) links.push({ limit: limit.id, before, after, ...asks.value })
      }
    }
  }
  return ok(links.sort((a, b) => a.after - b.after))
}

type Asks = Pick<Link, 'counted' | 'is' | 'amount'>

function askedBy(limit: Limit, numbers: Numbers, path: string): Result<Asks, AmountFault> {
  if (!('amount' in limit || 'window' in limit))
    return ok({ counted: limit.in === 'civil-day' ? 'day' : 'week', is: 'least', amount: 1 })
  const amount = lengthOf(limit, numbers, path)
  if (!amount.ok) return amount
  const counted = limit.in === 'elapsed-hours' || limit.in === 'rolling-hours' ? 'ms' : 'day'
  return ok({ counted, is: limit.kind === 'most-between' ? 'most' : 'least', amount: amount.value })
}

function* pairsOf(
  limit: Limit,
  phase: string | undefined,
  sessions: readonly Spoken[],
): Generator<readonly [number, number]> {
  const spoken: number[] = []
  for (const [at, session] of sessions.entries()) {
    if (phase !== undefined && session.phase !== phase) continue
    if (limit.intervals !== undefined && !limit.intervals.includes(session.interval)) continue
    if (limit.kind !== 'most-sessions') {
      if (at > 0) yield [at - 1, at]
      continue
    }
    const before = spoken[spoken.length - limit.count]
    if (before !== undefined) yield [before, at]
    spoken.push(at)
  }
}
