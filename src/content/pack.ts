/** How the tables become the pack of a jurisdiction. @module */
import type { Content } from '../kernel/content.ts'
import type { Source } from '../kernel/evidence.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import type { Rule } from '../kernel/rule.ts'

/** The version of the tables, apart from the version of the code. */
export const contentVersion = '2026.11.22'

/** A pack before its rows are chosen. */
export interface Tables extends Omit<Content, 'format' | 'version' | 'sources'> {
  /** Countries whose rows stand in the pack, beside those whose labels bind. */
  readonly countries: readonly string[]
  readonly references: readonly Source[]
}

/** The pack of a jurisdiction: its rows, and the sources they cite. */
/* @__NO_SIDE_EFFECTS__ */
export function packOf(tables: Tables): Parsed<Content> {
  const { countries, references, ...rest } = tables
  const here = (rules: readonly Rule[]) =>
    rules.filter((rule) => rule.scope.jurisdictions.some((country) => countries.includes(country)))
  const records = here(tables.records)
  const contraindications = here(tables.contraindications)
  const interactions = here(tables.interactions)
  const cited = new Set(
    [...records, ...contraindications, ...interactions].flatMap((rule) =>
      rule.sources.map((one) => one.source),
    ),
  )
  return markParsed({
    ...rest,
    format: 'ketamine-treatment/content/1',
    version: contentVersion,
    records,
    contraindications,
    interactions,
    sources: references.filter((source) => cited.has(source.key)),
  })
}
