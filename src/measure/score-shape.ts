/** What a score is: numbers, what is missing, and what has to be looked at whatever the numbers say. @module */
import type { Sex } from '../kernel/instrument.ts'
import type { Truth } from '../kernel/truth.ts'

/** An answer as given: a value of the item, a code of its answer list, or nothing. */
export type Answer = number | string | null

/** The answers of one form. A list may name an item twice; an object cannot. */
export type Answers =
  | Readonly<Record<string, Answer>>
  | readonly { readonly item: string; readonly answer: Answer }[]

/** A form that was filled in. */
export interface FilledForm {
  readonly answers: Answers
  /** Civil day, or instant with its offset. */
  readonly takenAt?: string
  /** Who rated; another than the instrument’s is refused. */
  readonly rater?: 'self' | 'clinician'
  /** `none-allowed` fills nothing, whatever the instrument’s own rule. */
  readonly missing?: 'own-rule' | 'none-allowed'
  /** The total as written on the form. */
  readonly statedTotal?: number
  /** Where a cut-off is one for each sex. */
  readonly sex?: Sex
}

/** How far a number could be made. */
export type Completeness = 'complete' | 'prorated' | 'incomplete'

/** A number with nothing rounded away. */
export interface ExactScore {
  readonly numerator: number
  /** 1 or more. */
  readonly denominator: number
}

/** A part of a score. */
export interface SubscaleScore {
  readonly id: string
  readonly domain: 'anhedonia' | 'sleep' | 'suicidality' | null
  readonly status: Completeness
  readonly total: number | null
  readonly exact: ExactScore | null
  readonly range: { readonly least: number; readonly most: number }
}

/** One flag of the instrument, answered. */
export interface FlagRead {
  readonly id: string
  readonly kind: 'safety' | 'screen' | 'algorithm' | 'attention'
  readonly truth: Truth
  readonly actions: readonly string[]
}

/** The level of a triage; `atLeast` where a graver one cannot be ruled out. */
export interface TriageRead {
  readonly table: string
  /** Null where not even a floor is known. */
  readonly level: string | null
  readonly tier: 'none' | 'low' | 'moderate' | 'high' | null
  readonly meaning: string | null
  readonly atLeast: boolean
  readonly actions: readonly string[]
}

/** Two things on one form that cannot both be right. */
export type FormConflict =
  | { readonly kind: 'item'; readonly item: string; readonly values: readonly number[] }
  | {
      readonly kind: 'total'
      readonly stated: number
      /** What the answers that were given come to; a mean where the score is one. */
      readonly summed: number
      /** The same with the missing items filled, where that makes another number. */
      readonly filled?: number
    }
  /** Answers that contradict one another, by the id of the rule of the instrument. */
  | { readonly kind: 'answers'; readonly id: string }

/** Something odd that was put aside. */
export interface FormIssue {
  readonly code: string
  readonly path: string
}

/** One form, scored. Plain JSON, frozen. */
export interface Score {
  readonly instrument: {
    readonly id: string
    readonly version: string
    readonly rater: 'self' | 'clinician'
    readonly worse: 'higher' | 'lower' | 'neither'
  }
  readonly status: Completeness
  /** Rounded half up where it was prorated from a sum; null where it could not be made. */
  readonly total: number | null
  readonly exact: ExactScore | null
  readonly range: { readonly least: number; readonly most: number } | null
  readonly subscales: readonly SubscaleScore[]
  /** By the first set of bands that speaks of the total. */
  readonly band: string | null
  readonly bands: readonly { readonly set: string; readonly band: string | null }[]
  readonly flags: readonly FlagRead[]
  readonly triage: TriageRead | null
  /** Values as counted, by item; null where there was no answer. */
  readonly items: Readonly<Record<string, number | null>>
  /** Items that were needed and not answered, in the order of the form. */
  readonly missing: readonly string[]
  /** The rule that was followed for them. */
  readonly missingRule: string
  readonly conflicts: readonly FormConflict[]
  readonly issues: readonly FormIssue[]
  readonly statedTotal: number | null
  readonly takenAt: string | null
}

/** Why a form was not scored at all. */
export interface FormFault {
  readonly code: string
  readonly path: string
}
