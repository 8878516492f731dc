/**
 * Fractions of whole numbers, written apart from the library and in another way: never reduced, read from the text of a
 * number, and held against a double by its bits. Nothing here imports the library.
 * @module
 */

/** A fraction as it comes, not in lowest terms. */
export type Rational = readonly [bigint, bigint]

/** The decimal a number is printed as. */
export function decimal(value: number): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (match === null) throw new Error('not a finite number')
  const [, sign = '', whole = '', part = '', power = '0'] = match
  const shift = Number(power) - part.length
  const digits = BigInt(sign + whole + part)
  return shift >= 0 ? [digits * 10n ** BigInt(shift), 1n] : [digits, 10n ** BigInt(-shift)]
}

export const mul = (a: Rational, b: Rational): Rational => [a[0] * b[0], a[1] * b[1]]
export const div = (a: Rational, b: Rational): Rational => [a[0] * b[1], a[1] * b[0]]
export const add = (a: Rational, b: Rational): Rational => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]]
export const sub = (a: Rational, b: Rational): Rational => [a[0] * b[1] - b[0] * a[1], a[1] * b[1]]

/** Below, at or above zero as the first is smaller, equal or larger. Both denominators are above zero. */
export function compare(a: Rational, b: Rational): number {
  const gap = a[0] * b[1] - b[0] * a[1]
  return gap < 0n ? -1 : gap > 0n ? 1 : 0
}

/** So many whole steps as fit in. */
export function floorTo(value: Rational, step: Rational): Rational {
  const [top, bottom] = div(value, step)
  return mul([top / bottom, 1n], step)
}

/** The smallest whole number that is not below. */
export function ceiling([top, bottom]: Rational): number {
  return Number((top + bottom - 1n) / bottom)
}

/** What a text such as `25/3` says. */
export function ofText(text: string): Rational {
  const [top = '', bottom = '1'] = text.split('/')
  return [BigInt(top), BigInt(bottom)]
}

const bits = new DataView(new ArrayBuffer(8))

/** The exact value of a double that is not below zero, read from its bits. */
function dyadic(value: number): Rational {
  bits.setFloat64(0, value)
  const raw = bits.getBigUint64(0)
  const exponent = Number((raw >> 52n) & 0x7ffn)
  const part = raw & 0xfffffffffffffn
  const mantissa = exponent === 0 ? part : part | 0x10000000000000n
  const power = (exponent === 0 ? 1 : exponent) - 1075
  return power >= 0 ? [mantissa << BigInt(power), 1n] : [mantissa, 1n << BigInt(-power)]
}

function neighbour(value: number, by: bigint): number {
  bits.setFloat64(0, value)
  bits.setBigUint64(0, bits.getBigUint64(0) + by)
  return bits.getFloat64(0)
}

const distance = (a: Rational, b: Rational): Rational => {
  const [top, bottom] = sub(a, b)
  return [top < 0n ? -top : top, bottom]
}

/** Whether no double lies nearer to the fraction. */
export function isNearest(value: number, exact: Rational): boolean {
  if (!Number.isFinite(value) || value < 0) return false
  const off = distance(dyadic(value), exact)
  if (off[0] === 0n) return true
  const above = compare(off, distance(dyadic(neighbour(value, 1n)), exact)) <= 0
  return above && (value === 0 || compare(off, distance(dyadic(neighbour(value, -1n)), exact)) <= 0)
}
