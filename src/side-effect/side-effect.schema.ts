/** An effect as somebody observed it. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { instant } from '../kernel/time.schema.ts'

const key = z.string().min(1).max(200)
const text = z.string().max(10_000)

/** Each test of seriousness, answered or unknown. Left out is unknown. */
export const SeriousnessAnswers = z.strictObject({
  death: z.enum(['yes', 'no', 'unknown']).optional(),
  lifeThreatening: z.enum(['yes', 'no', 'unknown']).optional(),
  /** Admitted, or a stay prolonged; a visit to an emergency department alone is none. */
  hospitalisation: z.enum(['yes', 'no', 'unknown']).optional(),
  disability: z.enum(['yes', 'no', 'unknown']).optional(),
  congenitalAnomaly: z.enum(['yes', 'no', 'unknown']).optional(),
  /** Asked for products under the FDA. */
  interventionNeeded: z.enum(['yes', 'no', 'unknown']).optional(),
  otherImportant: z.enum(['yes', 'no', 'unknown']).optional(),
})
export type SeriousnessAnswers = z.infer<typeof SeriousnessAnswers>

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
  nextDose: z.enum(['unchanged', 'lower', 'delayed', 'stopped', 'undecided']).optional(),
  serious: SeriousnessAnswers.optional(),
})
export type Observation = z.infer<typeof Observation>
