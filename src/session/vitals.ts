/** Vital signs of a visit: which fact each of them is, which way it is worse, and what of a reading can be read. @module */
import { checkBounds } from '../kernel/bounds.ts'
import { type Quantity, valueIn } from '../kernel/quantity.ts'
import type { Reading } from './session.schema.ts'

/** A vital sign, by its name in a reading. */
export type Vital =
  | 'systolic'
  | 'diastolic'
  | 'heartRate'
  | 'respiratoryRate'
  | 'oxygenSaturation'
  | 'temperature'

/** One vital sign. */
export interface VitalRow {
  readonly vital: Vital
  /** Id of the fact that rules ask. */
  readonly fact: string
  readonly unit: 'mm[Hg]' | '/min' | '%' | 'Cel'
  /** Which way a value is worse. The rows of the alarms look this way, and so does the worst reading of a window. */
  readonly worse: readonly ('up' | 'down')[]
}

/** All of them. A low diastolic pressure has no limit in any source that was seen, so only a rise is worse. */
export const vitalRows: readonly VitalRow[] = [
  { vital: 'systolic', fact: 'systolic-pressure', unit: 'mm[Hg]', worse: ['up', 'down'] },
  { vital: 'diastolic', fact: 'diastolic-pressure', unit: 'mm[Hg]', worse: ['up'] },
  { vital: 'heartRate', fact: 'heart-rate', unit: '/min', worse: ['up', 'down'] },
  { vital: 'respiratoryRate', fact: 'respiratory-rate', unit: '/min', worse: ['up', 'down'] },
  { vital: 'oxygenSaturation', fact: 'oxygen-saturation', unit: '%', worse: ['down'] },
  { vital: 'temperature', fact: 'body-temperature', unit: 'Cel', worse: ['up', 'down'] },
]

/** What of a reading can be used. */
export interface ReadVitals {
  /** In the unit of the row. */
  readonly values: Readonly<Partial<Record<Vital, number>>>
  /** Tried and not readable, or impossible: at this time nobody knows. */
  readonly unread: readonly Vital[]
}

/**
 * The values of a reading that a living adult can have, in the units of the table.
 *
 * A pressure whose partner was tried and cannot be read is not read either: the two check one another, and what could
 * not be checked is not surer than what failed. A pressure that was written down alone counts.
 */
export function readVitals(reading: Reading): ReadVitals {
  const known = remembered.get(reading)
  if (known !== undefined) return known
  const read = valuesOf(reading)
  if (isSettled(reading)) remembered.set(reading, read)
  return read
}

// The readings of a log never change and are asked for by every judgement of the visit. Only such are kept.
const remembered = /* @__PURE__ */ new WeakMap<Reading, ReadVitals>()

function isSettled(reading: Reading): boolean {
  const isOwn = Object.isFrozen(reading) && Object.isFrozen(reading.unread)
  return isOwn && vitalRows.every(({ vital }) => Object.isFrozen(reading[vital]))
}

function valuesOf(reading: Reading): ReadVitals {
  const values: Partial<Record<Vital, number>> = {}
  const unread = new Set<Vital>(reading.unread)
  for (const row of vitalRows) {
    const given = reading[row.vital]
    if (given === undefined || unread.has(row.vital)) continue
    const value = possible(row, given)
    if (value === undefined) unread.add(row.vital)
    else values[row.vital] = value
  }
  const { systolic, diastolic } = values
  const inverted = systolic !== undefined && diastolic !== undefined && systolic <= diastolic
  if (inverted || unread.has('systolic') || unread.has('diastolic')) {
    for (const vital of ['systolic', 'diastolic'] as const) {
      if (values[vital] === undefined) continue
      delete values[vital]
      unread.add(vital)
    }
  }
  return { values, unread: vitalRows.map(({ vital }) => vital).filter((vital) => unread.has(vital)) }
}

function possible(row: VitalRow, given: Quantity): number | undefined {
  const found = checkBounds(row.fact, given)
  return found === 'ok' || found === 'unusual' ? valueIn(given, row.unit) : undefined
}
