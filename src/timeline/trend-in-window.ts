/** How the scores of one instrument went over a stretch of time, exactly. @module */
import { badArgument } from '../kernel/codes.ts'
import { compareFractions, difference, type Fraction, numberOf, quotientOf } from '../kernel/fraction.ts'
import { deepFreeze, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type CivilDate, dayNumber, type When } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import type { ExactScore } from '../measure/score-shape.ts'
import type { PlacedEntry } from './placing.ts'
import type { Timeline, TimelineEntry } from './timeline-shape.ts'
import { liesIn, readTimeline, windowOf } from './window.ts'

/** One instrument, and a stretch of time with both ends included. */
export interface TrendQuery {
  readonly instrument: string
  readonly from: When
  readonly to: When
}

/** A score that counts. */
export interface TrendPoint {
  /** Id of the entry. */
  readonly entry: string
  readonly at: When
  readonly day: CivilDate
  readonly total: number
  readonly exact: ExactScore
  readonly status: 'complete' | 'prorated'
}

/** How scores went. A fall is below nought, whichever direction is the better one. */
export interface Trend {
  readonly instrument: string
  /** In the order of time. */
  readonly points: readonly TrendPoint[]
  /** Null where there is none, or where it is not known which is the first or last. */
  readonly first: TrendPoint | null
  readonly last: TrendPoint | null
  /** From the first to the last; null with fewer than two points. */
  readonly change: ExactScore | null
  /** Points a civil day between the two; null where they are of one day. */
  readonly perDay: ExactScore | null
  /** Unknown where a score that was not counted might be the first or the last. */
  readonly isWhole: Exclude<Truth, 'no'>
  /** Scores that were not counted and may belong to the window. */
  readonly leftOut: readonly {
    readonly entry: string
    readonly why: 'incomplete' | 'undated' | 'day-not-known' | 'perhaps-outside'
  }[]
}

/**
 * The first and the last score of a stretch, and the exact change from the one to the other.
 *
 * A score without a total, one without a date, one of which only the month is known and one whose day reaches beyond the
 * window are never counted: they are listed, and the answer says that it is not the whole. Two scores of one day of which nobody
 * knows the order, and which differ, make neither a first nor a last.
 *
 * @param timeline - as `buildTimeline` returned it
 * @param query - the id of the instrument, and the two ends as days or instants
 * @returns frozen; changes as fractions of whole numbers
 * @throws Refusal `not-parsed`, `bad-argument`, `bad-date`, `end-before-start`
 *
 * @example
 * ```ts
 * const of = (takenAt: string, q1: number, q2: number) => {
 *   const score = scoreMeasure(phq2, { answers: { q1, q2 }, takenAt })
 *   if (!score.ok) throw new Error(score.error.code)
 *   return score.value
 * }
 * const measures = [{ instrument: phq2, scores: [of('2026-10-19', 1, 2), of('2026-10-05', 3, 3)] }]
 * const timeline = buildTimeline({ patient, sessions: [], measures }, now)
 * const trend = trendInWindow(timeline, { instrument: 'phq-2', from: '2026-10-01', to: '2026-10-31' })
 * trend.change // => { numerator: -3, denominator: 1 }
 * trend.perDay // => { numerator: -3, denominator: 14 }
 * ```
 *
 * @see requirements
 */
export function trendInWindow(timeline: Parsed<Timeline>, query: TrendQuery): Trend {
  return answered(() => {
    const entries = readTimeline(timeline, query)
    const { instrument, from, to } = query
    if (typeof instrument !== 'string') throw new Refusal(badArgument, 'query.instrument')
    const window = windowOf(from, to, timeline.zone)
    const scores = entries.filter(
      ({ entry }) => entry.kind === 'score' && entry.what.instrument === instrument,
    )
    const inside = scores.filter((one) => liesIn(one, window) !== 'no')
    const counted = inside.flatMap((one) => {
      const point = liesIn(one, window) === 'yes' ? pointOf(one.entry) : undefined
      return point === undefined ? [] : [{ point, reach: one.reach }]
    })
    const isCounted = new Set(counted.map(({ point }) => point.entry))
    const first = endOf(counted, 'first')
    const last = endOf(counted, 'last')
    const leftOut = inside
      .filter(({ entry }) => !isCounted.has(entry.id))
      .map(({ entry }) => ({ entry: entry.id, why: whyLeftOut(entry) }))
    const isClear = leftOut.length === 0 && (counted.length === 0 || (first !== null && last !== null))
    return deepFreeze<Trend>({
      instrument,
      points: counted.map(({ point }) => point),
      first,
      last,
      ...changeOf(first, last),
      isWhole: isClear ? 'yes' : 'unknown',
      leftOut,
    })
  })
}

/** A score with a total on one day; a month is no day. */
function pointOf({ id, at, days, what }: TimelineEntry): TrendPoint | undefined {
  const { total, exact, status } = what
  if (at === null || days === null || days.from !== days.to) return undefined
  if (total === undefined || total === null || exact === undefined || exact === null) return undefined
  return {
    entry: id,
    at,
    day: days.from,
    total,
    exact,
    status: status === 'prorated' ? 'prorated' : 'complete',
  }
}

function whyLeftOut({ at, days, what }: TimelineEntry): Trend['leftOut'][number]['why'] {
  if (what.total === null) return 'incomplete'
  if (at === null) return 'undated'
  return days?.from === days?.to ? 'perhaps-outside' : 'day-not-known'
}

interface Counted {
  readonly point: TrendPoint
  readonly reach: PlacedEntry['reach']
}

/** The first or the last point; null where another one may be it and differs. */
function endOf(counted: readonly Counted[], end: 'first' | 'last'): TrendPoint | null {
  const edge = counted.reduce(
    (found, { reach }) =>
      end === 'first' ? Math.min(found, reach?.to ?? found) : Math.max(found, reach?.from ?? found),
    end === 'first' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  )
  const rivals = counted.filter(({ reach }) =>
    reach === undefined ? false : end === 'first' ? reach.from <= edge : reach.to >= edge,
  )
  const [one] = rivals
  if (one === undefined) return null
  const isAlike = rivals.every(
    ({ point: { exact, day } }) =>
      compareFractions(exactly(exact), exactly(one.point.exact)) === 0 && day === one.point.day,
  )
  return isAlike ? one.point : null
}

function changeOf(first: TrendPoint | null, last: TrendPoint | null): Pick<Trend, 'change' | 'perDay'> {
  if (first === null || last === null || first.entry === last.entry) return { change: null, perDay: null }
  const change = difference(exactly(last.exact), exactly(first.exact))
  const days = dayNumber(last.day) - dayNumber(first.day)
  return {
    change: written(change),
    perDay: days > 0 ? written(quotientOf(change, { top: BigInt(days), bottom: 1n })) : null,
  }
}

function exactly({ numerator, denominator }: ExactScore): Fraction {
  return quotientOf({ top: BigInt(numerator), bottom: 1n }, { top: BigInt(denominator), bottom: 1n })
}

/** As two whole numbers; null where they are too long for that. */
function written({ top, bottom }: Fraction): ExactScore | null {
  const numerator = numberOf({ top, bottom: 1n })
  const denominator = numberOf({ top: bottom, bottom: 1n })
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)
    ? { numerator: numerator ?? 0, denominator: denominator ?? 1 }
    : null
}
