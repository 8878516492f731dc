/** Relapse: what came back after it had gone. @module */
import { and, or, type Truth } from '../kernel/truth.ts'
import type { Cutoffs } from './outcome-definition.ts'
import {
  answer,
  type Ground,
  notDefined,
  sideOf,
  stands,
  truthAt,
  type Why,
  whyOpen,
} from './outcome-ground.ts'
import { responseAsked } from './outcome-now.ts'
import type { Moment } from './series.ts'
import type { CriterionRead } from './series-shape.ts'

/** The criterion, and whether missing data could turn it into a yes. */
export interface RelapseRead {
  readonly criterion: CriterionRead
  /** No word may be better than a relapse that only a blank hides. */
  readonly hidden: boolean
}

/**
 * Relapse by visits in a row, or by an event.
 *
 * Scores can only show a return of what had gone: the visits come after one with response or remission. They are as many
 * in a row as the definition asks for, each at the cut-off, each as many days after the one before as it says. Visits
 * further apart than that can show no relapse, whatever their scores: it is not assessable, and never a no. Visits closer
 * together than that settle nothing where all of them stand at the cut-off, and neither does a last visit that nothing
 * follows yet. An event counts from the first dose on whatever the scores are: who judged it knew more than they say.
 */
export function relapse(ground: Ground, cutoffs: Cutoffs): RelapseRead {
  const { definition, visits } = ground
  const rows = definition.relapse
  if (rows === undefined) return { criterion: notDefined(), hidden: false }
  const cutoff = cutoffs.relapse
  const event = rows.events ? eventTruth(ground) : 'no'
  if (event === 'yes') return { criterion: answer('yes', cutoff), hidden: false }
  const meets = visits.map(({ ends }) => stands(ends, rows.is, rows.value))
  const before = priorOf(ground)
  const rowsOf = windowsOf(visits, rows.visits, rows.apartDays)
  const each = rowsOf.map(({ at, gaps }) => {
    const prior = before[at] ?? 'no'
    const all = and(meets.slice(at, at + rows.visits))
    return { at, gaps, prior, all, truth: and([prior, all]) }
  })
  const shown = each.find(({ gaps, truth }) => gaps === 'in-range' && truth === 'yes')
  if (shown !== undefined) {
    const index = visits[shown.at + rows.visits - 1]?.point?.index
    return { criterion: answer('yes', cutoff, { index }), hidden: false }
  }
  const blank = each.find(({ gaps, truth }) => gaps === 'in-range' && truth === 'unknown')
  const undated = undatedMayMeet()
  const hidden = blank !== undefined || undated || event === 'unknown'
  const why = whyOpenNow()
  return { criterion: answer(why === undefined ? 'no' : 'unknown', cutoff, { why }), hidden }

  function whyOpenNow(): Why | undefined {
    if (blank !== undefined) return whyBlank(ground, blank)
    if (undated) return 'undated'
    if (event === 'unknown') return 'time-of-day-unknown'
    if (visits.length < (rows?.visits ?? 1)) return visits.length === 0 ? 'no-score' : 'too-few-visits'
    const mayFollow = each.filter(({ prior }) => prior !== 'no')
    if (mayFollow.some(({ gaps, all }) => gaps === 'too-close' && all !== 'no')) return 'visits-too-close'
    const isFar = ({ gaps }: { readonly gaps: Gaps }) => gaps === 'too-far'
    if (mayFollow.some(isFar) || each.every(isFar)) return 'visits-too-far-apart'
    if (ground.read.undated.length > 0 && before.at(-1) !== 'no') return 'undated'
    return awaitsNext() ? 'too-few-visits' : undefined
  }

  /** The last visits stand at the cut-off, fewer of them than it takes. */
  function awaitsNext(): boolean {
    const at = visits.length - 1
    return meets[at] !== 'no' && before[at] !== 'no'
  }

  /** A score without a date may be the visit that is missing in a row. */
  function undatedMayMeet(): boolean {
    if (rows === undefined) return false
    const loose = ground.read.undated.filter(({ ends }) => stands(ends, rows.is, rows.value) !== 'no').length
    const dated = meets.filter((truth) => truth !== 'no').length
    return loose > 0 && loose + dated >= rows.visits
  }
}

/** For each visit, and for what comes after the last, whether there was response or remission at an earlier one. */
function priorOf(ground: Ground): readonly Truth[] {
  const { visits, definition, read } = ground
  const ask = responseAsked(ground)
  const { remission } = definition
  const gone = (ends: Moment['ends']) =>
    or([
      truthAt(ground, ends, ask),
      ...(remission === undefined ? [] : [stands(ends, remission.is, remission.value)]),
    ])
  // A score without a date may have been one of them, and one of the day of the first dose: neither is sure to have been.
  const may = [...read.undated, ...ground.unclear].some(({ ends }) => gone(ends) !== 'no')
  let known: Truth = may ? 'unknown' : 'no'
  return [
    // No visit of the course comes before its first day.
    visits[0]?.day === 0 ? 'no' : known,
    ...visits.map(({ members }) => {
      known = or([known, ...members.map(({ ends }) => gone(ends))])
      return known
    }),
  ]
}

type Gaps = 'in-range' | 'too-far' | 'too-close'

function windowsOf(
  visits: readonly Moment[],
  count: number,
  { least, most }: { readonly least: number; readonly most: number },
): readonly { readonly at: number; readonly gaps: Gaps }[] {
  return visits.slice(0, Math.max(0, visits.length - count + 1)).map((_, at) => {
    const days = visits.slice(at, at + count).map(({ day }) => day)
    const apart = days.slice(1).map((day, step) => day - (days[step] ?? day))
    if (apart.some((gap) => gap > most)) return { at, gaps: 'too-far' }
    return { at, gaps: apart.some((gap) => gap < least) ? 'too-close' : 'in-range' }
  })
}

function eventTruth({ read }: Ground): Truth {
  return or(
    read.events
      .filter(({ kind }) => kind === 'hospitalised-for-depression' || kind === 'judged-a-relapse')
      .map(({ when }): Truth => {
        if (when.isDay !== read.start.isDay || when.isDay)
          return when.day < read.start.day ? 'no' : when.day > read.start.day ? 'yes' : 'unknown'
        return sideOf(when, read.start) === 'after' ? 'yes' : 'no'
      }),
  )
}

function whyBlank(ground: Ground, { at, all }: { readonly at: number; readonly all: Truth }): Why {
  const { visits, bases, baseline, definition } = ground
  const count = definition.relapse?.visits ?? 1
  const members = (all === 'unknown' ? visits.slice(at, at + count) : visits.slice(0, at)).flatMap(
    (visit) => visit.members,
  )
  const isUnclear = ground.unclear.length > 0
  if (all !== 'unknown' && bases.length === 0) return isUnclear ? 'time-of-day-unknown' : 'no-baseline'
  const why = whyOpen(members)
  if (why !== undefined) return why
  if (ground.undated !== null) return 'undated'
  return whyOpen(baseline?.members ?? []) ?? (isUnclear ? 'time-of-day-unknown' : 'in-conflict')
}
