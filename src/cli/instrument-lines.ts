/** Instruments and claims for a person to read. @module */
import type { Claim } from '../kernel/claims.ts'
import type { Instrument, OutcomeDefinition } from '../kernel/instrument.ts'
import { type Paper, paragraph, rule } from './paper.ts'
import { field, isError, isOk, refusedLines, section, words } from './result-lines.ts'
import { citationWords } from './words.ts'

/** What an instrument is. */
export function instrumentLines(instrument: Instrument, paper: Paper): readonly string[] {
  const { id, title, version, measures, rater, recall, items, missing, range, licence } = instrument
  return [
    rule(paper),
    ...paragraph(paper, title, { ink: 'strong' }),
    ...paragraph(paper, `${id}; ${version}`, { ink: 'faint' }),
    '',
    ...field(paper, 'Measures', measures),
    ...field(paper, 'Rater', rater === 'self' ? 'the person' : 'a clinician'),
    ...field(paper, 'Recall', recall.label),
    ...(range === undefined ? [] : field(paper, 'Total', `${range.least} to ${range.most}`)),
    ...field(
      paper,
      'Missing',
      `${missing.text}${missing.convention === true ? ' (a convention of this library)' : ''}`,
    ),
    ...field(paper, 'Licence', licence.status),
    ...section(
      paper,
      'Items',
      items.flatMap((item) =>
        paragraph(
          paper,
          `${valueWords(item.values).padEnd(12)} ${item.label}${item.reversed === true ? ' (turned round)' : ''}`,
          {
            indent: 2,
            lead: item.id.padEnd(6),
            hang: 6,
          },
        ),
      ),
    ),
    ...instrument.bandSets.flatMap((set) =>
      section(
        paper,
        `Bands: ${set.label}`,
        set.bands.flatMap((band) =>
          paragraph(paper, `${band.from} to ${band.to}`, {
            indent: 2,
            lead: words(band.id).padEnd(22),
            hang: 22,
          }),
        ),
      ),
    ),
    ...section(
      paper,
      'Looked at whatever the total',
      instrument.flags.flatMap((flag) =>
        paragraph(paper, `${flag.label}${flag.certainty === 'S' ? '' : ` [${flag.certainty}]`}`, {
          indent: 2,
          lead: '-',
          hang: 2,
        }),
      ),
    ),
    ...section(
      paper,
      'Definitions of outcome',
      instrument.outcomes.flatMap((one) => definitionLines(one, paper)),
    ),
    ...section(
      paper,
      'To know',
      instrument.notes.flatMap((note) => paragraph(paper, note.text, { indent: 2, lead: '-', hang: 2 })),
    ),
    ...section(
      paper,
      'Sources',
      instrument.sources.flatMap((source) =>
        paragraph(paper, citationWords(source), { indent: 2, ink: 'faint' }),
      ),
    ),
    rule(paper),
  ]
}

function definitionLines({ id, label }: OutcomeDefinition, paper: Paper): readonly string[] {
  return paragraph(paper, label, { indent: 2, lead: id.padEnd(26), hang: 26 })
}

function valueWords(values: readonly number[]): string {
  const [first = 0] = values
  const last = values.at(-1) ?? first
  return values.length === last - first + 1 ? `${first} to ${last}` : values.join(', ')
}

/** A claim with both sides. */
export function claimLines(value: unknown, paper: Paper): readonly string[] | undefined {
  if (isError(value)) return refusedLines(value, paper)
  const claim = claimIn(value)
  if (claim === undefined) return undefined
  return [
    rule(paper),
    ...paragraph(paper, `“${claim.statement}”`, { ink: 'strong' }),
    ...paragraph(
      paper,
      `${claim.verdict}${claim.nuance === undefined ? '' : `: ${words(claim.nuance)}`}${claim.certainty === 'S' ? '' : ` [${claim.certainty}]`}`,
    ),
    '',
    ...field(paper, 'Evidence', claim.evidence),
    ...field(paper, 'Say instead', claim.wording),
    ...section(
      paper,
      'Sources',
      claim.sources.flatMap((source) => paragraph(paper, citationWords(source), { indent: 2, ink: 'faint' })),
    ),
    rule(paper),
  ]
}

function claimIn(value: unknown): Claim | undefined {
  return isOk<Claim>(value, 'wording') ? value.value : undefined
}
