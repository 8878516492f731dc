/** Whose entry it is: every form in which a resource can name its patient, and an order its product. @module */
import { describe, expect, test } from 'vitest'
import { bundle, coded, condition, type Json, person, readRecord, request, rxnorm } from './resources.ts'

const server = 'https://example.org/fhir/'
const uuid = 'urn:uuid:8adf7251-257f-4b45-8ef5-0a6b3b9fe0ef'

type Where = 'kept' | 'foreign-subject' | 'no-subject'

const outcome = (resources: Json): Where | string => {
  const { excluded, counts, patient } = readRecord(resources)
  const [note] = excluded
  if (note === undefined) return counts.used === 2 ? 'kept' : 'lost'
  expect(patient.conditions ?? []).toEqual([])
  return note.code
}

const entries = (
  patientUrl: string | undefined,
  conditionUrl: string | undefined,
  subject: unknown,
): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { ...(patientUrl === undefined ? {} : { fullUrl: patientUrl }), resource: person },
    { ...(conditionUrl === undefined ? {} : { fullUrl: conditionUrl }), resource: condition({ subject }) },
  ],
})

describe('the subject of an entry', () => {
  test.each<[string | undefined, string | undefined, string, Where]>([
    // patient sent from, condition sent from, reference
    [undefined, undefined, 'Patient/p1', 'kept'],
    [undefined, undefined, 'Patient/p1/_history/3', 'kept'],
    [undefined, undefined, 'Patient/p2', 'foreign-subject'],
    [undefined, undefined, 'patient/p1', 'no-subject'],
    [undefined, undefined, 'Group/p1', 'foreign-subject'],
    [undefined, undefined, 'Patient?identifier=12', 'no-subject'],
    [undefined, undefined, '#p1', 'foreign-subject'],
    [undefined, undefined, 'p1', 'no-subject'],
    [undefined, undefined, 'urn:uuid:p1', 'kept'],
    [undefined, undefined, uuid, 'no-subject'],
    [undefined, undefined, `${server}Patient/p1`, 'kept'],
    [undefined, undefined, `${server}Patient/p2`, 'foreign-subject'],
    [undefined, 'https://other.example/Condition/c1', `${server}Patient/p1`, 'kept'],
    [`${server}Patient/p1`, undefined, 'Patient/p1', 'kept'],
    [`${server}Patient/p1`, `${server}Condition/c1`, 'Patient/p1', 'kept'],
    [`${server}Patient/p1`, `${server}Condition/c1`, `${server}Patient/p1`, 'kept'],
    [`${server}Patient/p1`, `${server}Condition/c1`, `${server}Patient/p1/_history/1`, 'kept'],
    [`${server}Patient/p1`, `${server}Condition/c1`, 'https://other.example/Patient/p1', 'foreign-subject'],
    // relative to the server the condition was sent from
    [`${server}Patient/p1`, 'https://other.example/Condition/c1', 'Patient/p1', 'foreign-subject'],
    [`${server}Patient/p1`, `${server}Condition/c1`, uuid, 'foreign-subject'],
    [uuid, undefined, uuid, 'kept'],
    [uuid, undefined, 'urn:uuid:11111111-257f-4b45-8ef5-0a6b3b9fe0ef', 'foreign-subject'],
    [uuid, undefined, 'Patient/p1', 'kept'],
    [uuid, undefined, `${server}Patient/p1`, 'no-subject'],
  ])('patient at %s, entry at %s, reference %s: %s', (patientUrl, conditionUrl, reference, expected) => {
    expect(outcome(entries(patientUrl, conditionUrl, { reference }))).toBe(expected)
  })

  test.each([undefined, null, 'Patient/p1', [], {}, { display: 'Aster Sample' }, { reference: 7 }])(
    'nobody named by %j: the entry is left out, and its list is not whole',
    (subject) => {
      const { excluded, patient, incomplete } = readRecord([person, condition({ subject })])
      expect(excluded.map((note) => note.code)).toEqual(['no-subject'])
      expect(patient.incomplete).toEqual(['conditions'])
      expect(incomplete).toContainEqual({ code: 'no-subject', path: '[1]', lists: ['conditions'] })
    },
  )

  test('where the input names two servers, an absolute reference cannot be followed', () => {
    const one = condition({ subject: { reference: `${server}Patient/p1` } })
    const two = condition({ id: 'c2', subject: { reference: 'https://other.example/Patient/p1' } })
    const { excluded, patient } = readRecord([person, one, two])
    expect(excluded.map((note) => note.code)).toEqual(['no-subject', 'no-subject'])
    expect(patient).not.toHaveProperty('conditions')
  })

  test('an identifier names the patient where it is one of theirs', () => {
    const known = { ...person, identifier: [{ system: 'urn:mrn', value: '12' }] }
    const by = (value: string) => [
      known,
      condition({ subject: { identifier: { system: 'urn:mrn', value } } }),
    ]
    expect(readRecord(by('12')).patient.conditions).toHaveLength(1)
    expect(readRecord(by('13')).excluded.map((note) => note.code)).toEqual(['no-subject'])
  })

  test('an entry of another person is reported with its place and does not count', () => {
    const { excluded, patient } = readRecord(
      bundle([person, condition({ subject: { reference: 'Patient/p2' } })]),
    )
    expect(excluded).toEqual([
      { code: 'foreign-subject', severity: 'set-aside', path: 'entry[1]', resource: 'Condition', id: 'c1' },
    ])
    expect(patient).not.toHaveProperty('conditions')
  })
})

describe('the product of an order', () => {
  const tranylcypromine = { resourceType: 'Medication', id: 'x', code: coded(rxnorm, '10734') }
  const ordered = (reference: string, more: Json = {}) =>
    request({ medicationCodeableConcept: undefined, medicationReference: { reference }, ...more })

  test.each<[string, Json]>([
    ['contained', bundle([person, ordered('#x', { contained: [tranylcypromine] })])],
    ['beside it, by type and id', bundle([person, ordered('Medication/x'), tranylcypromine])],
    ['before it, by type and id', bundle([person, tranylcypromine, ordered('Medication/x')])],
    [
      'by full address',
      {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          { resource: person },
          { resource: ordered(uuid) },
          { fullUrl: uuid, resource: tranylcypromine },
        ],
      },
    ],
    [
      'relative to the server of the order',
      {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          { fullUrl: `${server}Patient/p1`, resource: person },
          { fullUrl: `${server}MedicationRequest/m1`, resource: ordered('Medication/x') },
          { fullUrl: `${server}Medication/x`, resource: tranylcypromine },
        ],
      },
    ],
  ])('is found %s', (_, input) => {
    const { patient, counts } = readRecord(input)
    expect(patient.medicines).toMatchObject([{ codes: [{ system: rxnorm, code: '10734' }] }])
    expect(counts.used).toBe(counts.entries)
  })

  test.each<[string, Json[]]>([
    ['is not here', [ordered('Medication/y'), tranylcypromine]],
    [
      'is there twice and differs',
      [ordered('Medication/x'), tranylcypromine, { ...tranylcypromine, code: coded(rxnorm, '8123') }],
    ],
    ['is not contained', [ordered('#x')]],
    ['is no medication', [ordered('#x', { contained: [{ resourceType: 'Substance', id: 'x' }] })]],
  ])('that %s leaves a medicine nobody knows', (_, resources) => {
    const { patient, unmapped } = readRecord([person, ...resources])
    expect(patient.medicines).toEqual([{ id: 'm1', from: '[1]', status: 'active', intent: 'order' }])
    expect(unmapped.map((note) => note.code)).toEqual(['reference-not-resolved'])
  })

  test('that was sent and nobody ordered is left out', () => {
    const { excluded } = readRecord([person, tranylcypromine])
    expect(excluded.map((note) => note.code)).toEqual(['medication-not-used'])
  })

  test('that was sent twice, word for word, counts once', () => {
    const { patient, excluded } = readRecord([
      person,
      tranylcypromine,
      tranylcypromine,
      ordered('Medication/x'),
    ])
    expect(patient.medicines).toMatchObject([{ codes: [{ code: '10734' }] }])
    expect(excluded.map((note) => note.code)).toEqual(['duplicate-entry'])
  })

  test('is known by its ingredients too', () => {
    const mixed = {
      ...tranylcypromine,
      code: coded(rxnorm, '999999'),
      ingredient: [
        { itemCodeableConcept: coded(rxnorm, '10734') },
        { itemCodeableConcept: coded(rxnorm, '8123'), isActive: false },
      ],
    }
    const { patient, unmapped } = readRecord([person, ordered('#x', { contained: [mixed] })])
    expect(patient.medicines?.[0]?.codes?.map((code) => code.code)).toEqual(['999999', '10734'])
    expect(unmapped).toEqual([])
  })

  test('hides no ingredient without a code behind one that has a code', () => {
    const mixed = {
      ...tranylcypromine,
      ingredient: [
        { itemCodeableConcept: coded(rxnorm, '161') },
        { itemCodeableConcept: { text: 'a strong painkiller' } },
      ],
    }
    const { patient, unmapped } = readRecord([person, ordered('#x', { contained: [mixed] })])
    expect(patient.medicines).toMatchObject([
      { codes: [{}, {}] },
      { text: 'a strong painkiller', status: 'active' },
    ])
    expect(patient.medicines?.[1]).not.toHaveProperty('codes')
    expect(unmapped.map((note) => note.code)).toEqual(['ingredient-not-read'])
  })
})

describe('what a site sets beside the codes of the sender', () => {
  const clonazepam = { system: rxnorm, code: '2598', display: 'clonazepam' }
  const codes = [{ from: { system: rxnorm, code: '1153378' }, to: clonazepam }]

  test('stands after the code as written', () => {
    const { patient } = readRecord(
      [person, request({ medicationCodeableConcept: coded(rxnorm, '1153378') })],
      { codes },
    )
    expect(patient.medicines).toMatchObject([{ codes: [{ system: rxnorm, code: '1153378' }, clonazepam] }])
  })

  test('holds for every name of the system, and for no other code', () => {
    const oid = coded('urn:oid:2.16.840.1.113883.6.88', '1153378')
    expect(
      readRecord([person, request({ medicationCodeableConcept: oid })], { codes }).patient.medicines,
    ).toMatchObject([{ codes: [{}, clonazepam] }])
    const other = readRecord([person, request()], { codes }).patient.medicines
    expect(other?.[0]?.codes).toHaveLength(1)
  })

  test('makes a local code readable', () => {
    const local = coded('https://example.org/formulary', 'T-77')
    const read = readRecord([person, request({ medicationCodeableConcept: local })], {
      codes: [{ from: { system: 'https://example.org/formulary', code: 'T-77' }, to: clonazepam }],
    })
    expect(read.unmapped).toEqual([])
  })
})
