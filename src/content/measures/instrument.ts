/** How the tables of instruments are written. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
import type { Instrument, Item } from '../../kernel/instrument.ts'
import { markParsed, type Parsed } from '../../kernel/parsed.ts'

/** An instrument of this library, frozen and marked. */
/* @__NO_SIDE_EFFECTS__ */
export function instrument(rows: Omit<Instrument, 'format'>): Parsed<Instrument> {
  return markParsed({ format: 'ketamine-treatment/instrument/1', ...rows })
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
