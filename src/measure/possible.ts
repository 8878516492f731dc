/** What the answers of a form leave possible, for the questions of its instrument. @module */
import type { Reading } from './reading.ts'
import type { Ready } from './ready.ts'
import type { ReadySum } from './ready-sum.ts'
import { type Tally, tally } from './sums.ts'
import type { Ends, Possible, Trial } from './tests.ts'

/** What the answers of a form leave possible; a total written beside them counts where it cannot be theirs. */
export function possibleOf(ready: Ready, { lo, hi, how }: Reading, stated: number | null): Answered {
  if (stated === null || ready.total === null) return new Answered(ready, lo, hi, how, stated)
  const found = new Answered(ready, lo, hi, how, null)
  const ends = endsOfSum(ready.total, found.tally(0, ready.total))
  return stated < ends.lo || stated > ends.hi ? new Answered(ready, lo, hi, how, stated) : found
}

/** What is possible for the questions of an instrument. */
export class Answered implements Possible {
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  protected readonly how: readonly number[]
  protected readonly ready: Ready
  protected readonly stated: number | null
  private readonly tallies: (Tally | undefined)[] = []

  constructor(
    ready: Ready,
    lo: readonly number[],
    hi: readonly number[],
    how: readonly number[],
    stated: number | null,
  ) {
    this.lo = lo
    this.hi = hi
    this.how = how
    this.ready = ready
    this.stated = stated
  }

  /** The parts of the total (place 0) or of a subscale (from 1), counted once. */
  tally(place: number, sum: ReadySum): Tally {
    const before = this.tallies[place]
    if (before !== undefined) return before
    const counted = tally(sum, this.lo, this.hi, this.how)
    this.tallies[place] = counted
    return counted
  }

  numberAt(place: number): Ends | null {
    const sum = place === 0 ? this.ready.total : this.ready.subscales[place - 1]?.sum
    if (sum === undefined || sum === null) return place === 0 ? onlyStated(this.ready, this.stated) : null
    const ends = endsOfSum(sum, this.tally(place, sum))
    return place === 0 && this.stated !== null
      ? worseOf(ends, this.stated, this.ready.instrument.worse)
      : ends
  }

  trial(): Trial {
    return new Tried(this.ready, this.lo.slice(), this.hi.slice(), this.how, this.stated)
  }
}

/** The same, narrowed again and again: nothing is kept. */
class Tried extends Answered implements Trial {
  override readonly lo: number[]
  override readonly hi: number[]

  constructor(ready: Ready, lo: number[], hi: number[], how: readonly number[], stated: number | null) {
    super(ready, lo, hi, how, stated)
    this.lo = lo
    this.hi = hi
  }

  override tally(_place: number, sum: ReadySum): Tally {
    return tally(sum, this.lo, this.hi, this.how)
  }
}

/** A sum, or a mean, between its ends. */
export function endsOfSum(sum: ReadySum, { lo, hi }: Tally): Ends {
  return sum.mean ? { lo: lo / sum.parts, hi: hi / sum.parts } : { lo: lo * sum.times, hi: hi * sum.times }
}

// Of a sum and a total written beside it that cannot be its own the worse is looked at, or both.
function worseOf({ lo, hi }: Ends, stated: number, worse: Ready['instrument']['worse']): Ends {
  if (worse === 'higher') return { lo: Math.max(lo, stated), hi: Math.max(hi, stated) }
  if (worse === 'lower') return { lo: Math.min(lo, stated), hi: Math.min(hi, stated) }
  return { lo: Math.min(lo, stated), hi: Math.max(hi, stated) }
}

function onlyStated(ready: Ready, stated: number | null): Ends | null {
  if (ready.scoring !== 'stated' || ready.range === null) return null
  return stated === null ? { lo: ready.range.least, hi: ready.range.most } : { lo: stated, hi: stated }
}
