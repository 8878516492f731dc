/** Instruments of one visit: dissociation, sedation, recovery, side effects, mood and anxiety on a line. @module */
import { recall } from '../../kernel/evidence.ts'
import type { Flag, Licence, Test } from '../../kernel/instrument.ts'
import { ids, instrument, items, known, noneFilled, numbered, seen, seenIn, upTo } from './instrument.ts'

const atLeast = (value: number): Test => ({ kind: 'total', is: 'at-least', value })
const atMost = (value: number): Test => ({ kind: 'total', is: 'at-most', value })

const cadssLicence = (): Licence => ({
  status: 'Copyright Bremner; distributed under terms of the author.',
  wording: 'no',
  ...seen('cadss', 'PSYCHBRIDGE', '_research/scales_verbatim.md, after the analysis plan of NCT02497287'),
})

const noThreshold = () => ({
  text: 'No validated bands of severity exist. The change from the value before the dose is reported; usual times are before the dose, at 40 and at 90 minutes.',
  ...seen('cadss', 'PSYCHBRIDGE', '_research/scales_verbatim.md, after the analysis plan of NCT02497287'),
})

const noPrediction = () => ({
  text: 'It does not reliably predict the antidepressant effect.',
  ...seen('cadss', 'PSYCHBRIDGE', '_research/scales_verbatim.md, after the analysis plan of NCT02497287'),
})

const present = { label: 'at the time of asking' }
const subjective = { least: 0, most: 92 }

/** The form of the ketamine and esketamine literature. */
export const cadss23 = /* @__PURE__ */ instrument(() => ({
  id: 'cadss-23',
  title: 'Clinician-Administered Dissociative States Scale, 23 subjective items',
  version: '23 items',
  measures: 'Dissociation at the moment',
  rater: 'clinician',
  recall: present,
  worse: 'higher',
  items: items(upTo(4), numbered(23)),
  scoring: { kind: 'sum', of: ids(23) },
  range: subjective,
  missing: noneFilled('cadss'),
  subscales: [
    {
      id: 'depersonalisation',
      label: 'Depersonalisation',
      scoring: { kind: 'sum', of: ['q3', 'q4', 'q5', 'q6', 'q7', 'q20', 'q23'] },
      range: { least: 0, most: 28 },
      ...seen('cadss', 'PSYCHBRIDGE', '_research/scales_verbatim.md, after the analysis plan of NCT02497287'),
    },
    {
      id: 'derealisation',
      label: 'Derealisation',
      scoring: { kind: 'sum', of: ['q1', 'q2', ...ids(13, 8), ...ids(19, 16), 'q21'] },
      range: { least: 0, most: 52 },
      ...seen('cadss', 'PSYCHBRIDGE', '_research/scales_verbatim.md, after the analysis plan of NCT02497287'),
    },
    {
      id: 'amnesia',
      label: 'Amnesia',
      scoring: { kind: 'sum', of: ['q14', 'q15', 'q22'] },
      range: { least: 0, most: 12 },
      ...seen('cadss', 'PSYCHBRIDGE', '_research/scales_verbatim.md, after the analysis plan of NCT02497287'),
    },
  ],
  bandSets: [],
  flags: [
    {
      id: 'dissociation-present',
      kind: 'attention',
      label: 'Total above 4, used as “dissociation present” in esketamine trials',
      when: atLeast(5),
      actions: ['Compare with the value before the dose.'],
      ...known('cadss'),
    },
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: cadssLicence(),
  notes: [
    noThreshold(),
    noPrediction(),
    {
      text: 'Totals of the 23 and of the 28 items are never set side by side: they are two instruments.',
      ...seenIn('cadss', 'CADSS28', 'CADSS23'),
    },
    {
      text: 'Internal consistency (alpha) was 0.91 to 0.94.',
      ...seen('cadss', 'PSYCHBRIDGE', '_research/scales_verbatim.md, after the analysis plan of NCT02497287'),
    },
  ],
  sources: [recall('measure-cadss', 'K', 'BREMNER98'), ...seen('cadss', 'CADSS23').sources],
}))

/** With the items an observer rates. */
export const cadss28 = /* @__PURE__ */ instrument(() => ({
  id: 'cadss-28',
  title: 'Clinician-Administered Dissociative States Scale, 28 items',
  version: '28 items, subjective and observed',
  measures: 'Dissociation at the moment, as felt and as observed',
  rater: 'clinician',
  recall: present,
  worse: 'higher',
  items: items(upTo(4), numbered(28)),
  scoring: { kind: 'sum', of: ids(28) },
  range: { least: 0, most: 112 },
  missing: noneFilled('cadss'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: cadssLicence(),
  notes: [
    noThreshold(),
    noPrediction(),
    {
      text: 'The subscales and the “above 4” of trials belong to the form of 23 items and are not carried over. The form of 1998 has fewer items than this one, among them items an observer rates.',
      ...known('cadss', 'BREMNER98'),
    },
  ],
  sources: [...seen('cadss', 'CADSS28').sources, recall('measure-cadss', 'K', 'BREMNER98')],
}))

/** Six of the subjective items. */
export const cadss6 = /* @__PURE__ */ instrument(() => ({
  id: 'cadss-6',
  title: 'CADSS-6, six items of the longer form',
  version: '6 items (1, 2, 6, 7, 15 and 22 of the longer form)',
  measures: 'Dissociation at the moment',
  rater: 'clinician',
  recall: present,
  worse: 'higher',
  items: items(
    upTo(4),
    [1, 2, 6, 7, 15, 22].map((item) => `item ${item} of the longer form`),
  ),
  scoring: { kind: 'sum', of: ids(6) },
  range: { least: 0, most: 24 },
  missing: noneFilled('cadss-6'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: cadssLicence(),
  notes: [
    {
      text: 'Derived afterwards from answers to the longer form (correlation 0.91 to 0.95) and not validated by itself. No cut-off exists.',
      ...seen('cadss-6', 'RODRIGUES21'),
    },
  ],
  sources: seen('cadss-6', 'RODRIGUES21').sources,
}))

/** Alertness, in the version where 1 still answers to pain and 0 does not. */
export const moaas = /* @__PURE__ */ instrument(() => ({
  id: 'moaas',
  title:
    'Modified Observer’s Assessment of Alertness/Sedation, 5 = answers readily to the name, 0 = no answer to a painful squeeze',
  version: '0 to 5; 1 = answers only to a painful squeeze of the trapezius, 0 = no answer to it',
  measures: 'Alertness',
  rater: 'clinician',
  recall: { label: 'at the time of the look' },
  worse: 'lower',
  items: items(upTo(5), ['response to name, touch and pain']),
  scoring: { kind: 'sum', of: ['q1'] },
  range: { least: 0, most: 5 },
  missing: noneFilled('moaas'),
  subscales: [],
  bandSets: [],
  flags: [
    {
      id: 'sedation',
      kind: 'safety',
      label: 'Sedation as esketamine trials counted it: 4 or lower',
      when: atMost(4),
      actions: ['Compare with the value before the dose.', 'Watch breathing and oxygen saturation.'],
      ...known('moaas', 'PI20D'),
    },
    {
      id: 'loss-of-consciousness',
      kind: 'safety',
      label: 'Loss of consciousness as esketamine trials counted it: 0',
      when: atMost(0),
      actions: ['Look at what the emergency plan of the site asks for.'],
      ...known('moaas', 'PI19', 'section 5.1'),
    },
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Short clinical labels of a journal; only neutral paraphrase is shipped.',
    wording: 'no',
    ...known('moaas', 'CHERNIK90'),
  },
  notes: [
    {
      text: 'Versions that cannot be mixed circulate: in one 1 is “no response to prodding” and 0 “no response to pain”, another runs from 1 to 6. The version is part of this instrument; a number from another one is not a number of this one.',
      ...seenIn('moaas', 'BMCMOA', 'THXMOA', 'ASJMOA'),
    },
    {
      text: 'Reversed scales (Leiden), in which a high number is deep sedation, exist too.',
      ...known('moaas'),
    },
    {
      text: 'One copy of the US label counts any decrease from the value before the dose as sedation.',
      ...known('moaas', 'PI20D'),
    },
    { text: 'No LOINC code was found for this scale, and none is shipped.', ...known('moaas') },
  ],
  sources: [...seen('moaas', 'BMCMOA').sources, recall('measure-moaas', 'K', 'CHERNIK90')],
}))

/** Agitation above nought, sedation below it. */
export const rass = /* @__PURE__ */ instrument(() => ({
  id: 'rass',
  title: 'Richmond Agitation-Sedation Scale',
  version: '-5 to +4',
  measures: 'Agitation and sedation',
  rater: 'clinician',
  recall: { label: 'at the time of the look' },
  worse: 'neither',
  items: items(upTo(4, -5), ['agitation (above 0) or sedation (below 0)']),
  scoring: { kind: 'sum', of: ['q1'] },
  range: { least: -5, most: 4 },
  missing: noneFilled('rass'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status:
      'Short clinical labels; openEHR publishes them under CC BY-SA. Only neutral paraphrase is shipped.',
    wording: 'no',
    ...seen('rass', 'OPENEHR', 'archetype rass'),
  },
  notes: [
    {
      text: 'Both ends are bad: 0 is alert and calm, +4 combative, -5 without any answer. A change is no improvement by its sign alone.',
      ...seenIn('rass', 'OPENEHR', 'RASSS'),
    },
    {
      text: 'LOINC 54632-5, which some repositories use for it, is an item of a delirium form and not this scale. None is shipped.',
      ...known('rass'),
    },
  ],
  sources: [...seenIn('rass', 'OPENEHR', 'RASSS').sources, recall('measure-rass', 'K', 'SESSLER02')],
}))

/** A sum can hide an item at nought; the threshold is named and no more. */
const itemAtZero = (section: string, source: string): Flag => ({
  id: 'item-at-zero',
  kind: 'attention',
  label: 'An item at 0, which a sum can hide',
  when: { kind: 'any', of: ids(5).map((item): Test => ({ kind: 'item', item, is: 'at-most', value: 0 })) },
  actions: ['Look at the item itself.'],
  ...seen(section, source),
})

const nine = (section: string, label: string, ...sources: readonly string[]): Flag => ({
  id: 'total-9',
  kind: 'attention',
  label,
  when: atLeast(9),
  ...seenIn(section, ...sources),
})

const notTheObservation = (section: string, source: string) => ({
  text: 'It does not replace the observation of at least two hours after esketamine, and it was not made for ketamine sessions.',
  ...known(section, source),
})

/** With oxygen saturation, as revised in 1995. */
export const aldrete = /* @__PURE__ */ instrument(() => ({
  id: 'aldrete',
  title: 'Modified Aldrete score (1995, with oxygen saturation)',
  version: '1995, 5 items',
  measures: 'Recovery after sedation',
  rater: 'clinician',
  recall: { label: 'at the time of the look' },
  worse: 'lower',
  items: items(upTo(2), ['activity', 'respiration', 'circulation', 'consciousness', 'oxygen saturation']),
  scoring: { kind: 'sum', of: ids(5) },
  range: { least: 0, most: 10 },
  missing: noneFilled('aldrete'),
  subscales: [],
  bandSets: [],
  flags: [
    itemAtZero('aldrete', 'OPENEHR'),
    nine(
      'aldrete',
      'At or above 9, the threshold printed for leaving the first phase of recovery',
      'OPENEHR',
      'ALD',
    ),
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status:
      'Short clinical labels; openEHR publishes them under CC BY-SA. Only neutral paraphrase is shipped.',
    wording: 'no',
    ...seen('aldrete', 'OPENEHR', 'archetype modified_aldrete_score'),
  },
  notes: [
    {
      text: 'The version of 1970 has colour of the skin in the place of oxygen saturation. One public guideline sums both to 12; that is another number.',
      ...seenIn('aldrete', 'ALD', 'GDL2'),
    },
    {
      text: 'Circulation counts systolic pressure within 20 %, 20 to 49 %, or 50 % and more of the baseline; saturation counts above 92 % on room air, oxygen needed for above 90 %, or below 90 % with oxygen.',
      ...seen('aldrete', 'OPENEHR', 'archetype modified_aldrete_score'),
    },
    {
      text: 'Tables with a threshold of 8 exist as well.',
      ...seen('aldrete', 'ALDV'),
    },
    notTheObservation('aldrete', 'ALDRETE95'),
  ],
  sources: [
    ...seen('aldrete', 'OPENEHR', 'archetype modified_aldrete_score').sources,
    recall('measure-aldrete', 'K', 'ALDRETE95'),
  ],
}))

const bleedingIsTwo = () => ({
  text: 'Bleeding is an item made for surgery. After ketamine there is none, it always counts 2, and the threshold of 9 is laxer than it looks.',
  ...known('padss'),
})

/** The first form, with intake and output. */
export const padss = /* @__PURE__ */ instrument(() => ({
  id: 'padss',
  title: 'Post-Anesthetic Discharge Scoring System, first form',
  version: '5 items, with intake and output',
  measures: 'Recovery for going home after day surgery',
  rater: 'clinician',
  recall: { label: 'at the time of the look' },
  worse: 'lower',
  items: items(upTo(2), [
    'vital signs',
    'activity and mental status',
    'pain, nausea and vomiting',
    'bleeding',
    'intake and output',
  ]),
  scoring: { kind: 'sum', of: ids(5) },
  range: { least: 0, most: 10 },
  missing: noneFilled('padss'),
  subscales: [],
  bandSets: [],
  flags: [
    itemAtZero('padss', 'PADS'),
    nine('padss', 'At or above 9, the threshold printed for going home after day surgery', 'PADS', 'CHUNG95'),
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Short clinical labels of a journal; only neutral paraphrase is shipped.',
    wording: 'no',
    ...known('padss', 'CHUNG95'),
  },
  notes: [
    bleedingIsTwo(),
    {
      text: 'Vital signs count 2 within 20 %, 1 between 20 and 40 %, 0 beyond 40 % of the value before.',
      ...seen('padss', 'PADS'),
    },
    notTheObservation('padss', 'PADS'),
  ],
  sources: seenIn('padss', 'PADS', 'CHUNG95').sources,
}))

/** Without intake and output; pain and nausea apart. */
export const padssModified = /* @__PURE__ */ instrument(() => ({
  id: 'padss-modified',
  title: 'Modified Post-Anesthetic Discharge Scoring System',
  version: '5 items, without intake and output, pain and nausea apart',
  measures: 'Recovery for going home after day surgery',
  rater: 'clinician',
  recall: { label: 'at the time of the look' },
  worse: 'lower',
  items: items(upTo(2), ['vital signs', 'ambulation', 'nausea and vomiting', 'pain', 'bleeding']),
  scoring: { kind: 'sum', of: ids(5) },
  range: { least: 0, most: 10 },
  missing: noneFilled('padss'),
  subscales: [],
  bandSets: [],
  flags: [
    itemAtZero('padss', 'MDICU'),
    nine(
      'padss',
      'At or above 9, the threshold printed for going home after day surgery',
      'MDICU',
      'WJGPADSS',
    ),
  ],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Short clinical labels of a journal; only neutral paraphrase is shipped.',
    wording: 'no',
    ...known('padss', 'MPADSS'),
  },
  notes: [
    bleedingIsTwo(),
    {
      text: 'Orientation is no item of this form, and it never stands in for a look at orientation and gait.',
      ...seenIn('padss', 'MDICU', 'WJGPADSS'),
    },
    notTheObservation('padss', 'MPADSS'),
  ],
  sources: seenIn('padss', 'MPADSS', 'MDICU', 'WJGPADSS').sources,
}))

/** A structured record of side effects; it makes no number. */
export const kset = /* @__PURE__ */ instrument(() => ({
  id: 'kset',
  title: 'Ketamine Side Effect Tool',
  version: 'KSET, forms for screening, baseline, after a session and follow-up',
  measures: 'Side effects of a course of ketamine',
  rater: 'clinician',
  recall: { label: 'since the form before it' },
  worse: 'neither',
  items: [],
  scoring: { kind: 'none' },
  missing: noneFilled('kset'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: {
    status: 'Copyright of the journal or its authors.',
    wording: 'no',
    ...known('kset', 'KSET20'),
  },
  notes: [
    {
      text: 'A checklist of four forms with a rating of tolerability. No total and no cut-off were found, so none is made; what it finds is recorded as side effects.',
      ...seenIn('kset', 'KSET20', 'KSETR'),
    },
    {
      text: 'The revised form (KSET-R) is shorter and was validated for some of its items; it is another instrument.',
      ...seen('kset', 'KSETR'),
    },
    {
      text: 'An international group recommends the tool; it had then been checked for content and not against other measures.',
      ...seen('kset', 'KSET22'),
    },
    {
      text: 'Of a scale by the name of P-SERT no trace was found, and none is shipped.',
      ...known('kset'),
    },
  ],
  sources: seenIn('kset', 'KSET20', 'KSET22', 'KSETR').sources,
}))

const lineLicence = (): Licence => ({
  status: 'A line drawn by the site; nobody owns it.',
  wording: 'no',
  ...known('vas'),
})

const siteLine = (text: string) => ({
  text: `${text} The words at both ends are the site’s own. No bands exist. A line that runs the other way is another instrument.`,
  ...known('vas'),
})

/** 0 the worst mood, 100 the best. */
export const vasMood = /* @__PURE__ */ instrument(() => ({
  id: 'vas-mood',
  title: 'Mood on a line of 100 mm, 100 = best',
  version: '0 to 100 mm, higher is better',
  measures: 'Mood at the moment',
  rater: 'self',
  recall: present,
  worse: 'lower',
  items: items(upTo(100), ['mood']),
  scoring: { kind: 'sum', of: ['q1'] },
  range: { least: 0, most: 100 },
  missing: noneFilled('vas'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: lineLicence(),
  notes: [siteLine('The direction is a convention of this library: 100 is the best mood.')],
  sources: known('vas').sources,
}))

/** 0 no anxiety, 100 the most. */
export const vasAnxiety = /* @__PURE__ */ instrument(() => ({
  id: 'vas-anxiety',
  title: 'Anxiety on a line of 100 mm, 100 = most',
  version: '0 to 100 mm, higher is worse',
  measures: 'Anxiety at the moment',
  rater: 'self',
  recall: present,
  worse: 'higher',
  items: items(upTo(100), ['anxiety']),
  scoring: { kind: 'sum', of: ['q1'] },
  range: { least: 0, most: 100 },
  missing: noneFilled('vas'),
  subscales: [],
  bandSets: [],
  flags: [],
  change: [],
  outcomes: [],
  codes: [],
  licence: lineLicence(),
  notes: [siteLine('The direction is a convention of this library: 100 is the most anxiety.')],
  sources: known('vas').sources,
}))
