/** A weight that changed more than bodies do. @module */
import { type CodeRow, weightJump, weightRatio } from '../kernel/codes.ts'
import { valueIn } from '../kernel/quantity.ts'
import { weightChange } from '../kernel/weight-change.ts'
import { type Moment, rangeOf } from './moment.ts'
import type { ObservationEntry } from './patient.schema.ts'

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
  const change = weightChange(before.kg, last.kg, last.ms - before.ms)
  if (change === undefined) return undefined
  return change === 'unit-slip' ? weightRatio : weightJump
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
