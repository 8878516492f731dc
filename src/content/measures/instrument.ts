/** How the tables of instruments are written. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
import type { Instrument, Item, MissingRule, Side, Subscale, Test } from '../../kernel/instrument.ts'
import { markParsed, type Parsed } from '../../kernel/parsed.ts'

type Rows = Omit<Instrument, 'format'>

/**
 * An instrument of this library, frozen and marked.
 *
 * Rows that call or spread others stand in a function: a bundler then leaves the whole of it out where nobody asks.
 */
/* @__NO_SIDE_EFFECTS__ */
export function instrument(rows: Rows | (() => Rows)): Parsed<Instrument> {
  const made = typeof rows === 'function' ? rows() : rows
  return markParsed({ format: 'ketamine-treatment/instrument/1', ...made })
}

/** Whole numbers from one to another, both included. */
/* @__NO_SIDE_EFFECTS__ */
export function upTo(most: number, from = 0): readonly number[] {
  return Array.from({ length: most - from + 1 }, (_, step) => from + step)
}

/** Items with the same values, by their labels: `q1`, `q2`, … in published order. */
/* @__NO_SIDE_EFFECTS__ */
export function items(
  values: readonly number[],
  labels: readonly string[],
  more: Readonly<Record<string, Partial<Omit<Item, 'id' | 'label'>>>> = {},
): readonly Item[] {
  return labels.map((label, at) => ({ id: `q${at + 1}`, label, values, ...more[`q${at + 1}`] }))
}

/** Ids of items from one number to another. */
/* @__NO_SIDE_EFFECTS__ */
export function ids(last: number, first = 1): readonly string[] {
  return upTo(last, first).map((n) => `q${n}`)
}

/** Seen in a source: the section of the reference of measures, and the document. */
/* @__NO_SIDE_EFFECTS__ */
export function seen(
  section: string,
  source: string,
  place?: string,
): { readonly certainty: 'S'; readonly sources: readonly Citation[] } {
  return { certainty: 'S', sources: [cite(`measure-${section}`, source, place)] }
}

/** Known and not seen. */
/* @__NO_SIDE_EFFECTS__ */
export function known(
  section: string,
  source?: string,
  place?: string,
): { readonly certainty: 'K'; readonly sources: readonly Citation[] } {
  return { certainty: 'K', sources: [recall(`measure-${section}`, 'K', source, place)] }
}

/** Seen in several sources. */
/* @__NO_SIDE_EFFECTS__ */
export function seenIn(
  section: string,
  ...keys: readonly string[]
): { readonly certainty: 'S'; readonly sources: readonly Citation[] } {
  return { certainty: 'S', sources: keys.map((key) => cite(`measure-${section}`, key)) }
}

/** Nothing is filled, because no published rule for missing answers was found. */
/* @__NO_SIDE_EFFECTS__ */
export function noneFilled(section: string): MissingRule {
  return {
    id: 'complete-only',
    atMost: 0,
    text: 'Nothing is filled: no published rule for missing answers was found, so a total needs every scored item. A convention of this library.',
    convention: true,
    ...known(section),
  }
}

/** Topic words of a form whose items are not named: their numbers. */
/* @__NO_SIDE_EFFECTS__ */
export function numbered(last: number, first = 1): readonly string[] {
  return upTo(last, first).map((n) => `item ${n}`)
}

/** Bands one after another: each begins where it says and ends before the next; the last at the end of the range. */
/* @__NO_SIDE_EFFECTS__ */
export function bands(most: number, ...starts: readonly (readonly [id: string, from: number])[]): Bands {
  return starts.map(([id, from], at) => ({ id, from, to: (starts[at + 1]?.[1] ?? most + 1) - 1 }))
}

type Bands = readonly { readonly id: string; readonly from: number; readonly to: number }[]

/** Whether an item has at least, or at most, a value. */
/* @__NO_SIDE_EFFECTS__ */
export function itemIs(item: string, is: Side, value: number): Test {
  return { kind: 'item', item, is, value }
}

/** Whether the total has at least a value. */
/* @__NO_SIDE_EFFECTS__ */
export function totalFrom(value: number): Test {
  return { kind: 'total', is: 'at-least', value }
}

/** One item followed beside the total. */
/* @__NO_SIDE_EFFECTS__ */
export function oneItem(
  item: string,
  domain: NonNullable<Subscale['domain']>,
  most: number,
  from: Pick<Subscale, 'certainty' | 'sources'>,
): Subscale {
  return {
    id: domain,
    label: domain === 'anhedonia' ? 'Interest or pleasure' : domain === 'sleep' ? 'Sleep' : 'Suicidality',
    scoring: { kind: 'sum', of: [item] },
    range: { least: 0, most },
    domain,
    ...from,
  }
}
