/** The vital signs of a visit in its record: each reading, and what the pressures did since before the dose. @module */
import { instantMs } from '../kernel/time.ts'
import { addAt, addNow, newestOf, type Point, type RecordDraft, timeOf, visible } from './record-draft.ts'
import type { Reading } from './session.schema.ts'
import type { AnchorPoint, SessionState } from './state.ts'
import { type ReadVitals, readVitals, type Vital, type VitalRow, vitalRows } from './vitals.ts'
import { changeFrom } from './vitals-change.ts'

/** An entry with vital signs. What of it can be read is worked out when it is first asked for. */
interface Taken extends Point {
  readonly reading: Reading
  readonly group: string
  vitals: ReadVitals | undefined
}

/** Adds the readings that rules can see, and the changes of the pressures. */
export function addVitals(draft: RecordDraft, state: SessionState): void {
  const taken: Taken[] = []
  for (const entry of state.entries) {
    const { id, at, what } = entry
    if (what.type !== 'vitals') continue
    // Two entries may share an id where they are in conflict; their pressures are not of one cuff.
    const group = `visit:${taken.length}:${id}`
    taken.push({ id, at, ms: timeOf(entry), reading: what.reading, group, vitals: undefined })
  }
  if (taken.length === 0) return
  for (const row of vitalRows) {
    if (draft.asked.has(row.fact)) addReadings(draft, row, taken)
  }
  for (const pressure of pressures) addChanges(draft, pressure, taken, state.anchors.start)
}

function read(taken: Taken): ReadVitals {
  taken.vitals ??= readVitals(taken.reading)
  return taken.vitals
}

/** A cuff reads both at once: where one of the two stands alone, the other was lost. */
const partners: Readonly<Partial<Record<Vital, Vital>>> = { systolic: 'diastolic', diastolic: 'systolic' }

/** Whether an entry took a vital sign, or tried to. */
function took(vital: Vital): (taken: Taken) => boolean {
  const partner = partners[vital]
  return ({ reading }) =>
    reading[vital] !== undefined ||
    reading.unread?.includes(vital) === true ||
    (partner !== undefined && reading[partner] !== undefined)
}

function addReadings(draft: RecordDraft, row: VitalRow, taken: readonly Taken[]): void {
  const { moment, asked, observations } = draft
  const { vital, fact, unit } = row
  for (const one of visible(taken.filter(took(vital)), asked.windowMs(fact), moment.ms)) {
    const value = read(one).values[vital]
    observations.push({
      name: fact,
      status: 'final',
      ...(value === undefined ? { absent: 'not-readable' as const } : { value: { value, unit } }),
      ...(one.at === undefined ? {} : { at: one.at }),
      group: one.group,
      from: one.id,
      // Rules ask for room air: without word that none was given, oxygen may have raised it.
      ...(vital === 'oxygenSaturation' && value !== undefined && one.reading.onOxygen !== 'no'
        ? { bound: 'below' as const }
        : {}),
    })
  }
}

/** What is made of one of the two pressures. */
interface Pressure {
  readonly vital: 'systolic' | 'diastolic'
  readonly off: string
  readonly rise: string
  readonly trend: string
}

const pressures: readonly Pressure[] = [
  {
    vital: 'systolic',
    off: 'systolic-off-baseline',
    rise: 'systolic-rise',
    trend: 'systolic-trend',
  },
  {
    vital: 'diastolic',
    off: 'diastolic-off-baseline',
    rise: 'diastolic-rise',
    trend: 'diastolic-trend',
  },
]

/**
 * How far the newest pressure lies from the last one before the first administration, and from the one before it.
 *
 * Where that last one cannot be read, the change is unknown: no older one stands in for it. Nor is there a change
 * before a pressure was taken after the dose, or while one of the readings has no time and may be any of them.
 */
function addChanges(
  draft: RecordDraft,
  pressure: Pressure,
  taken: readonly Taken[],
  start: AnchorPoint | undefined,
): void {
  const { asked } = draft
  const { off, rise, trend, vital } = pressure
  const wantsChange = (asked.has(off) || asked.has(rise)) && start !== undefined
  if (!wantsChange && !asked.has(trend)) return
  const mine = taken.filter(took(vital))
  if (mine.length === 0) return
  const lost = mine.find(({ ms }) => Number.isNaN(ms))
  if (lost !== undefined) {
    for (const name of wantsChange ? [off, rise, trend] : [trend])
      if (asked.has(name)) addNow(draft, name, undefined, lost.id)
    return
  }
  const newest = newestOf(mine)
  const last = mine.filter(({ ms }) => ms === newest)
  if (wantsChange) addChange(draft, pressure, mine, last, start)
  if (asked.has(trend)) addTrend(draft, pressure, mine, last)
}

function addChange(
  draft: RecordDraft,
  { vital, off, rise }: Pressure,
  mine: readonly Taken[],
  last: readonly Taken[],
  start: AnchorPoint,
): void {
  const began = start.at === undefined ? Number.NaN : instantMs(start.at)
  const before = lastValue(
    mine.filter(({ ms }) => ms <= began),
    vital,
  )
  for (const one of last) {
    const value = one.ms > began ? read(one).values[vital] : undefined
    const change = value === undefined || before === undefined ? undefined : changeFrom(before, value)
    const add = (name: string, amount: number | undefined, unit: string) => {
      if (!draft.asked.has(name)) return
      // A change that is unknown is so now, however old the reading is that leaves it open.
      if (amount === undefined) addNow(draft, name, undefined, one.id)
      else addAt(draft, name, { value: amount, unit }, one.at, one.id)
    }
    add(off, change === undefined ? undefined : Math.abs(change.percent), '%')
    add(rise, change?.absolute, 'mm[Hg]')
  }
}

/** The value of the newest; none where it cannot be read, or where two of one time differ. */
function lastValue(mine: readonly Taken[], vital: Vital): number | undefined {
  const newest = newestOf(mine)
  const values = mine.filter(({ ms }) => ms === newest).map((one) => read(one).values[vital])
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

/** Against each reading of the time before; of several the engine takes the worst. */
function addTrend(
  draft: RecordDraft,
  { vital, trend }: Pressure,
  mine: readonly Taken[],
  last: readonly Taken[],
): void {
  const newest = last[0]?.ms ?? Number.NaN
  const earlier = mine.filter(({ ms }) => ms < newest)
  const before = newestOf(earlier)
  for (const one of last) {
    for (const other of earlier) {
      if (other.ms !== before) continue
      const value = read(one).values[vital]
      const base = read(other).values[vital]
      const change = value === undefined || base === undefined ? undefined : changeFrom(base, value)
      const amount = change === undefined ? undefined : { value: change.absolute, unit: 'mm[Hg]' }
      addAt(draft, trend, amount, one.at, one.id)
    }
  }
}
