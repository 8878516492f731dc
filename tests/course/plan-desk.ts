/** Protocols and questions of plans, written by hand. @module */
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { Course, Pattern } from '../../src/course/course.schema.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import type { Infeasible, PlanFault, PlanQuestion } from '../../src/course/plan-shape.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import type { Interval, Limit, ProtocolPhase, Protocol as Row } from '../../src/kernel/protocol.ts'
import type { Result } from '../../src/kernel/result.ts'

const seen = { certainty: 'S', sources: [] } as const
const days = (value: number) => ({ value, unit: 'd' })

/** A frequency; a day early and a day late unless told otherwise. */
export const interval = (
  id: string,
  sessions: number,
  weeks: number,
  more: Partial<Interval> = {},
): Interval => ({
  id,
  label: id,
  sessions,
  weeks,
  early: days(1),
  late: days(1),
  ...seen,
  ...more,
})

/** A phase. */
export const phase = (
  id: string,
  more: Partial<ProtocolPhase> & Pick<ProtocolPhase, 'intervals'>,
): ProtocolPhase => ({
  id,
  label: id,
  kind: 'induction',
  limits: [],
  doses: [],
  checkpoints: [],
  missed: [],
  makesUp: 'ask',
  ...seen,
  ...more,
})

/** A protocol of these phases. */
export function protocolOf(phases: readonly ProtocolPhase[], more: Partial<Row> = {}): Parsed<Row> {
  const written = {
    format: 'ketamine-treatment/protocol/1',
    id: 'by-hand',
    version: '1',
    label: 'A protocol for tests',
    field: 'psychiatric',
    product: 'ketamine-iv',
    jurisdictions: ['us'],
    indications: ['treatment-resistant-depression'],
    effective: { from: '2020-01-01' },
    basis: 'practice',
    certainty: 'S',
    phases,
    limits: [],
    assessments: [],
    adjuncts: [],
    studied: [],
    beyond: 'Nothing is known.',
    sources: [],
    checkedOn: '2026-11-22',
    clinicalReview: 'none',
    ...more,
  }
  const parsed = parse(Protocol, written)
  if (!parsed.ok) throw parsed.error
  return parsed.value
}

/** Twice a week for some weeks. */
export const twiceWeekly = (weeks: number, more: Partial<ProtocolPhase> = {}): ProtocolPhase =>
  phase('induction', { weeks, intervals: [interval('twice-weekly', 2, 1)], ...more })

/** Once a week for some weeks. */
export const weekly = (weeks: number, more: Partial<ProtocolPhase> = {}): ProtocolPhase =>
  phase('weekly', { weeks, intervals: [interval('weekly', 1, 1)], ...more })

/** A limit on the time from one session to the next. */
export const apart = (
  id: string,
  kind: 'least-between' | 'most-between',
  value: number,
  unit: 'h' | 'd',
  more: { readonly intervals?: readonly string[] } = {},
): Limit => ({
  id,
  label: `${kind} ${value} ${unit}`,
  kind,
  amount: { value, unit },
  in: unit === 'h' ? 'elapsed-hours' : 'civil-days',
  ...seen,
  ...more,
})

/** Places in the week: `mon 09:00`. */
export const slots = (...texts: readonly string[]): Pattern['slots'] =>
  texts.map((text) => {
    const [weekday = '', time = ''] = text.split(' ')
    const named = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).find((one) => one === weekday)
    if (named === undefined) throw new Error('no weekday')
    return { weekday: named, time }
  })

/** Long before any of the plans. */
export const desk = (zone = 'America/New_York'): Context => ({
  content: us,
  policy: usStartingPolicy,
  zone,
  asOf: '2027-01-04T12:00:00Z',
})

/** A plan of a question. */
export const planOf = (question: PlanQuestion, zone?: string): Result<Parsed<Course>, PlanFault> =>
  planCourse(question, desk(zone))

/** The course of a question that has one. */
export function courseOf(question: PlanQuestion, zone?: string): Parsed<Course> {
  const plan = planOf(question, zone)
  if (!plan.ok) throw new Error(`${plan.error.code} at ${plan.error.path}`)
  return plan.value
}

/** Why a question has no course. */
export function faultOf(question: PlanQuestion, zone?: string): PlanFault {
  const plan = planOf(question, zone)
  if (plan.ok) throw new Error('there is a plan')
  return plan.error
}

/** The conflict of a question that has no course. */
export function conflictOf(question: PlanQuestion, zone?: string): Infeasible {
  const fault = faultOf(question, zone)
  if (!('conflict' in fault)) throw new Error(`${fault.code} at ${fault.path}`)
  return fault
}

/** Where the sessions stand: day and time, and what they are where they are not regular. */
export const placesOf = ({ sessions }: Course): readonly string[] =>
  sessions.map(({ place, status }) => `${place.day} ${place.time}${status === 'regular' ? '' : ` ${status}`}`)

/** The instants of the sessions. */
export const instantsOf = ({ sessions }: Course): readonly string[] => sessions.map(({ place }) => place.at)
