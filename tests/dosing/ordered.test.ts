/** Orders worked out to milligrams of base. */
import { describe, expect, test } from 'vitest'
import { us, usScreening } from '../../src/entries/content.ts'
import { convertDose, kg, mg, mgPerKg, minutes, type Order, orderedDose } from '../../src/index.ts'

const body = { weight: kg(90), height: { value: 70, unit: '[in_i]' }, sex: 'male' } as const
const ordered = (order: Order) => {
  const result = orderedDose(order)
  return result.ok ? result.value : result.error
}
const perKg = { basis: 'per-kg', amount: mgPerKg(0.5), as: 'base', over: minutes(40) } as const

describe('an order by weight', () => {
  test('is counted on the weight it names, and all others stand beside it', () => {
    const amounts = (['actual', 'ideal', 'adjusted'] as const).map((weight) =>
      ordered({ dose: { ...perKg, weight }, body }),
    )
    expect(amounts).toMatchObject([
      { amount: mg(45), basis: 'actual', byWeight: mgPerKg(0.5), byActualWeight: mgPerKg(0.5) },
      {
        amount: mg(36.5),
        basis: 'ideal',
        byWeight: mgPerKg(0.5),
        weights: { lean: { exact: expect.any(String) } },
      },
      { amount: mg(39.9), basis: 'adjusted' },
    ])
  })

  test('is refused where that weight cannot be worked out, by name and reason', () => {
    expect(ordered({ dose: { ...perKg, weight: 'ideal' }, body: { weight: kg(90) } })).toEqual({
      code: 'weight-basis-unknown',
      path: 'dose.weight',
      basis: 'ideal',
      why: 'height-unknown',
    })
    expect(
      ordered({ dose: { ...perKg, weight: 'adjusted' }, body: { ...body, weight: kg(73) } }),
    ).toMatchObject({ why: 'not-above-ideal' })
    expect(ordered({ dose: { ...perKg, weight: 'actual' } })).toEqual({
      code: 'weight-unknown',
      path: 'weight',
    })
    const { weight: _left, ...unnamed } = { ...perKg, weight: 'actual' as const }
    // @ts-expect-error the weight it is counted on is left out
    expect(ordered({ dose: unnamed, body })).toEqual({ code: 'wrong-shape', path: 'dose.weight' })
  })

  test('gives the rates the reference works out: 0.75 mg/kg/h for the reference dose, 1.5 for the highest', () => {
    expect(ordered({ dose: { ...perKg, weight: 'actual' }, body: { weight: kg(70) } })).toMatchObject({
      rate: { value: 52.5, unit: 'mg/h' },
      rateByWeight: { value: 0.75, unit: 'mg/kg/h' },
    })
    expect(
      ordered({ dose: { ...perKg, amount: mgPerKg(1), weight: 'actual' }, body: { weight: kg(70) } }),
    ).toMatchObject({
      rateByWeight: { value: 1.5, unit: 'mg/kg/h' },
    })
  })
})

describe('an order by rate and time', () => {
  test('is the rate times the time, times the weight where it is by weight', () => {
    const by = (value: number, unit: string) =>
      ordered({
        dose: { basis: 'rate', rate: { value, unit }, weight: 'actual', as: 'base', over: minutes(40) },
        body: { weight: kg(70) },
      })
    expect(by(0.75, 'mg/kg/h')).toMatchObject({ amount: mg(35), basis: 'actual' })
    expect(by(0.0125, 'mg/kg/min')).toMatchObject({ amount: mg(35) })
    expect(by(52.5, 'mg/h')).toMatchObject({ amount: mg(35), byWeight: mgPerKg(0.5) })
    expect(by(52.5, 'mL/h')).toEqual({ code: 'unit-mismatch', path: 'dose.rate' })
    expect(by(0, 'mg/h')).toMatchObject({ code: 'unit-mismatch' })
  })
})

describe('base and hydrochloride', () => {
  const saltFactor = { base: mg(10), hydrochloride: mg(11.53) }
  const salt = { basis: 'fixed', amount: mg(57.65), as: 'hydrochloride' } as const

  test('are not mixed without a factor, and are turned with the factor shown', () => {
    expect(ordered({ dose: salt })).toEqual({ code: 'salt-mixed', path: 'dose.as' })
    expect(ordered({ dose: salt, saltFactor })).toMatchObject({
      amount: mg(50),
      salt: { ordered: mg(57.65), factor: saltFactor },
      formula: '57.65 mg of hydrochloride x 10 mg / 11.53 mg = 50 mg of base',
    })
  })

  test('take no factor that is the wrong way round or no factor of a salt', () => {
    const refused = [
      { base: mg(11.53), hydrochloride: mg(10) },
      { base: mg(10), hydrochloride: mg(20) },
      { base: mg(0), hydrochloride: mg(11.53) },
      { base: mg(Number.MIN_VALUE), hydrochloride: mg(10) },
    ]
    for (const factor of refused)
      expect(() => orderedDose({ dose: salt, saltFactor: factor })).toThrow(
        expect.objectContaining({ code: 'bad-argument', path: 'saltFactor' }),
      )
    // @ts-expect-error half a factor
    expect(() => orderedDose({ dose: salt, saltFactor: { base: mg(10) } })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    )
  })
})

test('whole devices are counted, and a fixed amount in devices that are known says how many', () => {
  expect(ordered({ dose: { basis: 'devices', count: 3 }, perDevice: mg(28) })).toMatchObject({
    amount: mg(84),
    devices: 3,
    formula: '3 x 28 mg = 84 mg',
  })
  expect(ordered({ dose: { basis: 'fixed', amount: mg(56), as: 'base' }, perDevice: mg(28) })).toMatchObject({
    devices: 2,
  })
})

test('an order of no known basis, and no order at all, are refused', () => {
  // @ts-expect-error no basis of the list
  expect(ordered({ dose: { basis: 'drops', count: 3 } })).toEqual({ code: 'wrong-shape', path: 'dose.basis' })
  // @ts-expect-error a text
  expect(ordered({ dose: '0.5 mg/kg' })).toEqual({ code: 'wrong-shape', path: 'dose' })
  // @ts-expect-error nothing
  expect(() => orderedDose()).toThrow(expect.objectContaining({ name: 'Refusal' }))
})

describe('a dose of one product', () => {
  test('is never turned into a dose of another, and the answer cites how much of each arrives', () => {
    const ids = us.products.map(({ id }) => id)
    for (const from of ids)
      for (const to of ids) {
        const result = convertDose({ from, to }, us)
        expect(result.ok || result.error.code).toBe('no-conversion')
      }
    expect(convertDose({ from: 'ketamine-iv', to: 'esketamine-nasal' }, us)).toMatchObject({
      error: {
        differ: ['product', 'substance', 'route'],
        sources: expect.arrayContaining([
          expect.objectContaining({ fact: 'pk-iv-f' }),
          expect.objectContaining({ fact: 'pk-esk-f' }),
        ]),
      },
    })
  })

  test('needs products of the pack, and the pack its tables', () => {
    expect(() => convertDose({ from: 'ketamine-iv', to: 'es-ketamine' }, us)).toThrow(
      expect.objectContaining({ code: 'unknown-product' }),
    )
    expect(() => convertDose({ from: 'ketamine-iv', to: 'ketamine-im' }, usScreening)).toThrow(
      expect.objectContaining({ code: 'content-incomplete' }),
    )
  })
})
