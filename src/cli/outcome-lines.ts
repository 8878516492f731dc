/** The outcome of a series for a person to read. @module */
import { plainNumber } from '../kernel/quantity.ts'
import type { Change, CriterionRead, Outcome, SeriesPoint } from '../measure/series-shape.ts'
import { type Paper, paragraph, rule, shown } from './paper.ts'
import {
  field,
  hang,
  isError,
  isOk,
  refusedLines,
  section,
  truthInks,
  truthMarks,
  truthWords,
  words,
} from './result-lines.ts'

const outcomeWords: Readonly<Record<Outcome['word'], string>> = {
  relapse: 'RELAPSE by this definition',
  remission: 'REMISSION by this definition',
  response: 'RESPONSE by this definition',
  'partial-response': 'PARTIAL RESPONSE by this definition',
  'non-response': 'NO RESPONSE by this definition',
  worsening: 'WORSE than at baseline',
  'too-early': 'TOO EARLY to be judged',
  'not-computable': 'NOT COMPUTABLE',
}

/** The outcome of a series: the word, each criterion with its cut-off, and what was not used. */
export function outcomeLines(value: unknown, paper: Paper): readonly string[] | undefined {
  if (isError(value)) return refusedLines(value, paper)
  const outcome = outcomeIn(value)
  if (outcome === undefined) return undefined
  const {
    definition,
    baseline,
    latest,
    change,
    timeToResponse,
    timeToRemission,
    responseHeldDays,
    judgedFrom,
  } = outcome
  const days = (count: number | null) => (count === null ? 'none seen' : `${count} d after the first dose`)
  return [
    rule(paper),
    ...paragraph(paper, outcomeWords[outcome.word], { ink: 'strong' }),
    ...paragraph(paper, `${definition.label} (${definition.id}, ${definition.instrument})`, { ink: 'faint' }),
    '',
    ...field(paper, 'Baseline', baseline === null ? 'none before the first dose' : pointWords(baseline)),
    ...field(
      paper,
      'Latest',
      latest === null
        ? 'none since with a total'
        : `${pointWords(latest)}; ${outcome.daysSinceLatest} d before the question`,
    ),
    ...field(paper, 'Change', change === null ? 'not computable' : changeWords(change)),
    ...field(paper, 'Response', days(timeToResponse)),
    ...field(paper, 'Remission', days(timeToRemission)),
    ...(judgedFrom === null ? [] : field(paper, 'Judged from', judgedWords(judgedFrom))),
    ...(responseHeldDays === null
      ? []
      : field(paper, 'Held for', `${responseHeldDays} d, as far as scores show`)),
    ...section(
      paper,
      'Criteria',
      Object.entries(outcome.criteria).flatMap(([id, read]) => criterionLines(id, read, paper)),
    ),
    ...section(
      paper,
      'By matter',
      outcome.domains.flatMap((one) =>
        paragraph(
          paper,
          `${one.baseline ?? '-'} to ${one.latest ?? '-'}${one.change === null ? '' : `; ${changeWords(one.change)}`}`,
          { indent: 2, lead: one.domain.padEnd(hang), hang },
        ),
      ),
    ),
    ...section(
      paper,
      'To look at, whatever the word',
      outcome.flags
        .filter(({ truth }) => truth !== 'no')
        .flatMap(({ id, truth }) =>
          paragraph(paper, `${words(id)}: ${truthWords[truth]}`, {
            lead: truthMarks[truth],
            hang: 4,
            leadInk: truthInks[truth],
          }),
        ),
    ),
    ...section(
      paper,
      'The person’s own account (kept, not counted)',
      outcome.accounts.flatMap(({ at, word, text }) =>
        paragraph(
          paper,
          [at ?? 'undated', word, text].flatMap((part) => (part === null ? [] : [shown(part)])).join('; '),
          {
            indent: 2,
            lead: '-',
            hang: 2,
          },
        ),
      ),
    ),
    ...section(
      paper,
      'Not used',
      outcome.leftOut.flatMap(({ index, why }) =>
        paragraph(paper, `score ${index + 1}: ${words(why)}`, { indent: 2, lead: '-', hang: 2 }),
      ),
    ),
    '',
    ...paragraph(paper, 'A word for a health professional. It neither starts nor ends a treatment.', {
      ink: 'faint',
    }),
    rule(paper),
  ]
}

function pointWords({ total, at, day, status, band }: SeriesPoint): string {
  return `${plainNumber(total)}${band === null ? '' : `, ${words(band)}`} on ${at} (day ${day})${status === 'prorated' ? ', prorated' : ''}`
}

const judges: Readonly<Record<NonNullable<Outcome['judgedFrom']>['by'], string>> = {
  site: 'the site’s own number',
  definition: 'of the definition',
  'early-improvement': 'the end of the window of early improvement',
}

function judgedWords({ days, by }: NonNullable<Outcome['judgedFrom']>): string {
  return `${days} d after the first dose (${judges[by]})`
}

function changeWords({ points, percent }: Change): string {
  const direction = points > 0 ? 'better' : points < 0 ? 'worse' : 'no change'
  // Shown to one place, and cut towards nought: a rounded 50 % would claim what was not reached.
  const shownPercent =
    percent === null
      ? 'no percentage of a baseline of nought'
      : `${plainNumber(Math.trunc((percent.numerator * 10) / percent.denominator) / 10)} %`
  return `${plainNumber(Math.abs(points))} points ${direction} (${shownPercent})`
}

const whyWords: Readonly<Record<NonNullable<CriterionRead['why']>, string>> = {
  'no-baseline': 'no score before the first dose',
  'baseline-nought': 'the baseline is nought',
  'not-defined': 'not part of this definition',
  prorated: 'the score was prorated',
  'too-early': 'too early',
  'too-few-visits': 'not enough visits',
  'visits-too-far-apart': 'not assessable: the visits lie too far apart',
  'visits-too-close': 'not assessable: the visits lie too close together',
  'no-score': 'no score in that time',
  incomplete: 'a score is incomplete',
  undated: 'a score has no date',
  'in-conflict': 'scores of one time disagree',
  'time-of-day-unknown': 'the time of day is not known',
  stale: 'the last score is older than the site lets it speak',
}

function criterionLines(id: string, read: CriterionRead, paper: Paper): readonly string[] {
  if (read.why === 'not-defined') return []
  const name = id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const more = [read.cutoff, read.why === undefined ? null : whyWords[read.why]].filter(
    (part) => part !== null,
  )
  const lead = `${name.padEnd(22)}${truthWords[read.truth].padEnd(11)}`
  return paragraph(paper, more.join('; '), { indent: 2, lead, hang: lead.length })
}

function outcomeIn(value: unknown): Outcome | undefined {
  return isOk<Outcome>(value, 'criteria') ? value.value : undefined
}
