/** The clinical tables of one jurisdiction, and the numbers a site chooses. @module */

import type { Certainty, Citation, Source } from './evidence.ts'
import type { FactRow } from './fact.ts'
import type { Parsed } from './parsed.ts'
import type { Rule, RuleClass } from './rule.ts'
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
  readonly sources: readonly Source[]
  /** The words of each action code. */
  readonly actions: Readonly<Record<string, string>>
}

/** All rules of a pack, in the order in which they are listed for a reader. */
export function rulesOf(content: Content): readonly Rule[] {
  return answered(() => {
    return [...content.records, ...content.contraindications, ...content.interactions]
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
