/** Words the rows share: products, packs, days. @module */

/** The first day the tables can be replayed: the first label of the nasal spray. */
export const firstDay = '2019-03-05'

/** The day the rows were compared with their sources. */
export const checkedOn = '2026-11-22'

/** The day of the next look. */
export const checkBy = '2027-05-22'

/** The products that are the licensed ketamine injection, by any route of injection. */
export const injection = ['ketamine-iv', 'ketamine-im', 'ketamine-sc'] as const

/** Ketamine that is compounded and has no label of its own. */
export const compounded = ['ketamine-oral', 'ketamine-sublingual', 'ketamine-nasal-compounded'] as const

/** Racemic ketamine by every route. */
export const ketamine = [...injection, ...compounded] as const

/** Every product the tables cover. */
export const allProducts = ['esketamine-nasal', ...ketamine] as const

/** Rows that stand alike in both packs. */
export const bothPacks = ['us', 'eu'] as const

/** What every row carries until a named clinician signs it. */
export const unsigned = { checkedOn, checkBy, clinicalReview: 'none' } as const

/** The nasal spray under its US label, from the first day of that label. */
export const nasalUs = {
  products: ['esketamine-nasal'],
  jurisdictions: ['us'],
  effective: { from: firstDay },
} as const

/** The nasal spray under its EU label, from the first day of that label. */
export const nasalEu = {
  products: ['esketamine-nasal'],
  jurisdictions: ['eu'],
  effective: { from: '2019-12-18' },
} as const
