/** Contraindications and interactions held against a patient. @module */

import { badArgument, birthDateAhead, contentOutdated } from '../kernel/codes.ts'
import type { Content, Context, Plan } from '../kernel/content.ts'
import {
  type Decision,
  type FactRead,
  type Finding,
  type Issue,
  type OverrideRecord,
  type Provenance,
  verdicts,
} from '../kernel/decision.ts'
import { Digest } from '../kernel/digest.ts'
import { putInOrder } from '../kernel/order.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Verdict } from '../kernel/rule.ts'
import { answered, refusalOf } from '../kernel/total.ts'
import { libraryVersion } from '../kernel/version.ts'
import { conflictsIn } from '../patient/conflicts.ts'
import { byCodeAndPath, issuesIn } from '../patient/issues.ts'
import { type Moment, rangeOf } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { type Reading, readPatient } from '../patient/reading.ts'
import { NO, OPEN, YES } from '../rules/compile.ts'
import { checkedMoment, checkedPlan, isObject } from './context.ts'
import { missingFacts } from './missing.ts'
import { checkedOverrides, overrideFor } from './overrides.ts'
import { recordFinding } from './record-state.ts'
import { engineOf, type Part, type Ready, type Selection, selectionOf } from './selection.ts'

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
  return answered(() => decide(screening, contentOf(context), context, 'all'))
}

/**
 * Holds the contraindications and cautions of the pack against a patient: `screen` without the interactions.
 *
 * @see {@link screen}
 */
export function checkContraindications(screening: Screening, context: Context): Decision {
  return answered(() => decide(screening, contentOf(context), context, 'contraindications'))
}

/**
 * Holds the medicines of a patient against the interactions of the pack: `screen` without the contraindications.
 *
 * @see {@link screen}
 */
export function checkInteractions(screening: Screening, context: Context): Decision {
  return answered(() => decide(screening, contentOf(context), context, 'interactions'))
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
      verdict: (screening, context) => {
        try {
          return quickVerdict(screening, content, context)
        } catch (thrown) {
          throw refusalOf(thrown)
        }
      },
      screen: (screening, context) => {
        try {
          return decide(screening, content, context, 'all')
        } catch (thrown) {
          throw refusalOf(thrown)
        }
      },
    }
  })
}

function contentOf(context: Context): Parsed<Content> {
  if (!isObject(context)) throw new Refusal(badArgument, 'context')
  return context.content
}

/** Reads a record and answers every question and rule about it; all of it lies in the tables of the selection. */
function judge(
  screening: Screening,
  content: Parsed<Content>,
  context: ScreenerContext,
  part: Part,
): Selection {
  if (!isObject(context)) throw new Refusal(badArgument, 'context')
  const moment = checkedMoment(content, context)
  if (!isObject(screening)) throw new Refusal(badArgument, 'screening')
  const { patient } = screening
  demandParsed(patient, 'patient')
  const engine = engineOf(content, context.policy)
  const plan = checkedPlan(screening.plan, content)
  checkBirthDate(patient, moment)
  const selection = selectionOf(engine, plan, part, 'screening', moment.today)
  answerAll(selection, readPatient(engine.index, patient, moment, engine, engine.reading))
  return selection
}

function answerAll({ ready, questions, answers, truths }: Selection, reading: Reading): void {
  for (let place = 0; place < questions.length; place += 1)
    answers[place] = questions[place]?.answer(reading) ?? OPEN
  for (let at = 0; at < ready.length; at += 1) truths[at] = ready[at]?.holds(answers) ?? OPEN
}

function checkBirthDate(patient: Patient, moment: Moment): void {
  const { birthDate } = patient
  // As text: a birth date that does not lie after today, whole or in part, cannot begin after now.
  if (birthDate === undefined || birthDate <= moment.today) return
  const born = rangeOf(birthDate, moment)
  if (born !== undefined && born.from > moment.ms) throw new Refusal(birthDateAhead, 'patient.birthDate')
}

function quickVerdict(
  screening: Screening,
  content: Parsed<Content>,
  context: ScreenerContext,
): { readonly verdict: Verdict; readonly rules: readonly string[] } {
  if (isObject(screening) && (screening.overrides?.length ?? 0) > 0) {
    const decision = decide(screening, content, context, 'all')
    return { verdict: decision.verdict, rules: decision.findings.map((finding) => finding.rule.id) }
  }
  const selection = judge(screening, content, context, 'all')
  const state = recordFinding(content, screening.patient)
  if (state !== undefined) return { verdict: state.verdict, rules: [state.rule.id] }
  return verdictIn(selection)
}

function verdictIn({ ready, truths }: Selection): { verdict: Verdict; rules: readonly string[] } {
  // Made at its length: growing it would cost more than all the rest.
  const rules = new Array<string>(countOf(truths))
  let worst = verdicts.length - 1
  let next = 0
  for (let at = 0; at < ready.length; at += 1) {
    const row = ready[at]
    if (row === undefined || truths[at] === NO) continue
    worst = Math.min(worst, truths[at] === YES ? row.rankOnYes : row.rankOnUnknown)
    rules[next] = row.rule.id
    next += 1
  }
  return { verdict: verdicts[worst] ?? 'no-finding', rules }
}

/** How many rules hold or may hold. */
function countOf(truths: Uint8Array): number {
  let count = 0
  for (let at = 0; at < truths.length; at += 1) if (truths[at] !== NO) count += 1
  return count
}

function decide(
  screening: Screening,
  content: Parsed<Content>,
  context: ScreenerContext,
  part: Part,
): Decision {
  const selection = judge(screening, content, context, part)
  const { engine } = selection
  const { reading } = engine
  const state = recordFinding(content, screening.patient)
  const issues = issuesIn(reading)
  const found = state === undefined ? findingsOf(selection, reading) : [state]
  const findings =
    state === undefined
      ? overridden(found, checkedOverrides(screening.overrides), reading.moment, issues)
      : found
  if (selection.outdated) {
    issues.push({ code: contentOutdated.code, path: 'context.content', severity: contentOutdated.severity })
  }
  return deepFreeze({
    verdict: verdictOfAll(findings),
    value: null,
    findings,
    missing: missingFacts(findings, engine.index, engine.open),
    conflicts: conflictsIn(reading),
    issues: putInOrder(issues, byCodeAndPath),
    provenance: provenanceOf(selection, context),
  })
}

function provenanceOf(selection: Selection, { zoneTables }: ScreenerContext): Provenance {
  const { reading, provenance } = selection.engine
  const made = {
    asOf: reading.moment.asOf,
    zone: reading.moment.zone,
    content: provenance.content,
    policy: provenance.policy,
    libraryVersion,
    inputDigest: inputDigest(selection, reading),
  }
  return zoneTables === undefined ? made : { ...made, zoneTables }
}

function verdictOfAll(findings: readonly Finding[]): Verdict {
  let worst = verdicts.length - 1
  for (const { verdict, override } of findings) {
    // A finding that was overridden leaves a caution behind, never nothing.
    const left = override === undefined || verdict === 'no-finding' ? verdict : 'caution'
    worst = Math.min(worst, verdicts.indexOf(left))
  }
  return verdicts[worst] ?? 'no-finding'
}

/** Worst first, then by the id of the rule. */
function findingsOf(selection: Selection, reading: Reading): Finding[] {
  const { ready, truths, byId, reads } = selection
  reads.fill(undefined)
  const findings = new Array<Finding>(countOf(truths))
  let next = 0
  for (let rank = 0; rank < verdicts.length; rank += 1) {
    for (const at of byId) {
      const row = ready[at]
      const truth = truths[at]
      if (row === undefined || truth === NO) continue
      if ((truth === YES ? row.rankOnYes : row.rankOnUnknown) !== rank) continue
      findings[next] = findingOf(row, truth === YES ? 'yes' : 'unknown', selection, reading)
      next += 1
    }
  }
  return findings
}

function findingOf(ready: Ready, truth: 'yes' | 'unknown', selection: Selection, reading: Reading): Finding {
  const kept = keptFinding(ready, selection, reading)
  if (kept !== undefined) return kept
  const inputs = new Array<FactRead>(ready.places.length)
  let isShared = ready.kept.length < mostKept
  for (let at = 0; at < inputs.length; at += 1) {
    const read = readAt(ready.places[at] ?? -1, selection, reading)
    inputs[at] = read
    // Only reads that are shared by all patients of whom nothing is on record are frozen this early.
    isShared &&= Object.isFrozen(read)
  }
  const finding: Finding = {
    rule: ready.rule,
    truth,
    class: ready.class,
    verdict: truth === 'yes' ? ready.onYes : ready.onUnknown,
    inputs,
    actions: ready.rule.actions,
  }
  if (isShared) ready.kept.push(deepFreeze(finding))
  return finding
}

/** A rule that asks several facts may be open in several ways; the first few are kept. */
const mostKept = 8

function keptFinding(ready: Ready, selection: Selection, reading: Reading): Finding | undefined {
  for (const finding of ready.kept) {
    let isSame = true
    for (let at = 0; isSame && at < ready.places.length; at += 1) {
      isSame = finding.inputs[at] === readAt(ready.places[at] ?? -1, selection, reading)
    }
    if (isSame) return finding
  }
  return undefined
}

// A question that several rules ask is read once.
function readAt(place: number, { questions, answers, reads }: Selection, reading: Reading): FactRead {
  const known = reads[place]
  if (known !== undefined) return known
  const question = questions[place]
  if (question === undefined) throw new RangeError('a rule asks a question that was not compiled')
  const read = question.read(reading, answers[place] ?? OPEN)
  reads[place] = read
  return read
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
  digest.bytes(selection.answers)
  selection.questions.forEach((question) => {
    if (question.trace === undefined) return
    question.trace(reading, digest)
    digest.end()
  })
  return digest.value()
}
