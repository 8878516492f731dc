/** How a course was kept. @module */
import type { Adherence } from './forecast-shape.ts'
import type { Standing } from './standing.ts'

/** Counts of the sessions whose time has come; those the logs leave open are never counted as given. */
export function adherenceOf(standings: readonly Standing[], today: number): Adherence {
  const count = (holds: (one: Standing) => boolean): number => standings.filter(holds).length
  const due = count(
    ({ word, day }) => word === 'given' || word === 'missed' || (word === 'to-come' && day <= today),
  )
  const given = count((one) => one.given === 'yes')
  // A dose nobody can place may be any of those that are open.
  const unplaced = Math.min(
    Math.max(0, ...standings.map((one) => one.unplaced)),
    count((one) => one.unplaced > 0 && one.word !== 'cancelled'),
  )
  return {
    due,
    given,
    missed: count(({ word }) => word === 'missed'),
    cancelled: count(({ word }) => word === 'cancelled'),
    inDoubt: count((one) => one.given === 'unknown') + unplaced,
    share: due === 0 ? null : { numerator: given, denominator: due },
  }
}
