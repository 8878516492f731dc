/** What was given, as it is written down while it happens. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { quantity } from '../kernel/quantity.schema.ts'
import { Salt } from './dose.schema.ts'

const key = z.string().min(1).max(200)

/** What is left out of an administration is unknown, and makes the amount a range or unknown. */
export const administrations = [
  /** One nasal device, as far as it was emptied. */
  z.strictObject({
    type: z.literal('device-given'),
    /** First, second, third device of the visit. */
    device: z.int().min(1).max(10).optional(),
    outcome: z.enum(['complete', 'partial', 'failed', 'unknown']),
    /** What a full device holds, mg. */
    holds: quantity.optional(),
    /** What a partly emptied one gave, where somebody knows. */
    amount: quantity.optional(),
    lot: key.optional(),
  }),
  /** Given at once: an injection, a bolus, something swallowed or put under the tongue. */
  z.strictObject({
    type: z.literal('dose-given'),
    how: z.enum(['bolus', 'injection', 'swallowed', 'under-the-tongue', 'sprayed']),
    amount: quantity.optional(),
    as: Salt.optional(),
    lot: key.optional(),
  }),
  z.strictObject({
    type: z.literal('infusion-started'),
    /** mg/mL in the bag. */
    concentration: quantity.optional(),
    as: Salt.optional(),
    /** mL/h, or mg/h. */
    rate: quantity.optional(),
    /** What was in the bag or syringe, mL. */
    volume: quantity.optional(),
    lot: key.optional(),
  }),
  z.strictObject({ type: z.literal('infusion-rate-changed'), rate: quantity.optional() }),
  z.strictObject({ type: z.literal('infusion-paused') }),
  z.strictObject({ type: z.literal('infusion-resumed'), rate: quantity.optional() }),
  z.strictObject({
    type: z.literal('infusion-stopped'),
    why: z.enum(['complete', 'early', 'unknown']),
    /** What the pump counted, mL. */
    delivered: quantity.optional(),
    /** What was left in the bag or syringe, mL. */
    left: quantity.optional(),
  }),
  /** Some of what was given did not stay: spat out, spilled, leaked beside the vein, blown out of the nose. */
  z.strictObject({
    type: z.literal('loss-reported'),
    /** Id of the administration it speaks of. */
    of: key,
    how: z.enum(['spat-out', 'spilled', 'leaked', 'blown-out', 'device-failed', 'other']),
    /** How much was lost, where somebody knows; left out, anything up to all of it. */
    amount: quantity.optional(),
  }),
  /** Drawn and thrown away. */
  z.strictObject({ type: z.literal('wasted'), amount: quantity.optional(), of: key.optional() }),
] as const

/** One entry of the part of a log that says what was given. */
export const Administration = z.discriminatedUnion('type', administrations)
export type Administration = z.infer<typeof Administration>
