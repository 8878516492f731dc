/** Doses, sums and rounding, held against whole-number arithmetic. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareQuantities, convert, plus, roundTo, times } from '../../src/kernel/decimal.ts'
import { kg, mg, mgPerKg, minutes, mL, type Quantity } from '../../src/kernel/quantity.ts'

const value = (answer: { readonly ok: boolean; readonly value?: Quantity }) => answer.value?.value

describe('a dose by weight', () => {
  test('is exact for every dose and weight of a grid, against whole-number arithmetic', () => {
    let compared = 0
    let binaryWrong = 0
    for (let dose = 5; dose <= 200; dose += 5) {
      for (let weight = 300; weight <= 2000; weight += 7) {
        const exact = BigInt(dose) * BigInt(weight) // hundredths times tenths: thousandths of a milligram
        const answer = times(mgPerKg(dose / 100), kg(weight / 10))
        expect(value(answer)).toBe(Number(`${exact}e-3`))
        if ((dose / 100) * (weight / 10) !== Number(`${exact}e-3`)) binaryWrong += 1
        compared += 1
      }
    }
    expect(compared).toBe(40 * 243)
    expect(binaryWrong).toBeGreaterThan(100) // plain multiplication would have drifted
  })

  test.each([
    [times(mgPerKg(0.5), kg(72)), { value: 36, unit: 'mg' }],
    [times({ value: 500, unit: 'ug/kg' }, kg(70)), { value: 35000, unit: 'ug' }],
    [times({ value: 0.3, unit: 'mg/kg/h' }, kg(70)), { value: 21, unit: 'mg/h' }],
    [times({ value: 0.01, unit: 'mg/kg/min' }, kg(70)), { value: 0.7, unit: 'mg/min' }],
    [times({ value: 4.5, unit: 'ug/kg/min' }, kg(70.2)), { value: 315.9, unit: 'ug/min' }],
    [times({ value: 1.1, unit: 'mg/min' }, minutes(3)), { value: 3.3, unit: 'mg' }],
    [times({ value: 10, unit: 'mg/mL' }, mL(3.51)), { value: 35.1, unit: 'mg' }],
    [times({ value: 1.1, unit: 'mL/h' }, { value: 3, unit: 'h' }), { value: 3.3, unit: 'mL' }],
    [times(mg(1.1), 3), { value: 3.3, unit: 'mg' }],
    [times(mg(5), -0), { value: 0, unit: 'mg' }],
  ])('%# comes out whole', (answer, expected) => {
    expect(answer).toEqual({ ok: true, value: expected })
  })

  test('wrong units are refused at run time, and do not compile', () => {
    const refused = { ok: false, error: { code: 'unit-mismatch' } }
    // @ts-expect-error a dose is no dose by weight
    expect(times(mg(0.5), kg(70))).toEqual(refused)
    // @ts-expect-error a weight comes second
    expect(times(kg(70), mgPerKg(0.5))).toEqual(refused)
    // @ts-expect-error pounds are converted first, where it can be seen
    expect(times(mgPerKg(0.5), { value: 154, unit: '[lb_av]' as const })).toEqual(refused)
    // @ts-expect-error a rate by the hour does not run for minutes
    expect(times({ value: 1, unit: 'mg/h' as const }, minutes(60))).toEqual(refused)
    // @ts-expect-error nor does an inherited name multiply
    expect(times({ value: 1, unit: 'constructor' as const }, { value: 1, unit: 'name' as const })).toEqual(
      refused,
    )
    expect(times({ value: 1, unit: 'stone' }, 2)).toEqual(refused)
    // @ts-expect-error milligrams and kilograms are not added
    expect(plus(mg(1), kg(1))).toEqual(refused)
    expect(plus({ value: 1, unit: 'stone' }, { value: 1, unit: 'stone' })).toEqual(refused)
  })

  test('what is no number gives no dose', () => {
    const refused = { ok: false, error: { code: 'not-a-number' } }
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(times({ value: bad, unit: 'mg/kg' } as const, kg(70))).toEqual(refused)
      expect(times(mgPerKg(0.5), { value: bad, unit: 'kg' } as const)).toEqual(refused)
      expect(times(mg(1), bad)).toEqual(refused)
      expect(plus(mg(1), { value: bad, unit: 'mg' } as const)).toEqual(refused)
      expect(plus({ value: bad, unit: 'mg' } as const, mg(1))).toEqual(refused)
      expect(convert({ value: bad, unit: 'mg' } as const, 'g')).toEqual(refused)
      expect(convert({ value: bad, unit: 'mg' } as const, 'mg')).toEqual(refused)
      expect(compareQuantities({ value: bad, unit: 'mg' } as const, mg(1))).toEqual(refused)
      expect(compareQuantities(mg(1), { value: bad, unit: 'mg' } as const)).toEqual(refused)
      expect(roundTo({ value: bad, unit: 'mg' } as const, 1, 'nearest')).toEqual(refused)
    }
    expect(times(mg(1e308), 10)).toEqual(refused)
  })
})

describe('a sum', () => {
  test('0.1 mg and 0.2 mg are 0.3 mg', () => {
    expect(plus(mg(0.1), mg(0.2))).toEqual({ ok: true, value: mg(0.3) })
  })

  test('the unit of the first is kept as written', () => {
    const ordered: Quantity = { value: 100, unit: 'mcg' }
    expect(plus(ordered, { value: 50, unit: 'ug' })).toEqual({
      ok: true,
      value: { value: 150, unit: 'mcg' },
    })
  })

  test('law: a hundred doses in hundredths add up exactly, in any order', () => {
    const hundredths = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 100 })
    const sum = (doses: readonly number[]) => {
      let total: Quantity<'mg'> = mg(0)
      for (const dose of doses) {
        const next = plus(total, mg(dose / 100))
        if (next.ok) total = next.value
      }
      return total.value
    }
    fc.assert(
      fc.property(hundredths, (doses) => {
        const exact = doses.reduce((total, dose) => total + BigInt(dose), 0n)
        expect(sum(doses)).toBe(Number(`${exact}e-2`))
        expect(sum([...doses].reverse())).toBe(Number(`${exact}e-2`))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a comparison', () => {
  test('is exact across units', () => {
    expect(compareQuantities({ value: 1, unit: 'lb' }, kg(0.45359237))).toEqual({ ok: true, value: 0 })
    expect(compareQuantities({ value: 1, unit: 'lb' }, kg(0.4535923700000001))).toEqual({
      ok: true,
      value: -1,
    })
    expect(compareQuantities({ value: 98.6, unit: '[degF]' }, { value: 37, unit: 'Cel' })).toEqual({
      ok: true,
      value: 0,
    })
    expect(compareQuantities({ value: 16, unit: 'kPa' }, { value: 120, unit: 'mm[Hg]' })).toEqual({
      ok: true,
      value: 1,
    })
  })

  test('needs two units of one kind', () => {
    const refused = { ok: false, error: { code: 'unit-mismatch' } }
    expect(compareQuantities(mg(1), mgPerKg(1))).toEqual(refused)
    expect(compareQuantities(mg(1), { value: 1, unit: 'stone' })).toEqual(refused)
    expect(compareQuantities({ value: 1, unit: 'stone' }, mg(1))).toEqual(refused)
  })
})

describe('rounding', () => {
  const modes = ['nearest', 'nearest-even', 'down', 'up'] as const

  test.each([
    // value, step, nearest, nearest-even, down, up
    [35.25, 0.5, 35.5, 35, 35, 35.5],
    [35.75, 0.5, 36, 36, 35.5, 36],
    [35.2, 0.5, 35, 35, 35, 35.5],
    [35, 0.5, 35, 35, 35, 35],
    [-35.25, 0.5, -35.5, -35, -35, -35.5],
    [1.005, 0.01, 1.01, 1, 1, 1.01],
    [0.15, 0.1, 0.2, 0.2, 0.1, 0.2],
    [0.24, 0.1, 0.2, 0.2, 0.2, 0.3],
    [-0.01, 0.1, 0, 0, 0, -0.1],
    [28.4, 28, 28, 28, 28, 56],
  ])('%s mg in steps of %s', (amount, step, ...expected) => {
    expect(modes.map((mode) => roundTo(mg(amount), step, mode))).toEqual(
      modes.map((mode, index) => ({
        ok: true,
        value: { rounded: mg(expected[index] ?? Number.NaN), unrounded: mg(amount), rule: { step, mode } },
      })),
    )
  })

  test('law: agrees with whole-number arithmetic, and keeps the unrounded value', () => {
    const digits = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom(...modes),
        (thousandths, step, mode) => {
          const answer = roundTo(mg(thousandths / 1000), step / 1000, mode)
          const away = Math.sign(thousandths)
          const size = Math.abs(thousandths)
          const below = Math.floor(size / step)
          const rest = size - below * step
          const up =
            mode === 'up'
              ? rest > 0
              : mode === 'nearest'
                ? rest * 2 >= step
                : mode === 'nearest-even' && (rest * 2 > step || (rest * 2 === step && below % 2 === 1))
          const whole = away * (below + (up ? 1 : 0)) * step
          expect(answer).toEqual({
            ok: true,
            value: {
              rounded: mg((whole + 0) / 1000),
              unrounded: mg(thousandths / 1000),
              rule: { step: step / 1000, mode },
            },
          })
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('needs a step above zero and a listed unit', () => {
    for (const step of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(roundTo(mg(1), step, 'up')).toEqual({ ok: false, error: { code: 'bad-step' } })
    }
    expect(roundTo(mg(1.7e308), 1.7e308, 'up').ok).toBe(true)
    expect(roundTo(mg(1.71e308), 1.7e308, 'up')).toEqual({ ok: false, error: { code: 'not-a-number' } })
    expect(roundTo({ value: 1, unit: 'stone' }, 1, 'up')).toEqual({
      ok: false,
      error: { code: 'unit-mismatch' },
    })
  })
})

test('a unit that is not listed is not converted, from or to', () => {
  const refused = { ok: false, error: { code: 'unit-mismatch' } }
  expect(convert({ value: 70, unit: 'KG' }, 'kg')).toEqual(refused)
  // @ts-expect-error only listed units can be asked for
  expect(convert(kg(70), 'stone')).toEqual(refused)
})
