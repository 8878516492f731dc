/** Where the sessions to come had best stand now: on their places where that can be, and never against a limit. @module */
import { civilDate, clockMinutes, dayNumberAt, instantMs } from '../kernel/time.ts'
import type { Calendar } from './calendar.ts'
import { type ClosedDays, closedDays, constraintsOf, isClosed } from './constraints.ts'
import type { Place } from './course.schema.ts'
import type { Doses } from './dose-limits.ts'
import { fewestAway, type Wish } from './fewest-away.ts'
import { keeps, type Link, linksOf, type Spoken } from './limit-links.ts'
import { placeOf, type Spot, spotOf } from './place.ts'
import { roomLeft } from './room.ts'
import type { Bounds } from './session-times.ts'
import type { Standing } from './standing.ts'
import { slotsOf, type WeekSlot, weekdayOf, weekdays } from './week-pattern.ts'
import { byPreference } from './windows.ts'

/** Where a session had best stand. */
export interface Recommended {
  /** Null where nothing of its window is left. */
  readonly place: Place | null
  /** Limit that takes its place away. */
  readonly because: string | null
}

/** A session to come, and the times that doses already given leave it. */
export interface Coming {
  readonly one: Standing
  readonly bounds: Bounds
}

/**
 * The places of the sessions to come, by id: the fewest away from where they were planned, all limits kept together.
 *
 * A session for which its window has no place left is told so, and the others are placed as if it were not given: it may
 * still be given on a day somebody chooses, and then the others follow it.
 */
export function recommendedOf(
  coming: readonly Coming[],
  doses: Doses,
  calendar: Calendar,
): ReadonlyMap<string, Recommended> {
  const past = pastOf(coming, doses, calendar)
  const planned = coming.map(({ one: { session, day } }) => spotAt(session.place, day))
  const links = linksAmong(coming, past, calendar)
  const liked = [...past.spots, ...planned]
  const isFree = coming.every(({ bounds }, at) => isInside(bounds, planned[at]))
  if (isFree && links.every((link) => isKept(link, liked)))
    return new Map(
      coming.map(({ one: { session } }) => [session.id, { place: session.place, because: null }]),
    )
  return weighed(coming, past, calendar)
}

interface Past {
  readonly spoken: readonly Spoken[]
  readonly spots: readonly Spot[]
}

/** The doses already given. One outside the plan is counted by every limit, as of the phase that goes on. */
function pastOf(coming: readonly Coming[], { all }: Doses, { zone }: Calendar): Past {
  const next = coming[0]?.one.session ?? { phase: '', interval: '' }
  return {
    spoken: all.map(({ session = next }) => session),
    spots: all.map(({ ms }) => ({ day: dayNumberAt(ms, zone), minutes: 0, ms })),
  }
}

/**
 * What limits ask of these sessions, behind the doses already given.
 *
 * How far a dose may lie behind the last one is asked of the next session alone, by its bounds, and of two sessions only
 * where none between them is left without a place: a time that is over cannot be kept by anybody.
 */
function linksAmong(coming: readonly Coming[], { spoken }: Past, calendar: Calendar): readonly Link[] {
  const sessions = [...spoken, ...coming.map(({ one }) => one.session)]
  const links = linksOf(calendar.protocol, sessions, spoken.length, calendar.numbers)
  // The protocol was looked through before: each of its amounts can be read.
  if (!links.ok) return []
  const placeIn = (at: number): number => coming[at - spoken.length]?.one.at ?? Number.NaN
  return links.value.filter(
    ({ is, before, after }) => is === 'least' || placeIn(after) === placeIn(before) + 1,
  )
}

function weighed(
  coming: readonly Coming[],
  past: Past,
  calendar: Calendar,
): ReadonlyMap<string, Recommended> {
  const found = new Map<string, Recommended>()
  const windows = openSpots(coming, calendar)
  const rooms = new Map(coming.map((each, at) => [each, windows[at] ?? []]))
  let left = coming.filter((each) => {
    const isOpen = (rooms.get(each) ?? []).length > 0
    if (!isOpen) found.set(each.one.session.id, { place: null, because: takenBy(each) })
    return isOpen
  })
  const first = past.spots.length
  for (let known = first; ; ) {
    const links = linksAmong(left, past, calendar)
    const room = [...past.spots.map((spot) => [spot]), ...left.map((each) => rooms.get(each) ?? [])]
    const kept = roomLeft(room, links)
    if (kept !== undefined) {
      const wishes = [
        ...past.spots.map(pastWish),
        ...left.map(({ one }, at) => wishOf(one, kept[first + at] ?? [])),
      ]
      const chosen = fewestAway(kept, links, wishes)
      const spots = kept.map((some, at) => some[chosen[at] ?? 0] ?? some[0])
      const touching = byLater(links)
      for (const [at, each] of left.entries())
        found.set(each.one.session.id, told(each, first + at, spots, touching, calendar))
      return found
    }
    // The first one that has no place behind those before it stays without.
    known = firstWithout(room, links, known)
    const out = left[known - first]
    if (out === undefined) return found
    found.set(out.one.session.id, { place: null, because: takenBy(out) ?? blamed(known, room, links) })
    left = left.filter((each) => each !== out)
  }
}

/** The place in the order of the first session that cannot be placed together with those before it. */
function firstWithout(room: readonly (readonly Spot[])[], links: readonly Link[], known: number): number {
  const within = (count: number): readonly Link[] => links.filter(({ after }) => after < count)
  const fits = (count: number): boolean => roomLeft(room, within(count), count) !== undefined
  let [good, step] = [known, 1]
  while (good + step < room.length && fits(good + step)) {
    good += step
    step *= 2
  }
  let bad = Math.min(good + step, room.length)
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (fits(middle)) good = middle
    else bad = middle
  }
  return bad - 1
}

/** The limit behind a place that lies outside what doses already given leave. */
function takenBy({ one, bounds }: Coming): string | null {
  const ms = instantMs(one.session.place.at)
  if (ms < bounds.earliestMs) return bounds.least
  return isInside(bounds, spotAt(one.session.place, one.day)) ? null : bounds.most
}

/** The limit that leaves a session no place behind the one before it; where several do so together the first by id. */
function blamed(at: number, room: readonly (readonly Spot[])[], links: readonly Link[]): string | null {
  const own = links.filter(({ after, limit }) => after === at && limit !== undefined)
  const alone = own.filter((link) =>
    (room[at] ?? []).every((spot) => (room[link.before] ?? []).every((other) => !keeps(link, other, spot))),
  )
  const names = (alone.length > 0 ? alone : own).flatMap(({ limit }) => (limit === undefined ? [] : [limit]))
  return names.sort()[0] ?? null
}

const pastWish = (): Wish => ({ regular: undefined, byPreference: [0] })

function wishOf({ day }: Standing, spots: readonly Spot[]): Wish {
  const order = byPreference({ day, minutes: 0 })
  const stands = spots.findIndex((spot) => spot.day === day)
  return {
    regular: stands < 0 ? undefined : stands,
    byPreference: [...spots.entries()].sort(([, a], [, b]) => order(a, b)).map(([at]) => at),
  }
}

/** The links of each session to those before it and after it. */
function byLater(links: readonly Link[]): ReadonlyMap<number, readonly Link[]> {
  const found = new Map<number, Link[]>()
  for (const link of links)
    for (const at of [link.before, link.after]) {
      const own = found.get(at)
      if (own === undefined) found.set(at, [link])
      else own.push(link)
    }
  return found
}

function told(
  each: Coming,
  at: number,
  spots: readonly (Spot | undefined)[],
  touching: ReadonlyMap<number, readonly Link[]>,
  { zone }: Calendar,
): Recommended {
  const { session, day } = each.one
  const spot = spots[at]
  if (spot === undefined || spot.day === day) return { place: session.place, because: null }
  const own = spotAt(session.place, day)
  const standing = (of: number): Spot | undefined => (of === at ? own : spots[of])
  const broken = (touching.get(at) ?? []).flatMap((link) => {
    const [before, after] = [standing(link.before), standing(link.after)]
    const isBroken = before !== undefined && after !== undefined && !keeps(link, before, after)
    return isBroken && link.limit !== undefined ? [link.limit] : []
  })
  return { place: placeOf(spot, zone), because: takenBy(each) ?? broken.sort()[0] ?? null }
}

function isKept(link: Link, spots: readonly (Spot | undefined)[]): boolean {
  const [before, after] = [spots[link.before], spots[link.after]]
  return before !== undefined && after !== undefined && keeps(link, before, after)
}

const spotAt = (place: Place, day: number): Spot => ({
  day,
  minutes: clockMinutes(place.time),
  ms: instantMs(place.at),
})

/** Whether doses already given leave a spot. */
function isInside({ earliestMs, latestMs, latest }: Bounds, spot: Spot | undefined): boolean {
  return spot !== undefined && spot.ms >= earliestMs && spot.ms <= latestMs && spot.day <= latest
}

/** The spots of each window that are open and that doses already given leave, in the order of time. */
function openSpots(coming: readonly Coming[], calendar: Calendar): readonly (readonly Spot[])[] {
  const { course, protocol } = calendar
  const { choices: _choices, ...preferences } = course.preferences
  const named = constraintsOf(protocol, course.closures, preferences)
  const from = Math.min(...coming.map(({ one }) => one.window.from))
  const to = Math.max(...coming.map(({ one }) => one.window.to))
  const closed = closedDays(named, from, to)
  const slots = slotsOf(course.pattern)
  return coming.map(({ one, bounds }) => {
    const spots: Spot[] = []
    for (let day = one.window.from; day <= one.window.to; day += 1) {
      const spot = spotOn(day, one, slots, closed, calendar)
      if (isInside(bounds, spot) && spot !== undefined) spots.push(spot)
    }
    return spots
  })
}

/** The spot of a session on a day of its window; nothing where there is no session on that day. */
function spotOn(
  day: number,
  { session, day: own }: Standing,
  slots: readonly WeekSlot[],
  closed: ClosedDays,
  { course, zone }: Calendar,
): Spot | undefined {
  // Where it was planned it stands by somebody's word.
  if (day === own) return spotAt(session.place, day)
  const isRegular = session.regular.day === civilDate(day)
  const weekday = weekdayOf(day)
  const name = weekdays[weekday]
  const { weekdays: only } = course.preferences
  if (isClosed(closed, day)) return undefined
  if (!isRegular && only !== undefined && (name === undefined || !only.includes(name))) return undefined
  const regular = clockMinutes(session.regular.time)
  const slot = isRegular ? undefined : slots.find((each) => each.weekday === weekday)
  return spotOf(day, slot?.minutes ?? regular, zone)
}
