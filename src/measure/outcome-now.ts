/** Response, partial response and remission at the last score, and what came of the first days. @module */
import { nought } from '../kernel/fraction.ts'
import { and, not, type Truth } from '../kernel/truth.ts'
import type { Cutoffs } from './outcome-definition.ts'
import {
  agreed,
  answer,
  type Ground,
  gains,
  newestToo,
  notDefined,
  type Question,
  reaches,
  surely,
  truthAt,
  truthNow,
  truthOfWorst,
  type Why,
  whyNoChange,
  whyOpen,
} from './outcome-ground.ts'
import type { Member, Moment } from './series.ts'
import type { CriterionRead, Outcome } from './series-shape.ts'

const hourMs = 3_600_000

/** Whether the change is a response. */
export function responseAsked({ definition, worse }: Ground): Question {
  return reaches(definition.response.percent, worse)
}

/** From when no response is called one, and who says so. */
export function judgedFrom({ read, definition }: Ground): Outcome['judgedFrom'] {
  if (read.judgeFromDays !== null) return { days: read.judgeFromDays, by: 'site' }
  const { judgeFrom, earlyImprovement: early } = definition
  if (judgeFrom !== undefined) return { days: judgeFrom.days, by: 'definition' }
  return early === undefined ? null : { days: early.withinDays, by: 'early-improvement' }
}

/**
 * Whether no response is not yet non-response.
 *
 * A day to judge from is one for the score: the last one has to be of that day or later. The window of early improvement
 * only holds the word back while it is open.
 */
export function isTooEarly(ground: Ground): boolean {
  const from = judgedFrom(ground)
  if (from === null) return false
  const { latest, after, read } = ground
  if (from.by !== 'early-improvement') return latest === null || latest.day < from.days
  return read.now.day - read.start.day <= from.days && after.every(({ day }) => day !== from.days)
}

/** Response at the last score. */
export function responseNow(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  return changeNow(ground, responseAsked(ground), cutoffs.response)
}

/** Partial response at the last score: enough for it, and not for response. */
export function partialNow(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  const { definition, worse } = ground
  if (definition.partialResponse === undefined) return notDefined()
  const enough = reaches(definition.partialResponse.percent, worse)
  const whole = responseAsked(ground)
  return changeNow(
    ground,
    (base, now) => and([enough(base, now), not(whole(base, now))]),
    cutoffs.partialResponse,
  )
}

/** Whether the last score is worse than the baseline. */
export function worseNow(ground: Ground): Truth {
  return truthNow(ground, gains(nought, ground.worse, 'worse', { orEqual: false }))
}

function changeNow(ground: Ground, ask: Question, cutoff: string | null): CriterionRead {
  return answer(truthNow(ground, ask), cutoff, {
    why: whyNoChange(ground, ground.latest, ask),
    index: ground.after.find(({ ends }) => truthAt(ground, ends, ask) === 'yes')?.point?.index,
  })
}

/** Whether scores of one time are a remission. It takes a complete score; one of them that is none decides. */
export function remissionOf(members: readonly Member[], { definition, worse }: Ground): Truth {
  const { remission } = definition
  if (remission === undefined) return 'unknown'
  const each = members.map(({ score }): Truth => {
    if (score.status !== 'complete' || score.total === null) return 'unknown'
    return (worse === 'higher' ? score.total <= remission.value : score.total >= remission.value)
      ? 'yes'
      : 'no'
  })
  return and(each)
}

/** Remission at the last score. A score without a date may be the newest. */
export function remissionNow(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  const { latest, read, after } = ground
  if (ground.definition.remission === undefined) return notDefined()
  const index = after.find(({ members }) => remissionOf(members, ground) === 'yes')?.point?.index
  if (latest === null) return answer('unknown', cutoffs.remission, { why: 'no-score' })
  const dated = remissionOf(latest.members, ground)
  const others = [...newestToo(ground), ...read.undated]
  const truth = agreed([dated, ...others.map((one) => remissionOf([one], ground))])
  const why = dated === 'unknown' ? whyOpen(latest.members) : undefined
  const placeless = read.undated.length > 0 ? 'undated' : 'time-of-day-unknown'
  return answer(truth, cutoffs.remission, { why: why ?? placeless, index })
}

/** Enough improvement within so many days. */
export function earlyImprovement(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  const { definition, worse, after, read } = ground
  const early = definition.earlyImprovement
  if (early === undefined) return notDefined()
  const inTime = after.filter(({ day }) => day <= early.withinDays)
  const isOver =
    read.now.day - read.start.day > early.withinDays || inTime.some(({ day }) => day === early.withinDays)
  return firstReached(ground, cutoffs.earlyImprovement, {
    ask: reaches(early.percent, worse),
    moments: inTime.map((moment) => ({ moment, inTime: 'yes' })),
    isOver,
  })
}

/** Response within so many hours. Where a time is not known to the hour, the day decides as far as it can. */
export function rapidResponse(ground: Ground, cutoffs: Cutoffs): CriterionRead {
  const { definition, worse, after, read } = ground
  const rapid = definition.rapidResponse
  if (rapid === undefined) return notDefined()
  const within = rapid.withinHours * hourMs
  const { start, now } = read
  const moments = after.flatMap((moment) => {
    const [least, most] = [moment.from - start.to, moment.to - start.from]
    const inTime: Truth = most <= within ? 'yes' : least > within ? 'no' : 'unknown'
    return inTime === 'no' ? [] : [{ moment, inTime }]
  })
  return firstReached(ground, cutoffs.rapidResponse, {
    ask: reaches(rapid.percent, worse),
    moments,
    isOver: now.ms - start.to > within,
  })
}

interface Window {
  readonly ask: Question
  readonly moments: readonly { readonly moment: Moment; readonly inTime: Truth }[]
  /** No score of the window is still to come. */
  readonly isOver: boolean
}

/** Whether it was reached at any time of a window. */
function firstReached(
  ground: Ground,
  cutoff: string | null,
  { ask, moments, isOver }: Window,
): CriterionRead {
  const { bases, undated, unclear } = ground
  const truths = surely(
    ground,
    moments.map(({ moment }) => moment),
    (some) => truthOfWorst(ground, some, ask),
  )
  const each = moments.map(({ moment, inTime }, at) => ({
    moment,
    truth: and([inTime, truths[at] ?? 'unknown']),
  }))
  const found = each.find(({ truth }) => truth === 'yes')
  if (found !== undefined) {
    // One without a date may be the worse of two scores of that time.
    const stands = undated === null || truthAt(ground, undated, ask) === 'yes'
    return stands
      ? answer('yes', cutoff, { index: found.moment.point?.index })
      : answer('unknown', cutoff, { why: 'undated' })
  }
  const why = whyNotReached()
  return why === undefined ? answer('no', cutoff) : answer('unknown', cutoff, { why })

  function whyNotReached(): Why | undefined {
    if (bases.length === 0) return whyNoChange(ground, null, ask)
    const open = each.find(({ truth }) => truth === 'unknown')
    if (open !== undefined) {
      return truthAt(ground, open.moment.ends, ask) === 'unknown'
        ? whyNoChange(ground, open.moment, ask)
        : 'time-of-day-unknown'
    }
    // Of the scores without a date one may be of these days.
    if (undated !== null && truthAt(ground, undated, ask) !== 'no') return 'undated'
    if (unclear.some(({ ends }) => truthAt(ground, ends, ask) !== 'no')) return 'time-of-day-unknown'
    if (!isOver) return 'too-early'
    return each.length === 0 ? 'no-score' : undefined
  }
}
