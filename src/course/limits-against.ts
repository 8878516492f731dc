/** Limits that no two sessions can keep, wherever they stand. @module */
import type { Link } from './limit-links.ts'

/** Two limits that contradict each other, by the ids of their constraints, and the later session they first speak of. */
export interface Contradiction {
  readonly limits: readonly [string, string]
  readonly after: number
}

const dayMs = 86_400_000
// A civil day is as much as two hours shorter or longer than 24 in any zone of today; three leave room.
const slackMs = 3 * 3_600_000

/** The first contradiction in the order of sessions, then of ids; nothing where every two limits can be kept together. */
export function contradicting(links: readonly Link[]): Contradiction | undefined {
  let found: Contradiction | undefined
  for (const least of links) {
    if (least.limit === undefined || least.is !== 'least') continue
    for (const most of links) {
      if (most.limit === undefined || most.is !== 'most') continue
      if (least.before !== most.before || least.after !== most.after || !isAgainst(least, most)) continue
      const limits = [`limit/${least.limit}`, `limit/${most.limit}`] as const
      if (found === undefined || isBefore(least.after, limits, found)) found = { limits, after: least.after }
    }
  }
  return found
}

function isBefore(after: number, limits: readonly [string, string], found: Contradiction): boolean {
  if (after !== found.after) return after < found.after
  return limits.join(' ') < found.limits.join(' ')
}

/** Whether no two instants can be at least so far apart and at most so far. */
function isAgainst(least: Link, most: Link): boolean {
  if (least.counted === most.counted) return least.amount > most.amount
  // Two sessions `days` civil days apart lie less than a day more, and more than a day less, in hours.
  if (least.counted === 'ms' && most.counted === 'day')
    return least.amount > (most.amount + 1) * dayMs + slackMs
  if (least.counted === 'day' && most.counted === 'ms')
    return most.amount < (least.amount - 1) * dayMs - slackMs
  return false
}
