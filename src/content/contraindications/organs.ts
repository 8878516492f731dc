/** Hypersensitivity, and disease of liver, thyroid, lungs, airway, bladder and blood pigments. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import {
  all,
  amount,
  any,
  type Condition,
  fromPolicy,
  graded,
  has,
  hasEver,
  ifRecorded,
  latest,
  type Measured,
  stated,
} from '../../kernel/rule.ts'
import { from2023, until2023 } from '../editions.ts'
import {
  bothPacks,
  compounded,
  firstDay,
  injection,
  ketamine,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'

/**
 * A Child-Pugh class, asked of those whose list shows a disease of the liver that could have it.
 *
 * A class on record counts by itself: the problem list may have missed the liver. Without one, a list attested to
 * hold no such disease answers no, and a disease on it leaves the class open until it is known.
 */
/* @__NO_SIDE_EFFECTS__ */
function childPugh(among: readonly string[], prompt: string): Condition {
  const inClass = graded('child-pugh', among, fromPolicy('liver-class-max-age'))
  return any(ifRecorded(inClass), all(has(prompt), inClass))
}

/** More than three times the laboratory’s own upper limit. */
/* @__NO_SIDE_EFFECTS__ */
function aboveThreefold(fact: string): Measured {
  return {
    ...latest(fact, 'above', amount(3, '1'), fromPolicy('labs-max-age')),
    relativeTo: 'upper-limit-of-normal',
  }
}

const cystitisUs = (): UnsignedRule => ({
  id: 'organs/cystitis',
  version: 1,
  statement: 'Interstitial or ulcerative cystitis, or urinary symptoms of the ketamine type',
  class: 'caution', // the label asks to watch and to refer where warranted
  basis: 'label',
  certainty: 'S',
  asked: ['screening'],
  scope: nasalUs,
  when: has('bladder-disease'),
  because: 'Long or heavy use of ketamine damages the bladder; symptoms are watched through the course.',
  actions: [
    { kind: 'monitor', code: 'monitor-urinary-symptoms' },
    { kind: 'refer', code: 'refer-urology' },
  ],
  sources: [
    cite('ci-cystitis', 'PI19', 'section 5.9'),
    cite('ae-lt-cystitis-monitor', 'PI19', 'section 5.9'),
  ],
})

/** Rules on organs and reactions, alike in both packs. */
export const organs = (): readonly UnsignedRule[] => [
  {
    id: 'organs/hypersensitivity-compounded',
    version: 1,
    statement: 'Hypersensitivity to ketamine or an excipient',
    class: 'specialist-review', // a compounded product has no label that could rule it out
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(compounded, bothPacks),
    when: any(hasEver('hypersensitivity-ketamine'), hasEver('hypersensitivity-excipient')),
    because: 'The US label of the injection rules it out; the substance is the same.',
    actions: [{ kind: 'document', code: 'document-specialist-decision' }],
    sources: [cite('ci-hypersensitivity', 'PDR')],
  },
  {
    id: 'organs/hepatic-severe-ketamine',
    version: 1,
    statement: 'Severe hepatic disease (Child-Pugh C)',
    class: 'specialist-review', // the guideline says avoid; no label was seen on it
    basis: 'guideline',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: childPugh(['C'], 'advanced-liver-disease'),
    because: 'The liver clears ketamine, and repeated ketamine has injured livers.',
    actions: [
      { kind: 'ask', code: 'ask-child-pugh' },
      { kind: 'refer', code: 'refer-hepatology' },
    ],
    sources: [cite('ci-hepatic-severe-ket', 'ASRA18'), cite('ae-lt-dili', 'COT21')],
  },
  {
    id: 'organs/hepatic-moderate-ketamine',
    version: 1,
    statement: 'Moderate hepatic impairment (Child-Pugh B)',
    class: 'caution',
    basis: 'guideline',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: childPugh(['B'], 'liver-disease'),
    because: 'The liver clears ketamine: exposure may be higher and last longer.',
    actions: [
      { kind: 'ask', code: 'ask-child-pugh' },
      { kind: 'measure', code: 'measure-liver-function' },
    ],
    sources: [cite('ci-hepatic-moderate', 'ASRA18'), cite('pre-baseline-lft', 'ASRA18')],
  },
  {
    id: 'organs/transaminases-threefold',
    version: 1,
    statement: 'Transaminases above three times the upper limit of normal',
    class: 'caution', // a threshold of a trial
    basis: 'trial',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    // The laboratory value decides; the code on the list only says that one is needed.
    when: any(
      ifRecorded(aboveThreefold('alt')),
      ifRecorded(aboveThreefold('ast')),
      all(has('raised-transaminases'), any(aboveThreefold('alt'), aboveThreefold('ast'))),
    ),
    because: 'Repeated ketamine has injured livers; a trial took nobody with a liver already inflamed.',
    actions: [
      { kind: 'measure', code: 'measure-liver-function' },
      { kind: 'refer', code: 'refer-hepatology' },
    ],
    sources: [cite('ci-lft-3xuln', 'NCTAUD'), cite('ae-lt-dili', 'COT21')],
  },
  {
    id: 'organs/hyperthyroidism-ketamine',
    version: 1,
    statement: 'Hyperthyroidism, not controlled',
    class: 'defer',
    basis: 'inference', // the Swiss label of the injection rules it out where it is in force
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: has('hyperthyroidism-not-controlled'),
    because: 'Ketamine adds to the drive on heart and blood pressure that the thyroid already gives.',
    actions: [
      { kind: 'measure', code: 'measure-thyroid-function' },
      { kind: 'wait-until', code: 'wait-until-resolved' },
    ],
    sources: [cite('ci-hyperthyroid', 'KET-CH')],
  },
  {
    id: 'organs/sleep-apnoea-ketamine',
    version: 1,
    statement: 'Sleep apnoea',
    class: 'caution',
    basis: 'guideline', // a Canadian standard asks to screen for it before ketamine by injection
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, bothPacks, '2021-01-01'),
    when: has('sleep-apnoea'),
    because: 'Sedation may close the airway.',
    actions: [{ kind: 'monitor', code: 'monitor-alertness' }],
    sources: [cite('ci-osa', 'CPSBC'), cite('pre-sleep-apnoea-screen', 'CPSBC')],
  },
  {
    id: 'organs/porphyria-ketamine',
    version: 1,
    statement: 'Acute porphyria',
    class: 'specialist-review', // several sources rule it out; none of them is a label of these countries
    basis: 'consensus',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: hasEver('acute-porphyria'), // the disease stays between attacks
    because: 'Ketamine is held to be able to set off an attack.',
    actions: [{ kind: 'document', code: 'document-specialist-decision' }],
    sources: [cite('ci-porphyria', 'ESAFE'), cite('ci-porphyria', 'KET-IT'), cite('ci-porphyria', 'NCTAUD')],
  },
  {
    id: 'organs/cystitis-compounded',
    version: 1,
    statement: 'Interstitial or ulcerative cystitis, or urinary symptoms of the ketamine type',
    class: 'specialist-review',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(compounded, bothPacks),
    when: has('bladder-disease'),
    because: 'Ketamine damages the bladder, and stopping it is the key to recovery.',
    actions: [
      { kind: 'refer', code: 'refer-urology' },
      { kind: 'monitor', code: 'monitor-urinary-symptoms' },
    ],
    sources: [cite('ae-lt-cystitis-stop', 'KIC22'), cite('ae-lt-cystitis-stop', 'LUTS19')],
  },
  {
    id: 'organs/urinary-symptoms-today-ketamine',
    version: 1,
    statement: 'New urinary symptoms',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: scope(ketamine, bothPacks),
    when: stated('urinary-symptoms-new', fromPolicy('dosing-day-answer-max-age')),
    because:
      'They may be the first sign of damage to the bladder, which ends best where ketamine is stopped early.',
    actions: [{ kind: 'refer', code: 'refer-urology' }],
    sources: [
      cite('ae-lt-cystitis-stop', 'KIC22'),
      recall('ae-lt-cystitis-monitor-detail', 'K'),
      recall('ci-cystitis', 'K'),
    ],
  },
  {
    id: 'organs/airway-risk-ketamine',
    version: 1,
    statement: 'Infection of the airway, or a difficult airway',
    // The source speaks of higher doses and gives no number, so the row holds at any dose by needle.
    class: 'specialist-review',
    basis: 'consensus',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: scope(['ketamine-iv', 'ketamine-im'], bothPacks),
    when: any(has('airway-infection'), has('difficult-airway')),
    because:
      'Secretions and reflexes of the airway go up with ketamine; rescue is harder where the airway is difficult.',
    actions: [{ kind: 'refer', code: 'refer-anaesthesia' }],
    sources: [cite('ci-airway-risk', 'KET-IT')],
  },
]

/** The rows of the United States. */
export const organsUs = (): readonly UnsignedRule[] => [
  {
    id: 'organs/hypersensitivity-esketamine',
    version: 1,
    statement: 'Hypersensitivity to esketamine, ketamine or an excipient',
    class: 'contraindicated',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: any(hasEver('hypersensitivity-ketamine'), hasEver('hypersensitivity-excipient')),
    because: 'A further exposure may bring on an allergic reaction.',
    actions: [],
    sources: [cite('ci-hypersensitivity', 'PI19', 'section 4'), cite('prod-esk-excipients', 'SMPC-MYF')],
  },
  {
    id: 'organs/hypersensitivity-ketamine',
    version: 1,
    statement: 'Hypersensitivity to ketamine or an excipient',
    class: 'contraindicated',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, ['us']),
    when: any(hasEver('hypersensitivity-ketamine'), hasEver('hypersensitivity-excipient')),
    because: 'A further exposure may bring on an allergic reaction.',
    actions: [],
    sources: [cite('ci-hypersensitivity', 'PDR'), cite('ci-hypersensitivity', 'DRO-K')],
  },
  {
    id: 'organs/hepatic-severe',
    version: 1,
    statement: 'Severe hepatic impairment (Child-Pugh C)',
    class: 'specialist-review', // not studied and not recommended, which is no contraindication
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: childPugh(['C'], 'advanced-liver-disease'),
    because: 'The liver clears the substance; at this class it was not studied and is not recommended.',
    actions: [
      { kind: 'ask', code: 'ask-child-pugh' },
      { kind: 'refer', code: 'refer-hepatology' },
    ],
    sources: [
      cite('ci-hepatic-severe-esk', 'PI19', 'section 8.6'),
      cite('ci-hepatic-severe-esk', 'MONO'),
      cite('dose-esk-hepatic-severe', 'PI19', 'section 8.6'),
    ],
  },
  {
    id: 'organs/hepatic-moderate',
    version: 1,
    statement: 'Moderate hepatic impairment (Child-Pugh B)',
    class: 'caution',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: childPugh(['B'], 'liver-disease'),
    because: 'Exposure is higher and lasts longer, so observation may have to be longer.',
    actions: [
      { kind: 'ask', code: 'ask-child-pugh' },
      { kind: 'monitor', code: 'monitor-longer' },
    ],
    sources: [
      cite('ci-hepatic-moderate', 'PI19', 'section 8.6'),
      cite('dose-esk-hepatic-moderate', 'PI19', 'section 8.6'),
    ],
  },
  {
    id: 'organs/hyperthyroidism-us',
    version: 1,
    statement: 'Hyperthyroidism, not controlled',
    class: 'defer',
    basis: 'inference', // no US text on it was seen; the EU text of the same product names it
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: has('hyperthyroidism-not-controlled'),
    because: 'A dose adds to the drive on heart and blood pressure that the thyroid already gives.',
    actions: [
      { kind: 'measure', code: 'measure-thyroid-function' },
      { kind: 'wait-until', code: 'wait-until-resolved' },
    ],
    sources: [cite('ci-hyperthyroid', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'organs/pulmonary-insufficiency-us',
    version: 1,
    statement: 'Significant pulmonary insufficiency, COPD included',
    class: 'caution',
    basis: 'inference', // no US text on it was seen
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: has('pulmonary-insufficiency'),
    because:
      'The EU text of the same product asks to weigh it; sedation may bring a short breath to its limit.',
    actions: [{ kind: 'monitor', code: 'monitor-alertness' }],
    sources: [cite('ci-pulmonary', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'organs/sleep-apnoea-us',
    version: 1,
    statement: 'Sleep apnoea',
    class: 'caution',
    basis: 'inference', // no US text on it was seen
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: has('sleep-apnoea'),
    because: 'The EU text of the same product names it; sedation may close the airway.',
    actions: [{ kind: 'monitor', code: 'monitor-alertness' }],
    sources: [cite('ci-osa', 'EUPIL22', 'leaflet section 2')],
  },
  until2023(cystitisUs()),
  from2023(cystitisUs(), 'section 5.10'),
  {
    id: 'organs/cystitis-ketamine',
    version: 1,
    statement: 'Interstitial or ulcerative cystitis, or urinary symptoms of the ketamine type',
    class: 'specialist-review',
    basis: 'practice',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, ['us'], firstDay, '2024-09-30'),
    when: has('bladder-disease'),
    because: 'Ketamine damages the bladder, and stopping it is the key to recovery.',
    actions: [
      { kind: 'refer', code: 'refer-urology' },
      { kind: 'monitor', code: 'monitor-urinary-symptoms' },
    ],
    sources: [cite('ae-lt-cystitis-stop', 'KIC22'), cite('ae-lt-cystitis-stop', 'LUTS19')],
  },
  {
    id: 'organs/cystitis-ketamine',
    version: 2,
    statement: 'Interstitial or ulcerative cystitis, or urinary symptoms of the ketamine type',
    class: 'specialist-review', // the label asks to think of stopping where the pain goes on
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, ['us'], '2024-10-01'),
    when: has('bladder-disease'),
    because:
      'Long off-label use can cause pain of the urinary tract, and stopping it is the key to recovery.',
    actions: [
      { kind: 'refer', code: 'refer-urology' },
      { kind: 'monitor', code: 'monitor-urinary-symptoms' },
    ],
    sources: [
      cite('ci-cystitis', 'KET24', 'section 2.1'),
      cite('ae-lt-cystitis-label', 'KET24', 'section 2.1'),
      cite('ae-lt-cystitis-stop', 'KIC22'),
    ],
  },
  {
    id: 'organs/urinary-symptoms-today',
    version: 1,
    statement: 'New urinary symptoms',
    class: 'caution',
    basis: 'label', // watched in the course, referred where warranted; how often is left open
    certainty: 'S',
    asked: ['session'],
    scope: nasalUs,
    when: stated('urinary-symptoms-new', fromPolicy('dosing-day-answer-max-age')),
    because: 'They may be the first sign of damage to the bladder.',
    actions: [{ kind: 'refer', code: 'refer-urology' }],
    sources: [
      cite('conf-urinary-schedule', 'PI19', 'section 5.9'),
      cite('ae-lt-cystitis-monitor', 'PI19', 'section 5.9'),
    ],
  },
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const organsEu = (): readonly UnsignedRule[] => [
  {
    id: 'organs/hypersensitivity-esketamine-eu',
    version: 1,
    statement: 'Hypersensitivity to esketamine, ketamine or an excipient',
    class: 'contraindicated',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: any(hasEver('hypersensitivity-ketamine'), hasEver('hypersensitivity-excipient')),
    because: 'A further exposure may bring on an allergic reaction.',
    actions: [],
    sources: [
      cite('ci-hypersensitivity', 'SMPC-IT'),
      cite('ci-hypersensitivity', 'EUPIL22', 'leaflet section 2'),
      cite('prod-esk-excipients', 'SMPC-MYF'),
    ],
  },
  {
    id: 'organs/hypersensitivity-ketamine-eu',
    version: 1,
    statement: 'Hypersensitivity to ketamine or an excipient',
    class: 'specialist-review', // of the injection labels here none was seen on it
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, ['eu']),
    when: any(hasEver('hypersensitivity-ketamine'), hasEver('hypersensitivity-excipient')),
    because: 'The US label of the injection rules it out; the substance is the same.',
    actions: [{ kind: 'document', code: 'document-specialist-decision' }],
    sources: [cite('ci-hypersensitivity', 'PDR')],
  },
  {
    id: 'organs/hepatic-severe-eu',
    version: 1,
    statement: 'Severe hepatic impairment (Child-Pugh C)',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: childPugh(['C'], 'advanced-liver-disease'),
    because:
      'The liver clears the substance; there is no experience at this class, and exposure is expected to be higher.',
    actions: [
      { kind: 'ask', code: 'ask-child-pugh' },
      { kind: 'refer', code: 'refer-hepatology' },
    ],
    sources: [
      cite('ci-hepatic-severe-esk', 'SMPC-RXS'),
      cite('ci-hepatic-severe-esk', 'DE22'),
      cite('dose-esk-eu-severe-hepatic', 'SMPC-RXS'),
    ],
  },
  {
    id: 'organs/hepatic-moderate-eu',
    version: 1,
    statement: 'Moderate hepatic impairment (Child-Pugh B)',
    class: 'caution',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: childPugh(['B'], 'liver-disease'),
    because: 'Exposure is higher; the highest dose asks for caution.',
    actions: [
      { kind: 'ask', code: 'ask-child-pugh' },
      { kind: 'monitor', code: 'monitor-longer' },
    ],
    sources: [cite('ci-hepatic-moderate', 'SMPC-MYB'), cite('dose-esk-eu-severe-hepatic', 'SMPC-MYB')],
  },
  {
    id: 'organs/hyperthyroidism-ch',
    version: 1,
    statement: 'Hyperthyroidism, untreated or not sufficiently treated',
    class: 'contraindicated',
    elsewhere: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, ['ch']),
    when: has('hyperthyroidism-not-controlled'),
    because: 'Ketamine adds to the drive on heart and blood pressure that the thyroid already gives.',
    actions: [{ kind: 'measure', code: 'measure-thyroid-function' }],
    sources: [cite('ci-hyperthyroid-ch', 'KET-CH'), cite('ci-hyperthyroid', 'KET-CH')],
  },
  {
    id: 'organs/hyperthyroidism-eu',
    version: 1,
    statement: 'Hyperthyroidism, not controlled',
    class: 'defer',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: has('hyperthyroidism-not-controlled'),
    because: 'A dose adds to the drive on heart and blood pressure that the thyroid already gives.',
    actions: [
      { kind: 'measure', code: 'measure-thyroid-function' },
      { kind: 'wait-until', code: 'wait-until-resolved' },
    ],
    sources: [
      cite('ci-hyperthyroid', 'SMPC-PT', 'leaflet section 2'),
      cite('ci-hyperthyroid', 'EUPIL22', 'leaflet section 2'),
    ],
  },
  {
    id: 'organs/pulmonary-insufficiency-eu',
    version: 1,
    statement: 'Significant pulmonary insufficiency, COPD included',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: has('pulmonary-insufficiency'),
    because: 'Sedation may bring an already short breath to its limit.',
    actions: [
      { kind: 'document', code: 'document-benefit-risk' },
      { kind: 'document', code: 'setting-resuscitation-ready' },
    ],
    sources: [
      cite('ci-pulmonary', 'SMPC-PT', 'leaflet section 2'),
      cite('ci-pulmonary', 'SMPC-MYB'),
      cite('ci-pulmonary', 'EUPIL22', 'leaflet section 2'),
    ],
  },
  {
    id: 'organs/sleep-apnoea-eu',
    version: 1,
    statement: 'Sleep apnoea',
    class: 'caution', // the label weighs it together with obesity: the next row
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: has('sleep-apnoea'),
    because: 'Sedation may close the airway.',
    actions: [{ kind: 'document', code: 'setting-resuscitation-ready' }],
    sources: [
      cite('ci-osa', 'SMPC-PT', 'leaflet section 2'),
      cite('ci-osa', 'SMPC-MYB'),
      cite('ci-osa', 'EUPIL22', 'leaflet section 2'),
    ],
  },
  {
    id: 'organs/sleep-apnoea-obesity-eu',
    version: 1,
    statement: 'Sleep apnoea together with a body mass index of 35 kg/m2 or more',
    // The text lists the pair beside lung disease, as a matter in which the doctor decides whether to treat.
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: all(
      has('sleep-apnoea'),
      any(
        latest('body-mass-index', 'at-least', amount(35, 'kg/m2'), fromPolicy('body-mass-index-max-age')),
        has('morbid-obesity'),
      ),
    ),
    because: 'Sedation may close the airway, the more so with morbid obesity.',
    actions: [
      { kind: 'document', code: 'document-benefit-risk' },
      { kind: 'document', code: 'setting-resuscitation-ready' },
    ],
    sources: [cite('ci-bmi-35', 'SMPC-MYB'), cite('ci-osa', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'organs/cystitis-eu',
    version: 1,
    statement: 'Interstitial or ulcerative cystitis, or urinary symptoms of the ketamine type',
    class: 'caution',
    basis: 'label', // the leaflet asks to report urinary pain or blood during treatment
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: has('bladder-disease'),
    because: 'Long or heavy use of ketamine damages the bladder; symptoms are watched through the course.',
    actions: [
      { kind: 'monitor', code: 'monitor-urinary-symptoms' },
      { kind: 'refer', code: 'refer-urology' },
    ],
    sources: [cite('ci-cystitis', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'organs/cystitis-ketamine-eu',
    version: 1,
    statement: 'Interstitial or ulcerative cystitis, or urinary symptoms of the ketamine type',
    class: 'specialist-review',
    basis: 'practice',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, ['eu']),
    when: has('bladder-disease'),
    because: 'Ketamine damages the bladder, and stopping it is the key to recovery.',
    actions: [
      { kind: 'refer', code: 'refer-urology' },
      { kind: 'monitor', code: 'monitor-urinary-symptoms' },
    ],
    sources: [cite('ae-lt-cystitis-stop', 'KIC22'), cite('ae-lt-cystitis-stop', 'LUTS19')],
  },
  {
    id: 'organs/urinary-symptoms-today-eu',
    version: 1,
    statement: 'New urinary symptoms',
    class: 'caution',
    basis: 'label',
    certainty: 'S',
    asked: ['session'],
    scope: nasalEu,
    when: stated('urinary-symptoms-new', fromPolicy('dosing-day-answer-max-age')),
    because: 'They may be the first sign of damage to the bladder.',
    actions: [{ kind: 'refer', code: 'refer-urology' }],
    sources: [cite('ci-cystitis', 'EUPIL22', 'leaflet section 2')],
  },
]
