/** The vital signs of a visit in its record: each reading, and what the pressures did since before the dose. @module */

import type { Writable } from '../patient/moment.ts'
import type { ObservationEntry } from '../patient/patient.schema.ts'
import { addAt, addNow, type RecordDraft } from './record-draft.ts'
import { lostIn, newestBefore, type Timed, type VisitLog, visible } from './record-log.ts'
import type { Entry, HappeningOf } from './state.ts'
import { readVitals, type Vital, type VitalRow, vitalRows } from './vitals.ts'
import { changeFrom } from './vitals-change.ts'

type Took = (entry: Entry<HappeningOf<'vitals'>>) => boolean

/** A cuff reads both at once: where one of the two stands alone, the other was lost. */
const partners: Readonly<Partial<Record<Vital, Vital>>> = { systolic: 'diastolic', diastolic: 'systolic' }

/** Whether an entry took a vital sign, or tried to. */
/* @__NO_SIDE_EFFECTS__ */
function taking(vital: Vital): Took {
  const partner = partners[vital]
  return ({ what: { reading } }) =>
    reading[vital] !== undefined ||
    reading.unread?.includes(vital) === true ||
    (partner !== undefined && reading[partner] !== undefined)
}

const rows: readonly (VitalRow & { readonly took: Took })[] = /* @__PURE__ */ vitalRows.map((row) => ({
  ...row,
  took: taking(row.vital),
}))

/** Adds the readings that rules can see, and the changes of the pressures. */
export function addVitals(draft: RecordDraft, log: VisitLog): void {
  if (log.vitals.length === 0) return
  const { asked, moment } = draft
  for (const row of rows) {
    if (!asked.has(row.fact)) continue
    const seen = visible(log.vitals, row.took, moment.ms - asked.windowMs(row.fact))
    for (const one of seen) draft.observations.push(readingOf(one, row, log))
  }
  for (const pressure of pressures) addChanges(draft, pressure, log)
}

function readingOf(
  one: Timed<'vitals'>,
  { vital, fact, unit }: VitalRow,
  { vitals }: VisitLog,
): ObservationEntry {
  const { id, at, what } = one.entry
  const value = vitalIn(one, vital)
  const made: Writable<ObservationEntry> = { name: fact, status: 'final', from: id }
  // Two entries may share an id where they are in conflict; their pressures are not of one cuff.
  made.group = `visit:${vitals.indexOf(one)}:${id}`
  if (at !== undefined) made.at = at
  if (value === undefined) {
    made.absent = 'not-readable'
    return made
  }
  made.value = { value, unit }
  // Rules ask for room air: without word that none was given, oxygen may have raised it.
  if (vital === 'oxygenSaturation' && what.reading.onOxygen !== 'no') made.bound = 'below'
  return made
}

function vitalIn({ entry }: Timed<'vitals'>, vital: Vital): number | undefined {
  return readVitals(entry.what.reading).values[vital]
}

/** What is made of one of the two pressures. */
interface Pressure {
  readonly vital: 'systolic' | 'diastolic'
  readonly took: Took
  readonly off: string
  readonly rise: string
  readonly trend: string
}

const pressures: readonly Pressure[] = /* @__PURE__ */ (['systolic', 'diastolic'] as const).map((vital) => ({
  vital,
  took: taking(vital),
  off: `${vital}-off-baseline`,
  rise: `${vital}-rise`,
  trend: `${vital}-trend`,
}))

/**
 * How far the newest pressure lies from the last one before the first administration, and from the one before it.
 *
 * Where that last one cannot be read, the change is unknown: no older one stands in for it. Nor is there a change
 * before a pressure was taken after the dose, or while one of the readings has no time and may be any of them.
 */
function addChanges(draft: RecordDraft, pressure: Pressure, log: VisitLog): void {
  const { asked } = draft
  const { off, rise, trend, took } = pressure
  const wantsChange = (asked.has(off) || asked.has(rise)) && log.begun !== Number.POSITIVE_INFINITY
  if (!wantsChange && !asked.has(trend)) return
  const lost = lostIn(log.vitals, took)
  if (lost !== undefined) {
    for (const name of wantsChange ? [off, rise, trend] : [trend])
      if (asked.has(name)) addNow(draft, name, undefined, lost.id)
    return
  }
  const last = newestBefore(log.vitals, took, Number.POSITIVE_INFINITY)
  if (wantsChange) addChange(draft, pressure, last, log)
  if (asked.has(trend)) addTrend(draft, pressure, last, log)
}

function addChange(
  draft: RecordDraft,
  { vital, took, off, rise }: Pressure,
  last: readonly Timed<'vitals'>[],
  { vitals, begun }: VisitLog,
): void {
  const before = oneValue(newestBefore(vitals, took, begun, true), vital)
  for (const one of last) {
    const { id, at } = one.entry
    const value = one.ms > begun ? vitalIn(one, vital) : undefined
    const change = value === undefined || before === undefined ? undefined : changeFrom(before, value)
    const add = (name: string, amount: number | undefined, unit: string) => {
      if (!draft.asked.has(name)) return
      // A change that is unknown is so now, however old the reading is that leaves it open.
      if (amount === undefined) addNow(draft, name, undefined, id)
      else addAt(draft, name, { value: amount, unit }, at, id)
    }
    add(off, change === undefined ? undefined : Math.abs(change.percent), '%')
    add(rise, change?.absolute, 'mm[Hg]')
  }
}

/** The value of readings of one time; none where one cannot be read, or where two differ. */
function oneValue(readings: readonly Timed<'vitals'>[], vital: Vital): number | undefined {
  const [first, ...others] = readings.map((one) => vitalIn(one, vital))
  return others.every((value) => value === first) ? first : undefined
}

/** Against each reading of the time before; of several the engine takes the worst. */
function addTrend(
  draft: RecordDraft,
  { vital, took, trend }: Pressure,
  last: readonly Timed<'vitals'>[],
  { vitals }: VisitLog,
): void {
  const newest = last[0]?.ms ?? Number.NaN
  for (const other of newestBefore(vitals, took, newest)) {
    for (const one of last) {
      const value = vitalIn(one, vital)
      const base = vitalIn(other, vital)
      const change = value === undefined || base === undefined ? undefined : changeFrom(base, value)
      const amount = change === undefined ? undefined : { value: change.absolute, unit: 'mm[Hg]' }
      addAt(draft, trend, amount, one.entry.at, one.entry.id)
    }
  }
}
