/** Which observations are waiting, due, overdue, done or missed. @module */
import { badArgument } from '../kernel/codes.ts'
import type { Anchor, MonitoringSchedule, ObservationSlot, Observed } from '../kernel/content.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { Moment } from '../patient/moment.ts'
import type { Numbers } from '../patient/question.ts'
import { anchorPoint, elapsedMs, instantIn } from './schedule.ts'
import type { Entry, SessionState } from './state.ts'
import { readVitals } from './vitals.ts'

export { observationLeft, scheduleFor } from './schedule.ts'

/** One observation that a schedule asks for. */
export interface DueObservation {
  /** Id of the row of the schedule. */
  readonly slot: string
  /** Which of a row that repeats, from 1. */
  readonly turn?: number
  readonly anchor: Anchor
  /** Minutes after the anchor; below 0 before it. */
  readonly minutes: number
  readonly observe: readonly Observed[]
  /** Without it nobody is ready to leave. */
  readonly required: boolean
  /** Left out where its anchor was not reached, or at a time nobody can tell. */
  readonly dueAt?: Instant
  /** From when a reading counts for it, up to when it is on time, and after when it was missed. */
  readonly from?: Instant
  readonly lateAt?: Instant
  readonly missedAt?: Instant
  /** `waiting` up to its due time, also while a reading would count already; `unknown`: its anchor has no time, or an
   *  entry without one may have been it. */
  readonly status: 'waiting' | 'due' | 'overdue' | 'done' | 'done-late' | 'missed' | 'unknown'
  /** Ids of the entries it was done by, the first that sufficed. */
  readonly by?: readonly string[]
}

/** One due time, while readings are handed out. */
interface Place {
  readonly row: ObservationSlot
  readonly turn: number | undefined
  readonly minutes: number
  readonly due: number
  readonly from: number
  readonly late: number
  readonly missed: number
  /** It may be that nobody had to do it any more. */
  readonly isOpen: boolean
  /** What its row takes in, as bits. */
  readonly takes: number
  /** The first entry that brought each thing. */
  readonly brought: Map<Observed, { readonly at: number; readonly id: string }>
}

/** An entry that observed something. */
interface Observing {
  readonly id: string
  readonly at: number
  /** As bits. */
  readonly things: number
}

/** Where one observation stands, without the words and times that are for reading. */
export interface Check {
  readonly row: ObservationSlot
  readonly turn: number | undefined
  readonly status: DueObservation['status']
}

/**
 * Every observation of a schedule with where it stands, by due time; those without one last.
 *
 * Which reading counts for which: a reading fills, of the due times counted from one anchor, the nearest one in whose
 * window it lies (the earlier of two as near) and to which it brings something. The window is open from `early` before
 * the due time to `missed` after it, both included. The clocks of two anchors are kept apart, so that a reading may be
 * due by both. An observation is done once everything it takes in was brought to it, by one entry or several; it counts
 * as done when the last of it was. A reading without a time fills nothing, and what it may have filled is not missed
 * but unknown.
 *
 * A row that repeats is laid out up to now, with the one after.
 *
 * @throws Refusal `bad-argument`, `policy-incomplete`
 */
export function dueObservations(
  state: SessionState,
  schedule: MonitoringSchedule,
  numbers: Numbers,
  moment: Moment,
): readonly DueObservation[] {
  const taken = state.entries.map((entry) => ({
    entry,
    ms: entry.at === undefined ? Number.NaN : instantMs(entry.at),
  }))
  return standings(state, taken, schedule, numbers, moment).map((standing) => shown(standing, moment))
}

/**
 * Where the observations stand without which nobody leaves. Nothing else is worked out: an entry outside their windows
 * can fill none of them.
 *
 * @param taken - the entries with vital signs or scales
 */
export function requiredChecks(
  state: SessionState,
  taken: readonly Taken[],
  schedule: MonitoringSchedule,
  numbers: Numbers,
  moment: Moment,
): readonly Check[] {
  return standings(state, taken, schedule, numbers, moment, true)
    .filter(({ row }) => row.required)
    .map(({ row, status, place }) => ({ row, status, turn: place?.turn }))
}

/** An entry with its time in ms; not a number where nobody can tell. */
interface Taken {
  readonly entry: Entry
  readonly ms: number
}

/** One observation, and its due time where it has one. */
interface Standing {
  readonly row: ObservationSlot
  readonly minutes: number
  readonly place: Place | undefined
  readonly status: DueObservation['status']
}

function standings(
  state: SessionState,
  taken: readonly Taken[],
  schedule: MonitoringSchedule,
  numbers: Numbers,
  moment: Moment,
  onlyRequired = false,
): readonly Standing[] {
  const places: Place[] = []
  const unplaced: Standing[] = []
  for (const row of schedule.slots) {
    const point = anchorPoint(state, row.anchor)
    if (point?.at === undefined) unplaced.push(withoutTime(row, numbers, point === undefined))
    else places.push(...placesOf(row, instantMs(point.at), state, numbers, moment))
  }
  const asked = onlyRequired ? places.filter(({ row }) => row.required) : places
  const timed: Observing[] = []
  let untimed = 0
  for (const { entry, ms } of taken) {
    if (Number.isNaN(ms)) untimed |= thingsIn(entry)
    else if (asked.some(({ from, missed }) => from <= ms && ms <= missed)) {
      const things = thingsIn(entry)
      if (things !== 0) timed.push({ id: entry.id, at: ms, things })
    }
  }
  putInOrder(timed, (a, b) => a.at - b.at || byText(a.id, b.id))
  for (const observing of timed) handOut(observing, places)
  const inOrder = putInOrder(places, (a, b) => a.due - b.due)
  const placed = inOrder.map((place): Standing => {
    const { row, minutes } = place
    return { row, minutes, place, status: statusOf(place, untimed, moment.ms) }
  })
  return [...placed, ...unplaced]
}

/** Each thing as a bit, so that sets of them are numbers. */
const bits: Readonly<Record<Observed, number>> = {
  'blood-pressure': 1,
  'heart-rate': 2,
  'oxygen-saturation': 4,
  'respiratory-rate': 8,
  alertness: 16,
  dissociation: 32,
}

/** What an entry observed that can be read. */
function thingsIn({ what }: Entry): number {
  if (what.type === 'vitals') {
    const { systolic, diastolic, heartRate, oxygenSaturation, respiratoryRate } = readVitals(
      what.reading,
    ).values
    return (
      (systolic !== undefined && diastolic !== undefined ? bits['blood-pressure'] : 0) |
      (heartRate === undefined ? 0 : bits['heart-rate']) |
      (oxygenSaturation === undefined ? 0 : bits['oxygen-saturation']) |
      (respiratoryRate === undefined ? 0 : bits['respiratory-rate'])
    )
  }
  if (what.type !== 'scale' || what.total === undefined) return 0
  const thing = Object.hasOwn(scales, what.instrument) ? scales[what.instrument] : undefined
  return thing === undefined ? 0 : bits[thing]
}

const scales: Readonly<Record<string, Observed>> = {
  moaas: 'alertness',
  rass: 'alertness',
  'cadss-23': 'dissociation',
  'cadss-28': 'dissociation',
}

function withoutTime(row: ObservationSlot, numbers: Numbers, isAhead: boolean): Standing {
  const minutes = elapsedMs(row.at, numbers) / 60_000
  return { row, minutes, place: undefined, status: isAhead ? 'waiting' : 'unknown' }
}

function shown({ row, minutes, place, status }: Standing, moment: Moment): DueObservation {
  const { id, anchor, observe, required } = row
  const base = { slot: id, anchor, minutes, observe, required }
  if (place === undefined) return { ...base, status }
  const isDone = status === 'done' || status === 'done-late'
  return {
    ...base,
    ...(place.turn === undefined ? {} : { turn: place.turn }),
    dueAt: instantIn(place.due, moment),
    from: instantIn(place.from, moment),
    lateAt: instantIn(place.late, moment),
    missedAt: instantIn(place.missed, moment),
    status,
    ...(isDone
      ? { by: [...new Set(row.observe.flatMap((thing) => place.brought.get(thing)?.id ?? []))] }
      : {}),
  }
}

// A visit that nobody closed would go on for years; what was missed by then is told by fewer.
const mostTurns = 2000

function placesOf(
  row: ObservationSlot,
  anchor: number,
  state: SessionState,
  numbers: Numbers,
  moment: Moment,
): Place[] {
  const first = elapsedMs(row.at, numbers)
  const [early, late, missed] = [row.early, row.late, row.missed].map((span) => elapsedMs(span, numbers))
  const takes = row.observe.reduce((all, thing) => all | bits[thing], 0)
  const place = (after: number, turn: number | undefined, isOpen: boolean): Place => {
    const due = anchor + after
    return {
      row,
      takes,
      turn,
      minutes: after / 60_000,
      due,
      from: due - (early ?? 0),
      late: due + (late ?? 0),
      missed: due + Math.max(late ?? 0, missed ?? 0),
      isOpen,
      brought: new Map(),
    }
  }
  if (row.every === undefined) return [place(first, undefined, false)]
  const every = elapsedMs(row.every, numbers)
  if (!(every > 0)) throw new Refusal(badArgument, 'schedule.every')
  const stop = stopOf(row, state)
  const places: Place[] = []
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    const after = first + (turn - 1) * every
    // What falls on the last moment is still asked for.
    if (anchor + after > stop.at) break
    places.push(place(after, turn, stop.isOpen))
    if (anchor + after > moment.ms) break
  }
  return places
}

/** Up to when a row repeats, and whether it may have been over at some time nobody can tell. */
function stopOf(
  row: ObservationSlot,
  state: SessionState,
): { readonly at: number; readonly isOpen: boolean } {
  const endless = { at: Number.POSITIVE_INFINITY, isOpen: false }
  if (row.until === 'end') {
    const end = anchorPoint(state, 'end')
    if (end === undefined) return endless
    return end.at === undefined ? { ...endless, isOpen: true } : { at: instantMs(end.at), isOpen: false }
  }
  const departures = state.entries.filter(
    ({ what }) => what.type === 'left' || what.type === 'left-against-advice',
  )
  if (departures.length === 0) return endless
  if (departures.some(({ at }) => at === undefined)) return { ...endless, isOpen: true }
  return { at: Math.min(...departures.map(({ at }) => instantMs(at ?? ''))), isOpen: false }
}

function handOut({ id, at, things }: Observing, places: readonly Place[]): void {
  let nearest: Map<Anchor, Place> | undefined
  for (const place of places) {
    if (at < place.from || at > place.missed || (place.takes & things) === 0) continue
    nearest ??= new Map()
    const known = nearest.get(place.row.anchor)
    if (known === undefined || isNearer(at, place, known)) nearest.set(place.row.anchor, place)
  }
  if (nearest === undefined) return
  for (const place of places) {
    // Rows of one anchor that fall on one time are one occasion.
    if (at < place.from || at > place.missed || nearest.get(place.row.anchor)?.due !== place.due) continue
    for (const thing of place.row.observe) {
      if ((bits[thing] & things) !== 0 && !place.brought.has(thing)) place.brought.set(thing, { at, id })
    }
  }
}

function isNearer(at: number, place: Place, than: Place): boolean {
  const difference = Math.abs(at - place.due) - Math.abs(at - than.due)
  return difference < 0 || (difference === 0 && place.due < than.due)
}

function statusOf(place: Place, untimed: number, now: number): DueObservation['status'] {
  const { row, due, late, missed, brought, isOpen } = place
  let last = Number.NEGATIVE_INFINITY
  let isLacking = false
  // Whether entries without a time may have brought all that is lacking.
  let mayBeThere = true
  for (const thing of row.observe) {
    const by = brought.get(thing)
    if (by !== undefined) last = Math.max(last, by.at)
    else {
      isLacking = true
      mayBeThere &&= (untimed & bits[thing]) !== 0
    }
  }
  if (!isLacking) return last > late ? 'done-late' : 'done'
  if (now < due) return 'waiting'
  if (isOpen || (now > missed && mayBeThere)) return 'unknown'
  if (now <= late) return 'due'
  return now <= missed ? 'overdue' : 'missed'
}
