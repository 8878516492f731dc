/** An export with a torn line is a record in part, and says so. */
import { expect, test } from 'vitest'
import { readRecord } from '../../src/cli/record.ts'

const resources = [{ resourceType: 'Patient', id: 'p', birthDate: '1984' }]

function read(torn: boolean) {
  const item = {
    kind: 'record',
    source: 'export',
    value: resources,
    gathered: { places: ['Patient.ndjson:1'], torn },
  } as const
  const result = readRecord(item)
  if (!result.ok) throw result.error
  return result.value
}

test('a torn line leaves every list of every patient of the export incomplete', () => {
  expect(read(true).patient.incomplete).toEqual([
    'conditions',
    'medicines',
    'allergies',
    'procedures',
    'observations',
  ])
  expect(read(true).fhir?.incomplete.map((note) => note.code)).toContain('export-torn')
  expect(read(false).fhir?.incomplete.map((note) => note.code)).not.toContain('export-torn')
})
