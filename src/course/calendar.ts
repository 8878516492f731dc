/** The days of a course: windows of sessions, and amounts in days and in elapsed time. @module */
import { numbersOf } from '../judgement/context.ts'
import { contentOf } from '../judgement/judge.ts'
import { unknownZone } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { byText } from '../kernel/order.ts'
import type { Interval, Protocol, ProtocolPhase } from '../kernel/protocol.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Amount } from '../kernel/rule.ts'
import { addMonths, civilDate, dayNumber, dayNumberAt, instantMs, isZone } from '../kernel/time.ts'
import type { Numbers } from '../patient/question.ts'
import type { Course, CourseDecision, PlannedSession } from './course.schema.ts'

/** First and last day, by number; both included. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** The days of one course at a moment, on the calendar of its zone. */
export interface Calendar {
  readonly course: Course
  readonly protocol: Protocol
  readonly zone: string
  readonly asOf: string
  readonly nowMs: number
  readonly today: number
  /** Value and unit of an amount, with the policy’s own where it names one. */
  readonly amount: (amount: Amount) => { readonly value: number; readonly unit: string }
  readonly numbers: Numbers
  /** All sessions, in the order of time. */
  readonly all: readonly PlannedSession[]
  /** Those that were not cancelled. */
  readonly sessions: readonly PlannedSession[]
  /** What was decided up to now, in the order of time. */
  readonly decisions: readonly CourseDecision[]
}

/**
 * The calendar of a course.
 *
 * @throws Refusal `unknown-zone` where the course names a zone the platform does not know, `policy-incomplete`
 */
export function calendarOf(course: Course, context: Context): Calendar {
  const { zone, protocol } = course
  if (!isZone(zone)) throw new Refusal(unknownZone, 'course.zone')
  const numbers = numbersOf(context.policy, contentOf(context))
  const nowMs = instantMs(context.asOf)
  const decisions = course.decisions
    .filter((one) => instantMs(one.at) <= nowMs)
    .sort((a, b) => instantMs(a.at) - instantMs(b.at) || byText(a.id, b.id))
  const off = new Set(decisions.flatMap((one) => (one.kind === 'cancel' ? [one.session] : [])))
  const all = inOrder(course.sessions)
  return {
    course,
    protocol,
    zone,
    asOf: context.asOf,
    nowMs,
    today: dayNumberAt(nowMs, zone),
    amount: (asked) => numbers.amount(asked),
    numbers,
    all,
    sessions: all.filter(({ id, status }) => status !== 'cancelled' && !off.has(id)),
    decisions,
  }
}

/** Sessions by their time; of two of one instant the one with the lower number comes first. */
export function inOrder(sessions: readonly PlannedSession[]): readonly PlannedSession[] {
  return [...sessions].sort(
    (a, b) => instantMs(a.place.at) - instantMs(b.place.at) || a.number - b.number || byText(a.id, b.id),
  )
}

/** The phase of a protocol, by id. */
export function phaseOf(protocol: Protocol, id: string): ProtocolPhase | undefined {
  return protocol.phases.find((phase) => phase.id === id)
}

/** The interval a session is planned by. */
export function intervalOf(
  protocol: Protocol,
  { phase, interval }: Pick<PlannedSession, 'phase' | 'interval'>,
): Interval | undefined {
  return phaseOf(protocol, phase)?.intervals.find(({ id }) => id === interval)
}

/** The civil days on which a session is still that session, around the day it stands on. */
export function windowOf(session: PlannedSession, calendar: Calendar): Days {
  const day = dayNumber(session.place.day)
  const interval = intervalOf(calendar.protocol, session)
  if (interval === undefined) return { from: day, to: day }
  const from = day - daysIn(interval.early, calendar)
  const start = dayNumber(calendar.course.start)
  return { from: Math.max(from, Math.min(start, day)), to: day + daysIn(interval.late, calendar) }
}

/** Whole civil days of an amount; hours that are not a whole day count as one. */
export function daysIn(amount: Amount, calendar: Pick<Calendar, 'amount'>): number {
  const { value, unit } = calendar.amount(amount)
  if (!Number.isFinite(value)) return 0
  switch (unit) {
    case 'min':
      return Math.ceil(value / 1440)
    case 'h':
      return Math.ceil(value / 24)
    case 'wk':
      return Math.ceil(value * 7)
    default:
      return Math.ceil(value)
  }
}

/** The civil day an amount after another: months and years by the calendar. */
export function daysAfter(day: number, amount: Amount, calendar: Pick<Calendar, 'amount'>): number {
  const { value, unit } = calendar.amount(amount)
  if (unit === 'mo') return dayNumber(addMonths(civilDate(day), Math.ceil(value)))
  if (unit === 'a') return dayNumber(addMonths(civilDate(day), Math.ceil(value * 12)))
  return day + daysIn(amount, calendar)
}
