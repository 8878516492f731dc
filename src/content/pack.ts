/** How the tables become the pack of a jurisdiction. @module */
import type { Content } from '../kernel/content.ts'
import type { Source } from '../kernel/evidence.ts'
import type { FactRow } from '../kernel/fact.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import { actionWords } from './actions.ts'
import { record } from './contraindications/record.ts'
import { equivalents } from './equivalents.ts'
import { sharedFacts } from './facts/shared.ts'
import { products } from './products.ts'
import { type UnsignedRule, unsigned } from './scope.ts'

/** The version of the tables, apart from the version of the code. */
export const contentVersion = '2026.11.22'

/**
 * What a pack lists: its groups of rows, each a table of its own.
 *
 * A table is a function, so that a bundler leaves out what no pack of the user names: it keeps an array of rows for the
 * calls in it, asked for or not. For the same reason nothing here is spread.
 */
export interface Tables {
  readonly id: string
  /** Countries whose labels bind in this pack whatever the policy names. */
  readonly jurisdictions: readonly string[]
  /** Facts that no rule of another pack asks; those asked in both are in each. */
  readonly facts: readonly (() => readonly FactRow[])[]
  readonly contraindications: readonly (() => readonly UnsignedRule[])[]
  readonly interactions: readonly (() => readonly UnsignedRule[])[]
  readonly sources: readonly (readonly Source[])[]
}

/** The pack of a jurisdiction. */
/* @__NO_SIDE_EFFECTS__ */
export function packOf(tables: Tables): Parsed<Content> {
  return markParsed({
    format: 'ketamine-treatment/content/1',
    id: tables.id,
    version: contentVersion,
    jurisdictions: tables.jurisdictions,
    products: products(),
    facts: [...sharedFacts, ...tables.facts].flatMap((rows) => rows()),
    records: unsigned([record]),
    contraindications: unsigned(tables.contraindications),
    interactions: unsigned(tables.interactions),
    equivalents: equivalents(),
    sources: tables.sources.flat(),
    actions: actionWords(),
  })
}
