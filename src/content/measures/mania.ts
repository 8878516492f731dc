/** Scales of mania. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import { bands, ids, instrument, items, known, noneFilled, seen, totalFrom, upTo } from './instrument.ts'

/** Five items, filled in by the person. */
export const asrm = /* @__PURE__ */ instrument(() => ({
  id: 'asrm',
  title: 'Altman Self-Rating Mania Scale',
  version: '5 items',
  measures: 'Symptoms of mania and hypomania',
  rater: 'self',
  recall: { label: 'past week', days: 7 },
  worse: 'higher',
  items: items(upTo(4), ['mood', 'self-confidence', 'need of sleep', 'speech', 'activity']),
  scoring: { kind: 'sum', of: ids(5) },
  range: { least: 0, most: 20 },
  missing: noneFilled('asrm'),
  subscales: [],
  bandSets: [],
  flags: [
    {
      id: 'mania-screen',
      kind: 'safety',
      label: 'Total of 6 or more: mania or hypomania is to be looked for',
      when: totalFrom(6),
      actions: ['Look for mania or hypomania before the next dose.'],
      ...seen('asrm', 'EFONDA'),
    },
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Copyright Elsevier; a fee was quoted to an open project.',
    wording: 'no',
    ...seen('licence', 'CAMCOPS', 'docs/source/tasks/_tasks_missing.rst'),
  },
  notes: [
    {
      text: 'Some sites number the answers 1 to 5. Here they are 0 to 4, as the cut-off needs them.',
      ...seen('asrm', 'ASRMCOPY'),
    },
  ],
  sources: [recall('measure-asrm', 'K', 'ALTMAN97'), cite('measure-asrm', 'EFONDA')],
}))

const doubled = [0, 2, 4, 6, 8]

/** Eleven items, rated by a clinician; four count double. */
export const ymrs = /* @__PURE__ */ instrument(() => ({
  id: 'ymrs',
  title: 'Young Mania Rating Scale',
  version: '11 items',
  measures: 'Severity of mania',
  rater: 'clinician',
  recall: { label: 'last 48 hours and the interview', days: 2 },
  worse: 'higher',
  items: items(
    upTo(4),
    [
      'mood',
      'activity and energy',
      'sexual interest',
      'sleep',
      'irritability',
      'speech',
      'form of thought',
      'content of thought',
      'disruptive or aggressive behaviour',
      'appearance',
      'insight',
    ],
    { q5: { values: doubled }, q6: { values: doubled }, q8: { values: doubled }, q9: { values: doubled } },
  ),
  scoring: { kind: 'sum', of: ids(11) },
  range: { least: 0, most: 60 },
  missing: noneFilled('ymrs'),
  subscales: [],
  bandSets: [
    {
      id: 'ymrs-efondamental',
      label: 'Bands of eFondaMental',
      bands: bands(60, ['minimal', 0], ['mild', 13], ['moderate', 20], ['severe', 26]),
      ...seen('ymrs', 'EFONDA'),
    },
    {
      id: 'ymrs-openehr',
      label: 'Bands of the openEHR archetype, which names nothing below 14',
      bands: bands(60, ['hypomania', 14], ['moderate', 20], ['severe', 31]),
      ...seen('ymrs', 'OPENEHR', 'ymrs'),
    },
  ],
  flags: [],
  change: [
    { id: 'remission', kind: 'end-point', label: 'A total of 12 or less', points: 12, ...known('ymrs') },
  ],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Journal copyright (Royal College of Psychiatrists); no permission was seen.',
    wording: 'no',
    ...known('licence', 'YOUNG78'),
  },
  notes: [
    {
      text: 'Items 5, 6, 8 and 9 take 0, 2, 4, 6 and 8 only.',
      ...seen('ymrs', 'OPENEHR', 'ymrs'),
    },
    {
      text: 'Published bands differ: 19 is mild in one table and hypomania in the other, 26 is severe in one and moderate in the other.',
      ...seen('ymrs', 'OPENEHR', 'ymrs'),
    },
    {
      text: 'A definition of response was not seen: none is shipped.',
      ...known('ymrs'),
    },
  ],
  sources: [
    recall('measure-ymrs', 'K', 'YOUNG78'),
    cite('measure-ymrs', 'OPENEHR', 'ymrs, topics and values of the items'),
    cite('measure-ymrs', 'HARMONY', '48 hours'),
  ],
}))
