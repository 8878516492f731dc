/** An amount between two bounds, exactly: what everything that was given is counted in. @module */
import {
  compareFractions,
  difference,
  type Fraction,
  larger,
  lesser,
  nought,
  numberOf,
  sum,
} from '../kernel/fraction.ts'
import type { Quantity } from '../kernel/quantity.ts'

/** From `low` to `high`; without `high` nothing bounds it. Neither is below zero. */
export interface Span {
  readonly low: Fraction
  readonly high: Fraction | undefined
}

/** An amount between the least and the most the log allows; `most` is left out where nothing bounds it. */
export interface AmountRange {
  readonly least: Quantity<'mg'>
  readonly most?: Quantity<'mg'>
}

/** Anything at all. */
export const anything: Span = { low: nought, high: undefined }
/** Nothing at all. */
export const nothing: Span = { low: nought, high: nought }

/** Exactly so much. */
export function exactly(amount: Fraction): Span {
  return { low: amount, high: amount }
}

/** From nothing up to so much. */
export function upTo(high: Fraction | undefined): Span {
  return { low: nought, high }
}

/** Whether both bounds are one. */
export function isExact({ low, high }: Span): boolean {
  return high !== undefined && compareFractions(low, high) === 0
}

export function plusSpan(a: Span, b: Span): Span {
  return {
    low: sum(a.low, b.low),
    high: a.high === undefined || b.high === undefined ? undefined : sum(a.high, b.high),
  }
}

/** The smallest span that holds both. */
export function around(a: Span, b: Span): Span {
  return {
    low: lesser(a.low, b.low),
    high: a.high === undefined || b.high === undefined ? undefined : larger(a.high, b.high),
  }
}

/** Whether the first lies inside the second. */
export function isWithin(a: Span, b: Span): boolean {
  if (compareFractions(a.low, b.low) < 0) return false
  return b.high === undefined || (a.high !== undefined && compareFractions(a.high, b.high) <= 0)
}

/** So much less, and not below nothing. */
export function lessBy(from: Fraction, by: Fraction): Fraction {
  return larger(difference(from, by), nought)
}

/** The span as quantities. A bound too large for a number is none. */
export function inMilligrams({ low, high }: Span): AmountRange {
  const most = high === undefined ? undefined : numberOf(high)
  const least = { value: numberOf(low) ?? 0, unit: 'mg' } as const
  return most === undefined ? { least } : { least, most: { value: most, unit: 'mg' } }
}
