/** What a plan is asked from, held against the protocol and the day. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, badDate, endBeforeStart, horizonTooLong, idClash } from '../kernel/codes.ts'
import { demandParsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type CivilDate, dayNumber } from '../kernel/time.ts'
import type { Moment } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import type { Course } from './course.schema.ts'
import {
  checkedClosures,
  checkedDay,
  checkedKey,
  checkedList,
  checkedPattern,
  checkedPreferences,
  type Fault,
} from './plan-argument.ts'
import { misfitOf, openMatters } from './plan-fit.ts'
import type { PlanQuestion } from './plan-shape.ts'
import { mostDays, mostSessions } from './stretches.ts'

type Asked = Pick<Course, 'start' | 'pattern' | 'closures' | 'preferences' | 'adjuncts'>

/** A question whose members were checked. */
export interface Checked extends Asked {
  readonly protocol: Protocol
  readonly id?: string
  readonly patient?: Patient
  readonly indication?: string
  readonly sessions?: number
  /** Last day on which there may be a regular place. */
  readonly until?: CivilDate
  readonly issues: Course['issues']
}

/**
 * The question, checked.
 *
 * @param countries - those whose labels bind
 */
export function checkedQuestion(
  question: PlanQuestion,
  moment: Moment,
  countries: readonly string[],
): Result<Checked, Fault> {
  if (!isObject(question)) throw new Refusal(badArgument, 'question')
  const { protocol, patient, indication, id } = question
  demandParsed(protocol, 'protocol')
  if (protocol.format !== 'ketamine-treatment/protocol/1') throw new Refusal(badArgument, 'protocol')
  if (patient !== undefined) demandParsed(patient, 'patient')
  if (indication !== undefined) checkedKey(indication, 'indication')
  if (id !== undefined) checkedKey(id, 'id')
  const pattern = checkedPattern(question.pattern, 'pattern')
  const start = checkedDay(question.start, 'start')
  if (!start.ok) return start
  const closures = checkedClosures(question.closures, 'closures')
  if (!closures.ok) return closures
  const preferences = checkedPreferences(question.preferences)
  if (!preferences.ok) return preferences
  const adjuncts = checkedAdjuncts(question.adjuncts, protocol)
  if (!adjuncts.ok) return adjuncts
  const horizon = checkedHorizon(question.horizon, start.value)
  if (!horizon.ok) return horizon
  const asked: Checked = {
    protocol,
    ...(id === undefined ? {} : { id }),
    ...(patient === undefined ? {} : { patient }),
    ...(indication === undefined ? {} : { indication }),
    start: start.value,
    pattern,
    closures: [...closures.value],
    preferences: preferences.value,
    adjuncts: adjuncts.value,
    ...horizon.value,
    issues: [],
  }
  const misfit = misfitOf(asked, moment)
  return misfit === undefined ? ok({ ...asked, issues: openMatters(asked, countries) }) : err(misfit)
}

function checkedAdjuncts(value: unknown, { adjuncts }: Protocol): Result<Course['adjuncts'], Fault> {
  if (value === undefined) return ok([])
  const stated: Course['adjuncts'] = []
  for (const [at, one] of checkedList(value, 50, 'adjuncts').entries()) {
    const path = `adjuncts[${at}]`
    if (!isObject(one) || !('adjunct' in one) || !('part' in one)) throw new Refusal(badArgument, path)
    const { adjunct, part } = one
    const known = adjuncts.find(({ id }) => id === adjunct)
    if (known === undefined) throw new Refusal(badArgument, `${path}.adjunct`)
    if (part !== 'yes' && part !== 'no' && part !== 'unknown') throw new Refusal(badArgument, `${path}.part`)
    if (stated.some((other) => other.adjunct === adjunct))
      return err({ code: idClash.code, path: `${path}.adjunct` })
    stated.push({ adjunct: known.id, part })
  }
  const order = adjuncts.map(({ id }) => id)
  return ok(stated.sort((a, b) => order.indexOf(a.adjunct) - order.indexOf(b.adjunct)))
}

function checkedHorizon(
  value: unknown,
  start: CivilDate,
): Result<Pick<Checked, 'sessions' | 'until'>, Fault> {
  if (value === undefined) return ok({})
  if (!isObject(value)) throw new Refusal(badArgument, 'horizon')
  const sessions = 'sessions' in value ? value.sessions : undefined
  const until = 'until' in value ? value.until : undefined
  const tooLong = err({ code: horizonTooLong.code, path: 'horizon' })
  if (sessions !== undefined) {
    if (typeof sessions !== 'number' || Number.isNaN(sessions))
      throw new Refusal(badArgument, 'horizon.sessions')
    if (sessions > mostSessions) return tooLong
    if (!Number.isInteger(sessions) || sessions < 1) throw new Refusal(badArgument, 'horizon.sessions')
  }
  if (until !== undefined) {
    if (typeof until !== 'string') throw new Refusal(badArgument, 'horizon.until')
    const last = dayNumber(until)
    if (Number.isNaN(last)) return err({ code: badDate.code, path: 'horizon.until' })
    if (last < dayNumber(start)) return err({ code: endBeforeStart.code, path: 'horizon.until' })
    if (last > dayNumber(start) + mostDays) return tooLong
  }
  return ok({ ...(sessions === undefined ? {} : { sessions }), ...(until === undefined ? {} : { until }) })
}

/** The day after the last one of a question, as a number; nothing where it has no last one. */
export function dayAfter(until: CivilDate | undefined): number | undefined {
  return until === undefined ? undefined : dayNumber(until) + 1
}
