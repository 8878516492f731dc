/** A series made ready to be drawn. @module */
import { deepFreeze } from '../kernel/parsed.ts'
import type { Result } from '../kernel/result.ts'
import { civilDate } from '../kernel/time.ts'
import { reading, readSeries, type SeriesRead } from './series.ts'
import type { PointLeftOut, ScoreSeries, ScoreTrend, SeriesFault } from './series-shape.ts'

/**
 * The dated scores of a course in order of time, with the bands of the instrument and what happened beside them.
 *
 * Scores from before the first dose are in it, on days below nought. Of several scores of one time the worst is the
 * point. Scores without a date or without a total are no points: they are listed.
 *
 * @param series - scores of one instrument, in any order
 * @returns points, bands of the first set that speaks of the total, and events, frozen; or why the series cannot be used
 * @throws Refusal `not-parsed` for an instrument that did not come through the door, `altered-prototype`, `not-readable`
 *
 * @example
 * ```ts
 * const scored = scoreMeasure(phq2, { answers: { q1: 3, q2: 2 }, takenAt: '2026-10-05' })
 * const trend = scoreTrend({
 *   instrument: phq2, scores: scored.ok ? [scored.value] : [],
 *   courseStart: '2026-10-06', asOf: '2026-10-20T09:00:00-04:00', zone: 'America/New_York',
 * })
 * trend.ok && trend.value.points.map(({ day, total }) => [day, total]) // => [[-1, 5]]
 * ```
 *
 * @see requirements
 */
export function scoreTrend(series: ScoreSeries): Result<ScoreTrend, SeriesFault> {
  return reading(() => deepFreeze(trendOf(readSeries(series))))
}

function trendOf({ instrument, worse, start, moments, undated, events }: SeriesRead): ScoreTrend {
  const { id, version, title, range = { least: 0, most: 0 } } = instrument
  const set = instrument.bandSets.find((one) => one.of === undefined)
  return {
    instrument: { id, version, title },
    start: civilDate(start.day),
    worse,
    range: { least: range.least, most: range.most },
    points: moments.flatMap(({ point }) => (point === null ? [] : [point])),
    bands: (set?.bands ?? []).map((band) => ({ id: band.id, from: band.from, to: band.to })),
    events: events.map(({ kind, at, day, label }) => ({ kind, at, day, label })),
    leftOut: [
      ...undated.map(({ index }): PointLeftOut => ({ index, why: 'undated' })),
      ...moments.flatMap(({ members, point }) =>
        members
          .filter(({ index }) => index !== point?.index)
          .map(
            ({ index, score }): PointLeftOut => ({
              index,
              why: score.total === null ? 'incomplete' : 'same-time',
            }),
          ),
      ),
    ].sort((a, b) => a.index - b.index),
  }
}
