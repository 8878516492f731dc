/** A picture of a whole treatment. @module */
import { isObject } from '../../judgement/context.ts'
import { badArgument } from '../../kernel/codes.ts'
import { digestOf } from '../../kernel/digest.ts'
import type { Instrument } from '../../kernel/instrument.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { civilDayAt, dayNumber, instantMs } from '../../kernel/time.ts'
import { answered } from '../../kernel/total.ts'
import { dayAndClockOf } from './clock.ts'
import { escaped, line, linesOf, tag, words } from './svg.ts'
import {
  describeTreatment,
  emptyTreatment,
  listedAtMost,
  notDrawnOf,
  sureSentences,
} from './timeline-account.ts'
import { type DayAxis, dateOf, dayLines, dayNames, stretchOfDays } from './timeline-axis.ts'
import { checkDrawable, isScale } from './timeline-checked.ts'
import { type Drawable, drawnTimeline } from './timeline-drawn.ts'
import { areDosesDense, type KnownScale, treatmentLanes } from './timeline-lanes.ts'
import { treatmentLegend } from './timeline-legend.ts'
import { phaseBandHeight, phaseBands } from './timeline-phases.ts'

/** How a treatment is drawn. */
export interface TimelinePlotOptions {
  /** Pixels, 320 to 4000; left out 960. */
  readonly width?: number
  /** A title of the caller’s own, up to 200 characters; left out, that it is a treatment, and its moment. */
  readonly title?: string
  /** The instruments of its scores: their titles, their whole range, and which way each gets worse. */
  readonly instruments?: readonly Pick<Instrument, 'id' | 'title' | 'worse' | 'range'>[]
}

/**
 * A whole treatment on one axis of days as SVG: phases, scores, doses, side effects, medicines, planned sessions and
 * assessments, reviews and decisions.
 *
 * Text and nothing else: no page, no font and no script is asked. Words and lines take the colour of the text around
 * the picture, so that it can stand on white and on black; nothing is told by colour alone. A page sets other colours
 * with `--treatment-dose`, `-score`, `-effect`, `-late`, `-now`, `-planned`, `-phase`, `-medicine`, `-ink` and `-paper`.
 * Title and description say in words what is drawn. Notes and reasons, which somebody wrote freely, are never in it.
 * What has no day is counted beneath it.
 *
 * @param timeline - from `buildTimeline`
 * @param options - how wide, under which title, and what is known of the scales
 * @returns an `svg` element with its namespace, for a file or for a page
 * @throws Refusal `bad-argument`, `unknown-zone`, `not-readable`
 *
 * @example
 * ```ts
 * const timeline = {
 *   asOf: '2026-11-22T09:00:00-05:00', zone: 'America/New_York', start: null, entries: [], phases: [],
 * }
 * timelinePlot(timeline, { width: 360 }).includes('Nothing of this treatment can be drawn.') // => true
 * ```
 *
 * @see Section 2 of the clinical reference, on phases, spacing and reviews
 */
export function timelinePlot(timeline: Drawable, options: TimelinePlotOptions = {}): string {
  return answered(() => {
    const { width = 960, title, instruments = [] } = checked(options)
    checkDrawable(timeline)
    const { asOf, zone } = timeline
    const heading = title ?? `Treatment, as of ${dayAndClockOf(instantMs(asOf), zone)}`
    const scales = new Map(
      instruments.map(({ id, title: name, worse, range }): readonly [string, KnownScale | undefined] => [
        id,
        range === undefined ? undefined : { title: name, worse, least: range.least, most: range.most },
      ]),
    )
    return assembled(timeline, { heading, width, scales: known(scales) })
  })
}

function known(scales: ReadonlyMap<string, KnownScale | undefined>): ReadonlyMap<string, KnownScale> {
  return new Map([...scales].flatMap(([id, scale]) => (scale === undefined ? [] : [[id, scale] as const])))
}

function checked(options: TimelinePlotOptions): TimelinePlotOptions {
  if (!isObject(options)) throw new Refusal(badArgument, 'options')
  const { width, title, instruments } = options
  if (width !== undefined && !(width >= 320 && width <= 4000)) throw new Refusal(badArgument, 'options.width')
  if (title !== undefined && (typeof title !== 'string' || title.length > 200))
    throw new Refusal(badArgument, 'options.title')
  if (instruments !== undefined && !Array.isArray(instruments))
    throw new Refusal(badArgument, 'options.instruments')
  if (instruments?.every(isScale) === false) throw new Refusal(badArgument, 'options.instruments')
  return options
}

interface Sizes {
  readonly heading: string
  readonly width: number
  readonly scales: ReadonlyMap<string, KnownScale>
}

function assembled(timeline: Drawable, { heading, width, scales }: Sizes): string {
  const { asOf, zone, start, phases } = timeline
  const drawn = drawnTimeline(timeline)
  const today = dayNumber(civilDayAt(instantMs(asOf), zone))
  const anchors = { today, start: start === null ? null : dayNumber(start) }
  const axis: DayAxis = {
    ...stretchOfDays(drawn, phases, anchors),
    ...anchors,
    left: 40,
    right: width - 16,
    width,
  }
  const lanes = treatmentLanes(drawn, axis, scales)
  const parts: string[] = []
  const below: string[] = []
  let y = 4
  const write = (
    text: string,
    look: {
      readonly step: number
      readonly size?: number
      readonly faint?: boolean
      readonly weight?: number
    },
  ) => {
    const { step, size = 12, ...rest } = look
    for (const each of linesOf(text, ((width - 24) * 12) / size)) {
      y += step
      parts.push(words(each, 12, y, { size, ...rest }))
    }
  }
  write(heading, { step: 18, size: 15, weight: 600 })
  const isEmpty = lanes.length === 0 && phases.length === 0
  if (isEmpty) write(emptyTreatment, { step: 20, size: 13, weight: 600 })
  else
    write(start === null ? 'No first dose is known.' : `Day 0: ${start}, the first dose.`, {
      step: 17,
      faint: true,
    })
  if (!isEmpty) {
    y += 8
    if (phases.length > 0) {
      const band = phaseBands(phases, axis, y)
      parts.push(band.svg)
      below.push(...band.below)
      y += phaseBandHeight
    }
    const lines: string[] = []
    const rows = lanes.map((lane, at) => {
      if (at > 0) parts.push(line(12, y, axis.right, y, { 'stroke-opacity': 0.12 }))
      const names = linesOf(lane.name, width - 28)
      const named = names
        .map((text, row) => words(text, 12, y + 14 + row * 14, { size: 11, faint: true }))
        .join('')
      const body = lane.draw(y + 5 + names.length * 14)
      const from = y + 5 + names.length * 14 + (lane.clear ?? 0)
      y += 8 + names.length * 14 + lane.height
      lines.push(dayLines(axis, from, y))
      below.push(...(lane.below ?? []))
      return body + named
    })
    const names = dayNames(axis, y)
    parts.push(...lines, ...rows, names.svg)
    const key = treatmentLegend(drawn, { width, top: names.bottom + 6, isDense: areDosesDense(drawn, axis) })
    parts.push(key.svg)
    y = key.bottom
  }
  const turns = drawn.turns.map(({ day, text }, at) => `${at + 1} ${dateOf(day)} ${text}`)
  const under = [
    ...below,
    ...turns.slice(0, listedAtMost),
    ...(turns.length > listedAtMost ? [`${turns.length - listedAtMost} more reviews and decisions.`] : []),
    ...notDrawnOf(drawn),
    ...sureSentences(timeline.protocol).map((text) => `${text}.`),
  ]
  for (const text of under) write(text, { step: 16, faint: true })
  const height = Math.ceil(y + 12)
  const account = `${isEmpty ? `${emptyTreatment} ` : ''}${describeTreatment(timeline, drawn, scales)} ${notDrawnOf(drawn).join(' ')}`
  const id = `ketamine-treatment-${digestOf([heading, account]).replace(/\W/g, '').slice(-16)}`
  return tag(
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
      style: 'color:var(--treatment-ink,currentColor);background:var(--treatment-paper,transparent)',
    },
    tag('title', { id: `${id}-title` }, escaped(heading)),
    tag('desc', { id: `${id}-desc` }, escaped(account.trim())),
    ...parts,
  )
}
