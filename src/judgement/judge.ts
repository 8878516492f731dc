/** Rules held against a record: the answers, the findings, and the decision that carries them. @module */

import { badArgument, beforeTables, birthDateAhead, contentOutdated } from '../kernel/codes.ts'
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
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Asked, Verdict } from '../kernel/rule.ts'
import type { Truth } from '../kernel/truth.ts'
import { libraryVersion } from '../kernel/version.ts'
import { conflictsIn } from '../patient/conflicts.ts'
import { byCodeAndPath, issuesIn } from '../patient/issues.ts'
import { type Moment, rangeOf } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { type Reading, readPatient } from '../patient/reading.ts'
import { NO, OPEN, wordOf, YES } from '../rules/compile.ts'
import { checkedMoment, checkedPlan, isObject } from './context.ts'
import { missingFacts } from './missing.ts'
import { checkedOverrides, overrideFor } from './overrides.ts'
import { recordFinding } from './record-state.ts'
import { engineOf, type Part, type Ready, type Selection, selectionOf } from './selection.ts'

/** A context without its pack. */
export type ContextOfPack = Omit<Context, 'content'>

/** What a judgement is about: a record that came through the door, or one made of such records. */
export interface Question {
  readonly patient: Patient
  readonly plan: Plan
  readonly part: Part
  readonly asked: Asked
}

/**
 * Reads a record and answers every question and rule about it; all of it lies in the tables of the selection, until
 * the next judgement with the same pack and policy.
 *
 * @throws Refusal as every judgement does
 */
export function judge(question: Question, content: Content, context: ContextOfPack): Selection {
  const moment = momentIn(content, context)
  const { patient } = question
  const engine = engineOf(content, context.policy)
  const plan = checkedPlan(question.plan, content)
  checkFirstDay(content, moment)
  checkBirthDate(patient, moment)
  const selection = selectionOf(engine, plan, question.part, question.asked, moment.today)
  answerAll(selection, readPatient(engine.index, patient, moment, engine, engine.reading))
  return selection
}

/** The moment of a context. */
export function momentIn(content: Content, context: ContextOfPack): Moment {
  if (!isObject(context)) throw new Refusal(badArgument, 'context')
  return checkedMoment(content, context)
}

/** The pack of a context. */
export function contentOf(context: Context): Context['content'] {
  if (!isObject(context)) throw new Refusal(badArgument, 'context')
  return context.content
}

function answerAll({ ready, questions, answers, truths }: Selection, reading: Reading): void {
  for (let place = 0; place < questions.length; place += 1)
    answers[place] = questions[place]?.answer(reading) ?? OPEN
  for (let at = 0; at < ready.length; at += 1) truths[at] = ready[at]?.holds(answers) ?? OPEN
}

// Before them no row is in force, and silence would read as an answer. A site’s rows do not move it: it adds no states.
function checkFirstDay({ records }: Content, { today }: Moment): void {
  const [first] = records
  if (first !== undefined && today < first.scope.effective.from)
    throw new Refusal(beforeTables, 'context.asOf')
}

function checkBirthDate(patient: Patient, moment: Moment): void {
  const { birthDate } = patient
  // As text: a birth date that does not lie after today, whole or in part, cannot begin after now.
  if (birthDate === undefined || birthDate <= moment.today) return
  const born = rangeOf(birthDate, moment)
  if (born !== undefined && born.from > moment.ms) throw new Refusal(birthDateAhead, 'patient.birthDate')
}

/** The worst verdict, and the ids of the rules that hold or may hold, with nothing said of why. */
export function verdictIn({ ready, truths }: Selection): { verdict: Verdict; rules: readonly string[] } {
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

/** What a judgement adds to its findings: the answer to its own question, and oddities met on the way. */
export interface Addition<T> {
  readonly value: T
  readonly issues?: readonly Issue[]
  /** The judgement watches a session that runs, and says so. */
  readonly timeCritical?: true
}

/** One rule as it was answered, also where it does not hold. */
export interface Answered {
  readonly row: Ready
  readonly truth: Truth
  /** What it asked and what was read, in the order of the questions in its condition. */
  readonly inputs: readonly FactRead[]
}

/** Every rule of a judged selection with its answer and what it rests on, in the order of the pack. */
export function answersIn(selection: Selection): readonly Answered[] {
  const { reading } = selection.engine
  selection.reads.fill(undefined)
  return selection.ready.map((row, at) => ({
    row,
    truth: wordOf(selection.truths[at] ?? OPEN),
    inputs: row.places.map((place) => readAt(place, selection, reading)),
  }))
}

/**
 * The decision of a judged selection.
 *
 * @param selection - as `judge` left it
 * @param patient - the record that was judged
 * @param overrides - documented decisions to go on in spite of findings
 * @param context - the context of the judgement
 * @param answerTo - the answer to the question asked, from the findings
 */
export function decisionOf<T>(
  selection: Selection,
  patient: Patient,
  overrides: readonly OverrideRecord[] | undefined,
  context: ContextOfPack,
  answerTo: (findings: readonly Finding[]) => Addition<T>,
): Decision<T> {
  const { engine } = selection
  const { reading } = engine
  const state = recordFinding(engine.content, patient)
  const issues = issuesIn(reading)
  const found = state === undefined ? findingsOf(selection, reading) : [state]
  const findings =
    state === undefined ? overridden(found, checkedOverrides(overrides), reading.moment, issues) : found
  if (selection.outdated) {
    issues.push({ code: contentOutdated.code, path: 'context.content', severity: contentOutdated.severity })
  }
  const added = answerTo(findings)
  if (added.issues !== undefined) issues.push(...added.issues)
  return deepFreeze({
    verdict: verdictOfAll(findings),
    value: added.value,
    findings,
    missing: missingFacts(findings, engine.index, engine.open),
    conflicts: conflictsIn(reading),
    issues: putInOrder(issues, byCodeAndPath),
    provenance: provenanceOf(selection, context, added.timeCritical),
  })
}

function provenanceOf(
  selection: Selection,
  { zoneTables }: ContextOfPack,
  timeCritical: true | undefined,
): Provenance {
  const { reading, provenance } = selection.engine
  const made = {
    asOf: reading.moment.asOf,
    zone: reading.moment.zone,
    content: provenance.content,
    policy: provenance.policy,
    libraryVersion,
    inputDigest: inputDigest(selection, reading),
  }
  const whole = zoneTables === undefined ? made : { ...made, zoneTables }
  return timeCritical === undefined ? whole : { ...whole, timeCritical }
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
    const override = finding.rule.hard === true ? undefined : overrideFor(finding, overrides, moment, issues)
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
