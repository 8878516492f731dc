/** Entries by their kind. @module */
import type { Entry, HappeningOf, HappeningType } from './state.ts'

/** Whether an entry is of a kind. */
export function is<T extends HappeningType>(type: T, entry: Entry): entry is Entry<HappeningOf<T>> {
  return entry.what.type === type
}
