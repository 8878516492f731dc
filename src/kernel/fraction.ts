/** Exact sums with division in them: fractions of whole numbers, turned into a number once, at the end. @module */
import { asFraction, canonicalUnit, nearestNumber, type Quantity } from './quantity.ts'
import { type Unit, units } from './units.ts'

/** A fraction in lowest terms. */
export interface Fraction {
  readonly top: bigint
  /** Above zero. */
  readonly bottom: bigint
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** A fraction of two whole numbers, in lowest terms; the second is not zero. */
function reduced(top: bigint, bottom: bigint): Fraction {
  if (bottom === 1n) return { top, bottom }
  const common = divisor(top, bottom < 0n ? -bottom : bottom)
  const by = bottom < 0n ? -common : common
  return { top: top / by, bottom: bottom / by }
}

/** Nothing. */
export const nought: Fraction = { top: 0n, bottom: 1n }

/** A finite number as the decimal it is written as: 0.1 is a tenth. */
export function fractionOf(value: number): Fraction {
  const [top, bottom] = asFraction(value)
  return reduced(top, bottom)
}

export function sum(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function difference(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
}

export function productOf(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.top, a.bottom * b.bottom)
}

/** One fraction by another, which is not zero. */
export function quotientOf(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom, a.bottom * b.top)
}

/** Below zero where the first is smaller, above zero where it is larger. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The smaller of two. */
export function lesser(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) <= 0 ? a : b
}

/** The larger of two. */
export function larger(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) >= 0 ? a : b
}

/** How a number that is not below zero becomes a whole number of steps. */
export type StepMode = 'nearest' | 'nearest-even' | 'down' | 'up'

/** A fraction that is not below zero as a whole number of steps; the step is above zero. */
export function inSteps(value: Fraction, step: Fraction, mode: StepMode): Fraction {
  const { top, bottom } = quotientOf(value, step)
  const below = top / bottom
  const rest = (top % bottom) * 2n
  const upward =
    mode === 'up'
      ? rest > 0n
      : mode === 'nearest'
        ? rest >= bottom
        : mode === 'nearest-even' && (rest > bottom || (rest === bottom && below % 2n === 1n))
  return productOf({ top: upward ? below + 1n : below, bottom: 1n }, step)
}

/** The smallest whole number that is not below a fraction which is not below zero. */
export function wholeAbove(value: Fraction): Fraction {
  return inSteps(value, { top: 1n, bottom: 1n }, 'up')
}

/** The nearest number; nothing where no number is that large. */
export function numberOf(value: Fraction): number | undefined {
  return nearestNumber(value.top, value.bottom)
}

/** The fraction as text, exactly: `25/3`, or a whole number alone. */
export function fractionText(value: Fraction): string {
  return value.bottom === 1n ? `${value.top}` : `${value.top}/${value.bottom}`
}

/** A quantity counted in another unit of its dimension, exactly; nothing where that is not possible. */
export function exactIn(quantity: Quantity, unit: Unit): Fraction | undefined {
  const from = canonicalUnit(quantity.unit)
  if (from === undefined || !Number.isFinite(quantity.value)) return undefined
  const [dimension, factor, zero]: readonly [string, string, string?] = units[from]
  const [target, targetFactor, targetZero]: readonly [string, string, string?] = units[unit]
  // Degrees have a zero of their own; no dose is counted in them.
  if (dimension !== target || zero !== targetZero) return undefined
  const value = fractionOf(quantity.value)
  return from === unit ? value : quotientOf(productOf(value, decimalText(factor)), decimalText(targetFactor))
}

/** A plain decimal text, as the table of units writes its factors. */
function decimalText(text: string): Fraction {
  const [whole = '', part = ''] = text.split('.')
  return reduced(BigInt(whole + part), 10n ** BigInt(part.length))
}
