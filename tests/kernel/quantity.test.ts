/** Values in another unit to the last digit, and quantities shown so that nobody misreads them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/kernel/decimal.ts'
import {
  canonicalUnit,
  formatQuantity,
  kg,
  mg,
  mgPerKg,
  minutes,
  mL,
  mmHg,
  plainNumber,
  type Quantity,
  valueIn,
} from '../../src/kernel/quantity.ts'
import { type Unit, unitAliases, units } from '../../src/kernel/units.ts'

describe('a reading in another unit', () => {
  test.each([
    { value: 180, unit: '[lb_av]', to: 'kg', expected: 81.6466266 },
    { value: 180, unit: 'lb', to: 'kg', expected: 81.6466266 },
    { value: 70000, unit: 'g', to: 'kg', expected: 70 },
    { value: 98.6, unit: '[degF]', to: 'Cel', expected: 37 },
    { value: 37.7, unit: 'Cel', to: '[degF]', expected: 99.86 },
    { value: 66.9, unit: '[in_i]', to: 'cm', expected: 169.926 },
    { value: 5.9, unit: 'ft', to: 'm', expected: 1.79832 },
    { value: 133.322387415, unit: 'kPa', to: 'mm[Hg]', expected: 1000 },
    { value: 35, unit: 'mg', to: 'ug', expected: 35000 },
    { value: 500, unit: 'mcg/kg', to: 'mg/kg', expected: 0.5 },
    { value: 0.1, unit: 'mg/kg/h', to: 'mg/kg/min', expected: 0.1 / 60 },
    { value: 8.2, unit: 'mg/dL', to: 'mg/L', expected: 82 },
    { value: 0.07, unit: 'h', to: 'min', expected: 4.2 },
    { value: -0, unit: 'kg', to: 'g', expected: 0 },
    { value: -0, unit: 'kg', to: 'kg', expected: 0 },
  ])('$value $unit are $expected $to', ({ value, unit, to, expected }) => {
    expect(valueIn({ value, unit }, to)).toBe(expected)
  })

  test('16 kPa are 120.0 mmHg by the constant, never 16 mmHg', () => {
    const pressure = valueIn({ value: 16, unit: 'kPa' }, 'mm[Hg]') ?? Number.NaN
    expect(pressure.toFixed(1)).toBe('120.0')
    expect(pressure).toBe(120.00985213530501) // 16 / 0.133322387415 = 120.0098521353050115...
  })

  test('what is no number is no reading in any unit', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(valueIn({ value, unit: 'kg' }, 'kg')).toBeUndefined()
      expect(valueIn({ value, unit: 'kg' }, 'g')).toBeUndefined()
    }
    expect(valueIn({ value: 1e308, unit: 'kg' }, 'mg')).toBeUndefined() // too large to be written
  })
})

/** Sign, whole number and power of ten of a double as it is printed: own arithmetic, no library code. */
function exactly(value: number): { top: bigint; bottom: bigint } {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  const digits = BigInt(`${sign}${whole}${part}`)
  const shift = Number(power) - part.length
  return shift >= 0
    ? { top: digits * 10n ** BigInt(shift), bottom: 1n }
    : { top: digits, bottom: 10n ** BigInt(-shift) }
}

/** The exact result of a conversion, as a fraction. */
function reference(value: number, from: Unit, to: Unit): { top: bigint; bottom: bigint } {
  const zero = { Cel: 32n, other: 0n }
  const x = exactly(value)
  const a = exactly(Number(units[from][1]))
  const b = exactly(Number(units[to][1]))
  const plus = (from === 'Cel' ? zero.Cel : zero.other) - (to === 'Cel' ? zero.Cel : zero.other)
  const top = x.top * a.top + plus * x.bottom * a.bottom
  return { top: top * b.bottom, bottom: x.bottom * a.bottom * b.top }
}

/** A double as the fraction it is in binary. */
function binary(value: number): { top: bigint; bottom: bigint } {
  let bottom = 1n
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    bottom *= 2n
  }
  return { top: BigInt(scaled), bottom }
}

const magnitude = (n: bigint) => (n < 0n ? -n : n)

/** Whether no double lies nearer to the exact fraction than this one. */
function isNearest(value: number, exact: { top: bigint; bottom: bigint }): boolean {
  const distance = (candidate: number) => {
    const { top, bottom } = binary(candidate)
    return { top: magnitude(top * exact.bottom - exact.top * bottom), bottom: bottom * exact.bottom }
  }
  const own = distance(value)
  const view = new DataView(new ArrayBuffer(8))
  return [1n, -1n].every((step) => {
    view.setFloat64(0, value)
    view.setBigUint64(0, BigInt.asUintN(64, view.getBigUint64(0) + step))
    const neighbour = view.getFloat64(0)
    if (!Number.isFinite(neighbour)) return true
    const other = distance(neighbour)
    return own.top * other.bottom <= other.top * own.bottom
  })
}

const all = Object.keys(units).flatMap((text) => canonicalUnit(text) ?? [])
const pairs = all.flatMap((from) =>
  all.filter((to) => to !== from && units[to][0] === units[from][0]).map((to) => [from, to] as const),
)
const decimals = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`))
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e40, max: 1e40 })
const usual = fc.oneof(
  decimals,
  anyNumber.filter((value) => value === 0 || Math.abs(value) > 1e-40),
)

test('law: a converted value is the number nearest to the exact one, and both ways of reckoning agree', () => {
  expect(pairs.length).toBeGreaterThan(150)
  fc.assert(
    fc.property(usual, fc.constantFrom(...pairs), (value, [from, to]) => {
      const quick = valueIn({ value, unit: from }, to)
      expect(quick).toBeTypeOf('number')
      expect(Object.is(quick, -0)).toBe(false)
      expect(isNearest(quick ?? Number.NaN, reference(value, from, to))).toBe(true)
      expect(convert({ value, unit: from }, to)).toEqual({ ok: true, value: { value: quick, unit: to } })
    }),
    { numRuns: 20_000 },
  )
})

test('law: a larger value stays larger or equal in another unit', () => {
  fc.assert(
    fc.property(usual, usual, fc.constantFrom(...pairs), (a, b, [from, to]) => {
      const low = valueIn({ value: Math.min(a, b), unit: from }, to) ?? Number.NaN
      const high = valueIn({ value: Math.max(a, b), unit: from }, to) ?? Number.NaN
      expect(low).toBeLessThanOrEqual(high)
    }),
    { numRuns: 5000 },
  )
})

describe('a quantity as it is shown', () => {
  test.each([
    [mg(1), '1 mg'],
    [mg(0.5), '0.5 mg'],
    [mg(0.3), '0.3 mg'],
    [mg(1000000), '1000000 mg'],
    [mg(1e21), '1000000000000000000000 mg'],
    [mg(5e-7), '0.0000005 mg'],
    [mg(-0), '0 mg'],
    [mg(-0.25), '-0.25 mg'],
    [kg(70.1), '70.1 kg'],
    [mgPerKg(0.5), '0.5 mg/kg'],
    [mmHg(140), '140 mmHg'],
    [mL(3.52), '3.52 mL'],
    [minutes(40), '40 min'],
    [{ value: 100, unit: 'ug' }, '100 mcg'],
    [{ value: 4.5, unit: 'ug/kg/min' }, '4.5 mcg/kg/min'],
    [{ value: 180, unit: 'lb' }, '180 lb'],
    [{ value: 97, unit: '%' }, '97 %'],
    [{ value: 36.6, unit: 'Cel' }, '36.6 °C'],
    [{ value: 3, unit: '1' }, '3'],
    [{ value: 12, unit: '{score}' }, '12 points'],
    [{ value: 70, unit: 'stone' }, '70 of an unlisted unit'],
    [{ value: Number.NaN, unit: 'kg' }, 'unreadable kg'],
  ])('%j reads %j', (quantity: Quantity, text) => {
    expect(formatQuantity(quantity)).toBe(text)
  })

  const spelled = [...Object.keys(units), ...Object.keys(unitAliases)]
  test('law: the number reads back as itself, and nothing on the list of misread forms is shown', () => {
    const number = fc.oneof(decimals, fc.double({ noNaN: true, noDefaultInfinity: true }))
    fc.assert(
      fc.property(number, fc.constantFrom(...spelled), (value, unit) => {
        const text = formatQuantity({ value, unit })
        const [digits = '', ...rest] = text.split(' ')
        expect(Number(digits)).toBe(value + 0)
        expect(digits).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/) // leading zero, no trailing zero, no exponent, a point
        expect(digits).not.toBe('-0')
        expect(rest.join(' ')).not.toMatch(/\bug\b|[µμ]|\[|\]|\{|\}/)
        expect(text).toBe(text.trim())
      }),
      { numRuns: 20_000 },
    )
  })

  test('law: plain digits are what BigInt makes of the number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.integer({ min: -300, max: 250 }),
        (digits, power) => {
          const [whole = '', part = ''] = plainNumber(Number(`${digits}e${power}`)).split('.')
          const all = BigInt(whole + part)
          const expected = power >= 0 ? BigInt(digits) * 10n ** BigInt(power) : BigInt(digits)
          expect(all * 10n ** BigInt(Math.max(0, -power - part.length))).toBe(expected)
        },
      ),
    )
  })
})

test('a bare number and a wrong unit do not compile', () => {
  const inKg = (weight: Quantity<'kg'>) => weight.value
  const dose: Quantity<'mg'> = mg(35)
  // @ts-expect-error milligrams are not kilograms
  expect(inKg(dose)).toBe(35)
  // @ts-expect-error a dose by weight is not a dose
  const wrong: Quantity<'mg'> = mgPerKg(0.5)
  expect(wrong.unit).toBe('mg/kg')
  // @ts-expect-error a unit of which nothing is known at compile time may be any
  expect(inKg({ value: 70, unit: String('kg') })).toBe(70)
  // @ts-expect-error a bare number has no unit
  expect(inKg(70)).toBeUndefined()
  expect(inKg(kg(70))).toBe(70)
})
