/** A weight that changed more than bodies do. @module */
import { compareFractions, difference, type Fraction, fractionOf, nought, productOf } from './fraction.ts'

const monthMs = 30 * 86_400_000
const of = (top: bigint): Fraction => ({ top, bottom: 100n })

/**
 * How much two weights in kg differ: by a ratio near 2.2 (pounds taken for kilograms, or the other way round), by a
 * quarter, or by more than a tenth within thirty days.
 *
 * Compared exactly: 77 kg after 70 kg is a tenth and no more.
 *
 * @param elapsedMs - from the first to the second; left out where nobody knows
 * @see safety requirements, table N: 10 % in 30 days warns; 25 % or a ratio of 0.42 to 0.49 or 2.05 to 2.4 blocks
 */
export function weightChange(
  before: number,
  last: number,
  elapsedMs: number | undefined,
): 'unit-slip' | 'large' | 'notable' | undefined {
  // Far from every limit nothing has to be exact.
  if (Math.abs(last - before) < before * 0.09) return undefined
  const [a, b] = [fractionOf(before), fractionOf(last)]
  const reaches = (share: bigint): boolean => compareFractions(b, productOf(a, of(share))) >= 0
  const exceeds = (share: bigint): boolean => compareFractions(b, productOf(a, of(share))) > 0
  if ((reaches(42n) && !exceeds(49n)) || (reaches(205n) && !exceeds(240n))) return 'unit-slip'
  if (reaches(125n) || !exceeds(75n)) return 'large'
  const change = difference(b, a)
  const size = compareFractions(change, nought) < 0 ? { top: -change.top, bottom: change.bottom } : change
  const notable = compareFractions(size, productOf(a, of(10n))) > 0
  return notable && (elapsedMs === undefined || elapsedMs <= monthMs) ? 'notable' : undefined
}
