/** Readings, doses and dates: every form FHIR has for them. @module */
import { describe, expect, test } from 'vitest'
import { readingCodes } from '../../../src/patient/codes.ts'
import {
  administration,
  allergy,
  coded,
  condition,
  type Json,
  kilograms,
  loinc,
  observation,
  person,
  procedure,
  readRecord,
  request,
  rxnorm,
  snomed,
  statement,
  status,
} from './resources.ts'

const ucum = (value: number, code: string): Json => ({ value, system: 'http://unitsofmeasure.org', code })
const readings = (more: Json) => readRecord([person, observation(more)])
const firstReading = (more: Json) => readings(more).patient.observations?.[0]

describe('the value of a reading', () => {
  test.each<[string, Json, Json, string | undefined]>([
    ['a UCUM code', { valueQuantity: kilograms(70) }, { value: { value: 70, unit: 'kg' } }, undefined],
    [
      'pounds by their code',
      { valueQuantity: ucum(154, '[lb_av]') },
      { value: { value: 154, unit: '[lb_av]' } },
      undefined,
    ],
    [
      'a word that is a listed unit',
      { valueQuantity: { value: 70, unit: 'kg' } },
      { value: { value: 70, unit: 'kg' } },
      undefined,
    ],
    [
      'an unlisted word',
      { valueQuantity: { value: 70, unit: 'Kilo' } },
      { absent: 'unit-unknown' },
      'unit-not-read',
    ],
    [
      'a code of another system',
      { valueQuantity: { value: 70, unit: 'kg', system: 'x', code: 'kg' } },
      { absent: 'unit-unknown' },
      'unit-not-read',
    ],
    ['no unit', { valueQuantity: { value: 70 } }, { absent: 'unit-unknown' }, 'unit-not-read'],
    [
      'a unit of another kind',
      { valueQuantity: ucum(70, 'cm') },
      { absent: 'unit-unknown' },
      'unit-not-read',
    ],
    [
      'an unlisted UCUM code',
      { valueQuantity: ucum(11, '[stone_av]') },
      { absent: 'unit-unknown' },
      'unit-not-read',
    ],
    [
      'a number in quotes',
      { valueQuantity: { ...kilograms(70), value: '70' } },
      { absent: 'not-readable' },
      'value-not-read',
    ],
    [
      'below',
      { valueQuantity: { ...kilograms(70), comparator: '<' } },
      { value: { value: 70, unit: 'kg' }, bound: 'below' },
      undefined,
    ],
    ['at most', { valueQuantity: { ...kilograms(70), comparator: '<=' } }, { bound: 'below' }, undefined],
    ['above', { valueQuantity: { ...kilograms(70), comparator: '>' } }, { bound: 'above' }, undefined],
    ['at least', { valueQuantity: { ...kilograms(70), comparator: '>=' } }, { bound: 'above' }, undefined],
    [
      'about',
      { valueQuantity: { ...kilograms(70), comparator: 'ad' } },
      { absent: 'not-readable' },
      'value-not-read',
    ],
    [
      'impossible',
      { valueQuantity: kilograms(700) },
      { absent: 'out-of-bounds', text: '700 kg' },
      'value-impossible',
    ],
    ['heaviest alive', { valueQuantity: kilograms(650) }, { value: { value: 650, unit: 'kg' } }, undefined],
    [
      'a range',
      { valueRange: { low: kilograms(60), high: kilograms(70) } },
      { absent: 'not-readable' },
      'value-not-read',
    ],
    ['a ratio', { valueRatio: {} }, { absent: 'not-readable' }, 'value-not-read'],
    ['words', { valueString: '70 kg' }, { absent: 'not-readable', text: '70 kg' }, 'value-not-read'],
    ['a bare whole number', { valueInteger: 70 }, { absent: 'not-readable' }, 'value-not-read'],
    ['yes', { valueBoolean: true }, { absent: 'not-readable' }, 'value-not-read'],
    [
      'a coded answer',
      { valueCodeableConcept: coded(snomed, '1') },
      { absent: 'not-readable' },
      'value-not-read',
    ],
    [
      'two values',
      { valueQuantity: kilograms(70), valueString: 'x' },
      { absent: 'not-readable' },
      'value-not-read',
    ],
    ['nothing', {}, { absent: 'unknown' }, undefined],
    [
      'not performed',
      { dataAbsentReason: status('data-absent-reason', 'not-performed') },
      { absent: 'not-done' },
      undefined,
    ],
    [
      'an error',
      { dataAbsentReason: status('data-absent-reason', 'error') },
      { absent: 'not-readable' },
      undefined,
    ],
    [
      'masked',
      { dataAbsentReason: status('data-absent-reason', 'masked') },
      { absent: 'unknown' },
      undefined,
    ],
    ['absent in words', { dataAbsentReason: { text: 'machine broken' } }, { absent: 'unknown' }, undefined],
    [
      'a value that is said to be absent',
      { dataAbsentReason: status('data-absent-reason', 'unknown'), valueQuantity: kilograms(70) },
      { absent: 'unknown' },
      'value-not-read',
    ],
  ])('%s', (_, more, expected, listed) => {
    const { patient, unmapped } = readings(more)
    expect(patient.observations).toMatchObject([{ name: 'body-weight', ...expected }])
    if (!('value' in expected) && 'absent' in expected)
      expect(patient.observations?.[0]).not.toHaveProperty('value')
    expect(unmapped.map((note) => note.code)).toEqual(listed === undefined ? [] : [listed])
  })

  test.each(readingCodes)('LOINC $code is read as $fact', ({ code, fact }) => {
    expect(firstReading({ code: coded(loinc, code), dataAbsentReason: {} })).toMatchObject({
      name: fact,
      absent: 'unknown',
    })
  })

  test('no two rows of the table share a code', () => {
    expect(new Set(readingCodes.map((row) => row.code)).size).toBe(readingCodes.length)
  })

  test('a mean pressure is no systolic pressure', () => {
    const mean = { code: coded(loinc, '8478-0'), valueQuantity: ucum(90, 'mm[Hg]') }
    expect(firstReading(mean)).toMatchObject({ name: 'mean-pressure' })
  })

  test('a code no rule reads is kept as such; only a value without any known code is listed', () => {
    expect(readings({ code: coded(loinc, '2339-0'), valueQuantity: ucum(90, 'mg/dL') }).unmapped).toEqual([])
    const words = readings({ code: { text: 'scale in the hall' }, valueQuantity: kilograms(70) })
    expect(words.patient.observations).toMatchObject([{ name: 'other', text: 'scale in the hall' }])
    expect(words.unmapped.map((note) => note.code)).toEqual(['no-code-read'])
  })

  test('codes of two measurements at once make both unreadable at that time', () => {
    const code = {
      coding: [
        { system: loinc, code: '8480-6' },
        { system: loinc, code: '8462-4' },
      ],
    }
    const { patient, unmapped } = readings({ code, valueQuantity: ucum(120, 'mm[Hg]') })
    expect(patient.observations).toMatchObject([
      { name: 'systolic-pressure', absent: 'unknown' },
      { name: 'diastolic-pressure', absent: 'unknown' },
    ])
    expect(unmapped.map((note) => note.code)).toEqual(['value-not-read'])
  })

  test('what was measured on somebody else than the patient is not theirs', () => {
    const { excluded, patient } = readings({
      focus: [{ reference: 'Patient/unborn' }],
      valueQuantity: kilograms(3),
    })
    expect(excluded.map((note) => note.code)).toEqual(['foreign-subject'])
    expect(patient.observations).toEqual([])
  })
})

describe('blood pressure', () => {
  const part = (code: string, more: Json): Json => ({ code: coded(loinc, code), ...more })
  const panel = (...component: Json[]): Json => ({ code: coded(loinc, '85354-9'), component })
  const systolic = part('8480-6', { valueQuantity: ucum(118, 'mm[Hg]') })
  const diastolic = part('8462-4', { valueQuantity: ucum(76, 'mm[Hg]') })

  test('both parts of a panel are readings of one group', () => {
    const { patient, unmapped } = readings(panel(systolic, diastolic))
    expect(patient.observations).toMatchObject([
      {
        id: 'o1#component[0]',
        name: 'systolic-pressure',
        value: { value: 118, unit: 'mm[Hg]' },
        group: '[1]',
      },
      {
        id: 'o1#component[1]',
        name: 'diastolic-pressure',
        value: { value: 76, unit: 'mm[Hg]' },
        group: '[1]',
      },
    ])
    expect(unmapped).toEqual([])
  })

  test('a reason for absence counts for its own part only', () => {
    const { patient } = readings(
      panel(systolic, part('8462-4', { dataAbsentReason: status('data-absent-reason', 'error') })),
    )
    expect(patient.observations).toMatchObject([
      { value: { value: 118 } },
      { name: 'diastolic-pressure', absent: 'not-readable' },
    ])
  })

  test('a panel that lacks a part is not skipped for an older one that has it', () => {
    expect(readings(panel(systolic)).patient.observations).toMatchObject([
      { name: 'systolic-pressure', value: { value: 118 } },
      { name: 'diastolic-pressure', absent: 'unknown', at: '2026-11-20T09:00:00-05:00' },
    ])
  })

  test('a panel in words is a reading of both that nobody can use', () => {
    const { patient, unmapped } = readings({ code: coded(loinc, '55284-4'), valueString: '118/76' })
    expect(patient.observations).toMatchObject([
      { name: 'systolic-pressure', absent: 'unknown' },
      { name: 'diastolic-pressure', absent: 'unknown' },
    ])
    expect(unmapped.map((note) => note.code)).toEqual(['value-not-read'])
  })

  test('a panel whose members stand elsewhere adds nothing of its own', () => {
    expect(
      readings({ code: coded(loinc, '85354-9'), hasMember: [{ reference: 'Observation/x' }] }).patient
        .observations,
    ).toEqual([])
  })
})

describe('the upper limit of a laboratory', () => {
  const alt = (referenceRange: Json[]) =>
    firstReading({ code: coded(loinc, '1742-6'), valueQuantity: ucum(120, 'U/L'), referenceRange })
  const high = { high: ucum(40, 'U/L') }

  test('is read where there is one', () => {
    expect(alt([high])).toMatchObject({ upperLimit: { value: 40, unit: 'U/L' } })
    const normal = {
      type: coded('http://terminology.hl7.org/CodeSystem/referencerange-meaning', 'normal'),
      ...high,
    }
    expect(alt([normal])).toMatchObject({ upperLimit: { value: 40 } })
  })

  test.each<[string, Json[]]>([
    ['of several', [high, { high: ucum(33, 'U/L') }]],
    ['for some ages only', [{ ...high, age: {} }]],
    ['for some patients only', [{ ...high, appliesTo: [{}] }]],
    [
      'for treatment',
      [{ ...high, type: coded('http://terminology.hl7.org/CodeSystem/referencerange-meaning', 'treatment') }],
    ],
    ['without a unit', [{ high: { value: 40 } }]],
    ['in words', [{ text: 'up to 40' }]],
  ])('is not chosen %s', (_, ranges) => {
    expect(alt(ranges)).not.toHaveProperty('upperLimit')
  })
})

describe('pregnancy status', () => {
  const stated = (valueCodeableConcept: Json, more: Json = {}) =>
    readings({ code: coded(loinc, '82810-3'), valueCodeableConcept, ...more })

  test.each([
    ['77386006', 'yes'],
    ['60001007', 'no'],
    ['152231000119106', 'unknown'],
    ['146799005', 'unknown'],
  ])('SNOMED CT %s states %s', (code, answer) => {
    const { patient, unmapped } = stated(coded(snomed, code))
    expect(patient.statements).toEqual([
      { id: 'o1', fact: 'pregnancy', answer, at: '2026-11-20T09:00:00-05:00', by: 'import', from: '[1]' },
    ])
    expect(unmapped).toEqual([])
  })

  test.each<[string, Json, Json]>([
    ['words', { text: 'no' }, {}],
    ['another code', coded(snomed, '1'), {}],
    [
      'two answers',
      {
        coding: [
          { system: snomed, code: '77386006' },
          { system: snomed, code: '60001007' },
        ],
      },
      {},
    ],
  ])('%s are no answer', (_, value, more) => {
    const { patient, unmapped } = stated(value, more)
    expect(patient.statements).toMatchObject([{ fact: 'pregnancy', answer: 'unknown' }])
    expect(unmapped.map((note) => note.code)).toEqual(['value-not-read'])
  })

  test('a preliminary "not pregnant" is no answer yet', () => {
    expect(stated(coded(snomed, '60001007'), { status: 'preliminary' }).patient.statements).toMatchObject([
      { answer: 'unknown' },
    ])
  })
})

describe('the amount a day', () => {
  const mg = (value: number) => ({ doseQuantity: ucum(value, 'mg') })
  const dosed = (repeat: Json, more: Json = {}) =>
    readRecord([
      person,
      request({ dosageInstruction: [{ timing: { repeat }, doseAndRate: [mg(0.1)], ...more }] }),
    ]).patient.medicines?.[0]

  test.each<[string, Json, number]>([
    ['once a day', { frequency: 1, period: 1, periodUnit: 'd' }, 0.1],
    ['three times a day, exactly', { frequency: 3, period: 1, periodUnit: 'd' }, 0.3],
    ['every eight hours', { frequency: 1, period: 8, periodUnit: 'h' }, 0.3],
    ['every other day', { period: 2, periodUnit: 'd' }, 0.05],
  ])('%s', (_, repeat, value) => {
    expect(dosed(repeat)).toMatchObject({ dose: { perDay: { value, unit: 'mg' } } })
  })

  test.each<[string, Json, Json]>([
    ['a rhythm that does not come out even', { frequency: 3, period: 1, periodUnit: 'wk' }, {}],
    ['up to four times', { frequency: 1, frequencyMax: 4, period: 1, periodUnit: 'd' }, {}],
    ['as needed', { frequency: 1, period: 1, periodUnit: 'd' }, { asNeededBoolean: true }],
    [
      'as needed for pain',
      { frequency: 1, period: 1, periodUnit: 'd' },
      { asNeededCodeableConcept: { text: 'pain' } },
    ],
    [
      'tablets',
      { frequency: 1, period: 1, periodUnit: 'd' },
      { doseAndRate: [{ doseQuantity: { value: 1 } }] },
    ],
    [
      'by weight',
      { frequency: 1, period: 1, periodUnit: 'd' },
      { doseAndRate: [{ doseQuantity: ucum(1, 'mg/kg') }] },
    ],
    ['a range', { frequency: 1, period: 1, periodUnit: 'd' }, { doseAndRate: [{ doseRange: {} }] }],
    ['a month', { frequency: 1, period: 1, periodUnit: 'mo' }, {}],
    ['no rhythm', {}, {}],
    ['at meals', { frequency: 1, period: 1, periodUnit: 'd', when: ['CM'] }, {}],
  ])('%s is words only', (_, repeat, more) => {
    const medicine = dosed(repeat, { text: 'as written', ...more })
    expect(medicine?.dose).toEqual({ text: 'as written' })
  })

  test('of several dosages none is the amount', () => {
    const one = {
      text: 'a',
      timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
      doseAndRate: [mg(5)],
    }
    const medicine = readRecord([person, request({ dosageInstruction: [one, { ...one, text: 'b' }] })])
      .patient.medicines?.[0]
    expect(medicine?.dose).toEqual({ text: 'a; b' })
  })
})

describe('dates', () => {
  test.each(['2019', '2019-05', '2019-05-17', '2019-05-17T08:30:00+02:00', '2019-05-17T08:30:00.123Z'])(
    'an onset of %s is kept as exactly as it was known',
    (onsetDateTime) => {
      const { patient, unmapped } = readRecord([person, condition({ onsetDateTime })])
      expect(patient.conditions).toMatchObject([{ onset: onsetDateTime }])
      expect(unmapped).toEqual([])
    },
  )

  test.each(['2019-05-17T08:30:00', '2019-02-30', '17.05.2019', '2019-05-17T08:30Z', 20190517])(
    'an onset of %j is no date: the entry is undated and listed',
    (onsetDateTime) => {
      const { patient, unmapped } = readRecord([person, condition({ onsetDateTime })])
      expect(patient.conditions?.[0]).not.toHaveProperty('onset')
      expect(unmapped.map((note) => note.code)).toEqual(['date-not-read'])
    },
  )

  test('a reading without a zone has no time', () => {
    const { patient, unmapped } = readings({
      effectiveDateTime: '2026-11-20T09:00:00',
      valueQuantity: kilograms(70),
    })
    expect(patient.observations?.[0]).not.toHaveProperty('at')
    expect(unmapped.map((note) => note.code)).toEqual(['date-not-read'])
  })

  test('a reading over a period is as old as its start', () => {
    const effectivePeriod = { start: '2026-11-19T09:00:00Z', end: '2026-11-20T09:00:00Z' }
    expect(firstReading({ effectiveDateTime: undefined, effectivePeriod })).toMatchObject({
      at: '2026-11-19T09:00:00Z',
    })
  })

  test('a procedure over a period was over at its end', () => {
    const performedPeriod = { start: '2020-01-01', end: '2020-01-02' }
    const { patient } = readRecord([person, procedure({ performedDateTime: undefined, performedPeriod })])
    expect(patient.procedures).toMatchObject([{ performed: '2020-01-02' }])
  })

  test('ends of onset and abatement come from periods too', () => {
    const times = {
      onsetPeriod: { start: '2018' },
      abatementPeriod: { end: '2019' },
      recordedDate: '2020-01-01',
    }
    expect(readRecord([person, condition(times)]).patient.conditions).toMatchObject([
      { onset: '2018', abated: '2019', recordedAt: '2020-01-01' },
    ])
  })

  test('the last change on the server stands in for the day an entry was written', () => {
    const meta = { lastUpdated: '2026-11-01T08:00:00Z' }
    expect(readRecord([person, procedure({ meta })]).patient.procedures).toMatchObject([
      { recordedAt: '2026-11-01T08:00:00Z' },
    ])
  })

  test('when a medicine was taken: the period, else the one time', () => {
    const effectivePeriod = { start: '2026-01-01', end: '2026-02-01' }
    expect(
      readRecord([person, statement({ effectivePeriod, dateAsserted: '2026-03-01' })]).patient.medicines,
    ).toMatchObject([{ period: { start: '2026-01-01', end: '2026-02-01' }, recordedAt: '2026-03-01' }])
    expect(
      readRecord([person, administration({ effectivePeriod })]).patient.medicines?.[0],
    ).not.toHaveProperty('lastTaken')
    const bounds = { dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: '2026-12-31' } } } }] }
    expect(
      readRecord([person, request({ ...bounds, authoredOn: '2026-01-01' })]).patient.medicines,
    ).toMatchObject([{ period: { end: '2026-12-31' }, recordedAt: '2026-01-01' }])
  })
})

describe('allergies', () => {
  const none = { code: coded(snomed, '716186003'), recordedDate: '2026-11-20' }

  test('"no known allergy", confirmed, is a dated statement about an empty list', () => {
    const { patient, counts } = readRecord([person, allergy(none)])
    expect(patient.allergies).toEqual([])
    expect(patient.attestations).toEqual([
      { list: 'allergies', noneKnown: { at: '2026-11-20', by: 'import' } },
    ])
    expect(counts.used).toBe(2)
  })

  test('undated it stays undated', () => {
    expect(readRecord([person, allergy({ ...none, recordedDate: undefined })]).patient.attestations).toEqual([
      { list: 'allergies', noneKnown: { by: 'import' } },
    ])
  })

  test.each(['refuted', 'unconfirmed'])('%s, it is an entry somebody has to read', (code) => {
    const { patient } = readRecord([
      person,
      allergy({ ...none, verificationStatus: status('allergyintolerance-verification', code) }),
    ])
    expect(patient.allergies).toHaveLength(1)
    expect(patient).not.toHaveProperty('attestations')
  })

  test('the substance of a reaction is an entry of its own', () => {
    const reaction = [
      { substance: coded(rxnorm, '6130'), manifestation: [{ text: 'rash' }, { text: 'swelling' }] },
    ]
    const { patient } = readRecord([
      person,
      allergy({ code: { text: 'anaesthetic' }, reaction, criticality: 'unable-to-assess' }),
    ])
    expect(patient.allergies).toMatchObject([
      { id: 'l1', text: 'anaesthetic', reaction: 'rash; swelling', criticality: 'unknown' },
      { codes: [{ code: '6130' }], clinical: 'active', verification: 'confirmed' },
    ])
  })
})

describe('what else a condition says', () => {
  test.each([
    ['255604002', 'mild'],
    ['6736007', 'moderate'],
    ['24484000', 'severe'],
  ])('severity %s is %s', (code, severity) => {
    expect(
      readRecord([person, condition({ severity: coded(snomed, code) })]).patient.conditions,
    ).toMatchObject([{ severity }])
  })

  test('where it is', () => {
    expect(
      readRecord([person, condition({ bodySite: [{ text: 'left' }, { text: 'femoral artery' }] })]).patient
        .conditions,
    ).toMatchObject([{ site: 'left; femoral artery' }])
  })
})
