/** A protocol laid out in time for one person. @module */
import { checkedMoment, isObject, numbersOf } from '../judgement/context.ts'
import {
  badArgument,
  horizonTooLong,
  placeToChoose,
  plannedTimeMoved,
  plannedTimeTwice,
  unknownPlannedSession,
} from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { digestOf } from '../kernel/digest.ts'
import { deepFreeze, markParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumber, isCivilDate } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Course, PlannedSession } from './course.schema.ts'
import { repeated } from './course-faults.ts'
import { layOut } from './lay-out.ts'
import { issue, unchosenIntervals } from './plan-fit.ts'
import { type Checked, checkedQuestion, dayAfter } from './plan-question.ts'
import type { PlanFault, PlanQuestion } from './plan-shape.ts'
import { assessmentsOf } from './planned-assessments.ts'
import { mostDays, mostSessions, stretchesFrom } from './stretches.ts'

// As many as a stored course may hold.
const mostAssessments = 5_000

/**
 * A course: each session of a protocol on a day and at a wall-clock time of the clinic, with what hangs on it.
 *
 * Sessions stand on the places the pattern gives them, at the same local time across clock changes. Closures, days away,
 * choices and limits are kept, all of them. A session whose regular place is taken away is `to-choose`: it stands on a
 * proposal, with its alternatives and what took its place; nothing is moved or dropped in silence. Of all plans the one is
 * taken in which the fewest sessions leave their regular place. Nothing is laid out past the end of the protocol.
 *
 * @param question - the protocol, the first day, the pattern of the week, and what has to be kept
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen course, ready to be stored; or `plan-infeasible` with constraints that cannot be kept together and from
 *   which none can be left out; or a code and the path of the field
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-zone`, `policy-incomplete`, `not-readable`, `altered-prototype`
 * @see safety requirements
 *
 * @example
 * ```ts
 * const slots = [{ weekday: 'mon', time: '14:00' }, { weekday: 'thu', time: '14:00' }] as const
 * const planned = planCourse({
 *   protocol: esketamineTrdUs,
 *   patient,
 *   start: '2027-03-08',
 *   pattern: { slots },
 *   closures: [{ id: 'staff-day', from: '2027-03-18' }],
 *   horizon: { sessions: 4 },
 * }, now)
 * planned.ok && planned.value.sessions.map(({ place, status }) => `${place.at} ${status}`)
 * // => ['2027-03-08T14:00:00-05:00 regular', '2027-03-11T14:00:00-05:00 regular', '2027-03-15T14:00:00-04:00 regular', '2027-03-19T14:00:00-04:00 to-choose']
 * ```
 */
export function planCourse(question: PlanQuestion, context: Context): Result<Parsed<Course>, PlanFault> {
  return answered(() => {
    if (!isObject(context)) throw new Refusal(badArgument, 'context')
    const moment = checkedMoment(context.content, context)
    const countries = [...context.content.jurisdictions, ...context.policy.countries]
    const checked = checkedQuestion(question, moment, countries)
    const course = checked.ok ? planned(checked.value, context) : checked
    return course.ok ? ok(markParsed(course.value)) : err(deepFreeze(course.error))
  })
}

function planned(asked: Checked, context: Context): Result<Course, PlanFault> {
  const { protocol, pattern, preferences, start, closures, adjuncts } = asked
  const numbers = numbersOf(context.policy, context.content)
  const from = dayNumber(start)
  const before = dayAfter(asked.until)
  const stretches = stretchesFrom({
    protocol,
    phase: protocol.phases[0]?.id ?? '',
    from,
    pattern,
    preferences,
    numbers,
    sessions: asked.sessions ?? mostSessions + 1,
    ...(before === undefined ? {} : { before }),
    hasHorizon: asked.sessions !== undefined || before !== undefined,
    farthest: from + mostDays,
  })
  if (!stretches.ok) return stretches
  const count = stretches.value.reduce((sum, { sessions = 0 }) => sum + sessions, 0)
  if (count > mostSessions) return err({ code: horizonTooLong.code, path: 'horizon' })
  const ids = Array.from({ length: count }, (_, at) => `s${at + 1}`)
  const stray = (preferences.choices ?? []).findIndex(({ session }) => !ids.includes(session))
  if (stray >= 0) return err({ code: unknownPlannedSession.code, path: `preferences.choices[${stray}]` })
  const { zone } = context
  const setting = { protocol, pattern, closures, preferences, zone, numbers, notBefore: start, ids }
  const laid = layOut(stretches.value, [], setting)
  if (!laid.ok) return laid
  const sessions = laid.value.map(
    (session, at): PlannedSession => ({ ...session, number: at + 1, revision: 0 }),
  )
  const assessments = assessmentsOf(protocol, sessions, adjuncts, numbers)
  if (!assessments.ok) return assessments
  const twice = repeated(assessments.value, 'assessments')
  if (twice !== undefined) return err({ code: twice.row.code, path: 'protocol.assessments' })
  const isPastAll = assessments.value.some(({ from, to }) => !isCivilDate(from) || !isCivilDate(to))
  if (isPastAll || assessments.value.length > mostAssessments)
    return err({ code: horizonTooLong.code, path: 'horizon' })
  const { choices } = preferences
  const inOrder = choices && [...choices].sort((a, b) => ids.indexOf(a.session) - ids.indexOf(b.session))
  const kept = inOrder === undefined ? preferences : { ...preferences, choices: inOrder }
  return ok({
    format: 'ketamine-treatment/course/1',
    id: asked.id ?? idOf({ ...asked, preferences: kept }, zone),
    ...(asked.patient?.id === undefined ? {} : { patient: asked.patient.id }),
    protocol,
    ...(asked.indication === undefined ? {} : { indication: asked.indication }),
    zone,
    start,
    pattern,
    closures,
    preferences: kept,
    adjuncts,
    sessions,
    assessments: [...assessments.value],
    decisions: [],
    issues: [
      ...asked.issues,
      ...unchosenIntervals(
        asked,
        stretches.value.map(({ phase }) => phase),
      ),
      ...issuesOf(sessions),
    ],
  })
}

/** The id of a course nobody named: the same question gives the same one, and another person another. */
function idOf(asked: Checked, zone: string): string {
  const { protocol, patient, issues: _issues, ...own } = asked
  const { id, version } = protocol
  const sum = digestOf({ ...own, protocol: { id, version }, patient: patient?.id ?? patient, zone })
  return `course-${sum.slice(sum.indexOf(':') + 1)}`
}

function issuesOf(sessions: readonly PlannedSession[]): Course['issues'] {
  return sessions.flatMap(({ id, place: { flag }, status }) => {
    const path = `sessions.${id}`
    return [
      ...(flag === 'moved-after-gap' ? [issue(plannedTimeMoved, path)] : []),
      ...(flag === 'earlier-of-two' ? [issue(plannedTimeTwice, path)] : []),
      ...(status === 'to-choose' ? [issue(placeToChoose, path)] : []),
    ]
  })
}
