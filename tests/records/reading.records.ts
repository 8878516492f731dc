/** The shared records read: nothing lost, and what their makers say of them is what stands in the record. @module */
import { describe, expect, test } from 'vitest'
import { type FhirRecord, patientFromFhir } from '../../src/adapters/fhir/patient-from-fhir.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { bulkResources, bundleNamed, bundleNames, readmeTable, type Sent } from './shared.ts'

function read(input: unknown): FhirRecord {
  const outcome = patientFromFhir(input)
  if (!outcome.ok) throw outcome.error
  expect(parse(Patient, JSON.parse(JSON.stringify(outcome.value.patient)))).toEqual({
    ok: true,
    value: outcome.value.patient,
  })
  return outcome.value
}

const count = (resources: readonly Sent[], ...types: readonly string[]) =>
  resources.filter((resource) => types.includes(resource.resourceType)).length

/** Every entry in one place, and as many entries in each list as resources of its type were sent. */
function expectNothingLost(
  resources: readonly Sent[],
  { patient, counts, unmapped, excluded }: FhirRecord,
): void {
  expect(counts.entries).toBe(resources.length)
  expect(counts.used + unmapped.length + excluded.length).toBe(resources.length)
  const kept = [patient.conditions, patient.medicines, patient.allergies, patient.procedures].map(
    (list) => list?.length ?? 0,
  )
  expect(kept).toEqual([
    count(resources, 'Condition'),
    count(resources, 'MedicationRequest', 'MedicationStatement', 'MedicationAdministration'),
    count(resources, 'AllergyIntolerance'),
    count(resources, 'Procedure'),
  ])
  const places = new Set((patient.observations ?? []).map((entry) => entry.from))
  expect(places.size).toBe(count(resources, 'Observation'))
}

const all = bundleNames.map((name) => ({
  name,
  resources: bundleNamed(name).entry.map((entry) => entry.resource),
}))

test('there are 24 bundles, each with its row in the table', () => {
  expect(bundleNames).toHaveLength(24)
  expect(
    readmeTable()
      .map((row) => row.file)
      .sort(),
  ).toEqual([...bundleNames])
})

describe('each bundle', () => {
  test.each(all)('$name loses nothing', ({ name, resources }) => {
    const record = read(bundleNamed(name))
    expectNothingLost(resources, record)
    expect(new Set(record.excluded.map((note) => note.code))).toEqual(new Set(['resource-not-read']))
    expect(record.unmapped).toEqual([])
  })

  test.each(readmeTable().map((row) => ({ ...row, name: row.file })))(
    '$name says what the table says',
    (row) => {
      const { patient } = read(bundleNamed(row.file))
      expect(patient).toMatchObject({
        sex: row.sex,
        birthDate: row.birthDate,
        record: row.died ? 'deceased' : 'active',
      })
      const active = (patient.conditions ?? []).filter((entry) => entry.clinical === 'active')
      expect(new Set(active.flatMap((entry) => (entry.codes ?? []).map((code) => code.code)))).toEqual(
        new Set(row.active),
      )
      const newest = (fact: string) =>
        (patient.observations ?? [])
          .filter((entry) => entry.name === fact)
          .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))[0]
      expect(newest('systolic-pressure')?.at?.slice(0, 10)).toBe(row.pressure?.day)
      expect(Math.round(newest('systolic-pressure')?.value?.value ?? 0)).toBe(row.pressure?.systolic)
      expect(Math.round(newest('diastolic-pressure')?.value?.value ?? 0)).toBe(row.pressure?.diastolic)
      expect(Math.round(newest('body-weight')?.value?.value ?? 0)).toBe(row.weight)
    },
  )
})

describe('the bulk export', () => {
  const resources = bulkResources('10-patients')
  const patients = resources.filter((resource) => resource.resourceType === 'Patient')
  const ownerOf = (resource: Sent): string =>
    resource.resourceType === 'Patient'
      ? `Patient/${resource.id}`
      : referenceOf(resource.subject ?? resource.patient)

  test('names thirteen patients (its folder says ten), and every line belongs to one of them', () => {
    expect(patients).toHaveLength(13)
    const known = new Set(patients.map(ownerOf))
    expect(resources.filter((resource) => !known.has(ownerOf(resource)))).toEqual([])
  })

  test.each(patients.map((patient) => ({ id: patient.id, owner: ownerOf(patient) })))(
    'patient $id loses nothing',
    ({ owner }) => {
      const theirs = resources.filter((resource) => ownerOf(resource) === owner)
      expectNothingLost(theirs, read(theirs))
    },
  )

  test('all of them at once are refused', () => {
    const outcome = patientFromFhir(resources)
    expect(outcome.ok ? 'read' : outcome.error.code).toBe('two-patients')
  })
})

function referenceOf(subject: unknown): string {
  if (typeof subject !== 'object' || subject === null || !('reference' in subject)) return ''
  return typeof subject.reference === 'string' ? subject.reference : ''
}
