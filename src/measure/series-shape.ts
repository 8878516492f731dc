/** Scores over a course, and what they say of it. @module */
import type { ChangeFigure, Instrument, OutcomeDefinition } from '../kernel/instrument.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Score } from './score-shape.ts'

/** What happened beside the scores. */
export interface SeriesEvent {
  readonly kind: 'hospitalised-for-depression' | 'judged-a-relapse' | 'dose' | 'other'
  /** Civil day, or instant with its offset. */
  readonly at: string
  readonly label?: string
}

/** What the person says of it. It is kept and shown, and never counted. */
export interface OwnAccount {
  readonly at?: string
  readonly word?: 'better' | 'same' | 'worse'
  readonly text?: string
}

/** The scores of one course on one instrument. */
export interface ScoreSeries {
  readonly instrument: Parsed<Instrument>
  /** All of them of this instrument, in any order. */
  readonly scores: readonly Score[]
  /** The first dose of the course: civil day, or instant with its offset; one after the question is refused. */
  readonly courseStart: string
  /** Instant of the question; a score after it is refused. */
  readonly asOf: string
  /** IANA name of the clinic’s time zone: in which days are counted. */
  readonly zone: string
  readonly events?: readonly SeriesEvent[]
  readonly accounts?: readonly OwnAccount[]
  /** The site’s own number of days before which no response is not yet non-response; it goes before the definition’s. */
  readonly judgeFromDays?: number
  /** The site’s own number of days after which the last score says nothing of today; left out, it does not age. */
  readonly maxAgeDays?: number
}

/** A score of the series as it was used. */
export interface SeriesPoint {
  /** Place in `scores`. */
  readonly index: number
  readonly at: string
  /** Days from the civil day of the first dose. */
  readonly day: number
  readonly total: number
  readonly status: 'complete' | 'prorated'
  readonly band: string | null
}

/** A score that was not used, and why. */
export interface PointLeftOut {
  readonly index: number
  readonly why:
    | 'undated'
    /** It has no total. */
    | 'incomplete'
    | 'before-baseline'
    /** Of several scores of one time the worst counts, and this is another of them. */
    | 'same-time'
    /** Of the day of the first dose, and nobody wrote down whether it was before or after it. */
    | 'time-of-day-unknown'
}

/** A change from the baseline. */
export interface Change {
  /** Points in the direction of getting better: a fall where higher is worse. */
  readonly points: number
  /** The same in percent of the baseline, as a fraction of whole numbers; null where the baseline is nought. */
  readonly percent: { readonly numerator: number; readonly denominator: number } | null
}

/** One criterion of the definition, answered. */
export interface CriterionRead {
  readonly truth: Truth
  /** Why it is not known, or not assessable. */
  readonly why?:
    | 'no-baseline'
    | 'baseline-nought'
    | 'not-defined'
    | 'prorated'
    /** A score that would decide it has no total. */
    | 'incomplete'
    /** A score without a date might decide it. */
    | 'undated'
    /** Two scores of one time differ, and it hangs on which of them is right. */
    | 'in-conflict'
    /** It hangs on the order of two things of one day. */
    | 'time-of-day-unknown'
    | 'too-early'
    | 'too-few-visits'
    | 'visits-too-far-apart'
    | 'visits-too-close'
    | 'no-score'
    /** The last score is older than the site lets it speak for today. */
    | 'stale'
  /** The cut-off in words of numbers: `total at most 12`. */
  readonly cutoff: string | null
  /** Place in `scores` where it was first met, also where it has been lost since. */
  readonly index?: number
}

/** The one word a series comes to. */
export type OutcomeWord =
  | 'relapse'
  | 'remission'
  | 'response'
  | 'partial-response'
  | 'non-response'
  | 'worsening'
  | 'too-early'
  | 'not-computable'

/** What a series says under one definition. */
export interface Outcome {
  readonly word: OutcomeWord
  readonly definition: Pick<OutcomeDefinition, 'id' | 'label' | 'instrument'>
  /**
   * Days from the first dose before which no response is too early to be called one, and who says so: the site, the
   * definition, or the window of early improvement where neither does. Null where nothing says it.
   */
  readonly judgedFrom: {
    readonly days: number
    readonly by: 'site' | 'definition' | 'early-improvement'
  } | null
  /** The last dated score before the first dose; null where that one has no total. */
  readonly baseline: SeriesPoint | null
  /** The last dated score since the first dose; null where that one has no total, whatever stood before it. */
  readonly latest: SeriesPoint | null
  /** Civil days from it to the day of the question. */
  readonly daysSinceLatest: number | null
  /** From the one to the other. */
  readonly change: Change | null
  /**
   * Response, partial response and remission speak of the last dated score; the others of the course so far.
   * Each stands alone: there can be remission without response.
   */
  readonly criteria: {
    readonly response: CriterionRead
    readonly partialResponse: CriterionRead
    readonly remission: CriterionRead
    readonly earlyImprovement: CriterionRead
    readonly rapidResponse: CriterionRead
    readonly sustainedResponse: CriterionRead
    readonly consistentRemission: CriterionRead
    readonly relapse: CriterionRead
    readonly recovery: CriterionRead
  }
  /**
   * Published figures the change from the baseline reaches in the direction of getting better, or of getting worse.
   * An end point is a total to get to: it has no worse direction.
   */
  readonly figures: readonly {
    readonly id: string
    readonly kind: ChangeFigure['kind']
    readonly better: Truth
    readonly worse: Truth
  }[]
  /** Days from the first dose to the first score that surely shows it; null where none does. */
  readonly timeToResponse: number | null
  readonly timeToRemission: number | null
  /**
   * Days from the first score of the last unbroken run of response to the last score of that run; null where there
   * was none, or a score without a date may have broken it.
   */
  readonly responseHeldDays: number | null
  /** Change of each followed matter, apart from the total. */
  readonly domains: readonly {
    readonly domain: string
    readonly baseline: number | null
    readonly latest: number | null
    readonly change: Change | null
  }[]
  /** Safety flags of the latest dated score and of those without a date, which may be newer: the worst answer counts. */
  readonly flags: readonly { readonly id: string; readonly truth: Truth }[]
  readonly leftOut: readonly PointLeftOut[]
  readonly accounts: readonly {
    readonly at: string | null
    readonly word: string | null
    readonly text: string | null
  }[]
}

/** Why a series or a definition cannot be used. */
export interface SeriesFault {
  readonly code: string
  readonly path: string
}

/** A series made ready to be drawn. */
export interface ScoreTrend {
  readonly instrument: { readonly id: string; readonly version: string; readonly title: string }
  /** Civil day of the first dose: day 0. */
  readonly start: string
  readonly worse: 'higher' | 'lower' | 'neither'
  readonly range: { readonly least: number; readonly most: number }
  /** In the order of time. */
  readonly points: readonly SeriesPoint[]
  readonly bands: readonly { readonly id: string; readonly from: number; readonly to: number }[]
  readonly events: readonly {
    readonly kind: SeriesEvent['kind']
    readonly at: string
    readonly day: number
    readonly label: string | null
  }[]
  readonly leftOut: readonly PointLeftOut[]
}
