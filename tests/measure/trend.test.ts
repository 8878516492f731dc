/** A series made ready to be drawn. */
import { expect, test } from 'vitest'
import type { ScoreSeries, ScoreTrend } from '../../src/measure/series-shape.ts'
import { scoreTrend } from '../../src/measure/trend.ts'
import { madrsCourse, scoreOf, shippedInstrument } from './course.ts'

function trendOf(series: ScoreSeries): ScoreTrend {
  const trend = scoreTrend(series)
  if (!trend.ok) throw new Error(`${trend.error.code} at ${trend.error.path}`)
  return trend.value
}

test('points stand in the order of time, each on its day from the first dose and with its band', () => {
  const { points, worse, range, start, instrument } = trendOf(
    madrsCourse([
      ['2026-03-30', 10],
      ['2026-02-20', 40],
      ['2026-03-02T09:00:00-05:00', 30],
    ]),
  )
  expect(points.map(({ index, day, total, band, status }) => [index, day, total, band, status])).toEqual([
    [1, -10, 40, 'severe', 'complete'],
    [2, 0, 30, 'moderate', 'complete'],
    [0, 28, 10, 'mild', 'complete'],
  ])
  expect([worse, range, start]).toEqual(['higher', { least: 0, most: 60 }, '2026-03-02'])
  expect(instrument).toEqual({
    id: 'madrs',
    version: shippedInstrument('madrs').version,
    title: shippedInstrument('madrs').title,
  })
})

test('a score without a date or without a total is no point and is listed', () => {
  const { points, leftOut } = trendOf(
    madrsCourse([
      [null, 12],
      ['2026-03-30', { q1: 1 }],
      ['2026-03-30', 20],
      ['2026-03-30', 10],
      [null, { q1: 1 }],
    ]),
  )
  expect(points.map(({ index, total }) => [index, total])).toEqual([[2, 20]])
  expect(leftOut).toEqual([
    { index: 0, why: 'undated' },
    { index: 1, why: 'incomplete' },
    { index: 3, why: 'same-time' },
    { index: 4, why: 'undated' },
  ])
})

test('a score of the day of the first dose is a point, whichever side of it it was on', () => {
  expect(trendOf(madrsCourse([['2026-03-02', 30]])).points.map(({ day }) => day)).toEqual([0])
})

test('a prorated score stays marked', () => {
  const { points } = trendOf(
    madrsCourse([['2026-03-30', { q1: 1, q2: 1, q3: 1, q4: 1, q5: 1, q6: 1, q7: 1, q8: 1, q9: 1 }]]),
  )
  expect(points).toMatchObject([{ total: 10, status: 'prorated' }])
})

test('what happened beside the scores stands in order on the same days', () => {
  const { events } = trendOf(
    madrsCourse([], {
      events: [
        { kind: 'other', at: '2026-03-20', label: 'moved house' },
        { kind: 'dose', at: '2026-03-02T10:00:00-05:00' },
      ],
    }),
  )
  expect(events).toEqual([
    { kind: 'dose', at: '2026-03-02T10:00:00-05:00', day: 0, label: null },
    { kind: 'other', at: '2026-03-20', day: 18, label: 'moved house' },
  ])
})

test('the bands are those of the first set that speaks of the total', () => {
  const { bandSets } = shippedInstrument('madrs')
  expect(trendOf(madrsCourse([])).bands).toEqual(bandSets.find(({ of }) => of === undefined)?.bands)
  const raw = shippedInstrument('who-5')
  const trend = trendOf({ ...madrsCourse([]), instrument: raw, scores: [scoreOf(raw, '2026-03-30', 48)] })
  expect([trend.worse, trend.points.map(({ total }) => total)]).toEqual(['lower', [48]])
})
