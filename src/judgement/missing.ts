/** What to ask: the open questions of all findings, few and the most decisive first. @module */
import type { FactRead, Finding, MissingFact, UnknownWhy } from '../kernel/decision.ts'
import type { ListName, Means } from '../kernel/fact.ts'
import { isListName, listQuestions } from '../kernel/lists.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import type { Condition } from '../kernel/rule.ts'
import { not, type Truth } from '../kernel/truth.ts'
import type { FactIndex } from '../patient/fact-index.ts'

const listReasons: readonly UnknownWhy[] = ['no-list', 'not-attested', 'not-read', 'incomplete']

/** A fact that is asked for, while the questions are gathered. */
interface Open {
  fact: string
  why: UnknownWhy
  ask: string
  means: Means
  /** Ids of rules; only so many of them count. */
  readonly rules: string[]
  count: number
  stops: number
}

/** Room to gather questions in, used for one decision after another. It holds nothing of a patient. */
export class OpenFacts {
  readonly all: Open[] = []
  used = 0
  readonly walk: Walk = { reads: [], next: 0, found: [], count: 0 }
}

/**
 * The facts that are missing, each once, with the rules they settle.
 *
 * Facts that only wait for a statement about a whole list are one question.
 */
export function missingFacts(
  findings: readonly Finding[],
  index: FactIndex,
  open: OpenFacts = new OpenFacts(),
): readonly MissingFact[] {
  const { walk } = open
  open.used = 0
  for (const finding of findings) {
    if (finding.override !== undefined || finding.truth !== 'unknown' || finding.class === 'note') continue
    begin(walk, finding.inputs)
    visit(finding.rule.when, walk)
    for (let at = 0; at < walk.count; at += 1) {
      const read = walk.found[at]
      if (read !== undefined) ask(open, read, finding, index)
    }
  }
  begin(walk, [])
  walk.found.fill(nothing)
  return gathered(open)
}

const nothing: FactRead = { fact: '', truth: 'unknown' }

function gathered({ all, used }: OpenFacts): readonly MissingFact[] {
  const order = putInOrder(all.slice(0, used), mostDecisiveFirst)
  const missing = new Array<MissingFact>(used)
  for (let at = 0; at < used; at += 1) {
    const one = order[at]
    if (one === undefined) continue
    const rules = putInOrder(one.rules.slice(0, one.count), byText)
    missing[at] = { fact: one.fact, why: one.why, ask: one.ask, means: one.means, rules }
  }
  return missing
}

function mostDecisiveFirst(a: Open, b: Open): number {
  return b.stops - a.stops || b.count - a.count || byText(a.fact, b.fact)
}

function ask(open: OpenFacts, read: FactRead, finding: Finding, index: FactIndex): void {
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

function add(
  open: OpenFacts,
  fact: string,
  why: UnknownWhy,
  ask: string,
  means: Means,
  finding: Finding,
): void {
  const { all } = open
  let one = openFact(open, fact)
  if (one === undefined) {
    one = all[open.used] ?? { fact, why, ask, means, rules: [], count: 0, stops: 0 }
    all[open.used] = one
    open.used += 1
    one.fact = fact
    one.why = why
    one.ask = ask
    one.means = means
    one.count = 0
    one.stops = 0
  }
  addRule(one, finding.rule.id)
  if (finding.verdict === 'indeterminate') one.stops += 1
}

function openFact({ all, used }: OpenFacts, fact: string): Open | undefined {
  for (let at = 0; at < used; at += 1) if (all[at]?.fact === fact) return all[at]
  return undefined
}

function addRule(one: Open, id: string): void {
  for (let at = 0; at < one.count; at += 1) if (one.rules[at] === id) return
  one.rules[one.count] = id
  one.count += 1
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
