/** Where an entry stands in time, and which of two comes first. @module */
import { byText } from '../kernel/order.ts'
import {
  type CivilDate,
  civilDate,
  type Range,
  type When,
  whenRangeDays,
  whenRangeMs,
} from '../kernel/time.ts'
import type { EntryKind, TimelineEntry } from './timeline-shape.ts'

/** The kinds, in the order in which entries of one moment are told. */
export const entryKinds: readonly EntryKind[] = [
  'visit',
  'dose',
  'score',
  'effect',
  'medicine-started',
  'medicine-stopped',
  'decision',
  'checkpoint',
  'note',
  'planned-session',
  'planned-assessment',
]

/** First and last civil day something can have been on; null where nobody knows. */
export function daysOf(at: When | null, zone: string): { from: CivilDate; to: CivilDate } | null {
  const days = at === null ? undefined : whenRangeDays(at, zone)
  return days === undefined ? null : { from: civilDate(days.from), to: civilDate(days.to) }
}

/** First and last millisecond of it; nothing where nobody knows. */
export function reachOf(at: When | null, zone: string): Range | undefined {
  return at === null ? undefined : whenRangeMs(at, zone)
}

/** An entry with its place. */
export interface PlacedEntry {
  readonly entry: TimelineEntry
  readonly reach: Range | undefined
}

/** The entries with their places, in order. */
export function placedEntries(entries: readonly TimelineEntry[], zone: string): readonly PlacedEntry[] {
  return entries.map((entry) => ({ entry, reach: reachOf(entry.at, zone) }))
}

/**
 * The order of time.
 *
 * What is known by its day, month or year alone stands at the end of it, after what is known better; what has no time
 * stands last.
 */
export function inTime(a: PlacedEntry, b: PlacedEntry): number {
  if (a.reach !== undefined && b.reach !== undefined) {
    const order = a.reach.to - b.reach.to || b.reach.from - a.reach.from
    if (order !== 0) return order
  } else if (a.reach !== undefined || b.reach !== undefined) return a.reach === undefined ? 1 : -1
  return entryKinds.indexOf(a.entry.kind) - entryKinds.indexOf(b.entry.kind) || byText(a.entry.id, b.entry.id)
}
