/** The time of a judgement, and how old things are at it. @module */
import { badArgument, unknownZone } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Span } from '../kernel/rule.ts'
import {
  addMonths,
  type CivilDate,
  civilDate,
  dayNumber,
  dayNumberAt,
  instantMs,
  isZone,
  OpenRange,
  readInstant,
  whenRangeMs,
} from '../kernel/time.ts'

/** Now, as the caller gave it. */
export interface Moment {
  readonly asOf: string
  readonly ms: number
  /** Civil day in the zone, counted from 1970-01-01. */
  readonly day: number
  /** The same day, as text. */
  readonly today: CivilDate
  readonly zone: string
  /** The day each span begins that ends today: worked out when it is first asked for. */
  readonly starts: Map<FixedSpan, number>
}

/** No moment: before anything is judged. */
export const never: Moment = {
  asOf: '',
  ms: Number.NaN,
  day: Number.NaN,
  today: '',
  zone: '',
  starts: /* @__PURE__ */ new Map(),
}

/** How far ahead of now a clock may run: R-21 of the safety requirements. */
export const clockSkewMs = 300_000

/**
 * The moment of an instant in a zone.
 *
 * @throws Refusal `bad-argument` where `asOf` is no instant, `unknown-zone` where the zone is not known
 */
export function momentOf(asOf: unknown, zone: unknown): Moment {
  // A cohort is screened as of one instant.
  if (last !== undefined && last.asOf === asOf && last.zone === zone) return last
  if (typeof zone !== 'string' || !isZone(zone)) throw new Refusal(unknownZone, 'context.zone')
  const ms = typeof asOf === 'string' ? instantMs(asOf) : Number.NaN
  if (typeof asOf !== 'string' || Number.isNaN(ms)) throw new Refusal(badArgument, 'context.asOf')
  const day = dayNumberAt(ms, zone)
  last = { asOf, ms, day, today: civilDate(day), zone, starts: new Map() }
  return last
}

let last: Moment | undefined

/** The first and last millisecond a recorded time may mean; an instant is a point, a day or a month a stretch. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The last millisecond a recorded time surely reaches: a day counts whole, as its grain is the day; in which part of a
 * month or a year it was nobody knows.
 */
export function sureUntil({ from, to }: Range): number {
  return to - from > 2 * dayMs ? from : to
}

/** The range of a recorded time, or undefined where there is none. */
export function rangeOf(when: string | undefined, moment: Moment): Range | undefined {
  const range = new OpenRange()
  return readRange(when, moment, range) ? range : undefined
}

/** Writes the range of a recorded time into one that is used again and again; false where there is none. */
export function readRange(when: string | undefined, moment: Moment, into: OpenRange): boolean {
  if (when === undefined) return false
  if (readInstant(when, into)) return true
  const range = whenRangeMs(when, moment.zone)
  if (range === undefined) return false
  into.from = range.from
  into.to = range.to
  return true
}

/** The same members, open to be written. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A span with a number: policy names are resolved before. */
export type FixedSpan = Exclude<Span, { readonly policy: string }>

/**
 * How a point in time lies to the start of a span that ends now: -1 before it, 0 on it, 1 inside it.
 *
 * Hours and minutes are elapsed time; days, weeks, months and years are civil days in the zone.
 */
export function sideOf(ms: number, span: FixedSpan, moment: Moment): -1 | 0 | 1 {
  if (span.unit === 'min' || span.unit === 'h') {
    return signOf(ms - (moment.ms - span.value * (span.unit === 'h' ? 3_600_000 : 60_000)))
  }
  const start = startOf(span, moment)
  // Further than a day away no zone can carry it to the other side.
  if (ms < (start - 1) * dayMs) return -1
  if (ms >= (start + 2) * dayMs) return 1
  return signOf(dayNumberAt(ms, moment.zone) - start)
}

const dayMs = 86_400_000

// The spans of a few packs.
const mostStarts = 1024

function startOf(span: FixedSpan, moment: Moment): number {
  const known = moment.starts.get(span)
  if (known !== undefined) return known
  const start = startDay(span, moment.day)
  if (moment.starts.size >= mostStarts) moment.starts.clear()
  moment.starts.set(span, start)
  return start
}

function signOf(difference: number): -1 | 0 | 1 {
  if (difference === 0) return 0
  return difference < 0 ? -1 : 1
}

function startDay(span: FixedSpan, day: number): number {
  switch (span.unit) {
    case 'wk':
      return day - 7 * span.value
    case 'mo':
      return dayNumber(addMonths(civilDate(day), -span.value))
    case 'a':
      return dayNumber(addMonths(civilDate(day), -12 * span.value))
    default:
      return day - span.value
  }
}

/** Whether a recorded time lies ahead of now by more than clocks drift. */
export function isAhead(range: Range, moment: Moment): boolean {
  return range.from > moment.ms + clockSkewMs
}

/** Whether something of this age still speaks: yes, no, or it depends on what the recorded time meant. */
export function isFresh(range: Range, span: FixedSpan, moment: Moment): 'yes' | 'no' | 'unknown' {
  if (span.unit !== 'min' && span.unit !== 'h') {
    // Mostly it is plain, as in `sideOf`, and no number has to be handed on.
    const start = startOf(span, moment)
    if (range.from >= (start + 2) * dayMs) return 'yes'
    if (range.to < (start - 1) * dayMs) return 'no'
  }
  if (sideOf(range.from, span, moment) >= 0) return 'yes'
  return sideOf(range.to, span, moment) < 0 ? 'no' : 'unknown'
}
