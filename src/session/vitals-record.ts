/** A reading as a record that rules can be held against. @module */
import type { Quantity } from '../kernel/quantity.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { ObservationEntry, Patient, Statement } from '../patient/patient.schema.ts'
import type { ReadVitals, Vital } from './vitals.ts'
import { vitalRows } from './vitals.ts'
import { type Change, changeFrom } from './vitals-change.ts'

/** What is known at the moment of a reading. */
export interface Taken {
  readonly at: Instant | undefined
  readonly vitals: ReadVitals
  /** Whether oxygen was being given; left out, nobody said. */
  readonly onOxygen: Truth | undefined
  /** The values before the dose; none where nobody has them. */
  readonly baseline: ReadVitals['values']
  readonly signs: Readonly<Record<string, Truth>>
  /** Scores, by the id of their fact. */
  readonly scales: Readonly<Record<string, number>>
  /** Everything else that rules may ask. */
  readonly patient: Patient | undefined
}

/** The changes from the baseline, as far as both sides are known. */
export function changesOf({ vitals, baseline }: Taken): Readonly<Partial<Record<Vital, Change>>> {
  const changes: Partial<Record<Vital, Change>> = {}
  for (const { vital } of vitalRows) {
    const before = baseline[vital]
    const now = vitals.values[vital]
    const change = before === undefined || now === undefined ? undefined : changeFrom(before, now)
    if (change !== undefined) changes[vital] = change
  }
  return changes
}

/** The facts that hold the change of a pressure. */
export const changeFacts = {
  systolic: { rise: 'systolic-rise', off: 'systolic-off-baseline' },
  diastolic: { rise: 'diastolic-rise', off: 'diastolic-off-baseline' },
} as const

/**
 * The record: the patient’s own, with this reading for all its observations and the signs beside its statements.
 *
 * Observations of the patient from before are left out, so that none of them stands in for a value that is missing here.
 */
export function recordOf(taken: Taken): Patient {
  const { at, vitals, onOxygen, signs, scales, patient } = taken
  const time = at === undefined ? {} : { at }
  const reading = { status: 'final', group: 'reading', ...time } as const
  const observations: ObservationEntry[] = []
  for (const { vital, fact, unit } of vitalRows) {
    const value = vitals.values[vital]
    // Rules ask for room air: without word that none was given, oxygen may have raised it.
    const bound = vital === 'oxygenSaturation' && onOxygen !== 'no' ? { bound: 'below' as const } : {}
    if (value !== undefined) observations.push({ name: fact, ...reading, ...bound, value: { value, unit } })
    else if (vitals.unread.includes(vital))
      observations.push({ name: fact, ...reading, absent: 'not-readable' })
  }
  const changes = changesOf(taken)
  for (const vital of ['systolic', 'diastolic'] as const) {
    const change = changes[vital]
    if (change === undefined) continue
    const { rise, off } = changeFacts[vital]
    const add = (name: string, value: Quantity) => observations.push({ name, ...reading, value })
    add(rise, { value: change.absolute, unit: 'mm[Hg]' })
    add(off, { value: Math.abs(change.percent), unit: '%' })
  }
  for (const name of Object.keys(scales)) {
    const score = scales[name]
    if (score !== undefined) observations.push({ name, ...reading, value: { value: score, unit: '{score}' } })
  }
  const found: Statement[] = Object.keys(signs).map((fact) => ({
    fact,
    answer: signs[fact] ?? 'unknown',
    ...time,
    by: 'clinician',
  }))
  return {
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    ...patient,
    observations,
    statements: [...(patient?.statements ?? []), ...found],
  }
}

/** Whether a baseline was taken before a reading, as far as the two times tell. */
export function isBefore(baseline: Instant | undefined, reading: Instant): boolean {
  return baseline === undefined || instantMs(baseline) <= instantMs(reading)
}
