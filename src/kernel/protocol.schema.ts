/** The shape of a protocol a site writes. What contradicts itself inside this shape `validateProtocol` tells. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import type { Protocol as ProtocolRow } from './protocol.ts'
import { Citation } from './rule.schema.ts'
import { civilDate } from './time.schema.ts'

const name = z.string().min(1).max(200)
const text = z.string().min(1).max(2_000)
const count = z.int().min(1).max(1_000)

/** A hundred years, in each unit a row can count in. */
const longest = { min: 52_596_000, h: 876_600, d: 36_525, wk: 5_217, mo: 1_200, a: 100 } as const

/**
 * An amount of time in one of some units, or the name of a policy number.
 *
 * What a row cannot count in would be read as no limit at all by whoever reads a stored protocol: it is refused here.
 */
function amountIn(units: readonly (keyof typeof longest)[], value: z.ZodNumber) {
  const most = units.map((unit) => longest[unit])
  const given = z
    .strictObject({
      value: value.max(Math.max(...most)),
      unit: z
        .string()
        .refine((unit) => units.some((one) => one === unit), { message: 'unit-of-another' })
        .meta({ enum: [...units] }),
    })
    .refine(({ value, unit }) => units.every((one) => one !== unit || value <= longest[one]), {
      message: 'wrong-shape',
      path: ['value'],
    })
  return z.union([given, z.strictObject({ policy: name })])
}

const some = z.number().min(0)
const whole = some.multipleOf(1)
const hours = amountIn(['min', 'h'], some)
const days = amountIn(['d'], whole)
// A plan shows every other place of a window, and a stored course holds a hundred of them.
const reach = amountIn(['d'], whole.max(49))
const again = amountIn(['d', 'wk', 'mo', 'a'], whole.min(1))

const grounded = {
  certainty: z.enum(['S', 'K', 'K?']),
  sources: z.array(Citation).max(50),
}

const limited = {
  id: name,
  label: text,
  intervals: z.array(name).min(1).max(50).exactOptional(),
  ...grounded,
}

const between = { ...limited, kind: z.enum(['least-between', 'most-between']) }
const most = { ...limited, kind: z.literal('most-sessions'), count }

const limit = z.discriminatedUnion('in', [
  z.strictObject({ ...between, in: z.literal('elapsed-hours'), amount: hours }),
  z.strictObject({ ...between, in: z.literal('civil-days'), amount: days }),
  z.strictObject({ ...most, in: z.enum(['civil-day', 'calendar-week']) }),
  z.strictObject({ ...most, in: z.literal('rolling-hours'), window: hours }),
  z.strictObject({ ...most, in: z.literal('rolling-days'), window: days }),
])

const interval = z.strictObject({
  id: name,
  label: text,
  sessions: z.int().min(1).max(14),
  weeks: z.int().min(1).max(104),
  early: reach,
  late: reach,
  means: text.exactOptional(),
  ...grounded,
})

const dose = z.number().positive().max(10_000)

const doseLine = z.strictObject({
  sessions: z.strictObject({ from: count, to: count.exactOptional() }),
  amounts: z.union([
    z.strictObject({ unit: z.enum(['mg', 'mg/kg']), values: z.array(dose).min(1).max(50) }),
    z.strictObject({ unit: z.enum(['mg', 'mg/kg', 'mg/kg/h']), least: dose, most: dose }),
  ]),
  over: z.strictObject({ value: dose, unit: z.enum(['min', 'h']) }).exactOptional(),
  note: text.exactOptional(),
  ...grounded,
})

const checkpoint = z.strictObject({
  id: name,
  label: text,
  kind: z.enum(['benefit', 'futility', 'interval', 'periodic']),
  at: z.union([
    z.strictObject({ afterSessions: count }),
    z.strictObject({ end: z.literal('phase') }),
    z.strictObject({ every: again }),
  ]),
  blocks: z.boolean(),
  prompt: text,
  because: text,
  ...grounded,
})

const missed = z.strictObject({
  id: name,
  when: z.enum(['any', 'worse']),
  option: z.enum(['continue', 'step-back', 're-induce', 'ask']),
  from: name.exactOptional(),
  to: z.strictObject({ phase: name, interval: name }).exactOptional(),
  text,
  ...grounded,
})

const phaseKind = z.enum(['induction', 'optimisation', 'maintenance'])

const phase = z.strictObject({
  id: name,
  label: text,
  kind: phaseKind,
  weeks: z.int().min(1).max(520).exactOptional(),
  sessions: z.int().min(1).max(400).exactOptional(),
  intervals: z.array(interval).min(1).max(20),
  limits: z.array(limit).max(50),
  doses: z.array(doseLine).max(50),
  checkpoints: z.array(checkpoint).max(50),
  missed: z.array(missed).max(50),
  makesUp: z.enum(['yes', 'no', 'ask']),
  next: name.exactOptional(),
  ...grounded,
})

const assessment = z.strictObject({
  id: name,
  label: text,
  kind: z.enum(['measure', 'contact', 'preparation', 'integration', 'evaluation']),
  instruments: z.array(name).min(1).max(50).exactOptional(),
  anchor: z.union([
    z.strictObject({ is: z.literal('start') }),
    z.strictObject({ is: z.literal('each-session'), every: count.exactOptional() }),
    z.strictObject({ is: z.literal('session'), number: count }),
    z.strictObject({ is: z.literal('phase-end'), phase: name }),
  ]),
  direction: z.enum(['before', 'after']),
  from: days,
  due: days,
  to: days,
  adjunct: name.exactOptional(),
  ...grounded,
})

const effective = z.strictObject({ from: civilDate, to: civilDate.exactOptional() })

/** A protocol: phases, limits, doses, checkpoints, and what follows a missed session. */
export const Protocol: z.ZodType<ProtocolRow> = z.strictObject({
  format: z.literal('ketamine-treatment/protocol/1'),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: name,
  label: text,
  field: z.enum(['psychiatric', 'pain']),
  product: name,
  jurisdictions: z.array(name).min(1).max(50),
  indications: z.array(name).max(50),
  age: z
    .strictObject({
      from: z.int().min(0).max(130).exactOptional(),
      to: z.int().min(0).max(130).exactOptional(),
    })
    .exactOptional(),
  effective,
  basis: z.enum(['label', 'guideline', 'consensus', 'trial', 'practice', 'inference']),
  certainty: grounded.certainty,
  phases: z.array(phase).min(1).max(50),
  limits: z.array(limit).max(50),
  assessments: z.array(assessment).max(100),
  adjuncts: z
    .array(
      z.strictObject({
        id: name,
        label: text,
        need: z.enum(['required', 'optional']),
        effective,
        ...grounded,
      }),
    )
    .max(50),
  studied: z
    .array(
      z.strictObject({
        id: name,
        label: text,
        days: z.strictObject({ from: z.int().min(0).max(36_525), to: z.int().min(0).max(36_525) }),
        phase: phaseKind.exactOptional(),
        ...grounded,
      }),
    )
    .max(100),
  beyond: text,
  sources: grounded.sources,
  checkedOn: civilDate,
  clinicalReview: z.union([z.literal('none'), z.strictObject({ by: name, on: civilDate })]),
  /** Kept, never read. */
  extensions: z.unknown().exactOptional(),
})
