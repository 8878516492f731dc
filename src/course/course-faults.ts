/** What contradicts itself in a stored course: nothing that plans would have written it so. @module */
import {
  type CodeRow,
  horizonTooLong,
  idClash,
  phasesInCircle,
  unknownPhase,
  unknownZone,
  wrongShape,
} from '../kernel/codes.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { clockMinutes, dayNumber, instantMs, isZone, PlannedTime, readPlanned } from '../kernel/time.ts'

/** What is wrong, and the way to it. */
export interface StoredFault {
  readonly row: CodeRow
  readonly way: readonly (string | number)[]
}

interface StoredPlace {
  readonly day: string
  readonly time: string
  readonly at: string
  readonly flag?: 'moved-after-gap' | 'earlier-of-two'
}

interface StoredSession {
  readonly id: string
  readonly phase: string
  readonly interval: string
  readonly regular: StoredPlace
  readonly place: StoredPlace
  readonly alternatives: readonly StoredPlace[]
}

/** As much of a course as is looked at. */
export interface StoredCourse {
  readonly protocol: Protocol
  readonly zone: string
  readonly start: string
  readonly sessions: readonly StoredSession[]
  readonly assessments: readonly { readonly id: string }[]
  readonly decisions: readonly StoredDecision[]
}

type Way = { readonly phase: string; readonly interval: string }

type StoredDecision = { readonly id: string } & (
  | { readonly kind: 'missed'; readonly to?: Way }
  | { readonly kind: 'interval'; readonly interval: string }
  | { readonly kind: 'review' | 'move' | 'cancel' | 'extend' | 'end' }
)

/** A regular place lies no further from the start than this, and a session no further from that than its window. */
const mostDays = 3_653
const mostAway = 49

/** The first thing that contradicts itself in a course; nothing where it could have been written by a plan. */
export function storedFault(course: StoredCourse): StoredFault | undefined {
  const { protocol, zone, sessions, assessments, decisions } = course
  if (!isZone(zone)) return { row: unknownZone, way: ['zone'] }
  return (
    under('protocol', phasesFault(protocol)) ??
    repeated(sessions, 'sessions') ??
    repeated(assessments, 'assessments') ??
    repeated(decisions, 'decisions') ??
    first(sessions, 'sessions', (session) => sessionFault(session, course)) ??
    first(decisions, 'decisions', (decision) => decisionFault(decision, protocol))
  )
}

/** Phases of one id, intervals of one id in a phase, and phases that lead nowhere or in a circle. */
export function phasesFault({ phases }: Protocol): StoredFault | undefined {
  return (
    repeated(phases, 'phases') ??
    first(phases, 'phases', ({ intervals }) => repeated(intervals, 'intervals')) ??
    circleIn(phases)
  )
}

function circleIn(phases: Protocol['phases']): StoredFault | undefined {
  const seen = new Set<string>()
  let at = 0
  for (let phase = phases[0]; phase !== undefined; phase = phases[at]) {
    seen.add(phase.id)
    const { next } = phase
    if (next === undefined) return undefined
    const way = ['phases', at, 'next']
    if (seen.has(next)) return { row: phasesInCircle, way }
    at = phases.findIndex(({ id }) => id === next)
    if (at < 0) return { row: unknownPhase, way }
  }
  return undefined
}

function under(name: string | number, fault: StoredFault | undefined): StoredFault | undefined {
  return fault && { row: fault.row, way: [name, ...fault.way] }
}

function first<T>(
  rows: readonly T[],
  name: string,
  faultOf: (row: T) => StoredFault | undefined,
): StoredFault | undefined {
  for (const [at, row] of rows.entries()) {
    const fault = faultOf(row)
    if (fault !== undefined) return under(name, under(at, fault))
  }
  return undefined
}

/** The second of two rows of one id. */
export function repeated(rows: readonly { readonly id: string }[], name: string): StoredFault | undefined {
  const seen = new Set<string>()
  return first(rows, name, ({ id }) => {
    if (seen.has(id)) return { row: idClash, way: ['id'] }
    seen.add(id)
    return undefined
  })
}

function sessionFault(session: StoredSession, course: StoredCourse): StoredFault | undefined {
  const name = unknownIn(course.protocol, session)
  if (name !== undefined) return { row: unknownPhase, way: [name] }
  const { regular, place, alternatives } = session
  return (
    under('regular', placeFault(regular, course, mostDays)) ??
    under('place', placeFault(place, course, mostDays + mostAway)) ??
    first(alternatives, 'alternatives', (one) => placeFault(one, course, mostDays + mostAway))
  )
}

/** Which of the two names the protocol does not have. */
function unknownIn({ phases }: Protocol, { phase, interval }: Way): 'phase' | 'interval' | undefined {
  const found = phases.find(({ id }) => id === phase)
  if (found === undefined) return 'phase'
  return found.intervals.some(({ id }) => id === interval) ? undefined : 'interval'
}

const planned = /* @__PURE__ */ new PlannedTime()

// A country that changes the rules of its clock moves it by no more. What was planned by the old rules stays readable.
const ruleChangeMs = 3 * 3_600_000

/**
 * A place whose instant is not that of its day and time, or that lies farther from the start than a plan reaches.
 *
 * The tables of zones change over the years: an instant as near as a changed rule could bring it is taken as it was stored, where
 * the wall clock written in it is the one of the place.
 */
function placeFault(
  { day, time, at, flag }: StoredPlace,
  { start, zone }: StoredCourse,
  most: number,
): StoredFault | undefined {
  const number = dayNumber(day)
  const away = Math.abs(number - dayNumber(start))
  if (away > most) return { row: horizonTooLong, way: ['day'] }
  // A day that is none has been told already.
  if (Number.isNaN(away) || !readPlanned(number, clockMinutes(time), zone, planned)) return undefined
  const off = Math.abs(instantMs(at) - planned.ms)
  if (off > 0) {
    const isOldRule = off <= ruleChangeMs && at.startsWith(`${day}T${time}`)
    return isOldRule ? undefined : { row: wrongShape, way: ['at'] }
  }
  return flag === (planned.is === 'once' ? undefined : planned.is)
    ? undefined
    : { row: wrongShape, way: ['flag'] }
}

function decisionFault(decision: StoredDecision, protocol: Protocol): StoredFault | undefined {
  if (decision.kind === 'missed' && decision.to !== undefined) {
    const name = unknownIn(protocol, decision.to)
    return name && { row: unknownPhase, way: ['to', name] }
  }
  // A session may stand in another phase by now than when it was decided of.
  const knows = (interval: string): boolean =>
    protocol.phases.some(({ intervals }) => intervals.some(({ id }) => id === interval))
  return decision.kind === 'interval' && !knows(decision.interval)
    ? { row: unknownPhase, way: ['interval'] }
    : undefined
}
