/** What a number of a score can truly be, where answers are missing. @module */
import { type Fraction, fractionOf, larger, lesser, quotientOf, sum } from '../kernel/fraction.ts'
import type { Instrument, Item, Scoring } from '../kernel/instrument.ts'
import type { Completeness, ExactScore, Score } from './score-shape.ts'

/** The least and the most, both included; the same fraction twice where there is no doubt. */
export interface Ends {
  readonly lo: Fraction
  readonly hi: Fraction
}

/** An exact number of a score. */
export function exactOf({ numerator, denominator }: ExactScore): Fraction {
  return quotientOf(fractionOf(numerator), fractionOf(denominator))
}

/**
 * The ends of the total.
 *
 * What was filled in for missing answers is a guess: a prorated total can be anything its missing items allow. Where no
 * total could be made nothing is assumed but the range of the instrument.
 */
export function endsOfTotal(instrument: Instrument, score: Score): Ends | null {
  const { scoring, range } = instrument
  return range === undefined ? null : endsOf(instrument, score, { scoring, range, made: score })
}

/** The ends of a subscale. */
export function endsOfSubscale(instrument: Instrument, score: Score, id: string): Ends | null {
  const rows = instrument.subscales.find((one) => one.id === id)
  const made = score.subscales.find((one) => one.id === id)
  if (rows === undefined) return null
  const none = { status: 'incomplete', total: null, exact: null } as const
  return endsOf(instrument, score, { scoring: rows.scoring, range: rows.range, made: made ?? none })
}

interface Made {
  readonly status: Completeness
  readonly total: number | null
  readonly exact: ExactScore | null
}

function endsOf(
  { items }: Instrument,
  score: Score,
  { scoring, range, made }: { scoring: Scoring; range: { least: number; most: number }; made: Made },
): Ends {
  if (made.total === null || made.exact === null)
    return { lo: fractionOf(range.least), hi: fractionOf(range.most) }
  if (made.status === 'complete') {
    const exact = exactOf(made.exact)
    return { lo: exact, hi: exact }
  }
  return endsOfItems(items, score, scoring) ?? { lo: fractionOf(range.least), hi: fractionOf(range.most) }
}

function endsOfItems(items: readonly Item[], score: Score, scoring: Scoring): Ends | undefined {
  if (scoring.kind !== 'sum' && scoring.kind !== 'mean') return undefined
  const parts = scoring.of.map((part) => {
    if (typeof part === 'string') return endsOfItem(items, score, part)
    const each = part.highestOf.map((id) => endsOfItem(items, score, id))
    return each.reduce((a, b) => ({ lo: larger(a.lo, b.lo), hi: larger(a.hi, b.hi) }))
  })
  const whole = parts.reduce((a, b) => ({ lo: sum(a.lo, b.lo), hi: sum(a.hi, b.hi) }))
  const by =
    scoring.kind === 'mean' ? fractionOf(scoring.of.length) : quotientOf(one, fractionOf(scoring.times ?? 1))
  return { lo: quotientOf(whole.lo, by), hi: quotientOf(whole.hi, by) }
}

const one: Fraction = { top: 1n, bottom: 1n }

function endsOfItem(items: readonly Item[], score: Score, id: string): Ends {
  const answer = Object.hasOwn(score.items, id) ? score.items[id] : null
  if (typeof answer === 'number' && Number.isFinite(answer)) {
    const exact = fractionOf(answer)
    return { lo: exact, hi: exact }
  }
  const values = items.find((item) => item.id === id)?.values ?? [0]
  return { lo: fractionOf(values[0] ?? 0), hi: fractionOf(values.at(-1) ?? 0) }
}

/** The ends of all of them together. */
export function hull(each: readonly Ends[]): Ends | null {
  const [first, ...rest] = each
  if (first === undefined) return null
  return rest.reduce((a, b) => ({ lo: lesser(a.lo, b.lo), hi: larger(a.hi, b.hi) }), first)
}

/** The ends of the worst of them. */
export function worstOf(each: readonly Ends[], worse: 'higher' | 'lower'): Ends | null {
  const [first, ...rest] = each
  if (first === undefined) return null
  const pick = worse === 'higher' ? larger : lesser
  return rest.reduce((a, b) => ({ lo: pick(a.lo, b.lo), hi: pick(a.hi, b.hi) }), first)
}
