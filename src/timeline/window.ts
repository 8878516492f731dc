/** Stretches of time a timeline is asked about, and what surely or possibly lies in them. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, badDate, endBeforeStart } from '../kernel/codes.ts'
import { demandParsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isWhen, type Range, type When, whenRangeMs } from '../kernel/time.ts'
import { entryKinds, type PlacedEntry, placedEntries } from './placing.ts'
import type { EntryKind, Timeline, TimelineEntry } from './timeline-shape.ts'

/** Entries inside a window. Each list is in the order of the timeline. */
export interface EntriesFound {
  /** They lie inside, whatever their time means. */
  readonly surely: readonly TimelineEntry[]
  /** They may lie inside: their day, month or year reaches into the window, or nobody knows their time. */
  readonly possibly: readonly TimelineEntry[]
}

/** A timeline and its entries with their places. */
export function readTimeline(timeline: Timeline, query: object): readonly PlacedEntry[] {
  demandParsed(timeline, 'timeline')
  if (!isObject(query)) throw new Refusal(badArgument, 'query')
  return placedEntries(timeline.entries, timeline.zone)
}

/** The first and last millisecond of a window written as days or instants, both ends included. */
export function windowOf(from: When, to: When, zone: string): Range {
  const [start, end] = [reach(from, zone, 'query.from'), reach(to, zone, 'query.to')]
  if (end.to < start.from) throw new Refusal(endBeforeStart, 'query.to')
  return { from: start.from, to: end.to }
}

/** The reach of a time that has to be there. */
export function reach(at: When, zone: string, path: string): Range {
  const range = isWhen(at) ? whenRangeMs(at, zone) : undefined
  if (range === undefined) throw new Refusal(badDate, path)
  return range
}

/** Whether an entry lies inside a window. */
export function liesIn({ reach: its }: PlacedEntry, { from, to }: Range): 'yes' | 'no' | 'unknown' {
  if (its === undefined) return 'unknown'
  if (its.from >= from && its.to <= to) return 'yes'
  return its.to < from || its.from > to ? 'no' : 'unknown'
}

/** Entries parted by whether they lie in a window. */
export function foundIn(entries: readonly PlacedEntry[], window: Range): EntriesFound {
  const within = (word: 'yes' | 'unknown') =>
    entries.filter((one) => liesIn(one, window) === word).map(({ entry }) => entry)
  return { surely: within('yes'), possibly: within('unknown') }
}

/** Those of some kinds; left out, all of them. */
export function ofKinds(
  entries: readonly PlacedEntry[],
  kinds: readonly EntryKind[] | undefined,
): readonly PlacedEntry[] {
  if (kinds === undefined) return entries
  if (!Array.isArray(kinds) || !kinds.every(isKind)) throw new Refusal(badArgument, 'query.kinds')
  return entries.filter(({ entry }) => kinds.includes(entry.kind))
}

/** Whether a word is a kind of entry. */
export function isKind(kind: unknown): kind is EntryKind {
  return entryKinds.some((one) => one === kind)
}
