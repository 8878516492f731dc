/** The days under the picture of a treatment, and the lines they send up through it. @module */
import { type CivilDate, civilDate, dayNumber } from '../../kernel/time.ts'
import type { PhaseBand } from '../../timeline/timeline-shape.ts'
import { signed } from './score-scale.ts'
import { fitting, line, widthOf, words } from './svg.ts'
import type { DrawnTimeline } from './timeline-drawn.ts'
import { painted } from './timeline-shapes.ts'

/** A stretch of civil days on a stretch of pixels. */
export interface DayAxis {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
  /** Of the whole picture. */
  readonly width: number
  readonly today: number
  /** The day of the first dose. */
  readonly start: number | null
}

/** Where a day lies. */
export function xOfDay({ from, to, left, right }: DayAxis, day: number): number {
  return left + ((day - from) / (to - from)) * (right - left)
}

/** The days a picture is about: those of the course, and today. Medicines and notes may lie years before it. */
export function stretchOfDays(
  { doses, scores, effects, planned, assessments, turns }: DrawnTimeline,
  phases: readonly PhaseBand[],
  { today, start }: Pick<DayAxis, 'today' | 'start'>,
): { readonly from: number; readonly to: number } {
  const days = [
    ...(start === null ? [] : [start]),
    ...[...doses, ...planned, ...assessments, ...turns].map(({ day }) => day),
    ...scores.flatMap(({ points }) => points.map(({ day }) => day)),
    ...effects.flatMap(({ seen }) => seen.map(({ day }) => day)),
    ...phases.flatMap(({ from, to }) => [dayNumber(from), ...(to === null ? [] : [dayNumber(to)])]),
  ]
  const [first, last] = days.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [today, today],
  )
  const room = first === last ? 7 : Math.max(1, (last - first) * 0.03)
  return { from: first - room, to: last + room }
}

const steps = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640, 7280, 18_200, 36_400] as const
const dateWidth = widthOf('2026-01-01')
/** Where a date may begin: the name of its row stands before it. */
const firstDate = 12 + widthOf('Date') + 8

function ticksOf(axis: DayAxis): readonly number[] {
  const { from, to, left, right, start, today } = axis
  const perDay = (right - left) / (to - from)
  const step = steps.find((each) => each * perDay >= dateWidth + 10) ?? 73_000
  const zero = start ?? today
  const days: number[] = []
  for (let turn = Math.ceil((from - zero) / step); zero + turn * step <= to; turn += 1)
    days.push(zero + turn * step)
  return days
}

/** Faint lines of the named days, the first dose, and the moment the picture speaks of. */
export function dayLines(axis: DayAxis, top: number, bottom: number): string {
  const { start, today } = axis
  return [
    ...ticksOf(axis).map((day) => {
      const x = xOfDay(axis, day)
      return line(x, top, x, bottom, { 'stroke-opacity': 0.1 })
    }),
    start === null
      ? ''
      : line(xOfDay(axis, start), top, xOfDay(axis, start), bottom, {
          'stroke-width': 1.5,
          'stroke-opacity': 0.5,
        }),
    line(xOfDay(axis, today), top, xOfDay(axis, today), bottom, {
      'stroke-width': 1.5,
      'stroke-dasharray': '5 3',
      ...painted('now', 'stroke'),
    }),
  ].join('')
}

/** Days from the first dose, where there was one, and the calendar under them. */
export function dayNames(axis: DayAxis, top: number): { readonly svg: string; readonly bottom: number } {
  const { left, right, width, start, today } = axis
  const anchor = start ?? today
  const named = fitting(
    ticksOf(axis).map((day) => {
      const tick = xOfDay(axis, day)
      // The day that is counted from always has its date, if need be a little to the right.
      const x = day === anchor ? Math.max(tick, firstDate + dateWidth / 2) : tick
      return { day, tick, x, text: dateOf(day), rank: day === anchor ? 0 : 1 }
    }),
    firstDate,
    width - 4,
  )
  const row = start === null ? top + 18 : top + 34
  const parts = [
    line(left, top, right, top, { 'stroke-opacity': 0.5 }),
    ...(start === null ? [] : [words('Day', 12, top + 18)]),
    words('Date', 12, row),
    ...named.map(
      ({ day, tick, x, text }) =>
        line(tick, top, tick, top + 5) +
        (start === null
          ? ''
          : words(signed(day - start), Math.max(tick, left + 4), top + 18, { anchor: 'middle' })) +
        words(text, x, row, { anchor: 'middle' }),
    ),
  ]
  return { svg: parts.join(''), bottom: row + 6 }
}

/** The civil day of a day number. */
export function dateOf(day: number): CivilDate {
  return civilDate(day)
}
