/** What was planned of a course, what was decided and what is to be reviewed, as entries. @module */
import type { Course, CourseDecision } from '../course/course.schema.ts'
import type { CourseForecast } from '../course/forecast-shape.ts'
import { decisionAhead } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import { instantMs } from '../kernel/time.ts'
import type { Moment } from '../patient/moment.ts'
import type { Draft } from './draft.ts'
import { type Drafted, isAhead, setAside } from './record-entries.ts'
import type { TimelineEntry } from './timeline-shape.ts'

/** Sessions and assessments as they were planned, each with what it has come to. */
export function draftsOfPlan(course: Course, forecast: CourseForecast | null): readonly Draft[] {
  const sessions = new Map(forecast?.sessions.map((one) => [one.id, one]))
  const assessments = new Map(forecast?.assessments.map((one) => [one.id, one]))
  return [
    ...course.sessions.map(({ id, place, status, alternatives }): Draft => {
      const now = sessions.get(id)
      const word = now?.status ?? (status === 'cancelled' ? status : undefined)
      const visit = now?.visit ?? undefined
      return {
        id: plannedId(id),
        kind: 'planned-session',
        at: now?.planned.at ?? place.at,
        planned: id,
        ...(visit === undefined ? {} : { visit, links: [`visit/${visit}`, `dose/${visit}`] }),
        what: {
          ...(word === undefined ? {} : { status: word }),
          ...(status === 'to-choose' ? { toChoose: true, alternatives } : {}),
        },
      }
    }),
    ...course.assessments.map((planned): Draft => {
      const now = assessments.get(planned.id)
      const word = now?.status ?? (planned.status === 'cancelled' ? planned.status : undefined)
      const by = now?.by ?? undefined
      return {
        id: `assessment/${planned.id}`,
        kind: 'planned-assessment',
        at: now?.due ?? planned.due,
        planned: planned.id,
        links: [
          ...(planned.session === undefined ? [] : [plannedId(planned.session)]),
          ...(by === undefined ? [] : [`visit/${by}`, `score/${by.replace(' ', '/')}`]),
        ],
        what: { label: planned.label, ...(word === undefined ? {} : { status: word }) },
      }
    }),
  ]
}

function plannedId(session: string): string {
  return `planned/${session}`
}

/** Checkpoints by the phase, the row and the day they are due. */
export function draftsOfCheckpoints(forecast: CourseForecast | null): readonly Draft[] {
  return (forecast?.checkpoints ?? []).map(
    ({ id, phase, label, prompt, due, status, decision }): Draft => ({
      id: `checkpoint/${phase}/${id}/${due ?? 'undated'}`,
      kind: 'checkpoint',
      at: due,
      links: decision === null ? [] : [`decision/${decision}`],
      what: { label, text: prompt, status },
    }),
  )
}

/** Decisions, each linked with the planned sessions it speaks of, or that were laid out under it. */
export function draftsOfDecisions(course: Course, moment: Moment): Drafted {
  const issues: Issue[] = []
  const decisions = course.decisions.filter(({ id, at }) => {
    const isLater = isAhead(at, moment)
    if (isLater) issues.push(setAside(decisionAhead, `course.decisions.${id}`))
    return !isLater
  })
  const drafts = decisions.map((decision): Draft => {
    const { id, at, by, kind, reason } = decision
    const session = 'session' in decision ? decision.session : undefined
    return {
      id: `decision/${id}`,
      kind: 'decision',
      at,
      ...(session === undefined ? {} : { planned: session }),
      links: movedBy(decision, decisions, course).map(plannedId),
      what: {
        decision: kind,
        ...saidIn(decision),
        by,
        ...(reason === undefined ? {} : { text: reason }),
      },
    }
  })
  return { drafts, issues }
}

/** What was chosen, and of what. */
function saidIn(decision: CourseDecision): TimelineEntry['what'] {
  switch (decision.kind) {
    case 'review':
      return { status: decision.outcome, label: decision.checkpoint }
    case 'missed':
      return { status: decision.option }
    case 'interval':
      return { status: decision.interval }
    case 'move':
      return { status: decision.day }
    default:
      return {}
  }
}

/** Ids of the planned sessions a decision changed: its own, and those whose place was laid out under it. */
function movedBy(
  decision: CourseDecision,
  decisions: readonly CourseDecision[],
  { sessions }: Course,
): readonly string[] {
  const own = 'session' in decision ? [decision.session] : []
  if (!laysOut(decision)) return own
  const [from, until] = [instantMs(decision.at), nextAfter(decision, decisions)]
  const isOver = decision.kind === 'end' || decision.kind === 'review'
  const after = sessions.filter(({ place, status }) => {
    const ms = instantMs(place.at)
    return ms > from && ms <= until && (status === 'cancelled' || !isOver)
  })
  return [...own, ...after.map(({ id }) => id)]
}

/** Whether what comes after it was laid out anew, or ended. */
function laysOut(decision: CourseDecision): boolean {
  switch (decision.kind) {
    case 'missed':
    case 'interval':
    case 'extend':
    case 'end':
      return true
    case 'review':
      return decision.outcome === 'stop'
    default:
      return false
  }
}

/** When the next one laid out the rest; two of one instant did so together. */
function nextAfter({ at }: CourseDecision, decisions: readonly CourseDecision[]): number {
  let next = Number.POSITIVE_INFINITY
  for (const other of decisions) {
    const ms = instantMs(other.at)
    if (laysOut(other) && ms > instantMs(at)) next = Math.min(next, ms)
  }
  return next
}
