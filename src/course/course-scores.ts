/** The scores of a course: checked, and what they come to under the definitions they are read by. @module */
import { badArgument } from '../kernel/codes.ts'
import { byText } from '../kernel/order.ts'
import { demandParsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumber, dayNumberAt, instantMs, isCivilDate } from '../kernel/time.ts'
import { classifyResponse } from '../measure/classify-response.ts'
import { reading } from '../measure/series.ts'
import { isObject, scoresOf } from '../measure/series-argument.ts'
import type { Outcome, ScoreSeries } from '../measure/series-shape.ts'
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

/**
 * Reads the scores of a course.
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
    const read = reading(() => scoresOf(series, { ms, day }))
    if (!read.ok) return fault(read.error)
    for (const [score, when] of read.value)
      if (when !== null && score.takenAt !== null && score.status !== 'incomplete')
        found.push({ instrument: instrument.id, at: score.takenAt, day: when.day })
    // Before the first day there is nothing a score could be held against.
    if (definition === undefined || startDay > day) continue
    const outcome = classifyResponse(series, definition)
    if (!outcome.ok) return fault(outcome.error)
    outcomes.push(outcome.value)
  }
  found.sort((a, b) => a.day - b.day || byText(a.at, b.at) || byText(a.instrument, b.instrument))
  outcomes.sort(
    (a, b) =>
      byText(a.definition.instrument, b.definition.instrument) || byText(a.definition.id, b.definition.id),
  )
  return ok({ scores: found, outcomes })
}
