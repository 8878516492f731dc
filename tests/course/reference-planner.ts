/**
 * A planner that tries everything: the second implementation `planCourse` is held against.
 *
 * Written from the definitions alone, with a calendar and a reading of clocks of its own. It knows one test, `broken`,
 * and asks it of every assignment of days there is. @module
 */
import type { Closure, Pattern, Preferences } from '../../src/course/course.schema.ts'
import type { Interval, Limit, Protocol, ProtocolPhase } from '../../src/kernel/protocol.ts'
import type { Amount } from '../../src/kernel/rule.ts'

/** What is to be planned. */
export interface Problem {
  readonly protocol: Protocol
  readonly zone: string
  readonly start: string
  readonly pattern: Pattern
  readonly closures: readonly Closure[]
  readonly preferences: Preferences
  readonly horizon: { readonly sessions?: number; readonly until?: string }
  /** The numbers of the policy, in the unit they are asked in. */
  readonly numbers: Readonly<Record<string, number>>
}

// --- Days: whole numbers from 1970-01-01, a Thursday.

const DAY = 86_400_000
const HOUR = 3_600_000
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const dayNo = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
export const dayText = (no: number): string => new Date(no * DAY).toISOString().slice(0, 10)
const weekdayOf = (no: number) => weekdays[(((no + 3) % 7) + 7) % 7]
const weekOf = (no: number) => Math.floor((no + 3) / 7)

// --- Clocks: what a wall clock shows is asked of the platform, instant by instant.

const clocks = new Map<string, Intl.DateTimeFormat>()
/** The wall clock at an instant, as if it were UTC. */
export function wallMs(ms: number, zone: string): number {
  let clock = clocks.get(zone)
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  const parts = new Map(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? Number.NaN
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

interface Resolved {
  readonly ms: number
  readonly flag?: 'moved-after-gap' | 'earlier-of-two'
}

const resolvedBefore = new Map<string, Resolved>()
/** When a wall clock shows a time: the earlier of two, or the first instant after it was skipped. */
export function resolved(no: number, time: string, zone: string): Resolved {
  const known = resolvedBefore.get(`${no} ${time} ${zone}`)
  if (known !== undefined) return known
  const wanted = no * DAY + Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * 60_000
  const offsets = new Set<number>()
  for (let ms = wanted - 36 * HOUR; ms <= wanted + 36 * HOUR; ms += HOUR) offsets.add(wallMs(ms, zone) - ms)
  const shows = [...offsets].map((offset) => wanted - offset).filter((ms) => wallMs(ms, zone) === wanted)
  let found: Resolved
  if (shows.length > 0) {
    found = { ms: Math.min(...shows), ...(shows.length > 1 ? { flag: 'earlier-of-two' as const } : {}) }
  } else {
    // Skipped: minute by minute to the first one at which the clock is past it.
    let ms = wanted - Math.max(...offsets)
    while (wallMs(ms, zone) < wanted) ms += 60_000
    found = { ms, flag: 'moved-after-gap' }
  }
  resolvedBefore.set(`${no} ${time} ${zone}`, found)
  return found
}

// --- Regular places.

/** A session as the pattern has it, with the days of its window. */
export interface Regular {
  readonly phase: string
  readonly interval: string
  readonly no: number
  readonly time: string
  readonly from: number
  readonly to: number
}

const inUnit = (amount: Amount, numbers: Problem['numbers']): number =>
  'policy' in amount ? (numbers[amount.policy] ?? Number.NaN) : amount.value

const hoursOf = (amount: Amount, numbers: Problem['numbers']): number =>
  'policy' in amount || amount.unit === 'h' ? inUnit(amount, numbers) : inUnit(amount, numbers) / 60

function intervalOf(phase: ProtocolPhase, problem: Problem): Interval {
  const wanted = problem.preferences.intervals?.[phase.id]
  const found = wanted === undefined ? phase.intervals[0] : phase.intervals.find(({ id }) => id === wanted)
  if (found === undefined) throw new Error('no such interval')
  return found
}

/** Every session at its regular place, phase after phase. */
export function regularPlaces(problem: Problem): readonly Regular[] {
  const { protocol, pattern, horizon, numbers } = problem
  const all: Regular[] = []
  const until = horizon.until === undefined ? Number.POSITIVE_INFINITY : dayNo(horizon.until)
  const most = horizon.sessions ?? Number.POSITIVE_INFINITY
  const isCut = horizon.until !== undefined || horizon.sessions !== undefined
  let from = dayNo(problem.start)
  let phase: ProtocolPhase | undefined = protocol.phases[0]
  while (phase !== undefined) {
    const interval = intervalOf(phase, problem)
    const kept = (pattern.keep?.[interval.id] ?? [...Array(interval.sessions).keys()])
      .map((at) => pattern.slots[at])
      .filter((slot) => slot !== undefined)
      .sort((one, other) => (one.time < other.time ? -1 : 1))
    const isOpen = phase.weeks === undefined && phase.sessions === undefined
    let first: number | undefined
    let end = Number.POSITIVE_INFINITY
    let count = 0
    let last = from
    for (let no = from; no < end; no += 1) {
      if (first !== undefined && (weekOf(no) - weekOf(first)) % interval.weeks !== 0) continue
      for (const slot of kept.filter(({ weekday }) => weekday === weekdayOf(no))) {
        if (first === undefined) {
          first = no
          if (phase.weeks !== undefined) end = no + 7 * phase.weeks
          else if (isOpen && !isCut) end = no + 7 * (numbers['open-phase-weeks'] ?? Number.NaN)
        }
        if (count === phase.sessions) {
          end = Math.min(end, no)
          break
        }
        if (no > until || all.length === most) return all
        all.push({
          phase: phase.id,
          interval: interval.id,
          no,
          time: slot.time,
          from: Math.max(dayNo(problem.start), no - inUnit(interval.early, numbers)),
          to: no + inUnit(interval.late, numbers),
        })
        count += 1
        last = no
      }
    }
    if (isOpen) return all
    from = phase.weeks === undefined ? last + 1 : (first ?? 0) + 7 * phase.weeks
    const { next } = phase
    phase = next === undefined ? undefined : protocol.phases.find(({ id }) => id === next)
  }
  return all
}

// --- What may not be broken.

/** A session on a day. */
export interface Placed {
  readonly regular: Regular
  readonly no: number
  readonly time: string
  readonly ms: number
}

/** Names of all constraints of a problem. */
export function namesOf(problem: Problem): readonly string[] {
  const { protocol, closures, preferences } = problem
  return [
    ...[...protocol.limits, ...protocol.phases.flatMap(({ limits }) => limits)].map(
      ({ id }) => `limit/${id}`,
    ),
    ...closures.map(({ id }) => `closure/${id}`),
    ...(preferences.away ?? []).map(({ id }) => `away/${id}`),
    ...(preferences.weekdays === undefined ? [] : ['weekdays']),
    ...(preferences.choices ?? []).map(({ session }) => `choice/${session}`),
  ]
}

const covers = (closure: Closure, no: number) =>
  dayNo(closure.from) <= no && no <= dayNo(closure.to ?? closure.from)

/** Whether sessions, in the order of the course, break a limit. `phase` is undefined for a limit of the protocol. */
function isBroken(
  limit: Limit,
  phase: string | undefined,
  placed: readonly Placed[],
  numbers: Problem['numbers'],
): boolean {
  const speaksOf = ({ regular }: Placed) =>
    (phase === undefined || regular.phase === phase) && (limit.intervals?.includes(regular.interval) ?? true)
  if (limit.kind !== 'most-sessions') {
    return placed.some((one, at) => {
      const before = placed[at - 1]
      if (before === undefined || !speaksOf(one)) return false
      const gap = limit.in === 'elapsed-hours' ? (one.ms - before.ms) / HOUR : one.no - before.no
      const bound =
        limit.in === 'elapsed-hours' ? hoursOf(limit.amount, numbers) : inUnit(limit.amount, numbers)
      return limit.kind === 'least-between' ? gap < bound : gap > bound
    })
  }
  const spoken = placed.filter(speaksOf)
  const together = (one: Placed, other: Placed): boolean => {
    switch (limit.in) {
      case 'civil-day':
        return one.no === other.no
      case 'calendar-week':
        return weekOf(one.no) === weekOf(other.no)
      case 'rolling-hours':
        return other.ms >= one.ms && (other.ms - one.ms) / HOUR < hoursOf(limit.window, numbers)
      case 'rolling-days':
        return other.no >= one.no && other.no - one.no < inUnit(limit.window, numbers)
    }
  }
  return spoken.some((one) => spoken.filter((other) => together(one, other)).length > limit.count)
}

/** Names of what the first sessions of a course break, where only some constraints hold; `order` is always among them. */
export function broken(
  problem: Problem,
  placed: readonly Placed[],
  holds: (name: string) => boolean = () => true,
): readonly string[] {
  const { protocol, closures, preferences, numbers } = problem
  const found: string[] = []
  const tell = (name: string, isSo: () => boolean) => {
    if (holds(name) && isSo()) found.push(name)
  }
  if (placed.some((one, at) => at > 0 && one.ms <= (placed[at - 1]?.ms ?? 0))) found.push('order')
  for (const one of closures) tell(`closure/${one.id}`, () => placed.some(({ no }) => covers(one, no)))
  for (const one of preferences.away ?? [])
    tell(`away/${one.id}`, () => placed.some(({ no }) => covers(one, no)))
  const allowed = preferences.weekdays
  if (allowed !== undefined) {
    tell('weekdays', () =>
      placed.some(({ no, regular }) => no !== regular.no && !allowed.some((day) => day === weekdayOf(no))),
    )
  }
  for (const { session, day, time } of preferences.choices ?? []) {
    tell(`choice/${session}`, () => {
      const one = placed[Number(session.slice(1)) - 1]
      return one !== undefined && !(one.no === dayNo(day) && (time === undefined || one.time === time))
    })
  }
  for (const limit of protocol.limits)
    tell(`limit/${limit.id}`, () => isBroken(limit, undefined, placed, numbers))
  for (const phase of protocol.phases) {
    for (const limit of phase.limits)
      tell(`limit/${limit.id}`, () => isBroken(limit, phase.id, placed, numbers))
  }
  return found
}

/** Every place of the window of a session, the one most wanted first: its own day, then by distance, later before earlier. */
export function windowOf(problem: Problem, regular: Regular): readonly Placed[] {
  const days = Array.from({ length: regular.to - regular.from + 1 }, (_, at) => regular.from + at)
  const rank = (no: number) => 2 * Math.abs(no - regular.no) + (no < regular.no ? 1 : 0)
  return days
    .sort((one, other) => rank(one) - rank(other))
    .map((no) => {
      const slot = problem.pattern.slots.find(({ weekday }) => weekday === weekdayOf(no))
      const time = no === regular.no || slot === undefined ? regular.time : slot.time
      return { regular, no, time, ms: resolved(no, time, problem.zone).ms }
    })
}

/** The places a session may have, where only some constraints hold: the chosen one, or those of its window. */
function placesOf(
  problem: Problem,
  at: number,
  regular: Regular,
  holds: (name: string) => boolean,
): readonly Placed[] {
  const choice = problem.preferences.choices?.find(({ session }) => session === `s${at + 1}`)
  const places = windowOf(problem, regular)
  if (choice === undefined || !holds(`choice/s${at + 1}`)) return places
  return places
    .filter(({ no }) => no === dayNo(choice.day))
    .map((place) => {
      const time = choice.time ?? place.time
      return { ...place, time, ms: resolved(place.no, time, problem.zone).ms }
    })
}

/** Calls back with every assignment that keeps what holds; true from the call ends the search. */
function everyAssignment(
  problem: Problem,
  all: readonly Regular[],
  holds: (name: string) => boolean,
  found: (placed: readonly Placed[]) => boolean,
): void {
  const choices = all.map((regular, at) => placesOf(problem, at, regular, holds))
  const go = (placed: readonly Placed[]): boolean => {
    // What the first sessions break, no later one mends.
    if (broken(problem, placed, holds).length > 0) return false
    if (placed.length === all.length) return found(placed)
    return (choices[placed.length] ?? []).some((place) => go([...placed, place]))
  }
  go([])
}

/** Whether the first sessions can be placed at all, where only these constraints hold. */
export function canBePlaced(
  problem: Problem,
  names: readonly string[],
  first = Number.POSITIVE_INFINITY,
): boolean {
  let isPossible = false
  everyAssignment(
    problem,
    regularPlaces(problem).slice(0, first),
    (name) => names.includes(name),
    () => {
      isPossible = true
      return true
    },
  )
  return isPossible
}

/** A session of the plan. */
export interface Expected {
  readonly place: Placed
  readonly status: 'regular' | 'chosen' | 'to-choose'
  readonly because: readonly string[]
  readonly alternatives: readonly Placed[]
}

/** The plan: fewest sessions away from their place, then those most wanted, the first session first. */
export function planByTrying(
  problem: Problem,
): { readonly ok: true; readonly sessions: readonly Expected[] } | { readonly ok: false } {
  const all = regularPlaces(problem)
  const isChosen = (at: number) =>
    problem.preferences.choices?.some(({ session }) => session === `s${at + 1}`) ?? false
  const isAway = (one: Placed, at: number) => one.no !== one.regular.no && !isChosen(at)
  let best: readonly Placed[] | undefined
  let fewest = Number.POSITIVE_INFINITY
  // They come in the order of preference, so the first with the fewest is the one.
  everyAssignment(
    problem,
    all,
    () => true,
    (placed) => {
      const away = placed.filter(isAway).length
      if (away < fewest) {
        best = placed
        fewest = away
      }
      return fewest === 0
    },
  )
  if (best === undefined) return { ok: false }
  const plan = best
  return {
    ok: true,
    sessions: plan.map((place, at) => {
      if (isChosen(at)) return { place, status: 'chosen', because: [], alternatives: [] }
      if (!isAway(place, at)) return { place, status: 'regular', because: [], alternatives: [] }
      const others = windowOf(problem, place.regular).map((other) => ({
        other,
        breaks: broken(problem, plan.with(at, other)),
      }))
      const own = others[0]?.breaks ?? []
      const unary = [
        ...problem.closures.map((closure) => ({ name: `closure/${closure.id}`, closure })),
        ...(problem.preferences.away ?? []).map((closure) => ({ name: `away/${closure.id}`, closure })),
      ]
        .filter(({ closure }) => covers(closure, place.regular.no))
        .map(({ name }) => name)
      const home = others[0]?.other.ms ?? Number.NaN
      const isOutOfOrder = home < (plan[at - 1]?.ms ?? home) || home > (plan[at + 1]?.ms ?? home)
      return {
        place,
        status: 'to-choose',
        because:
          unary.length > 0 ? unary : isOutOfOrder ? [] : own.filter((name) => name.startsWith('limit/')),
        alternatives: others.filter(({ breaks }) => breaks.length === 0).map(({ other }) => other),
      }
    }),
  }
}

/** The first session, from 0, that some constraints leave without a place. */
export function firstUnplaced(
  problem: Problem,
  names: readonly string[],
): { readonly first: number; readonly window: Regular } {
  const all = regularPlaces(problem)
  const first = all.findIndex((_, at) => !canBePlaced(problem, names, at + 1))
  const window = all[first]
  if (window === undefined) throw new Error('everything is placed')
  return { first, window }
}

/** A length of a limit, as hours or civil days. */
interface Length {
  readonly days: boolean
  readonly value: number
}

/** What a limit asks of two sessions that follow one another at the least; one in a window is a least gap too. */
function leastOf(limit: Limit, numbers: Problem['numbers']): Length | undefined {
  if (limit.kind !== 'most-sessions') {
    const isLeast = limit.kind === 'least-between'
    return isLeast ? lengthOf(limit.amount, limit.in === 'civil-days', numbers) : undefined
  }
  if (limit.count > 1 || limit.in === 'calendar-week') return undefined
  if (!('window' in limit)) return { days: true, value: 1 }
  return lengthOf(limit.window, limit.in === 'rolling-days', numbers)
}

function lengthOf(amount: Amount, days: boolean, numbers: Problem['numbers']): Length {
  return { days, value: days ? inUnit(amount, numbers) : hoursOf(amount, numbers) }
}

/** Whether no two instants keep both; days in hours as generously as any clock: one more or less, and three hours. */
function excludes(least: Length, most: Length): boolean {
  if (least.days === most.days) return least.value > most.value
  return least.days ? 24 * (least.value - 1) - 3 > most.value : least.value > 24 * (most.value + 1) + 3
}

/** Pairs of a least and a most that speak of one gap and that no two sessions keep, with the later session of the gap. */
export function contradictions(problem: Problem): readonly { readonly pair: string; readonly at: number }[] {
  const { protocol, numbers } = problem
  const all = regularPlaces(problem)
  const limits = [
    ...protocol.limits.map((limit) => ({ limit, phase: '' })),
    ...protocol.phases.flatMap(({ id, limits: own }) => own.map((limit) => ({ limit, phase: id }))),
  ]
  const speaksOf = ({ limit, phase }: (typeof limits)[number], place: number): boolean => {
    const one = all[place]
    if (one === undefined || (phase !== '' && phase !== one.phase)) return false
    return limit.intervals?.includes(one.interval) ?? true
  }
  return limits.flatMap((one) =>
    limits.flatMap((other) => {
      const least = leastOf(one.limit, numbers)
      const { limit } = other
      if (least === undefined || limit.kind !== 'most-between') return []
      if (!excludes(least, lengthOf(limit.amount, limit.in === 'civil-days', numbers))) return []
      const isWindow = one.limit.kind === 'most-sessions'
      const at = all.findIndex(
        (_, place) =>
          place > 0 &&
          speaksOf(one, place) &&
          speaksOf(other, place) &&
          (!isWindow || speaksOf(one, place - 1)),
      )
      const ids = [`limit/${one.limit.id}`, `limit/${limit.id}`].sort()
      return at > 0 ? [{ pair: ids.join(' '), at }] : []
    }),
  )
}
