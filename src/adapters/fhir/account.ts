/** The account of a reading: where every entry of the input went, and which lists are not whole. @module */
import { type CodeRow, listAbsent, type Severity } from '../../kernel/codes.ts'
import type { ListName } from '../../kernel/fact.ts'
import { deepFreeze, markParsed, type Parsed } from '../../kernel/parsed.ts'
import type { Patient } from '../../patient/patient.schema.ts'
import type { Opened, Slot } from './bundle.ts'
import { idOf, type Outcome } from './entry.ts'

/** One entry of the input that was left out, or is kept and needs a person. */
export interface EntryNote {
  readonly code: string
  readonly severity: Severity
  /** Where the entry stands in the input; entries of the record carry the same text as `from`. */
  readonly path: string
  /** Type of the resource, where there is one. */
  readonly resource?: string
  readonly id?: string
}

/** A sign that lists of the record are not whole, so that what they lack is unknown. */
export interface IncompleteNote {
  readonly code: string
  readonly path: string
  readonly lists: readonly ListName[]
}

/** A patient record, and an account of every entry it was made from. */
export interface FhirRecord {
  readonly patient: Parsed<Patient>
  /** Kept in the record, but not to be placed or not read as a whole: a person has to look. */
  readonly unmapped: readonly EntryNote[]
  readonly excluded: readonly EntryNote[]
  readonly incomplete: readonly IncompleteNote[]
  /** `used + unmapped + excluded` is `entries`. */
  readonly counts: {
    readonly entries: number
    readonly used: number
    readonly unmapped: number
    readonly excluded: number
  }
}

/** The lists a record can hold. */
export const allLists: readonly ListName[] = [
  'conditions',
  'medicines',
  'allergies',
  'procedures',
  'observations',
]

/** The account of the entries: each in one bucket. */
export class Account {
  readonly #unmapped: EntryNote[] = []
  readonly #excluded: EntryNote[] = []
  readonly #incomplete: IncompleteNote[] = []
  readonly #partial = new Set<ListName>()
  readonly #entries: number
  #used = 0

  constructor(opened: Opened) {
    this.#entries = opened.slots.length
    for (const row of opened.partial) this.missing(row, '', allLists)
  }

  take(slot: Slot, outcome: Outcome): void {
    if (outcome.bucket === 'used') {
      this.#used += 1
      return
    }
    const { code, severity } = outcome.row
    const id = slot.sent === undefined ? undefined : idOf(slot.sent.resource)
    const type = slot.sent?.type
    const note: EntryNote = {
      code,
      severity,
      path: slot.path,
      ...(type === undefined ? {} : { resource: type }),
      ...(id === undefined ? {} : { id }),
    }
    if (outcome.bucket === 'unmapped') this.#unmapped.push(note)
    else this.#excluded.push(note)
  }

  missing(row: CodeRow, path: string, lists: readonly ListName[]): void {
    this.#incomplete.push({ code: row.code, path, lists })
    // A list of which nothing was sent has no key in the record: that alone makes it unknown.
    if (row !== listAbsent) for (const list of lists) this.#partial.add(list)
  }

  isPartial(list: ListName): boolean {
    return this.#partial.has(list)
  }

  close(patient: Patient): FhirRecord {
    const counts = {
      entries: this.#entries,
      used: this.#used,
      unmapped: this.#unmapped.length,
      excluded: this.#excluded.length,
    }
    return deepFreeze({
      patient: markParsed(patient),
      unmapped: this.#unmapped,
      excluded: this.#excluded,
      incomplete: this.#incomplete,
      counts,
    })
  }
}
