/** Which readings no living adult can have, and which are worth a second look. @module */

import { type Quantity, valueIn } from './quantity.ts'
import { refusalOf } from './total.ts'
import type { Unit } from './units.ts'

/**
 * Where a measurement is refused (outside `hard`) or questioned (outside `soft`); both ends belong to the range.
 *
 * These limits tell errors from patients. They are no treatment thresholds: those stand in the rules.
 */
export interface Bounds {
  readonly unit: Unit
  readonly hard: readonly [number, number]
  readonly soft: readonly [number, number]
  readonly because: string
}

/** The bounds of each measurement, by the id of its fact. Proposed values; no clinician has reviewed them. */
export const bounds = {
  age: {
    unit: 'a',
    hard: [0, 130],
    soft: [18, 90],
    because: 'Every living person is inside; under 18 the adult rules were not written for the patient.',
  },
  'body-weight': {
    unit: 'kg',
    hard: [2, 650],
    soft: [35, 200],
    because: 'Every living adult is inside; outside the soft range a slip of the unit is worth asking about.',
  },
  'body-height': {
    unit: 'cm',
    hard: [50, 275],
    soft: [135, 210],
    because:
      'Every living adult is inside; a height in metres or most in inches, written as centimetres, is not.',
  },
  'systolic-pressure': {
    unit: 'mm[Hg]',
    hard: [30, 350],
    soft: [85, 200],
    because: 'A cuff on a person awake reads inside; outside the soft range it is measured again.',
  },
  'diastolic-pressure': {
    unit: 'mm[Hg]',
    hard: [10, 250],
    soft: [45, 120],
    because:
      'As for the systolic pressure, below which it must also lie (that is checked where both are known).',
  },
  'heart-rate': {
    unit: '/min',
    hard: [10, 350],
    soft: [45, 130],
    because: 'A zero or a sentinel (-1, 999) is a fault of the sensor or the entry, not a pulse.',
  },
  'oxygen-saturation': {
    unit: '%',
    hard: [20, 100],
    soft: [90, 100],
    because: 'More than all is impossible; 0.97 is a fraction written for a percentage.',
  },
  'respiratory-rate': {
    unit: '/min',
    hard: [1, 80],
    soft: [8, 30],
    because: 'A zero or a sentinel (-1, 999) is a fault of the sensor or the entry, not a breath.',
  },
  'body-temperature': {
    unit: 'Cel',
    hard: [25, 45],
    soft: [35, 38.5],
    because: 'A temperature in Fahrenheit written as Celsius lies far above.',
  },
} as const satisfies Readonly<Record<string, Bounds>>

const isBounded = (name: string): name is keyof typeof bounds => Object.hasOwn(bounds, name)

/**
 * Whether a reading can be true of a living adult.
 *
 * The value is compared exactly, in the unit of the table; it is never changed, clipped or guessed at.
 *
 * @param name - id of the measurement fact
 * @param quantity - the reading
 * @returns `ok`; `unusual` (ask again); `impossible` (not to be used in any sum); `wrong-unit` (no reading of
 *   this kind has the unit). A measurement without a row is `ok`.
 *
 * @example
 * ```ts
 * checkBounds('body-temperature', { value: 98.6, unit: 'Cel' }) // => 'impossible'
 * checkBounds('body-temperature', { value: 98.6, unit: '[degF]' }) // => 'ok'
 * ```
 */
export function checkBounds(
  name: string,
  quantity: Quantity,
): 'ok' | 'unusual' | 'impossible' | 'wrong-unit' {
  try {
    if (!isBounded(name)) return 'ok'
    const { unit, hard, soft } = bounds[name]
    const readable = Number.isFinite(quantity.value)
    const value = valueIn(readable ? quantity : { value: 0, unit: quantity.unit }, unit)
    if (value === undefined) return 'wrong-unit'
    if (!readable || value < hard[0] || value > hard[1]) return 'impossible'
    return value < soft[0] || value > soft[1] ? 'unusual' : 'ok'
  } catch (thrown) {
    throw refusalOf(thrown)
  }
}
