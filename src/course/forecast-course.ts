/** A course at a moment: what was given, what is next, what waits. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, decisionAhead, horizonTooLong } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { deepFreeze, demandParsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { civilDate, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { adherenceOf } from './adherence.ts'
import { amountFault } from './amounts.ts'
import { assessmentsOf } from './assessments.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { type CheckpointRead, checkpointsOf } from './checkpoints.ts'
import type { Course, Place } from './course.schema.ts'
import { endOf, runOf } from './course-end.ts'
import { issuesOf } from './course-issues.ts'
import { readScores } from './course-scores.ts'
import { type Doses, dosesOf } from './dose-limits.ts'
import { isOverdue, sessionOf } from './forecast-session.ts'
import type { CourseFault, CourseForecast, CourseQuestion } from './forecast-shape.ts'
import { intervalsOf } from './intervals-offered.ts'
import { type PhaseRun, phaseRuns } from './phase-runs.ts'
import { timesOf } from './session-times.ts'
import { endingOf, type Standing, standingsOf } from './standing.ts'
import { courseVisits } from './visits.ts'

export type {
  Adherence,
  CourseFault,
  CourseForecast,
  CourseQuestion,
  CourseScores,
  CourseVisit,
  ForecastAssessment,
  ForecastCheckpoint,
  ForecastSession,
  GapRead,
  IntervalOffered,
  SessionWord,
} from './forecast-shape.ts'

/**
 * The whole course at a moment: each session and assessment with its word, when what is to come may be given, what waits
 * for a review, and what is overdue.
 *
 * The logs are replayed: an entry written down late, or corrected, answers as if it had been right at once. Only what
 * was given counts, by what was delivered of what was ordered; a dose that does not count still sets the time of the
 * next one. What a log leaves open is given in doubt: never counted as given, and overdue as long as the calendar says
 * so. A blocking checkpoint holds the sessions after it until a review is on record. Nothing is planned past the sessions
 * of the course, and no dose is picked.
 *
 * @param question - the course, the logs of its visits and scores of its instruments, each in any order
 * @param context - `asOf` is the moment of the question; days are counted in the zone of the course
 * @returns the forecast, frozen; or an error with `code` and `path`: `another-course`, `too-many-sessions`, `id-clash`;
 *   `decision-ahead` where something of the course was decided after the moment: the course of that day has to be kept to
 *   look back; `horizon-too-long` where a checkpoint comes again more often than can be looked through; or what is wrong
 *   with a score
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-zone`, `policy-incomplete`
 *
 * @example
 * ```ts
 * const forecast = forecastCourse({ course, sessions: [] }, now)
 * forecast.ok && forecast.value.next // => 's1'
 * ```
 *
 * @see requirements
 */
export function forecastCourse(
  question: CourseQuestion,
  context: Context,
): Result<CourseForecast, CourseFault> {
  return answered(() => deepFreeze(forecastOf(question, context)))
}

function forecastOf(question: CourseQuestion, context: Context): Result<CourseForecast, CourseFault> {
  if (!isObject(question)) throw new Refusal(badArgument, 'question')
  const { course, sessions, scores } = question
  demandParsed(course, 'course')
  const read = courseVisits(sessions, course, context)
  if (!read.ok) return read
  const { visits } = read.value
  const calendar = calendarOf(course, context)
  if (isLookedBackAt(course, calendar)) return err({ code: decisionAhead.code, path: 'course.decisions' })
  const unread = amountFault(course.protocol, calendar, 'course.protocol')
  if (unread !== undefined) return err(unread)
  const first = visits.find(({ visit }) => visit.counted === 'yes' && visit.at !== null)
  const scored = readScores(scores, first?.visit.at ?? course.start, calendar)
  if (!scored.ok) return scored
  const standings = standingsOf(visits, calendar)
  const runs = phaseRuns(standings, calendar)
  const checkpoints = checkpointsOf(runs, standings, scored.value.outcomes, calendar)
  if (checkpoints === undefined) return err({ code: horizonTooLong.code, path: 'course' })
  const waits = (one: Standing): CheckpointRead | undefined =>
    checkpoints.find(({ blocks }) => blocks.has(one.at))
  const next = standings.find(({ word }) => word === 'to-come')
  const doses = dosesOf(visits, calendar)
  const times = timesOf(standings, doses, calendar)
  const told = standings.map((one) =>
    sessionOf(one, times.get(one.session.id), waits(one), standings, calendar),
  )
  const end = endOf(runs, next, calendar)
  const run = runOf(runs, next, next !== undefined && waits(next) !== undefined, calendar.today)
  const hasEnded = end !== null && end.why !== 'planned-so-far'
  const inUse = run === undefined || hasEnded ? undefined : (lastUsed(run.sessions, next) ?? run.sessions[0])
  const assessments = assessmentsOf({ standings, visits, scores: scored.value.scores }, calendar)
  const nextTold = told.find(({ id }) => id === next?.session.id)
  return ok({
    course: course.id,
    asOf: context.asOf,
    phase:
      run === undefined || inUse === undefined
        ? null
        : {
            id: run.phase.id,
            label: run.phase.label,
            interval: inUse.session.interval,
            since: civilDate(run.from),
          },
    sessions: told,
    assessments,
    checkpoints: checkpoints.map(({ checkpoint }) => checkpoint),
    visits: visits.map(({ visit }) => visit),
    next: next?.session.id ?? null,
    overdue: {
      sessions: standings.filter((one) => isOverdue(one, standings, calendar)).map(idOf),
      assessments: assessments.filter(({ status }) => status === 'past-due').map(({ id }) => id),
      checkpoints: endingOf(calendar) === undefined ? lateIn(checkpoints) : [],
    },
    adherence: adherenceOf(standings, calendar.today),
    intervals:
      run === undefined || inUse === undefined
        ? []
        : offeredIn(
            { run, inUse, runs, next, place: nextTold?.recommended ?? null },
            doses,
            checkpoints,
            standings,
            calendar,
          ),
    end,
    certainty: calendar.protocol.certainty,
    clinicalReview: calendar.protocol.clinicalReview,
    sources: calendar.protocol.sources,
    issues: issuesOf(read.value.issues, standings, visits, calendar),
  })
}

/** Whether the course holds what was laid out anew only later: who looks back keeps the course of that day. */
function isLookedBackAt({ decisions }: Course, { nowMs }: Calendar): boolean {
  return decisions.some(({ at }) => instantMs(at) > nowMs)
}

/** Ids of the checkpoints that are past due, each once. Of a course that was ended nobody asks whether to go on. */
function lateIn(checkpoints: readonly CheckpointRead[]): readonly string[] {
  const late = checkpoints.filter(({ checkpoint }) => checkpoint.status === 'past-due')
  return [...new Set(late.map(({ checkpoint }) => checkpoint.id))]
}

const idOf = ({ session }: Standing): string => session.id

/** The session whose interval is in use: the next one of the stretch, else the last that was given, else its last. */
function lastUsed(sessions: readonly Standing[], next: Standing | undefined): Standing | undefined {
  if (next !== undefined && sessions.includes(next)) return next
  return sessions.findLast(({ given }) => given !== 'no') ?? sessions.at(-1)
}

interface Offering {
  readonly run: PhaseRun
  readonly inUse: Standing
  readonly runs: readonly PhaseRun[]
  readonly next: Standing | undefined
  readonly place: Place | null
}

/** The intervals of the phase of the next session, and of the one after where a choice of interval is due. */
function offeredIn(
  { run, inUse, runs, next, place }: Offering,
  doses: Doses,
  checkpoints: readonly CheckpointRead[],
  standings: readonly Standing[],
  calendar: Calendar,
): CourseForecast['intervals'] {
  const own = runs.find(({ sessions }) => next !== undefined && sessions.includes(next)) ?? run
  const { phase, sessions } = own
  const lastPlace =
    standings.findLast(({ day, word }) => word !== 'cancelled' && day < calendar.today)?.day ?? null
  const isEntered = sessions.some(({ given }) => given !== 'no')
  const asked = { doses, lastPlace }
  const offered = intervalsOf(
    {
      ...asked,
      phase,
      inUse: (next ?? inUse).session.interval,
      next: place,
      from: isEntered ? undefined : own.from,
    },
    calendar,
  )
  const ahead = calendar.protocol.phases.find(({ id }) => id === phase.next)
  const isDue = phase.checkpoints.some(
    ({ id, kind, at }) =>
      kind === 'interval' &&
      'end' in at &&
      checkpoints.some(
        ({ checkpoint: one }) =>
          one.id === id && one.phase === phase.id && (one.status === 'due' || one.status === 'past-due'),
      ),
  )
  if (ahead === undefined || !isDue) return offered
  const from = phase.weeks === undefined ? undefined : own.from + 7 * phase.weeks
  return [
    ...offered,
    ...intervalsOf({ ...asked, phase: ahead, inUse: undefined, next: null, from }, calendar),
  ]
}
