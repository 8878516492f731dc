/** Instruments of what was experienced, and of how thinking is felt to work. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { Subscale, Test } from '../../kernel/instrument.ts'
import { ids, instrument, items, known, noneFilled, numbered, seen, upTo } from './instrument.ts'

const part = (id: string, label: string, of: readonly number[]): Subscale => ({
  id,
  label,
  scoring: { kind: 'sum', of: of.map((item) => `q${item}`) },
  range: { least: 0, most: of.length * 5 },
  // The most of each subscale was seen; which items belong to it is taken from public files, and was not.
  certainty: 'K',
  sources: [
    cite('measure-meq-30', 'MEQSUM'),
    recall('measure-meq-30', 'K', 'MEQCODE'),
    recall('measure-meq-30', 'K', 'MEQWIKI'),
  ],
})

/** Which of the thirty items belong to which factor, in the order of the form. */
const mystical = [4, 5, 6, 9, 14, 15, 16, 18, 20, 21, 23, 24, 25, 26, 28]
const positiveMood = [2, 8, 12, 17, 27, 30]
const transcendence = [1, 7, 11, 13, 19, 22]
const ineffability = [3, 10, 29]

/** Sixty in a hundred of the most that a subscale can reach. */
const reached = (of: string, value: number): Test => ({ kind: 'total', of, is: 'at-least', value })

const topics = [
  ['positive mood', positiveMood],
  ['time and space', transcendence],
  ['beyond words', ineffability],
] as const

const topic = (item: number): string => {
  const [words] = topics.find(([, of]) => of.includes(item)) ?? ['unity, insight and sacredness']
  return `${words}, item ${item}`
}

/** Thirty items in the order of the form of their own, which is that of the longer questionnaire. */
export const meq30 = /* @__PURE__ */ instrument(() => ({
  id: 'meq-30',
  title: 'Revised Mystical Experience Questionnaire, 30 items',
  version: '30 items, numbered 1 to 30 in the order of the longer questionnaire',
  measures: 'Mystical-type experience during a session',
  rater: 'self',
  recall: { label: 'the session' },
  worse: 'neither',
  items: items(upTo(5), upTo(30, 1).map(topic)),
  scoring: { kind: 'sum', of: ids(30) },
  range: { least: 0, most: 150 },
  missing: noneFilled('meq-30'),
  subscales: [
    part('mystical', 'Mystical', mystical),
    part('positive-mood', 'Positive mood', positiveMood),
    part('transcendence', 'Transcendence of time and space', transcendence),
    part('ineffability', 'Ineffability', ineffability),
  ],
  bandSets: [],
  flags: [
    {
      id: 'complete-experience',
      kind: 'attention',
      label: '“Complete” experience: at least 60 % of the most on each of the four subscales',
      when: {
        kind: 'all',
        of: [
          reached('mystical', 45),
          reached('positive-mood', 18),
          reached('transcendence', 18),
          reached('ineffability', 9),
        ],
      },
      ...known('meq-30', 'BARRETT15'),
    },
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Copyright of the journal or its authors.',
    wording: 'no',
    ...known('meq-30', 'BARRETT15'),
  },
  notes: [
    {
      text: 'Items keep the order they have in the longer questionnaire, numbered 1 to 30; which item belongs to which factor is taken from public files (a script that scores it in a public repository, a list in another, a page of a wiki), and was not checked against the paper. Some lists sort the items by factor (15 mystical, 6 positive mood, 6 time and space, 3 ineffability) or keep the numbers of the longer questionnaire: their answers are put into this order first.',
      certainty: 'K',
      sources: ['MEQCODE', 'MEQWIKI', 'MEQLIST'].map((key) => recall('measure-meq-30', 'K', key)),
    },
    {
      text: 'It describes an experience. It is no measure of harm or benefit, and no criterion of a treatment.',
      ...known('meq-30'),
    },
  ],
  sources: [recall('measure-meq-30', 'K', 'BARRETT15'), ...seen('meq-30', 'MEQSUM').sources],
}))

/** Eight lines, their mean. */
export const edi = /* @__PURE__ */ instrument(() => ({
  id: 'edi',
  title: 'Ego-Dissolution Inventory',
  version: '8 items',
  measures: 'Ego dissolution during a session',
  rater: 'self',
  recall: { label: 'the session' },
  worse: 'neither',
  items: items(upTo(100), numbered(8)),
  scoring: { kind: 'mean', of: ids(8) },
  range: { least: 0, most: 100 },
  missing: noneFilled('edi'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status:
      'Published in an open-access journal (CC BY): wording is likely free with credit, and was not checked.',
    wording: 'no',
    ...known('edi', 'NOUR16'),
  },
  notes: [
    {
      text: 'Eight items on a visual line; that the score is their mean from 0 to 100 is known and was not seen.',
      ...known('edi', 'NOUR16'),
    },
    {
      text: 'The study asked eight more items of the opposite (ego inflation); they are not part of this score.',
      ...seen('edi', 'NOUR16'),
    },
  ],
  sources: seen('edi', 'NOUR16').sources,
}))

/** Complaints about memory, attention and language. */
export const sstics = /* @__PURE__ */ instrument(() => ({
  id: 'sstics',
  title: 'Subjective Scale to Investigate Cognition in Schizophrenia',
  version: '21 items',
  measures: 'Felt trouble with memory, attention, language and actions',
  rater: 'self',
  recall: { label: 'as the form asks (not seen)' },
  worse: 'higher',
  items: items(upTo(4), numbered(21)),
  scoring: { kind: 'sum', of: ids(21) },
  range: { least: 0, most: 84 },
  missing: noneFilled('sstics'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Copyright of the journal or its authors.',
    wording: 'no',
    ...known('sstics', 'STIP03'),
  },
  notes: [
    {
      text: 'Made for people with schizophrenia: 21 items of a Likert type were seen, their values (0 to 4, total 0 to 84) are known and were not seen.',
      ...known('sstics', 'STIP03'),
    },
    {
      text: 'It asks how thinking is felt to work and does not test it.',
      ...seen('sstics', 'STIP03'),
    },
  ],
  sources: seen('sstics', 'STIP03').sources,
}))
