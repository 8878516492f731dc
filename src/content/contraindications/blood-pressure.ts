/** Blood pressure before a dose, and the age that raises it more. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import {
  age,
  all,
  amount,
  any,
  type Comparison,
  type Condition,
  fromPolicy,
  latest,
} from '../../kernel/rule.ts'
import { from2023, until2023 } from '../editions.ts'
import {
  bothPacks,
  firstDay,
  injection,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'

const atScreening = /* @__PURE__ */ fromPolicy('screening-pressure-max-age')
const onTheDay = /* @__PURE__ */ fromPolicy('bp-max-age')

/* @__NO_SIDE_EFFECTS__ */
function above(systolic: number, diastolic: number, maxAge: typeof onTheDay): Condition {
  return any(
    latest('systolic-pressure', 'above', amount(systolic, 'mm[Hg]'), maxAge),
    latest('diastolic-pressure', 'above', amount(diastolic, 'mm[Hg]'), maxAge),
  )
}

/* @__NO_SIDE_EFFECTS__ */
function decision(maxAge: typeof onTheDay): Condition {
  const is: Comparison = { side: 'above', edge: 'bp-decision' }
  return any(
    latest('diastolic-pressure', is, fromPolicy('bp-decision-diastolic'), maxAge),
    all(age('at-most', 65), latest('systolic-pressure', is, fromPolicy('bp-decision-systolic'), maxAge)),
    all(
      age('above', 65),
      latest('systolic-pressure', is, fromPolicy('bp-decision-systolic-over-65'), maxAge),
    ),
  )
}

/* @__NO_SIDE_EFFECTS__ */
function block(maxAge: typeof onTheDay): Condition {
  const is: Comparison = { side: 'above', edge: 'bp-block' }
  return any(
    latest('systolic-pressure', is, fromPolicy('bp-block-systolic'), maxAge),
    latest('diastolic-pressure', is, fromPolicy('bp-block-diastolic'), maxAge),
  )
}

const reasonEsketamine =
  'A dose raises blood pressure further for a time; the label asks to weigh a delay, and sets no absolute bar.'
const reasonEu =
  'A dose raises blood pressure further for a time; the label gives this value as a guide for weighing it.'
const reasonKetamine = 'A dose raises blood pressure further for a time.'

const raisedUs = (): UnsignedRule => ({
  id: 'blood-pressure/raised',
  version: 1,
  statement: 'Blood pressure above 140/90 mmHg',
  class: 'defer',
  basis: 'label',
  certainty: 'S',
  asked: ['screening'],
  scope: nasalUs,
  when: above(140, 90, atScreening),
  because: reasonEsketamine,
  actions: ['measure-blood-pressure', 'document-benefit-risk'],
  sources: [
    cite('ci-htn-uncontrolled', 'PI19', 'section 5.6'),
    cite('ci-htn-uncontrolled', 'DRUGDI'),
    cite('pre-bp-caution', 'PI19', 'section 5.6'),
    cite('pre-bp-not-absolute', 'PI19', 'section 5.6'),
  ],
})

const raisedOnTheDayUs = (): UnsignedRule => ({
  id: 'blood-pressure/raised-session',
  version: 1,
  statement: 'Blood pressure above 140/90 mmHg before the dose',
  class: 'defer',
  basis: 'label',
  certainty: 'S',
  asked: ['session'],
  scope: nasalUs,
  when: above(140, 90, onTheDay),
  because: reasonEsketamine,
  actions: ['measure-blood-pressure', 'document-benefit-risk'],
  sources: [
    cite('ci-htn-uncontrolled', 'PI19', 'section 5.6'),
    cite('ci-htn-uncontrolled', 'DRUGDI'),
    cite('pre-bp-caution', 'PI19', 'section 5.6'),
    cite('pre-bp-not-absolute', 'PI19', 'section 5.6'),
  ],
})

/** Rules on blood pressure before a dose, alike in both packs. */
export const bloodPressure = (): readonly UnsignedRule[] => [
  {
    id: 'blood-pressure/high-ketamine',
    version: 1,
    statement: 'Blood pressure at which guides and trials give no ketamine',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: block(atScreening),
    because: reasonKetamine,
    actions: ['measure-blood-pressure'],
    sources: [
      cite('pol-bp-block', 'NCTKU'),
      cite('pol-bp-block', 'NCTOLD'),
      cite('pol-bp-block', 'KAASSN'),
      cite('ci-htn-uncontrolled', 'DRUGDI'),
    ],
  },
  {
    id: 'blood-pressure/high-ketamine-session',
    version: 1,
    statement: 'Blood pressure before the dose at which guides and trials give no ketamine',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: scope(ketamine, bothPacks),
    when: block(onTheDay),
    because: reasonKetamine,
    actions: ['measure-blood-pressure'],
    sources: [
      cite('pol-bp-block', 'NCTKU'),
      cite('pol-bp-block', 'NCTOLD'),
      cite('pol-bp-block', 'KAASSN'),
      cite('ci-htn-uncontrolled', 'DRUGDI'),
    ],
  },
  {
    id: 'blood-pressure/decision-ketamine',
    version: 1,
    statement: 'Blood pressure that asks for a documented decision before ketamine',
    class: 'caution',
    basis: 'practice',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: decision(atScreening),
    because: reasonKetamine,
    actions: ['measure-blood-pressure', 'document-benefit-risk', 'monitor-blood-pressure'],
    sources: [
      cite('pol-bp-decision', 'PI19', 'section 5.6'),
      cite('pol-bp-decision', 'JNJCV'),
      cite('pol-bp-decision', 'ACCEL'),
    ],
  },
  {
    id: 'blood-pressure/decision-ketamine-session',
    version: 1,
    statement: 'Blood pressure before the dose that asks for a documented decision',
    class: 'caution',
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: scope(ketamine, bothPacks),
    when: decision(onTheDay),
    because: reasonKetamine,
    actions: ['measure-blood-pressure', 'document-benefit-risk', 'monitor-blood-pressure'],
    sources: [
      cite('pol-bp-decision', 'PI19', 'section 5.6'),
      cite('pol-bp-decision', 'JNJCV'),
      cite('pol-bp-decision', 'ACCEL'),
    ],
  },
  {
    id: 'blood-pressure/age-65-ketamine',
    version: 1,
    statement: 'Age of 65 or over, with racemic ketamine',
    class: 'caution',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: age('at-least', 65),
    because: 'With the nasal spray blood pressure rises more and exposure is higher from this age on.',
    actions: ['monitor-blood-pressure'],
    sources: [cite('ci-older-65', 'DROESK'), cite('ci-older-65', 'PI20D')],
  },
]

/** The rows of the United States. */
export const bloodPressureUs = (): readonly UnsignedRule[] => [
  until2023(raisedUs()),
  from2023(raisedUs(), 'section 5.7'),
  until2023(raisedOnTheDayUs()),
  from2023(raisedOnTheDayUs(), 'section 5.7'),
  {
    id: 'blood-pressure/age-65-us',
    version: 1,
    statement: 'Age of 65 or over',
    class: 'caution',
    basis: 'practice',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(nasal, ['us'], firstDay, '2020-07-30'),
    when: age('at-least', 65),
    because: 'Blood pressure rises more and exposure is higher from this age on.',
    actions: ['monitor-blood-pressure'],
    sources: [cite('ci-older-65', 'DROESK')],
  },
  {
    id: 'blood-pressure/age-65-us',
    version: 2,
    statement: 'Age of 65 or over',
    class: 'caution',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(nasal, ['us'], '2020-07-31'),
    when: age('at-least', 65),
    because: 'Blood pressure rises more and exposure is higher from this age on.',
    actions: ['monitor-blood-pressure'],
    sources: [cite('ci-older-65', 'PI20D'), cite('ci-older-65', 'DROESK')],
  },
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const bloodPressureEu = (): readonly UnsignedRule[] => [
  {
    id: 'blood-pressure/raised-eu',
    version: 1,
    statement: 'Blood pressure above 140/90 mmHg below the age of 65',
    class: 'defer',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: all(age('below', 65), above(140, 90, atScreening)),
    because: reasonEu,
    actions: ['measure-blood-pressure', 'document-benefit-risk'],
    sources: [cite('pre-bp-eu', 'SMPC-MY'), cite('conf-bp-threshold', 'SMPC-MY')],
  },
  {
    id: 'blood-pressure/raised-eu-session',
    version: 1,
    statement: 'Blood pressure above 140/90 mmHg before the dose, below the age of 65',
    class: 'defer',
    basis: 'label',
    certainty: 'S',
    asked: ['session'],
    scope: nasalEu,
    when: all(age('below', 65), above(140, 90, onTheDay)),
    because: reasonEu,
    actions: ['measure-blood-pressure', 'document-benefit-risk'],
    sources: [cite('pre-bp-eu', 'SMPC-MY'), cite('conf-bp-threshold', 'SMPC-MY')],
  },
  {
    id: 'blood-pressure/raised-eu-65',
    version: 1,
    statement: 'Blood pressure above 150/90 mmHg at the age of 65 or over',
    class: 'defer',
    basis: 'label',
    certainty: 'K',
    asked: ['screening'],
    scope: nasalEu,
    when: all(age('at-least', 65), above(150, 90, atScreening)),
    because: reasonEu,
    actions: ['measure-blood-pressure', 'document-benefit-risk'],
    sources: [recall('pre-bp-eu-65', 'K', undefined, 'SmPC section 4.4')],
  },
  {
    id: 'blood-pressure/raised-eu-65-session',
    version: 1,
    statement: 'Blood pressure above 150/90 mmHg before the dose, at the age of 65 or over',
    class: 'defer',
    basis: 'label',
    certainty: 'K',
    asked: ['session'],
    scope: nasalEu,
    when: all(age('at-least', 65), above(150, 90, onTheDay)),
    because: reasonEu,
    actions: ['measure-blood-pressure', 'document-benefit-risk'],
    sources: [recall('pre-bp-eu-65', 'K', undefined, 'SmPC section 4.4')],
  },
  {
    id: 'blood-pressure/uncontrolled-ch',
    version: 1,
    statement: 'Blood pressure at rest above 180/100 mmHg',
    class: 'contraindicated',
    elsewhere: 'defer',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, ['ch']),
    when: above(180, 100, atScreening),
    because: reasonKetamine,
    actions: ['measure-blood-pressure'],
    sources: [
      cite('ci-htn-180-100-ch', 'KET-CH', 'contraindications'),
      cite('pre-bp-hold-ch', 'KET-CH', 'contraindications'),
    ],
  },
  {
    id: 'blood-pressure/uncontrolled-ch-session',
    version: 1,
    statement: 'Blood pressure at rest above 180/100 mmHg before the dose',
    class: 'contraindicated',
    elsewhere: 'defer',
    basis: 'label',
    certainty: 'S',
    asked: ['session'],
    scope: scope(injection, ['ch']),
    when: above(180, 100, onTheDay),
    because: reasonKetamine,
    actions: ['measure-blood-pressure'],
    sources: [
      cite('ci-htn-180-100-ch', 'KET-CH', 'contraindications'),
      cite('pre-bp-hold-ch', 'KET-CH', 'contraindications'),
    ],
  },
  {
    id: 'blood-pressure/age-65-eu',
    version: 1,
    statement: 'Age of 65 or over',
    class: 'caution',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: age('at-least', 65),
    because:
      'Blood pressure rises more, exposure is higher, treatment starts lower, and falls on getting up are more likely.',
    actions: ['monitor-blood-pressure'],
    sources: [cite('ci-older-65', 'SMPC-UK'), cite('ci-older-65', 'EUPIL22')],
  },
]
