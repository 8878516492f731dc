/** Whether a protocol is for this person, this purpose and this day, and what is left to be asked. @module */
import {
  adjunctNotStated,
  adjunctRequired,
  ageNotKnown,
  type CodeRow,
  intervalToChoose,
  protocolNotForPerson,
  protocolNotForPurpose,
  protocolNotInForce,
  protocolOfElsewhere,
  recordNotActive,
  startInPast,
  unknownPhase,
} from '../kernel/codes.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { type Age, ageOn, type CivilDate, dayNumber } from '../kernel/time.ts'
import type { Moment } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import type { Course } from './course.schema.ts'
import type { Fault } from './plan-argument.ts'
import type { Checked } from './plan-question.ts'

/** An entry in the issues of a course. */
export function issue({ code, severity }: CodeRow, path: string): Course['issues'][number] {
  return { code, path, severity }
}

/** Why the protocol is not for this person, this purpose or this day. */
export function misfitOf(asked: Checked, { day }: Moment): Fault | undefined {
  const { protocol, patient, indication, start } = asked
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
  return misnamed(asked)
}

function isInForce({ from, to }: Protocol['effective'], day: CivilDate): boolean {
  return from <= day && (to === undefined || day <= to)
}

function ageAt(patient: Patient | undefined, day: CivilDate): Age | undefined {
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

/**
 * What has to be asked before the course starts.
 *
 * @param countries - those whose labels bind: of the pack, and of the policy
 */
export function openMatters(
  { protocol, patient, start, adjuncts }: Checked,
  countries: readonly string[],
): Course['issues'] {
  const issues: Course['issues'] = []
  if (!protocol.jurisdictions.some((one) => countries.includes(one)))
    issues.push(issue(protocolOfElsewhere, 'protocol'))
  const { age } = protocol
  if (age !== undefined) {
    const { from = 0, to = Number.POSITIVE_INFINITY } = age
    const own = ageAt(patient, start)
    if (own === undefined || own.least < from || own.most > to) issues.push(issue(ageNotKnown, 'patient'))
  }
  for (const { id, effective, need } of protocol.adjuncts) {
    if (!isInForce(effective, start)) continue
    const said = adjuncts.find(({ adjunct }) => adjunct === id)
    if (said === undefined || said.part === 'unknown') issues.push(issue(adjunctNotStated, `adjuncts.${id}`))
    else if (said.part === 'no' && need === 'required') issues.push(issue(adjunctRequired, `adjuncts.${id}`))
  }
  return issues
}

/** Phases of which somebody has to choose the frequency: the first of the protocol is no choice. */
export function unchosenIntervals(
  { protocol, preferences: { intervals: chosen = {} } }: Checked,
  phases: readonly string[],
): Course['issues'] {
  return protocol.phases
    .filter(({ id, intervals }) => intervals.length > 1 && phases.includes(id) && !Object.hasOwn(chosen, id))
    .map(({ id }) => issue(intervalToChoose, `preferences.intervals.${id}`))
}
