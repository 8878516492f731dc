/** Where a planned session could be moved to, with the whole course each place would mean. @module */
import { isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import { badArgument, courseEnded, notStillToCome, unknownPlannedSession } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumber, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { phaseOf } from './calendar.ts'
import type { MoveOption, Rescheduled, RescheduleQuestion } from './change-shape.ts'
import { changedCourse } from './changed-course.ts'
import { isFields, placeIn } from './checked-decision.ts'
import type { Place, PlannedSession } from './course.schema.ts'
import { type CourseState, hasEnded, stateOf } from './course-state.ts'
import { changesBetween } from './diff-plans.ts'
import type { CourseFault } from './forecast-shape.ts'
import { movedTo, placeOfSession, placesOfSession } from './places-of-session.ts'
import { checkedKey } from './plan-argument.ts'
import type { PlanFault } from './plan-shape.ts'
import { studiedGap } from './studied-gap.ts'

/**
 * The places a planned session could be moved to, nearest to its regular day first, each with the course as it would be.
 *
 * Every other session stays where it is, and every limit, closure and preference is kept. Nothing is moved: that takes a
 * decision of the kind `move`, put on record by `applyCourseDecision`.
 *
 * @param question - the course, the logs of its visits, the session, and a day where one is asked for
 * @param context - the instant, the zone, the pack and the policy of the question
 * @returns the places, frozen, the one it stands on among them; `unknown-planned-session`, `not-still-to-come`,
 *   `course-ended`, `outside-window` or `breaks-limit` for the day that was asked for, or for the session where no place
 *   of its window is still to come or none of them breaks nothing, or what is wrong with the visits
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-zone`, `policy-incomplete`
 *
 * @example
 * ```ts
 * const moved = rescheduleSession({ course, sessions: [], session: 's2' }, now)
 * moved.ok && moved.value.options.map(({ place }) => place.day) // => ['2026-11-26', '2026-11-27', '2026-11-25']
 * ```
 */
export function rescheduleSession(
  question: RescheduleQuestion,
  context: Context,
): Result<Rescheduled, PlanFault | CourseFault> {
  return answered(() => {
    momentIn(contentOf(context), context)
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const state = stateOf(question, context)
    if (!state.ok) return deepFreeze(state)
    const id = checkedKey(question.session, 'session')
    const { to } = question
    if (to !== undefined && !isFields(to)) throw new Refusal(badArgument, 'to')
    const day = to === undefined ? undefined : placeIn(to, 'to.')
    return deepFreeze(rescheduled(id, day, state.value))
  })
}

function rescheduled(
  id: string,
  to: ReturnType<typeof placeIn> | undefined,
  state: CourseState,
): Result<Rescheduled, PlanFault | CourseFault> {
  const { course, coming } = state
  if (!course.sessions.some((one) => one.id === id))
    return err({ code: unknownPlannedSession.code, path: 'session' })
  if (hasEnded(state)) return err({ code: courseEnded.code, path: 'course' })
  const session = coming.find((one) => one.id === id)
  if (session === undefined) return err({ code: notStillToCome.code, path: 'session' })
  const places = to === undefined ? placesOfSession(session, 'session', state) : onlyPlace(session, to, state)
  if (!places.ok) return places
  const options: MoveOption[] = []
  for (const place of places.value) {
    const option = optionAt(session, place, state)
    if (!option.ok) return option
    options.push(option.value)
  }
  return ok({ session: id, options })
}

function onlyPlace(
  session: PlannedSession,
  to: ReturnType<typeof placeIn>,
  state: CourseState,
): Result<readonly Place[], CourseFault> {
  const place = placeOfSession(session, to, { outside: 'to.day', breaks: 'to' }, state)
  return place.ok ? ok([place.value]) : place
}

function optionAt(session: PlannedSession, place: Place, state: CourseState): Result<MoveOption, PlanFault> {
  const { course, coming, given, calendar } = state
  const moved = movedTo(session, place)
  const future = changedCourse(
    state,
    course.sessions.map((one) => (one.id === session.id ? moved : one)),
  )
  if (!future.ok) return future
  const others = coming.filter(({ id }) => id !== session.id)
  const ms = instantMs(place.at)
  const days = [...given, ...others.map((one) => ({ ...one.place, isSure: true }))]
    .map(({ at, day, isSure }) => ({ ms: instantMs(at), day: dayNumber(day), isSure }))
    .sort((a, b) => a.ms - b.ms)
  const earlier = days.findLast((one) => one.ms < ms)
  const later = days.find((one) => one.ms > ms)
  const day = dayNumber(place.day)
  const kind = phaseOf(calendar.protocol, session.phase)?.kind
  const gap = (apart: number | null) =>
    studiedGap({ days: apart, ...(kind === undefined ? {} : { phase: kind }) }, calendar.protocol)
  return ok({
    place,
    // What may have been given last leaves open how long ago that was.
    before: gap(earlier?.isSure === true ? day - earlier.day : null),
    after: gap(later === undefined ? null : later.day - day),
    future: future.value,
    changes: changesBetween(course, future.value),
  })
}
