/** Where the readings of one measurement stand against a limit. @module */
import type { FactRead, UnknownWhy } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { FactRow } from '../kernel/fact.ts'
import { valueIn } from '../kernel/quantity.ts'
import type { Measured } from '../kernel/rule.ts'
import { type FixedSpan, isAhead, isFresh, type Moment, type Range, rangeOf } from './moment.ts'
import type { ObservationEntry } from './patient.schema.ts'
import {
  type Edge,
  factRead,
  NO,
  type Numbers,
  OPEN,
  type Question,
  reaches,
  seenObservation,
  YES,
} from './question.ts'
import type { Reading } from './reading.ts'

interface Asked {
  readonly leaf: Measured
  readonly slot: number
  readonly row: FactRow
  readonly is: Edge
  readonly limit: { readonly value: number; readonly unit: string }
  readonly maxAge: FixedSpan
  /** The fact whose reading has to lie on the other side of this one, for the two pressures of a cuff. */
  readonly partner: number | undefined
}

/** What one reading says. */
interface Said {
  readonly observation: ObservationEntry
  readonly answer: number
  readonly why?: UnknownWhy
  readonly from: number
  readonly to: number
}

/** The question `measured`, for one measurement and limit. */
export function askMeasured(
  leaf: Measured,
  slot: number,
  row: FactRow,
  numbers: Numbers,
  partner?: number,
): Question {
  const asked: Asked = {
    leaf,
    slot,
    row,
    is: numbers.edge(leaf.is),
    limit: numbers.amount(leaf.limit),
    maxAge: numbers.span(leaf.maxAge),
    partner,
  }
  return {
    answer: (reading) => weigh(asked, reading).answer,
    read: (reading) => explain(asked, reading),
    trace: (reading) => {
      const { observation } = weigh(asked, reading)
      return observation === undefined
        ? ''
        : `${observation.value?.value} ${observation.value?.unit} ${observation.at} ${observation.absent}`
    },
  }
}

interface Weighed {
  readonly answer: number
  readonly why?: UnknownWhy
  readonly observation?: ObservationEntry
}

const never: Weighed = { answer: OPEN, why: 'never-recorded' }
const incomplete: Weighed = { answer: OPEN, why: 'incomplete' }
const notAsked: Weighed = { answer: NO }

function weigh(asked: Asked, reading: Reading): Weighed {
  const { patient } = reading
  if (patient.observations === undefined) return never
  const readings = reading.observations.get(asked.slot)
  if (readings === undefined || readings.length === 0) {
    if (patient.incomplete?.includes('observations') === true) return incomplete
    return asked.leaf.onlyIfRecorded === true ? notAsked : never
  }
  return asked.leaf.pick === 'latest' ? latest(asked, reading, readings) : worst(asked, reading, readings)
}

/** The newest reading decides; of readings that may be of one time the worst. One that may be too old tells nothing. */
function latest(asked: Asked, reading: Reading, readings: readonly ObservationEntry[]): Weighed {
  let newest = Number.NEGATIVE_INFINITY
  const all = readings.map((observation) => sayOf(asked, reading, observation))
  for (const said of all) newest = Math.max(newest, said.from)
  const tied = all.filter((said) => said.to >= newest)
  return pick(tied.map((said) => aged(asked, reading, said))) ?? never
}

function aged(asked: Asked, reading: Reading, said: Said): Said {
  if (said.why === 'undated' || said.why === 'future') return said
  if (isFresh(said, asked.maxAge, reading.moment) === 'yes') return said
  // A good value that is old asks for nothing where nothing was asked for; a bad one is worth a new look.
  if (asked.leaf.onlyIfRecorded === true && said.answer === NO) return said
  return { ...said, answer: OPEN, why: 'stale' }
}

/** Any reading of the window may decide for yes; a no needs every one of them. */
function worst(asked: Asked, reading: Reading, readings: readonly ObservationEntry[]): Weighed {
  const inside: Said[] = []
  let stale: ObservationEntry | undefined
  for (const observation of readings) {
    const said = sayOf(asked, reading, observation)
    const fresh =
      said.why === 'undated' || said.why === 'future' ? 'yes' : isFresh(said, asked.maxAge, reading.moment)
    if (fresh === 'yes') inside.push(said)
    else if (fresh === 'unknown')
      inside.push(said.answer === NO ? said : { ...said, answer: OPEN, why: 'stale' })
    else stale ??= observation
  }
  const decides = pick(inside)
  if (decides !== undefined) return decides
  return stale === undefined ? never : { answer: OPEN, why: 'stale', observation: stale }
}

const caution = [0, 2, 1] // no, yes, unknown

function pick(all: readonly Said[]): Said | undefined {
  let best: Said | undefined
  for (const said of all) {
    if (best === undefined || precedes(said, best)) best = said
  }
  return best
}

function precedes(a: Said, b: Said): boolean {
  const more = (caution[a.answer] ?? 1) - (caution[b.answer] ?? 1)
  if (more !== 0) return more > 0
  if (a.to !== b.to) return a.to > b.to
  return canonical(a.observation) < canonical(b.observation)
}

function sayOf(asked: Asked, reading: Reading, observation: ObservationEntry): Said {
  const { moment } = reading
  const range = rangeOf(observation.at, moment)
  if (range === undefined) return { ...atNow(moment), observation, answer: OPEN, why: 'undated' }
  if (isAhead(range, moment)) return { ...atNow(moment), observation, answer: OPEN, why: 'future' }
  const at: Range = { from: Math.min(range.from, moment.ms), to: Math.min(range.to, moment.ms) }
  if (observation.status === 'unknown' || isInverted(asked, reading, observation)) {
    return { ...at, observation, answer: OPEN, why: 'unreadable' }
  }
  return { ...at, observation, ...compared(asked, observation) }
}

function atNow(moment: Moment): Range {
  return { from: moment.ms, to: moment.ms }
}

function compared(asked: Asked, observation: ObservationEntry): { answer: number; why?: UnknownWhy } {
  const unreadable = { answer: OPEN, why: 'unreadable' } as const
  if (observation.value === undefined || observation.absent !== undefined) return unreadable
  const value = measureOf(asked, observation)
  if (value === undefined) return unreadable
  const yes = reaches(value, asked.is, asked.limit.value)
  if (observation.bound === undefined) return { answer: yes ? YES : NO }
  // "Above 200" says yes to "above 160", and nothing to "above 220".
  const upward = asked.is === 'above' || asked.is === 'at-least'
  if (upward === (observation.bound === 'above')) return yes ? { answer: YES } : unreadable
  return yes ? unreadable : { answer: NO }
}

/** The number that is held against the limit: the value in the row’s unit, or its multiple of the upper limit of normal. */
function measureOf(asked: Asked, observation: ObservationEntry): number | undefined {
  if (observation.value === undefined) return undefined
  if (asked.leaf.relativeTo === undefined) return valueIn(observation.value, asked.limit.unit)
  if (observation.upperLimit === undefined || observation.upperLimit.value <= 0) return undefined
  const value = valueIn(observation.value, observation.upperLimit.unit)
  return value === undefined ? undefined : quotient(value, observation.upperLimit.value)
}

// Divided as the whole numbers they are written with: 2.1 is three times 0.7, and not a little more.
function quotient(value: number, by: number): number {
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const top = Math.round(value * scale)
    const bottom = Math.round(by * scale)
    if (top / scale === value && bottom / scale === by && Number.isSafeInteger(top)) return top / bottom
  }
  return value / by
}

/**
 * A systolic pressure that is not above its diastolic one is no reading.
 *
 * Nor is one whose other pressure cannot be read, or has lost its date and may be of the same cuff: it cannot be
 * checked, and what could not be checked is not surer than what failed.
 */
function isInverted(asked: Asked, reading: Reading, observation: ObservationEntry): boolean {
  if (asked.partner === undefined || observation.value === undefined) return false
  const others = reading.observations.get(asked.partner) ?? []
  const mine = valueIn(observation.value, 'mm[Hg]')
  for (const other of others) {
    if (!ofOneReading(observation, other) && !mayBeOfOneReading(observation, other)) continue
    const theirs = other.value === undefined ? undefined : valueIn(other.value, 'mm[Hg]')
    if (mine === undefined || theirs === undefined) return true
    if (asked.row.id === 'systolic-pressure' ? mine <= theirs : mine >= theirs) return true
  }
  return false
}

function mayBeOfOneReading(a: ObservationEntry, b: ObservationEntry): boolean {
  return a.group === undefined && b.group === undefined && (a.at === undefined || b.at === undefined)
}

/** Whether two readings belong to one measurement: one group, or one time where neither has a group. */
export function ofOneReading(a: ObservationEntry, b: ObservationEntry): boolean {
  if (a.group !== undefined || b.group !== undefined) return a.group === b.group
  return a.at === b.at
}

function explain(asked: Asked, reading: Reading): FactRead {
  const { answer, why, observation } = weigh(asked, reading)
  const unit = asked.leaf.relativeTo === undefined ? asked.limit.unit : '{upper-limit-of-normal}'
  const seen = observation === undefined ? undefined : seenObservation(observation)
  const measure = observation === undefined || answer === OPEN ? undefined : measureOf(asked, observation)
  return factRead(asked.row.id, answer, seen, why, {
    ...(measure === undefined || asked.leaf.relativeTo === undefined ? {} : { value: measure, unit }),
    limit: { is: asked.is, value: asked.limit.value, unit },
    maxAge: asked.maxAge,
  })
}
