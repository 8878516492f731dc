/** A number with its unit: compared in one unit, shown so that nobody misreads it by a factor of ten. @module */
import { badArgument } from './codes.ts'
import { Refusal } from './refusal.ts'
import { answered } from './total.ts'
import { type Unit, type UnitAlias, unitAliases, units } from './units.ts'

export type { Unit } from './units.ts'

/** A number and what it counts. A quantity in mg is not a quantity in kg, nor is a bare number one. */
export interface Quantity<U extends string = string> {
  readonly value: number
  readonly unit: U
}

const isUnit = (text: string): text is Unit => Object.hasOwn(units, text)
const isAlias = (text: string): text is UnitAlias => Object.hasOwn(unitAliases, text)

/**
 * The UCUM code a spelling stands for.
 *
 * @param text - a unit as written; case counts, nothing is trimmed
 * @returns the code, or nothing where the spelling is not listed
 *
 * @example
 * ```ts
 * canonicalUnit('mcg') // => 'ug'
 * canonicalUnit('KG') // => undefined
 * ```
 */
export function canonicalUnit(text: string): Unit | undefined {
  if (typeof text !== 'string') return undefined
  if (isUnit(text)) return text
  return isAlias(text) ? unitAliases[text] : undefined
}

/** What turns a value of one unit into another: (value x `times` + `plus`) / `over`, in whole numbers. */
interface Ratio {
  readonly times: bigint
  readonly plus: bigint
  readonly over: bigint
  /** The same three as plain numbers, for the quick way. */
  readonly quick: readonly [number, number, number]
}

/** A decimal text as a fraction of whole numbers. */
function fraction(text: string): readonly [bigint, bigint] {
  const [whole = '', part = ''] = text.split('.')
  return [BigInt(whole + part), 10n ** BigInt(part.length)]
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))

// Filled pair by pair as units are met; no more entries than pairs of listed units.
const ratios = new Map<string, Ratio | undefined>()

/**
 * How one unit turns into another.
 *
 * @returns the ratio in lowest terms, or nothing where the units measure different things
 */
function ratio(from: Unit, to: Unit): Ratio | undefined {
  const key = `${from} ${to}`
  if (ratios.has(key)) return ratios.get(key)
  const [dimension, factor, zero = '0']: readonly [string, string, string?] = units[from]
  const [target, targetFactor, targetZero = '0']: readonly [string, string, string?] = units[to]
  let found: Ratio | undefined
  if (dimension === target) {
    const [n, d] = fraction(factor)
    const [targetN, targetD] = fraction(targetFactor)
    const times = n * targetD
    const plus = (BigInt(zero) - BigInt(targetZero)) * d * targetD
    const over = d * targetN
    const common = divisor(divisor(times, plus < 0n ? -plus : plus), over)
    const [a, b, c] = [times / common, plus / common, over / common]
    found = { times: a, plus: b, over: c, quick: [Number(a), Number(b), Number(c)] }
  }
  ratios.set(key, found)
  return found
}

/**
 * The value in another unit: the number nearest to the exact result.
 *
 * In its own unit a value comes back as it is. Otherwise the value is taken as the decimal it is written as
 * (70.1 is 701 tenths), multiplied and divided in whole numbers, and rounded once, at the end, to the nearest
 * double. So 180 lb are 81.6466266 kg, and 98.6 degrees Fahrenheit are 37 degrees Celsius, to the last digit.
 *
 * @param quantity - a finite value in a listed unit or alias
 * @param unit - the unit wanted, listed or alias
 * @returns the value, or nothing where either unit is unlisted, they measure different things, or the value
 *   is not a finite number
 *
 * @example
 * ```ts
 * valueIn({ value: 180, unit: 'lb' }, 'kg') // => 81.6466266
 * valueIn({ value: 0.5, unit: 'mg' }, 'mg/kg') // => undefined
 * ```
 */
export function valueIn(quantity: Quantity, unit: string): number | undefined {
  const from = canonicalUnit(quantity.unit)
  const to = canonicalUnit(unit)
  const value = quantity.value
  if (from === undefined || to === undefined || !Number.isFinite(value)) return undefined
  if (from === to) return value + 0 // a negative zero becomes zero
  const how = ratio(from, to)
  if (how === undefined) return undefined
  const [times, plus, over] = how.quick
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const whole = Math.round(value * scale)
    if (whole / scale !== value) continue
    const top = whole * times + scale * plus
    const bottom = scale * over
    // Below 2^53 every product above is exact, so the one division rounds once. A sum cannot hide a part too big.
    const exact = Number.isSafeInteger(whole * times) && Number.isSafeInteger(scale * plus)
    if (exact && Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom + 0
    break
  }
  return longWay(value, how)
}

/** As above, for values with many digits: slower, with whole numbers of any length. */
function longWay(value: number, { times, plus, over }: Ratio): number | undefined {
  const [top, bottom] = asFraction(value)
  return nearestNumber(top * times + bottom * plus, bottom * over)
}

/**
 * A finite number as the fraction of the decimal it is written as; not in lowest terms.
 *
 * @example
 * ```ts
 * asFraction(0.25) // => [25n, 100n]
 * ```
 */
export function asFraction(value: number): readonly [bigint, bigint] {
  if (Number.isSafeInteger(value)) return [BigInt(value), 1n]
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  const power = BigInt(exponent)
  const [top, bottom] = fraction(mantissa)
  return power > 0n ? [top * 10n ** power, bottom] : [top, bottom * 10n ** -power]
}

/**
 * The number nearest to a fraction.
 *
 * @param bottom - above zero
 * @returns nothing where no number is that large
 */
export function nearestNumber(top: bigint, bottom: bigint): number | undefined {
  // Where both are numbers already, the one division rounds once.
  if (isNumber(top) && isNumber(bottom)) return Number(top) / Number(bottom) + 0
  // Thirty digits of the quotient, and a last one that says whether anything follows: enough to round right.
  const shift = 30 + bottom.toString().length - top.toString().length
  const [up, down] = shift > 0 ? [top * 10n ** BigInt(shift), bottom] : [top, bottom * 10n ** BigInt(-shift)]
  const result = Number(`${up / down}${up % down === 0n ? '0' : '1'}e${-shift - 1}`)
  return Number.isFinite(result) ? result + 0 : undefined
}

const largest = BigInt(Number.MAX_SAFE_INTEGER)

function isNumber(whole: bigint): boolean {
  return whole <= largest && whole >= -largest
}

// What clinicians read instead of the code. UCUM brackets are for machines; `ug` is misread as `mg`.
const shown: Readonly<Record<string, string>> = {
  '[lb_av]': 'lb',
  '[oz_av]': 'oz',
  '[in_i]': 'in',
  '[ft_i]': 'ft',
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '[degF]': '°F',
  ug: 'mcg',
  'ug/kg': 'mcg/kg',
  'ug/min': 'mcg/min',
  'ug/kg/min': 'mcg/kg/min',
  'ug/mL': 'mcg/mL',
  'ug/L': 'mcg/L',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m2',
  '[IU]/L': 'IU/L',
  'm[IU]/L': 'mIU/L',
  'u[IU]/mL': 'microIU/mL',
  d: 'days',
  wk: 'weeks',
  mo: 'months',
  a: 'years',
  '10*3/uL': 'thousand/microL',
  '10*6/uL': 'million/microL',
  '10*9/L': 'billion/L',
  '{score}': 'points',
  '{n}': '',
  '{INR}': 'INR',
  '1': '',
}

/**
 * The number in plain digits: a leading zero, no trailing zero, never an exponent, always a point.
 *
 * @example
 * ```ts
 * plainNumber(5e-7) // => '0.0000005'
 * ```
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return 'unreadable'
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const part = point > 0 ? digits.slice(point) : digits.padStart(digits.length - point, '0')
  const text = part === '' || value === 0 ? whole : `${whole}.${part}`
  return value < 0 ? `-${text}` : text
}

/**
 * The quantity as a clinician should read it.
 *
 * @returns number, space, unit; the number alone where the unit is a plain count
 *
 * @example
 * ```ts
 * formatQuantity({ value: 0.5, unit: 'ug' }) // => '0.5 mcg'
 * ```
 */
export function formatQuantity(quantity: Quantity): string {
  return answered(() => {
    const unit = canonicalUnit(quantity.unit)
    const word = unit === undefined ? 'of an unlisted unit' : Object.hasOwn(shown, unit) ? shown[unit] : unit
    const number = plainNumber(quantity.value)
    return word === '' ? number : `${number} ${word}`
  })
}

/** A number that can be counted with; minus zero is zero. */
function finite(value: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal(badArgument, 'value')
  return value + 0
}

/** An amount of substance by mass, mg. */
/* @__NO_SIDE_EFFECTS__ */
export function mg(value: number): Quantity<'mg'> {
  return { value: finite(value), unit: 'mg' }
}

/** A body weight, kg. */
/* @__NO_SIDE_EFFECTS__ */
export function kg(value: number): Quantity<'kg'> {
  return { value: finite(value), unit: 'kg' }
}

/** A dose for each kilogram of body weight, mg/kg. */
/* @__NO_SIDE_EFFECTS__ */
export function mgPerKg(value: number): Quantity<'mg/kg'> {
  return { value: finite(value), unit: 'mg/kg' }
}

/** A pressure, mm[Hg]. */
/* @__NO_SIDE_EFFECTS__ */
export function mmHg(value: number): Quantity<'mm[Hg]'> {
  return { value: finite(value), unit: 'mm[Hg]' }
}

/** A volume, mL. */
/* @__NO_SIDE_EFFECTS__ */
export function mL(value: number): Quantity<'mL'> {
  return { value: finite(value), unit: 'mL' }
}

/** A length of elapsed time, min. */
/* @__NO_SIDE_EFFECTS__ */
export function minutes(value: number): Quantity<'min'> {
  return { value: finite(value), unit: 'min' }
}
