/** The numbers beside the word: change, published figures, followed matters, safety flags. @module */
import {
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  nought,
  numberOf,
  productOf,
  quotientOf,
} from '../kernel/fraction.ts'
import type { ChangeFigure, Side } from '../kernel/instrument.ts'
import { and, or, type Truth } from '../kernel/truth.ts'
import { type Ends, endsOfSubscale, exactOf, hull, worstOf } from './ends.ts'
import type { Worse } from './outcome-definition.ts'
import {
  agreed,
  type Ground,
  gains,
  newestToo,
  type Question,
  reaches,
  stands,
  truthNow,
} from './outcome-ground.ts'
import type { Member, Moment, SeriesRead } from './series.ts'
import type { Change, Outcome } from './series-shape.ts'

/** The change from one number to another, exactly. */
export function changeOf(from: Fraction | null, to: Fraction | null, worse: Worse): Change | null {
  if (from === null || to === null) return null
  const gain = worse === 'higher' ? difference(from, to) : difference(to, from)
  const points = numberOf(gain)
  if (points === undefined) return null
  if (compareFractions(from, nought) <= 0) return { points, percent: null }
  const share = quotientOf(productOf(fractionOf(100), gain), from)
  const [numerator, denominator] = [
    numberOf({ top: share.top, bottom: 1n }),
    numberOf({ top: share.bottom, bottom: 1n }),
  ]
  const percent = numerator === undefined || denominator === undefined ? null : { numerator, denominator }
  return { points, percent }
}

/** The number of the score a moment stands for, exactly. */
export function exactAt(moment: Moment | null): Fraction | null {
  const exact = moment?.members.find(({ index }) => index === moment.point?.index)?.score.exact
  return exact === undefined || exact === null ? null : exactOf(exact)
}

/** Whether the change reaches the published figures. */
export function figuresOf(ground: Ground): Outcome['figures'] {
  return ground.read.instrument.change.map((figure) => {
    const { id, kind, of } = figure
    const about = of === undefined ? ground : ofSubscale(ground, of)
    if (kind === 'end-point') return { id, kind, better: endPoint(about, figure), worse: 'no' }
    return {
      id,
      kind,
      better: truthNow(about, asked(figure, ground.worse, 'better')),
      worse: truthNow(about, asked(figure, ground.worse, 'worse')),
    }
  })
}

/** Points, percent, or both: then both have to say so. A range is reached at its upper end. */
function asked({ points, to, percent }: ChangeFigure, worse: Worse, way: 'better' | 'worse'): Question {
  const questions: Question[] = []
  if (points !== undefined) {
    const least = gains(fractionOf(points), worse, way)
    const most = gains(fractionOf(to ?? points), worse, way)
    questions.push((base, now) => agreed([least(base, now), most(base, now)]))
  }
  if (percent !== undefined) questions.push(reaches(percent, worse, way))
  return (base, now) => agreed(questions.map((ask) => ask(base, now)))
}

function endPoint(ground: Ground, { points }: ChangeFigure): Truth {
  const { latest, undated, worse } = ground
  if (latest === null || points === undefined) return 'unknown'
  const is: Side = worse === 'higher' ? 'at-most' : 'at-least'
  const each = [latest, ...newestToo(ground)].map(({ ends }) => ends)
  return agreed([...each, ...(undated === null ? [] : [undated])].map((ends) => stands(ends, is, points)))
}

/** The same ground, of a subscale. */
function ofSubscale(ground: Ground, id: string): Ground {
  const { read, worse, baseline, latest, unclear } = ground
  const ends = ({ score }: Member): Ends[] => {
    const found = endsOfSubscale(read.instrument, score, id)
    return found === null ? [] : [found]
  }
  const latestEnds = latest === null ? null : worstOf(latest.members.flatMap(ends), worse)
  return {
    ...ground,
    bases: baseline === null ? [] : [...baseline.members, ...unclear].flatMap(ends),
    latest: latest === null || latestEnds === null ? null : { ...latest, ends: latestEnds },
    unclear: unclear.flatMap((one) => ends(one).map((found) => ({ ...one, ends: found }))),
    undated: hull(read.undated.flatMap(ends)),
  }
}

/** How each followed matter changed. */
export function domainsOf({ read, worse, baseline, latest }: Ground): Outcome['domains'] {
  return read.instrument.subscales.flatMap(({ id, domain }) => {
    if (domain === undefined) return []
    const [from, to] = [partAt(baseline, id, worse), partAt(latest, id, worse)]
    return [
      {
        domain,
        baseline: from?.total ?? null,
        latest: to?.total ?? null,
        change: changeOf(from?.exact ?? null, to?.exact ?? null, worse),
      },
    ]
  })
}

/** The worst number of a subscale at a time; none where one of the scores of that time has none. */
function partAt(
  moment: Moment | null,
  id: string,
  worse: Worse,
): { readonly total: number; readonly exact: Fraction } | null {
  if (moment === null) return null
  const parts = moment.members.map(({ score }) => score.subscales.find((one) => one.id === id))
  let found: { readonly total: number; readonly exact: Fraction } | null = null
  for (const part of parts) {
    if (part === undefined || part.total === null || part.exact === null) return null
    const exact = exactOf(part.exact)
    const order = found === null ? 0 : compareFractions(exact, found.exact)
    if (found === null || (worse === 'higher' ? order > 0 : order < 0)) found = { total: part.total, exact }
  }
  return found
}

/** Safety flags of the newest scores: of the last dated time, and of those without a date. The worst answer counts. */
export function safetyFlags(read: SeriesRead): Outcome['flags'] {
  const last = read.moments.at(-1)
  // Of the last day those known by the day alone may be the newest too.
  const dated =
    last === undefined
      ? []
      : read.moments.filter(({ day, from }) => day === last.day && (last.isDay || from === last.from))
  const newest = [...dated.flatMap(({ members }) => members), ...read.undated]
  return read.instrument.flags
    .filter(({ kind }) => kind === 'safety')
    .map(({ id }) => ({
      id,
      truth: newest.length === 0 ? ('unknown' as const) : or(newest.map((one) => flagOf(one, id))),
    }))
}

function flagOf({ score }: Member, id: string): Truth {
  // What is none of the three words counts as unknown.
  return and([score.flags.find((flag) => flag.id === id)?.truth ?? 'unknown'])
}
