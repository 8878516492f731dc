/** What the user states of whole lists with `--attest`, put into the record as a clinician's dated statement. @module */
import type { ListName } from '../kernel/fact.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import type { Patient } from '../patient/patient.schema.ts'

/** The lists that can be attested. */
export const attestable: readonly ListName[] = ['conditions', 'medicines', 'allergies', 'procedures']

/** Other words for a list, and one for all of them. */
const spellings: Readonly<Record<string, readonly ListName[]>> = {
  conditions: ['conditions'],
  problems: ['conditions'],
  medicines: ['medicines'],
  medications: ['medicines'],
  allergies: ['allergies'],
  procedures: ['procedures'],
  all: attestable,
}

/** The lists a comma-separated text names, each once; undefined where it names anything else. */
export function listsOf(text: string): readonly ListName[] | undefined {
  const found = new Set<ListName>()
  for (const word of text.split(',')) {
    const lists = Object.hasOwn(spellings, word.trim()) ? spellings[word.trim()] : undefined
    if (lists === undefined) return undefined
    for (const list of lists) found.add(list)
  }
  return [...found]
}

/** What became of a statement about a list of one record. */
export interface Attested {
  readonly list: ListName
  /** `absent`: the input does not hold the list, so there was nothing to read. `partial`: it arrived in part. */
  readonly outcome: 'stated' | 'absent' | 'partial'
}

/**
 * The record with the user's statement: each list is complete, and every entry was read.
 *
 * A list the input does not hold cannot have been read, and one that arrived in part is not complete whatever is
 * stated: both are told.
 */
export function attest(
  patient: Parsed<Patient>,
  lists: readonly ListName[],
  at: string,
): { readonly patient: Parsed<Patient>; readonly attested: readonly Attested[] } {
  const attested = lists.map((list): Attested => ({ list, outcome: outcomeOf(patient, list) }))
  const stated = attested.filter(({ outcome }) => outcome !== 'absent')
  if (stated.length === 0) return { patient, attested }
  const by = { at, by: 'clinician' as const }
  const added = stated.map(({ list }) => ({ list, complete: { ...by }, read: { ...by } }))
  return {
    patient: markParsed({ ...patient, attestations: [...(patient.attestations ?? []), ...added] }),
    attested,
  }
}

function outcomeOf(patient: Patient, list: ListName): Attested['outcome'] {
  if (patient[list] === undefined) return 'absent'
  return patient.incomplete?.includes(list) === true ? 'partial' : 'stated'
}
