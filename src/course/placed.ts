/** A plan that keeps everything. @module */
import type { Protocol } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { constraintsOf, roomUnder } from './constraints.ts'
import type { Closure, Preferences } from './course.schema.ts'
import { fewestAway, type Wish } from './fewest-away.ts'
import { keeps, type Link } from './limit-links.ts'
import type { Spot } from './place.ts'
import { conflictOf } from './plan-conflict.ts'
import type { PlanFault } from './plan-shape.ts'
import { roomLeft } from './room.ts'
import type { Found } from './shown-session.ts'
import { byPreference, type Ready } from './windows.ts'

/** What has to be kept. */
export interface Kept {
  readonly protocol: Protocol
  readonly closures: readonly Closure[]
  readonly preferences: Preferences
  readonly zone: string
}

/** The plan in which the fewest sessions leave their regular place, and of those the first by preference. */
export function placed(
  sessions: readonly Ready[],
  links: readonly Link[],
  { protocol, closures, preferences, zone }: Kept,
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
