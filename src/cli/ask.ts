/** What to ask next on paper: each open question once, with the findings that wait for it. @module */
import type { Decision, FactRead, Finding, MissingFact } from '../kernel/decision.ts'
import { listed, type Paper, paragraph } from './paper.ts'
import { hasEvidence, limitWords, seenWords, whyWords } from './words.ts'

/** A question, and the findings that wait for it: those it settles alone, and those it settles with others. */
export interface Question {
  readonly missing: MissingFact
  readonly alone: readonly Finding[]
  readonly together: readonly Finding[]
}

/** The open questions of a decision, each with the findings that wait for it. */
export function questionsOf(decision: Decision): readonly Question[] {
  const open = new Map(
    decision.findings
      .filter((finding) => finding.truth === 'unknown')
      .map((finding) => [finding.rule.id, finding]),
  )
  const asked = new Map<string, number>()
  for (const { rules } of decision.missing) for (const id of rules) asked.set(id, (asked.get(id) ?? 0) + 1)
  return decision.missing.map((missing) => {
    const findings = missing.rules.flatMap((id) => open.get(id) ?? []).toSorted(worstFirst)
    return {
      missing,
      alone: findings.filter((finding) => asked.get(finding.rule.id) === 1),
      together: findings.filter((finding) => asked.get(finding.rule.id) !== 1),
    }
  })
}

const weight: Readonly<Record<Finding['class'], number>> = {
  contraindicated: 0,
  defer: 1,
  'specialist-review': 1,
  caution: 2,
  note: 3,
}

function worstFirst(a: Finding, b: Finding): number {
  return weight[a.class] - weight[b.class]
}

/** The numbered questions on paper: those that could stop the plan, and the further ones. */
export interface Asked {
  readonly decisive: readonly (readonly string[])[]
  readonly further: readonly (readonly string[])[]
}

/** The questions, the most decisive first, numbered as they stand in the decision. */
export function askBlocks(decision: Decision, paper: Paper, full: boolean): Asked {
  const decisive: (readonly string[])[] = []
  const further: (readonly string[])[] = []
  questionsOf(decision).forEach((question, at) => {
    const lead = `${at + 1}.`
    if (couldStop(question)) decisive.push(blockOf(question, lead, paper, full))
    else
      further.push(
        full || question.alone.length + question.together.length > 1
          ? blockOf(question, lead, paper, full)
          : shortOf(question, lead, paper),
      )
  })
  return { decisive, further }
}

/** Whether a finding that could stop the plan waits for the answer. */
export function couldStop({ alone, together }: Question): boolean {
  return [...alone, ...together].some((finding) => finding.verdict === 'indeterminate')
}

function blockOf(question: Question, lead: string, paper: Paper, full: boolean): readonly string[] {
  const { missing } = question
  const detail = (text: string) => paragraph(paper, text, { indent: hang })
  const why = sentence(whyOf(missing))
  const groups = waiting(question, full)
  return [
    ...paragraph(paper, missing.ask, { lead, hang, ink: 'strong' }),
    ...onRecord(question).flatMap((text) => detail(`On record: ${text}.`)),
    // One thing that waits fits beside the reason; several stand below each other.
    ...(groups.length > 1 ? [why, ...groups] : [[why, ...groups].join(' ')]).flatMap(detail),
  ]
}

// A question about one caution names it by itself: a line is enough.
function shortOf(question: Question, lead: string, paper: Paper): readonly string[] {
  const { missing } = question
  const seen = onRecord(question)
  const told = seen.length === 0 ? whyOf(missing) : `${whyOf(missing)}; on record: ${seen.join('; ')}`
  return paragraph(paper, `${missing.ask} (${told})`, { lead, hang })
}

const hang = 4

function whyOf({ why, means }: MissingFact): string {
  const further = {
    measure: '; to be measured',
    decide: '; to be decided',
    wait: '; time will tell',
    ask: '',
  } as const
  return `${whyWords[why]}${further[means]}`
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

/** The findings that wait for the answer: first those that could stop the plan. */
function waiting({ alone, together }: Question, full: boolean): readonly string[] {
  const stops = (some: readonly Finding[]) => some.filter((finding) => finding.verdict === 'indeterminate')
  const cautions = (some: readonly Finding[]) => some.filter((finding) => finding.verdict !== 'indeterminate')
  return [
    ...named('Settles', stops(alone), full),
    ...named('Helps to settle', stops(together), full),
    ...named('Settles as possible caution', cautions(alone), full),
    ...named('Helps to settle as possible caution', cautions(together), full),
  ]
}

function named(verb: string, findings: readonly Finding[], full: boolean): readonly string[] {
  if (findings.length === 0) return []
  const names = findings.map((finding) => finding.rule.statement)
  const count = names.length === 1 ? '' : ` (${names.length})`
  return [`${verb}${count}: ${listed(names, full ? names.length : 8)}.`]
}

/** What the record already says about the fact, though it does not answer it. */
function onRecord({ missing, alone, together }: Question): readonly string[] {
  const reads = [...alone, ...together].flatMap((finding) => finding.inputs)
  const about = reads.filter(
    (read) => read.fact === missing.fact && read.truth === 'unknown' && isOnRecord(read),
  )
  return [
    ...new Set(
      about.map((read) => {
        const limit =
          read.limit === undefined || read.value === undefined ? '' : ` (limit: ${limitWords(read.limit)})`
        return `${seenWords(read, read.limit)}${limit}`
      }),
    ),
  ]
}

// A sum has no place of its own; a sum of nothing is no evidence.
function isOnRecord(read: FactRead): boolean {
  return hasEvidence(read) && !(read.value === 0 && read.at === undefined && read.from === undefined)
}
