/** What stands against going on after a missed session, and the facts it asks. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { all, amount, type Condition, graded, isNot, latest, type Scope, stated } from '../../kernel/rule.ts'
import { emergency, resistant, sinceEmergency, suicidality } from '../dosing/dose-sets.ts'
import { anaesthesia, bipolar, cordPain, ideation, otherPain, regionalPain } from '../indication/purposes.ts'
import { allProducts, bothPacks, ketamine, nasal, scope, type UnsignedRule } from '../scope.ts'
import { fromNow, type ShortRow } from '../session/row.ts'

const depressions = [resistant, suicidality, emergency, bipolar, ideation] as const

/** Courses for pain have protocols of their own, and none of these rows speaks of them. */
/* @__NO_SIDE_EFFECTS__ */
function psychiatric(products: readonly string[], packs: readonly string[] = bothPacks): Scope {
  return {
    ...scope(products, packs),
    exceptIndications: [regionalPain, cordPain, otherPain, anaesthesia],
  }
}

/* @__NO_SIDE_EFFECTS__ */
function ofDepression(products: readonly string[], packs: readonly string[] = bothPacks): Scope {
  return { ...scope(products, packs), indications: depressions }
}

/** A row as most of them are: a caution, of which a clinician makes a choice. */
/* @__NO_SIDE_EFFECTS__ */
function row(short: ShortRow): UnsignedRule {
  return { version: 1, class: 'caution', certainty: 'S', asked: ['missed'], ...short }
}

/** A session was missed, and something more. */
/* @__NO_SIDE_EFFECTS__ */
function missedAnd(...more: readonly Condition[]): Condition {
  return all(stated('course-session-missed'), ...more)
}

/** The gap since the last dose of the course; before the first one there is none. */
/* @__NO_SIDE_EFFECTS__ */
function gap(...more: readonly Condition[]): Condition {
  return missedAnd(stated('course-dosed'), ...more)
}

// What the maker says of missed sessions was seen in its medical information and in a monograph, and in no section of a
// label: these rows rest on no more than practice in the United States, and on an inference in the European Union.
const keptInFirstWeeks = () => [
  cite('dose-esk-missed-induction', 'JNJ-MISS'),
  cite('dose-esk-missed-induction', 'PDRS'),
]
const stepBack = () => [
  cite('dose-esk-missed-maintenance', 'JNJ-MISS'),
  cite('dose-esk-missed-maintenance', 'PDRS'),
]
const spacing = () => [
  cite('dose-esk-interval-studied', 'JNJ-4WK'),
  cite('dose-esk-interval-studied', 'SUS3'),
]
const inFirstWeeks = () => missedAnd(graded('missed-phase', ['induction']))
const worseLater = () =>
  missedAnd(graded('missed-phase', ['optimisation', 'maintenance']), stated('depression-worse-in-gap'))

const firstWeeks = 'A session missed in weeks of two sessions'
const worseInMaintenance = 'A session missed in maintenance, and the depression is worse'
const noWordOn = 'The source does not say how to go on'

/** Rows of the nasal spray that stand alike in both packs: what was studied. */
const spray = (): readonly UnsignedRule[] => [
  row({
    id: 'missed/lapse-28-days',
    statement: 'More than 28 days since the last dose',
    basis: 'trial',
    scope: psychiatric(nasal),
    when: gap(latest('days-since-course-dose', 'above', amount(28, 'd'), fromNow)),
    because:
      'The longest interval with data is four weeks; of longer ones the US maker gives no information. In an open study people who resumed after more than 28 days still improved, and no rule of a label for starting anew is known.',
    actions: ['document-way-on'],
    sources: [cite('dose-esk-lapse-28d', 'JNJ-MISS'), ...spacing()],
  }),
  row({
    id: 'missed/gap-between-studied',
    statement: 'A gap between those that were studied in this phase',
    basis: 'inference',
    certainty: 'K', // that nothing else was studied is what was found, and no source says it of every gap
    scope: psychiatric(nasal),
    when: gap(stated('gap-between-studied')),
    because:
      'Shorter and longer gaps were studied in this phase; no source found speaks of this one. Of every three weeks the US maker says that it has no information.',
    actions: ['document-way-on'],
    sources: spacing(),
  }),
  row({
    id: 'missed/gap-beyond-studied',
    statement: 'A gap longer than those studied in this phase',
    basis: 'inference',
    certainty: 'K', // how long the gaps of a phase were is its calendar; that no other was studied is what was found
    scope: psychiatric(nasal),
    when: gap(stated('gap-beyond-studied')),
    because:
      'Longer than the gaps studied in this phase; no source found speaks of one of this length there.',
    actions: ['document-way-on'],
    sources: [...spacing(), cite('pol-min-interval-esk', 'MONOR')],
  }),
]

const infusions = () => [
  cite('dose-iv-maintenance-evidence', 'CANMAT'),
  cite('dose-iv-maintenance-weekly', 'PHIL19'),
  cite('dose-iv-2x-vs-3x', 'SINGH16'),
]
const casesAlone = () => [
  cite('dose-iv-maintenance-evidence', 'CANMAT'),
  cite('dose-iv-maintenance-evidence', 'ZARC'),
]
const byOtherRoutes = () => [cite('dose-non-iv-evidence', 'CANMAT')]

const drip = ['ketamine-iv'] as const
const otherRoutes = () => ketamine.filter((id) => id !== 'ketamine-iv')

/** What is said of one group of routes of racemic ketamine. */
interface Said {
  readonly ids: readonly [worse: string, between: string, beyond: string, withoutRule: string]
  readonly products: readonly string[]
  readonly studied: UnsignedRule['sources']
  readonly onGoingOn: UnsignedRule['sources']
  readonly fades: string
  readonly fading: UnsignedRule['sources']
  readonly caseByCase: string
}

/** What was seen of infusions is cited for infusions alone. */
const ketamineRows = (): readonly UnsignedRule[] => [
  ...racemic({
    ids: [
      'missed/worse-ketamine',
      'missed/gap-between-studied-ketamine',
      'missed/gap-beyond-studied-ketamine',
      'missed/without-rule-ketamine',
    ],
    products: drip,
    studied: infusions(),
    onGoingOn: casesAlone(),
    fades: 'The effect of one infusion fades over days. ',
    fading: [cite('resp-onset-iv', 'SHIR20')],
    caseByCase: 'repeated infusions are decided case by case',
  }),
  ...racemic({
    ids: [
      'missed/worse-other-routes',
      'missed/gap-between-studied-other-routes',
      'missed/gap-beyond-studied-other-routes',
      'missed/without-rule-other-routes',
    ],
    products: otherRoutes(),
    studied: byOtherRoutes(),
    onGoingOn: byOtherRoutes(),
    fades: '',
    fading: [],
    caseByCase: 'evidence for these routes is weak',
  }),
]

/* @__NO_SIDE_EFFECTS__ */
function racemic({
  ids: [worse, between, beyond, withoutRule],
  products,
  studied,
  onGoingOn,
  fades,
  fading,
  caseByCase,
}: Said): readonly UnsignedRule[] {
  return [
    row({
      id: worse,
      statement: 'A session was missed, and the depression is worse',
      basis: 'inference',
      scope: ofDepression(products),
      when: missedAnd(stated('depression-worse-in-gap')),
      because: `${fades}No source found says what follows a missed session.`,
      actions: ['document-way-on'],
      sources: [...fading, ...onGoingOn],
    }),
    row({
      id: between,
      statement: 'A gap between those that were studied in this phase',
      basis: 'inference',
      certainty: 'K',
      scope: psychiatric(products),
      when: gap(stated('gap-between-studied')),
      because: 'Shorter and longer gaps were studied in this phase; no source found speaks of this one.',
      actions: ['document-way-on'],
      sources: studied,
    }),
    row({
      id: beyond,
      statement: 'A gap longer than those studied in this phase',
      basis: 'inference',
      certainty: 'K',
      scope: psychiatric(products),
      when: gap(stated('gap-beyond-studied')),
      because:
        'Longer than the gaps studied in this phase; no source found speaks of one of this length there.',
      actions: ['document-way-on'],
      sources: studied,
    }),
    row({
      id: withoutRule,
      statement: noWordOn,
      basis: 'inference',
      scope: psychiatric(products),
      when: missedAnd(stated('missed-without-rule')),
      because: `No source found says what follows a missed session; ${caseByCase}.`,
      actions: ['document-way-on'],
      sources: onGoingOn,
    }),
  ]
}

const everyProduct = (): readonly UnsignedRule[] => [
  row({
    id: 'missed/no-recent-score',
    statement: 'No recent score of depression since the last dose',
    basis: 'inference',
    scope: ofDepression(allProducts),
    when: missedAnd(isNot(stated('recent-depression-score'))),
    because: 'Without one nobody can say whether the depression is worse or stable.',
    actions: ['measure-depression-again', 'ask-depression-judgement'],
    sources: [cite('pre-rating-scale', 'VADOD')],
  }),
]

/** Rows of both packs. */
export const missedRules = (): readonly UnsignedRule[] => [...spray(), ...ketamineRows(), ...everyProduct()]

/** Rows of the United States: what the maker says there. */
export const missedRulesUs = (): readonly UnsignedRule[] => [
  row({
    id: 'missed/keep-schedule',
    statement: firstWeeks,
    class: 'note',
    basis: 'practice',
    scope: psychiatric(nasal, ['us']),
    when: inFirstWeeks(),
    because:
      'Of a session missed in the first four weeks of a course the maker says that the schedule is kept; of two sessions a week taken up again later it says nothing.',
    actions: [],
    sources: keptInFirstWeeks(),
  }),
  row({
    id: 'missed/worse',
    statement: worseInMaintenance,
    basis: 'practice',
    scope: ofDepression(nasal, ['us']),
    when: worseLater(),
    because:
      'The maker has a step back considered: from every two weeks to weekly, from weekly to twice weekly.',
    actions: ['review-step-back'],
    sources: stepBack(),
  }),
  row({
    id: 'missed/without-rule',
    statement: noWordOn,
    basis: 'inference',
    scope: psychiatric(nasal, ['us']),
    when: missedAnd(stated('missed-without-rule')),
    because:
      'The maker speaks of the first four weeks, and of maintenance where the depression is worse; of nothing else.',
    actions: ['document-way-on'],
    sources: [...keptInFirstWeeks(), ...stepBack(), cite('dose-esk-lapse-28d', 'JNJ-MISS')],
  }),
  row({
    id: 'missed/past-four-weeks',
    statement: 'Going on past four weeks in acute suicidality was not studied systematically',
    class: 'note',
    basis: 'label',
    scope: {
      products: nasal,
      jurisdictions: ['us'],
      indications: [suicidality],
      effective: { from: '2020-07-31' },
    },
    when: missedAnd(),
    because:
      'The scheme has eight sessions in four weeks. A new induction, or sessions added at its end, go past them: the benefit is judged after four weeks, and use beyond was not studied systematically.',
    actions: ['document-way-on'],
    sources: [cite('dose-esk-mdsi-review', 'HCP-MDSI'), cite('dose-esk-mdsi-review', 'ONA')],
  }),
]

/** Rows of the European Union, where no text on missed sessions was seen: what the maker says in the United States. */
export const missedRulesEu = (): readonly UnsignedRule[] => [
  row({
    id: 'missed/keep-schedule-eu',
    statement: firstWeeks,
    class: 'note',
    basis: 'inference',
    certainty: 'K',
    scope: psychiatric(nasal, ['eu']),
    when: inFirstWeeks(),
    because:
      'No European text was seen. The US maker says that the schedule is kept where a session is missed in the first four weeks of a course; of two sessions a week taken up again later it says nothing.',
    actions: [],
    sources: keptInFirstWeeks(),
  }),
  row({
    id: 'missed/worse-eu',
    statement: worseInMaintenance,
    basis: 'inference',
    certainty: 'K',
    scope: ofDepression(nasal, ['eu']),
    when: worseLater(),
    because:
      'No European text was seen. The US maker has a step back considered: from every two weeks to weekly, from weekly to twice weekly.',
    actions: ['review-step-back'],
    sources: stepBack(),
  }),
  row({
    id: 'missed/without-rule-eu',
    statement: noWordOn,
    basis: 'inference',
    certainty: 'K',
    scope: psychiatric(nasal, ['eu']),
    when: missedAnd(stated('missed-without-rule')),
    because:
      'No European text on missed sessions was seen. The US maker speaks of the first four weeks, and of maintenance where the depression is worse; of nothing else.',
    actions: ['document-way-on'],
    sources: [...keptInFirstWeeks(), ...stepBack(), cite('dose-esk-lapse-28d', 'JNJ-MISS')],
  }),
  row({
    id: 'missed/past-four-weeks-eu',
    statement: 'An emergency scheme has four weeks at most',
    class: 'note',
    basis: 'label',
    scope: {
      products: nasal,
      jurisdictions: ['eu'],
      indications: [emergency],
      effective: { from: sinceEmergency },
    },
    when: missedAnd(),
    because:
      'A new induction, or sessions added at its end, go past the four weeks; of that no text was seen.',
    actions: ['document-way-on'],
    sources: [cite('prod-esk-eu-emergency', 'SMPC-PI'), cite('dose-esk-eu-emergency-65', 'SMPC-HKD')],
  }),
]

/** Worked out from the course, its visits and its scores: no record of the patient answers it. */
/* @__NO_SIDE_EFFECTS__ */
function ofCourse(id: string, label: string, ask: string, more: Partial<FactRow> = {}): FactRow {
  return { id, label, ask, kind: 'statement', lists: [], means: 'ask', ...more }
}

/** What only these rows ask. */
export const missedFacts = (): readonly FactRow[] => [
  ofCourse(
    'course-session-missed',
    'A missed session of a psychiatric course',
    'Was a session of the course missed? The log of each visit, with what was given, answers it.',
  ),
  ofCourse('missed-phase', 'Phase of the missed session', 'In which phase of the course was it missed?', {
    grades: ['induction', 'optimisation', 'maintenance'],
  }),
  ofCourse('course-dosed', 'A dose of this course', 'Was any dose of the course given?'),
  {
    id: 'days-since-course-dose',
    label: 'Civil days since the last dose of the course',
    ask: 'On which day was the last dose of the course given?',
    kind: 'measurement',
    lists: ['observations'],
    unit: 'd',
    means: 'ask',
  },
  ofCourse(
    'gap-between-studied',
    'A gap since the last dose that lies between those studied in the phase of that dose',
    'On which day was the last dose of the course given?',
  ),
  ofCourse(
    'gap-beyond-studied',
    'A gap since the last dose that is longer than any studied in the phase of that dose',
    'On which day was the last dose of the course given?',
  ),
  ofCourse(
    'missed-without-rule',
    'A missed session of which the protocol says nothing',
    'Is the depression worse since the last dose? A score and the judgement of a clinician answer it.',
    { means: 'measure' },
  ),
  ofCourse(
    'recent-depression-score',
    'A recent score of depression since the last dose',
    'What does a depression scale say now? A dated score with a total answers it.',
    { means: 'measure' },
  ),
  ofCourse(
    'depression-worse-in-gap',
    'Depression worse since the last dose',
    'Is the depression worse since the last dose? A recent score, one from before the gap, and the dated judgement of a clinician answer it.',
    { means: 'measure' },
  ),
]
