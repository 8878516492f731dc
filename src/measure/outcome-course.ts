/** What has to hold over visits: sustained response, consistent remission, recovery. @module */
import { addMonths, civilDate } from '../kernel/time.ts'
import { and, type Truth } from '../kernel/truth.ts'
import type { Cutoffs } from './outcome-definition.ts'
import {
  answer,
  atVisit,
  type Ground,
  notDefined,
  truthOfWorst,
  type Why,
  whyNoChange,
  whyOpen,
} from './outcome-ground.ts'
import { remissionOf, responseAsked } from './outcome-now.ts'
import type { Member, Moment } from './series.ts'
import type { CriterionRead } from './series-shape.ts'

/**
 * Response by one day, kept to another.
 *
 * The visit at the end has to be a response itself: it is the first visit on the last day or after it, and no more days
 * after it than the definition gives the first response to show itself. A later one says nothing of the last day. Only
 * visits between the first response and that one can be out of it.
 */
export function sustainedResponse(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  const { definition, visits, read, bases } = ground
  const rows = definition.sustainedResponse
  if (rows === undefined) return notDefined()
  const { byDay, toDay, excursions } = rows
  const cutoff = cutoffs.sustainedResponse
  const open = (why: Why) => answer('unknown', cutoff, { why })
  const ask = responseAsked(ground)
  if (bases.length === 0) return open(whyNoChange(ground, null, ask))
  const of = (some: readonly Member[]) => truthOfWorst(ground, some, ask)
  const truths = visits.map((visit) => atVisit(ground, visit, of))
  // Of the scores without a date each may be a response, or may break one.
  const loose = read.undated.map((one) => of([one]))
  const unplaced = ground.unclear.map((one) => of([one]))
  const today = read.now.day - read.start.day
  const early = visits.filter(({ day }) => day <= byDay).length
  const possible = truths.slice(0, early).findIndex((truth) => truth !== 'no')
  const first = truths.slice(0, early).indexOf('yes')
  if (first < 0) {
    if (possible >= 0) return open(whyNoChange(ground, visits[possible] ?? null, ask))
    if (loose.some((truth) => truth !== 'no')) return open('undated')
    if (unplaced.some((truth) => truth !== 'no')) return open('time-of-day-unknown')
    if (today <= byDay && visits[early - 1]?.day !== byDay) return open('too-early')
    return early === 0 ? open('no-score') : answer('no', cutoff)
  }
  const last = toDay + byDay
  const end = visits.findIndex(({ day }) => day >= toDay && day <= last)
  const within = visits.filter(({ day }) => day < toDay).length
  // A score without a place may be an earlier first response, or undo this one: then only what comes after counts for sure.
  const isLoose = loose.length > 0
  const isOpen = isLoose || unplaced.length > 0
  const least = truths.slice(isOpen ? early : first + 1, within).filter((truth) => truth === 'no').length
  if (least > excursions) return answer('no', cutoff)
  if (end < 0) return open(isLoose ? 'undated' : today <= last ? 'too-early' : 'no-score')
  // It may itself be the visit at the end, where that was not on the very day.
  const isSure = visits[end]?.day === toDay || loose.every((truth) => truth === 'no')
  if (truths[end] === 'no' && isSure) return answer('no', cutoff)
  if (truths[end] === 'unknown') return open(whyNoChange(ground, visits[end] ?? null, ask))
  const between = truths.slice(isOpen ? 0 : possible + 1, within)
  const most = between.filter((truth) => truth !== 'yes').length
  // One without a date may be the worse score of any of these visits.
  const strays = loose.some((truth) => truth !== 'yes')
  if (truths[end] === 'yes' && most <= excursions && !strays)
    return answer('yes', cutoff, { index: visits[first]?.point?.index })
  if (isLoose) return open('undated')
  const doubtful = visits[truths.indexOf('unknown', possible)]
  return open(doubtful === undefined ? 'time-of-day-unknown' : whyNoChange(ground, doubtful, ask))
}

/** Whether a visit was one of remission. */
function remittedAt(visit: Moment, ground: Ground): Truth {
  return atVisit(ground, visit, (some) => remissionOf(some, ground))
}

/** Remission at so many visits in a row. */
export function consistentRemission(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  const { definition, visits, read } = ground
  const rows = definition.consistentRemission
  if (rows === undefined || definition.remission === undefined) return notDefined()
  const cutoff = cutoffs.consistentRemission
  const truths = visits.map((visit) => remittedAt(visit, ground))
  const loose = read.undated.map((one) => remissionOf([one], ground))
  const row = (truth: (each: readonly Truth[]) => boolean) =>
    truths.findIndex(
      (_, at) => at + rows.visits <= truths.length && truth(truths.slice(at, at + rows.visits)),
    )
  const sure = row((each) => each.every((truth) => truth === 'yes'))
  // A score without a date may stand between two visits.
  if (sure >= 0 && loose.every((truth) => truth === 'yes'))
    return answer('yes', cutoff, { index: visits[sure]?.point?.index })
  if (sure >= 0) return answer('unknown', cutoff, { why: 'undated' })
  const open = row((each) => each.every((truth) => truth !== 'no'))
  if (open >= 0) return answer('unknown', cutoff, { why: whyOf(open, rows.visits) })
  const possible = [...truths, ...loose].filter((truth) => truth !== 'no').length
  if (loose.some((truth) => truth !== 'no') && possible >= rows.visits)
    return answer('unknown', cutoff, { why: 'undated' })
  if (visits.length < rows.visits)
    return answer('unknown', cutoff, { why: visits.length === 0 ? 'no-score' : 'too-few-visits' })
  return answer('no', cutoff)

  function whyOf(from: number, count: number): Why | undefined {
    return whyOfVisits(visits.slice(from, from + count))
  }
}

/**
 * So many months in remission: at every visit from the first to the last of the stretch, without an event of relapse.
 *
 * What was between two visits nobody knows; this says what was assessed.
 */
export function recovery(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  const { definition, visits, read } = ground
  const rows = definition.recovery
  if (rows === undefined || definition.remission === undefined) return notDefined()
  const cutoff = cutoffs.recovery
  if (visits.length === 0) return answer('unknown', cutoff, { why: 'no-score' })
  const truths = visits.map((visit) => remittedAt(visit, ground))
  const broken = read.events.filter(
    ({ kind }) => kind === 'hospitalised-for-depression' || kind === 'judged-a-relapse',
  )
  const sure = stretches((truth) => truth === 'yes')
  const possible = stretches((truth) => truth !== 'no')
  const reached = (each: readonly Stretch[]) => each.find(({ from, to }) => isLong(from, to))
  const found = reached(sure)
  const loose = and(read.undated.map((one) => remissionOf([one], ground)))
  if (found !== undefined && loose === 'yes')
    return answer('yes', cutoff, { index: visits[found.at]?.point?.index })
  if (found !== undefined) return answer('unknown', cutoff, { why: 'undated' })
  const doubtful = reached(possible)
  if (doubtful !== undefined) {
    const some = visits.filter(({ day }) => day >= doubtful.from && day <= doubtful.to)
    return answer('unknown', cutoff, { why: whyOfVisits(some) })
  }
  if (read.undated.some((one) => remissionOf([one], ground) !== 'no'))
    return answer('unknown', cutoff, { why: 'undated' })
  const goesOn = truths.at(-1) !== 'no'
  return goesOn ? answer('unknown', cutoff, { why: 'too-early' }) : answer('no', cutoff)

  function isLong(from: number, to: number): boolean {
    const first = civilDate(read.start.day + from)
    const reachedOn = addMonths(first, rows?.months ?? 0)
    return reachedOn !== '' && reachedOn <= civilDate(read.start.day + to)
  }

  function stretches(holds: (truth: Truth) => boolean): readonly Stretch[] {
    const found: Stretch[] = []
    let current: { at: number; from: number; to: number } | undefined
    for (const [at, { day }] of visits.entries()) {
      const last = current?.to
      const isBroken = last !== undefined && broken.some((event) => event.day >= last && event.day <= day)
      if (!holds(truths[at] ?? 'unknown')) current = undefined
      else if (current === undefined || isBroken) {
        current = { at, from: day, to: day }
        found.push(current)
      } else current.to = day
    }
    return found
  }
}

function whyOfVisits(some: readonly Moment[]): Why {
  // Forms answered in full leave nothing open but the place of another score of the first day.
  return whyOpen(some.flatMap(({ members }) => members)) ?? 'time-of-day-unknown'
}

interface Stretch {
  readonly at: number
  readonly from: number
  readonly to: number
}
