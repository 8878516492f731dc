/** What may change in a course, and what each change would come to. @module */

import type { StatedFact } from '../judgement/stated.ts'
import type { OverrideRecord } from '../kernel/decision.ts'
import type { Certainty, Citation } from '../kernel/evidence.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Patient } from '../patient/patient.schema.ts'
import type { Course, CourseDecision, Place } from './course.schema.ts'
import type { CourseQuestion, GapRead } from './forecast-shape.ts'
import type { PlanFault } from './plan-shape.ts'

/** How a clinician finds the person, dated. */
export interface Judgement {
  readonly word: 'better' | 'same' | 'worse'
  readonly at: Instant
  readonly by: string
}

/** A course in which a session was missed. */
export interface MissedQuestion extends CourseQuestion {
  readonly patient: Parsed<Patient>
  readonly judgement?: Judgement
  readonly stated?: readonly StatedFact[]
  readonly overrides?: readonly OverrideRecord[]
}

/** A difference between two plans, by session or assessment. */
export interface PlanChange {
  readonly kind:
    | 'moved'
    | 'added'
    | 'removed'
    | 'status'
    | 'interval'
    | 'phase'
    | 'doses'
    | 'protocol'
    | 'assessment'
  /** Id of the session, the assessment, or the part of the protocol. */
  readonly of: string
  readonly before: string | null
  readonly after: string | null
}

/** One way to go on. Nothing happens until a decision is recorded. */
export interface MissedOption {
  readonly option: 'continue' | 'step-back' | 're-induce'
  /** The protocol says so; it says so only if the depression is worse; or it is silent, and the choice is open. */
  readonly offered: 'by-protocol' | 'if-worse' | 'protocol-silent'
  readonly to: { readonly phase: string; readonly interval: string } | null
  /** Going on with what was missed given at the end of its phase, or not; there where the protocol leaves it open. */
  readonly makesUp?: boolean
  readonly text: string
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
  /** The gap from the last dose to the next one, against those that were studied. */
  readonly gap: GapRead
  /** The course as it would be; null where it cannot be laid out, with the reason. */
  readonly future: Parsed<Course> | null
  readonly fault: PlanFault | null
  readonly changes: readonly PlanChange[]
  /** The decision to record for it to take effect, without id, time and author. */
  readonly toRecord: { readonly kind: 'missed'; readonly session: string } & Pick<
    MissedOption,
    'option' | 'to' | 'makesUp'
  >
}

/** What may follow missed sessions. */
export interface MissedOptions {
  /** Ids of the sessions that were missed and not yet decided about. */
  readonly missed: readonly string[]
  /**
   * Since the last dose, against the gaps that were studied. It goes on: while it is shorter than all of them its standing is
   * `unknown`, with its days, and never `below`.
   */
  readonly gap: GapRead
  /** Whether the depression is worse: yes and no only with a recent score. */
  readonly worse: Truth
  readonly judgement: Judgement | null
  readonly options: readonly MissedOption[]
}

/** A session to be moved. */
export interface RescheduleQuestion extends CourseQuestion {
  /** Id of the planned session. */
  readonly session: string
  /** Where to; left out, every place inside its window is offered. */
  readonly to?: { readonly day: CivilDate; readonly time?: string }
}

/** A place a session could be moved to, with the whole future it would mean. */
export interface MoveOption {
  readonly place: Place
  /** From the dose before it, and to the session after it. */
  readonly before: GapRead
  readonly after: GapRead
  readonly future: Parsed<Course>
  readonly changes: readonly PlanChange[]
}

/** Places a session could be moved to. */
export interface Rescheduled {
  readonly session: string
  readonly options: readonly MoveOption[]
}

/** A decision to be recorded in a course. */
export interface DecisionQuestion extends CourseQuestion {
  readonly decision: CourseDecision
}
