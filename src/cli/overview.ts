/** Many records on paper: a line each, and the sum. @module */
import type { Decision } from '../kernel/decision.ts'
import { verdicts } from '../kernel/decision.ts'
import type { Verdict } from '../kernel/rule.ts'
import type { Outcome } from './judge.ts'
import { columnsOf, counted, inked, type Paper, paragraph, shown } from './paper.ts'
import { codeWords, marks } from './words.ts'

const verdictColumns = 20
const openColumns = 6

function nameColumnsOf(paper: Paper): number {
  return Math.max(14, Math.min(34, paper.width - 53))
}

/** What the columns hold. */
export function overviewHead(paper: Paper): string {
  const name = 'RECORD'.padEnd(nameColumnsOf(paper))
  return inked(
    paper,
    'faint',
    `${'VERDICT'.padEnd(verdictColumns)}${name} ${'ASK'.padStart(openColumns - 2)}  WORST`,
  )
}

/** One line: the verdict, the record, how many questions are open, and the worst of what was found. */
export function overviewLine(outcome: Outcome, name: string, paper: Paper): string {
  const nameColumns = nameColumnsOf(paper)
  const place = fitted(shown(name), nameColumns).padEnd(nameColumns)
  const room = paper.width - verdictColumns - nameColumns - 1 - openColumns
  if (outcome.kind === 'refused') {
    const open = ' '.repeat(openColumns)
    return `${'[ ] refused'.padEnd(verdictColumns)}${place} ${open}${fitted(`${outcome.code}: ${codeWords(outcome.code)}`, room)}`
  }
  const { verdict, missing } = outcome.decision
  const word = `${marks[verdict]} ${verdict}`.padEnd(verdictColumns)
  const open = `${missing.length === 0 ? '-' : missing.length}`.padStart(openColumns - 2)
  return `${inked(paper, verdict, word)}${place} ${open}  ${fitted(gist(outcome.decision), room)}`.trimEnd()
}

/** The worst of what stands; where nothing does, how much could. */
function gist({ verdict, findings }: Decision): string {
  const standing = findings.filter((finding) => finding.truth === 'yes' && finding.class !== 'note')
  const [first] = standing
  const more = standing.length > 1 ? ` +${standing.length - 1}` : ''
  const worst = first === undefined ? '' : `${first.rule.statement}${more}`
  if (verdict !== 'indeterminate') return worst
  const could = findings.filter((finding) => finding.verdict === 'indeterminate').length
  return `${could} unknown could stop it${worst === '' ? '' : `; ${worst}`}`
}

// The end of a name tells records apart; the beginning of a sentence tells what it says.
function fitted(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  const units = [...text]
  return text.includes(' ')
    ? `${units.slice(0, columns - 1).join('')}…`
    : `…${units.slice(1 - columns).join('')}`
}

/** Records by verdict, and inputs that were refused. */
export class Totals {
  readonly #verdicts = new Map<Verdict, number>()
  #judged = 0
  #refused = 0

  take(outcome: Outcome): void {
    if (outcome.kind === 'refused') {
      this.#refused += 1
      return
    }
    this.#judged += 1
    const { verdict } = outcome.decision
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1)
  }

  get judged(): number {
    return this.#judged
  }

  get refused(): number {
    return this.#refused
  }

  /** Whether some verdict is at least as bad. */
  reaches(limit: Verdict): boolean {
    return verdicts.slice(0, verdicts.indexOf(limit) + 1).some((verdict) => this.#verdicts.has(verdict))
  }

  /** The sum in words. */
  lines(paper: Paper): readonly string[] {
    const each = verdicts.flatMap((verdict) => {
      const count = this.#verdicts.get(verdict)
      return count === undefined ? [] : [`${count} ${verdict}`]
    })
    const refused =
      this.#refused === 0 ? '' : ` ${counted(this.#refused, 'input')} could not be read or judged.`
    return paragraph(
      paper,
      `${counted(this.#judged, 'record')} judged: ${each.join(', ') || 'none'}.${refused}`,
      { ink: 'strong' },
    )
  }
}
