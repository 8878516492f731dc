/** A site's own rows beside those of a pack. @module */
import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us, usScreening } from '../../src/content/us.ts'
import { Content } from '../../src/kernel/content.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { extendContent } from '../../src/rules/extend-content.ts'
import { screen } from '../../src/screening/screen.ts'

const rule = {
  id: 'our-clinic/recent-surgery',
  version: 1,
  statement: 'Operation in the last weeks',
  class: 'defer',
  basis: 'practice',
  certainty: 'K',
  asked: ['screening'],
  scope: { products: ['ketamine-iv'], jurisdictions: ['us'], effective: { from: '2026-01-01' } },
  when: { kind: 'stated', fact: 'our-clinic-recent-surgery' },
  because: 'The surgeon wants to be asked first.',
  actions: [{ kind: 'ask', code: 'our-clinic-ask-surgeon' }],
  sources: [{ fact: 'our-clinic', source: 'OUR-SOP', certainty: 'K', seenOn: '2026-10-01' }],
  checkedOn: '2026-10-01',
  checkBy: '2027-10-01',
  clinicalReview: 'none',
}
const fact = {
  id: 'our-clinic-recent-surgery',
  label: 'Recent operation',
  ask: 'Was there an operation in the last six weeks?',
  kind: 'statement',
  lists: [],
  means: 'ask',
}
const ours = {
  format: 'ketamine-treatment/content/1',
  id: 'our-clinic',
  version: '3',
  contraindications: [rule],
  facts: [fact],
  sources: [{ key: 'OUR-SOP', type: 'W', title: 'Our procedure', url: 'doc:sop-12' }],
  actions: { 'our-clinic-ask-surgeon': 'Ask the surgeon.' },
}

const extended = (json: unknown) => {
  const read = parse(Content, json)
  if (!read.ok) throw read.error
  return extendContent(us, read.value)
}

const patient = (() => {
  const read = parse(Patient, {
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    conditions: [
      {
        codes: [{ system: 'http://snomed.info/sct', code: '1234567890' }],
        clinical: 'active',
        verification: 'confirmed',
      },
    ],
    statements: [{ fact: 'our-clinic-recent-surgery', answer: 'yes', at: '2026-11-20', by: 'clinician' }],
  })
  if (!read.ok) throw read.error
  return read.value
})()

const context = { policy: usStartingPolicy, zone: 'UTC', asOf: '2026-11-22T09:00:00Z' }
const plan = { product: 'ketamine-iv' }

test('a rule of the site is held against the patient like any other', () => {
  const content = extended(ours)
  if (!content.ok) throw content.error
  const decision = screen({ patient, plan }, { ...context, content: content.value })
  const finding = decision.findings.find((one) => one.rule.id === rule.id)
  expect(finding).toMatchObject({ truth: 'yes', verdict: 'hold' })
  expect(decision.provenance.content).toEqual({ id: 'us+our-clinic', version: `${us.version}+3` })
})

test('a code of the site widens a set of the pack', () => {
  const codes = { system: 'snomed-ct', codes: ['1234567890'], certainty: 'K' }
  const content = extended({ ...ours, codes: [{ fact: 'aneurysmal-vascular-disease', kind: 'core', codes }] })
  if (!content.ok) throw content.error
  const before = screen({ patient, plan: { product: 'esketamine-nasal' } }, { ...context, content: us })
  const after = screen(
    { patient, plan: { product: 'esketamine-nasal' } },
    { ...context, content: content.value },
  )
  expect(before.findings.find((one) => one.rule.id === 'vascular/aneurysm')?.truth).toBe('unknown')
  expect(after.findings.find((one) => one.rule.id === 'vascular/aneurysm')?.truth).toBe('yes')
})

describe('what is refused', () => {
  test.each([
    [
      'a rule whose id is taken',
      { ...ours, contraindications: [{ ...rule, id: 'vascular/aneurysm' }] },
      'id-clash',
    ],
    ['a fact whose id is taken', { ...ours, facts: [fact, { ...fact, id: 'pregnancy' }] }, 'id-clash'],
    [
      'a source whose key is taken',
      { ...ours, sources: [...ours.sources, { ...ours.sources[0], key: 'PI19' }] },
      'id-clash',
    ],
    ['a rule that asks a fact nobody has', { ...ours, facts: [] }, 'dangling-reference'],
    ['a rule that cites a source nobody has', { ...ours, sources: [] }, 'dangling-reference'],
    ['a rule that names an action without words', { ...ours, actions: {} }, 'dangling-reference'],
    [
      'a code for a fact nobody has',
      {
        ...ours,
        codes: [
          {
            fact: 'no-such-fact',
            kind: 'core',
            codes: { system: 'atc', codes: ['N06AX27'], certainty: 'K' },
          },
        ],
      },
      'dangling-reference',
    ],
  ])('%s', (_what, json, code) => {
    const result = extended(json)
    expect(result.ok ? 'extended' : result.error.code).toBe(code)
  })

  test('a hard stop whose source nobody saw', () => {
    const read = parse(Content, { ...ours, contraindications: [{ ...rule, class: 'contraindicated' }] })
    expect(read.ok ? 'read' : read.error.code).toBe('unseen-hard-stop')
  })

  test('rows that were not parsed', () => {
    // @ts-expect-error rows of a site come through the door
    expect(() => extendContent(us, ours)).toThrow('not-parsed')
  })
})

test('the pack itself is not touched', () => {
  const before = JSON.stringify(us)
  extended(ours)
  expect(JSON.stringify(us)).toBe(before)
})

describe('a site adds what stands in its own visits', () => {
  const asked = { gates: 'session', alarms: 'monitoring', release: 'release', dosing: 'dose' } as const

  test.each(Object.entries(asked))('a row of its %s stands among those of the pack', (table, occasion) => {
    const { contraindications: _none, ...rest } = ours
    const result = extended({ ...rest, [table]: [{ ...rule, asked: [occasion] }] })
    if (!result.ok) throw result.error
    const { session, dosing } = result.value
    const rows = {
      gates: session?.gates,
      alarms: session?.alarms,
      release: session?.release,
      dosing: dosing?.rules,
    }
    for (const [name, all] of Object.entries(rows)) {
      expect(all?.some((row) => row.id === rule.id)).toBe(name === table)
    }
    expect(rows.gates?.length).toBe((us.session?.gates.length ?? 0) + (table === 'gates' ? 1 : 0))
  })

  test.each(Object.entries(asked))('a pack for screening alone has no place for %s', (table, occasion) => {
    const read = parse(Content, { ...ours, contraindications: [], [table]: [{ ...rule, asked: [occasion] }] })
    if (!read.ok) throw read.error
    const result = extendContent(usScreening, read.value)
    expect(!result.ok && [result.error.code, result.error.path]).toEqual(['content-incomplete', table])
  })
})

describe('rules of a site about a course', () => {
  test.each(['missed', 'exposure'])(
    'a row asked of what was %s stands among those of the pack',
    (occasion) => {
      const { contraindications: _none, ...rest } = ours
      const result = extended({ ...rest, course: [{ ...rule, asked: [occasion] }] })
      if (!result.ok) throw result.error
      const rows = result.value.course?.rules ?? []
      expect(rows.length).toBe((us.course?.rules.length ?? 0) + 1)
      expect(rows.at(-1)?.id).toBe(rule.id)
      expect(result.value.course?.protocols).toEqual(us.course?.protocols)
    },
  )

  test('keep to ids, facts, sources and actions that are there', () => {
    const errorOf = (course: object, more = {}) => {
      const result = extended({ ...ours, contraindications: [], course: [course], ...more })
      return result.ok ? 'none' : `${result.error.code} ${result.error.path}`
    }
    const row = { ...rule, asked: ['missed'] }
    expect(errorOf({ ...row, id: 'missed/worse' })).toBe('id-clash rules.missed/worse@1')
    expect(errorOf(row, { facts: [] })).toBe(`dangling-reference rules.${rule.id}.when`)
    expect(errorOf(row, { sources: [] })).toBe(`dangling-reference rules.${rule.id}.sources`)
    expect(errorOf(row, { actions: {} })).toBe(`dangling-reference rules.${rule.id}.actions`)
  })

  test('a pack for screening alone has no place for them', () => {
    const read = parse(Content, { ...ours, contraindications: [], course: [{ ...rule, asked: ['missed'] }] })
    if (!read.ok) throw read.error
    const result = extendContent(usScreening, read.value)
    expect(!result.ok && [result.error.code, result.error.path]).toEqual(['content-incomplete', 'course'])
  })
})

describe('protocols of a site', () => {
  const [shipped] = us.course?.protocols ?? []
  const own = { ...shipped, id: 'our-own', product: 'ketamine-iv' }
  const errorOf = (protocols: readonly unknown[], more = {}) => {
    const result = extended({ ...ours, protocols, ...more })
    return result.ok ? 'none' : `${result.error.code} ${result.error.path}`
  }

  test('stand beside those of the pack', () => {
    const result = extended({ ...ours, protocols: [own] })
    const ids = result.ok ? result.value.course?.protocols.map(({ id }) => id) : []
    expect(ids).toEqual([...(us.course?.protocols.map(({ id }) => id) ?? []), 'our-own'])
  })

  test('replace none of them, and name no product or source that is not there', () => {
    expect(errorOf([shipped])).toBe(`id-clash protocols.${shipped?.id}@${shipped?.version}`)
    expect(errorOf([own, own])).toBe(`id-clash protocols.our-own@${shipped?.version}`)
    expect(errorOf([{ ...own, product: 'ketamine-rectal' }])).toBe(
      'dangling-reference protocols.our-own.product',
    )
    const source = { fact: 'ours', source: 'NOT-THERE', certainty: 'K', seenOn: '2026-10-01' }
    const dangling = 'dangling-reference protocols.our-own.sources'
    expect(errorOf([{ ...own, sources: [source] }])).toBe(dangling)
    const limits = [
      {
        id: 'l',
        label: 'l',
        kind: 'most-sessions',
        count: 1,
        in: 'civil-day',
        certainty: 'K',
        sources: [source],
      },
    ]
    expect(errorOf([{ ...own, limits }])).toBe(dangling)
    const [phase, ...phases] = own.phases ?? []
    expect(errorOf([{ ...own, phases: [{ ...phase, limits }, ...phases] }])).toBe(dangling)
  })

  test('need a pack with the tables of a course', () => {
    const read = parse(Content, { ...ours, protocols: [own] })
    if (!read.ok) throw read.error
    const result = extendContent(usScreening, read.value)
    expect(result.ok ? 'none' : `${result.error.code} ${result.error.path}`).toBe(
      'content-incomplete protocols',
    )
  })
})
