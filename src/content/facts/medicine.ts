/** How the rows of medicines are written: a name, its codes, and the question that goes with it. @module */
import type { Citation } from '../../kernel/evidence.ts'
import type { Codes, FactRow } from '../../kernel/fact.ts'

/** What a row of a medicine adds to its name. */
interface Parts {
  readonly core?: readonly Codes[]
  readonly confirm?: readonly Codes[]
  /** Rows of single medicines that belong to this class. */
  readonly includes?: readonly string[]
  readonly sources?: readonly Citation[]
  /** The question, where the usual one does not fit. */
  readonly ask?: string
}

/**
 * The row of one medicine or of a class of medicines.
 *
 * @param id - id of the fact
 * @param label - the name as a heading
 * @param name - the name inside a sentence, with its article where it needs one
 * @param parts - codes, members, sources
 *
 * @example
 * ```ts
 * medicine('lithium', 'Lithium', 'lithium', { core: [atc('N05AN')] }).ask
 * // => 'Is lithium taken at present?'
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function medicine(id: string, label: string, name: string, parts: Parts): FactRow {
  const { ask = `Is ${name} taken at present?`, ...rest } = parts
  return { id, label, ask, kind: 'medicine', lists: ['medicines'], ...rest, means: 'ask' }
}

/** RxNorm codes that were seen with their names in this source. */
/* @__NO_SIDE_EFFECTS__ */
export function rxnorm(source: string, ...codes: readonly string[]): Codes {
  return { system: 'rxnorm', codes, certainty: 'S', source }
}

/** An RxNorm code that the reference knows but did not see. */
/* @__NO_SIDE_EFFECTS__ */
export function rxnormRecalled(...codes: readonly string[]): Codes {
  return { system: 'rxnorm', codes, certainty: 'K' }
}

/** ATC families whose name in the WHO file is the name of the medicine or class itself. */
/* @__NO_SIDE_EFFECTS__ */
export function atc(...codes: readonly string[]): Codes {
  return { system: 'atc', codes, certainty: 'S', source: 'WHODDD' }
}

/** ATC families placed here by what is known of the medicines in them; code and name stand in the WHO file. */
/* @__NO_SIDE_EFFECTS__ */
export function atcByClass(...codes: readonly string[]): Codes {
  return { system: 'atc', codes, certainty: 'K', source: 'WHODDD' }
}

/** The same families without some of their members. */
/* @__NO_SIDE_EFFECTS__ */
export function without(families: Codes, ...except: readonly string[]): Codes {
  return { ...families, except }
}
