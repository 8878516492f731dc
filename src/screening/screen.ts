/** Contraindications and interactions held against a patient. @module */

import { badArgument, birthDateAhead, contentOutdated } from '../kernel/codes.ts'
import type { Content, Context, Plan } from '../kernel/content.ts'
import {
  type Decision,
  type FactRead,
  type Finding,
  type Issue,
  type OverrideRecord,
  verdicts,
  worse,
} from '../kernel/decision.ts'
import { Digest } from '../kernel/digest.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Verdict } from '../kernel/rule.ts'
import { civilDate } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { libraryVersion } from '../kernel/version.ts'
import { conflictsIn } from '../patient/conflicts.ts'
import { issuesIn } from '../patient/issues.ts'
import { type Moment, rangeOf } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { type Reading, readPatient } from '../patient/reading.ts'
import { NO, wordOf, YES } from '../rules/compile.ts'
import { checkedMoment, checkedPlan, isObject } from './context.ts'
import { missingFacts } from './missing.ts'
import { checkedOverrides, overrideFor } from './overrides.ts'
import { recordFinding } from './record-state.ts'
import { type Engine, engineOf, type Part, type Ready, type Selection, selectionOf } from './selection.ts'

/** What a screening is about. */
export interface Screening {
  readonly patient: Parsed<Patient>
  readonly plan: Plan
  /** Documented decisions to go on in spite of findings; they are part of the input. */
  readonly overrides?: readonly OverrideRecord[]
}

/**
 * Holds every contraindication and interaction of the pack against a patient.
 *
 * A fact nobody recorded is unknown, never no. A rule that stops and cannot be judged answers `indeterminate`, and
 * `missing` says what to ask, the most decisive question first. The result informs a professional, it permits nothing.
 *
 * @param screening - a parsed patient, a plan whose product the pack covers, and documented overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` is null, the verdict says whether something stands against the plan
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-product`, `unknown-zone`, `birth-date-ahead`, `policy-incomplete`
 *
 * @example
 * ```ts
 * const patient = parse(Patient, { format: 'ketamine-treatment/patient/1', record: 'active' })
 * const now = { content: us, policy: usStartingPolicy, zone: 'America/New_York', asOf: '2026-10-05T09:00:00-04:00' }
 * if (patient.ok) screen({ patient: patient.value, plan: { product: 'esketamine-nasal' } }, now).verdict
 * // => 'indeterminate'
 * ```
 */
export function screen(screening: Screening, context: Context): Decision {
  return answered(() => decide(screening, context, 'all'))
}

/**
 * Holds the contraindications and cautions of the pack against a patient: `screen` without the interactions.
 *
 * @see {@link screen}
 */
export function checkContraindications(screening: Screening, context: Context): Decision {
  return answered(() => decide(screening, context, 'contraindications'))
}

/**
 * Holds the medicines of a patient against the interactions of the pack: `screen` without the contraindications.
 *
 * @see {@link screen}
 */
export function checkInteractions(screening: Screening, context: Context): Decision {
  return answered(() => decide(screening, context, 'interactions'))
}

/** A pack, compiled: the word alone, or the whole decision. Both walk the same questions. */
export interface Screener {
  /** The verdict and the ids of the rules that hold or may hold. */
  verdict(
    screening: Screening,
    context: ScreenerContext,
  ): { readonly verdict: Verdict; readonly rules: readonly string[] }
  /** As the function `screen`. */
  screen(screening: Screening, context: ScreenerContext): Decision
}

/** A context without its pack. */
export type ScreenerContext = Omit<Context, 'content'>

/**
 * Compiles a pack once, for many patients.
 *
 * @param content - a pack
 *
 * @example
 * ```ts
 * const screener = createScreener(us)
 * screener.verdict({ patient, plan: { product: 'ketamine-iv' } }, { policy: usStartingPolicy, zone: 'UTC', asOf: '2026-10-05T09:00:00Z' })
 * ```
 */
export function createScreener(content: Parsed<Content>): Screener {
  return answered(() => {
    demandParsed(content, 'content')
    return {
      verdict: (screening, context) => answered(() => quickVerdict(screening, { ...context, content })),
      screen: (screening, context) => answered(() => decide(screening, { ...context, content }, 'all')),
    }
  })
}

interface Judged {
  readonly engine: Engine
  readonly moment: Moment
  readonly selection: Selection
  readonly reading: Reading
}

function judge(screening: Screening, context: Context, part: Part): Judged {
  const moment = checkedMoment(context)
  if (!isObject(screening)) throw new Refusal(badArgument, 'screening')
  demandParsed(screening.patient, 'patient')
  const engine = engineOf(context.content, context.policy)
  const plan = checkedPlan(screening.plan, context.content)
  checkBirthDate(screening.patient, moment)
  const selection = selectionOf(engine, plan, part, 'screening', civilDate(moment.day))
  const reading = readPatient(engine.index, screening.patient, moment, engine)
  const { answers, questions } = selection
  for (let place = 0; place < questions.length; place += 1)
    answers[place] = questions[place]?.answer(reading) ?? 2
  return { engine, moment, selection, reading }
}

function checkBirthDate(patient: Patient, moment: Moment): void {
  const born = rangeOf(patient.birthDate, moment)
  if (born !== undefined && born.from > moment.ms) throw new Refusal(birthDateAhead, 'patient.birthDate')
}

function quickVerdict(
  screening: Screening,
  context: Context,
): { readonly verdict: Verdict; readonly rules: readonly string[] } {
  if (isObject(screening) && (screening.overrides?.length ?? 0) > 0) {
    const decision = decide(screening, context, 'all')
    return { verdict: decision.verdict, rules: decision.findings.map((finding) => finding.rule.id) }
  }
  const { selection, engine } = judge(screening, context, 'all')
  const state = recordFinding(engine.content, screening.patient)
  if (state !== undefined) return { verdict: state.verdict, rules: [state.rule.id] }
  let verdict: Verdict = 'no-finding'
  const rules: string[] = []
  for (const ready of selection.ready) {
    const truth = ready.holds(selection.answers)
    if (truth === NO) continue
    rules.push(ready.rule.id)
    verdict = worse(verdict, truth === YES ? ready.onYes : ready.onUnknown)
  }
  return { verdict, rules }
}

function decide(screening: Screening, context: Context, part: Part): Decision {
  const judged = judge(screening, context, part)
  const { engine, moment, selection, reading } = judged
  const state = recordFinding(engine.content, screening.patient)
  const issues: Issue[] = [...issuesIn(reading)]
  const found = state === undefined ? findingsOf(selection, reading) : [state]
  const findings =
    state === undefined ? overridden(found, checkedOverrides(screening.overrides), moment, issues) : found
  if (selection.ready.some((ready) => ready.rule.checkBy < civilDate(moment.day))) {
    issues.push({ code: contentOutdated.code, path: 'context.content', severity: contentOutdated.severity })
  }
  const verdict = findings.reduce<Verdict>(
    (worst, finding) =>
      worse(worst, finding.override === undefined ? finding.verdict : cautionAtBest(finding.verdict)),
    'no-finding',
  )
  return deepFreeze({
    verdict,
    value: null,
    findings,
    missing: missingFacts(
      findings.filter((finding) => finding.override === undefined),
      engine.index,
    ),
    conflicts: conflictsIn(reading),
    issues: issues.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    provenance: {
      asOf: context.asOf,
      zone: context.zone,
      ...(context.zoneTables === undefined ? {} : { zoneTables: context.zoneTables }),
      content: { id: context.content.id, version: context.content.version },
      policy: { id: context.policy.id, version: context.policy.version, digest: engine.policyDigest },
      libraryVersion,
      inputDigest: inputDigest(selection, reading),
    },
  })
}

// A finding that was overridden leaves a caution behind, never nothing.
function cautionAtBest(verdict: Verdict): Verdict {
  return verdict === 'no-finding' ? 'no-finding' : 'caution'
}

function keyOf(issue: Issue): string {
  return `${issue.code} ${issue.path}`
}

function findingsOf(selection: Selection, reading: Reading): Finding[] {
  const reads: (FactRead | undefined)[] = []
  const readAt = (place: number): FactRead => {
    const known = reads[place]
    if (known !== undefined) return known
    const question = selection.questions[place]
    if (question === undefined) throw new RangeError('a rule asks a question that was not compiled')
    const read = question.read(reading, selection.answers[place] ?? 2)
    reads[place] = read
    return read
  }
  const findings: Finding[] = []
  for (const ready of selection.ready) {
    const truth = ready.holds(selection.answers)
    if (truth !== NO) findings.push(findingOf(ready, truth === YES ? 'yes' : 'unknown', readAt))
  }
  return findings.sort(worstFirst)
}

function findingOf(ready: Ready, truth: 'yes' | 'unknown', readAt: (place: number) => FactRead): Finding {
  return {
    rule: ready.rule,
    truth,
    class: ready.class,
    verdict: truth === 'yes' ? ready.onYes : ready.onUnknown,
    inputs: ready.places.map(readAt),
    actions: ready.rule.actions,
  }
}

function worstFirst(a: Finding, b: Finding): number {
  const byVerdict = verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict)
  if (byVerdict !== 0) return byVerdict
  if (a.rule.id === b.rule.id) return 0
  return a.rule.id < b.rule.id ? -1 : 1
}

function overridden(
  findings: readonly Finding[],
  overrides: readonly OverrideRecord[],
  moment: Moment,
  issues: Issue[],
): readonly Finding[] {
  if (overrides.length === 0) return findings
  return findings.map((finding) => {
    const override = overrideFor(finding, overrides, moment, issues)
    if (override === undefined) return finding
    const document = { kind: 'document', code: 'document-outside-label' } as const
    const actions = override.outsideTheLabel === true ? [...finding.actions, document] : finding.actions
    return { ...finding, override, actions }
  })
}

/** Over the answers in the order the questions were compiled, and what each rests on. */
function inputDigest(selection: Selection, reading: Reading): string {
  const digest = new Digest()
  digest.text(reading.patient.record)
  digest.text(String.fromCharCode(...selection.answers))
  selection.questions.forEach((question, place) => {
    const trace = question.trace?.(reading)
    if (trace !== undefined && trace !== '')
      digest.text(`${place} ${wordOf(selection.answers[place] ?? 2)} ${trace}`)
  })
  return digest.value()
}
