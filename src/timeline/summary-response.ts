/** What the scores come to, as lines: under each definition by its name, and what is missing. @module */
import { fractionOf, numberOf } from '../kernel/fraction.ts'
import type { Outcome, SeriesPoint } from '../measure/series-shape.ts'
import { counted, line, type Summarised } from './summary-lines.ts'
import type { SummaryLine } from './timeline-shape.ts'

/** Response by every definition; scores nobody named a definition for; scores that are missing. */
export function responseLines(summarised: Summarised): readonly SummaryLine[] {
  const { timeline, of } = summarised
  const scores = of('score')
  if (scores.length === 0) return [line('score/none')]
  const judged = new Set(timeline.outcomes.map(({ definition }) => definition.instrument))
  const unjudged = [...new Set(scores.map(({ what }) => what.instrument ?? ''))].filter(
    (id) => !judged.has(id),
  )
  const isStarted = timeline.start !== null
  return [
    ...(!isStarted && of('dose').length > 0 ? [line('response/no-first-dose')] : []),
    ...timeline.outcomes.flatMap((outcome) => outcomeLines(outcome, summarised)),
    ...(isStarted ? unjudged : []).map((instrument) =>
      line(
        'response/no-definition',
        named(instrument),
        scores.filter(({ what }) => what.instrument === instrument).map(({ id }) => id),
      ),
    ),
  ]
}

function outcomeLines(outcome: Outcome, summarised: Summarised): readonly SummaryLine[] {
  const { word, definition, baseline, latest, change, criteria, daysSinceLatest } = outcome
  const { instrument } = definition
  const found = [...entriesOf(baseline, instrument, summarised), ...entriesOf(latest, instrument, summarised)]
  const isOld = criteria.response.why === 'stale'
  const points = numberOf(fractionOf(change?.points ?? 0)) ?? 0
  return [
    line(
      `response/${word}`,
      { definition: definition.label, definitionId: definition.id, ...named(instrument) },
      found,
    ),
    ...pointLine('score/baseline', 'score/no-baseline', baseline, instrument, summarised),
    ...pointLine('score/latest', 'score/latest-missing', latest, instrument, summarised),
    ...(change === null ? [] : [changeLine(points, instrument, found)]),
    ...(isOld && daysSinceLatest !== null
      ? [
          line(
            'score/old',
            { ...named(instrument), days: daysSinceLatest },
            entriesOf(latest, instrument, summarised),
          ),
        ]
      : []),
    ...notCounted(outcome),
    ...(latest === null ? [] : flagLines(outcome, summarised)),
  ]
}

/** Points in the direction of getting better, or of getting worse. */
function changeLine(points: number, instrument: string, entries: readonly string[]): SummaryLine {
  if (points === 0) return line('score/same', named(instrument), entries)
  const values = { ...named(instrument), points: Math.abs(points) }
  return line(points > 0 ? 'score/better' : 'score/worse', values, entries)
}

function pointLine(
  code: 'score/baseline' | 'score/latest',
  missing: 'score/no-baseline' | 'score/latest-missing',
  point: SeriesPoint | null,
  instrument: string,
  summarised: Summarised,
): readonly SummaryLine[] {
  if (point === null) return [line(missing, named(instrument))]
  const ids = entriesOf(point, instrument, summarised)
  const entry = summarised.of('score').find(({ id }) => ids.includes(id))
  const day = entry?.days?.from ?? point.at
  return [line(code, { ...named(instrument), total: point.total, day }, ids)]
}

/** An instrument as it is spoken of: the ids of the shipped ones are their short names. */
function named(instrument: string): { readonly instrument: string; readonly instrumentId: string } {
  return { instrument: instrument.toUpperCase(), instrumentId: instrument }
}

/** Ids of the entries of a score. */
function entriesOf(point: SeriesPoint | null, instrument: string, { of }: Summarised): readonly string[] {
  if (point === null) return []
  return of('score')
    .filter(({ at, what }) => what.instrument === instrument && at === point.at && what.total === point.total)
    .map(({ id }) => id)
}

function notCounted({ leftOut, definition }: Outcome): readonly SummaryLine[] {
  const open = leftOut.filter(({ why }) => why === 'undated' || why === 'incomplete')
  return counted('score/not-counted', open.length).map((one) => ({
    ...one,
    values: { ...one.values, ...named(definition.instrument) },
  }))
}

function flagLines({ flags, definition, latest }: Outcome, summarised: Summarised): readonly SummaryLine[] {
  const { instrument } = definition
  const entries = entriesOf(latest, instrument, summarised)
  return flags.flatMap(({ id, truth }) =>
    truth === 'no'
      ? []
      : [line(truth === 'yes' ? 'flag/yes' : 'flag/unknown', { ...named(instrument), flag: id }, entries)],
  )
}
