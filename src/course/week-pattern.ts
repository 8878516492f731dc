/** The places of a pattern in the week, and the days and times they fall on. @module */
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { clockMinutes } from '../kernel/time.ts'
import type { Pattern, Weekday } from './course.schema.ts'

/** Monday first, as weeks are counted here. */
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A slot in numbers. */
export interface WeekSlot {
  /** Days after Monday. */
  readonly weekday: number
  /** Minutes after midnight on the wall clock. */
  readonly minutes: number
}

/** A day and a time on the wall clock, in numbers. */
export interface LocalPlace {
  readonly day: number
  readonly minutes: number
}

// 1970-01-01 was a Thursday.
const thursday = 3

/** Number of the week a day lies in, Monday to Sunday. */
export function weekOf(day: number): number {
  return Math.floor((day + thursday) / 7)
}

/** Days after Monday. */
export function weekdayOf(day: number): number {
  return day + thursday - 7 * weekOf(day)
}

/** The slots of a pattern, in its order. */
export function slotsOf(pattern: Pattern): readonly WeekSlot[] {
  return pattern.slots.map(({ weekday, time }) => ({
    weekday: weekdays.indexOf(weekday),
    minutes: clockMinutes(time),
  }))
}

/**
 * The slots that are kept for so many sessions.
 *
 * @returns those of `keep`, else the first in the order given; nothing where the pattern has too few
 * @throws Refusal `bad-argument` where `keep` names other than so many different slots
 */
export function keptSlots(
  slots: readonly WeekSlot[],
  sessions: number,
  keep: readonly number[] | undefined,
  path: string,
): readonly WeekSlot[] | undefined {
  if (slots.length < sessions) return undefined
  if (keep === undefined) return slots.slice(0, sessions)
  const named = slots.filter((_, at) => keep.includes(at))
  if (keep.length !== sessions || named.length !== sessions) throw new Refusal(badArgument, path)
  return named
}

/** Which places are asked for. */
export interface Asked {
  /** First day that comes into question. */
  readonly from: number
  /** Slots kept, in weeks whose distance from the first is a multiple of `weeks`. */
  readonly slots: readonly WeekSlot[]
  readonly weeks: number
  /** At most so many. */
  readonly most: number
  /** Places on this day and later are left out. */
  readonly before: number
}

/** The regular places of a stretch, in order of time. */
export function regularPlacesOf({ from, slots, weeks, most, before }: Asked): readonly LocalPlace[] {
  const inOrder = [...slots].sort((a, b) => a.weekday - b.weekday || a.minutes - b.minutes)
  const places: LocalPlace[] = []
  const monday = 7 * weekOf(from) - thursday
  // A slot on an earlier weekday than `from` comes first in the week after it: that is then active week 0.
  const startsLater = inOrder.every(({ weekday }) => monday + weekday < from)
  if (inOrder.length === 0) return places
  for (let start = startsLater ? monday + 7 : monday; ; start += 7 * weeks) {
    for (const { weekday, minutes } of inOrder) {
      const day = start + weekday
      if (day >= before || places.length >= most) return places
      if (day >= from) places.push({ day, minutes })
    }
  }
}
