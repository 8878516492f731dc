/** A score for a person to read. @module */
import type { Flag, Instrument } from '../kernel/instrument.ts'
import { plainNumber } from '../kernel/quantity.ts'
import type { Truth } from '../kernel/truth.ts'
import type { FlagRead, Score } from '../measure/score-shape.ts'
import { type Paper, paragraph, rule, shown } from './paper.ts'
import {
  field,
  isError,
  isOk,
  refusedLines,
  section,
  truthInks,
  truthMarks,
  truthWords,
  words,
} from './result-lines.ts'
import { codeWords } from './words.ts'

/** A score: the number, its band, what is missing, and what to look at whatever the number. */
export function scoreLines(
  value: unknown,
  instrument: Instrument,
  paper: Paper,
): readonly string[] | undefined {
  if (isError(value)) return refusedLines(value, paper)
  const score = scoreIn(value)
  if (score === undefined) return undefined
  const { title, version, recall, rater } = instrument
  const head = `${version}; ${rater === 'self' ? 'filled in by the person' : 'rated by a clinician'}; ${recall.label}`
  return [
    rule(paper),
    ...paragraph(paper, title, { ink: 'strong' }),
    ...paragraph(paper, head, { ink: 'faint' }),
    '',
    ...numberLines(score, instrument, paper),
    ...section(paper, 'To look at, whatever the total', flagLines(score.flags, instrument.flags, paper)),
    ...section(paper, 'Subscales', subscaleLines(score, instrument, paper)),
    ...section(paper, 'Items', itemLines(score, instrument, paper)),
    ...section(paper, 'Odd in the form', oddLines(score, instrument, paper)),
    '',
    ...paragraph(paper, 'A number for a health professional, who decides what it means for the person.', {
      ink: 'faint',
    }),
    rule(paper),
  ]
}

const statusWords = {
  complete: 'complete',
  prorated: 'PRORATED: unanswered items were filled with the mean of the others',
  incomplete: 'INCOMPLETE',
} as const

function numberLines(score: Score, { bandSets, missing }: Instrument, paper: Paper): readonly string[] {
  const { range, total, band, triage, status } = score
  const within =
    range === null ? '' : `, on a scale from ${plainNumber(range.least)} to ${plainNumber(range.most)}`
  const set = bandSets.find((one) => one.of === undefined)
  return [
    ...(range === null
      ? []
      : field(paper, 'Total', total === null ? `none${within}` : `${plainNumber(total)}${within}`, 'strong')),
    ...(band === null || set === undefined ? [] : field(paper, 'Band', `${words(band)} (${set.label})`)),
    ...(triage === null
      ? []
      : [
          ...field(
            paper,
            'Level',
            triage.level === null
              ? 'not known'
              : `${triage.atLeast ? 'at least ' : ''}${words(triage.level)}: ${triage.meaning ?? ''}`,
            'strong',
          ),
          ...field(
            paper,
            'Risk',
            triage.tier === null ? 'not known' : `${triage.atLeast ? 'at least ' : ''}${triage.tier}`,
          ),
          ...(triage.actions.length === 0 ? [] : field(paper, 'Consider', triage.actions.join(' '))),
        ]),
    ...field(paper, 'Answers', statusWords[status], status === 'complete' ? undefined : 'hold'),
    ...(score.missing.length === 0
      ? []
      : field(paper, 'Not answered', `${score.missing.join(', ')}. Rule: ${missing.text}`)),
    ...(score.statedTotal === null ? [] : field(paper, 'Stated total', plainNumber(score.statedTotal))),
    ...(score.takenAt === null ? [] : field(paper, 'Taken', score.takenAt)),
  ]
}

function flagLines(flags: readonly FlagRead[], rows: readonly Flag[], paper: Paper): readonly string[] {
  const order: readonly Truth[] = ['yes', 'unknown', 'no']
  return order.flatMap((truth) =>
    flags
      .filter((flag) => flag.truth === truth)
      .flatMap((flag) => {
        const row = rows.find(({ id }) => id === flag.id)
        const consider = truth === 'no' ? [] : flag.actions
        const sure = row === undefined || row.certainty === 'S' ? '' : ` [${row.certainty}]`
        return [
          ...paragraph(paper, `${row?.label ?? flag.id}: ${truthWords[truth]}${sure}`, {
            lead: truthMarks[truth],
            hang: 4,
            leadInk: truthInks[truth],
          }),
          ...(consider.length === 0
            ? []
            : paragraph(paper, consider.join(' '), {
                indent: 4,
                lead: 'Consider',
                hang: 10,
                leadInk: 'faint',
              })),
        ]
      }),
  )
}

function subscaleLines(score: Score, { subscales }: Instrument, paper: Paper): readonly string[] {
  const wide = Math.max(0, ...subscales.map(({ label }) => label.length)) + 2
  return score.subscales.flatMap(({ id, total, range, status }) => {
    const label = subscales.find((one) => one.id === id)?.label ?? id
    const number = total === null ? '-' : plainNumber(total)
    const note = status === 'complete' ? '' : `  ${status}`
    return paragraph(paper, `${number.padStart(5)} of ${plainNumber(range.most)}${note}`, {
      indent: 2,
      lead: label.padEnd(wide),
      hang: wide,
    })
  })
}

function itemLines(score: Score, { items }: Instrument, paper: Paper): readonly string[] {
  const wide = Math.max(0, ...items.map(({ id }) => id.length)) + 2
  return items.flatMap(({ id, label, values }) => {
    const value = score.items[id]
    const most = values.at(-1) ?? 0
    const given = value === null || value === undefined ? 'not answered' : `${plainNumber(value)} of ${most}`
    const lead = `${id.padEnd(wide)}${given.padEnd(14)}`
    return paragraph(paper, label, {
      indent: 2,
      lead,
      hang: lead.length,
      ...(value === null || value === undefined ? { ink: 'indeterminate' as const } : {}),
    })
  })
}

type Conflict = Score['conflicts'][number]

function oddLines({ conflicts, issues }: Score, { items }: Instrument, paper: Paper): readonly string[] {
  const lines = [
    ...conflicts.map((one) => {
      if (one.kind === 'item') {
        const none = items.find(({ id }) => id === one.item)?.notAssessed
        const said = one.values.map((value) => (value === none ? `${value} (not assessed)` : `${value}`))
        return `${one.item} was answered more than once: ${said.join(' and ')}. The worse is looked at; no total is made.`
      }
      if (one.kind === 'total') return `${totalWords(one)} No total is made.`
      return `Answers contradict one another (${one.id}). The graver reading stands.`
    }),
    ...issues.map(({ code, path }) => `${code} at ${shown(path)}. ${codeWords(code)}`),
  ]
  return lines.flatMap((line) => paragraph(paper, line, { indent: 2, lead: '-', hang: 2 }))
}

function totalWords({ stated, summed, filled }: Extract<Conflict, { readonly kind: 'total' }>): string {
  const given = plainNumber(summed)
  if (filled === undefined)
    return `The stated total ${stated} and ${given}, what the answers come to, differ.`
  const beside = `${plainNumber(filled)} with the unanswered items filled`
  return stated === summed
    ? `The stated total ${stated} is what the given answers come to, and it would be ${beside}.`
    : `The stated total ${stated} differs from what the answers come to: ${given} as given, ${beside}.`
}

function scoreIn(value: unknown): Score | undefined {
  return isOk<Score>(value, 'flags') ? value.value : undefined
}
