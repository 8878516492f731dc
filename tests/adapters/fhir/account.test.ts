/** Nothing is lost, nothing is repeated in errors, nothing escapes: laws over made and broken records. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patientFromFhir } from '../../../src/adapters/fhir/patient-from-fhir.ts'
import { allCodes } from '../../../src/kernel/codes.ts'
import { isParsed } from '../../../src/kernel/parsed.ts'
import { Refusal } from '../../../src/kernel/refusal.ts'
import {
  administration,
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
  request,
  snomed,
  statement,
  status,
} from './resources.ts'

const known: ReadonlySet<string> = new Set(allCodes.map((row) => row.code))

// Members a sender may get wrong, left out or set to anything.
// Keys that are never data are refused before anything is read; they have a test of their own.
const json = fc
  .jsonValue()
  .filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))

const broken = fc.oneof(
  fc.constant({}),
  fc.constant({ id: undefined }),
  fc.constant({ subject: undefined, patient: undefined }),
  fc.constant({ subject: { reference: 'Patient/p2' }, patient: { reference: 'Patient/p2' } }),
  fc.constant({ status: 'entered-in-error' }),
  fc.constant({ verificationStatus: status('condition-ver-status', 'entered-in-error') }),
  fc.constant({ status: 'nonsense' }),
  fc.constant({ modifierExtension: [{ url: 'x' }] }),
  fc.constant({ code: { text: 'words' } }),
  fc.constant({ code: coded(snomed, '432119003') }),
  fc.constant({ code: 'a word' }),
  fc.constant({ contained: 'no list' }),
  fc.constant({ unheardOf: 1 }),
  fc.constant({ valueQuantity: kilograms(70) }),
  fc.constant({ valueQuantity: { value: 70 } }),
  fc.constant({ medicationReference: { reference: 'Medication/x' }, medicationCodeableConcept: undefined }),
  fc.constant({ onsetDateTime: 'long ago', effectiveDateTime: '2020-01-01T00:00:00', performedDateTime: 5 }),
  fc.record({ code: json }),
  fc.record({ component: json }),
  fc.record({ dosageInstruction: json, dosage: json }),
  fc.record({ reaction: json, meta: json, subject: json }),
)

const kinds = [condition, allergy, request, statement, administration, procedure, observation, flag] as const

const clinical: fc.Arbitrary<Json> = fc
  .tuple(fc.constantFrom(...kinds), broken, fc.constantFrom('1', '2', '3'))
  .map(([make, more, id]) => make({ id, ...more }))

const aside: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  { resourceType: 'Encounter', id: 'e1' },
  { resourceType: 'FamilyMemberHistory', id: 'h1' },
  { resourceType: 'OperationOutcome' },
  { resourceType: 'Medication', id: 'x', code: coded(icd, 'I10') },
  { resourceType: 'Medication', id: 'x', ingredient: [{}] },
  { resourceType: 'Bundle', type: 'collection' },
  { resourceType: 'nonsense' },
  {},
  person,
)

const record: fc.Arbitrary<readonly Json[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: clinical }, { weight: 1, arbitrary: aside }), { maxLength: 12 })
  .map((all) => [person, ...all])

describe('laws of the account', () => {
  test('law: used, unmapped and excluded are all entries, each in one place', () => {
    fc.assert(
      fc.property(
        record,
        fc.constantFrom('collection', 'searchset', 'transaction', 'batch'),
        (resources, type) => {
          const { counts, unmapped, excluded } = readRecord(bundle(resources, { type }))
          expect(counts.entries).toBe(resources.length)
          const places = [...unmapped, ...excluded].map((note) => note.path)
          expect(new Set(places).size).toBe(places.length)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('law: every code of a note is one of the list', () => {
    fc.assert(
      fc.property(record, (resources) => {
        const { unmapped, excluded, incomplete } = readRecord(bundle(resources))
        for (const note of [...unmapped, ...excluded, ...incomplete]) expect(known).toContain(note.code)
      }),
      { numRuns: 200 },
    )
  })

  test('law: an entry that is kept for a person leaves its place in the record', () => {
    fc.assert(
      fc.property(clinical, (resource) => {
        const { patient, unmapped } = readRecord(bundle([person, resource]))
        const lists = [
          patient.conditions,
          patient.medicines,
          patient.allergies,
          patient.procedures,
          patient.observations,
        ]
        const places = lists.flatMap((list) => (list ?? []).map((entry) => entry.from))
        for (const note of unmapped) expect(places).toContain(note.path)
      }),
      { numRuns: 300 },
    )
  })

  test('law: a second sending of the same entries changes nothing but the count', () => {
    const named = clinical.filter((resource) => typeof resource.id === 'string')
    fc.assert(
      fc.property(fc.array(named, { maxLength: 6 }), (resources) => {
        const once = readRecord(bundle([person, ...resources]))
        const twice = readRecord(bundle([person, ...resources, ...resources]))
        expect(twice.patient).toEqual(once.patient)
      }),
      { numRuns: 200 },
    )
  })

  test('law: the input is not changed, and the record is frozen, marked and free of the input', () => {
    fc.assert(
      fc.property(record, (resources) => {
        const input = bundle(resources)
        const before = JSON.stringify(input)
        const read = readRecord(input)
        expect(JSON.stringify(input)).toBe(before)
        expect(isParsed(read.patient)).toBe(true)
        expect(Object.isFrozen(read.patient.statements)).toBe(true)
        expect(Object.isFrozen(read.counts)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('whatever comes in', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  })

  test('law: any value gives a record or one refusal', () => {
    const either = (input: unknown, options?: unknown) => {
      const read: { ok: boolean; error?: unknown } = Reflect.apply(patientFromFhir, undefined, [
        input,
        options,
      ])
      if (!read.ok) expect(read.error).toBeInstanceOf(Refusal)
    }
    fc.assert(fc.property(anything, anything, either), { numRuns: 500 })
    fc.assert(
      fc.property(anything, (options) => either([person], options)),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (entry) =>
        either({ resourceType: 'Bundle', type: 'batch', entry }),
      ),
    )
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('code', 'subject', 'status', 'component', 'valueQuantity', 'contained', 'meta'),
          anything,
        ),
        (more) => {
          for (const make of kinds) either([person, make(more)])
        },
      ),
      { numRuns: 300 },
    )
  })

  const thrower = () => {
    throw new TypeError('not for reading')
  }
  const circle: Json = { resourceType: 'Patient' }
  circle.link = [circle]

  test.each<[string, unknown, string]>([
    [
      'a member that runs code',
      Object.defineProperty({ resourceType: 'Patient' }, 'id', { enumerable: true, get: thrower }),
      'not-readable',
    ],
    [
      'a proxy that throws',
      new Proxy({}, { getOwnPropertyDescriptor: thrower, ownKeys: thrower }),
      'not-readable',
    ],
    ['a circle', circle, 'too-deep'],
    [
      'a key that is never data',
      JSON.parse('{"resourceType":"Patient","__proto__":{"deceasedBoolean":true}}'),
      'hostile-key',
    ],
    ['a function', thrower, 'not-json'],
    ['a date of a machine', { resourceType: 'Patient', birthDate: Symbol('x') }, 'not-json'],
  ])('%s is refused', (_, input, code) => {
    const read = patientFromFhir(input)
    expect(read.ok ? 'read' : read.error.code).toBe(code)
  })

  test('what a prototype lends is no data', () => {
    const heir = Object.assign(Object.create({ deceasedBoolean: true }), person)
    expect(readRecord([heir]).patient.record).toBe('active')
  })

  test.each([[7], [{ codes: 'x' }], [{ codes: [{}] }], [{ codes: [{ from: { system: 'x', code: 'y' } }] }]])(
    'options %j are refused by their path',
    (options) => {
      const read: ReturnType<typeof patientFromFhir> = Reflect.apply(patientFromFhir, undefined, [
        [person],
        options,
      ])
      expect(read.ok ? 'read' : `${read.error.code} ${read.error.path}`).toMatch(/^bad-argument options/)
    },
  )

  test('more readings than a record holds are refused as too many', () => {
    const many = Array.from({ length: 20_001 }, (_, at) =>
      observation({ id: `o${at}`, valueQuantity: kilograms(70) }),
    )
    const read = patientFromFhir([person, ...many])
    expect(read.ok ? 'read' : `${read.error.code} ${read.error.path}`).toBe('too-large observations')
  })
})

describe('one id', () => {
  test('with the same content is one entry', () => {
    const { patient, excluded } = readRecord([person, condition(), condition()])
    expect(patient.conditions).toHaveLength(1)
    expect(excluded.map((note) => note.code)).toEqual(['duplicate-entry'])
  })

  test('with other content stays two entries, which the judgement reports', () => {
    const other = condition({ clinicalStatus: status('condition-clinical', 'resolved') })
    expect(readRecord([person, condition(), other]).patient.conditions).toMatchObject([
      { id: 'c1', clinical: 'active' },
      { id: 'c1', clinical: 'resolved' },
    ])
  })
})
