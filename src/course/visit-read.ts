/** One visit as a course reads it: whether anything was given, and whether it counts as a session. @module */
import { numbersOf } from '../judgement/context.ts'
import { contentOf } from '../judgement/judge.ts'
import type { Context } from '../kernel/content.ts'
import { compareFractions, exactIn, type Fraction, fractionOf, productOf } from '../kernel/fraction.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { and, type Truth } from '../kernel/truth.ts'
import { replaySession } from '../session/replay.ts'
import type { Session } from '../session/session.schema.ts'
import type { Phase, SessionState } from '../session/state.ts'
import type { CourseVisit } from './forecast-shape.ts'

/** A visit with the state it was read from. `visit.session` is null until it is matched. */
export interface VisitRead {
  readonly visit: CourseVisit
  readonly state: SessionState
  /** Its time in ms; null where nobody knows. */
  readonly ms: number | null
  /** The last moment at which anything of it can have been given. */
  readonly latestMs: number
  /** Whether it is about a dose: booked for one, or something was given. */
  readonly isDosing: boolean
  /** Whether something was given, or may have been, at an unknown time, and it was booked as no session. */
  readonly isUnplaced?: true
}

/** What a visit is held against; no protocol outside a course. */
export interface VisitFrame {
  readonly context: Context
  readonly protocol: Protocol | null
}

/** Reads one log at the moment of the context. */
export function readVisit(session: Parsed<Session>, { context, protocol }: VisitFrame): VisitRead {
  const state = replaySession(session, context)
  const { booked, delivered, anchors } = state
  const exposed = exposedBy(state)
  const isAborted = state.phase === 'aborted' || state.entries.some(({ what }) => what.type === 'aborted')
  const ordered = orderedBy(state, context)
  const whole = ordered === undefined ? wholeBy(protocol) : { least: ordered, most: ordered }
  const counted = and([
    countedAs(state, {
      exposed,
      whole,
      isOrdered: ordered !== undefined,
      isAborted,
      percent: leastPercent(context),
    }),
    protocol === null ? 'yes' : sameProduct(booked?.product, protocol.product),
  ])
  const at = timeOf(state, exposed)
  const ms = at === null ? null : instantMs(at)
  return {
    visit: {
      visit: state.session,
      at,
      session: null,
      product: booked?.product ?? null,
      exposed,
      counted,
      delivered: {
        least: delivered.least,
        ...(delivered.most === undefined ? {} : { most: delivered.most }),
      },
      outcome: outcomeOf(state, exposed, isAborted, ordered),
    },
    state,
    ms,
    latestMs: anchors.start?.at === undefined ? lastTime(state) : instantMs(anchors.start.at),
    isDosing: booked === undefined || booked.kind === 'dosing' || exposed !== 'no',
  }
}

const over: readonly Phase[] = ['departed', 'departed-against-advice', 'aborted', 'cancelled', 'no-show']

/** Whether the visit is over. */
export function isOver({ phase }: SessionState): boolean {
  return over.includes(phase)
}

function exposedBy({ delivered }: SessionState): Truth {
  if (delivered.least.value > 0) return 'yes'
  return delivered.most?.value === 0 ? 'no' : 'unknown'
}

function sameProduct(booked: string | undefined, product: string): Truth {
  if (booked === undefined) return 'unknown'
  return booked === product ? 'yes' : 'no'
}

function leastPercent(context: Context): Fraction {
  const { amount } = numbersOf(context.policy, contentOf(context))
  return fractionOf(amount({ policy: 'counts-as-session' }).value)
}

/** Milligrams a whole dose can have been. */
interface Whole {
  readonly least: Fraction
  readonly most: Fraction
}

/** The smallest and the largest dose of a protocol; nothing where it counts by weight alone. */
function wholeBy(protocol: Protocol | null): Whole | undefined {
  const mg = (protocol?.phases ?? [])
    .flatMap(({ doses }) => doses)
    .flatMap(({ amounts }) =>
      amounts.unit !== 'mg' ? [] : 'values' in amounts ? amounts.values : [amounts.least, amounts.most],
    )
  return mg.length === 0
    ? undefined
    : { least: fractionOf(Math.min(...mg)), most: fractionOf(Math.max(...mg)) }
}

interface Ground {
  readonly exposed: Truth
  /** As it was ordered, else what the protocol allows. */
  readonly whole: Whole | undefined
  readonly isOrdered: boolean
  readonly isAborted: boolean
  readonly percent: Fraction
}

function countedAs(state: SessionState, ground: Ground): Truth {
  const { exposed, whole, isOrdered, isAborted, percent } = ground
  if (exposed === 'no') return 'no'
  const isGoing = state.running || state.phase === 'dosing' || state.phase === 'paused'
  if (whole === undefined) return exposed === 'yes' && !isAborted && !isGoing ? 'yes' : 'unknown'
  const { least, most, as } = state.delivered
  const reaches = (mg: number, dose: Fraction): boolean =>
    compareFractions(productOf(fractionOf(mg), fractionOf(100)), productOf(dose, percent)) >= 0
  // A milligram of the salt is less than one of the base, in which a protocol may count.
  const isLess = !isOrdered && as === 'hydrochloride'
  if (least.value > 0 && !isLess && reaches(least.value, whole.most)) return 'yes'
  // What is still being given may come to enough.
  return most === undefined || isGoing || reaches(most.value, whole.least) ? 'unknown' : 'no'
}

/** Milligrams that were ordered, where the order says so without a weight and counts the same salt as the log. */
function orderedBy({ booked, delivered }: SessionState, context: Context): Fraction | undefined {
  const dose = booked?.dose
  if (dose?.basis === 'fixed') {
    const isOther = delivered.as !== 'unstated' && delivered.as !== dose.as
    const mg = isOther ? undefined : exactIn(dose.amount, 'mg')
    return mg !== undefined && mg.top > 0n ? mg : undefined
  }
  if (dose?.basis !== 'devices' || dose.count < 1 || delivered.as === 'hydrochloride') return undefined
  const { dosing } = contentOf(context)
  const form = dosing?.forms.find(({ product, perDevice }) => product === booked?.product && perDevice)
  const each = form?.perDevice
  return each === undefined ? undefined : productOf(fractionOf(each.value), fractionOf(dose.count))
}

/** Start of what was given, or when it was to be. What was given at an unknown time has none. */
function timeOf({ anchors, booked, entries }: SessionState, exposed: Truth): Instant | null {
  if (anchors.start !== undefined) return anchors.start.at ?? null
  if (exposed !== 'no') return null
  if (booked?.for !== undefined) return booked.for
  return entries.find(({ at, what }) => at !== undefined && placing.includes(what.type))?.at ?? null
}

/** What happens on the day of a visit; it is cancelled on any day. */
const placing: readonly string[] = ['arrived', 'no-show', 'left', 'dose-refused', 'vitals']

/** Of a visit that is over the last time in its log; anything may still be written down of another. */
function lastTime(state: SessionState): number {
  const now = instantMs(state.asOf)
  if (!isOver(state)) return now
  const known = state.entries.flatMap(({ at }) => (at === undefined ? [] : [instantMs(at)]))
  return known.length === 0 ? now : Math.max(...known)
}

function outcomeOf(
  state: SessionState,
  exposed: Truth,
  isAborted: boolean,
  ordered: Fraction | undefined,
): CourseVisit['outcome'] {
  if (isAborted) return 'aborted'
  if (exposed === 'no') {
    if (state.phase === 'cancelled' || state.phase === 'no-show') return state.phase
    return isOver(state) || state.phase === 'ready' ? 'no-dose' : 'open'
  }
  if (exposed === 'unknown') return 'unknown'
  if (state.running || state.phase === 'dosing' || state.phase === 'paused') return 'open'
  const isLess =
    ordered !== undefined && compareFractions(fractionOf(state.delivered.least.value), ordered) < 0
  return isLess ? 'partial' : 'given'
}
