/** Questions about answers, answered over everything the missing ones may be. @module */
import type { Side, Test } from '../kernel/instrument.ts'
import type { Truth } from '../kernel/truth.ts'

/** Where the ids of an instrument stand in its lists. */
export interface Places {
  readonly item: (id: string) => number
  readonly subscale: (id: string) => number
  /** Items of the total (place 0) or of a subscale (from 1). */
  readonly itemsOf: (number: number) => readonly number[]
  /** Values an item counts as, the smallest first. */
  readonly valuesOf: (item: number) => readonly number[]
}

/** A question with places in it instead of ids. */
export type ReadyTest =
  | { readonly kind: 'item'; readonly at: number; readonly is: Side; readonly value: number }
  | { readonly kind: 'number'; readonly at: number; readonly is: Side; readonly value: number }
  | { readonly kind: 'count'; readonly of: readonly ReadyTest[]; readonly from: number; readonly to: number }
  | { readonly kind: 'not'; readonly of: ReadyTest }
  /** A count of questions of which each is about one item. */
  | {
      readonly kind: 'items'
      readonly of: readonly Extract<ReadyTest, { readonly kind: 'item' }>[]
      readonly from: number
      readonly to: number
    }
  /** Its parts ask of the same items, so they cannot be judged apart. */
  | { readonly kind: 'joint'; readonly of: ReadyTest; readonly items: readonly Tried[] }

/** An item to go through, and values of it that make a difference to the question. */
interface Tried {
  readonly at: number
  readonly values: readonly number[]
}

/** What the answers leave possible: ends of each item, and of the total (place 0) and each subscale (from 1). */
export interface Possible {
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  /** The least and most a number can be; nothing where there is no such number. */
  readonly numberAt: (place: number) => Ends | null
  /** The same once more, to be narrowed item by item. */
  readonly trial: () => Trial
}

/** What would be possible, were some items known. */
export interface Trial extends Possible {
  readonly lo: number[]
  readonly hi: number[]
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
  if (items.length === asked.length) return ready
  return { kind: 'joint', of: ready, items: items.map((at) => ({ at, values: telling(ready, at, places) })) }
}

/** Of values the question cannot tell apart the smallest. */
function telling(test: ReadyTest, item: number, places: Places): readonly number[] {
  const values = places.valuesOf(item)
  const leaves = leavesOf(test)
  // In a sum every value makes a difference.
  if (leaves.some((leaf) => leaf.kind === 'number' && places.itemsOf(leaf.at).includes(item))) return values
  const own = leaves.filter((leaf) => leaf.kind === 'item' && leaf.at === item)
  const said = (value: number): string => own.map((leaf) => between(value, value, leaf.is, leaf.value)).join()
  return values.filter((value, n) => n === 0 || said(value) !== said(values[n - 1] ?? value))
}

type Leaf = Extract<ReadyTest, { readonly kind: 'item' | 'number' }>

function leavesOf(test: ReadyTest): readonly Leaf[] {
  switch (test.kind) {
    case 'item':
    case 'number':
      return [test]
    case 'count':
    case 'items':
      return test.of.flatMap(leavesOf)
    default:
      return leavesOf(test.of)
  }
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

function counted(parts: readonly Test[], from: number, to: number, places: Places): ReadyTest {
  const of = parts.map((one) => translated(one, places))
  const single = of.flatMap((one) => (one.kind === 'item' ? [one] : []))
  return single.length === of.length
    ? { kind: 'items', of: single, from, to }
    : { kind: 'count', of, from, to }
}

/** The items each part asks of, with those of a sum it asks for. */
function askedOf(test: ReadyTest, places: Places): readonly number[] {
  return leavesOf(test).flatMap((leaf) => (leaf.kind === 'item' ? [leaf.at] : places.itemsOf(leaf.at)))
}

/** Whether it holds: yes or no where it does whatever the missing answers are. */
export function truthOf(test: ReadyTest, possible: Possible): Truth {
  if (test.kind !== 'joint') return judged(test, possible)
  const apart = judged(test.of, possible)
  return apart === 'unknown' ? together(test.of, test.items, possible.trial(), { left: trials }) : apart
}

function judged(test: ReadyTest, possible: Possible): Truth {
  switch (test.kind) {
    case 'item':
      return between(possible.lo[test.at] ?? 0, possible.hi[test.at] ?? 0, test.is, test.value)
    case 'items':
      return itemsCounted(test, possible)
    case 'number': {
      const ends = possible.numberAt(test.at)
      return ends === null ? 'unknown' : between(ends.lo, ends.hi, test.is, test.value)
    }
    case 'not': {
      const truth = judged(test.of, possible)
      return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown'
    }
    case 'count':
      return partsCounted(test, possible)
    case 'joint':
      return judged(test.of, possible)
  }
}

function between(lo: number, hi: number, is: Side, value: number): Truth {
  if (is === 'at-least') return lo >= value ? 'yes' : hi < value ? 'no' : 'unknown'
  return hi <= value ? 'yes' : lo > value ? 'no' : 'unknown'
}

// Both loops end as soon as what is left of the parts changes nothing.
function itemsCounted(
  { of, from, to }: Extract<ReadyTest, { readonly kind: 'items' }>,
  { lo, hi }: Possible,
): Truth {
  let yes = 0
  let open = 0
  for (let n = 0; n < of.length; n += 1) {
    const question = of[n]
    if (question === undefined) continue
    const { at, is, value } = question
    const low = lo[at] ?? 0
    const high = hi[at] ?? 0
    if (is === 'at-least' ? low >= value : high <= value) yes += 1
    else if (is === 'at-least' ? high >= value : low <= value) open += 1
    const most = yes + open + of.length - n - 1
    if (yes >= from && most <= to) return 'yes'
    if (most < from || yes > to) return 'no'
  }
  return open > 0 ? 'unknown' : from <= 0 ? 'yes' : 'no' // of no parts at all
}

function partsCounted(
  { of, from, to }: Extract<ReadyTest, { readonly kind: 'count' }>,
  possible: Possible,
): Truth {
  let yes = 0
  let open = 0
  for (let n = 0; n < of.length; n += 1) {
    const part = of[n]
    const truth = part === undefined ? 'no' : judged(part, possible)
    if (truth === 'yes') yes += 1
    else if (truth === 'unknown') open += 1
    const most = yes + open + of.length - n - 1
    if (yes >= from && most <= to) return 'yes'
    if (most < from || yes > to) return 'no'
  }
  return open > 0 ? 'unknown' : from <= 0 ? 'yes' : 'no' // of no parts at all
}

// Beyond so many cases the question stays open, which is never wrong.
const trials = 4_000

/** Goes through the values of the missing items, one item after another, until two cases differ. */
function together(test: ReadyTest, items: readonly Tried[], trial: Trial, budget: { left: number }): Truth {
  const item = items.find(({ at }) => trial.lo[at] !== trial.hi[at])
  if (item === undefined) return 'unknown'
  const { at, values } = item
  const [low = 0, high = 0] = [trial.lo[at], trial.hi[at]]
  let found: Truth | undefined
  for (const value of tried(values, low, high)) {
    budget.left -= 1
    trial.lo[at] = value
    trial.hi[at] = value
    let truth = judged(test, trial)
    if (truth === 'unknown' && budget.left > 0) truth = together(test, items, trial, budget)
    if (found !== undefined && found !== truth) truth = 'unknown'
    found = truth
    if (truth === 'unknown') break
  }
  trial.lo[at] = low
  trial.hi[at] = high
  return found ?? 'unknown'
}

/** The values that are possible; the least of them stands for those it cannot be told apart from. */
function tried(values: readonly number[], low: number, high: number): readonly number[] {
  const inside = values.filter((value) => value >= low && value <= high)
  return inside[0] === low ? inside : [low, ...inside]
}
