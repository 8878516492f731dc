/** The assessments of a course after a change: what is over stays as it is, and the rest follows its sessions. @module */
import { canonical } from '../kernel/digest.ts'
import { ok, type Result } from '../kernel/result.ts'
import { civilDate } from '../kernel/time.ts'
import type { AmountFault } from './amounts.ts'
import type { PlannedAssessment } from './course.schema.ts'
import type { CourseState } from './course-state.ts'
import { type Anchored, type Anchoring, anchoredAssessments } from './planned-assessments.ts'

/**
 * The assessments of a course with these sessions.
 *
 * One whose day is over, or whose session was given, stays. Where a phase ends once more, the new end brings one of its
 * own: `review`, then `review-2`. Of one that changed the revision is one more; what is not there any more is cancelled.
 *
 * @param live - sessions that are not cancelled, in the order of time
 * @param back - ids of those of a step back: no phase ends with them
 */
export function assessmentsAnew(
  state: CourseState,
  live: readonly Anchoring[],
  back: ReadonlySet<string> = new Set(),
): Result<PlannedAssessment[], AmountFault> {
  const { course, numbers } = state
  const anchors = live.map((one) => (back.has(one.id) ? { ...one, phase: '' } : one))
  const derived = anchoredAssessments(course.protocol, anchors, course.adjuncts, numbers)
  if (!derived.ok) return derived
  const settled = new Map<string, Settled>()
  for (const one of course.assessments) {
    const anchor = anchorIn(one, state)
    if (isSettled(one, anchor, state)) settled.set(one.id, { ...one, anchor })
  }
  const old = new Map(course.assessments.map((one) => [one.id, one]))
  const now = derived.value.flatMap((one) => {
    const named = isOfPhase(one.planned, state) ? ofThisEnd(one, settled, old) : one
    return named === undefined || settled.has(named.planned.id)
      ? []
      : [revised(old.get(named.planned.id), named)]
  })
  const known = new Set(now.map(({ id }) => id))
  const others = course.assessments.flatMap((one) => {
    if (known.has(one.id)) return []
    if (settled.has(one.id) || one.status === 'cancelled') return [one]
    return [{ ...one, status: 'cancelled' as const, revision: one.revision + 1 }]
  })
  return ok([...now, ...others].sort(byDay))
}

type Settled = PlannedAssessment & { readonly anchor: string | undefined }

function byDay(a: PlannedAssessment, b: PlannedAssessment): number {
  for (const key of ['due', 'from', 'id'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  return 0
}

function isSettled(
  { status, due }: PlannedAssessment,
  anchor: string | undefined,
  { calendar, standings }: CourseState,
): boolean {
  if (status === 'cancelled') return false
  if (due < civilDate(calendar.today)) return true
  return standings.some(({ session, word }) => session.id === anchor && word === 'given')
}

/** The session it is counted from, as the course stands. */
function anchorIn(
  { session, assessment }: PlannedAssessment,
  { course, standings, runs }: CourseState,
): string | undefined {
  if (session !== undefined) return session
  const anchor = course.protocol.assessments.find(({ id }) => id === assessment)?.anchor
  if (anchor?.is === 'phase-end')
    return runs.find(({ phase }) => phase.id === anchor.phase)?.sessions.at(-1)?.session.id
  return anchor?.is === 'start' ? standings.find(({ word }) => word !== 'cancelled')?.session.id : undefined
}

function isOfPhase({ assessment }: PlannedAssessment, { course }: CourseState): boolean {
  return course.protocol.assessments.some(({ id, anchor }) => id === assessment && anchor.is === 'phase-end')
}

/** The one of the last end of a phase under an id of its own; nothing where that end has one that is over. */
function ofThisEnd(
  { planned, anchor }: Anchored,
  settled: ReadonlyMap<string, Settled>,
  old: ReadonlyMap<string, PlannedAssessment>,
): Anchored | undefined {
  const row = planned.assessment
  for (let nth = 1; ; nth += 1) {
    const id = nth === 1 ? row : `${row}-${nth}`
    const before = settled.get(id)
    if (before !== undefined && before.anchor === anchor) return undefined
    // An id another row has taken is left to it.
    const taken = old.get(id)
    if (before === undefined && (taken === undefined || taken.assessment === row))
      return { planned: { ...planned, id }, anchor }
  }
}

function revised(was: PlannedAssessment | undefined, { planned, anchor }: Anchored): PlannedAssessment {
  if (was === undefined) return { ...planned, session: anchor }
  for (const same of [planned, { ...planned, session: anchor }])
    if (canonical({ ...same, revision: was.revision }) === canonical(was)) return was
  // Which session it belongs to cannot be told any more from the plan it came from.
  return { ...planned, session: anchor, revision: was.revision + 1 }
}
