/** Names of code systems, and which codes can be placed. @module */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable, isPlacedByPrefix, systemOf } from '../../src/kernel/coding.ts'

test.each([
  ['http://snomed.info/sct', 'snomed-ct'],
  ['urn:oid:2.16.840.1.113883.6.96', 'snomed-ct'],
  ['2.16.840.1.113883.6.96', 'snomed-ct'],
  ['http://hl7.org/fhir/sid/icd-10-cm', 'icd-10-cm'],
  ['urn:oid:2.16.840.1.113883.6.90', 'icd-10-cm'],
  ['http://www.nlm.nih.gov/research/umls/rxnorm', 'rxnorm'],
  ['urn:oid:2.16.840.1.113883.6.88', 'rxnorm'],
  ['http://www.whocc.no/atc', 'atc'],
  ['urn:oid:2.16.840.1.113883.6.73', 'atc'],
  ['http://loinc.org', 'loinc'],
  ['urn:oid:2.16.840.1.113883.6.1', 'loinc'],
])('%s is a name of %s', (name, system) => {
  expect(systemOf(name)).toBe(system)
})

test.each([
  'http://snomed.info/sct/',
  'https://snomed.info/sct',
  'HTTP://SNOMED.INFO/SCT',
  'http://hl7.org/fhir/sid/icd-10',
  'urn:oid:2.16.840.1.113883.6.3',
  'SNOMED CT',
  ' http://loinc.org',
  '__proto__',
  'constructor',
  '',
])('%j is another name and is not guessed', (name) => {
  expect(systemOf(name)).toBeUndefined()
})

test.each(['I71', 'I71.4', 'I714', 'I21.A1', 'S06.340A', 'Z3A', 'F10.11'])(
  '%s has the form of an ICD-10-CM code',
  (code) => {
    expect(isPlacedByPrefix('icd-10-cm', code)).toBe(true)
  },
)

test.each(['', 'I7', 'i71.4', 'I71.', 'I71.40000', 'aneurysm', '432119003', 'I71 .4'])(
  '%j has not, so nobody can say where it belongs',
  (code) => {
    expect(isPlacedByPrefix('icd-10-cm', code)).toBe(false)
  },
)

test.each(['N', 'N06', 'N06A', 'N06AX', 'N06AX27'])('%s has the form of an ATC code', (code) => {
  expect(isPlacedByPrefix('atc', code)).toBe(true)
})

test.each(['', 'N0', 'N06AX2', 'N06AX270', 'n06ax27'])('%j has not the form of an ATC code', (code) => {
  expect(isPlacedByPrefix('atc', code)).toBe(false)
})

test('codes without a hierarchy are never placed by their form', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('snomed-ct', 'rxnorm', 'loinc', 'cvx', 'unii'),
      (code, system) => {
        return !isPlacedByPrefix(system as 'rxnorm', code)
      },
    ),
  )
})

test('an ICD-10-CM code is the same with and without its dot', () => {
  expect(comparable('icd-10-cm', 'I71.4')).toBe(comparable('icd-10-cm', 'I714'))
  expect(comparable('rxnorm', '1.2')).toBe('1.2')
})
