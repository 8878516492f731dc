/** Why nothing fits: constraints that cannot be kept together, and none of which can be left out. @module */
import { planInfeasible } from '../kernel/codes.ts'
import { civilDate } from '../kernel/time.ts'
import { linksUnder, type Named, roomUnder } from './constraints.ts'
import type { Preferences } from './course.schema.ts'
import type { Link } from './limit-links.ts'
import { contradicting } from './limits-against.ts'
import type { Infeasible } from './plan-shape.ts'
import { roomLeft } from './room.ts'
import type { Ready } from './windows.ts'

/** A plan that cannot be made. */
export interface Hopeless {
  readonly sessions: readonly Ready[]
  readonly links: readonly Link[]
  /** By id. */
  readonly named: readonly Named[]
  readonly preferences: Preferences
}

/**
 * The conflict of a plan that cannot be made.
 *
 * Two limits that contradict each other wherever the sessions stand are named together, before anything else is looked at.
 * Otherwise: for the shortest course that has no plan a smallest set by halving (Junker 2004, QuickXplain), in the order of
 * ids; then what the rest of the course makes superfluous is left out. The order of the input plays no part.
 */
export function conflictOf(plan: Hopeless): Infeasible {
  const { sessions, named, links } = plan
  const pair = contradicting(links)
  if (pair !== undefined)
    return told(
      named.filter(({ id }) => pair.limits.includes(id)),
      sessions[pair.after],
    )
  const count = shortest(plan)
  const first = sessions.slice(0, count)
  const days = first.filter(({ given }) => !given)
  const from = Math.min(...days.map((one) => one.from))
  const to = Math.max(...days.map((one) => one.to))
  const near = named.filter((one) => one.days === undefined || (one.days.from <= to && one.days.to >= from))
  const fits = (kept: readonly Named[]): boolean => isPossible(plan, kept, count)
  const small = fits([]) ? explained([], false, near, fits) : []
  const conflict = smallest(small, (kept) => isPossible(plan, kept, sessions.length))
  // The session is the first one the named set leaves without a place: what was left out may have failed before it.
  const failing = { ...plan, named: conflict, links: linksUnder(links, conflict) }
  return told(conflict, sessions[shortest(failing) - 1])
}

function told(conflict: readonly Named[], session: Ready | undefined): Infeasible {
  const inOrder = [...conflict].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    code: planInfeasible.code,
    path: pathOf(inOrder),
    conflict: inOrder.map(({ id, kind, label }) => ({ id, kind, label })),
    session: session?.id ?? '',
    window: { from: civilDate(session?.from ?? Number.NaN), to: civilDate(session?.to ?? Number.NaN) },
  }
}

function isPossible(
  { sessions, links, preferences }: Hopeless,
  kept: readonly Named[],
  count: number,
): boolean {
  const room = roomUnder(sessions.slice(0, count), kept, preferences)
  return roomLeft(room, linksUnder(links, kept), count) !== undefined
}

/** How many first sessions have no plan, while one fewer have. */
function shortest(plan: Hopeless): number {
  const { sessions, links, named, preferences } = plan
  const room = roomUnder(sessions, named, preferences)
  let [fits, fails] = [0, sessions.length]
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1
    if (roomLeft(room, links, middle) === undefined) fails = middle
    else fits = middle
  }
  return fails
}

function explained(
  kept: readonly Named[],
  isNew: boolean,
  rest: readonly Named[],
  fits: (kept: readonly Named[]) => boolean,
): readonly Named[] {
  if (isNew && !fits(kept)) return []
  if (rest.length <= 1) return rest
  const half = rest.length >> 1
  const [front, back] = [rest.slice(0, half), rest.slice(half)]
  const ofBack = explained([...kept, ...front], true, back, fits)
  const ofFront = explained([...kept, ...ofBack], ofBack.length > 0, front, fits)
  return [...ofFront, ...ofBack]
}

/** Leaves out one after the other what is not needed. */
function smallest(set: readonly Named[], fits: (kept: readonly Named[]) => boolean): Named[] {
  let left = [...set]
  for (const one of set) {
    const without = left.filter((other) => other !== one)
    if (!fits(without)) left = without
  }
  return left
}

const fields = {
  closure: 'closures',
  away: 'preferences.away',
  weekdays: 'preferences.weekdays',
  choice: 'preferences.choices',
} as const

function pathOf(conflict: readonly Named[]): Infeasible['path'] {
  if (conflict.length === 0) return 'pattern.slots'
  for (const { kind } of conflict) if (kind !== 'limit') return fields[kind]
  return 'protocol'
}
