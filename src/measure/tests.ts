/** Questions about answers, answered over everything the missing ones may be. @module */
import type { Side, Test } from '../kernel/instrument.ts'
import type { Truth } from '../kernel/truth.ts'

/** Where the ids of an instrument stand in its lists. */
export interface Places {
  readonly item: (id: string) => number
  readonly subscale: (id: string) => number
  /** Items of the total (place 0) or of a subscale (from 1). */
  readonly itemsOf: (number: number) => readonly number[]
}

/** A question with places in it instead of ids. */
export type ReadyTest =
  | { readonly kind: 'item'; readonly at: number; readonly is: Side; readonly value: number }
  | { readonly kind: 'number'; readonly at: number; readonly is: Side; readonly value: number }
  | { readonly kind: 'count'; readonly of: readonly ReadyTest[]; readonly from: number; readonly to: number }
  | { readonly kind: 'not'; readonly of: ReadyTest }
  /** Its parts ask of the same items, so they cannot be judged apart. */
  | { readonly kind: 'joint'; readonly of: ReadyTest; readonly items: readonly number[] }

/** What the answers leave possible: ends of each item, and of the total (place 0) and each subscale (from 1). */
export interface Possible {
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  /** The least and most a number can be; nothing where there is no such number. */
  readonly numberAt: (place: number) => Ends | null
  /** The same, were one item narrowed to one of its values. */
  readonly narrowed: (item: number, value: number) => Possible
  readonly values: (item: number) => readonly number[]
}

/** The least and the most, both included. */
export interface Ends {
  readonly lo: number
  readonly hi: number
}

/** A question made ready. */
export function readyTest(test: Test, places: Places): ReadyTest {
  const ready = translated(test, places)
  const asked = askedOf(ready, places)
  const items = [...new Set(asked)].sort((a, b) => a - b)
  return items.length < asked.length ? { kind: 'joint', of: ready, items } : ready
}

function translated(test: Test, places: Places): ReadyTest {
  switch (test.kind) {
    case 'item':
      return { kind: 'item', at: places.item(test.item), is: test.is, value: test.value }
    case 'total':
      return {
        kind: 'number',
        at: test.of === undefined ? 0 : places.subscale(test.of) + 1,
        is: test.is,
        value: test.value,
      }
    case 'count':
      return counted(test.of, test.from, test.to ?? test.of.length, places)
    case 'all':
      return counted(test.of, test.of.length, test.of.length, places)
    case 'any':
      return counted(test.of, 1, test.of.length, places)
    case 'not':
      return { kind: 'not', of: translated(test.of, places) }
  }
}

function counted(of: readonly Test[], from: number, to: number, places: Places): ReadyTest {
  return { kind: 'count', of: of.map((one) => translated(one, places)), from, to }
}

/** The items each part asks of, with those of a sum it asks for. */
function askedOf(test: ReadyTest, places: Places): readonly number[] {
  switch (test.kind) {
    case 'item':
      return [test.at]
    case 'number':
      return places.itemsOf(test.at)
    case 'count':
      return test.of.flatMap((one) => askedOf(one, places))
    default:
      return askedOf(test.of, places)
  }
}

/** Whether it holds: yes or no where it does whatever the missing answers are. */
export function truthOf(test: ReadyTest, possible: Possible): Truth {
  if (test.kind !== 'joint') return judged(test, possible)
  const apart = judged(test.of, possible)
  return apart === 'unknown' ? together(test.of, test.items, possible, { left: trials }) : apart
}

function judged(test: ReadyTest, possible: Possible): Truth {
  switch (test.kind) {
    case 'item':
      return between(possible.lo[test.at] ?? 0, possible.hi[test.at] ?? 0, test.is, test.value)
    case 'number': {
      const ends = possible.numberAt(test.at)
      if (ends === null) return 'unknown'
      return between(ends.lo, ends.hi, test.is, test.value)
    }
    case 'not': {
      const truth = judged(test.of, possible)
      return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown'
    }
    case 'count':
      return countOf(test, possible)
    case 'joint':
      return judged(test.of, possible)
  }
}

function between(lo: number, hi: number, is: Side, value: number): Truth {
  if (is === 'at-least') return lo >= value ? 'yes' : hi < value ? 'no' : 'unknown'
  return hi <= value ? 'yes' : lo > value ? 'no' : 'unknown'
}

function countOf(test: Extract<ReadyTest, { readonly kind: 'count' }>, possible: Possible): Truth {
  let yes = 0
  let open = 0
  for (const part of test.of) {
    const truth = judged(part, possible)
    if (truth === 'yes') yes += 1
    else if (truth === 'unknown') open += 1
  }
  if (yes >= test.from && yes + open <= test.to) return 'yes'
  return yes + open < test.from || yes > test.to ? 'no' : 'unknown'
}

// Beyond so many cases the question stays open, which is never wrong.
const trials = 4_000

/** Goes through the values of the missing items, one item after another, until two cases differ. */
function together(
  test: ReadyTest,
  items: readonly number[],
  possible: Possible,
  budget: { left: number },
): Truth {
  const item = items.find((n) => possible.lo[n] !== possible.hi[n])
  if (item === undefined) return 'unknown'
  let found: Truth | undefined
  for (const value of possible.values(item)) {
    budget.left -= 1
    if (budget.left < 0) return 'unknown'
    const narrowed = possible.narrowed(item, value)
    let truth = judged(test, narrowed)
    if (truth === 'unknown') truth = together(test, items, narrowed, budget)
    if (truth === 'unknown' || (found !== undefined && found !== truth)) return 'unknown'
    found = truth
  }
  return found ?? 'unknown'
}
