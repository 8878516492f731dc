/** What an instrument is: its items, how they are scored and what a score means, as data. @module */
import type { Certainty, Citation } from './evidence.ts'

/** Where a value stands against a limit; both include the limit itself. */
export type Side = 'at-least' | 'at-most'

/** Who has to be known before a cut-off can be chosen, where the source has one for each sex. */
export type Sex = 'female' | 'male'

/** One item: a key and the values it takes. The label is a topic word of this library, never the wording of a form. */
export interface Item {
  readonly id: string
  readonly label: string
  /** Every value the item takes, the smallest first. */
  readonly values: readonly number[]
  /** The form runs against the score: an answer is turned round inside its own range before it is summed. */
  readonly reversed?: true
  /** A value that says "not assessed": it counts as no answer. */
  readonly notAssessed?: number
  /** In no sum, and not needed for a complete score. */
  readonly unscored?: true
  /**
   * Not asked where an earlier item has this value; it then counts as the smallest value it takes, unless another answer
   * says that the skip was not followed.
   */
  readonly notAskedIf?: { readonly item: string; readonly is: number }
  /** LOINC code of the item, and of its answers where the instrument has a list. */
  readonly loinc?: string
  readonly answers?: readonly { readonly code: string; readonly value: number }[]
}

/** Items of which the highest counts, once. */
export interface Domain {
  readonly id: string
  readonly highestOf: readonly string[]
  /** Of each group one item is enough: the form asks for one of them. */
  readonly oneOf?: readonly (readonly string[])[]
}

/** How a number is made of items. */
export type Scoring =
  | { readonly kind: 'sum'; readonly of: readonly (string | Domain)[]; readonly times?: number }
  | { readonly kind: 'mean'; readonly of: readonly string[] }
  /** The total is taken as stated; no items are shipped. */
  | { readonly kind: 'stated' }
  /** No number is made of the items at all. */
  | { readonly kind: 'none' }

/** Up to how many unanswered items are filled with the mean of the others. */
export interface MissingRule {
  readonly id: string
  readonly atMost: number
  readonly text: string
  /** No published rule was found: the rule is a convention of this library. */
  readonly convention?: true
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** A number made of some of the items. */
export interface Subscale {
  readonly id: string
  readonly label: string
  readonly scoring: Extract<Scoring, { readonly kind: 'sum' | 'mean' }>
  readonly range: { readonly least: number; readonly most: number }
  /** Left out: nothing is filled. */
  readonly missing?: MissingRule
  /** The matter whose change is followed beside the total. */
  readonly domain?: 'anhedonia' | 'sleep' | 'suicidality'
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** Names for stretches of a total. Several scales have rival tables: each set is named and cited. */
export interface BandSet {
  readonly id: string
  readonly label: string
  /** Subscale whose number is banded; left out, the total. */
  readonly of?: string
  /** Whole numbers, both ends included, mildest first. */
  readonly bands: readonly { readonly id: string; readonly from: number; readonly to: number }[]
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** A question about the answers, answered yes, no or unknown. */
export type Test =
  | { readonly kind: 'item'; readonly item: string; readonly is: Side; readonly value: number }
  /** The total, or a subscale. */
  | { readonly kind: 'total'; readonly of?: string; readonly is: Side; readonly value: number }
  /** How many of the tests hold. */
  | {
      readonly kind: 'count'
      readonly of: readonly Test[]
      readonly from: number
      readonly to?: number
    }
  | { readonly kind: 'all'; readonly of: readonly Test[] }
  | { readonly kind: 'any'; readonly of: readonly Test[] }
  | { readonly kind: 'not'; readonly of: Test }

/** Something to look at whatever the total says, a cut-off of a screen, or a diagnostic rule over items. */
export interface Flag {
  readonly id: string
  readonly kind: 'safety' | 'screen' | 'algorithm' | 'attention'
  readonly label: string
  readonly when: Test
  /** A cut-off for one sex; it is unknown where the sex is. */
  readonly for?: Sex
  /** What a professional is asked to consider, in words. */
  readonly actions?: readonly string[]
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** Levels of risk, the gravest first: the first that holds is the level. There is no sum. */
export interface Triage {
  readonly id: string
  readonly label: string
  readonly levels: readonly {
    /** As `suicide-screen-level` of a visit names it. */
    readonly id: string
    readonly tier: 'none' | 'low' | 'moderate' | 'high'
    readonly meaning: string
    readonly when: Test
    /** What a professional is asked to consider, in words. */
    readonly actions: readonly string[]
    readonly certainty: Certainty
    readonly sources: readonly Citation[]
  }[]
  /** Answers that cannot all be right. */
  readonly inconsistent: readonly { readonly id: string; readonly label: string; readonly when: Test }[]
}

/** How large a change has to be to mean something. */
export interface ChangeFigure {
  readonly id: string
  /** Subscale whose change it speaks of; left out, the total. */
  readonly of?: string
  /** Smallest difference that matters; more than error of measurement; an end point of recovery. */
  readonly kind: 'important' | 'reliable' | 'end-point'
  readonly label: string
  /** Points; with `to` a range. */
  readonly points?: number
  readonly to?: number
  /** Percent of the baseline. */
  readonly percent?: number
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** A cut-off of an outcome, with where it comes from. */
export interface Criterion {
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** What counts as response, remission and relapse on one instrument. Two cut-offs are two definitions. */
export interface OutcomeDefinition {
  readonly id: string
  readonly label: string
  readonly instrument: string
  /** Fall from the baseline in percent of it, inclusive. For a scale whose higher is better: a rise. */
  readonly response: Criterion & { readonly percent: number }
  readonly partialResponse?: Criterion & { readonly percent: number }
  readonly remission?: Criterion & { readonly is: Side; readonly value: number }
  /** Improvement by so many percent within so many days of the first dose. */
  readonly earlyImprovement?: Criterion & { readonly percent: number; readonly withinDays: number }
  /** Response within so many hours of the first dose. */
  readonly rapidResponse?: Criterion & { readonly percent: number; readonly withinHours: number }
  /** Response from one day to another, with so many excursions allowed. */
  readonly sustainedResponse?: Criterion & {
    readonly byDay: number
    readonly toDay: number
    readonly excursions: number
  }
  /** Remission at so many visits in a row. */
  readonly consistentRemission?: Criterion & { readonly visits: number }
  /** At so many visits in a row, so many days apart; or an event judged to be one. */
  readonly relapse?: Criterion & {
    readonly is: Side
    readonly value: number
    readonly visits: number
    readonly apartDays: { readonly least: number; readonly most: number }
    readonly events: boolean
  }
  /** Months of remission that make a recovery. */
  readonly recovery?: Criterion & { readonly months: number }
  /** Days from the first dose before which no response is not yet non-response. */
  readonly judgeFrom?: Criterion & { readonly days: number }
}

/** What may be done with the form. */
export interface Licence {
  readonly status: string
  /** Whether wording of items and answers may be shipped in an open package. */
  readonly wording: 'yes' | 'no'
  readonly notice?: string
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** One instrument in one version, for one rater and one recall period. Another of them is another instrument. */
export interface Instrument {
  readonly format: 'ketamine-treatment/instrument/1'
  readonly id: string
  readonly title: string
  /** Edition or length that is scored. */
  readonly version: string
  readonly measures: string
  readonly rater: 'self' | 'clinician'
  readonly recall: { readonly label: string; readonly days?: number }
  /** Which way the score gets worse. */
  readonly worse: 'higher' | 'lower' | 'neither'
  readonly items: readonly Item[]
  readonly scoring: Scoring
  /** Of the total; left out where there is none. */
  readonly range?: { readonly least: number; readonly most: number }
  readonly missing: MissingRule
  readonly subscales: readonly Subscale[]
  /** The first is the one a score is given by. */
  readonly bandSets: readonly BandSet[]
  readonly flags: readonly Flag[]
  readonly triage?: Triage
  readonly change: readonly ChangeFigure[]
  readonly outcomes: readonly OutcomeDefinition[]
  readonly codes: readonly {
    readonly system: 'loinc' | 'snomed-ct'
    readonly of: 'panel' | 'total' | 'answer-list' | 'level'
    readonly code: string
    readonly certainty: Certainty
    readonly sources: readonly Citation[]
  }[]
  readonly licence: Licence
  /** What a reader has to know before trusting a number. */
  readonly notes: readonly {
    readonly text: string
    readonly certainty: Certainty
    readonly sources: readonly Citation[]
  }[]
  readonly sources: readonly Citation[]
}

/** A published table from one scale to another. It compares groups; for one person its error is large. */
export interface ConversionTable {
  readonly id: string
  readonly label: string
  readonly from: string
  readonly to: string
  readonly method: 'equipercentile' | 'item-response'
  readonly sample: string
  readonly error: string
  /** Only some of its rows were seen: what lies between them is refused. */
  readonly seenInPart?: true
  readonly rows: readonly {
    readonly from: number
    readonly to: { readonly least: number; readonly most: number }
    /** The source prints something that cannot be right. */
    readonly doubtful?: true
  }[]
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}
