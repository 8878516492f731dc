/** A picture of one visit. @module */
import { badArgument, unknownZone } from '../../kernel/codes.ts'
import { digestOf } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isZone } from '../../kernel/time.ts'
import { answered } from '../../kernel/total.ts'
import type { DueObservation } from '../../session/due.ts'
import type { SessionState } from '../../session/state.ts'
import { deliveredWords, describe, notDrawn, phaseWords } from './account.ts'
import { axisLines, axisNames } from './axis.ts'
import { type Axis, dayAndClockOf, isIn, msOf, stretchOf } from './clock.ts'
import { type Drawn, drawnOf, idWords, timesOf } from './drawn.ts'
import { type Lane, lanesOf } from './lanes.ts'
import { legend } from './legend.ts'
import { bandHeight, phaseBand } from './phases.ts'
import { escaped, line, linesOf, tag, words } from './svg.ts'

/** How a visit is drawn. */
export interface SessionPlotOptions {
  /** IANA name of the zone whose wall clock is shown. */
  readonly zone: string
  /** What was to be observed, from `dueChecks`; left out, no checks are drawn. */
  readonly due?: readonly DueObservation[]
  /** Pixels, 480 to 4000; left out 960. */
  readonly width?: number
  /** Pixels, up to 4000: blood pressure takes what the other lanes leave. Left out, or too small, what is needed. */
  readonly height?: number
  /** A title of the caller’s own, up to 200 characters; left out, the product and the moment. */
  readonly title?: string
}

/**
 * One visit on one time axis as SVG: blood pressure, heart rate, saturation, scores, what was given, side effects,
 * rescue and due checks, by the wall clock and by minutes from the first administration.
 *
 * Text and nothing else: no page, no font and no script is asked. Words and lines take the colour of the text around
 * the picture, so that it can stand on white and on black; nothing is told by colour alone. Title and description
 * say in words what is drawn. What somebody wrote freely (a note, what a rescue was) is never in it. Entries without
 * a time, and those far from the visit, are counted beneath it. It shows a log and judges nobody.
 *
 * @param state - a visit at a moment, from `replaySession`
 * @param options - the zone of the clock, and how large the picture is
 * @returns an `svg` element with its namespace, for a file or for a page
 * @throws Refusal `bad-argument`, `unknown-zone`, `not-readable`
 *
 * @example
 * ```ts
 * const nothing = { value: 0, unit: 'mg' } as const
 * const state = {
 *   session: 'v-1', asOf: '2026-11-24T09:00:00-05:00', phase: 'nothing-recorded', running: false,
 *   entries: [], leftOut: [], anchors: {}, delivered: { least: nothing, most: nothing }, effects: [], issues: [],
 * } as const
 * sessionPlot(state, { zone: 'America/New_York' }).includes('Nothing in this log can be drawn.') // => true
 * ```
 *
 * @see Section 4.4 of the clinical reference and fact `mon-esk-bp-40`, on the two clocks of a visit
 */
export function sessionPlot(state: SessionState, options: SessionPlotOptions): string {
  return answered(() => {
    const { zone, due = [], width = 960, height = 0, title } = checked(options)
    const drawn = drawnOf(state, due)
    const axis = axisOf(state, drawn, due, zone, width)
    const texts = {
      heading: title ?? titleOf(state, zone),
      account: describe(state, drawn, due, zone),
      below: notDrawn(state, drawn, axis),
    }
    const smallest = 150
    const picture = (pressureHeight: number) =>
      assembled(state, texts, {
        axis,
        width,
        due,
        lanes: lanesOf(drawn, axis, { pressureHeight, now: msOf(state.asOf) ?? axis.to }),
      })
    const first = picture(smallest)
    const left = height - first.height
    return (left > 0 ? picture(smallest + left) : first).svg
  })
}

/** The options, each member looked at. */
function checked(options: SessionPlotOptions): SessionPlotOptions {
  const { zone, due, width, height, title } = options
  if (!isZone(zone)) throw new Refusal(unknownZone, 'options.zone')
  if (due !== undefined && !Array.isArray(due)) throw new Refusal(badArgument, 'options.due')
  if (width !== undefined && !(width >= 480 && width <= 4000)) throw new Refusal(badArgument, 'options.width')
  if (height !== undefined && !(height >= 0 && height <= 4000))
    throw new Refusal(badArgument, 'options.height')
  if (title !== undefined && (typeof title !== 'string' || title.length > 200))
    throw new Refusal(badArgument, 'options.title')
  return options
}

const leftColumn = 152
const rightMargin = 44

function axisOf(
  state: SessionState,
  drawn: Drawn,
  due: readonly DueObservation[],
  zone: string,
  width: number,
): Axis {
  const asOf = msOf(state.asOf)
  if (asOf === undefined) throw new Refusal(badArgument, 'state.asOf')
  const start = msOf(state.anchors.start?.at)
  const departures = state.entries.flatMap(({ at, what }) => {
    const ms = what.type === 'left' || what.type === 'left-against-advice' ? msOf(at) : undefined
    return ms === undefined ? [] : [ms]
  })
  // What is still to come belongs to the picture of a visit that goes on.
  const ahead = departures.length > 0 ? [] : due.flatMap(({ dueAt }) => msOf(dueAt) ?? [])
  const { from, to } = stretchOf([...timesOf(drawn), ...ahead], {
    asOf,
    ...(start === undefined ? {} : { start }),
    ...(departures.length === 0 ? {} : { left: Math.min(...departures) }),
  })
  return { from, to, zone, left: leftColumn, right: width - rightMargin }
}

function titleOf(state: SessionState, zone: string): string {
  const product = state.booked?.product
  const name = product === undefined ? undefined : idWords(product)
  const asOf = msOf(state.asOf)
  return `Session${name === undefined ? '' : ` of ${name}`}${asOf === undefined ? '' : `, as it stood on ${dayAndClockOf(asOf, zone)}`}`
}

interface Texts {
  readonly heading: string
  readonly account: string
  readonly below: readonly string[]
}

interface Parts {
  readonly axis: Axis
  readonly width: number
  readonly due: readonly DueObservation[]
  readonly lanes: readonly Lane[]
}

function assembled(
  state: SessionState,
  { heading, account, below }: Texts,
  { axis, width, due, lanes }: Parts,
): { readonly svg: string; readonly height: number } {
  const parts: string[] = []
  let y = 4
  for (const text of linesOf(heading, ((width - 24) * 12) / 16)) {
    y += 18
    parts.push(words(text, 12, y, { size: 15, weight: 600 }))
  }
  const stands = `${capital(phaseWords[state.phase])}; ${deliveredWords(state)}. Clock of ${axis.zone}.`
  for (const text of linesOf(stands, width - 24)) {
    y += 17
    parts.push(words(text, 12, y, { faint: true }))
  }
  y += 12
  if (lanes.length === 0) {
    y += 22
    parts.push(words('Nothing in this log can be drawn.', 12, y))
    y += 10
  } else {
    parts.push(phaseBand(state, axis, y))
    const top = y + bandHeight
    let bottom = top
    const rows = lanes.map((lane) => {
      const at = bottom
      bottom += Math.max(lane.height, 8 + 14 * nameLines(lane).length) + 4
      return [
        laneName(lane, at),
        lane.draw(at),
        lane.name === '' ? '' : line(12, at - 2, axis.right, at - 2, { 'stroke-opacity': 0.12 }),
      ].join('')
    })
    parts.push(axisLines(state, axis, top, bottom), ...rows)
    const names = axisNames(state, axis, bottom)
    parts.push(names.svg)
    y = names.bottom
  }
  const key = legend(due, lanes, { width, top: y + 8, hasNow: isIn(axis, msOf(state.asOf) ?? axis.to + 1) })
  parts.push(key.svg)
  y = key.bottom
  for (const text of below.flatMap((one) => linesOf(one, width - 24))) {
    y += 16
    parts.push(words(text, 12, y, { faint: true }))
  }
  const height = Math.ceil(y + 12)
  const id = `ketamine-treatment-${digestOf([state.session, state.asOf, account]).replace(/\W/g, '').slice(-16)}`
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
    tag('desc', { id: `${id}-desc` }, escaped([account, ...below].join(' '))),
    ...parts,
  )
  return { svg, height }
}

function nameLines({ name }: Lane): readonly string[] {
  return name === '' ? [] : linesOf(name, leftColumn - 40)
}

function laneName(lane: Lane, top: number): string {
  return nameLines(lane)
    .map((part, at) => words(part, 12, top + 14 + 14 * at))
    .join('')
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
