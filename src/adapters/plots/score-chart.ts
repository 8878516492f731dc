/** A picture of the scores of one course. @module */
import { badArgument } from '../../kernel/codes.ts'
import { digestOf } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isCivilDate } from '../../kernel/time.ts'
import { answered } from '../../kernel/total.ts'
import type { ScoreTrend } from '../../measure/series-shape.ts'
import {
  describeTrend,
  directionWords,
  emptyWords,
  eventLine,
  eventWords,
  notDrawnWords,
} from './score-account.ts'
import {
  bandColumn,
  bandStretches,
  doseMark,
  eventMark,
  eventStrip,
  firstDose,
  scoreLine,
  scoreMark,
} from './score-marks.ts'
import { dayAxis, daysOf, type Scale, totalAxis } from './score-scale.ts'
import { escaped, linesOf, tag, widthOf, words } from './svg.ts'

/** How a chart of scores is drawn. */
export interface ScoreChartOptions {
  /** Pixels, 320 to 4000; left out 960. */
  readonly width?: number
  /** Pixels, up to 4000: the scores take what the rest leaves. Left out, or too small, what is needed. */
  readonly height?: number
  /** A title of the caller’s own, up to 200 characters; left out, the instrument. */
  readonly title?: string
}

/**
 * The scores of one course on one axis of time as SVG, over the bands of the instrument, with doses and events.
 *
 * Text and nothing else: no page, no font and no script is asked. Words and lines take the colour of the text around
 * the picture, so that it can stand on white and on black; nothing is told by colour alone. The whole range of the
 * scale is shown, and which way it gets worse. Prorated scores are hollow. What is not drawn is counted beneath it.
 * Title and description say in words what is drawn. Labels of events are shown as the caller wrote them, as text.
 *
 * @param trend - from `scoreTrend`
 * @param options - how large, and under which title
 * @returns an `svg` element with its namespace, for a file or for a page
 * @throws Refusal `bad-argument`, `not-readable`
 *
 * @example
 * ```ts
 * const trend = scoreTrend({
 *   instrument: phq2, scores: [], courseStart: '2026-10-06', asOf: '2026-10-20T09:00:00-04:00', zone: 'America/New_York',
 * })
 * trend.ok && scoreChart(trend.value, { width: 360 }).includes('No score of this series can be drawn.') // => true
 * ```
 *
 * @see requirements R-21 (a score without a date is no point of a trend), R-44 (what was filled is marked) and R-71
 */
export function scoreChart(trend: ScoreTrend, options: ScoreChartOptions = {}): string {
  return answered(() => {
    const { width = 960, height = 0, title } = checked(options)
    checkTrend(trend)
    const heading = title ?? `${trend.instrument.title}, by day`
    const smallest = width < 600 ? 220 : 260
    const first = assembled(trend, { heading, width, plotHeight: smallest })
    const left = height - first.height
    return (left > 0 ? assembled(trend, { heading, width, plotHeight: smallest + left }) : first).svg
  })
}

function checked(options: ScoreChartOptions): ScoreChartOptions {
  const { width, height, title } = options
  if (width !== undefined && !(width >= 320 && width <= 4000)) throw new Refusal(badArgument, 'options.width')
  if (height !== undefined && !(height >= 0 && height <= 4000))
    throw new Refusal(badArgument, 'options.height')
  if (title !== undefined && (typeof title !== 'string' || title.length > 200))
    throw new Refusal(badArgument, 'options.title')
  return options
}

/** A trend read back from a store is looked at before it is drawn. */
function checkTrend({ range, start, points, bands, events }: ScoreTrend): void {
  const areNumbers = (numbers: readonly unknown[], path: string) => {
    if (!numbers.every(Number.isFinite)) throw new Refusal(badArgument, `trend.${path}`)
  }
  areNumbers([range.least, range.most], 'range')
  if (!isCivilDate(start)) throw new Refusal(badArgument, 'trend.start')
  areNumbers(
    points.flatMap(({ day, total }) => [day, total]),
    'points',
  )
  areNumbers(
    bands.flatMap(({ from, to }) => [from, to]),
    'bands',
  )
  areNumbers(
    events.map(({ day }) => day),
    'events',
  )
}

interface Sizes {
  readonly heading: string
  readonly width: number
  readonly plotHeight: number
}

// More events than this are marked and counted; each of them is a line of text.
const listedAtMost = 24

function assembled(
  trend: ScoreTrend,
  { heading, width, plotHeight }: Sizes,
): { readonly svg: string; readonly height: number } {
  const parts: string[] = []
  let y = 4
  for (const text of linesOf(heading, ((width - 24) * 12) / 16)) {
    y += 18
    parts.push(words(text, 12, y, { size: 15, weight: 600 }))
  }
  const stands = `${directionWords(trend)}. Day 0: ${trend.start}.`
  for (const text of linesOf(stands, width - 24)) {
    y += 17
    parts.push(words(text, 12, y, { faint: true }))
  }
  for (const text of trend.points.length > 0 ? [] : linesOf(emptyWords, width - 24)) {
    y += 19
    parts.push(words(text, 12, y, { size: 13, weight: 600 }))
  }
  const above = y + 20
  const scale: Scale = {
    ...daysOf(trend),
    least: trend.range.least,
    most: trend.range.most,
    start: trend.start,
    width,
    left: 46,
    right: width - Math.max(20, bandColumn(trend) + 6),
    top: above + 10,
    bottom: above + 10 + plotHeight,
  }
  const strip = eventStrip(trend, scale, scale.bottom + 6)
  const axis = dayAxis(scale, strip.bottom)
  parts.push(
    bandStretches(trend, scale),
    totalAxis(scale),
    firstDose(scale, above),
    strip.svg,
    scoreLine(trend, scale),
    axis.svg,
  )
  const key = keyOf(trend, width, axis.bottom + 8)
  parts.push(key.svg)
  y = key.bottom
  const beside = trend.events.filter(({ kind }) => kind !== 'dose')
  const below = [
    ...beside.slice(0, listedAtMost).map((event, at) => `${at + 1} ${eventLine(trend, event)}`),
    ...(beside.length > listedAtMost ? [`${beside.length - listedAtMost} more events.`] : []),
    ...(strip.hidden > 0 ? [`${strip.hidden} events have a line and no mark: there is no room.`] : []),
    ...notDrawnWords(trend),
  ]
  for (const text of below.flatMap((one) => linesOf(one, width - 24))) {
    y += 16
    parts.push(words(text, 12, y, { faint: true }))
  }
  const height = Math.ceil(y + 12)
  const account = describeTrend(trend)
  const id = `ketamine-treatment-${digestOf([trend.instrument, heading, account]).replace(/\W/g, '').slice(-16)}`
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': 'system-ui, sans-serif',
      'font-size': 12,
      fill: 'currentColor',
    },
    tag('title', { id: `${id}-title` }, escaped(heading)),
    tag('desc', { id: `${id}-desc` }, escaped(account)),
    ...parts,
  )
  return { svg, height }
}

/** What the shapes mean: those that are in the chart, no others. */
function keyOf(
  { points, events }: ScoreTrend,
  width: number,
  top: number,
): { readonly svg: string; readonly bottom: number } {
  const kinds = new Set(events.map(({ kind }) => kind))
  const statuses = new Set(points.map(({ status }) => status))
  const entries: readonly (readonly [boolean, string, (x: number, y: number) => string])[] = [
    [statuses.has('complete'), 'complete score', (x, y) => scoreMark(x, y, false)],
    [statuses.has('prorated'), 'prorated: missing answers were filled in', (x, y) => scoreMark(x, y, true)],
    [kinds.has('dose'), eventWords.dose, doseMark],
    ...(['hospitalised-for-depression', 'judged-a-relapse', 'other'] as const).map(
      (kind) => [kinds.has(kind), eventWords[kind], (x: number, y: number) => eventMark(kind, x, y)] as const,
    ),
  ]
  const parts: string[] = []
  let [x, y] = [12, top + 12]
  const shown = entries.filter(([isIn]) => isIn)
  for (const [, text, draw] of shown) {
    const needed = 28 + widthOf(text) + 14
    if (x + needed > width - 6 && x > 12) [x, y] = [12, y + 24]
    parts.push(draw(x + 12, y), words(text, x + 28, y + 4))
    x += needed
  }
  return { svg: parts.join(''), bottom: shown.length === 0 ? top : y + 10 }
}
