/** Quantities and times at the door: text in, the same text out, nothing coerced. */
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { quantity } from '../../src/kernel/quantity.schema.ts'
import type { Quantity } from '../../src/kernel/quantity.ts'
import { civilDate, instant, partialDate, when } from '../../src/kernel/time.schema.ts'
import { unitAliases, units } from '../../src/kernel/units.ts'

const day = ['2026-10-05', '2024-02-29', '1880-01-01', '2200-12-31']
const partial = ['1931', '2026-10', ...day]
const point = ['2026-10-05T09:00:00-04:00', '2026-10-05T09:00:00.5Z', '2026-10-05T09:00:00+14:00']
const none = [
  '',
  '2026-10-05T09:00:00',
  '2026-13',
  '26',
  'today',
  '2026-10-05T24:00:00Z',
  '2026-10-05T23:59:60Z',
]
const schemas = { civilDate, partialDate, instant, when }
const accepted = { civilDate: day, partialDate: partial, instant: point, when: [...partial, ...point] }

describe.each(['civilDate', 'partialDate', 'instant', 'when'] as const)('%s', (name) => {
  const schema = schemas[name]
  const { pattern, type } = z.toJSONSchema(schema)
  const all = [...partial, ...point, ...none]

  test('takes its own forms as written and refuses the others', () => {
    for (const text of all) {
      const answer = schema.safeParse(text)
      expect(answer.success, text).toBe(accepted[name].includes(text))
      if (answer.success) expect(answer.data).toBe(text)
    }
  })

  test('prints a pattern that agrees, but for the length of months', () => {
    expect(type).toBe('string')
    const grammar = new RegExp(pattern ?? '^$')
    for (const text of all) expect(grammar.test(text), text).toBe(accepted[name].includes(text))
    expect(schema.safeParse('2023-02-29').success).toBe(false)
  })

  test('refuses what is no text, and never repeats what it refused', () => {
    for (const bad of [null, undefined, 2026, new Date(0), {}, [], '2026-02-30-secret']) {
      const answer = schema.safeParse(bad)
      expect(answer.success).toBe(false)
      expect(JSON.stringify(answer.error?.issues)).not.toContain('secret')
    }
  })
})

describe('a quantity', () => {
  test('is kept as written, with any listed unit or alias', () => {
    for (const unit of [...Object.keys(units), ...Object.keys(unitAliases)]) {
      const parsed: Quantity = quantity.parse({ value: 70, unit })
      expect(parsed).toEqual({ value: 70, unit })
    }
  })

  test.each([
    { value: Number.NaN, unit: 'kg' },
    { value: Number.POSITIVE_INFINITY, unit: 'kg' },
    { value: Number.NEGATIVE_INFINITY, unit: 'kg' },
    { value: -0, unit: 'kg' },
    { value: '70', unit: 'kg' },
    { value: '70kg', unit: 'kg' },
    { value: true, unit: 'kg' },
    { value: null, unit: 'kg' },
    { value: 70n, unit: 'kg' },
    { value: new Number(70), unit: 'kg' },
    { value: 70 },
    { unit: 'kg' },
    { value: 70, unit: null },
    { value: 70, unit: ['kg'] },
    { value: 70, unit: 'KG' },
    { value: 70, unit: 'kgs' },
    { value: 70, unit: 'Kilo' },
    { value: 70, unit: ' kg' },
    { value: 70, unit: 'lbs' },
    { value: 70, unit: 'constructor' },
    { value: 70, unit: 'kg', code: 'kg' },
    70,
    '70 kg',
    null,
    [],
  ])('%# of the wrong forms is refused', (entry) => {
    expect(quantity.safeParse(entry).success).toBe(false)
  })

  test('has a JSON Schema that lists every unit', () => {
    const printed = z.toJSONSchema(quantity)
    expect(printed.required).toEqual(['value', 'unit'])
    expect(printed.additionalProperties).toBe(false)
    expect(printed.properties?.unit).toMatchObject({
      enum: expect.arrayContaining(['kg', '[lb_av]', 'lb', 'mm[Hg]', '1']),
    })
  })
})
