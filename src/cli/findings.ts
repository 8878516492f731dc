/** Findings on paper: what stands, and what is only noted. @module */
import type { Content } from '../kernel/content.ts'
import type { FactRead, Finding } from '../kernel/decision.ts'
import { inked, listed, type Paper, paragraph, shown } from './paper.ts'
import {
  citationList,
  classWords,
  dayOf,
  hasEvidence,
  labelOf,
  limitWords,
  marks,
  seenWords,
} from './words.ts'

const hang = 11

/** One finding that holds: what, why, on which entries, by which source. */
export function findingLines(finding: Finding, content: Content, paper: Paper): readonly string[] {
  const { rule, override } = finding
  const ink = finding.verdict
  const detail = (lead: string, text: string) =>
    paragraph(paper, text, { indent: 4, lead, hang, leadInk: 'faint' })
  return [
    ...paragraph(paper, `${rule.statement} — ${classWords[finding.class]}`, {
      lead: `${marks[finding.verdict]} `,
      hang: 4,
      leadInk: ink,
      ink: 'strong',
    }),
    ...paragraph(paper, rule.because, { indent: 4 }),
    ...restsOn(finding.inputs, content).flatMap((text, at) => detail(at === 0 ? 'Rests on' : '', text)),
    ...finding.inputs.flatMap((read) => against(read).flatMap((text) => detail('Against', text))),
    ...(override === undefined
      ? []
      : detail(
          'Override',
          `${shown(override.reason)}, by ${shown(override.actor.role)} on ${dayOf(override.at)}, until ${dayOf(override.expires)}${override.outsideTheLabel === true ? '; outside the label' : ''}`,
        )),
    // The states of a record rest on the record alone.
    ...(rule.sources.length === 0 ? [] : detail('Source', citationList(rule.sources))),
    ...(finding.actions.length === 0 ? [] : detail('Consider', actionWords(finding, content))),
    ...detail(
      'Rule',
      `${rule.id} v${rule.version}, ${rule.basis}, compared with its source on ${rule.checkedOn}`,
    ),
  ]
}

function actionWords(finding: Finding, content: Content): string {
  return finding.actions
    .map(({ code }) => (Object.hasOwn(content.actions, code) ? content.actions[code] : code))
    .join(' ')
}

/** What a finding rests on, each fact once: what was seen, against which limit. */
export function restsOn(inputs: readonly FactRead[], content: Content): readonly string[] {
  // A part of the condition may hold by a no (an age below a limit, no heart disease): it is named as well.
  const seen = inputs.filter(
    (read) => read.truth !== 'unknown' && (read.truth === 'yes' || hasEvidence(read)),
  )
  return [...new Set(seen.map((read) => readWords(read, content)))]
}

/** One fact as it was read. */
export function readWords(read: FactRead, content: Content): string {
  const label = labelOf(read.fact, content)
  const limit =
    read.limit === undefined || read.value === undefined ? '' : ` (limit: ${limitWords(read.limit)})`
  return hasEvidence(read) ? `${label}: ${seenWords(read, read.limit)}${limit}` : `${label}: ${read.truth}`
}

function against(read: FactRead): readonly string[] {
  return (read.against ?? []).map((seen) => seenWords(seen))
}

/** What is only noted: one paragraph for each note that holds, one for all that are not known. */
export function noteLines(
  notes: readonly Finding[],
  content: Content,
  paper: Paper,
  full: boolean,
): readonly string[] {
  const known = notes.filter((finding) => finding.truth === 'yes')
  const open = notes.filter((finding) => finding.truth === 'unknown').map((finding) => finding.rule.statement)
  return [
    ...known.flatMap((finding) => {
      const seen = restsOn(finding.inputs, content).join('; ')
      const text = `${finding.rule.statement}${seen === '' ? '' : `. ${seen}`}. ${citationList(finding.rule.sources)}. `
      return paragraph(paper, `${text}${finding.rule.id} v${finding.rule.version}`, {
        lead: '-',
        hang: 2,
        indent: 2,
      })
    }),
    ...(open.length === 0
      ? []
      : paragraph(paper, `Not known: ${listed(open, full ? open.length : 6)}.`, {
          lead: '-',
          hang: 2,
          indent: 2,
        })),
  ].map((line) => inked(paper, 'faint', line))
}
