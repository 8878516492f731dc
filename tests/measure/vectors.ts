/** The forms of the corpus, as they stand in its files. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FilledForm, Score } from '../../src/measure/score-shape.ts'

/** What a case says of its score; what it does not name is not compared. */
export interface Expected {
  readonly status?: string
  readonly total?: number | null
  readonly band?: string | null
  readonly missing?: readonly string[]
  readonly flags?: Readonly<Record<string, string>>
  readonly subscales?: Readonly<Record<string, number | null>>
  readonly bands?: Readonly<Record<string, string | null>>
  readonly triage?: {
    readonly level?: string | null
    readonly tier?: string | null
    readonly atLeast?: boolean
  }
  readonly conflicts?: readonly string[]
  readonly issues?: readonly string[]
  readonly items?: Readonly<Record<string, number | null>>
}

/** One form and what has to come of it. */
export interface Case {
  readonly name: string
  readonly working: string
  readonly form: FilledForm
  readonly score?: Expected
  readonly refused?: { readonly code: string; readonly path: string }
}

/** The cases of one instrument. */
export interface Corpus {
  readonly instrument: string
  readonly worked: string
  readonly cases: readonly Case[]
}

const folder = fileURLToPath(new URL('../vectors/measures/', import.meta.url))

/** One file an instrument, by the name of the file. */
export const corpora: ReadonlyMap<string, Corpus> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map(
      (name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(folder + name, 'utf8'))] as const,
    ),
)

/** A score in the words of the corpus, as far as a case names it. */
export function asNamed(score: Score, named: Expected): Expected {
  const all: Required<Expected> = {
    status: score.status,
    total: score.total,
    band: score.band,
    missing: score.missing,
    flags: only(
      score.flags.map(({ id, truth }) => [id, truth]),
      named.flags,
    ),
    subscales: only(
      score.subscales.map(({ id, total }) => [id, total]),
      named.subscales,
    ),
    bands: only(
      score.bands.map(({ set, band }) => [set, band]),
      named.bands,
    ),
    triage: only(Object.entries(score.triage ?? {}), named.triage),
    conflicts: score.conflicts.map(({ kind }) => kind),
    issues: score.issues.map(({ code }) => code),
    items: only(Object.entries(score.items), named.items),
  }
  return only(Object.entries(all), named)
}

/** The members that are named. */
function only<T>(
  members: readonly (readonly [string, T])[],
  named: object | undefined,
): Readonly<Record<string, T>> {
  return Object.fromEntries(members.filter(([key]) => named !== undefined && Object.hasOwn(named, key)))
}
