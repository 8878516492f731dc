/** The vital signs of a whole visit: the worst counts, never a mean. @module */
import { isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { type AssessedVital, assessTaken } from './assess-vitals.ts'
import type { Entry, HappeningOf, SessionState } from './state.ts'
import { type ReadVitals, readVitals, type Vital, type VitalRow, vitalRows } from './vitals.ts'
import { type VitalGrade, worstOf } from './vitals-grade.ts'

/** One value of a visit. */
export interface ValueSeen {
  readonly value: number
  readonly unit: string
  /** Id of the entry. */
  readonly event: string
  /** Left out where nobody knows. */
  readonly at?: Instant
}

/** The worst of one vital sign in a stretch of time, in each direction that is worse. */
export interface WorstOfVital {
  readonly vital: Vital
  readonly highest?: ValueSeen
  readonly lowest?: ValueSeen
  /** Entries that tried it and could not read it. */
  readonly unread: readonly string[]
}

/**
 * The worst reading of each vital sign that was taken in the minutes before a moment, both ends included.
 *
 * A reading without a time may have been taken then, so it counts. Of two alike the later entry is named.
 *
 * @param state - a visit as `replaySession` returned it
 * @param window - minutes before its moment, 0 or more; left out, the whole visit
 * @returns the vital signs that were read or tried, in a fixed order, in the units of the tables
 * @throws Refusal `bad-argument`
 *
 * @example
 * ```ts
 * worstInWindow(replaySession(visit, now), 15) // => []
 * ```
 *
 * @see requirement R-43: the worst reading of the window counts, and none is averaged
 */
export function worstInWindow(state: SessionState, window?: number): readonly WorstOfVital[] {
  return answered(() => {
    const given = window ?? Number.POSITIVE_INFINITY
    if (!isObject(state) || !Array.isArray(state.entries)) throw new Refusal(badArgument, 'state')
    if (typeof given !== 'number' || !(given >= 0)) throw new Refusal(badArgument, 'window')
    const from = instantMs(state.asOf) - given * 60_000
    const taken = state.entries.filter(isVitals).filter(({ at }) => at === undefined || instantMs(at) >= from)
    return deepFreeze(vitalRows.map((row) => worstOfVital(row, taken)).filter(isSeen))
  })
}

function worstOfVital(
  { vital, unit, worse }: VitalRow,
  taken: readonly Entry<HappeningOf<'vitals'>>[],
): WorstOfVital {
  let highest: ValueSeen | undefined
  let lowest: ValueSeen | undefined
  const unread: string[] = []
  for (const { id, at, what } of taken) {
    const read = readVitals(what.reading)
    if (read.unread.includes(vital)) unread.push(id)
    const value = read.values[vital]
    if (value === undefined) continue
    const seen = { value, unit, event: id, ...(at === undefined ? {} : { at }) }
    if (worse.includes('up') && value >= (highest?.value ?? value)) highest = seen
    if (worse.includes('down') && value <= (lowest?.value ?? value)) lowest = seen
  }
  return {
    vital,
    ...(highest === undefined ? {} : { highest }),
    ...(lowest === undefined ? {} : { lowest }),
    unread,
  }
}

function isSeen({ highest, lowest, unread }: WorstOfVital): boolean {
  return highest !== undefined || lowest !== undefined || unread.length > 0
}

/** One reading of a visit, graded at its own time. */
export interface AssessedReading {
  readonly event: string
  readonly at?: Instant
  readonly grade: VitalGrade
  readonly vitals: readonly AssessedVital[]
}

/** All of them. */
export interface AssessedVisit {
  /** The worst of all; `unknown` where nothing was read. */
  readonly worst: VitalGrade
  /** In the order of the entries. */
  readonly readings: readonly AssessedReading[]
}

/**
 * Grades every reading of a visit, each as of its own time and against the baseline before the first administration.
 *
 * Signs count from the answer that found them to the one that found them gone. A reading without a time is not graded
 * milder than unknown.
 *
 * @timeCritical
 * @param visit - a visit at its moment, its plan, and the record of the patient
 * @param context - the zone, the pack and the policy; the instants are those of the readings
 * @returns a value for boards and reports; the decision about one reading is that of `assessVitals`
 */
export function assessVisitVitals(
  visit: { readonly state: SessionState; readonly plan?: Plan; readonly patient?: Patient },
  context: Context,
): AssessedVisit {
  return answered(() => {
    const content = contentOf(context)
    momentIn(content, context)
    const { state, plan, patient } = visit
    const start = state.anchors.start?.at
    const baseline = start === undefined ? {} : valuesBefore(state, instantMs(start))
    const readings = state.entries.filter(isVitals).map((entry): AssessedReading => {
      const { id, at, what } = entry
      const taken = {
        at,
        vitals: readVitals(what.reading),
        onOxygen: what.reading.onOxygen,
        baseline:
          at !== undefined && start !== undefined && instantMs(at) >= instantMs(start) ? baseline : {},
        signs: signsAt(state, at),
        scales: {},
        patient,
      }
      const { value } = assessTaken(taken, plan, content, { ...context, asOf: at ?? context.asOf })
      return { event: id, ...(at === undefined ? {} : { at }), grade: value.grade, vitals: value.vitals }
    })
    const grades = readings.map(({ grade }) => grade)
    return { worst: grades.length === 0 ? 'unknown' : worstOf(grades), readings }
  })
}

function isVitals(entry: Entry): entry is Entry<HappeningOf<'vitals'>> {
  return entry.what.type === 'vitals'
}

/**
 * The last value of each vital sign before a moment. One that was last tried and not read has none, nor has a pressure
 * whose partner was last taken without it; and where a reading has no time, nobody can tell which came last.
 */
function valuesBefore(state: SessionState, before: number): ReadVitals['values'] {
  const values: Partial<Record<Vital, number>> = {}
  const taken = state.entries.filter(isVitals)
  if (taken.some(({ at }) => at === undefined)) return values
  for (const { at, what } of taken) {
    if (at === undefined || instantMs(at) > before) continue
    const read = readVitals(what.reading)
    const isCuff = read.values.systolic !== undefined || read.values.diastolic !== undefined
    for (const { vital } of vitalRows) {
      const value = read.values[vital]
      const isLost = isCuff && (vital === 'systolic' || vital === 'diastolic')
      if (value !== undefined) values[vital] = value
      else if (isLost || read.unread.includes(vital)) delete values[vital]
    }
  }
  return values
}

/** The signs as they were last answered at a time; an answer without a time may be the last one, so a yes counts. */
function signsAt(state: SessionState, at: Instant | undefined): Readonly<Record<string, Truth>> {
  const signs: Record<string, Truth> = {}
  const now = at === undefined ? Number.POSITIVE_INFINITY : instantMs(at)
  for (const { at: when, what } of state.entries) {
    if (what.type !== 'answered' || what.answer === undefined || !what.fact.startsWith('sign-')) continue
    // A sign that was found counts until somebody finds it gone: not knowing does not end it.
    if (what.answer === 'unknown' && signs[what.fact] === 'yes') continue
    if (when === undefined ? what.answer !== 'no' : instantMs(when) <= now) signs[what.fact] = what.answer
  }
  return signs
}
