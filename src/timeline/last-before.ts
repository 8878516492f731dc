/** The last entry of a kind before a time, where it is known which one that is. @module */
import { badArgument } from '../kernel/codes.ts'
import { deepFreeze, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { When } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import type { PlacedEntry } from './placing.ts'
import type { EntryKind, Timeline, TimelineEntry } from './timeline-shape.ts'
import { isKind, reach, readTimeline } from './window.ts'

/** A kind of entry, and before when. */
export interface LastQuery {
  /** A day, a month or a year is meant from its beginning. */
  readonly at: When
  readonly kind: EntryKind
  /** Only scores of this instrument. */
  readonly instrument?: string
  /** Only this effect. */
  readonly effect?: string
  /** Only visits and doses of this product. */
  readonly product?: string
}

/** What was last before a time. */
export interface LastFound {
  /** Whether there is one: unknown where it is not known which is the last, or whether any lies before. */
  readonly found: Truth
  /** The last, several where they are of one instant; empty unless it is known. */
  readonly entries: readonly TimelineEntry[]
  /** Where it is unknown: all that may be the last. */
  readonly possibly: readonly TimelineEntry[]
}

/**
 * The last entry of a kind before a time.
 *
 * Where an entry without a time, or one known by its day alone, might be later than the last that is known, the answer
 * is unknown and names them all: an older entry never stands in for a newer one. A score without a total is an entry
 * like any other.
 *
 * @param timeline - as `buildTimeline` returned it
 * @param query - kind and time; what is at the very time is not before it
 * @returns frozen
 * @throws Refusal `not-parsed`, `bad-argument`, `bad-date`
 *
 * @example
 * ```ts
 * const timeline = buildTimeline({ patient, sessions: [visit], measures: [] }, now)
 * lastBefore(timeline, { at: now.asOf, kind: 'visit' }).entries.map(({ id }) => id) // => ['visit/visit-1']
 * lastBefore(timeline, { at: now.asOf, kind: 'score' }).found // => 'no'
 * ```
 *
 * @see requirement R-21
 */
export function lastBefore(timeline: Parsed<Timeline>, query: LastQuery): LastFound {
  return answered(() => {
    const entries = readTimeline(timeline, query)
    const { at, kind, instrument, effect, product } = query
    if (!isKind(kind)) throw new Refusal(badArgument, 'query.kind')
    const asked = { instrument, effect, product }
    const limit = reach(at, timeline.zone, 'query.at').from
    const rivals = entries.filter(
      (one) =>
        one.entry.kind === kind &&
        isAsked(one.entry, asked) &&
        (one.reach === undefined || one.reach.from < limit),
    )
    return deepFreeze(lastOf(rivals, limit))
  })
}

type Asked = Readonly<Record<'instrument' | 'effect' | 'product', string | undefined>>

function isAsked({ what }: TimelineEntry, asked: Asked): boolean {
  for (const name of ['instrument', 'effect', 'product'] as const) {
    const wanted = asked[name]
    if (wanted === undefined) continue
    if (typeof wanted !== 'string') throw new Refusal(badArgument, `query.${name}`)
    // A visit of which nobody wrote down the product may be one of it.
    if (what[name] !== wanted && !(name === 'product' && what.product === undefined)) return false
  }
  return true
}

function lastOf(rivals: readonly PlacedEntry[], limit: number): LastFound {
  if (rivals.length === 0) return { found: 'no', entries: [], possibly: [] }
  // Whatever ends before the latest beginning of one that surely lies before is not the last.
  let floor = Number.NEGATIVE_INFINITY
  for (const { reach } of rivals)
    if (reach !== undefined && reach.to < limit) floor = Math.max(floor, reach.from)
  const left = rivals.filter(({ reach }) => reach === undefined || reach.to >= floor)
  const entries = left.map(({ entry }) => entry)
  const isOne = left.length === 1 && left[0]?.reach !== undefined && left[0].reach.to < limit
  const isOneInstant = left.every(({ reach }) => reach?.from === floor && reach.to === floor)
  return isOne || isOneInstant
    ? { found: 'yes', entries, possibly: [] }
    : { found: 'unknown', entries: [], possibly: entries }
}
