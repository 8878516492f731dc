/** What a plan is asked from, held against the protocol and the day. @module */
import { isObject } from '../judgement/context.ts'
import {
  adjunctNotStated,
  ageNotKnown,
  badArgument,
  badDate,
  type CodeRow,
  endBeforeStart,
  horizonTooLong,
  idClash,
  protocolNotForPerson,
  protocolNotForPurpose,
  protocolNotInForce,
  recordNotActive,
  startInPast,
  unknownPhase,
} from '../kernel/codes.ts'
import { demandParsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { ageOn, type CivilDate, dayNumber } from '../kernel/time.ts'
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

/** An entry in the issues of a course. */
export function issue({ code, severity }: CodeRow, path: string): Course['issues'][number] {
  return { code, path, severity }
}

/** The question, checked. */
export function checkedQuestion(question: PlanQuestion, moment: Moment): Result<Checked, Fault> {
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
  const misfit = misfitOf(asked, moment) ?? misnamed(asked)
  return misfit === undefined ? ok({ ...asked, issues: issuesOf(asked) }) : err(misfit)
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

/** Why the protocol is not for this person, this purpose or this day. */
function misfitOf({ protocol, patient, indication, start }: Checked, { day }: Moment): Fault | undefined {
  if (patient !== undefined && patient.record !== 'active')
    return { code: recordNotActive.code, path: 'patient' }
  if (dayNumber(start) < day) return { code: startInPast.code, path: 'start' }
  if (!isInForce(protocol.effective, start)) return { code: protocolNotInForce.code, path: 'protocol' }
  if (indication !== undefined && !protocol.indications.includes(indication))
    return { code: protocolNotForPurpose.code, path: 'indication' }
  const { from = 0, to = Number.POSITIVE_INFINITY } = protocol.age ?? {}
  const age = ageAt(patient, start)
  if (age !== undefined && (age.most < from || age.least > to))
    return { code: protocolNotForPerson.code, path: 'patient' }
  return undefined
}

function isInForce({ from, to }: Protocol['effective'], day: CivilDate): boolean {
  return from <= day && (to === undefined || day <= to)
}

function ageAt(patient: Patient | undefined, day: CivilDate) {
  return patient?.birthDate === undefined ? undefined : ageOn(patient.birthDate, day)
}

/** A phase or an interval that is asked for by a name the protocol does not have. */
function misnamed({ protocol, preferences, pattern }: Checked): Fault | undefined {
  const { phases } = protocol
  for (const [id, interval] of Object.entries(preferences.intervals ?? {})) {
    const phase = phases.find((one) => one.id === id)
    if (phase?.intervals.some((one) => one.id === interval) !== true)
      return { code: unknownPhase.code, path: `preferences.intervals.${id}` }
  }
  for (const id of Object.keys(pattern.keep ?? {})) {
    if (!phases.some(({ intervals }) => intervals.some((one) => one.id === id)))
      return { code: unknownPhase.code, path: `pattern.keep.${id}` }
  }
  return undefined
}

function issuesOf({ protocol, patient, start, adjuncts }: Checked): Course['issues'] {
  const issues: Course['issues'] = []
  const { age } = protocol
  if (age !== undefined) {
    const { from = 0, to = Number.POSITIVE_INFINITY } = age
    const own = ageAt(patient, start)
    if (own === undefined || own.least < from || own.most > to) issues.push(issue(ageNotKnown, 'patient'))
  }
  for (const { id, effective } of protocol.adjuncts) {
    if (!isInForce(effective, start)) continue
    const said = adjuncts.find(({ adjunct }) => adjunct === id)
    if (said === undefined || said.part === 'unknown') issues.push(issue(adjunctNotStated, `adjuncts.${id}`))
  }
  return issues
}

/** The day after the last one of a question, as a number; nothing where it has no last one. */
export function dayAfter(until: CivilDate | undefined): number | undefined {
  return until === undefined ? undefined : dayNumber(until) + 1
}
