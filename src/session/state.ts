/** What a visit has come to at a moment: the one shape everything else of a session reads. @module */

import type { Delivered } from '../dosing/delivered.ts'
import type { Issue } from '../kernel/decision.ts'
import type { Instant } from '../kernel/time.ts'
import type { Happening, SessionEvent } from './session.schema.ts'

/** Where a visit stands. */
export type Phase =
  | 'nothing-recorded'
  | 'booked'
  | 'arrived'
  | 'checks-open'
  | 'dosing'
  | 'paused'
  | 'observing'
  | 'ready'
  | 'departed'
  | 'departed-against-advice'
  | 'aborted'
  | 'cancelled'
  | 'no-show'

/** The name of a kind of happening. */
export type HappeningType = Happening['type']

/** One kind of happening. */
export type HappeningOf<T extends HappeningType> = Extract<Happening, { readonly type: T }>

/** One entry that counts: the original, and what it says once corrections are followed. */
export interface Entry<H extends Happening = Happening> {
  readonly id: string
  /** When it happened; left out where the log does not say, or where its recorder’s clock cannot be relied on. */
  readonly at?: Instant
  /** Why there is no time: it was not recorded, or what was recorded cannot be relied on. */
  readonly untimed?:
    | 'not-recorded'
    /** The times of its recorder fall while its count rises. */
    | 'clock-ran-backwards'
    /** Its recorder wrote two entries of different times under one count. */
    | 'count-repeated'
    /** An entry of its recorder has no time, and a clock that ran backwards could hide there. */
    | 'another-time-not-recorded'
    /** Its id stands for two different entries. */
    | 'in-conflict'
  readonly by: SessionEvent['by']
  readonly source: SessionEvent['source']
  readonly late?: true
  readonly what: H
  /** The entry as it was written. */
  readonly original: SessionEvent
  /** Ids of the corrections that were followed, in their order. */
  readonly correctedBy?: readonly string[]
}

/** An entry that does not count, and why. It is never lost. */
export interface LeftOut {
  readonly id: string
  readonly why:
    | 'after-as-of'
    | 'repeated'
    | 'voided'
    | 'in-conflict'
    | 'correction-followed'
    | 'correction-of-nothing'
    | 'correction-in-a-circle'
}

/** A point of the visit from which time is counted; without `at` it happened at a time nobody can tell. */
export interface AnchorPoint {
  readonly at?: Instant
  readonly event: string
}

/** An effect, from its first observation to the one that saw it gone. */
export interface EffectCourse {
  readonly event: string
  readonly entry: Entry<HappeningOf<'effect-observed'>>
  /** Seen to be gone; left out while nobody saw that. */
  readonly resolved?: { readonly event: string; readonly at?: Instant }
}

/** A visit at a moment. Plain JSON. */
export interface SessionState {
  readonly session: string
  readonly asOf: Instant
  readonly phase: Phase
  /** What was booked, as last corrected. */
  readonly booked?: HappeningOf<'booked'>
  /** All entries that count: by time, those without one last, then by recorder and sequence. */
  readonly entries: readonly Entry[]
  readonly leftOut: readonly LeftOut[]
  readonly anchors: {
    /** First administration of any kind. */
    readonly start?: AnchorPoint
    /** End of the last administration: the last device, the end of the infusion, the injection. */
    readonly end?: AnchorPoint
    readonly firstDevice?: AnchorPoint
    readonly lastDevice?: AnchorPoint
  }
  /** Whether anything is being given at this moment. */
  readonly running: boolean
  readonly delivered: Delivered
  readonly effects: readonly EffectCourse[]
  readonly issues: readonly Issue[]
}
