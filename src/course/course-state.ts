/** A course at a moment, as far as it can be changed: what was given, what was missed, what is to come. @module */
import { isObject, numbersOf } from '../judgement/context.ts'
import { contentOf } from '../judgement/judge.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Issue } from '../kernel/decision.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { civilDayAt, dayNumber, formatInstant, offsetMinutes } from '../kernel/time.ts'
import type { Numbers } from '../patient/question.ts'
import { amountFault } from './amounts.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import type { Course, PlannedSession } from './course.schema.ts'
import type { CourseFault, CourseQuestion } from './forecast-shape.ts'
import type { FixedSession } from './lay-out.ts'
import { type PhaseRun, phaseRuns } from './phase-runs.ts'
import { spotOf } from './place.ts'
import { endingOf, type Standing, standingsOf } from './standing.ts'
import { courseVisits, type VisitRead } from './visits.ts'
import { slotsOf, weekdayOf } from './week-pattern.ts'

/** A dose that was given, or may have been, at the last moment at which that can have been. */
export interface GivenDose extends FixedSession {
  /** Whether it surely was given, and then. */
  readonly isSure: boolean
}

/** A course at a moment. */
export interface CourseState {
  readonly course: Parsed<Course>
  readonly calendar: Calendar
  readonly numbers: Numbers
  readonly standings: readonly Standing[]
  readonly runs: readonly PhaseRun[]
  readonly visits: readonly VisitRead[]
  readonly issues: readonly Issue[]
  /** Every dose that was given, or may have been: limits look back to it. */
  readonly given: readonly GivenDose[]
  /** Sessions that can still be changed, in the order of time. */
  readonly coming: readonly PlannedSession[]
  /** The first day on which a session can be planned anew: today, where none of its times is over. */
  readonly free: number
}

/**
 * The state of a course at the moment of the context.
 *
 * @param person - whose visits they have to be where the course does not say whose it is
 * @returns the state; a fault where visits do not belong together
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-zone`, `policy-incomplete`
 */
export function stateOf(
  question: CourseQuestion,
  context: Context,
  person?: string,
): Result<CourseState, CourseFault> {
  if (!isObject(question)) throw new Refusal(badArgument, 'question')
  const { course, sessions } = question
  demandParsed(course, 'course')
  const read = courseVisits(sessions, course, context, person)
  if (!read.ok) return read
  const { visits, issues } = read.value
  const calendar = calendarOf(course, context)
  const unread = amountFault(course.protocol, calendar, 'course.protocol')
  if (unread !== undefined) return err(unread)
  const standings = standingsOf(visits, calendar)
  const coming = standings.filter(({ word }) => word === 'to-come').map(({ session }) => session)
  return ok({
    course,
    calendar,
    numbers: numbersOf(context.policy, contentOf(context)),
    standings,
    runs: phaseRuns(standings, calendar),
    visits,
    issues,
    given: givenIn(visits, standings, calendar),
    coming,
    free: freeDay(calendar),
  })
}

function givenIn(
  visits: readonly VisitRead[],
  standings: readonly Standing[],
  { zone }: Calendar,
): readonly GivenDose[] {
  const bySession = new Map(standings.map(({ session }) => [session.id, session]))
  return visits.flatMap(({ visit, ms, latestMs }) => {
    if (visit.exposed === 'no') return []
    const last = ms ?? latestMs
    const session = visit.session === null ? undefined : bySession.get(visit.session)
    // A visit outside the plan belongs to no phase; the limits of the protocol speak of it all the same.
    const { phase = '', interval = '' } = session ?? {}
    const at = visit.at ?? formatInstant(last, offsetMinutes(last, zone))
    const isSure = visit.exposed === 'yes' && ms !== null
    return [{ day: civilDayAt(last, zone), at, phase, interval, isSure }]
  })
}

function freeDay({ course, today, nowMs, zone }: Calendar): number {
  const slots = slotsOf(course.pattern)
  const own = slots.filter(({ weekday }) => weekday === weekdayOf(today))
  const start = dayNumber(course.start)
  const spots = (own.length === 0 ? slots : own).map(({ minutes }) => spotOf(today, minutes, zone))
  return Math.max(start, spots.every(({ ms }) => ms > nowMs) ? today : today + 1)
}

/** Whether somebody decided that the course is over. */
export function hasEnded({ calendar }: CourseState): boolean {
  return endingOf(calendar) !== undefined
}

/** Phase and interval whose rows speak of a session: of one after a step back those of the phase it came from. */
export function spokenOf(
  state: CourseState,
  { id, phase, interval }: PlannedSession,
): Pick<PlannedSession, 'phase' | 'interval'> {
  return { phase: runOf(state, id)?.steppedFrom ?? phase, interval }
}

/** The stretch a session stands in. */
export function runOf({ runs }: CourseState, id: string): PhaseRun | undefined {
  return runs.find(({ sessions }) => sessions.some(({ session }) => session.id === id))
}
