/** Where everything that was drawn up went, and what its milligrams count. @module */
import {
  compareFractions,
  difference,
  type Fraction,
  fractionText,
  nought,
  numberOf,
  productOf,
  sum,
} from '../kernel/fraction.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Open } from './administered.ts'
import type { Balance, Delivered, ExactAmount, SaltMixed } from './delivered-shape.ts'
import { isExact, type Span } from './span.ts'

export interface Scale {
  readonly as: Delivered['as']
  /** Milligrams of base in one as written, between two bounds. */
  readonly of: (part: Open | undefined) => { readonly low: Fraction; readonly high: Fraction }
}

const one: Fraction = { top: 1n, bottom: 1n }
const same = { low: one, high: one }

export function scaleOf(parts: readonly Open[], share: Fraction | undefined): Result<Scale, SaltMixed> {
  if (share !== undefined) {
    const salt = { low: share, high: share }
    const either = { low: share, high: one }
    return ok({
      as: 'base',
      of: (part) => (part?.salt === 'hydrochloride' ? salt : part?.salt === 'base' ? same : either),
    })
  }
  const salts = parts.filter(({ salt }) => salt === 'hydrochloride')
  if (salts.length === 0) {
    const stated = parts.every(({ salt }) => salt === 'base')
    return ok({ as: stated ? 'base' : 'unstated', of: () => same })
  }
  if (salts.length === parts.length) return ok({ as: 'hydrochloride', of: () => same })
  return err({ code: 'salt-mixed', events: salts.map(({ event }) => event) })
}

export function scaled({ low, high }: Span, by: { readonly low: Fraction; readonly high: Fraction }): Span {
  return { low: productOf(low, by.low), high: high === undefined ? undefined : productOf(high, by.high) }
}

export interface Account {
  readonly drawn: Fraction
  readonly delivered: Fraction
  readonly wasted: Fraction
  readonly remaining: Fraction
}

/** The account of one administration, where everything it takes is known and adds up. */
export function accountOf(
  part: Open,
  by: { readonly low: Fraction; readonly high: Fraction },
): Account | undefined {
  const { given, lost, wasted, held } = part
  if (!isExact(given) || !isExact(lost) || !isExact(wasted) || compareFractions(by.low, by.high) !== 0)
    return undefined
  if (part.kind !== 'dose' && held === undefined) return undefined
  if (compareFractions(lost.low, given.low) > 0) return undefined
  const drawn = part.kind === 'dose' ? sum(given.low, wasted.low) : (held ?? nought)
  const remaining = difference(difference(drawn, given.low), wasted.low)
  if (compareFractions(remaining, nought) < 0) return undefined
  const inBase = (amount: Fraction): Fraction => productOf(amount, by.low)
  return {
    drawn: inBase(drawn),
    delivered: inBase(difference(given.low, lost.low)),
    wasted: inBase(sum(wasted.low, lost.low)),
    remaining: inBase(remaining),
  }
}

export function balanceOf(account: Account): Balance {
  const amount = (value: Fraction): ExactAmount => ({
    value: numberOf(value) ?? 0,
    unit: 'mg',
    exact: fractionText(value),
  })
  return {
    drawn: amount(account.drawn),
    delivered: amount(account.delivered),
    wasted: amount(account.wasted),
    remaining: amount(account.remaining),
  }
}

export const noAccount: Account = { drawn: nought, delivered: nought, wasted: nought, remaining: nought }

export function addAccounts(a: Account | undefined, b: Account | undefined): Account | undefined {
  if (a === undefined || b === undefined) return undefined
  return {
    drawn: sum(a.drawn, b.drawn),
    delivered: sum(a.delivered, b.delivered),
    wasted: sum(a.wasted, b.wasted),
    remaining: sum(a.remaining, b.remaining),
  }
}
