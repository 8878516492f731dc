/** Instruments of pain, and of the bladder. @module */
import { recall } from '../../kernel/evidence.ts'
import { ids, instrument, items, known, noneFilled, seen, seenIn, upTo } from './instrument.ts'

/** Two means; the form has no total. */
export const bpiSf = /* @__PURE__ */ instrument(() => ({
  id: 'bpi-sf',
  title: 'Brief Pain Inventory, short form: severity and interference',
  version: 'short form, 24 hours, 4 + 7 scored items',
  measures: 'Severity of pain, and how far it interferes',
  rater: 'self',
  recall: { label: 'the past 24 hours', days: 1 },
  worse: 'higher',
  items: items(upTo(10), [
    'pain at its worst',
    'pain at its least',
    'pain on average',
    'pain now',
    'interference with general activity',
    'interference with mood',
    'interference with walking',
    'interference with work',
    'interference with relations',
    'interference with sleep',
    'interference with enjoyment of life',
  ]),
  scoring: { kind: 'none' },
  missing: noneFilled('bpi-sf'),
  subscales: [
    {
      id: 'severity',
      label: 'Severity, mean of four',
      scoring: { kind: 'mean', of: ids(4) },
      range: { least: 0, most: 10 },
      ...known('bpi-sf', 'BPIGUIDE'),
    },
    {
      id: 'interference',
      label: 'Interference, mean of seven',
      scoring: { kind: 'mean', of: ids(11, 5) },
      range: { least: 0, most: 10 },
      missing: {
        id: 'more-than-half',
        atMost: 3,
        text: 'The mean of the answered items is used where more than half of them, four of seven, are answered.',
        ...known('bpi-sf', 'BPIGUIDE'),
      },
      ...known('bpi-sf', 'BPIGUIDE'),
    },
  ],
  bandSets: [],
  flags: [],
  change: [
    {
      id: 'severity-30-percent',
      of: 'severity',
      kind: 'important',
      label: 'Severity: 30 % of the baseline',
      percent: 30,
      ...known('bpi-sf', 'BPIGUIDE'),
    },
    {
      id: 'severity-2',
      of: 'severity',
      kind: 'important',
      label: 'Severity: 2 points',
      points: 2,
      ...known('bpi-sf', 'BPIGUIDE'),
    },
    {
      id: 'interference-1',
      of: 'interference',
      kind: 'important',
      label: 'Interference: 1 point',
      points: 1,
      ...seen('bpi-sf', 'EPPOC'),
    },
  ],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Copyright Cleeland 1991; permission needed, fees may apply, no changes to the form.',
    wording: 'no',
    ...seenIn('bpi-sf', 'BPITERMS', 'SRALAB'),
  },
  notes: [
    {
      text: 'Severity and interference are never added: there is no total, so change is read from the two subscales.',
      ...known('bpi-sf', 'BPIGUIDE'),
    },
    {
      text: 'How it is scored is known, and was read in a copy of the user guide on a page of manuals, not in the guide itself.',
      ...known('bpi-sf', 'BPIGUIDE'),
    },
    {
      text: 'The questions on place, treatments and relief are not scored and not listed here, so the ids count the scored items only: q1 to q4 severity, q5 to q11 interference.',
      ...known('bpi-sf', 'BPIGUIDE'),
    },
    {
      text: 'A form with a recall of a week exists too; its scores stand in another series.',
      ...seen('bpi-sf', 'SRALAB'),
    },
  ],
  sources: [recall('measure-bpi-sf', 'K', 'BPIGUIDE'), ...seen('bpi-sf', 'SRALAB').sources],
}))

/** Three items of the BPI, their mean. */
export const peg = /* @__PURE__ */ instrument(() => ({
  id: 'peg',
  title: 'PEG: pain, enjoyment of life, general activity',
  version: '3 items',
  measures: 'Severity of pain, and how far it interferes',
  rater: 'self',
  recall: { label: 'the past week', days: 7 },
  worse: 'higher',
  items: items(
    upTo(10),
    ['pain on average', 'interference with enjoyment of life', 'interference with general activity'],
    { q1: { loinc: '75893-8' }, q2: { loinc: '91145-3' }, q3: { loinc: '91146-1' } },
  ),
  scoring: { kind: 'mean', of: ids(3) },
  range: { least: 0, most: 10 },
  missing: noneFilled('peg'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [
    {
      id: 'important-30-percent',
      kind: 'important',
      label: '30 % of the baseline',
      percent: 30,
      ...known('peg'),
    },
  ],
  outcomes: [],
  codes: [
    { system: 'loinc', of: 'panel', code: '91148-7', ...seen('peg', 'KTC') },
    { system: 'loinc', of: 'total', code: '91147-9', ...seen('peg', 'KTC') },
  ],
  licence: {
    status:
      'Called public domain by one open repository; its items come from the BPI, whose owner asks for permission.',
    wording: 'no',
    ...seenIn('peg', 'KTC', 'KREBS09'),
  },
  notes: [{ text: 'The mean keeps its decimals.', ...seen('peg', 'KREBS09') }],
  sources: seen('peg', 'KREBS09').sources,
}))

/** One number. */
export const painNrs = /* @__PURE__ */ instrument(() => ({
  id: 'pain-nrs',
  title: 'Numeric rating of pain, 0 to 10',
  version: '0 to 10',
  measures: 'Severity of pain',
  rater: 'self',
  recall: { label: 'at the time of asking' },
  worse: 'higher',
  items: items(upTo(10), ['pain'], { q1: { loinc: '72514-3' } }),
  scoring: { kind: 'sum', of: ['q1'] },
  range: { least: 0, most: 10 },
  missing: noneFilled('pain-nrs'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [
    { system: 'loinc', of: 'total', code: '72514-3', ...seen('pain-nrs', 'LOINCNRS') },
    { system: 'loinc', of: 'total', code: '38208-5', ...seen('pain-nrs', 'IHEPAIN') },
    { system: 'snomed-ct', of: 'total', code: '406127006', ...seen('pain-nrs', 'IHEPAIN') },
  ],
  licence: { status: 'A plain scale; nobody owns it.', wording: 'no', ...known('pain-nrs') },
  notes: [
    {
      text: 'Whether pain now, on average or at its worst was asked is a matter of the site; a series keeps to one of them.',
      ...known('pain-nrs'),
    },
  ],
  sources: seen('pain-nrs', 'IHEPAIN').sources,
}))

const bladderLicence = (section: string, source: string) => ({
  status: 'Copyright of the journal or its authors.',
  wording: 'no' as const,
  ...known(section, source),
})

const knownHazard = () => ({
  text: 'It follows symptoms of a known hazard of ketamine and diagnoses nothing; what counts is the change from the person’s own value before the course. No agreed bands exist.',
  ...known('icsi'),
})

/** How often: urgency, frequency, night, pain. */
export const icsi = /* @__PURE__ */ instrument(() => ({
  id: 'icsi',
  title: 'O’Leary-Sant Interstitial Cystitis Symptom Index',
  version: '4 items',
  measures: 'Urinary symptoms',
  rater: 'self',
  recall: { label: 'the past month' },
  worse: 'higher',
  items: items(upTo(5), ['urgency', 'frequency', 'passing urine at night', 'bladder pain'], {
    // The form has no answer that counts 1 here.
    q4: { values: [0, 2, 3, 4, 5] },
  }),
  scoring: { kind: 'sum', of: ids(4) },
  range: { least: 0, most: 20 },
  missing: noneFilled('icsi'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [
    {
      id: 'fall-with-75-percent-better',
      kind: 'important',
      label: 'Mean fall in people who called themselves 75 % better: 48 % of the baseline',
      percent: 48,
      ...seen('icsi', 'LUBECK01'),
    },
    {
      id: 'fall-with-100-percent-better',
      kind: 'important',
      label: 'Mean fall in people who called themselves 100 % better: 77 % of the baseline',
      percent: 77,
      ...seen('icsi', 'LUBECK01'),
    },
  ],
  outcomes: [],
  codes: [],
  licence: bladderLicence('icsi', 'LUBECK01'),
  notes: [
    knownHazard(),
    {
      text: 'It under-detects urgency: people who denied sudden urgency reported an intense urge when asked how strong it was.',
      ...seen('icsi', 'DIGGS07'),
    },
    {
      text: 'The item on pain takes 0, 2, 3, 4 and 5; this is known and was not seen.',
      ...known('icsi'),
    },
  ],
  sources: seenIn('icsi', 'LUBECK01', 'ALPF').sources,
}))

/** How much of a problem each of them is. */
export const icpi = /* @__PURE__ */ instrument(() => ({
  id: 'icpi',
  title: 'O’Leary-Sant Interstitial Cystitis Problem Index',
  version: '4 items',
  measures: 'How far urinary symptoms are a problem',
  rater: 'self',
  recall: { label: 'the past month' },
  worse: 'higher',
  items: items(upTo(4), ['frequency by day', 'passing urine at night', 'urgency', 'bladder pain']),
  scoring: { kind: 'sum', of: ids(4) },
  range: { least: 0, most: 16 },
  missing: noneFilled('icpi'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: bladderLicence('icpi', 'SIRINIAN05'),
  notes: [
    knownHazard(),
    {
      text: 'Each item has its partner in the symptom index; their order on the form is known and was not seen. The sum does not depend on it.',
      ...seen('icpi', 'SIRINIAN05'),
    },
  ],
  sources: seenIn('icpi', 'ALPF', 'SIRINIAN05').sources,
}))

/** Taken by its total alone. */
export const bpicSs = /* @__PURE__ */ instrument(() => ({
  id: 'bpic-ss',
  title: 'Bladder Pain/Interstitial Cystitis Symptom Score',
  version: '8 items, total as stated',
  measures: 'Symptoms of bladder pain syndrome',
  rater: 'self',
  recall: { label: 'as the form asks (not seen)' },
  worse: 'higher',
  items: [],
  scoring: { kind: 'stated' },
  range: { least: 0, most: 38 },
  missing: noneFilled('bpic-ss'),
  subscales: [],
  bandSets: [],
  flags: [
    {
      id: 'bladder-symptoms',
      kind: 'safety',
      label: '19 or more, which suggests bladder pain syndrome',
      when: { kind: 'total', is: 'at-least', value: 19 },
      actions: ['Ask about urinary symptoms, test the urine, weigh a referral.'],
      ...known('bpic-ss', 'HUMPHREY12'),
    },
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: bladderLicence('bpic-ss', 'HUMPHREY12'),
  notes: [
    {
      text: 'Eight items make a total of 0 to 38. Which values the single items take was not seen in any source, so none are listed and the total is taken as it is written on the form.',
      ...known('bpic-ss', 'HUMPHREY12'),
    },
    {
      text: 'It was made to choose people for trials of bladder pain syndrome, not to watch a course of ketamine.',
      ...seen('bpic-ss', 'HUMPHREY12'),
    },
  ],
  sources: [recall('measure-bpic-ss', 'K', 'HUMPHREY12')],
}))
