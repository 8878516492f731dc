/** What infusions gave: a rate over a time, as exactly as the log says when it changed. @module */
import {
  compareFractions,
  difference,
  exactIn,
  type Fraction,
  larger,
  lesser,
  nought,
  productOf,
  quotientOf,
  sum,
} from '../kernel/fraction.ts'
import { byText } from '../kernel/order.ts'
import type { Quantity } from '../kernel/quantity.ts'
import type { Administration } from './administration.schema.ts'
import { anything, around, exactly, isExact, isWithin, nothing, type Span } from './span.ts'

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

interface Run {
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

const msInHour: Fraction = { top: 3_600_000n, bottom: 1n }
const whole = (value: number): Fraction => ({ top: BigInt(value), bottom: 1n })

/** A quantity that is not below zero, in a unit; nothing where it has another unit or is no such number. */
export function readable(
  quantity: Quantity | undefined,
  unit: 'mg' | 'mL' | 'mg/mL' | 'mL/h' | 'mg/h',
): Fraction | undefined {
  if (quantity === undefined || typeof quantity.value !== 'number' || quantity.value < 0) return undefined
  return exactIn(quantity, unit)
}

function paceOf(rate: Quantity | undefined, concentration: Fraction | undefined): Pace {
  const byMass = readable(rate, 'mg/h')
  if (byMass !== undefined) return exactly(byMass)
  const flow = readable(rate, 'mL/h')
  if (flow === undefined) return anything
  if (flow.top === 0n) return nothing
  return concentration === undefined ? anything : exactly(productOf(flow, concentration))
}

/** The infusions of a log, oldest first, those without a time last. */
export function infusionsIn(controls: readonly ControlAt[], asOf: number | undefined): InfusionGiven[] {
  const known = [...controls].sort((a, b) => byText(a.id, b.id))
  const timed = known.filter(({ ms }) => ms !== undefined).sort((a, b) => (a.ms ?? 0) - (b.ms ?? 0))
  const starts = known.filter(isStart)
  const [first] = starts
  // One infusion, started at a time nobody can tell: all that is said is said of it.
  if (starts.length === 1 && first !== undefined && first.ms === undefined) {
    const run = opened(first, first.what)
    const others = known.filter((control) => control !== first)
    loosened(run, others, true, asOf)
    return [finished(run)]
  }
  const runs = followed(timed)
  for (const run of runs) closed(run, asOf)
  for (const start of starts) if (start.ms === undefined) runs.push(opened(start, start.what))
  const strays = known.filter((control) => control.ms === undefined && !isStart(control))
  if (runs.length === 0 && strays[0] !== undefined) runs.push(orphan(strays[0]))
  const only = runs.length === 1
  for (const run of runs) if (strays.length > 0 || run.ms === undefined) loosened(run, strays, only, asOf)
  return runs.map(finished)
}

type Start = ControlAt & { readonly what: Extract<Control, { readonly type: 'infusion-started' }> }

const isStart = (control: ControlAt): control is Start => control.what.type === 'infusion-started'

const ranks: Readonly<Record<Control['type'], number>> = {
  'infusion-started': 0,
  'infusion-rate-changed': 1,
  'infusion-resumed': 2,
  'infusion-paused': 3,
  'infusion-stopped': 4,
}

function isOrdered(a: ControlAt, b: ControlAt): boolean {
  return (
    a.recorder !== undefined &&
    a.recorder === b.recorder &&
    a.sequence !== undefined &&
    b.sequence !== undefined &&
    a.sequence !== b.sequence
  )
}

/** Entries of one instant whose order nobody can tell. */
function isTangle(group: readonly ControlAt[]): boolean {
  const [first] = group
  if (first === undefined || group.length === 1) return false
  const sameWay = group.every(({ what }) => what.type === first.what.type && what.type !== 'infusion-started')
  if (sameWay && first.what.type !== 'infusion-rate-changed' && first.what.type !== 'infusion-resumed')
    return false
  return group.some((a, at) => group.slice(at + 1).some((b) => !isOrdered(a, b)))
}

/** Follows the entries that have a time, in their order. */
function followed(timed: readonly ControlAt[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < timed.length; ) {
    const ms = timed[at]?.ms
    let end = at + 1
    while (end < timed.length && timed[end]?.ms === ms) end += 1
    const group = timed.slice(at, end)
    if (isTangle(group)) tangled(group, runs)
    else
      for (const control of group.sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))) follow(control, runs)
    at = end
  }
  return runs
}

const isAlive = (run: Run): boolean => run.stoppedAt === undefined

/** Follows entries of one instant: whatever their order was, it lies within the bounds. */
function tangled(group: ControlAt[], runs: Run[]): void {
  const before = new Map(runs.map((run) => [run, run.pace]))
  // A bag that is changed is stopped and started within a second: the old one stops first.
  const stop = runs.some(isAlive) ? -1 : 4
  const rank = ({ what }: ControlAt): number => (what.type === 'infusion-stopped' ? stop : ranks[what.type])
  for (const control of group.sort((a, b) => rank(a) - rank(b) || byText(a.id, b.id))) follow(control, runs)
  for (const run of runs) {
    const own = group.filter(({ id }) => run.members.includes(id))
    if (own.length < 2) continue
    for (const { id } of own) run.doubts.push({ event: id, code: 'order-unknown' })
    const old = before.get(run)
    let pace = old === undefined ? run.pace : around(run.pace, old)
    for (const { what } of own)
      if ('rate' in what && what.rate !== undefined) pace = around(pace, paceOf(what.rate, run.concentration))
    run.pace = pace
    const types = own.map(({ what }) => what.type)
    const stops = types.includes('infusion-stopped')
    const runsOn = types.some((type) => type !== 'infusion-stopped' && type !== 'infusion-paused')
    if (runsOn && (stops || types.includes('infusion-paused'))) {
      run.state = 'maybe'
      run.stoppedAt = undefined
    }
  }
}

function opened(control: ControlAt, what: Extract<Control, { type: 'infusion-started' }>): Run {
  const concentration = readable(what.concentration, 'mg/mL')
  const volume = readable(what.volume, 'mL')
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
function orphan(control: ControlAt): Run {
  const start = { type: 'infusion-started' } as const
  return {
    ...opened(control, start),
    doubts: [{ event: control.id, code: 'infusion-without-start' }],
    high: undefined,
    state: 'maybe',
  }
}

/** Counts a run up to a time. */
function count(run: Run, to: number): void {
  const time = whole(to - run.until)
  if (time.top > 0n) {
    if (run.state === 'yes') run.low = sum(run.low, productOf(run.pace.low, time))
    if (run.state !== 'no') run.high = more(run.high, run.pace.high, time)
  }
  run.until = to
}

function more(high: Fraction | undefined, pace: Fraction | undefined, time: Fraction): Fraction | undefined {
  return high === undefined || pace === undefined ? undefined : sum(high, productOf(pace, time))
}

function follow(control: ControlAt, runs: Run[]): void {
  const { id, what, ms = 0 } = control
  if (what.type === 'infusion-started') {
    for (const run of runs.filter(isAlive)) {
      count(run, ms)
      // Nobody wrote that it ended: it may have ended here, or gone on beside the new one.
      if (run.state !== 'no') {
        run.state = 'maybe'
        run.doubts.push({ event: id, code: 'infusion-overlap' })
      }
    }
    runs.push(opened(control, what))
    return
  }
  const newest = runs.at(-1)
  if (newest === undefined) {
    const run = orphan(control)
    runs.push(run)
    step(run, control, true)
    return
  }
  newest.members.push(id)
  const end = newest.stoppedAt
  for (const run of runs) {
    // An older one whose end was not written, or was written at the end of the newest, may be meant too.
    if (run === newest) step(run, control, true)
    else if (isAlive(run) || (end !== undefined && run.stoppedAt === end)) step(run, control, false)
  }
}

/** What one entry changes; `own` where it speaks of this infusion, and not only perhaps. */
function step(run: Run, { id, what, ms = 0 }: ControlAt, own: boolean): void {
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

function paced(
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
function countedBy(
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

/** Counts what still runs up to the moment of the question; without one nothing bounds it. */
function closed(run: Run, asOf: number | undefined): void {
  if (run.stoppedAt !== undefined || run.state === 'no') return
  if (asOf !== undefined) count(run, Math.max(asOf, run.until))
  else if (run.pace.high === undefined || run.pace.high.top > 0n) run.high = undefined
}

/** Widens a run by entries nobody knows the time of, and by not knowing its own. */
function loosened(run: Run, strays: readonly ControlAt[], only: boolean, asOf: number | undefined): void {
  for (const { id, what } of strays) {
    if (only && !run.members.includes(id)) run.members.push(id)
    run.doubts.push({ event: id, code: 'order-unknown' })
    if (what.type === 'infusion-rate-changed' || what.type === 'infusion-resumed') paced(run, id, what, false)
    if (what.type !== 'infusion-stopped') continue
    const counts = countedBy(run, what, id)
    if (only) {
      run.counts = counts
      run.ended = true
    } else if (counts !== undefined)
      run.perhaps = run.perhaps === undefined ? counts : around(run.perhaps, counts)
  }
  if (run.ms === undefined) {
    run.doubts.push({ event: run.id, code: 'order-unknown' })
    run.low = nought
    run.high = run.paces.every(({ high }) => high?.top === 0n) ? nought : undefined
    return
  }
  const pace = run.paces.reduce(around)
  const types = strays.map(({ what }) => what.type)
  const still = only && !run.paused && !types.includes('infusion-paused') && run.state !== 'maybe'
  // A stop without a time came after every entry that still speaks of the infusion, as far as anyone can tell.
  const sure = run.stoppedAt ?? (types.includes('infusion-stopped') ? run.lastAt : run.until)
  const end = run.stoppedAt ?? asOf
  run.low =
    still && run.high !== undefined ? lesser(run.low, productOf(pace.low, whole(sure - run.ms))) : nought
  run.high = end === undefined ? undefined : more(nought, pace.high, whole(Math.max(end, run.ms) - run.ms))
}

function finished(run: Run): InfusionGiven {
  const computed: Span = {
    low: quotientOf(run.low, msInHour),
    high: run.high === undefined ? undefined : quotientOf(run.high, msInHour),
  }
  const { id, ms, as, members, concentration, held, counts, doubts } = run
  const running = !run.ended && run.stoppedAt === undefined && run.state !== 'no'
  const agrees = agreed(run, computed)
  const { perhaps } = run
  const given = perhaps === undefined ? agrees : { low: agrees.low, high: around(agrees, perhaps).high }
  return { id, ms, as, members, concentration, held, computed, counted: counts, given, running, doubts }
}

/** What rate, pump and bag say together: where they disagree, the span holds both. */
function agreed(run: Run, computed: Span): Span {
  const { counts, held, id, doubts } = run
  if (counts !== undefined) {
    if (held !== undefined && counts.high !== undefined && compareFractions(counts.high, held) > 0)
      doubts.push({ event: id, code: 'above-what-it-held' })
    if (!isExact(counts) || !isWithin(counts, computed)) doubts.push({ event: id, code: 'count-differs' })
    if (isWithin(counts, computed)) return counts
    const high = computed.high ?? larger(computed.low, counts.high ?? nought)
    return around(counts, { low: computed.low, high })
  }
  if (held === undefined) return computed
  if (compareFractions(computed.low, held) > 0) {
    doubts.push({ event: id, code: 'above-what-it-held' })
    // Without a stop the bag ran empty; with one, either the bag or the rate was written down wrongly.
    return !run.ended ? exactly(held) : { low: held, high: computed.high }
  }
  return { low: computed.low, high: computed.high === undefined ? held : lesser(computed.high, held) }
}
