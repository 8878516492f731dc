/** What is to be measured, asked or done beside the sessions of a plan, by civil day. @module */
import type { Protocol, ProtocolAssessment } from '../kernel/protocol.ts'
import { ok, type Result } from '../kernel/result.ts'
import { civilDate, dayNumber } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Numbers } from '../patient/question.ts'
import { type AmountFault, civilDays } from './amounts.ts'
import type { PlannedAssessment, PlannedSession } from './course.schema.ts'

/** A session an assessment may hang on. */
export type Anchoring = Pick<PlannedSession, 'id' | 'phase' | 'place'>

/** An assessment, and the id of the session it is counted from. */
export interface Anchored {
  readonly planned: PlannedAssessment
  readonly anchor: string
}

type Adjuncts = readonly { readonly adjunct: string; readonly part: Truth }[]

/**
 * The assessments of a plan, by the day they are due.
 *
 * @param sessions - those that are not cancelled, in order of time
 */
export function assessmentsOf(
  protocol: Protocol,
  sessions: readonly Anchoring[],
  adjuncts: Adjuncts,
  numbers: Numbers,
): Result<readonly PlannedAssessment[], AmountFault> {
  const found = anchoredAssessments(protocol, sessions, adjuncts, numbers)
  return found.ok ? ok(found.value.map(({ planned }) => planned).sort(byDay)) : found
}

/** The same in the order of rows, each with the session it is counted from. */
export function anchoredAssessments(
  protocol: Protocol,
  sessions: readonly Anchoring[],
  adjuncts: Adjuncts,
  numbers: Numbers,
): Result<readonly Anchored[], AmountFault> {
  const found: Anchored[] = []
  for (const [at, row] of protocol.assessments.entries()) {
    const reach = daysOf(row, numbers, `protocol.assessments[${at}]`)
    if (!reach.ok) return reach
    const { adjunct } = row
    if (adjunct !== undefined && !adjuncts.some((one) => one.adjunct === adjunct && one.part === 'yes'))
      continue
    for (const anchor of anchorsOf(row.anchor, sessions))
      found.push({ planned: assessmentAt(row, anchor, reach.value), anchor: anchor.id })
  }
  return ok(found)
}

function byDay(a: PlannedAssessment, b: PlannedAssessment): number {
  for (const key of ['due', 'from', 'id'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  return 0
}

/** Days from the anchor, negative before it, in ascending order. */
function daysOf(
  row: ProtocolAssessment,
  numbers: Numbers,
  path: string,
): Result<readonly [number, number, number], AmountFault> {
  const from = civilDays(row.from, numbers, `${path}.from`)
  if (!from.ok) return from
  const due = civilDays(row.due, numbers, `${path}.due`)
  if (!due.ok) return due
  const to = civilDays(row.to, numbers, `${path}.to`)
  if (!to.ok) return to
  const sign = row.direction === 'before' ? -1 : 1
  const [first = 0, middle = 0, last = 0] = [from, due, to]
    .map(({ value }) => sign * value)
    .sort((a, b) => a - b)
  return ok([first, middle, last])
}

function anchorsOf(
  anchor: ProtocolAssessment['anchor'],
  sessions: readonly Anchoring[],
): readonly Anchoring[] {
  switch (anchor.is) {
    case 'start':
      return sessions.slice(0, 1)
    case 'each-session': {
      const { every = 1 } = anchor
      return sessions.filter((_, at) => (at + 1) % every === 0)
    }
    case 'session':
      return sessions.slice(anchor.number - 1, anchor.number)
    case 'phase-end':
      return sessions.filter(({ phase }) => phase === anchor.phase).slice(-1)
  }
}

function assessmentAt(
  { id, kind, label, anchor }: ProtocolAssessment,
  session: Anchoring,
  [from, due, to]: readonly [number, number, number],
): PlannedAssessment {
  const day = dayNumber(session.place.day)
  const own = anchor.is === 'each-session' || anchor.is === 'session' ? { session: session.id } : {}
  return {
    id: anchor.is === 'each-session' ? `${id}-${session.id}` : id,
    assessment: id,
    kind,
    label,
    ...own,
    from: civilDate(day + from),
    due: civilDate(day + due),
    to: civilDate(day + to),
    status: 'planned',
    revision: 0,
  }
}
