/** The whole treatment of a person in the order of time. @module */

import type { Course } from '../course/course.schema.ts'
import { courseExposure } from '../course/exposure.ts'
import { forecastCourse } from '../course/forecast-course.ts'
import type { CourseFault, CourseForecast } from '../course/forecast-shape.ts'
import { anotherCourse } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Issue } from '../kernel/decision.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import { type CivilDate, civilDayAt, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { byCodeAndPath } from '../patient/issues.ts'
import { replaySession } from '../session/replay.ts'
import type { Session } from '../session/session.schema.ts'
import { summarizeSideEffects } from '../session/summarize-side-effects.ts'
import { draftsOfCheckpoints, draftsOfDecisions, draftsOfPlan } from './course-entries.ts'
import { entriesOf, withOwnIds } from './draft.ts'
import { firstDoseOf } from './first-dose.ts'
import { leftBy } from './left.ts'
import { outcomesOf, readableScores } from './outcomes.ts'
import { phaseBands } from './phase-bands.ts'
import { type CheckedQuestion, checkedQuestion } from './question.ts'
import { draftsOfMedicines, draftsOfNotes, draftsOfScores, setAside } from './record-entries.ts'
import type { Timeline, TimelineQuestion } from './timeline-shape.ts'
import { draftsOfVisit } from './visit-entries.ts'

/**
 * Everything that happened in a treatment and everything that is planned, in the order of time.
 *
 * Logs are replayed at the moment of the context: late entries and corrections count as if they had been written in
 * time, and are marked. What has no date stands last and is given none. What lies after the question is set aside, and
 * told among the issues. Entries are linked from event to decision: a dose with its visit and what was seen in it, a
 * decision with the sessions it moved, a review with its checkpoint, a note with what it is about. The order of any
 * list handed in plays no part.
 *
 * With a course, days are those of its zone, and are counted from its first dose; without one from the first dose
 * there is. Visits booked for another course are shown, and left out of the forecast of this one.
 *
 * @param question - the parsed record, the parsed logs of the visits, scores by instrument; where they are known the
 *   medicines (left out, those of the record), the parsed course, notes, and what was given before the logs begin
 * @param context - the instant, the zone, the pack and the policy
 * @returns the frozen timeline: entries, phases, forecast, exposure, outcomes by definition, side effects, what visits
 *   left to be done, issues
 * @throws Refusal `not-parsed`, `unknown-zone`, `policy-incomplete`, `content-incomplete`, `mixed-instruments`,
 *   `bad-date`, `too-large`, `unknown-product`; `bad-argument` also where a visit or the course is of another person, where two logs of
 *   one id differ, or two notes share an id
 *
 * @example
 * ```ts
 * const timeline = buildTimeline({ patient, sessions: [visit], measures: [] }, now)
 * timeline.entries.map(({ id, at }) => [id, at]) // => [['visit/visit-1', '2026-11-22T08:50:00-05:00']]
 * ```
 *
 * @see requirements
 */
export function buildTimeline(question: TimelineQuestion, context: Context): Parsed<Timeline> {
  return answered(() => markParsed(timelineOf(withoutLogsToCome(checkedQuestion(question, context)))))
}

/** A log all of whose entries lie after the question did not exist yet. */
function withoutLogsToCome(question: CheckedQuestion): CheckedQuestion {
  const { moment } = question
  const isToCome = ({ events }: Session): boolean =>
    events.length > 0 && events.every(({ at }) => at !== undefined && instantMs(at) > moment.ms)
  return { ...question, sessions: question.sessions.filter((session) => !isToCome(session)) }
}

function timelineOf(question: CheckedQuestion): Timeline {
  const { course, sessions, context, moment, earlier } = question
  const { zone, today, asOf } = moment
  const states = sessions.map((session) => replaySession(session, context))
  const visits = states.map(draftsOfVisit)
  const given = states.filter((_, at) => visits[at]?.dose !== undefined)
  const followed = forecastOf(question, new Set(states.filter(isOther).map(({ session }) => session)))
  const { forecast } = followed
  const first = firstDoseOf(given, course, forecast, zone)
  const scores = draftsOfScores(question)
  const medicines = draftsOfMedicines(question)
  const decisions = course === undefined ? { drafts: [], issues: [] } : draftsOfDecisions(course, moment)
  const drafts = withOwnIds([
    ...visits.flatMap(({ visit, dose, effects }) => [
      visit,
      ...(dose === undefined ? [] : [dose]),
      ...effects,
    ]),
    ...scores.drafts,
    ...medicines.drafts,
    ...decisions.drafts,
    ...draftsOfCheckpoints(forecast),
    ...(course === undefined ? [] : draftsOfPlan(course, forecast)),
  ])
  const notes = draftsOfNotes(question, new Set(drafts.map(({ id }) => id)))
  const judged = outcomesOf(question, first)
  const exposed = courseExposure({ sessions, ...(earlier === undefined ? {} : { earlier }) }, context)
  return {
    asOf,
    zone,
    record: question.patient.record,
    start: first.is === 'known' ? first.day : null,
    entries: entriesOf([...drafts, ...notes.drafts], zone, first.is === 'known' ? first.day : null),
    phases:
      course === undefined
        ? []
        : phaseBands(course, forecast, today, (session) => dayGiven(session, forecast, zone)),
    protocol: course === undefined ? null : protocolOf(course),
    forecast,
    exposure: exposed.ok ? exposed.value : null,
    outcomes: judged.outcomes,
    sideEffects: summarizeSideEffects(states),
    left: leftBy(question, states, given),
    issues: inOrder([
      ...states.flatMap(({ session, issues }) =>
        issues.map((issue) => ({ ...issue, path: `sessions.${session}.${issue.path}` })),
      ),
      ...followed.issues,
      ...scores.issues,
      ...medicines.issues,
      ...decisions.issues,
      ...notes.issues,
      ...judged.issues,
      ...(exposed.ok ? [] : [unused(exposed.error, 'exposure')]),
    ]),
  }

  function isOther({ booked }: (typeof states)[number]): boolean {
    return course !== undefined && booked?.course !== undefined && booked.course !== course.id
  }
}

function protocolOf({ protocol }: Course): Timeline['protocol'] {
  const { id, version, label, basis, certainty, clinicalReview } = protocol
  return { id, version, label, basis, certainty, clinicalReview }
}

/** The forecast of the course from the visits that are not of another one. */
function forecastOf(
  { course, sessions, measures, context, moment }: CheckedQuestion,
  others: ReadonlySet<string>,
): { readonly forecast: CourseForecast | null; readonly issues: readonly Issue[] } {
  if (course === undefined) return { forecast: null, issues: [] }
  const own = sessions.filter(({ id }) => !others.has(id))
  const apart = [...others].map((id) => setAside(anotherCourse, `sessions.${id}`))
  const scores = measures.map((measure) => ({ ...measure, scores: readableScores(measure, moment) }))
  const forecast = forecastCourse({ course, sessions: own, scores }, context)
  if (forecast.ok)
    return { forecast: forecast.value, issues: [...apart, ...forecast.value.issues.map(ofCourse)] }
  return { forecast: null, issues: [...apart, unused(forecast.error, 'forecast')] }
}

/** An oddity of the course; its own sessions are the planned ones. */
function ofCourse(issue: Issue): Issue {
  return { ...issue, path: `course.${issue.path}` }
}

/** Why a part of the timeline is missing. */
function unused({ code, path }: CourseFault, part: string): Issue {
  return { code, path: `${part}.${path}`, severity: 'set-aside' }
}

/** Civil day on which a planned session was given. */
function dayGiven(session: string, forecast: CourseForecast | null, zone: string): CivilDate | undefined {
  const isGiven = forecast?.sessions.some(({ id, status }) => id === session && status === 'given')
  const at = isGiven ? forecast?.visits.find((visit) => visit.session === session)?.at : undefined
  return at === undefined || at === null ? undefined : civilDayAt(instantMs(at), zone)
}

/** Each once, by path and code. */
function inOrder(issues: readonly Issue[]): readonly Issue[] {
  const once = new Map(issues.map((issue) => [`${issue.path} ${issue.code}`, issue]))
  return [...once.values()].sort(byCodeAndPath)
}
