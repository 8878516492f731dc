/** What stands against leaving. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
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
  type Scope,
  stated,
  takes,
} from '../../kernel/rule.ts'
import {
  allProducts,
  bothPacks,
  injection,
  ketamine,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'
import { highLevels } from '../suicide-levels.ts'
import { openEffects } from './open-effects.ts'
import { fromNow, riskNotAssessed, type ShortRow, screened } from './row.ts'

const answered = /* @__PURE__ */ fromPolicy('release-answer-max-age')
const read = /* @__PURE__ */ fromPolicy('release-reading-max-age')
const today = /* @__PURE__ */ fromPolicy('dosing-day-answer-max-age')

/** A row as most of them are: asked before leaving, and a reason to wait. */
/* @__NO_SIDE_EFFECTS__ */
function row(written: ShortRow): UnsignedRule {
  return { version: 1, class: 'defer', certainty: 'S', asked: ['release'], ...written }
}

const everywhere = /* @__PURE__ */ scope(allProducts, bothPacks)
const racemic = /* @__PURE__ */ scope(ketamine, bothPacks)

/** A criterion a person has to have seen met. */
/* @__NO_SIDE_EFFECTS__ */
function lacks(fact: string): Condition {
  return isNot(stated(fact, answered))
}

/** Something for which a source asks a longer stay and gives no number: a clinician’s time decides, and has to pass. */
/* @__NO_SIDE_EFFECTS__ */
function staysFor(reason: Condition): Condition {
  return all(reason, isNot(latest('stay-left', 'at-most', amount(0, 'min'), fromNow)))
}

const observing = () => latest('observation-left', 'above', amount(0, 'min'), fromNow)

/** Of two scales a site uses one: neither may speak against leaving, and one has to speak for it. */
/* @__NO_SIDE_EFFECTS__ */
function notFullyAlert(): Condition {
  const awake = fromPolicy('release-alertness')
  const calm = amount(0, '{score}')
  return any(
    ifRecorded(latest('alertness-lowest-of-last-two', 'below', awake, read)),
    ifRecorded(latest('agitation-sedation-furthest-of-last-two', 'above', calm, read)),
    isNot(
      any(
        latest('alertness-lowest-of-last-two', 'at-least', awake, read),
        latest('agitation-sedation-furthest-of-last-two', 'at-most', calm, read),
      ),
    ),
  )
}

/** A total that counts as dissociation, and is not the person’s own. */
/* @__NO_SIDE_EFFECTS__ */
function dissociated(): Condition {
  const cut = fromPolicy('release-dissociation')
  return all(
    ifRecorded(latest('dissociation', 'above', cut, read)),
    isNot(latest('dissociation-over-baseline', 'at-most', cut, read)),
  )
}

/* @__NO_SIDE_EFFECTS__ */
function eitherPressure(what: 'off-baseline' | 'trend', limit: { readonly policy: string }): Condition {
  return any(
    latest(`systolic-${what}`, 'above', limit, read),
    latest(`diastolic-${what}`, 'above', limit, read),
  )
}

/** A class on record counts by itself; it is asked for where a disease of the liver stands on the list. */
/* @__NO_SIDE_EFFECTS__ */
function liverImpaired(): Condition {
  const inClass = graded('child-pugh', ['B', 'C'], fromPolicy('liver-class-max-age'))
  return any(ifRecorded(inClass), all(has('liver-disease'), inClass))
}

const untilClinician =
  'Exposure or effect may last longer; no source gives minutes, so a clinician’s time counts.'
const notYet = 'The watch after a dose is a floor, and never an exit by itself.'

const clinical = (): readonly UnsignedRule[] => [
  row({
    id: 'release/administration-running',
    statement: 'Something is still being given',
    basis: 'practice',
    certainty: 'S',
    scope: everywhere,
    when: stated('administration-running'),
    because: 'The observation begins where the last administration ends.',
    actions: ['keep-observing'],
    sources: [
      cite('mon-ket-label-continuous', 'KET24', 'section 2.1'),
      cite('dc-esk-time', 'PI19', 'sections 5.1 and 5.2'),
    ],
  }),
  row({
    id: 'release/required-observations',
    statement: 'An observation the schedule requires was not taken',
    basis: 'practice',
    scope: everywhere,
    when: isNot(stated('required-observations-done')),
    because: 'What was never looked at is not known to be well.',
    actions: ['measure-vital-signs'],
    sources: [cite('mon-esk-bp-40', 'PI19', 'section 2.1'), cite('conf-monitor-interval', 'EMORY')],
  }),
  row({
    id: 'release/observation-ketamine',
    statement: 'Observation after the dose not over',
    basis: 'practice',
    scope: racemic,
    when: observing(),
    because: notYet,
    actions: ['keep-observing'],
    sources: [
      cite('pol-obs-iv', 'OXTRT'),
      cite('pol-obs-sc', 'SCCASE'),
      recall('pol-obs-im', 'K', 'NORTHR'),
      cite('conf-monitoring-time', 'OXTRT'),
      cite('dc-site-obs-oxford', 'OXTRT'),
      cite('dc-site-obs-drow', 'DROREQ'),
    ],
  }),
  row({
    id: 'release/alertness',
    statement: 'Not fully alert at the last two checks',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: notFullyAlert(),
    because: 'The second check confirms the first.',
    actions: ['recheck-before-leaving'],
    sources: [
      recall('pol-dc-moaas', 'K', 'BMCMOA'),
      recall('dc-sedation', 'K', 'RMM'),
      cite('dc-rass', 'RASSS'),
      cite('dc-scale-moaas-wording', 'BMCMOA'),
      recall('mon-scale-moaas', 'K'),
    ],
  }),
  row({
    id: 'release/dissociation-scale',
    statement: 'Dissociation above the person’s own baseline',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: dissociated(),
    because: 'Who is still dissociated may come to harm on the way home.',
    actions: ['recheck-before-leaving'],
    sources: [
      recall('dc-dissociation', 'K'),
      recall('mon-scale-cadss-cut', 'K'),
      cite('mon-scale-cadss', 'CADSS23'),
      cite('conf-cadss-version', 'CADSS28'),
    ],
  }),
  row({
    id: 'release/pressure-off-baseline',
    statement: 'Blood pressure not back near its value before the dose',
    basis: 'practice',
    scope: everywhere,
    when: eitherPressure('off-baseline', fromPolicy('release-pressure-off-baseline')),
    because: 'Scores of recovery give full marks within 20 % of the value before.',
    actions: ['recheck-before-leaving'],
    sources: [cite('pol-bp-return', 'ALD'), cite('dc-bp-baseline', 'PADS'), cite('dc-bp-baseline', 'ALD')],
  }),
  row({
    id: 'release/pressure-high',
    statement: 'Blood pressure too high for leaving',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: any(
      latest('systolic-pressure', 'at-least', fromPolicy('release-systolic'), read),
      latest('diastolic-pressure', 'at-least', fromPolicy('release-diastolic'), read),
    ),
    because: 'A value high before the dose is no reason to let a person go with it; the cap is the site’s.',
    actions: ['recheck-before-leaving', 'seek-pressure-help'],
    sources: [recall('pol-bp-return', 'K'), cite('conf-bp-duration', 'PI20')],
  }),
  row({
    id: 'release/vital-alarm',
    statement: 'A heart or respiratory rate at which a session is looked at again or stopped',
    basis: 'practice',
    scope: everywhere,
    when: any(
      ifRecorded(latest('heart-rate', 'above', fromPolicy('heart-rate-alert'), read)),
      ifRecorded(latest('heart-rate', 'below', fromPolicy('heart-rate-stop-low'), read)),
      ifRecorded(latest('respiratory-rate', 'below', fromPolicy('respiratory-rate-emergency'), read)),
    ),
    because: 'What sounds an alarm while a session runs does not go home with the person.',
    actions: ['recheck-before-leaving', 'check-airway'],
    sources: [
      cite('pol-hr-stop', 'KAASSN'),
      cite('mon-hr-stop', 'KAASSN'),
      cite('mon-iv-stop-spo2', 'KAASSN'),
    ],
  }),
  row({
    id: 'release/saturation',
    statement: 'Oxygen saturation on room air too low for leaving',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: all(
      latest('oxygen-saturation', 'below', fromPolicy('release-saturation'), read),
      isNot(ifRecorded(stated('saturation-at-own-baseline', answered))),
    ),
    because: 'Full marks in a score of recovery start just below it.',
    actions: ['recheck-before-leaving', 'check-airway'],
    sources: [recall('pol-dc-spo2', 'K', 'ALD'), cite('dc-aldrete', 'ALD')],
  }),
  row({
    id: 'release/nausea',
    statement: 'Nausea not settled',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: lacks('nausea-settled'),
    because: 'Nausea under control and being able to drink belong to readiness for home.',
    actions: ['recheck-before-leaving'],
    sources: [recall('dc-ambulation-oral', 'K'), cite('dc-padss', 'PADS')],
  }),
  row({
    id: 'release/orientation',
    statement: 'Not oriented',
    basis: 'practice',
    scope: everywhere,
    when: lacks('oriented'),
    because: 'Full marks of readiness for home ask for orientation in person, place and time.',
    actions: ['recheck-before-leaving'],
    sources: [
      cite('pol-dc-orientation-gait', 'PADS'),
      cite('dc-orientation-gait', 'PADS'),
      cite('dc-orientation', 'PADS'),
      cite('conf-discharge-score', 'PADS'),
    ],
  }),
  row({
    id: 'release/gait',
    statement: 'Gait not steady',
    basis: 'practice',
    scope: everywhere,
    when: lacks('steady-gait'),
    because: 'One fall with an ambulance came after a formal discharge; full marks ask for a steady gait.',
    actions: ['recheck-before-leaving'],
    sources: [
      cite('pol-dc-orientation-gait', 'PADS'),
      cite('dc-orientation-gait', 'PADS'),
      cite('mon-escalation-rate', 'JPAUD'),
    ],
  }),
  row({
    id: 'release/aldrete',
    statement: 'Modified Aldrete total too low',
    class: 'defer',
    basis: 'practice',
    scope: everywhere,
    when: ifRecorded(latest('aldrete-total', 'below', fromPolicy('release-aldrete'), read)),
    because:
      'Where a site scores recovery, the published threshold counts; the score was not made for ketamine.',
    actions: ['recheck-before-leaving'],
    sources: [
      cite('pol-dc-aldrete', 'ALD'),
      cite('dc-aldrete', 'ALD'),
      cite('dc-aldrete', 'STATPA'),
      cite('dc-aldrete-variant', 'ALDV'),
    ],
  }),
  row({
    id: 'release/padss',
    statement: 'PADS or PADSS total too low',
    basis: 'practice',
    scope: everywhere,
    when: ifRecorded(latest('padss-total', 'below', fromPolicy('release-padss'), read)),
    because:
      'Where a site scores readiness, the published threshold counts; the score was not made for ketamine.',
    actions: ['recheck-before-leaving'],
    sources: [cite('pol-dc-padss', 'PADS'), cite('dc-padss', 'PADS')],
  }),
  row({
    id: 'release/mental-state',
    statement: 'Mental state not checked again',
    basis: 'practice',
    scope: everywhere,
    when: lacks('mental-state-rechecked'),
    because: 'It is checked again before the person leaves.',
    actions: ['assess-mental-state'],
    sources: [cite('dc-orientation', 'PADS')],
  }),
  row({
    id: 'release/suicide-risk',
    statement: 'Suicide risk not checked again',
    basis: 'practice',
    scope: everywhere,
    when: lacks('suicide-risk-rechecked'),
    because: 'It may be higher after a dose than before; the drug is not known to prevent suicide.',
    actions: ['assess-suicide-risk'],
    sources: [
      cite('dc-orientation', 'PADS'),
      cite('pre-suicide-every-encounter', 'ZEROS'),
      cite('prod-esk-limit-suicide', 'WCM'),
    ],
  }),
]

const longer = (): readonly UnsignedRule[] => [
  row({
    id: 'release/suicide-screen-high',
    statement: 'A high answer of the suicide screen, not assessed by a clinician since',
    basis: 'practice',
    scope: everywhere,
    when: all(ifRecorded(graded('suicide-screen-level', highLevels(), screened)), riskNotAssessed()),
    because: 'Precautions stand until a mental-health professional has evaluated the person.',
    actions: ['assess-suicide-risk', 'watch-suicide-risk'],
    sources: [cite('pre-cssrs-high', 'CSSRST'), cite('pre-suicide-every-encounter', 'ZEROS')],
  }),
  row({
    id: 'release/stay-set',
    statement: 'The stay a clinician set is not over',
    basis: 'practice',
    certainty: 'K', // the clinician is the source
    scope: everywhere,
    when: ifRecorded(latest('stay-left', 'above', amount(0, 'min'), fromNow)),
    because: 'A clinician saw a reason for it, whatever else is met.',
    actions: ['keep-observing'],
    sources: [],
  }),
  row({
    id: 'release/stay-depressants',
    statement: 'A sedating medicine beside the dose, and the stay a clinician asks for not over or not set',
    basis: 'practice',
    scope: everywhere,
    when: staysFor(takes('cns-depressants')),
    because: untilClinician,
    actions: ['ask-stay-until', 'monitor-alertness'],
    sources: [cite('ddi-cns-depressants', 'PI19', 'section 7.1')],
  }),
  row({
    id: 'release/stay-earlier-sedation',
    statement:
      'Delayed sedation in an earlier session, and the stay a clinician asks for not over or not set',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: staysFor(
      all(
        isNot(latest('session-number', 'at-most', amount(1, '{n}'), fromNow)),
        stated('earlier-delayed-sedation'),
      ),
    ),
    because: 'What came late once may come late again.',
    actions: ['ask-stay-until', 'monitor-alertness'],
    sources: [recall('dc-sedation', 'K')],
  }),
  row({
    id: 'release/stay-rescue',
    statement: 'A rescue medicine was given, and the stay a clinician asks for not over or not set',
    basis: 'practice',
    scope: everywhere,
    when: staysFor(stated('rescue-given')),
    because: 'A rescue medicine may sedate, drop blood pressure or wear off; no source gives minutes.',
    actions: ['ask-stay-until', 'keep-observing'],
    sources: [
      cite('mon-rescue-emergence', 'KET-UKD'),
      cite('mon-rescue-antihypertensive', 'SDNESK'),
      cite('mon-rescue-antiemetic', 'CURB'),
      cite('mon-rescue-amlodipine-case', 'JNJ-MAOI'),
      recall('mon-no-reversal', 'K'),
    ],
  }),
  row({
    id: 'release/stay-requested',
    statement: 'A longer observation was asked for, and the stay a clinician asks for not over or not set',
    basis: 'practice',
    certainty: 'K', // the request is the reason; its own row holds the source
    scope: everywhere,
    when: staysFor(stated('longer-stay-requested')),
    because: 'What the screening found asks for it; no source gives minutes, so a clinician’s time counts.',
    actions: ['ask-stay-until'],
    sources: [],
  }),
  row({
    id: 'release/stay-liver-ketamine',
    statement: 'Impaired liver, and the stay a clinician asks for not over or not set',
    basis: 'guideline',
    scope: racemic,
    when: staysFor(liverImpaired()),
    because: untilClinician,
    actions: ['ask-child-pugh', 'ask-stay-until'],
    sources: [cite('ci-hepatic-moderate', 'ASRA18')],
  }),
]

const notAlone = 'Attention and movement are impaired until the next day after sleep.'

/** Nobody here to take the person home, and leaving alone is not, or not yet, what the site allows. */
/* @__NO_SIDE_EFFECTS__ */
function alone(): Condition {
  return all(
    lacks('escort-here'),
    isNot(
      all(
        ifRecorded(stated('departure-arranged', answered)),
        latest('time-since-last-administration', 'at-least', fromPolicy('leaving-alone-after'), fromNow),
      ),
    ),
  )
}

/* @__NO_SIDE_EFFECTS__ */
function outpatients(of: Scope): Scope {
  return { ...of, settings: ['outpatient', 'remote'] }
}

/* @__NO_SIDE_EFFECTS__ */
function wayHome(
  id: string,
  basis: UnsignedRule['basis'],
  of: Scope,
  sources: readonly Citation[],
): UnsignedRule {
  return row({
    id,
    statement: 'Nobody here to take the person home',
    basis,
    scope: outpatients(of),
    when: alone(),
    because: notAlone,
    actions: ['ask-way-home'],
    sources,
  })
}

const arrangements = (): readonly UnsignedRule[] => [
  wayHome('release/way-home-ketamine', 'practice', racemic, [
    cite('dc-escort', 'KET-UK'),
    cite('pol-dc-escort', 'OXTRT'),
    cite('conf-escort', 'OXTRT'),
    cite('pre-escort-oxford', 'OXTRT'),
  ]),
  row({
    id: 'release/written-advice',
    statement: 'Written advice not given',
    basis: 'practice',
    scope: everywhere,
    when: isNot(stated('written-advice-given', today)),
    because: 'Driving, medicines, activities and a number to call are handed over in writing.',
    actions: ['document-advice'],
    sources: [cite('dc-advice', 'RCEM'), cite('dc-advice', 'PI19', 'section 17')],
  }),
]

/** Rows alike in both packs. */
export const release = (): readonly UnsignedRule[] => [
  ...clinical(),
  ...longer(),
  ...openEffects(),
  ...arrangements(),
  row({
    id: 'release/breathing-ketamine',
    statement: 'Breathing not seen to be normal',
    basis: 'practice',
    scope: racemic,
    when: lacks('breathing-normal'),
    because: 'Respiratory depression is a known effect; a score of recovery looks at breathing.',
    actions: ['check-airway', 'recheck-before-leaving'],
    sources: [cite('dc-aldrete', 'ALD')],
  }),
  row({
    id: 'release/stable-ketamine',
    statement: 'Not judged clinically stable',
    basis: 'practice',
    scope: racemic,
    when: lacks('clinically-stable'),
    because: 'A professional’s judgement of the whole stands beside every number.',
    actions: ['recheck-before-leaving'],
    sources: [cite('dc-esk-stable', 'PI19', 'section 5.1')],
  }),
  row({
    id: 'release/pressure-rising-ketamine',
    statement: 'Blood pressure rose over the last two readings',
    basis: 'practice',
    scope: racemic,
    when: eitherPressure('trend', fromPolicy('release-pressure-rise')),
    because: 'A pressure that still rises has not shown its peak.',
    actions: ['recheck-before-leaving'],
    sources: [cite('pol-bp-return', 'PI19', 'section 2.1'), cite('mon-iv-research-times', 'SZAR20')],
  }),
]

/** The rows of the United States. */
export const releaseUs = (): readonly UnsignedRule[] => [
  row({
    id: 'release/observation',
    statement: 'Two hours of observation after the dose not over',
    hard: true, // a floor of the label and of the REMS; who leaves before it leaves against advice
    basis: 'label',
    scope: nasalUs,
    when: observing(),
    because:
      'The label asks for at least two hours; both clocks have to be over, from the first and the last device.',
    actions: ['keep-observing'],
    sources: [
      cite('dc-esk-time', 'PI19', 'sections 5.1 and 5.2'),
      cite('mon-esk-min-2h', 'EPO'),
      cite('rems-goal-resolution', 'REMS-FDA'),
      cite('rems-min-monitoring', 'PMF'),
      cite('rems-inpatient-duties', 'REMS-INF20'),
      cite('pol-obs-esk', 'PMF'),
      cite('dc-site-obs-esk90', 'JNJPOST'),
    ],
  }),
  row({
    id: 'release/pressure-rising',
    statement: 'Blood pressure rose over the last two readings',
    basis: 'label',
    scope: nasalUs,
    when: eitherPressure('trend', fromPolicy('release-pressure-rise')),
    because: 'The label keeps monitoring going until blood pressure falls.',
    actions: ['recheck-before-leaving'],
    sources: [
      cite('dc-esk-bp', 'PI19', 'section 2.1'),
      cite('pol-bp-return', 'PI19', 'section 2.1'),
      cite('mon-esk-bp-2h', 'PI19', 'section 5.6'),
    ],
  }),
  row({
    id: 'release/breathing',
    statement: 'Breathing not seen to be normal',
    basis: 'label',
    scope: nasalUs,
    when: lacks('breathing-normal'),
    because:
      'The REMS keeps the person until sedation, dissociation and respiratory depression have resolved.',
    actions: ['check-airway', 'recheck-before-leaving'],
    sources: [cite('rems-goal-resolution', 'REMS-FDA')],
  }),
  row({
    id: 'release/stable',
    statement: 'Not judged clinically stable and ready to leave',
    basis: 'label',
    scope: nasalUs,
    when: lacks('clinically-stable'),
    because: 'The label leaves the judgement to a healthcare professional.',
    actions: ['recheck-before-leaving'],
    sources: [cite('dc-esk-stable', 'PI19', 'section 5.1')],
  }),
  row({
    id: 'release/stay-liver',
    statement: 'Moderately impaired liver, and the stay a clinician asks for not over or not set',
    basis: 'label',
    scope: nasalUs,
    when: staysFor(liverImpaired()),
    because: untilClinician,
    actions: ['ask-child-pugh', 'ask-stay-until'],
    sources: [
      cite('dose-esk-hepatic-moderate', 'PI19', 'section 8.6'),
      cite('ci-hepatic-moderate', 'PI19', 'section 8.6'),
    ],
  }),
  wayHome('release/way-home', 'label', nasalUs, [
    cite('dc-escort', 'PI19', 'section 17'),
    cite('pre-escort', 'PI19', 'section 17'),
    cite('pol-dc-escort', 'LADMH'),
    cite('pre-escort-lacounty', 'LADMH'),
  ]),
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const releaseEu = (): readonly UnsignedRule[] => [
  row({
    id: 'release/observation-eu',
    statement: 'Two hours of observation after the dose not over',
    basis: 'inference', // the European text was not seen to name a number
    scope: nasalEu,
    when: observing(),
    because: 'The US label asks for at least two hours, by the later of two clocks.',
    actions: ['keep-observing'],
    sources: [
      cite('pol-obs-esk', 'PI19', 'section 5.1'),
      cite('dc-esk-time', 'PI19', 'sections 5.1 and 5.2'),
      cite('dc-eu-checklist', 'RMM'),
    ],
  }),
  row({
    id: 'release/pressure-rising-eu',
    statement: 'Blood pressure rose over the last two readings',
    basis: 'inference',
    scope: nasalEu,
    when: eitherPressure('trend', fromPolicy('release-pressure-rise')),
    because: 'A pressure that still rises has not shown its peak; the US label waits until it falls.',
    actions: ['recheck-before-leaving'],
    sources: [cite('dc-esk-bp', 'PI19', 'section 2.1'), cite('conf-bp-duration', 'SMPC-MY')],
  }),
  row({
    id: 'release/breathing-eu',
    statement: 'Breathing not seen to be normal',
    basis: 'inference',
    scope: nasalEu,
    when: lacks('breathing-normal'),
    because: 'Respiratory depression is a rare effect of the product.',
    actions: ['check-airway', 'recheck-before-leaving'],
    sources: [cite('mon-esk-resp-cases', 'EUPIL22')],
  }),
  row({
    id: 'release/stable-eu',
    statement: 'Not judged clinically stable and ready to leave',
    basis: 'practice',
    scope: nasalEu,
    when: lacks('clinically-stable'),
    because: 'A checklist of readiness to leave belongs to the risk-minimisation material.',
    actions: ['recheck-before-leaving'],
    sources: [cite('dc-eu-checklist', 'RMM')],
  }),
  row({
    id: 'release/stay-liver-eu',
    statement: 'Impaired liver, and the stay a clinician asks for not over or not set',
    basis: 'inference', // the European text asks for caution with the dose, and names no longer observation
    scope: nasalEu,
    when: staysFor(liverImpaired()),
    because: untilClinician,
    actions: ['ask-child-pugh', 'ask-stay-until'],
    sources: [
      cite('dose-esk-hepatic-moderate', 'PI19', 'section 8.6'),
      cite('ci-hepatic-moderate', 'SMPC-MYB'),
    ],
  }),
  wayHome('release/way-home-eu', 'practice', nasalEu, [
    cite('dc-escort', 'PI19', 'section 17'),
    cite('conf-escort', 'OXTRT'),
    cite('pol-dc-escort', 'LADMH'),
  ]),
  {
    ...wayHome('release/way-home-injection-uk', 'label', scope(injection, ['uk']), [
      cite('dc-escort', 'KET-UK'),
    ]),
    elsewhere: 'note', // beside the practice row of the other countries
  },
]
