/** What stands before a dose. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import {
  all,
  amount,
  any,
  type Comparison,
  type Condition,
  fromPolicy,
  graded,
  has,
  hasEver,
  ifRecorded,
  isNot,
  latest,
  type Scope,
  stated,
  takes,
} from '../../kernel/rule.ts'
import {
  allProducts,
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
import { acuteSuicidality, suicideLevels } from '../suicide-levels.ts'
import { fromNow, riskNotAssessed, type ShortRow, screened } from './row.ts'

const today = /* @__PURE__ */ fromPolicy('dosing-day-answer-max-age')
const beforeDose = /* @__PURE__ */ fromPolicy('bp-max-age')

/* @__NO_SIDE_EFFECTS__ */
function lacks(fact: string): Condition {
  return isNot(stated(fact, today))
}

/** Less than so many minutes since something was eaten or drunk. */
/* @__NO_SIDE_EFFECTS__ */
function sooner(fact: string, limit: ReturnType<typeof amount>): Condition {
  return latest(fact, 'below', limit, fromNow)
}

const below: Comparison = { side: 'below', edge: 'vitals-hold' }
const above: Comparison = { side: 'above', edge: 'vitals-hold' }

const heartRate = () =>
  any(
    latest('heart-rate', below, fromPolicy('heart-rate-hold-low'), beforeDose),
    latest('heart-rate', above, fromPolicy('heart-rate-hold-high'), beforeDose),
  )
const respiratoryRate = () =>
  any(
    latest('respiratory-rate', below, fromPolicy('respiratory-rate-hold-low'), beforeDose),
    latest('respiratory-rate', above, fromPolicy('respiratory-rate-hold-high'), beforeDose),
  )
const saturation = () => latest('oxygen-saturation', below, fromPolicy('saturation-hold'), beforeDose)
const lowPressure = () => latest('systolic-pressure', below, fromPolicy('bp-low'), beforeDose)

/** A weight that was not measured within a time, or that is thought to have changed since. */
/* @__NO_SIDE_EFFECTS__ */
function weightOlderThan(maxAge: string): Condition {
  return any(
    ifRecorded(stated('weight-change-suspected', today)),
    // Every weight lies above nothing: the question is whether there is one of this age.
    isNot(latest('body-weight', 'above', amount(0, 'kg'), fromPolicy(maxAge))),
  )
}

const stomach = 'Vomiting with a full stomach while drowsy may reach the lungs.'
const notPlanned = 'Without it a reaction may not be met in time.'

/** A gate as most of them are: asked on the day, and a reason not to dose today. */
/* @__NO_SIDE_EFFECTS__ */
function gate(row: ShortRow): UnsignedRule {
  return { version: 1, class: 'defer', certainty: 'S', asked: ['session'], ...row }
}

/* @__NO_SIDE_EFFECTS__ */
function inSettings(row: Scope, settings: readonly string[]): Scope {
  return { ...row, settings }
}

/** One level of the screen, as far as no clinician has assessed the risk since. */
/* @__NO_SIDE_EFFECTS__ */
function unassessed(level: string): Condition {
  return all(graded('suicide-screen-level', [level], screened), riskNotAssessed())
}

/** The highest answers stop the flow until a clinician has assessed the risk, and bar nothing by themselves. */
const suicideScreenHigh = (): readonly UnsignedRule[] => {
  const levels = suicideLevels()
  const rows = [
    { id: 'gates/suicide-screen-4', expectedId: 'gates/suicide-screen-4-expected', level: levels['4'] },
    { id: 'gates/suicide-screen-5', expectedId: 'gates/suicide-screen-5-expected', level: levels['5'] },
    {
      id: 'gates/suicide-screen-behaviour',
      expectedId: 'gates/suicide-screen-behaviour-expected',
      level: levels['behaviour-3-months'],
    },
  ]
  return rows.flatMap(({ id, expectedId, level }) => [
    gate({
      id,
      statement: `${level.asHighest}, not yet assessed today`,
      basis: 'practice',
      scope: { ...scope(allProducts, bothPacks), exceptIndications: acuteSuicidality },
      when: unassessed(level.id),
      because:
        'It asks for a clinician’s assessment on the same day, who then decides; it bars no treatment.',
      actions: level.actions,
      sources: [
        ...level.sources,
        cite('pre-cssrs-not-exclusion', 'NCTKU'),
        cite('conf-cssrs-use', 'NCTCSS'),
        cite('pre-suicide-every-encounter', 'ZEROS'),
        cite('pre-suicide-risk', 'NCTCSS'),
      ],
    }),
    gate({
      id: expectedId,
      statement: `${level.asHighest}, not yet assessed today`,
      class: 'caution', // what the indication is about does not stand against it
      basis: 'practice',
      scope: { ...scope(nasal, ['us', 'eu']), indications: acuteSuicidality },
      when: unassessed(level.id),
      because:
        'The indication is about it; it asks for a clinician’s assessment on the same day all the same.',
      actions: level.actions,
      sources: [
        cite('conf-cssrs-use', 'HCP-MDSI'),
        cite('pre-cssrs-high', 'CSSRST'),
        cite('pre-cssrs-not-exclusion', 'NCTKU'),
      ],
    }),
  ])
}

const suicideScreenLower = (): readonly UnsignedRule[] => {
  const levels = suicideLevels()
  return [
    gate({
      id: 'gates/suicide-screen-3',
      statement: levels['3'].asHighest,
      class: 'caution',
      basis: 'practice',
      certainty: levels['3'].certainty,
      scope: scope(allProducts, bothPacks),
      when: graded('suicide-screen-level', [levels['3'].id], screened),
      because: 'It is usually handled as a moderate risk: evaluated further, with a plan and a referral.',
      actions: levels['3'].actions,
      sources: levels['3'].sources,
    }),
    gate({
      id: 'gates/suicide-screen-behaviour-earlier',
      statement: levels['behaviour-lifetime'].asHighest,
      class: 'caution',
      basis: 'inference', // the sources name the behaviour of the last three months only
      certainty: levels['behaviour-lifetime'].certainty,
      scope: scope(allProducts, bothPacks),
      when: graded('suicide-screen-level', [levels['behaviour-lifetime'].id], screened),
      because: 'Earlier behaviour keeps the risk raised; it is handled here as the moderate answers are.',
      actions: levels['behaviour-lifetime'].actions,
      sources: levels['behaviour-lifetime'].sources,
    }),
    gate({
      id: 'gates/suicide-screen-1-2',
      statement: 'Wish to be dead or suicidal thoughts, without method or intent',
      class: 'note',
      basis: 'practice',
      certainty: levels['1'].certainty,
      scope: scope(allProducts, bothPacks),
      when: graded('suicide-screen-level', [levels['1'].id, levels['2'].id], screened),
      because: 'It is usually handled as a low risk: evaluated further, with a plan and a referral.',
      actions: levels['1'].actions,
      sources: levels['1'].sources,
    }),
  ]
}

const fasting = (): readonly UnsignedRule[] => [
  gate({
    id: 'gates/food-compounded',
    statement: 'Food less than four hours ago',
    class: 'caution',
    basis: 'practice',
    scope: scope(['ketamine-oral', 'ketamine-sublingual'], bothPacks),
    when: sooner('time-since-food', fromPolicy('fast-solids-oral')),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [cite('pre-site-fast-isha', 'ISHA'), cite('pre-fast-clinic-range', 'ISHA')],
  }),
  gate({
    id: 'gates/liquids-compounded',
    statement: 'A drink less than two hours ago',
    class: 'caution',
    basis: 'practice',
    scope: scope(['ketamine-oral', 'ketamine-sublingual'], bothPacks),
    when: sooner('time-since-clear-liquids', fromPolicy('fast-liquids-oral')),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [cite('pre-site-fast-isha', 'ISHA'), cite('pre-fast-clinic-range', 'ISHA')],
  }),
  gate({
    id: 'gates/food-nasal-compounded',
    statement: 'Food less than two hours before nasal ketamine',
    class: 'caution',
    basis: 'inference',
    scope: scope(['ketamine-nasal-compounded'], bothPacks),
    when: sooner('time-since-food', amount(120, 'min')),
    because:
      'The label of nasal esketamine asks for two hours, because nausea and vomiting follow some doses.',
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [cite('pre-food-esk', 'PI19', 'section 2.1')],
  }),
  gate({
    id: 'gates/liquids-nasal-compounded',
    statement: 'A drink less than half an hour before nasal ketamine',
    class: 'caution',
    basis: 'inference',
    scope: scope(['ketamine-nasal-compounded'], bothPacks),
    when: sooner('time-since-clear-liquids', amount(30, 'min')),
    because:
      'The label of nasal esketamine asks for 30 minutes, because nausea and vomiting follow some doses.',
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [cite('pre-liquid-esk', 'PI19', 'section 2.1')],
  }),
  gate({
    id: 'gates/alcohol-before-injection',
    statement: 'Alcohol shortly before the session',
    class: 'caution',
    basis: 'practice',
    scope: scope(injection, bothPacks),
    when: ifRecorded(latest('time-since-alcohol', 'below', fromPolicy('alcohol-gap'), fromNow)),
    because: 'Alcohol adds to sedation; two clinics ask for 12 and 24 hours without it.',
    actions: ['wait-until-resolved'],
    sources: [cite('pre-site-alcohol', 'MHM'), cite('pre-site-alcohol', 'NULIFE')],
  }),
]

const vitals = (): readonly UnsignedRule[] => [
  gate({
    id: 'gates/heart-rate',
    statement: 'Heart rate before the dose at which none is given',
    basis: 'practice',
    scope: scope(ketamine, bothPacks),
    when: heartRate(),
    because: 'Ketamine drives heart rate and blood pressure further.',
    actions: ['measure-vital-signs'],
    sources: [
      cite('pol-hr-hold', 'KAASSN'),
      cite('pre-hr-hold-range', 'NCTIM'),
      cite('pre-hr-hold-130', 'NCTAUD'),
      cite('pre-site-bp-150', 'NCT150'),
      cite('pre-site-bp-180-110', 'NCTIM'),
      cite('pre-vitals-ed', 'WJEM'),
    ],
  }),
  gate({
    id: 'gates/heart-rate-esketamine',
    statement: 'Heart rate before the dose at which trials gave no ketamine',
    basis: 'inference', // no label of the nasal spray that was seen names a number
    scope: scope(nasal, bothPacks),
    when: heartRate(),
    because: 'A dose drives heart rate and blood pressure further.',
    actions: ['measure-vital-signs'],
    sources: [cite('pol-hr-hold', 'NCTED'), cite('pre-hr-hold-range', 'NCTIM')],
  }),
  gate({
    id: 'gates/respiratory-rate',
    statement: 'Respiratory rate before the dose at which none is given',
    basis: 'practice',
    scope: scope(ketamine, bothPacks),
    when: respiratoryRate(),
    because: 'Sedation may depress a breathing that is not normal before the dose.',
    actions: ['measure-vital-signs', 'check-airway'],
    sources: [
      cite('pol-rr-hold', 'WJEM'),
      cite('pre-vitals-ed', 'WJEM'),
      cite('pre-site-bp-180-ed', 'NCTED'),
      cite('pre-site-bp-180-edpain', 'EDLD'),
    ],
  }),
  gate({
    id: 'gates/respiratory-rate-esketamine',
    statement: 'Respiratory rate before the dose at which trials gave no ketamine',
    class: 'caution',
    basis: 'inference',
    scope: scope(nasal, bothPacks),
    when: respiratoryRate(),
    because: 'Sedation may depress a breathing that is not normal before the dose.',
    actions: ['measure-vital-signs', 'check-airway'],
    sources: [cite('pol-rr-hold', 'WJEM')],
  }),
  gate({
    id: 'gates/saturation',
    statement: 'Oxygen saturation on room air before the dose at which none is given',
    basis: 'practice',
    scope: scope(ketamine, bothPacks),
    when: saturation(),
    because: 'Sedation may depress breathing further.',
    actions: ['measure-vital-signs', 'check-airway'],
    sources: [
      cite('pol-spo2-hold', 'KAASSN'),
      cite('pre-spo2-hold', 'NCTED'),
      cite('pre-spo2-hold', 'NCTMAYO'),
    ],
  }),
  gate({
    id: 'gates/saturation-esketamine',
    statement: 'Oxygen saturation on room air before the dose at which trials gave no ketamine',
    basis: 'inference',
    scope: scope(nasal, bothPacks),
    when: saturation(),
    because: 'Sedation may depress breathing further.',
    actions: ['measure-vital-signs', 'check-airway'],
    sources: [cite('pol-spo2-hold', 'NCTED'), cite('pre-spo2-hold', 'KAASSN')],
  }),
  gate({
    id: 'gates/pressure-low',
    statement: 'Systolic blood pressure before the dose that is too low for one',
    basis: 'practice',
    scope: scope(ketamine, bothPacks),
    when: lowPressure(),
    because: 'A low pressure before the dose has a cause that comes first.',
    actions: ['measure-blood-pressure'],
    sources: [
      cite('pol-bp-low', 'NCTIM'),
      cite('pre-bp-low', 'NCTED'),
      cite('pre-bp-low', 'NCTMAYO'),
      cite('pre-bp-low', 'NCTKU'),
    ],
  }),
  gate({
    id: 'gates/pressure-low-esketamine',
    statement: 'Systolic blood pressure before the dose at which trials gave no ketamine',
    basis: 'inference',
    scope: scope(nasal, bothPacks),
    when: lowPressure(),
    because: 'A low pressure before the dose has a cause that comes first.',
    actions: ['measure-blood-pressure'],
    sources: [cite('pol-bp-low', 'NCTKU'), cite('pre-bp-low', 'NCTIM')],
  }),
  gate({
    id: 'gates/weight-induction',
    statement: 'Weight of an induction course that is out of date, or may have changed',
    basis: 'practice',
    certainty: 'K',
    scope: scope(injection, bothPacks),
    when: all(
      latest('session-number', 'at-most', fromPolicy('induction-sessions'), fromNow),
      weightOlderThan('weight-max-age-induction'),
    ),
    because: 'An error of the weight is an error of the dose.',
    actions: ['measure-weight'],
    sources: [
      recall('pol-weight-max-age', 'K', 'OXFAQ'),
      cite('pre-weight-review', 'OXFAQ'),
      recall('pre-weight', 'K'),
      cite('dose-iv-induction-6', 'PHIL19'),
    ],
  }),
  gate({
    id: 'gates/weight',
    statement: 'Weight that is out of date, or may have changed',
    basis: 'practice',
    certainty: 'K',
    scope: scope(injection, bothPacks),
    when: weightOlderThan('weight-max-age'),
    because: 'An error of the weight is an error of the dose.',
    actions: ['measure-weight'],
    sources: [
      recall('pol-weight-max-age', 'K', 'OXFAQ'),
      cite('pre-weight-review', 'OXFAQ'),
      recall('pre-weight', 'K'),
    ],
  }),
]

const arrangements = (): readonly UnsignedRule[] => [
  gate({
    id: 'gates/consent',
    statement: 'No consent on file',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: lacks('consent-on-file'),
    because: 'The talk about benefits, risks and alternatives is documented before treatment.',
    actions: ['document-consent'],
    sources: [cite('pre-consent', 'CPSBC'), recall('pre-consent-content', 'K', 'FDA23')],
  }),
  gate({
    id: 'gates/medicines-reviewed',
    statement: 'Current medicines not reviewed today',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: lacks('medicines-reviewed-today'),
    because:
      'Sedatives, stimulants and MAO inhibitors taken since the last visit change the risk of this dose.',
    actions: ['review-medicines'],
    sources: [cite('pre-med-list', 'JOOMAG'), cite('pre-med-list', 'PMF')],
  }),
  gate({
    id: 'gates/held-medicines',
    statement: 'Not agreed which medicines are taken and which are held around the session',
    class: 'caution',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: all(
      any(takes('benzodiazepines'), takes('psychostimulants'), takes('maoi'), takes('antihypertensives')),
      lacks('held-medicines-agreed'),
    ),
    because:
      'Sites hold some medicines on the day and never blood-pressure tablets; none is stopped abruptly.',
    actions: ['review-timing'],
    sources: [
      cite('pre-benzo-hold', 'OXTRT'),
      cite('pre-stimulant-hold', 'MINDB'),
      cite('pre-maoi', 'JNJ-MAOI'),
      cite('pre-antihypertensive', 'NORTHR'),
      cite('pre-antihypertensive', 'KAASSN'),
    ],
  }),
  gate({
    id: 'gates/mental-state',
    statement: 'Mental state not assessed today',
    basis: 'practice',
    certainty: 'K',
    scope: scope(allProducts, bothPacks),
    when: lacks('mental-state-assessed'),
    because: 'Psychosis, mania, intoxication and a loss of capacity may have come since the last visit.',
    actions: ['assess-mental-state'],
    sources: [recall('pre-mental-status', 'K', 'SAN17')],
  }),
  gate({
    id: 'gates/product-in-hand',
    statement: 'Product, strength and lot not checked',
    basis: 'practice',
    scope: scope(ketamine, bothPacks),
    when: lacks('product-in-hand'),
    because: 'Ketamine comes in strengths that differ tenfold, and compounded strengths vary.',
    actions: ['document-product'],
    sources: [cite('prod-ketamine-strengths', 'KET-INP'), cite('legal-fda-2022-strength', 'FDA22L')],
  }),
  gate({
    id: 'gates/staff-injection',
    statement: 'Staff for an injection not present',
    basis: 'practice',
    scope: scope(injection, bothPacks),
    when: lacks('staff-present'),
    because: 'One person trained in advanced life support stays on site, and one stays with the patient.',
    actions: ['document-staff'],
    sources: [
      cite('pol-staff-iv', 'WELLS'),
      cite('mon-staff-acls', 'WELLS'),
      cite('mon-staff-oxford', 'OXTRT'),
      cite('mon-staff-aana', 'MCKET'),
      cite('mon-staff-arizona', 'AZBN'),
      cite('conf-staffing', 'CPSBC'),
      recall('mon-environment', 'K', 'KET-OLD'),
    ],
  }),
  gate({
    id: 'gates/pump-iv',
    statement: 'Pump and venous access not checked',
    basis: 'practice',
    scope: scope(['ketamine-iv'], bothPacks),
    when: lacks('pump-checked'),
    because: 'A wrong rate or a line beside the vein gives another dose than the one ordered.',
    actions: ['document-equipment'],
    sources: [cite('pre-iv-access-check', 'WELLS')],
  }),
  gate({
    id: 'gates/chaperone-remote',
    statement: 'Nobody with the person in a visit at home',
    basis: 'practice',
    scope: inSettings(scope(compounded, bothPacks), ['remote']),
    when: lacks('chaperone-present'),
    because:
      'Regulators warn of use without monitoring on site; sedation and breathing need somebody who watches.',
    actions: ['document-staff'],
    sources: [cite('legal-fda-2023-compounded', 'FDA23'), cite('legal-fda-2023-case', 'FDA23B')],
  }),
  gate({
    id: 'gates/earlier-matter',
    statement: 'An earlier session left a matter that nobody has reviewed',
    basis: 'practice',
    certainty: 'K', // good practice of any treatment that is repeated; no source of these products states it
    scope: scope(allProducts, bothPacks),
    when: stated('earlier-matter-open', today),
    because: 'A serious event, a referral or a transfer may change whether and how the next dose is given.',
    actions: ['review-earlier-matter'],
    sources: [],
  }),
  gate({
    id: 'gates/started-or-over',
    statement: 'Something was given already, or the visit is over',
    basis: 'practice',
    certainty: 'K', // of what a start is
    scope: scope(allProducts, bothPacks),
    when: stated('started-or-over', today),
    because: 'A visit is started once; what comes after is watched, and another dose is another visit.',
    actions: ['plan-another-visit'],
    sources: [],
  }),
  gate({
    id: 'gates/screening',
    statement: 'Screening missing, out of date or standing against the session',
    basis: 'practice',
    certainty: 'K', // the order of work of this library: no dose without the screening
    scope: scope(allProducts, bothPacks),
    when: stated('screening-open', today),
    because: 'What is contraindicated, held or open at screening is so on the day of the dose.',
    actions: ['review-screening'],
    sources: [],
  }),
  gate({
    id: 'gates/resuscitation-requested',
    statement: 'Resuscitation was asked for and is not at hand',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: all(stated('resuscitation-requested'), lacks('resuscitation-ready')),
    because: 'What the screening found asks for it.',
    actions: ['setting-resuscitation-ready'],
    sources: [cite('mon-esk-resus-eu', 'SMPC-UK')],
  }),
  gate({
    id: 'gates/seizure-means-requested',
    statement: 'Means to treat a seizure were asked for and are not at hand',
    basis: 'practice',
    certainty: 'K',
    scope: scope(allProducts, bothPacks),
    when: all(stated('seizure-means-requested'), lacks('seizure-means-at-hand')),
    because: 'What the screening found asks for it.',
    actions: ['monitor-seizure'],
    sources: [],
  }),
  gate({
    id: 'gates/closer-pressure-watch',
    statement: 'A closer watch of blood pressure was asked for',
    class: 'caution',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: stated('closer-pressure-watch-requested'),
    because: 'What the screening found may make blood pressure rise further or do more harm.',
    actions: ['monitor-blood-pressure'],
    sources: [cite('mon-hx-encephalopathy', 'PI19', 'section 5.6'), cite('mon-esk-bp-any-dose', 'PI20')],
  }),
  gate({
    id: 'gates/closer-alertness-watch',
    statement: 'A closer watch of alertness and breathing was asked for',
    class: 'caution',
    basis: 'practice',
    scope: scope(allProducts, bothPacks),
    when: stated('closer-alertness-watch-requested'),
    because: 'What the screening found may deepen sedation or weaken breathing.',
    actions: ['monitor-alertness'],
    sources: [cite('mon-desat-dose', 'SALL')],
  }),
]

/** Rows alike in both packs. */
export const gates = (): readonly UnsignedRule[] => [
  ...fasting(),
  ...vitals(),
  ...arrangements(),
  ...suicideScreenHigh(),
  ...suicideScreenLower(),
]

const injectionUs = /* @__PURE__ */ scope(injection, ['us'])
const injectionEu = /* @__PURE__ */ scope(injection, ['eu'])

const foodInjection = () => sooner('time-since-food', fromPolicy('fast-solids-injection'))
const fattyFoodInjection = () =>
  all(lacks('last-meal-light'), sooner('time-since-food', fromPolicy('fast-fatty-injection')))
const liquidsInjection = () => sooner('time-since-clear-liquids', fromPolicy('fast-liquids-injection'))

const fastSources = () => [
  cite('pre-fast-asa', 'ASAFW'),
  cite('conf-fasting', 'ASAFW'),
  cite('pre-site-fast-6-2', 'AMG'),
  cite('pre-site-fast-6-4', 'REVERI'),
  cite('pre-site-fast-4-8-2', 'NULIFE'),
  cite('pre-site-fast-8-2', 'NEWLIF'),
  cite('pre-site-fast-midwest', 'MHM'),
  cite('pre-site-fast-oxford', 'OXTRT'),
  cite('pre-site-fast-none', 'MWKC'),
]

const solidsSources = () => [cite('pol-fast-solids-iv', 'ASAFW'), ...fastSources()]
const liquidsSources = () => [cite('pol-fast-liquids-iv', 'ASAFW'), ...fastSources()]
const nothingByMouth = () => [cite('pre-fast-ketamine-label', 'KET24', 'section 2.1')]

/** The rows of the United States. */
export const gatesUs = (): readonly UnsignedRule[] => [
  gate({
    id: 'gates/food',
    statement: 'Food less than two hours before the dose',
    basis: 'label',
    scope: nasalUs,
    when: sooner('time-since-food', amount(120, 'min')),
    because: 'Nausea and vomiting follow some doses; the label asks for at least two hours without food.',
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [
      cite('pre-food-esk', 'PI19', 'section 2.1'),
      cite('pol-fast-esk', 'PI19', 'section 2.1'),
      cite('pre-site-fast-lacounty', 'LADMH'),
    ],
  }),
  gate({
    id: 'gates/liquids',
    statement: 'A drink less than half an hour before the dose',
    basis: 'label',
    scope: nasalUs,
    when: sooner('time-since-clear-liquids', amount(30, 'min')),
    because: 'Nausea and vomiting follow some doses; the label asks for at least 30 minutes without liquids.',
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [
      cite('pre-liquid-esk', 'PI19', 'section 2.1'),
      cite('pol-fast-esk', 'PI19', 'section 2.1'),
      cite('pre-site-fast-lacounty', 'LADMH'),
    ],
  }),
  gate({
    id: 'gates/food-injection',
    statement: 'Food shortly before an injection',
    basis: 'label', // the label points to the guidance on fasting; its hours are a policy number
    scope: injectionUs,
    when: foodInjection(),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [...nothingByMouth(), ...solidsSources()],
  }),
  gate({
    id: 'gates/fatty-food-injection',
    statement: 'A meal that may have been fatty, before an injection',
    basis: 'label',
    scope: injectionUs,
    when: fattyFoodInjection(),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [...nothingByMouth(), ...solidsSources()],
  }),
  gate({
    id: 'gates/liquids-injection',
    statement: 'A drink shortly before an injection',
    basis: 'label',
    scope: injectionUs,
    when: liquidsInjection(),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [...nothingByMouth(), ...liquidsSources()],
  }),
  gate({
    id: 'gates/rems-enrolment',
    statement: 'Enrolment in the REMS not verified',
    hard: true, // a condition of dispensing at all, not a matter to weigh
    basis: 'label',
    scope: inSettings(nasalUs, ['outpatient', 'remote']),
    when: lacks('rems-patient-enrolled'),
    because: 'Outside hospital the product is dispensed only to somebody enrolled; it is verified each time.',
    actions: ['document-rems'],
    sources: [
      cite('rems-outpatient-enrol', 'REMS-OUT'),
      cite('rems-verify-enrolment', 'REMS-OUTF20'),
      cite('rems-inpatient-exempt', 'REMS-IN'),
      cite('rems-two-types', 'REMS-OUT'),
    ],
  }),
  gate({
    id: 'gates/rems-setting',
    statement: 'Setting not certified by the REMS',
    hard: true, // a condition of dispensing at all, not a matter to weigh
    basis: 'label',
    scope: nasalUs,
    when: lacks('rems-setting-certified'),
    because: 'The product is given in certified settings only, and never at home.',
    actions: ['document-rems'],
    sources: [
      cite('rems-site-certified', 'REMS-OUT'),
      cite('rems-inpatient-duties', 'REMS-IN'),
      cite('rems-no-home', 'JNJ-PMF'),
    ],
  }),
  gate({
    id: 'gates/prescriber-on-site',
    statement: 'No prescriber on site',
    basis: 'label',
    // The day of the duty is not known; the first form that shows it is of August 2020.
    scope: scope(nasal, ['us'], '2020-08-01'),
    when: lacks('prescriber-on-site'),
    because: 'The REMS asks for a prescriber on site during the dose and the whole observation.',
    actions: ['document-staff'],
    sources: [
      cite('rems-prescriber-onsite', 'REMS-FDA'),
      cite('rems-prescriber-onsite', 'REMS-OUTF20'),
      cite('rems-inpatient-duties', 'REMS-INF20'),
    ],
  }),
  gate({
    id: 'gates/oximeter',
    statement: 'No pulse oximeter at hand',
    basis: 'label',
    scope: scope(nasal, ['us'], '2023-10-01'),
    when: lacks('pulse-oximeter-at-hand'),
    because: 'Breathing is watched at each session, with a pulse oximeter.',
    actions: ['document-equipment'],
    sources: [
      cite('rems-pulse-oximeter', 'REMS-FDA'),
      cite('mon-esk-spo2', 'HCP-TRD'),
      cite('mon-esk-resp-cases', 'SPS23'),
      cite('rems-risks', 'EPO'),
    ],
  }),
  gate({
    id: 'gates/direct-observation',
    statement: 'Nobody watches the person take the dose',
    basis: 'label',
    scope: nasalUs,
    when: lacks('observed-by-professional'),
    because: 'The person takes the dose under the eyes of a healthcare professional.',
    actions: ['document-staff'],
    sources: [cite('rems-direct-observation', 'REMS-OUT'), cite('rems-inpatient-duties', 'REMS-INF20')],
  }),
  gate({
    id: 'gates/counselling',
    statement: 'Counselling before treatment not done',
    basis: 'label',
    scope: scope(nasal, ['us'], '2020-08-01'),
    when: lacks('counselled'),
    because:
      'The REMS asks for a talk about sedation, dissociation, breathing, vital signs and the way home.',
    actions: ['document-counselling'],
    sources: [
      cite('rems-counsel', 'REMS-FDA'),
      cite('rems-counsel', 'REMS-OUTF20'),
      cite('rems-counsel', 'REMS-INF20'),
    ],
  }),
  gate({
    id: 'gates/product-in-hand-esketamine',
    statement: 'Product and lot not checked',
    basis: 'label',
    scope: nasalUs,
    when: lacks('product-in-hand'),
    because: 'Dose and lot number go into the monitoring form of every treatment.',
    actions: ['document-product'],
    sources: [cite('rems-form-dose', 'PMF')],
  }),
  gate({
    id: 'gates/airway-injection',
    statement: 'Equipment for the airway, and somebody skilled in it, not at hand',
    basis: 'label',
    scope: injectionUs,
    when: lacks('resuscitation-ready'),
    because: notPlanned,
    actions: ['document-equipment'],
    sources: [cite('mon-ket-label-continuous', 'KET24', 'section 2.1')],
  }),
  gate({
    id: 'gates/oximeter-injection',
    statement: 'No pulse oximeter at hand',
    basis: 'label', // vital signs are watched continuously
    scope: injectionUs,
    when: lacks('pulse-oximeter-at-hand'),
    because: 'The label asks to watch vital signs continuously.',
    actions: ['document-equipment'],
    sources: [cite('mon-ket-label-continuous', 'KET24', 'section 2.1')],
  }),
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const gatesEu = (): readonly UnsignedRule[] => [
  gate({
    id: 'gates/food-eu',
    statement: 'Food less than two hours before the dose',
    basis: 'inference', // the European text on food was not seen
    scope: nasalEu,
    when: sooner('time-since-food', amount(120, 'min')),
    because: 'Nausea and vomiting follow some doses; the US label asks for at least two hours without food.',
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [cite('pre-food-esk', 'PI19', 'section 2.1'), cite('pol-fast-esk', 'LADMH')],
  }),
  gate({
    id: 'gates/liquids-eu',
    statement: 'A drink less than half an hour before the dose',
    basis: 'inference',
    scope: nasalEu,
    when: sooner('time-since-clear-liquids', amount(30, 'min')),
    because:
      'Nausea and vomiting follow some doses; the US label asks for at least 30 minutes without liquids.',
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: [cite('pre-liquid-esk', 'PI19', 'section 2.1'), cite('pol-fast-esk', 'LADMH')],
  }),
  gate({
    id: 'gates/food-injection-eu',
    statement: 'Food shortly before an injection',
    basis: 'guideline',
    scope: injectionEu,
    when: foodInjection(),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: solidsSources(),
  }),
  gate({
    id: 'gates/fatty-food-injection-eu',
    statement: 'A meal that may have been fatty, before an injection',
    basis: 'guideline',
    scope: injectionEu,
    when: fattyFoodInjection(),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: solidsSources(),
  }),
  gate({
    id: 'gates/liquids-injection-eu',
    statement: 'A drink shortly before an injection',
    basis: 'guideline',
    scope: injectionEu,
    when: liquidsInjection(),
    because: stomach,
    actions: ['ask-last-meal', 'wait-until-fasted'],
    sources: liquidsSources(),
  }),
  gate({
    id: 'gates/oximeter-eu',
    statement: 'No pulse oximeter at hand',
    class: 'caution',
    basis: 'inference', // a condition of the US programme
    scope: nasalEu,
    when: lacks('pulse-oximeter-at-hand'),
    because:
      'Respiratory depression is a rare effect; the US programme asks for an oximeter at each session.',
    actions: ['document-equipment'],
    sources: [cite('mon-esk-spo2', 'HCP-TRD'), cite('mon-esk-resp-cases', 'EUPIL22')],
  }),
  gate({
    id: 'gates/direct-observation-eu',
    statement: 'Nobody watches the person take the dose',
    basis: 'inference', // the European text on supervision was not seen
    scope: nasalEu,
    when: lacks('observed-by-professional'),
    because: 'In the United States the person takes the dose under the eyes of a healthcare professional.',
    actions: ['document-staff'],
    sources: [cite('rems-direct-observation', 'REMS-OUT')],
  }),
  gate({
    id: 'gates/product-in-hand-esketamine-eu',
    statement: 'Product and lot not checked',
    basis: 'inference',
    scope: nasalEu,
    when: lacks('product-in-hand'),
    because: 'A dose of whose product and lot nothing is known cannot be traced.',
    actions: ['document-product'],
    sources: [cite('rems-form-dose', 'PMF')],
  }),
  gate({
    id: 'gates/resuscitation-eu',
    statement: 'Disease of heart or lung, and resuscitation not at hand',
    basis: 'label',
    scope: nasalEu,
    when: all(
      any(
        hasEver('cardiovascular-disease'),
        hasEver('myocardial-infarction'),
        has('heart-failure'),
        has('unstable-angina'),
        has('unstable-arrhythmia'),
        has('significant-valve-disease'),
        has('pulmonary-insufficiency'),
      ),
      lacks('resuscitation-ready'),
    ),
    because:
      'With significant disease of heart or lung the label asks for equipment and people trained in it.',
    actions: ['setting-resuscitation-ready'],
    sources: [cite('mon-esk-resus-eu', 'SMPC-UK')],
  }),
  gate({
    id: 'gates/resuscitation-ch',
    statement: 'Centre that cannot resuscitate, or of which that is not known',
    elsewhere: 'note',
    basis: 'label',
    scope: scope(nasal, ['ch']),
    when: lacks('resuscitation-ready'),
    because: 'The Swiss text allows every session only where cardiopulmonary resuscitation is possible.',
    actions: ['setting-resuscitation-ready'],
    sources: [cite('mon-esk-resus-ch', 'SWISS'), cite('prod-esk-ch-indication', 'SWISS')],
  }),
  gate({
    id: 'gates/airway-injection-eu',
    statement: 'Equipment for the airway, and somebody skilled in it, not at hand',
    basis: 'inference', // the US label of the same substance; no European text on it was seen
    scope: injectionEu,
    when: lacks('resuscitation-ready'),
    because: notPlanned,
    actions: ['document-equipment'],
    sources: [cite('mon-ket-label-continuous', 'KET24', 'section 2.1'), cite('mon-staff-acls', 'WELLS')],
  }),
  gate({
    id: 'gates/oximeter-injection-eu',
    statement: 'No pulse oximeter at hand',
    basis: 'inference',
    scope: injectionEu,
    when: lacks('pulse-oximeter-at-hand'),
    because: 'The US label of the same substance asks to watch vital signs continuously.',
    actions: ['document-equipment'],
    sources: [cite('mon-ket-label-continuous', 'KET24', 'section 2.1')],
  }),
]
