/** A bound in time as a colleague would write it. @module */
import {
  type CivilDate,
  civilDayAt,
  formatInstant,
  type Instant,
  instantMs,
  offsetMinutes,
  startOfDayMs,
} from '../kernel/time.ts'

/** A civil day, and the time of day where it is not the start of that day. */
export interface Bound {
  readonly day: CivilDate
  readonly time?: string
}

/** The moment from which something is possible, by the clock of a zone; a bound that is the start of a day is that day. */
export function boundOf(at: Instant, zone: string): Bound {
  // Up to the full minute: a moment before the bound is too early.
  const ms = Math.ceil(instantMs(at) / minuteMs) * minuteMs
  const day = civilDayAt(ms, zone)
  return ms === startOfDayMs(day, zone)
    ? { day }
    : { day, time: formatInstant(ms, offsetMinutes(ms, zone)).slice(11, 16) }
}

const minuteMs = 60_000
