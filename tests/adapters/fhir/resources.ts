/** Small FHIR resources for the tests of the adapter. @module */
import { expect } from 'vitest'
import {
  type FhirOptions,
  type FhirRecord,
  patientFromFhir,
} from '../../../src/adapters/fhir/patient-from-fhir.ts'
import { parse } from '../../../src/kernel/door.ts'
import { Patient } from '../../../src/patient/patient.schema.ts'

export type Json = Record<string, unknown>

export const snomed = 'http://snomed.info/sct'
export const loinc = 'http://loinc.org'
export const icd = 'http://hl7.org/fhir/sid/icd-10-cm'
export const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'
const terminology = 'http://terminology.hl7.org/CodeSystem'

export const person: Json = { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1984-05-17' }
export const subject = { reference: 'Patient/p1' }

export const coded = (system: string, code: string): Json => ({ coding: [{ system, code }] })
export const status = (name: string, code: string): Json => coded(`${terminology}/${name}`, code)

export const condition = (more: Json = {}): Json => ({
  resourceType: 'Condition',
  id: 'c1',
  clinicalStatus: status('condition-clinical', 'active'),
  verificationStatus: status('condition-ver-status', 'confirmed'),
  code: coded(icd, 'I71.4'),
  subject,
  ...more,
})

export const request = (more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'm1',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: coded(rxnorm, '10734'),
  subject,
  ...more,
})

export const statement = (more: Json = {}): Json => ({
  resourceType: 'MedicationStatement',
  id: 's1',
  status: 'active',
  medicationCodeableConcept: coded(rxnorm, '10734'),
  subject,
  ...more,
})

export const administration = (more: Json = {}): Json => ({
  resourceType: 'MedicationAdministration',
  id: 'a1',
  status: 'completed',
  medicationCodeableConcept: coded(rxnorm, '10734'),
  effectiveDateTime: '2026-11-01',
  subject,
  ...more,
})

export const allergy = (more: Json = {}): Json => ({
  resourceType: 'AllergyIntolerance',
  id: 'l1',
  clinicalStatus: status('allergyintolerance-clinical', 'active'),
  verificationStatus: status('allergyintolerance-verification', 'confirmed'),
  code: coded(rxnorm, '6130'),
  patient: subject,
  ...more,
})

export const procedure = (more: Json = {}): Json => ({
  resourceType: 'Procedure',
  id: 'r1',
  status: 'completed',
  code: coded(snomed, '80146002'),
  performedDateTime: '2020-01-01',
  subject,
  ...more,
})

export const kilograms = (value: number): Json => ({
  value,
  unit: 'kg',
  system: 'http://unitsofmeasure.org',
  code: 'kg',
})

export const observation = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  code: coded(loinc, '29463-7'),
  effectiveDateTime: '2026-11-20T09:00:00-05:00',
  subject,
  ...more,
})

export const flag = (more: Json = {}): Json => ({
  resourceType: 'Flag',
  id: 'f1',
  status: 'active',
  code: { text: 'fell after the last session' },
  subject,
  ...more,
})

export const bundle = (resources: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
  ...more,
})

/** What came of an input that is expected to be read; its record always fits the schema, its sum always holds. */
export function readRecord(input: unknown, options?: FhirOptions): FhirRecord {
  const read = patientFromFhir(input, options)
  if (!read.ok) throw read.error
  const { counts, unmapped, excluded, patient } = read.value
  expect(counts.used + counts.unmapped + counts.excluded).toBe(counts.entries)
  expect(counts.unmapped).toBe(unmapped.length)
  expect(counts.excluded).toBe(excluded.length)
  expect(parse(Patient, JSON.parse(JSON.stringify(patient)))).toEqual({ ok: true, value: patient })
  return read.value
}

/** The code with which an input is refused, or `read`. */
export function refusalCode(input: unknown): string {
  const read = patientFromFhir(input)
  return read.ok ? 'read' : read.error.code
}
