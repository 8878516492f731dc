/** The shapes of a pack a site adds, and of its policy. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { Citation, Rule } from './rule.schema.ts'
import { civilDate } from './time.schema.ts'

const name = z.string().min(1).max(200)
const text = z.string().min(1).max(2_000)
const certainty = z.enum(['S', 'K', 'K?'])
const list = z.enum(['conditions', 'medicines', 'allergies', 'procedures', 'observations'])

const codes = z.strictObject({
  system: z.enum(['icd-10-cm', 'snomed-ct', 'rxnorm', 'atc', 'loinc', 'cvx', 'unii']),
  codes: z.array(name).min(1).max(5_000),
  except: z.array(name).max(500).optional(),
  from: civilDate.optional(),
  display: z.array(text).max(5_000).optional(),
  certainty,
  source: name.optional(),
})

/** What rules may ask: the question and the codes that answer it. */
export const FactRow = z.strictObject({
  id: name,
  label: text,
  ask: text,
  kind: z.enum(['condition', 'medicine', 'allergy', 'procedure', 'measurement', 'statement']),
  lists: z.array(list).max(5),
  core: z.array(codes).max(50).optional(),
  history: z.array(codes).max(50).optional(),
  confirm: z.array(codes).max(50).optional(),
  includes: z.array(name).max(500).optional(),
  needsStatement: z.boolean().optional(),
  askedOf: z.literal('childbearing').optional(),
  entryMaxAge: name.optional(),
  statementMaxAge: name.optional(),
  unit: name.optional(),
  grades: z.array(name).max(20).optional(),
  lasting: z.boolean().optional(),
  means: z.enum(['ask', 'measure', 'decide', 'wait']),
  sources: z.array(Citation).max(50).optional(),
})

/** Rows a site adds to a pack: rules, facts, wider code sets, sources and the words of its actions. */
export const Content = z.strictObject({
  format: z.literal('ketamine-treatment/content/1'),
  /** Id of the site’s tables; it is joined to the id of the pack they extend. */
  id: name,
  version: name,
  contraindications: z.array(Rule).max(2_000).optional(),
  interactions: z.array(Rule).max(2_000).optional(),
  facts: z.array(FactRow).max(2_000).optional(),
  /** Codes added to facts that exist: a wider set, or a product that is one of an ingredient. */
  codes: z
    .array(z.strictObject({ fact: name, kind: z.enum(['core', 'history', 'confirm']), codes }))
    .max(5_000)
    .optional(),
  sources: z
    .array(z.strictObject({ key: name, type: z.enum(['L', 'C', 'P', 'G', 'W']), title: text, url: text }))
    .max(2_000)
    .optional(),
  actions: z.record(name, text).optional(),
  /** Kept, never read. */
  extensions: z.unknown().optional(),
})
export type SiteContent = z.infer<typeof Content>

/** What a site chooses. Every number carries its reason. */
export const Policy = z.strictObject({
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
      fact: name.optional(),
      certainty: certainty.optional(),
      proposed: z.literal(true).optional(),
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
  extensions: z.unknown().optional(),
})
