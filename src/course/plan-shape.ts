/** What a plan is made from, and why there is none. @module */
import type { Parsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Patient } from '../patient/patient.schema.ts'
import type { Closure, Pattern, Preferences } from './course.schema.ts'

/** The same, all of it read-only: a literal declared `as const` can be handed in. */
export type Fixed<T> = { readonly [Member in keyof T]: Fixed<T[Member]> }

/** A protocol, and where in time and in the week it is to be laid out. */
export interface PlanQuestion {
  readonly protocol: Parsed<Protocol>
  /** Civil day from which the first place of the pattern is taken; it does not lie before the day of the question. */
  readonly start: CivilDate
  readonly pattern: Fixed<Pattern>
  /** Days without sessions, at most 10,000 of them. */
  readonly closures?: Fixed<readonly Closure[]>
  readonly preferences?: Fixed<Preferences>
  /** Where the protocol is for an age, the age is read from it. */
  readonly patient?: Parsed<Patient>
  /** One of those of the protocol. */
  readonly indication?: string
  /** What is a part of this plan beside the drug. */
  readonly adjuncts?: readonly { readonly adjunct: string; readonly part: Truth }[]
  /** How far a phase without an end is laid out: so many sessions of the course, or up to a civil day. */
  readonly horizon?: { readonly sessions?: number; readonly until?: CivilDate }
  /**
   * Stable id of the course, the stem of its calendar entries. Left out, it is made from the other members, of the person
   * from the id of the record or else from all of it, so that it changes with them: an id of one's own is better.
   */
  readonly id?: string
}

/** Something a plan must keep, by its name. */
export interface Constraint {
  /** `limit/<id>`, `closure/<id>`, `away/<id>`, `weekdays`, `choice/<session>`. */
  readonly id: string
  readonly kind: 'limit' | 'closure' | 'away' | 'weekdays' | 'choice'
  readonly label: string
}

/**
 * Nothing fits: a set of constraints that cannot be kept together, and from which none can be left out.
 *
 * Two limits that contradict each other wherever the sessions stand come first; any other set is one that cannot be kept in
 * the windows of the sessions.
 */
export interface Infeasible {
  readonly code: 'plan-infeasible'
  readonly path: string
  readonly conflict: readonly Constraint[]
  /** The first session, by id, that this set leaves without a place, with the window of its days. */
  readonly session: string
  readonly window: { readonly from: CivilDate; readonly to: CivilDate }
}

/** Why there is no plan. */
export type PlanFault = Infeasible | { readonly code: string; readonly path: string }
