/** Limits of a protocol that leave no room: one against the other, or against the frequency of a phase. @module */
import { spacingContradicts } from '../kernel/codes.ts'
import type { Interval, Limit, Protocol, ProtocolPhase } from '../kernel/protocol.ts'
import {
  counted,
  daysOf,
  fault,
  limitsOf,
  minutesOf,
  type Numbers,
  namedInterval,
  namedLimit,
  namedPhase,
  type PlacedLimit,
} from './validate-protocol-rows.ts'
import type { ProtocolFault } from './validate-protocol-shape.ts'
import {
  type Bound,
  canKeep,
  fewestDays,
  lengthOf,
  mostDays,
  type Rhythm,
} from './validate-protocol-spacing.ts'

/** A limit that can be read, and what it asks in days. */
interface Read extends PlacedLimit {
  readonly bound: Bound
}

type Pair = readonly [least: PlacedLimit, most: PlacedLimit]

/** Every contradiction between limits, intervals and the length of a phase, each with all the rows it rests on. */
export function spacingFaults(protocol: Protocol, numbers: Numbers): readonly ProtocolFault[] {
  const limits = limitsOf(protocol)
  const pairs: Pair[] = []
  for (const phase of protocol.phases) {
    if (pairs.length >= mostTold) break
    for (const pair of pairsIn(phase, limits, numbers)) {
      // Two limits of the protocol meet in every phase.
      if (!pairs.some(([least, most]) => least === pair[0] && most === pair[1])) pairs.push(pair)
      if (pairs.length >= mostTold) break
    }
  }
  // Told once as a pair; what is left of them is held against the intervals.
  const bad = new Set(pairs.map(([, most]) => most))
  const reads = limits.flatMap((one): Read[] => {
    const bound = bad.has(one) ? undefined : boundOf(one.limit, numbers)
    return bound === undefined ? [] : [{ ...one, bound }]
  })
  const found = pairs.map((pair) => tellPair(pair, numbers))
  for (const [at, phase] of protocol.phases.entries()) {
    found.push(...tooManySessions(phase, at))
    for (const [n, interval] of phase.intervals.entries()) {
      if (found.length < mostTold) found.push(...noRoom(phase, at, interval, n, reads, numbers))
    }
  }
  return found
}

/** The pairs of which one asks for more room than the other leaves, where both speak of sessions of one interval. */
function pairsIn(phase: ProtocolPhase, limits: readonly PlacedLimit[], numbers: Numbers): readonly Pair[] {
  const here = limits.filter((one) => one.phase === undefined || one.phase === phase)
  const most = here.filter(({ limit }) => limit.kind === 'most-between')
  return here
    .filter(({ limit }) => limit.kind === 'least-between')
    .flatMap((one) =>
      most
        .filter((other) => isMore(one.limit, other.limit, numbers))
        .filter((other) => phase.intervals.some((of) => speaks(one, phase, of) && speaks(other, phase, of)))
        .map((other): Pair => [one, other]),
    )
}

type Between = Extract<Limit, { readonly kind: 'least-between' | 'most-between' }>

function isMore(least: Limit, most: Limit, numbers: Numbers): boolean {
  if (!('amount' in least && 'amount' in most)) return false
  const [low, high] = [numbers(least.amount), numbers(most.amount)]
  if (least.in === most.in && least.in === 'elapsed-hours') {
    const [a, b] = [minutesOf(low), minutesOf(high)]
    return a !== undefined && b !== undefined && a > b
  }
  const [a, b] = [fewest(least, numbers), farthest(most, numbers)]
  return a !== undefined && b !== undefined && a > b
}

function fewest(least: Between, numbers: Numbers): number | undefined {
  const given = numbers(least.amount)
  if (least.in === 'civil-days') return daysOf(given)
  const minutes = minutesOf(given)
  return minutes === undefined ? undefined : fewestDays(minutes)
}

function farthest(most: Between, numbers: Numbers): number | undefined {
  const given = numbers(most.amount)
  if (most.in === 'civil-days') return daysOf(given)
  const minutes = minutesOf(given)
  return minutes === undefined ? undefined : mostDays(minutes)
}

function tellPair([least, most]: Pair, numbers: Numbers): ProtocolFault {
  const rows = [namedLimit(least, numbers), namedLimit(most, numbers)]
  return fault(spacingContradicts, least.path, rows)
}

/** Whether a limit speaks of sessions of an interval. */
function speaks({ limit, phase }: PlacedLimit, of: ProtocolPhase, interval: Interval): boolean {
  return (phase === undefined || phase === of) && (limit.intervals?.includes(interval.id) ?? true)
}

/** What a limit asks in days; nothing where its number cannot be read. */
function boundOf(limit: Limit, numbers: Numbers): Bound | undefined {
  if ('amount' in limit) {
    const isLeast = limit.kind === 'least-between'
    const days = isLeast ? fewest(limit, numbers) : farthest(limit, numbers)
    if (days === undefined) return undefined
    return isLeast ? { kind: 'least', of: 1, days } : { kind: 'most', days }
  }
  const { count } = limit
  if (!('window' in limit))
    return limit.in === 'civil-day' ? { kind: 'least', of: count, days: 1 } : { kind: 'a-week', count }
  const window = numbers(limit.window)
  const minutes = minutesOf(window)
  const hours = minutes === undefined ? undefined : fewestDays(minutes)
  const days = limit.in === 'rolling-days' ? daysOf(window) : hours
  return days === undefined ? undefined : { kind: 'least', of: count, days }
}

/** Limits that an interval cannot keep in any week; each fault names limits none of which can be left out. */
function noRoom(
  phase: ProtocolPhase,
  phaseAt: number,
  interval: Interval,
  at: number,
  reads: readonly Read[],
  numbers: Numbers,
): readonly ProtocolFault[] {
  const [early, late] = [daysOf(numbers(interval.early)), daysOf(numbers(interval.late))]
  if (early === undefined || late === undefined || early < 0 || late < 0) return []
  const length = lengthOf(phase, interval)
  const rhythm: Rhythm = { sessions: interval.sessions, weeks: interval.weeks, early, late, length }
  const keeps = (some: readonly Read[]): boolean =>
    canKeep(
      rhythm,
      some.map(({ bound }) => bound),
    )
  let left = reads.filter((one) => speaks(one, phase, interval))
  const found: ProtocolFault[] = []
  for (let asked = strictest(left); !keeps(asked) && found.length < mostTold; asked = strictest(left)) {
    const needed = asked.reduce((some, one) => {
      const fewer = some.filter((other) => other !== one)
      return keeps(fewer) ? some : fewer
    }, asked)
    // With none of them the sessions stand where the pattern puts them.
    if (needed.length === 0) break
    const rows = [
      ...needed.map((one) => namedLimit(one, numbers)),
      namedInterval(interval, phaseAt, at, numbers),
    ]
    const [first] = rows
    found.push(fault(spacingContradicts, first?.path ?? '', rows, noRoomText))
    left = left.filter((one) => !needed.includes(one))
  }
  return found
}

// Who wrote more than this has more to read than anybody would.
const mostTold = 20

const noRoomText =
  'In no week of a clinic does this frequency keep these limits, not even with every session moved as far as it may be. Change one of them.'

/** Of limits that ask the same kind of thing, the one that asks most: the others hold with it. */
function strictest(reads: readonly Read[]): readonly Read[] {
  return reads.filter(
    (one, n) => !reads.some((other, at) => at !== n && covers(other.bound, one.bound, at < n)),
  )
}

function covers(a: Bound, b: Bound, isFirst: boolean): boolean {
  if (a.kind === 'least' && b.kind === 'least')
    return a.of === b.of && (a.days > b.days || (a.days === b.days && isFirst))
  if (a.kind === 'most' && b.kind === 'most') return a.days < b.days || (a.days === b.days && isFirst)
  if (a.kind === 'a-week' && b.kind === 'a-week') return a.count < b.count || (a.count === b.count && isFirst)
  return false
}

/** A phase that asks for more sessions than its weeks hold at any of its intervals. */
function tooManySessions(phase: ProtocolPhase, at: number): readonly ProtocolFault[] {
  const { weeks, sessions, intervals } = phase
  if (weeks === undefined || sessions === undefined) return []
  const most = Math.max(...intervals.map((one) => Math.ceil(weeks / one.weeks) * one.sessions))
  if (sessions <= most) return []
  const text = `The weeks of this phase hold ${counted(most, 'session')} at most. Change its weeks, its sessions or its intervals.`
  return [fault(spacingContradicts, `phases[${at}].sessions`, [namedPhase(phase, at)], text)]
}
