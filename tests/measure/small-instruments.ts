/** Instruments that exist only here: small enough to be scored in the head. @module */
import type { Instrument } from '../../src/kernel/instrument.ts'
import { markParsed, type Parsed } from '../../src/kernel/parsed.ts'

const sources = [{ fact: 'made-up', certainty: 'K', seenOn: '2026-11-22' }] as const
export const marks = { certainty: 'K', sources } as const

/** An instrument of this file. */
export function made(
  rows: Partial<Instrument> & Pick<Instrument, 'id' | 'items' | 'scoring'>,
): Parsed<Instrument> {
  return markParsed({
    format: 'ketamine-treatment/instrument/1',
    title: `The form ${rows.id}`,
    version: '1',
    measures: 'nothing',
    rater: 'self',
    recall: { label: 'a week', days: 7 },
    worse: 'higher',
    missing: { id: 'none', atMost: 0, text: 'Nothing is filled.', ...marks },
    subscales: [],
    bandSets: [],
    flags: [],
    change: [],
    outcomes: [],
    codes: [],
    licence: { status: 'made up', wording: 'no', ...marks },
    notes: [],
    sources,
    ...rows,
  })
}

const four = [0, 1, 2, 3]

/** Four items from 0 to 3; one missing item is filled; the last one is asked about by a safety flag. */
export const mood = made({
  id: 'mood',
  items: [
    {
      id: 'q1',
      label: 'gloom',
      values: four,
      answers: [
        { code: 'LA-nought', value: 0 },
        { code: 'LA-two', value: 2 },
      ],
    },
    { id: 'q2', label: 'rest', values: four },
    { id: 'q3', label: 'food', values: four },
    { id: 'q4', label: 'harm', values: four },
    { id: 'q5', label: 'trouble', values: four, unscored: true },
  ],
  scoring: { kind: 'sum', of: ['q1', 'q2', 'q3', 'q4'] },
  range: { least: 0, most: 12 },
  missing: { id: 'one-by-mean', atMost: 1, text: 'One is filled with the mean.', ...marks },
  subscales: [
    {
      id: 'body',
      label: 'Body',
      scoring: { kind: 'sum', of: ['q2', 'q3'] },
      range: { least: 0, most: 6 },
      domain: 'sleep',
      ...marks,
    },
  ],
  bandSets: [
    {
      id: 'of-the-body',
      label: 'Body',
      of: 'body',
      bands: [
        { id: 'calm', from: 0, to: 2 },
        { id: 'stirred', from: 3, to: 6 },
      ],
      ...marks,
    },
    {
      id: 'of-the-total',
      label: 'Total',
      bands: [
        { id: 'little', from: 0, to: 2 },
        { id: 'some', from: 3, to: 5 },
        { id: 'marked', from: 6, to: 12 },
      ],
      ...marks,
    },
  ],
  flags: [
    {
      id: 'harm',
      kind: 'safety',
      label: 'Harm',
      when: { kind: 'item', item: 'q4', is: 'at-least', value: 1 },
      actions: ['ask-about-harm'],
      ...marks,
    },
    {
      id: 'positive',
      kind: 'screen',
      label: 'Positive',
      when: { kind: 'total', is: 'at-least', value: 6 },
      ...marks,
    },
    {
      id: 'women',
      kind: 'screen',
      label: 'Positive, women',
      when: { kind: 'total', is: 'at-least', value: 3 },
      for: 'female',
      ...marks,
    },
  ],
})

/** Domains of which the highest counts: two items, and a pair of which one is asked. */
export const sleepless = made({
  id: 'sleepless',
  items: [
    { id: 'q1', label: 'late', values: four },
    { id: 'q2', label: 'early', values: four },
    { id: 'q3', label: 'less', values: four },
    { id: 'q4', label: 'more', values: four },
    { id: 'q5', label: 'tired', values: four },
  ],
  scoring: {
    kind: 'sum',
    of: [
      { id: 'sleep', highestOf: ['q1', 'q2'] },
      { id: 'food', highestOf: ['q3', 'q4'], oneOf: [['q3', 'q4']] },
      'q5',
    ],
  },
  range: { least: 0, most: 9 },
})

/** A mean of three, of which one may be missing; the higher the better, the second turned round. */
export const pair = made({
  id: 'pair',
  rater: 'clinician',
  worse: 'lower',
  items: [
    { id: 'q1', label: 'one', values: [0, 1, 2, 3, 4, 5] },
    { id: 'q2', label: 'two', values: [0, 1, 2, 3, 4, 5], reversed: true },
    { id: 'q3', label: 'three', values: [0, 1, 2, 3, 4, 5], notAssessed: 9 },
  ],
  scoring: { kind: 'mean', of: ['q1', 'q2', 'q3'] },
  range: { least: 0, most: 5 },
  missing: { id: 'one-by-mean', atMost: 1, text: 'One is filled with the mean.', ...marks },
})

/** Levels without a sum: a wish, a plan that is asked after a wish, and an act. */
export const ladder = made({
  id: 'ladder',
  items: [
    { id: 'q1', label: 'wish', values: [0, 1] },
    { id: 'q2', label: 'plan', values: [0, 1], notAskedIf: { item: 'q1', is: 0 } },
    { id: 'q3', label: 'act', values: [0, 1] },
  ],
  scoring: { kind: 'none' },
  triage: {
    id: 'ladder-table',
    label: 'Levels',
    levels: [
      level('act', 'high', { kind: 'item', item: 'q3', is: 'at-least', value: 1 }),
      level('plan', 'moderate', { kind: 'item', item: 'q2', is: 'at-least', value: 1 }),
      level('wish', 'low', { kind: 'item', item: 'q1', is: 'at-least', value: 1 }),
      level('none', 'none', {
        kind: 'all',
        of: ['q1', 'q2', 'q3'].map((item) => ({ kind: 'item', item, is: 'at-most', value: 0 }) as const),
      }),
    ],
    inconsistent: [
      {
        id: 'plan-without-wish',
        label: 'A plan without a wish',
        when: {
          kind: 'all',
          of: [
            { kind: 'item', item: 'q1', is: 'at-most', value: 0 },
            { kind: 'item', item: 'q2', is: 'at-least', value: 1 },
          ],
        },
      },
    ],
  },
})

type Level = NonNullable<Instrument['triage']>['levels'][number]

function level(id: string, tier: Level['tier'], when: Level['when']): Level {
  return { id, tier, when, meaning: `The level ${id}`, actions: [], ...marks }
}
