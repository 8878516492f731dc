/**
 * How much ketamine an order may hold: ceilings by weight, in milligrams, by rate and by day.
 *
 * Several ceilings stand side by side and the lowest wins. Where a ceiling names a policy number, the number of the row
 * stands beside it: a policy tightens, and only a documented override goes beyond.
 * @module
 */
import { cite, recall } from '../../kernel/evidence.ts'
import { all, amount, any, fromPolicy, ifRecorded, isNot, latest, stated } from '../../kernel/rule.ts'
import { allProducts, bothPacks, injection, productsOf, scope, type UnsignedRule } from '../scope.ts'
import { above, ordered, orderedAgainst, session } from './limits.ts'

const iv = ['ketamine-iv'] as const
const im = ['ketamine-im'] as const
const sc = ['ketamine-sc'] as const
const oral = ['ketamine-oral'] as const
const sublingual = ['ketamine-sublingual'] as const
const sprayed = ['ketamine-nasal-compounded'] as const

/** A ceiling a documented decision may lift; then somebody watches more closely. */
const guide = {
  version: 1,
  class: 'specialist-review',
  asked: ['dose'],
  actions: ['document-specialist-decision', 'monitor-longer', 'monitor-blood-pressure'],
} as const

const weightMaxAge = { policy: 'weight-max-age' } as const

/** More on one day than the largest single dose anybody reported by this route. */
/* @__NO_SIDE_EFFECTS__ */
function dayTotal(
  id: string,
  products: readonly string[],
  most: number,
  source: UnsignedRule['sources'][number],
): UnsignedRule {
  return {
    ...guide,
    id,
    statement: `More than ${most} mg on this day: more than any single dose reported by this route`,
    basis: 'inference',
    certainty: 'S',
    scope: scope(products, bothPacks),
    when: ordered('day-total', 'above', most, 'mg'),
    because: 'What was given earlier on the day has not left the body.',
    sources: [source],
  }
}

/** Rows alike in both packs. */
export const ceilings = (): readonly UnsignedRule[] => [
  {
    id: 'dosing/history-in-conflict',
    version: 1,
    statement: 'More sessions before this one than its number leaves room for',
    class: 'defer',
    basis: 'inference',
    certainty: 'K',
    asked: ['dose', 'titration'],
    scope: scope(allProducts, bothPacks),
    // A session without a number is asked for; every number there is lies above nothing.
    when: any(isNot(session(1)), stated('history-in-conflict')),
    because: 'What may be ordered depends on the place in the course: one of the two is wrong.',
    actions: ['review-dose'],
    sources: [recall('dose-esk-adjust-basis', 'K', 'PI19')],
  },
  {
    id: 'dosing/iv-anaesthetic-range',
    version: 1,
    statement: 'A dose in the range that induces anaesthesia by vein',
    // The range was seen in a compendium, no label: a hold, and one that nothing lifts.
    class: 'defer',
    hard: true,
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(iv, bothPacks),
    // Guides for depression end at 1.0 mg/kg, where this range begins: whether the number itself counts is the site’s.
    when: ordered('ordered-dose-by-weight', { side: 'above', edge: 'anaesthetic-range' }, 1, 'mg/kg'),
    because: 'Anaesthesia by vein starts at 1 mg/kg: an order for depression in this range is an error.',
    actions: ['review-dose'],
    sources: [
      cite('dose-anaes-range-guard', 'MEDSC'),
      cite('dose-iv-community-range', 'COMM22'),
      recall('dose-iv-max-common', 'K', 'FAVA'),
    ],
  },
  {
    ...guide,
    id: 'dosing/iv-max-by-weight',
    statement: 'More than the highest dose by weight by vein',
    basis: 'guideline',
    certainty: 'S',
    scope: scope(iv, bothPacks),
    when: above('ordered-dose-by-weight', 1, 'mg/kg', 'dose-max-mgkg-iv'),
    because: 'A guideline for depression ends at 1.0 mg/kg; above it, benefit and harm were hardly studied.',
    sources: [
      cite('pol-dose-max-mgkg-iv', 'CANMAT23'),
      cite('dose-iv-range-canmat23', 'CANMAT23'),
      cite('dose-iv-range-reported', 'ANDR-4'),
      cite('dose-iv-dose-finding', 'FAVA'),
      cite('dose-iv-realworld-titrated', 'CALAB'),
      cite('conf-max-dose', 'CANMAT23'),
    ],
  },
  {
    ...guide,
    id: 'dosing/iv-max-total',
    statement: 'More milligrams than a session by vein holds at any body weight',
    basis: 'inference',
    certainty: 'K',
    scope: scope(iv, bothPacks),
    when: above('ordered-dose', 100, 'mg', 'dose-max-mg-iv'),
    because: 'A heavy body weight, or a slip of one, carries a dose by weight beyond what was studied.',
    sources: [recall('pol-dose-max-mg-iv', 'K', 'NCTED'), recall('dose-iv-mg-cap', 'K')],
  },
  {
    ...guide,
    id: 'dosing/iv-max-total-reference-level',
    statement: 'More milligrams than the reference dose by vein comes to at any body weight studied',
    basis: 'inference',
    certainty: 'K',
    scope: scope(iv, bothPacks),
    when: all(
      // The reference dose itself, whatever a site starts with.
      ordered('ordered-dose-by-weight', 'at-most', 0.5, 'mg/kg'),
      above('ordered-dose', 60, 'mg', 'dose-max-mg-iv-reference-level'),
    ),
    because:
      'Trials of the reference dose took nobody above 115 kg: more milligrams rest on a weight not studied.',
    sources: [recall('pol-dose-max-mg-iv', 'K', 'NCTMAYO')],
  },
  {
    ...guide,
    id: 'dosing/iv-day-total',
    statement: 'More milligrams on this day than a session by vein holds',
    basis: 'inference',
    certainty: 'K',
    scope: scope(iv, bothPacks),
    when: above('day-total', 100, 'mg', 'dose-max-mg-iv'),
    because: 'What was given earlier on the day has not left the body.',
    sources: [recall('pol-dose-max-mg-iv', 'K', 'NCTED')],
  },
  {
    ...guide,
    id: 'dosing/iv-rate-guide',
    statement: 'An infusion faster than counts as low dose',
    basis: 'guideline',
    certainty: 'S',
    scope: scope(iv, bothPacks),
    when: above('ordered-rate-by-weight', 1, 'mg/kg/h', 'rate-max-iv'),
    because:
      'Above 1 mg/kg/h a state guideline no longer counts the infusion as low dose: sedation may deepen.',
    sources: [
      cite('pol-rate-max-iv', 'PA20'),
      cite('dose-lowdose-rate-pa', 'PA20'),
      cite('dose-iv-rate-arithmetic', 'PA20'),
    ],
  },
  {
    ...guide,
    id: 'dosing/iv-bolus',
    statement: 'A dose by vein given at once',
    basis: 'guideline',
    certainty: 'S',
    scope: scope(iv, bothPacks),
    when: above('ordered-bolus-by-weight', 0, 'mg/kg', 'bolus-max-iv'),
    because:
      'What is given at once cannot be stopped; guidance keeps it to anaesthesia care or to small doses.',
    sources: [
      cite('pol-bolus-iv', 'PA20'),
      cite('pol-bolus-iv', 'AZBN'),
      cite('dose-lowdose-rate-pa', 'PA20'),
    ],
  },
  {
    ...guide,
    id: 'dosing/iv-first-dose',
    statement: 'A first dose by vein above the reference dose',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(iv, bothPacks),
    when: all(session(1, 1), above('ordered-dose-by-weight', 0.5, 'mg/kg', 'dose-start-mgkg-iv')),
    because: 'A course starts at the reference dose of 0.5 mg/kg or below and is raised to effect.',
    sources: [
      cite('pol-dose-start-iv', 'FAVA'),
      cite('dose-iv-standard', 'FAVA'),
      cite('dose-iv-standard', 'ELEKT'),
      cite('dose-iv-community-range', 'COMM22'),
    ],
  },
  {
    id: 'dosing/iv-duration',
    version: 1,
    statement: 'An infusion shorter or longer than those reported',
    class: 'caution',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose'],
    scope: scope(iv, bothPacks),
    when: any(
      ordered('ordered-duration', 'below', 2, 'min'),
      ordered('ordered-duration', 'above', 100, 'min'),
    ),
    because: 'Infusions over 2 to 100 minutes were reported; the reference dose runs over 40 minutes.',
    actions: ['monitor-alertness', 'monitor-blood-pressure'],
    sources: [
      cite('dose-iv-duration-range', 'ANDR-4'),
      cite('dose-iv-slow-100min', 'BMILET'),
      cite('dose-iv-standard', 'FAVA'),
    ],
  },
  {
    id: 'dosing/im-anaesthetic-range',
    version: 1,
    statement: 'A dose in the range that induces anaesthesia by muscle',
    class: 'defer',
    hard: true,
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(im, bothPacks),
    when: ordered('ordered-dose-by-weight', 'at-least', 6.5, 'mg/kg'),
    because: 'Anaesthesia by muscle starts at 6.5 mg/kg: an order for depression in this range is an error.',
    actions: ['review-dose'],
    sources: [cite('dose-anaes-range-guard', 'MEDSC')],
  },
  {
    id: 'dosing/sc-anaesthetic-range',
    version: 1,
    statement: 'A dose under the skin in the range that induces anaesthesia by muscle',
    class: 'defer', // nothing that was not seen is a hard stop
    basis: 'inference',
    certainty: 'K',
    asked: ['dose', 'titration'],
    scope: scope(sc, bothPacks),
    when: ordered('ordered-dose-by-weight', 'at-least', 6.5, 'mg/kg'),
    because: 'No source gives such a range under the skin; about as much is taken to arrive as from muscle.',
    actions: ['review-dose'],
    sources: [recall('pk-sc-f', 'K?'), recall('dose-anaes-range-guard', 'K', 'MEDSC')],
  },
  {
    ...guide,
    id: 'dosing/im-max-by-weight',
    statement: 'More than the highest dose by weight by muscle',
    basis: 'practice',
    certainty: 'S',
    scope: scope(im, bothPacks),
    when: above('ordered-dose-by-weight', 1, 'mg/kg', 'dose-max-mgkg-im'),
    because:
      'Doses by muscle for depression were sourced up to 1.0 mg/kg, and an injection cannot be stopped.',
    sources: [
      cite('pol-dose-max-mgkg-im', 'KAASSN'),
      cite('dose-im-range', 'KAASSN'),
      cite('dose-im-rct', 'IMIV14'),
      cite('dose-im-bolus-safe', 'ANDR-4'),
    ],
  },
  {
    ...guide,
    id: 'dosing/sc-max-by-weight',
    statement: 'More than the highest dose by weight under the skin',
    basis: 'practice',
    certainty: 'S',
    scope: scope(sc, bothPacks),
    when: above('ordered-dose-by-weight', 0.9, 'mg/kg', 'dose-max-mgkg-sc'),
    because: 'The largest trial under the skin went up to 0.9 mg/kg, and an injection cannot be stopped.',
    sources: [
      cite('pol-dose-max-mgkg-im', 'KADS'),
      cite('dose-sc-kads', 'KADS'),
      cite('dose-sc-range', 'SCREV'),
      cite('dose-sc-naturalistic', 'SCNAT'),
      cite('dose-im-bolus-safe', 'ANDR-4'),
    ],
  },
  {
    ...guide,
    id: 'dosing/injection-first-dose',
    statement: 'A first injection above the dose courses start at',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(productsOf(im, sc), bothPacks),
    when: all(session(1, 1), above('ordered-dose-by-weight', 0.5, 'mg/kg', 'dose-start-mgkg-im')),
    because: 'Courses by muscle and under the skin start at 0.25 to 0.5 mg/kg and are raised to effect.',
    sources: [
      cite('pol-dose-max-mgkg-im', 'IMIV14'),
      cite('dose-im-range', 'IMIV14'),
      cite('dose-sc-kads', 'KADS'),
    ],
  },
  {
    ...guide,
    id: 'dosing/oral-max',
    statement: 'More by mouth than the doses reported',
    basis: 'practice',
    certainty: 'S',
    scope: scope(oral, bothPacks),
    when: any(
      ordered('ordered-dose', 'above', 300, 'mg'),
      ordered('ordered-dose-by-weight', 'above', 7, 'mg/kg'),
    ),
    because: 'Doses by mouth were reported up to 300 mg and up to 7 mg/kg; how much arrives varies widely.',
    sources: [
      cite('dose-oral-range-mg', 'ANDR-2'),
      cite('dose-oral-range-mgkg', 'ANDR-2'),
      cite('dose-oral-1-vs-2', 'KHEIR'),
      cite('dose-non-iv-evidence', 'CANMAT'),
    ],
  },
  {
    id: 'dosing/oral-beyond-report',
    version: 1,
    statement: 'More by mouth than any dose reported, in milligrams and by weight',
    class: 'defer',
    hard: true,
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(oral, bothPacks),
    when: all(
      ordered('ordered-dose', 'above', 300, 'mg'),
      ordered('ordered-dose-by-weight', 'above', 7, 'mg/kg'),
    ),
    because: 'Beyond both ends of what was reported nothing is known but that breathing may stop.',
    actions: ['review-dose'],
    sources: [
      cite('dose-oral-range-mg', 'ANDR-2'),
      cite('dose-oral-range-mgkg', 'ANDR-2'),
      cite('legal-fda-2023-case', 'FDA23B'),
    ],
  },
  {
    id: 'dosing/oral-first-dose',
    version: 1,
    statement: 'A first dose by mouth above the dose a case series started at',
    class: 'caution',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(oral, bothPacks),
    when: all(session(1, 1), orderedAgainst('ordered-dose', 'above', 'dose-start-mg-oral')),
    because: 'A case series started at 50 mg and raised by 25 mg.',
    actions: ['monitor-alertness'],
    sources: [cite('dose-oral-titration-example', 'ALSHI')],
  },
  {
    id: 'dosing/sublingual-beyond-report',
    version: 1,
    statement: 'More under the tongue than any dose quoted',
    class: 'defer',
    hard: true,
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(sublingual, bothPacks),
    when: ordered('ordered-dose', 'above', 400, 'mg'),
    because: 'Clinics quote 25 to 400 mg, all of it of low quality; beyond it nothing was found.',
    actions: ['review-dose'],
    sources: [
      cite('dose-sl-range', 'SLWEB'),
      cite('dose-sl-range', 'SLDRO'),
      cite('dose-sl-range', 'HARB'),
      cite('dose-non-iv-evidence', 'CANMAT'),
    ],
  },
  {
    id: 'dosing/sublingual-first-dose',
    version: 1,
    statement: 'A first dose under the tongue above the lowest starting dose',
    class: 'caution',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(sublingual, bothPacks),
    when: all(session(1, 1), orderedAgainst('ordered-dose', 'above', 'dose-start-mg-sublingual')),
    because: 'Starting doses of 25 to 100 mg are quoted, all of it of low quality: low is the careful end.',
    actions: ['monitor-alertness'],
    sources: [cite('dose-sl-range', 'KAASSN')],
  },
  {
    id: 'dosing/nasal-compounded-beyond-trial',
    version: 1,
    statement: 'More compounded ketamine into the nose than the one dose tried',
    class: 'defer',
    hard: true,
    basis: 'inference',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(sprayed, bothPacks),
    when: ordered('ordered-dose', 'above', 50, 'mg'),
    because: 'One trial gave 50 mg once; strengths vary widely and how much a spray delivers is uncertain.',
    actions: ['review-dose'],
    sources: [cite('dose-in-racemic', 'LAP14'), cite('legal-fda-2022-strength', 'FDA22L')],
  },
  dayTotal('dosing/oral-day-total', oral, 300, cite('dose-oral-range-mg', 'ANDR-2')),
  dayTotal('dosing/sublingual-day-total', sublingual, 400, cite('dose-sl-range', 'HARB')),
  dayTotal('dosing/nasal-compounded-day-total', sprayed, 50, cite('dose-in-racemic', 'LAP14')),
  {
    id: 'dosing/injection-interval',
    version: 1,
    statement: 'Less time since the last injection than the densest schedule leaves',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(injection, bothPacks),
    when: all(stated('dosed-before'), orderedAgainst('time-since-last-dose', 'below', 'min-interval-iv')),
    because: 'The densest schedule studied gave three doses a week, two days apart.',
    actions: ['wait-until-resolved'],
    sources: [
      cite('pol-min-interval-iv', 'PHIL19'),
      cite('pol-min-interval-iv', 'SINGH16'),
      cite('dose-iv-3x-weekly-2wk', 'PHIL19'),
      cite('dose-iv-2x-weekly-3wk', 'ELEKT'),
      cite('dose-iv-2x-vs-3x', 'SINGH16'),
      cite('dose-iv-6-vs-1', 'SHIR20'),
    ],
  },
  {
    id: 'dosing/weight-outside-trials',
    version: 1,
    statement: 'A body size outside the range in which trials dosed by weight',
    class: 'caution',
    basis: 'trial',
    certainty: 'S',
    asked: ['dose'],
    scope: scope(injection, bothPacks),
    when: any(
      latest('body-weight', 'above', fromPolicy('weight-review-above'), weightMaxAge),
      latest('body-weight', 'below', fromPolicy('weight-review-below'), weightMaxAge),
      ifRecorded(latest('body-mass-index', 'above', fromPolicy('body-mass-index-review'), weightMaxAge)),
    ),
    because: 'Trials took people of 45 to 115 kg and a body mass index of up to 35.',
    actions: ['review-dose'],
    sources: [
      cite('pol-weight-review', 'NCTED'),
      cite('pol-weight-review', 'NCTMAYO'),
      cite('pol-weight-review', 'NCTLAT'),
      cite('pol-weight-review', 'CANBIND'),
    ],
  },
  {
    id: 'dosing/weight-in-doubt',
    version: 1,
    statement: 'A body weight that changed more than bodies do, and that nobody confirmed',
    class: 'defer',
    basis: 'inference',
    certainty: 'K',
    asked: ['dose', 'titration'],
    scope: scope(productsOf(injection, oral), bothPacks),
    when: stated('weight-in-doubt'),
    because:
      'The error of a dose by weight is the error of the weight; pounds taken for kilograms double it.',
    actions: ['measure-body-weight'],
    sources: [recall('pol-weight-max-age', 'K', 'OXFAQ')],
  },
  {
    id: 'dosing/weight-basis-obesity',
    version: 1,
    statement: 'A dose on actual body weight at a body mass index of 30 or more',
    class: 'note', // trials dosed on actual weight; one consensus would count ideal weight here
    basis: 'consensus',
    certainty: 'S',
    asked: ['dose'],
    scope: scope(iv, bothPacks),
    when: all(
      stated('ordered-on-actual-weight'),
      ifRecorded(latest('body-mass-index', 'at-least', amount(30, 'kg/m2'), weightMaxAge)),
    ),
    because:
      'A consensus would count ideal weight here because of pressure and pulse; trials counted actual weight.',
    actions: ['monitor-blood-pressure'],
    sources: [
      cite('dose-weight-basis-consensus', 'BMILET'),
      cite('dose-weight-basis-trials', 'BMILET'),
      cite('conf-weight-basis', 'BMILET'),
      cite('dose-weight-bmi-effect-1', 'FREE20'),
      cite('dose-weight-bmi-effect-2', 'BMI230'),
    ],
  },
]

const labelRate = {
  version: 1,
  statement: 'Ketamine by vein faster than the label allows',
  class: 'contraindicated',
  hard: true,
  basis: 'label',
  certainty: 'S',
  asked: ['dose', 'titration'],
  // 0.5 mg/kg a minute, as the label words it.
  when: ordered('ordered-rate-by-weight', 'above', 30, 'mg/kg/h'),
  because: 'Given faster than 0.5 mg/kg a minute, breathing may be depressed or stop.',
  actions: ['review-dose'],
} as const

/** The United States. */
export const ceilingsUs = (): readonly UnsignedRule[] => [
  {
    ...labelRate,
    id: 'dosing/iv-rate-label',
    scope: scope(iv, ['us']),
    sources: [cite('dose-iv-label-max-rate', 'PDR')],
  },
]

/** The European Union, the United Kingdom and Switzerland. */
export const ceilingsEu = (): readonly UnsignedRule[] => [
  {
    ...labelRate,
    id: 'dosing/iv-rate-label-uk',
    scope: scope(iv, ['uk'], '2019-01-01'),
    sources: [cite('dose-iv-label-max-rate', 'KET-UK')],
  },
]
