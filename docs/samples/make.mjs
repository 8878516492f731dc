/**
 * Writes the sample records: believable people with ketamine in mind, none of whom exists.
 *
 * Everything is fixed: `node docs/samples/make.mjs` always writes the same bytes. The records are those of the morning
 * of 22 November 2026; judged later, their readings are too old to speak.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const server = 'https://example.org/fhir'
const terminology = 'http://terminology.hl7.org/CodeSystem'
const systems = {
  icd: 'http://hl7.org/fhir/sid/icd-10-cm',
  snomed: 'http://snomed.info/sct',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  atc: 'http://www.whocc.no/atc',
  loinc: 'http://loinc.org',
}

const thisMorning = '2026-11-22T08:50:00-05:00'

/** A code, with the name it was seen with where there is one. */
const code = (system, value, display) => ({
  system: systems[system],
  code: value,
  ...(display === undefined ? {} : { display }),
})

const concept = (text, ...coding) => ({ ...(coding.length === 0 ? {} : { coding }), text })

const status = (name, value) => ({ coding: [{ system: `${terminology}/${name}`, code: value }] })

const patient = (id, given, gender, birthDate, more = {}) => ({
  resourceType: 'Patient',
  id,
  active: true,
  name: [{ use: 'official', family: 'Sample', given: [given] }],
  gender,
  birthDate,
  ...more,
})

const about = (id) => ({ reference: `Patient/${id}` })

/** A diagnosis; `clinical` and `verification` as FHIR names them. */
const condition = (
  text,
  codes,
  { clinical = 'active', verification = 'confirmed', onset, abated, recorded } = {},
) => ({
  make: (who, at) => ({
    resourceType: 'Condition',
    id: `${who}-condition-${at}`,
    // FHIR: no clinical status where the entry is a mistake.
    ...(verification === 'entered-in-error'
      ? {}
      : { clinicalStatus: status('condition-clinical', clinical) }),
    verificationStatus: status('condition-ver-status', verification),
    category: [{ coding: [{ system: `${terminology}/condition-category`, code: 'problem-list-item' }] }],
    code: concept(text, ...codes),
    subject: about(who),
    ...(onset === undefined ? {} : { onsetDateTime: onset }),
    ...(abated === undefined ? {} : { abatementDateTime: abated }),
    recordedDate: recorded ?? '2026-11-02',
  }),
})

/** An order: milligrams each time and times a day. */
const order = (text, codes, { mg, times = 1, since = '2026-09-01', state = 'active' } = {}) => ({
  make: (who, at) => ({
    resourceType: 'MedicationRequest',
    id: `${who}-medicine-${at}`,
    status: state,
    intent: 'order',
    medicationCodeableConcept: concept(text, ...codes),
    subject: about(who),
    authoredOn: since,
    ...(mg === undefined
      ? {}
      : {
          dosageInstruction: [
            {
              text: `${mg} mg, ${times} a day`,
              timing: { repeat: { frequency: times, period: 1, periodUnit: 'd' } },
              doseAndRate: [
                { doseQuantity: { value: mg, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } },
              ],
            },
          ],
        }),
  }),
})

const quantity = (value, unit, ucum = unit) => ({
  value,
  unit,
  system: 'http://unitsofmeasure.org',
  code: ucum,
})

const category = (kind) => [{ coding: [{ system: `${terminology}/observation-category`, code: kind }] }]

const pressure = (systolic, diastolic, at = thisMorning) => ({
  make: (who, number) => ({
    resourceType: 'Observation',
    id: `${who}-pressure-${number}`,
    status: 'final',
    category: category('vital-signs'),
    code: concept(
      'Blood pressure',
      code('loinc', '85354-9', 'Blood pressure panel with all children optional'),
    ),
    subject: about(who),
    effectiveDateTime: at,
    component: [
      {
        code: concept('Systolic', code('loinc', '8480-6', 'Systolic blood pressure')),
        valueQuantity: quantity(systolic, 'mmHg', 'mm[Hg]'),
      },
      {
        code: concept('Diastolic', code('loinc', '8462-4', 'Diastolic blood pressure')),
        valueQuantity: quantity(diastolic, 'mmHg', 'mm[Hg]'),
      },
    ],
  }),
})

/** One reading with a value; `high` is the laboratory's upper limit of normal. */
const reading = (text, loinc, value, { at = thisMorning, kind = 'vital-signs', high } = {}) => ({
  make: (who, number) => ({
    resourceType: 'Observation',
    id: `${who}-reading-${number}`,
    status: 'final',
    category: category(kind),
    code: concept(text, code('loinc', loinc)),
    subject: about(who),
    effectiveDateTime: at,
    valueQuantity: value,
    ...(high === undefined ? {} : { referenceRange: [{ high: { ...value, value: high } }] }),
  }),
})

const pregnancyStatus = (text, snomed, at) => ({
  make: (who, number) => ({
    resourceType: 'Observation',
    id: `${who}-status-${number}`,
    status: 'final',
    category: category('social-history'),
    code: concept('Pregnancy status', code('loinc', '82810-3', 'Pregnancy status')),
    subject: about(who),
    effectiveDateTime: at,
    valueCodeableConcept: concept(text, code('snomed', snomed, text)),
  }),
})

const noKnownAllergy = {
  make: (who, number) => ({
    resourceType: 'AllergyIntolerance',
    id: `${who}-allergy-${number}`,
    clinicalStatus: status('allergyintolerance-clinical', 'active'),
    verificationStatus: status('allergyintolerance-verification', 'confirmed'),
    code: concept('No known allergy', code('snomed', '716186003', 'No known allergy')),
    patient: about(who),
    recordedDate: '2026-11-20',
  }),
}

const procedure = (text, codes, on) => ({
  make: (who, number) => ({
    resourceType: 'Procedure',
    id: `${who}-procedure-${number}`,
    status: 'completed',
    code: concept(text, ...codes),
    subject: about(who),
    performedDateTime: on,
  }),
})

const resistantDepression = condition('Treatment resistant depression, recurrent, severe', [
  code('icd', 'F33.2'),
  code('snomed', '1153570009', 'Treatment resistant depression'),
])
const steady = [
  pressure(118, 76),
  reading('Heart rate', '8867-4', quantity(68, '/min')),
  reading('Oxygen saturation', '59408-5', quantity(98, '%')),
  reading('Body weight', '29463-7', quantity(74, 'kg')),
  reading('Body height', '8302-2', quantity(171, 'cm')),
]
const phq9 = reading('PHQ-9 total', '44261-6', quantity(19, '{score}'), { at: '2026-11-20', kind: 'survey' })

/** File name, the person, and what stands in the record. */
const records = [
  [
    'abdominal-aneurysm',
    patient('aster', 'Aster', 'male', '1957-03-09'),
    resistantDepression,
    condition(
      'Abdominal aortic aneurysm, 3.4 cm',
      [code('icd', 'I71.4'), code('snomed', '432119003', 'Aneurysm')],
      {
        onset: '2024-06-11',
      },
    ),
    ...steady,
    phq9,
  ],
  [
    'cerebral-malformation',
    patient('birch', 'Birch', 'female', '1988-12-01'),
    resistantDepression,
    // Closed by embolisation: no repair lifts the label's contraindication.
    condition('Arteriovenous malformation of cerebral vessels, embolised', [code('icd', 'Q28.2')], {
      clinical: 'resolved',
      onset: '2015-02',
      abated: '2016-05-20',
    }),
    procedure('Embolisation of cerebral vessels', [], '2016-05-20'),
    ...steady,
  ],
  [
    'psychosis-history',
    patient('cedar', 'Cedar', 'male', '1990-07-22'),
    resistantDepression,
    condition(
      'Schizophrenia, in remission',
      [code('icd', 'F20.9'), code('snomed', '58214004', 'Schizophrenia')],
      {
        clinical: 'remission',
        onset: '2012',
      },
    ),
    order('Risperidone', [code('rxnorm', '35636', 'risperidone')], { mg: 2 }),
    ...steady,
  ],
  [
    'bipolar-depression',
    patient('dahlia', 'Dahlia', 'female', '1979-10-30'),
    condition(
      'Bipolar disorder, depressed',
      [code('icd', 'F31.81'), code('snomed', '13746004', 'Bipolar disorder')],
      {
        onset: '2003',
      },
    ),
    order('Lithium', [code('rxnorm', '6448', 'lithium'), code('atc', 'N05AN01')], { mg: 450, times: 2 }),
    order('Lamotrigine', [code('rxnorm', '28439', 'lamotrigine')], { mg: 200 }),
    ...steady,
  ],
  [
    'maoi',
    patient('elm', 'Elm', 'female', '1968-01-15'),
    resistantDepression,
    order('Tranylcypromine', [code('rxnorm', '10734', 'tranylcypromine')], { mg: 10, times: 3 }),
    ...steady,
    phq9,
  ],
  [
    'pregnancy',
    patient('fern', 'Fern', 'female', '1996-04-04'),
    resistantDepression,
    condition(
      'Supervision of normal pregnancy',
      [code('icd', 'Z34'), code('snomed', '77386006', 'Pregnancy')],
      {
        onset: '2026-09-14',
      },
    ),
    pregnancyStatus('Pregnant', '77386006', '2026-11-19'),
    ...steady,
  ],
  [
    'interstitial-cystitis',
    patient('gorse', 'Gorse', 'female', '1985-08-08'),
    resistantDepression,
    condition(
      'Chronic interstitial cystitis',
      [code('icd', 'N30.10'), code('snomed', '197834003', 'Chronic interstitial cystitis')],
      { onset: '2021' },
    ),
    ...steady,
  ],
  [
    'high-blood-pressure',
    patient('hazel', 'Hazel', 'male', '1962-11-11'),
    resistantDepression,
    condition('Hypertension', [code('icd', 'I10'), code('snomed', '38341003', 'Hypertensive disorder')], {
      onset: '2010',
    }),
    order('Amlodipine', [code('rxnorm', '17767', 'amlodipine')], { mg: 5 }),
    pressure(168, 100, '2026-11-22T08:30:00-05:00'),
    pressure(172, 104),
    reading('Body weight', '29463-7', quantity(96, 'kg')),
    reading('Body height', '8302-2', quantity(178, 'cm')),
  ],
  [
    'lithium-and-ssri',
    patient('iris', 'Iris', 'female', '1974-05-17'),
    resistantDepression,
    order('Sertraline', [code('rxnorm', '36437', 'sertraline'), code('atc', 'N06AB06')], { mg: 150 }),
    order('Lithium', [code('rxnorm', '6448', 'lithium'), code('atc', 'N05AN01')], { mg: 300, times: 2 }),
    noKnownAllergy,
    procedure('Appendectomy', [], '1991-07'),
    pregnancyStatus('Not pregnant', '60001007', thisMorning),
    reading('ALT', '1742-6', quantity(22, 'U/L'), { at: '2026-11-16', kind: 'laboratory', high: 40 }),
    reading('AST', '1920-8', quantity(19, 'U/L'), { at: '2026-11-16', kind: 'laboratory', high: 40 }),
    ...steady,
    phq9,
  ],
  ['almost-empty', patient('juniper', 'Juniper', 'unknown', '1993')],
  [
    'free-text-only',
    patient('kalmia', 'Kalmia', 'female', '1971-02-28'),
    condition('depression, many tablets tried', []),
    condition('brain aneurysm', []),
    order('blood pressure tablet, name not known', []),
    ...steady,
  ],
  [
    'entered-in-error',
    patient('laurel', 'Laurel', 'male', '1980-06-06'),
    resistantDepression,
    condition('Abdominal aortic aneurysm', [code('icd', 'I71.4')], { verification: 'entered-in-error' }),
    condition('Cerebral aneurysm', [code('icd', 'I67.1')], {
      clinical: 'inactive',
      verification: 'refuted',
      recorded: '2026-10-12',
    }),
    ...steady,
  ],
  [
    'recent-heart-attack',
    patient('maple', 'Maple', 'male', '1959-09-19'),
    resistantDepression,
    condition(
      'Myocardial infarction',
      [code('icd', 'I21.4'), code('snomed', '22298006', 'Myocardial infarction')],
      {
        onset: '2026-10-25',
      },
    ),
    order('Clopidogrel', [code('rxnorm', '32968', 'clopidogrel')], { mg: 75, since: '2026-10-26' }),
    order('Metoprolol', [code('rxnorm', '6918', 'metoprolol')], { mg: 50, since: '2026-10-26' }),
    ...steady,
  ],
  [
    'opioid-and-benzodiazepine',
    patient('nettle', 'Nettle', 'female', '1966-03-31'),
    resistantDepression,
    order('Oxycodone', [code('rxnorm', '7804', 'oxycodone')], { mg: 10, times: 3 }),
    order('Clonazepam', [code('rxnorm', '2598', 'clonazepam')], { mg: 1, times: 2 }),
    ...steady,
  ],
  [
    'severe-liver-disease',
    patient('oak', 'Oak', 'male', '1964-12-24'),
    resistantDepression,
    condition('Hepatic failure with cirrhosis', [code('icd', 'K72.10'), code('icd', 'K74.60')], {
      onset: '2025-01-10',
    }),
    reading('ALT', '1742-6', quantity(164, 'U/L'), { at: '2026-11-16', kind: 'laboratory', high: 40 }),
    reading('AST', '1920-8', quantity(190, 'U/L'), { at: '2026-11-16', kind: 'laboratory', high: 40 }),
    ...steady,
  ],
  [
    'deceased',
    patient('poplar', 'Poplar', 'female', '1948-08-01', { deceasedDateTime: '2026-03-05' }),
    resistantDepression,
  ],
]

/** The bundle of one record: relative references, one full address a resource. */
function bundleOf([name, who, ...parts]) {
  const resources = [who, ...parts.map((part, at) => part.make(who.id, at + 1))]
  return {
    resourceType: 'Bundle',
    id: name,
    type: 'collection',
    timestamp: '2026-11-22T13:55:00Z',
    entry: resources.map((resource) => ({
      fullUrl: `${server}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  }
}

const asked = '2026-11-22T08:45:00-05:00'
const byClinician = { at: asked, by: 'clinician' }
const vital = (name, value, unit) => ({ name, status: 'final', value: { value, unit }, at: thisMorning })
const said = (fact, answer) => ({ fact, answer, at: asked, by: 'clinician' })

/** One record in the project's own format, with what FHIR has no place for: attestations and statements. */
const nativeRecord = {
  format: 'ketamine-treatment/patient/1',
  id: 'quince',
  record: 'active',
  birthDate: '1976-02-13',
  sex: 'female',
  conditions: [
    {
      id: 'c1',
      codes: [code('icd', 'F33.2')],
      text: 'Recurrent depressive disorder, severe, treatment resistant',
      clinical: 'active',
      verification: 'confirmed',
      onset: '2019',
      recordedAt: '2026-11-02',
    },
  ],
  medicines: [
    {
      id: 'm1',
      codes: [code('rxnorm', '36437', 'sertraline'), code('atc', 'N06AB06')],
      text: 'Sertraline',
      status: 'active',
      intent: 'order',
      period: { start: '2026-08-01' },
      dose: { perDay: { value: 150, unit: 'mg' } },
      recordedAt: '2026-08-01',
    },
    {
      id: 'm2',
      codes: [code('rxnorm', '6448', 'lithium'), code('atc', 'N05AN01')],
      text: 'Lithium',
      status: 'active',
      intent: 'order',
      period: { start: '2026-09-15' },
      dose: { perDay: { value: 600, unit: 'mg' } },
      recordedAt: '2026-09-15',
    },
  ],
  allergies: [],
  procedures: [],
  observations: [
    { ...vital('systolic-pressure', 118, 'mm[Hg]'), group: 'cuff-1' },
    { ...vital('diastolic-pressure', 76, 'mm[Hg]'), group: 'cuff-1' },
    vital('heart-rate', 68, '/min'),
    vital('oxygen-saturation', 98, '%'),
    vital('body-weight', 74, 'kg'),
    vital('body-height', 171, 'cm'),
    {
      name: 'alt',
      status: 'final',
      value: { value: 22, unit: 'U/L' },
      upperLimit: { value: 40, unit: 'U/L' },
      at: '2026-11-16',
    },
    {
      name: 'ast',
      status: 'final',
      value: { value: 19, unit: 'U/L' },
      upperLimit: { value: 40, unit: 'U/L' },
      at: '2026-11-16',
    },
    { name: 'phq9-total', status: 'final', value: { value: 19, unit: '{score}' }, at: '2026-11-20' },
  ],
  statements: [
    said('pregnancy', 'no'),
    said('breastfeeding', 'no'),
    said('cannot-consent-or-follow', 'no'),
    said('suicide-risk-needs-admission', 'no'),
  ],
  attestations: [
    { list: 'conditions', complete: byClinician, read: byClinician },
    { list: 'medicines', complete: byClinician, read: byClinician },
    { list: 'allergies', complete: byClinician, read: byClinician, noneKnown: byClinician },
    { list: 'procedures', complete: byClinician, read: byClinician },
  ],
}

/** Every sample: file name and text. */
export function samples() {
  const text = (value) => `${JSON.stringify(value, null, 2)}\n`
  return [
    ...records.map((record) => [`${record[0]}.json`, text(bundleOf(record))]),
    ['native-record.json', text(nativeRecord)],
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of samples()) writeFileSync(new URL(name, import.meta.url), content)
}
