/** The places of a weekly pattern, one after the other. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, badDate, horizonTooLong, unknownZone } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type CivilDate, dayNumber, isCivilDate, isZone } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Pattern, Place } from './course.schema.ts'
import { placeOf } from './place.ts'
import { checkedPattern } from './plan-argument.ts'
import type { Fixed } from './plan-shape.ts'
import { mostDays, mostSessions } from './stretches.ts'
import { regularPlacesOf, slotsOf } from './week-pattern.ts'
import { lastPlanned } from './windows.ts'

/** Which places are asked for. */
export interface PlacesQuestion {
  /** The first place is the first of the pattern on or after this day. */
  readonly start: CivilDate
  readonly pattern: Fixed<Pattern>
  /** How many, from 1 to 400. */
  readonly count: number
  /** Every so many weeks, counted from that of the first place; left out, every week. */
  readonly weeks?: number
  /** IANA name of the zone whose wall clock the pattern is read on. */
  readonly zone: string
}

/** Why there are none: what was wrong, and the field. */
export interface PlacesFault {
  readonly code: 'bad-date' | 'horizon-too-long'
  readonly path: string
}

/**
 * Days, local times and instants of a weekly pattern, at the same local time across clock changes.
 *
 * A time the clock is put forward over moves to the first instant after it, of one it shows twice the earlier is taken;
 * both are flagged. Nothing else is looked at: no protocol, no closure, no limit. That is `planCourse`.
 *
 * @param question - the first day, the pattern, how many places, and the zone
 * @returns frozen places in order of time; `bad-date` or `horizon-too-long` with the path of the field
 * @throws Refusal `bad-argument`, `unknown-zone`, `not-readable`
 * @see safety requirements
 *
 * @example
 * ```ts
 * const pattern = { slots: [{ weekday: 'sun', time: '02:30' }] } as const
 * const places = regularPlaces({ start: '2027-03-07', pattern, count: 3, zone: 'America/New_York' })
 * places.ok && places.value.map(({ at, flag }) => flag ?? at)
 * // => ['2027-03-07T02:30:00-05:00', 'moved-after-gap', '2027-03-21T02:30:00-04:00']
 * ```
 */
export function regularPlaces(question: PlacesQuestion): Result<readonly Place[], PlacesFault> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const { start, count, weeks = 1, zone } = question
    const pattern = checkedPattern(question.pattern, 'pattern')
    if (typeof count !== 'number' || Number.isNaN(count)) throw new Refusal(badArgument, 'count')
    if (typeof weeks !== 'number' || !Number.isInteger(weeks) || weeks < 1)
      throw new Refusal(badArgument, 'weeks')
    if (!isZone(zone)) throw new Refusal(unknownZone, 'zone')
    if (typeof start !== 'string') throw new Refusal(badArgument, 'start')
    if (!isCivilDate(start)) return err({ code: badDate.code, path: 'start' })
    if (count > mostSessions) return err({ code: horizonTooLong.code, path: 'count' })
    if (!Number.isInteger(count) || count < 1) throw new Refusal(badArgument, 'count')
    const first = dayNumber(start)
    const before = Math.min(first + mostDays, lastPlanned) + 1
    const places = regularPlacesOf({ from: first, slots: slotsOf(pattern), weeks, most: count, before })
    if (places.length < count)
      return err({ code: horizonTooLong.code, path: question.weeks === undefined ? 'count' : 'weeks' })
    // One by one: a place holds texts alone, and to look for more in each would cost as much as to make it.
    return Object.freeze(ok(Object.freeze(places.map((place) => Object.freeze(placeOf(place, zone))))))
  })
}
