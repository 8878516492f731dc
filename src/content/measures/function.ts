/** Instruments of sleep, well-being, function and quality of life, and of the global impression. @module */
import { recall } from '../../kernel/evidence.ts'
import type { Test } from '../../kernel/instrument.ts'
import { ids, instrument, items, known, noneFilled, seen, seenIn, upTo } from './instrument.ts'

const generalHalf = () => ({
  text: 'Half of the baseline as response is the general rule of depression trials; no rule of its own was found for this scale, so the percentage is a convention of this library.',
  ...known('outcome'),
})

/** Seven items on sleep. */
export const isi = /* @__PURE__ */ instrument(() => ({
  id: 'isi',
  title: 'Insomnia Severity Index',
  version: '7 items',
  measures: 'Severity of insomnia',
  rater: 'self',
  recall: { label: 'the past 2 weeks', days: 14 },
  worse: 'higher',
  items: items(upTo(4), [
    'falling asleep',
    'staying asleep',
    'waking too early',
    'satisfaction with sleep',
    'noticed by others',
    'worry about sleep',
    'interference with the day',
  ]),
  scoring: { kind: 'sum', of: ids(7) },
  range: { least: 0, most: 28 },
  missing: noneFilled('isi'),
  subscales: [],
  bandSets: [
    {
      id: 'isi',
      label: 'Insomnia, four stretches',
      bands: [
        { id: 'none', from: 0, to: 7 },
        { id: 'subthreshold', from: 8, to: 14 },
        { id: 'moderate', from: 15, to: 21 },
        { id: 'severe', from: 22, to: 28 },
      ],
      ...seen('isi', 'MHVISI'),
    },
  ],
  flags: [],
  change: [
    { id: 'important-6', kind: 'important', label: '6 points', points: 6, ...seen('isi', 'ISIMID') },
    {
      id: 'moderate-improvement',
      kind: 'important',
      label: 'Mean fall where an assessor saw moderate improvement: 8.4 points',
      points: 8.4,
      ...seen('isi', 'MORIN11'),
    },
  ],
  outcomes: [
    {
      id: 'isi-7',
      label: 'Remission at 7 or lower; response at half of the baseline (a convention of this library)',
      instrument: 'isi',
      response: { percent: 50, ...known('outcome') },
      remission: { is: 'at-most', value: 7, ...seenIn('isi', 'ISIMID', 'MORIN11') },
    },
  ],
  codes: [],
  licence: {
    status: 'Copyright Morin; even public health services use it by permission.',
    wording: 'no',
    ...seen('isi', 'MHVISI'),
  },
  notes: [
    {
      text: 'Copies print the items after the fourth in different orders; the sum does not depend on it, an answer filed by its number does. The order here is that of the copy cited.',
      ...seen('isi', 'MHVISI'),
    },
    generalHalf(),
    {
      text: 'No LOINC code was verified for it; two codes offered in public repositories fail the check digit. None is shipped.',
      ...known('isi'),
    },
  ],
  sources: seenIn('isi', 'MHVISI', 'MORIN11').sources,
}))

/**
 * Five items on well-being: the total is the percentage, the raw sum a subscale.
 *
 * The one published figure of change and the cut-off for likely depression are given on 0 to 100, and a series is read by
 * its total, so the percentage is the total. The raw sum of 0 to 25, which the other cut-off uses, stands beside it.
 */
export const who5 = /* @__PURE__ */ instrument(() => ({
  id: 'who-5',
  title: 'WHO-5 well-being index, percentage',
  version: '5 items, total 0 to 100',
  measures: 'Well-being',
  rater: 'self',
  recall: { label: 'the past 2 weeks', days: 14 },
  worse: 'lower',
  items: items(upTo(5), ['good mood', 'calm', 'energy', 'rested on waking', 'interest in the day']),
  scoring: { kind: 'sum', of: ids(5), times: 4 },
  range: { least: 0, most: 100 },
  missing: noneFilled('who-5'),
  subscales: [
    {
      id: 'raw',
      label: 'Raw sum',
      scoring: { kind: 'sum', of: ids(5) },
      range: { least: 0, most: 25 },
      ...seenIn('who-5', 'VALANT5', 'PSYT5'),
    },
  ],
  bandSets: [],
  flags: [
    {
      id: 'low-wellbeing',
      kind: 'screen',
      label: 'Low well-being: raw sum below 13, a percentage of 50 or lower',
      when: { kind: 'total', of: 'raw', is: 'at-most', value: 12 },
      actions: ['Assess for depression.'],
      ...seenIn('who-5', 'VALANT5', 'PSYT5'),
    },
    {
      id: 'likely-depression',
      kind: 'screen',
      label: 'Likely depression: percentage of 28 or lower',
      when: { kind: 'total', is: 'at-most', value: 28 },
      actions: ['Assess for depression.'],
      ...seen('who-5', 'CONV5'),
    },
  ],
  change: [
    {
      id: 'important-10',
      kind: 'important',
      label: '10 points of the percentage',
      points: 10,
      ...seenIn('who-5', 'VALANT5', 'PSYT5'),
    },
  ],
  outcomes: [],
  codes: [],
  licence: {
    status:
      'WHO; one open scoring project marks it as needing a licence, the edition of 2024 is known to be CC BY-NC-SA 3.0 IGO.',
    wording: 'no',
    ...seen('who-5', 'AWELL', 'src/scores/who_5'),
  },
  notes: [
    { text: 'Higher is better: 5 is “all of the time”.', ...seen('who-5', 'PSYT5') },
    {
      text: 'A LOINC answer list that looks alike (LL5264-8) runs the other way and belongs to another survey.',
      ...known('who-5'),
    },
    {
      text: 'The total here is the percentage, four times the raw sum. A form that states the raw sum as its total disagrees with it and is reported as a conflict.',
      ...known('who-5'),
    },
    {
      text: 'The terms of the edition of 2024 are known and were not seen. No LOINC code was verified; none is shipped.',
      ...known('who-5', 'WHO24'),
    },
  ],
  sources: seenIn('who-5', 'VALANT5', 'PSYT5').sources,
}))

const anyOf = (last: number, value: number): Test => ({
  kind: 'any',
  of: ids(last).map((item): Test => ({ kind: 'item', item, is: 'at-least', value })),
})

/** Work, social life, family; and days. */
export const sds = /* @__PURE__ */ instrument(() => ({
  id: 'sds',
  title: 'Sheehan Disability Scale',
  version: '3 scored items and 2 counts of days',
  measures: 'Impairment of work, social life and family life',
  rater: 'self',
  recall: { label: 'the past week', days: 7 },
  worse: 'higher',
  items: items(
    upTo(10),
    ['work or school', 'social life', 'family life and home', 'days lost', 'days of little use'],
    {
      q4: { values: upTo(7), unscored: true },
      q5: { values: upTo(7), unscored: true },
    },
  ),
  scoring: { kind: 'sum', of: ids(3) },
  range: { least: 0, most: 30 },
  missing: {
    id: 'complete-only',
    atMost: 0,
    text: 'Nothing is filled. Where work is not applicable there is no total; the other two items are read alone.',
    ...seen('sds', 'PSYCSDS'),
  },
  subscales: [],
  bandSets: [],
  flags: [
    {
      id: 'impaired',
      kind: 'screen',
      label: 'Impaired: 5 or more on any of the three',
      when: anyOf(3, 5),
      ...seen('sds', 'PSYCSDS'),
    },
  ],
  change: [
    {
      id: 'response-12',
      kind: 'end-point',
      label: 'Response as trials named it: a total of 12 or lower',
      points: 12,
      ...known('sds'),
    },
    {
      id: 'remission-6',
      kind: 'end-point',
      label: 'Remission as trials named it: a total of 6 or lower',
      points: 6,
      ...known('sds'),
    },
  ],
  outcomes: [],
  codes: [],
  licence: {
    status: 'An executed licence is required, with fees.',
    wording: 'no',
    ...seen('sds', 'HARMSDS'),
  },
  notes: [
    {
      text: 'Response (12 or lower) and remission (6 or lower) are totals, not parts of a baseline: they stand among the figures of change, and no definition of an outcome is shipped.',
      ...known('sds'),
    },
    {
      text: 'The counts of days are kept and never scored; their values are the days of a week.',
      ...seen('sds', 'BRAINSDS'),
    },
    {
      text: 'The Global Assessment of Functioning is left out: its owner refused permission and its manual dropped it.',
      ...seen('gaf', 'CAMCOPS', 'docs/source/tasks/gaf.rst'),
    },
  ],
  sources: seenIn('sds', 'PSYCSDS', 'BRAINSDS').sources,
}))

/** A profile of five digits and a line; no number is made. */
export const eq5d5l = /* @__PURE__ */ instrument(() => ({
  id: 'eq-5d-5l',
  title: 'EQ-5D-5L, profile and line',
  version: '5 levels',
  measures: 'Health-related quality of life today',
  rater: 'self',
  recall: { label: 'today' },
  worse: 'neither',
  items: items(
    upTo(5, 1),
    [
      'mobility',
      'self-care',
      'usual activities',
      'pain or discomfort',
      'anxiety or depression',
      'health today on a line',
    ],
    { q6: { values: upTo(100), unscored: true } },
  ),
  scoring: { kind: 'none' },
  missing: noneFilled('eq-5d-5l'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'EuroQol; no use, reproduction or publication without consent.',
    wording: 'no',
    ...seen('eq-5d-5l', 'CAMCOPS', 'docs/source/tasks/eq5d5l.rst'),
  },
  notes: [
    {
      text: 'The five digits are levels in five directions (1 no problem, 5 the worst) and are never added. An index needs the value set of a country, which is not shipped.',
      ...seenIn('eq-5d-5l', 'EUROQOL', 'EUROQOLV'),
    },
    {
      text: 'The line runs the other way: 100 is the best health the person can imagine.',
      ...seen('eq-5d-5l', 'EUROQOLV'),
    },
  ],
  sources: seenIn('eq-5d-5l', 'EUROQOL', 'EQDIM').sources,
}))

const notPercent = (text: string) => ({
  text: `${text} It is a value of one rating and no part of a baseline, so it stands among the figures of change, and no definition of an outcome is shipped.`,
  ...known('cgi', 'GUY76'),
})

const oneRating = { q1: { notAssessed: 0 } } as const

/** How ill, compared with others of the same diagnosis. */
export const cgiS = /* @__PURE__ */ instrument(() => ({
  id: 'cgi-s',
  title: 'Clinical Global Impression, severity',
  version: '1 to 7',
  measures: 'Severity of illness at the moment',
  rater: 'clinician',
  recall: { label: 'at the time of the rating' },
  worse: 'higher',
  items: items(upTo(7, 1), ['severity of illness'], oneRating),
  scoring: { kind: 'sum', of: ['q1'] },
  range: { least: 1, most: 7 },
  missing: noneFilled('cgi'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [
    {
      id: 'remission-2',
      kind: 'end-point',
      label: 'Remission: a rating of 2 or lower',
      points: 2,
      ...known('cgi', 'GUY76'),
    },
  ],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Work of the US government (ECDEU manual, 1976).',
    wording: 'yes',
    ...seen('cgi', 'CAMCOPS', 'docs/source/tasks/cgi.rst'),
  },
  notes: [
    { text: '0 is “not assessed” and counts as no answer.', ...known('cgi', 'GUY76') },
    notPercent('Remission is a rating of 2 or lower.'),
  ],
  sources: [...seen('cgi', 'HYPERCGI').sources, recall('measure-cgi', 'K', 'GUY76')],
}))

/** How much has changed since the beginning of the treatment. */
export const cgiI = /* @__PURE__ */ instrument(() => ({
  id: 'cgi-i',
  title: 'Clinical Global Impression, improvement',
  version: '1 to 7',
  measures: 'Change since the beginning of the treatment',
  rater: 'clinician',
  recall: { label: 'since the baseline' },
  worse: 'higher',
  items: items(upTo(7, 1), ['change since the baseline'], oneRating),
  scoring: { kind: 'sum', of: ['q1'] },
  range: { least: 1, most: 7 },
  missing: noneFilled('cgi'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [
    {
      id: 'response-2',
      kind: 'end-point',
      label: 'Response: a rating of 2 (much improved) or lower',
      points: 2,
      ...known('cgi', 'GUY76'),
    },
  ],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Work of the US government (ECDEU manual, 1976).',
    wording: 'yes',
    ...seen('cgi', 'CAMCOPS', 'docs/source/tasks/cgi.rst'),
  },
  notes: [
    { text: '0 is “not assessed” and counts as no answer.', ...known('cgi', 'GUY76') },
    {
      text: 'The rating is itself a change: 1 very much improved, 4 no change, 7 very much worse. A change of it from one visit to another is not read.',
      ...seen('cgi', 'HYPERCGI'),
    },
    notPercent('Response is a rating of 2 or lower.'),
  ],
  sources: [...seen('cgi', 'HYPERCGI').sources, recall('measure-cgi', 'K', 'GUY76')],
}))
