/** The record rows about a missed session are held against: that of the person, with what the course says. @module */
import { type Engine, selectionOf } from '../judgement/selection.ts'
import {
  checkedStated,
  factsIfRecorded,
  heard,
  type StatedFact,
  withObservations,
  withStatements,
} from '../judgement/stated.ts'
import type { Plan } from '../kernel/content.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { ObservationEntry, Patient, Statement } from '../patient/patient.schema.ts'
import { workedOut } from '../patient/question.ts'
import { type CourseState, spokenOf } from './course-state.ts'
import { isWithoutRule } from './missed-choices.ts'
import { disagree, kindOf, type MissedRead } from './missed-facts.ts'

const daysSince = 'days-since-course-dose'

/** What only the course answers: what a record says under these names is not read. */
const answers: readonly string[] = [
  'course-session-missed',
  'missed-phase',
  'course-dosed',
  'gap-between-studied',
  'gap-beyond-studied',
  'missed-without-rule',
  'recent-depression-score',
  'depression-worse-in-gap',
]

/** The record with what was stated and what was worked out. */
export function recordOfMissed(
  patient: Patient,
  stated: readonly StatedFact[] | undefined,
  read: MissedRead,
  state: CourseState,
  { plan, engine, moment }: { readonly plan: Plan; readonly engine: Engine; readonly moment: Moment },
): Patient {
  const { index } = engine
  const { leaves } = selectionOf(engine, plan, 'course', 'missed', moment.today)
  const own = (one: Statement): readonly Statement[] =>
    answers.includes(one.fact) ? [] : [heard(one, one.fact, one.by, index)]
  const said = checkedStated(stated).flatMap(own)
  const { statements, observations } = patient
  const record: Patient = {
    ...patient,
    ...(statements === undefined ? {} : { statements: statements.flatMap(own) }),
    ...(observations === undefined
      ? {}
      : { observations: observations.filter(({ name }) => name !== daysSince) }),
  }
  const silent = [...factsIfRecorded(leaves)].filter((fact) => !answers.includes(fact))
  const whole = withStatements(record, [...said, ...answersOf(read, state, moment)], silent, moment)
  return withObservations(whole, [gapEntry(read, moment)])
}

function answersOf(read: MissedRead, state: CourseState, { asOf }: Moment): readonly Statement[] {
  const { protocol } = state.calendar
  const { last, gap, dose, scores, worse } = read
  const said = (fact: string, answer: Truth, from = 'course'): Statement => ({
    fact,
    answer,
    at: asOf,
    by: 'import',
    from,
    method: workedOut,
  })
  // The rows speak of psychiatric courses: of one for pain none of them holds.
  const isMissed = protocol.field === 'psychiatric' ? read.isMissed : 'no'
  const isGap = (standing: string): Truth =>
    gap.standing === 'unknown' ? 'unknown' : gap.standing === standing ? 'yes' : 'no'
  const kind = kindOf(last, state)
  const without = new Set(last.map(({ session }) => isWithoutRule(spokenOf(state, session), protocol, worse)))
  const phase: Statement = {
    fact: 'missed-phase',
    ...(kind === undefined ? { answer: 'unknown' } : { grade: kind }),
    at: asOf,
    by: 'import',
    from: 'course',
    method: workedOut,
  }
  return [
    said('course-session-missed', isMissed),
    phase,
    said('course-dosed', dose.given),
    said('gap-between-studied', isGap('between')),
    said('gap-beyond-studied', isGap('beyond')),
    said('missed-without-rule', without.size === 1 ? ([...without][0] ?? 'unknown') : 'unknown'),
    said('recent-depression-score', scores.recent),
    said('depression-worse-in-gap', worse, disagree(read) && scores.worse === 'no' ? 'judgement' : 'scores'),
    ...(disagree(read)
      ? [said('depression-worse-in-gap', 'no', scores.worse === 'no' ? 'scores' : 'judgement')]
      : []),
  ]
}

function gapEntry({ dose, gap }: MissedRead, { asOf }: Moment): ObservationEntry {
  const entry = { name: daysSince, status: 'final', at: asOf, from: 'course', method: workedOut } as const
  if (gap.days !== null) return { ...entry, value: { value: gap.days, unit: 'd' } }
  // A later dose may have been given: since the last one that surely was, it is at least so long since that one.
  if (dose.least === null) return { ...entry, absent: 'unknown' }
  return { ...entry, value: { value: dose.least, unit: 'd' }, bound: 'above' }
}
