/** What was given before the logs begin, as somebody stated it. @module */

import { anything, exactly, type Span } from '../dosing/span.ts'
import { isObject } from '../judgement/context.ts'
import {
  badArgument,
  earlierContradicts,
  endBeforeStart,
  startAhead,
  unknownProduct,
} from '../kernel/codes.ts'
import type { Content } from '../kernel/content.ts'
import { fractionOf } from '../kernel/fraction.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumber, isCivilDate } from '../kernel/time.ts'
import type { Moment } from '../patient/moment.ts'
import type { EarlierExposure } from './exposure-shape.ts'
import type { CourseFault } from './forecast-shape.ts'

/** One statement, in numbers. */
export interface Earlier {
  readonly product: string
  /** Between two bounds; without `most` nobody knows. What came to milligrams took a session at least. */
  readonly sessions: { readonly least: number; readonly most: number | undefined }
  readonly mg: Span
  /** First and last civil day, counted from 1970-01-01. */
  readonly from: number | undefined
  readonly to: number | undefined
}

const mostStated = 1_000

/**
 * The statements in numbers; nothing where nobody knows whether there was anything.
 *
 * @throws Refusal `bad-argument`, `unknown-product`
 */
export function readEarlier(
  earlier: readonly EarlierExposure[] | undefined,
  content: Content,
  moment: Moment,
): Result<readonly Earlier[] | undefined, CourseFault> {
  if (earlier === undefined) return ok(undefined)
  if (!Array.isArray(earlier) || earlier.length > mostStated) throw new Refusal(badArgument, 'earlier')
  const read: Earlier[] = []
  for (let at = 0; at < earlier.length; at += 1) {
    const path = `earlier[${at}]`
    const one = checked(earlier[at], path)
    if (content.products.every(({ id }) => id !== one.product))
      throw new Refusal(unknownProduct, `${path}.product`)
    const { sessions, mg, from, to } = one
    // No session and some milligrams, or the other way round: one of the two is wrong, and nobody knows which.
    if (sessions !== undefined && mg !== undefined && (sessions === 0) !== (mg === 0))
      return err({ code: earlierContradicts.code, path: `${path}.${sessions === 0 ? 'sessions' : 'mg'}` })
    if (from !== undefined && to !== undefined && to < from)
      return err({ code: endBeforeStart.code, path: `${path}.to` })
    if (from !== undefined && from > moment.today) return err({ code: startAhead.code, path: `${path}.from` })
    if (to !== undefined && to > moment.today) return err({ code: startAhead.code, path: `${path}.to` })
    read.push({
      product: one.product,
      sessions: { least: sessions ?? (mg === undefined || mg === 0 ? 0 : 1), most: sessions },
      mg: mg === undefined ? anything : exactly(fractionOf(mg)),
      from: from === undefined ? undefined : dayNumber(from),
      to: to === undefined ? undefined : dayNumber(to),
    })
  }
  return ok(read)
}

function checked(value: unknown, path: string): EarlierExposure {
  if (!isObject(value)) throw new Refusal(badArgument, path)
  const one: Partial<Record<keyof EarlierExposure, unknown>> = value
  const { product, sessions, mg, from, to } = one
  if (typeof product !== 'string') throw new Refusal(badArgument, `${path}.product`)
  if (!isAmount(sessions, 100_000) || (sessions !== undefined && !Number.isInteger(sessions)))
    throw new Refusal(badArgument, `${path}.sessions`)
  if (!isAmount(mg, 1e9)) throw new Refusal(badArgument, `${path}.mg`)
  if (!isDay(from)) throw new Refusal(badArgument, `${path}.from`)
  if (!isDay(to)) throw new Refusal(badArgument, `${path}.to`)
  return {
    product,
    ...(sessions === undefined ? {} : { sessions }),
    ...(mg === undefined ? {} : { mg }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

function isAmount(value: unknown, most: number): value is number | undefined {
  return value === undefined || (typeof value === 'number' && value >= 0 && value <= most)
}

function isDay(value: unknown): value is string | undefined {
  return value === undefined || isCivilDate(value)
}
