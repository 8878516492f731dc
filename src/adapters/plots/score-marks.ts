/** What stands in a chart of scores: bands, the line of scores, doses and events. @module */
import type { ScoreTrend } from '../../measure/series-shape.ts'
import { bandWords } from './score-account.ts'
import { numbersAt } from './score-numbers.ts'
import { type Scale, xOfDay, yOfTotal } from './score-scale.ts'
import { hues, line, tag, widthOf, words } from './svg.ts'

/** The size of the names of bands. */
const bandSize = 11

/** How wide the column with the names of the bands is. */
export function bandColumn({ bands }: ScoreTrend): number {
  const widest = bands
    .flatMap(({ id }) => bandWords(id).split(' '))
    .reduce((width, word) => Math.max(width, widthOf(word, bandSize)), 0)
  return widest === 0 ? 0 : Math.ceil(widest) + 8
}

/** The bands as stretches across the chart, the worse the darker, with their names beside them. */
export function bandStretches({ bands, worse }: ScoreTrend, scale: Scale): string {
  const { left, right, least, most } = scale
  return bands
    .map(({ id, from, to }, at) => {
      // Whole totals belong to the band they stand in: it reaches half a point past its ends.
      const [high, low] = [
        yOfTotal(scale, Math.min(most, to + 0.5)),
        yOfTotal(scale, Math.max(least, from - 0.5)),
      ]
      const grade = worse === 'lower' ? bands.length - 1 - at : at
      const texts = bandWords(id).split(' ')
      const fits = low - high >= texts.length * 12
      return [
        tag('rect', {
          x: left,
          y: high,
          width: right - left,
          height: low - high,
          fill: 'currentColor',
          'fill-opacity': shade(grade, bands.length),
        }),
        at === 0 ? '' : line(left, low, right, low, { 'stroke-opacity': '0.35', 'stroke-dasharray': '2 3' }),
        ...(fits
          ? texts.map((text, row) =>
              words(text, right + 6, (low + high) / 2 + 4 + (row - (texts.length - 1) / 2) * 12, {
                size: bandSize,
              }),
            )
          : []),
      ].join('')
    })
    .join('')
}

/** The worse the darker, in hundredths; light enough for words on it. */
function shade(grade: number, count: number): string {
  const hundredths = 2 + Math.round((12 * grade) / Math.max(1, count - 1))
  return `0.${hundredths < 10 ? '0' : ''}${hundredths}`
}

const radius = 4

/** The scores joined in time, each with its number where there is room. */
export function scoreLine({ points, events }: ScoreTrend, scale: Scale): string {
  const placed = points.map((point) => ({
    ...point,
    x: xOfDay(scale, point.day),
    y: yOfTotal(scale, point.total),
    isHollow: point.status === 'prorated',
  }))
  const r = points.length > 80 ? 2.5 : radius
  const parts = placed.slice(1).map((to, at) => {
    const from = placed[at] ?? to
    // A line ends at the rim of a hollow point, so that it stays hollow.
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const share = (isHollow: boolean) => (isHollow && length > 2 * r ? r / length : 0)
    const [first, last] = [share(from.isHollow), share(to.isHollow)]
    const along = (part: number): readonly [number, number] => [
      from.x + (to.x - from.x) * part,
      from.y + (to.y - from.y) * part,
    ]
    const [[x1, y1], [x2, y2]] = [along(first), along(1 - last)]
    return line(x1, y1, x2, y2, { stroke: hues.blue, 'stroke-width': 1.5 })
  })
  for (const { x, y, isHollow } of placed) parts.push(scoreMark(x, y, isHollow, r))
  const uprights = [0, ...events.filter(({ kind }) => kind !== 'dose').map(({ day }) => day)]
  const room = { ...scale, right: scale.right + 4, uprights: uprights.map((day) => xOfDay(scale, day)) }
  return parts.join('') + numbersAt(placed, room)
}

/** The mark of a score: filled where every answer was there, hollow where some were filled in. */
export function scoreMark(cx: number, cy: number, isHollow: boolean, r = radius): string {
  return isHollow
    ? tag('circle', { cx, cy, r, fill: 'none', stroke: hues.blue, 'stroke-width': 1.8 })
    : tag('circle', { cx, cy, r, fill: hues.blue })
}

/** The first dose: a line through the chart, named over it. */
export function firstDose(scale: Scale, above: number): string {
  const x = xOfDay(scale, 0)
  const text = 'first dose'
  const half = widthOf(text, bandSize) / 2
  const middle = Math.min(Math.max(x, scale.left + half), scale.right - half)
  return (
    line(x, scale.top - 4, x, scale.bottom, { 'stroke-width': 1.5, 'stroke-opacity': 0.6 }) +
    words(text, middle, above, { anchor: 'middle', size: bandSize })
  )
}

/** The mark of a dose. */
export function doseMark(x: number, y: number): string {
  return tag('path', { d: `M${tenth(x)} ${tenth(y - 5)}l4.5 9h-9Z`, fill: hues.green })
}

/** The mark of another event, with its number. No two kinds have one shape. */
export function eventMark(
  kind: ScoreTrend['events'][number]['kind'],
  x: number,
  y: number,
  number = '',
): string {
  const look = { fill: 'none', stroke: hues.vermilion, 'stroke-width': 1.5 }
  const shape =
    kind === 'hospitalised-for-depression'
      ? tag('rect', { x: x - 9, y: y - 8, width: 18, height: 16, ...look })
      : kind === 'judged-a-relapse'
        ? tag('path', { d: `M${tenth(x)} ${tenth(y - 10)}l12 10l-12 10l-12 -10Z`, ...look })
        : tag('circle', { cx: x, cy: y, r: 9, ...look })
  return shape + (number === '' ? '' : words(number, x, y + 4, { anchor: 'middle', size: bandSize }))
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

const rowHeight = 24
const rowsAtMost = 5

/** Doses and events under the chart, each on its day; events send a line up through it. */
export function eventStrip(
  trend: ScoreTrend,
  scale: Scale,
  top: number,
): { readonly svg: string; readonly bottom: number; readonly hidden: number } {
  const parts: string[] = []
  let bottom = top
  const doses = new Set(
    trend.events.filter(({ kind }) => kind === 'dose').map(({ day }) => Math.round(xOfDay(scale, day))),
  )
  if (doses.size > 0) {
    parts.push(...[...doses].map((x) => doseMark(x, bottom + 10)))
    bottom += 20
  }
  const rows: number[] = []
  let hidden = 0
  for (const [at, { kind, day }] of trend.events.filter((one) => one.kind !== 'dose').entries()) {
    const x = xOfDay(scale, day)
    const free = rows.findIndex((last) => x - last >= 26)
    const row = free < 0 ? rows.length : free
    parts.push(
      line(x, scale.top, x, scale.bottom, {
        stroke: hues.vermilion,
        'stroke-width': 1.2,
        'stroke-dasharray': '4 3',
      }),
    )
    if (row >= rowsAtMost) {
      hidden += 1
      continue
    }
    rows[row] = x
    parts.push(eventMark(kind, x, bottom + 12 + row * rowHeight, `${at + 1}`))
  }
  return {
    svg: parts.join(''),
    bottom: bottom + rows.length * rowHeight + (doses.size + rows.length > 0 ? 2 : 0),
    hidden,
  }
}
