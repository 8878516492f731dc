/** A session as a plan shows it: its place, what took the regular one away, and what else there is. @module */
import type { Named } from './constraints.ts'
import type { PlannedSession } from './course.schema.ts'
import { keeps, type Link } from './limit-links.ts'
import { placeOf, type Spot } from './place.ts'
import type { Room } from './room.ts'
import { byPreference, type Ready } from './windows.ts'

/** A session that was laid out. It has no number and no revision yet. */
export type LaidSession = Omit<PlannedSession, 'number' | 'revision'>

/** A plan that was found, with all it was found from. */
export interface Found {
  readonly sessions: readonly Ready[]
  /** Where each stands. */
  readonly spots: readonly Spot[]
  /** The places of each that days and choices leave. */
  readonly room: Room
  readonly links: readonly Link[]
  readonly named: readonly Named[]
  readonly zone: string
}

// As many as a stored course may hold.
const mostReasons = 100

/** One session of a plan that was found. */
export function shownSession(session: Ready, at: number, found: Found): LaidSession {
  const { id, phase, interval, regular, choice } = session
  const { zone, spots } = found
  const spot = spots[at] ?? regular
  const place = placeOf(spot, zone)
  const stands = spot.day === regular.day && spot.minutes === regular.minutes
  const own = stands ? place : placeOf(regular, zone)
  if (choice !== undefined || stands) {
    const status = choice === undefined ? 'regular' : 'chosen'
    return { id, phase, interval, regular: own, place, status, because: [], alternatives: [] }
  }
  const touching = found.links.filter(({ before, after }) => before === at || after === at)
  const fits = (other: Spot): boolean => touching.every((link) => keepsOn(link, other, at, spots))
  const others = (found.room[at] ?? []).filter(fits).sort(byPreference(regular))
  return {
    id,
    phase,
    interval,
    regular: own,
    place,
    status: 'to-choose',
    because: reasonsOf(session, at, touching, found),
    alternatives: others.map((other) => placeOf(other, zone)),
  }
}

/** Whether a link is kept when one of its sessions stands elsewhere and the other stays. */
function keepsOn(link: Link, spot: Spot, at: number, spots: readonly Spot[]): boolean {
  const before = link.before === at ? spot : spots[link.before]
  const after = link.after === at ? spot : spots[link.after]
  return before === undefined || after === undefined || keeps(link, before, after)
}

/** Whether the later of two sessions would stand before the earlier one. */
function isReversed(link: Link, spot: Spot, at: number, spots: readonly Spot[]): boolean {
  const before = link.before === at ? spot : spots[link.before]
  const after = link.after === at ? spot : spots[link.after]
  return before !== undefined && after !== undefined && after.ms < before.ms
}

/** What takes the regular place away. */
function reasonsOf({ regular }: Ready, at: number, touching: readonly Link[], found: Found): string[] {
  const closing = found.named.flatMap(({ id, days }) =>
    days !== undefined && days.from <= regular.day && regular.day <= days.to ? [id] : [],
  )
  if (closing.length > 0) return closing.slice(0, mostReasons)
  // Out of order it is the order that stands against it: limits speak of sessions one after the other.
  if (touching.some((link) => link.limit === undefined && isReversed(link, regular, at, found.spots)))
    return []
  const broken = touching.flatMap((link) =>
    link.limit === undefined || keepsOn(link, regular, at, found.spots) ? [] : [`limit/${link.limit}`],
  )
  return [...new Set(broken)].sort().slice(0, mostReasons)
}
