/** Everything that happened and is planned, in order: one list that can be asked, drawn and told. @module */

import type { Course, Place } from '../course/course.schema.ts'
import type { CourseExposure, EarlierExposure } from '../course/exposure-shape.ts'
import type { CourseForecast, CourseScores, SessionWord } from '../course/forecast-shape.ts'
import type { AmountRange } from '../dosing/span.ts'
import type { Issue } from '../kernel/decision.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import type { CivilDate, Instant, When } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { ExactScore } from '../measure/score-shape.ts'
import type { Outcome } from '../measure/series-shape.ts'
import type { MedicineEntry, Patient } from '../patient/patient.schema.ts'
import type { Session } from '../session/session.schema.ts'
import type { SideEffectSummary } from '../session/summarize-side-effects.ts'

/** A line somebody wrote. It is kept and shown, and nothing is read from it. */
export interface TimelineNote {
  readonly id: string
  readonly at: When
  readonly text: string
  readonly by?: string
  /** Ids of the entries it speaks of. */
  readonly about?: readonly string[]
}

/** What a timeline is built from. Every list may be empty; a course may be missing. */
export interface TimelineQuestion {
  readonly patient: Parsed<Patient>
  readonly sessions: readonly Parsed<Session>[]
  readonly measures: readonly CourseScores[]
  /** Left out, those of the patient record. */
  readonly medications?: readonly MedicineEntry[]
  readonly course?: Parsed<Course>
  readonly notes?: readonly TimelineNote[]
  /** What was given before the logs begin; left out, nobody knows whether there was anything. */
  readonly earlier?: readonly EarlierExposure[]
}

/** The kinds of entry, which are also the lanes of the picture. */
export type EntryKind =
  | 'visit'
  | 'dose'
  | 'score'
  | 'effect'
  | 'medicine-started'
  | 'medicine-stopped'
  | 'decision'
  | 'checkpoint'
  | 'note'
  | 'planned-session'
  | 'planned-assessment'

/** One entry. */
export interface TimelineEntry {
  readonly id: string
  readonly kind: EntryKind
  /** As it was recorded; null where nobody knows. */
  readonly at: When | null
  /** First and last civil day it can have been on; null where nobody knows. */
  readonly days: { readonly from: CivilDate; readonly to: CivilDate } | null
  /** Civil days from the first dose of the course; null where one of the two is unknown. */
  readonly day: number | null
  /** Written down after the fact. */
  readonly late: boolean
  /** Id of the visit, where it belongs to one. */
  readonly visit: string | null
  /** Id of the planned session or assessment. */
  readonly planned: string | null
  /** Ids of the entries that led to it, or that it led to: a decision and what it changed, a note and what it is about. */
  readonly links: readonly string[]
  /** What it says, by kind; members that do not apply are left out. */
  readonly what: {
    readonly product?: string
    readonly delivered?: AmountRange
    readonly ordered?: string
    readonly instrument?: string
    readonly total?: number | null
    /** The total before any rounding. */
    readonly exact?: ExactScore | null
    readonly band?: string | null
    readonly effect?: string
    readonly grade?: number
    /** When it was seen to be gone, null where that has no time; left out while nobody saw it gone. */
    readonly resolved?: When | null
    readonly medicine?: string
    readonly status?: SessionWord | string
    readonly decision?: string
    readonly label?: string
    readonly text?: string
    /** Who wrote or decided it. */
    readonly by?: string
    /** Of a planned session: its place is only proposed, and somebody has to choose. */
    readonly toChoose?: true
    /** The places it could take, nearest first, the proposed one among them. */
    readonly alternatives?: readonly Place[]
    /** Of a visit with a dose: whether anybody asked about side effects after it, and was answered. */
    readonly asked?: 'yes' | 'no'
  }
}

/** Something a visit left to be done, or to be looked at. */
export interface LeftMatter {
  readonly kind:
    | 'task'
    | 'advice'
    /** The tables hold nothing for what was given, or nobody knows what it was. */
    | 'tasks-unknown'
    | 'referral'
    | 'admission'
    | 'transfer'
    | 'serious-effect'
    | 'next-dose'
  /** Id of the row of the tables, or of the entry of the log. */
  readonly id: string
  readonly label: string
  /** Last civil day; null where none is set or nobody can tell. */
  readonly due: CivilDate | null
  /** Unknown where it may be settled, or may not be asked of this person. */
  readonly open: Exclude<Truth, 'no'>
  /** Id of the visit. */
  readonly visit: string
  /** Id of the entry of this timeline. */
  readonly entry: string
}

/** A stretch of the course. */
export interface PhaseBand {
  readonly phase: string
  readonly label: string
  readonly interval: string
  readonly from: CivilDate
  /** Null while it is open. */
  readonly to: CivilDate | null
  /** Still to come: what of it lies after today, or all of it where none of its sessions was begun. */
  readonly isPlanned: boolean
}

/** The whole treatment. Plain JSON. */
export interface Timeline {
  readonly asOf: Instant
  readonly zone: string
  /** What kind of record the patient's is: history is shown of any. */
  readonly record: Patient['record']
  readonly start: CivilDate | null
  /** In the order of time; what has none stands last, by kind and id. */
  readonly entries: readonly TimelineEntry[]
  readonly phases: readonly PhaseBand[]
  /** Which protocol it follows, how sure that is, and whether a clinician has signed it. */
  readonly protocol: Pick<
    Protocol,
    'id' | 'version' | 'label' | 'basis' | 'certainty' | 'clinicalReview'
  > | null
  readonly forecast: CourseForecast | null
  /** Null where it could not be told; the reason is among the issues. */
  readonly exposure: CourseExposure | null
  /** Where an outcome counts scores by place, those of its instrument are counted as they stand in `entries`. */
  readonly outcomes: readonly Outcome[]
  readonly sideEffects: SideEffectSummary
  /** What visits left to be done: the tasks of the last one, and what of any is not settled. */
  readonly left: readonly LeftMatter[]
  readonly issues: readonly Issue[]
}

/** One line of a summary: a stable code with its values. The words stand in the catalogue. */
export interface SummaryLine {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  /** Ids of the entries behind it. */
  readonly entries: readonly string[]
}

/** Where the patient stands. */
export interface TreatmentSummary {
  readonly asOf: Instant
  readonly lines: readonly SummaryLine[]
}
