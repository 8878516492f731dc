/** What a record may not contain, and what becomes of it: the patient rows of the table of bad input. */
import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { Content } from '../../src/kernel/content.schema.ts'
import type { Finding } from '../../src/kernel/decision.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { formatQuantity, valueIn } from '../../src/kernel/quantity.ts'
import type { Refusal } from '../../src/kernel/refusal.ts'
import { ageOn } from '../../src/kernel/time.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { extendContent } from '../../src/rules/extend-content.ts'
import { screen } from '../../src/screening/screen.ts'
import { baseRecord, merged } from '../content/cases.ts'

const now = {
  content: us,
  policy: usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-11-22T09:00:00-05:00',
}
const plan = { product: 'esketamine-nasal' }

/** The base record with some members changed; `null` takes one away. */
function record(patch: unknown): Parsed<Patient> {
  const result = parse(Patient, merged(baseRecord, patch))
  if (!result.ok) throw result.error
  return result.value
}

/** Why a record does not come through the door. */
function refusal(patch: unknown): Pick<Refusal, 'code' | 'path'> {
  const result = parse(Patient, merged(baseRecord, patch))
  if (result.ok) throw new Error('it came through')
  return { code: result.error.code, path: result.error.path }
}

const reading = (name: string, value: unknown, at = '2026-11-22') => ({
  observations: [{ name, status: 'final', value, at }],
})
const judged = (patch: unknown, context = now) => screen({ patient: record(patch), plan }, context)
const codesOf = (patch: unknown) => judged(patch).issues.map((issue) => issue.code)
const found = (patch: unknown, rule: string): Finding | undefined =>
  judged(patch).findings.find((finding) => finding.rule.id === rule)

describe('a weight', () => {
  test.each([-70, 0, 1.9, 650.1])('B-001: %d kg is no weight of anyone', (value) => {
    expect(refusal(reading('body-weight', { value, unit: 'kg' }))).toEqual({
      code: 'out-of-bounds',
      path: 'observations[0].value',
    })
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'B-002: %d is no number',
    (value) => {
      expect(refusal(reading('body-weight', { value, unit: 'kg' }))).toEqual({
        code: 'not-json',
        path: 'observations[0].value.value',
      })
    },
  )

  test.each(['70', '70kg', true, null, [70], { value: 70 }])(
    'B-003: %j is not made into a number',
    (value) => {
      const given = {
        ...reading('body-weight', 0),
        observations: [{ name: 'body-weight', status: 'final', value: { value, unit: 'kg' } }],
      }
      expect(refusal(given)).toEqual({ code: 'wrong-shape', path: 'observations[0].value.value' })
    },
  )

  test('B-003: a BigInt and a boxed number are no JSON numbers', () => {
    expect(refusal(reading('body-weight', { value: 70n, unit: 'kg' })).code).toBe('not-json')
    expect(refusal(reading('body-weight', { value: Object(70), unit: 'kg' })).code).toBe('wrong-shape')
  })

  test('B-004: a number without a unit is refused', () => {
    const { code, path } = refusal(reading('body-weight', { value: 70 }))
    expect({ code, path }).toEqual({ code: 'unknown-unit', path: 'observations[0].value.unit' })
  })

  test.each(['[lb_av]', 'lb'])(
    'B-005: 180 %s are 81.6466266 kg exactly, and both units are shown',
    (unit) => {
      expect(valueIn({ value: 180, unit }, 'kg')).toBe(81.6466266)
      const finding = weightFinding(reading('body-weight', { value: 180, unit }))
      expect(finding?.inputs[0]).toMatchObject({
        value: 180,
        unit,
        limit: { value: 81.6466266, unit: 'kg' },
        truth: 'yes',
      })
      expect(formatQuantity({ value: 180, unit })).toBe('180 lb')
    },
  )

  test('B-006: 70000 g are 70 kg', () => {
    expect(valueIn({ value: 70_000, unit: 'g' }, 'kg')).toBe(70)
    expect(weightFinding(reading('body-weight', { value: 81_646.6266, unit: 'g' }))?.truth).toBe('yes')
    expect(weightFinding(reading('body-weight', { value: 70_000, unit: 'g' }))).toBeUndefined()
  })

  test.each(['KG', 'kgs', 'Kilo', ' kg', 'kg ', 'Kg', 'lbs', ''])(
    'B-007: the unit %j is not guessed',
    (unit) => {
      expect(refusal(reading('body-weight', { value: 70, unit }))).toEqual({
        code: 'unknown-unit',
        path: 'observations[0].value.unit',
      })
    },
  )

  test('B-008: 154 kg two weeks after 70 kg is asked about by the ratio of pounds to kilograms, and left as it is', () => {
    const weights = {
      observations: [
        { name: 'body-weight', status: 'final', value: { value: 70, unit: 'kg' }, at: '2026-11-08' },
        { name: 'body-weight', status: 'final', value: { value: 154, unit: 'kg' }, at: '2026-11-22' },
      ],
    }
    expect(codesOf(weights)).toContain('weight-ratio')
    expect(weightFinding(weights)?.inputs[0]).toMatchObject({ value: 154, unit: 'kg' })
    const quarter = {
      observations: [
        weights.observations[0],
        { ...weights.observations[1], value: { value: 90, unit: 'kg' } },
      ],
    }
    expect(codesOf(quarter)).toContain('weight-jump')
  })
})

/** A row of a site that compares a weight: the pack itself has none before dosing. */
function weightFinding(patch: unknown): Finding | undefined {
  const ours = parse(Content, {
    format: 'ketamine-treatment/content/1',
    id: 'our-clinic',
    version: '1',
    contraindications: [
      {
        id: 'ours/weight',
        version: 1,
        statement: 'Weight of 180 lb or more',
        class: 'caution',
        basis: 'practice',
        certainty: 'K',
        asked: ['screening'],
        scope: { products: ['esketamine-nasal'], jurisdictions: ['us'], effective: { from: '2020-01-01' } },
        when: {
          kind: 'measured',
          fact: 'body-weight',
          is: 'at-least',
          limit: { value: 81.6466266, unit: 'kg' },
          maxAge: { value: 30, unit: 'd' },
          pick: 'latest',
        },
        because: 'The row shows how a weight is read.',
        actions: [],
        sources: [],
        checkedOn: '2026-11-22',
        checkBy: '2027-05-22',
        clinicalReview: 'none',
      },
    ],
  })
  if (!ours.ok) throw ours.error
  const content = extendContent(us, ours.value)
  if (!content.ok) throw content.error
  const decision = screen({ patient: record(patch), plan }, { ...now, content: content.value })
  return decision.findings.find((finding) => finding.rule.id === 'ours/weight')
}

describe('a body and an age', () => {
  test.each([
    { value: 170, unit: 'm' },
    { value: 1.7, unit: 'cm' },
  ])('B-009: a height of $value $unit is refused', (value) => {
    expect(refusal(reading('body-height', value))).toEqual({
      code: 'out-of-bounds',
      path: 'observations[0].value',
    })
  })

  test('B-010: 93 years, 206 cm and 310 kg are a patient, at most asked about again', () => {
    const patch = {
      birthDate: '1933-01-01',
      observations: [
        {
          name: 'body-height',
          status: 'final',
          value: { value: 206, unit: 'cm' },
          at: '2026-11-22',
          id: 'h',
        },
        {
          name: 'body-weight',
          status: 'final',
          value: { value: 310, unit: 'kg' },
          at: '2026-11-22',
          id: 'w',
        },
      ],
    }
    const issues = judged(patch).issues.filter((issue) => issue.code.startsWith('reading-'))
    expect(issues).toEqual([{ code: 'reading-unusual', path: 'observations[id=w]', severity: 'warning' }])
  })

  test.each(['2024-02-30', '2023-02-29', '1980-13-01', '1879-01-01', '01/02/1980', '', 1980])(
    'B-011: %j is no birth date',
    (birthDate) => {
      const { code, path } = refusal({ birthDate })
      expect(path).toBe('birthDate')
      expect(code).toBe(typeof birthDate === 'string' ? 'bad-date' : 'wrong-shape')
    },
  )

  test('B-012: a birth date after now is refused', () => {
    const ahead = record({ birthDate: '2026-11-23' })
    expect(() => screen({ patient: ahead, plan }, now)).toThrow(
      expect.objectContaining({ code: 'birth-date-ahead', path: 'patient.birthDate' }),
    )
    expect(judged({ birthDate: '2026-11-22' }).verdict).not.toBe('no-finding')
  })

  test('B-013: a year of birth alone is enough for an adult', () => {
    expect(ageOn('1931', '2026-11-22')).toEqual({ least: 94, most: 95 })
    expect(underage({ birthDate: '1931' })).toBe('no')
    expect(underage({ birthDate: '2008' })).toBe('unknown')
    expect(underage({ birthDate: '2015' })).toBe('yes')
  })

  test('B-014: a birth date has no time', () => {
    expect(refusal({ birthDate: '1984-05-17T00:00:00-05:00' })).toEqual({
      code: 'bad-date',
      path: 'birthDate',
    })
  })

  test('B-015: born on 29 February, one is 17 on 28 February and 18 on 1 March', () => {
    const on = (asOf: string) => underage({ birthDate: '2008-02-29' }, asOf)
    expect(on('2026-02-28T23:59:59-05:00')).toBe('yes')
    expect(on('2026-03-01T00:00:00-05:00')).toBe('no')
  })

  test('B-017: without a birth date an age rule is unknown, and nobody goes on', () => {
    expect(underage({ birthDate: null })).toBe('unknown')
    const { verdict } = judged({ birthDate: null })
    expect(['indeterminate', 'hold', 'contraindicated']).toContain(verdict)
  })
})

/** What the rules say that ask for an age below 18. */
function underage(patch: unknown, asOf = now.asOf): 'yes' | 'no' | 'unknown' {
  const rules = [...us.contraindications].filter(
    (rule) =>
      JSON.stringify(rule.when).includes('{"kind":"age","is":"below","limit":{"value":18') &&
      rule.scope.products.includes(plan.product) &&
      rule.asked.includes('screening'),
  )
  expect(rules.length).toBeGreaterThan(0)
  const truths = judged(patch, { ...now, asOf })
    .findings.filter((finding) => rules.includes(finding.rule))
    .map((finding) => finding.truth)
  return truths[0] ?? 'no'
}

describe('pregnancy', () => {
  const mayBe = { sex: 'female', birthDate: '1994-05-17' }
  const said = (at: string) => ({
    ...mayBe,
    statements: [{ fact: 'pregnancy', answer: 'no', at, by: 'clinician' }],
  })

  test('B-018: where it was never asked, it is unknown and not absent', () => {
    expect(found(mayBe, 'reproduction/pregnancy')).toMatchObject({
      truth: 'unknown',
      inputs: [{ truth: 'unknown', why: 'never-recorded' }],
    })
  })

  test('B-019: a no of fourteen months ago is no answer for today', () => {
    expect(found(said('2025-09-22'), 'reproduction/pregnancy')).toMatchObject({
      truth: 'unknown',
      inputs: [{ why: 'stale' }],
    })
    expect(found(said('2026-11-22T08:00:00-05:00'), 'reproduction/pregnancy')).toBeUndefined()
  })
})

describe('lists', () => {
  const aneurysm = (patch: unknown) => found(patch, 'vascular/aneurysm')?.truth ?? 'no'
  const others = ['medicines', 'allergies', 'procedures'].map((list) => ({
    list,
    complete: { at: '2026-11-22', by: 'clinician' },
  }))

  test('B-020: no list is unknown, an empty list is unknown, an empty list with a dated "none known" is absent', () => {
    expect(aneurysm({ conditions: null, attestations: others })).toBe('unknown')
    expect(aneurysm({ conditions: [], attestations: others })).toBe('unknown')
    const noneKnown = (at?: string) => ({
      conditions: [],
      attestations: [
        ...others,
        { list: 'conditions', noneKnown: { ...(at === undefined ? {} : { at }), by: 'clinician' } },
      ],
    })
    expect(aneurysm(noneKnown('2026-11-22T08:30:00-05:00'))).toBe('no')
    expect(aneurysm(noneKnown())).toBe('unknown')
    expect(aneurysm({ ...noneKnown('2026-11-22'), incomplete: ['conditions'] })).toBe('unknown')
  })

  test('B-021: one code on record as present and as refuted counts as present, and both sides are shown', () => {
    const entry = {
      codes: [{ system: 'icd-10-cm', code: 'I71.4' }],
      clinical: 'active',
      recordedAt: '2026-10-01',
    }
    const both = [
      { ...entry, verification: 'confirmed', from: 'hospital' },
      { ...entry, verification: 'refuted', from: 'practice' },
    ]
    for (const conditions of [both, both.toReversed()]) {
      const decision = judged({ conditions })
      expect(decision.findings.find((finding) => finding.rule.id === 'vascular/aneurysm')?.truth).toBe('yes')
      expect(decision.conflicts).toContainEqual(
        expect.objectContaining({
          counted: expect.objectContaining({ from: 'hospital' }),
          against: [expect.objectContaining({ standing: 'refuted', from: 'practice' })],
        }),
      )
    }
  })

  test('B-023: a note of 50 MB and a list of 100,001 allergies are refused before anything is read', () => {
    const note = 'n'.repeat(50 * 1024 * 1024)
    expect(refusal({ conditions: [{ text: note, clinical: 'active', verification: 'confirmed' }] })).toEqual({
      code: 'too-large',
      path: 'conditions[0].text',
    })
    const allergy = { clinical: 'active', verification: 'confirmed' }
    expect(refusal({ allergies: Array.from({ length: 100_001 }, () => allergy) })).toEqual({
      code: 'too-large',
      path: 'allergies',
    })
    expect(refusal({ allergies: Array.from({ length: 20_001 }, () => allergy) })).toEqual({
      code: 'wrong-shape',
      path: 'allergies',
    })
  })
})

describe('hostile data', () => {
  test.each([
    ['{"__proto__":{"record":"active"}}', ''],
    ['{"constructor":{"prototype":{"polluted":true}}}', ''],
    ['{"prototype":1}', ''],
    ['{"conditions":[{"codes":[{"__proto__":{"code":"I71.4"}}]}]}', 'conditions[0].codes[0]'],
    ['{"extensions":{"deep":{"constructor":1}}}', 'extensions.deep'],
  ])('B-022: %s is refused, and the prototypes stay as they were', (json, path) => {
    const before = [Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Array.prototype)]
    const result = parse(Patient, JSON.parse(json))
    expect(result).toMatchObject({ ok: false, error: { code: 'hostile-key', path } })
    expect([
      Object.getOwnPropertyNames(Object.prototype),
      Object.getOwnPropertyNames(Array.prototype),
    ]).toEqual(before)
  })

  test('B-024: a circle, a getter that throws and a proxy that throws are refused', () => {
    const circle: Record<string, unknown> = { format: 'ketamine-treatment/patient/1', record: 'active' }
    circle.extensions = circle
    expect(parse(Patient, circle)).toMatchObject({ ok: false, error: { code: 'too-deep' } })
    const thrower = () => {
      throw new Error('Jane Doe')
    }
    const getter = Object.defineProperty({}, 'record', { enumerable: true, get: thrower })
    expect(parse(Patient, getter)).toMatchObject({
      ok: false,
      error: { code: 'not-readable' },
    })
    const proxy = new Proxy({}, { ownKeys: thrower, getOwnPropertyDescriptor: thrower, get: thrower })
    const refused = parse(Patient, {
      format: 'ketamine-treatment/patient/1',
      record: 'active',
      conditions: proxy,
    })
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-readable' } })
    expect(JSON.stringify(refused)).not.toContain('Jane')
  })

  test('B-024: a nest of a hundred thousand levels is refused', () => {
    let nest: unknown = 1
    for (let level = 0; level < 100_000; level += 1) nest = [nest]
    expect(parse(Patient, { extensions: nest })).toMatchObject({ ok: false, error: { code: 'too-deep' } })
  })

  test('B-025: a misspelt field is refused by its path, and only `extensions` is open', () => {
    expect(refusal({ weigth: 70 })).toEqual({ code: 'unknown-key', path: 'weigth' })
    expect(
      refusal({ conditions: [{ clinical: 'active', verification: 'confirmed', verifed: true }] }),
    ).toEqual({ code: 'unknown-key', path: 'conditions[0].verifed' })
    expect(record({ extensions: { weigth: 70 } }).extensions).toEqual({ weigth: 70 })
  })

  test('what a refusal says never repeats the value', () => {
    const secret = 'Jane-Doe-1984'
    for (const patch of [
      { birthDate: secret },
      { sex: secret },
      { record: secret },
      { observations: [{ name: 'x', status: secret }] },
      reading('body-weight', { value: 70, unit: secret }),
    ]) {
      const result = parse(Patient, merged(baseRecord, patch))
      expect(result.ok).toBe(false)
      if (!result.ok)
        expect(`${result.error.message} ${result.error.path} ${JSON.stringify(result.error)}`).not.toContain(
          secret,
        )
    }
  })
})
