/** One entry on its way into the record: where it stands, what was read of it, and what was not. @module */
import { type CodeRow, dateNotRead } from '../../kernel/codes.ts'
import type { ListName } from '../../kernel/fact.ts'
import { isWhen, type When } from '../../kernel/time.ts'
import type {
  AllergyEntry,
  Attestation,
  ConditionEntry,
  MedicineEntry,
  ObservationEntry,
  ProcedureEntry,
  Statement,
} from '../../patient/patient.schema.ts'
import type { SiteCodes } from './concept.ts'
import { keptKey, type Members, member, membersOf, textOf } from './json.ts'

/** A resource and its place in the input. */
export interface Sent {
  readonly resource: Members
  readonly type: string
  readonly path: string
  readonly fullUrl: string | undefined
}

/** What every reader of a resource is given. */
export interface Desk {
  readonly site: SiteCodes
  /** The Medication a reference means, if it is here. */
  medication(reference: string, sent: Sent): Members | undefined
}

/** Entries of the record, by list. */
export interface Draft {
  readonly conditions: ConditionEntry[]
  readonly medicines: MedicineEntry[]
  readonly allergies: AllergyEntry[]
  readonly procedures: ProcedureEntry[]
  readonly observations: ObservationEntry[]
  readonly statements: Statement[]
  readonly attestations: Attestation[]
  /** Lists of which at least one resource about this patient was sent. */
  readonly sent: Set<ListName>
}

/** The bucket of an entry: used where there is no row, else why it was left out or needs a person. */
export type Outcome =
  | { readonly bucket: 'used' }
  | { readonly bucket: 'unmapped' | 'excluded'; readonly row: CodeRow }

export const used: Outcome = { bucket: 'used' }

/** Kept, with the first of the reasons why a person has to look; used where there is none. */
export function keptWith(...rows: readonly (CodeRow | undefined)[]): Outcome {
  const row = rows.find((one) => one !== undefined)
  return row === undefined ? used : { bucket: 'unmapped', row }
}

/** Left out. */
export function leftOut(row: CodeRow): Outcome {
  return { bucket: 'excluded', row }
}

/** Dates of one resource; `row` is set once one of them could not be read. */
export class Dates {
  row: CodeRow | undefined

  /** A FHIR date or dateTime. One with a time but without a zone names no moment, so it is no date. */
  read(value: unknown): When | undefined {
    if (value === undefined) return undefined
    if (isWhen(value)) return value
    this.row = dateNotRead
    return undefined
  }

  /** The ends of a FHIR Period. */
  period(value: unknown): { start: When | undefined; end: When | undefined } | undefined {
    if (value === undefined) return undefined
    const period = membersOf(value)
    if (period === undefined) {
      this.row = dateNotRead
      return undefined
    }
    return { start: this.read(member(period, 'start')), end: this.read(member(period, 'end')) }
  }
}

/**
 * What every entry of the record carries: its id, its place in the input, and when it was written.
 *
 * Where the resource does not say when it was written, its last change on the server stands in: it cannot have been
 * written later.
 */
export function origin(
  sent: Sent,
  written?: When,
): { id: string | undefined; from: string | undefined; recordedAt: When | undefined } {
  const lastUpdated = member(membersOf(member(sent.resource, 'meta')) ?? {}, 'lastUpdated')
  return {
    id: idOf(sent.resource),
    from: keptKey(sent.path),
    recordedAt: written ?? (isWhen(lastUpdated) ? lastUpdated : undefined),
  }
}

/** The id of a resource; one that is longer than any FHIR id is not kept. */
export function idOf(resource: Members): string | undefined {
  const id = textOf(member(resource, 'id'))
  return id !== undefined && id.length <= 64 ? id : undefined
}
