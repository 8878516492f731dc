/** Scales of anxiety and of what follows a trauma. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { Flag, Instrument, Licence, Subscale, Test } from '../../kernel/instrument.ts'
import { phqAnswers, phqLicence } from './depression.ts'
import {
  bands,
  ids,
  instrument,
  itemIs,
  items,
  known,
  noneFilled,
  oneItem,
  seen,
  seenIn,
  totalFrom,
  upTo,
} from './instrument.ts'

/** In the order of the form: the sixth is irritability, the seventh fear. */
const gadLoinc = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7']

/** Seven items on anxiety. */
export const gad7 = /* @__PURE__ */ instrument(() => ({
  id: 'gad-7',
  title: 'Generalised Anxiety Disorder scale, 7 items',
  version: '7 items',
  measures: 'Symptoms of anxiety',
  rater: 'self',
  recall: { label: 'last two weeks', days: 14 },
  worse: 'higher',
  items: items(
    upTo(3),
    [
      'nervousness',
      'control of worry',
      'amount of worry',
      'relaxing',
      'restlessness',
      'irritability',
      'fear',
    ],
    Object.fromEntries(gadLoinc.map((loinc, at) => [`q${at + 1}`, { loinc, answers: phqAnswers() }])),
  ),
  scoring: { kind: 'sum', of: ids(7) },
  range: { least: 0, most: 21 },
  missing: {
    id: 'mean-of-up-to-2',
    atMost: 2,
    text: 'One or two blank answers are filled with the mean of the others; with more there is no total. The rule is taken over from the PHQ-9 and is a convention of this library.',
    convention: true,
    ...known('gad-7', 'NHSTT'),
  },
  subscales: [],
  bandSets: [
    {
      id: 'gad-7-spitzer',
      label: 'Bands of the scale',
      bands: bands(21, ['minimal', 0], ['mild', 5], ['moderate', 10], ['severe', 15]),
      ...seen('gad-7', 'AWELL', 'src/scores/GAD_7'),
    },
  ],
  flags: [
    {
      id: 'screen-positive',
      kind: 'screen',
      label: 'Total of 10 or more: positive as a screen',
      when: totalFrom(10),
      ...seen('gad-7', 'CAMCOPS', 'docs/source/tasks/gad7.rst'),
    },
    {
      id: 'nhs-caseness',
      kind: 'screen',
      label: 'Total of 8 or more: a case as NHS Talking Therapies counts',
      when: totalFrom(8),
      ...known('gad-7', 'NHSTT'),
    },
  ],
  change: [
    {
      id: 'important-bauer-staeb-points',
      kind: 'important',
      label: '3.3 points',
      points: 3.3,
      ...seen('gad-7', 'BAUERSTAEB21'),
    },
    {
      id: 'important-bauer-staeb-percent',
      kind: 'important',
      label: '28 % of the baseline',
      percent: 28,
      ...seen('gad-7', 'BAUERSTAEB21'),
    },
    {
      id: 'important-toussaint',
      kind: 'important',
      label: '4 points',
      points: 4,
      ...known('gad-7', 'TOUSSAINT20'),
    },
  ],
  outcomes: [
    {
      id: 'gad-7',
      label: 'Response as a fall of half, remission below 5, both by convention',
      instrument: 'gad-7',
      response: { percent: 50, ...known('gad-7') },
      remission: { is: 'at-most', value: 4, ...known('gad-7') },
    },
  ],
  codes: [
    { system: 'loinc', of: 'panel', code: '69737-5', ...seen('gad-7', 'GADFSH') },
    { system: 'loinc', of: 'total', code: '70274-6', ...seen('gad-7', 'GADFSH') },
    { system: 'loinc', of: 'answer-list', code: 'LL358-3', ...seen('gad-7', 'LL358') },
    { system: 'snomed-ct', of: 'total', code: '445455005', ...seen('gad-7', 'NHSREPOS') },
  ],
  licence: phqLicence(),
  notes: [
    {
      text: 'Public projects exchange the LOINC codes of the sixth and the seventh item: 69689-8 is irritability, 69736-7 is fear.',
      ...seenIn('codes', 'GADFSH', 'LL358'),
    },
    {
      text: '69737-5 is the panel and 70274-6 the total; some systems send the panel code with the total.',
      ...seen('codes', 'GADFSH'),
    },
    {
      text: 'LOINC names the term of the sixth item with a recall of four weeks; panels of the GAD-7 use it all the same.',
      ...seen('gad-7', 'LL358'),
    },
  ],
  sources: [
    recall('measure-gad-7', 'K', 'SPITZER06'),
    cite('measure-gad-7', 'CAMCOPS', 'docs/source/tasks/gad7.rst'),
  ],
}))

/* @__NO_SIDE_EFFECTS__ */
function cluster(letter: 'b' | 'c' | 'd' | 'e', label: string, first: number, last: number): Subscale {
  return {
    id: `cluster-${letter}`,
    label,
    scoring: { kind: 'sum', of: ids(last, first) },
    range: { least: 0, most: 4 * (last - first + 1) },
    ...seenIn('pcl-5', 'AWELL', 'CAMCOPS', 'VAPCL'),
  }
}

/** At least so many items of a cluster at 2 or more. */
/* @__NO_SIDE_EFFECTS__ */
function symptoms(first: number, last: number, from: number): Test {
  return { kind: 'count', of: ids(last, first).map((item) => itemIs(item, 'at-least', 2)), from }
}

/* @__NO_SIDE_EFFECTS__ */
function probable(from: number): Flag {
  return {
    id: `probable-ptsd-${from}`,
    kind: 'screen',
    label: `Total of ${from} or more: probable PTSD as a screen`,
    when: totalFrom(from),
    ...seenIn('pcl-5', 'AWELL', 'CAMCOPS'),
  }
}

/* @__NO_SIDE_EFFECTS__ */
function pclForm(): Pick<
  Instrument,
  | 'version'
  | 'measures'
  | 'rater'
  | 'worse'
  | 'items'
  | 'scoring'
  | 'range'
  | 'missing'
  | 'subscales'
  | 'bandSets'
> {
  return {
    version: 'DSM-5, 20 items',
    measures: 'Symptoms after a trauma, as DSM-5 groups them',
    rater: 'self',
    worse: 'higher',
    items: items(upTo(4), [
      'intrusive memories',
      'nightmares',
      'reliving',
      'distress at reminders',
      'bodily reactions to reminders',
      'avoidance within',
      'avoidance without',
      'gaps of memory',
      'negative beliefs',
      'blame',
      'negative feelings',
      'interest',
      'detachment',
      'positive feelings',
      'irritability or aggression',
      'risk-taking',
      'vigilance',
      'startle',
      'concentration',
      'sleep',
    ]),
    scoring: { kind: 'sum', of: ids(20) },
    range: { least: 0, most: 80 },
    missing: noneFilled('pcl-5'),
    subscales: [
      cluster('b', 'Cluster B: intrusion', 1, 5),
      cluster('c', 'Cluster C: avoidance', 6, 7),
      cluster('d', 'Cluster D: thoughts and mood', 8, 14),
      cluster('e', 'Cluster E: arousal', 15, 20),
      oneItem('q12', 'anhedonia', 4, seen('pcl-5', 'CAMCOPS')),
      oneItem('q20', 'sleep', 4, seen('pcl-5', 'CAMCOPS')),
    ],
    bandSets: [],
  }
}

/* @__NO_SIDE_EFFECTS__ */
function pclLicence(): Licence {
  return {
    status: 'Work of the US Government (National Center for PTSD).',
    wording: 'yes',
    notice:
      'Weathers, Litz, Keane, Palmieri, Marx and Schnurr (2013). The PTSD Checklist for DSM-5 (PCL-5). National Center for PTSD, www.ptsd.va.gov.',
    ...seen('licence', 'CAMCOPS', 'docs/source/tasks/pcl5.rst'),
  }
}

const exposure = () => ({
  text: 'A diagnosis needs exposure to a trauma (criterion A), which the scale does not establish.',
  ...seen('pcl-5', 'AWELL', 'src/scores/pcl_5/README.md'),
})

/** Twenty items over a month. */
export const pcl5 = /* @__PURE__ */ instrument(() => ({
  id: 'pcl-5',
  title: 'PTSD Checklist for DSM-5',
  recall: { label: 'last month' },
  ...pclForm(),
  flags: [
    {
      id: 'provisional-ptsd',
      kind: 'algorithm',
      label: 'Provisional PTSD by the rule of clusters, apart from the total',
      when: {
        kind: 'all',
        of: [symptoms(1, 5, 1), symptoms(6, 7, 1), symptoms(8, 14, 2), symptoms(15, 20, 2)],
      },
      ...seenIn('pcl-5', 'AWELL', 'CAMCOPS', 'PTSDDIAG', 'VAPCL'),
    },
    probable(31),
    probable(33),
  ],
  change: [
    {
      id: 'reliable-marx',
      kind: 'reliable',
      label: '15 to 18 points, by sample',
      points: 15,
      to: 18,
      ...seen('pcl-5', 'MARX22'),
    },
    {
      id: 'end-point-marx',
      kind: 'end-point',
      label: 'A total of 28 or less',
      points: 28,
      ...seen('pcl-5', 'MARX22'),
    },
    {
      id: 'important-blanchard',
      kind: 'important',
      label: '9 to 12 points',
      points: 9,
      to: 12,
      ...seen('pcl-5', 'BLANCHARD23'),
    },
  ],
  outcomes: [],
  codes: [
    { system: 'loinc', of: 'panel', code: '101697-1', ...seen('pcl-5', 'PCLREPOS') },
    { system: 'loinc', of: 'total', code: '101698-9', ...seen('pcl-5', 'PCLREPOS') },
  ],
  licence: pclLicence(),
  notes: [
    exposure(),
    {
      text: 'The rule of clusters and the total are independent: the rule can hold at a total of 12 and fail at one of 74.',
      ...seenIn('pcl-5', 'AWELL', 'CAMCOPS'),
    },
    {
      text: 'For probable PTSD a cut-off between 31 and 33 is advised: both ends are given, each by its name.',
      ...seen('pcl-5', 'AWELL', 'src/scores/pcl_5/README.md'),
    },
    {
      text: 'A change of 5 points or less is noise. The older figures “5 reliable, 10 meaningful” came from the version for DSM-IV and are still widely copied.',
      ...seen('pcl-5', 'BLANCHARD23'),
    },
    {
      text: 'A definition of response in percent was not seen: none is shipped.',
      ...known('pcl-5'),
    },
  ],
  sources: [
    recall('measure-pcl-5', 'K', 'BLEVINS15'),
    cite('measure-pcl-5', 'CAMCOPS', 'topics of the items'),
  ],
}))

/** The same items over a week, to follow a course. */
export const pcl5Week = /* @__PURE__ */ instrument(() => ({
  id: 'pcl-5-week',
  title: 'PTSD Checklist for DSM-5, past week',
  recall: { label: 'last week', days: 7 },
  ...pclForm(),
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: pclLicence(),
  notes: [
    exposure(),
    {
      text: 'Cut-offs, figures of change, the rule of clusters and codes were seen for the form of a month only: none is shipped for the week.',
      ...known('pcl-5'),
    },
    {
      text: 'It is another instrument than the form of a month: the two make no series.',
      ...known('rules'),
    },
  ],
  sources: [cite('measure-pcl-5', 'VAWEEK')],
}))
