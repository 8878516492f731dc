/** A course after a change: numbers, revisions, assessments and issues follow from its sessions. @module */
import {
  type CodeRow,
  horizonTooLong,
  placeToChoose,
  plannedTimeMoved,
  plannedTimeTwice,
} from '../kernel/codes.ts'
import { canonical } from '../kernel/digest.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { assessmentsAnew } from './assessments-anew.ts'
import { inOrder } from './calendar.ts'
import { choicesAnew } from './choices-anew.ts'
import type { Course, CourseDecision, PlannedSession } from './course.schema.ts'
import type { CourseState } from './course-state.ts'
import type { PlanFault } from './plan-shape.ts'
import { steppedBack } from './stepped-back.ts'
import { mostSessions } from './stretches.ts'

/** What a stored course may hold, at most. */
const most = { sessions: 1_000, assessments: 5_000, issues: 1_000 } as const

/**
 * The course with these sessions in the place of its own.
 *
 * Of a session that changed the revision is one more; what is not there any more is cancelled and kept.
 *
 * @param sessions - every session of the course under its id, and those that are new, with revision 0
 * @param back - ids of those that are new as a step back into another phase
 */
export function changedCourse(
  state: CourseState,
  sessions: readonly PlannedSession[],
  decision?: CourseDecision,
  back: readonly string[] = [],
): Result<Parsed<Course>, PlanFault> {
  const { course } = state
  const old = new Map(course.sessions.map((session) => [session.id, session]))
  let number = 0
  const settled = choicesAnew(sessions, state)
  if (!settled.ok) return settled
  const numbered = inOrder(settled.value).map((session): PlannedSession => {
    if (session.status === 'cancelled') return session
    number += 1
    return { ...session, number }
  })
  const revised = numbered.map((session) => revisedFrom(old.get(session.id), session))
  const live = revised.filter(({ status }) => status !== 'cancelled')
  if (live.length > mostSessions || revised.length > most.sessions)
    return err({ code: horizonTooLong.code, path: 'horizon' })
  const stepped = new Set([...back, ...steppedBack(live, state.calendar.decisions).keys()])
  const anew = assessmentsAnew(state, live, stepped)
  if (!anew.ok) return anew
  const assessments = anew.value
  if (assessments.length > most.assessments) return err({ code: horizonTooLong.code, path: 'horizon' })
  const decisions = decision === undefined ? course.decisions : [...course.decisions, decision]
  const issues = [...otherIssues(course), ...live.flatMap(issuesOf)].slice(0, most.issues)
  return ok(markParsed({ ...course, sessions: [...revised], assessments, decisions, issues }))
}

function revisedFrom(was: PlannedSession | undefined, now: PlannedSession): PlannedSession {
  if (was === undefined) return now
  const told = ({ number, phase, interval, regular, place, status }: PlannedSession): string =>
    canonical([number, phase, interval, regular, place, status])
  const revision = told(was) === told(now) ? was.revision : was.revision + 1
  return { ...now, revision }
}

const ofPlaces: readonly CodeRow[] = [placeToChoose, plannedTimeMoved, plannedTimeTwice]

function otherIssues({ issues }: Course): Course['issues'] {
  return issues.filter(({ code }) => !ofPlaces.some((row) => row.code === code))
}

function issuesOf({ id, status, place }: PlannedSession): Course['issues'] {
  const rows = [
    status === 'to-choose' ? [placeToChoose] : [],
    place.flag === 'moved-after-gap' ? [plannedTimeMoved] : [],
    place.flag === 'earlier-of-two' ? [plannedTimeTwice] : [],
  ].flat()
  return rows.map(({ code, severity }) => ({ code, path: `sessions.${id}`, severity }))
}

/** A session that is not going to take place. */
export function cancelled(session: PlannedSession): PlannedSession {
  return { ...session, status: 'cancelled', alternatives: [] }
}
