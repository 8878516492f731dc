/** What exposure and time make due, and the facts it asks. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import {
  all,
  amount,
  any,
  type Condition,
  fromPolicy,
  has,
  ifRecorded,
  isNot,
  latest,
  type Measured,
  type Span,
  span,
  stated,
} from '../../kernel/rule.ts'
import { loincRecalled } from '../facts/codes.ts'
import {
  bothPacks,
  compounded,
  injection,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'
import { fromNow, type ShortRow } from '../session/row.ts'

const repeat = /* @__PURE__ */ fromPolicy('labs-repeat')
const checked = /* @__PURE__ */ fromPolicy('lasting-check-max-age')
// What was found stands until something newer is known, however old it is.
const whenever = /* @__PURE__ */ span(100, 'a')

/** A row as all of them are: labels and reviews ask to watch, and say no more. */
/* @__NO_SIDE_EFFECTS__ */
function watched(row: Omit<ShortRow, 'class'>): UnsignedRule {
  return { version: 1, class: 'caution', certainty: 'S', asked: ['exposure'], ...row }
}

/** Something was given at all. */
/* @__NO_SIDE_EFFECTS__ */
function exposed(): Condition {
  return latest('sessions-given', 'at-least', amount(1, '{n}'), fromNow)
}

/** Reported, at whatever time; that there was nothing has to be heard again. */
/* @__NO_SIDE_EFFECTS__ */
function reported(fact: string): Condition {
  return any(stated(fact), stated(fact, checked))
}

/** Above the laboratory’s own upper limit. */
/* @__NO_SIDE_EFFECTS__ */
function high(fact: string, maxAge: Span): Measured {
  return { ...latest(fact, 'above', amount(1, '1'), maxAge), relativeTo: 'upper-limit-of-normal' }
}

const liverValues = ['alt', 'alp', 'ggt']

/** The newest value is high, however old it is; that it is not has to be measured again. */
function highLiver(): Condition {
  return any(...liverValues.flatMap((fact) => [high(fact, whenever), high(fact, repeat)]), ...highIn(others))
}

const others = ['ast', 'bilirubin-total']

/** High where somebody measured it, or an injury suspected. */
function highIn(values: readonly string[]): readonly Condition[] {
  return [
    ...values.map((fact) => ifRecorded(high(fact, whenever))),
    ifRecorded(stated('liver-injury-suspected')),
  ]
}

/** No reading on record; one that is too old leaves it open. */
/* @__NO_SIDE_EFFECTS__ */
function notMeasured(fact: string): Condition {
  return isNot(ifRecorded(latest(fact, 'at-least', amount(0, 'U/L'), repeat)))
}

const notLiver = () => any(...liverValues.map(notMeasured))

const notAsked = () =>
  latest(
    'sessions-since-urinary-question',
    'at-least',
    fromPolicy('sessions-without-urinary-question'),
    fromNow,
  )

const bladderFound = 'Urinary symptoms reported in the course'
const bladderAsked = 'Urinary symptoms not asked about at the last session'
const bladderBecause =
  'Damage of the bladder by ketamine comes with frequency, urgency, pain and blood in the urine.'
const askedBecause = 'The label asks to watch for urinary symptoms over the course; it gives no interval.'
const liverFound = 'Liver values above the limit of the laboratory, or an injury suspected'
const liverTests = 'No recent liver tests'
const cognitionFound = 'Complaints about memory or thinking'
const cognitionAsked = 'Memory and thinking not looked at lately'
const cognitionMisuse =
  'Chronic misuse of ketamine has been linked with less processing speed, verbal fluency, verbal learning and memory.'
const cognitionEsketamine =
  'Over a year of esketamine the group stayed stable in thinking; slower reactions were noted in older adults.'
const dependenceFound = 'Craving, use outside the clinic or signs of withdrawal'
const dependenceAsked = 'Signs of dependence not asked about lately'
const dependenceBecause = 'Physical dependence has been reported with prolonged ketamine.'
const dependenceSources = () => [
  cite('ae-lt-dependence-label', 'PI19', 'section 9.2'),
  cite('ae-lt-discontinuation-sx', 'SMPC-DE'),
]
const urinarySources = () => [
  cite('conf-urinary-schedule', 'PI19', 'section 5.9'),
  recall('ae-lt-cystitis-monitor-detail', 'K'),
]

const bladderWhen = () => any(reported('urinary-symptoms-course'), has('bladder-disease'))
const dependenceWhen = () => any(reported('dependence-signs'), has('ketamine-misuse'))
const unchecked = (fact: string) => all(exposed(), isNot(stated(fact, checked)))

/**
 * Rows of both packs.
 *
 * None names a purpose: what they rest on speaks of exposure to ketamine, of misuse or of long medical use, and not of what
 * it was given for. Bladder, liver, thinking and dependence are watched in a course for pain as in one for depression.
 */
export const exposureRules = (): readonly UnsignedRule[] => [
  watched({
    id: 'exposure/bladder-found',
    statement: bladderFound,
    basis: 'inference', // seen in people who use it without a prescription
    scope: scope(ketamine, bothPacks),
    when: bladderWhen(),
    because: bladderBecause,
    actions: ['measure-urinalysis', 'refer-urology'],
    sources: [
      cite('ae-lt-cystitis-mechanism', 'KIC22'),
      cite('ae-lt-cystitis-mechanism', 'LUTS19'),
      cite('ae-lt-cystitis-stop', 'KIC22'),
      cite('ae-lt-cystitis-label', 'KET24', 'section 2.1'),
      recall('ae-lt-cystitis-monitor-detail', 'K'),
    ],
  }),
  watched({
    id: 'exposure/bladder-question',
    statement: bladderAsked,
    basis: 'practice',
    certainty: 'K',
    scope: scope(ketamine, bothPacks),
    when: notAsked(),
    because: 'Practice asks about urinary symptoms at each session; no source gives an interval.',
    actions: ['ask-urinary-symptoms-now'],
    sources: urinarySources(),
  }),
  watched({
    id: 'exposure/bladder-urinalysis',
    statement: 'No recent urinalysis in a long course',
    basis: 'practice',
    certainty: 'K',
    scope: scope(ketamine, bothPacks),
    when: all(
      exposed(),
      latest('months-since-first-dose', 'at-least', repeat, fromNow),
      isNot(stated('urinalysis-done')),
    ),
    because: 'A periodic urinalysis is advised with long use; how often is left to the site.',
    actions: ['measure-urinalysis'],
    sources: [recall('pol-labs-repeat', 'K', 'KET-ONA'), recall('ae-lt-cystitis-monitor-detail', 'K')],
  }),
  watched({
    id: 'exposure/liver-found',
    statement: liverFound,
    basis: 'inference', // a series of cases; the multiples of the grades are from memory
    scope: scope(ketamine, bothPacks),
    when: highLiver(),
    because:
      'Repeated or continuous medical ketamine has been linked with events of liver and bile ducts in a series of cases.',
    actions: ['measure-liver-function', 'refer-hepatology'],
    sources: [
      cite('ae-lt-dili', 'COT21'),
      cite('ae-lt-dili-label', 'KET24'),
      recall('ae-lt-dili-lab-grades', 'K'),
    ],
  }),
  watched({
    id: 'exposure/liver-found-spray',
    statement: liverFound,
    basis: 'inference', // seen with ketamine
    certainty: 'K',
    scope: scope(nasal, bothPacks),
    when: any(...highIn([...liverValues, ...others])),
    because:
      'Medical ketamine has been linked with events of liver and bile ducts; no source seen speaks of the spray, or asks for these tests in its course.',
    actions: ['measure-liver-function', 'refer-hepatology'],
    sources: [cite('ae-lt-dili', 'COT21'), recall('ae-lt-dili-lab-grades', 'K')],
  }),
  watched({
    id: 'exposure/liver-tests',
    statement: liverTests,
    basis: 'inference', // the label that asks for them is that of the injection
    scope: scope(compounded, bothPacks),
    when: all(exposed(), notLiver()),
    because:
      'Repeated medical ketamine has been linked with events of liver and bile ducts; no source gives an interval for this form.',
    actions: ['measure-liver-function'],
    sources: [
      cite('ae-lt-dili', 'COT21'),
      cite('conf-lft-schedule', 'KET-ONA'),
      recall('pol-labs-repeat', 'K'),
    ],
  }),
  watched({
    id: 'exposure/cognition-found-ketamine',
    statement: cognitionFound,
    basis: 'inference', // seen with misuse
    scope: scope(ketamine, bothPacks),
    when: reported('cognitive-complaints'),
    because: cognitionMisuse,
    actions: ['review-cognition', 'assess-cognition'],
    sources: [cite('ae-lt-cognition-misuse', 'EMPOW')],
  }),
  watched({
    id: 'exposure/cognition-found',
    statement: cognitionFound,
    basis: 'trial',
    certainty: 'K',
    scope: scope(nasal, bothPacks),
    when: reported('cognitive-complaints'),
    because: cognitionEsketamine,
    actions: ['review-cognition', 'assess-cognition'],
    sources: [recall('ae-lt-cognition-esk', 'K')],
  }),
  watched({
    id: 'exposure/cognition-check-ketamine',
    statement: cognitionAsked,
    basis: 'inference',
    scope: scope(ketamine, bothPacks),
    when: unchecked('cognition-checked'),
    because: `${cognitionMisuse} No source says how often to look in treatment.`,
    actions: ['assess-cognition'],
    sources: [cite('ae-lt-cognition-misuse', 'EMPOW')],
  }),
  watched({
    id: 'exposure/cognition-check',
    statement: cognitionAsked,
    basis: 'trial',
    certainty: 'K',
    scope: scope(nasal, bothPacks),
    when: unchecked('cognition-checked'),
    because: `${cognitionEsketamine} How often to look was not seen.`,
    actions: ['assess-cognition'],
    sources: [recall('ae-lt-cognition-esk', 'K')],
  }),
  watched({
    id: 'exposure/dependence-found',
    statement: dependenceFound,
    basis: 'inference', // the label that names it is that of the nasal spray
    scope: scope(ketamine, bothPacks),
    when: dependenceWhen(),
    because: dependenceBecause,
    actions: ['review-dependence', 'monitor-substance-use'],
    sources: [...dependenceSources(), cite('ae-lt-abuse-comparison', 'SWA22')],
  }),
  watched({
    id: 'exposure/dependence-check',
    statement: dependenceAsked,
    basis: 'inference',
    scope: scope(ketamine, bothPacks),
    when: unchecked('dependence-checked'),
    because:
      'In a small series of people treated for depression craving was not universal; monitoring is still advised.',
    actions: ['ask-dependence-signs'],
    sources: [cite('ae-lt-abuse-clinic', 'CHUB22'), ...dependenceSources()],
  }),
]

/** Rows of the United States. */
export const exposureRulesUs = (): readonly UnsignedRule[] => [
  watched({
    id: 'exposure/bladder-found-us',
    statement: bladderFound,
    basis: 'label',
    scope: nasalUs,
    when: bladderWhen(),
    because: 'The label asks to watch for urinary symptoms over the course, and to refer where warranted.',
    actions: ['measure-urinalysis', 'refer-urology'],
    sources: [
      cite('ae-lt-cystitis-monitor', 'PI19', 'section 5.9'),
      cite('ae-esk-uti-symptoms', 'PI19', 'section 5.9'),
    ],
  }),
  watched({
    id: 'exposure/bladder-question-us',
    statement: bladderAsked,
    basis: 'label',
    scope: nasalUs,
    when: notAsked(),
    because: askedBecause,
    actions: ['ask-urinary-symptoms-now'],
    sources: urinarySources(),
  }),
  watched({
    id: 'exposure/bladder-found-pain-us',
    statement: 'Genitourinary pain that persists in the course',
    basis: 'label',
    scope: scope(injection, ['us']),
    when: reported('genitourinary-pain-persists'),
    because:
      'The label of the injection speaks of genitourinary pain with long use outside it, and of thinking of stopping where the pain persists.',
    actions: ['review-going-on', 'refer-urology'],
    sources: [cite('ae-lt-cystitis-label', 'KET24', 'section 2.1')],
  }),
  watched({
    id: 'exposure/liver-tests-us',
    statement: liverTests,
    basis: 'label',
    scope: scope(injection, ['us']),
    when: all(exposed(), notLiver()),
    because:
      'The label of the injection asks for liver tests, ALP and GGT among them, and to go on watching.',
    actions: ['measure-liver-function'],
    sources: [
      cite('ae-lt-dili-label', 'KET-ONA'),
      cite('conf-lft-schedule', 'KET-ONA'),
      recall('pol-labs-repeat', 'K'),
    ],
  }),
  watched({
    id: 'exposure/dependence-found-us',
    statement: dependenceFound,
    basis: 'label',
    scope: nasalUs,
    when: dependenceWhen(),
    because: 'The label reports physical dependence with prolonged ketamine, and asks to watch for it.',
    actions: ['review-dependence', 'monitor-substance-use'],
    sources: dependenceSources(),
  }),
  watched({
    id: 'exposure/dependence-check-us',
    statement: dependenceAsked,
    basis: 'label',
    scope: nasalUs,
    when: unchecked('dependence-checked'),
    because: 'The label asks to watch for dependence; no source says how often.',
    actions: ['ask-dependence-signs'],
    sources: dependenceSources(),
  }),
]

/** Rows of the European Union, the United Kingdom and Switzerland. */
export const exposureRulesEu = (): readonly UnsignedRule[] => [
  watched({
    id: 'exposure/bladder-found-eu',
    statement: bladderFound,
    basis: 'inference', // seen in the US label of the same product
    scope: nasalEu,
    when: bladderWhen(),
    because: bladderBecause,
    actions: ['measure-urinalysis', 'refer-urology'],
    sources: [
      cite('ae-lt-cystitis-monitor', 'PI19', 'section 5.9'),
      cite('ae-lt-cystitis-mechanism', 'KIC22'),
    ],
  }),
  watched({
    id: 'exposure/bladder-question-eu',
    statement: bladderAsked,
    basis: 'inference',
    scope: nasalEu,
    when: notAsked(),
    because: 'The US label of the same product asks to watch for urinary symptoms; it gives no interval.',
    actions: ['ask-urinary-symptoms-now'],
    sources: urinarySources(),
  }),
  watched({
    id: 'exposure/liver-tests-eu',
    statement: liverTests,
    basis: 'inference', // seen in the US label of the same substance
    scope: scope(injection, ['eu']),
    when: all(exposed(), notLiver()),
    because: 'A label of the injection asks for liver tests, ALP and GGT among them, and to go on watching.',
    actions: ['measure-liver-function'],
    sources: [
      cite('ae-lt-dili-label', 'KET-ONA'),
      cite('conf-lft-schedule', 'KET-ONA'),
      recall('pol-labs-repeat', 'K'),
    ],
  }),
  watched({
    id: 'exposure/dependence-found-eu',
    statement: dependenceFound,
    basis: 'inference',
    scope: nasalEu,
    when: dependenceWhen(),
    because: dependenceBecause,
    actions: ['review-dependence', 'monitor-substance-use'],
    sources: dependenceSources(),
  }),
  watched({
    id: 'exposure/dependence-check-eu',
    statement: dependenceAsked,
    basis: 'inference',
    scope: nasalEu,
    when: unchecked('dependence-checked'),
    because: dependenceBecause,
    actions: ['ask-dependence-signs'],
    sources: dependenceSources(),
  }),
]

/** A number worked out of the logs of a course. */
/* @__NO_SIDE_EFFECTS__ */
function counted(id: string, label: string, unit: string, ask: string): FactRow {
  return { id, label, ask, kind: 'measurement', lists: ['observations'], unit, means: 'ask' }
}

/** An answer that speaks against going on as before. */
/* @__NO_SIDE_EFFECTS__ */
function sign(id: string, label: string, ask: string, sources: FactRow['sources'] = []): FactRow {
  return { id, label, ask, kind: 'statement', lists: [], means: 'ask', sources }
}

/** Something was looked at. */
/* @__NO_SIDE_EFFECTS__ */
function done(
  id: string,
  label: string,
  ask: string,
  statementMaxAge: string,
  means: FactRow['means'],
): FactRow {
  return { id, label, ask, kind: 'statement', lists: [], statementMaxAge, favourable: true, means }
}

/** What only these rows ask. */
export const exposureFacts = (): readonly FactRow[] => [
  counted(
    'sessions-given',
    'Sessions given so far',
    '{n}',
    'How many sessions were given so far, those before this course among them?',
  ),
  counted(
    'months-since-first-dose',
    'Months since the first dose',
    'mo',
    'When was the first dose ever given?',
  ),
  counted(
    'sessions-since-urinary-question',
    'Sessions since urinary symptoms were asked about',
    '{n}',
    'When were urinary symptoms last asked about?',
  ),
  sign(
    'urinary-symptoms-course',
    'Urinary symptoms in the course',
    'Are there urinary symptoms: urgency, frequency, pain, blood?',
    [cite('ae-lt-cystitis-monitor', 'PI19', 'section 5.9')],
  ),
  sign('liver-injury-suspected', 'Liver injury suspected', 'Is an injury of the liver suspected?', [
    cite('ae-lt-dili', 'COT21'),
  ]),
  sign(
    'cognitive-complaints',
    'Complaints about memory or thinking',
    'Are there complaints about memory, attention or speed of thought since the start of the course?',
    [cite('ae-lt-cognition-misuse', 'EMPOW')],
  ),
  sign(
    'dependence-signs',
    'Signs of dependence or misuse',
    'Is there craving, use outside the clinic, or a sign of withdrawal?',
    [cite('ae-lt-dependence-label', 'PI19', 'section 9.2'), cite('ae-lt-abuse-clinic', 'CHUB22')],
  ),
  done('urinalysis-done', 'Urinalysis done', 'Has the urine been tested?', 'labs-repeat', 'measure'),
  done(
    'cognition-checked',
    'Memory and thinking looked at',
    'Have memory and thinking been asked about or tested?',
    'lasting-check-max-age',
    'ask',
  ),
  done(
    'dependence-checked',
    'Signs of dependence asked about',
    'Have craving, use outside the clinic and withdrawal been asked about?',
    'lasting-check-max-age',
    'ask',
  ),
  {
    id: 'bilirubin-total',
    label: 'Total bilirubin',
    ask: 'What is the total bilirubin, and the upper limit of normal of the laboratory?',
    kind: 'measurement',
    lists: ['observations'],
    core: [loincRecalled('1975-2')],
    unit: 'mg/dL',
    means: 'measure',
  },
]

/** What only rows of the United States ask. */
export const exposureFactsUs = (): readonly FactRow[] => [
  sign(
    'genitourinary-pain-persists',
    'Genitourinary pain that persists',
    'Is there genitourinary pain, and does it persist?',
    [cite('ae-lt-cystitis-label', 'KET24', 'section 2.1')],
  ),
]
