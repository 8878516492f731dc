/** What the scores of a course come to under one definition. @module */
import { compareFractions, nought } from '../kernel/fraction.ts'
import type { OutcomeDefinition } from '../kernel/instrument.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Result } from '../kernel/result.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Ends } from './ends.ts'
import { consistentRemission, recovery, sustainedResponse } from './outcome-course.ts'
import { checkedDefinition, cutoffsOf } from './outcome-definition.ts'
import { changeOf, domainsOf, exactAt, figuresOf, safetyFlags } from './outcome-figures.ts'
import { atVisit, type Ground, groundOf, surely, truthAt, truthOfWorst } from './outcome-ground.ts'
import {
  earlyImprovement,
  isTooEarly,
  judgedFrom,
  partialNow,
  rapidResponse,
  remissionNow,
  remissionOf,
  responseAsked,
  responseNow,
  worseNow,
} from './outcome-now.ts'
import { relapse } from './relapse.ts'
import { type Moment, reading, readSeries } from './series.ts'
import type {
  CriterionRead,
  Outcome,
  OutcomeWord,
  PointLeftOut,
  ScoreSeries,
  SeriesFault,
} from './series-shape.ts'

/**
 * Response, remission, relapse and the rest of one course, under one named definition.
 *
 * The baseline is the last dated score before the first dose; where that one has no total there is none, and an older one
 * never stands in for it. Of several scores of one time the worst counts. A prorated total is taken for all that its
 * missing answers allow, and is never a remission. A score without a date is never counted; where it would change an
 * answer, the answer is unknown; so is one that hangs on the order of a score and the first dose on one day, where the
 * hours do not tell it. What the person says is kept and never counted.
 *
 * Each criterion stands alone. The word is the first that holds: relapse (which the course keeps), remission, response,
 * partial response, worsening; then too early, where the last score lies before the day the site or the definition
 * judges from, or, where neither names one, while the window of early improvement is open; then non-response. It is `not-computable` without a baseline, with one that is or may be nought, and wherever a blank leaves
 * the word open.
 *
 * @param series - scores of one instrument around the first dose of one course, in any order
 * @param definition - cut-offs with their sources, from `outcomes` of the instrument or of the caller’s own
 * @returns the outcome, frozen; or why the series or the definition cannot be used, by code and path
 * @throws Refusal `not-parsed` for an instrument that did not come through the door, `altered-prototype`, `not-readable`
 *
 * @example
 * ```ts
 * const score = (takenAt: string, q1: number, q2: number) => {
 *   const scored = scoreMeasure(phq2, { answers: { q1, q2 }, takenAt })
 *   if (!scored.ok) throw new Error(scored.error.code)
 *   return scored.value
 * }
 * const halved = { id: 'halved', label: 'Half of the baseline', instrument: 'phq-2',
 *   response: { percent: 50, certainty: 'K', sources: [] } } as const
 * const outcome = classifyResponse({
 *   instrument: phq2, scores: [score('2026-10-05', 3, 3), score('2026-10-19', 1, 2)],
 *   courseStart: '2026-10-06', asOf: '2026-10-20T09:00:00-04:00', zone: 'America/New_York',
 * }, halved)
 * outcome.ok && [outcome.value.word, outcome.value.timeToResponse] // => ['response', 13]
 * ```
 *
 * @see requirements
 */
export function classifyResponse(
  series: ScoreSeries,
  definition: OutcomeDefinition,
): Result<Outcome, SeriesFault> {
  return reading(() => {
    const read = readSeries(series)
    const worse = checkedDefinition(read.instrument, definition)
    return deepFreeze(outcomeOf(groundOf(read, definition, worse)))
  })
}

function outcomeOf(ground: Ground): Outcome {
  const { definition, worse, read, baseline, latest, after } = ground
  const cutoffs = cutoffsOf(definition, worse)
  const relapsed = relapse(ground, cutoffs)
  const isOld = isStale(ground)
  const now = (read: CriterionRead): CriterionRead =>
    isOld && read.why !== 'not-defined' ? { truth: 'unknown', why: 'stale', cutoff: read.cutoff } : read
  const criteria: Outcome['criteria'] = {
    response: now(responseNow(ground, cutoffs)),
    partialResponse: now(partialNow(ground, cutoffs)),
    remission: now(remissionNow(ground, cutoffs)),
    earlyImprovement: earlyImprovement(ground, cutoffs),
    rapidResponse: rapidResponse(ground, cutoffs),
    sustainedResponse: sustainedResponse(ground, cutoffs),
    consistentRemission: consistentRemission(ground, cutoffs),
    relapse: relapsed.criterion,
    recovery: recovery(ground, cutoffs),
  }
  const ask = responseAsked(ground)
  const responses = surely(ground, after, (some) => truthOfWorst(ground, some, ask))
  const remissions = surely(ground, after, (some) => remissionOf(some, ground))
  return {
    word: wordOf(ground, criteria, relapsed.hidden || isOld),
    definition: { id: definition.id, label: definition.label, instrument: definition.instrument },
    judgedFrom: judgedFrom(ground),
    baseline: baseline?.point ?? null,
    latest: latest?.point ?? null,
    daysSinceLatest: daysSince(ground),
    change: changeOf(exactAt(baseline), exactAt(latest), worse),
    criteria,
    figures: figuresOf(ground),
    timeToResponse: firstDay(after, responses),
    timeToRemission: firstDay(after, remissions),
    responseHeldDays: heldDays(ground),
    domains: domainsOf(ground),
    flags: safetyFlags(read).map((flag) =>
      isOld && flag.truth === 'no' ? { ...flag, truth: 'unknown' } : flag,
    ),
    leftOut: leftOutOf(ground),
    accounts: read.accounts.map(({ at, word, text }) => ({
      at: at ?? null,
      word: word ?? null,
      text: text ?? null,
    })),
  }
}

/** Civil days from the last dated score to the question. */
function daysSince({ latest, read }: Ground): number | null {
  return latest === null ? null : read.now.day - read.start.day - latest.day
}

/** The last score is older than the site lets it speak. */
function isStale(ground: Ground): boolean {
  const { maxAgeDays } = ground.read
  const days = daysSince(ground)
  return maxAgeDays !== null && days !== null && days > maxAgeDays
}

function wordOf(ground: Ground, criteria: Outcome['criteria'], hidden: boolean): OutcomeWord {
  const { bases, baseline, latest, undated, definition } = ground
  if (criteria.relapse.truth === 'yes') return 'relapse'
  if (baseline === null || baseline.point === null) return 'not-computable'
  if (hidden || [...bases, ...(undated === null ? [] : [undated])].some(mayBeNought)) return 'not-computable'
  if (latest === null) return 'too-early'
  if (criteria.remission.truth === 'yes') return 'remission'
  const { response, partialResponse } = criteria
  if (response.truth !== 'no') return response.truth === 'yes' ? 'response' : 'not-computable'
  if (definition.partialResponse !== undefined && partialResponse.truth !== 'no')
    return partialResponse.truth === 'yes' ? 'partial-response' : 'not-computable'
  const worse = worseNow(ground)
  if (worse !== 'no') return worse === 'yes' ? 'worsening' : 'not-computable'
  return isTooEarly(ground) ? 'too-early' : 'non-response'
}

/** A total of nought is no baseline, and whoever had none was not ill by this scale. */
function mayBeNought({ lo }: Ends): boolean {
  return compareFractions(lo, nought) <= 0
}

function firstDay(after: readonly Moment[], truths: readonly Truth[]): number | null {
  return after[truths.indexOf('yes')]?.day ?? null
}

function heldDays(ground: Ground): number | null {
  const { visits, read } = ground
  const ask = responseAsked(ground)
  if (read.undated.some(({ ends }) => truthAt(ground, ends, ask) !== 'yes')) return null
  let run: { from: number; to: number } | undefined
  let isOpen = false
  for (const visit of visits) {
    const { day } = visit
    const holds = atVisit(ground, visit, (some) => truthOfWorst(ground, some, ask)) === 'yes'
    if (!holds) isOpen = false
    else if (run === undefined || !isOpen) run = { from: day, to: day }
    else run = { from: run.from, to: day }
    if (holds) isOpen = true
  }
  return run === undefined ? null : run.to - run.from
}

function leftOutOf(ground: Ground): readonly PointLeftOut[] {
  const { read, before, after, baseline, unclear } = ground
  const why = new Map<number, PointLeftOut['why']>()
  for (const { index } of read.undated) why.set(index, 'undated')
  for (const { index } of unclear) why.set(index, 'time-of-day-unknown')
  for (const { index } of before.flatMap(({ members }) => members)) why.set(index, 'before-baseline')
  for (const moment of [...after, ...(baseline === null ? [] : [baseline])]) {
    for (const { index } of moment.members) {
      if (index === moment.point?.index) why.delete(index)
      else why.set(index, 'same-time')
    }
  }
  for (const { index, score, when } of read.moments.flatMap(({ members }) => members)) {
    if (when !== null && score.total === null) why.set(index, 'incomplete')
  }
  return [...why].sort(([a], [b]) => a - b).map(([index, reason]) => ({ index, why: reason }))
}
