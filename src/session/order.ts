/** The order of a log: by time, then by a rule that knows nothing of the place in an array. @module */
import { byText } from '../kernel/order.ts'
import type { SessionEvent } from './session.schema.ts'

/** Something with its time, and the entry it stems from. */
export interface Timed {
  /** Infinite where there is no time. */
  readonly ms: number
  readonly event: SessionEvent
}

/** By time, those without one last; at one instant by recorder, by its count and by id. */
export function byTime(a: Timed, b: Timed): number {
  if (a.ms !== b.ms) return a.ms < b.ms ? -1 : 1
  const one = a.event
  const other = b.event
  return byText(one.recorder, other.recorder) || one.sequence - other.sequence || byText(one.id, other.id)
}

/** Puts a list in order, in place; nearly always a log came in order. */
export function inOrderOfTime<T extends Timed>(list: T[]): T[] {
  for (let at = 1; at < list.length; at += 1) {
    const before = list[at - 1]
    const one = list[at]
    if (before !== undefined && one !== undefined && byTime(before, one) > 0) return list.sort(byTime)
  }
  return list
}
