/** Civil days, instants and zones: the only file that knows how clocks and calendars behave. @module */

import { tzOffset } from '@date-fns/tz/tzOffset'
import { err, ok, type Result } from './result.ts'
import { answered } from './total.ts'

/** A day of the calendar, `YYYY-MM-DD`. */
export type CivilDate = string
/** A day, a month or a year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string
/** A point in time, with seconds and an offset: `2026-10-05T09:00:00-04:00`. */
export type Instant = string
/** A partial date or an instant. */
export type When = string

const FIRST_YEAR = 1880
const LAST_YEAR = 2200
const DAY_MS = 86_400_000

// --- Reading text. By hand: no `Date` (it turns 30 February into 2 March), no pattern that could run long.

/** Two digits as a number; NaN where there are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

const four = (text: string, at: number): number => two(text, at) * 100 + two(text, at + 2)

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 of a valid year, month and day: years counted from March, so that the leap day comes last. */
function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const daysBeforeMonth = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  return (
    y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + daysBeforeMonth + day - 719_469
  )
}

/** The day written in the first ten characters; NaN where they are no day of the Gregorian calendar. */
function readDay(text: string): number {
  const year = four(text, 0)
  const month = two(text, 5)
  const day = two(text, 8)
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)))
    return Number.NaN
  return dayOf(year, month, day)
}

const yearInRange = (text: string): boolean => {
  const year = four(text, 0)
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/**
 * Whether the text is a day of the calendar, years 1880 to 2200.
 *
 * @example
 * ```ts
 * isCivilDate('2024-02-29') // => true
 * isCivilDate('2023-02-29') // => false
 * ```
 */
export function isCivilDate(text: unknown): text is CivilDate {
  return typeof text === 'string' && text.length === 10 && yearInRange(text) && !Number.isNaN(readDay(text))
}

/** Whether the text is a day, a month or a year, years 1880 to 2200. */
export function isPartialDate(text: unknown): text is PartialDate {
  if (typeof text !== 'string' || !yearInRange(text)) return false
  if (text.length === 4) return true
  if (text.length === 7) return text.charCodeAt(4) === 45 && two(text, 5) >= 1 && two(text, 5) <= 12
  return isCivilDate(text)
}

/** Whether the text is an instant with seconds and an offset; see {@link instantMs}. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && !Number.isNaN(instantMs(text))
}

/** Whether the text is a partial date or an instant. */
export function isWhen(text: unknown): text is When {
  return isPartialDate(text) || isInstant(text)
}

// --- Days. Plain arithmetic on the Gregorian calendar; a civil day has no zone.

/**
 * Days from 1970-01-01 to a civil day.
 *
 * Years 0000 to 9999 are read here, so that sums may leave the range that records are held to.
 *
 * @returns a whole number; NaN where the text is no day
 *
 * @example
 * ```ts
 * dayNumber('1970-01-02') // => 1
 * ```
 */
export function dayNumber(civil: CivilDate): number {
  return typeof civil === 'string' && civil.length === 10 ? readDay(civil) : Number.NaN
}

const pad = (value: number, width: number): string => `${value}`.padStart(width, '0')
const pad2 = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/**
 * The civil day of a day number.
 *
 * @returns `YYYY-MM-DD`; the empty text, which nothing reads as a day, where the number is not whole or the year
 *   does not have four digits
 *
 * @example
 * ```ts
 * civilDate(1) // => '1970-01-02'
 * ```
 */
export function civilDate(day: number): CivilDate {
  if (!Number.isInteger(day)) return ''
  // Counted from 1 March of year 0 in eras of 400 years, which all have the same length.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (year < 0 || year > 9999) return ''
  return `${pad(year, 4)}-${pad2(month)}-${pad2(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)}`
}

/** The day some days later (earlier where negative); the empty text where there is none. */
export function addDays(civil: CivilDate, days: number): CivilDate {
  if (typeof days !== 'number') return ''
  return civilDate(dayNumber(civil) + days)
}

/**
 * The same day some calendar months later; the last of the month where the month is too short.
 *
 * @returns the day; the empty text where `civil` is no day, `months` is not whole, or the year leaves four digits
 *
 * @example
 * ```ts
 * addMonths('2026-01-31', 1) // => '2026-02-28'
 * ```
 */
export function addMonths(civil: CivilDate, months: number): CivilDate {
  if (Number.isNaN(dayNumber(civil)) || !Number.isInteger(months)) return ''
  const count = four(civil, 0) * 12 + two(civil, 5) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  if (year < 0 || year > 9999) return ''
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(two(civil, 8), daysInMonth(year, month)), 2)}`
}

/** The same day some years later; 28 February for a 29th that the year does not have. */
export function addYears(civil: CivilDate, years: number): CivilDate {
  return addMonths(civil, years * 12)
}

// --- Instants.

/**
 * Milliseconds from 1970-01-01T00:00:00Z to an instant.
 *
 * Read: `YYYY-MM-DDThh:mm:ss`, a fraction of up to nine digits if there is one (what follows the millisecond is
 * dropped), then `Z` or an offset from -12:00 to +14:00. Refused: a leap second (`:60` names no moment that other
 * clocks can place), hour 24, a missing offset, small letters, spaces, and any field out of its range.
 *
 * @returns a whole number; NaN where the text is no instant
 *
 * @example
 * ```ts
 * instantMs('1970-01-01T01:00:00.500+01:00') // => 500
 * ```
 */
export function instantMs(text: Instant): number {
  return readInstant(text, point) ? point.from : Number.NaN
}

/**
 * A range to be written again and again.
 *
 * A class of its own: engines keep its numbers unboxed only apart from other objects with members of these names.
 */
export class OpenRange {
  from = Number.NaN
  to = Number.NaN
}

const point = /* @__PURE__ */ new OpenRange()

/**
 * Reads an instant as a range of one point; see {@link instantMs}.
 *
 * It writes where it is told to, because a number handed back costs an object, and a cohort reads millions of them.
 *
 * @returns false where the text is no instant; nothing is written then
 */
export function readInstant(text: Instant, into: OpenRange): boolean {
  if (typeof text !== 'string' || text.length < 20 || text.length > 35 || !yearInRange(text)) return false
  const day = readDay(text)
  const hour = two(text, 11)
  const minute = two(text, 14)
  const second = two(text, 17)
  const marks = text.charCodeAt(10) === 84 && text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58
  if (!(marks && hour <= 23 && minute <= 59 && second <= 59)) return false
  let at = 19
  let ms = 0
  if (text.charCodeAt(at) === 46) {
    const start = at + 1
    for (at = start; at < start + 9; at += 1) {
      const digit = text.charCodeAt(at) - 48
      if (!(digit >= 0 && digit <= 9)) break
      if (at < start + 3) ms += digit * (at === start ? 100 : at === start + 1 ? 10 : 1)
    }
    if (at === start) return false
  }
  const offset = readOffset(text, at)
  const total = day * DAY_MS + ((hour * 60 + minute - offset) * 60 + second) * 1000 + ms
  if (Number.isNaN(total)) return false
  into.from = total
  into.to = total
  return true
}

/** The offset at the end of an instant, in minutes; NaN where the text does not end in one. */
function readOffset(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === 90) return text.length === at + 1 ? 0 : Number.NaN
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58)
    return Number.NaN
  const minute = two(text, at + 4)
  if (!(minute <= 59)) return Number.NaN
  const total = two(text, at + 1) * 60 + minute
  if (sign === 45) return total <= 720 ? -total : Number.NaN
  return total <= 840 ? total : Number.NaN
}

/**
 * An instant as text, on a clock with the given offset.
 *
 * @param ms - milliseconds since 1970-01-01T00:00:00Z
 * @param offsetMinutes - minutes east of Greenwich; one that cannot be written (a fraction of a minute, beyond
 *   -12:00 or +14:00) gives the same instant in UTC
 * @returns the text; the empty text where `ms` is not finite or the year does not have four digits
 *
 * @example
 * ```ts
 * formatInstant(0, -300) // => '1969-12-31T19:00:00-05:00'
 * ```
 */
export function formatInstant(ms: number, offsetMinutes: number): Instant {
  const written = Number.isInteger(offsetMinutes) && offsetMinutes >= -720 && offsetMinutes <= 840
  const offset = written ? offsetMinutes : 0
  const local = Math.floor(ms) + offset * 60_000
  const day = civilDate(Math.floor(local / DAY_MS))
  if (day === '') return ''
  const inDay = local - Math.floor(local / DAY_MS) * DAY_MS
  const seconds = Math.floor(inDay / 1000)
  const fraction = inDay % 1000 === 0 ? '' : `.${pad(inDay % 1000, 3)}`
  const clock = `${pad2(Math.floor(seconds / 3600))}:${pad2(Math.floor(seconds / 60) % 60)}:${pad2(seconds % 60)}`
  const away = Math.abs(offset)
  const zone =
    offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${pad2(Math.floor(away / 60))}:${pad2(away % 60)}`
  return `${day}T${clock}${fraction}${zone}`
}

// Of the times of a plan nearly all have the offset of the one before.
let lastOffset = 0
let lastEnding = 'Z'

/**
 * The text of a planned time that was read from `day` and `time`: the clock shows them then, unless it was moved.
 *
 * The same text as {@link formatInstant} gives, put together from what is there already.
 */
export function formatPlanned(day: CivilDate, time: string, { ms, offset, is }: PlannedTime): Instant {
  const isShown = is !== 'moved-after-gap' && Number.isInteger(offset) && offset >= -720 && offset <= 840
  if (!isShown) return formatInstant(ms, offset)
  if (offset !== lastOffset) {
    lastOffset = offset
    lastEnding = formatInstant(0, offset).slice('1970-01-01T00:00:00'.length)
  }
  return `${day}T${time}:00${lastEnding}`
}

// --- Zones. Offsets come from the zone tables of the platform through @date-fns/tz, once per zone and stretch
// of time; after that a look-up is a few comparisons.

/** The offsets of one zone in one stretch of time. */
interface Stretch {
  readonly first: number
  readonly changes: readonly { readonly at: number; readonly offset: number }[]
}

const STRETCH_MS = 366 * DAY_MS
/** Two changes of the clock less than this apart, back to the same offset, would be overlooked. */
const SAMPLE_MS = 7 * DAY_MS
const EARLIEST_MS = /* @__PURE__ */ dayOf(FIRST_YEAR, 1, 1) * DAY_MS - 7 * DAY_MS
const LATEST_MS = /* @__PURE__ */ dayOf(LAST_YEAR + 1, 1, 1) * DAY_MS + 7 * DAY_MS
/** Some 130 zones over thirty years; beyond that the tables are thrown away and found again. */
const MOST_STRETCHES = 4096

let zones = new Map<string, Map<number, Stretch>>()
let stretchCount = 0
let lastName = ''
let lastZone: Map<number, Stretch> | undefined

/** The tables of a zone; nothing where the platform does not know the name. */
function zoneTables(name: string): Map<number, Stretch> | undefined {
  if (name === lastName) return lastZone
  if (typeof name !== 'string' || name.length > 64 || !/^[A-Za-z]/.test(name)) return undefined
  let found = zones.get(name)
  if (found === undefined) {
    try {
      new Intl.DateTimeFormat('en-US', { timeZone: name })
    } catch {
      return undefined
    }
    if (zones.size >= MOST_STRETCHES) zones = new Map()
    found = new Map()
    zones.set(name, found)
  }
  lastName = name
  lastZone = found
  return found
}

/** The offset from the platform's tables, in ms. */
function tableOffset(name: string, ms: number): number {
  const date = new Date(ms)
  const minutes = tzOffset(name, date)
  if (minutes === 0 || Math.abs(minutes) >= 60) return Math.round(minutes * 60) * 1000
  // Within an hour of Greenwich tzOffset loses the sign (old Dublin, Lisbon, Monrovia); the platform's text has it.
  const text = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }).format(date)
  return Math.round(Math.abs(minutes) * 60) * (text.includes('GMT-') ? -1000 : 1000)
}

/** Every change of the clock in a stretch: sampled by the week, then halved down to the second. */
function scan(name: string, from: number): Stretch {
  const first = tableOffset(name, from)
  const changes: { at: number; offset: number }[] = []
  let at = from
  let offset = first
  while (at < from + STRETCH_MS) {
    const next = Math.min(at + SAMPLE_MS, from + STRETCH_MS)
    const after = tableOffset(name, next)
    while (offset !== after) {
      let low = at
      let high = next
      while (high - low > 1000) {
        const middle = low + Math.floor((high - low) / 2000) * 1000
        if (tableOffset(name, middle) === offset) low = middle
        else high = middle
      }
      at = high
      offset = tableOffset(name, high)
      changes.push({ at, offset })
    }
    at = next
  }
  return { first, changes }
}

/** Local time minus UTC at an instant, in ms; NaN for an unknown zone or a time outside the years read. */
function offsetMs(ms: number, name: string): number {
  const zone = zoneTables(name)
  if (zone === undefined || !(ms >= EARLIEST_MS && ms <= LATEST_MS)) return Number.NaN
  const index = Math.floor(ms / STRETCH_MS)
  let stretch = zone.get(index)
  if (stretch === undefined) {
    stretch = scan(name, index * STRETCH_MS)
    stretchCount += 1
    if (stretchCount > MOST_STRETCHES) {
      zones = new Map([[name, zone]])
      zone.clear()
      stretchCount = 1
    }
    zone.set(index, stretch)
  }
  let offset = stretch.first
  for (const change of stretch.changes) {
    if (ms < change.at) break
    offset = change.offset
  }
  return offset
}

/**
 * Whether the platform knows a zone of this name (`America/New_York`).
 *
 * An offset (`+05:00`) is not a zone: it cannot say when the clock changes.
 */
export function isZone(name: unknown): name is string {
  return typeof name === 'string' && zoneTables(name) !== undefined
}

/** Minutes east of Greenwich at an instant; NaN for an unknown zone. Old local times may hold a fraction. */
export function offsetMinutes(ms: number, zone: string): number {
  return offsetMs(ms, zone) / 60_000
}

/** The day number on the wall calendar of a zone at an instant; NaN for an unknown zone. */
export function dayNumberAt(ms: number, zone: string): number {
  return Math.floor((ms + offsetMs(ms, zone)) / DAY_MS)
}

/** The civil day in a zone at an instant; the empty text for an unknown zone. */
export function civilDayAt(ms: number, zone: string): CivilDate {
  if (typeof ms !== 'number') return ''
  return civilDate(dayNumberAt(ms, zone))
}

/** When a wall clock showed a local time. */
type Shown =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'twice'; readonly at: number; readonly again: number }
  /** Never: the clock was put forward over it at this instant. */
  | { readonly kind: 'skipped'; readonly at: number }

/** Finds a local time, given in ms as if it were UTC. A day to either side the clock has surely changed, or not. */
function shown(local: number, zone: string): Shown | undefined {
  const before = offsetMs(local - DAY_MS, zone)
  const after = offsetMs(local + DAY_MS, zone)
  if (Number.isNaN(before) || Number.isNaN(after)) return undefined
  const one = local - before
  if (before === after) return { kind: 'once', at: one }
  const other = local - after
  const oneHolds = offsetMs(one, zone) === before
  const otherHolds = offsetMs(other, zone) === after
  if (oneHolds && otherHolds) return { kind: 'twice', at: Math.min(one, other), again: Math.max(one, other) }
  if (oneHolds || otherHolds) return { kind: 'once', at: oneHolds ? one : other }
  let low = other
  let high = one
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(middle, zone) === before) low = middle
    else high = middle
  }
  return { kind: 'skipped', at: high }
}

/**
 * The first instant of a civil day in a zone, also where its midnight does not exist.
 *
 * @returns ms since 1970-01-01T00:00:00Z; NaN where the day or the zone is unknown. Where the clock was put back
 *   over midnight, the first of the two; where a whole day was left out of the calendar, the instant it was left out.
 */
export function startOfDayMs(civil: CivilDate, zone: string): number {
  return startOfDay(dayNumber(civil), zone)
}

function startOfDay(day: number, zone: string): number {
  return shown(day * DAY_MS, zone)?.at ?? Number.NaN
}

/** The last millisecond of a civil day in a zone. */
function endOfDay(day: number, zone: string): number {
  const midnight = shown((day + 1) * DAY_MS, zone)
  if (midnight === undefined) return Number.NaN
  // Put back from 00:01 to 23:01, the day goes on for an hour; put back from 01:00 to 00:00, it was over before.
  if (midnight.kind === 'twice' && dayNumberAt(midnight.again - 1, zone) <= day) return midnight.again - 1
  return midnight.at - 1
}

// --- Local times.

/** A time on a wall clock, and whether somebody saw it there or means to act then. */
export interface LocalTime {
  readonly day: CivilDate
  /** `HH:MM` */
  readonly time: string
  readonly zone: string
  readonly kind: 'recorded' | 'planned'
  /** Minutes east of Greenwich, where the record says which of two equal times it was. */
  readonly offsetMinutes?: number
}

/** Why a local time names no instant. Each case carries what is needed to ask again. */
export type LocalTimeError =
  | { readonly code: 'not-a-day' }
  | { readonly code: 'not-a-time' }
  | { readonly code: 'unknown-zone' }
  /** The clock was put forward over it: the last minute before and the first instant after. */
  | { readonly code: 'skipped-local-time'; readonly before: Instant; readonly after: Instant }
  /** The clock showed it twice. */
  | { readonly code: 'ambiguous-local-time'; readonly earlier: Instant; readonly later: Instant }
  /** The clock of the zone did not have the recorded offset then. */
  | { readonly code: 'wrong-offset' }

/** The instant of a local time, and whether something had to be chosen for a plan. */
export interface ResolvedTime {
  readonly at: Instant
  readonly ms: number
  readonly flag?: 'moved-after-gap' | 'earlier-of-two'
}

/**
 * The instant a local time means.
 *
 * A recorded time that never was is refused with both neighbours; one that was twice needs its offset. A planned
 * time moves to the first instant after the gap, or takes the earlier of two, and says so.
 *
 * @example
 * ```ts
 * resolveLocal({ day: '2026-03-08', time: '02:30', zone: 'America/New_York', kind: 'planned' })
 * // => { ok: true, value: { at: '2026-03-08T03:00:00-04:00', ms: 1772953200000, flag: 'moved-after-gap' } }
 * ```
 */
export function resolveLocal(local: LocalTime): Result<ResolvedTime, LocalTimeError> {
  return answered(() => {
    const { day, time, zone, kind } = local
    if (!isCivilDate(day)) return err({ code: 'not-a-day' })
    const hour = typeof time === 'string' && time.length === 5 ? two(time, 0) : Number.NaN
    if (!(hour <= 23 && time.charCodeAt(2) === 58 && two(time, 3) <= 59)) return err({ code: 'not-a-time' })
    const found = shown(dayNumber(day) * DAY_MS + (hour * 60 + two(time, 3)) * 60_000, zone)
    if (found === undefined) return err({ code: 'unknown-zone' })
    const text = (ms: number): Instant => formatInstant(ms, offsetMinutes(ms, zone))
    const stated = local.offsetMinutes
    if (found.kind === 'skipped') {
      if (kind === 'planned') return ok({ at: text(found.at), ms: found.at, flag: 'moved-after-gap' })
      return err({ code: 'skipped-local-time', before: text(found.at - 60_000), after: text(found.at) })
    }
    if (stated !== undefined) {
      const fits = [found.at, found.kind === 'twice' ? found.again : found.at].find(
        (ms) => offsetMinutes(ms, zone) === stated,
      )
      return fits === undefined ? err({ code: 'wrong-offset' }) : ok({ at: text(fits), ms: fits })
    }
    if (found.kind === 'once') return ok({ at: text(found.at), ms: found.at })
    if (kind === 'planned') return ok({ at: text(found.at), ms: found.at, flag: 'earlier-of-two' })
    return err({ code: 'ambiguous-local-time', earlier: text(found.at), later: text(found.again) })
  })
}

// --- Planned times. A plan asks for thousands of them: whole numbers in, whole numbers out, and nothing is allocated.

/** Where a planned local time lies; written again and again by {@link readPlanned}. */
export class PlannedTime {
  ms = Number.NaN
  /** Minutes east of Greenwich then. */
  offset = Number.NaN
  /** `once`, or what had to be chosen. */
  is: 'once' | 'moved-after-gap' | 'earlier-of-two' = 'once'
}

/**
 * The instant of a planned local time, by the rule of {@link resolveLocal}.
 *
 * @param day - day number
 * @param minutes - minutes after midnight on the wall clock
 * @returns false where the zone is unknown or the day lies outside the years read; nothing is written then
 */
export function readPlanned(day: number, minutes: number, zone: string, into: PlannedTime): boolean {
  const local = day * DAY_MS + minutes * 60_000
  const before = offsetMs(local - DAY_MS, zone)
  if (before === offsetMs(local + DAY_MS, zone)) {
    into.ms = local - before
    into.offset = before / 60_000
    into.is = 'once'
    return true
  }
  const found = shown(local, zone)
  if (found === undefined) return false
  into.ms = found.at
  into.offset = offsetMs(found.at, zone) / 60_000
  into.is = found.kind === 'once' ? 'once' : found.kind === 'twice' ? 'earlier-of-two' : 'moved-after-gap'
  return true
}

/**
 * Minutes after midnight of a wall-clock time, `HH:MM`; NaN where the text is none.
 *
 * @example
 * ```ts
 * clockMinutes('09:30') // => 570
 * ```
 */
export function clockMinutes(time: string): number {
  if (typeof time !== 'string' || time.length !== 5 || time.charCodeAt(2) !== 58) return Number.NaN
  const hour = two(time, 0)
  const minute = two(time, 3)
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : Number.NaN
}

/** A wall-clock time of minutes after midnight, `HH:MM`. */
export function clockTime(minutes: number): string {
  return `${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}`
}

// --- Ranges: what a date that is only partly known can mean.

/** First and last, both included. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** First and last day of a partial date. */
function partialDays(text: PartialDate): Range | undefined {
  if (!isPartialDate(text)) return undefined
  const year = four(text, 0)
  if (text.length === 4) return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }
  const month = two(text, 5)
  if (text.length === 7)
    return { from: dayOf(year, month, 1), to: dayOf(year, month, daysInMonth(year, month)) }
  const day = readDay(text)
  return { from: day, to: day }
}

/**
 * The first and last millisecond something can have happened.
 *
 * @param when - an instant is a point; a day, month or year is a range on the calendar of the zone
 * @returns nothing where the text or the zone cannot be read
 */
export function whenRangeMs(when: When, zone: string): Range | undefined {
  const days = partialDays(when)
  if (days === undefined) {
    const ms = instantMs(when)
    return Number.isNaN(ms) ? undefined : { from: ms, to: ms }
  }
  const from = startOfDay(days.from, zone)
  const to = endOfDay(days.to, zone)
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined
  // A day that was left out of the calendar of the zone ends before it starts.
  return from <= to ? { from, to } : { from: to, to: from }
}

/**
 * The first and last day number something can have happened on.
 *
 * @param zone - whose calendar an instant is read on; the other forms name their days themselves
 */
export function whenRangeDays(when: When, zone: string): Range | undefined {
  const days = partialDays(when)
  if (days !== undefined) return days
  const day = dayNumberAt(instantMs(when), zone)
  return Number.isNaN(day) ? undefined : { from: day, to: day }
}

// --- Age.

/**
 * Age in completed calendar years on a day.
 *
 * Who was born on 29 February is a year older on 1 March where the year has no 29th. A birth date known only by
 * month or year gives the youngest and the oldest age it allows.
 *
 * @returns the same number twice for a full birth date; nothing where a text cannot be read or the birth lies
 *   after the day
 *
 * @example
 * ```ts
 * ageOn('2008-02-29', '2026-02-28') // => { least: 17, most: 17 }
 * ageOn('2008', '2026-06-01') // => { least: 17, most: 18 }
 * ```
 */
export function ageOn(birth: PartialDate, day: CivilDate): Age | undefined {
  const age = { least: 0, most: 0 }
  return readAge(birth, day, age) ? age : undefined
}

/** An age in completed years, as far as a birth date tells. */
export interface Age {
  readonly least: number
  readonly most: number
}

/** Writes an age into one that is used again and again; see {@link ageOn}. False where there is none. */
export function readAge(birth: PartialDate, day: CivilDate, into: { least: number; most: number }): boolean {
  if (typeof birth === 'string' && birth.length === 10 && isCivilDate(birth) && isCivilDate(day)) {
    if (birth > day) return false
    into.least = yearsBetween(birth, day)
    into.most = into.least
    return true
  }
  const born = partialDays(birth)
  const today = dayNumber(day)
  if (born === undefined || !(born.from <= today)) return false
  // The record exists, so the birth was not after the day, whatever the rest of the month or year would allow.
  into.least = completedYears(Math.min(born.to, today), day)
  into.most = completedYears(born.from, day)
  return true
}

function completedYears(birth: number, day: CivilDate): number {
  return yearsBetween(civilDate(birth), day)
}

function yearsBetween(born: CivilDate, day: CivilDate): number {
  const years = four(day, 0) - four(born, 0)
  // Month and day as one number compare like the calendar: 228 < 229 < 301.
  return two(day, 5) * 100 + two(day, 8) < two(born, 5) * 100 + two(born, 8) ? years - 1 : years
}
