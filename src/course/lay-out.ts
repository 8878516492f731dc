/** Sessions laid out in time: each on its regular place where that can be, and nothing moved in silence. @module */
import { horizonTooLong, tooFewSlots, unknownPhase } from '../kernel/codes.ts'
import type { Interval, Protocol } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type CivilDate, dayNumber, type Instant, instantMs } from '../kernel/time.ts'
import type { Numbers } from '../patient/question.ts'
import type { Closure, Pattern, Preferences } from './course.schema.ts'
import { linksOf } from './limit-links.ts'
import { spotOf } from './place.ts'
import { placed } from './placed.ts'
import type { PlanFault } from './plan-shape.ts'
import { type LaidSession, shownSession } from './shown-session.ts'
import { keptSlots, regularPlacesOf, slotsOf, type WeekSlot } from './week-pattern.ts'
import { choiceOf, lastPlanned, type Ready, reachOf, spotsIn } from './windows.ts'

/** A stretch of one phase at one interval. One of `sessions` and `before` is there. */
export interface Stretch {
  readonly phase: string
  readonly interval: string
  /** Its first regular place is the first on or after this day. */
  readonly from: CivilDate
  readonly sessions?: number
  /** No regular place on this day or later. */
  readonly before?: CivilDate
}

/** A session that was given already, or stands for another reason: limits look back to it. */
export interface FixedSession {
  readonly day: CivilDate
  readonly at: Instant
  readonly phase: string
  readonly interval: string
}

/** What sessions are laid out by. */
export interface Setting {
  readonly protocol: Protocol
  readonly pattern: Pattern
  readonly closures: readonly Closure[]
  /** Choices for sessions that are not laid out here are passed over. */
  readonly preferences: Preferences
  readonly zone: string
  readonly numbers: Numbers
  /** No session before this day. */
  readonly notBefore: CivilDate
  /** Ids of the first sessions laid out; those after them go on counting from `nextId`, which left out is 1. */
  readonly ids?: readonly string[]
  readonly nextId?: number
}

/**
 * Lays stretches out behind the sessions that are fixed.
 *
 * @param fixed - all before what is laid out, in any order
 */
export function layOut(
  stretches: readonly Stretch[],
  fixed: readonly FixedSession[],
  setting: Setting,
): Result<readonly LaidSession[], PlanFault> {
  const past = fixed.map(pastSession).sort((a, b) => a.regular.ms - b.regular.ms)
  const coming = sessionsOf(stretches, setting)
  if (!coming.ok) return coming
  const sessions = [...past, ...coming.value]
  const links = linksOf(setting.protocol, sessions, past.length, setting.numbers)
  if (!links.ok) return links
  const found = placed(sessions, links.value, setting)
  if (!found.ok) return found
  return ok(coming.value.map((session, at) => shownSession(session, past.length + at, found.value)))
}

function pastSession({ day, at, phase, interval }: FixedSession): Ready {
  const number = dayNumber(day)
  const spot = { day: number, minutes: 0, ms: instantMs(at) }
  return { id: '', phase, interval, given: true, regular: spot, from: number, to: number, spots: [spot] }
}

function sessionsOf(stretches: readonly Stretch[], setting: Setting): Result<readonly Ready[], PlanFault> {
  const { ids = [], nextId = 1, zone, numbers, preferences } = setting
  const slots = slotsOf(setting.pattern)
  const window = { zone, slots, notBefore: dayNumber(setting.notBefore) }
  const sessions: Ready[] = []
  for (const stretch of stretches) {
    const found = intervalIn(setting.protocol, stretch.phase, stretch.interval)
    if (found === undefined) return err({ code: unknownPhase.code, path: 'protocol.phases' })
    const reach = reachOf(found.interval, numbers, found.path)
    if (!reach.ok) return reach
    const kept = keptOf(found.interval, slots, setting.pattern)
    if (kept === undefined) return err({ code: tooFewSlots.code, path: 'pattern.slots' })
    for (const place of regularPlacesOf(askedOf(stretch, found.interval, kept))) {
      if (place.day > lastPlanned) return err({ code: horizonTooLong.code, path: 'horizon' })
      const regular = spotOf(place.day, place.minutes, zone)
      const id =
        ids[sessions.length] ?? `s${nextId + sessions.length - Math.min(ids.length, sessions.length)}`
      const spots = spotsIn(regular, reach.value, window)
      const session = {
        id,
        phase: stretch.phase,
        interval: stretch.interval,
        given: false,
        regular,
        from: Math.max(place.day - reach.value.early, window.notBefore),
        to: place.day + reach.value.late,
        spots,
      }
      const choice = choiceOf(session, preferences, window)
      if (!choice.ok) return choice
      sessions.push(choice.value === undefined ? session : { ...session, choice: choice.value })
    }
  }
  return ok(sessions)
}

/** An interval of a phase, and where it stands in the protocol. */
export function intervalIn(
  protocol: Protocol,
  phase: string,
  interval: string,
): { readonly interval: Interval; readonly path: string } | undefined {
  const at = protocol.phases.findIndex(({ id }) => id === phase)
  const intervals = protocol.phases[at]?.intervals ?? []
  const nth = intervals.findIndex(({ id }) => id === interval)
  const found = intervals[nth]
  return found && { interval: found, path: `protocol.phases[${at}].intervals[${nth}]` }
}

/** The slots an interval keeps of a pattern; nothing where the pattern has too few. */
export function keptOf(
  { id, sessions }: Interval,
  slots: readonly WeekSlot[],
  { keep = {} }: Pattern,
): readonly WeekSlot[] | undefined {
  return keptSlots(slots, sessions, Object.hasOwn(keep, id) ? keep[id] : undefined, `pattern.keep.${id}`)
}

function askedOf({ from, sessions, before }: Stretch, { weeks }: Interval, slots: readonly WeekSlot[]) {
  return {
    from: dayNumber(from),
    slots,
    weeks,
    most: sessions ?? Number.POSITIVE_INFINITY,
    before: before === undefined ? Number.POSITIVE_INFINITY : dayNumber(before),
  }
}
