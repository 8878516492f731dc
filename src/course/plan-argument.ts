/** The question of a plan, checked by hand and put in an order of its own. @module */

import { isObject } from '../judgement/context.ts'
import { badArgument, badDate, endBeforeStart, idClash, tooManyClosures } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type CivilDate, clockMinutes, isCivilDate } from '../kernel/time.ts'
import type { Closure, Pattern, Preferences, Slot, Weekday } from './course.schema.ts'
import { weekdays } from './week-pattern.ts'

/** What was odd, by code and path. */
export interface Fault {
  readonly code: string
  readonly path: string
}

const mostClosures = 10_000
const mostAway = 1_000
const mostChoices = 1_000
const longestKey = 200
const longestText = 10_000

/** A text that can be an id. */
export function checkedKey(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '' || value.length > longestKey)
    throw new Refusal(badArgument, path)
  return value
}

/** A list no longer than a stored course may hold, as a list of its own: holes are members that are not there. */
export function checkedList(value: unknown, most: number, path: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new Refusal(badArgument, path)
  return Array.from({ length: value.length }, (_, at): unknown => value[at])
}

/** An object that was written by hand. What it inherits under these names is met by `demandUnaltered`. */
function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Refusal(badArgument, path)
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value)
}

function isWeekday(value: unknown): value is Weekday {
  return weekdays.some((one) => one === value)
}

/**
 * A pattern.
 *
 * @throws Refusal `bad-argument`, also where a slot stands twice
 */
export function checkedPattern(value: unknown, path: string): Pattern {
  const { slots, keep } = record(value, path)
  const seen = new Set<string>()
  const checked = checkedList(slots, 14, `${path}.slots`).map((one, at): Slot => {
    const { weekday, time } = record(one, `${path}.slots[${at}]`)
    if (!isWeekday(weekday) || typeof time !== 'string' || Number.isNaN(clockMinutes(time)))
      throw new Refusal(badArgument, `${path}.slots[${at}]`)
    const name = `${weekday} ${time}`
    if (seen.has(name)) throw new Refusal(badArgument, `${path}.slots[${at}]`)
    seen.add(name)
    return { weekday, time }
  })
  if (checked.length === 0) throw new Refusal(badArgument, `${path}.slots`)
  return keep === undefined ? { slots: checked } : { slots: checked, keep: checkedKeep(keep, `${path}.keep`) }
}

function checkedKeep(value: unknown, path: string): Record<string, number[]> {
  const kept = Object.entries(record(value, path)).map(([id, list]): [string, number[]] => {
    const own = `${path}.${checkedKey(id, path)}`
    const indexes = checkedList(list, 14, own).map((one) => {
      if (typeof one !== 'number' || !Number.isInteger(one) || one < 0 || one > 13)
        throw new Refusal(badArgument, own)
      return one
    })
    if (indexes.length === 0) throw new Refusal(badArgument, own)
    return [id, indexes]
  })
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Closed days, by day and id: the order in which they were given plays no part. */
export function checkedClosures(
  value: unknown,
  path: string,
  most = mostClosures,
): Result<readonly Closure[], Fault> {
  if (value === undefined) return ok([])
  if (!Array.isArray(value)) throw new Refusal(badArgument, path)
  if (value.length > most) return err({ code: tooManyClosures.code, path })
  const seen = new Set<string>()
  const closures: Closure[] = []
  for (const [at, one] of checkedList(value, most, path).entries()) {
    const own = `${path}[${at}]`
    const { id, label, from, to } = record(one, own)
    const key = checkedKey(id, `${own}.id`)
    const first = checkedDay(from, `${own}.from`)
    if (!first.ok) return first
    const last = to === undefined ? first : checkedDay(to, `${own}.to`)
    if (!last.ok) return last
    if (last.value < first.value) return err({ code: endBeforeStart.code, path: `${own}.to` })
    if (seen.has(key)) return err({ code: idClash.code, path: `${own}.id` })
    seen.add(key)
    const end = to === undefined ? {} : { to: last.value }
    closures.push({ id: key, ...checkedLabel(label, `${own}.label`), from: first.value, ...end })
  }
  return ok(closures.sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1)))
}

function checkedLabel(value: unknown, path: string): { readonly label?: string } {
  if (value === undefined) return {}
  if (typeof value !== 'string' || value.length > longestText) throw new Refusal(badArgument, path)
  return { label: value }
}

/** A day of the calendar. A text that is none is met in practice; what is no text is a mistake in the code. */
export function checkedDay(value: unknown, path: string): Result<CivilDate, Fault> {
  if (typeof value !== 'string') throw new Refusal(badArgument, path)
  return isCivilDate(value) ? ok(value) : err({ code: badDate.code, path })
}

/** What is asked for, choices in the order in which they were given. */
export function checkedPreferences(value: unknown): Result<Preferences, Fault> {
  if (value === undefined) return ok({})
  const { away, weekdays: days, intervals, choices } = record(value, 'preferences')
  const closed = checkedClosures(away, 'preferences.away', mostAway)
  if (!closed.ok) return closed
  const chosen = choices === undefined ? ok(undefined) : checkedChoices(choices)
  if (!chosen.ok) return chosen
  return ok({
    ...(away === undefined ? {} : { away: [...closed.value] }),
    ...(days === undefined ? {} : { weekdays: checkedWeekdays(days) }),
    ...(intervals === undefined ? {} : { intervals: checkedIntervals(intervals) }),
    ...(chosen.value === undefined ? {} : { choices: chosen.value }),
  })
}

function checkedWeekdays(value: unknown): Weekday[] {
  const named = checkedList(value, 7, 'preferences.weekdays')
  if (named.length === 0 || !named.every(isWeekday)) throw new Refusal(badArgument, 'preferences.weekdays')
  return weekdays.filter((one) => named.includes(one))
}

function checkedIntervals(value: unknown): Record<string, string> {
  const path = 'preferences.intervals'
  const named = Object.entries(record(value, path)).map(([phase, interval]): [string, string] => [
    checkedKey(phase, path),
    checkedKey(interval, `${path}.${phase}`),
  ])
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function checkedChoices(value: unknown): Result<NonNullable<Preferences['choices']>, Fault> {
  const path = 'preferences.choices'
  const seen = new Set<string>()
  const choices: NonNullable<Preferences['choices']> = []
  for (const [at, one] of checkedList(value, mostChoices, path).entries()) {
    const own = `${path}[${at}]`
    const { session, day, time } = record(one, own)
    const id = checkedKey(session, `${own}.session`)
    const on = checkedDay(day, `${own}.day`)
    if (!on.ok) return on
    if (time !== undefined && (typeof time !== 'string' || Number.isNaN(clockMinutes(time))))
      throw new Refusal(badArgument, `${own}.time`)
    if (seen.has(id)) return err({ code: idClash.code, path: `${own}.session` })
    seen.add(id)
    choices.push({ session: id, day: on.value, ...(time === undefined ? {} : { time }) })
  }
  return ok(choices)
}
