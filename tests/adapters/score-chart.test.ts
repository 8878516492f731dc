/** The picture of a course of scores: every point in its place, everything in words too, and nothing on anything else. */
import { describe, expect, test } from 'vitest'
import { type ScoreChartOptions, scoreChart } from '../../src/adapters/plots/score-chart.ts'
import { eventMark, scoreMark } from '../../src/adapters/plots/score-marks.ts'
import type { ScoreSeries, ScoreTrend } from '../../src/measure/series-shape.ts'
import { scoreTrend } from '../../src/measure/trend.ts'
import { madrsCourse, scoreOf, shippedInstrument } from '../measure/course.ts'
import { faultsOf, overlaps, wordsIn } from './picture.ts'

const dayText = (day: number) => new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10)
const before = '2026-03-02T09:00:00-05:00'
const nine = { q1: 2, q2: 2, q3: 2, q4: 2, q5: 1, q6: 1, q7: 2, q8: 2, q9: 1 }

function trendOf(series: ScoreSeries): ScoreTrend {
  const trend = scoreTrend(series)
  if (!trend.ok) throw new Error(`${trend.error.code} at ${trend.error.path}`)
  return trend.value
}

const relapse = trendOf(
  madrsCourse(
    [
      [before, 34],
      [dayText(7), 24],
      [dayText(14), nine],
      [dayText(21), 11],
      [dayText(28), 9],
      [dayText(42), 17],
      [dayText(49), 25],
      [dayText(56), 27],
      [null, 10],
      [dayText(58), { q1: 1 }],
    ],
    {
      events: [
        ...[0, 3, 7, 10, 14, 17, 21, 24, 28].map((day) => ({ kind: 'dose', at: dayText(day) }) as const),
        { kind: 'other', at: dayText(40), label: 'a removal' },
        { kind: 'judged-a-relapse', at: dayText(56) },
        { kind: 'hospitalised-for-depression', at: dayText(57) },
      ],
    },
  ),
)
const phq9 = shippedInstrument('phq-9')
const weekly = trendOf({
  ...madrsCourse([]),
  instrument: phq9,
  asOf: '2029-01-01T00:00:00Z',
  scores: Array.from({ length: 60 }, (_, week) =>
    scoreOf(phq9, dayText(7 * week - 7), Math.max(0, Math.round(14 + 9 * Math.cos(week / 6) - week / 12))),
  ),
})
const one = trendOf(madrsCourse([[before, 34]]))
const none = trendOf(madrsCourse([[null, 30]]))
const trends = { relapse, weekly, one, none }

const textsIn = (svg: string) => wordsIn(svg).map(({ text }) => text)
const descOf = (svg: string) => /<desc[^>]*>([^<]*)</.exec(svg)?.[1] ?? ''
/** Filled points; a hollow one has no fill. */
const pointsIn = (svg: string, fill: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="(?:4|2\.5)" fill="([^"]+)"/g)]
    .filter(([, , , colour]) => (colour === 'none') === (fill === 'none'))
    .map(([, x, y]): readonly [number, number] => [Number(x), Number(y)])

describe.each(Object.entries(trends))('the chart %s', (_, trend) => {
  test.each([320, 360, 600, 960, 1600])('is sound XML with no word on another, %i pixels wide', (width) => {
    const svg = scoreChart(trend, { width })
    expect(faultsOf(svg)).toEqual([])
    expect(overlaps(svg)).toEqual([])
    expect(wordsIn(svg).filter(({ left, right }) => left < 0 || right > width)).toEqual([])
    const height = Number(/height="(\d+)"/.exec(svg)?.[1])
    expect(wordsIn(svg).filter(({ bottom }) => bottom > height)).toEqual([])
  })

  test('is named and described for those who do not see it', () => {
    const svg = scoreChart(trend)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"/)
    const ids = /aria-labelledby="(\S+) (\S+)"/.exec(svg)
    expect(svg.split(`<title id="${ids?.[1]}">`)).toHaveLength(2)
    expect(svg.split(`<desc id="${ids?.[2]}">`)).toHaveLength(2)
    expect(descOf(svg)).toContain('Higher is worse')
    expect(descOf(svg)).toContain('Day 0 is that of the first dose, 2026-03-02.')
  })
})

test('every score is a point, the later the further right, the higher the further up', () => {
  const svg = scoreChart(relapse)
  // One of each kind more: those of the legend.
  const filled = pointsIn(svg, 'blue').slice(0, 7)
  const hollow = pointsIn(svg, 'none').slice(0, 1)
  expect(pointsIn(svg, 'blue')).toHaveLength(8)
  expect(pointsIn(svg, 'none')).toHaveLength(2)
  const placed = [...filled, ...hollow].sort(([a], [b]) => a - b)
  expect(relapse.points).toHaveLength(placed.length)
  const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = placed
  for (const [at, { day, total }] of relapse.points.entries()) {
    // The first two points fix both scales; the others have to lie on them.
    expect(placed[at]?.[0]).toBeCloseTo(x0 + ((x1 - x0) * day) / 7, -0.5)
    expect(placed[at]?.[1]).toBeCloseTo(y0 + ((y1 - y0) * (total - 34)) / (24 - 34), -0.5)
  }
})

test('a nurse reads the numbers, the bands, the direction and what happened', () => {
  const texts = textsIn(scoreChart(relapse))
  for (const number of ['34', '24', '11', '9', '25', '27']) expect(texts).toContain(number)
  for (const band of ['normal', 'mild', 'moderate', 'severe', 'first dose']) expect(texts).toContain(band)
  expect(texts).toContain('Higher is worse; 0 to 60. Day 0: 2026-03-02.')
  expect(texts).toContain('1 other event, day 40 (2026-04-11): a removal')
  expect(texts).toContain('2 judged a relapse, day 56 (2026-04-27)')
  expect(texts).toContain('3 hospital stay for depression, day 57 (2026-04-28)')
  expect(texts).toContain('prorated: missing answers were filled in')
})

test('a scale on which lower is worse says so', () => {
  const who5 = shippedInstrument('who-5')
  const svg = scoreChart(
    trendOf({ ...madrsCourse([]), instrument: who5, scores: [scoreOf(who5, before, 20)] }),
  )
  expect(textsIn(svg)).toContain('Lower is worse; 0 to 100. Day 0: 2026-03-02.')
})

test('what is not drawn is counted with its reason, in the picture and in its description', () => {
  const svg = scoreChart(relapse)
  const text = 'Scores not drawn: 1 without a date, 1 without a total.'
  expect(textsIn(svg)).toContain(text)
  expect(descOf(svg)).toContain(text)
})

test('the description tells each score, and of many the first, the worst, the best and the last', () => {
  expect(descOf(scoreChart(relapse))).toContain('17, mild, prorated, on day 14 (2026-03-16)')
  const many = descOf(scoreChart(weekly))
  expect(many).toMatch(
    /60 scores: first 23, severe, on day \u22127 \(2026-02-23\); worst 23, .*; best 0, .*; last 1, /,
  )
})

test('the description tells doses and events', () => {
  const desc = descOf(scoreChart(relapse))
  expect(desc).toContain('Doses marked: 9, on day 0, day 3, day 7')
  expect(desc).toContain('Judged a relapse, day 56 (2026-04-27).')
})

test('a series without a score is an empty chart that says so', () => {
  const svg = scoreChart(none)
  expect(textsIn(svg)).toContain('No score of this series can be drawn.')
  expect(descOf(svg)).toContain('No score of this series can be drawn.')
  expect(pointsIn(svg, 'blue')).toEqual([])
  expect(textsIn(svg)).toContain('severe')
})

test('a mark differs from every other without its colour', () => {
  const shapes = [
    scoreMark(9, 9, false),
    scoreMark(9, 9, true),
    ...(['hospitalised-for-depression', 'judged-a-relapse', 'other'] as const).map((kind) =>
      eventMark(kind, 9, 9),
    ),
  ].map((svg) => svg.replace(/#[0-9A-F]{6}/g, 'x'))
  expect(new Set(shapes).size).toBe(shapes.length)
})

test('what the caller wrote stands in the picture as words, never as markup', () => {
  const label = '</svg><script>alert("x")</script> & \u202E\u0000'
  const svg = scoreChart(
    trendOf(madrsCourse([[before, 30]], { events: [{ kind: 'other', at: dayText(3), label }] })),
    { title: label },
  )
  expect(faultsOf(svg)).toEqual([])
  for (const hostile of ['<script', '\u202E', '\u0000']) expect(svg.includes(hostile)).toBe(false)
  expect(svg).toContain('&lt;/svg&gt;&lt;script&gt;')
})

test('events without room for a mark keep their line and are counted', () => {
  const events = Array.from({ length: 60 }, (_, at) => ({ kind: 'other', at: dayText(at % 8) }) as const)
  const svg = scoreChart(trendOf(madrsCourse([[before, 30]], { events })), { width: 360 })
  expect(faultsOf(svg)).toEqual([])
  expect(overlaps(svg)).toEqual([])
  expect(svg).toContain('36 more events.')
  expect(svg).toMatch(/\d+ events have a line and no mark/)
})

test('a higher picture gives its room to the scores', () => {
  const heightOf = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1])
  expect(heightOf(scoreChart(one, { height: 900 }))).toBe(900)
  expect(heightOf(scoreChart(one, { height: 10 }))).toBe(heightOf(scoreChart(one)))
})

test('a chart of ten thousand scores is drawn', () => {
  const [score] = madrsCourse([[before, 30]]).scores
  if (score === undefined) throw new Error('no score')
  const scores = Array.from({ length: 10_000 }, (_, at) => ({ ...score, takenAt: dayText(at) }))
  const svg = scoreChart(trendOf({ ...madrsCourse([]), asOf: '2060-01-01T00:00:00Z', scores }))
  expect(faultsOf(svg)).toEqual([])
  expect(pointsIn(svg, 'blue')).toHaveLength(10_001)
  expect(overlaps(svg)).toEqual([])
})

test.each<[string, ScoreChartOptions]>([
  ['options.width', { width: 319 }],
  ['options.width', { width: Number.NaN }],
  ['options.width', { width: 4001 }],
  ['options.height', { height: -1 }],
  ['options.title', { title: 'x'.repeat(201) }],
])('a chart that cannot be made so is refused at %s', (path, options) => {
  expect(() => scoreChart(one, options)).toThrow(expect.objectContaining({ code: 'bad-argument', path }))
})

test.each<[string, Partial<ScoreTrend>]>([
  ['trend.start', { start: '2026' }],
  ['trend.range', { range: { least: 0, most: Number.POSITIVE_INFINITY } }],
  ['trend.points', { points: one.points.map((point) => ({ ...point, day: Number.NaN })) }],
  ['trend.bands', { bands: [{ id: 'x', from: 0, to: Number.NaN }] }],
  ['trend.events', { events: [{ kind: 'dose', at: '', day: Number.NaN, label: null }] }],
])('a trend that holds no numbers is refused at %s', (path, change) => {
  expect(() => scoreChart({ ...one, ...change })).toThrow(
    expect.objectContaining({ code: 'bad-argument', path }),
  )
})
