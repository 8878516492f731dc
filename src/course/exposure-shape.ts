/** How much was given over a course and a life, and what it makes due. @module */

import type { AmountRange } from '../dosing/span.ts'
import type { StatedFact } from '../judgement/stated.ts'
import type { Plan } from '../kernel/content.ts'
import type { OverrideRecord } from '../kernel/decision.ts'
import type { Basis, Certainty, Citation } from '../kernel/evidence.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { Rule } from '../kernel/rule.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Patient } from '../patient/patient.schema.ts'
import type { Session } from '../session/session.schema.ts'

/** What was given before the logs begin, as somebody stated it. */
export interface EarlierExposure {
  readonly product: string
  /** Left out where nobody knows. */
  readonly sessions?: number
  readonly mg?: number
  readonly from?: CivilDate
  readonly to?: CivilDate
}

/** Visits, and what is known of the time before them. */
export interface ExposureQuestion {
  readonly sessions: readonly Parsed<Session>[]
  /** Left out, nobody knows whether there was anything; empty, there was nothing. */
  readonly earlier?: readonly EarlierExposure[]
  /** Lengths of the rolling windows, in civil days. */
  readonly windows?: readonly number[]
}

/** Sessions and milligrams, between the bounds of the logs. */
export interface Exposed {
  readonly sessions: { readonly least: number; readonly most: number | null }
  readonly mg: AmountRange
}

/** What one product comes to. The doses of two products are never added. */
export interface ProductExposure {
  readonly product: string
  /**
   * What the milligrams count. A visit of which no entry says so has a row of its own, and may count in the two others;
   * beside the base alone, what somebody stated of the time before is added to it, and the sum is `unstated`.
   */
  readonly as: 'base' | 'hydrochloride' | 'unstated'
  readonly first: Instant | null
  readonly last: Instant | null
  /** In the logs. */
  readonly logged: Exposed
  /** In the logs and before them; without an upper bound where the time before is unknown. */
  readonly lifetime: Exposed
  /** In the last so many civil days, the day of the question among them. */
  readonly windows: readonly (Exposed & { readonly days: number })[]
}

/** How many sessions one product comes to, whatever salt their milligrams count. */
export interface ProductSessions {
  readonly product: string
  /** In the logs. */
  readonly logged: Exposed['sessions']
  /** In the logs and before them; without an upper bound where the time before is unknown. */
  readonly lifetime: Exposed['sessions']
}

/** Everything that was given, by product. */
export interface CourseExposure {
  readonly asOf: Instant
  /** Sessions by product: where some count the base, some the hydrochloride, the rows below do not add up to them. */
  readonly sessions: readonly ProductSessions[]
  /** Sessions and milligrams, by product and by what the milligrams count. */
  readonly products: readonly ProductExposure[]
  /** Visits of which nobody can tell which product was given. */
  readonly unplaced: readonly string[]
}

/** A person under treatment, and what was given. */
export interface WatchQuestion extends ExposureQuestion {
  readonly plan: Plan
  readonly patient: Parsed<Patient>
  readonly stated?: readonly StatedFact[]
  readonly overrides?: readonly OverrideRecord[]
}

/** One thing to be watched over a course. */
export interface WatchItem {
  /** Id of the rule. */
  readonly rule: string
  /** `other`: a rule of a site that does not name one of these in its id. */
  readonly watch: 'bladder' | 'liver' | 'cognition' | 'dependence' | 'other'
  readonly label: string
  /** `found`: something was reported or measured that asks for a look, whatever the calendar says. */
  readonly status: 'found' | 'due' | 'unknown' | 'not-due'
  readonly because: string
  /** When it was last looked at, and until which day that speaks. */
  readonly lastAt: string | null
  readonly nextBy: CivilDate | null
  readonly basis: Basis
  readonly certainty: Certainty
  /** Whether a clinician has signed the rule. */
  readonly clinicalReview: Rule['clinicalReview']
  readonly sources: readonly Citation[]
}

/** What exposure and time make due. */
export interface ExposureWatch {
  readonly exposure: CourseExposure
  /** What was found first, then what is due, what is not known, and the rest. */
  readonly items: readonly WatchItem[]
}
