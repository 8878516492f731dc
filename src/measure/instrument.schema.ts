/** The shapes of a site’s own instruments, definitions of an outcome and tables of conversion. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import type {
  ConversionTable as ConversionRow,
  Instrument as InstrumentRow,
  OutcomeDefinition as OutcomeRow,
  Test as TestRow,
} from '../kernel/instrument.ts'
import { Citation } from '../kernel/rule.schema.ts'
import { instrumentFaults } from './instrument-faults.ts'

/** Ids are names of rows, and never text: they stand in the path of a refusal. */
const id = z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/)
const text = z.string().min(1).max(2_000)
const score = z.int().min(-1_000_000).max(1_000_000)
const certainty = z.enum(['S', 'K', 'K?'])
const cited = { certainty, sources: z.array(Citation).max(50) }
const side = z.enum(['at-least', 'at-most'])
const percent = z.number().gt(0).max(100)
const count = z.int().min(1).max(10_000)

const range = z.strictObject({ least: z.number(), most: z.number() })

const item = z.strictObject({
  id,
  label: text,
  values: z.array(score).min(1).max(1_001),
  reversed: z.literal(true).exactOptional(),
  notAssessed: score.exactOptional(),
  unscored: z.literal(true).exactOptional(),
  notAskedIf: z.strictObject({ item: id, is: score }).exactOptional(),
  loinc: id.exactOptional(),
  answers: z
    .array(z.strictObject({ code: z.string().min(1).max(200), value: score }))
    .max(1_001)
    .exactOptional(),
})

const items = z.array(id).min(1).max(500)

const sum = z.strictObject({
  kind: z.literal('sum'),
  of: z
    .array(
      z.union([id, z.strictObject({ id, highestOf: items, oneOf: z.array(items).max(50).exactOptional() })]),
    )
    .min(1)
    .max(500),
  times: z.int().min(1).max(1_000).exactOptional(),
})
const mean = z.strictObject({ kind: z.literal('mean'), of: items })

const missing = z.strictObject({
  id,
  atMost: z.int().min(0).max(500),
  text,
  convention: z.literal(true).exactOptional(),
  ...cited,
})

/** A question about the answers of a form. */
const Test: z.ZodType<TestRow> = z.lazy(() => anyTest)
const parts = z.array(Test).min(1).max(100)

const anyTest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), item: id, is: side, value: z.number() }),
  z.strictObject({ kind: z.literal('total'), of: id.exactOptional(), is: side, value: z.number() }),
  z.strictObject({
    kind: z.literal('count'),
    of: parts,
    from: z.int().min(0),
    to: z.int().min(0).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('all'), of: parts }),
  z.strictObject({ kind: z.literal('any'), of: parts }),
  z.strictObject({ kind: z.literal('not'), of: Test }),
])

const criterion = cited

/** What counts as response, remission and relapse on one instrument: a site’s own, with where it comes from. */
export const OutcomeDefinition: z.ZodType<OutcomeRow> = z.strictObject({
  id,
  label: text,
  instrument: id,
  response: z.strictObject({ ...criterion, percent }),
  partialResponse: z.strictObject({ ...criterion, percent }).exactOptional(),
  remission: z.strictObject({ ...criterion, is: side, value: z.number() }).exactOptional(),
  earlyImprovement: z.strictObject({ ...criterion, percent, withinDays: count }).exactOptional(),
  rapidResponse: z.strictObject({ ...criterion, percent, withinHours: count }).exactOptional(),
  sustainedResponse: z
    .strictObject({ ...criterion, byDay: count, toDay: count, excursions: z.int().min(0).max(1_000) })
    .refine(({ byDay, toDay }) => byDay < toDay, { message: 'wrong-shape', path: ['toDay'] })
    .exactOptional(),
  consistentRemission: z.strictObject({ ...criterion, visits: count.min(2) }).exactOptional(),
  relapse: z
    .strictObject({
      ...criterion,
      is: side,
      value: z.number(),
      visits: count,
      apartDays: z
        .strictObject({ least: z.int().min(0), most: count })
        .refine(({ least, most }) => least <= most, { message: 'wrong-shape', path: ['most'] }),
      events: z.boolean(),
    })
    .exactOptional(),
  recovery: z.strictObject({ ...criterion, months: count }).exactOptional(),
  judgeFrom: z.strictObject({ ...criterion, days: z.int().min(0).max(10_000) }).exactOptional(),
})

const level = z.strictObject({
  id,
  tier: z.enum(['none', 'low', 'moderate', 'high']),
  meaning: text,
  when: Test,
  actions: z.array(text).max(20),
  ...cited,
})

/** One instrument, in one version, for one rater and one recall period. Its parts have to fit together. */
export const Instrument: z.ZodType<InstrumentRow> = z
  .strictObject({
    format: z.literal('ketamine-treatment/instrument/1'),
    id,
    title: text,
    version: text,
    measures: text,
    rater: z.enum(['self', 'clinician']),
    recall: z.strictObject({ label: text, days: count.exactOptional() }),
    worse: z.enum(['higher', 'lower', 'neither']),
    items: z.array(item).max(500),
    scoring: z.discriminatedUnion('kind', [
      sum,
      mean,
      z.strictObject({ kind: z.literal('stated') }),
      z.strictObject({ kind: z.literal('none') }),
    ]),
    range: range.exactOptional(),
    missing,
    subscales: z
      .array(
        z.strictObject({
          id,
          label: text,
          scoring: z.discriminatedUnion('kind', [sum, mean]),
          range,
          missing: missing.exactOptional(),
          domain: z.enum(['anhedonia', 'sleep', 'suicidality']).exactOptional(),
          ...cited,
        }),
      )
      .max(100),
    bandSets: z
      .array(
        z.strictObject({
          id,
          label: text,
          of: id.exactOptional(),
          bands: z
            .array(z.strictObject({ id, from: score, to: score }))
            .min(1)
            .max(100),
          ...cited,
        }),
      )
      .max(50),
    flags: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(['safety', 'screen', 'algorithm', 'attention']),
          label: text,
          when: Test,
          for: z.enum(['female', 'male']).exactOptional(),
          actions: z.array(text).max(20).exactOptional(),
          ...cited,
        }),
      )
      .max(100),
    triage: z
      .strictObject({
        id,
        label: text,
        // Without a level there is a check of contradictions and nothing more.
        levels: z.array(level).max(50),
        inconsistent: z.array(z.strictObject({ id, label: text, when: Test })).max(50),
      })
      .exactOptional(),
    change: z
      .array(
        z.strictObject({
          id,
          of: id.exactOptional(),
          kind: z.enum(['important', 'reliable', 'end-point']),
          label: text,
          points: z.number().exactOptional(),
          to: z.number().exactOptional(),
          percent: percent.exactOptional(),
          ...cited,
        }),
      )
      .max(100),
    outcomes: z.array(OutcomeDefinition).max(100),
    codes: z
      .array(
        z.strictObject({
          system: z.enum(['loinc', 'snomed-ct']),
          of: z.enum(['panel', 'total', 'answer-list', 'level']),
          code: id,
          ...cited,
        }),
      )
      .max(200),
    licence: z.strictObject({
      status: text,
      wording: z.enum(['yes', 'no']),
      notice: text.exactOptional(),
      ...cited,
    }),
    notes: z.array(z.strictObject({ text, ...cited })).max(100),
    sources: z.array(Citation).max(100),
  })
  .superRefine((instrument, check) => {
    for (const { code, path } of instrumentFaults(instrument)) {
      check.addIssue({ code: 'custom', message: code, path: [...path] })
    }
  })

/** A published table from one scale to another. */
export const ConversionTable: z.ZodType<ConversionRow> = z
  .strictObject({
    id,
    label: text,
    from: id,
    to: id,
    method: z.enum(['equipercentile', 'item-response']),
    sample: text,
    error: text,
    seenInPart: z.literal(true).exactOptional(),
    rows: z
      .array(
        z.strictObject({
          from: z.number(),
          to: range,
          doubtful: z.literal(true).exactOptional(),
        }),
      )
      .min(1)
      .max(10_000),
    ...cited,
  })
  .superRefine(({ from, to, rows }, check) => {
    const wrong = (code: string, ...path: (string | number)[]): void => {
      check.addIssue({ code: 'custom', message: code, path })
    }
    if (from === to) wrong('wrong-shape', 'to')
    for (const [n, row] of rows.entries()) {
      if (row.to.least > row.to.most) wrong('wrong-shape', 'rows', n, 'to')
      const before = rows[n - 1]
      if (before !== undefined && before.from >= row.from) wrong('id-clash', 'rows', n, 'from')
    }
  })
