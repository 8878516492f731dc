/** Where an outcome is judged from: baseline, what came after it, and what might be either. @module */
import {
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  fractionText,
  nought,
  productOf,
} from '../kernel/fraction.ts'
import type { OutcomeDefinition, Side } from '../kernel/instrument.ts'
import type { Truth } from '../kernel/truth.ts'
import { type Ends, hull, worstOf } from './ends.ts'
import type { Worse } from './outcome-definition.ts'
import { type Member, type Moment, momentOf, type SeriesRead } from './series.ts'
import type { Placing } from './series-argument.ts'
import type { CriterionRead } from './series-shape.ts'

/** A series under a definition. */
export interface Ground {
  readonly read: SeriesRead
  readonly definition: OutcomeDefinition
  readonly worse: Worse
  /** Dated scores from before the first dose. */
  readonly before: readonly Moment[]
  /** The last of them; with it those of its day whose hour nobody wrote down. */
  readonly baseline: Moment | null
  /** All that the baseline can truly be, one by one, which is anything where it has no total; empty where there is none. */
  readonly bases: readonly Ends[]
  /** Dated scores since the first dose. */
  readonly after: readonly Moment[]
  /** The same by civil day: the scores of one day are one visit, and the worst of them counts. */
  readonly visits: readonly Moment[]
  /** The last of them; with it those of its day whose hour nobody wrote down. */
  readonly latest: Moment | null
  /** Of the day of the first dose, before or after it: nobody can tell. Each may be the baseline, or a score since. */
  readonly unclear: readonly Member[]
  /** All that the scores without a date can truly be; null where every score has one. */
  readonly undated: Ends | null
}

/**
 * Where something stands to the first dose.
 *
 * Where both have their time, the times say it. Where both have only their day and it is the same, it came before: that
 * is how courses are written down by the day. Where only one of the two has its time, nobody can tell.
 */
export function sideOf(when: Placing, start: Placing): 'before' | 'after' | 'either' {
  if (!start.isDay && !when.isDay) return when.from < start.from ? 'before' : 'after'
  if (when.day !== start.day) return when.day < start.day ? 'before' : 'after'
  return start.isDay && when.isDay ? 'before' : 'either'
}

/** The ground of a series. */
export function groundOf(read: SeriesRead, definition: OutcomeDefinition, worse: Worse): Ground {
  const { moments, start } = read
  const sides = moments.map((moment) => sideOf({ ...moment, day: moment.day + start.day }, start))
  const of = (side: 'before' | 'after' | 'either') => moments.filter((_, at) => sides[at] === side)
  const [before, after] = [of('before'), of('after')]
  const either = of('either').flatMap(({ members }) => members)
  const unclear = [...daysOwn(before, start, either.length + read.undated.length), ...either]
  const baseline = lastOf(before, read)
  return {
    read,
    definition,
    worse,
    before,
    baseline,
    bases: baseline === null ? [] : distinct([...baseline.members, ...unclear].map(({ ends }) => ends)),
    after,
    visits: visitsOf(after, read),
    latest: lastOf(after, read),
    unclear,
    undated: hull(read.undated.map(({ ends }) => ends)),
  }
}

/**
 * Scores known by the day alone, of a first dose known by the same day alone. One of them came before it; where others
 * are or may be of that day, nobody can tell which.
 */
function daysOwn(before: readonly Moment[], start: Placing, others: number): readonly Member[] {
  const last = before.at(-1)
  if (!start.isDay || last === undefined || last.day !== 0) return []
  return last.members.length + others > 1 ? last.members : []
}

// A baseline that was written down more often than this is taken for anything between its ends.
const basesAtMost = 40

function distinct(each: readonly Ends[]): readonly Ends[] {
  const byText = new Map(each.map((ends) => [`${fractionText(ends.lo)} ${fractionText(ends.hi)}`, ends]))
  const whole = byText.size > basesAtMost ? hull(each) : null
  return whole === null ? [...byText.values()] : [whole]
}

/** The last moment. Beside one with a time stands what is known of its day alone: either may be the last. */
function lastOf(moments: readonly Moment[], { start, worse }: SeriesRead): Moment | null {
  const last = moments.at(-1)
  if (last === undefined) return null
  const other = last.isDay ? moments.at(-2) : undefined
  if (other === undefined || other.day !== last.day) return last
  return momentOf([...other.members, ...last.members], start, worse)
}

function visitsOf(after: readonly Moment[], { start, worse }: SeriesRead): readonly Moment[] {
  const byDay = new Map<number, Moment[]>()
  for (const moment of after) {
    const known = byDay.get(moment.day)
    if (known === undefined) byDay.set(moment.day, [moment])
    else known.push(moment)
  }
  return [...byDay.values()].map((some) => {
    const [only] = some
    if (only !== undefined && some.length === 1) return only
    return momentOf(
      some.flatMap(({ members }) => members),
      start,
      worse,
    )
  })
}

/** A question about a baseline and a later total. */
export type Question = (base: Ends, now: Ends) => Truth

/** The one answer all of them give; else nobody knows. */
export function agreed(truths: readonly Truth[]): Truth {
  const [first = 'unknown', ...rest] = truths
  return rest.every((truth) => truth === first) ? first : 'unknown'
}

/** The answer at a time. A score without a date may have been the baseline. */
export function truthAt(
  { bases, undated }: Pick<Ground, 'bases' | 'undated'>,
  now: Ends,
  ask: Question,
): Truth {
  if (bases.length === 0) return 'unknown'
  return agreed([...bases, ...(undated === null ? [] : [undated])].map((base) => ask(base, now)))
}

/** The answer at a time of several scores, of which the worst counts. */
export function truthOfWorst(ground: Ground, some: readonly Member[], ask: Question): Truth {
  const each = some.map(({ ends }) => ends)
  const worst = worstOf(each, ground.worse)
  return worst === null ? 'unknown' : truthAt(ground, worst, ask)
}

/**
 * The answer now. A score without a date may have been the baseline, or be the newest; two of them may be both. On the
 * day of the first dose one that nobody can place may be the newest too.
 */
export function truthNow(ground: Ground, ask: Question): Truth {
  const { bases, undated, latest, read } = ground
  if (latest === null) return 'unknown'
  const newest = [latest, ...newestToo(ground)]
  const now = agreed(newest.map(({ ends }) => truthAt(ground, ends, ask)))
  if (undated === null || bases.length === 0) return now
  const both = read.undated.length > 1 ? [ask(undated, undated)] : []
  return agreed([now, truthAt({ bases, undated: null }, undated, ask), ...both])
}

/** Scores of the day of the first dose that nobody can place, where no later day is known. */
export function newestToo({ latest, unclear }: Pick<Ground, 'latest' | 'unclear'>): readonly Member[] {
  return latest?.day === 0 ? unclear : []
}

const hundred = fractionOf(100)

/** Whether the change is at least so many percent of the baseline, for the better or for the worse. */
export function reaches(percent: number, worse: Worse, way: 'better' | 'worse' = 'better'): Question {
  const share = fractionOf(percent)
  return (base, now) =>
    overCorners(base, now, (from, to) => {
      if (compareFractions(from, nought) <= 0) return 'unknown'
      const gain = gainOf(from, to, worse, way)
      return compareFractions(productOf(hundred, gain), productOf(share, from)) >= 0 ? 'yes' : 'no'
    })
}

/** Whether the change is at least, or more than, so many points. */
export function gains(
  points: Fraction,
  worse: Worse,
  way: 'better' | 'worse',
  { orEqual = true }: { readonly orEqual?: boolean } = {},
): Question {
  return (base, now) =>
    overCorners(base, now, (from, to) => {
      const order = compareFractions(gainOf(from, to, worse, way), points)
      return order > 0 || (order === 0 && orEqual) ? 'yes' : 'no'
    })
}

/** Points in the direction of getting better, or worse. */
function gainOf(from: Fraction, to: Fraction, worse: Worse, way: 'better' | 'worse'): Fraction {
  return (worse === 'higher') === (way === 'better') ? difference(from, to) : difference(to, from)
}

/** A question that is answered alike at all ends is so between them: change only goes one way with either number. */
function overCorners(base: Ends, now: Ends, ask: (from: Fraction, to: Fraction) => Truth): Truth {
  const froms = base.lo === base.hi ? [base.lo] : [base.lo, base.hi]
  const tos = now.lo === now.hi ? [now.lo] : [now.lo, now.hi]
  return agreed(froms.flatMap((from) => tos.map((to) => ask(from, to))))
}

/** Whether a total stands on a side of a cut-off. */
export function stands({ lo, hi }: Ends, is: Side, value: number): Truth {
  const limit = fractionOf(value)
  const [low, high] = [compareFractions(lo, limit), compareFractions(hi, limit)]
  if (is === 'at-least') return low >= 0 ? 'yes' : high < 0 ? 'no' : 'unknown'
  return high <= 0 ? 'yes' : low > 0 ? 'no' : 'unknown'
}

/**
 * What holds at a visit, where the worst score of a day counts.
 *
 * On the day of the first dose a score that nobody can place may have been of the same visit, and the worse one.
 */
export function atVisit(
  { unclear }: Pick<Ground, 'unclear'>,
  { day, members }: Moment,
  of: (some: readonly Member[]) => Truth,
): Truth {
  const truth = of(members)
  return day === 0 && truth === 'yes' && unclear.some((one) => of([one]) !== 'yes') ? 'unknown' : truth
}

/**
 * What is sure at each moment, where of several scores of one time the worst counts.
 *
 * A score known by its day alone may be of the same time as any other of that day.
 */
export function surely(
  ground: Pick<Ground, 'unclear'>,
  moments: readonly Moment[],
  of: (some: readonly Member[]) => Truth,
): readonly Truth[] {
  const key = (day: number, isDay: boolean) => `${day} ${isDay}`
  const truths = moments.map((moment) => atVisit(ground, moment, of))
  const short = new Set(
    moments.filter((_, at) => truths[at] !== 'yes').map(({ day, isDay }) => key(day, isDay)),
  )
  return moments.map(({ day, isDay }, at) => {
    const truth = truths[at] ?? 'unknown'
    return truth === 'yes' && short.has(key(day, !isDay)) ? 'unknown' : truth
  })
}

/** Why something is not known. */
export type Why = NonNullable<CriterionRead['why']>

/** A criterion, answered; the reason only where it is not. */
export function answer(
  truth: Truth,
  cutoff: string | null,
  { why, index }: { readonly why?: Why | undefined; readonly index?: number | undefined } = {},
): CriterionRead {
  return {
    truth,
    ...(truth === 'unknown' && why !== undefined ? { why } : {}),
    cutoff,
    ...(index === undefined ? {} : { index }),
  }
}

/** A criterion the definition does not have. */
export function notDefined(): CriterionRead {
  return answer('unknown', null, { why: 'not-defined' })
}

/** Why scores leave something open. */
export function whyOpen(members: readonly Member[]): Why | undefined {
  if (members.some(({ score }) => score.total === null)) return 'incomplete'
  return members.some(({ score }) => score.status === 'prorated') ? 'prorated' : undefined
}

/** Why a change is not known at a time. */
export function whyNoChange(ground: Ground, moment: Moment | null, ask: Question): Why {
  const { bases, baseline, undated } = ground
  const isUnclear = ground.unclear.length > 0
  if (bases.length === 0) return isUnclear ? 'time-of-day-unknown' : 'no-baseline'
  if (bases.every(({ hi }) => compareFractions(hi, nought) <= 0)) return 'baseline-nought'
  if (moment === null) return isUnclear ? 'time-of-day-unknown' : 'no-score'
  // Known but for the scores without a date.
  if (undated !== null && truthAt({ bases, undated: null }, moment.ends, ask) !== 'unknown') return 'undated'
  const open = whyOpen([...moment.members, ...(baseline?.members ?? [])])
  if (open !== undefined) return open
  if (isUnclear) return 'time-of-day-unknown'
  return (baseline?.members.length ?? 0) > 1 ? 'in-conflict' : 'baseline-nought'
}
