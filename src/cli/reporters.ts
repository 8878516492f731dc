/** Outcomes, one after the other, as text or as JSON. @module */

import { verdicts } from '../kernel/decision.ts'
import type { Verdict } from '../kernel/rule.ts'
import type { Bench } from './context.ts'
import type { Outcome } from './judge.ts'
import { overviewHead, overviewLine, type Totals } from './overview.ts'
import { counted, grouped, type Paper, paragraph, shown } from './paper.ts'
import { footLines, reportLines } from './report.ts'
import type { Tally } from './sources.ts'
import { codeWords } from './words.ts'

/** Takes outcomes as they come, and gives the text to print. */
export interface Reporter {
  take(outcome: Outcome): string
  end(totals: Totals, tally: Tally): string
}

/** JSON: the bare decision where one file was asked about, else one object a line. */
export function jsonReporter(single: boolean): Reporter {
  return {
    take(outcome) {
      const { source } = outcome
      if (outcome.kind === 'refused') {
        return `${JSON.stringify({ source, refused: { code: outcome.code, path: outcome.path } })}\n`
      }
      if (single) return `${JSON.stringify(outcome.decision, null, 2)}\n`
      return `${JSON.stringify({ source, decision: outcome.decision })}\n`
    },
    end: () => '',
  }
}

/** What the text reporter has to know of the command line. */
export interface TextOptions {
  readonly bench: Bench
  readonly paper: Paper
  readonly full: boolean
  /** A folder all records stand in: their names are shown without it. */
  readonly folder: string | undefined
}

// So many records are read in full; of more, a line each.
const readInFull = 3
// A folder one looks through, and not a cohort: one report shows what the others look like.
const withExample = 50

/** Text: full reports for a few records, else a line for each and the sum. */
export function textReporter({ bench, paper, full, folder }: TextOptions): Reporter {
  let held: Outcome[] = []
  let count = 0
  let example: Outcome | undefined
  const text = (lines: readonly string[]) => (lines.length === 0 ? '' : `${lines.join('\n')}\n`)
  const report = (outcome: Outcome) =>
    outcome.kind === 'judged' ? reportLines(outcome, bench, paper, full) : refusedLines(outcome, paper)
  const line = (outcome: Outcome) => overviewLine(outcome, nameIn(folder, outcome.source), paper)
  return {
    take(outcome) {
      count += 1
      if (full) return text(report(outcome))
      if (count <= withExample) example = betterExample(example, outcome)
      if (count > readInFull) {
        const head = held.length === 0 ? [] : [overviewHead(paper)]
        const lines = [...head, ...[...held, outcome].map(line)]
        held = []
        return text(lines)
      }
      held.push(outcome)
      return ''
    },
    end(totals, tally) {
      const lines = held.flatMap(report)
      if (count > readInFull) lines.push('', ...totals.lines(paper))
      lines.push(...tallyLines(tally, paper))
      const many = !full && count > readInFull
      if (many && count <= withExample && example !== undefined) {
        lines.push('', ...paragraph(paper, 'One of them in full:'), ...report(example))
      }
      lines.push(...footLines(bench, paper))
      if (many)
        lines.push(
          ...paragraph(
            paper,
            'For the report on another record, name its file; for all reports, add --full.',
          ),
        )
      return text(lines)
    },
  }
}

function refusedLines(
  outcome: Extract<Outcome, { readonly kind: 'refused' }>,
  paper: Paper,
): readonly string[] {
  const where = outcome.path === '' ? '' : ` at ${shown(outcome.path)}`
  return [
    ...paragraph(paper, shown(outcome.source), { lead: 'REFUSED', hang: 9, leadInk: 'strong' }),
    ...paragraph(paper, `${outcome.code}${where}. ${codeWords(outcome.code)}`, { indent: 9 }),
    '',
  ]
}

function nameIn(folder: string | undefined, source: string): string {
  return folder !== undefined && source.startsWith(folder) ? source.slice(folder.length) : source
}

/** What was seen in an export beside what was judged. */
function tallyLines(tally: Tally, paper: Paper): readonly string[] {
  const unread = [...tally.unread].map(([type, count]) => `${grouped(count)} ${shown(type)}`)
  return [
    ...(tally.resources === 0
      ? []
      : paragraph(paper, `${counted(tally.resources, 'resource')} of a bulk export, gathered by patient.`)),
    ...(unread.length === 0
      ? []
      : paragraph(paper, `Let go, because no question is answered from them: ${unread.join(', ')}.`)),
    ...(tally.exportLog === 0
      ? []
      : paragraph(
          paper,
          `${counted(tally.exportLog, 'line')} of an export log ${tally.exportLog === 1 ? 'was' : 'were'} skipped: no resource stands there.`,
        )),
  ]
}

/** The worse verdict, then the one with more to show; the state of a record shows nothing of the rules. */
function betterExample(known: Outcome | undefined, next: Outcome): Outcome | undefined {
  if (next.kind === 'refused') return known
  if (known === undefined || known.kind === 'refused') return next
  return rank(next) > rank(known) ? next : known
}

function rank({ decision }: Extract<Outcome, { readonly kind: 'judged' }>): number {
  const states = decision.findings.some((finding) => finding.rule.id.startsWith('record/'))
  const standing = decision.findings.filter(
    (finding) => finding.truth === 'yes' && finding.class !== 'note',
  ).length
  return states ? -1 : weightOf(decision.verdict) * 1000 + standing
}

function weightOf(verdict: Verdict): number {
  return verdicts.length - verdicts.indexOf(verdict)
}
