/** The two axes of a chart of scores: days along, totals up. @module */
import { plainNumber } from '../../kernel/quantity.ts'
import { type CivilDate, civilDate, dayNumber } from '../../kernel/time.ts'
import type { ScoreTrend } from '../../measure/series-shape.ts'
import { fitting, line, widthOf, words } from './svg.ts'

/** Where days and totals lie. */
export interface Scale {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly fromDay: number
  readonly toDay: number
  readonly least: number
  readonly most: number
  readonly start: CivilDate
  /** Of the whole picture. */
  readonly width: number
}

/** The days a chart is about: all scores and events, the first dose, and some room at either end. */
export function daysOf({ points, events }: ScoreTrend): { readonly fromDay: number; readonly toDay: number } {
  const days = [0, ...points.map(({ day }) => day), ...events.map(({ day }) => day)]
  const [first, last] = days.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [0, 0])
  const room = first === last ? 7 : Math.max(1, (last - first) * 0.04)
  return { fromDay: first - room, toDay: last + room }
}

/** Where a day lies. */
export function xOfDay({ left, right, fromDay, toDay }: Scale, day: number): number {
  return left + ((day - fromDay) / (toDay - fromDay)) * (right - left)
}

/** Where a total lies. */
export function yOfTotal({ top, bottom, least, most }: Scale, total: number): number {
  return most === least ? bottom : bottom - ((total - least) / (most - least)) * (bottom - top)
}

/** The civil day so many days from the first dose. */
export function dateOfDay(start: CivilDate, day: number): CivilDate {
  return civilDate(dayNumber(start) + day)
}

const daySteps = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640, 7280, 18_200, 36_400] as const
const totalSteps = [0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500] as const

/** Lines across at round totals, with their numbers. */
export function totalAxis(scale: Scale): string {
  const { left, right, top, bottom, least, most } = scale
  const perPoint = (bottom - top) / Math.max(1e-9, most - least)
  const step = totalSteps.find((each) => each * perPoint >= 22) ?? most - least
  const parts: string[] = []
  for (let turn = Math.ceil(least / step); turn * step <= most; turn += 1) {
    const y = yOfTotal(scale, turn * step)
    parts.push(
      line(left, y, right, y, { 'stroke-opacity': '0.12' }),
      words(plainNumber(turn * step), left - 6, y + 4, { anchor: 'end' }),
    )
  }
  parts.push(line(left, top, left, bottom, { 'stroke-opacity': 0.5 }))
  return parts.join('')
}

/** Days from the first dose and the calendar under them, as many as have room. */
export function dayAxis(scale: Scale, top: number): { readonly svg: string; readonly bottom: number } {
  const { left, right, fromDay, toDay, start, width } = scale
  const perDay = (right - left) / (toDay - fromDay)
  const step = daySteps.find((each) => each * perDay >= widthOf('2026-01-01') + 10) ?? 73_000
  const days: number[] = []
  for (let turn = Math.ceil(fromDay / step); turn * step <= toDay; turn += 1) days.push(turn * step)
  const half = widthOf('2026-01-01') / 2
  const named = fitting(
    days.map((day) => {
      const x = xOfDay(scale, day)
      // The day of the first dose always has its date, if need be a little to the right.
      const named = day === 0 ? Math.max(x, left + half) : x
      return { day, tick: x, x: named, text: dateOfDay(start, day), rank: day === 0 ? 0 : 1 }
    }),
    left,
    width - 4,
  )
  const parts = [
    line(left, top, right, top, { 'stroke-opacity': 0.5 }),
    words('Day', 12, top + 18),
    words('Date', 12, top + 34),
    ...named.map(
      ({ day, tick, x, text }) =>
        line(tick, top, tick, top + 5) +
        words(signed(day), Math.max(tick, left + 4), top + 18, { anchor: 'middle' }) +
        words(text, x, top + 34, { anchor: 'middle' }),
    ),
  ]
  return { svg: parts.join(''), bottom: top + 40 }
}

/** A whole number with a true minus sign. */
export function signed(day: number): string {
  return day < 0 ? `\u2212${-day}` : `${day}`
}
