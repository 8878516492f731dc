/** A course as it stands at a moment: what was given, what is next, what waits. @module */
import type { AmountRange } from '../dosing/span.ts'
import type { Issue } from '../kernel/decision.ts'
import type { Certainty, Citation } from '../kernel/evidence.ts'
import type { Instrument, OutcomeDefinition } from '../kernel/instrument.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { Checkpoint, DoseLine, Interval, Protocol, StudiedGap } from '../kernel/protocol.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Score } from '../measure/score-shape.ts'
import type { Outcome } from '../measure/series-shape.ts'
import type { Session } from '../session/session.schema.ts'
import type { Course, Place, PlannedAssessment } from './course.schema.ts'

/** Scores of one instrument, and the definition they are read by, where one is named. */
export interface CourseScores {
  readonly instrument: Parsed<Instrument>
  readonly scores: readonly Score[]
  readonly definition?: OutcomeDefinition
}

/** A course with everything that happened of it. */
export interface CourseQuestion {
  readonly course: Parsed<Course>
  /** The logs of its visits, in any order. */
  readonly sessions: readonly Parsed<Session>[]
  readonly scores?: readonly CourseScores[]
}

/** What a planned session has come to. */
export type SessionWord =
  | 'planned'
  | 'due'
  | 'past-due'
  | 'awaiting-review'
  | 'given'
  | 'missed'
  | 'cancelled'

/** A visit of the course, as its log tells it. */
export interface CourseVisit {
  /** Id of the log. */
  readonly visit: string
  /** Start of what was given, or when it was booked for; null where nobody knows. */
  readonly at: Instant | null
  /** Id of the planned session it was; null where it was none of them. */
  readonly session: string | null
  readonly product: string | null
  /** Whether anything was given at all: what the next gap is counted from. */
  readonly exposed: Truth
  /** Whether it counts as a session: enough of the ordered dose was given, by the policy. */
  readonly counted: Truth
  readonly delivered: AmountRange
  readonly outcome:
    | 'given'
    | 'partial'
    | 'aborted'
    | 'cancelled'
    | 'no-show'
    /** The person came, and nothing was given. */
    | 'no-dose'
    | 'open'
    | 'unknown'
}

/** A planned session at a moment. */
export interface ForecastSession {
  readonly id: string
  readonly number: number
  readonly phase: string
  readonly interval: string
  readonly status: SessionWord
  /** Where it was planned. */
  readonly planned: Place
  /** Of a session still to come; null of any other, and where nothing bounds it. */
  readonly earliest: Instant | null
  readonly recommended: Place | null
  /** Its regular place is taken away, and somebody still has to choose; its place is a proposal. */
  readonly toChoose: boolean
  /** What can be chosen, nearest first, of what is not over; empty where nothing is to be chosen. */
  readonly alternatives: readonly Place[]
  /** First civil day on which it is late, and the last one on which it is still this session. */
  readonly pastDue: CivilDate | null
  readonly latest: CivilDate | null
  /** The doses its protocol allows there. None is picked. */
  readonly doses: readonly DoseLine[]
  /** Id of the visit in which it was given or missed. */
  readonly visit: string | null
  /** Checkpoint, decision or limit behind its status. */
  readonly because: string | null
}

/** An assessment at a moment. */
export interface ForecastAssessment extends Omit<PlannedAssessment, 'status' | 'revision'> {
  readonly status: 'planned' | 'due' | 'past-due' | 'done' | 'missed' | 'cancelled'
  /** Instrument and time of the score, or id of the visit, that answered it. */
  readonly by: string | null
}

/** A checkpoint at a moment: a prompt to a clinician with the data, never a verdict to stop. */
export interface ForecastCheckpoint extends Omit<Checkpoint, 'at'> {
  readonly phase: string
  /** Civil day on which it is due; null where it hangs on sessions that are not planned. */
  readonly due: CivilDate | null
  readonly status: 'planned' | 'due' | 'past-due' | 'reviewed'
  /** Id of the decision that settled it. */
  readonly decision: string | null
  readonly data: {
    readonly sessionsGiven: number
    /** Sessions that may have been given: what their logs leave open. */
    readonly sessionsInDoubt: number
    readonly outcomes: readonly Outcome[]
  }
}

/** A gap against those that were studied. */
export interface GapRead {
  /** Civil days; null where nobody knows. */
  readonly days: number | null
  /** `between`: shorter and longer ones were studied, this one was not. */
  readonly standing: 'studied' | 'between' | 'beyond' | 'below' | 'not-studied' | 'unknown'
  /** The studied gap it is, or those next to it. */
  readonly studied: readonly StudiedGap[]
}

/** How a course was kept. */
export interface Adherence {
  /** Sessions whose time has come. */
  readonly due: number
  readonly given: number
  readonly missed: number
  readonly cancelled: number
  /** Logs leave open whether they were given. */
  readonly inDoubt: number
  /** Given of due, as a fraction of whole numbers; null where none was due. */
  readonly share: { readonly numerator: number; readonly denominator: number } | null
}

/** One frequency of the phase, and what choosing it would mean. */
export interface IntervalOffered {
  /** Id of the phase it is a frequency of: that of the next session, or the one after where that choice is due. */
  readonly phase: string
  readonly interval: Interval
  readonly inUse: boolean
  /** Where the next session would stand. */
  readonly next: Place | null
  readonly gap: GapRead
}

/** The whole course at a moment. */
export interface CourseForecast {
  readonly course: string
  readonly asOf: Instant
  /** Where it stands; null where it has ended. */
  readonly phase: {
    readonly id: string
    readonly label: string
    readonly interval: string
    readonly since: CivilDate
  } | null
  readonly sessions: readonly ForecastSession[]
  readonly assessments: readonly ForecastAssessment[]
  readonly checkpoints: readonly ForecastCheckpoint[]
  readonly visits: readonly CourseVisit[]
  /** Id of the next session to come. */
  readonly next: string | null
  readonly overdue: {
    readonly sessions: readonly string[]
    readonly assessments: readonly string[]
    readonly checkpoints: readonly string[]
  }
  readonly adherence: Adherence
  /** The frequencies the phase allows, each with what it would mean. */
  readonly intervals: readonly IntervalOffered[]
  /** Why nothing comes after the last session, and what is known of going on. */
  readonly end: {
    readonly why: 'decided' | 'protocol-ends' | 'planned-so-far'
    readonly on: CivilDate
    readonly beyond: string
  } | null
  readonly certainty: Certainty
  /** Whether a clinician has signed the protocol. */
  readonly clinicalReview: Protocol['clinicalReview']
  readonly sources: readonly Citation[]
  readonly issues: readonly Issue[]
}

/** Why there is no forecast. */
export interface CourseFault {
  readonly code: string
  readonly path: string
}
