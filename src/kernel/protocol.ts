/** A treatment laid out in phases, as a label, a trial or a site writes it down: data, like a rule. @module */
import type { Basis, Certainty, Citation } from './evidence.ts'
import type { Amount, Scope } from './rule.ts'
import type { CivilDate } from './time.ts'

/** What every row that rests on something carries. */
export interface Grounded {
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/**
 * How close together, how far apart or how many sessions may be. It is never broken by a plan.
 *
 * A limit of a phase speaks of the sessions of that phase, and of the gap before each of them; a limit of a protocol of
 * all. A number that no source fixes is the name of a policy number.
 */
export type Limit = Grounded & {
  readonly id: string
  /** What it says, in a few words, for whoever reads a refusal. */
  readonly label: string
  /** Only while one of these intervals is in use; left out, always. */
  readonly intervals?: readonly string[]
} & (
    | {
        readonly kind: 'least-between' | 'most-between'
        /** min or h in elapsed hours, d in civil days: one of 23 hours is a whole day, and an hour short of 24 elapsed ones. */
        readonly amount: Amount
        readonly in: 'elapsed-hours' | 'civil-days'
      }
    | {
        readonly kind: 'most-sessions'
        readonly count: number
        /** A calendar week starts on Monday. */
        readonly in: 'civil-day' | 'calendar-week'
      }
    | {
        readonly kind: 'most-sessions'
        readonly count: number
        readonly in: 'rolling-hours' | 'rolling-days'
        /** The length of the window: h for rolling hours, d for rolling days. */
        readonly window: Amount
      }
  )

/** One frequency a phase allows. */
export interface Interval extends Grounded {
  readonly id: string
  readonly label: string
  /** So many sessions in so many weeks: 2 in 1, 1 in 1, 1 in 2. */
  readonly sessions: number
  readonly weeks: number
  /** Civil days a session may lie before and after its regular day and still be that session. */
  readonly early: Amount
  readonly late: Amount
  /** What choosing it would mean, where something is known. */
  readonly means?: string
}

/** Doses of a stretch of sessions. None is picked. */
export interface DoseLine extends Grounded {
  /** Number of the session in the course, both ends included. */
  readonly sessions: { readonly from: number; readonly to?: number }
  /** Each of these, smallest first; or anything between two ends. */
  readonly amounts:
    | { readonly unit: 'mg' | 'mg/kg'; readonly values: readonly number[] }
    | { readonly unit: 'mg' | 'mg/kg' | 'mg/kg/h'; readonly least: number; readonly most: number }
  /** How long it is given over, where the source says so. */
  readonly over?: { readonly value: number; readonly unit: 'min' | 'h' }
  /** When the dose is changed, as the source words it. */
  readonly note?: string
}

/** What must be looked at before a course goes on. It prompts a clinician, and is never a verdict to stop. */
export interface Checkpoint extends Grounded {
  readonly id: string
  readonly label: string
  readonly kind: 'benefit' | 'futility' | 'interval' | 'periodic'
  /** After so many sessions given in the phase, at its end, or again and again while it lasts. */
  readonly at: { readonly afterSessions: number } | { readonly end: 'phase' } | { readonly every: Amount }
  /** Coming sessions wait until a clinician's review is on record. */
  readonly blocks: boolean
  /** What the clinician is asked. */
  readonly prompt: string
  readonly because: string
}

/** What a protocol says of a missed session, or that it says nothing. */
export interface MissedRule extends Grounded {
  readonly id: string
  /** Always, or only where the depression is worse. */
  readonly when: 'any' | 'worse'
  /** `ask`: the source is silent, and a clinician chooses. */
  readonly option: 'continue' | 'step-back' | 're-induce' | 'ask'
  /** The interval in use it speaks of; left out, each. */
  readonly from?: string
  /** Where a step back, or a new induction, leads. */
  readonly to?: { readonly phase: string; readonly interval: string }
  readonly text: string
}

/** A stretch of a course. */
export interface ProtocolPhase extends Grounded {
  readonly id: string
  readonly label: string
  readonly kind: 'induction' | 'optimisation' | 'maintenance'
  /**
   * What ends it: weeks, or sessions given; neither, and it goes on until somebody decides. With both, the weeks end it,
   * and the sessions say how many fit.
   */
  readonly weeks?: number
  readonly sessions?: number
  /** At least one; the first is used until another is chosen, and all are offered. */
  readonly intervals: readonly Interval[]
  readonly limits: readonly Limit[]
  readonly doses: readonly DoseLine[]
  readonly checkpoints: readonly Checkpoint[]
  readonly missed: readonly MissedRule[]
  /** Whether a missed session is given later, beyond the planned ones; a site's choice where no source says. */
  readonly makesUp: 'yes' | 'no' | 'ask'
  /** The phase after it; left out, the protocol ends with it. */
  readonly next?: string
}

/** A gap between sessions that was studied. */
export interface StudiedGap extends Grounded {
  readonly id: string
  readonly label: string
  /** Civil days from one session to the next, both ends included. */
  readonly days: { readonly from: number; readonly to: number }
  /** The kind of phase it was studied in; left out, any. */
  readonly phase?: ProtocolPhase['kind']
}

/** Something to be measured, asked or done beside the sessions. Days are civil days; a policy number counts in `d`. */
export interface ProtocolAssessment extends Grounded {
  readonly id: string
  readonly label: string
  readonly kind: 'measure' | 'contact' | 'preparation' | 'integration' | 'evaluation'
  /** Instruments that answer it, any of them; left out, a visit of this kind does. */
  readonly instruments?: readonly string[]
  /** From what its days are counted: the first session, each session, every nth, one of them, or the end of a phase. */
  readonly anchor:
    | { readonly is: 'start' }
    | { readonly is: 'each-session'; readonly every?: number }
    | { readonly is: 'session'; readonly number: number }
    | { readonly is: 'phase-end'; readonly phase: string }
  readonly direction: 'before' | 'after'
  /** Nearest, due and farthest, in days from the anchor. */
  readonly from: Amount
  readonly due: Amount
  readonly to: Amount
  /** Only where this adjunct is a stated part of the plan. */
  readonly adjunct?: string
}

/** What stands beside the drug: a part of a plan where somebody states it, and never implied. */
export interface Adjunct extends Grounded {
  readonly id: string
  readonly label: string
  readonly need: 'required' | 'optional'
  /** First and last day on which the row was in force. */
  readonly effective: Scope['effective']
}

/** A whole protocol. */
export interface Protocol {
  readonly format: 'ketamine-treatment/protocol/1'
  readonly id: string
  readonly version: string
  readonly label: string
  /** Rows of one field are never held against a course of the other. */
  readonly field: 'psychiatric' | 'pain'
  readonly product: string
  readonly jurisdictions: readonly string[]
  readonly indications: readonly string[]
  /** Completed years at the start, both ends included. */
  readonly age?: { readonly from?: number; readonly to?: number }
  readonly effective: Scope['effective']
  readonly basis: Basis
  readonly certainty: Certainty
  /** In the order in which they follow one another; the first is where a course starts. */
  readonly phases: readonly ProtocolPhase[]
  readonly limits: readonly Limit[]
  readonly assessments: readonly ProtocolAssessment[]
  readonly adjuncts: readonly Adjunct[]
  readonly studied: readonly StudiedGap[]
  /** What is known of going on past its end. */
  readonly beyond: string
  readonly sources: readonly Citation[]
  /** The day it was compared with its sources. */
  readonly checkedOn: CivilDate
  /** `none` until a named clinician signs. */
  readonly clinicalReview: 'none' | { readonly by: string; readonly on: CivilDate }
  /** Kept, never read. */
  readonly extensions?: unknown
}
