/** Rows of the table of bad input on readings before a dose. */
import { describe, expect, test } from 'vitest'
import type { Happening } from '../../src/session/session.schema.ts'
import { scripts, start, withMore, without } from './asked.ts'

const { nasalStart } = scripts
const rule = 'blood-pressure/raised-session'
const gate = (visit: Parameters<typeof start>[0]) => start(visit).value.gates.find((one) => one.rule === rule)
const cuff = (systolic: number, diastolic: number): Happening => ({
  type: 'vitals',
  reading: {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
    heartRate: { value: 72, unit: '/min' },
    oxygenSaturation: { value: 98, unit: '%' },
    onOxygen: 'no',
  },
})
const bare = without(nasalStart, ({ type }) => type === 'vitals')

test('B-035: a blood pressure of three hours ago is too old before a dose, and so unknown', () => {
  const old = { ...cuff(128, 78) }
  const taken = withMore(bare, { what: old, at: threeHoursBefore(nasalStart.context.asOf) })
  expect(gate(taken)).toMatchObject({ met: 'unknown', why: 'stale' })
  expect(start(taken).value.ready).not.toBe('yes')
})

function threeHoursBefore(asOf: string): string {
  return asOf.replace(/T(\d\d)/, (_all, hour: string) => `T${String(Number(hour) - 3).padStart(2, '0')}`)
}

describe('B-043: the label speaks of more than 140/90', () => {
  test.each([
    [140, 90, 'yes'],
    [141, 90, 'no'],
    [140, 91, 'no'],
    [139, 89, 'yes'],
  ] as const)('%i/%i is met: %s', (systolic, diastolic, met) => {
    expect(gate(withMore(bare, cuff(systolic, diastolic)))?.met).toBe(met)
  })
})
