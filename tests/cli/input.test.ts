/** Bytes, lines, files, folders and exports as `screen` takes them in. @module */
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patientFromFhir } from '../../src/adapters/fhir/patient-from-fhir.ts'
import { typesRead } from '../../src/cli/export.ts'
import { type Item, itemsOf, type Tally } from '../../src/cli/sources.ts'
import {
  condition,
  exportedCondition,
  type Files,
  morning,
  nativeRecord,
  type Printed,
  printedLines,
  resource,
  said,
} from './desk.ts'

const line = (members: Readonly<Record<string, unknown>> = {}) => JSON.stringify(nativeRecord(members))
const aneurysm = line({ conditions: [condition('I71.40')] })
const screened = (text: string | Uint8Array, ...more: string[]) =>
  said(['screen', 'records.ndjson', '--json', ...morning, ...more], { 'records.ndjson': text })

/** Source and verdict, or source and code, of each line. */
const outcomes = (result: Parameters<typeof printedLines>[0]) =>
  printedLines(result).map(({ source, decision, refused }) => [source, decision?.verdict ?? refused?.code])

describe('a file with a record a line', () => {
  test('B-077: a torn last line is refused with its number, the lines before it are used, and the exit code tells', async () => {
    const result = await screened(`${line()}\n${aneurysm}\n${aneurysm.slice(0, -20)}`)
    expect(outcomes(result)).toEqual([
      ['records.ndjson:1', 'indeterminate'],
      ['records.ndjson:2', 'contraindicated'],
      ['records.ndjson:3', 'torn-line'],
    ])
    expect(result.code).toBe(1)
  })

  test('a torn line in the middle ends the file, unless going on is asked for', async () => {
    const text = `${line()}\n{"torn":\n${aneurysm}\n`
    expect(outcomes(await screened(text))).toEqual([
      ['records.ndjson:1', 'indeterminate'],
      ['records.ndjson:2', 'torn-line'],
    ])
    const asked = await screened(text, '--skip-bad-lines')
    expect(outcomes(asked)).toEqual([
      ['records.ndjson:1', 'indeterminate'],
      ['records.ndjson:2', 'torn-line'],
      ['records.ndjson:3', 'contraindicated'],
    ])
    expect(asked.code).toBe(1)
  })

  test('B-078: a byte order mark at the start and Windows line ends are taken as they are meant', async () => {
    const result = await screened(`\uFEFF${line()}\r\n${aneurysm}\r\n`)
    expect(outcomes(result).map(([, verdict]) => verdict)).toEqual(['indeterminate', 'contraindicated'])
    expect(result.code).toBe(0)
  })

  test('B-079: a line of 20 MB is refused alone', async () => {
    const long = JSON.stringify(nativeRecord({ extensions: 'x'.repeat(20_000_000) }))
    const result = await screened(`${long}\n${aneurysm}\n`, '--skip-bad-lines')
    expect(outcomes(result)).toEqual([
      ['records.ndjson:1', 'too-large'],
      ['records.ndjson:2', 'contraindicated'],
    ])
    expect(result.code).toBe(1)
  })

  test('B-080: bytes that are no UTF-8 inside a string are refused with the line, never replaced', async () => {
    const bad = Buffer.from(line({ id: 'A__B' }), 'utf8')
    bad.set([0xc3, 0x28], bad.indexOf('__'))
    const result = await screened(Buffer.concat([bad, Buffer.from(`\n${aneurysm}\n`)]), '--skip-bad-lines')
    expect(outcomes(result)).toEqual([
      ['records.ndjson:1', 'not-utf-8'],
      ['records.ndjson:2', 'contraindicated'],
    ])
  })

  test('B-081: blank lines are skipped and counted', async () => {
    const result = await screened(`\n${line()}\n\r\n \n${aneurysm}\n\n`)
    expect(outcomes(result)).toEqual([
      ['records.ndjson:2', 'indeterminate'],
      ['records.ndjson:5', 'contraindicated'],
    ])
    expect(result.code).toBe(0)
  })

  test('B-082: a character cut in two by the way the bytes arrive changes nothing', async () => {
    const texts = [
      line({ id: 'müller-€-👩🏽‍⚕️' }),
      '',
      line({ conditions: [{ ...condition('I71.40'), text: 'Aneurysma, größer' }] }),
    ]
    const bytes = Buffer.from(`\uFEFF${texts.join('\r\n')}\n{"torn`, 'utf8')
    const words = ['screen', '-', '--json', ...morning]
    const whole = await said(words, { '-': bytes })
    expect(outcomes(whole).map(([, what]) => what)).toEqual(['indeterminate', 'contraindicated', 'torn-line'])
    const places = fc.uniqueArray(fc.nat({ max: bytes.length }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        const ends = [...cuts, bytes.length].sort((a, b) => a - b)
        const cut = (all: Uint8Array) => ends.map((end, at) => all.subarray(ends[at - 1] ?? 0, end))
        expect(await said(words, { '-': bytes }, { cut })).toEqual(whole)
      }),
      { numRuns: 60 },
    )
    const cut = (all: Uint8Array) => Array.from(all, (byte) => Uint8Array.of(byte))
    expect(await said(words, { '-': bytes }, { cut })).toEqual(whole)
  })

  test('a member named twice is refused: one of the two would be lost', async () => {
    const twice = line().replace('"sex":"male"', '"sex":"male","sex":"female"')
    expect(outcomes(await screened(`${twice}\n`))).toEqual([['records.ndjson:1', 'duplicate-key']])
  })

  test('a record that is refused at the door does not end the file', async () => {
    const result = await screened(`${line({ weigth: 70 })}\n${aneurysm}\n`)
    expect(printedLines(result)[0]).toEqual({
      source: 'records.ndjson:1',
      refused: { code: 'unknown-key', path: 'weigth' },
    })
    expect(outcomes(result)[1]).toEqual(['records.ndjson:2', 'contraindicated'])
    expect(result.code).toBe(1)
  })

  test.each([['null'], ['3'], ['"a text"'], ['{}'], ['[null]'], ['{"a":{"format":1}}']])(
    'a line that is no record is refused: %s',
    async (text) => {
      const result = await screened(`${text}\n`)
      expect(outcomes(result)).toEqual([['records.ndjson:1', 'not-fhir-r4']])
      expect(result.code).toBe(1)
    },
  )

  test.each([[''], ['\n\n'], ['\uFEFF'], ['  \r\n']])('one without a record says so: %j', async (text) => {
    const result = await screened(text)
    expect(printedLines(result)).toEqual([
      { source: 'records.ndjson', refused: { code: 'no-records', path: '' } },
    ])
    expect(result.code).toBe(1)
  })
})

describe('standard input', () => {
  test('may be one record over many lines', async () => {
    const text = JSON.stringify(nativeRecord({ conditions: [condition('I71.40')] }), null, 2)
    const result = await said(['screen', '-', '--json', ...morning], { '-': text })
    expect(outcomes(result)).toEqual([['standard input', 'contraindicated']])
  })

  test('that opens with a bracket and then breaks off is refused as a whole', async () => {
    const text = JSON.stringify(nativeRecord(), null, 2).slice(0, -3)
    const result = await said(['screen', '-', '--json', ...morning], { '-': text })
    expect(outcomes(result)).toEqual([['standard input', 'not-json']])
    expect(result.code).toBe(1)
  })
})

describe('files and folders', () => {
  const refusedAs = async (text: string | Uint8Array) =>
    outcomes(await said(['screen', 'a.json', '--json', ...morning], { 'a.json': text }))

  test.each([
    ['XML', '<Bundle xmlns="http://hl7.org/fhir"/>', 'not-json'],
    ['nothing', '', 'no-records'],
    ['two JSON texts', `${line()}\n${line()}`, 'not-json'],
    ['a member named twice', '{"format":"x","format":"ketamine-treatment/patient/1"}', 'duplicate-key'],
    ['a list of nothing known', '[1]', 'not-fhir-r4'],
    ['a text', '"a"', 'not-fhir-r4'],
    ['an object of nobody', '{}', 'not-fhir-r4'],
    ['a resource that is no patient', '{"resourceType":"Organization"}', 'no-patient'],
    ['a million levels', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 'too-deep'],
  ])('a file that holds %s is refused', async (_, text, code) => {
    expect(await refusedAs(text)).toEqual([['a.json', code]])
  })

  test('a file that is no UTF-8 is refused', async () => {
    expect(await refusedAs(Uint8Array.of(0x22, 0xff, 0x22))).toEqual([['a.json', 'not-utf-8']])
  })

  test('a folder is read in the order of its names, records that are refused do not stop the others', async () => {
    const files: Files = {
      'in/b.json': aneurysm,
      'in/a.json': '{',
      'in/readme.txt': 'x',
      'in/c.ndjson': `${line()}\n`,
    }
    const result = await said(['screen', 'in/', '--json', ...morning], files)
    expect(outcomes(result)).toEqual([
      ['in/a.json', 'not-json'],
      ['in/b.json', 'contraindicated'],
      ['in/c.ndjson:1', 'indeterminate'],
    ])
    expect(result.code).toBe(1)
  })

  test('a folder without records, and a path that is not there, say so', async () => {
    const result = await said(['screen', 'in', 'gone.json', '--json', ...morning], { 'in/readme.txt': 'x' })
    expect(outcomes(result)).toEqual([
      ['in', 'no-records'],
      ['gone.json', 'file-not-read'],
    ])
    expect(result.code).toBe(1)
  })
})

describe('a bulk export', () => {
  const files: Files = {
    'export/Condition.000.ndjson': [
      exportedCondition('two', 'c2', '432119003'),
      exportedCondition('one', 'c1', '370143000'),
      '',
    ].join('\n'),
    'export/Patient.000.ndjson': [
      resource('Patient', 'one', { birthDate: '1980-05-17', gender: 'male' }),
      resource('Patient', 'two', { birthDate: '1970-01-02', gender: 'female' }),
      '',
    ].join('\n'),
    'export/Encounter.000.ndjson': `${resource('Encounter', 'one', { id: 'e1' })}\n`,
    'export/log.ndjson':
      '{"exportId":"1","timestamp":"2026-01-01T00:00:00Z","eventId":"kickoff","eventDetail":{}}\n',
  }
  const words = ['screen', 'export', '--json', ...morning]

  test('is gathered by patient over all its files, and each finding names file and line', async () => {
    const result = await said(words, files)
    expect(outcomes(result)).toEqual([
      ['export/Patient.000.ndjson:1', 'indeterminate'],
      ['export/Patient.000.ndjson:2', 'contraindicated'],
    ])
    const found = printedLines(result)[1]?.decision?.findings.find(
      ({ rule }) => rule.id === 'vascular/aneurysm',
    )
    expect(found?.inputs[0]?.from).toBe('export/Condition.000.ndjson:1')
    expect(result.code).toBe(0)
  })

  test('tells what it skipped: lines of the log, and types no question is answered from', async () => {
    const { out } = await said(['screen', 'export', ...morning], files)
    expect(out).toContain('4 resources of a bulk export, gathered by patient.')
    expect(out).toContain('1 line of an export log was skipped')
    expect(out).toContain('1 Encounter')
  })

  test('may come file by file, or on standard input in any order', async () => {
    const lines = Object.values(files).flatMap((text) => `${text}`.split('\n').filter((one) => one !== ''))
    const verdicts = async (text: string) =>
      printedLines(await said(['screen', '-', '--json', ...morning], { '-': text })).map(
        ({ decision }) => decision?.verdict,
      )
    expect(await verdicts(lines.join('\n'))).toEqual(['indeterminate', 'contraindicated'])
    expect((await verdicts(lines.toReversed().join('\n'))).toSorted()).toEqual([
      'contraindicated',
      'indeterminate',
    ])
    const apart = Object.keys(files).filter((name) => !name.includes('log'))
    expect(outcomes(await said(['screen', ...apart, '--json', ...morning], files))).toHaveLength(2)
  })

  test('of which a line was lost leaves every list of every patient open, whatever is attested', async () => {
    const torn = { ...files, 'export/Allergy.ndjson': '{"resourceType":"AllergyInto' }
    const result = await said([...words, '--attest', 'all'], torn)
    expect(result.code).toBe(1)
    const [refused, one] = printedLines(result)
    expect(refused?.refused?.code).toBe('torn-line')
    expect(one?.decision?.missing.find(({ fact }) => fact === 'list/conditions')?.why).toBe('incomplete')
    const open = (decision: Printed['decision']) =>
      decision?.findings.some(({ rule }) => rule.id === 'vascular/aneurysm')
    expect(open(one?.decision)).toBe(true)
    const [whole] = printedLines(await said([...words, '--attest', 'all'], files))
    expect(open(whole?.decision)).toBe(false)
  })

  test('holds somebody without a Patient resource: that one is refused, the others are judged', async () => {
    const more = { ...files, 'export/More.ndjson': `${exportedCondition('three', 'c3', '370143000')}\n` }
    expect(outcomes(await said(words, more)).at(-1)).toEqual(['export/More.ndjson:1', 'no-patient'])
  })

  test('with a resource about nobody leaves its list open for every patient', async () => {
    const nobody = JSON.stringify({ resourceType: 'Condition', id: 'c9', code: { text: 'psychosis' } })
    const result = await said([...words, '--attest', 'all'], {
      ...files,
      'export/More.ndjson': `${nobody}\n`,
    })
    const whys = printedLines(result).map(
      ({ decision }) => decision?.missing.find(({ fact }) => fact === 'list/conditions')?.why,
    )
    expect(whys).toEqual(['incomplete', 'incomplete'])
  })

  test('of more resources than are held in memory is refused, and says so', async () => {
    const { 'export/Condition.000.ndjson': conditions, 'export/Patient.000.ndjson': patients } = files
    const text = Buffer.from(`${line()}\n${conditions}${patients}`)
    const tally: Tally = { exportLog: 0, resources: 0, unread: new Map(), bytes: 0 }
    const machine = {
      out: { write: async () => undefined, isTerminal: false, columns: undefined },
      err: { write: async () => undefined, isTerminal: false, columns: undefined },
      colour: false,
      read: async function* () {
        yield text
      },
      look: async () => 'file' as const,
      list: async () => [],
      write: async () => true,
      nowMs: () => 0,
      zone: 'UTC',
      zoneTables: undefined,
    }
    const found = async (resources: number) => {
      const items: Item[] = []
      const most = { resources, characters: 1_000_000 }
      for await (const item of itemsOf(['-'], machine, { skipBadLines: false, tally, most })) items.push(item)
      return items.map((item) => (item.kind === 'refused' ? item.code.code : item.kind))
    }
    expect(await found(4)).toEqual(['record', 'record', 'record'])
    expect(await found(3)).toEqual(['record', 'export-too-large'])
  })

  test.each([
    'Account',
    'AdverseEvent',
    'AllergyIntolerance',
    'Appointment',
    'CarePlan',
    'CareTeam',
    'Claim',
    'ClinicalImpression',
    'Communication',
    'Composition',
    'Condition',
    'Consent',
    'Coverage',
    'DetectedIssue',
    'Device',
    'DeviceUseStatement',
    'DiagnosticReport',
    'DocumentReference',
    'Encounter',
    'EpisodeOfCare',
    'ExplanationOfBenefit',
    'FamilyMemberHistory',
    'Flag',
    'Goal',
    'Group',
    'ImagingStudy',
    'Immunization',
    'Location',
    'Media',
    'MedicationAdministration',
    'MedicationDispense',
    'MedicationRequest',
    'MedicationStatement',
    'NutritionOrder',
    'Observation',
    'OperationOutcome',
    'Organization',
    'Practitioner',
    'PractitionerRole',
    'Procedure',
    'Provenance',
    'QuestionnaireResponse',
    'RelatedPerson',
    'RiskAssessment',
    'ServiceRequest',
    'Specimen',
    'Task',
    'VisionPrescription',
  ])('lets a %s go only where the reader of records would', (type) => {
    const read = patientFromFhir([
      { resourceType: 'Patient', id: 'one' },
      { resourceType: type, id: 'x', subject: { reference: 'Patient/one' } },
    ])
    const unread = ['resource-not-read', 'family-history-not-read']
    const letGo = read.ok && read.value.excluded.some(({ code }) => unread.includes(code))
    expect(typesRead.has(type)).toBe(!letGo)
  })
})
