/** What rules may ask of a record, as rows: the question, and the codes that answer it. @module */
import type { Certainty, Citation } from './evidence.ts'
import type { CivilDate } from './time.ts'

/** The code systems the library reads. ICD-10-CM and ATC are placed by prefix, the others code by code. */
export type CodeSystem = 'icd-10-cm' | 'snomed-ct' | 'rxnorm' | 'atc' | 'loinc' | 'cvx' | 'unii'

/** The lists of a record that a person can attest. */
export type ListName = 'conditions' | 'medicines' | 'allergies' | 'procedures' | 'observations'

/** Codes of one system, seen with their names in one place. ICD-10-CM and ATC codes are families: `I71` holds `I71.4`. */
export interface Codes {
  readonly system: CodeSystem
  readonly codes: readonly string[]
  /** Families inside `codes` that are left out. */
  readonly except?: readonly string[]
  /** First day the code existed, where a replay must know. */
  readonly from?: CivilDate
  /** The names of single concepts, in the order of `codes`. */
  readonly display?: readonly string[]
  readonly certainty: Certainty
  /** Where code and display were seen together. */
  readonly source?: string
}

/** What has to be done to know: ask a person, look at the record, measure, decide, or wait. */
export type Means = 'ask' | 'measure' | 'decide' | 'wait'

/**
 * One fact a rule may ask.
 *
 * `core` codes answer yes as recorded; `history` codes answer yes to "ever" and nothing to "now";
 * `confirm` codes (catch-alls) make the fact unknown and prompt the question.
 */
export interface FactRow {
  readonly id: string
  readonly label: string
  /** The question to put, in plain words, answerable by yes or no (or by a measurement). */
  readonly ask: string
  readonly kind: 'condition' | 'medicine' | 'allergy' | 'procedure' | 'measurement' | 'statement'
  /** The lists in which the codes are looked for; "no" by absence needs each of them attested. Empty: only a statement answers. */
  readonly lists: readonly ListName[]
  readonly core?: readonly Codes[]
  readonly history?: readonly Codes[]
  readonly confirm?: readonly Codes[]
  /** Facts whose yes is a yes here too (a class and its members). */
  readonly includes?: readonly string[]
  /** Absence from a list never answers no: only a statement or a test does. */
  readonly needsStatement?: boolean
  /** Asked only where childbearing is possible. */
  readonly askedOf?: 'childbearing'
  /** Policy number: how old an entry may be and still speak for today. */
  readonly entryMaxAge?: string
  /** Policy number: how old a statement may be and still speak for today; absent: it does not age. */
  readonly statementMaxAge?: string
  /** The unit in which a measurement is compared. */
  readonly unit?: string
  /** The grades a statement may carry, mildest first. */
  readonly grades?: readonly string[]
  /**
   * A yes speaks for the plan (consent is on file), so that of two answers of one time the no stands, and an entry with a
   * code is no answer by itself.
   */
  readonly favourable?: true
  /** Id of the fact an answer speaks of: one given before the newest finding of that fact does not speak of it. */
  readonly speaksOf?: string
  /** A lasting disease: it is named as lasting, never as something to change. */
  readonly lasting?: boolean
  readonly means: Means
  readonly sources?: readonly Citation[]
}
