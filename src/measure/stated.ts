/** A total as written on a form, held against the items. @module */
import { endsOfSum } from './possible.ts'
import type { ReadySum } from './ready-sum.ts'
import type { FormConflict } from './score-shape.ts'
import type { Made, Tally } from './sums.ts'

/**
 * Whether a written total cannot be that of the items.
 *
 * Where a score could be made the two have to agree; where items are missing, the written total has to be possible.
 * A written mean agrees where it is the mean rounded half up to the decimals it was written with, three at most.
 */
export function disagrees(stated: number, sum: ReadySum, counted: Tally, made: Made): boolean {
  if (made.exact !== null) {
    const { numerator, denominator } = made.exact
    return sum.mean ? !isRounded(stated, numerator, denominator) : made.total !== stated
  }
  const { lo, hi } = endsOfSum(sum, counted)
  // Half is the most that rounding can have added to a mean.
  const room = sum.mean ? 0.5 : 0
  return stated > hi + room || stated < lo - room
}

/** A written total beside what the items come to: as far as they were answered, and filled where the rule fills them. */
export function besideItems(stated: number, sum: ReadySum, counted: Tally, made: Made): FormConflict {
  const summed = sum.mean ? counted.sum / Math.max(1, counted.known) : counted.sum * sum.times
  const filled = made.total === null || made.total === summed ? {} : { filled: made.total }
  return Object.freeze({ kind: 'total', stated, summed, ...filled })
}

function isRounded(stated: number, top: number, bottom: number): boolean {
  return (
    [1, 10, 100, 1_000].some((step) => {
      const steps = Math.round(stated * step)
      return steps / step === stated && steps === Math.floor((2 * top * step + bottom) / (2 * bottom))
    }) || stated === top / bottom
  )
}
