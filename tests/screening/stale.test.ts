/** When a decision has to be made again. */
import { expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { ConditionEntry } from '../../src/patient/patient.schema.ts'
import { screen } from '../../src/screening/screen.ts'
import { isStale } from '../../src/screening/stale.ts'
import { type Draft, parsed, settledRecord } from './arbitrary.ts'
import { overrideOf } from './laws.ts'

const now = {
  content: us,
  policy: usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-11-22T09:00:00-05:00',
}
const plan = { product: 'esketamine-nasal' }
const decided = (draft: Draft) => screen({ patient: parsed(draft), plan }, now)
const stale = (before: Draft, after: Draft, context = now) =>
  isStale({ decision: decided(before), patient: parsed(after), plan }, context)

const aneurysm: ConditionEntry = {
  codes: [{ system: 'icd-10-cm', code: 'I71.4' }],
  clinical: 'active',
  verification: 'confirmed',
  recordedAt: '2026-10-01',
}

test('the same facts a moment later leave it fresh, and so does what no rule asks', () => {
  const later = { ...now, asOf: '2026-11-22T09:02:00-05:00' }
  expect(stale(settledRecord, settledRecord, later)).toBe(false)
  expect(stale(settledRecord, { ...settledRecord, id: 'p-2', extensions: { address: 'elsewhere' } })).toBe(
    false,
  )
  const weight = {
    name: 'heart-rate',
    status: 'final',
    value: { value: 70, unit: '/min' },
    at: '2026-11-22',
  } as const
  expect(
    stale(settledRecord, { ...settledRecord, observations: [...(settledRecord.observations ?? []), weight] }),
  ).toBe(false)
})

test('a new disease makes it stale, and so does one that was struck', () => {
  const ill = { ...settledRecord, conditions: [aneurysm] }
  expect(stale(settledRecord, ill)).toBe(true)
  expect(stale(ill, settledRecord)).toBe(true)
})

test('another reading makes it stale, also on the same side of every limit', () => {
  const other = settledRecord.observations?.map((one) =>
    one.name === 'systolic-pressure' ? { ...one, value: { value: 121, unit: 'mm[Hg]' as const } } : one,
  )
  expect(stale(settledRecord, { ...settledRecord, ...(other && { observations: other }) })).toBe(true)
})

test('a reading that aged out makes it stale, though the record stands still', () => {
  const days = (asOf: string) => stale(settledRecord, settledRecord, { ...now, asOf })
  expect(days('2027-02-21T09:00:00-05:00')).toBe(true)
})

test('another pack with its policy, and another product, make it stale', () => {
  const decision = decided(settledRecord)
  const patient = parsed(settledRecord)
  expect(isStale({ decision, patient, plan }, { ...now, content: eu, policy: euStartingPolicy })).toBe(true)
  expect(isStale({ decision, patient, plan: { product: 'ketamine-iv' } }, now)).toBe(true)
})

test('an override that lapsed makes it stale', () => {
  const patient = parsed({ ...settledRecord, conditions: [aneurysm] })
  const before = screen({ patient, plan }, now)
  const world = {
    asOf: now.asOf,
    zone: now.zone,
    draft: settledRecord,
    product: plan.product,
    pack: 'us',
  } as const
  const overrides = before.findings.map((finding) => overrideOf(finding, world))
  const decision = screen({ patient, plan, overrides }, now)
  expect(decision.verdict).toBe('caution')
  expect(isStale({ decision, patient, plan, overrides }, now)).toBe(false)
  expect(isStale({ decision, patient, plan, overrides }, { ...now, asOf: '2026-11-23T09:00:00-05:00' })).toBe(
    true,
  )
  expect(isStale({ decision, patient, plan }, now)).toBe(true)
})

test('what is no decision is refused', () => {
  const patient = parsed(settledRecord)
  const decision = JSON.parse('{"verdict":"no-finding"}')
  expect(() => isStale({ decision, patient, plan }, now)).toThrow(
    expect.objectContaining({ code: 'bad-argument' }),
  )
})
