/** The screener of suicide risk: a triage, never a sum. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { Flag, Instrument, Item, Licence, Test, Triage } from '../../kernel/instrument.ts'
import { type SuicideLevel, suicideLevels } from '../suicide-levels.ts'
import { instrument, itemIs, known, noneFilled, seen, seenIn } from './instrument.ts'

const yesNo = [0, 1]
const loincYesNo = [
  { code: 'LA32-8', value: 0 },
  { code: 'LA33-6', value: 1 },
]

/** Scoped by LOINC to a month of thoughts and a lifetime of behaviour. */
const recentLoinc: Readonly<Record<string, string>> = {
  q1: '93246-7',
  q2: '93247-5',
  q3: '93248-3',
  q4: '93249-1',
  q5: '93250-9',
  q6: '93267-3',
  q6a: '93269-9',
}

/* @__NO_SIDE_EFFECTS__ */
function questions(withRecency: boolean): readonly Item[] {
  const afterThoughts = { item: 'q2', is: 0 } // thoughts of suicide denied: the next three are not asked
  const six: readonly Item[] = [
    { id: 'q1', label: 'wish to be dead', values: yesNo },
    { id: 'q2', label: 'non-specific thoughts', values: yesNo },
    { id: 'q3', label: 'method', values: yesNo, notAskedIf: afterThoughts },
    { id: 'q4', label: 'intent without a plan', values: yesNo, notAskedIf: afterThoughts },
    { id: 'q5', label: 'plan with intent', values: yesNo, notAskedIf: afterThoughts },
    { id: 'q6', label: 'behaviour', values: yesNo },
  ]
  const recency: Item = {
    id: 'q6a',
    label: 'behaviour within three months',
    values: yesNo,
    notAskedIf: { item: 'q6', is: 0 },
  }
  return withRecency ? [...six, recency] : six
}

const yes = (item: string): Test => itemIs(item, 'at-least', 1)
const no = (item: string): Test => itemIs(item, 'at-most', 0)

/** Which answer makes a level, with what the sources say of it on this form. */
type Rule = readonly [
  level: SuicideLevel['id'],
  when: Test,
  from?: Partial<Pick<SuicideLevel, 'meaning' | 'certainty' | 'sources'>>,
]

/** What the gates of a visit ask for by code, in their words: an instrument stands without a pack. */
const inWords = {
  'assess-suicide-risk':
    'Seek a clinician’s assessment of suicide risk and of the need for admission on the same day.',
  'watch-suicide-risk':
    'Keep the person accompanied, with precautions, until a mental-health professional has assessed the risk.',
  'plan-suicide-care': 'Plan further evaluation, a plan for crises, and a referral to outpatient care.',
  'refer-psychiatry': 'Seek a psychiatrist’s assessment.',
} as const

/* @__NO_SIDE_EFFECTS__ */
function asked({ actions }: SuicideLevel): readonly string[] {
  return actions.map((code) => inWords[code])
}

/* @__NO_SIDE_EFFECTS__ */
function triage(
  id: string,
  label: string,
  rules: readonly Rule[],
  inconsistent: Triage['inconsistent'],
): Triage {
  const table = suicideLevels()
  return {
    id,
    label,
    levels: rules.map(([level, when, from]) => {
      const { id, tier, meaning, certainty, sources } = table[level]
      return { id, tier, meaning, when, actions: asked(table[level]), certainty, sources, ...from }
    }),
    inconsistent,
  }
}

const thoughtsDenied = () => ({
  id: 'thoughts-denied',
  label: 'Thoughts of suicide denied, yet a method, intent or a plan reported',
  when: { kind: 'all', of: [no('q2'), { kind: 'any', of: ['q3', 'q4', 'q5'].map(yes) }] } as const,
})

const behaviourDenied = () => ({
  id: 'behaviour-denied',
  label: 'Behaviour denied, yet behaviour within three months reported',
  when: { kind: 'all', of: [no('q6'), yes('q6a')] } as const,
})

const flag = (of: readonly string[]): Flag => ({
  id: 'suicidality',
  kind: 'safety',
  label: 'Any answer of the screen is yes',
  when: { kind: 'any', of: of.map(yes) },
  actions: ['Look at the level of the triage, and at what it asks for.'],
  ...seen('c-ssrs-screener', 'CSSRST'),
})

const all = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'] as const

/** The split of low and moderate is not of the authors: others print it, and print others. */
const split = () => ({
  certainty: 'K' as const,
  sources: [
    recall('pre-cssrs-moderate-low', 'K', 'CSSRST'),
    cite('measure-c-ssrs-screener', 'GDL2'),
    cite('measure-c-ssrs-screener', 'PSYCHBRIDGE'),
    cite('measure-c-ssrs-screener', 'RULA'),
  ],
})

/* @__NO_SIDE_EFFECTS__ */
function form(): Pick<
  Instrument,
  'measures' | 'rater' | 'worse' | 'scoring' | 'missing' | 'subscales' | 'bandSets' | 'change' | 'outcomes'
> {
  return {
    measures: 'Suicidal thoughts and behaviour',
    rater: 'clinician',
    worse: 'higher',
    scoring: { kind: 'none' },
    missing: noneFilled('c-ssrs-screener'),
    subscales: [],
    bandSets: [],
    change: [],
    outcomes: [],
  }
}

/* @__NO_SIDE_EFFECTS__ */
function licence(): Licence {
  return {
    status:
      'Copyright the Research Foundation for Mental Hygiene. Columbia asks no cost or licence of health providers who build it into a record; its wording may not be altered. No wording is shipped without written consent.',
    wording: 'no',
    ...seenIn('licence', 'CSSRSWEB', 'SPIER'),
  }
}

const noSum = () => ({
  text: 'No sum of its answers exists; sites that add them up to 6 made that score themselves.',
  ...seenIn('c-ssrs-screener', 'CSSRSWEB', 'RULA'),
})

const namedTable = () => ({
  text: 'The authors name the highest answers only. Which others are low and which moderate differs from site to site; this table is named in every answer.',
  ...seen('c-ssrs-screener', 'CSSRST'),
})

const notABar = () => ({
  text: 'In ketamine work a high answer has been both a condition of entry and a reason for exclusion: it asks for a clinician on the same day and bars nothing by itself.',
  certainty: 'S' as const,
  sources: [cite('pre-cssrs-not-exclusion', 'NCTCSS')],
})

const blanks = () => ({
  text: 'A blank answer leaves a floor (“at least”), and nothing answered is never “none”. A method, intent or plan after denied thoughts is kept and marked as a conflict.',
  ...known('c-ssrs-screener'),
})

/** The screener as it is asked first: a month of thoughts, a lifetime and three months of behaviour. */
export const cssrsScreener = /* @__PURE__ */ instrument(() => ({
  id: 'c-ssrs-screener',
  title: 'Columbia Suicide Severity Rating Scale, screener, recent',
  version: 'screener, recent',
  recall: { label: 'past month; behaviour ever and within three months' },
  ...form(),
  items: questions(true).map((item) => {
    const loinc = recentLoinc[item.id]
    return { ...item, ...(loinc === undefined ? {} : { loinc }), answers: loincYesNo }
  }),
  flags: [flag([...all, 'q6a'])],
  triage: triage(
    'c-ssrs-screener-recent',
    'Highest answer: 4, 5 or behaviour within three months high (Columbia); 3 and earlier behaviour moderate, 1 and 2 low (others)',
    [
      ['behaviour-3-months', yes('q6a')],
      ['5', yes('q5')],
      ['4', yes('q4')],
      ['3', yes('q3'), split()],
      ['behaviour-lifetime', yes('q6'), split()],
      ['2', yes('q2'), split()],
      ['1', yes('q1'), split()],
      ['none', { kind: 'all', of: [...all, 'q6a'].map(no) }],
    ],
    [thoughtsDenied(), behaviourDenied()],
  ),
  codes: [
    { system: 'loinc', of: 'panel', code: '93373-9', ...seen('c-ssrs-screener', 'SPIER') },
    { system: 'loinc', of: 'level', code: '93374-7', ...seen('c-ssrs-screener', 'SPIER') },
  ],
  licence: licence(),
  notes: [
    noSum(),
    namedTable(),
    notABar(),
    blanks(),
    {
      text: 'Behaviour whose time was not said is at least moderate, and may be high: the level is then a floor.',
      ...known('c-ssrs-screener'),
    },
    {
      text: 'LOINC scopes its item codes to one month of thoughts and a lifetime of behaviour: they are not for another recall.',
      ...seen('c-ssrs-screener', 'SPIER'),
    },
    {
      text: 'The LOINC list LL5434-7 belongs to the type of ideation of the full scale (93245-9), which is another form.',
      ...seen('c-ssrs-screener', 'SPIER'),
    },
  ],
  sources: [
    recall('measure-c-ssrs-screener', 'K', 'POSNER11'),
    cite('measure-c-ssrs-screener', 'CSSRST'),
    cite('measure-c-ssrs-screener', 'CSSRSWEB'),
  ],
}))

/** The screener of a return visit. */
export const cssrsScreenerSinceLast = /* @__PURE__ */ instrument(() => ({
  id: 'c-ssrs-screener-since-last',
  title: 'Columbia Suicide Severity Rating Scale, screener, since the last contact',
  version: 'screener, since last contact',
  recall: { label: 'since the last contact' },
  ...form(),
  items: questions(false),
  flags: [flag(all)],
  triage: triage(
    'c-ssrs-screener-since-last',
    'Highest answer since the last contact: 4 or 5 high (Columbia); behaviour high, 3 moderate, 1 and 2 low (others)',
    [
      [
        'behaviour-3-months',
        yes('q6'),
        {
          meaning: 'Suicidal behaviour since the last contact, taken as within three months',
          certainty: 'K',
          sources: [
            recall('pol-cssrs-trigger', 'K', 'CSSRST'),
            cite('measure-c-ssrs-screener', 'SPIER', 'FHIR-Resources/C-SSRS'),
          ],
        },
      ],
      ['5', yes('q5')],
      ['4', yes('q4')],
      ['3', yes('q3'), split()],
      ['2', yes('q2'), split()],
      ['1', yes('q1'), split()],
      ['none', { kind: 'all', of: all.map(no) }],
    ],
    [thoughtsDenied()],
  ),
  codes: [],
  licence: licence(),
  notes: [
    noSum(),
    namedTable(),
    notABar(),
    blanks(),
    {
      text: 'Behaviour since the last contact is taken as behaviour within three months. That holds only where the last contact was not longer ago; no source was seen that says so, and the graver reading is kept.',
      ...known('c-ssrs-screener'),
    },
    {
      text: 'No LOINC code is shipped: the codes of the recent form are scoped to a month and a lifetime, and some public forms use them here all the same.',
      ...seen('c-ssrs-screener', 'SPIER'),
    },
  ],
  sources: [
    recall('measure-c-ssrs-screener', 'K', 'POSNER11'),
    cite('measure-c-ssrs-screener', 'CSSRST'),
    cite('pre-suicide-risk', 'NCTCSS'),
  ],
}))

/** The screener of a whole life: what it holds is history. */
export const cssrsScreenerLifetime = /* @__PURE__ */ instrument(() => ({
  id: 'c-ssrs-screener-lifetime',
  title: 'Columbia Suicide Severity Rating Scale, screener, lifetime',
  version: 'screener, lifetime',
  recall: { label: 'lifetime; behaviour also within three months' },
  ...form(),
  items: questions(true),
  flags: [
    flag([...all, 'q6a']),
    {
      id: 'behaviour-3-months',
      kind: 'safety',
      label: 'Suicidal behaviour within three months, a high answer on every form',
      when: yes('q6a'),
      actions: asked(suicideLevels()['behaviour-3-months']),
      certainty: 'S',
      sources: [cite('pre-cssrs-high', 'CSSRST')],
    },
  ],
  triage: triage(
    'c-ssrs-screener-lifetime',
    'No level: thoughts of a whole life say nothing of today',
    [],
    [thoughtsDenied(), behaviourDenied()],
  ),
  codes: [],
  licence: licence(),
  notes: [
    noSum(),
    {
      text: 'No level is given: the high answers of the authors are thoughts of the past month and behaviour of three months, so thoughts of an earlier time of life make no level of today.',
      ...seen('c-ssrs-screener', 'CSSRST'),
    },
    {
      text: 'A blank answer leaves its flags unknown. A method, intent or a plan after denied thoughts, and recent behaviour after denied behaviour, are kept and marked as a conflict.',
      ...known('c-ssrs-screener'),
    },
    {
      text: 'No LOINC code is shipped: the codes of the recent form are scoped to a month of thoughts.',
      ...seen('c-ssrs-screener', 'SPIER'),
    },
  ],
  sources: [recall('measure-c-ssrs-screener', 'K', 'POSNER11'), cite('measure-c-ssrs-screener', 'CSSRST')],
}))
