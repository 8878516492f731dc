/** What a reading in a session means. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import {
  amount,
  any,
  type Comparison,
  type Condition,
  fromPolicy,
  ifRecorded,
  type Measured,
  type Scope,
  stated,
  worst,
} from '../../kernel/rule.ts'
import {
  allProducts,
  bothPacks,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'

const window = /* @__PURE__ */ fromPolicy('alarm-window')
const everywhere = /* @__PURE__ */ scope(allProducts, bothPacks)
const racemic = /* @__PURE__ */ scope(ketamine, bothPacks)

/** The worst reading of the window against a number of the site. */
/* @__NO_SIDE_EFFECTS__ */
function reading(fact: string, is: Comparison, limit: string): Measured {
  return worst(fact, is, fromPolicy(limit), window)
}

/* @__NO_SIDE_EFFECTS__ */
function pressure(is: Comparison, limit: 'bp-alert' | 'bp-stop'): Condition {
  return any(
    reading('systolic-pressure', is, `${limit}-systolic`),
    reading('diastolic-pressure', is, `${limit}-diastolic`),
  )
}

/** A sign raises a grade where it is seen; where nobody was asked about it, the numbers stand alone. */
/* @__NO_SIDE_EFFECTS__ */
function sign(...facts: readonly string[]): Condition {
  return any(...facts.map((fact) => ifRecorded(stated(fact, window))))
}

const classes = { alert: 'caution', stop: 'defer', emergency: 'defer' } as const

type Row = Omit<UnsignedRule, 'version' | 'asked' | 'class' | 'certainty' | 'grade'> & {
  readonly grade: keyof typeof classes
  readonly certainty?: UnsignedRule['certainty']
}

/** A row of the alarms: its grade says how loudly it speaks, its class whether the session may go on meanwhile. */
/* @__NO_SIDE_EFFECTS__ */
function alarm(row: Row): UnsignedRule {
  return { version: 1, certainty: 'S', asked: ['monitoring'], class: classes[row.grade], ...row }
}

const pressures = (): readonly UnsignedRule[] => [
  alarm({
    id: 'alarms/pressure-alert',
    grade: 'alert',
    statement: 'Blood pressure to be taken again in five minutes',
    basis: 'practice',
    scope: everywhere,
    when: pressure('at-least', 'bp-alert'),
    because: 'From here on no dose would be started; it may be on its way further up.',
    actions: ['recheck-in-5-min', 'monitor-blood-pressure'],
    sources: [
      cite('pol-bp-alert', 'KAASSN'),
      cite('mon-iv-stop-bp', 'KAASSN'),
      cite('mon-bp-less-aggressive', 'YIP22'),
      cite('mon-bp-yale-2342', 'YALE'),
      cite('pol-bp-recheck', 'SDNESK'),
      cite('pre-bp-recheck-time', 'KAASSN'),
    ],
  }),
  alarm({
    id: 'alarms/pressure-stop',
    grade: 'stop',
    statement: 'Blood pressure at which sites stop or slow the drug, or call for help',
    basis: 'practice',
    scope: everywhere,
    when: pressure({ side: 'above', edge: 'bp-stop' }, 'bp-stop'),
    because:
      'Sources agree on help from somebody experienced; they disagree on treating a rise without symptoms.',
    actions: ['recheck-in-5-min', 'ask-stop-or-slow', 'seek-pressure-help'],
    sources: [
      cite('pol-bp-stop', 'KAASSN'),
      cite('mon-iv-stop-bp', 'SDNESK'),
      cite('mon-bp-stays-high', 'PI19', 'section 5.6'),
      cite('conf-bp-treat', 'YIP22'),
      cite('mon-sc-esk-bp', 'DELS20'),
    ],
  }),
  alarm({
    id: 'alarms/pressure-low',
    grade: 'stop',
    statement: 'Low systolic blood pressure',
    basis: 'practice',
    scope: everywhere,
    when: reading('systolic-pressure', 'below', 'bp-low-stop'),
    because: 'A dose raises pressure as a rule; a low one has another cause.',
    actions: ['recheck-in-5-min', 'ask-stop-or-slow'],
    sources: [cite('mon-bp-low-stop', 'KAASSN')],
  }),
]

/* @__NO_SIDE_EFFECTS__ */
function largeRise(): Condition {
  return any(
    worst('systolic-rise', 'at-least', amount(40, 'mm[Hg]'), window),
    worst('diastolic-rise', 'at-least', amount(25, 'mm[Hg]'), window),
  )
}

const rises = (): readonly UnsignedRule[] => [
  alarm({
    id: 'alarms/large-rise',
    grade: 'alert',
    statement: 'Large rise of blood pressure since before the dose',
    basis: 'trial', // the size by which the label counts large rises; it names no action at it
    scope: scope(nasal, bothPacks),
    when: largeRise(),
    because: 'Trials count it as a large rise; it can follow any dose, after uneventful ones too.',
    actions: ['recheck-in-5-min', 'monitor-blood-pressure'],
    sources: [
      cite('mon-esk-bp-outlier', 'PI20'),
      cite('mon-esk-bp-table', 'PI20D'),
      cite('mon-esk-bp-table-65', 'PI20D'),
      cite('mon-esk-bp-any-dose', 'PI20'),
      cite('mon-esk-bp-size', 'DDIRAS'),
      cite('mon-esk-bp-age', 'DROESK'),
    ],
  }),
  alarm({
    id: 'alarms/large-rise-ketamine',
    grade: 'alert',
    statement: 'Large rise of blood pressure since before the dose',
    basis: 'inference', // no source of racemic ketamine names a rise at which something is done
    scope: racemic,
    when: largeRise(),
    because: 'Trials of nasal esketamine count it as a large rise; means after an infusion lie far below.',
    actions: ['recheck-in-5-min', 'monitor-blood-pressure'],
    sources: [
      cite('mon-esk-bp-outlier', 'PI20'),
      cite('mon-iv-bp-684', 'RIVA18'),
      cite('mon-bp-emory-684', 'EMORY'),
    ],
  }),
]

const hearts = (): readonly UnsignedRule[] => [
  alarm({
    id: 'alarms/heart-rate-high',
    grade: 'alert',
    statement: 'Fast heart rate',
    basis: 'practice',
    scope: everywhere,
    when: reading('heart-rate', 'above', 'heart-rate-alert'),
    because: 'Two sites look again at it, and slow the drug where it lasts.',
    actions: ['recheck-in-5-min', 'ask-stop-or-slow'],
    sources: [
      cite('pol-hr-stop', 'KAASSN'),
      cite('mon-hr-stop', 'SDNESK'),
      recall('mon-iv-slow', 'K?', 'KAASSN'),
    ],
  }),
  alarm({
    id: 'alarms/heart-rate-low',
    grade: 'stop',
    statement: 'Slow heart rate',
    basis: 'practice',
    scope: everywhere,
    when: reading('heart-rate', 'below', 'heart-rate-stop-low'),
    because: 'A dose speeds the heart as a rule; a slow one has another cause.',
    actions: ['recheck-in-5-min', 'ask-stop-or-slow'],
    sources: [cite('pol-hr-stop', 'KAASSN'), cite('mon-hr-stop', 'KAASSN')],
  }),
]

const breath = (): readonly UnsignedRule[] => [
  alarm({
    id: 'alarms/saturation-alert',
    grade: 'alert',
    statement: 'Oxygen saturation below the alert of the site',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: reading('oxygen-saturation', 'below', 'saturation-alert'),
    because: 'One step above the band in which a guide looks again and considers oxygen.',
    actions: ['recheck-in-5-min', 'check-airway'],
    sources: [recall('pol-spo2-alert', 'K', 'KAASSN'), cite('mon-iv-stop-spo2', 'KAASSN')],
  }),
  alarm({
    id: 'alarms/saturation-stop',
    grade: 'stop',
    statement: 'Oxygen saturation at which a guide stops the drug',
    basis: 'practice',
    scope: everywhere,
    when: reading('oxygen-saturation', 'below', 'saturation-stop'),
    because: 'Breathing or the airway may be failing under sedation.',
    actions: ['ask-stop-or-slow', 'check-airway'],
    sources: [cite('pol-spo2-stop', 'KAASSN'), cite('mon-iv-stop-spo2', 'KAASSN')],
  }),
  alarm({
    id: 'alarms/saturation-emergency',
    grade: 'emergency',
    statement: 'Oxygen saturation of respiratory depression',
    basis: 'practice',
    scope: everywhere,
    when: reading('oxygen-saturation', 'below', 'saturation-emergency'),
    because: 'A guide speaks of respiratory depression from here on.',
    actions: ['ask-stop-or-slow', 'check-airway', 'seek-emergency-care'],
    sources: [
      cite('pol-spo2-stop', 'KAASSN'),
      cite('mon-iv-stop-spo2', 'KAASSN'),
      cite('mon-desat-dose', 'SALL'),
    ],
  }),
  alarm({
    id: 'alarms/respiratory-rate-low',
    grade: 'emergency',
    statement: 'Respiratory rate of respiratory depression',
    basis: 'practice',
    scope: everywhere,
    when: reading('respiratory-rate', 'below', 'respiratory-rate-emergency'),
    because: 'A guide speaks of respiratory depression from here on.',
    actions: ['ask-stop-or-slow', 'check-airway', 'seek-emergency-care'],
    sources: [cite('pol-spo2-stop', 'KAASSN'), cite('mon-iv-stop-spo2', 'KAASSN')],
  }),
]

const minds = (): readonly UnsignedRule[] => [
  alarm({
    id: 'alarms/sedation',
    grade: 'stop',
    statement: 'Sedation deeper than intended',
    basis: 'practice',
    certainty: 'K?',
    scope: everywhere,
    when: ifRecorded(reading('alertness', 'at-most', 'sedation-stop')),
    because:
      'Purposeful answers are the limit of the intended depth, and this is one level above their loss.',
    actions: ['ask-stop-or-slow', 'check-airway'],
    sources: [
      recall('pol-sedation-stop', 'K?', 'UHSTX'),
      recall('mon-iv-stop-sedation', 'K?'),
      cite('mon-sedation-target', 'UHSTX'),
    ],
  }),
  alarm({
    id: 'alarms/unresponsive',
    grade: 'emergency',
    statement: 'No response: loss of consciousness',
    basis: 'practice',
    scope: everywhere,
    when: ifRecorded(worst('alertness', 'at-most', amount(0, '{score}'), window)),
    because: 'The lowest score of the scale is loss of consciousness.',
    actions: ['ask-stop-or-slow', 'check-airway', 'seek-emergency-care'],
    sources: [cite('ae-loss-of-consciousness', 'PI20'), recall('mon-scale-moaas', 'K')],
  }),
  alarm({
    id: 'alarms/loss-of-consciousness',
    grade: 'emergency',
    statement: 'Loss of consciousness',
    basis: 'practice',
    scope: everywhere,
    when: sign('sign-loss-of-consciousness'),
    because: 'It is always a reason to act at once.',
    actions: ['ask-stop-or-slow', 'check-airway', 'seek-emergency-care'],
    sources: [cite('ae-loss-of-consciousness', 'PI20'), cite('mon-esk-sedation-rate', 'PPNT')],
  }),
  alarm({
    id: 'alarms/respiratory-depression',
    grade: 'emergency',
    statement: 'Respiratory depression or arrest',
    basis: 'practice',
    scope: everywhere,
    when: sign('sign-respiratory-depression'),
    because: 'It is always a reason to act at once; nothing reverses ketamine.',
    actions: ['ask-stop-or-slow', 'check-airway', 'seek-emergency-care'],
    sources: [
      cite('ae-resp-depression', 'EPO'),
      cite('mon-esk-resp-cases', 'SPS23'),
      recall('mon-no-reversal', 'K'),
    ],
  }),
  alarm({
    id: 'alarms/airway',
    grade: 'emergency',
    statement: 'Laryngospasm or an obstructed airway',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: sign('sign-laryngospasm', 'sign-airway-obstruction'),
    because: 'Air does not reach the lungs.',
    actions: ['ask-stop-or-slow', 'check-airway', 'seek-emergency-care'],
    sources: [
      recall('mon-laryngospasm', 'K'),
      recall('ae-laryngospasm', 'K', 'KET-IT'),
      recall('mon-iv-stop-sedation', 'K?'),
    ],
  }),
  alarm({
    id: 'alarms/severe-distress',
    grade: 'stop',
    statement: 'Severe agitation, panic, terror or psychosis in spite of reassurance',
    basis: 'practice',
    certainty: 'K',
    scope: everywhere,
    when: sign('sign-severe-distress'),
    because: 'Slowing or stopping comes first; benzodiazepines may shorten the effect.',
    actions: ['ask-stop-or-slow'],
    sources: [
      recall('mon-iv-stop-psych', 'K'),
      recall('mon-iv-slow', 'K?', 'KAASSN'),
      cite('mon-rescue-benzo-tradeoff', 'VER21'),
    ],
  }),
]

/** The signs at which the label of the nasal spray calls for emergency care. */
/* @__NO_SIDE_EFFECTS__ */
function crisis(
  ids: { readonly crisis: string; readonly encephalopathy: string },
  basis: UnsignedRule['basis'],
  of: Scope,
): readonly UnsignedRule[] {
  const source = () => [
    cite('mon-bp-crisis', 'PI19', 'section 5.6'),
    cite('pol-bp-stop', 'PI19', 'section 5.6'),
  ]
  return [
    alarm({
      id: ids.crisis,
      grade: 'emergency',
      statement: 'Signs of a hypertensive crisis',
      basis,
      scope: of,
      when: sign('sign-chest-pain', 'sign-breathlessness'),
      because: 'Chest pain or breathlessness calls for emergency care at once, whatever the reading.',
      actions: ['seek-emergency-care', 'ask-stop-or-slow'],
      sources: source(),
    }),
    alarm({
      id: ids.encephalopathy,
      grade: 'emergency',
      statement: 'Signs of a hypertensive encephalopathy',
      basis,
      scope: of,
      when: sign(
        'sign-severe-headache',
        'sign-visual-loss',
        'sign-seizure',
        'sign-reduced-consciousness',
        'sign-focal-deficit',
      ),
      because: 'They call for emergency care at once, whatever the reading.',
      actions: ['seek-emergency-care', 'ask-stop-or-slow'],
      sources: [...source(), cite('mon-hx-encephalopathy', 'PI19', 'section 5.6')],
    }),
  ]
}

/** Rows alike in both packs. */
export const alarms = (): readonly UnsignedRule[] => [
  ...pressures(),
  ...rises(),
  ...hearts(),
  ...breath(),
  ...minds(),
  ...crisis(
    {
      crisis: 'alarms/hypertensive-crisis-ketamine',
      encephalopathy: 'alarms/hypertensive-encephalopathy-ketamine',
    },
    'inference',
    racemic,
  ),
]

/** The rows of the United States. */
export const alarmsUs = (): readonly UnsignedRule[] =>
  crisis(
    {
      crisis: 'alarms/hypertensive-crisis',
      encephalopathy: 'alarms/hypertensive-encephalopathy',
    },
    'label',
    nasalUs,
  )

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const alarmsEu = (): readonly UnsignedRule[] =>
  crisis(
    {
      crisis: 'alarms/hypertensive-crisis-eu',
      encephalopathy: 'alarms/hypertensive-encephalopathy-eu',
    },
    'inference',
    nasalEu,
  )
