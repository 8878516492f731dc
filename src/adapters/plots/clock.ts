/** The time axis of a picture: where a moment lies, and which moments are named. @module */
import { formatInstant, type Instant, instantMs, offsetMinutes } from '../../kernel/time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A stretch of time on a stretch of pixels. */
export interface Axis {
  /** Milliseconds. */
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
  readonly zone: string
}

/** Where a moment lies. */
export function xOf(axis: Axis, ms: number): number {
  const part = (ms - axis.from) / (axis.to - axis.from)
  return axis.left + part * (axis.right - axis.left)
}

/** Whether a moment lies in the picture. */
export function isIn(axis: Pick<Axis, 'from' | 'to'>, ms: number): boolean {
  return ms >= axis.from && ms <= axis.to
}

/** The wall clock of the zone, `09:06`. */
export function clockOf(ms: number, zone: string): string {
  return local(ms, zone).slice(11, 16)
}

/** Day and wall clock of the zone, `2026-11-24 09:06`. */
export function dayAndClockOf(ms: number, zone: string): string {
  return local(ms, zone).slice(0, 16).replace('T', ' ')
}

function local(ms: number, zone: string): Instant {
  return formatInstant(ms, offsetMinutes(ms, zone))
}

/** A named moment of an axis. */
export interface Tick {
  readonly x: number
  readonly text: string
}

const steps = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720] as const

/** Minutes between two named moments, so that there is room for their names. */
function stepOf(axis: Axis, room: number): number {
  const perMinute = ((axis.right - axis.left) * MINUTE) / (axis.to - axis.from)
  return steps.find((step) => step * perMinute >= room) ?? 1440
}

/** Full minutes of the wall clock. Where the clock changes, each side has its own names. */
export function clockTicks(axis: Axis): readonly Tick[] {
  const step = stepOf(axis, 52) * MINUTE
  const ticks: Tick[] = []
  // Offsets are whole quarters of an hour today: the steps of one side fall on full minutes of the other.
  const shift = (offsetMinutes(axis.from, axis.zone) * MINUTE) % step
  const first = Math.ceil((axis.from + shift) / step) * step - shift
  for (let ms = first; ms <= axis.to; ms += step)
    ticks.push({ x: xOf(axis, ms), text: clockOf(ms, axis.zone) })
  return ticks
}

/** Whole minutes from a moment on, those before it below 0. */
export function minuteTicks(axis: Axis, start: number): readonly Tick[] {
  const step = stepOf(axis, 52) * MINUTE
  const ticks: Tick[] = []
  const first = Math.ceil((axis.from - start) / step)
  const last = Math.floor((axis.to - start) / step)
  for (let turn = first; turn <= last; turn += 1) {
    const minutes = (turn * step) / MINUTE
    ticks.push({ x: xOf(axis, start + turn * step), text: signed(minutes) })
  }
  return ticks
}

function signed(minutes: number): string {
  return minutes < 0 ? `−${-minutes}` : `${minutes}`
}

/** The hour of a clock change inside the axis; none where the clock runs on. */
export function clockChange(axis: Axis): number | undefined {
  if (offsetMinutes(axis.from, axis.zone) === offsetMinutes(axis.to, axis.zone)) return undefined
  const offset = offsetMinutes(axis.from, axis.zone)
  let [low, high] = [axis.from, axis.to]
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMinutes(middle, axis.zone) === offset) low = middle
    else high = middle
  }
  return Math.floor(high / MINUTE) * MINUTE
}

/** The moments a picture is about: what is drawn, but not what lies hours before the dose or after the person left. */
export function stretchOf(
  times: readonly number[],
  { start, left, asOf }: { readonly start?: number; readonly left?: number; readonly asOf: number },
): { readonly from: number; readonly to: number } {
  const drawn = [...times].sort((a, b) => a - b)
  const middle = start ?? drawn[0] ?? left ?? asOf
  const earliest = middle - 3 * HOUR
  const latest = left === undefined ? middle + 12 * HOUR : Math.min(left + HOUR / 2, middle + 24 * HOUR)
  const inside = drawn.filter((ms) => ms >= earliest && ms <= latest)
  const first = inside[0] ?? middle
  const last = Math.max(
    inside[inside.length - 1] ?? middle,
    left === undefined ? first : Math.min(left, latest),
  )
  // While nobody left, the picture goes on to the moment it speaks of, but not through an empty night.
  const end = left === undefined ? Math.max(last, Math.min(asOf, last + HOUR)) : last
  const pad = Math.max(3 * MINUTE, (end - first) * 0.025)
  return { from: first - pad, to: end + pad }
}

/** Milliseconds of an instant; none where there is none. */
export function msOf(at: Instant | undefined): number | undefined {
  if (at === undefined) return undefined
  const ms = instantMs(at)
  return Number.isNaN(ms) ? undefined : ms
}
