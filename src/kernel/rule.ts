/** What a rule is: data that can be listed, printed, compared and compiled. @module */
import type { Basis, Certainty, Citation } from './evidence.ts'
import type { CivilDate } from './time.ts'

/** Worst first. `no-finding` and `caution` let work go on; the other three do not. */
export type Verdict = 'contraindicated' | 'hold' | 'indeterminate' | 'caution' | 'no-finding'

/**
 * When a rule is asked: before a course, before the dose of a session, of an ordered dose, of the choice of the next
 * dose, of a reading while the session runs, before the person leaves, after a missed session, or of what was given so
 * far.
 */
export type Asked =
  | 'screening'
  | 'session'
  | 'dose'
  | 'titration'
  | 'monitoring'
  | 'release'
  | 'missed'
  | 'exposure'

/** How bad a reading is, mildest first: watch more closely, stop or slow the drug, call for emergency care. */
export type Grade = 'alert' | 'stop' | 'emergency'

/** How much a rule weighs when it holds. See `docs/concepts/decisions.md` for the verdict of each. */
export type RuleClass = 'contraindicated' | 'defer' | 'specialist-review' | 'caution' | 'note'

/** Where a number stands against its limit; `edge` leaves strict or inclusive to the policy of that name. */
export type Comparison =
  | 'above'
  | 'at-least'
  | 'below'
  | 'at-most'
  | { readonly side: 'above' | 'below'; readonly edge: string }

/** A number with its UCUM unit, or the name of the policy number that holds it. */
export type Amount = { readonly value: number; readonly unit: string } | { readonly policy: string }

/** A length of time: elapsed for `min` and `h`, calendar for `d`, `wk`, `mo` and `a`; or a policy number. */
export type Span =
  | { readonly value: number; readonly unit: 'min' | 'h' | 'd' | 'wk' | 'mo' | 'a' }
  | { readonly policy: string }

/** The patient has, or ever had, what the fact row describes. */
export interface Has {
  readonly kind: 'has'
  readonly fact: string
  readonly when: 'current' | 'ever'
}

/** The most recent event of the fact row lies within a span before now. */
export interface Since {
  readonly kind: 'since'
  readonly fact: string
  readonly is: Comparison
  readonly span: Span
}

/** A medicine of the fact row is taken now, or was within a wash-out span. */
export interface Takes {
  readonly kind: 'takes'
  readonly fact: string
  readonly within?: Span
}

/** A measurement stands at one side of a limit; a reading older than `maxAge` tells nothing. */
export interface Measured {
  readonly kind: 'measured'
  /** Id of a measurement fact row. */
  readonly fact: string
  readonly is: Comparison
  readonly limit: Amount
  readonly maxAge: Span
  /** The latest reading, or the worst one of the window `maxAge`. */
  readonly pick: 'latest' | 'worst'
  /** The limit counts multiples of the laboratory's own upper limit of normal. */
  readonly relativeTo?: 'upper-limit-of-normal'
  /** The source asks for this test only in some patients: no reading on record is a no here, a reading that cannot be read is not. */
  readonly onlyIfRecorded?: true
}

/** Age in calendar years on the civil day of the judgement. */
export interface Age {
  readonly kind: 'age'
  readonly is: Comparison
  readonly limit: Amount
}

/** A statement about the patient that only a person can make: capacity, an escort, a decision. */
export interface Stated {
  readonly kind: 'stated'
  readonly fact: string
  readonly maxAge?: Span
  /** Asked of some patients only: nothing stated is a no here. */
  readonly onlyIfRecorded?: true
}

/** The daily amount of the current medicines of a fact row, in the equivalent of one of them. */
export interface DailyAmount {
  readonly kind: 'daily-amount'
  readonly fact: string
  /** Id of a table of equivalents in the pack, or the policy choice that names one. */
  readonly equivalents: string | { readonly policy: string }
  readonly is: Comparison
  readonly limit: Amount
}

/** The latest grade a clinician gave (a Child-Pugh class, a NYHA class) is one of these. */
export interface Graded {
  readonly kind: 'graded'
  readonly fact: string
  readonly among: readonly string[]
  readonly maxAge?: Span
  /** Asked of some patients only: no grade on record is a no here, a grade that cannot be read is not. */
  readonly onlyIfRecorded?: true
}

/** What a rule asks of the patient, one question each. */
export type Leaf = Has | Since | Takes | Measured | Age | Stated | Graded | DailyAmount

/** A question, or questions joined. */
export type Condition =
  | Leaf
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'at-least-n'; readonly n: number; readonly of: readonly Condition[] }

/** What a professional is asked to consider, by code; the words stand in the catalogue. */
export interface Action {
  readonly kind: 'measure' | 'monitor' | 'refer' | 'document' | 'wait-until' | 'ask'
  readonly code: string
}

/** Where and when a rule applies. What a plan leaves out never drops a row. */
export interface Scope {
  readonly products: readonly string[]
  readonly jurisdictions: readonly string[]
  readonly settings?: readonly string[]
  readonly indications?: readonly string[]
  /** Indications it does not speak to; of any other, and of a plan without one, it does. */
  readonly exceptIndications?: readonly string[]
  /** First and last civil day in force, both included. */
  readonly effective: { readonly from: CivilDate; readonly to?: CivilDate }
}

/** One clinical rule, whole. */
export interface Rule {
  readonly id: string
  readonly version: number
  /** What is the matter when the rule holds, in a few words. */
  readonly statement: string
  readonly class: RuleClass
  /**
   * The class where the row's country is not one the policy names.
   * A country's own label binds there; elsewhere it is consensus.
   */
  readonly elsewhere?: Exclude<RuleClass, 'contraindicated'>
  readonly basis: Basis
  /** The surest citation behind the class. */
  readonly certainty: Certainty
  readonly asked: readonly Asked[]
  /** No documented decision lifts it: a dose beyond it is not a matter of weighing. */
  readonly hard?: true
  /** How loudly a reading that meets it speaks; rows asked while a session runs carry one. */
  readonly grade?: Grade
  readonly scope: Scope
  readonly when: Condition
  readonly because: string
  readonly actions: readonly Action[]
  readonly sources: readonly Citation[]
  /** The day the row was compared with its source. */
  readonly checkedOn: CivilDate
  /** The day of the next look. */
  readonly checkBy: CivilDate
  /** `none` until a named clinician signs. */
  readonly clinicalReview: 'none' | { readonly by: string; readonly on: CivilDate }
}

/** Has now. */
/* @__NO_SIDE_EFFECTS__ */
export function has(fact: string): Has {
  return { kind: 'has', fact, when: 'current' }
}

/** Has now or had at any time: no repair and no recovery lifts it. */
/* @__NO_SIDE_EFFECTS__ */
export function hasEver(fact: string): Has {
  return { kind: 'has', fact, when: 'ever' }
}

/** The most recent event is at one side of a span. */
/* @__NO_SIDE_EFFECTS__ */
export function since(fact: string, is: Comparison, span: Span): Since {
  return { kind: 'since', fact, is, span }
}

/** Takes now, or took within the wash-out span. */
/* @__NO_SIDE_EFFECTS__ */
export function takes(fact: string, within?: Span): Takes {
  return { kind: 'takes', fact, ...(within === undefined ? {} : { within }) }
}

/** The latest reading against a limit. */
/* @__NO_SIDE_EFFECTS__ */
export function latest(fact: string, is: Comparison, limit: Amount, maxAge: Span): Measured {
  return { kind: 'measured', fact, is, limit, maxAge, pick: 'latest' }
}

/** The worst reading of the window against a limit. */
/* @__NO_SIDE_EFFECTS__ */
export function worst(fact: string, is: Comparison, limit: Amount, window: Span): Measured {
  return { kind: 'measured', fact, is, limit, maxAge: window, pick: 'worst' }
}

/** Age in years against a limit. */
/* @__NO_SIDE_EFFECTS__ */
export function age(is: Comparison, years: number): Age {
  return { kind: 'age', is, limit: { value: years, unit: 'a' } }
}

/** A person's statement. */
/* @__NO_SIDE_EFFECTS__ */
export function stated(fact: string, maxAge?: Span): Stated {
  return { kind: 'stated', fact, ...(maxAge === undefined ? {} : { maxAge }) }
}

/** The same question, asked only of those who have an answer on record. */
/* @__NO_SIDE_EFFECTS__ */
export function ifRecorded<L extends Measured | Stated | Graded>(leaf: L): L {
  return { ...leaf, onlyIfRecorded: true }
}

/** A grade among those named. */
/* @__NO_SIDE_EFFECTS__ */
export function graded(fact: string, among: readonly string[], maxAge?: Span): Graded {
  return { kind: 'graded', fact, among, ...(maxAge === undefined ? {} : { maxAge }) }
}

/** The daily amount of a class in a named equivalent. */
/* @__NO_SIDE_EFFECTS__ */
export function dailyAmount(
  fact: string,
  equivalents: DailyAmount['equivalents'],
  is: Comparison,
  limit: Amount,
): DailyAmount {
  return { kind: 'daily-amount', fact, equivalents, is, limit }
}

/** All of the parts. */
/* @__NO_SIDE_EFFECTS__ */
export function all(...of: readonly Condition[]): Condition {
  return { kind: 'all', of }
}

/** Any of the parts. */
/* @__NO_SIDE_EFFECTS__ */
export function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of }
}

/** The opposite. */
/* @__NO_SIDE_EFFECTS__ */
export function isNot(of: Condition): Condition {
  return { kind: 'not', of }
}

/** At least n of the parts. */
/* @__NO_SIDE_EFFECTS__ */
export function atLeastN(n: number, ...of: readonly Condition[]): Condition {
  return { kind: 'at-least-n', n, of }
}

/** A quantity limit. */
/* @__NO_SIDE_EFFECTS__ */
export function amount(value: number, unit: string): Amount {
  return { value, unit }
}

/** A span of time. */
/* @__NO_SIDE_EFFECTS__ */
export function span(value: number, unit: 'min' | 'h' | 'd' | 'wk' | 'mo' | 'a'): Span {
  return { value, unit }
}

/** A number the site's policy must hold under this name. */
/* @__NO_SIDE_EFFECTS__ */
export function fromPolicy(policy: string): { readonly policy: string } {
  return { policy }
}
