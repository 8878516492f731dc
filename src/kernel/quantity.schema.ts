/** A quantity as it comes through the door: a finite number and a listed unit, kept as written. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { unitAliases, units } from './units.ts'

/**
 * A number with its unit, from the closed list of UCUM units or their listed aliases.
 *
 * Nothing is coerced, trimmed or guessed: `"70"`, `70` without a unit and `KG` are refused. So is a negative
 * zero, which no scale shows and which JSON would silently turn into another value.
 */
export const quantity = z.strictObject({
  value: z.number().refine((value) => !Object.is(value, -0), { message: 'negative-zero' }),
  unit: z.enum([...Object.keys(units), ...Object.keys(unitAliases)], 'unknown-unit'),
})
