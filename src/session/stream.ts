/** What a device sends, checked before anything is decided from it. @module */
import { isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import { engineOf } from '../judgement/selection.ts'
import { checkBounds } from '../kernel/bounds.ts'
import { badArgument, policyIncomplete, unknownUnit } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { plus } from '../kernel/decimal.ts'
import { type Quantity, valueIn } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs, isInstant } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { clockSkewMs } from '../patient/moment.ts'
import type { Numbers } from '../patient/question.ts'
import { type Vital, type VitalRow, vitalRows } from './vitals.ts'

/** One value a device sent; without a value it sent that it has none. */
export interface Sample {
  readonly at: Instant
  readonly value?: Quantity
}

/** A stream of one vital sign from one device. */
export interface DeviceStream {
  readonly vital: Vital
  /** In any order. */
  readonly readings: readonly Sample[]
  /** How often the device sends, in elapsed time. */
  readonly expectedEvery: Quantity
}

/** Why nothing can be decided from a stream. */
export type StreamFault =
  | 'nothing-sent'
  /** The value after the newest is overdue by more than the policy allows. */
  | 'stale'
  /** The newest is dated after now by more than clocks differ. */
  | 'ahead'
  /** The newest has no value, or none a living adult can have. */
  | 'not-readable'
  /** Two values of one time. */
  | 'in-conflict'
  /** The newest differs from the one before it by more than the policy allows in that time. */
  | 'artefact'
  /** The same value for longer than the policy allows. */
  | 'flat-line'

/** What can be taken from a stream: its newest value, or why none. */
export type CheckedStream =
  | {
      readonly known: true
      readonly value: Quantity
      readonly at: Instant
      readonly doubtful: readonly Instant[]
    }
  | {
      readonly known: false
      readonly why: StreamFault
      /** The time of the newest sample. */
      readonly at?: Instant
      /** Times of the samples that were put aside on the way. */
      readonly doubtful: readonly Instant[]
    }

/**
 * The newest value of a device stream that can be used, or why there is none.
 *
 * Nothing is decided from stale data: where the newest sample cannot be used, no older one stands in for it. A jump is
 * believed once the next sample confirms it. Nothing is smoothed, averaged or filled in.
 *
 * @timeCritical
 * @param stream - the samples of one vital sign of one device, and how often it sends
 * @param context - the instant, the zone, the pack and the policy
 * @returns the newest value in the unit of the tables with its time, or the reason why it is unknown
 * @throws Refusal `bad-argument`, `unknown-unit`, `policy-incomplete`, `not-parsed`, `unknown-zone`
 *
 * @example
 * ```ts
 * const readings = [{ at: '2026-11-22T08:40:00-05:00', value: { value: 98, unit: '%' } }]
 * const stream = { vital: 'oxygenSaturation', readings, expectedEvery: { value: 5, unit: 's' } } as const
 * checkStream(stream, now).known // => false
 * ```
 *
 * @see the policy numbers `stream-…`, each with its reason: no source gives one
 */
export function checkStream(stream: DeviceStream, context: Context): CheckedStream {
  return answered(() => {
    const content = contentOf(context)
    const moment = momentIn(content, context)
    if (!isObject(stream)) throw new Refusal(badArgument, 'stream')
    const row = vitalRows.find(({ vital }) => vital === stream.vital)
    if (row === undefined) throw new Refusal(badArgument, 'stream.vital')
    const limits = limitsOf(row, engineOf(content, context.policy).numbers)
    const every = elapsed(stream.expectedEvery, 'stream.expectedEvery')
    return newestOf(samplesOf(stream, row), row, limits, every, moment.ms)
  })
}

/** The numbers of a policy for one vital sign. */
interface Limits {
  readonly staleMs: number
  readonly flatMs: number
  readonly flatCount: number
  /** The largest change that is believed, in the unit of the vital sign a minute. */
  readonly perMinute: number
}

function limitsOf(row: VitalRow, numbers: Numbers): Limits {
  const held = (name: string, unit: string): number => {
    const value = valueIn(numbers.amount({ policy: name }), unit)
    if (value === undefined || !(value > 0)) throw new Refusal(policyIncomplete, `policy.numbers.${name}`)
    return value
  }
  return {
    staleMs: held('stream-stale-after', 'ms'),
    flatMs: held(`stream-flat-line-after-${row.fact}`, 'ms'),
    flatCount: held('stream-flat-line-count', '{n}'),
    perMinute: held(`stream-artefact-change-${row.fact}`, row.unit),
  }
}

function elapsed(given: Quantity, path: string): number {
  if (!isObject(given) || typeof given.unit !== 'string') throw new Refusal(badArgument, path)
  const ms = valueIn(given, 'ms')
  if (ms === undefined || !(ms > 0)) throw new Refusal(badArgument, path)
  return ms
}

/** A sample that was read: without a value where it has none that can be used. */
interface ReadSample {
  readonly at: Instant
  readonly ms: number
  readonly value: number | undefined
}

function samplesOf({ readings }: DeviceStream, row: VitalRow): readonly ReadSample[] {
  if (!Array.isArray(readings)) throw new Refusal(badArgument, 'stream.readings')
  const samples = readings.map((sample: Sample): ReadSample => {
    if (!isObject(sample) || !isInstant(sample.at)) throw new Refusal(badArgument, 'stream.readings')
    return { at: sample.at, ms: instantMs(sample.at), value: readSample(sample.value, row) }
  })
  return samples.sort((a, b) => a.ms - b.ms || order(a.value) - order(b.value))
}

function order(value: number | undefined): number {
  return value ?? Number.NEGATIVE_INFINITY
}

function readSample(given: Quantity | undefined, row: VitalRow): number | undefined {
  if (given === undefined) return undefined
  if (!isObject(given) || typeof given.value !== 'number')
    throw new Refusal(badArgument, 'stream.readings.value')
  const found = checkBounds(row.fact, given)
  if (found === 'wrong-unit') throw new Refusal(unknownUnit, 'stream.readings.value.unit')
  return found === 'impossible' ? undefined : valueIn(given, row.unit)
}

function newestOf(
  samples: readonly ReadSample[],
  row: VitalRow,
  limits: Limits,
  every: number,
  now: number,
): CheckedStream {
  const newest = samples.at(-1)
  const jumps = jumpsIn(samples, limits)
  const doubtful = samples
    .filter((sample) => sample.value === undefined || jumps.has(sample))
    .map(({ at }) => at)
  const unknown = (why: StreamFault): CheckedStream => ({
    known: false,
    why,
    ...(newest === undefined ? {} : { at: newest.at }),
    doubtful,
  })
  if (newest === undefined) return unknown('nothing-sent')
  if (newest.ms > now + clockSkewMs) return unknown('ahead')
  // Counted from when the next value should have come: a cuff that measures every five minutes is not late before.
  if (now - newest.ms > every + limits.staleMs) return unknown('stale')
  if (newest.value === undefined) return unknown('not-readable')
  const before = samples.at(-2)
  if (before !== undefined && before.ms === newest.ms && before.value !== newest.value)
    return unknown('in-conflict')
  if (jumps.has(newest)) return unknown('artefact')
  if (isFlat(samples, limits)) return unknown('flat-line')
  return { known: true, value: { value: newest.value, unit: row.unit }, at: newest.at, doubtful }
}

/**
 * The samples that lie too far from the one before them.
 *
 * A jump is believed where the next sample lies near it, and doubted while none does.
 */
function jumpsIn(samples: readonly ReadSample[], limits: Limits): ReadonlySet<ReadSample> {
  const jumps = new Set<ReadSample>()
  let before: ReadSample | undefined
  let doubted: ReadSample | undefined
  for (const sample of samples) {
    if (sample.value === undefined) continue
    if (before === undefined || !isJump(before, sample, limits)) {
      before = sample
      doubted = undefined
    } else if (doubted !== undefined && !isJump(doubted, sample, limits)) {
      jumps.delete(doubted)
      before = sample
      doubted = undefined
    } else {
      jumps.add(sample)
      doubted = sample
    }
  }
  return jumps
}

function isJump(from: ReadSample, to: ReadSample, { perMinute }: Limits): boolean {
  const change = plus({ value: to.value ?? 0, unit: '1' }, { value: -(from.value ?? 0), unit: '1' })
  // Within less than a minute as much is believed as in a whole one: a beat or a breath may be counted late.
  const minutes = Math.max(1, (to.ms - from.ms) / 60_000)
  return !change.ok || Math.abs(change.value.value) > perMinute * minutes
}

/** Whether the newest value has stood unchanged for as long, and in as many samples, as no living reading does. */
function isFlat(samples: readonly ReadSample[], { flatMs, flatCount }: Limits): boolean {
  const newest = samples.at(-1)
  if (newest === undefined) return false
  let first = samples.length - 1
  while (first > 0 && samples[first - 1]?.value === newest.value) first -= 1
  const count = samples.length - first
  return count >= flatCount && newest.ms - (samples[first]?.ms ?? newest.ms) >= flatMs
}
