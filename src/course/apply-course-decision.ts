/** A decision put on record, and what it changes in the course. @module */

import { isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import {
  badArgument,
  type CodeRow,
  courseEnded,
  decisionAhead,
  decisionRepeated,
  horizonTooLong,
  nothingToDecide,
  notStillToCome,
  unknownPhase,
  unknownPlannedSession,
} from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { deepFreeze, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, type Result } from '../kernel/result.ts'
import { instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { phaseOf } from './calendar.ts'
import type { DecisionQuestion } from './change-shape.ts'
import { cancelled, changedCourse } from './changed-course.ts'
import { checkedDecision } from './checked-decision.ts'
import { checkpointsOf } from './checkpoints.ts'
import type { Course, CourseDecision, PlannedSession } from './course.schema.ts'
import { type CourseState, hasEnded, stateOf } from './course-state.ts'
import type { CourseFault } from './forecast-shape.ts'
import { laidAnew } from './laid-anew.ts'
import { movedTo, placeOfSession } from './places-of-session.ts'
import type { PlanFault } from './plan-shape.ts'
import {
  afterMissed,
  atInterval,
  extended,
  isMakingUpAsked,
  undecidedMissed,
  type WayOn,
  wasMissed,
} from './way-on.ts'

/**
 * The course with a decision on record, and the rest of it laid out as the decision has it.
 *
 * This is the one way in which a course changes. What was given stays; a session that moves keeps its id and counts its
 * revision up, one that goes is cancelled and kept, one that comes has an id of its own.
 *
 * @param question - the course, the logs of its visits, and the decision, which is dated no later than the question
 * @param context - the instant, the zone, the pack and the policy of the question
 * @returns the course, frozen; `decision-ahead`, `decision-repeated`, `course-ended`, `nothing-to-decide`,
 *   `unknown-planned-session`, `not-still-to-come`, `unknown-phase`, `outside-window`, `breaks-limit`, `horizon-too-long`,
 *   `plan-infeasible` with its conflict, or what is wrong with the visits, each with the path of the field
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-zone`, `policy-incomplete`, or what the door refuses
 *
 * @example
 * ```ts
 * const decision = { kind: 'cancel', session: 's2', id: 'd1', at: now.asOf, by: 'dr-lee' } as const
 * const applied = applyCourseDecision({ course, sessions: [], decision }, now)
 * applied.ok && applied.value.sessions.map(({ id, status, revision }) => `${id} ${status} ${revision}`)
 * // => ['s1 regular 0', 's2 cancelled 1']
 * ```
 */
export function applyCourseDecision(
  question: DecisionQuestion,
  context: Context,
): Result<Parsed<Course>, PlanFault | CourseFault> {
  return answered(() => {
    momentIn(contentOf(context), context)
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const state = stateOf(question, context)
    if (!state.ok) return deepFreeze(state)
    const decision = checkedDecision(question.decision)
    const fault = faultOf(decision, state.value)
    return deepFreeze(fault === undefined ? applied(decision, state.value) : fault)
  })
}

type Applied = Result<Parsed<Course>, PlanFault | CourseFault>

function refused({ code }: CodeRow, path: string) {
  return err({ code, path })
}

/** Why a decision cannot be put on record, whatever it says. */
function faultOf(decision: CourseDecision, state: CourseState): ReturnType<typeof refused> | undefined {
  const { course, calendar } = state
  if (instantMs(decision.at) > calendar.nowMs) return refused(decisionAhead, 'decision.at')
  if (course.decisions.some(({ id }) => id === decision.id)) return refused(decisionRepeated, 'decision.id')
  return hasEnded(state) ? refused(courseEnded, 'course') : undefined
}

function applied(decision: CourseDecision, state: CourseState): Applied {
  switch (decision.kind) {
    case 'review':
      return reviewed(decision, state)
    case 'end':
      return ended(decision, state)
    case 'extend':
      return goneOn(extended(decision.sessions, state), decision, state)
    case 'missed':
      return decidedOfMissed(decision, state)
    default:
      return ofSession(decision, state)
  }
}

function goneOn(way: Result<WayOn, PlanFault>, decision: CourseDecision, state: CourseState): Applied {
  if (!way.ok) return way
  if (way.value === undefined) return changedCourse(state, state.course.sessions, decision)
  return laidAnew({ ...way.value, decision }, state)
}

function ended(decision: CourseDecision, state: CourseState): Applied {
  const off = new Set(state.coming.map(({ id }) => id))
  const sessions = state.course.sessions.map((one) => (off.has(one.id) ? cancelled(one) : one))
  return changedCourse(state, sessions, decision)
}

type Of<K extends CourseDecision['kind']> = Extract<CourseDecision, { readonly kind: K }>

function reviewed(decision: Of<'review'>, state: CourseState): Applied {
  const checkpoints = checkpointsOf(state.runs, state.standings, [], state.calendar)
  if (checkpoints === undefined) return refused(horizonTooLong, 'course')
  const due = checkpoints.filter(({ checkpoint }) => checkpoint.id === decision.checkpoint)
  if (due.length === 0) return refused(nothingToDecide, 'decision.checkpoint')
  if (decision.due !== undefined && due.every(({ checkpoint }) => checkpoint.due !== decision.due))
    return refused(nothingToDecide, 'decision.due')
  return decision.outcome === 'stop'
    ? ended(decision, state)
    : changedCourse(state, state.course.sessions, decision)
}

function decidedOfMissed(decision: Of<'missed'>, state: CourseState): Applied {
  const { session: id, option, to, makesUp } = decision
  if (!state.course.sessions.some((one) => one.id === id))
    return refused(unknownPlannedSession, 'decision.session')
  // It speaks of what was missed when it was made, and of nothing that was missed since.
  const undecided = undecidedMissed(state).filter((one) => wasMissed(one, instantMs(decision.at), state))
  const place = undecided.findIndex(({ session }) => session.id === id)
  if (place < 0) return refused(nothingToDecide, 'decision.session')
  if (option !== 'continue' && to === undefined) return refused(nothingToDecide, 'decision.to')
  const phase = to === undefined ? undefined : phaseOf(state.calendar.protocol, to.phase)
  if (to !== undefined && phase?.intervals.some((one) => one.id === to.interval) !== true)
    return refused(unknownPhase, 'decision.to')
  const missed = undecided.slice(0, place + 1)
  // Where the protocol says it, or nothing can be made up, there is nothing to say of it.
  if (makesUp !== undefined && (option !== 'continue' || !isMakingUpAsked(missed, state)))
    return refused(nothingToDecide, 'decision.makesUp')
  const way = { option, to: to ?? null, ...(makesUp === undefined ? {} : { makesUp }) }
  return goneOn(afterMissed(way, missed, state), decision, state)
}

const onDay = { outside: 'decision.day', breaks: 'decision.day' } as const

function ofSession(decision: Of<'interval' | 'move' | 'cancel'>, state: CourseState): Applied {
  const { course, coming } = state
  if (!course.sessions.some(({ id }) => id === decision.session))
    return refused(unknownPlannedSession, 'decision.session')
  const session = coming.find(({ id }) => id === decision.session)
  if (session === undefined) return refused(notStillToCome, 'decision.session')
  const instead = (now: PlannedSession): Applied =>
    changedCourse(
      state,
      course.sessions.map((one) => (one.id === session.id ? now : one)),
      decision,
    )
  switch (decision.kind) {
    case 'interval':
      return goneOn(atInterval(session, decision.interval, state), decision, state)
    case 'cancel':
      return instead(cancelled(session))
    case 'move': {
      const place = placeOfSession(session, decision, onDay, state)
      return place.ok ? instead(movedTo(session, place.value)) : place
    }
  }
}
