/** Every status of every resource that is read, written out a second time. @module */
import { describe, expect, test } from 'vitest'
import {
  administration,
  allergy,
  condition,
  flag,
  type Json,
  observation,
  person,
  procedure,
  readRecord,
  request,
  statement,
  status,
} from './resources.ts'

const left = {}

// One line a status: what stands in the record, or that the entry was left out.
const matrix: Record<string, { make: (code: string) => Json; expected: Record<string, Json> }> = {
  'clinical status of a condition': {
    make: (code) => condition({ clinicalStatus: status('condition-clinical', code) }),
    expected: {
      active: { clinical: 'active', verification: 'confirmed' },
      recurrence: { clinical: 'recurrence' },
      relapse: { clinical: 'relapse' },
      inactive: { clinical: 'inactive' },
      remission: { clinical: 'remission' },
      resolved: { clinical: 'resolved' },
      cured: { clinical: 'unknown', verification: 'unknown' },
    },
  },
  'verification of a condition': {
    make: (code) => condition({ verificationStatus: status('condition-ver-status', code) }),
    expected: {
      confirmed: { verification: 'confirmed', clinical: 'active' },
      provisional: { verification: 'provisional' },
      differential: { verification: 'differential' },
      unconfirmed: { verification: 'unconfirmed' },
      refuted: { verification: 'refuted' },
      'entered-in-error': left,
      maybe: { verification: 'unknown', clinical: 'unknown' },
    },
  },
  'clinical status of an allergy': {
    make: (code) => allergy({ clinicalStatus: status('allergyintolerance-clinical', code) }),
    expected: {
      active: { clinical: 'active', verification: 'confirmed' },
      inactive: { clinical: 'inactive' },
      resolved: { clinical: 'resolved' },
      remission: { clinical: 'unknown', verification: 'unknown' },
    },
  },
  'verification of an allergy': {
    make: (code) => allergy({ verificationStatus: status('allergyintolerance-verification', code) }),
    expected: {
      confirmed: { verification: 'confirmed' },
      presumed: { verification: 'presumed' },
      unconfirmed: { verification: 'unconfirmed' },
      refuted: { verification: 'refuted' },
      'entered-in-error': left,
      provisional: { verification: 'unknown', clinical: 'unknown' },
    },
  },
  'status of an order': {
    make: (code) => request({ status: code }),
    expected: {
      active: { status: 'active', intent: 'order' },
      'on-hold': { status: 'on-hold' },
      cancelled: { status: 'cancelled' },
      completed: { status: 'completed' },
      'entered-in-error': left,
      stopped: { status: 'stopped' },
      draft: { status: 'draft' },
      unknown: { status: 'unknown' },
      ended: { status: 'unknown' },
    },
  },
  'intent of an order': {
    make: (code) => request({ intent: code }),
    expected: {
      proposal: { intent: 'proposal' },
      plan: { intent: 'plan' },
      order: { intent: 'order' },
      'original-order': { intent: 'order' },
      'reflex-order': { intent: 'order' },
      'filler-order': { intent: 'order' },
      'instance-order': { intent: 'order' },
      option: { intent: 'unknown' },
      wish: { intent: 'unknown' },
    },
  },
  'status of a reported medicine': {
    make: (code) => statement({ status: code }),
    expected: {
      active: { status: 'active', intent: 'reported' },
      completed: { status: 'completed' },
      'entered-in-error': left,
      intended: { status: 'intended' },
      stopped: { status: 'stopped' },
      'on-hold': { status: 'on-hold' },
      unknown: { status: 'unknown' },
      'not-taken': { status: 'not-taken' },
      recorded: { status: 'unknown' },
    },
  },
  'status of a given medicine': {
    make: (code) => administration({ status: code }),
    expected: {
      'in-progress': { status: 'active', intent: 'administered' },
      'not-done': { status: 'not-taken' },
      'on-hold': { status: 'on-hold' },
      completed: { status: 'completed', lastTaken: '2026-11-01' },
      'entered-in-error': left,
      stopped: { status: 'stopped' },
      unknown: { status: 'unknown' },
      given: { status: 'unknown' },
    },
  },
  'status of a procedure': {
    make: (code) => procedure({ status: code }),
    expected: {
      preparation: { status: 'planned' },
      'in-progress': { status: 'in-progress' },
      'not-done': { status: 'not-done' },
      'on-hold': { status: 'on-hold' },
      stopped: { status: 'stopped' },
      completed: { status: 'completed', performed: '2020-01-01' },
      'entered-in-error': left,
      unknown: { status: 'unknown' },
      done: { status: 'unknown' },
    },
  },
  'status of a reading': {
    make: (code) => observation({ status: code }),
    expected: {
      registered: { status: 'unknown' },
      preliminary: { status: 'preliminary' },
      final: { status: 'final' },
      amended: { status: 'final' },
      corrected: { status: 'final' },
      cancelled: { status: 'cancelled' },
      'entered-in-error': left,
      unknown: { status: 'unknown' },
      checked: { status: 'unknown' },
    },
  },
  'status of an alert': {
    make: (code) => flag({ status: code }),
    expected: {
      active: { clinical: 'active', verification: 'unknown' },
      inactive: { clinical: 'inactive', verification: 'unknown' },
      'entered-in-error': left,
      on: { clinical: 'unknown', verification: 'unknown' },
    },
  },
}

// The last line of each table is a code R4 does not have; alerts are always listed.
const cases = Object.entries(matrix).flatMap(([what, { make, expected }]) =>
  Object.entries(expected).map(([code, outcome], at, all) => ({
    what,
    code,
    resource: make(code),
    outcome,
    outside: at === all.length - 1,
  })),
)

describe('the status of an entry', () => {
  test.each(cases)('$what: $code', ({ resource, outcome, outside, what }) => {
    const { patient, excluded, unmapped } = readRecord([person, resource])
    const entries = [
      patient.conditions,
      patient.medicines,
      patient.allergies,
      patient.procedures,
      patient.observations,
    ]
    const [entry, ...others] = entries.flatMap((list) => [...(list ?? [])])
    expect(others).toEqual([])
    if (outcome === left) {
      expect(entry).toBeUndefined()
      expect(excluded.map((note) => note.code)).toEqual(['entered-in-error'])
      return
    }
    expect(entry).toMatchObject(outcome)
    const listed = what === 'status of an alert' ? ['flag-to-read'] : outside ? ['status-not-known'] : []
    expect(unmapped.map((note) => note.code)).toEqual(listed)
  })

  test.each<[string, Json]>([
    ['a condition', condition({ clinicalStatus: undefined, verificationStatus: undefined })],
    ['an allergy', allergy({ clinicalStatus: undefined, verificationStatus: undefined })],
  ])('%s without a status is unknown, with its codes, and nothing is wrong with it', (_, resource) => {
    const { patient, unmapped } = readRecord([person, resource])
    expect([...(patient.conditions ?? []), ...(patient.allergies ?? [])]).toMatchObject([
      { clinical: 'unknown', verification: 'unknown', codes: [{}] },
    ])
    expect(unmapped).toEqual([])
  })

  test('a status of a code system of the sender is not guessed', () => {
    const own = { coding: [{ system: 'https://example.org/status', code: 'active' }] }
    const { patient, unmapped } = readRecord([person, condition({ clinicalStatus: own })])
    expect(patient.conditions).toMatchObject([{ clinical: 'unknown', verification: 'unknown' }])
    expect(unmapped.map((note) => note.code)).toEqual(['status-not-known'])
  })

  test('the sender’s own status beside the one of FHIR does no harm; two of FHIR do', () => {
    const system = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
    const both = {
      coding: [
        { system: 'x', code: 'y' },
        { system, code: 'resolved' },
      ],
    }
    expect(readRecord([person, condition({ clinicalStatus: both })]).patient.conditions).toMatchObject([
      { clinical: 'resolved' },
    ])
    const two = {
      coding: [
        { system, code: 'active' },
        { system, code: 'resolved' },
      ],
    }
    expect(readRecord([person, condition({ clinicalStatus: two })]).patient.conditions).toMatchObject([
      { clinical: 'unknown' },
    ])
  })
})

describe('the state of the record', () => {
  const link = (type: string) => ({ link: [{ type, other: { reference: 'Patient/p2' } }] })
  const tag = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }
  test.each<[string, Json, string]>([
    ['nothing said about death: alive, as FHIR has it', {}, 'active'],
    ['not dead', { deceasedBoolean: false, active: true }, 'active'],
    ['dead', { deceasedBoolean: true }, 'deceased'],
    ['dead since a day', { deceasedDateTime: '2020-01-01' }, 'deceased'],
    ['dead since nobody can read when', { deceasedDateTime: 'last spring' }, 'deceased'],
    ['dead and merged', { deceasedBoolean: true, ...link('replaced-by') }, 'deceased'],
    ['neither dead nor alive', { deceasedBoolean: 'no' }, 'unknown'],
    ['merged into another', link('replaced-by'), 'merged'],
    ['took another in', link('replaces'), 'active'],
    ['see also', link('seealso'), 'active'],
    ['linked in a way R4 does not know', link('twin-of'), 'unknown'],
    ['not in use', { active: false }, 'unknown'],
    ['test data, by tag', { meta: { tag: [tag] } }, 'test'],
    ['test data, by label', { meta: { security: [tag] } }, 'test'],
    ['an animal, as R3 writes it', { animal: { species: {} } }, 'unknown'],
  ])('%s', (_, more, record) => {
    expect(readRecord([{ ...person, ...more }]).patient.record).toBe(record)
  })

  test('a bundle of test data holds a test record', () => {
    const meta = { tag: [tag] }
    expect(
      readRecord({ resourceType: 'Bundle', type: 'collection', meta, entry: [{ resource: person }] }).patient
        .record,
    ).toBe('test')
  })

  test('a record that is not in use is reported', () => {
    expect(readRecord([{ ...person, active: false }]).incomplete.map((note) => note.code)).toContain(
      'record-not-in-use',
    )
  })

  test.each([
    ['female', 'female'],
    ['other', 'other'],
    ['F', 'unknown'],
    [undefined, undefined],
  ])('sex recorded as %s', (gender, sex) => {
    expect(readRecord([{ ...person, gender }]).patient.sex).toBe(sex)
  })
})
