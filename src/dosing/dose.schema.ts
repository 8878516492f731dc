/** A dose as it is ordered. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { quantity } from '../kernel/quantity.schema.ts'

/** Whether milligrams count the base or the hydrochloride: 10 mg of base are 11.53 mg of the salt. */
export const Salt = z.enum(['base', 'hydrochloride'])
export type Salt = z.infer<typeof Salt>

/** Which weight a dose by weight is counted on. None stands in for another. */
export const WeightBasis = z.enum(['actual', 'ideal', 'adjusted', 'lean'])
export type WeightBasis = z.infer<typeof WeightBasis>

/** What an order may add: the time it is given over, and what the product is said to be. */
const order = {
  /** How long it is given over, min or h; left out for what is given at once. */
  over: quantity.optional(),
  /** The route as ordered, where it is written down: it has to be the route of the product. */
  route: z.enum(['nasal', 'iv', 'im', 'sc', 'oral', 'sublingual']).optional(),
  enantiomer: z.enum(['racemate', 's-enantiomer']).optional(),
}

/** A dose as it is ordered: a fixed amount, an amount for each kilogram, a rate over a time, or whole nasal devices. */
export const PrescribedDose = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('fixed'), amount: quantity, as: Salt, ...order }),
  z.strictObject({
    basis: z.literal('per-kg'),
    /** mg/kg or ug/kg. */
    amount: quantity,
    weight: WeightBasis,
    as: Salt,
    ...order,
  }),
  z.strictObject({
    basis: z.literal('rate'),
    /** mg/kg/h, mg/kg/min, mg/h or mg/min; it runs for `over`. */
    rate: quantity,
    /** Asked for where the rate is by weight. */
    weight: WeightBasis.optional(),
    as: Salt,
    ...order,
    over: quantity,
  }),
  z.strictObject({ basis: z.literal('devices'), count: z.int(), ...order }),
])
export type PrescribedDose = z.infer<typeof PrescribedDose>
