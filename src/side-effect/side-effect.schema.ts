/** An effect as somebody observed it. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { instant } from '../kernel/time.schema.ts'

const key = z.string().min(1).max(200)
const text = z.string().max(10_000)
const truth = z.enum(['yes', 'no', 'unknown'])

/** Each test of seriousness, answered or unknown. Left out is unknown. */
export const SeriousnessAnswers = z.strictObject({
  death: truth.optional(),
  lifeThreatening: truth.optional(),
  /** Admitted, or a stay prolonged; a visit to an emergency department alone is none. */
  hospitalisation: truth.optional(),
  disability: truth.optional(),
  congenitalAnomaly: truth.optional(),
  /** Asked for products under the FDA. */
  interventionNeeded: truth.optional(),
  otherImportant: truth.optional(),
})
export type SeriousnessAnswers = z.infer<typeof SeriousnessAnswers>

/** Whether the drug did it, by a named method, with the answers that led there. */
export const CausalityAnswers = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('who-umc'),
    category: z.enum(['certain', 'probable', 'possible', 'unlikely', 'conditional', 'unassessable']),
    answers: z.record(key, truth).optional(),
  }),
  z.strictObject({
    method: z.literal('naranjo'),
    /** As it was scored elsewhere. */
    total: z.int().min(-4).max(13).optional(),
    /** By the number of the question, 1 to 10. */
    answers: z.record(key, truth).optional(),
  }),
])
export type CausalityAnswers = z.infer<typeof CausalityAnswers>

/** One observed effect. Severity is how bad it was; seriousness is a regulatory question of its own. */
export const Observation = z.strictObject({
  /** Id of a row of the catalogue, or `other` with a text. */
  effect: key,
  text: text.optional(),
  /** How bad: 1 mild to 5 death. */
  severity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).optional(),
  /** How much it troubled the person, apart from how bad it was: 0 not at all to 10. */
  distress: z.number().min(0).max(10).optional(),
  onset: instant.optional(),
  course: z.enum(['once', 'continuous', 'intermittent', 'worsening', 'improving', 'unknown']).optional(),
  reportedBy: z.enum(['clinician', 'nurse', 'patient', 'chaperone', 'device', 'unknown']),
  /** What was done about it, and about the drug. */
  action: z.enum(['none', 'watched', 'slowed', 'paused', 'stopped', 'treated', 'unknown']).optional(),
  /** Whether a rescue medicine or measure was given for it. */
  rescue: truth.optional(),
  /** What it does to the next dose, as decided by a person. */
  nextDose: z.enum(['unchanged', 'lower', 'delayed', 'stopped', 'undecided']).optional(),
  serious: SeriousnessAnswers.optional(),
  causality: z.array(CausalityAnswers).max(20).optional(),
})
export type Observation = z.infer<typeof Observation>
