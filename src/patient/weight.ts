/** A weight that changed more than bodies do. @module */
import { type CodeRow, weightJump, weightRatio } from '../kernel/codes.ts'
import { valueIn } from '../kernel/quantity.ts'
import { type Moment, rangeOf } from './moment.ts'
import type { ObservationEntry } from './patient.schema.ts'

const monthMs = 30 * 86_400_000

/**
 * What is odd about the last two weights, if anything: a ratio near 2.2 (pounds taken for kilograms, or the other way
 * round), a change of a quarter, or one of a tenth within thirty days.
 *
 * The values stay as they are.
 *
 * @see safety requirements, table N: 10 % in 30 days warns; 25 % or a ratio of 0.42 to 0.49 or 2.05 to 2.4 blocks
 */
export function weightOddity(readings: readonly ObservationEntry[], moment: Moment): CodeRow | undefined {
  const [before, last] = lastTwo(readings, moment)
  if (before === undefined || last === undefined) return undefined
  const ratio = last.kg / before.kg
  if ((ratio >= 0.42 && ratio <= 0.49) || (ratio >= 2.05 && ratio <= 2.4)) return weightRatio
  const change = Math.abs(ratio - 1)
  return change >= 0.25 || (change > 0.1 && last.ms - before.ms <= monthMs) ? weightJump : undefined
}

interface Weight {
  readonly kg: number
  readonly ms: number
}

function lastTwo(readings: readonly ObservationEntry[], moment: Moment): readonly Weight[] {
  const weights: Weight[] = []
  for (const { value, absent, at } of readings) {
    const kg = value === undefined || absent !== undefined ? undefined : valueIn(value, 'kg')
    const ms = rangeOf(at, moment)?.to
    if (kg === undefined || ms === undefined || weights.some((known) => known.kg === kg && known.ms === ms))
      continue
    weights.push({ kg, ms })
  }
  return weights.sort((a, b) => a.ms - b.ms || a.kg - b.kg).slice(-2)
}
