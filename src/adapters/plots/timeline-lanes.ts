/** The lanes of a treatment: what was given, scores, effects, medicines, what is planned, reviews and decisions. @module */
import { plainNumber } from '../../kernel/quantity.ts'
import { numbersAt } from './score-numbers.ts'
import { fitting, line, tag, widthOf, words } from './svg.ts'
import { type DayAxis, xOfDay } from './timeline-axis.ts'
import type { DrawnTimeline, Mark, ScoreLane, Turn } from './timeline-drawn.ts'
import {
  doseShape,
  effectShape,
  highestEffect,
  painted,
  standingShape,
  turnShape,
} from './timeline-shapes.ts'

/** A lane: its name over it, what stands in it, and what had no room. */
export interface TreatmentLane {
  readonly name: string
  readonly height: number
  /** Pixels under its top with words in them: the lines of days begin below. */
  readonly clear?: number
  draw(top: number): string
  readonly below?: readonly string[]
}

/** How a scale is known to the picture, where it is. */
export interface KnownScale {
  readonly title: string
  readonly least: number
  readonly most: number
  readonly worse: 'higher' | 'lower' | 'neither'
}

/** Rows of one kind: more of them would fill a telephone. */
const rowsAtMost = 6

/** The lanes that have something in them. */
export function treatmentLanes(
  drawn: DrawnTimeline,
  axis: DayAxis,
  scales: ReadonlyMap<string, KnownScale>,
): readonly TreatmentLane[] {
  return [
    ...drawn.scores.map((lane) => scoreLane(lane, axis, scales.get(lane.instrument))),
    ...(drawn.doses.length === 0 ? [] : [doseLane(drawn, axis)]),
    ...(drawn.effects.length === 0 ? [] : effectLanes(drawn, axis)),
    ...(drawn.medicines.length === 0 ? [] : medicineLanes(drawn, axis)),
    ...markLane('Sessions of the plan', drawn.planned, axis),
    ...markLane('Assessments of the plan', drawn.assessments, axis),
    ...(drawn.turns.length === 0 ? [] : [turnLane(drawn.turns, axis)]),
  ]
}

const totalSteps = [0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000] as const

function scoreLane(
  { instrument, points }: ScoreLane,
  axis: DayAxis,
  known: KnownScale | undefined,
): TreatmentLane {
  const plot = axis.width < 600 ? 78 : 92
  const totals = points.map(({ total }) => total)
  const least = known?.least ?? totals.reduce((low, each) => Math.min(low, each), 0)
  const highest = totals.reduce((high, each) => Math.max(high, each), least + 1)
  const most = Math.max(known?.most ?? roundUp(highest), highest)
  const step = totalSteps.find((each) => (plot / (most - least)) * each >= 24) ?? most - least
  const title = `${known?.title ?? instrument.toUpperCase()}${known === undefined || known.worse === 'neither' ? '' : `, ${known.worse} is worse`}`
  return {
    name: title,
    height: plot + 16,
    draw(top) {
      const [high, low] = [top + 8, top + 8 + plot]
      const yOf = (total: number) => low - ((total - least) / (most - least)) * (low - high)
      const placed = points.map(({ day, total }) => ({ x: xOfDay(axis, day), y: yOf(total), total }))
      const grid: string[] = []
      for (let turn = Math.ceil(least / step); turn * step <= most; turn += 1) {
        const y = yOf(turn * step)
        grid.push(
          line(axis.left, y, axis.right, y, { 'stroke-opacity': 0.12 }),
          words(plainNumber(turn * step), axis.left - 6, y + 4, { anchor: 'end' }),
        )
      }
      const uprights = [axis.today, ...(axis.start === null ? [] : [axis.start])].map((day) =>
        xOfDay(axis, day),
      )
      const r = points.length > 40 ? 2.2 : 3.6
      return [
        ...grid,
        ...placed.slice(1).map((to, at) => {
          const from = placed[at] ?? to
          return line(from.x, from.y, to.x, to.y, { 'stroke-width': 1.5, ...painted('score', 'stroke') })
        }),
        ...placed.map(({ x, y }) => tag('circle', { cx: x, cy: y, r, ...painted('score', 'fill') })),
        numbersAt(placed, {
          left: axis.left,
          right: axis.right + 6,
          top: top - 2,
          bottom: low + 8,
          uprights,
        }),
      ].join('')
    },
  }
}

function roundUp(value: number): number {
  const step = totalSteps.find((each) => each * 4 >= value) ?? 1000
  return Math.ceil(value / step) * step
}

/** Whether doses stand so close that each is a line. */
export function areDosesDense({ doses }: DrawnTimeline, axis: DayAxis): boolean {
  return isDense(
    doses.map(({ day }) => day),
    axis,
    9,
  )
}

/** Whether marks of this width would lie on one another. */
function isDense(days: readonly number[], axis: DayAxis, width: number): boolean {
  const xs = [...new Set(days)].map((day) => xOfDay(axis, day)).sort((a, b) => a - b)
  return xs.some((x, at) => at > 0 && x - (xs[at - 1] ?? x) < width)
}

function doseLane(drawn: DrawnTimeline, axis: DayAxis): TreatmentLane {
  const { doses } = drawn
  const dense = areDosesDense(drawn, axis)
  return {
    name: 'Given',
    height: 30,
    clear: 14,
    draw(top) {
      const labels = fitting(
        doses.map(({ day, text, isNew }, at) => {
          const half = widthOf(text) / 2
          const x = xOfDay(axis, day)
          // The first and the last dose keep their number near an edge.
          const inside = Math.min(Math.max(x, half + 4), axis.width - half - 4)
          return { text, x: inside, rank: at === doses.length - 1 ? 0 : isNew ? 1 : 2 }
        }),
        0,
        axis.width,
        6,
      )
      return [
        ...labels.map(({ text, x }) => words(text, x, top + 11, { anchor: 'middle' })),
        ...doses.map(({ day }) => doseShape(xOfDay(axis, day), top + 22, dense)),
      ].join('')
    },
  }
}

function effectLanes({ effects }: DrawnTimeline, axis: DayAxis): readonly TreatmentLane[] {
  const shown = effects.slice(0, rowsAtMost)
  const rest = effects.slice(rowsAtMost)
  return shown.map(
    ({ name, seen }, at): TreatmentLane => ({
      name: at === 0 ? `Side effects: ${name}` : name,
      height: highestEffect + 4,
      draw: (top) =>
        seen
          .map(({ day, grade, to }) => {
            const [x, base] = [xOfDay(axis, day), top + highestEffect + 2]
            const until = to === null ? '' : bar(x, xOfDay(axis, Math.min(to, axis.to)), base - 1, 'effect')
            return until + effectShape(x, base, grade)
          })
          .join(''),
      ...(at > 0 || rest.length === 0
        ? {}
        : {
            below: [
              `Further side effects: ${rest.map((one) => `${one.name} (${one.seen.length})`).join(', ')}.`,
            ],
          }),
    }),
  )
}

function bar(x1: number, x2: number, y: number, part: 'effect' | 'medicine', dash?: string): string {
  return line(x1, y, x2, y, { 'stroke-width': 2, 'stroke-dasharray': dash, ...painted(part, 'stroke') })
}

function medicineLanes({ medicines }: DrawnTimeline, axis: DayAxis): readonly TreatmentLane[] {
  const shown = medicines.slice(0, rowsAtMost)
  const rest = medicines.slice(rowsAtMost)
  return shown.map(({ name, from, to, isOpen }, at): TreatmentLane => {
    const inside = (day: number) => xOfDay(axis, Math.min(Math.max(day, axis.from), axis.to))
    const end = inside(to ?? axis.today)
    return {
      name: at === 0 ? `Medicines: ${name}` : name,
      height: 12,
      draw(top) {
        const y = top + 5
        const start = from === null ? axis.left : inside(from)
        return [
          // Dashed where nobody knows since when, or until when.
          bar(
            start,
            Math.max(end, start + 2),
            y,
            'medicine',
            from === null || (!isOpen && to === null) ? '4 3' : undefined,
          ),
          from === null || from < axis.from
            ? ''
            : line(start, y - 5, start, y + 5, painted('medicine', 'stroke')),
          isOpen || to === null || to > axis.to
            ? ''
            : line(end, y - 5, end, y + 5, painted('medicine', 'stroke')),
        ].join('')
      },
      ...(at > 0 || rest.length === 0 ? {} : { below: [`Further medicines: ${rest.length}.`] }),
    }
  })
}

function markLane(name: string, marks: readonly Mark[], axis: DayAxis): readonly TreatmentLane[] {
  if (marks.length === 0) return []
  const dense = isDense(
    marks.map(({ day }) => day),
    axis,
    13,
  )
  // What asks for somebody's eye lies over what does not.
  const order = [
    'cancelled',
    'planned',
    'to-choose',
    'given',
    'unknown',
    'due',
    'awaiting-review',
    'missed',
    'past-due',
  ] as const
  return [
    {
      name,
      height: 20,
      draw: (top) =>
        [...marks]
          .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || a.day - b.day)
          .map(({ day, standing }) => standingShape(standing, xOfDay(axis, day), top + 9, dense))
          .join(''),
    },
  ]
}

const turnRow = 22
const turnRowsAtMost = 4

/** Reviews and decisions, numbered; the numbers are told beneath the picture. */
function turnLane(turns: readonly Turn[], axis: DayAxis): TreatmentLane {
  const rows: number[] = []
  let hidden = 0
  const placed = turns.flatMap((turn, at) => {
    const x = xOfDay(axis, turn.day)
    const free = rows.findIndex((last) => x - last >= 24)
    const row = free < 0 ? rows.length : free
    if (row >= turnRowsAtMost) {
      hidden += 1
      return []
    }
    rows[row] = x
    return [{ ...turn, x, row, number: `${at + 1}` }]
  })
  return {
    name: 'Reviews and decisions',
    height: rows.length * turnRow + 2,
    clear: rows.length * turnRow,
    draw: (top) =>
      placed
        .map(({ kind, x, row, number }) => {
          const y = top + 10 + row * turnRow
          return turnShape(kind, x, y) + words(number, x, y + 4, { anchor: 'middle', size: 11 })
        })
        .join(''),
    ...(hidden === 0
      ? {}
      : { below: [`${hidden} of the reviews and decisions have no mark: there is no room.`] }),
  }
}
