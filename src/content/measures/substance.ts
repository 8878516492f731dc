/** Instruments of drinking, and of the use of drugs. @module */
import type { Item, Test } from '../../kernel/instrument.ts'
import { ids, instrument, items, known, noneFilled, seen, seenIn, upTo } from './instrument.ts'

/** The codes of an answer list, for 0 and upwards. */
const list = (...codes: readonly string[]): NonNullable<Item['answers']> =>
  codes.map((code, value) => ({ code, value }))

const notAsked = { notAskedIf: { item: 'q1', is: 0 } } as const

const total = (value: number): Test => ({ kind: 'total', is: 'at-least', value })

/** The first three questions of the AUDIT. */
export const auditC = /* @__PURE__ */ instrument(() => ({
  id: 'audit-c',
  title: 'AUDIT-C, drinking',
  version: '3 items, third item of six drinks',
  measures: 'How much and how often alcohol is drunk',
  rater: 'self',
  recall: { label: 'the past year' },
  worse: 'higher',
  items: items(upTo(4), ['how often', 'how much on a typical day', 'how often six or more'], {
    q1: {
      loinc: '68518-0',
      answers: list('LA6270-8', 'LA18926-8', 'LA18927-6', 'LA18928-4', 'LA18929-2'),
    },
    q2: {
      loinc: '68519-8',
      answers: list('LA15694-5', 'LA15695-2', 'LA18930-0', 'LA18931-8', 'LA18932-6'),
      ...notAsked,
    },
    q3: {
      loinc: '68520-6',
      answers: list('LA6270-8', 'LA18933-4', 'LA18876-5', 'LA18891-4', 'LA18934-2'),
      ...notAsked,
    },
  }),
  scoring: { kind: 'sum', of: ids(3) },
  range: { least: 0, most: 12 },
  missing: {
    id: 'complete-only',
    atMost: 0,
    text: 'Nothing is filled. Somebody who never drinks is not asked the second and the third question, and the total is 0.',
    ...seen('audit-c', 'CAMCOPS', 'audit.py'),
  },
  subscales: [],
  bandSets: [],
  flags: [
    {
      id: 'unhealthy-use-men',
      kind: 'screen',
      label: 'Unhealthy use in men: 4 or more',
      for: 'male',
      when: total(4),
      ...seenIn('audit-c', 'LOINCAUD', 'HEPVA'),
    },
    {
      id: 'unhealthy-use-women',
      kind: 'screen',
      label: 'Unhealthy use in women: 3 or more',
      for: 'female',
      when: total(3),
      ...seenIn('audit-c', 'LOINCAUD', 'HEPVA'),
    },
    {
      id: 'act-at-5',
      kind: 'screen',
      label: '5 or more, where the US departments of veterans and of defense act for everybody',
      when: total(5),
      actions: ['Consider brief counselling or a referral, as that guidance does.'],
      ...seen('audit-c', 'HEPVA'),
    },
    {
      id: 'frequency-only',
      kind: 'attention',
      label: 'All points from how often: drinking is probably below the limits',
      when: {
        kind: 'all',
        of: [
          { kind: 'item', item: 'q1', is: 'at-least', value: 1 },
          { kind: 'item', item: 'q2', is: 'at-most', value: 0 },
          { kind: 'item', item: 'q3', is: 'at-most', value: 0 },
        ],
      },
      actions: ['Ask how much was drunk over the past months.'],
      ...seenIn('audit-c', 'LOINCAUD', 'HEPVA'),
    },
  ],
  change: [],
  outcomes: [],
  codes: [
    { system: 'loinc', of: 'panel', code: '72109-2', ...seen('audit-c', 'KTC') },
    { system: 'loinc', of: 'total', code: '75626-2', ...seenIn('audit-c', 'KTC', 'LOINCAUD') },
    { system: 'loinc', of: 'answer-list', code: 'LL2179-1', ...seen('audit-c', 'KTC') },
    { system: 'loinc', of: 'answer-list', code: 'LL2180-9', ...seen('audit-c', 'KTC') },
    { system: 'loinc', of: 'answer-list', code: 'LL2181-7', ...seen('audit-c', 'KTC') },
  ],
  licence: {
    status:
      'Called public domain by a US federal source; the whole AUDIT is copyright of WHO for non-commercial use. Attribution, and a check before wording is shipped.',
    wording: 'no',
    ...seen('audit-c', 'CAMCOPS', 'docs/source/tasks/audit.rst'),
  },
  notes: [
    {
      text: 'The third question has a variant of four drinks for women and for people over 65. It is another form, and its answers are not put under this id.',
      ...known('audit-c'),
    },
    {
      text: 'LOINC 75626-2 is the total of the AUDIT-C; some repositories use it for the whole AUDIT.',
      ...seen('audit-c', 'LOINCAUD'),
    },
    {
      text: 'A screen flags and never clears: a low total rules no disorder out.',
      ...known('audit-c'),
    },
  ],
  sources: seenIn('audit-c', 'LOINCAUD', 'HEPVA').sources,
}))

/** Ten questions of yes and no; the third is turned round. */
export const dast10 = /* @__PURE__ */ instrument(() => ({
  id: 'dast-10',
  title: 'Drug Abuse Screening Test, 10 items',
  version: '10 items; 1 = yes, 0 = no',
  measures: 'Problems with drugs other than alcohol and tobacco',
  rater: 'self',
  recall: { label: 'the past 12 months' },
  worse: 'higher',
  items: items(
    [0, 1],
    [
      'use beyond medical need',
      'several drugs at once',
      'able to stop at will',
      'blackouts or flashbacks',
      'guilt',
      'complaints at home',
      'neglect of the family',
      'unlawful acts',
      'withdrawal',
      'medical problems',
    ],
    { q3: { reversed: true } },
  ),
  scoring: { kind: 'sum', of: ids(10) },
  range: { least: 0, most: 10 },
  missing: noneFilled('dast-10'),
  subscales: [],
  bandSets: [
    {
      id: 'dast-10',
      label: 'Degree of problems, five stretches',
      bands: [
        { id: 'none', from: 0, to: 0 },
        { id: 'low', from: 1, to: 2 },
        { id: 'moderate', from: 3, to: 5 },
        { id: 'substantial', from: 6, to: 8 },
        { id: 'severe', from: 9, to: 10 },
      ],
      ...seen('dast-10', 'COMORB'),
    },
  ],
  flags: [],
  change: [],
  outcomes: [],
  codes: [
    { system: 'loinc', of: 'panel', code: '82666-9', ...seen('dast-10', 'SYNTHDAST') },
    { system: 'loinc', of: 'total', code: '82667-7', ...seen('dast-10', 'SYNTHDAST') },
  ],
  licence: {
    status:
      'Copyright Skinner and the Centre for Addiction and Mental Health; non-commercial use with credit.',
    wording: 'no',
    ...seen('dast-10', 'CAMCOPS', 'docs/source/tasks/dast.rst'),
  },
  notes: [
    {
      text: 'Answers are given as on the form, 1 for yes. In the third question it is “no” that counts 1.',
      ...seenIn('dast-10', 'COMORB', 'FPNDAST'),
    },
    {
      text: 'The two codes were seen with their names in a public generator of synthetic records, and not at LOINC itself.',
      ...seen('dast-10', 'SYNTHDAST'),
    },
    {
      text: 'A substance use disorder is at once a risk of this treatment and a proposed indication: the total flags, and neither clears nor excludes by itself.',
      ...known('dast-10'),
    },
  ],
  sources: seenIn('dast-10', 'COMORB', 'FPNDAST').sources,
}))
