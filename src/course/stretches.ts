/** The phases of a protocol, one after the other, as stretches to be laid out. @module */
import { horizonTooLong, tooFewSlots, unitOfAnother, unknownPhase } from '../kernel/codes.ts'
import type { Interval, Protocol, ProtocolPhase } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { pathOf } from '../kernel/shape.ts'
import { civilDate } from '../kernel/time.ts'
import type { Numbers } from '../patient/question.ts'
import type { Pattern, Preferences } from './course.schema.ts'
import { phasesFault } from './course-faults.ts'
import { keptOf, type Stretch } from './lay-out.ts'
import type { PlanFault } from './plan-shape.ts'
import { regularPlacesOf, slotsOf } from './week-pattern.ts'
import { lastPlanned } from './windows.ts'

/** A course has no more sessions than this, and reaches no further than so many days from its start. */
export const mostSessions = 400
export const mostDays = 3_653

/** Where phases begin, and how far they are laid out. */
export interface Ahead {
  readonly protocol: Protocol
  /** Id of the phase that comes first. */
  readonly phase: string
  /** Day number from which its first place is taken. */
  readonly from: number
  readonly pattern: Pattern
  readonly preferences: Preferences
  readonly numbers: Numbers
  /** At most so many sessions. */
  readonly sessions: number
  /** No regular place on this day number or later; left out, none is too late. */
  readonly before?: number
  /** A phase without an end goes on up to `sessions` or `before`; left out, as long as the policy says at most. */
  readonly hasHorizon?: boolean
  /** Day number beyond which nothing may be asked for. */
  readonly farthest: number
}

/** The stretches from a phase on. */
export function stretchesFrom(ahead: Ahead): Result<readonly Stretch[], PlanFault> {
  const { protocol, pattern } = ahead
  const farthest = Math.min(ahead.farthest, lastPlanned)
  const before = ahead.before ?? Number.POSITIVE_INFINITY
  const slots = slotsOf(pattern)
  const stretches: Stretch[] = []
  let { from, sessions } = ahead
  let phase = protocol.phases.find(({ id }) => id === ahead.phase)
  const fault = phasesFault(protocol)
  if (fault !== undefined) return err({ code: fault.row.code, path: pathOf(['protocol', ...fault.way]) })
  while (phase !== undefined && sessions > 0 && from < before) {
    const interval = intervalOf(phase, ahead.preferences)
    if (interval === undefined)
      return err({ code: unknownPhase.code, path: `preferences.intervals.${phase.id}` })
    const kept = keptOf(interval, slots, pattern)
    if (kept === undefined) return err({ code: tooFewSlots.code, path: 'pattern.slots' })
    const asked = { from, slots: kept, weeks: interval.weeks }
    const first = regularPlacesOf({ ...asked, most: 1, before: Math.min(before, farthest + 1) })[0]
    if (first === undefined && before <= farthest + 1) break
    if (first === undefined) return err({ code: horizonTooLong.code, path: 'horizon' })
    const end = endOf(phase, first.day, ahead)
    if (!end.ok) return end
    const most = Math.min(sessions, phase.sessions ?? Number.POSITIVE_INFINITY)
    const places = regularPlacesOf({ ...asked, most, before: Math.min(before, end.value) })
    const last = places.at(-1) ?? first
    if (last.day > farthest) return err({ code: horizonTooLong.code, path: 'horizon' })
    sessions -= places.length
    stretches.push({
      phase: phase.id,
      interval: interval.id,
      from: civilDate(from),
      sessions: places.length,
    })
    if (phase.weeks === undefined && places.length < (phase.sessions ?? Number.POSITIVE_INFINITY)) break
    from = phase.weeks === undefined ? last.day + 1 : first.day + 7 * phase.weeks
    const { next } = phase
    phase = next === undefined ? undefined : protocol.phases.find(({ id }) => id === next)
  }
  return ok(stretches)
}

/** The interval a phase is laid out at; nothing where another was asked for. */
export function intervalOf(
  { id, intervals }: ProtocolPhase,
  { intervals: asked = {} }: Preferences,
): Interval | undefined {
  const name = Object.hasOwn(asked, id) ? asked[id] : undefined
  return name === undefined ? intervals[0] : intervals.find((interval) => interval.id === name)
}

/** The day number on which a phase is over, or up to which it is laid out. */
function endOf(
  { weeks, sessions }: ProtocolPhase,
  first: number,
  { numbers, hasHorizon = false }: Ahead,
): Result<number, PlanFault> {
  if (weeks !== undefined) return ok(first + 7 * weeks)
  if (sessions !== undefined || hasHorizon) return ok(Number.POSITIVE_INFINITY)
  const { value, unit } = numbers.amount({ policy: 'open-phase-weeks' })
  if (unit !== 'wk') return err({ code: unitOfAnother.code, path: 'context.policy.numbers.open-phase-weeks' })
  return ok(first + 7 * value)
}
