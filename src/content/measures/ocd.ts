/** The scale of obsessions and compulsions. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { Criterion, OutcomeDefinition, Subscale } from '../../kernel/instrument.ts'
import { bands, ids, instrument, items, known, noneFilled, seen, seenIn, upTo } from './instrument.ts'

/* @__NO_SIDE_EFFECTS__ */
function half(id: string, label: string, first: number, last: number): Subscale {
  return {
    id,
    label,
    scoring: { kind: 'sum', of: ids(last, first) },
    range: { least: 0, most: 20 },
    ...seen('ybocs', 'CAMCOPS', 'server/camcops_server/tasks/ybocs.py'),
  }
}

/** In OCD a third is a response, and a quarter a partial one: not half and a quarter, as in depression. */
/* @__NO_SIDE_EFFECTS__ */
function remission(value: number, label: string, from: Criterion): OutcomeDefinition {
  return {
    id: `ybocs-${value}`,
    label,
    instrument: 'ybocs',
    response: { percent: 35, ...seen('ybocs', 'FARRIS13') },
    partialResponse: { percent: 25, ...known('ybocs', 'MATAIXCOLS16') },
    remission: { is: 'at-most', value, ...from },
  }
}

const parts = ['time', 'interference', 'distress', 'resistance', 'control']

/** Ten items, rated by a clinician. */
export const ybocs = /* @__PURE__ */ instrument(() => ({
  id: 'ybocs',
  title: 'Yale–Brown Obsessive Compulsive Scale',
  version: 'first edition, 10 items',
  measures: 'Severity of obsessions and compulsions',
  rater: 'clinician',
  recall: { label: 'past week', days: 7 },
  worse: 'higher',
  items: items(upTo(4), [
    ...parts.map((part) => `obsessions: ${part}`),
    ...parts.map((part) => `compulsions: ${part}`),
  ]),
  scoring: { kind: 'sum', of: ids(10) },
  range: { least: 0, most: 40 },
  missing: noneFilled('ybocs'),
  subscales: [half('obsessions', 'Obsessions', 1, 5), half('compulsions', 'Compulsions', 6, 10)],
  bandSets: [
    {
      id: 'ybocs-usual',
      label: 'Bands most often used',
      bands: bands(40, ['subclinical', 0], ['mild', 8], ['moderate', 16], ['severe', 24], ['extreme', 32]),
      ...seen('ybocs', 'GDL2'),
    },
    {
      id: 'ybocs-storch',
      label: 'Storch 2015, held against the CGI-S',
      bands: bands(40, ['mild', 0], ['moderate', 14], ['moderate-severe', 26], ['severe', 35]),
      ...seen('ybocs', 'STORCH15'),
    },
  ],
  flags: [],
  change: [],
  outcomes: [
    remission(
      12,
      'Response as a fall of 35 %, remission at 12 or less (consensus)',
      seen('ybocs', 'MATAIXCOLS16'),
    ),
    remission(14, 'Response as a fall of 35 %, remission at 14 or less (Farris)', seen('ybocs', 'FARRIS13')),
  ],
  codes: [],
  licence: {
    status: 'Copyright Goodman 1986; distribution needs specific authorisation.',
    wording: 'no',
    ...seen('licence', 'CAMCOPS', 'docs/source/tasks/ybocs.rst'),
  },
  notes: [
    {
      text: 'The second edition (Y-BOCS-II) runs to 50 and has other items: bands and cut-offs are never shared.',
      ...seenIn('ybocs', 'YBOCS2'),
    },
    {
      text: 'A partial response is a fall of 25 % to below 35 %, not to below 50 % as in depression.',
      ...known('ybocs', 'MATAIXCOLS16'),
    },
    {
      text: 'CamCOPS and other forms have further items (1b, 6b, 11 to 19) that are in no sum of ten.',
      ...seen('ybocs', 'CAMCOPS', 'server/camcops_server/tasks/ybocs.py'),
    },
  ],
  sources: [
    recall('measure-ybocs', 'K', 'GOODMAN89'),
    cite('measure-ybocs', 'CAMCOPS', 'topics of the items'),
  ],
}))
