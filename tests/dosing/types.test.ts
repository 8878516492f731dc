/**
 * What must not compile of an order. Each line below an expected error is read by the type check; here it is also run,
 * because a caller without types makes the same mistakes.
 */
import { expect, test } from 'vitest'
import { us } from '../../src/entries/content.ts'
import {
  convertDose,
  type Delivered,
  deliveredDose,
  type Infusion,
  kg,
  mg,
  mgPerKg,
  minutes,
  mL,
  type Order,
  orderedDose,
  plus,
  type Quantity,
  type SaltFactor,
  times,
} from '../../src/index.ts'

const mismatch = { ok: false, error: { code: 'unit-mismatch' } }
const body = { weight: kg(70) }

test('milligrams, milligrams for each kilogram, an hour and a minute are different things', () => {
  const hourly: Quantity<'mg/kg/h'> = { value: 0.75, unit: 'mg/kg/h' }
  const minutely: Quantity<'mg/kg/min'> = { value: 0.0125, unit: 'mg/kg/min' }
  const strength: Quantity<'mg/mL'> = { value: 10, unit: 'mg/mL' }
  // @ts-expect-error an hour is no minute
  expect(plus(hourly, minutely)).toEqual(mismatch)
  // @ts-expect-error a dose by weight is no rate
  expect(plus(mgPerKg(0.5), hourly)).toEqual(mismatch)
  // @ts-expect-error milligrams in a millilitre are no milligrams
  expect(plus(strength, mg(10))).toEqual(mismatch)
  // @ts-expect-error a strength is multiplied with a volume, not with a time
  expect(times(strength, minutes(10))).toEqual(mismatch)
  // @ts-expect-error a volume is no time
  expect(plus(mL(10), minutes(10))).toEqual(mismatch)
})

test('what the library gives back is no other kind of amount', () => {
  const result = deliveredDose([])
  if (!result.ok) throw new Error(result.error.code)
  const given: Delivered = result.value
  // @ts-expect-error milligrams are not milligrams for each kilogram
  const wrong: Quantity<'mg/kg'> = given.least
  expect(wrong.unit).toBe('mg')
  // @ts-expect-error the upper bound may be missing
  const most: Quantity<'mg'> = given.most
  expect(most).toEqual(mg(0))
})

test('an order names its weight, its salt and its basis', () => {
  const pathOf = (order: Order) => {
    const result = orderedDose(order)
    return result.ok ? 'worked out' : result.error.path
  }
  const amount = mgPerKg(0.5)
  const rate = { value: 52.5, unit: 'mg/h' }
  // @ts-expect-error base or hydrochloride is not said
  expect(pathOf({ dose: { basis: 'fixed', amount } })).toBe('dose.amount')
  // @ts-expect-error no weight of the list
  expect(pathOf({ dose: { basis: 'per-kg', amount, weight: 'dry', as: 'base' }, body })).toBe('dose.weight')
  // @ts-expect-error a bare number
  expect(pathOf({ dose: { basis: 'fixed', amount: 35, as: 'base' } })).toBe('dose.amount')
  // @ts-expect-error a rate without its time
  expect(pathOf({ dose: { basis: 'rate', rate, as: 'base' } })).toBe('dose.over')
})

test('a factor is a pair of masses, and a vial and a bag say what they are', () => {
  // @ts-expect-error a bare number is no factor
  const factor: SaltFactor = 1.153
  expect(factor).toBe(1.153)
  // @ts-expect-error a vial without its strength
  const vial: Infusion['vial'] = { volume: mL(20), as: 'base' }
  // @ts-expect-error a bag that does not say whether its volume is the final one
  const bag: Infusion['bag'] = { volume: mL(100) }
  expect([vial.concentration, bag.is]).toEqual([undefined, undefined])
})

test('a conversion never has a value', () => {
  const result = convertDose({ from: 'ketamine-iv', to: 'ketamine-im' }, us)
  // @ts-expect-error there is none
  expect(result.value?.amount).toBeUndefined()
})
