/** The visits of a course, each replayed at the moment of the question. @module */
import { contentOf, momentIn } from '../judgement/judge.ts'
import {
  anotherCourse,
  badArgument,
  type CodeRow,
  idClash,
  sessionTwice,
  tooManySessions,
  visitNotPlaced,
  visitOutsideWindow,
  visitWithoutTime,
} from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Issue } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import { byText } from '../kernel/order.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Session } from '../session/session.schema.ts'
import { calendarOf } from './calendar.ts'
import type { Course } from './course.schema.ts'
import type { CourseFault } from './forecast-shape.ts'
import { byTime, matchVisits } from './matching.ts'
import { readVisit, type VisitRead } from './visit-read.ts'

export type { VisitRead } from './visit-read.ts'

/** Visits in the order of time, those without a time last. */
export interface CourseVisits {
  readonly visits: readonly VisitRead[]
  /** What was odd, by the id of the visit: `visits.<id>`. */
  readonly issues: readonly Issue[]
}

function isAhead({ state: { entries, leftOut } }: VisitRead): boolean {
  return entries.length === 0 && leftOut.length > 0 && leftOut.every(({ why }) => why === 'after-as-of')
}

/** No course has more visits. */
const sessionsAtMost = 1_000

/**
 * Every visit at the moment of the context, and the planned session it was.
 *
 * A log handed in twice counts once. Without a course visits of several courses may be handed in, of one person.
 *
 * @param whose - the person they have to be of where the course does not say it
 * @returns the visits; `too-many-sessions`, `another-course` for a visit of another course or person, `id-clash` where
 *   two logs of one id differ
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-zone`, `policy-incomplete`
 */
export function courseVisits(
  sessions: readonly Parsed<Session>[],
  course: Parsed<Course> | undefined,
  context: Context,
  whose?: string,
): Result<CourseVisits, CourseFault> {
  if (!Array.isArray(sessions)) throw new Refusal(badArgument, 'sessions')
  if (sessions.length > sessionsAtMost) return err({ code: tooManySessions.code, path: 'sessions' })
  if (course !== undefined) demandParsed(course, 'course')
  // Checked before the zone of the course takes the place of its own.
  momentIn(contentOf(context), context)
  const calendar = course === undefined ? undefined : calendarOf(course, context)
  const frame = {
    context: course === undefined ? context : { ...context, zone: course.zone },
    protocol: course?.protocol ?? null,
  }
  const known = new Map<string, Parsed<Session>>()
  const read: VisitRead[] = []
  let person = course?.patient ?? whose
  for (let at = 0; at < sessions.length; at += 1) {
    const session = sessions[at]
    demandParsed(session, `sessions[${at}]`)
    if (session === undefined) continue
    const same = known.get(session.id)
    if (same !== undefined) {
      if (same === session || canonical(same) === canonical(session)) continue
      return err({ code: idClash.code, path: `sessions[${at}]` })
    }
    known.set(session.id, session)
    person ??= session.patient
    const visit = readVisit(session, frame)
    const of = visit.state.booked?.course
    const isForeign =
      (session.patient !== undefined && session.patient !== person) ||
      (course !== undefined && of !== undefined && of !== course.id)
    if (isForeign) return err({ code: anotherCourse.code, path: `sessions[${at}]` })
    // What was written down only later is not known yet.
    if (isAhead(visit)) continue
    read.push(visit)
  }
  read.sort(byTime)
  const issues: Issue[] = []
  const odd = ({ visit }: VisitRead, row: CodeRow): void => {
    issues.push({ code: row.code, path: `visits.${visit.visit}`, severity: row.severity })
  }
  const matched = calendar === undefined ? undefined : matchVisits(read, calendar)
  const visits = read.map((one): VisitRead => {
    const session = matched?.sessionOf.get(one.visit.visit) ?? null
    const mayBeDose = one.visit.exposed !== 'no'
    if (one.ms === null && one.isDosing) odd(one, visitWithoutTime)
    // Who did not come and was given another place is no second visit of that session.
    if (matched !== undefined && session === null && mayBeDose)
      odd(one, matched.twice.has(one.visit.visit) ? sessionTwice : visitNotPlaced)
    else if (matched?.astray.has(one.visit.visit)) odd(one, visitNotPlaced)
    if (matched?.outside.has(one.visit.visit)) odd(one, visitOutsideWindow)
    if (session !== null) return { ...one, visit: { ...one.visit, session } }
    const isUnplaced =
      mayBeDose &&
      one.ms === null &&
      one.visit.counted !== 'no' &&
      matched?.twice.has(one.visit.visit) === false
    return isUnplaced ? { ...one, isUnplaced } : one
  })
  return ok({ visits, issues: issues.sort((a, b) => byText(a.path, b.path) || byText(a.code, b.code)) })
}
