/** What the scores come to, under each definition that was named. @module */
import type { CourseScores } from '../course/forecast-shape.ts'
import type { Issue } from '../kernel/decision.ts'
import { byText } from '../kernel/order.ts'
import { isCivilDate, isInstant } from '../kernel/time.ts'
import { classifyResponse } from '../measure/classify-response.ts'
import type { Outcome } from '../measure/series-shape.ts'
import type { FirstDose } from './first-dose.ts'
import type { CheckedQuestion } from './question.ts'
import { scoresUpTo } from './record-entries.ts'

/** Outcomes, and why a series could not be judged. */
export interface OutcomesRead {
  readonly outcomes: readonly Outcome[]
  readonly issues: readonly Issue[]
}

/**
 * One outcome for each measure with a definition. While the first dose is not known there is nothing to count from,
 * and none is told.
 *
 * The last score speaks for as long as the policy lets it. A score known by its month or year alone is read as one
 * without a date: it counts for nothing, and darkens what it might change.
 */
export function outcomesOf({ measures, moment, context }: CheckedQuestion, first: FirstDose): OutcomesRead {
  if (first.is !== 'known') return { outcomes: [], issues: [] }
  const outcomes: Outcome[] = []
  const issues: Issue[] = []
  const { 'recent-score': recent } = context.policy.numbers
  const maxAgeDays = recent?.unit === 'd' ? recent.value : undefined
  for (const measure of measures) {
    const { instrument, definition } = measure
    if (definition === undefined) continue
    const outcome = classifyResponse(
      {
        instrument,
        scores: readableScores(measure, moment),
        courseStart: first.at,
        asOf: moment.asOf,
        zone: moment.zone,
        ...(maxAgeDays === undefined ? {} : { maxAgeDays }),
      },
      definition,
    )
    if (outcome.ok) outcomes.push(outcome.value)
    else {
      const { code, path } = outcome.error
      issues.push({ code, path: `measures.${instrument.id}.${path}`, severity: 'set-aside' })
    }
  }
  outcomes.sort(
    (a, b) =>
      byText(a.definition.instrument, b.definition.instrument) || byText(a.definition.id, b.definition.id),
  )
  return { outcomes, issues }
}

/** The scores up to the question; one known by its month or year alone without its date. */
export function readableScores(
  measure: CourseScores,
  moment: CheckedQuestion['moment'],
): CourseScores['scores'] {
  return scoresUpTo(measure, moment).map((score) => {
    const { takenAt } = score
    return takenAt === null || isCivilDate(takenAt) || isInstant(takenAt)
      ? score
      : { ...score, takenAt: null }
  })
}
