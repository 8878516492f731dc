/** Where the readings of one measurement stand against a limit. @module */
import type { FactRead, UnknownWhy } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { FactRow } from '../kernel/fact.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { valueIn } from '../kernel/quantity.ts'
import type { Measured } from '../kernel/rule.ts'
import { OpenRange } from '../kernel/time.ts'
import type { Filed } from './filing.ts'
import { type FixedSpan, isFresh, type Writable } from './moment.ts'
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
  withWhy,
  workedOut,
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
  /** Written anew for each record, so that a cohort leaves nothing to be collected. */
  readonly one: Writable<Said>
  readonly other: Writable<Said>
  /** The limit as it is shown. */
  readonly shown: NonNullable<FactRead['limit']>
  /** What is shown where there is no reading: alike for all patients, so it is made once. */
  readonly absences: FactRead[]
}

/** What one reading says, or that there is none. */
interface Said {
  readonly observation: ObservationEntry | undefined
  readonly answer: number
  readonly why: UnknownWhy | undefined
  readonly at: OpenRange
}

/* @__NO_SIDE_EFFECTS__ */
function nothing(answer: number, why: UnknownWhy | undefined): Said {
  return { observation: undefined, answer, why, at: new OpenRange() }
}

/** The question `measured`, for one measurement and limit. */
export function askMeasured(
  leaf: Measured,
  slot: number,
  row: FactRow,
  numbers: Numbers,
  partner?: number,
): Question {
  const is = numbers.edge(leaf.is)
  const limit = numbers.amount(leaf.limit)
  const unit = leaf.relativeTo === undefined ? limit.unit : '{upper-limit-of-normal}'
  const asked: Asked = {
    leaf,
    slot,
    row,
    is,
    limit,
    maxAge: numbers.span(leaf.maxAge),
    partner,
    one: nothing(OPEN, undefined),
    other: nothing(OPEN, undefined),
    shown: Object.freeze({ is, value: limit.value, unit }),
    absences: [],
  }
  return {
    answer: (reading) => weigh(asked, reading, 'answer').answer,
    read: (reading) => explain(asked, reading),
    trace: (reading, digest) => {
      const { observation } = weigh(asked, reading, 'evidence')
      if (observation === undefined) return
      const { value, at, absent, method } = observation
      if (value !== undefined) digest.part(String(value.value))
      digest.part(' ')
      digest.part(value?.unit ?? '')
      digest.part(' ')
      // What is worked out for the moment is the same fact a minute later.
      digest.part(method === workedOut ? '' : (at ?? ''))
      digest.part(' ')
      digest.part(absent ?? '')
    },
  }
}

const never = /* @__PURE__ */ nothing(OPEN, 'never-recorded')
const incomplete = /* @__PURE__ */ nothing(OPEN, 'incomplete')
const notAsked = /* @__PURE__ */ nothing(NO, undefined)

/** What is wanted: the answer alone, or also which reading is shown where several come to the same. */
type Wanted = 'answer' | 'evidence'

function weigh(asked: Asked, reading: Reading, wanted: Wanted): Said {
  const { patient } = reading
  if (patient.observations === undefined) return never
  const readings = reading.observations.of(asked.slot)
  if (readings === undefined) {
    if (patient.incomplete?.includes('observations') === true) return incomplete
    return asked.leaf.onlyIfRecorded === true ? notAsked : never
  }
  return asked.leaf.pick === 'latest'
    ? latest(asked, reading, readings, wanted)
    : worst(asked, reading, readings, wanted)
}

/** The newest reading decides; of readings that may be of one time the worst. One that may be too old tells nothing. */
function latest(asked: Asked, reading: Reading, readings: Filed<ObservationEntry>, wanted: Wanted): Said {
  // What lies a little ahead of now, as far as clocks differ, counts as now.
  const now = reading.moment.ms
  let newest = Number.NEGATIVE_INFINITY
  for (let filed: Next = readings; filed !== undefined; filed = filed.next) {
    if (filed.at.from > newest) newest = filed.at.from
  }
  let best: Said | undefined
  for (let filed: Next = readings; filed !== undefined; filed = filed.next) {
    if (filed.at.to < newest && filed.at.to < now) continue
    const place = spare(asked, best)
    say(asked, reading, filed, place)
    if (filed.when === 'dated') withAge(asked, reading, place)
    if (best === undefined || precedes(place, best, wanted)) best = place
  }
  return best ?? never
}

type Next = Filed<ObservationEntry> | undefined

// The best reading so far lies in one of the two places; the next is written into the other.
function spare(asked: Asked, best: Said | undefined): Writable<Said> {
  return best === asked.one ? asked.other : asked.one
}

function withAge(asked: Asked, reading: Reading, said: Writable<Said>): void {
  if (isFresh(said.at, asked.maxAge, reading.moment) === 'yes') return
  // A good value that is old asks for nothing where nothing was asked for; a bad one is worth a new look.
  if (asked.leaf.onlyIfRecorded === true && said.answer === NO) return
  said.answer = OPEN
  said.why = 'stale'
}

/** Any reading of the window may decide for yes; a no needs every one of them. */
function worst(asked: Asked, reading: Reading, readings: Filed<ObservationEntry>, wanted: Wanted): Said {
  let best: Said | undefined
  let stale: ObservationEntry | undefined
  for (let filed: Next = readings; filed !== undefined; filed = filed.next) {
    const place = spare(asked, best)
    say(asked, reading, filed, place)
    const fresh = filed.when === 'dated' ? isFresh(place.at, asked.maxAge, reading.moment) : 'yes'
    if (fresh === 'no') {
      stale ??= filed.entry
      continue
    }
    if (fresh === 'unknown' && place.answer !== NO) {
      place.answer = OPEN
      place.why = 'stale'
    }
    if (best === undefined || precedes(place, best, wanted)) best = place
  }
  if (best !== undefined) return best
  return stale === undefined ? never : { ...nothing(OPEN, 'stale'), observation: stale }
}

const caution = [0, 2, 1] // no, yes, unknown

function precedes(a: Said, b: Said, wanted: Wanted): boolean {
  const more = (caution[a.answer] ?? 1) - (caution[b.answer] ?? 1)
  if (more !== 0) return more > 0
  if (a.at.to !== b.at.to) return a.at.to > b.at.to
  return wanted === 'evidence' && canonical(a.observation) < canonical(b.observation)
}

function say(asked: Asked, reading: Reading, filed: Filed<ObservationEntry>, into: Writable<Said>): void {
  const { entry, when } = filed
  const now = reading.moment.ms
  into.observation = entry
  into.at.from = Math.min(filed.at.from, now)
  into.at.to = Math.min(filed.at.to, now)
  into.answer = OPEN
  into.why = when === 'dated' ? unreadable(entry) : when
  if (when !== 'dated' || entry.status === 'unknown' || isInverted(asked, reading, entry)) return
  into.answer = compared(asked, entry)
  if (into.answer !== OPEN) into.why = undefined
}

// A number that was worked out was not read: something it is made of is missing.
function unreadable({ method }: ObservationEntry): UnknownWhy {
  return method === workedOut ? 'incomplete' : 'unreadable'
}

function compared(asked: Asked, observation: ObservationEntry): number {
  if (observation.value === undefined || observation.absent !== undefined) return OPEN
  const value = measureOf(asked, observation)
  if (value === undefined) return OPEN
  const yes = reaches(value, asked.is, asked.limit.value)
  if (observation.bound === undefined) return yes ? YES : NO
  // "Above 200" says yes to "above 160", and nothing to "above 220".
  const upward = asked.is === 'above' || asked.is === 'at-least'
  if (upward === (observation.bound === 'above')) return yes ? YES : OPEN
  return yes ? OPEN : NO
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
  const mine = valueIn(observation.value, 'mm[Hg]')
  for (let filed = reading.observations.of(asked.partner); filed !== undefined; filed = filed.next) {
    const other = filed.entry
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
  const { answer, why, observation } = weigh(asked, reading, 'evidence')
  if (observation === undefined) return absent(asked, answer, why)
  const read = seenObservation(observation, limitRead(asked, answer))
  const measure =
    answer === OPEN || asked.leaf.relativeTo === undefined ? undefined : measureOf(asked, observation)
  if (measure !== undefined) {
    read.value = measure
    read.unit = asked.shown.unit
  }
  return withWhy(read, answer, why)
}

/** The read of a measurement of which there is no reading. */
function absent(asked: Asked, answer: number, why: UnknownWhy | undefined): FactRead {
  for (const known of asked.absences) if (known.why === why) return known
  const made = deepFreeze(withWhy(limitRead(asked, answer), answer, why))
  asked.absences.push(made)
  return made
}

function limitRead({ row, shown, maxAge }: Asked, answer: number): Writable<FactRead> {
  const { fact, truth } = factRead(row.id, answer)
  return { fact, truth, limit: shown, maxAge }
}
