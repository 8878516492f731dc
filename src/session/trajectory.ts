/** Scales over the time of a visit: how they stood, when they left their resting value, and when they were back. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { putInOrder } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Entry, HappeningOf, SessionState } from './state.ts'

/** A scale that is followed; the two lengths of the CADSS are two scales. */
export type FollowedScale = 'moaas' | 'rass' | 'cadss-23' | 'cadss-28'

/** One score. */
export interface ScoreSeen {
  readonly total: number
  /** Id of the entry. */
  readonly event: string
  readonly at?: Instant
}

/** How a scale went. Everything in it was observed; nothing is drawn between two scores. */
export interface Trajectory {
  readonly instrument: FollowedScale
  /** In the order of time. Scores without a time stand in `untimed`. */
  readonly scores: readonly ScoreSeen[]
  readonly untimed: readonly ScoreSeen[]
  /** What counts as at rest: 5, 0, or the score before the first administration. Left out where nobody has that one. */
  readonly rest?: number
  /** The first score that was not at rest, from the first administration on. */
  readonly onset?: ScoreSeen
  /** The score furthest from rest. */
  readonly furthest?: ScoreSeen
  /** The first score back at rest after which every score is, two at the least. */
  readonly resolved?: ScoreSeen
  /**
   * Whether it is back at rest: `yes` once it was seen to be at the last two scores; `no` where the last one is not;
   * else `unknown`, also where a score has no time.
   */
  readonly isResolved: 'yes' | 'no' | 'unknown'
}

const followed: readonly FollowedScale[] = ['moaas', 'rass', 'cadss-23', 'cadss-28']

/** Scores that stand for rest whoever the patient is: fully alert, neither agitated nor sedated. */
const restOf: Readonly<Record<FollowedScale, number | undefined>> = {
  moaas: 5,
  rass: 0,
  'cadss-23': undefined,
  'cadss-28': undefined,
}

/**
 * How each scale went that was scored in a visit.
 *
 * A scale is at rest where it is no worse than before: MOAA/S 5, RASS 0, a CADSS total no higher than the last before the
 * first administration. One score at rest may be chance; the one after it confirms it.
 *
 * @param state - a visit as `replaySession` returned it
 * @returns one trajectory for each scale that was scored, in a fixed order; totals as they were written
 * @throws Refusal `bad-argument`
 *
 * @example
 * ```ts
 * trajectories(replaySession(visit, now)) // => []
 * ```
 *
 * @see clinical reference `mon-scale-moaas`, `mon-scale-cadss`, `pol-dc-moaas` (fully alert at the last two checks)
 */
export function trajectories(state: SessionState): readonly Trajectory[] {
  return answered(() => {
    if (!isObject(state) || !Array.isArray(state.entries)) throw new Refusal(badArgument, 'state')
    return deepFreeze(
      followed.flatMap((instrument) => {
        const entries = state.entries.filter(isScale).filter(({ what }) => what.instrument === instrument)
        return entries.length === 0 ? [] : trajectory(instrument, entries, state)
      }),
    )
  })
}

function trajectory(
  instrument: FollowedScale,
  entries: readonly Entry<HappeningOf<'scale'>>[],
  state: SessionState,
): Trajectory {
  const scores: ScoreSeen[] = []
  const untimed: ScoreSeen[] = []
  // The last time at which nobody knows the score, or where a score may stand anywhere.
  let openUpTo = Number.NEGATIVE_INFINITY
  for (const { id, at, what } of entries) {
    const total = readTotal(instrument, what.total)
    if (total === undefined || at === undefined) {
      openUpTo = Math.max(openUpTo, at === undefined ? Number.POSITIVE_INFINITY : instantMs(at))
      if (total !== undefined) untimed.push({ total, event: id })
    } else scores.push({ total, event: id, at })
  }
  putInOrder(scores, (a, b) => timeOf(a) - timeOf(b))
  const start = state.anchors.start?.at
  const began = start === undefined ? Number.NaN : instantMs(start)
  const rest = restOf[instrument] ?? scores.findLast((score) => timeOf(score) <= began)?.total
  const base = { instrument, scores, untimed, ...(rest === undefined ? {} : { rest }) }
  if (rest === undefined || Number.isNaN(began)) return { ...base, isResolved: 'unknown' }
  const after = onePerTime(
    scores.filter((score) => timeOf(score) > began),
    (score) => distance(instrument, score.total, rest),
  )
  return { ...base, ...courseOf(after, (score) => distance(instrument, score.total, rest), openUpTo) }
}

/** The totals each scale can have. */
const ranges: Readonly<Record<FollowedScale, readonly [number, number]>> = {
  moaas: [0, 5],
  rass: [-5, 4],
  'cadss-23': [0, 92],
  'cadss-28': [0, 112],
}

function readTotal(instrument: FollowedScale, total: number | undefined): number | undefined {
  const [least, most] = ranges[instrument]
  return total !== undefined && Number.isInteger(total) && total >= least && total <= most ? total : undefined
}

function timeOf({ at }: ScoreSeen): number {
  return instantMs(at ?? '')
}

/** Of two scores of one time, the one further from rest. */
function onePerTime(scores: readonly ScoreSeen[], away: (score: ScoreSeen) => number): readonly ScoreSeen[] {
  const kept: ScoreSeen[] = []
  for (const score of scores) {
    const before = kept.at(-1)
    if (before === undefined || timeOf(before) !== timeOf(score)) kept.push(score)
    else if (away(score) > away(before)) kept[kept.length - 1] = score
  }
  return kept
}

function courseOf(
  after: readonly ScoreSeen[],
  away: (score: ScoreSeen) => number,
  openUpTo: number,
): Pick<Trajectory, 'onset' | 'furthest' | 'resolved' | 'isResolved'> {
  const onset = after.find((score) => away(score) > 0)
  let furthest = onset
  for (const score of after) if (furthest !== undefined && away(score) > away(furthest)) furthest = score
  const lastAway = after.findLastIndex((score) => away(score) > 0)
  const back = after.slice(lastAway + 1)
  const seen = {
    ...(onset === undefined ? {} : { onset }),
    ...(furthest === undefined ? {} : { furthest }),
  }
  const confirmed = back.at(-2)
  if (confirmed === undefined || timeOf(confirmed) <= openUpTo) {
    return { ...seen, isResolved: after.length > 0 && back.length === 0 ? 'no' : 'unknown' }
  }
  const resolved = onset === undefined ? undefined : back.find((score) => timeOf(score) > openUpTo)
  return { ...seen, ...(resolved === undefined ? {} : { resolved }), isResolved: 'yes' }
}

/** How far a score is from rest; 0 where it is no worse. */
function distance(instrument: FollowedScale, total: number, rest: number): number {
  switch (instrument) {
    case 'moaas':
      return Math.max(0, rest - total)
    case 'rass':
      return Math.abs(total - rest)
    default:
      return Math.max(0, total - rest)
  }
}

function isScale(entry: Entry): entry is Entry<HappeningOf<'scale'>> {
  return entry.what.type === 'scale'
}
