/** What a sum is, or can still become. @module */
import { blank, disputed, notAsked, type Reading, unread } from './answers.ts'
import type { Ready, ReadyDomain, ReadySum } from './ready.ts'
import type { Completeness, ExactScore } from './score-shape.ts'
import type { Ends, Possible } from './tests.ts'

/** The parts of a sum, counted. */
export interface Tally {
  /** Parts that are known, and their sum. */
  readonly known: number
  readonly sum: number
  /** The least and the most all the parts can come to. */
  readonly lo: number
  readonly hi: number
  /** An item of it was answered twice, differently. */
  readonly disputed: boolean
}

/** Counts the parts of a sum. */
export function tally(sum: ReadySum, { lo, hi, how }: Pick<Reading, 'lo' | 'hi' | 'how'>): Tally {
  let known = 0
  let total = 0
  let least = 0
  let most = 0
  let inDispute = false
  for (const item of sum.items) {
    const [low, state] = [lo[item] ?? 0, how[item]]
    least += low
    most += hi[item] ?? 0
    if (state === blank || state === unread) continue
    if (state === disputed) inDispute = true
    known += 1
    total += low
  }
  for (const domain of sum.domains) {
    const [low, high] = endsOf(domain, lo, hi, how)
    least += low
    most += high
    if (domain.of.some((item) => how[item] === disputed)) inDispute = true
    if (low !== high || !isKnown(domain, low, how)) continue
    known += 1
    total += low
  }
  return { known, sum: total, lo: least, hi: most, disputed: inDispute }
}

/** The least and the most of the highest item. */
function endsOf(
  domain: ReadyDomain,
  lo: readonly number[],
  hi: readonly number[],
  how: readonly number[],
): readonly [number, number] {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const item of domain.of) {
    if (how[item] === blank && isSpared(domain, item, how)) continue
    low = Math.max(low, lo[item] ?? 0)
    high = Math.max(high, hi[item] ?? 0)
  }
  return [low, high]
}

/** The form asks for one of a group, and another one of it has an answer. */
function isSpared(domain: ReadyDomain, item: number, how: readonly number[]): boolean {
  return domain.oneOf.some(
    (group) => group.includes(item) && group.some((other) => how[other] !== blank && how[other] !== unread),
  )
}

/** The highest cannot change any more, or every item the form asks for has its answer. */
function isKnown(domain: ReadyDomain, highest: number, how: readonly number[]): boolean {
  if (highest === domain.most && domain.of.some((item) => how[item] !== blank && how[item] !== unread))
    return true
  return domain.of.every(
    (item) => how[item] !== unread && (how[item] !== blank || isSpared(domain, item, how)),
  )
}

/** Items of a sum that are needed and have no answer, in the order of the form. */
export function missingIn(sum: ReadySum, { lo, hi, how }: Reading): readonly number[] {
  const wanted = new Set(sum.items.filter((item) => how[item] === blank || how[item] === unread))
  for (const domain of sum.domains) {
    const [low] = endsOf(domain, lo, hi, how)
    if (isKnown(domain, low, how)) continue
    for (const item of domain.of) {
      if (how[item] === unread || (how[item] === blank && !isSpared(domain, item, how))) wanted.add(item)
    }
  }
  return sum.all.filter((item) => wanted.has(item))
}

/** A number as far as it could be made. */
export interface Made {
  readonly status: Completeness
  readonly total: number | null
  readonly exact: ExactScore | null
}

/** No number. */
export const unmade: Made = /* @__PURE__ */ Object.freeze({ status: 'incomplete', total: null, exact: null })

/** The number of a sum; parts are filled with the mean of the others as far as the rule goes. */
export function numberOf(sum: ReadySum, counted: Tally, fills: boolean): Made {
  const { known } = counted
  const missing = sum.parts - known
  if (known === 0 || counted.disputed || missing > (fills ? sum.atMost : 0)) return unmade
  const status = missing === 0 ? 'complete' : 'prorated'
  const top = counted.sum * sum.times
  if (sum.mean) return { status, total: top / known, exact: fraction(top, known) }
  const exact = missing === 0 ? fraction(top, 1) : fraction(top * sum.parts, known)
  return { status, total: halfUp(exact), exact }
}

function halfUp({ numerator, denominator }: ExactScore): number {
  return denominator === 1 ? numerator : Math.floor((2 * numerator + denominator) / (2 * denominator))
}

function fraction(top: number, bottom: number): ExactScore {
  const by = bottom === 1 ? 1 : divisor(Math.abs(top), bottom)
  return Object.freeze({ numerator: top / by, denominator: bottom / by })
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

/** What is possible for the questions of an instrument. */
export class Answered implements Possible {
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  private readonly ready: Ready
  readonly how: readonly number[]
  private readonly stated: Stated

  constructor(ready: Ready, reading: Pick<Reading, 'lo' | 'hi' | 'how'>, stated: Stated) {
    this.ready = ready
    this.lo = reading.lo
    this.hi = reading.hi
    this.how = reading.how
    this.stated = stated
  }

  numberAt(place: number): Ends | null {
    const sum = place === 0 ? this.ready.total : this.ready.subscales[place - 1]?.sum
    if (sum === undefined || sum === null) return place === 0 ? onlyStated(this.ready, this.stated) : null
    const ends = endsOfSum(sum, tally(sum, this))
    return place === 0 ? worseOf(ends, this.stated, this.ready.instrument.worse) : ends
  }

  narrowed(item: number, value: number): Possible {
    const [lo, hi] = [this.lo.slice(), this.hi.slice()]
    lo[item] = value
    hi[item] = value
    return new Answered(this.ready, { lo, hi, how: this.how }, this.stated)
  }

  values(item: number): readonly number[] {
    const [lo, hi] = [this.lo[item] ?? 0, this.hi[item] ?? 0]
    return (this.ready.items[item]?.values ?? []).filter((value) => value >= lo && value <= hi)
  }
}

/** The total as written on the form. */
export type Stated = number | null

/** A sum, or a mean, between its ends. */
export function endsOfSum(sum: ReadySum, { lo, hi }: Tally): Ends {
  return sum.mean ? { lo: lo / sum.parts, hi: hi / sum.parts } : { lo: lo * sum.times, hi: hi * sum.times }
}

// A total written beside items it cannot be the sum of: the worse of the two is looked at.
function worseOf({ lo, hi }: Ends, stated: Stated, worse: Ready['instrument']['worse']): Ends {
  if (stated !== null && stated > hi)
    return { lo: worse === 'higher' ? stated : lo, hi: worse === 'lower' ? hi : stated }
  if (stated !== null && stated < lo)
    return { lo: worse === 'higher' ? lo : stated, hi: worse === 'lower' ? stated : hi }
  return { lo, hi }
}

function onlyStated(ready: Ready, stated: Stated): Ends | null {
  if (ready.scoring !== 'stated' || ready.range === null) return null
  return stated === null ? { lo: ready.range.least, hi: ready.range.most } : { lo: stated, hi: stated }
}

/** Whether an item was answered, or need not be. */
export function isSettled(how: number | undefined): boolean {
  return how === notAsked || (how !== blank && how !== unread)
}
