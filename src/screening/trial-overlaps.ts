/** Which trials were given together. @module */
import type { Stretch } from './trial-stretch.ts'

/** A trial as far as it is asked here. */
interface Given<A> {
  readonly agent: A
  readonly stretch: Stretch
}

/**
 * Whether each of some trials surely ran on days on which another medicine surely ran too.
 *
 * A change from one medicine to the next on one day is no overlap, and dates that may lie apart are none.
 */
export function overlapsIn<A>(trials: readonly Given<A>[]): readonly boolean[] {
  const sorted = trials
    .filter(({ stretch }) => stretch.surelyFrom < stretch.surelyTo)
    .sort((a, b) => a.stretch.surelyFrom - b.stretch.surelyFrom)
  // Of all that began up to each place: the one that ran longest, and the longest of the other medicines.
  const longest: (readonly [Given<A>, Given<A> | undefined])[] = []
  for (const one of sorted) {
    const [first, second] = longest.at(-1) ?? [one, undefined]
    if (one.agent === first.agent) longest.push([later(one, first), second])
    else if (to(one) > to(first)) longest.push([one, first])
    else longest.push([first, second === undefined ? one : later(one, second)])
  }
  return trials.map((one) => {
    const { surelyFrom, surelyTo } = one.stretch
    if (surelyFrom >= surelyTo) return false
    const before = countBefore(surelyTo, sorted)
    const [first, second] = longest[before - 1] ?? [undefined, undefined]
    const other = first?.agent === one.agent ? second : first
    return other !== undefined && to(other) > surelyFrom
  })
}

function to({ stretch }: Given<unknown>): number {
  return stretch.surelyTo
}

function later<A>(a: Given<A>, b: Given<A>): Given<A> {
  return to(a) > to(b) ? a : b
}

/** How many began before a day. */
function countBefore(day: number, sorted: readonly Given<unknown>[]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((sorted[middle]?.stretch.surelyFrom ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}
