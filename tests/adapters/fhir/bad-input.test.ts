/** What a clinic must never have read into, or out of, a FHIR record. @module */
import { describe, expect, test } from 'vitest'
import {
  allergy,
  bundle,
  coded,
  condition,
  flag,
  icd,
  type Json,
  kilograms,
  observation,
  person,
  procedure,
  readRecord,
  refusalCode,
  request,
  rxnorm,
  snomed,
  status,
  subject,
} from './resources.ts'

const codesOf = (notes: readonly { readonly code: string }[]) => notes.map((note) => note.code)

describe('entries that do not count', () => {
  test('B-062: a diagnosis entered in error never counts, has no clinical status, and is reported', () => {
    const mistake = condition({
      verificationStatus: status('condition-ver-status', 'entered-in-error'),
      clinicalStatus: undefined,
    })
    const { patient, excluded } = readRecord(bundle([person, mistake]))
    expect(patient.conditions).toEqual([])
    expect(excluded).toEqual([
      { code: 'entered-in-error', severity: 'set-aside', path: 'entry[1]', resource: 'Condition', id: 'c1' },
    ])
  })

  test('B-063: a refuted diagnosis is kept as refuted, which is evidence against it', () => {
    const refuted = condition({ verificationStatus: status('condition-ver-status', 'refuted') })
    const { patient, counts } = readRecord([person, refuted])
    expect(patient.conditions).toMatchObject([
      { verification: 'refuted', codes: [{ system: icd, code: 'I71.4' }] },
    ])
    expect(counts).toEqual({ entries: 2, used: 2, unmapped: 0, excluded: 0 })
  })

  test.each([
    ['stopped', request({ status: 'stopped' }), { status: 'stopped', intent: 'order' }],
    ['only planned', request({ intent: 'plan' }), { status: 'active', intent: 'plan' }],
    ['only proposed', request({ intent: 'proposal' }), { status: 'active', intent: 'proposal' }],
    ['not to be given', request({ doNotPerform: true }), { status: 'active', intent: 'prohibited' }],
  ])('B-067: a medicine that was %s is kept as that and not as a current order', (_, resource, expected) => {
    expect(readRecord([person, resource]).patient.medicines).toMatchObject([expected])
  })

  test('an order whose doNotPerform is no plain answer is neither given nor forbidden', () => {
    const { patient, unmapped } = readRecord([person, request({ doNotPerform: 'true' })])
    expect(patient.medicines).toMatchObject([{ intent: 'unknown' }])
    expect(codesOf(unmapped)).toEqual(['status-not-known'])
  })
})

describe('entries a person has to read', () => {
  test('B-064: a diagnosis in words only is kept, placed nowhere and listed', () => {
    const { patient, unmapped } = readRecord([person, condition({ code: { text: 'brain aneurysm' } })])
    expect(patient.conditions).toEqual([
      { id: 'c1', from: '[1]', text: 'brain aneurysm', clinical: 'active', verification: 'confirmed' },
    ])
    expect(codesOf(unmapped)).toEqual(['no-code-read'])
  })

  test.each(['urn:oid:2.16.840.1.113883.6.96', '2.16.840.1.113883.6.96', snomed])(
    'B-065: SNOMED CT named as %s is read, and kept as written',
    (system) => {
      const { patient, unmapped } = readRecord([person, condition({ code: coded(system, '432119003') })])
      expect(patient.conditions).toMatchObject([{ codes: [{ system, code: '432119003' }] }])
      expect(unmapped).toEqual([])
    },
  )

  test.each([
    'http://snomed.info/sct/',
    'https://snomed.info/sct',
    'HTTP://SNOMED.INFO/SCT',
    'http://snomed.info/sct ',
    'urn:oid:2.16.840.1.113883.6.960',
    'SNOMED',
  ])('B-066: the near miss %j is not taken for SNOMED CT; the entry is kept and listed', (system) => {
    const { patient, unmapped } = readRecord([person, condition({ code: coded(system, '432119003') })])
    expect(patient.conditions).toMatchObject([{ codes: [{ system, code: '432119003' }] }])
    expect(codesOf(unmapped)).toEqual(['no-code-read'])
  })

  test('the display beside a code is never matched, only kept', () => {
    const shown = { coding: [{ display: 'Aneurysm' }] }
    const { patient, unmapped } = readRecord([person, condition({ code: shown })])
    expect(patient.conditions).toMatchObject([{ text: 'Aneurysm' }])
    expect(patient.conditions?.[0]).not.toHaveProperty('codes')
    expect(codesOf(unmapped)).toEqual(['no-code-read'])
  })

  test('an alert is kept in its words, unconfirmed, and makes no problem list', () => {
    const { patient, unmapped, incomplete } = readRecord([
      person,
      flag({ code: coded(icd, 'I71.4') }),
      flag({ id: 'f2' }),
    ])
    expect(patient.conditions).toEqual([
      { id: 'f1', from: '[1]', clinical: 'active', verification: 'unknown' },
      {
        id: 'f2',
        from: '[2]',
        text: 'fell after the last session',
        clinical: 'active',
        verification: 'unknown',
      },
    ])
    expect(codesOf(unmapped)).toEqual(['flag-to-read', 'flag-to-read'])
    expect(patient.incomplete).toEqual(['conditions'])
    expect(incomplete).toContainEqual({ code: 'list-absent', path: '', lists: ['conditions'] })
  })
})

describe('readings that cannot be read', () => {
  test('B-068: a reading with a reason for its absence is a reading without a value', () => {
    const absent = observation({ dataAbsentReason: status('data-absent-reason', 'not-performed') })
    expect(readRecord([person, absent]).patient.observations).toMatchObject([
      { name: 'body-weight', absent: 'not-done' },
    ])
  })

  test('B-069: pounds as a mere word are no unit, and never kilograms', () => {
    const { patient, unmapped } = readRecord([
      person,
      observation({ valueQuantity: { value: 154, unit: 'lbs' } }),
    ])
    expect(patient.observations).toEqual([
      {
        id: 'o1',
        from: '[1]',
        name: 'body-weight',
        codes: [{ system: 'http://loinc.org', code: '29463-7' }],
        status: 'final',
        at: '2026-11-20T09:00:00-05:00',
        absent: 'unit-unknown',
        text: '154 lbs',
      },
    ])
    expect(codesOf(unmapped)).toEqual(['unit-not-read'])
  })
})

describe('inputs that are refused', () => {
  test('B-070: two patients are refused, with the place of the second', () => {
    const two = bundle([person, condition(), { ...person, id: 'p2' }])
    expect(refusalCode(two)).toBe('two-patients')
    expect(refusalCode([person, { ...person, birthDate: '1985-05-17' }])).toBe('two-patients')
    expect(
      refusalCode([
        { ...person, id: undefined },
        { ...person, id: undefined },
      ]),
    ).toBe('two-patients')
  })

  test('the same patient twice, word for word, is one', () => {
    const { counts, excluded } = readRecord([person, person])
    expect(counts).toMatchObject({ used: 1, excluded: 1 })
    expect(codesOf(excluded)).toEqual(['duplicate-entry'])
  })

  test.each([
    ['nothing', null],
    ['undefined', undefined],
    ['a number', 7],
    ['a text', 'Patient'],
    ['JSON as text', JSON.stringify(person)],
    ['an empty object', {}],
    ['a list of what are no resources', [1, 2]],
    ['a list with a hole in it', [person, null]],
    ['a list of objects without a type', [{ id: 'p1' }]],
    ['a resource type in small letters', { resourceType: 'patient' }],
    ['a type that is no text', { resourceType: ['Patient'] }],
    ['XML', '<Patient xmlns="http://hl7.org/fhir"><id value="p1"/></Patient>'],
  ])('B-073, B-075: %s is no FHIR record', (_, input) => {
    expect(['not-fhir-r4', 'not-json']).toContain(refusalCode(input))
  })

  test('a record without a patient says nothing of anyone', () => {
    expect(refusalCode(bundle([condition()]))).toBe('no-patient')
    expect(refusalCode([])).toBe('no-patient')
    expect(refusalCode(condition())).toBe('no-patient')
  })

  test.each([
    'history',
    'message',
    'document',
    'transaction-response',
    'batch-response',
    'Collection',
    undefined,
  ])('a bundle of type %s is refused', (type) => {
    expect(refusalCode(bundle([person], { type }))).toBe('not-fhir-r4')
  })

  test.each(['collection', 'searchset', 'transaction', 'batch'])('a bundle of type %s is read', (type) => {
    expect(readRecord(bundle([person], { type })).counts.used).toBe(1)
  })

  test('a bundle under a rule of its own is refused', () => {
    expect(refusalCode(bundle([person], { implicitRules: 'https://example.org/rules' }))).toBe('not-fhir-r4')
  })

  test.each(['1984-05-17T08:00:00Z', '1984-02-30', '17.05.1984', 19840517, '1870'])(
    'a birth date written %j is refused',
    (birthDate) => {
      expect(refusalCode([{ ...person, birthDate }])).toBe('bad-date')
    },
  )

  test('a bad birth date is not repeated in the refusal', () => {
    expect(() => readRecord([{ ...person, birthDate: '1984-05-17T11:22:33Z' }])).toThrow(/^(?!.*1984)/)
  })
})

describe('B-071, B-072: records of which a part may be missing', () => {
  const everything = ['conditions', 'medicines', 'allergies', 'procedures', 'observations']

  test.each<[string, Json, string]>([
    [
      'a next page',
      bundle([person], { type: 'searchset', link: [{ relation: 'next', url: 'x' }] }),
      'more-pages',
    ],
    ['fewer entries than were found', bundle([person], { type: 'searchset', total: 12 }), 'fewer-than-total'],
    [
      'a report of a problem',
      bundle([person, { resourceType: 'OperationOutcome', issue: [] }]),
      'operation-outcome',
    ],
    ['a bundle in the bundle', bundle([person, bundle([condition()])]), 'nested-bundle'],
    ['an entry that is no resource', bundle([person, { id: 'c1' }]), 'no-resource'],
    [
      'a person told in part',
      bundle([
        {
          ...person,
          meta: {
            tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }],
          },
        },
      ]),
      'subsetted',
    ],
  ])('%s leaves every list open', (_, input, code) => {
    const { incomplete, patient } = readRecord(input)
    expect(incomplete.map((note) => note.code)).toContain(code)
    expect(patient.incomplete).toEqual(everything)
  })

  test('a resource told in part leaves its own list open', () => {
    const meta = {
      tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }],
    }
    expect(readRecord([person, condition({ meta })]).patient.incomplete).toEqual(['conditions'])
  })

  test('what was not sent is no empty list', () => {
    const { patient, incomplete } = readRecord([person, condition()])
    expect(patient).not.toHaveProperty('allergies')
    expect(patient).not.toHaveProperty('incomplete')
    expect(incomplete.flatMap((note) => note.lists)).toEqual([
      'medicines',
      'allergies',
      'procedures',
      'observations',
    ])
  })
})

describe('B-074: contained resources', () => {
  test('references in a circle end', () => {
    const circle = request({
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#a' },
      contained: [
        { resourceType: 'Medication', id: 'a', ingredient: [{ itemReference: { reference: '#b' } }] },
        { resourceType: 'Medication', id: 'b', ingredient: [{ itemReference: { reference: '#a' } }] },
      ],
    })
    const { patient, unmapped } = readRecord([person, circle])
    expect(patient.medicines).toHaveLength(2)
    expect(codesOf(unmapped)).toEqual(['ingredient-not-read'])
  })
})

describe('B-076: shapes of other releases, and modifiers nobody told us of', () => {
  const modifier = [{ url: 'https://example.org/negated', valueBoolean: true }]

  test.each<[string, Json]>([
    [
      'a medicine as R5 writes it',
      request({ medicationCodeableConcept: undefined, medication: { concept: { text: 'x' } } }),
    ],
    ['a status as R3 writes it', condition({ clinicalStatus: 'active' })],
    ['a report of intake as R3 writes it', { ...request(), resourceType: 'MedicationStatement', taken: 'n' }],
    ['a date as R5 writes it', procedure({ occurrenceDateTime: '2020-01-01' })],
    ['an abatement as R3 writes it', condition({ abatementBoolean: true })],
    ['a reading that R5 knows', observation({ triggeredBy: [{}], valueQuantity: kilograms(70) })],
  ])('%s is not read in part; its place in the list is kept', (_, resource) => {
    const { unmapped, patient } = readRecord([person, resource])
    expect(codesOf(unmapped)).toEqual(['not-as-in-r4'])
    const [entry] = [
      ...(patient.conditions ?? []),
      ...(patient.medicines ?? []),
      ...(patient.procedures ?? []),
      ...(patient.observations ?? []),
    ]
    expect(entry).not.toHaveProperty('codes')
    expect(entry).not.toHaveProperty('text')
    expect(entry).not.toHaveProperty('value')
  })

  test.each<[string, Json]>([
    ['a condition', condition({ modifierExtension: modifier })],
    ['an allergy', allergy({ modifierExtension: modifier })],
    ['a procedure', procedure({ implicitRules: 'https://example.org/rules' })],
    ['the dosage of an order', request({ dosageInstruction: [{ modifierExtension: modifier }] })],
    ['a part of a reading', observation({ component: [{ code: {}, modifierExtension: modifier }] })],
    ['an alert', flag({ modifierExtension: modifier })],
    [
      'the product an order refers to',
      request({
        medicationCodeableConcept: undefined,
        medicationReference: { reference: '#x' },
        contained: [
          { resourceType: 'Medication', id: 'x', modifierExtension: modifier, code: coded(rxnorm, '10734') },
        ],
      }),
    ],
  ])('an unknown modifier on %s may turn it round, so only its place is kept', (_, resource) => {
    const { unmapped, patient } = readRecord([person, resource])
    expect(codesOf(unmapped)).toEqual(['modifier-not-known'])
    expect(JSON.stringify([patient.conditions, patient.medicines, patient.allergies])).not.toMatch(
      /I71|10734|6130|fell/,
    )
  })

  test('a weight that cannot be read as it stands is not skipped for an older one', () => {
    const old = observation({ id: 'o0', effectiveDateTime: '2026-01-01', valueQuantity: kilograms(70) })
    const odd = observation({ modifierExtension: modifier, valueQuantity: kilograms(80) })
    expect(readRecord([person, old, odd]).patient.observations).toMatchObject([
      { name: 'body-weight', value: { value: 70, unit: 'kg' } },
      { name: 'body-weight', absent: 'unknown', status: 'unknown', at: '2026-11-20T09:00:00-05:00' },
    ])
  })

  test('an unknown modifier on the patient leaves the state of the record open', () => {
    expect(readRecord([{ ...person, modifierExtension: modifier }]).patient.record).toBe('unknown')
  })

  test('a single test entry in a real record is kept in its place only', () => {
    const meta = {
      security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
    }
    const { patient, unmapped } = readRecord([person, condition({ meta })])
    expect(patient.record).toBe('active')
    expect(patient.conditions).toEqual([
      { id: 'c1', from: '[1]', clinical: 'unknown', verification: 'unknown' },
    ])
    expect(codesOf(unmapped)).toEqual(['test-data'])
  })
})

describe('resources nobody asks for', () => {
  test('family history and other types are left out, each with its reason', () => {
    const relatives = { resourceType: 'FamilyMemberHistory', id: 'h1', status: 'completed', patient: subject }
    const { excluded } = readRecord([person, relatives, { resourceType: 'Encounter', id: 'e1', subject }])
    expect(codesOf(excluded)).toEqual(['family-history-not-read', 'resource-not-read'])
  })

  test('an entry that is to be deleted brings nothing', () => {
    const entry = [{ resource: person }, { request: { method: 'DELETE', url: 'Condition/c1' } }]
    const { excluded, patient } = readRecord(bundle([], { type: 'transaction', entry }))
    expect(codesOf(excluded)).toEqual(['deleted-entry'])
    expect(patient).not.toHaveProperty('conditions')
  })
})
