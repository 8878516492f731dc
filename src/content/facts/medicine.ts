/** How the rows of medicines are written: an id, its codes, and the question that goes with it. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
import type { Codes, FactRow } from '../../kernel/fact.ts'

/** What a row of a medicine adds to its id. */
interface Parts {
  /** The name as a heading, where it is not the id. */
  readonly label?: string
  /** The name inside a sentence, with its article where it needs one, where it is not the label. */
  readonly name?: string
  readonly core?: readonly Codes[]
  readonly confirm?: readonly Codes[]
  /** Rows of single medicines that belong to this class. */
  readonly includes?: readonly string[]
  /** The source of the row `ddi-code-<id>` of the reference, or `K` where its code is known but was not seen. */
  readonly anchor?: string
  readonly sources?: readonly Citation[]
  /** To take it speaks for the plan. */
  readonly favourable?: true
  readonly statementMaxAge?: string
  /** The question, where the usual one does not fit. */
  readonly ask?: string
}

/**
 * The row of one medicine or of a class of medicines.
 *
 * @param id - id of the fact: the name, in small letters with hyphens
 * @param parts - codes, members, sources, and a name where the id is none
 *
 * @example
 * ```ts
 * medicine('lithium', { core: [atc('N05AN')] }).ask
 * // => 'Is lithium taken at present?'
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function medicine(id: string, parts: Parts): FactRow {
  const { label: _label, name: _name, anchor: _anchor, ...rest } = parts
  const label = own(parts, 'label') ?? capital(id.replaceAll('-', ' '))
  const name = own(parts, 'name') ?? label.charAt(0).toLowerCase() + label.slice(1)
  const anchor = own(parts, 'anchor')
  return {
    id,
    label,
    ask: `Is ${name} taken at present?`,
    kind: 'medicine',
    lists: ['medicines'],
    ...(anchor === undefined ? {} : { sources: [anchored(`ddi-code-${id}`, anchor)] }),
    ...rest,
    means: 'ask',
  }
}

// A member that somebody added to the prototype of all objects is no part of a row.
function own(parts: Parts, member: 'label' | 'name' | 'anchor'): string | undefined {
  return Object.hasOwn(parts, member) ? parts[member] : undefined
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function anchored(fact: string, anchor: string): Citation {
  return anchor === 'K' ? recall(fact, 'K') : cite(fact, anchor)
}
