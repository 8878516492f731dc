/** Readings that cannot be, and readings to ask about. */
import { describe, expect, test } from 'vitest'
import { bounds, checkBounds } from '../../src/kernel/bounds.ts'

// The table of the safety requirements, written down again: hard low, soft low, soft high, hard high, step.
const table = [
  ['age', 'a', 0, 18, 90, 130, 1],
  ['body-weight', 'kg', 2, 35, 200, 650, 0.1],
  ['body-height', 'cm', 50, 135, 210, 275, 0.1],
  ['systolic-pressure', 'mm[Hg]', 30, 85, 200, 350, 1],
  ['diastolic-pressure', 'mm[Hg]', 10, 45, 120, 250, 1],
  ['heart-rate', '/min', 10, 45, 130, 350, 1],
  ['oxygen-saturation', '%', 20, 90, 100, 100, 1],
  ['respiratory-rate', '/min', 1, 8, 30, 80, 1],
  ['body-temperature', 'Cel', 25, 35, 38.5, 45, 0.1],
] as const

test('every bounded measurement is in the second table, with a reason', () => {
  expect(Object.keys(bounds).sort()).toEqual(table.map(([name]) => name).sort())
  for (const row of Object.values(bounds)) expect(row.because).toMatch(/^[A-Z].{20,}\.$/)
})

describe.each(table)('%s in %s', (name, unit, hardLow, softLow, softHigh, hardHigh, step) => {
  const verdict = (value: number) => checkBounds(name, { value, unit })

  test('is impossible a step outside the hard bounds, and possible at them', () => {
    expect(verdict(hardLow - step)).toBe('impossible')
    expect(verdict(hardHigh + step)).toBe('impossible')
    expect(verdict(hardLow)).not.toBe('impossible')
    expect(verdict(hardHigh)).not.toBe('impossible')
    expect(verdict(hardLow + step)).not.toBe('impossible')
    expect(verdict(hardHigh - step)).not.toBe('impossible')
  })

  test('is unusual a step outside the soft bounds, and not at them', () => {
    expect(verdict(softLow - step)).toBe('unusual')
    expect(verdict(softLow)).toBe('ok')
    expect(verdict(softLow + step)).toBe('ok')
    expect(verdict(softHigh - step)).toBe('ok')
    expect(verdict(softHigh)).toBe('ok')
    expect(verdict(softHigh + step)).toBe(softHigh === hardHigh ? 'impossible' : 'unusual')
  })

  test('what is no number is impossible, and another kind of unit is wrong', () => {
    expect(verdict(Number.NaN)).toBe('impossible')
    expect(verdict(Number.POSITIVE_INFINITY)).toBe('impossible')
    expect(checkBounds(name, { value: softLow, unit: 'mmol/L' })).toBe('wrong-unit')
    expect(checkBounds(name, { value: Number.NaN, unit: 'mmol/L' })).toBe('wrong-unit')
    expect(checkBounds(name, { value: softLow, unit: '1' })).toBe('wrong-unit')
    expect(checkBounds(name, { value: softLow, unit: 'KG' })).toBe('wrong-unit')
  })
})

test.each([
  ['body-weight', -70, 'kg', 'impossible'],
  ['body-weight', 0, 'kg', 'impossible'],
  ['body-weight', 70000, 'g', 'ok'],
  ['body-weight', 180, 'lb', 'ok'],
  ['body-weight', 310, 'kg', 'unusual'],
  ['body-height', 170, 'm', 'impossible'],
  ['body-height', 1.7, 'cm', 'impossible'],
  ['body-height', 1.7, 'm', 'ok'],
  ['body-height', 206, 'cm', 'ok'],
  ['age', 93, 'a', 'unusual'],
  ['systolic-pressure', 1200, 'mm[Hg]', 'impossible'],
  ['systolic-pressure', 16, 'kPa', 'ok'],
  ['systolic-pressure', 16, 'mm[Hg]', 'impossible'],
  ['heart-rate', 0, '/min', 'impossible'],
  ['heart-rate', 999, '/min', 'impossible'],
  ['heart-rate', -1, '/min', 'impossible'],
  ['body-temperature', 98.6, 'Cel', 'impossible'],
  ['body-temperature', 98.6, '[degF]', 'ok'],
  ['oxygen-saturation', 0.97, '%', 'impossible'],
  ['oxygen-saturation', 101, '%', 'impossible'],
  ['oxygen-saturation', 0.97, '1', 'wrong-unit'],
  ['respiratory-rate', 0, '/min', 'impossible'],
])('%s of %s %s is %s', (name, value, unit, verdict) => {
  expect(checkBounds(name, { value, unit })).toBe(verdict)
})

test('a measurement without a row has no bounds', () => {
  for (const name of ['alt', 'other', 'constructor', '__proto__', 'toString']) {
    expect(checkBounds(name, { value: 1e9, unit: 'U/L' })).toBe('ok')
  }
})
