/** The shape of a rule as outside data: a site’s own rows come in through it. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import type { Citation as CitationRow } from './evidence.ts'
import type { Amount as AmountRow, Condition as ConditionRow, Rule as RuleRow } from './rule.ts'
import { civilDate } from './time.schema.ts'

const name = z.string().min(1).max(200)
const text = z.string().min(1).max(2_000)

const side = z.enum(['above', 'at-least', 'below', 'at-most'])
const comparison = z.union([side, z.strictObject({ side: z.enum(['above', 'below']), edge: name })])
const fromPolicy = z.strictObject({ policy: name })
/** A quantity, or the name of a policy number. */
export const Amount: z.ZodType<AmountRow> = z.union([
  z.strictObject({ value: z.number(), unit: name }),
  fromPolicy,
])
const span = z.union([
  z.strictObject({ value: z.number().min(0), unit: z.enum(['min', 'h', 'd', 'wk', 'mo', 'a']) }),
  fromPolicy,
])
const onlyIfRecorded = z.literal(true).exactOptional()

const leaves = [
  z.strictObject({ kind: z.literal('has'), fact: name, when: z.enum(['current', 'ever']) }),
  z.strictObject({ kind: z.literal('since'), fact: name, is: comparison, span }),
  z.strictObject({ kind: z.literal('takes'), fact: name, within: span.exactOptional() }),
  z.strictObject({
    kind: z.literal('measured'),
    fact: name,
    is: comparison,
    limit: Amount,
    maxAge: span,
    pick: z.enum(['latest', 'worst']),
    relativeTo: z.literal('upper-limit-of-normal').exactOptional(),
    onlyIfRecorded,
  }),
  z.strictObject({ kind: z.literal('age'), is: comparison, limit: Amount }),
  z.strictObject({ kind: z.literal('stated'), fact: name, maxAge: span.exactOptional(), onlyIfRecorded }),
  z.strictObject({
    kind: z.literal('graded'),
    fact: name,
    among: z.array(name).min(1).max(20),
    maxAge: span.exactOptional(),
    onlyIfRecorded,
  }),
  z.strictObject({
    kind: z.literal('daily-amount'),
    fact: name,
    equivalents: z.union([name, fromPolicy]),
    is: comparison,
    limit: Amount,
  }),
] as const

/** A condition: a question, or questions joined by all, any, not and at-least-n. */
export const Condition: z.ZodType<ConditionRow> = z.lazy(() => anyCondition)

const anyCondition = z.discriminatedUnion('kind', [
  ...leaves,
  z.strictObject({
    kind: z.literal('all'),
    // All of nothing always holds: what the plan itself says needs no question.
    of: z.array(Condition).max(100),
  }),
  z.strictObject({
    kind: z.literal('any'),
    of: z.array(Condition).min(1).max(100),
  }),
  z.strictObject({
    kind: z.literal('not'),
    of: Condition,
  }),
  z.strictObject({
    kind: z.literal('at-least-n'),
    n: z.int().min(1),
    of: z.array(Condition).min(1).max(100),
  }),
])

const certainty = z.enum(['S', 'K', 'K?'])

/** A pointer to what was read. */
export const Citation: z.ZodType<CitationRow> = z.strictObject({
  fact: name,
  source: name.exactOptional(),
  section: text.exactOptional(),
  certainty,
  seenOn: civilDate,
})

const ruleClass = z.enum(['contraindicated', 'defer', 'specialist-review', 'caution', 'note'])

/** One clinical rule. A rule whose source was not seen cannot be `contraindicated`. */
export const Rule: z.ZodType<RuleRow> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)+$/),
    version: z.int().min(1),
    statement: text,
    class: ruleClass,
    elsewhere: ruleClass.exclude(['contraindicated']).exactOptional(),
    basis: z.enum(['label', 'guideline', 'consensus', 'trial', 'practice', 'inference']),
    certainty,
    asked: z
      .array(
        z.enum(['screening', 'session', 'dose', 'titration', 'monitoring', 'release', 'missed', 'exposure']),
      )
      .min(1)
      .max(8),
    hard: z.literal(true).exactOptional(),
    grade: z.enum(['alert', 'stop', 'emergency']).exactOptional(),
    scope: z.strictObject({
      products: z.array(name).min(1).max(50),
      jurisdictions: z.array(name).min(1).max(50),
      settings: z.array(name).max(50).exactOptional(),
      indications: z.array(name).max(50).exactOptional(),
      exceptIndications: z.array(name).max(50).exactOptional(),
      effective: z.strictObject({ from: civilDate, to: civilDate.exactOptional() }),
    }),
    when: Condition,
    because: text,
    actions: z
      .array(
        z.strictObject({
          kind: z.enum(['measure', 'monitor', 'refer', 'document', 'wait-until', 'ask']),
          code: name,
        }),
      )
      .max(20),
    sources: z.array(Citation).max(50),
    checkedOn: civilDate,
    checkBy: civilDate,
    clinicalReview: z.union([z.literal('none'), z.strictObject({ by: name, on: civilDate })]),
  })
  .refine((rule) => rule.class !== 'contraindicated' || rule.certainty === 'S', {
    message: 'unseen-hard-stop',
    path: ['class'],
  })
