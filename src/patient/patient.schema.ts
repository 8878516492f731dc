/** The record of a patient as it comes through the door: plain JSON, every field checked. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { checkBounds } from '../kernel/bounds.ts'
import { quantity } from '../kernel/quantity.schema.ts'
import { partialDate, when } from '../kernel/time.schema.ts'

const text = z.string().max(10_000)
const key = z.string().min(1).max(200)

/** A code as it was recorded. The system is kept as written; aliases are read when facts are asked. */
export const Coding = z.strictObject({
  /** Canonical URI, OID or short name of the code system. */
  system: key,
  code: key,
  display: text.optional(),
})
export type Coding = z.infer<typeof Coding>

const named = {
  /** Identity inside the record: the same id with other content is a conflict. */
  id: key.optional(),
  codes: z.array(Coding).max(50).optional(),
  /** Free text as recorded; it is kept and listed for review, never matched. */
  text: text.optional(),
  /** When the entry was written. Undated entries count as written now. */
  recordedAt: when.optional(),
  /** Where the entry comes from, as the sending system names it. */
  from: key.optional(),
}

/** A diagnosis or problem. */
export const ConditionEntry = z.strictObject({
  ...named,
  clinical: z.enum(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', 'unknown']),
  verification: z.enum([
    'confirmed',
    'provisional',
    'differential',
    'unconfirmed',
    'refuted',
    'entered-in-error',
    'unknown',
  ]),
  onset: when.optional(),
  abated: when.optional(),
  severity: z.enum(['mild', 'moderate', 'severe', 'unknown']).optional(),
  site: text.optional(),
})
export type ConditionEntry = z.infer<typeof ConditionEntry>

/** An ordered, reported or administered medicine. */
export const MedicineEntry = z
  .strictObject({
    ...named,
    status: z.enum([
      'active',
      'on-hold',
      'completed',
      'stopped',
      'cancelled',
      'not-taken',
      'intended',
      'draft',
      'entered-in-error',
      'unknown',
    ]),
    /** `prohibited`: an order not to give. */
    intent: z.enum(['order', 'reported', 'administered', 'plan', 'proposal', 'prohibited', 'unknown']),
    period: z.strictObject({ start: when.optional(), end: when.optional() }).optional(),
    /** The last intake, where it is known better than the end of the period. One of the two, never both. */
    lastTaken: when.optional(),
    dose: z
      .strictObject({
        /** Total amount a day, in mass of the named medicine. */
        perDay: quantity.optional(),
        text: text.optional(),
      })
      .optional(),
    route: text.optional(),
  })
  .refine((entry) => entry.lastTaken === undefined || entry.period?.end === undefined, {
    message: 'two-ends',
    path: ['lastTaken'],
  })
export type MedicineEntry = z.infer<typeof MedicineEntry>

/** An allergy or intolerance, to a substance or an excipient. */
export const AllergyEntry = z.strictObject({
  ...named,
  clinical: z.enum(['active', 'inactive', 'resolved', 'unknown']),
  verification: z.enum(['confirmed', 'presumed', 'unconfirmed', 'refuted', 'entered-in-error', 'unknown']),
  type: z.enum(['allergy', 'intolerance', 'unknown']).optional(),
  criticality: z.enum(['low', 'high', 'unknown']).optional(),
  reaction: text.optional(),
  onset: when.optional(),
})
export type AllergyEntry = z.infer<typeof AllergyEntry>

/** Something that was done. */
export const ProcedureEntry = z.strictObject({
  ...named,
  status: z.enum([
    'completed',
    'in-progress',
    'planned',
    'on-hold',
    'stopped',
    'not-done',
    'entered-in-error',
    'unknown',
  ]),
  performed: when.optional(),
})
export type ProcedureEntry = z.infer<typeof ProcedureEntry>

/** One reading: a vital sign, a laboratory value, a total score. */
export const ObservationEntry = z
  .strictObject({
    ...named,
    /** Id of a measurement fact (`systolic-pressure`), or `other` for what no rule reads. */
    name: key,
    status: z.enum(['final', 'preliminary', 'entered-in-error', 'cancelled', 'unknown']),
    value: quantity.optional(),
    /** The value is only known to lie on this side. */
    bound: z.enum(['below', 'above']).optional(),
    /** Why there is no value that can be read. */
    absent: z.enum(['not-done', 'not-readable', 'out-of-bounds', 'unit-unknown', 'unknown']).optional(),
    /** The laboratory's own upper limit of normal. */
    upperLimit: quantity.optional(),
    at: when.optional(),
    method: text.optional(),
    site: text.optional(),
    /** Readings of one measurement (the two pressures of a cuff) share a group. */
    group: key.optional(),
  })
  .superRefine((entry, check) => {
    const { value, name } = entry
    const found = value === undefined ? 'ok' : checkBounds(name, value)
    if (found === 'impossible') check.addIssue({ code: 'custom', message: 'out-of-bounds', path: ['value'] })
    if (found === 'wrong-unit')
      check.addIssue({ code: 'custom', message: 'unknown-unit', path: ['value', 'unit'] })
  })
export type ObservationEntry = z.infer<typeof ObservationEntry>

/** An answer somebody gave to a question of the rules. */
export const Statement = z
  .strictObject({
    id: key.optional(),
    /** Id of the fact row. */
    fact: key,
    answer: z.enum(['yes', 'no', 'unknown']).optional(),
    /** For facts that have grades: a Child-Pugh class, a NYHA class. */
    grade: z.string().min(1).max(20).optional(),
    /** When it was stated. Without it the statement cannot be placed in time and the fact is unknown. */
    at: when.optional(),
    by: z.enum(['clinician', 'patient', 'device', 'import', 'unknown']),
    method: text.optional(),
    from: key.optional(),
  })
  .refine((entry) => (entry.answer === undefined) !== (entry.grade === undefined), {
    message: 'answer-or-grade',
    path: ['answer'],
  })
export type Statement = z.infer<typeof Statement>

/** A finished or running course of an antidepressant. */
export const AntidepressantTrial = z.strictObject({
  ...named,
  start: when.optional(),
  end: when.optional(),
  highestDosePerDay: quantity.optional(),
  adherence: z.enum(['adequate', 'inadequate', 'unknown']),
  episode: z.enum(['current', 'earlier', 'unknown']),
  outcome: z.enum(['response', 'partial-response', 'no-response', 'unknown']),
  reasonStopped: z.enum(['not-stopped', 'inefficacy', 'intolerance', 'other', 'unknown']),
})
export type AntidepressantTrial = z.infer<typeof AntidepressantTrial>

const attested = z.strictObject({
  at: when.optional(),
  by: z.enum(['clinician', 'patient', 'import', 'unknown']),
})

/** What a person says of a whole list: that nothing is missing, that every entry was read, that there is nothing to list. */
export const Attestation = z.strictObject({
  list: z.enum(['conditions', 'medicines', 'allergies', 'procedures', 'observations']),
  complete: attested.optional(),
  read: attested.optional(),
  /** Nothing to list. It speaks only for a list that is present and empty. */
  noneKnown: attested.optional(),
})
export type Attestation = z.infer<typeof Attestation>

const list = <T extends z.ZodType>(entry: T) => z.array(entry).max(20_000)

/** Everything the library may know of one person. */
export const Patient = z.strictObject({
  format: z.literal('ketamine-treatment/patient/1'),
  id: key.optional(),
  /** What kind of record this is. Anything but `active` stops before any rule runs. */
  record: z.enum(['active', 'deceased', 'merged', 'test', 'other-person', 'unknown']),
  birthDate: partialDate.optional(),
  /** Administrative sex. */
  sex: z.enum(['female', 'male', 'other', 'unknown']).optional(),
  conditions: list(ConditionEntry).optional(),
  medicines: list(MedicineEntry).optional(),
  allergies: list(AllergyEntry).optional(),
  procedures: list(ProcedureEntry).optional(),
  observations: list(ObservationEntry).optional(),
  statements: list(Statement).optional(),
  antidepressantTrials: list(AntidepressantTrial).optional(),
  attestations: z.array(Attestation).max(50).optional(),
  /** Lists that arrived in part (a page of a search, a failed query): absence means nothing there, whatever is attested. */
  incomplete: z
    .array(z.enum(['conditions', 'medicines', 'allergies', 'procedures', 'observations']))
    .max(10)
    .optional(),
  /** Kept, never read. */
  extensions: z.unknown().optional(),
})
export type Patient = z.infer<typeof Patient>
