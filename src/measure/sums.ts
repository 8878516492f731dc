/** What a sum is, as far as its items were answered. @module */
import { blank, disputed, isSettled, type Reading, unread } from './reading.ts'
import type { ReadyDomain, ReadySum } from './ready-sum.ts'
import type { Completeness, ExactScore } from './score-shape.ts'

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
export function tally(
  sum: ReadySum,
  lo: readonly number[],
  hi: readonly number[],
  how: readonly number[],
): Tally {
  let known = 0
  let total = 0
  let least = 0
  let most = 0
  let inDispute = false
  for (const item of sum.items) {
    const [low, state] = [lo[item] ?? 0, how[item]]
    least += low
    most += hi[item] ?? 0
    if (!isSettled(state)) continue
    if (state === disputed) inDispute = true
    known += 1
    total += low
  }
  for (const domain of sum.domains) {
    least += endOf(domain, lo, how)
    most += endOf(domain, hi, how)
    if (domain.of.some((item) => how[item] === disputed)) inDispute = true
    const value = highestOf(domain, lo, how)
    if (value === null) continue
    known += 1
    total += value
  }
  return { known, sum: total, lo: least, hi: most, disputed: inDispute }
}

/** The least, or the most, the highest item of those the form asks for can be. */
function endOf({ of, oneOf }: ReadyDomain, ends: readonly number[], how: readonly number[]): number {
  let highest = Number.NEGATIVE_INFINITY
  for (const item of of) {
    if (how[item] !== blank || !isSpared(oneOf, item, how)) highest = Math.max(highest, ends[item] ?? 0)
  }
  return highest
}

/** The form asks for one of a group, and another one of it has an answer. */
function isSpared(oneOf: ReadyDomain['oneOf'], item: number, how: readonly number[]): boolean {
  return oneOf.some((group) => group.includes(item) && group.some((other) => isSettled(how[other])))
}

/** The highest, once it cannot change any more or every item the form asks for has its answer. */
function highestOf(
  { of, oneOf, most }: ReadyDomain,
  lo: readonly number[],
  how: readonly number[],
): number | null {
  let highest: number | null = null
  let open = false
  for (const item of of) {
    if (isSettled(how[item])) highest = Math.max(highest ?? Number.NEGATIVE_INFINITY, lo[item] ?? 0)
    else if (how[item] === unread || !isSpared(oneOf, item, how)) open = true
  }
  return open && highest !== most ? null : highest
}

/** Items of a sum that are needed and have no answer, in the order of the form. */
export function missingIn(sum: ReadySum, { lo, how }: Reading): readonly number[] {
  const wanted = new Set(sum.items.filter((item) => how[item] === blank || how[item] === unread))
  for (const domain of sum.domains) {
    if (highestOf(domain, lo, how) !== null) continue
    for (const item of domain.of) {
      if (how[item] === unread || (how[item] === blank && !isSpared(domain.oneOf, item, how)))
        wanted.add(item)
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
  if (bottom === 1) return whole(top)
  const by = divisor(Math.abs(top), bottom)
  return Object.freeze({ numerator: top / by, denominator: bottom / by })
}

// Whole scores are few and come again and again: each is made once.
const wholes: ExactScore[] = []
const wholesAtMost = 200

/** A score without a fraction. */
export function whole(top: number): ExactScore {
  const before = wholes[top]
  if (before !== undefined) return before
  const made = Object.freeze({ numerator: top, denominator: 1 })
  if (Number.isInteger(top) && top >= 0 && top <= wholesAtMost) wholes[top] = made
  return made
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
