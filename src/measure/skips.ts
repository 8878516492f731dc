/** Questions a form does not ask after an earlier answer. @module */
import { blank, isSettled, notAsked, type Reading, unread } from './reading.ts'
import type { Ready } from './ready.ts'

/** The answers of a form while they are read. */
export interface Open extends Pick<Reading, 'lo'> {
  readonly hi: number[]
  readonly how: number[]
}

/** Counts what the form did not ask as the smallest value; gives the places that were answered all the same. */
export function followSkips({ items, skips, most }: Ready, answers: Open): readonly number[] {
  const { lo, hi, how } = answers
  const odd: number[] = []
  let contradicted: Set<number> | undefined
  for (const place of skips) {
    const item = items[place]
    if (item === undefined || item.skip === null) continue
    const { at, is } = item.skip
    if (!isSettled(how[at]) || lo[at] !== is || hi[at] !== is) continue
    if (how[place] === blank) {
      how[place] = notAsked
      hi[place] = item.least
    } else if ((hi[place] ?? 0) > item.least) {
      if (how[place] !== unread) odd.push(place)
      contradicted ??= new Set()
      contradicted.add(at)
    }
  }
  if (contradicted !== undefined) reopen({ items, skips, most }, answers, contradicted)
  return odd
}

/**
 * An answer against a skip, or one that cannot be read and may be such, says that the skip was not followed: nobody knows
 * then whether its other questions were asked, and those without an answer are blank.
 */
function reopen(
  { items, skips, most }: Pick<Ready, 'items' | 'skips' | 'most'>,
  { hi, how }: Open,
  contradicted: Set<number>,
): void {
  const skipOf = (place: number): number => items[place]?.skip?.at ?? -1
  for (const place of [...skips].reverse()) {
    if (how[place] === notAsked && contradicted.has(place)) contradicted.add(skipOf(place))
  }
  for (const place of skips) {
    if (how[place] !== notAsked) continue
    if (!contradicted.has(skipOf(place)) && isSettled(how[skipOf(place)])) continue
    how[place] = blank
    hi[place] = most[place] ?? 0
  }
}
