/** The scores of a course: checked, and what they come to under the definitions they are read by. @module */
import { badArgument } from '../kernel/codes.ts'
import { byText } from '../kernel/order.ts'
import { demandParsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumber, dayNumberAt, instantMs, isCivilDate } from '../kernel/time.ts'
import { classifyResponse } from '../measure/classify-response.ts'
import type { Score } from '../measure/score-shape.ts'
import { reading } from '../measure/series.ts'
import { isAhead, isObject, type Now, type Placing, scoresOf } from '../measure/series-argument.ts'
import type { CriterionRead, Outcome, ScoreSeries, SeriesPoint } from '../measure/series-shape.ts'
import type { Calendar } from './calendar.ts'
import type { CourseFault, CourseScores } from './forecast-shape.ts'

/** A score with its day; one without a date answers nothing. */
export interface ScoreRead {
  readonly instrument: string
  readonly at: string
  readonly day: number
}

/** What the scores of a course say. */
export interface ScoresRead {
  /** Dated ones that are whole, in the order of time. */
  readonly scores: readonly ScoreRead[]
  readonly outcomes: readonly Outcome[]
}

/** A score that was known at the moment of the question. */
export interface KnownScore {
  readonly score: Score
  /** Null where it has no date. */
  readonly when: Placing | null
  /** Place in `scores`. */
  readonly index: number
}

/**
 * The scores of a series up to a moment. One after it is set aside, like an entry of a log: who looks back at an earlier
 * moment hands in the whole record.
 *
 * Each is looked at, also one that is set aside; a fault is thrown.
 */
export function knownScores(series: ScoreSeries, now: Now): readonly KnownScore[] {
  return scoresOf(series, endOfTime).flatMap(([score, when], index) =>
    when !== null && isAhead(when, now) ? [] : [{ score, when, index }],
  )
}

const endOfTime: Now = { ms: Number.POSITIVE_INFINITY, day: Number.POSITIVE_INFINITY }

/**
 * Reads the scores of a course; those after the moment of the question are set aside.
 *
 * @param courseStart - the first dose that counts, else the day on which the course is to start
 * @returns the scores; or why one of them cannot be used, by code and path
 * @throws Refusal `bad-argument`, `not-parsed`
 */
export function readScores(
  scores: readonly CourseScores[] | undefined,
  courseStart: string,
  calendar: Calendar,
): Result<ScoresRead, CourseFault> {
  if (scores === undefined) return ok({ scores: [], outcomes: [] })
  if (!Array.isArray(scores)) throw new Refusal(badArgument, 'scores')
  const { asOf, zone, nowMs: ms, today: day } = calendar
  const found: ScoreRead[] = []
  const outcomes: Outcome[] = []
  const startDay = isCivilDate(courseStart)
    ? dayNumber(courseStart)
    : dayNumberAt(instantMs(courseStart), zone)
  for (let at = 0; at < scores.length; at += 1) {
    const one = scores[at]
    if (one === undefined || !isObject(one)) throw new Refusal(badArgument, `scores[${at}]`)
    demandParsed(one.instrument, `scores[${at}].instrument`)
    const { instrument, definition } = one
    const series: ScoreSeries = { instrument, scores: one.scores, courseStart, asOf, zone }
    const fault = ({ code, path }: CourseFault): Result<ScoresRead, CourseFault> =>
      err({ code, path: path === '' ? `scores[${at}]` : `scores[${at}].${path}` })
    const read = reading(() => knownScores(series, { ms, day }))
    if (!read.ok) return fault(read.error)
    for (const { score, when } of read.value)
      if (when !== null && score.takenAt !== null && score.status !== 'incomplete')
        found.push({ instrument: instrument.id, at: score.takenAt, day: when.day })
    // Before the first day there is nothing a score could be held against.
    if (definition === undefined || startDay > day) continue
    const known = { ...series, scores: read.value.map(({ score }) => score) }
    const outcome = classifyResponse(known, definition)
    if (!outcome.ok) return fault(outcome.error)
    outcomes.push(
      placedBack(
        outcome.value,
        read.value.map(({ index }) => index),
      ),
    )
  }
  found.sort((a, b) => a.day - b.day || byText(a.at, b.at) || byText(a.instrument, b.instrument))
  outcomes.sort(
    (a, b) =>
      byText(a.definition.instrument, b.definition.instrument) || byText(a.definition.id, b.definition.id),
  )
  return ok({ scores: found, outcomes })
}

/** An outcome of some of the scores, with their places in the whole list. */
function placedBack(outcome: Outcome, places: readonly number[]): Outcome {
  if (places.every((place, index) => place === index)) return outcome
  const back = <T extends { readonly index: number }>(one: T): T => ({
    ...one,
    index: places[one.index] ?? one.index,
  })
  const point = (one: SeriesPoint | null): SeriesPoint | null => (one === null ? null : back(one))
  const read = ({ index, ...rest }: CriterionRead): CriterionRead =>
    index === undefined ? rest : back({ ...rest, index })
  const { criteria } = outcome
  return {
    ...outcome,
    baseline: point(outcome.baseline),
    latest: point(outcome.latest),
    criteria: {
      response: read(criteria.response),
      partialResponse: read(criteria.partialResponse),
      remission: read(criteria.remission),
      earlyImprovement: read(criteria.earlyImprovement),
      rapidResponse: read(criteria.rapidResponse),
      sustainedResponse: read(criteria.sustainedResponse),
      consistentRemission: read(criteria.consistentRemission),
      relapse: read(criteria.relapse),
      recovery: read(criteria.recovery),
    },
    leftOut: outcome.leftOut.map(back),
  }
}
