/** A visit as far as its monitoring goes, written by hand, and small tables to hold it against. @module */
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { deliveredDose } from '../../src/dosing/delivered.ts'
import { engineOf } from '../../src/judgement/selection.ts'
import type { MonitoringSchedule, ObservationSlot } from '../../src/kernel/content.ts'
import { amount, fromPolicy } from '../../src/kernel/rule.ts'
import { formatInstant, instantMs } from '../../src/kernel/time.ts'
import { type Moment, momentOf } from '../../src/patient/moment.ts'
import type { Happening, Reading } from '../../src/session/session.schema.ts'
import type { Entry, SessionState } from '../../src/session/state.ts'

export const zone = 'America/New_York'
export const { numbers } = engineOf(us, usStartingPolicy)

const began = instantMs('2026-12-02T14:00:00-05:00')

const nothingGiven = deliveredDose([])
if (!nothingGiven.ok) throw new Error('an empty log adds up')

/** So many minutes after two in the afternoon, on the wall clock of the clinic. */
export const minute = (after: number): string => formatInstant(began + after * 60_000, -300)

export const momentAt = (after: number): Moment => momentOf(minute(after), zone)

/** An entry so many minutes after two; without a number its time is not known. */
export const entry = (id: string, at: number | undefined, what: Happening): Entry => ({
  id,
  ...(at === undefined ? { untimed: 'not-recorded' as const } : { at: minute(at) }),
  by: 'nurse',
  source: 'person',
  what,
  original: {
    id,
    ...(at === undefined ? {} : { at: minute(at) }),
    sequence: 0,
    recorder: 'room',
    by: 'nurse',
    source: 'person',
    what,
  },
})

/** A blood pressure, and what else was read with it. */
export const reading = (systolic: number, diastolic: number, more: Reading = {}): Happening => ({
  type: 'vitals',
  reading: {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
    ...more,
  },
})

export const scale = (instrument: string, total?: number): Happening => ({
  type: 'scale',
  instrument,
  ...(total === undefined ? {} : { total }),
})

/** When an anchor was reached: `null` is a time nobody knows. */
interface Reached {
  readonly start?: number | null
  readonly end?: number | null
  readonly firstDevice?: number | null
  readonly lastDevice?: number | null
}

export const visit = (
  asOf: number,
  reached: Reached,
  entries: readonly Entry[] = [],
  running = false,
): SessionState => {
  const point = (name: keyof Reached) => {
    const at = reached[name]
    if (at === undefined) return {}
    return { [name]: { event: name, ...(at === null ? {} : { at: minute(at) }) } }
  }
  return {
    session: 'visit',
    asOf: minute(asOf),
    phase: running ? 'dosing' : 'observing',
    entries,
    leftOut: [],
    anchors: { ...point('start'), ...point('end'), ...point('firstDevice'), ...point('lastDevice') },
    running,
    delivered: nothingGiven.value,
    effects: [],
    issues: [],
  }
}

/** A slot of blood pressure so many minutes after an anchor, on time for 10 and missed after 20. */
export const slot = (at: number, more: Partial<ObservationSlot> = {}): ObservationSlot => ({
  id: `at-${at}`,
  anchor: 'last-device',
  at: amount(at, 'min'),
  observe: ['blood-pressure'],
  early: amount(5, 'min'),
  late: amount(10, 'min'),
  missed: amount(20, 'min'),
  required: true,
  sources: [],
  ...more,
})

export const scheduleOf = (
  slots: readonly ObservationSlot[],
  observation: MonitoringSchedule['observation'] = [
    { anchor: 'last-device', minimum: fromPolicy('observation-esketamine'), sources: [] },
  ],
): MonitoringSchedule => ({
  id: 'by-hand',
  label: 'Written by hand',
  products: ['esketamine-nasal'],
  jurisdictions: ['us'],
  effective: { from: '2019-03-05' },
  slots,
  observation,
  certainty: 'K',
  sources: [],
})
