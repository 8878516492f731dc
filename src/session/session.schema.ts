/** One visit as a log of what happened: plain JSON, only ever added to. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { administrations } from '../dosing/administration.schema.ts'
import { PrescribedDose } from '../dosing/dose.schema.ts'
import { quantity } from '../kernel/quantity.schema.ts'
import { instant } from '../kernel/time.schema.ts'
import { Observation } from '../side-effect/side-effect.schema.ts'

const key = z.string().min(1).max(200)
const text = z.string().max(10_000)

/**
 * Vital signs taken together. What was not taken is left out.
 *
 * A value no living adult can have stays in the log as it came: it is listed, never used, clipped or averaged, and no
 * older one stands in for it.
 */
export const Reading = z.strictObject({
  systolic: quantity.optional(),
  diastolic: quantity.optional(),
  heartRate: quantity.optional(),
  respiratoryRate: quantity.optional(),
  oxygenSaturation: quantity.optional(),
  temperature: quantity.optional(),
  /** Whether oxygen was being given. */
  onOxygen: z.enum(['yes', 'no', 'unknown']).optional(),
  position: z.enum(['sitting', 'lying', 'standing', 'unknown']).optional(),
  /** Tried and not readable: the newest reading is then unknown. */
  unread: z
    .array(
      z.enum(['systolic', 'diastolic', 'heartRate', 'respiratoryRate', 'oxygenSaturation', 'temperature']),
    )
    .max(6)
    .optional(),
})
export type Reading = z.infer<typeof Reading>

/** A scale as it was scored elsewhere. A screen that has no total has a level. */
const scale = z.strictObject({
  type: z.literal('scale'),
  instrument: key,
  version: key.optional(),
  total: z.number().optional(),
  level: key.optional(),
})

const reason = { reason: text.optional() }

/** What can happen in a visit, without who wrote it down and when. */
export const Happening = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('booked'),
    kind: z.enum(['preparation', 'dosing', 'integration', 'evaluation']),
    product: key.optional(),
    indication: key.optional(),
    setting: z.enum(['outpatient', 'inpatient', 'remote']).optional(),
    dose: PrescribedDose.optional(),
    /** Id of the schedule of observations; left out, the one the tables name for the product. */
    schedule: key.optional(),
    /** Id of the course it belongs to, and of the planned session in it. */
    course: key.optional(),
    session: key.optional(),
    /** Number of the session in its course. */
    number: z.int().min(1).max(10_000).optional(),
    /** When it is to start. */
    for: instant.optional(),
  }),
  z.strictObject({ type: z.literal('arrived') }),
  /** An answer to a question of the gates or of the way home: the fact it answers, as in a patient’s statements. */
  z.strictObject({
    type: z.literal('answered'),
    fact: key,
    answer: z.enum(['yes', 'no', 'unknown']).optional(),
    grade: key.optional(),
    /** When the thing asked about happened (the last meal), or until when it holds (the stay a clinician asks for). */
    of: instant.optional(),
  }),
  /** Somebody asked whether there was anything of a kind. */
  z.strictObject({
    type: z.literal('asked'),
    about: z.enum(['side-effects', 'symptoms', 'urinary-symptoms', 'medicine-changes']),
    answer: z.enum(['none', 'some', 'unknown']),
  }),
  z.strictObject({ type: z.literal('dose-refused'), ...reason }),
  z.strictObject({ type: z.literal('vitals'), reading: Reading }),
  scale,
  ...administrations,
  z.strictObject({ type: z.literal('effect-observed'), effect: Observation }),
  /** Seen to be gone, not assumed. */
  z.strictObject({ type: z.literal('effect-resolved'), of: key }),
  z.strictObject({ type: z.literal('rescue-given'), what: text, for: key.optional(), ...reason }),
  /** What a screening or an override asked of this visit, by action code. */
  z.strictObject({ type: z.literal('requested'), actions: z.array(key).max(50), rule: key.optional() }),
  z.strictObject({ type: z.literal('note'), text }),
  z.strictObject({ type: z.literal('handover'), to: key }),
  z.strictObject({ type: z.literal('referred'), to: key, for: key.optional(), ...reason }),
  z.strictObject({ type: z.literal('transferred'), to: key, ...reason }),
  z.strictObject({ type: z.literal('admitted'), ...reason }),
  z.strictObject({ type: z.literal('outcome'), of: key, word: key, text: text.optional() }),
  /** A clinician looked at what an earlier visit or this one left open: an event, a referral. */
  z.strictObject({ type: z.literal('reviewed'), of: key, ...reason }),
  /** A clinician finds the person ready to leave. */
  z.strictObject({ type: z.literal('found-ready') }),
  z.strictObject({ type: z.literal('left') }),
  z.strictObject({ type: z.literal('left-against-advice'), ...reason }),
  z.strictObject({ type: z.literal('aborted'), ...reason }),
  z.strictObject({ type: z.literal('cancelled'), ...reason }),
  z.strictObject({ type: z.literal('no-show') }),
])
export type Happening = z.infer<typeof Happening>

const stamp = {
  id: key,
  /** When it happened. Left out where nobody knows: what rests on the time is then unknown. */
  at: instant.optional(),
  /** Counts up with each entry a recorder writes. */
  sequence: z.int().min(0).max(1_000_000_000),
  /** The tablet, pump or person whose clock and count these are. */
  recorder: key,
  /** Written down after the fact: its time may lie before that of the entry written before it. */
  late: z.literal(true).optional(),
  by: z.enum(['clinician', 'nurse', 'patient', 'chaperone', 'device', 'import', 'unknown']),
  source: z.enum(['device', 'person', 'import']),
}

/** One entry of the log. */
export const SessionEvent = z.strictObject({
  ...stamp,
  what: z.union([
    Happening,
    /** The entry `of` should have read so; the original stays. Its own time of happening may be corrected too. */
    z.strictObject({
      type: z.literal('corrected'),
      of: key,
      to: Happening,
      happenedAt: instant.optional(),
      ...reason,
    }),
    /** The entry `of` should not be there; it stays and no longer counts. */
    z.strictObject({ type: z.literal('voided'), of: key, ...reason }),
  ]),
})
export type SessionEvent = z.infer<typeof SessionEvent>

/** A visit. */
export const Session = z.strictObject({
  format: z.literal('ketamine-treatment/session/1'),
  id: key,
  patient: key.optional(),
  events: z.array(SessionEvent).max(100_000),
  /** Kept, never read. */
  extensions: z.unknown().optional(),
})
export type Session = z.infer<typeof Session>
