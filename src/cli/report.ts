/** A report on one record that a clinician can read. @module */
import type { Content, Policy } from '../kernel/content.ts'
import type { Decision, Finding } from '../kernel/decision.ts'
import { verdicts } from '../kernel/decision.ts'
import { fhirLines, issueLines, readLines } from './account.ts'
import { askBlocks, couldStop, questionsOf } from './ask.ts'
import type { Attested } from './attest.ts'
import type { Bench } from './context.ts'
import { findingLines, noteLines } from './findings.ts'
import type { Outcome } from './judge.ts'
import { counted, heading, inked, type Paper, paragraph, rule, shown } from './paper.ts'
import { labelOf, seenWords, verdictWords } from './words.ts'

type Judged = Extract<Outcome, { readonly kind: 'judged' }>

/** The whole report, line by line. `full` leaves no name out. */
export function reportLines(judged: Judged, bench: Bench, paper: Paper, full: boolean): readonly string[] {
  const { decision, fhir } = judged
  const { content } = bench.context
  const counting = decision.findings.filter((finding) => finding.class !== 'note')
  const standing = counting.filter((finding) => finding.truth === 'yes' || finding.override !== undefined)
  const notes = decision.findings.filter((finding) => finding.class === 'note')
  const asked = askBlocks(decision, paper, full)
  return [
    rule(paper),
    ...headLines(judged, bench, paper),
    '',
    ...verdictLines(decision, paper),
    ...section(paper, 'Findings', between(standing.map((finding) => findingLines(finding, content, paper)))),
    ...section(paper, 'Ask next: it could stop the plan', between(asked.decisive)),
    ...section(
      paper,
      'Ask also: it could call for caution',
      full ? between(asked.further) : asked.further.flat(),
    ),
    ...section(paper, 'Not known, and no question settles it', orphanLines(decision, paper)),
    ...section(paper, 'Entries a person has to read', readLines(judged, paper, full)),
    ...section(paper, 'The record disagrees with itself', conflictLines(decision, content, paper)),
    ...section(paper, 'Odd in the record', issueLines(decision.issues, paper)),
    ...section(paper, 'Input', fhir === undefined ? [] : fhirLines(fhir, paper)),
    ...section(paper, 'Notes', noteLines(notes, content, paper, full)),
    '',
  ]
}

function section(paper: Paper, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading(paper, title), '', ...lines]
}

function between(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]))
}

function headLines({ source, attested }: Judged, bench: Bench, paper: Paper): readonly string[] {
  const { plan, context, fromMachine } = bench
  const { content, policy } = context
  const product = content.products.find((one) => one.id === plan.product)
  const line = (lead: string, text: string) => paragraph(paper, text, { lead, hang: 12, leadInk: 'faint' })
  const by = (machine: boolean) => (machine ? ' (of this computer)' : '')
  return [
    ...line('Record', shown(source)),
    ...line(
      'Plan',
      [`${product?.label ?? plan.product} (${plan.product})`, plan.indication, plan.setting]
        .filter(Boolean)
        .join(', '),
    ),
    ...line(
      'Judged at',
      `${context.asOf}${by(fromMachine.asOf)}, zone ${context.zone}${by(fromMachine.zone)}`,
    ),
    ...line('Tables', `jurisdiction ${content.id}, content ${content.version}`),
    ...line('Policy', policyWords(policy)),
    ...attestedLines(attested).flatMap((text) => line('Stated', text)),
  ]
}

/** Which numbers a site has chosen, and whether anybody has signed them. */
export function policyWords(policy: Policy): string {
  const proposed = Object.values(policy.numbers).filter((number) => number.proposed === true).length
  const all = Object.keys(policy.numbers).length
  const signed =
    proposed === 0
      ? ''
      : `; ${proposed === all ? 'its numbers are' : `${proposed} of its ${all} numbers are`} proposed, no clinician has signed them`
  return `${shown(policy.id)} version ${shown(policy.version)}${signed}`
}

const attestedWords: Readonly<Record<Attested['outcome'], string>> = {
  stated: 'complete, and every entry was read. Stated by the user of this command, not found in the record.',
  absent: 'cannot be attested: the input does not hold this list.',
  partial: 'stated by the user of this command, but the list arrived in part, so it stays open.',
}

function attestedLines(attested: readonly Attested[]): readonly string[] {
  const outcomes = ['stated', 'partial', 'absent'] as const
  return outcomes.flatMap((outcome) => {
    const lists = attested.filter((one) => one.outcome === outcome).map((one) => one.list)
    return lists.length === 0 ? [] : [`${lists.join(', ')}: ${attestedWords[outcome]}`]
  })
}

function verdictLines(decision: Decision, paper: Paper): readonly string[] {
  const { verdict, findings, missing } = decision
  const lead = `${verdict.toUpperCase()}  `
  return [
    ...paragraph(paper, verdictWords(verdict, questionsOf(decision).filter(couldStop).length, findings), {
      lead,
      hang: lead.length,
      leadInk: verdict,
    }),
    ...paragraph(paper, countWords(findings, missing.length), { indent: lead.length, ink: 'faint' }),
  ]
}

/** How many findings of each kind there are. */
export function countWords(findings: readonly Finding[], questions: number): string {
  const parts = verdicts.flatMap((verdict) => {
    const some = findings.filter((finding) => finding.verdict === verdict && finding.class !== 'note')
    const known = some.filter((finding) => finding.truth === 'yes').length
    if (verdict === 'indeterminate')
      return some.length === 0 ? [] : [`${some.length} could stop the plan and are not known`]
    if (verdict !== 'caution')
      return known === 0 ? [] : [`${known} ${verdict === 'hold' ? 'on hold' : verdict}`]
    const open = some.length - known
    return [
      ...(known === 0 ? [] : [counted(known, 'caution')]),
      ...(open === 0 ? [] : [`${counted(open, 'possible caution')} not known`]),
    ]
  })
  if (questions > 0) parts.push(`${counted(questions, 'question')} in all`)
  return parts.join(' · ')
}

/** Findings that are not known and that no question of the list mentions: none may go unseen. */
function orphanLines(decision: Decision, paper: Paper): readonly string[] {
  const asked = new Set(decision.missing.flatMap(({ rules }) => rules))
  return decision.findings
    .filter(
      (finding) =>
        finding.truth === 'unknown' &&
        finding.class !== 'note' &&
        finding.override === undefined &&
        !asked.has(finding.rule.id),
    )
    .flatMap(({ rule: { statement, id, version } }) =>
      paragraph(paper, `${statement} (${id} v${version})`, { indent: 2, lead: '-', hang: 2 }),
    )
}

function conflictLines(decision: Decision, content: Content, paper: Paper): readonly string[] {
  return decision.conflicts.flatMap(({ fact, counted: counts, against }) =>
    paragraph(
      paper,
      `${labelOf(fact, content)}: ${seenWords(counts)} counts; against it ${against.map((seen) => seenWords(seen)).join('; ')}`,
      { indent: 2, lead: '-', hang: 2 },
    ),
  )
}

/** What every report ends with. */
export function footLines(bench: Bench, paper: Paper): readonly string[] {
  return [
    inked(paper, 'faint', '─'.repeat(paper.width)),
    ...paragraph(
      paper,
      `This informs a health professional, who decides. Clinical review of these tables: ${reviewWords(bench.context.content)}.`,
      { ink: 'faint' },
    ),
  ]
}

function reviewWords(content: Content): string {
  const rules = [...content.contraindications, ...content.interactions]
  const signed = rules.filter((one) => one.clinicalReview !== 'none').length
  return signed === 0 ? 'none' : `${signed} of ${rules.length} rules are signed by a clinician`
}
