/** What the rows share: products, packs, days, and the signature nobody has given yet. @module */
import type { Rule, Scope } from '../kernel/rule.ts'
import type { CivilDate } from '../kernel/time.ts'
import { type ActionCode, type Actions, actionsOf } from './actions.ts'

/** The first day the tables can be replayed: the first label of the nasal spray. */
export const firstDay = '2019-03-05'

/** The day the rows were compared with their sources. */
export const checkedOn = '2026-11-22'

/** The day of the next look. */
export const checkBy = '2027-05-22'

/** The nasal spray. */
export const nasal = ['esketamine-nasal'] as const

/** The products that are the licensed ketamine injection, by any route of injection. */
export const injection = ['ketamine-iv', 'ketamine-im', 'ketamine-sc'] as const

/** Ketamine that is compounded and has no label of its own. */
export const compounded = ['ketamine-oral', 'ketamine-sublingual', 'ketamine-nasal-compounded'] as const

/** Products of several groups together. */
/* @__NO_SIDE_EFFECTS__ */
export function productsOf(...groups: readonly (readonly string[])[]): readonly string[] {
  return groups.flat()
}

/** Racemic ketamine by every route. */
export const ketamine = /* @__PURE__ */ productsOf(injection, compounded)

/** Every product the tables cover. */
export const allProducts = /* @__PURE__ */ productsOf(nasal, ketamine)

/** Rows that stand alike in both packs. */
export const bothPacks = ['us', 'eu'] as const

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

/** The nasal spray under its US label, from the first day of that label. */
export const nasalUs = /* @__PURE__ */ scope(nasal, ['us'])

/** The nasal spray under its EU label, from the first day of that label. */
export const nasalEu = /* @__PURE__ */ scope(nasal, ['eu'], '2019-12-18')

/**
 * A row as it is written.
 *
 * When it was compared with its source, and who signed it, stand with all rows; an action is named by its code alone.
 */
export interface UnsignedRule extends Omit<Rule, 'actions' | 'checkedOn' | 'checkBy' | 'clinicalReview'> {
  readonly actions: readonly ActionCode[]
}

/**
 * Rules that were compared with their sources on one day and that no clinician has signed.
 *
 * A table that a clinician signs will carry the signature here, beside the day.
 */
/* @__NO_SIDE_EFFECTS__ */
export function unsigned(
  tables: readonly (() => readonly UnsignedRule[])[],
  actions: readonly Actions[],
): readonly Rule[] {
  return tables.flatMap((rows) =>
    rows().map((row) => ({
      ...row,
      actions: actionsOf(row.actions, actions),
      checkedOn,
      checkBy,
      clinicalReview: 'none' as const,
    })),
  )
}
