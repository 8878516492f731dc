/** A chart of scores in sentences, for those who do not see it, and for what is not drawn. @module */
import { plainNumber } from '../../kernel/quantity.ts'
import type { ScoreTrend } from '../../measure/series-shape.ts'
import { dateOfDay, signed } from './score-scale.ts'

type Point = ScoreTrend['points'][number]
type Event = ScoreTrend['events'][number]

/** What happened, in words. */
export const eventWords: Readonly<Record<Event['kind'], string>> = {
  dose: 'dose',
  'hospitalised-for-depression': 'hospital stay for depression',
  'judged-a-relapse': 'judged a relapse',
  other: 'other event',
}

/** Which way the total gets worse. */
export function directionWords({ worse, range }: ScoreTrend): string {
  const way =
    worse === 'neither'
      ? 'Higher is neither better nor worse'
      : `${worse === 'higher' ? 'Higher' : 'Lower'} is worse`
  return `${way}; ${plainNumber(range.least)} to ${plainNumber(range.most)}`
}

/** A day with its date. */
export function dayWords({ start }: ScoreTrend, day: number): string {
  return `day ${signed(day)} (${dateOfDay(start, day)})`
}

/** An event with its day, and what the caller calls it. */
export function eventLine(trend: ScoreTrend, { kind, day, label }: Event): string {
  return `${eventWords[kind]}, ${dayWords(trend, day)}${label === null || label === '' ? '' : `: ${label}`}`
}

// More than so many scores are told by the first, the worst, the best and the last.
const listedAtMost = 24

/** The whole chart in sentences. */
export function describeTrend(trend: ScoreTrend): string {
  const { points, bands, events } = trend
  const doses = events.filter(({ kind }) => kind === 'dose')
  const sentences = [
    directionWords(trend),
    `Day 0 is that of the first dose, ${trend.start}`,
    ...(bands.length === 0
      ? []
      : [
          `Bands: ${bands.map(({ id, from, to }) => `${bandWords(id)} ${plainNumber(from)} to ${plainNumber(to)}`).join(', ')}`,
        ]),
    ...pointSentences(trend),
    ...(doses.length === 0
      ? []
      : [`Doses marked: ${doses.length}, on ${some(doses.map(({ day }) => `day ${signed(day)}`))}`]),
    ...events
      .filter(({ kind }) => kind !== 'dose')
      .slice(0, listedAtMost)
      .map((event) => capital(eventLine(trend, event))),
  ]
  return [
    ...sentences.map((text) => `${text}.`),
    ...notDrawnWords(trend),
    ...(points.length === 0 ? [emptyWords] : []),
  ].join(' ')
}

/** What stands in a chart without points. */
export const emptyWords = 'No score of this series can be drawn.'

function pointSentences(trend: ScoreTrend): readonly string[] {
  const { points, worse } = trend
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return []
  if (points.length <= listedAtMost)
    return [
      `${points.length === 1 ? '1 score' : `${points.length} scores`}: ${points.map((one) => said(trend, one)).join('; ')}`,
    ]
  const lowest = points.reduce((low, one) => (one.total < low.total ? one : low))
  const highest = points.reduce((high, one) => (one.total > high.total ? one : high))
  const [worst, best] =
    worse === 'lower' ? ['best', 'worst'] : worse === 'higher' ? ['worst', 'best'] : ['highest', 'lowest']
  const prorated = points.filter(({ status }) => status === 'prorated').length
  return [
    `${points.length} scores: first ${said(trend, first)}; ${worst} ${said(trend, highest)}; ${best} ${said(trend, lowest)}; last ${said(trend, last)}`,
    ...(prorated === 0 ? [] : [`Prorated: ${prorated} of them`]),
  ]
}

function said(trend: ScoreTrend, { total, band, day, status }: Point): string {
  const marks = [...(band === null ? [] : [bandWords(band)]), ...(status === 'prorated' ? ['prorated'] : [])]
  return `${plainNumber(total)}${marks.length === 0 ? '' : `, ${marks.join(', ')},`} on ${dayWords(trend, day)}`
}

const leftOutWords: Readonly<Record<ScoreTrend['leftOut'][number]['why'], string>> = {
  undated: 'without a date',
  incomplete: 'without a total',
  'before-baseline': 'from before the baseline',
  'same-time': 'beside a worse or equal one of the same time',
  'time-of-day-unknown': 'of the day of the first dose, at an hour nobody wrote down',
}

/** Scores that are no points, by their reasons. */
export function notDrawnWords({ leftOut }: ScoreTrend): readonly string[] {
  const counts = new Map<string, number>()
  for (const { why } of leftOut) counts.set(leftOutWords[why], (counts.get(leftOutWords[why]) ?? 0) + 1)
  if (counts.size === 0) return []
  return [`Scores not drawn: ${[...counts].map(([text, count]) => `${count} ${text}`).join(', ')}.`]
}

function some(texts: readonly string[]): string {
  return texts.length <= listedAtMost
    ? texts.join(', ')
    : `${texts.slice(0, listedAtMost - 1).join(', ')} and ${texts.length - listedAtMost + 1} more`
}

/** The id of a band as words. */
export function bandWords(id: string): string {
  return id.replace(/-/g, ' ')
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
