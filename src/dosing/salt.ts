/** Milligrams of base and milligrams of the hydrochloride: turned into each other only by a factor that is shown. @module */
import { badArgument } from '../kernel/codes.ts'
import { compareFractions, exactIn, type Fraction, nought, quotientOf, sum } from '../kernel/fraction.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'

/**
 * How much of the hydrochloride holds how much base, as one printed pair.
 *
 * A label prints several pairs whose ratios differ in the last digit, so the caller names the one that is meant:
 * none is taken by default.
 *
 * @see fact prod-ketamine-salt-factor
 */
export interface SaltFactor {
  readonly base: Quantity<'mg'>
  readonly hydrochloride: Quantity<'mg'>
}

/**
 * Milligrams of base in a milligram of the hydrochloride, exactly.
 *
 * @throws Refusal `bad-argument` unless both are above zero, and the salt weighs more than its base and less than twice
 */
export function baseShare(factor: SaltFactor, path: string): Fraction {
  const base = massOf(factor?.base)
  const salt = massOf(factor?.hydrochloride)
  // A pair the wrong way round would turn every dose into a larger one.
  const plausible =
    base !== undefined &&
    salt !== undefined &&
    compareFractions(base, nought) > 0 &&
    compareFractions(salt, base) > 0 &&
    compareFractions(salt, sum(base, base)) < 0
  if (!plausible) throw new Refusal(badArgument, path)
  return quotientOf(base, salt)
}

function massOf(quantity: Quantity | undefined): Fraction | undefined {
  return typeof quantity?.value === 'number' && typeof quantity.unit === 'string'
    ? exactIn(quantity, 'mg')
    : undefined
}
