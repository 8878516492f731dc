/**
 * Which places are left to each session when all links are kept.
 *
 * Every link is a distance between two sessions, so if two plans keep them all, then so do the plan of the earlier and the
 * plan of the later of their places. Hence the earliest place that is left to each is a plan by itself, and whether there
 * is one is found without trying plans out.
 * @module
 */
import { keeps, type Link } from './limit-links.ts'
import type { Spot } from './place.ts'

/** For each session the places that come into question, in order of time. */
export type Room = readonly (readonly Spot[])[]

/**
 * The room that is left to each session; nothing where there is no plan.
 *
 * @param links - in the order of the later session
 * @param count - only so many first sessions
 */
export function roomLeft(room: Room, links: readonly Link[], count = room.length): Room | undefined {
  const sessions = room.slice(0, count)
  if (sessions.some((spots) => spots.length === 0)) return undefined
  const low = sessions.map(() => 0)
  const high = sessions.map((spots) => spots.length - 1)
  const within = links.filter(({ after }) => after < count)
  const backward = [...within].reverse()
  for (let changed = true; changed; ) {
    changed = false
    for (const link of within) if (raised(link, sessions, low)) changed = true
    for (const link of backward) if (lowered(link, sessions, high)) changed = true
    if (low.some((first, at) => first > (high[at] ?? -1))) return undefined
  }
  return sessions.map((spots, at) => spots.slice(low[at], (high[at] ?? 0) + 1))
}

/** Takes away the first places of a session that lie too near, or too far before, even the first of the other. */
function raised(link: Link, room: Room, low: number[]): boolean {
  const { before, after, is } = link
  const [fixed, moved] = is === 'least' ? [before, after] : [after, before]
  const against = room[fixed]?.[low[fixed] ?? 0]
  const spots = room[moved]
  if (against === undefined || spots === undefined) return false
  const from = low[moved] ?? 0
  let at = from
  for (; at < spots.length; at += 1) {
    const spot = spots[at]
    if (spot !== undefined && (is === 'least' ? keeps(link, against, spot) : keeps(link, spot, against)))
      break
  }
  low[moved] = at
  return at !== from
}

/** The same for the last places. */
function lowered(link: Link, room: Room, high: number[]): boolean {
  const { before, after, is } = link
  const [fixed, moved] = is === 'least' ? [after, before] : [before, after]
  const against = room[fixed]?.[high[fixed] ?? 0]
  const spots = room[moved]
  if (against === undefined || spots === undefined) return false
  const from = high[moved] ?? 0
  let at = from
  for (; at >= 0; at -= 1) {
    const spot = spots[at]
    if (spot !== undefined && (is === 'least' ? keeps(link, spot, against) : keeps(link, against, spot)))
      break
  }
  high[moved] = at
  return at !== from
}
