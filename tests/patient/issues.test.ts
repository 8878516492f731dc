/** What is odd in a record that is judged all the same: by code and place, never by value. */
import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { Issue, OverrideRecord } from '../../src/kernel/decision.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { screen } from '../../src/screening/screen.ts'
import { baseRecord, merged } from '../content/cases.ts'
import { parsed } from '../screening/arbitrary.ts'

const now = {
  content: us,
  policy: usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-11-22T09:00:00-05:00',
}
const plan = { product: 'esketamine-nasal' }

function issues(patch: unknown, context = now): readonly Issue[] {
  return screen({ patient: parsed(merged(baseRecord, patch)), plan }, context).issues
}

const icd = (code: string) => [{ system: 'icd-10-cm', code }]
const active = { clinical: 'active', verification: 'confirmed', recordedAt: '2026-10-01' }
const order = { status: 'active', intent: 'order' }
const pressure = (name: string, value: number, more = {}) => ({
  name,
  status: 'final',
  value: { value, unit: 'mm[Hg]' },
  at: '2026-11-22T08:50:00-05:00',
  ...more,
})

describe('an issue', () => {
  test.each<[string, unknown, string, string]>([
    [
      'an entry in free text',
      { conditions: [{ text: 'aneurysm', ...active }] },
      'entry-not-placed',
      'conditions',
    ],
    [
      'an entry nobody confirmed',
      { conditions: [{ codes: icd('I71.4'), clinical: 'active', verification: 'provisional', id: 'c1' }] },
      'entry-possible',
      'conditions[id=c1]',
    ],
    [
      'a reading without a value',
      {
        observations: [
          { name: 'heart-rate', status: 'final', absent: 'not-readable', at: '2026-11-22', from: 'ward' },
        ],
      },
      'reading-not-readable',
      'observations[from=ward]',
    ],
    [
      'a reading without a date',
      { observations: [pressure('systolic-pressure', 120, { at: undefined })] },
      'reading-undated',
      'observations',
    ],
    [
      'a reading of tomorrow',
      { observations: [pressure('systolic-pressure', 120, { at: '2026-11-23' })] },
      'reading-ahead',
      'observations',
    ],
    [
      'two pressures the wrong way round',
      { observations: [pressure('systolic-pressure', 80), pressure('diastolic-pressure', 120)] },
      'reading-inverted',
      'observations',
    ],
    [
      'a value worth a second look',
      { observations: [pressure('systolic-pressure', 230)] },
      'reading-unusual',
      'observations',
    ],
    [
      'a statement nobody asks for',
      { statements: [{ fact: 'favourite-colour', answer: 'yes', at: '2026-11-22', by: 'clinician' }] },
      'statement-unknown',
      'statements.favourite-colour',
    ],
    [
      'one id for two entries',
      {
        conditions: [
          { id: 'c1', codes: icd('Z00.0'), ...active },
          { id: 'c1', codes: icd('Z00.1'), ...active },
        ],
      },
      'same-id-other-content',
      'conditions[id=c1]',
    ],
    [
      'an active medicine that ended',
      { medicines: [{ codes: [{ system: 'atc', code: 'N05' }], ...order, period: { end: '2026-01-01' } }] },
      'active-but-ended',
      'medicines',
    ],
    [
      'an active disease that ended',
      { conditions: [{ codes: icd('Z00.0'), ...active, abated: '2026-01-01' }] },
      'active-but-ended',
      'conditions',
    ],
    [
      'a "none known" beside entries',
      {
        conditions: [{ codes: icd('Z00.0'), ...active }],
        attestations: [{ list: 'conditions', noneKnown: { at: '2026-11-22', by: 'clinician' } }],
      },
      'none-known-beside-entries',
      'conditions',
    ],
  ])('of %s names its code and its place', (_name, patch, code, path) => {
    expect(issues(JSON.parse(JSON.stringify(patch)))).toContainEqual(expect.objectContaining({ code, path }))
  })

  test('stands once, however often its reason does', () => {
    const text = { text: 'see letter', ...active }
    expect(
      issues({ conditions: [text, text, { ...text, text: 'another' }] }).filter(
        (one) => one.code === 'entry-not-placed',
      ),
    ).toHaveLength(1)
  })

  test('is not raised by an ordinary record', () => {
    const ordinary = {
      conditions: [{ id: 'c1', codes: icd('Z00.0'), ...active }],
      medicines: [
        {
          id: 'm1',
          codes: [{ system: 'atc', code: 'A02BC01' }],
          ...order,
          period: { start: '2026-01-01', end: '2027-01-01' },
        },
      ],
      observations: [
        pressure('systolic-pressure', 120, { group: 'g' }),
        pressure('diastolic-pressure', 80, { group: 'g' }),
      ],
    }
    expect(issues(ordinary)).toEqual([])
  })

  test('says that the tables are past the day of their next look', () => {
    expect(issues({}, { ...now, asOf: '2035-01-01T09:00:00-05:00' })).toContainEqual({
      code: 'content-outdated',
      path: 'context.content',
      severity: 'warning',
    })
  })

  test('tells why an override does not count', () => {
    const patient = parsed(merged(baseRecord, { conditions: [{ codes: icd('I71.4'), ...active }] }))
    const record: OverrideRecord = {
      rule: 'vascular/aneurysm',
      ruleVersion: 1,
      reason: 'documented',
      actor: { role: 'psychiatrist' },
      at: '2026-11-20T09:00:00-05:00',
      expires: '2026-11-21T09:00:00-05:00',
      digest: 'fnv1a-2x32:0000000000000000',
    }
    const codes = (override: OverrideRecord) =>
      screen({ patient, plan, overrides: [override] }, now).issues.map((one) => one.code)
    expect(codes(record)).toContain('override-lapsed')
    expect(codes({ ...record, reason: '' })).toContain('override-refused')
    expect(codes({ ...record, at: 'yesterday' })).toContain('override-refused')
  })
})

describe('the door', () => {
  const refusal = (patch: unknown) => {
    const result = parse(Patient, merged(baseRecord, patch))
    return result.ok ? undefined : { code: result.error.code, path: result.error.path }
  }

  test('refuses a medicine with two ends', () => {
    const both = { ...order, lastTaken: '2026-11-01', period: { end: '2026-11-02' } }
    expect(refusal({ medicines: [both] })).toEqual({ code: 'two-ends', path: 'medicines[0].lastTaken' })
    expect(refusal({ medicines: [{ ...both, period: { start: '2026-10-02' } }] })).toBeUndefined()
  })

  test('refuses a statement with an answer and a grade, or with neither', () => {
    const said = { fact: 'child-pugh', by: 'clinician', at: '2026-11-22' }
    const refused = { code: 'answer-or-grade', path: 'statements[0].answer' }
    expect(refusal({ statements: [said] })).toEqual(refused)
    expect(refusal({ statements: [{ ...said, answer: 'yes', grade: 'B' }] })).toEqual(refused)
    expect(refusal({ statements: [{ ...said, grade: 'B' }] })).toBeUndefined()
  })

  test('refuses a format of the future', () => {
    expect(refusal({ format: 'ketamine-treatment/patient/2' })).toEqual({
      code: 'unknown-format',
      path: 'format',
    })
  })
})

test('a rule that asks for a number the policy does not hold is refused by the name of the number', () => {
  const { 'attestation-max-age': _gone, ...numbers } = usStartingPolicy.numbers
  const policy = Object.defineProperty(
    { ...usStartingPolicy, numbers },
    Symbol.for('ketamine-treatment/parsed'),
    { value: true },
  )
  expect(() => screen({ patient: parsed(baseRecord), plan }, { ...now, policy })).toThrow(
    expect.objectContaining({ code: 'policy-incomplete', path: 'policy.numbers.attestation-max-age' }),
  )
})
