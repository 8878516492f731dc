/** Days and instants as they come through the door: text in, the same text out. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { isCivilDate, isInstant, isPartialDate, isWhen } from './time.ts'

// The patterns are printed in the JSON Schema for other implementations. Here the hand-written readers judge:
// they also know how long a month is, which no pattern says, and they are faster.
const year = '(18[89]\\d|19\\d\\d|2[01]\\d\\d|2200)'
const month = '(0[1-9]|1[0-2])'
const day = '(0[1-9]|[12]\\d|3[01])'
const clock = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?'
const offset = '(Z|\\+(0\\d|1[0-3]):[0-5]\\d|\\+14:00|-(0\\d|1[01]):[0-5]\\d|-12:00)'

/** A day of the calendar, `YYYY-MM-DD`, years 1880 to 2200. It has no time and no zone. */
export const civilDate = z
  .string()
  .refine(isCivilDate, { message: 'bad-date' })
  .meta({ pattern: `^${year}-${month}-${day}$` })

/** A day, a month or a year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export const partialDate = z
  .string()
  .refine(isPartialDate, { message: 'bad-date' })
  .meta({ pattern: `^${year}(-${month}(-${day})?)?$` })

/** A point in time with seconds and an offset: `2026-10-05T09:00:00-04:00`. */
export const instant = z
  .string()
  .refine(isInstant, { message: 'bad-date' })
  .meta({ pattern: `^${year}-${month}-${day}T${clock}${offset}$` })

/** A partial date or an instant: as exactly as somebody knew it. */
export const when = z
  .string()
  .refine(isWhen, { message: 'bad-date' })
  .meta({ pattern: `^${year}(-${month}(-${day}(T${clock}${offset})?)?)?$` })
