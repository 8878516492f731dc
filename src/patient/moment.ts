/** The time of a judgement, and how old things are at it. @module */
import { badArgument, unknownZone } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Span } from '../kernel/rule.ts'
import {
  addMonths,
  civilDate,
  dayNumber,
  dayNumberAt,
  instantMs,
  isZone,
  whenRangeMs,
} from '../kernel/time.ts'

/** Now, as the caller gave it. */
export interface Moment {
  readonly ms: number
  /** Civil day in the zone, counted from 1970-01-01. */
  readonly day: number
  readonly zone: string
}

/** How far ahead of now a clock may run: R-21 of the safety requirements. */
export const clockSkewMs = 300_000

/**
 * The moment of an instant in a zone.
 *
 * @throws Refusal `bad-argument` where `asOf` is no instant, `unknown-zone` where the zone is not known
 */
export function momentOf(asOf: unknown, zone: unknown): Moment {
  if (typeof zone !== 'string' || !isZone(zone)) throw new Refusal(unknownZone, 'context.zone')
  const ms = typeof asOf === 'string' ? instantMs(asOf) : Number.NaN
  if (Number.isNaN(ms)) throw new Refusal(badArgument, 'context.asOf')
  return { ms, day: dayNumberAt(ms, zone), zone }
}

/** The first and last millisecond a recorded time may mean; an instant is a point, a day or a month a stretch. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The range of a recorded time, or undefined where there is none. */
export function rangeOf(when: string | undefined, moment: Moment): Range | undefined {
  if (when === undefined) return undefined
  const ms = instantMs(when)
  return Number.isNaN(ms) ? whenRangeMs(when, moment.zone) : { from: ms, to: ms }
}

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
  return signOf(dayNumberAt(ms, moment.zone) - startDay(span, moment.day))
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
  if (sideOf(range.from, span, moment) >= 0) return 'yes'
  return sideOf(range.to, span, moment) < 0 ? 'no' : 'unknown'
}
