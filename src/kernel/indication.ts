/** Who the treatment is for: conditions and their evidence, what counts as resistance, what is known before a start. @module */
import type { Certainty, Citation } from './evidence.ts'
import type { Rule } from './rule.ts'
import type { CivilDate } from './time.ts'

/** A condition the treatment is given for, or proposed for, and how good the evidence is. */
export interface Indication {
  /** As a plan names it. */
  readonly id: string
  readonly label: string
  readonly area: 'depression' | 'other-psychiatric' | 'substance-use' | 'pain'
  /** How strong the evidence is, in words of this library. */
  readonly strength: string
  readonly trials: readonly {
    readonly text: string
    readonly result: 'positive' | 'negative' | 'mixed' | 'unclear'
    readonly certainty: Certainty
    readonly sources: readonly Citation[]
  }[]
  /** The condition is at once a risk of the treatment: it flags, and neither clears nor excludes by itself. */
  readonly alsoRisk?: true
  readonly notes?: readonly { readonly text: string; readonly sources: readonly Citation[] }[]
  readonly sources: readonly Citation[]
}

/** What a consent has to cover. */
export interface ConsentTopic {
  readonly id: string
  readonly label: string
  /** Statuses of the plan for which it is needed; left out, all. */
  readonly statuses?: readonly ('approved' | 'off-label' | 'compounded-unapproved' | 'not-authorised')[]
  readonly products?: readonly string[]
  /** Countries whose label or authority it rests on; left out, everywhere. */
  readonly jurisdictions?: readonly string[]
  /** The days on which it stands; left out, always. */
  readonly effective?: { readonly from: CivilDate; readonly to?: CivilDate }
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** What has to be true of the trials of antidepressants before depression is called resistant. */
export interface ResistanceDefinition {
  readonly id: string
  readonly label: string
  /** Trials that have to have failed. */
  readonly failures: number
  /** Trials of which episodes count. */
  readonly episode: 'current' | 'any'
  readonly duration: { readonly value: number; readonly unit: 'wk' | 'd' }
  /** Which column of the minimum doses is held against: the lowest usual dose, or a stricter one. */
  readonly doses: 'label' | 'strict'
  /** Outcomes that are a failure. */
  readonly failed: readonly ('no-response' | 'partial-response')[]
  /** Two trials of one medicine are one failure. */
  readonly differentAgents: boolean
  /** Trials of medicines of so many different classes are asked for. */
  readonly differentClasses?: number
  /** Whether a trial of a medicine added to an antidepressant counts. */
  readonly augmentation: boolean
  /** Medicines by mouth only. */
  readonly oralOnly: boolean
  /** Plans it is the definition of, as their labels word it; left out, a policy names it. */
  readonly labelOf?: {
    readonly products: readonly string[]
    readonly jurisdictions: readonly string[]
    readonly effective: { readonly from: CivilDate; readonly to?: CivilDate }
  }
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** The least dose a day at which a trial of a medicine counts. */
export interface MinimumDose {
  /** Name of the medicine. */
  readonly id: string
  readonly label: string
  /** ATC and RxNorm codes of the ingredient, read as code sets are. */
  readonly atc: string
  readonly rxnorm?: string
  readonly class: 'ssri' | 'snri' | 'tricyclic' | 'maoi' | 'other'
  /** Given beside an antidepressant. */
  readonly augmentation?: true
  /** Given another way than by mouth. */
  readonly notOral?: true
  /** The codes name other forms of the medicine too, and do not tell the form that the numbers are for. */
  readonly formNotTold?: true
  readonly unit: 'mg'
  /** Lowest usual adult dose for depression. */
  readonly lowest: { readonly value: number; readonly certainty: Certainty }
  /** Stricter values of research conventions; a range where the convention has one. */
  readonly strict?: { readonly least: number; readonly most: number; readonly certainty: Certainty }
  /** What other tables print: they disagree, and a site decides. */
  readonly elsewhere?: readonly {
    readonly table: string
    readonly value: number
    readonly sources: readonly Citation[]
  }[]
  readonly sources: readonly Citation[]
}

/** Who the treatment is for. */
export interface IndicationTables {
  readonly indications: readonly Indication[]
  readonly consent: readonly ConsentTopic[]
  /** What stands against a plan because of what it is for. */
  readonly rules: readonly Rule[]
  /** What stands against calling depression resistant under the definition that was asked for. */
  readonly resistanceRules: readonly Rule[]
  /** What should be known before a first session; each row says what is not. */
  readonly workup: readonly Rule[]
  readonly definitions: readonly ResistanceDefinition[]
  readonly minimumDoses: readonly MinimumDose[]
}
