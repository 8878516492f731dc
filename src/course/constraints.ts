/** The named constraints of a plan, and the places each session keeps under some of them. @module */
import type { Protocol } from '../kernel/protocol.ts'
import { dayNumber } from '../kernel/time.ts'
import type { Closure, Preferences } from './course.schema.ts'
import type { Link } from './limit-links.ts'
import type { Constraint } from './plan-shape.ts'
import type { Room } from './room.ts'
import { weekdayOf, weekdays } from './week-pattern.ts'
import type { Ready } from './windows.ts'

/** A constraint, and the days it closes where it closes some. */
export interface Named extends Constraint {
  readonly days?: { readonly from: number; readonly to: number }
}

/** Every constraint of a plan, by id. */
export function constraintsOf(
  protocol: Protocol,
  closures: readonly Closure[],
  preferences: Preferences,
): readonly Named[] {
  const limits = [protocol, ...protocol.phases].flatMap((row) => row.limits)
  const named: Named[] = [
    ...limits.map(({ id, label }) => ({ id: `limit/${id}`, kind: 'limit' as const, label })),
    ...closures.map((row) => closed('closure', row, row.label ?? 'Days without sessions')),
    // What a person is away for is nobody's business in an error.
    ...(preferences.away ?? []).map((row) => closed('away', row, 'Days on which the person cannot come')),
    ...(preferences.choices ?? []).map(({ session }) => ({
      id: `choice/${session}`,
      kind: 'choice' as const,
      label: 'The day chosen for this session',
    })),
  ]
  if (preferences.weekdays !== undefined)
    named.push({ id: 'weekdays', kind: 'weekdays', label: 'The days of the week that come into question' })
  named.sort((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1))
  return named.filter(({ id }, at) => id !== named[at - 1]?.id)
}

function closed(kind: 'closure' | 'away', { id, from, to = from }: Closure, label: string): Named {
  return { id: `${kind}/${id}`, kind, label, days: { from: dayNumber(from), to: dayNumber(to) } }
}

/** Days of a plan, from `first` on: 1 where one of the constraints closes them. */
export interface ClosedDays {
  readonly first: number
  readonly marks: Uint8Array
}

/** The closed days of a stretch. One pass, however many constraints there are. */
export function closedDays(named: readonly Named[], first: number, last: number): ClosedDays {
  const length = Math.max(0, last - first + 1)
  const changes = new Int32Array(length + 1)
  for (const { days } of named) {
    if (days === undefined || days.from > last || days.to < first) continue
    const [from, to] = [Math.max(days.from, first) - first, Math.min(days.to, last) - first]
    changes[from] = (changes[from] ?? 0) + 1
    changes[to + 1] = (changes[to + 1] ?? 0) - 1
  }
  const marks = new Uint8Array(length)
  let open = 0
  for (let at = 0; at < length; at += 1) {
    open += changes[at] ?? 0
    marks[at] = open > 0 ? 1 : 0
  }
  return { first, marks }
}

/** Whether a day is closed. */
export function isClosed({ first, marks }: ClosedDays, day: number): boolean {
  return marks[day - first] === 1
}

/** The places of each session that these constraints leave, limits apart. */
export function roomUnder(
  sessions: readonly Ready[],
  named: readonly Named[],
  preferences: Preferences,
): Room {
  const days = closedDays(named, earliest(sessions), latest(sessions))
  const others = named.some(({ kind }) => kind === 'weekdays') ? preferences.weekdays : undefined
  const chosen = new Set(named.flatMap(({ kind, id }) => (kind === 'choice' ? [id] : [])))
  return sessions.map(({ id, given, regular, spots, choice }) => {
    if (given) return spots
    const own = choice !== undefined && chosen.has(`choice/${id}`) ? [choice] : spots
    return own.filter(({ day }) => !isClosed(days, day) && (day === regular.day || isAmong(day, others)))
  })
}

function isAmong(day: number, others: Preferences['weekdays']): boolean {
  const weekday = weekdays[weekdayOf(day)]
  return others === undefined || (weekday !== undefined && others.includes(weekday))
}

function earliest(sessions: readonly Ready[]): number {
  return Math.min(...sessions.map(({ from }) => from))
}

function latest(sessions: readonly Ready[]): number {
  return Math.max(...sessions.map(({ to }) => to))
}

/** The links of these constraints, and the order of sessions. */
export function linksUnder(links: readonly Link[], named: readonly Named[]): readonly Link[] {
  const limits = new Set(named.flatMap(({ kind, id }) => (kind === 'limit' ? [id] : [])))
  return links.filter(({ limit }) => limit === undefined || limits.has(`limit/${limit}`))
}
