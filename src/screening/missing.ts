/** What to ask: the open questions of all findings, few and the most decisive first. @module */
import type { FactRead, Finding, MissingFact, UnknownWhy } from '../kernel/decision.ts'
import type { ListName, Means } from '../kernel/fact.ts'
import { isListName, listQuestions } from '../kernel/lists.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import type { Condition } from '../kernel/rule.ts'
import { not, type Truth } from '../kernel/truth.ts'
import type { FactIndex } from '../patient/fact-index.ts'

const listReasons: readonly UnknownWhy[] = ['no-list', 'not-attested', 'not-read', 'incomplete']

interface Open {
  readonly fact: string
  readonly why: UnknownWhy
  readonly ask: string
  readonly means: Means
  readonly rules: string[]
  stops: number
}

/**
 * The facts that are missing, each once, with the rules they settle.
 *
 * Facts that only wait for a statement about a whole list are one question.
 */
export function missingFacts(findings: readonly Finding[], index: FactIndex): readonly MissingFact[] {
  const open: Open[] = []
  const walk: Walk = { reads: [], next: 0, found: [], count: 0 }
  for (const finding of findings) {
    if (finding.override !== undefined || finding.truth !== 'unknown' || finding.class === 'note') continue
    begin(walk, finding.inputs)
    visit(finding.rule.when, walk)
    for (let at = 0; at < walk.count; at += 1) {
      const read = walk.found[at]
      if (read !== undefined) ask(open, read, finding, index)
    }
  }
  const missing: MissingFact[] = []
  for (const { fact, why, ask, means, rules } of putInOrder(open, mostDecisiveFirst))
    missing.push({ fact, why, ask, means, rules: putInOrder(rules, byText) })
  return missing
}

function mostDecisiveFirst(a: Open, b: Open): number {
  return b.stops - a.stops || b.rules.length - a.rules.length || byText(a.fact, b.fact)
}

function ask(open: Open[], read: FactRead, finding: Finding, index: FactIndex): void {
  const why = read.why ?? 'never-recorded'
  if (waitsForLists(read)) {
    // Mostly it is one list, which needs no parting.
    if (isListName(read.list)) {
      add(open, `list/${read.list}`, why, listQuestions[read.list], 'ask', finding)
      return
    }
    const lists = listsToAttest(read)
    for (const list of lists) add(open, `list/${list}`, why, listQuestions[list], 'ask', finding)
    if (lists.length > 0) return
  }
  const row = index.rows[index.slots.get(read.fact) ?? -1]
  add(open, read.fact, why, row?.ask ?? 'What is the date of birth?', row?.means ?? 'ask', finding)
}

function add(open: Open[], fact: string, why: UnknownWhy, ask: string, means: Means, finding: Finding): void {
  const { id } = finding.rule
  const stops = finding.verdict === 'indeterminate' ? 1 : 0
  for (const known of open) {
    if (known.fact !== fact) continue
    if (!known.rules.includes(id)) known.rules.push(id)
    known.stops += stops
    return
  }
  open.push({ fact, why, ask, means, rules: [id], stops })
}

function waitsForLists(read: FactRead): read is FactRead & { readonly list: string } {
  return read.list !== undefined && read.why !== undefined && listReasons.includes(read.why)
}

/** The lists a person could speak for as a whole so that an unknown fact is known; none where that would not do. */
export function listsToAttest(read: FactRead): readonly ListName[] {
  return waitsForLists(read) ? read.list.split(' ').filter(isListName) : []
}

/**
 * A walk over a condition for the unknown reads that keep it open: those in a part that is itself open.
 *
 * One is used for one finding after another.
 */
interface Walk {
  reads: readonly FactRead[]
  next: number
  /** The open reads; only so many of them count. */
  readonly found: FactRead[]
  count: number
}

function begin(walk: Walk, reads: readonly FactRead[]): void {
  walk.reads = reads
  walk.next = 0
  walk.count = 0
}

function visit(condition: Condition, walk: Walk): Truth {
  switch (condition.kind) {
    case 'all':
      return visitParts(condition.of, condition.of.length, walk)
    case 'any':
      return visitParts(condition.of, 1, walk)
    case 'at-least-n':
      return visitParts(condition.of, condition.n, walk)
    case 'not':
      return not(visit(condition.of, walk))
    default: {
      const read = walk.reads[walk.next]
      walk.next += 1
      if (read?.truth === 'unknown') {
        walk.found[walk.count] = read
        walk.count += 1
      }
      return read?.truth ?? 'unknown'
    }
  }
}

// "All" needs every part, "any" one of them: both are "at least so many".
function visitParts(parts: readonly Condition[], needed: number, walk: Walk): Truth {
  const before = walk.count
  let yes = 0
  let open = 0
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]
    const truth = part === undefined ? 'no' : visit(part, walk)
    if (truth === 'yes') yes += 1
    else if (truth === 'unknown') open += 1
  }
  if (yes < needed && yes + open >= needed) return 'unknown'
  walk.count = before // what lies in a part that is decided keeps nothing open
  return yes >= needed ? 'yes' : 'no'
}
