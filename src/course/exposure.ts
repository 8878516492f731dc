/** How much was given over a course and a life, by product. @module */

import { anything, inMilligrams, nothing, plusSpan, type Span, upTo } from '../dosing/span.ts'
import { isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Moment } from '../patient/moment.ts'
import { type Earlier, readEarlier } from './exposure-earlier.ts'
import type { CourseExposure, Exposed, ExposureQuestion, ProductExposure } from './exposure-shape.ts'
import { type ExposedVisit, type ReadVisits, readVisits } from './exposure-visits.ts'
import type { CourseFault } from './forecast-shape.ts'

export type {
  CourseExposure,
  EarlierExposure,
  Exposed,
  ExposureQuestion,
  ProductExposure,
  ProductSessions,
} from './exposure-shape.ts'

/**
 * How many sessions and milligrams were given, by product: in the logs, in rolling windows, and in a life.
 *
 * A visit in which something may have been given counts in the upper bound and not in the lower one, and a dose of unknown
 * amount leaves no upper bound at all. Doses of two products, and doses that count two salts, are never added: each salt
 * has a row, a visit of which nobody wrote down the salt may count in each of them, and `sessions` counts all. Time before
 * the logs is what somebody stated; where nobody did, a lifetime has no upper bound. Only what was given counts, never
 * what was ordered or booked.
 *
 * A visit counts in a window whole, on the civil day on which its dose began.
 *
 * @param question - parsed logs of one person in any order; what was given before them; lengths of windows in civil days
 * @param context - the moment and the zone; entries of a later time do not count
 * @returns frozen; mg of base, salt or as it was written, and sessions; `too-many-sessions`, `another-course`, `id-clash`,
 *   `end-before-start`, `start-ahead` and `earlier-contradicts` come back as errors
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-product`, `unknown-zone`
 *
 * @example
 * ```ts
 * const given = courseExposure({ sessions: [], earlier: [] }, now)
 * given.ok && given.value.products // => []
 * ```
 *
 * @see requirement R-39
 */
export function courseExposure(
  question: ExposureQuestion,
  context: Context,
): Result<CourseExposure, CourseFault> {
  return answered(() => {
    const read = readExposure(question, undefined, context)
    return deepFreeze(read.ok ? ok(read.value.exposure) : read)
  })
}

/** Everything that was read on the way. */
export interface ReadExposure extends ReadVisits {
  readonly exposure: CourseExposure
  /** Nothing where nobody knows whether there was anything before the logs. */
  readonly earlier: readonly Earlier[] | undefined
}

/** The exposure of a person, with the visits it was read from. */
export function readExposure(
  question: ExposureQuestion,
  patient: string | undefined,
  context: Context,
): Result<ReadExposure, CourseFault> {
  if (!isObject(question)) throw new Refusal(badArgument, 'question')
  const content = contentOf(context)
  const moment = momentIn(content, context)
  if (!Array.isArray(question.sessions)) throw new Refusal(badArgument, 'sessions')
  const windows = checkedWindows(question.windows)
  const earlier = readEarlier(question.earlier, content, moment)
  if (!earlier.ok) return earlier
  const visits = readVisits(question.sessions, patient, context)
  if (!visits.ok) return err(visits.error)
  const exposure = exposureOf(visits.value, earlier.value, windows, moment)
  return ok({ ...visits.value, earlier: earlier.value, exposure })
}

const longestWindow = 36_525
const mostWindows = 100

function checkedWindows(windows: readonly number[] | undefined): readonly number[] {
  if (windows === undefined) return []
  if (!Array.isArray(windows) || windows.length > mostWindows) throw new Refusal(badArgument, 'windows')
  return Array.from(windows, (days: unknown, at) => {
    const isLength = typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= longestWindow
    if (!isLength) throw new Refusal(badArgument, `windows[${at}]`)
    return days
  })
}

function exposureOf(
  { exposed }: ReadVisits,
  earlier: readonly Earlier[] | undefined,
  windows: readonly number[],
  moment: Moment,
): CourseExposure {
  const placed = exposed.filter(({ product }) => product !== undefined)
  const unplaced = exposed.filter(({ product }) => product === undefined)
  const products = new Set(placed.flatMap(({ product }) => product ?? []))
  for (const { product } of earlier ?? []) products.add(product)
  const begin = exposed.reduce((first: number | undefined, { day }) => earliest(first, day), undefined)
  const byProduct = [...products].sort(byText).map((product) => ({
    product,
    before: earlier?.filter((one) => one.product === product),
    visits: placed.filter((visit) => visit.product === product),
  }))
  return {
    asOf: moment.asOf,
    sessions: byProduct.map(({ product, visits, before }) => {
      const logged = totalOf([...visits.map(partOf), ...unplaced.map(maybe)])
      const lifetime = withEarlier(logged, before)
      return { product, logged: shown(logged).sessions, lifetime: shown(lifetime).sessions }
    }),
    products: byProduct.flatMap(({ product, visits, before }) =>
      rowsOf(visits, (before?.length ?? 0) > 0).map(({ as, visits, perhaps, isMain }) => {
        // Of what somebody stated nobody knows the salt: it stands in one row, and may belong to the others.
        const stated = isMain ? before : before?.length === 0 ? [] : undefined
        const row = { visits, unplaced: [...unplaced, ...perhaps], earlier: stated, begin }
        return exposureOfRow(product, as, row, windows, moment)
      }),
    ),
    unplaced: unplaced.map(({ state }) => state.session),
  }
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Math.min(a, b)
}

interface Row {
  readonly as: ProductExposure['as']
  readonly visits: readonly ExposedVisit[]
  /** Nobody wrote down the salt: each may count in this row. */
  readonly perhaps: readonly ExposedVisit[]
  /** Where what was stated of the time before belongs. */
  readonly isMain: boolean
}

/** The visits of a product by what their amounts count. */
function rowsOf(visits: readonly ExposedVisit[], isStated: boolean): readonly Row[] {
  const counting = (salt: ExposedVisit['as']) => visits.filter(({ as }) => as === salt)
  const [base, salt, unsaid, mixed] = [
    counting('base'),
    counting('hydrochloride'),
    counting('unstated'),
    counting('mixed'),
  ]
  if (base.length === visits.length)
    return [{ as: isStated ? 'unstated' : 'base', visits, perhaps: [], isMain: true }]
  const row = (as: Row['as'], own: readonly ExposedVisit[], perhaps = unsaid): Row => {
    return { as, visits: own, perhaps, isMain: as === 'unstated' }
  }
  return [
    ...(base.length + mixed.length > 0 ? [row('base', [...base, ...mixed])] : []),
    ...(unsaid.length > 0 || isStated ? [row('unstated', unsaid, [])] : []),
    ...(salt.length + mixed.length > 0 ? [row('hydrochloride', [...salt, ...mixed])] : []),
  ]
}

interface RowQuestion {
  readonly visits: readonly ExposedVisit[]
  /** Visits of which nobody can tell the product, or the salt: each may be of this one. */
  readonly unplaced: readonly ExposedVisit[]
  readonly earlier: readonly Earlier[] | undefined
  /** Civil day of the first visit in the logs. */
  readonly begin: number | undefined
}

function exposureOfRow(
  product: string,
  as: ProductExposure['as'],
  row: RowQuestion,
  windows: readonly number[],
  moment: Moment,
): ProductExposure {
  const { visits, unplaced, earlier } = row
  const logged = totalOf([...visits.map(partOf), ...unplaced.map(maybe)])
  return {
    product,
    as,
    ...endsOf(visits),
    logged: shown(logged),
    lifetime: shown(withEarlier(logged, earlier)),
    windows: windows.map((days) => ({ days, ...shown(windowOf(row, moment.day - days + 1, moment.day)) })),
  }
}

/** The first and the last time something was surely given; nothing where one of those visits has no time. */
function endsOf(visits: readonly ExposedVisit[]): {
  readonly first: Instant | null
  readonly last: Instant | null
} {
  const times = visits.filter(({ exposed }) => exposed === 'yes').map(({ at }) => at)
  if (times.length === 0 || times.includes(undefined)) return { first: null, last: null }
  const inOrder = times
    .filter((at) => at !== undefined)
    .sort((a, b) => instantMs(a) - instantMs(b) || byText(a, b))
  return { first: inOrder[0] ?? null, last: inOrder.at(-1) ?? null }
}

/** Sessions and milligrams, between two bounds; without `most` nothing bounds them. */
interface Part {
  readonly sessions: { readonly least: number; readonly most: number | undefined }
  readonly mg: Span
}

const unknown: Part = { sessions: { least: 0, most: undefined }, mg: anything }

function partOf({ exposed, mg }: ExposedVisit): Part {
  return { sessions: { least: exposed === 'yes' ? 1 : 0, most: 1 }, mg }
}

/** The same, where it may or may not count. */
function maybe({ mg }: ExposedVisit): Part {
  return { sessions: { least: 0, most: 1 }, mg: upTo(mg.high) }
}

function withEarlier(logged: Part, earlier: readonly Earlier[] | undefined): Part {
  return totalOf([logged, ...(earlier ?? [unknown])])
}

function totalOf(parts: readonly Part[]): Part {
  return parts.reduce(
    (sum, { sessions, mg }) => ({
      sessions: {
        least: sum.sessions.least + sessions.least,
        most:
          sum.sessions.most === undefined || sessions.most === undefined
            ? undefined
            : sum.sessions.most + sessions.most,
      },
      mg: plusSpan(sum.mg, mg),
    }),
    { sessions: { least: 0, most: 0 }, mg: nothing },
  )
}

function shown({ sessions, mg }: Part): Exposed {
  return { sessions: { least: sessions.least, most: sessions.most ?? null }, mg: inMilligrams(mg) }
}

/** What was given between two civil days, both included. A visit without a time may lie among them. */
function windowOf({ visits, unplaced, earlier, begin }: RowQuestion, from: number, to: number): Part {
  const isIn = ({ day }: ExposedVisit): boolean => day !== undefined && day >= from && day <= to
  const mayBeIn = (visit: ExposedVisit): boolean => visit.day === undefined || isIn(visit)
  // What lies before the logs lies before their first visit.
  const reaches = begin === undefined || begin >= from
  const before: readonly Part[] =
    earlier === undefined
      ? reaches
        ? [unknown]
        : []
      : earlier.flatMap((one): Part[] => {
          const last = one.to ?? (reaches ? to : from - 1)
          if (last < from) return []
          const isWhole = one.from !== undefined && one.from >= from
          const { sessions, mg } = one
          return [
            isWhole ? { sessions, mg } : { sessions: { least: 0, most: sessions.most }, mg: upTo(mg.high) },
          ]
        })
  return totalOf([
    ...visits.filter(mayBeIn).map((visit) => (isIn(visit) ? partOf(visit) : maybe(visit))),
    ...unplaced.filter(mayBeIn).map(maybe),
    ...before,
  ])
}
