/** A weight that changed more than bodies do. @module */

const monthMs = 30 * 86_400_000

// A weight to the microgram is a whole number, and a hundred times the largest one still counts exactly.
const micrograms = (kg: number) => Math.round(kg * 1e9)

/**
 * How much two weights in kg differ: by a ratio near 2.2 (pounds taken for kilograms, or the other way round), by a
 * quarter, or by more than a tenth within thirty days.
 *
 * Compared in whole micrograms: 77 kg after 70 kg is a tenth and no more.
 *
 * @param elapsedMs - from the first to the second; left out where nobody knows
 * @see safety requirements, table N: 10 % in 30 days warns; 25 % or a ratio of 0.42 to 0.49 or 2.05 to 2.4 blocks
 */
export function weightChange(
  before: number,
  last: number,
  elapsedMs: number | undefined,
): 'unit-slip' | 'large' | 'notable' | undefined {
  const whole = micrograms(before)
  const hundred = micrograms(last) * 100
  const isWithin = (least: number, most: number) => hundred >= whole * least && hundred <= whole * most
  if (isWithin(42, 49) || isWithin(205, 240)) return 'unit-slip'
  if (hundred >= whole * 125 || hundred <= whole * 75) return 'large'
  const isNotable = !isWithin(90, 110) && (elapsedMs === undefined || elapsedMs <= monthMs)
  return isNotable ? 'notable' : undefined
}
