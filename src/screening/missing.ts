/** What to ask: the open questions of all findings, few and the most decisive first. @module */
import type { FactRead, Finding, MissingFact, UnknownWhy } from '../kernel/decision.ts'
import type { ListName, Means } from '../kernel/fact.ts'
import { isListName, listQuestions } from '../kernel/lists.ts'
import type { Condition } from '../kernel/rule.ts'
import { and, atLeast, not, or, type Truth } from '../kernel/truth.ts'
import type { FactIndex } from '../patient/fact-index.ts'

const listReasons: readonly UnknownWhy[] = ['no-list', 'not-attested', 'not-read', 'incomplete']

interface Open {
  readonly fact: string
  readonly why: UnknownWhy
  readonly ask: string
  readonly means: Means
  readonly rules: Set<string>
  stops: number
}

/**
 * The facts that are missing, each once, with the rules they settle.
 *
 * Facts that only wait for a statement about a whole list are one question.
 */
export function missingFacts(findings: readonly Finding[], index: FactIndex): readonly MissingFact[] {
  const open = new Map<string, Open>()
  for (const finding of findings) {
    if (finding.truth !== 'unknown' || finding.class === 'note') continue
    for (const read of openReads(finding.rule.when, finding.inputs)) {
      for (const asked of asksFor(read, index)) {
        const known = open.get(asked.fact) ?? asked
        known.rules.add(finding.rule.id)
        if (finding.verdict === 'indeterminate') known.stops += 1
        open.set(asked.fact, known)
      }
    }
  }
  return [...open.values()]
    .sort((a, b) => b.stops - a.stops || b.rules.size - a.rules.size || (a.fact < b.fact ? -1 : 1))
    .map(({ fact, why, ask, means, rules }) => ({ fact, why, ask, means, rules: [...rules].sort() }))
}

function asksFor(read: FactRead, index: FactIndex): Open[] {
  const why = read.why ?? 'never-recorded'
  const asked = (fact: string, ask: string, means: Means): Open => ({
    fact,
    why,
    ask,
    means,
    rules: new Set<string>(),
    stops: 0,
  })
  const lists = listsToAttest(read)
  if (lists.length > 0) return lists.map((list) => asked(`list/${list}`, listQuestions[list], 'ask'))
  const slot = index.slots.get(read.fact)
  const row = slot === undefined ? undefined : index.rows[slot]
  return [asked(read.fact, row?.ask ?? 'What is the date of birth?', row?.means ?? 'ask')]
}

/** The lists a person could speak for as a whole so that an unknown fact is known; none where that would not do. */
export function listsToAttest(read: FactRead): readonly ListName[] {
  if (read.list === undefined || read.why === undefined || !listReasons.includes(read.why)) return []
  return read.list.split(' ').filter(isListName)
}

/**
 * The unknown reads that keep a condition open: those in a part that is itself open.
 *
 * @param condition - the condition of a rule
 * @param reads - one read for each of its questions, in their order
 */
export function openReads(condition: Condition, reads: readonly FactRead[]): readonly FactRead[] {
  const found: FactRead[] = []
  visit(condition, reads, 0, found)
  return found
}

function visit(
  condition: Condition,
  reads: readonly FactRead[],
  from: number,
  found: FactRead[],
): { readonly truth: Truth; readonly next: number } {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least-n': {
      const mine: FactRead[] = []
      const parts: Truth[] = []
      let next = from
      for (const part of condition.of) {
        const visited = visit(part, reads, next, mine)
        parts.push(visited.truth)
        next = visited.next
      }
      const truth =
        condition.kind === 'all'
          ? and(parts)
          : condition.kind === 'any'
            ? or(parts)
            : atLeast(condition.n, parts)
      if (truth === 'unknown') found.push(...mine)
      return { truth, next }
    }
    case 'not': {
      const visited = visit(condition.of, reads, from, found)
      return { truth: not(visited.truth), next: visited.next }
    }
    default: {
      const read = reads[from]
      if (read?.truth === 'unknown') found.push(read)
      return { truth: read?.truth ?? 'unknown', next: from + 1 }
    }
  }
}
