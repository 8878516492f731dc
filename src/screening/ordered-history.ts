/** What was given before an order, as its rules ask for it. @module */
import type { AmountRange } from '../dosing/span.ts'
import { isObject } from '../judgement/context.ts'
import {
  badArgument,
  type CodeRow,
  historyInConflict,
  readingAhead,
  readingUndated,
} from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import { compareFractions, type Fraction, fractionOf, nought, sum } from '../kernel/fraction.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayNumberAt, type Instant, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import { clockSkewMs, type Moment } from '../patient/moment.ts'

/** A dose of the course that was given. What is left out is unknown. */
export interface DoseGiven {
  readonly at?: Instant
  /** Left out: the product of the plan. */
  readonly product?: string
  /** As ordered, mg of base: what the next order in milligrams or devices is a step from. */
  readonly mg?: number
  /** As ordered, mg of base for each kilogram: what the next order by weight is a step from. */
  readonly mgPerKg?: number
  /** What reached the person, as `deliveredDose` answers: what a day's total is made of. */
  readonly delivered?: AmountRange
}

/** What came before an order. Nothing is taken from it that does not stand in it. */
export interface DoseHistory {
  /** The number of this session in the course, from 1. Left out it is unknown, and never 1. */
  readonly session?: number
  /** Every dose of the course so far; empty where there was none, left out where nobody knows. */
  readonly given?: readonly DoseGiven[]
}

/** What was given before, worked out. */
export interface EarlierDoses {
  readonly session: number | undefined
  /** More days with doses lie before this session than its number leaves room for. */
  readonly inConflict: Truth
  readonly dosedBefore: Truth
  readonly dosedToday: Truth
  /** Elapsed ms since the last dose whose time is known, of any product. */
  readonly sinceLast: number | undefined
  /** There is a dose whose time nobody knows. */
  readonly hasUntimed: boolean
  /** Given on this day, mg of the product; without `most` nothing bounds it. */
  readonly today: { readonly least: Fraction; readonly most: Fraction | undefined }
  /** The last dose in milligrams, and by weight. */
  readonly mg: LastDose
  readonly mgPerKg: LastDose
  readonly issues: readonly Issue[]
}

/** The last dose of the product, and how many sessions in a row it was given. */
export interface LastDose {
  readonly last: Fraction | undefined
  readonly inARow: number | undefined
}

/** A dose with its time; not a number where nobody knows it. */
interface Timed {
  readonly given: DoseGiven
  readonly ms: number
}

/**
 * A history, read field by field.
 *
 * @throws Refusal `bad-argument`
 */
export function checkedHistory(value: unknown, path = 'history'): DoseHistory {
  if (value === undefined) return {}
  if (!isObject(value)) throw new Refusal(badArgument, path)
  const session = 'session' in value ? value.session : undefined
  const given = 'given' in value ? value.given : undefined
  if (session !== undefined && !(isNumber(session) && Number.isSafeInteger(session) && session >= 1))
    throw new Refusal(badArgument, `${path}.session`)
  const doses = given === undefined ? undefined : checkedDoses(given, `${path}.given`)
  return {
    ...(isNumber(session) ? { session } : {}),
    ...(doses === undefined ? {} : { given: doses }),
  }
}

/** The doses of a course, read field by field. */
export function checkedDoses(value: unknown, path: string): readonly DoseGiven[] {
  if (!Array.isArray(value)) throw new Refusal(badArgument, path)
  return value.map((one, at) => checkedDose(one, `${path}[${at}]`))
}

function checkedDose(value: unknown, path: string): DoseGiven {
  if (!isObject(value)) throw new Refusal(badArgument, path)
  const dose: {
    at?: string
    product?: string
    mg?: number
    mgPerKg?: number
    delivered?: AmountRange
  } = {}
  if ('at' in value && value.at !== undefined) {
    if (typeof value.at !== 'string' || Number.isNaN(instantMs(value.at)))
      throw new Refusal(badArgument, `${path}.at`)
    dose.at = value.at
  }
  if ('product' in value && value.product !== undefined) {
    if (typeof value.product !== 'string') throw new Refusal(badArgument, `${path}.product`)
    dose.product = value.product
  }
  if ('mg' in value && value.mg !== undefined) dose.mg = amount(value.mg, `${path}.mg`)
  if ('mgPerKg' in value && value.mgPerKg !== undefined)
    dose.mgPerKg = amount(value.mgPerKg, `${path}.mgPerKg`)
  if ('delivered' in value && value.delivered !== undefined)
    dose.delivered = range(value.delivered, `${path}.delivered`)
  return dose
}

function amount(value: unknown, path: string): number {
  if (!isNumber(value) || !Number.isFinite(value) || value < 0) throw new Refusal(badArgument, path)
  return value
}

function range(value: unknown, path: string): AmountRange {
  if (!isObject(value) || !('least' in value)) throw new Refusal(badArgument, path)
  const least = milligrams(value.least, `${path}.least`)
  const most =
    'most' in value && value.most !== undefined ? milligrams(value.most, `${path}.most`) : undefined
  if (most !== undefined && most < least) throw new Refusal(badArgument, path)
  return {
    least: { value: least, unit: 'mg' },
    ...(most === undefined ? {} : { most: { value: most, unit: 'mg' } }),
  }
}

function milligrams(value: unknown, path: string): number {
  if (!isObject(value) || !('value' in value) || !('unit' in value) || value.unit !== 'mg')
    throw new Refusal(badArgument, path)
  return amount(value.value, `${path}.value`)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

/** What a history says of the doses before an order of a product. */
export function earlierDoses(history: DoseHistory, product: string, moment: Moment): EarlierDoses {
  const issues: Issue[] = []
  const { given, session } = history
  if (given === undefined) {
    const unknown = { last: undefined, inARow: undefined }
    return {
      session,
      inConflict: 'unknown',
      dosedBefore: 'unknown',
      dosedToday: 'unknown',
      sinceLast: undefined,
      hasUntimed: false,
      today: { least: nought, most: undefined },
      mg: unknown,
      mgPerKg: unknown,
      issues,
    }
  }
  const doses = given.map((one): Timed => ({ given: one, ms: timeOf(one, moment) }))
  given.forEach((one, at) => {
    const odd = oddityOf(one, moment)
    if (odd !== undefined)
      issues.push({ code: odd.code, path: `history.given[${at}]`, severity: odd.severity })
  })
  const timed = doses.filter(({ ms }) => !Number.isNaN(ms))
  const untimed = doses.length - timed.length
  const days = new Set(timed.map(({ ms }) => dayNumberAt(ms, moment.zone)))
  const isToday = days.delete(moment.day)
  const inConflict = conflictOf(session, days.size, untimed)
  if (inConflict === 'yes') {
    const { code, severity } = historyInConflict
    issues.push({ code, path: 'history.session', severity })
  }
  const ofProduct = doses.filter(({ given: { product: own } }) => own === undefined || own === product)
  return {
    session,
    inConflict,
    dosedBefore: doses.length > 0 ? 'yes' : 'no',
    dosedToday: isToday ? 'yes' : untimed > 0 ? 'unknown' : 'no',
    sinceLast: timed.length === 0 ? undefined : moment.ms - Math.max(...timed.map(({ ms }) => ms)),
    hasUntimed: untimed > 0,
    today: todayOf(doses, product, moment),
    mg: lastOf(ofProduct, ({ mg }) => mg, moment),
    mgPerKg: lastOf(ofProduct, ({ mgPerKg }) => mgPerKg, moment),
    issues,
  }
}

function timeOf({ at }: DoseGiven, moment: Moment): number {
  if (at === undefined) return Number.NaN
  const ms = instantMs(at)
  // What is dated ahead of now was given at a time nobody knows; a little ahead, as clocks differ, is now.
  if (ms > moment.ms + clockSkewMs) return Number.NaN
  return Math.min(ms, moment.ms)
}

function oddityOf({ at }: DoseGiven, moment: Moment): CodeRow | undefined {
  if (at === undefined) return readingUndated
  return instantMs(at) > moment.ms + clockSkewMs ? readingAhead : undefined
}

function conflictOf(session: number | undefined, daysBefore: number, untimed: number): Truth {
  if (daysBefore + untimed === 0) return 'no'
  if (session === undefined) return 'unknown'
  if (daysBefore >= session) return 'yes'
  return daysBefore + untimed >= session ? 'unknown' : 'no'
}

function todayOf(doses: readonly Timed[], product: string, moment: Moment): EarlierDoses['today'] {
  let least = nought
  let most: Fraction | undefined = nought
  for (const { given, ms } of doses) {
    const mayBe = Number.isNaN(ms)
    if (!mayBe && dayNumberAt(ms, moment.zone) !== moment.day) continue
    const isOther = given.product !== undefined && given.product !== product
    // What was ordered is not what arrived: without a word on that, nothing bounds it.
    const low = given.delivered?.least.value
    const high = given.delivered?.most?.value
    if (!mayBe && !isOther && low !== undefined) least = sum(least, fractionOf(low))
    // Milligrams of another product are none of this one, and they are not nothing either.
    most = most === undefined || isOther || high === undefined ? undefined : sum(most, fractionOf(high))
  }
  return { least, most }
}

/** The last dose, one a civil day; nothing where the order of the doses, or one that matters, is not known. */
function lastOf(
  doses: readonly Timed[],
  amountOf: (given: DoseGiven) => number | undefined,
  moment: Moment,
): LastDose {
  const levels = levelsOf(doses, amountOf, moment)
  const last = levels?.at(-1)
  if (levels === undefined || last === undefined) return { last: undefined, inARow: undefined }
  let count = 0
  for (let at = levels.length - 1; at >= 0; at -= 1) {
    const one = levels[at]
    if (one === undefined) return { last, inARow: undefined }
    if (compareFractions(one, last) !== 0) break
    count += 1
  }
  return { last, inARow: count }
}

function levelsOf(
  doses: readonly Timed[],
  amountOf: (given: DoseGiven) => number | undefined,
  moment: Moment,
): readonly (Fraction | undefined)[] | undefined {
  // Which dose was the last, or whether two were one session, only their times tell.
  if (doses.some(({ ms }) => Number.isNaN(ms)))
    return doses.length === 1 ? doses.map(({ given }) => levelOf(amountOf(given))) : undefined
  const byDay = new Map<number, Fraction | undefined>()
  for (const { given, ms } of doses.toSorted((a, b) => a.ms - b.ms)) {
    const day = dayNumberAt(ms, moment.zone)
    const own = levelOf(amountOf(given))
    const before = byDay.get(day)
    const isFirst = !byDay.has(day)
    byDay.set(day, isFirst ? own : own === undefined || before === undefined ? undefined : sum(own, before))
  }
  return [...byDay.values()]
}

function levelOf(value: number | undefined): Fraction | undefined {
  return value === undefined ? undefined : fractionOf(value)
}
