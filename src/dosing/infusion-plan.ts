/** What a plan of an infusion is made of and what it says. @module */
import type { RoundingMode } from '../kernel/decimal.ts'
import type { Provenance } from '../kernel/decision.ts'
import type { Citation } from '../kernel/evidence.ts'
import type { Quantity } from '../kernel/quantity.ts'
import type { Instant } from '../kernel/time.ts'
import type { NumberFault } from './argument.ts'
import type { CeilingCheck, CeilingLoosened, CeilingOverride } from './ceilings.ts'
import type { PrescribedDose, Salt, WeightBasis } from './dose.schema.ts'
import type { Ordered, OrderFault } from './ordered.ts'
import type { SaltFactor } from './salt.ts'
import type { Body, DoseWeights } from './weights.ts'

/** What a person has to look at again before a volume is given. */
export type ToConfirm = 'vial-strength' | 'weight-change' | 'weight-age'

/** An infusion as it is to be given. Every number comes from the caller: nothing has a default. */
export interface Infusion {
  readonly dose: PrescribedDose
  readonly weight: {
    readonly actual: Quantity
    /** When it was taken; left out where nobody knows. */
    readonly at?: Instant | undefined
    readonly height?: Quantity | undefined
    readonly sex?: Body['sex']
  }
  readonly vial: {
    /** As printed on this vial, mg/mL. */
    readonly concentration: Quantity
    /** What one vial holds. */
    readonly volume: Quantity
    /** What its milligrams count. */
    readonly as: Salt
    readonly lot?: string | undefined
  }
  readonly bag: {
    readonly volume: Quantity
    /** Whether that is all that is in the bag at the end, or what the drug is added to. */
    readonly is: 'final-volume' | 'diluent-added'
  }
  readonly pump: {
    /** The smallest step of the rate, mL/h. */
    readonly step: Quantity
    /** The smallest step of the syringe, mL. */
    readonly syringeStep: Quantity
    /** What happens between two steps. Where it would cross a maximum, the value is rounded down. */
    readonly mode: RoundingMode
  }
  /** Where in the course the session stands; left out, the weight may be as old as during induction. */
  readonly phase?: 'induction' | 'maintenance' | undefined
  /** The last weight and the last vial. */
  readonly previous?:
    | {
        readonly weight?: Quantity | undefined
        readonly at?: Instant | undefined
        readonly vial?: { readonly concentration: Quantity; readonly as: Salt } | undefined
      }
    | undefined
  /** What a person looked at and confirmed. */
  readonly confirmed?: readonly ToConfirm[] | undefined
  /** Lower maxima for this order, by the name of the policy number. */
  readonly limits?: Readonly<Record<string, Quantity>> | undefined
  /** Decisions to go above a maximum of the site. */
  readonly overrides?: readonly CeilingOverride[] | undefined
  readonly saltFactor?: SaltFactor | undefined
}

/** An item to confirm, and why. */
export interface Confirmation {
  readonly item: ToConfirm
  readonly why:
    | 'strength-differs'
    | 'salt-differs'
    | 'ratio-near-2.2'
    | 'changed-by-a-quarter'
    | 'older-than-its-limit'
    | 'time-unknown'
}

/** Why there is no plan. */
export type InfusionFault =
  | OrderFault
  | NumberFault
  | CeilingLoosened
  | {
      readonly code: 'needs-confirming'
      readonly path: 'confirmed'
      readonly confirm: readonly Confirmation[]
    }
  | {
      readonly code: 'over-ceiling'
      readonly path: string
      /** The maxima it is above, the least first. */
      readonly ceilings: readonly { readonly name: string; readonly limit: Quantity }[]
    }
  | {
      readonly code:
        | 'duration-unknown'
        | 'not-an-infusion'
        | 'reading-ahead'
        | 'rounded-to-nothing'
        | 'salt-mixed'
        | 'volume-above-bag'
      readonly path: string
    }

/** A value before and after it was rounded, and by which rule. */
export interface RoundedTo<U extends string> {
  readonly exact: Quantity<U>
  readonly rounded: Quantity<U>
  readonly rule: {
    readonly step: Quantity<U>
    readonly mode: RoundingMode
    /** The mode asked for would have crossed a maximum. */
    readonly insteadOf?: RoundingMode
  }
}

/** A value that follows from others: as ordered, and as it comes out of syringe and pump. */
export interface Both<U extends string> {
  readonly exact: Quantity<U>
  readonly rounded: Quantity<U>
}

/** One number the plan rests on. */
export interface PlanInput {
  readonly name: string
  readonly value: Quantity
  readonly at?: Instant
  /** `stated` by the caller, or a number of the policy. */
  readonly source: 'stated' | 'policy'
}

/** A plan a clinician can work out again by hand. */
export interface InfusionPlan {
  readonly inputs: readonly PlanInput[]
  readonly ordered: Ordered
  /** The weight the dose was counted on. */
  readonly basis: WeightBasis | 'none'
  readonly weights: DoseWeights
  /** mg of base, rounded down to the step of the policy. */
  readonly dose: RoundedTo<'mg'>
  /** Volume drawn from the vial. */
  readonly drawn: RoundedTo<'mL'>
  /** mg of base in that volume: what is given. */
  readonly amount: Quantity<'mg'>
  readonly byWeight: Both<'mg/kg'>
  readonly vials: number
  readonly bag: {
    readonly finalVolume: Quantity<'mL'>
    readonly diluent: Quantity<'mL'>
    /** mg of base in a mL. */
    readonly concentration: Quantity<'mg/mL'>
  }
  readonly rate: RoundedTo<'mL/h'>
  readonly perMinute: Both<'mg/min'>
  readonly byWeightPerHour: Both<'mg/kg/h'>
  /** As ordered, and how long the bag takes at the rounded rate. */
  readonly duration: Both<'min'>
  readonly formulas: readonly string[]
  readonly ceilings: readonly CeilingCheck[]
  /** The most this order could be, and the maximum that says so. */
  readonly most: { readonly amount: Quantity<'mg'>; readonly ceiling: string }
  readonly flags: readonly {
    readonly code: 'more-than-one-vial' | 'weight-to-review' | 'weight-jump' | 'reading-unusual'
    readonly path: string
  }[]
  /** What had to be confirmed, and was. */
  readonly confirmed: readonly Confirmation[]
  readonly overrides: readonly CeilingOverride[]
  readonly citations: readonly Citation[]
  readonly provenance: Provenance
}
