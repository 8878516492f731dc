/** The rest of a course laid out anew: what keeps its place keeps its id, what goes is cancelled, what comes is new. @module */
import type { Parsed } from '../kernel/parsed.ts'
import type { Result } from '../kernel/result.ts'
import { civilDate, dayNumber } from '../kernel/time.ts'
import { cancelled, changedCourse } from './changed-course.ts'
import type { Course, CourseDecision, PlannedSession } from './course.schema.ts'
import type { CourseState } from './course-state.ts'
import { layOut, type Setting, type Stretch } from './lay-out.ts'
import { fixedSession } from './places-of-session.ts'
import type { PlanFault } from './plan-shape.ts'
import type { LaidSession } from './shown-session.ts'

/** What is laid out, and which of the sessions to come stay as they are before it. */
export interface Anew {
  readonly stretches: readonly Stretch[]
  readonly kept: readonly PlannedSession[]
  readonly decision?: CourseDecision
  /** All that is laid out is a step back into another phase. */
  readonly isStepBack?: true
}

/** Days up to which a session that is moved is still the same one, where it keeps its place in the order. */
const near = 6

/** The course with the rest of its sessions laid out anew. */
export function laidAnew(anew: Anew, state: CourseState): Result<Parsed<Course>, PlanFault> {
  const { course, coming } = state
  const kept = new Set(anew.kept.map(({ id }) => id))
  const replaced = coming.filter(({ id }) => !kept.has(id))
  const laid = placesAnew(anew, replaced, state)
  if (!laid.ok) return laid
  const now = new Map(laid.value.map((session) => [session.id, session]))
  const known = new Map(course.sessions.map((session) => [session.id, session]))
  const gone = new Set(replaced.map(({ id }) => id))
  const old = course.sessions.map((session): PlannedSession => {
    const again = now.get(session.id)
    if (again !== undefined) return { ...again, number: session.number, revision: session.revision }
    return gone.has(session.id) ? cancelled(session) : session
  })
  const added = laid.value.flatMap((session): readonly PlannedSession[] =>
    known.has(session.id) ? [] : [{ ...session, number: 1, revision: 0 }],
  )
  const back = anew.isStepBack === true ? laid.value.map(({ id }) => id) : []
  return changedCourse(state, [...old, ...added], anew.decision, back)
}

function placesAnew(
  { stretches, kept }: Anew,
  replaced: readonly PlannedSession[],
  state: CourseState,
): Result<readonly LaidSession[], PlanFault> {
  const { course, calendar, numbers, given, free } = state
  const { choices: _choices, ...preferences } = course.preferences
  const setting: Setting = {
    protocol: calendar.protocol,
    pattern: course.pattern,
    closures: course.closures,
    preferences,
    zone: calendar.zone,
    numbers,
    notBefore: civilDate(free),
    nextId: highestId(course) + 1,
  }
  const fixed = [...given, ...kept.map(fixedSession)]
  const first = layOut(stretches, fixed, setting)
  if (!first.ok) return first
  const ids = matchedIds(replaced, first.value, highestId(course))
  const choices = choicesOf(replaced, ids)
  const again = layOut(stretches, fixed, { ...setting, ids, preferences: { ...preferences, choices } })
  // A day that was chosen under another plan may not fit into this one: the session is then laid out like the others.
  return again.ok || choices.length === 0 ? again : layOut(stretches, fixed, { ...setting, ids })
}

/** The highest number an id of this course ends in. */
function highestId({ sessions }: Course): number {
  return sessions.reduce((most, { id }) => {
    const digits = /^s(\d{1,9})$/.exec(id)?.[1]
    if (digits === undefined) return most
    return Math.max(
      most,
      [...digits].reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - 48, 0),
    )
  }, 0)
}

/** For each session laid out the id it keeps, or a new one: by its regular place, then by the order of those near it. */
function matchedIds(
  replaced: readonly PlannedSession[],
  laid: readonly LaidSession[],
  highest: number,
): readonly string[] {
  const ids: (string | undefined)[] = laid.map(() => undefined)
  const free = new Map(replaced.map((session) => [session.regular.at, session]))
  for (const [at, { regular }] of laid.entries()) {
    const same = free.get(regular.at)
    if (same === undefined) continue
    ids[at] = same.id
    free.delete(regular.at)
  }
  const left = replaced.filter(({ id }) => !ids.includes(id))
  for (const [at, session] of laid.entries()) {
    if (ids[at] !== undefined) continue
    const day = dayNumber(session.regular.day)
    const isBetween = (one: PlannedSession): boolean => Math.abs(dayNumber(one.regular.day) - day) <= near
    const place = left.findIndex(isBetween)
    if (place < 0) continue
    ids[at] = left.splice(place, 1)[0]?.id
  }
  let next = highest
  return ids.map((id) => {
    if (id !== undefined) return id
    next += 1
    return `s${next}`
  })
}

function choicesOf(replaced: readonly PlannedSession[], ids: readonly string[]) {
  return replaced
    .filter(({ id, status }) => status === 'chosen' && ids.includes(id))
    .map(({ id, place }) => ({ session: id, day: place.day, time: place.time }))
}
