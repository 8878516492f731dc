/** The clinical tables of one jurisdiction, and the numbers a site chooses. @module */

import type { Certainty, Citation, Source } from './evidence.ts'
import type { FactRow } from './fact.ts'
import type { IndicationTables } from './indication.ts'
import type { Parsed } from './parsed.ts'
import type { Protocol } from './protocol.ts'
import type { Amount, Rule, RuleClass, Scope } from './rule.ts'
import type { CivilDate } from './time.ts'
import { answered } from './total.ts'

/** A product a plan can name. Its id fixes substance, enantiomer, form and route. */
export interface Product {
  readonly id: string
  readonly label: string
  readonly substance: 'ketamine' | 'esketamine'
  readonly route: 'nasal' | 'iv' | 'im' | 'sc' | 'oral' | 'sublingual'
  readonly sources: readonly Citation[]
}

/** How much of each medicine of a class counts as much as `per` of the reference medicine. */
export interface Equivalents {
  readonly id: string
  readonly label: string
  /** Fact id of the reference medicine. */
  readonly reference: string
  readonly per: { readonly value: number; readonly unit: 'mg' }
  /** Fact id of each medicine, and the milligrams of it that equal `per`. */
  readonly rows: Readonly<Record<string, number>>
  readonly sources: readonly Citation[]
}

/** Where a visit takes place; an emergency department counts as inpatient. */
export type Setting = 'outpatient' | 'inpatient' | 'remote'

/**
 * One line of the closed table of what may be ordered: a product in one form and setting of one jurisdiction, and what
 * its regulator says of it for an indication. A combination without a line is refused.
 */
export interface ProductForm {
  readonly id: string
  readonly product: string
  readonly enantiomer: 'racemate' | 's-enantiomer'
  readonly route: Product['route']
  readonly form:
    | 'nasal-device'
    | 'solution-for-injection'
    | 'oral-form'
    | 'sublingual-form'
    | 'nasal-solution'
  /** How an order may be written: milligrams, milligrams a kilogram, milligrams a kilogram an hour, whole devices. */
  readonly ordered: readonly ('fixed' | 'per-kg' | 'rate' | 'devices')[]
  /** Milligrams in a device. */
  readonly perDevice?: { readonly value: number; readonly unit: 'mg' }
  /** Strengths of the vial on the market, mg of base in a mL. */
  readonly strengths?: readonly number[]
  readonly settings: readonly Setting[]
  readonly jurisdiction: string
  /** The indication the status speaks of; left out, every other one. */
  readonly indication?: string
  readonly status: 'approved' | 'off-label' | 'compounded-unapproved' | 'not-authorised'
  readonly effective: Scope['effective']
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** The doses a label or a trial allows in one place of a course: each is a legal order, any other is not. */
export interface DoseSet {
  readonly id: string
  readonly product: string
  readonly jurisdiction: string
  readonly indication: string
  /** Number of the session in the course, both ends included. */
  readonly sessions: { readonly from: number; readonly to?: number }
  /** Completed years, both ends included. */
  readonly age?: { readonly from?: number; readonly to?: number }
  /** Milligrams, smallest first. */
  readonly doses: readonly number[]
  /** The scheme was seen without what the label does where a dose is not tolerated: a hold, and no hard stop. */
  readonly seenInPart?: true
  readonly effective: Scope['effective']
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** What orders of a dose are held against. */
export interface DosingTables {
  readonly forms: readonly ProductForm[]
  readonly doseSets: readonly DoseSet[]
  /** Legal sets, ceilings and guides as rules: asked of an ordered `dose`, or of a step of `titration`. */
  readonly rules: readonly Rule[]
  /** What is known of how much of a dose arrives, by product: cited where a conversion is refused. */
  readonly bioavailability: Readonly<Record<string, readonly Citation[]>>
}

/** From what a due observation is counted. */
export type Anchor = 'start' | 'end' | 'first-device' | 'last-device'

/** What one observation of a schedule takes in. */
export type Observed =
  | 'blood-pressure'
  | 'heart-rate'
  | 'oxygen-saturation'
  | 'respiratory-rate'
  | 'alertness'
  | 'dissociation'

/** One due observation, or a row of them. Minutes, as numbers or as the names of policy numbers. */
export interface ObservationSlot {
  readonly id: string
  readonly anchor: Anchor
  /** Due so many minutes after the anchor; 0 or less is before or at it. */
  readonly at: Amount
  /** Again at this interval, up to the end of the infusion (`end`) or until the person leaves (`release`). */
  readonly every?: Amount
  readonly until?: 'end' | 'release'
  readonly observe: readonly Observed[]
  /** Minutes before the due time from which a reading counts for it. */
  readonly early: Amount
  /** Minutes after the due time up to which it is on time, and after which it was missed. */
  readonly late: Amount
  readonly missed: Amount
  /** Without it nobody is ready to leave. */
  readonly required: boolean
  readonly sources: readonly Citation[]
}

/** Which observations a session of a product asks for. */
export interface MonitoringSchedule {
  readonly id: string
  readonly label: string
  readonly products: readonly string[]
  readonly jurisdictions: readonly string[]
  readonly settings?: readonly Setting[]
  readonly effective: Scope['effective']
  readonly slots: readonly ObservationSlot[]
  /** Minutes of observation, each counted from its own anchor; all of them have to be over. */
  readonly observation: readonly {
    readonly anchor: Anchor
    readonly minimum: Amount
    readonly sources: readonly Citation[]
  }[]
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** What a visit leaves to be done. */
export interface FollowUp {
  readonly id: string
  readonly label: string
  readonly kind: 'form' | 'contact' | 'evaluation' | 'advice'
  readonly products: readonly string[]
  readonly jurisdictions: readonly string[]
  readonly settings?: readonly Setting[]
  readonly effective: Scope['effective']
  /** Counted in calendar days from the civil day of the first administration. */
  readonly dueWithin: Amount
  /** Asked for only where this fact is a yes; left out, after every dose. */
  readonly onlyIf?: string
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** What a visit is held against. */
export interface SessionTables {
  /** Before the dose: rules asked at a `session` that need no record beyond the visit. */
  readonly gates: readonly Rule[]
  /** While it runs: rules asked while `monitoring`, each with its grade. */
  readonly alarms: readonly Rule[]
  /** Before the person leaves: rules asked at `release`; each says what stands against leaving. */
  readonly release: readonly Rule[]
  readonly schedules: readonly MonitoringSchedule[]
  readonly followUps: readonly FollowUp[]
  /** Action codes of a screening that become part of the visit, and the fact each of them makes a yes. */
  readonly requests: Readonly<Record<string, string>>
}

/** What a course is laid out by, and what it is held against. */
export interface CourseTables {
  readonly protocols: readonly Protocol[]
  /** Asked after a `missed` session, or of the `exposure` so far. */
  readonly rules: readonly Rule[]
}

/** How often an effect was seen, in whom. Figures of two populations are never put together. */
export interface Incidence {
  readonly population: string
  /** The term that was counted, where it is not the one of the row. */
  readonly term?: string
  /** Percent of patients. */
  readonly drug: number
  /** Upper end, where the source gives a range. */
  readonly to?: number
  readonly control?: number
  /** How the figure is meant, where the source gives none to the point. */
  readonly is?: 'at-least' | 'below' | 'about'
  readonly sources: readonly Citation[]
}

/** One row of the catalogue of side effects. */
export interface SideEffect {
  readonly id: string
  /** Preferred term. */
  readonly term: string
  readonly codes?: readonly {
    readonly system: 'snomed-ct'
    readonly code: string
    readonly certainty: Certainty
    /** Where code and name were seen together. */
    readonly source?: string
  }[]
  /** As the reference words it; times are expectations, never a resolution. */
  readonly onset?: string
  readonly duration?: string
  /** Grades of the CTCAE term, paraphrased, lowest first. */
  readonly grades?: {
    readonly term: string
    /** Lowest and highest grade the term has. */
    readonly lowest?: 1 | 2 | 3 | 4 | 5
    readonly highest?: 1 | 2 | 3 | 4 | 5
    /** What the grade goes by, where the reference has no text for each. */
    readonly by?: string
    readonly texts: readonly { readonly grade: 1 | 2 | 3 | 4 | 5; readonly text: string }[]
    readonly certainty: Certainty
    readonly source?: string
  }
  readonly incidence: readonly Incidence[]
  /** Expected while a session runs. */
  readonly duringSession: boolean
  /** When to escalate, in words; `always` where any occurrence is. */
  readonly escalate: { readonly always: boolean; readonly when: readonly string[] }
  /** Watched over a course: bladder, liver, cognition, dependence, misuse. */
  readonly watch?: 'bladder' | 'liver' | 'cognition' | 'dependence' | 'misuse' | 'mood'
  /** What else is known of it, each with where it comes from. */
  readonly notes?: readonly { readonly text: string; readonly sources: readonly Citation[] }[]
  /** Which labels list it. */
  readonly listed: readonly Listed[]
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** A label that lists an effect. */
export interface Listed {
  readonly product: string
  readonly jurisdiction: string
  /** First day on which it is known to be listed; left out where the reference gives no date. */
  readonly from?: CivilDate
  /** First day of the dated labels before `from` that are known not to list it. */
  readonly without?: CivilDate
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** The tables of one jurisdiction: what `context.content` holds. */
export interface Content {
  readonly format: 'ketamine-treatment/content/1'
  readonly id: string
  /** Version of the tables, apart from the version of the code. */
  readonly version: string
  /** Countries whose labels bind in this pack whatever the policy names. */
  readonly jurisdictions: readonly string[]
  readonly products: readonly Product[]
  readonly facts: readonly FactRow[]
  /** Record states that stop before any rule runs. */
  readonly records: readonly Rule[]
  readonly contraindications: readonly Rule[]
  readonly interactions: readonly Rule[]
  readonly equivalents: readonly Equivalents[]
  /** Left out in a pack for screening alone: what needs them then refuses by name. */
  readonly dosing?: DosingTables
  readonly session?: SessionTables
  readonly sideEffects?: readonly SideEffect[]
  readonly indication?: IndicationTables
  readonly course?: CourseTables
  readonly sources: readonly Source[]
  /** The words of each action code. */
  readonly actions: Readonly<Record<string, string>>
}

/** All rules of a pack, in the order in which they are listed for a reader. */
export function rulesOf(content: Content): readonly Rule[] {
  return answered(() => {
    const { dosing, session, indication, course } = content
    return [
      ...content.records,
      ...content.contraindications,
      ...content.interactions,
      ...(indication?.rules ?? []),
      ...(indication?.resistanceRules ?? []),
      ...(indication?.workup ?? []),
      ...(dosing?.rules ?? []),
      ...(session?.gates ?? []),
      ...(session?.alarms ?? []),
      ...(session?.release ?? []),
      ...(course?.rules ?? []),
    ]
  })
}

/** A number no source fixes, chosen by a site. */
export interface PolicyNumber {
  readonly value: number
  readonly unit: string
  readonly reason: string
  /** Id of the fact behind the range, where there is one. */
  readonly fact?: string
  /** How sure the sources behind the range are; the choice itself is the site's. */
  readonly certainty?: Certainty
  /** A starting value nobody has signed. */
  readonly proposed?: true
}

/** What a site chooses: numbers, strict or inclusive edges, tables, and rules it holds more strictly. */
export interface Policy {
  readonly format: 'ketamine-treatment/policy/1'
  readonly id: string
  readonly version: string
  /** Countries whose labels bind at this site, beside the pack's own. */
  readonly countries: readonly string[]
  readonly numbers: Readonly<Record<string, PolicyNumber>>
  readonly edges: Readonly<Record<string, 'strict' | 'inclusive'>>
  readonly choices: Readonly<Record<string, string>>
  /** Rule id to a stricter class. */
  readonly raise: Readonly<Record<string, { readonly class: RuleClass; readonly reason: string }>>
  /** Kept, never read. */
  readonly extensions?: unknown
}

/** Everything a judgement depends on beside the patient. Never defaulted from the machine. */
export interface Context {
  /** The instant of the judgement, with its offset. It also selects the rows in force. */
  readonly asOf: string
  /** IANA name of the clinic’s time zone. */
  readonly zone: string
  readonly content: Parsed<Content>
  readonly policy: Parsed<Policy>
  /** Version of the zone tables, where the caller knows it: echoed in provenance. */
  readonly zoneTables?: string
}

/** What is planned. What is left out drops no rule. */
export interface Plan {
  readonly product: string
  readonly indication?: string
  readonly setting?: string
}
