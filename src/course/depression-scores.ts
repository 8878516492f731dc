/** Scores of a course beside a gap: whether there is a recent one, and whether it is worse than before. @module */
import {
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  lesser,
  nought,
  productOf,
  quotientOf,
} from '../kernel/fraction.ts'
import type { ChangeFigure } from '../kernel/instrument.ts'
import type { Protocol } from '../kernel/protocol.ts'
import type { Instant } from '../kernel/time.ts'
import { or, type Truth } from '../kernel/truth.ts'
import { type Ends, endsOfTotal } from '../measure/ends.ts'
import { knownScores } from './course-scores.ts'
import type { CourseScores } from './forecast-shape.ts'

/** The gap scores are held against, in civil days. */
export interface GapDays {
  readonly zone: string
  readonly asOf: Instant
  readonly nowMs: number
  readonly today: number
  /** Day of the last dose; null where nobody knows, nothing where none was given. */
  readonly lastDose: number | null | undefined
  /** How old a score may be and still be recent. */
  readonly recentDays: number
}

/** What the scores say. */
export interface ScoresSaid {
  /** Whether a score since the last dose is recent enough to speak. */
  readonly recent: Truth
  readonly worse: Truth
}

/**
 * What the scores of a course say of a gap.
 *
 * Every day stands for its worst doubt: two scores of one day that differ in the answer leave it open, and so does a score
 * without a date, or the newest one without a total. A change counts from the smallest published figure of the scale on,
 * any change where it has none; a smaller one leaves the question open. Scores after the question are set aside.
 *
 * @throws Fault for scores that are none of the instrument
 */
export function saidByScores(
  all: readonly CourseScores[] | undefined,
  protocol: Protocol,
  gap: GapDays,
): ScoresSaid {
  if (all === undefined) return { recent: 'unknown', worse: 'unknown' }
  const said = ofDepression(all, protocol).map((one) => saidBy(one, gap))
  const speaking = said.filter(({ recent }) => recent !== 'no')
  return {
    recent: or(said.map(({ recent }) => recent)),
    worse: speaking.length === 0 ? 'unknown' : or(speaking.map(({ worse }) => worse)),
  }
}

/** Scales the protocol names for its scores, and those that say they measure depression. */
function ofDepression(all: readonly CourseScores[], protocol: Protocol): readonly CourseScores[] {
  const named = new Set(
    protocol.assessments.flatMap(({ kind, instruments }) => (kind === 'measure' ? (instruments ?? []) : [])),
  )
  return all.filter(({ instrument }) => named.has(instrument.id) || /depress/i.test(instrument.measures))
}

interface Member {
  /** Null where it has no date. */
  readonly day: number | null
  readonly hasTotal: boolean
  readonly ends: Ends
}

function saidBy({ instrument, scores }: CourseScores, gap: GapDays): ScoresSaid {
  const { range, worse: direction } = instrument
  if (range === undefined || direction === 'neither') return { recent: 'no', worse: 'unknown' }
  const members = membersOf({ instrument, scores }, gap)
  const undated = members.filter(({ day }) => day === null)
  const { lastDose, today, recentDays } = gap
  const fresh = members.filter(({ day }) => day !== null && today - day <= recentDays)
  const open = (some: readonly Member[]): ScoresSaid => ({
    recent: some.length + undated.length > 0 ? 'unknown' : 'no',
    worse: 'unknown',
  })
  if (lastDose === null) return open(fresh)
  const since = lastDose ?? Number.NEGATIVE_INFINITY
  const after = newest(fresh.filter(({ day }) => day !== null && day > since))
  // What has no date may be the newest of all, and without a total it would tell nothing.
  const speaks = after.some(({ hasTotal }) => hasTotal) && undated.every(({ hasTotal }) => hasTotal)
  if (!speaks) return open(after)
  const before = newest(members.filter(({ day }) => day !== null && day <= since))
  if (undated.length > 0 || before.length === 0) return { recent: 'yes', worse: 'unknown' }
  const each = after.flatMap((now) =>
    before.map((then) => isWorse(then.ends, now.ends, direction, instrument.change)),
  )
  const [first = 'unknown'] = each
  return { recent: 'yes', worse: each.every((one) => one === first) ? first : 'unknown' }
}

function membersOf({ instrument, scores }: CourseScores, gap: GapDays): readonly Member[] {
  const { zone, asOf, nowMs, today } = gap
  const series = { instrument, scores, zone, asOf, courseStart: asOf }
  return knownScores(series, { ms: nowMs, day: today }).flatMap(({ score, when }) => {
    const ends = endsOfTotal(instrument, score)
    return ends === null ? [] : [{ day: when?.day ?? null, hasTotal: score.total !== null, ends }]
  })
}

/** Those of the last day among them. */
function newest(members: readonly Member[]): readonly Member[] {
  const last = members.reduce((most, { day }) => Math.max(most, day ?? most), Number.NEGATIVE_INFINITY)
  return members.filter(({ day }) => day === last)
}

/** Whether a total that lies between these ends is surely worse than another, surely not, or neither. */
function isWorse(
  then: Ends,
  now: Ends,
  direction: 'higher' | 'lower',
  figures: readonly ChangeFigure[],
): Truth {
  const [least, most] =
    direction === 'higher'
      ? [difference(now.lo, then.hi), difference(now.hi, then.lo)]
      : [difference(then.lo, now.hi), difference(then.hi, now.lo)]
  if (compareFractions(most, nought) <= 0) return 'no'
  if (compareFractions(least, nought) <= 0) return 'unknown'
  const figure = smallestFigure(figures, then)
  return figure === undefined || compareFractions(least, figure) >= 0 ? 'yes' : 'unknown'
}

/** The smallest published change of the total, in points; of percents that of the largest total it can have been. */
function smallestFigure(figures: readonly ChangeFigure[], then: Ends): Fraction | undefined {
  const points = figures.flatMap(({ of, kind, points: least, percent }): readonly Fraction[] => {
    if (of !== undefined || kind === 'end-point') return []
    if (least !== undefined) return [fractionOf(least)]
    return percent === undefined ? [] : [productOf(then.hi, quotientOf(fractionOf(percent), fractionOf(100)))]
  })
  const [first, ...rest] = points
  return first === undefined ? undefined : rest.reduce(lesser, first)
}
