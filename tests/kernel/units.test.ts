/** The table of units, held against a second table that was written separately. */
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/kernel/decimal.ts'
import { canonicalUnit, valueIn } from '../../src/kernel/quantity.ts'
import { type Unit, unitAliases, units } from '../../src/kernel/units.ts'
import second from '../vectors/units.json' with { type: 'json' }

/** A decimal as an exact fraction: own arithmetic, apart from the library's. */
function rational(text: string): { top: bigint; bottom: bigint } {
  const sign = text.startsWith('-') ? -1n : 1n
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  const bottom = BigInt(`1${'0'.repeat(part.length)}`)
  return { top: sign * (BigInt(whole) * bottom + BigInt(part === '' ? '0' : part)), bottom }
}

const listed = (text: string): Unit => {
  const unit = canonicalUnit(text)
  if (unit === undefined) throw new Error(`the second table has an unlisted unit: ${text}`)
  return unit
}
const factor = (unit: string) => rational(units[listed(unit)][1])

const members = second.groups.map((group) => ({
  group,
  factors: [
    ...Object.entries(group.units).map(([unit, value]) => ({ unit, ...rational(value) })),
    ...Object.entries(group.inverse ?? {}).map(([unit, value]) => {
      const { top, bottom } = rational(value)
      return { unit, top: bottom, bottom: top }
    }),
  ],
}))
const temperatures = ['Cel', '[degF]']

describe('the two tables of units', () => {
  test('list the same units', () => {
    const ours = Object.keys(units)
    const theirs = [...members.flatMap(({ factors }) => factors.map(({ unit }) => unit)), ...temperatures]
    expect(new Set(theirs)).toEqual(new Set(ours))
    expect(theirs).toHaveLength(ours.length)
  })

  test('list the same other spellings', () => {
    expect(unitAliases).toEqual(second.aliases)
  })

  test('put the same units into one kind', () => {
    for (const { group, factors } of members) {
      const kinds = new Set(factors.map(({ unit }) => units[listed(unit)][0]))
      expect(kinds.size, group.measures).toBe(1)
    }
    const kinds = members.map(({ group }) => units[listed(group.reference)][0])
    expect(new Set([...kinds, units.Cel[0]]).size).toBe(members.length + 1)
  })

  test('agree to every digit on every constant', () => {
    let compared = 0
    for (const { group, factors } of members) {
      const reference = factor(group.reference)
      for (const { unit, top, bottom } of factors) {
        const ours = factor(unit)
        // ours / reference = top / bottom, multiplied out
        expect(ours.top * reference.bottom * bottom, unit).toBe(top * reference.top * ours.bottom)
        compared += 1
      }
    }
    expect(compared).toBe(Object.keys(units).length - temperatures.length)
  })

  test('agree on the fixed points of the thermometers', () => {
    second.temperature.Cel.forEach((celsius, index) => {
      const fahrenheit = Number(second.temperature['[degF]'][index])
      expect(valueIn({ value: Number(celsius), unit: 'Cel' }, '[degF]')).toBe(fahrenheit)
      expect(valueIn({ value: fahrenheit, unit: '[degF]' }, 'Cel')).toBe(Number(celsius))
    })
  })

  test('each kind has one base, and every other factor ends', () => {
    for (const [, value] of Object.values(units)) expect(value).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/)
  })
})

describe('units that measure different things', () => {
  test('never turn into each other: every pair', () => {
    let refused = 0
    const all = Object.keys(units).map(listed)
    for (const from of all) {
      for (const to of all) {
        const answer = convert({ value: 1, unit: from }, to)
        const same = units[from][0] === units[to][0]
        expect(answer.ok, `${from} to ${to}`).toBe(same)
        expect(valueIn({ value: 1, unit: from }, to) !== undefined, `${from} to ${to}`).toBe(same)
        if (!answer.ok) {
          expect(answer.error).toEqual({ code: 'unit-mismatch' })
          refused += 1
        }
      }
    }
    expect(refused).toBeGreaterThan(3000)
  })

  test.each([
    ['mg', 'mg/kg'],
    ['mg', 'mg/mL'],
    ['mg/kg', 'mg/kg/h'],
    ['mg/kg', 'mg/kg/min'],
    ['mL', 'mL/h'],
    ['U/L', '[IU]/L'],
    ['mg/dL', 'mmol/L'],
    ['%', '1'],
    ['h', 'd'],
    ['d', 'mo'],
    ['wk', 'a'],
    ['{score}', '{n}'],
    ['meq/L', 'mmol/L'],
    ['mL/min', 'mL/min/{1.73_m2}'],
  ])('%s is not %s', (from, to) => {
    expect(valueIn({ value: 1, unit: from }, to)).toBeUndefined()
    expect(valueIn({ value: 1, unit: to }, from)).toBeUndefined()
  })
})

describe('a unit that is not listed', () => {
  const spelled = [...Object.keys(units), ...Object.keys(unitAliases)]
  const known = new Set(spelled)
  const slips: readonly ((unit: string) => string)[] = [
    (unit) => ` ${unit}`,
    (unit) => `${unit} `,
    (unit) => `${unit}\n`,
    (unit) => `${unit}\u0000`,
    (unit) => `\ufeff${unit}`,
    (unit) => `${unit}\u00a0`,
    (unit) => `${unit}s`,
    (unit) => `${unit}.`,
    (unit) => unit.toUpperCase(),
    (unit) => unit.toLowerCase(),
    (unit) => unit.replace('u', '\u00b5'), // micro sign
    (unit) => unit.replace('u', '\u03bc'), // Greek mu
    (unit) => unit.replace('g', '\u0261'), // script g
    (unit) => unit.replace('m', '\u043c'), // Cyrillic em
    (unit) => unit.replace('a', '\u0430'), // Cyrillic a
    (unit) => unit.replace('/', ' / '),
    (unit) => unit.replace('/', '\u2215'), // division slash
    (unit) => unit.replace('/', ' per '),
    (unit) => unit.replace('[', '(').replace(']', ')'),
    (unit) => unit.replace('{', '').replace('}', ''),
    (unit) => unit.replace('mcg', 'mgc'),
  ]
  const misses = [...new Set(slips.flatMap((slip) => spelled.map(slip)))].filter((text) => !known.has(text))

  test('is never read, however near it is: case, spaces, plurals, look-alike letters', () => {
    expect(misses.length).toBeGreaterThan(600)
    for (const text of misses) {
      expect(canonicalUnit(text), JSON.stringify(text)).toBeUndefined()
      expect(valueIn({ value: 70, unit: text }, 'kg'), JSON.stringify(text)).toBeUndefined()
      expect(valueIn({ value: 70, unit: text }, text), JSON.stringify(text)).toBeUndefined()
    }
  })

  test.each([
    'KG',
    'kgs',
    'Kilo',
    ' kg',
    'lbs',
    'LB',
    'pounds',
    'oz',
    'cc',
    'M',
    'gr',
    'mgs',
    'µg',
    'μg',
    '',
    'kg/m^2',
  ])('%j is refused, not guessed', (text) => {
    expect(canonicalUnit(text)).toBeUndefined()
  })

  test.each([[null], [undefined], [7], [{}], [['kg']], [Symbol('kg')]])(
    'that is no text (%#) is not read either',
    (unit) => {
      // @ts-expect-error only text can name a unit
      expect(canonicalUnit(unit)).toBeUndefined()
    },
  )

  test('is not found among the inherited names of an object', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']) {
      expect(canonicalUnit(name)).toBeUndefined()
      expect(valueIn({ value: 1, unit: name }, name)).toBeUndefined()
    }
  })
})

test('every unit pair goes there and back to the same number', () => {
  for (const from of Object.keys(units).map(listed)) {
    for (const to of Object.keys(units).map(listed)) {
      if (units[from][0] !== units[to][0]) continue
      for (const value of [0, 1, 0.5, 70.1, 154.3, 98.6]) {
        const there = valueIn({ value, unit: from }, to) ?? Number.NaN
        const back = valueIn({ value: there, unit: to }, from) ?? Number.NaN
        expect(Math.abs(back - value), `${value} ${from} by way of ${to}`).toBeLessThanOrEqual(
          4e-14 * Math.max(1, value),
        )
      }
    }
  }
})
