/** What the rows of the interactions share. @module */
import type { Scope } from '../../kernel/rule.ts'
import type { CivilDate } from '../../kernel/time.ts'
import { checkBy, checkedOn, firstDay } from '../scope.ts'

/** When the row was compared with its source, and who signed it: nobody yet. */
export const reviewed = { checkedOn, checkBy, clinicalReview: 'none' } as const

/** Medicines change between sessions, so they are asked at screening and again on the day. */
export const everyVisit = ['screening', 'session'] as const

/** The day the US label of the nasal spray began. */
export const usLabel = '2019-03-05'

/** The day the EU label of the nasal spray began. */
export const euLabel = '2019-12-18'

/** The revision of the US ketamine injection label that was seen. */
export const injectionLabel = '2024-10-01'

/** The last day before that revision. */
export const beforeInjectionLabel = '2024-09-30'

/** Products and packs of a row, from a day on; without a day, from the first that can be replayed. */
/* @__NO_SIDE_EFFECTS__ */
export function scope(
  products: readonly string[],
  jurisdictions: readonly string[],
  from: CivilDate = firstDay,
  to?: CivilDate,
): Scope {
  return { products, jurisdictions, effective: { from, ...(to === undefined ? {} : { to }) } }
}
