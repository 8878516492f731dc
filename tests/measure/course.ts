/** Courses of scores for tests: forms that come to a total, and series of them. @module */
import type { Instrument, OutcomeDefinition } from '../../src/kernel/instrument.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { classifyResponse } from '../../src/measure/classify-response.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import type { Score } from '../../src/measure/score-shape.ts'
import type { Outcome, ScoreSeries } from '../../src/measure/series-shape.ts'
import { shipped } from './shipped.ts'

/** A shipped instrument. */
export function shippedInstrument(id: string): Parsed<Instrument> {
  const found = shipped.get(id)
  if (found === undefined) throw new Error(`no instrument ${id}`)
  return found
}

/** A definition of a shipped instrument. */
export function shippedDefinition(id: string): OutcomeDefinition {
  for (const { outcomes } of shipped.values()) {
    const found = outcomes.find((one) => one.id === id)
    if (found !== undefined) return found
  }
  throw new Error(`no definition ${id}`)
}

/** Answers of a plain sum that come to a total: items are filled one after another. */
export function answersOf({ items, scoring }: Instrument, total: number): Record<string, number> {
  const times = scoring.kind === 'sum' ? (scoring.times ?? 1) : 1
  let left = total / times
  const answers: Record<string, number> = {}
  for (const { id, values, unscored } of items) {
    if (unscored) continue
    const most = Math.max(...values.filter((value) => value <= left))
    answers[id] = most
    left -= most
  }
  if (left !== 0) throw new Error('no answers come to this total')
  return answers
}

/** The score of a form. */
export function scoreOf(
  instrument: Parsed<Instrument>,
  takenAt: string | null,
  form: number | Readonly<Record<string, number>>,
): Score {
  const answers = typeof form === 'number' ? answersOf(instrument, form) : form
  const scored = scoreMeasure(instrument, takenAt === null ? { answers } : { answers, takenAt })
  if (!scored.ok) throw new Error(`${scored.error.code} at ${scored.error.path}`)
  return scored.value
}

/** A course on the MADRS whose first dose was on 2 March 2026 at ten in New York. */
export function madrsCourse(
  scores: readonly (readonly [at: string | null, form: number | Readonly<Record<string, number>>])[],
  more: Partial<ScoreSeries> = {},
): ScoreSeries {
  const instrument = shippedInstrument('madrs')
  return {
    instrument,
    scores: scores.map(([at, form]) => scoreOf(instrument, at, form)),
    courseStart: '2026-03-02T10:00:00-05:00',
    asOf: '2026-12-01T12:00:00-05:00',
    zone: 'America/New_York',
    ...more,
  }
}

/** The outcome of a series that is not refused. */
export function outcomeOf(series: ScoreSeries, definition: OutcomeDefinition): Outcome {
  const result = classifyResponse(series, definition)
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.path}`)
  return result.value
}
