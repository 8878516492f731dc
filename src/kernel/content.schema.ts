/** The shapes of a pack a site adds, and of its policy. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import type { Policy as PolicyRow } from './content.ts'
import type { Source } from './evidence.ts'
import type { Codes, FactRow as Row } from './fact.ts'
import { Protocol } from './protocol.schema.ts'
import type { Protocol as ProtocolRow } from './protocol.ts'
import { Citation, Rule } from './rule.schema.ts'
import type { Rule as RuleRow } from './rule.ts'
import { civilDate } from './time.schema.ts'

const name = z.string().min(1).max(200)
const text = z.string().min(1).max(2_000)
const certainty = z.enum(['S', 'K', 'K?'])
const list = z.enum(['conditions', 'medicines', 'allergies', 'procedures', 'observations'])

const codes = z.strictObject({
  system: z.enum(['icd-10-cm', 'snomed-ct', 'rxnorm', 'atc', 'loinc', 'cvx', 'unii']),
  codes: z.array(name).min(1).max(5_000),
  except: z.array(name).max(500).exactOptional(),
  from: civilDate.exactOptional(),
  display: z.array(text).max(5_000).exactOptional(),
  certainty,
  source: name.exactOptional(),
})

/** What rules may ask: the question and the codes that answer it. */
export const FactRow: z.ZodType<Row> = z.strictObject({
  id: name,
  label: text,
  ask: text,
  kind: z.enum(['condition', 'medicine', 'allergy', 'procedure', 'measurement', 'statement']),
  lists: z.array(list).max(5),
  core: z.array(codes).max(50).exactOptional(),
  history: z.array(codes).max(50).exactOptional(),
  confirm: z.array(codes).max(50).exactOptional(),
  includes: z.array(name).max(500).exactOptional(),
  needsStatement: z.boolean().exactOptional(),
  askedOf: z.literal('childbearing').exactOptional(),
  entryMaxAge: name.exactOptional(),
  statementMaxAge: name.exactOptional(),
  unit: name.exactOptional(),
  grades: z.array(name).max(20).exactOptional(),
  favourable: z.literal(true).exactOptional(),
  speaksOf: name.exactOptional(),
  lasting: z.boolean().exactOptional(),
  means: z.enum(['ask', 'measure', 'decide', 'wait']),
  sources: z.array(Citation).max(50).exactOptional(),
})

/** Rows a site adds to a pack: rules, facts, wider code sets, sources and the words of its actions. */
export const Content: z.ZodType<SiteContent> = z.strictObject({
  format: z.literal('ketamine-treatment/content/1'),
  /** Id of the site’s tables; it is joined to the id of the pack they extend. */
  id: name,
  version: name,
  contraindications: z.array(Rule).max(2_000).exactOptional(),
  interactions: z.array(Rule).max(2_000).exactOptional(),
  /** Rules asked of an ordered dose, or of the next step of one. */
  dosing: z.array(Rule).max(2_000).exactOptional(),
  /** What stands before a dose, what a reading means, and what stands against leaving. */
  gates: z.array(Rule).max(2_000).exactOptional(),
  alarms: z.array(Rule).max(2_000).exactOptional(),
  release: z.array(Rule).max(2_000).exactOptional(),
  /** Asked after a missed session, or of the exposure so far. */
  course: z.array(Rule).max(2_000).exactOptional(),
  /** Protocols of the site, each held against itself by `validateProtocol` before. */
  protocols: z.array(Protocol).max(500).exactOptional(),
  facts: z.array(FactRow).max(2_000).exactOptional(),
  /** Codes added to facts that exist: a wider set, or a product that is one of an ingredient. */
  codes: z
    .array(z.strictObject({ fact: name, kind: z.enum(['core', 'history', 'confirm']), codes }))
    .max(5_000)
    .exactOptional(),
  sources: z
    .array(z.strictObject({ key: name, type: z.enum(['L', 'C', 'P', 'G', 'W']), title: text, url: text }))
    .max(2_000)
    .exactOptional(),
  actions: z.record(name, text).exactOptional(),
  /** Kept, never read. */
  extensions: z.unknown().exactOptional(),
})

/** A site’s rows as TypeScript sees them. */
export interface SiteContent {
  readonly format: 'ketamine-treatment/content/1'
  readonly id: string
  readonly version: string
  readonly contraindications?: readonly RuleRow[]
  readonly interactions?: readonly RuleRow[]
  readonly dosing?: readonly RuleRow[]
  readonly gates?: readonly RuleRow[]
  readonly alarms?: readonly RuleRow[]
  readonly release?: readonly RuleRow[]
  readonly course?: readonly RuleRow[]
  readonly protocols?: readonly ProtocolRow[]
  readonly facts?: readonly Row[]
  readonly codes?: readonly {
    readonly fact: string
    readonly kind: 'core' | 'history' | 'confirm'
    readonly codes: Codes
  }[]
  readonly sources?: readonly Source[]
  readonly actions?: Readonly<Record<string, string>>
  readonly extensions?: unknown
}

/** What a site chooses. Every number carries its reason. */
export const Policy: z.ZodType<PolicyRow> = z.strictObject({
  format: z.literal('ketamine-treatment/policy/1'),
  id: name,
  version: name,
  countries: z.array(name).max(50),
  numbers: z.record(
    name,
    z.strictObject({
      value: z.number().min(0),
      unit: name,
      reason: text,
      fact: name.exactOptional(),
      certainty: certainty.exactOptional(),
      proposed: z.literal(true).exactOptional(),
    }),
  ),
  edges: z.record(name, z.enum(['strict', 'inclusive'])),
  choices: z.record(name, name),
  raise: z.record(
    name,
    z.strictObject({
      class: z.enum(['contraindicated', 'defer', 'specialist-review', 'caution', 'note']),
      reason: text,
    }),
  ),
  /** Kept, never read. */
  extensions: z.unknown().exactOptional(),
})
