/** How far a value lies from the one before the dose. @module */
import { plus } from '../kernel/decimal.ts'

/** The difference, and what it is of the value before, percent; both below 0 where the value fell. */
export interface Change {
  readonly absolute: number
  readonly percent: number
}

/**
 * The change from a baseline, in the unit of both.
 *
 * percent = (value - baseline) / baseline x 100
 *
 * Reckoned with the numbers as they are written: from 120 to 144 are 20 %, not a little more.
 *
 * @returns nothing where there is no number, or the baseline is not above 0
 */
export function changeFrom(baseline: number, value: number): Change | undefined {
  const difference = plus({ value, unit: '1' }, { value: -baseline, unit: '1' })
  if (!difference.ok || !(baseline > 0)) return undefined
  const absolute = difference.value.value
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const top = Math.round(absolute * scale)
    const bottom = Math.round(baseline * scale)
    if (top / scale === absolute && bottom / scale === baseline)
      return { absolute, percent: (top * 100) / bottom }
  }
  return { absolute, percent: (absolute * 100) / baseline }
}
