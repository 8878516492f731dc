/** What stands before the dose, or before the door, on paper. @module */
import { clockOf, dayAndClockOf } from '../adapters/plots/clock.ts'
import type { Content } from '../kernel/content.ts'
import type { Decision, FactRead, Finding } from '../kernel/decision.ts'
import { type Instant, instantMs, isInstant } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Criterion } from '../session/readiness.ts'
import { restsOn } from './findings.ts'
import { type Ink, listed, type Paper, paragraph, shown } from './paper.ts'
import { citationList, labelOf, marks, whyWords } from './words.ts'

/** What is told of a judgement. */
export interface Told {
  /** What the clocks alone say, beside the answer. */
  readonly clock?: string
  readonly ready: Truth
  readonly criteria: readonly Criterion[]
  readonly decision: Decision<unknown>
  /** It is early: what only later can be answered is counted and not asked. */
  readonly isEarly?: boolean
  readonly zone: string
  readonly content: Content
}

const sayings: Readonly<Record<Truth, readonly [text: string, ink: Ink]>> = {
  no: ['Something that was looked at stands against it.', 'hold'],
  unknown: ['Nothing that is known stands against it, and not everything is known.', 'indeterminate'],
  yes: ['No rule in force stands against it, and none is open. This permits nothing.', 'no-finding'],
}

/** The answer in one line, then every criterion that is not met or not known, with the question that settles it. */
export function readinessLines(told: Told, paper: Paper, full: boolean): readonly string[] {
  const { ready, criteria, decision } = told
  const [text, ink] = sayings[ready]
  const lead = `Ready: ${ready}  `
  const states = decision.findings.filter(({ rule }) => rule.id.startsWith('record/'))
  const open = criteria.filter(({ met }) => met !== 'yes')
  const met = criteria.length - open.length
  const findings = new Map(decision.findings.map((finding) => [finding.rule.id, finding]))
  return [
    ...paragraph(paper, told.clock === undefined ? text : `${text} ${told.clock}`, {
      lead,
      hang: lead.length,
      leadInk: ink,
    }),
    ...states.flatMap(({ rule }) =>
      paragraph(paper, rule.statement, { lead: '[X] ', hang: 4, leadInk: 'contraindicated' }),
    ),
    ...stands(open, findings, told, paper, full),
    ...(told.isEarly === true && !full ? openCount(open, paper) : questions(open, told, paper, full)),
    ...paragraph(paper, `Met: ${met} of ${criteria.length}.`, { indent: 4, ink: 'faint' }),
    ...(full
      ? paragraph(
          paper,
          listed(
            criteria.filter((one) => one.met === 'yes').map(({ rule }) => rule),
            Number.POSITIVE_INFINITY,
          ),
          { indent: 4, ink: 'faint' },
        )
      : []),
    ...cautions(told, paper, full),
  ]
}

/** What is known to stand. */
function stands(
  open: readonly Criterion[],
  findings: ReadonlyMap<string, Finding>,
  told: Told,
  paper: Paper,
  full: boolean,
): readonly string[] {
  const { zone, decision } = told
  return open
    .filter(({ met }) => met === 'no')
    .flatMap(({ rule, statement, opensAt, overridden }) => {
      const finding = findings.get(rule)
      const mark = finding === undefined ? 'hold' : finding.verdict
      const opens =
        opensAt === undefined ? '' : ` — opens at ${timeOf(opensAt, zone, decision.provenance.asOf)}`
      const lifted = overridden === true ? ' — a documented decision counts instead' : ''
      return [
        ...paragraph(paper, `${statement}${opens}${lifted}`, {
          lead: `${marks[mark]} `,
          hang: 4,
          leadInk: mark,
          ink: 'strong',
        }),
        ...(finding === undefined ? [] : reasons(finding, told, paper)),
        ...(full
          ? paragraph(
              paper,
              `${rule}${finding === undefined ? '' : `; ${citationList(finding.rule.sources)}`}`,
              { indent: 4, ink: 'faint' },
            )
          : []),
      ]
    })
}

/** What a finding rests on, each fact once; what the log says by itself is said by the statement already. */
function reasons(finding: Finding, { content, zone, decision }: Told, paper: Paper): readonly string[] {
  const own = finding.inputs.filter(({ by, answer }) => by !== 'import' || answer === undefined)
  const told = own.filter((read) => {
    const same = own.filter(({ fact }) => fact === read.fact)
    return read === (same.find(({ truth }) => truth === 'yes') ?? same[0])
  })
  const clock = (read: FactRead): FactRead =>
    isInstant(read.at) ? { ...read, at: timeOf(read.at, zone, decision.provenance.asOf) } : read
  const seen = restsOn(told.map(inMinutes).map(clock), content)
  return seen.length === 0 ? [] : paragraph(paper, seen.join('; '), { indent: 4 })
}

/** Elapsed times are counted in milliseconds; people read minutes. */
function inMinutes(read: FactRead): FactRead {
  if (read.unit !== 'ms' || read.value === undefined) return read
  return { ...read, value: read.value / 60_000, unit: 'min' }
}

/** What is not known, as the questions that settle it, each once; effects nobody asked about are one question. */
function questions(
  open: readonly Criterion[],
  { decision, content }: Told,
  paper: Paper,
  full: boolean,
): readonly string[] {
  const asks = new Map(decision.missing.map(({ fact, ask }) => [fact, ask]))
  const unknown = open.filter(({ met }) => met === 'unknown')
  const effects = full ? [] : unknown.filter(isOnlyEffect)
  const entry = (text: string) =>
    paragraph(paper, text, { lead: `${marks.indeterminate} `, hang: 4, leadInk: 'indeterminate' })
  const seen = new Set<string>()
  const lines = unknown.flatMap((criterion) => {
    if (effects.includes(criterion)) return []
    const { statement, why, missing = [], overridden, rule } = criterion
    const [first, ...others] = missing
    const ask = first === undefined ? statement : (asks.get(first) ?? labelOf(first, content))
    const more = others.length === 0 ? '' : ` And ${others.length} more.`
    const because = why === undefined || why === 'stands' ? 'not known' : whyWords[why]
    const lifted = overridden === true ? '; a documented decision counts instead' : ''
    const text = `${ask}${more} (${because}${lifted})`
    if (!full && seen.has(text)) return []
    seen.add(text)
    return [
      ...entry(text),
      ...(full ? paragraph(paper, `${statement}; ${rule}`, { indent: 4, ink: 'faint' }) : []),
    ]
  })
  if (effects.length === 0) return lines
  const most = effects.length === 1 ? 'One kind' : `${effects.length} kinds`
  return [
    ...lines,
    ...entry(
      `Is there any side effect? ${most} that would stand against it are not known to be absent or over.`,
    ),
  ]
}

function openCount(open: readonly Criterion[], paper: Paper): readonly string[] {
  const unknown = open.filter(({ met }) => met === 'unknown').length
  return unknown === 0
    ? []
    : paragraph(paper, `${unknown} more are not known yet; most of them can only be answered afterwards.`, {
        lead: `${marks.indeterminate} `,
        hang: 4,
        leadInk: 'indeterminate',
      })
}

/** Whether a criterion waits for nothing but to hear whether an effect is there. */
function isOnlyEffect({ missing = [], overridden }: Criterion): boolean {
  return overridden !== true && missing.length > 0 && missing.every((fact) => fact.startsWith('open-'))
}

/** What stops nobody and asks for attention. */
function cautions(told: Told, paper: Paper, full: boolean): readonly string[] {
  const { findings } = told.decision
  const known = findings.filter((finding) => finding.class === 'caution' && finding.truth === 'yes')
  const open = findings.filter((finding) => finding.class === 'caution' && finding.truth === 'unknown')
  return [
    ...known.flatMap((finding) => [
      ...paragraph(paper, finding.rule.statement, { lead: `${marks.caution} `, hang: 4, leadInk: 'caution' }),
      ...reasons(finding, told, paper),
    ]),
    ...(open.length === 0
      ? []
      : paragraph(
          paper,
          `Not known, and would ask for attention: ${listed(
            open.map(({ rule }) => rule.statement),
            full ? open.length : 4,
          )}.`,
          { indent: 4, ink: 'faint' },
        )),
  ]
}

/** A moment by the clock of the zone; with its day where that is another one. */
export function timeOf(at: Instant, zone: string, beside: Instant): string {
  const ms = instantMs(at)
  const day = dayAndClockOf(ms, zone)
  return day.slice(0, 10) === dayAndClockOf(instantMs(beside), zone).slice(0, 10)
    ? clockOf(ms, zone)
    : shown(day)
}
