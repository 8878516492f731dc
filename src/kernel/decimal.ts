/** Sums and products of quantities in exact decimals, rounded once and only when asked. @module */

import Big from 'big.js'
import { badArgument } from './codes.ts'
import { canonicalUnit, type Quantity, type Unit } from './quantity.ts'
import { Refusal } from './refusal.ts'
import { err, ok, type Result } from './result.ts'
import { answered } from './total.ts'
import { units } from './units.ts'

/** Why two quantities do not go together, or a number cannot be used. It never names the value. */
export type QuantityError =
  /** The units measure different things, or one is not listed. */
  | { readonly code: 'unit-mismatch' }
  /** A number is not finite, or the result is too large or small for one. */
  | { readonly code: 'not-a-number' }
  /** A rounding step that is not above zero. */
  | { readonly code: 'bad-step' }

const mismatch = { code: 'unit-mismatch' } as const
const notANumber = { code: 'not-a-number' } as const

/** The decimal a number is written as; nothing for NaN and infinity. */
const decimal = (value: number): Big | undefined => (Number.isFinite(value) ? new Big(value) : undefined)

/** The quotient to thirty significant digits, more than a number can hold. */
function quotient(top: Big, bottom: Big): Big {
  const Exact = Big()
  Exact.DP = Math.max(0, 30 + bottom.e - top.e)
  return new Exact(top).div(bottom)
}

function result<U extends string>(value: Big, unit: U): Result<Quantity<U>, QuantityError> {
  const number = value.toNumber() + 0 // a negative zero becomes zero
  return Number.isFinite(number) ? ok({ value: number, unit }) : err(notANumber)
}

/** The sum of two whole numbers, where plain numbers hold it exactly. */
function wholeSum(left: number, right: number): number | undefined {
  const total = left + right
  const isExact = Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(total)
  return isExact ? total + 0 : undefined
}

/** How many base units of its dimension a value is, exactly. */
function inBase(value: Big, unit: Unit): Big {
  const [, factor, zero = '0']: readonly [string, string, string?] = units[unit]
  return value.times(factor).plus(zero)
}

/**
 * The same quantity in another unit, exact where the decimal ends and else the nearest number.
 *
 * @param quantity - a finite value in a listed unit or alias
 * @param unit - the UCUM code wanted
 * @returns the quantity; `unit-mismatch` where the units measure different things
 *
 * @example
 * ```ts
 * convert({ value: 180, unit: '[lb_av]' }, 'kg')
 * // => { ok: true, value: { value: 81.6466266, unit: 'kg' } }
 * ```
 */
export function convert<U extends Unit>(quantity: Quantity, unit: U): Result<Quantity<U>, QuantityError> {
  return answered(() => {
    const from = canonicalUnit(quantity.unit)
    const to = canonicalUnit(unit)
    if (from === undefined || to === undefined || units[from][0] !== units[to][0]) return err(mismatch)
    const value = decimal(quantity.value)
    if (value === undefined) return err(notANumber)
    if (from === to) return result(value, unit)
    const [, factor, zero = '0']: readonly [string, string, string?] = units[to]
    return result(quotient(inBase(value, from).minus(zero), new Big(factor)), unit)
  })
}

/** Which unit times which gives which. What is not listed does not multiply. */
const products = {
  'mg/kg': { kg: 'mg' },
  'ug/kg': { kg: 'ug' },
  'mg/kg/h': { kg: 'mg/h' },
  'mg/kg/min': { kg: 'mg/min' },
  'ug/kg/min': { kg: 'ug/min' },
  'mg/h': { h: 'mg' },
  'mg/min': { min: 'mg' },
  'ug/min': { min: 'ug' },
  'mL/h': { h: 'mL' },
  'mL/min': { min: 'mL' },
  'mg/mL': { mL: 'mg' },
} as const

type Products = typeof products

function product(left: string, right: string): Unit | undefined {
  const table: Readonly<Record<string, Readonly<Record<string, Unit>>>> = products
  const row = Object.hasOwn(table, left) ? table[left] : undefined
  return row !== undefined && Object.hasOwn(row, right) ? row[right] : undefined
}

/**
 * A dose by weight times a weight, a rate times a time, a concentration times a volume, or any quantity so many times.
 *
 * Exact: nothing is rounded but to the nearest number at the very end. Only the pairs of units that mean something
 * multiply, in this order and in these units; a weight in pounds is converted first, where it can be seen.
 *
 * @example
 * ```ts
 * times({ value: 0.5, unit: 'mg/kg' }, { value: 70.2, unit: 'kg' })
 * // => { ok: true, value: { value: 35.1, unit: 'mg' } }
 * ```
 */
export function times<U extends string>(left: Quantity<U>, right: number): Result<Quantity<U>, QuantityError>
export function times<A extends keyof Products, B extends keyof Products[A] & string>(
  left: Quantity<A>,
  right: Quantity<B>,
): Result<Quantity<Products[A][B] & string>, QuantityError>
export function times(left: Quantity, right: Quantity | number): Result<Quantity, QuantityError> {
  return answered(() => {
    const by = typeof right === 'number' ? right : right.value
    const unit =
      typeof right === 'number' ? canonicalUnit(left.unit) && left.unit : product(left.unit, right.unit)
    if (unit === undefined) return err(mismatch)
    const a = decimal(left.value)
    const b = decimal(by)
    return a === undefined || b === undefined ? err(notANumber) : result(a.times(b), unit)
  })
}

/**
 * The sum of two quantities in the unit of the first: 0.1 mg and 0.2 mg are 0.3 mg.
 *
 * @example
 * ```ts
 * plus({ value: 0.1, unit: 'mg' }, { value: 0.2, unit: 'mg' })
 * // => { ok: true, value: { value: 0.3, unit: 'mg' } }
 * ```
 */
export function plus<U extends string>(
  left: Quantity<U>,
  right: Quantity<NoInfer<U>>,
): Result<Quantity<U>, QuantityError> {
  return answered(() => {
    const unit = canonicalUnit(left.unit)
    if (unit === undefined || unit !== canonicalUnit(right.unit)) return err(mismatch)
    const whole = wholeSum(left.value, right.value)
    if (whole !== undefined) return ok({ value: whole, unit: left.unit })
    const a = decimal(left.value)
    const b = decimal(right.value)
    return a === undefined || b === undefined ? err(notANumber) : result(a.plus(b), left.unit)
  })
}

/**
 * Which of two quantities is larger, exactly, whatever their units of one dimension.
 *
 * @returns -1 where the first is smaller, 0 where they are equal, 1 where it is larger
 *
 * @example
 * ```ts
 * compareQuantities({ value: 1, unit: '[lb_av]' }, { value: 0.45359237, unit: 'kg' })
 * // => { ok: true, value: 0 }
 * ```
 */
export function compareQuantities(left: Quantity, right: Quantity): Result<-1 | 0 | 1, QuantityError> {
  return answered(() => {
    const from = canonicalUnit(left.unit)
    const to = canonicalUnit(right.unit)
    if (from === undefined || to === undefined || units[from][0] !== units[to][0]) return err(mismatch)
    const a = decimal(left.value)
    const b = decimal(right.value)
    return a === undefined || b === undefined ? err(notANumber) : ok(inBase(a, from).cmp(inBase(b, to)))
  })
}

/**
 * `nearest`: halves go away from zero. `nearest-even`: halves go to the even step. `down`: towards zero.
 * `up`: away from zero.
 */
export type RoundingMode = 'nearest' | 'nearest-even' | 'down' | 'up'

const roundingModes: readonly RoundingMode[] = ['nearest', 'nearest-even', 'down', 'up']

/** A rounded quantity with what it was before and how it was rounded. */
export interface Rounded<U extends string = string> {
  readonly rounded: Quantity<U>
  readonly unrounded: Quantity<U>
  readonly rule: { readonly step: number; readonly mode: RoundingMode }
}

/**
 * The quantity as a whole number of steps, beside the unrounded one and the rule.
 *
 * @param quantity - what is to be rounded
 * @param step - above zero, in the unit of the quantity
 * @param mode - what happens between two steps
 * @throws Refusal `bad-argument` where the mode is none of those listed
 *
 * @example
 * ```ts
 * const drawn = roundTo({ value: 35.26, unit: 'mg' }, 0.5, 'nearest')
 * drawn.ok && drawn.value.rounded // => { value: 35.5, unit: 'mg' }
 * ```
 */
export function roundTo<U extends string>(
  quantity: Quantity<U>,
  step: number,
  mode: RoundingMode,
): Result<Rounded<U>, QuantityError> {
  return answered(() => {
    if (!roundingModes.includes(mode)) throw new Refusal(badArgument, 'mode')
    const value = decimal(quantity.value)
    const size = decimal(step)
    if (canonicalUnit(quantity.unit) === undefined) return err(mismatch)
    if (value === undefined) return err(notANumber)
    if (size === undefined || size.lte(0)) return err({ code: 'bad-step' })
    const rest = value.abs().mod(size) // exact: what is above the last whole step
    const below = value.abs().minus(rest)
    const half = rest.times(2).cmp(size)
    const odd = !below.mod(size.times(2)).eq(0)
    const upward =
      mode === 'up'
        ? rest.gt(0)
        : mode === 'nearest'
          ? half >= 0
          : mode === 'nearest-even' && (half > 0 || (half === 0 && odd))
    const away = upward ? below.plus(size) : below
    const rounded = result(value.lt(0) ? away.times(-1) : away, quantity.unit)
    if (!rounded.ok) return rounded
    const unrounded = { value: quantity.value + 0, unit: quantity.unit }
    return ok({ rounded: rounded.value, unrounded, rule: { step, mode } })
  })
}
