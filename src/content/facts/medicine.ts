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
