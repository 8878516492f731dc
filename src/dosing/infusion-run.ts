/** One infusion while its entries are counted: a rate over a time, as exactly as the log says when it changed. @module */
import {
  compareFractions,
  difference,
  exactIn,
  type Fraction,
  nought,
  productOf,
  sum,
} from '../kernel/fraction.ts'
import type { Quantity } from '../kernel/quantity.ts'
import type { Administration } from './administration.schema.ts'
import { anything, around, exactly, nothing, type Span } from './span.ts'

/** An entry that starts, changes or ends an infusion. */
export type Control = Extract<Administration, { readonly type: `infusion-${string}` }>

/** Such an entry with its time in ms; without one it happened at a time nobody can tell. */
export interface ControlAt {
  readonly id: string
  readonly ms: number | undefined
  readonly recorder: string | undefined
  readonly sequence: number | undefined
  readonly what: Control
}

/** One infusion, and what it gave, mg as written. */
export interface InfusionGiven {
  /** Id of the entry that started it, or of the first that speaks of it. */
  readonly id: string
  readonly ms: number | undefined
  readonly as: 'base' | 'hydrochloride' | undefined
  /** Ids of all its entries. */
  readonly members: readonly string[]
  readonly concentration: Fraction | undefined
  /** What the bag held. */
  readonly held: Fraction | undefined
  /** Rate over time. */
  readonly computed: Span
  /** By what the pump counted, and by what was left. */
  readonly counted: Span | undefined
  readonly given: Span
  readonly running: boolean
  readonly doubts: readonly Doubted[]
}

/** What is doubtful about an entry. */
export interface Doubted {
  readonly event: string
  readonly code: DoubtCode
}

/** Why a bound is wider than it could be, or an entry was not used. */
export type DoubtCode =
  | 'amount-unknown'
  | 'amount-not-used'
  | 'above-what-it-held'
  | 'infusion-without-start'
  | 'infusion-overlap'
  | 'event-after-stop'
  | 'order-unknown'
  | 'count-differs'
  | 'loss-of-nothing'
  | 'loss-above-given'
  | 'same-id-other-content'

/** A rate between two bounds, mg/h. */
type Pace = Span

export interface Run {
  readonly id: string
  readonly ms: number | undefined
  readonly as: 'base' | 'hydrochloride' | undefined
  readonly concentration: Fraction | undefined
  readonly held: Fraction | undefined
  readonly members: string[]
  readonly doubts: Doubted[]
  /** Every rate that was set. */
  readonly paces: Pace[]
  pace: Pace
  state: 'yes' | 'no' | 'maybe'
  stoppedAt: number | undefined
  /** A stop was written, with or without its time. */
  ended: boolean
  /** Somebody spoke of it as running after its stop. */
  revived: boolean
  paused: boolean
  /** Up to when it has been counted. */
  until: number
  /** When the last entry speaks of it. */
  lastAt: number
  /** mg/h times ms. */
  low: Fraction
  high: Fraction | undefined
  counts: Span | undefined
  /** What was counted of this infusion or of another one. */
  perhaps: Span | undefined
}

export const msInHour: Fraction = { top: 3_600_000n, bottom: 1n }
export const whole = (value: number): Fraction => ({ top: BigInt(value), bottom: 1n })

/** A quantity that is not below zero, in a unit; nothing where it has another unit or is no such number. */
export function readable(
  quantity: Quantity | undefined,
  unit: 'mg' | 'mL' | 'mg/mL' | 'mL/h' | 'mg/h',
): Fraction | undefined {
  if (quantity === undefined || typeof quantity.value !== 'number' || quantity.value < 0) return undefined
  return exactIn(quantity, unit)
}

/** The same above zero: nothing holds nothing, and no strength is none. */
export function positive(quantity: Quantity | undefined, unit: 'mg' | 'mL' | 'mg/mL'): Fraction | undefined {
  const amount = readable(quantity, unit)
  return amount?.top === 0n ? undefined : amount
}

export function paceOf(rate: Quantity | undefined, concentration: Fraction | undefined): Pace {
  const byMass = readable(rate, 'mg/h')
  if (byMass !== undefined) return exactly(byMass)
  const flow = readable(rate, 'mL/h')
  if (flow === undefined) return anything
  if (flow.top === 0n) return nothing
  return concentration === undefined ? anything : exactly(productOf(flow, concentration))
}

export function opened(control: ControlAt, what: Extract<Control, { type: 'infusion-started' }>): Run {
  const concentration = positive(what.concentration, 'mg/mL')
  const volume = positive(what.volume, 'mL')
  const pace = paceOf(what.rate, concentration)
  const doubts: Doubted[] = []
  if (pace.high === undefined) {
    const stated = what.rate !== undefined && what.concentration !== undefined
    doubts.push({ event: control.id, code: stated ? 'amount-not-used' : 'amount-unknown' })
  }
  return {
    id: control.id,
    ms: control.ms,
    as: what.as,
    concentration,
    held: concentration === undefined || volume === undefined ? undefined : productOf(concentration, volume),
    members: [control.id],
    doubts,
    paces: [pace],
    pace,
    state: 'yes',
    stoppedAt: undefined,
    ended: false,
    revived: false,
    paused: false,
    until: control.ms ?? 0,
    lastAt: control.ms ?? 0,
    low: nought,
    high: nought,
    counts: undefined,
    perhaps: undefined,
  }
}

/** An infusion nobody wrote down the start of. */
export function orphan(control: ControlAt): Run {
  const start = { type: 'infusion-started' } as const
  return {
    ...opened(control, start),
    doubts: [{ event: control.id, code: 'infusion-without-start' }],
    high: undefined,
    state: 'maybe',
  }
}

/** Counts a run up to a time. */
export function count(run: Run, to: number): void {
  const time = whole(to - run.until)
  if (time.top > 0n) {
    if (run.state === 'yes') run.low = sum(run.low, productOf(run.pace.low, time))
    if (run.state !== 'no') run.high = more(run.high, run.pace.high, time)
  }
  run.until = to
}

export function more(
  high: Fraction | undefined,
  pace: Fraction | undefined,
  time: Fraction,
): Fraction | undefined {
  return high === undefined || pace === undefined ? undefined : sum(high, productOf(pace, time))
}

/** What one entry changes; `own` where it speaks of this infusion, and not only perhaps. */
export function step(run: Run, { id, what, ms = 0 }: ControlAt, own: boolean): void {
  const after = run.stoppedAt !== undefined
  run.lastAt = ms
  if (run.stoppedAt !== undefined && ms > run.stoppedAt) {
    // Somebody speaks of it after its stop: it may have run until now.
    run.high = more(run.high, run.pace.high, whole(ms - run.stoppedAt))
    run.doubts.push({ event: id, code: 'event-after-stop' })
    run.until = ms
  } else count(run, ms)
  if (what.type === 'infusion-rate-changed' || what.type === 'infusion-resumed') {
    paced(run, id, what, own)
    if (after || !own) run.state = 'maybe'
    else if (what.type === 'infusion-resumed') run.state = run.revived ? 'maybe' : 'yes'
    // A rate set during a pause may have started the pump again.
    else if (run.state === 'no') run.state = 'maybe'
    run.revived ||= after
    run.stoppedAt = undefined
  } else if (what.type === 'infusion-paused') {
    run.paused = true
    if (own || run.state !== 'maybe') run.state = 'no'
    if (after) run.stoppedAt = ms
  } else if (what.type === 'infusion-stopped') {
    run.state = 'no'
    run.stoppedAt = ms
    run.ended = true
    if (own) run.counts = countedBy(run, what, id)
  }
}

export function paced(
  run: Run,
  event: string,
  what: { readonly type: string; readonly rate?: Quantity | undefined },
  own: boolean,
): void {
  if (what.rate === undefined && what.type === 'infusion-resumed') return
  const next = paceOf(what.rate, run.concentration)
  if (next.high === undefined)
    run.doubts.push({ event, code: what.rate === undefined ? 'amount-unknown' : 'amount-not-used' })
  run.paces.push(next)
  run.pace = own ? next : around(run.pace, next)
}

/** What the pump counted and what was left, as what was given. */
export function countedBy(
  run: Run,
  what: Extract<Control, { type: 'infusion-stopped' }>,
  event: string,
): Span | undefined {
  const { concentration, held } = run
  const delivered = readable(what.delivered, 'mL')
  const left = readable(what.left, 'mL')
  const notUsed =
    (what.delivered !== undefined && delivered === undefined) ||
    (what.left !== undefined && left === undefined)
  if (notUsed) run.doubts.push({ event, code: 'amount-not-used' })
  const said: Fraction[] = []
  if (concentration !== undefined && delivered !== undefined) said.push(productOf(delivered, concentration))
  if (concentration !== undefined && left !== undefined && held !== undefined) {
    const rest = productOf(left, concentration)
    if (compareFractions(rest, held) <= 0) said.push(difference(held, rest))
    else run.doubts.push({ event, code: 'above-what-it-held' })
  }
  return said
    .map(exactly)
    .reduce<Span | undefined>((all, one) => (all === undefined ? one : around(all, one)), run.counts)
}
