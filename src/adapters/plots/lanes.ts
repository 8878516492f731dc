/** The lanes of a picture of a visit: each knows its height, and draws itself from a top edge down. @module */
import { plainNumber } from '../../kernel/quantity.ts'
import type { DueObservation } from '../../session/due.ts'
import { anchorWords } from './account.ts'
import { type Axis, clockOf, isIn, xOf } from './clock.ts'
import type { Check, Drawn, EffectBar, Flow, Given, NumberRow, Point, Pressure } from './drawn.ts'
import { checkShape } from './shapes.ts'
import { fitting, hues, type Label, line, tag, widthOf, words } from './svg.ts'

/** One lane. */
export interface Lane {
  readonly name: string
  readonly height: number
  draw(top: number): string
}

/** All lanes that have something to show, from the top. */
export function lanesOf(
  drawn: Drawn,
  axis: Axis,
  { pressureHeight, now }: { readonly pressureHeight: number; readonly now: number },
): readonly Lane[] {
  // An effect that nobody saw gone goes on up to the moment of the picture, not into the hours after it.
  const end = Math.min(axis.to, Math.max(axis.from, now))
  const effects = drawn.effects.filter(({ from, to }) => from <= end && (to ?? end) >= axis.from)
  return [
    ...(drawn.pressures.length === 0 ? [] : [pressureLane(drawn.pressures, axis, pressureHeight)]),
    ...curveLane('Heart rate /min', drawn.heartRates, axis, hues.vermilion, 20),
    ...curveLane('SpO2 %', drawn.saturations, axis, hues.green, 5),
    ...(drawn.unread.length === 0 ? [] : [unreadLane(drawn.unread, axis)]),
    ...drawn.numberRows.map((row) => numberLane(row, axis)),
    ...givenLanes(drawn, axis),
    ...effects.map((bar, at) => effectLane(bar, axis, { end, lead: at === 0 ? 'Side effects' : '' })),
    ...(drawn.rescues.length === 0 ? [] : [rescueLane(drawn.rescues, axis)]),
    ...[...drawn.checks].map(([anchor, checks]) => checkLane(anchor, checks, axis)),
  ]
}

function pressureLane(pressures: readonly Pressure[], axis: Axis, height: number): Lane {
  const shown = pressures.filter(({ ms }) => isIn(axis, ms))
  // Every picture shows 60 to 160, so that two of them can be held side by side.
  const [low, high] = scale(
    [60, 160, ...shown.flatMap(({ systolic, diastolic }) => [systolic, diastolic])],
    20,
  )
  return {
    name: 'Blood pressure mmHg',
    height,
    draw(top) {
      const [upper, lower] = [top + 22, top + height - 10]
      const yOf = (value: number) => lower - ((value - low) / (high - low)) * (lower - upper)
      const edge = (side: 'systolic' | 'diastolic') =>
        shown.map((one) => `${rounded(xOf(axis, one.ms))},${rounded(yOf(one[side]))}`)
      const band = [...edge('systolic'), ...edge('diastolic').reverse()].join(' ')
      return [
        ...gridLines(low, high, 20, axis, yOf),
        tag('polygon', { points: band, fill: hues.blue, 'fill-opacity': 0.12 }),
        ...shown.map((one) => rangeMark(one, xOf(axis, one.ms), yOf)),
        ...numbersAt(shown, axis, yOf),
      ].join('')
    },
  }
}

function rangeMark({ systolic, diastolic }: Pressure, x: number, yOf: (value: number) => number): string {
  const [top, bottom] = [yOf(systolic), yOf(diastolic)]
  const look = { stroke: hues.blue, 'stroke-width': 2 }
  // Arrow heads that meet the two values, as on an anaesthetic chart.
  const down = `M${rounded(x - 4)} ${rounded(top - 6)}L${rounded(x)} ${rounded(top)}L${rounded(x + 4)} ${rounded(top - 6)}`
  const up = `M${rounded(x - 4)} ${rounded(bottom + 6)}L${rounded(x)} ${rounded(bottom)}L${rounded(x + 4)} ${rounded(bottom + 6)}`
  return line(x, top, x, bottom, look) + tag('path', { d: down + up, fill: 'none', ...look })
}

/** Each reading as numbers, the upper over its mark and the lower under it, as many as fit: the highest first. */
function numbersAt(
  shown: readonly Pressure[],
  axis: Axis,
  yOf: (value: number) => number,
): readonly string[] {
  const [, highest] = endsOf(shown.map(({ systolic }) => systolic))
  const labels = shown.map((one, at) => ({
    text: `${plainNumber(one.systolic)}${one.corrected ? '*' : ''}`,
    x: xOf(axis, one.ms),
    rank: one.systolic === highest ? 0 : at === shown.length - 1 ? 1 : at === 0 ? 2 : 3 + at,
    one,
  }))
  return fitting(labels, axis.left - 30, axis.right + 30).flatMap(({ text, x, one }) => {
    // A number may not lie on the mark of a neighbour.
    const near = labels.filter((other) => other.one !== one && Math.abs(other.x - x) < widthOf(text) / 2 + 5)
    const isOver = near.every((other) => other.one.systolic < one.systolic)
    const isUnder = near.every((other) => other.one.diastolic > one.diastolic)
    return [
      isOver ? words(text, x, yOf(one.systolic) - 9, { anchor: 'middle' }) : '',
      isUnder ? words(plainNumber(one.diastolic), x, yOf(one.diastolic) + 18, { anchor: 'middle' }) : '',
    ]
  })
}

function curveLane(
  name: string,
  points: readonly Point[],
  axis: Axis,
  hue: string,
  step: number,
): readonly Lane[] {
  const shown = points.filter(({ ms }) => isIn(axis, ms))
  if (shown.length === 0) return []
  const [low, high] = scale(
    shown.map(({ value }) => value),
    step,
  )
  const height = 62
  return [
    {
      name,
      height,
      draw(top) {
        const [upper, lower] = [top + 22, top + height - 8]
        const yOf = (value: number) => lower - ((value - low) / (high - low)) * (lower - upper)
        const [least, most] = endsOf(shown.map(({ value }) => value))
        const path = shown.map(({ ms, value }) => `${rounded(xOf(axis, ms))},${rounded(yOf(value))}`)
        const labels = shown.map(
          ({ ms, value, corrected }, at): Label => ({
            text: `${plainNumber(value)}${corrected ? '*' : ''}`,
            x: xOf(axis, ms),
            rank: value === least || value === most ? at : 1_000_000 + at,
          }),
        )
        return [
          ...gridLines(low, high, high - low, axis, yOf),
          tag('polyline', { points: path.join(' '), fill: 'none', stroke: hue, 'stroke-width': 1.5 }),
          ...shown.map(({ ms, value }) =>
            tag('circle', { cx: xOf(axis, ms), cy: yOf(value), r: 3, fill: hue }),
          ),
          // One row of numbers over the curve: a number on the curve would lie on its own line.
          ...fitting(labels, axis.left - 30, axis.right + 30).map(({ text, x }) =>
            words(text, x, top + 13, { anchor: 'middle' }),
          ),
        ].join('')
      },
    },
  ]
}

/** The least and the greatest; a log may hold more numbers than a call takes arguments. */
function endsOf(values: readonly number[]): readonly [number, number] {
  return [
    values.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
    values.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY),
  ]
}

/** A range of full steps that holds all values. */
function scale(values: readonly number[], step: number): readonly [number, number] {
  const [least, most] = endsOf(values)
  const [low, high] = [Math.floor(least / step) * step, Math.ceil(most / step) * step]
  return low === high ? [low - step, high + step] : [low, high]
}

function gridLines(
  low: number,
  high: number,
  step: number,
  axis: Axis,
  yOf: (value: number) => number,
): readonly string[] {
  const lines: string[] = []
  for (let value = low; value <= high; value += step) {
    const y = yOf(value)
    lines.push(
      line(axis.left, y, axis.right, y, { 'stroke-opacity': 0.18 }),
      words(plainNumber(value), axis.left - 6, y + 4, { anchor: 'end', size: 10, faint: true }),
    )
  }
  return lines
}

function unreadLane(times: readonly number[], axis: Axis): Lane {
  return {
    name: 'Not readable',
    height: 20,
    draw: (top) =>
      times
        .filter((ms) => isIn(axis, ms))
        .map((ms) => checkShape('missed', xOf(axis, ms), top + 10))
        .join(''),
  }
}

function numberLane({ name, points }: NumberRow, axis: Axis): Lane {
  const shown = points.filter(({ ms }) => isIn(axis, ms))
  const [, highest] = endsOf(shown.map(({ value }) => value))
  const labels = shown.map(
    ({ ms, value, corrected }, at): Label => ({
      text: `${plainNumber(value)}${corrected ? '*' : ''}`,
      x: xOf(axis, ms),
      rank: value === highest ? at : 1_000_000 + at,
    }),
  )
  return {
    name,
    height: 22,
    draw(top) {
      const placed = fitting(labels, axis.left - 30, axis.right + 30)
      return labels
        .map((label) =>
          placed.includes(label) ? words(label.text, label.x, top + 15, { anchor: 'middle' }) : '',
        )
        .join('')
    },
  }
}

function givenLanes({ given, flows }: Drawn, axis: Axis): readonly Lane[] {
  const lanes: Lane[] = []
  const shown = given.filter(({ ms }) => isIn(axis, ms))
  if (shown.length > 0) lanes.push(doseLane(shown, axis))
  const visible = flows.filter(({ from, to }) => from <= axis.to && to >= axis.from)
  if (visible.length > 0) lanes.push(flowLane(visible, axis))
  return lanes
}

/** Doses as marks, with their words on as many rows as they need so that none lies on another. */
function doseLane(shown: readonly Given[], axis: Axis): Lane {
  const rows: number[] = []
  const placed = shown.map((one) => {
    const x = xOf(axis, one.ms)
    const free = rows.findIndex((end) => x - 8 > end)
    const row = free === -1 ? rows.length : free
    rows[row] = x + 12 + widthOf(one.text)
    return { ...one, x, row }
  })
  return {
    name: 'Given',
    height: 6 + 18 * rows.length,
    draw: (top) =>
      placed
        .map(({ x, row, text, isLoss }) => {
          const y = top + 12 + 18 * row
          const shape = `M${rounded(x - 5)} ${y - 5}h10l-5 9z`
          const mark = isLoss
            ? tag('path', { d: shape, fill: 'none', stroke: hues.vermilion, 'stroke-width': 2 })
            : tag('path', { d: shape, fill: 'currentColor' })
          // Near the right edge the words stand before the mark.
          const isLast = x + 10 + widthOf(text) > axis.right + 20
          return mark + words(text, isLast ? x - 9 : x + 9, y + 4, { anchor: isLast ? 'end' : 'start' })
        })
        .join(''),
  }
}

function flowLane(flows: readonly Flow[], axis: Axis): Lane {
  const height = 34
  return {
    name: 'Infusion',
    height,
    draw(top) {
      const bars = flows.map(({ from, to, isPause, isOpen }) => {
        const [x1, x2] = [xOf(axis, Math.max(from, axis.from)), xOf(axis, Math.min(to, axis.to))]
        if (isPause)
          return tag('rect', {
            x: x1,
            y: top + 5,
            width: Math.max(1, x2 - x1),
            height: 10,
            fill: 'none',
            stroke: 'currentColor',
            'stroke-dasharray': '3 2',
          })
        const bar = tag('rect', {
          x: x1,
          y: top + 5,
          width: Math.max(1, x2 - x1),
          height: 10,
          fill: hues.blue,
        })
        return isOpen ? bar + openEnd(x2, top + 10, hues.blue) : bar
      })
      const labels = flows.map((flow, at): Label => {
        const [from, to] = [Math.max(flow.from, axis.from), Math.min(flow.to, axis.to)]
        return {
          text: flow.isPause ? 'pause' : (flow.rate ?? 'rate ?'),
          x: xOf(axis, (from + to) / 2),
          rank: flow.isPause ? at : flow.rate === flows[at - 2]?.rate ? 1_000_000 + at : at,
        }
      })
      return [
        ...bars,
        ...fitting(labels, axis.left - 20, axis.right + 30).map(({ text, x }) =>
          words(text, x, top + 28, { anchor: 'middle' }),
        ),
      ].join('')
    },
  }
}

function openEnd(x: number, y: number, hue: string): string {
  return tag('path', { d: `M${rounded(x)} ${rounded(y - 7)}l8 7l-8 7z`, fill: hue })
}

function effectLane(
  { name, from, to, isGone }: EffectBar,
  axis: Axis,
  { end, lead }: { readonly end: number; readonly lead: string },
): Lane {
  return {
    name: lead,
    height: 34,
    draw(top) {
      const [x1, x2] = [xOf(axis, Math.max(from, axis.from)), xOf(axis, Math.min(to ?? end, axis.to))]
      const ends = to !== undefined && to <= axis.to
      const tail = ends
        ? `, gone ${clockOf(to, axis.zone)}`
        : isGone
          ? ', gone, time not known'
          : ', not seen gone'
      const text = `${name}${tail}`
      // The words begin at the bar, or end at the right edge where they would run over it.
      const x = Math.min(x1, Math.max(axis.left - 100, axis.right + 20 - widthOf(text)))
      return [
        words(text, x, top + 13),
        tag('rect', {
          x: x1,
          y: top + 19,
          width: Math.max(2, x2 - x1),
          height: 8,
          fill: hues.vermilion,
          'fill-opacity': 0.8,
        }),
        ends
          ? line(x2, top + 16, x2, top + 30, { 'stroke-width': 2 })
          : openEnd(x2, top + 23, hues.vermilion),
      ].join('')
    },
  }
}

function rescueLane(times: readonly number[], axis: Axis): Lane {
  return {
    name: 'Rescue',
    height: 22,
    draw: (top) =>
      times
        .filter((ms) => isIn(axis, ms))
        .map((ms) => {
          const x = xOf(axis, ms)
          return tag('path', {
            d: `M${rounded(x - 2)} ${top + 4}h4v5h5v4h-5v5h-4v-5h-5v-4h5z`,
            fill: 'currentColor',
          })
        })
        .join(''),
  }
}

function checkLane(anchor: DueObservation['anchor'], checks: readonly Check[], axis: Axis): Lane {
  const shown = checks.filter(({ ms }) => isIn(axis, ms))
  const labels = shown.map(
    ({ ms, minutes, status }, at): Label => ({
      text: plainNumber(minutes),
      x: xOf(axis, ms),
      rank: status === 'done' || status === 'waiting' ? 1_000_000 + at : at,
    }),
  )
  return {
    name: `Checks, min from ${anchorWords[anchor].replace('the ', '')}`,
    height: 38,
    draw: (top) =>
      [
        ...shown.map(({ ms, status }) => checkShape(status, xOf(axis, ms), top + 10)),
        ...fitting(labels, axis.left - 30, axis.right + 30).map(({ text, x }) =>
          words(text, x, top + 31, { anchor: 'middle', size: 11 }),
        ),
      ].join(''),
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
