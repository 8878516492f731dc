/** Sessions laid out in time: each on its regular place where that can be, and nothing moved in silence. @module */
import { tooFewSlots, unknownPhase } from '../kernel/codes.ts'
import type { Interval, Protocol } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type CivilDate, dayNumber, type Instant, instantMs } from '../kernel/time.ts'
import type { Numbers } from '../patient/question.ts'
import { constraintsOf, roomUnder } from './constraints.ts'
import type { Closure, Pattern, Preferences } from './course.schema.ts'
import { fewestAway, type Wish } from './fewest-away.ts'
import { keeps, type Link, linksOf } from './limit-links.ts'
import { type Spot, spotOf } from './place.ts'
import { conflictOf } from './plan-conflict.ts'
import type { PlanFault } from './plan-shape.ts'
import { roomLeft } from './room.ts'
import { type Found, type LaidSession, shownSession } from './shown-session.ts'
import { keptSlots, regularPlacesOf, slotsOf, type WeekSlot } from './week-pattern.ts'
import { byPreference, choiceOf, type Ready, reachOf, spotsIn } from './windows.ts'

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

/** A plan that keeps everything. */
function placed(
  sessions: readonly Ready[],
  links: readonly Link[],
  { protocol, closures, preferences, zone }: Setting,
): Result<Found, PlanFault> {
  const named = constraintsOf(protocol, closures, preferences)
  const room = roomUnder(sessions, named, preferences)
  // Mostly every session has the place it likes best, and nothing has to be weighed.
  const liked = sessions.map(({ choice, regular }) => choice ?? regular)
  const isFree = liked.every(({ day }, at) => room[at]?.some((spot) => spot.day === day) === true)
  if (isFree && links.every((link) => keepsAmong(link, liked)))
    return ok({ sessions, spots: liked, room, links, named, zone })
  const left = roomLeft(room, links)
  if (left === undefined) return err(conflictOf({ sessions, links, named, preferences }))
  const wishes = sessions.map((session, at) => wishOf(session, left[at] ?? []))
  const chosen = fewestAway(left, links, wishes)
  const spots = sessions.map(({ regular }, at) => left[at]?.[chosen[at] ?? 0] ?? regular)
  return ok({ sessions, spots, room, links, named, zone })
}

function keepsAmong(link: Link, spots: readonly Spot[]): boolean {
  const [before, after] = [spots[link.before], spots[link.after]]
  return before !== undefined && after !== undefined && keeps(link, before, after)
}

function wishOf({ regular, choice, given }: Ready, spots: readonly Spot[]): Wish {
  const order = byPreference(regular)
  const preferred = [...spots.entries()].sort(([, a], [, b]) => order(a, b)).map(([at]) => at)
  const stands = spots.findIndex(({ day }) => day === regular.day)
  const isFree = given || choice !== undefined || stands < 0
  return { regular: isFree ? undefined : stands, byPreference: preferred }
}
