/** A place in time: a planned day and wall-clock time, and the instant they mean. @module */
import { unknownZone } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { civilDate, clockTime, formatPlanned, PlannedTime, readPlanned } from '../kernel/time.ts'
import type { Place } from './course.schema.ts'
import type { LocalPlace } from './week-pattern.ts'

/** A place in numbers: what plans are worked out with. */
export interface Spot extends LocalPlace {
  readonly ms: number
}

const planned = /* @__PURE__ */ new PlannedTime()

/**
 * The spot of a day and a time in a zone.
 *
 * @throws Refusal `unknown-zone`
 */
export function spotOf(day: number, minutes: number, zone: string): Spot {
  if (!readPlanned(day, minutes, zone, planned)) throw new Refusal(unknownZone, 'context.zone')
  return { day, minutes, ms: planned.ms }
}

/** The place of a day and a time in a zone, as it is shown and stored. */
export function placeOf({ day, minutes }: LocalPlace, zone: string): Place {
  if (!readPlanned(day, minutes, zone, planned)) throw new Refusal(unknownZone, 'context.zone')
  const civil = civilDate(day)
  const time = clockTime(minutes)
  const at = formatPlanned(civil, time, planned)
  return planned.is === 'once' ? { day: civil, time, at } : { day: civil, time, at, flag: planned.is }
}
