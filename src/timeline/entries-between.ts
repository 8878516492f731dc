/** What lies between two times, and around a dose. @module */
import { badArgument } from '../kernel/codes.ts'
import { deepFreeze, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Instant, When } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { EntryKind, Timeline } from './timeline-shape.ts'
import { type EntriesFound, foundIn, ofKinds, readTimeline, windowOf } from './window.ts'

export type { EntriesFound } from './window.ts'

/** A stretch of time: days count whole, both ends included. */
export interface BetweenQuery {
  readonly from: When
  readonly to: When
  /** Left out, entries of every kind. */
  readonly kinds?: readonly EntryKind[]
}

/**
 * The entries between two times.
 *
 * An entry known by its day, month or year alone is surely in where all of it lies inside, and possibly in where a part
 * of it does. One without a time is possibly in any window.
 *
 * @param timeline - as `buildTimeline` returned it
 * @param query - days, months, years or instants; an instant is a point, the others are meant whole
 * @returns two frozen lists in the order of the timeline
 * @throws Refusal `not-parsed`, `bad-argument`, `bad-date`, `end-before-start`
 *
 * @example
 * ```ts
 * const timeline = buildTimeline({ patient, sessions: [visit], measures: [] }, now)
 * const november = entriesBetween(timeline, { from: '2026-11-01', to: '2026-11-30' })
 * november.surely.map(({ id }) => id) // => ['visit/visit-1']
 * ```
 */
export function entriesBetween(timeline: Parsed<Timeline>, query: BetweenQuery): EntriesFound {
  return answered(() => {
    const entries = readTimeline(timeline, query)
    const { from, to, kinds } = query
    return deepFreeze(foundIn(ofKinds(entries, kinds), windowOf(from, to, timeline.zone)))
  })
}

/** A stretch around a dose, in elapsed hours: a day of 23 hours is an hour short of 24. */
export interface AroundDoseQuery {
  /** Id of the entry of the dose. */
  readonly dose: string
  readonly hoursBefore: number
  readonly hoursAfter: number
  readonly kinds?: readonly EntryKind[]
}

/** Entries around a dose. */
export interface AroundDose extends EntriesFound {
  /** Its start; null where nobody knows: then every other entry is possibly around it. */
  readonly at: Instant | null
}

/**
 * The entries from so many elapsed hours before the start of a dose to so many after it, both ends included.
 *
 * The dose itself is not among them. What is known by its day alone is surely in only where the whole day is.
 *
 * @param timeline - as `buildTimeline` returned it
 * @param query - the entry of the dose, and hours that are not below nought
 * @returns two frozen lists in the order of the timeline
 * @throws Refusal `not-parsed`; `bad-argument` where the entry is no dose of the timeline
 *
 * @example
 * ```ts
 * const timeline = buildTimeline({ patient, sessions: [visit], measures: [] }, now)
 * timeline.entries
 *   .filter(({ kind }) => kind === 'dose')
 *   .map(({ id }) => entriesAroundDose(timeline, { dose: id, hoursBefore: 24, hoursAfter: 24 })) // => []
 * ```
 *
 * @see requirement R-19
 */
export function entriesAroundDose(timeline: Parsed<Timeline>, query: AroundDoseQuery): AroundDose {
  return answered(() => {
    const entries = readTimeline(timeline, query)
    const { dose, hoursBefore, hoursAfter, kinds } = query
    const found = entries.find(({ entry }) => entry.id === dose && entry.kind === 'dose')
    if (found === undefined) throw new Refusal(badArgument, 'query.dose')
    if (!isHours(hoursBefore)) throw new Refusal(badArgument, 'query.hoursBefore')
    if (!isHours(hoursAfter)) throw new Refusal(badArgument, 'query.hoursAfter')
    const others = ofKinds(entries, kinds).filter((one) => one !== found)
    const { reach, entry } = found
    if (reach === undefined)
      return deepFreeze({ at: null, surely: [], possibly: others.map((one) => one.entry) })
    const window = { from: reach.from - hoursBefore * hourMs, to: reach.to + hoursAfter * hourMs }
    return deepFreeze({ at: entry.at, ...foundIn(others, window) })
  })
}

const hourMs = 3_600_000

// A century; a number without an end would make no window.
function isHours(hours: unknown): hours is number {
  return typeof hours === 'number' && hours >= 0 && hours <= 876_600
}
