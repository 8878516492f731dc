/** What stands against going on after a missed session, and the facts it asks. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { all, amount, type Condition, graded, isNot, latest, type Scope, stated } from '../../kernel/rule.ts'
import { emergency, resistant, suicidality } from '../dosing/dose-sets.ts'
import { anaesthesia, bipolar, cordPain, ideation, otherPain, regionalPain } from '../indication/purposes.ts'
import { allProducts, bothPacks, ketamine, nasal, scope, type UnsignedRule } from '../scope.ts'
import { fromNow, type ShortRow } from '../session/row.ts'

const depressions = [resistant, suicidality, emergency, bipolar, ideation] as const

/** Courses for pain have protocols of their own, and none of these rows speaks of them. */
/* @__NO_SIDE_EFFECTS__ */
function psychiatric(products: readonly string[]): Scope {
  return {
    ...scope(products, bothPacks),
    exceptIndications: [regionalPain, cordPain, otherPain, anaesthesia],
  }
}

/* @__NO_SIDE_EFFECTS__ */
function ofDepression(products: readonly string[]): Scope {
  return { ...scope(products, bothPacks), indications: depressions }
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

const spacing = () => [
  cite('dose-esk-interval-studied', 'JNJ-4WK'),
  cite('dose-esk-interval-studied', 'SUS3'),
]
const infusions = () => [
  cite('dose-iv-maintenance-evidence', 'CANMAT'),
  cite('dose-iv-maintenance-weekly', 'PHIL19'),
]

const spray = (): readonly UnsignedRule[] => [
  row({
    id: 'missed/keep-schedule',
    statement: 'A session missed in the first weeks',
    class: 'note',
    basis: 'label',
    scope: psychiatric(nasal),
    when: missedAnd(graded('missed-phase', ['induction'])),
    because: 'Of a session missed in the first four weeks the maker says that the schedule is kept.',
    actions: [],
    sources: [cite('dose-esk-missed-induction', 'JNJ-MISS'), cite('dose-esk-missed-induction', 'PDRS')],
  }),
  row({
    id: 'missed/worse',
    statement: 'A session missed in maintenance, and the depression is worse',
    basis: 'label',
    scope: ofDepression(nasal),
    when: missedAnd(
      graded('missed-phase', ['optimisation', 'maintenance']),
      stated('depression-worse-in-gap'),
    ),
    because:
      'The maker has a step back considered: from every two weeks to weekly, from weekly to twice weekly.',
    actions: ['review-step-back'],
    sources: [cite('dose-esk-missed-maintenance', 'JNJ-MISS'), cite('dose-esk-missed-maintenance', 'PDRS')],
  }),
  row({
    id: 'missed/lapse-28-days',
    statement: 'More than 28 days since the last dose',
    basis: 'trial',
    scope: psychiatric(nasal),
    when: gap(latest('days-since-course-dose', 'above', amount(28, 'd'), fromNow)),
    because:
      'In an open study people who resumed after more than 28 days still improved; no label says whether to start anew.',
    actions: ['document-way-on'],
    sources: [cite('dose-esk-lapse-28d', 'JNJ-MISS')],
  }),
  row({
    id: 'missed/gap-between-studied',
    statement: 'A gap between those that were studied',
    basis: 'trial',
    scope: psychiatric(nasal),
    when: gap(stated('gap-between-studied')),
    because: 'Shorter and longer gaps were studied. Of this one the maker gives no information.',
    actions: ['document-way-on'],
    sources: spacing(),
  }),
  row({
    id: 'missed/gap-beyond-studied',
    statement: 'A gap longer than any that was studied',
    basis: 'trial',
    scope: psychiatric(nasal),
    when: gap(stated('gap-beyond-studied')),
    because:
      'In the phase of the last dose no gap as long was studied. The longest with data is four weeks, in maintenance.',
    actions: ['document-way-on'],
    sources: spacing(),
  }),
  row({
    id: 'missed/without-rule',
    statement: 'The source does not say how to go on',
    basis: 'inference',
    scope: psychiatric(nasal),
    when: missedAnd(stated('missed-without-rule')),
    because:
      'The maker speaks of the first four weeks, and of maintenance where the depression is worse; of nothing else.',
    actions: ['document-way-on'],
    sources: [
      cite('dose-esk-missed-induction', 'JNJ-MISS'),
      cite('dose-esk-missed-maintenance', 'JNJ-MISS'),
      cite('dose-esk-lapse-28d', 'JNJ-MISS'),
    ],
  }),
]

const ketamineRows = (): readonly UnsignedRule[] => [
  row({
    id: 'missed/worse-ketamine',
    statement: 'A session was missed, and the depression is worse',
    basis: 'inference',
    scope: ofDepression(ketamine),
    when: missedAnd(stated('depression-worse-in-gap')),
    because: 'The effect of one infusion fades over days. No source says what follows a missed session.',
    actions: ['document-way-on'],
    sources: [cite('resp-onset-iv', 'SHIR20'), cite('dose-iv-maintenance-evidence', 'CANMAT')],
  }),
  row({
    id: 'missed/gap-between-studied-ketamine',
    statement: 'A gap between those that were studied',
    basis: 'trial',
    scope: psychiatric(ketamine),
    when: gap(stated('gap-between-studied')),
    because: 'Shorter and longer gaps were studied, this one was not.',
    actions: ['document-way-on'],
    sources: infusions(),
  }),
  row({
    id: 'missed/gap-beyond-studied-ketamine',
    statement: 'A gap longer than any that was studied',
    basis: 'trial',
    scope: psychiatric(ketamine),
    when: gap(stated('gap-beyond-studied')),
    because:
      'Evidence for repeated doses is of a low level, and there is none for a gap of this length in the phase of the last dose.',
    actions: ['document-way-on'],
    sources: infusions(),
  }),
  row({
    id: 'missed/without-rule-ketamine',
    statement: 'The source does not say how to go on',
    basis: 'inference',
    scope: psychiatric(ketamine),
    when: missedAnd(stated('missed-without-rule')),
    because: 'No source says what follows a missed session; repeated doses are decided case by case.',
    actions: ['document-way-on'],
    sources: [cite('dose-iv-maintenance-evidence', 'CANMAT'), cite('dose-iv-maintenance-evidence', 'ZARC')],
  }),
]

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
