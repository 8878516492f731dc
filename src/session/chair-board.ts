/** Who of a room stands where, and who is looked at first. @module */

import { contentOf, judge, momentIn } from '../judgement/judge.ts'
import { type Engine, engineOf } from '../judgement/selection.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Observed } from '../kernel/content.ts'
import type { Provenance } from '../kernel/decision.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze, type Parsed } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Grade } from '../kernel/rule.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { libraryVersion } from '../kernel/version.ts'
import type { Moment } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { YES } from '../patient/question.ts'
import { type DueObservation, dueObservations } from './due.ts'
import { knownVisit, visitRecord } from './record.ts'
import { replaySession } from './replay.ts'
import type { Session } from './session.schema.ts'
import { bookedSchedule, planOf } from './shown-ready.ts'
import type { Phase, SessionState } from './state.ts'

/** The observation of a visit that presses most. */
export interface NextObservation {
  readonly slot: string
  readonly observe: readonly Observed[]
  readonly required: boolean
  readonly status: 'waiting' | 'due' | 'overdue'
  readonly dueAt: Instant
  /** Minutes past the due time; below 0 before it. */
  readonly late: Quantity<'min'>
}

/** Why a visit stands where it does on the board, most urgent first. */
export type Urgency = 'emergency' | 'stop' | 'overdue' | 'due' | 'next' | 'other'

/** One visit of a room. */
export interface ChairRow {
  readonly session: string
  readonly phase: Phase
  readonly urgency: Urgency
  readonly running: boolean
  /** Left out while something runs, where nothing was given, and where the time is not known. */
  readonly sinceLastAdministration?: Quantity<'min'>
  readonly next?: NextObservation
  /** The worst row of the alarms that is met by what was seen last, and the rules of that grade. */
  readonly alarm?: { readonly grade: Grade; readonly rules: readonly string[] }
  readonly open: {
    /** Effects nobody saw gone, by their id in the catalogue. */
    readonly effects: readonly string[]
    /** Required observations that were missed, or of which it is not known whether they were made. */
    readonly observations: readonly string[]
    /** How many oddities the log holds. */
    readonly issues: number
  }
}

/** A room at a moment. It is out of date as soon as anything is written down. */
export interface ChairBoard {
  /** Most urgent first. */
  readonly rows: readonly ChairRow[]
  readonly provenance: Omit<Provenance, 'inputDigest'> & { readonly timeCritical: true }
}

/**
 * A room of visits, the most urgent first.
 *
 * First those with an alarm of grade `emergency`, then `stop`, then those with a required observation overdue, then
 * those with one due, then those with one to come, then all others; among equals by the due time, and last by the id
 * of the session. A visit that is closed is among the others.
 *
 * @timeCritical
 * @param sessions - parsed sessions, in any order
 * @param context - the instant, the zone, the pack and the policy
 * @returns one frozen row a session; times in minutes. An alarm that is left out says that no row is met by what is
 *   recorded, and no more than that
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-zone`, `content-incomplete`, `policy-incomplete`
 *
 * @example
 * ```ts
 * chairBoard([visit], now).rows[0]?.phase // => 'arrived'
 * ```
 */
export function chairBoard(sessions: readonly Parsed<Session>[], context: Context): ChairBoard {
  return answered(() => {
    if (!Array.isArray(sessions)) throw new Refusal(badArgument, 'sessions')
    const content = contentOf(context)
    const moment = momentIn(content, context)
    const engine = engineOf(content, context.policy)
    const placed = sessions.map((session) =>
      placedRow(replaySession(session, context), engine, moment, context),
    )
    placed.sort(
      (a, b) =>
        ranks.indexOf(a.row.urgency) - ranks.indexOf(b.row.urgency) ||
        compare(a.due, b.due) ||
        byText(a.row.session, b.row.session),
    )
    const zoneTables = context.zoneTables === undefined ? {} : { zoneTables: context.zoneTables }
    return deepFreeze<ChairBoard>({
      rows: placed.map(({ row }) => row),
      provenance: {
        asOf: moment.asOf,
        zone: moment.zone,
        ...zoneTables,
        ...engine.provenance,
        libraryVersion,
        timeCritical: true,
      },
    })
  })
}

const ranks: readonly Urgency[] = ['emergency', 'stop', 'overdue', 'due', 'next', 'other']

// Infinite stands for none, and two of them are equal.
function compare(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

const closed: readonly Phase[] = ['departed', 'departed-against-advice', 'cancelled', 'no-show']

interface PlacedRow {
  readonly row: ChairRow
  /** When the next observation is due, ms. */
  readonly due: number
}

function placedRow(state: SessionState, engine: Engine, moment: Moment, context: Context): PlacedRow {
  const isClosed = closed.includes(state.phase)
  const alarm = isClosed ? undefined : alarmOf(state, engine, moment, context)
  const observations = isClosed ? [] : observationsOf(state, engine, moment)
  const next = nextOf(observations, moment)
  const end = state.running ? undefined : state.anchors.end?.at
  const row: ChairRow = {
    session: state.session,
    phase: state.phase,
    urgency: urgencyOf(alarm?.grade, next),
    running: state.running,
    ...(end === undefined ? {} : { sinceLastAdministration: minutesTo(moment, instantMs(end)) }),
    ...(next === undefined ? {} : { next }),
    ...(alarm === undefined ? {} : { alarm }),
    open: {
      effects: state.effects
        .filter(({ resolved }) => resolved === undefined)
        .map(({ entry }) => entry.what.effect.effect),
      observations: observations
        .filter(({ required, status }) => required && (status === 'missed' || status === 'unknown'))
        .map(({ slot }) => slot),
      issues: state.issues.length,
    },
  }
  return { row, due: next === undefined ? Number.POSITIVE_INFINITY : instantMs(next.dueAt) }
}

function urgencyOf(grade: Grade | undefined, next: NextObservation | undefined): Urgency {
  if (grade === 'emergency' || grade === 'stop') return grade
  if (next === undefined) return 'other'
  if (next.status === 'overdue' && next.required) return 'overdue'
  return next.status === 'waiting' ? 'next' : 'due'
}

function minutesTo(moment: Moment, ms: number): Quantity<'min'> {
  return { value: (moment.ms - ms) / 60_000, unit: 'min' }
}

function observationsOf(state: SessionState, engine: Engine, moment: Moment): readonly DueObservation[] {
  const schedule = bookedSchedule(state.booked, engine, moment)
  return schedule === undefined ? [] : dueObservations(state, schedule, engine.numbers, moment)
}

/** Overdue and required before due, due before waiting, then by the due time. */
function nextOf(observations: readonly DueObservation[], moment: Moment): NextObservation | undefined {
  let best: NextObservation | undefined
  for (const { slot, observe, required, status, dueAt } of observations) {
    if (dueAt === undefined || (status !== 'waiting' && status !== 'due' && status !== 'overdue')) continue
    const late = minutesTo(moment, instantMs(dueAt))
    const one = { slot, observe, required, status, dueAt, late }
    // They come by due time, so among equals the first one stays.
    if (best === undefined || pressing(one) < pressing(best)) best = one
  }
  return best
}

function pressing({ status, required }: NextObservation): number {
  if (status === 'waiting') return 2
  return status === 'overdue' && required ? 0 : 1
}

/** A person of whom nothing is known but the visit. */
const nobody: Patient = { format: 'ketamine-treatment/patient/1', record: 'active' }

const grades: readonly Grade[] = ['emergency', 'stop', 'alert']

/** The worst alarm that is met. Where no product is known, the rows of every product count. */
function alarmOf(state: SessionState, engine: Engine, moment: Moment, context: Context): ChairRow['alarm'] {
  const { content } = engine
  const booked = planOf(state.booked)
  const isCovered = content.products.some(({ id }) => id === booked?.product)
  const plans =
    booked !== undefined && isCovered ? [booked] : content.products.map(({ id }) => ({ product: id }))
  const schedule = bookedSchedule(state.booked, engine, moment)
  const met = new Map<string, Grade>()
  for (const plan of plans) {
    const watch = { schedule, declined: undefined }
    const patient = visitRecord(nobody, knownVisit(state, { engine, plan, watch }, moment), moment)
    const { ready, truths } = judge({ patient, plan, part: 'alarms', asked: 'monitoring' }, content, context)
    for (let at = 0; at < ready.length; at += 1) {
      const rule = ready[at]?.rule
      if (rule?.grade !== undefined && truths[at] === YES) met.set(rule.id, rule.grade)
    }
  }
  const worst = grades.find((grade) => [...met.values()].includes(grade))
  if (worst === undefined) return undefined
  const rules = [...met].filter(([, grade]) => grade === worst).map(([id]) => id)
  return { grade: worst, rules: rules.sort(byText) }
}
