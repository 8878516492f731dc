/** The numbers of an order, read by hand: nothing is coerced, trimmed or guessed. @module */
import { bounds, checkBounds } from '../kernel/bounds.ts'
import { exactIn, type Fraction, fractionOf, numberOf } from '../kernel/fraction.ts'
import { canonicalUnit, type Quantity } from '../kernel/quantity.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Unit } from '../kernel/units.ts'

/** Why a number of an order cannot be used. The path says which; the value is not repeated. */
export interface NumberFault {
  readonly code:
    | 'wrong-shape'
    | 'unknown-unit'
    | 'unit-mismatch'
    | 'not-a-number'
    | 'not-above-zero'
    | 'out-of-bounds'
  readonly path: string
}

/** Whether a value has members at all. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isQuantity(value: unknown): value is Quantity {
  return (
    isObject(value) &&
    'value' in value &&
    typeof value.value === 'number' &&
    'unit' in value &&
    typeof value.unit === 'string'
  )
}

/**
 * A quantity above zero, counted in a unit.
 *
 * A text (`1,5`, `1:100`, `10%`), a number without a unit and a unit of another kind are refused.
 */
export function amountIn(quantity: unknown, unit: Unit, path: string): Result<Fraction, NumberFault> {
  if (!isQuantity(quantity)) return err({ code: 'wrong-shape', path })
  if (canonicalUnit(quantity.unit) === undefined) return err({ code: 'unknown-unit', path })
  if (!Number.isFinite(quantity.value)) return err({ code: 'not-a-number', path })
  const amount = exactIn(quantity, unit)
  if (amount === undefined) return err({ code: 'unit-mismatch', path })
  return amount.top > 0n ? ok(amount) : err({ code: 'not-above-zero', path })
}

/** A weight or a height that a living adult can have. */
export function bodyMeasure(
  name: 'body-weight' | 'body-height',
  quantity: unknown,
  path: string,
): Result<Fraction, NumberFault> {
  const read = amountIn(quantity, bounds[name].unit, path)
  if (!read.ok || !isQuantity(quantity)) return read
  return checkBounds(name, quantity) === 'impossible' ? err({ code: 'out-of-bounds', path }) : read
}

/** The nearest number, as a quantity. */
export function shown<U extends string>(amount: Fraction, unit: U): Quantity<U> {
  return { value: numberOf(amount) ?? 0, unit }
}

/** The same quantity, and nothing else of the object. */
export function plainQuantity({ value, unit }: Quantity): Quantity {
  return { value, unit }
}

/** A whole number or decimal of a formula. */
export function exact(value: number): Fraction {
  return fractionOf(value)
}
