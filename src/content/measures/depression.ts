/** Scales of depression. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { Domain, Flag, Instrument, Item, Licence, OutcomeDefinition } from '../../kernel/instrument.ts'
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
import { depressionCourse, halved } from './outcome.ts'

const twoWeeks = { label: 'last two weeks', days: 14 }
const week = { label: 'last seven days', days: 7 }

/** The LOINC answers of the PHQ family; the GAD-7 has the same. */
/* @__NO_SIDE_EFFECTS__ */
export function phqAnswers(): NonNullable<Item['answers']> {
  return ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'].map((code, value) => ({ code, value }))
}

const phqTopics = [
  'interest',
  'mood',
  'sleep',
  'energy',
  'appetite',
  'self-worth',
  'concentration',
  'slowness or restlessness',
  'death or self-harm',
]

/** In the order of the form, which is not the order of the numbers. */
const phqLoinc = [
  '44250-9',
  '44255-8',
  '44259-0',
  '44254-1',
  '44251-7',
  '44258-2',
  '44252-5',
  '44253-3',
  '44260-8',
]

/* @__NO_SIDE_EFFECTS__ */
function phqItems(count: number): readonly Item[] {
  const coded = phqLoinc.map((loinc, at) => [`q${at + 1}`, { loinc, answers: phqAnswers() }])
  return items(upTo(3), phqTopics.slice(0, count), Object.fromEntries(coded))
}

/** The same without codes: whether the form uses the items of the PHQ-9 in LOINC was not seen. */
/* @__NO_SIDE_EFFECTS__ */
function phqItemsUncoded(count: number): readonly Item[] {
  return items(upTo(3), phqTopics.slice(0, count))
}

/** The notice that goes with the words of the PHQ and the GAD-7. */
export const phqNotice =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.'

/** Pfizer’s terms. */
/* @__NO_SIDE_EFFECTS__ */
export function phqLicence(): Licence {
  return {
    status:
      'Copyright Pfizer Inc.; no permission is needed to reproduce, translate, display or distribute it.',
    wording: 'yes',
    notice: phqNotice,
    ...seenIn('licence', 'USCOREPHQ', 'CAMCOPS', 'OPENEHR'),
  }
}

/** A suicide item above its lowest value, whatever the total says. */
/* @__NO_SIDE_EFFECTS__ */
function suicidality(item: string, from: Pick<Flag, 'certainty' | 'sources'>): Flag {
  return {
    id: 'suicidality',
    kind: 'safety',
    label: 'Item on death, suicide or self-harm above its lowest value',
    when: itemIs(item, 'at-least', 1),
    actions: ['Assess suicide risk further, whatever the total says.'],
    ...from,
  }
}

/* @__NO_SIDE_EFFECTS__ */
function positive(from: number, source: Pick<Flag, 'certainty' | 'sources'>, id = 'screen-positive'): Flag {
  return {
    id,
    kind: 'screen',
    label: `Total of ${from} or more: positive as a screen`,
    when: totalFrom(from),
    ...source,
  }
}

const upToTwo =
  'One or two blank answers are filled with the mean of the others; with more there is no total.'

/* @__NO_SIDE_EFFECTS__ */
function phqBands(most: number): Instrument['bandSets'][number]['bands'] {
  return bands(most, ['minimal', 0], ['mild', 5], ['moderate', 10], ['moderately-severe', 15], ['severe', 20])
}

/** How many of the nine count as the manual counts them: at 2 or more, the last at 1 or more. */
/* @__NO_SIDE_EFFECTS__ */
function phqSyndrome(id: string, label: string, from: number, to?: number): Flag {
  const core = ['q1', 'q2'].map((item) => itemIs(item, 'at-least', 2))
  const others = ids(8, 3).map((item) => itemIs(item, 'at-least', 2))
  const of = [...core, ...others, itemIs('q9', 'at-least', 1)]
  return {
    id,
    kind: 'algorithm',
    label,
    when: {
      kind: 'all',
      of: [
        { kind: 'any', of: core },
        { kind: 'count', of, from, ...(to === undefined ? {} : { to }) },
      ],
    },
    ...seen('phq-9', 'CAMCOPS', 'server/camcops_server/tasks/phq9.py'),
  }
}

/** Nine items; its last item is about death and self-harm. */
export const phq9 = /* @__PURE__ */ instrument(() => ({
  id: 'phq-9',
  title: 'Patient Health Questionnaire, 9 items',
  version: '9 items',
  measures: 'Symptoms of depression',
  rater: 'self',
  recall: twoWeeks,
  worse: 'higher',
  items: [
    ...phqItems(9),
    {
      id: 'q10',
      label: 'difficulty in daily life',
      values: upTo(3),
      unscored: true,
      loinc: '69722-7',
      answers: ['LA6572-7', 'LA6573-5', 'LA6575-0', 'LA6574-3'].map((code, value) => ({ code, value })),
    },
  ],
  scoring: { kind: 'sum', of: ids(9) },
  range: { least: 0, most: 27 },
  missing: { id: 'mean-of-up-to-2', atMost: 2, text: upToTwo, ...seen('phq-9', 'NHSPHQ') },
  subscales: [
    oneItem('q1', 'anhedonia', 3, seen('phq-9', 'CAMCOPS')),
    oneItem('q3', 'sleep', 3, seen('phq-9', 'CAMCOPS')),
    oneItem('q9', 'suicidality', 3, seen('phq-9', 'CAMCOPS')),
  ],
  bandSets: [
    {
      id: 'phq-9-kroenke',
      label: 'Bands of the questionnaire, as LOINC and the NHS print them',
      bands: phqBands(27),
      ...seenIn('phq-9', 'LL382', 'NHSPHQ'),
    },
  ],
  flags: [
    suicidality('q9', seenIn('phq-9', 'NHSPHQ', 'CAMCOPS')),
    positive(10, seen('phq-9', 'CAMCOPS')),
    phqSyndrome('major-depression', 'Major depressive syndrome by the count of items', 5),
    phqSyndrome('other-depression', 'Other depressive syndrome by the count of items', 2, 4),
  ],
  change: [
    {
      id: 'important-kounali-percent',
      kind: 'important',
      label: 'About a fifth of the baseline',
      percent: 20,
      ...seen('phq-9', 'KOUNALI22'),
    },
    {
      id: 'important-kounali-points',
      kind: 'important',
      label: '1.7 points',
      points: 1.7,
      ...seen('phq-9', 'KOUNALI22'),
    },
    {
      id: 'important-bauer-staeb',
      kind: 'important',
      label: '3.7 points on average; from 0 to 14 by baseline',
      points: 3.7,
      ...seen('phq-9', 'BAUERSTAEB21'),
    },
    {
      id: 'important-loewe',
      kind: 'important',
      label: '5 points',
      points: 5,
      ...known('phq-9', 'LOEWE04'),
    },
    {
      id: 'reliable-nhs',
      kind: 'reliable',
      label: '6 points or more',
      points: 6,
      ...known('phq-9', 'NHSTT'),
    },
  ],
  outcomes: [
    {
      id: 'phq-9',
      label: 'Response as a fall of half, remission below 5',
      instrument: 'phq-9',
      response: halved(cite('measure-phq-9', 'SUSTAIN3', 'table 3')),
      remission: { is: 'at-most', value: 4, ...seenIn('phq-9', 'SUSTAIN3', 'HEDIS') },
      ...depressionCourse(),
    },
  ],
  codes: [
    { system: 'loinc', of: 'panel', code: '44249-1', ...seenIn('phq-9', 'LFORMS', 'SPIER') },
    { system: 'loinc', of: 'total', code: '44261-6', ...seenIn('phq-9', 'LFORMS', 'SPIER') },
    { system: 'loinc', of: 'answer-list', code: 'LL358-3', ...seen('phq-9', 'LL358') },
    { system: 'snomed-ct', of: 'total', code: '720433000', ...seen('phq-9', 'NHSREPOS') },
  ],
  licence: phqLicence(),
  notes: [
    {
      text: 'In LOINC the numbers of the items do not run in the order of the form: the third item is 44259-0, the fourth 44254-1, the fifth 44251-7, the sixth 44258-2.',
      ...seen('phq-9', 'LFORMS'),
    },
    {
      text: '44249-1 is the panel and 44261-6 the total; some systems send the panel code with the total.',
      ...seenIn('codes', 'LFORMS', 'SPIER'),
    },
    {
      text: 'The answers to the question on difficulty run LA6572-7, LA6573-5, LA6575-0, LA6574-3: the last two are not in the order of their numbers. It is in no sum.',
      ...seen('phq-9', 'LL359'),
    },
    {
      text: 'The text of the LOINC term begins the lowest band at 1 and leaves 0 without a name.',
      ...seen('phq-9', 'LNPHQ'),
    },
    {
      text: 'A quality programme in Minnesota takes no total with decimals. Here a filled total is rounded half up, and the number before rounding is kept.',
      ...seen('rules', 'MNCM'),
    },
    {
      text: 'The algorithm counts symptoms of one fortnight. It makes no diagnosis.',
      ...known('phq-9', 'KROENKE01'),
    },
  ],
  sources: [
    recall('measure-phq-9', 'K', 'KROENKE01'),
    cite('measure-phq-9', 'CAMCOPS', 'topics of the items'),
  ],
}))

/** The PHQ-9 without its last item. */
export const phq8 = /* @__PURE__ */ instrument(() => ({
  id: 'phq-8',
  title: 'Patient Health Questionnaire, 8 items',
  version: '8 items',
  measures: 'Symptoms of depression, without the item on death and self-harm',
  rater: 'self',
  recall: twoWeeks,
  worse: 'higher',
  items: phqItemsUncoded(8),
  scoring: { kind: 'sum', of: ids(8) },
  range: { least: 0, most: 24 },
  missing: noneFilled('phq-8'),
  subscales: [
    oneItem('q1', 'anhedonia', 3, seen('phq-9', 'CAMCOPS')),
    oneItem('q3', 'sleep', 3, seen('phq-9', 'CAMCOPS')),
  ],
  bandSets: [
    {
      id: 'phq-8-kroenke',
      label: 'Bands of the PHQ-9, the last ending at 24',
      bands: phqBands(24),
      ...seen('phq-8', 'AWELL', 'src/scores/phq_8'),
    },
  ],
  flags: [positive(10, known('phq-8', 'KROENKE09'))],
  change: [],
  outcomes: [],
  codes: [],
  licence: phqLicence(),
  notes: [
    {
      text: 'It has no item on death and self-harm: a low total says nothing of suicidality. It is not enough as the only measure of depression here.',
      ...seen('phq-8', 'AWELL', 'src/scores/phq_8'),
    },
    {
      text: 'No LOINC code was verified, and no definition of response or remission on eight items was seen: none is shipped.',
      ...known('phq-8'),
    },
  ],
  sources: [recall('measure-phq-8', 'K', 'KROENKE09'), cite('measure-phq-8', 'AWELL', 'src/scores/phq_8')],
}))

/** The first two items of the PHQ-9, as a screen. */
export const phq2 = /* @__PURE__ */ instrument(() => ({
  id: 'phq-2',
  title: 'Patient Health Questionnaire, 2 items',
  version: '2 items',
  measures: 'Interest and mood, as a screen for depression',
  rater: 'self',
  recall: twoWeeks,
  worse: 'higher',
  items: phqItems(2),
  scoring: { kind: 'sum', of: ids(2) },
  range: { least: 0, most: 6 },
  missing: noneFilled('phq-2'),
  subscales: [oneItem('q1', 'anhedonia', 3, seen('phq-9', 'CAMCOPS'))],
  bandSets: [],
  flags: [positive(3, seen('phq-2', 'NIDACDE'))],
  change: [],
  outcomes: [],
  codes: [
    { system: 'loinc', of: 'panel', code: '55757-9', ...seen('phq-2', 'PHQ2REPOS') },
    { system: 'loinc', of: 'total', code: '55758-7', ...seen('phq-2', 'PHQ2REPOS') },
  ],
  licence: phqLicence(),
  notes: [
    {
      text: 'A cut-off of 2 finds more: 86 % of cases against 61 % with a cut-off of 3, at a lower specificity.',
      ...seen('phq-2', 'ARROLL10'),
    },
    { text: 'It has no item on death and self-harm.', ...seen('phq-2', 'NIDACDE') },
  ],
  sources: [recall('measure-phq-2', 'K', 'KROENKE03'), cite('measure-phq-2', 'NIDACDE')],
}))

const qidsSleep: Domain = { id: 'sleep', highestOf: ['q1', 'q2', 'q3', 'q4'] }

const qidsAppetite: Domain = {
  id: 'appetite-weight',
  highestOf: ['q6', 'q7', 'q8', 'q9'],
  oneOf: [
    ['q6', 'q7'],
    ['q8', 'q9'],
  ],
}

const qidsPsychomotor: Domain = { id: 'psychomotor', highestOf: ['q15', 'q16'] }

/** Sixteen items in nine domains. */
export const qidsSr16 = /* @__PURE__ */ instrument(() => ({
  id: 'qids-sr16',
  title: 'Quick Inventory of Depressive Symptomatology, self-report, 16 items',
  version: '16 items',
  measures: 'Symptoms of depression',
  rater: 'self',
  recall: { label: 'last seven days; change of weight over the last two weeks', days: 7 },
  worse: 'higher',
  items: items(upTo(3), [
    'falling asleep',
    'sleep in the night',
    'early waking',
    'long sleep',
    'mood',
    'less appetite',
    'more appetite',
    'weight lost',
    'weight gained',
    'concentration',
    'self-view',
    'suicide',
    'interest',
    'energy',
    'slowness',
    'restlessness',
  ]),
  scoring: {
    kind: 'sum',
    of: [qidsSleep, 'q5', qidsAppetite, 'q10', 'q11', 'q12', 'q13', 'q14', qidsPsychomotor],
  },
  range: { least: 0, most: 27 },
  missing: {
    id: 'domains-known',
    atMost: 0,
    text: 'A domain is known when its highest value can no longer change, or when all of it was answered: of the two pairs on appetite and weight one item each is enough. Without a domain there is no total.',
    convention: true,
    ...known('qids-sr16'),
  },
  subscales: [
    oneItem('q13', 'anhedonia', 3, seen('qids-sr16', 'IDSQIDS')),
    {
      id: 'sleep',
      label: 'Sleep, the highest of four items',
      scoring: { kind: 'sum', of: [qidsSleep] },
      range: { least: 0, most: 3 },
      domain: 'sleep',
      ...seen('qids-sr16', 'IDSQIDS'),
    },
    oneItem('q12', 'suicidality', 3, seen('qids-sr16', 'IDSQIDS')),
  ],
  bandSets: [
    {
      id: 'qids-rush',
      label: 'Bands of the authors',
      bands: bands(27, ['none', 0], ['mild', 6], ['moderate', 11], ['severe', 16], ['very-severe', 21]),
      ...seen('qids-sr16', 'IDSQIDS'),
    },
  ],
  flags: [suicidality('q12', seenIn('qids-sr16', 'IDSQIDS', 'QIDSMS'))],
  change: [],
  outcomes: [
    {
      id: 'qids-sr16',
      label: 'Response as a fall of half, remission at 5 or less',
      instrument: 'qids-sr16',
      response: halved(),
      remission: { is: 'at-most', value: 5, ...seen('qids-sr16', 'IDSQIDS', 'as STAR*D used it') },
      ...depressionCourse(),
    },
  ],
  codes: [],
  licence: {
    status:
      'Secondary sites call it free to use; the terms of its owner (UT Southwestern) were not seen, so no wording is shipped without written confirmation.',
    wording: 'no',
    ...seen('licence', 'QIDSFREE'),
  },
  notes: [
    {
      text: 'The form asks for less or for more appetite, and for weight lost or gained: a blank partner of such a pair is no missing answer.',
      ...known('qids-sr16'),
    },
    {
      text: 'The total runs to 27 and not to 48: of four domains the highest item counts once.',
      ...seenIn('qids-sr16', 'IDSQIDS', 'QIDSGUIDE', 'QIDSMS'),
    },
    {
      text: 'The version a clinician rates (QIDS-C16) is another instrument.',
      ...seen('rules', 'IDSQIDS'),
    },
    {
      text: 'On the size of a change that matters no consensus was found: none is shipped.',
      ...known('qids-sr16'),
    },
    { text: 'No LOINC code was found.', ...known('qids-sr16') },
  ],
  sources: [
    recall('measure-qids-sr16', 'K', 'RUSH03'),
    cite('measure-qids-sr16', 'IDSQIDS'),
    cite('measure-qids-sr16', 'CLIOTQ', 'order of the items'),
    cite('measure-qids-sr16', 'PSYCHBRIDGE', 'two weeks for the items on weight'),
  ],
}))

const madrsTopics = [
  'sadness seen',
  'sadness reported',
  'tension',
  'sleep',
  'appetite',
  'concentration',
  'lassitude',
  'ability to feel',
  'pessimism',
  'suicide',
]

/* @__NO_SIDE_EFFECTS__ */
function madrsForm(): Pick<
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
  | 'flags'
> {
  return {
    version: '10 items',
    measures: 'Severity of depression',
    rater: 'clinician',
    worse: 'higher',
    items: items(upTo(6), madrsTopics),
    scoring: { kind: 'sum', of: ids(10) },
    range: { least: 0, most: 60 },
    missing: {
      id: 'mean-of-1',
      atMost: 1,
      text: 'One blank item is filled with the mean of the others; with two there is no total. It is recalled from the analysis plans of esketamine trials and is a convention of this library.',
      convention: true,
      ...known('madrs', 'ESKSAP'),
    },
    subscales: [
      oneItem('q8', 'anhedonia', 6, seen('madrs', 'CLIOTM')),
      oneItem('q4', 'sleep', 6, seen('madrs', 'CLIOTM')),
      oneItem('q10', 'suicidality', 6, seen('madrs', 'CLIOTM')),
    ],
    flags: [
      // 0 and 1 are the lowest step of the item, 2 and 3 name fleeting thoughts: 1 lies between them and is not passed over.
      suicidality('q10', known('madrs', 'SUIITEMS')),
    ],
  }
}

/* @__NO_SIDE_EFFECTS__ */
function madrsLicence(): Licence {
  return {
    status:
      'Copyright; the Royal College of Psychiatrists refused to let an open project embed it in 2013, and a German data set lists it as needing a licence.',
    wording: 'no',
    ...seenIn('licence', 'CAMCOPS', 'GERMANDS'),
  }
}

/* @__NO_SIDE_EFFECTS__ */
function madrsRemission(
  value: number,
  label: string,
  from: Pick<Flag, 'certainty' | 'sources'>,
): OutcomeDefinition {
  return {
    id: `madrs-remission-${value}`,
    label,
    instrument: 'madrs',
    response: halved(),
    remission: { is: 'at-most', value, ...from },
    ...depressionCourse(),
  }
}

/** Ten items, rated by a clinician over a week. */
export const madrs = /* @__PURE__ */ instrument(() => ({
  id: 'madrs',
  title: 'Montgomery–Åsberg Depression Rating Scale',
  recall: week,
  ...madrsForm(),
  bandSets: [
    {
      id: 'madrs-cliot',
      label: 'Bands most often printed; they are not of the paper of 1979',
      bands: bands(60, ['normal', 0], ['mild', 7], ['moderate', 20], ['severe', 35]),
      ...seenIn('madrs', 'CLIOTM', 'EFONDA'),
    },
    {
      id: 'madrs-gdl',
      label: 'Bands of the common clinical models (MADRS.v1)',
      bands: bands(60, ['normal', 0], ['mild', 13], ['moderate', 20], ['severe', 35]),
      ...seen('madrs', 'GDL2'),
    },
    {
      id: 'madrs-qids-linked',
      label: 'Bands linked from the QIDS-SR in Chinese versions; 0 to 7.5 answered to its lowest band',
      bands: bands(60, ['mild', 9], ['moderate', 18], ['severe', 25], ['very-severe', 34]),
      ...seen('madrs', 'QIDSLINK'),
    },
  ],
  change: [
    {
      id: 'important-duru',
      kind: 'important',
      label: '1.6 to 1.9 points',
      points: 1.6,
      to: 1.9,
      ...known('madrs', 'DURU08'),
    },
  ],
  outcomes: [
    {
      id: 'madrs-esketamine-trials',
      label: 'Esketamine trials: remission at 12 or less, relapse as in SUSTAIN-1',
      instrument: 'madrs',
      response: halved(),
      remission: { is: 'at-most', value: 12, ...seenIn('madrs', 'SUSTAIN3', 'ASPIREREM') },
      rapidResponse: {
        percent: 50,
        withinHours: 24,
        certainty: 'K', // the hour was seen, the cut-off was not
        sources: [
          cite('measure-outcome', 'HCP-MDSI-EFF', '24 hours as the primary time point'),
          recall('measure-outcome', 'K'),
        ],
      },
      judgeFrom: {
        days: 28,
        certainty: 'S',
        sources: [
          cite('dose-esk-trd-review', 'PI19', 'section 2.2: at the end of the induction, week 4'),
          cite('resp-esk-stop', 'PI19', 'section 2.2'),
        ],
      },
      sustainedResponse: { byDay: 2, toDay: 28, excursions: 1, ...known('outcome', 'TRANSFORM') },
      consistentRemission: { visits: 2, ...seen('outcome', 'ASPIREREM') },
      relapse: {
        is: 'at-least',
        value: 22,
        visits: 2,
        apartDays: { least: 5, most: 15 },
        events: true,
        certainty: 'S',
        sources: [cite('measure-outcome', 'HCP-EFF'), recall('measure-outcome', 'K', 'DALY19')],
      },
      ...depressionCourse(),
    },
    madrsRemission(10, 'Remission at 10 or less, as in ESCAPE-TRD and KADS', {
      certainty: 'S',
      sources: [cite('resp-definition-remission', 'ESCB'), cite('resp-definition-remission', 'KADSP')],
    }),
    madrsRemission(9, 'Remission at 9 or less, the broad definition', seenIn('madrs', 'HAWLEY02', 'ZIMM04')),
    madrsRemission(4, 'Remission at 4 or less, the narrow definition', seen('madrs', 'ZIMM04')),
  ],
  codes: [],
  licence: madrsLicence(),
  notes: [
    {
      text: 'Cut-offs of remission of 4, 9, 10 and 12 are all in use. None is chosen silently: each is a definition with a name.',
      ...seenIn('madrs', 'SUSTAIN3', 'HAWLEY02', 'ZIMM04'),
    },
    {
      text: 'The self-rated MADRS-S has nine items and a total of 0 to 54. It is another instrument.',
      ...known('madrs'),
    },
    { text: 'Odd values are legal.', ...known('madrs', 'MA79') },
    {
      text: 'From which value the suicide item is flagged is a convention of this library: 0 and 1 share the lowest step, 2 and 3 name fleeting thoughts, so anything above 0 is flagged.',
      ...seen('madrs', 'SUIITEMS'),
    },
    {
      text: 'Stable remission in SUSTAIN-1 was 12 or less in at least three of the last four weeks, stable response a fall of half in each of the last two weeks without it. Neither is classified here.',
      ...seen('outcome', 'HCP-EFF'),
    },
    {
      text: 'The rule of relapse needs two assessments 5 to 15 days apart: visits once a month can never meet it, and then it cannot be assessed.',
      ...seen('outcome', 'HCP-EFF'),
    },
    { text: 'No LOINC code was found.', ...known('madrs') },
  ],
  sources: [recall('measure-madrs', 'K', 'MA79'), cite('measure-madrs', 'CLIOTM', 'order of the items')],
}))

/** The same items over one day. */
export const madrs24h = /* @__PURE__ */ instrument(() => ({
  id: 'madrs-24h',
  title: 'Montgomery–Åsberg Depression Rating Scale, recall of 24 hours',
  recall: { label: 'last 24 hours', days: 1 },
  ...madrsForm(),
  bandSets: [],
  change: [],
  outcomes: [
    {
      id: 'madrs-24h',
      label: 'Response as a fall of half, on the form of 24 hours throughout',
      instrument: 'madrs-24h',
      response: halved(),
    },
  ],
  codes: [],
  licence: madrsLicence(),
  notes: [
    {
      text: 'Sleep and appetite are its weak items: raters and patients did not think that a change of them shows within a day.',
      ...seen('rules', 'MADRS24'),
    },
    {
      text: 'It is another instrument than the form of a week: a baseline on one and a later score on the other make no series.',
      ...known('rules'),
    },
    {
      text: 'No bands, no cut-off of remission and no rule of relapse were seen for it: none is shipped.',
      ...known('madrs'),
    },
  ],
  sources: [cite('measure-rules', 'MADRS24'), cite('measure-madrs', 'CLIOTM', 'order of the items')],
}))

/** Seventeen items, rated by a clinician. */
export const hamd17 = /* @__PURE__ */ instrument(() => {
  const most = [4, 4, 4, 2, 2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2]
  const topics = [
    'mood',
    'guilt',
    'suicide',
    'early insomnia',
    'middle insomnia',
    'late insomnia',
    'work and activities',
    'slowness',
    'agitation',
    'anxiety, psychological',
    'anxiety, somatic',
    'digestion',
    'body in general',
    'sexual symptoms',
    'health worries',
    'weight',
    'insight',
  ]
  return {
    id: 'hamd-17',
    title: 'Hamilton Depression Rating Scale, 17 items',
    version: '17 items',
    measures: 'Severity of depression',
    rater: 'clinician',
    recall: { label: 'about one week', days: 7 },
    worse: 'higher',
    items: topics.map((label, at) => ({ id: `q${at + 1}`, label, values: upTo(most[at] ?? 0) })),
    scoring: { kind: 'sum', of: ids(17) },
    range: { least: 0, most: 52 },
    missing: noneFilled('hamd-17'),
    subscales: [
      {
        id: 'sleep',
        label: 'Sleep: early, middle and late insomnia',
        scoring: { kind: 'sum', of: ['q4', 'q5', 'q6'] },
        range: { least: 0, most: 6 },
        domain: 'sleep',
        ...seen('hamd-17', 'CAMCOPS'),
      },
      oneItem('q3', 'suicidality', 4, seen('hamd-17', 'CAMCOPS')),
    ],
    bandSets: [
      {
        id: 'hamd-17-zimmerman',
        label: 'Zimmerman 2013',
        bands: bands(52, ['normal', 0], ['mild', 8], ['moderate', 17], ['severe', 24]),
        ...seen('hamd-17', 'ZIMM13'),
      },
      {
        id: 'hamd-17-camcops',
        label: 'Bands of CamCOPS, after a site on rating scales',
        bands: bands(52, ['normal', 0], ['mild', 8], ['moderate', 14], ['severe', 19], ['very-severe', 23]),
        ...seen('hamd-17', 'CAMCOPS', 'server/camcops_server/tasks/hamd.py'),
      },
    ],
    flags: [suicidality('q3', seenIn('hamd-17', 'CAMCOPS', 'SUIITEMS'))],
    change: [
      {
        id: 'important-nice',
        kind: 'important',
        label: '3 points, by opinion of experts (NICE)',
        points: 3,
        ...seen('hamd-17', 'KOUNALI22', 'introduction'),
      },
      {
        id: 'important-bobo',
        kind: 'important',
        label: 'About 11 points go with “much improved” on the CGI-I',
        points: 11,
        ...seen('hamd-17', 'BOBO16'),
      },
    ],
    outcomes: [
      {
        id: 'hamd-17',
        label: 'Response as a fall of half, remission at 7 or less',
        instrument: 'hamd-17',
        response: halved(),
        remission: { is: 'at-most', value: 7, ...seen('hamd-17', 'ZIMM13') },
        ...depressionCourse(),
      },
    ],
    codes: [],
    licence: {
      status:
        'Called public domain by the NINDS common data elements; its structured interview guides (SIGH-D, GRID-HAMD) are not. No wording is shipped.',
      wording: 'no',
      ...seen('licence', 'CAMCOPS'),
    },
    notes: [
      {
        text: 'Some versions have two forms of the items on insight, weight and body: the value of the one that was used counts.',
        ...known('hamd-17'),
      },
      {
        text: 'Some forms offer 3 as “not assessed” for weight. Here the item takes 0 to 2; what was not assessed is left blank.',
        ...seen('hamd-17', 'CAMCOPS', 'server/camcops_server/tasks/hamd.py'),
      },
      {
        text: 'Items 18 to 21 of the longer form describe a type of depression and are in no sum of 17.',
        ...seen('hamd-17', 'CAMCOPS'),
      },
      {
        text: 'Loss of interest has no item of its own: it stands in work and activities with other things, so no change of anhedonia is followed.',
        ...seen('hamd-17', 'CAMCOPS'),
      },
    ],
    sources: [
      recall('measure-hamd-17', 'K', 'HAMILTON60'),
      cite('measure-hamd-17', 'CAMCOPS', 'topics and ranges of the items'),
    ],
  }
})

/** A total alone: its items belong to a publisher. */
export const bdi2 = /* @__PURE__ */ instrument(() => ({
  id: 'bdi-ii',
  title: 'Beck Depression Inventory, second edition',
  version: 'II, 21 items',
  measures: 'Symptoms of depression',
  rater: 'self',
  recall: twoWeeks,
  worse: 'higher',
  items: [],
  scoring: { kind: 'stated' },
  range: { least: 0, most: 63 },
  missing: {
    id: 'stated-total',
    atMost: 0,
    text: 'The total is taken as the licensed form gives it; no items are read.',
    convention: true,
    ...known('bdi-ii'),
  },
  subscales: [],
  bandSets: [
    {
      id: 'bdi-ii-beck',
      label: 'Bands of the manual',
      bands: bands(63, ['minimal', 0], ['mild', 14], ['moderate', 20], ['severe', 29]),
      ...seen('bdi-ii', 'DOCTORABEL'),
    },
  ],
  flags: [],
  change: [
    {
      id: 'important-kounali-percent',
      kind: 'important',
      label: '23 % of the baseline, at moderate severity',
      percent: 23,
      ...seen('bdi-ii', 'KOUNALI22'),
    },
    {
      id: 'important-kounali-points',
      kind: 'important',
      label: '3.5 points, at moderate severity',
      points: 3.5,
      ...seen('bdi-ii', 'KOUNALI22'),
    },
  ],
  outcomes: [],
  codes: [{ system: 'loinc', of: 'total', code: '89209-1', ...seen('bdi-ii', 'MIIPROM') }],
  licence: {
    status: 'Commercial (Pearson). No items are shipped.',
    wording: 'no',
    ...seen('licence', 'CAMCOPS', 'docs/source/tasks/bdi.rst'),
  },
  notes: [
    {
      text: 'Only a total is read, so its item on suicide cannot be seen here: suicidality has to be asked in another way.',
      ...seen('bdi-ii', 'CAMCOPS', 'docs/source/tasks/bdi.rst'),
    },
    {
      text: 'Two items (16 and 18) offer seven answers that count as 0 to 3.',
      ...known('bdi-ii'),
    },
  ],
  sources: [
    cite('measure-bdi-ii', 'DOCTORABEL'),
    cite('measure-bdi-ii', 'CAMCOPS', 'docs/source/tasks/bdi.rst'),
  ],
}))

/** Ten items around a birth; answers come already keyed. */
export const epds = /* @__PURE__ */ instrument(() => ({
  id: 'epds',
  title: 'Edinburgh Postnatal Depression Scale',
  version: '10 items',
  measures: 'Symptoms of depression around a birth',
  rater: 'self',
  recall: week,
  worse: 'higher',
  items: items(upTo(3), [
    'humour',
    'joy ahead',
    'self-blame',
    'worry',
    'fear',
    'coping',
    'sleep',
    'sadness',
    'crying',
    'self-harm',
  ]),
  scoring: { kind: 'sum', of: ids(10) },
  range: { least: 0, most: 30 },
  missing: noneFilled('epds'),
  subscales: [oneItem('q10', 'suicidality', 3, seen('epds', 'EPDSCOPY'))],
  bandSets: [],
  flags: [
    suicidality('q10', seen('epds', 'EPDSUSE')),
    positive(10, seenIn('epds', 'CAMCOPS', 'EPDSUSE'), 'screen-positive-10'),
    positive(13, seenIn('epds', 'CAMCOPS', 'EPDSUSE'), 'screen-positive-13'),
  ],
  change: [
    {
      id: 'reliable-matthey',
      kind: 'reliable',
      label: '4 points',
      points: 4,
      ...known('epds', 'MATTHEY04'),
    },
  ],
  outcomes: [],
  codes: [{ system: 'loinc', of: 'panel', code: '71354-5', ...seen('epds', 'EPDSREPOS') }],
  licence: {
    status:
      'Copyright the Royal College of Psychiatrists; clinicians may copy it for their own use, republication needs written permission, which an open project was refused in 2013.',
    wording: 'no',
    ...seen('licence', 'CAMCOPS', 'docs/source/tasks/epds.rst'),
  },
  notes: [
    {
      text: 'Answers are read already keyed, 0 the best: on paper items 1, 2 and 4 run from 0 to 3 and the others from 3 to 0. Turned round twice they would say the opposite.',
      ...seenIn('epds', 'EPDSUSE', 'EPDSCOPY'),
    },
    {
      text: 'Between 13.4 and 28.9 % of forms scored by hand held an error.',
      ...seen('epds', 'EPDSUSE'),
    },
    {
      text: 'The LOINC code 99046-5 is used as the total in public projects; what it means was not verified, so it is not shipped.',
      ...known('epds'),
    },
  ],
  sources: [recall('measure-epds', 'K', 'COX87'), cite('measure-epds', 'EPDSCOPY', 'order of the items')],
}))
