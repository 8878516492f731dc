/** What should be known before a first session. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import {
  all,
  amount,
  any,
  type Condition,
  fromPolicy,
  graded,
  has,
  ifRecorded,
  isNot,
  latest,
  type Span,
  stated,
} from '../../kernel/rule.ts'
import { emergency, resistant, suicidality } from '../dosing/dose-sets.ts'
import {
  allProducts,
  bothPacks,
  injection,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  productsOf,
  scope,
  type UnsignedRule,
} from '../scope.ts'
import type { ShortRow } from '../session/row.ts'
import { bipolar, ideation } from './purposes.ts'

const lately = /* @__PURE__ */ fromPolicy('workup-max-age')
const labs = /* @__PURE__ */ fromPolicy('labs-max-age')

/** An item as most of them are: that it is missing is a caution. */
/* @__NO_SIDE_EFFECTS__ */
function item(row: ShortRow): UnsignedRule {
  return { version: 1, class: 'caution', certainty: 'S', asked: ['screening'], ...row }
}

/** Not done, as somebody says, or so long ago that it tells nothing. */
/* @__NO_SIDE_EFFECTS__ */
function notDone(fact: string): Condition {
  return isNot(stated(fact))
}

/**
 * No reading on record; one that is too old leaves it open.
 *
 * Every reading is at least nothing: the question is whether there is one.
 */
/* @__NO_SIDE_EFFECTS__ */
function notMeasured(fact: string, unit: string, maxAge: Span): Condition {
  return isNot(onRecord(fact, unit, maxAge))
}

/* @__NO_SIDE_EFFECTS__ */
function onRecord(fact: string, unit: string, maxAge: Span): Condition {
  return ifRecorded(latest(fact, 'at-least', amount(0, unit), maxAge))
}

const notLiver = () => any(...['alt', 'ast', 'alp', 'ggt'].map((fact) => notMeasured(fact, 'U/L', labs)))

const levels = ['none', '1', '2', 'behaviour-lifetime', '3', '4', '5', 'behaviour-3-months'] as const

const depressions = [resistant, suicidality, emergency, bipolar, ideation] as const

/** Asked and written down. */
const asked = (): readonly UnsignedRule[] => [
  item({
    id: 'workup/history',
    statement: 'No medical and psychiatric history',
    basis: 'practice',
    certainty: 'K',
    scope: scope(allProducts, bothPacks),
    when: notDone('history-taken'),
    because: 'What stands against a dose is found in the history, or not at all.',
    actions: ['ask-history', 'document-baseline'],
    sources: [recall('pre-mental-status', 'K', 'SAN17')],
  }),
  item({
    id: 'workup/mental-state',
    statement: 'Mental state not assessed',
    basis: 'practice',
    certainty: 'K',
    scope: scope(allProducts, bothPacks),
    when: isNot(stated('mental-state-assessed', lately)),
    because: 'Psychosis, mania, intoxication and a lack of capacity are looked for before a course.',
    actions: ['assess-mental-state'],
    sources: [recall('pre-mental-status', 'K', 'SAN17')],
  }),
  item({
    id: 'workup/medicines',
    statement: 'Current medicines not listed',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: notDone('medicines-listed'),
    because: 'Medicines that slow breathing or raise blood pressure are asked about before each session.',
    actions: ['review-medicines'],
    sources: [cite('pre-med-list', 'JOOMAG'), cite('pre-med-list', 'PMF')],
  }),
  item({
    id: 'workup/consent',
    statement: 'Consent not documented',
    basis: 'practice',
    scope: scope(injection, bothPacks),
    when: isNot(stated('consent-on-file', lately)),
    because: 'A college asks that the talk about consent and the reasons for treatment be documented.',
    actions: ['document-consent'],
    sources: [cite('pre-consent', 'CPSBC'), recall('pre-consent-content', 'K', 'FDA23')],
  }),
  item({
    id: 'workup/consent-other-products',
    statement: 'Consent not documented',
    basis: 'inference', // the standard that was seen speaks of injections
    certainty: 'K',
    scope: scope(
      productsOf(nasal, ['ketamine-oral', 'ketamine-sublingual', 'ketamine-nasal-compounded']),
      bothPacks,
    ),
    when: isNot(stated('consent-on-file', lately)),
    because: 'A college asks for it before injections; the risks to talk about are much the same.',
    actions: ['document-consent'],
    sources: [recall('pre-consent', 'K', 'CPSBC'), recall('pre-consent-content', 'K', 'FDA23')],
  }),
  item({
    id: 'workup/suicide-risk',
    statement: 'Suicide risk not screened',
    basis: 'guideline',
    scope: scope(allProducts, bothPacks),
    when: isNot(graded('suicide-screen-level', levels, fromPolicy('suicide-risk-max-age'))),
    because: 'Guidance asks to screen at intake and at every later encounter, with one standard tool.',
    actions: ['screen-suicide-risk'],
    sources: [
      cite('pre-suicide-every-encounter', 'ZEROS'),
      cite('pre-suicide-risk', 'NCTCSS'),
      cite('pre-suicide-risk', 'PI19', 'section 5.5'),
    ],
  }),
  item({
    id: 'workup/depression-scale',
    statement: 'No score of a depression scale before the start',
    basis: 'guideline',
    scope: { ...scope(allProducts, bothPacks), indications: depressions },
    when: isNot(any(onRecord('phq9-total', '{score}', lately), stated('depression-scale-scored'))),
    because: 'Without a score from before the start nobody can say later what has changed.',
    actions: ['measure-depression'],
    sources: [cite('pre-rating-scale', 'VADOD')],
  }),
  item({
    id: 'workup/urinary-symptoms',
    statement: 'Urinary symptoms not asked before the start',
    basis: 'inference', // the label of the nasal spray asks for it; ketamine is the better known cause
    scope: scope(ketamine, bothPacks),
    when: notDone('urinary-symptoms-asked'),
    because: 'Bladder disease of long use is noticed against what was there before.',
    actions: ['ask-urinary-symptoms'],
    sources: [cite('pre-urinary-baseline', 'PI19', 'section 5.9')],
  }),
]

/** Measured or tested. */
const measured = (): readonly UnsignedRule[] => [
  item({
    id: 'workup/weight',
    statement: 'No recent body weight',
    basis: 'practice',
    certainty: 'K',
    scope: scope(ketamine, bothPacks),
    when: notMeasured('body-weight', 'kg', fromPolicy('weight-max-age')),
    because: 'Doses go by body weight; an error of the weight is an error of the dose.',
    actions: ['measure-weight'],
    sources: [recall('pre-weight', 'K'), cite('pre-weight-review', 'OXFAQ')],
  }),
  item({
    id: 'workup/height',
    statement: 'No body height',
    class: 'note',
    basis: 'inference', // for the body mass index, and for doses that count on ideal weight
    certainty: 'K',
    scope: scope(injection, bothPacks),
    when: notMeasured('body-height', 'cm', fromPolicy('body-height-max-age')),
    because: 'Trials left people outside a range of body mass index out, and height belongs to it.',
    actions: ['measure-height'],
    sources: [cite('pre-weight-limits', 'NCTLAT'), cite('pre-weight-limits', 'CANBIND')],
  }),
  item({
    id: 'workup/blood-pressure-ketamine',
    statement: 'No recent blood pressure',
    basis: 'practice',
    scope: scope(ketamine, bothPacks),
    when: notPressure(),
    because: 'Ketamine raises blood pressure for a time; what it starts from decides whether it may.',
    actions: ['measure-blood-pressure'],
    sources: [cite('pre-site-bp-screen140', 'NCTLAT'), cite('pre-bp-low', 'NCTED')],
  }),
  item({
    id: 'workup/electrocardiogram',
    statement: 'No electrocardiogram although heart disease is known or suspected, or its risk is high',
    basis: 'guideline',
    scope: scope(injection, bothPacks),
    when: all(any(has('cardiovascular-disease'), stated('cardiovascular-risk-high')), notDone('ecg-read')),
    because:
      'A guideline on infusions asks for one where heart disease is suspected; healthy people need none.',
    actions: ['measure-electrocardiogram'],
    sources: [cite('pre-baseline-ecg', 'ASRA18'), cite('legal-bc-facility', 'CPSBC')],
  }),
  item({
    id: 'workup/liver-risk',
    statement: 'No liver tests although the liver is ill or at risk',
    basis: 'guideline',
    scope: scope(injection, bothPacks),
    when: all(any(has('liver-disease'), stated('liver-risk')), notLiver()),
    because:
      'A guideline on infusions asks for them with liver disease, a risk of it, or frequent high doses.',
    actions: ['measure-liver-function'],
    sources: [
      cite('pre-baseline-lft', 'ASRA18'),
      cite('conf-lft-schedule', 'ASRA18'),
      cite('pol-labs-max-age', 'NCTOUD'),
    ],
  }),
  item({
    id: 'workup/renal-function',
    statement: 'Renal function not tested',
    basis: 'practice', // the standard of one college
    scope: scope(injection, bothPacks),
    when: notDone('renal-function-tested'),
    because:
      'The draft standard of the college of British Columbia (2021) asks for renal tests before injections.',
    actions: ['measure-renal-function'],
    sources: [cite('legal-bc-facility', 'CPSBC'), cite('pol-labs-max-age', 'DRVNCT')],
  }),
  item({
    id: 'workup/sleep-apnoea',
    statement: 'Not screened for sleep apnoea',
    basis: 'practice', // the standard of one college; it did not apply to the nasal spray
    scope: scope(injection, bothPacks),
    when: notDone('sleep-apnoea-screened'),
    because:
      'Sedation closes an airway that closes in sleep; the draft standard of the college of British Columbia (2021) asks for a validated screen.',
    actions: ['screen-sleep-apnoea'],
    sources: [cite('pre-sleep-apnoea-screen', 'CPSBC'), cite('legal-bc-facility', 'CPSBC')],
  }),
  item({
    id: 'workup/urine-drug-screen',
    statement: 'No urine drug screen',
    basis: 'practice',
    certainty: 'K',
    scope: scope(ketamine, bothPacks),
    when: notDone('urine-drug-screen-done'),
    because: 'Consensus practice asks for one at baseline and later by risk; a site may hold it otherwise.',
    actions: ['screen-urine-drugs'],
    sources: [recall('pre-udst', 'K'), recall('pol-uds-max-age', 'K')],
  }),
  item({
    id: 'workup/pregnancy-test',
    statement: 'No pregnancy test of the day although pregnancy is possible',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: all(has('pregnancy-possible'), notDone('pregnancy-tested')),
    because: 'A trial tested at screening and again before the dose; the fetus may be harmed.',
    actions: ['ask-pregnancy-test'],
    sources: [cite('pre-pregnancy', 'NCTPREG'), cite('pol-pregnancy-max-age', 'NCTPREG')],
  }),
]

function notPressure(): Condition {
  const window = fromPolicy('screening-pressure-max-age')
  return any(
    notMeasured('systolic-pressure', 'mm[Hg]', window),
    notMeasured('diastolic-pressure', 'mm[Hg]', window),
  )
}

/** One row an item; each says that the item is not on record, or too old. */
export const workup = (): readonly UnsignedRule[] => [...asked(), ...measured()]

/** The rows of the United States. */
export const workupUs = (): readonly UnsignedRule[] => [
  item({
    id: 'workup/blood-pressure-us',
    statement: 'No recent blood pressure',
    class: 'specialist-review', // the label asks to assess it before a dose
    basis: 'label',
    scope: nasalUs,
    when: notPressure(),
    because: 'The label asks to weigh a raised pressure before the dose, which rises for a time after it.',
    actions: ['measure-blood-pressure'],
    sources: [
      cite('pre-bp-caution', 'PI19', 'section 5.6'),
      cite('pre-bp-not-absolute', 'PI19', 'section 5.6'),
    ],
  }),
  item({
    id: 'workup/urinary-symptoms-us',
    statement: 'Urinary symptoms not asked before the start',
    basis: 'label',
    scope: nasalUs,
    when: notDone('urinary-symptoms-asked'),
    because: 'The label asks to watch for them; what was there before the start is compared with later.',
    actions: ['ask-urinary-symptoms'],
    sources: [cite('pre-urinary-baseline', 'PI19', 'section 5.9')],
  }),
  item({
    id: 'workup/liver-tests-us',
    statement: 'No liver tests before a course of injections',
    basis: 'label',
    scope: scope(injection, ['us']),
    when: notLiver(),
    because:
      'The label of the injection asks for them, with ALP and GGT, before it is given again and again.',
    actions: ['measure-liver-function'],
    sources: [
      cite('pre-baseline-lft', 'KET-ONA'),
      cite('conf-lft-schedule', 'KET-ONA'),
      cite('pol-labs-max-age', 'NCTOUD'),
    ],
  }),
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const workupEu = (): readonly UnsignedRule[] => [
  item({
    id: 'workup/blood-pressure-eu',
    statement: 'No recent blood pressure',
    class: 'specialist-review', // the label gives guide values by age, and a decision above them
    basis: 'label',
    scope: nasalEu,
    when: notPressure(),
    because: 'The label gives guide values for a decision before the dose, which raises pressure for a time.',
    actions: ['measure-blood-pressure'],
    sources: [cite('pre-bp-eu', 'SMPC-MY')],
  }),
  item({
    id: 'workup/urinary-symptoms-eu',
    statement: 'Urinary symptoms not asked before the start',
    basis: 'inference', // seen in the US label of the same product
    scope: nasalEu,
    when: notDone('urinary-symptoms-asked'),
    because: 'Bladder disease of long use is noticed against what was there before.',
    actions: ['ask-urinary-symptoms'],
    sources: [cite('pre-urinary-baseline', 'PI19', 'section 5.9')],
  }),
]
