/** The one shape of every judgement. @module */

import { badArgument, type Severity } from './codes.ts'
import type { Means } from './fact.ts'
import { Refusal } from './refusal.ts'
import type { Action, Rule, RuleClass, Verdict } from './rule.ts'
import { answered } from './total.ts'
import type { Truth } from './truth.ts'

/** Why a fact is not known. */
export type UnknownWhy =
  | 'never-recorded'
  | 'no-list'
  | 'not-attested'
  | 'not-read'
  | 'to-confirm'
  | 'not-confirmed'
  | 'stated-unknown'
  | 'incomplete'
  | 'stale'
  | 'unreadable'
  | 'undated'
  | 'future'
  | 'in-conflict'
  | 'dose-unknown'

/** What stood in the record: an entry, a reading or a statement, as read. */
export interface Seen {
  /** Code and system of the entry it rests on. */
  readonly code?: string
  readonly system?: string
  readonly display?: string
  readonly value?: number
  readonly unit?: string
  readonly answer?: Truth
  readonly grade?: string
  readonly at?: string
  readonly by?: string
  /** Where it came from: the entry's own source or id. */
  readonly from?: string
  /** Recorded as refuted, possible, resolved, … */
  readonly standing?: string
}

/** One fact as a rule asked it. */
export interface FactRead extends Seen {
  readonly fact: string
  readonly truth: Truth
  readonly why?: UnknownWhy
  /** The lists that would have to be attested or read, parted by a space. */
  readonly list?: string
  /** The limit it was held against, and how. */
  readonly limit?: { readonly is: string; readonly value: number; readonly unit: string }
  /** How old it may be. */
  readonly maxAge?: { readonly value: number; readonly unit: string }
  /** What the record says against it. */
  readonly against?: readonly Seen[]
}

/** A documented decision to go on in spite of a finding. Part of the input. */
export interface OverrideRecord {
  readonly rule: string
  readonly ruleVersion: number
  /** Coded by the site. */
  readonly reason: string
  readonly actor: { readonly role: string; readonly id?: string }
  /** Instant of the decision. */
  readonly at: string
  /** Instant at which it lapses. */
  readonly expires: string
  /** `factsDigest` of the finding it was written for. */
  readonly digest: string
  /** Set in a result where the finding is a labelled contraindication. */
  readonly outsideTheLabel?: true
}

/** One rule that holds, or may hold. */
export interface Finding {
  /** The row itself, frozen with its pack. */
  readonly rule: Rule
  readonly truth: 'yes' | 'unknown'
  /** The class that counted here: raised by policy, or lowered where the row's country does not bind. */
  readonly class: RuleClass
  /** What this finding alone comes to. */
  readonly verdict: Verdict
  /** One read for each question of `rule.when`, in the order they stand there. */
  readonly inputs: readonly FactRead[]
  readonly actions: readonly Action[]
  readonly override?: OverrideRecord
}

/** Something to ask, measure or have decided, and the rules it would settle. */
export interface MissingFact {
  /** Id of the fact row, or `list/<name>` for a statement about a whole list. */
  readonly fact: string
  readonly why: UnknownWhy
  readonly ask: string
  readonly means: Means
  readonly rules: readonly string[]
}

/** Statements in the record, or sources, that disagree. */
export interface Conflict {
  readonly fact: string
  readonly counted: Seen
  readonly against: readonly Seen[]
}

/** Something odd in the input. */
export interface Issue {
  readonly code: string
  readonly path: string
  readonly severity: Severity
}

/** What was judged, with what, and when. */
export interface Provenance {
  readonly asOf: string
  readonly zone: string
  readonly zoneTables?: string
  readonly content: { readonly id: string; readonly version: string }
  readonly policy: { readonly id: string; readonly version: string; readonly digest: string }
  readonly libraryVersion: string
  readonly inputDigest: string
  /** It watches a session that runs: an answer that comes late is worth less, one that is kept may mislead. */
  readonly timeCritical?: true
}

/** An explained answer. Plain JSON, frozen, comparable, replayable. */
export interface Decision<T = null> {
  readonly verdict: Verdict
  readonly value: T
  readonly findings: readonly Finding[]
  readonly missing: readonly MissingFact[]
  readonly conflicts: readonly Conflict[]
  readonly issues: readonly Issue[]
  readonly provenance: Provenance
}

/** Verdicts from worst to best. */
export const verdicts: readonly Verdict[] = [
  'contraindicated',
  'hold',
  'indeterminate',
  'caution',
  'no-finding',
]

const ruleClasses: readonly RuleClass[] = ['contraindicated', 'defer', 'specialist-review', 'caution', 'note']

/**
 * What a rule of a class comes to.
 *
 * @throws Refusal `bad-argument` where a word is none of those listed
 *
 * @example
 * ```ts
 * verdictOf('defer', 'unknown') // => 'indeterminate'
 * ```
 */
export function verdictOf(ruleClass: RuleClass, truth: Truth): Verdict {
  return answered(() => {
    if (!ruleClasses.includes(ruleClass)) throw new Refusal(badArgument, 'ruleClass')
    if (truth !== 'yes' && truth !== 'no' && truth !== 'unknown') throw new Refusal(badArgument, 'truth')
    if (truth === 'no' || ruleClass === 'note') return 'no-finding'
    if (ruleClass === 'caution') return 'caution'
    if (truth === 'unknown') return 'indeterminate'
    return ruleClass === 'contraindicated' ? 'contraindicated' : 'hold'
  })
}

/**
 * The worse of two verdicts.
 *
 * @throws Refusal `bad-argument` where a word is no verdict
 *
 * @example
 * ```ts
 * worse('caution', 'hold') // => 'hold'
 * ```
 */
export function worse(a: Verdict, b: Verdict): Verdict {
  return answered(() => {
    if (!verdicts.includes(a) || !verdicts.includes(b)) throw new Refusal(badArgument, 'verdict')
    return verdicts.indexOf(a) <= verdicts.indexOf(b) ? a : b
  })
}
