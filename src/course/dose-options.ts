/** Every dose the next session may have, with what stands against each; none is picked. @module */
import type { PrescribedDose } from '../dosing/dose.schema.ts'
import { isObject } from '../judgement/context.ts'
import { contentOf, decisionOf, judge } from '../judgement/judge.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import {
  type Decision,
  type Finding,
  type MissingFact,
  type OverrideRecord,
  verdicts,
} from '../kernel/decision.ts'
import { digestOf } from '../kernel/digest.ts'
import type { Citation } from '../kernel/evidence.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Action, Asked, Verdict } from '../kernel/rule.ts'
import { answered } from '../kernel/total.ts'
import type { Patient } from '../patient/patient.schema.ts'
import type { OrderRead } from '../screening/ordered-dose.ts'
import { checkedDoses, type DoseGiven } from '../screening/ordered-history.ts'
import { allowedDoses, productLines } from '../screening/ordered-lines.ts'
import { orderingOf, type PlaceOfDose, placeOfDose, plain } from '../screening/ordered-question.ts'
import { type Ordering, withOrder } from '../screening/ordered-record.ts'
import { type Candidate, candidates } from './dose-candidates.ts'
import { type ResponseStated, saidOfDose, type ToleranceStated } from './dose-said.ts'

/** A course, and what is known of it before the next dose is chosen. */
export interface OptionsQuestion {
  readonly plan: Plan
  readonly patient: Parsed<Patient>
  /** Every dose of the course so far, one entry a session; empty before the first. */
  readonly given: readonly DoseGiven[]
  readonly response?: ResponseStated
  readonly tolerability?: ToleranceStated
  readonly overrides?: readonly OverrideRecord[]
}

/** One dose the next session may have. */
export interface DoseOption {
  /** The order, as `checkDose` takes it. */
  readonly dose: PrescribedDose
  /** mg of base; null where the weight is not known. */
  readonly mg: Quantity<'mg'> | null
  /** Against the last dose of the course. */
  readonly step: 'first' | 'up' | 'same' | 'down' | 'unknown'
  /** What choosing it would come to. */
  readonly verdict: Verdict
  /** The rules that hold or may hold where it is chosen, the worst first. */
  readonly findings: readonly {
    readonly rule: string
    readonly truth: Finding['truth']
    readonly verdict: Verdict
    readonly overridden: boolean
  }[]
  /** What those rules ask a professional to consider. */
  readonly actions: readonly Action[]
  /** The sets of a label it stands in. */
  readonly sets: readonly string[]
  readonly sources: readonly Citation[]
}

/** The doses to choose from, the smallest first. */
export interface DoseOptions {
  /** Number of the next session. */
  readonly session: number
  readonly options: readonly DoseOption[]
}

/**
 * Every legal next dose of a course, each with what the rules say of it, and none of them picked.
 *
 * Doses that nothing lifts (outside the set of a label, above a hard ceiling) are left out; those a guide holds are
 * listed with their verdict. The order is that of the dose and says nothing else. Unknown response or tolerability
 * leaves the rules about them open, and `missing` says what to ask.
 *
 * @param question - the plan, a parsed patient, the doses given so far (mg, or mg/kg where the course is dosed by weight),
 *   the response with the definition it was judged by, how the last dose was tolerated, and documented overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision: the verdict is the mildest among the options, `findings` are those every option has
 * @throws Refusal `not-in-product-table`, `not-parsed`, `bad-argument`, `unknown-product`, `content-incomplete`,
 *   `policy-incomplete`
 * @see facts dose-esk-adjust-basis, pol-titration-step, pol-dose-start-iv
 *
 * @example
 * ```ts
 * const course = { plan: { ...plan, indication: 'treatment-resistant-depression' }, patient, given: [{ at: '2026-11-18T15:00:00Z', mg: 56 }] }
 * const next = doseOptions(course, now)
 * next.value.options.map(({ mg, step }) => [mg?.value, step]) // => [[56, 'same'], [84, 'up']]
 * next.missing.map(({ fact }) => fact) // => ['last-dose-not-tolerated', 'list/conditions', 'response-word']
 * ```
 */
export function doseOptions(question: OptionsQuestion, context: Context): Decision<DoseOptions> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    demandParsed(question.patient, 'patient')
    const { patient } = question
    const content = contentOf(context)
    const given = checkedDoses(plain(question.given), 'given')
    const session = given.length + 1
    const place = placeOfDose(patient, question.plan, { session, given }, false, content, context)
    const [line] = productLines(content, context.policy, place.plan, place.moment.today)
    if (line === undefined) throw new Refusal(badArgument, 'plan')
    const said = saidOfDose(question, given, place)
    const look = (ordering: Ordering): Looked => lookedAt({ ...ordering, said }, place, question, context)
    const looks: Option[] = []
    if (patient.record === 'active') {
      for (const candidate of candidates(place, line, applyingSets(place))) {
        const { ordering } = orderingOf(candidate.dose, place)
        const looked = look(ordering)
        if (isBarred(looked)) {
          // Sets have no order of size that matters; a ceiling ends the steps.
          if (candidate.sets.length === 0 && candidate.dose.basis !== 'devices') break
          continue
        }
        looks.push({ candidate, ordering, looked })
        if (isPastGuide(looked)) break
      }
    }
    const value = { session, options: looks.map((one) => optionOf(one, place)) }
    return decided(looks, look(nothingOrdered(place)), value)
  })
}

/** What the rules said of one dose, asked as an order and as a step. */
interface Looked {
  readonly order: Decision
  readonly step: Decision
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
}

interface Option {
  readonly candidate: Candidate
  readonly ordering: Ordering
  readonly looked: Looked
}

const nothingMore = { value: null } as const

function lookedAt(
  ordering: Ordering,
  place: PlaceOfDose,
  question: OptionsQuestion,
  context: Context,
): Looked {
  const record = withOrder(place.patient, ordering, place.engine, place.moment)
  const ask = (asked: Asked): Decision => {
    const selection = judge(
      { patient: record, plan: place.plan, part: 'dosing', asked },
      context.content,
      context,
    )
    return decisionOf(selection, place.patient, question.overrides, context, () => nothingMore)
  }
  const [order, step] = [ask('dose'), ask('titration')]
  const known = new Set(order.findings.map(({ rule }) => rule.id))
  const findings = [...order.findings, ...step.findings.filter(({ rule }) => !known.has(rule.id))]
  return { order, step, findings: findings.sort(worstFirst), verdict: worst([order.verdict, step.verdict]) }
}

const rank = (verdict: Verdict): number => verdicts.indexOf(verdict)

function worstFirst(a: Finding, b: Finding): number {
  return rank(a.verdict) - rank(b.verdict) || byText(a.rule.id, b.rule.id)
}

function worst(all: readonly Verdict[]): Verdict {
  return all.reduce((one, other) => (rank(other) < rank(one) ? other : one), 'no-finding')
}

/** A hard rule holds: nothing makes it a legal dose. */
function isBarred({ findings }: Looked): boolean {
  return findings.some(({ rule, truth }) => rule.hard === true && truth === 'yes')
}

/** A ceiling of the dose itself holds, in whichever session: what lies above it is no step of a course. */
function isPastGuide({ findings }: Looked): boolean {
  return findings.some(
    ({ truth, verdict, inputs }) =>
      truth === 'yes' &&
      rank(verdict) <= rank('hold') &&
      inputs.every(({ fact }) => fact === 'ordered-dose' || fact === 'ordered-dose-by-weight') &&
      inputs.every(({ limit }) => limit?.is === 'above'),
  )
}

function applyingSets({ sets, plan, history, age }: PlaceOfDose): readonly string[] {
  return allowedDoses(sets, plan, history.session, age, undefined).map(({ set }) => set)
}

/** No order at all: what the rules say where there is nothing to choose from. */
function nothingOrdered({ history, labelledScheme, body }: PlaceOfDose): Ordering {
  const order: OrderRead = {
    ordered: undefined,
    fault: undefined,
    mg: undefined,
    actual: undefined,
    perKg: undefined,
    byWeight: undefined,
    rate: undefined,
    over: undefined,
  }
  return { order, history, labelledScheme, weightInDoubt: body.inDoubt, isOnActualWeight: 'unknown' }
}

function optionOf({ candidate, ordering, looked }: Option, place: PlaceOfDose): DoseOption {
  const { findings } = looked
  const held = findings.filter(({ truth }) => truth === 'yes')
  return {
    dose: candidate.dose,
    mg: ordering.order.ordered?.amount ?? null,
    step: stepOf(ordering, place),
    verdict: looked.verdict,
    findings: findings.map(({ rule, truth, verdict, override }) => ({
      rule: rule.id,
      truth,
      verdict,
      overridden: override !== undefined,
    })),
    actions: withoutRepeats(held.flatMap(({ actions }) => actions)),
    sets: candidate.sets.map(({ id }) => id),
    sources: withoutRepeats([
      ...candidate.sets.flatMap(({ sources }) => sources),
      ...held.flatMap(({ rule }) => rule.sources),
    ]),
  }
}

function stepOf({ order }: Ordering, { history }: PlaceOfDose): DoseOption['step'] {
  if (history.dosedBefore === 'no') return 'first'
  const [now, before] =
    order.perKg === undefined ? [order.mg, history.mg.last] : [order.perKg, history.mgPerKg.last]
  if (now === undefined || before === undefined) return 'unknown'
  const [left, right] = [now.top * before.bottom, before.top * now.bottom]
  if (left === right) return 'same'
  return left > right ? 'up' : 'down'
}

function withoutRepeats<T>(all: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = digestOf(one)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** One decision about all options: what every one of them has against it, and what to ask for any. */
function decided(looks: readonly Option[], none: Looked, value: DoseOptions): Decision<DoseOptions> {
  const all = looks.length === 0 ? [none] : looks.map(({ looked }) => looked)
  const [first = none] = all
  const others = all.slice(1)
  const shared = first.findings.filter((finding) => others.every((one) => one.findings.some(alike(finding))))
  const verdict = all.reduce((one, { verdict: next }) => (rank(next) > rank(one) ? next : one), first.verdict)
  const digests = all.flatMap(({ order, step }) => [
    order.provenance.inputDigest,
    step.provenance.inputDigest,
  ])
  return deepFreeze({
    verdict,
    value,
    findings: shared,
    missing: missingIn(all),
    conflicts: first.order.conflicts,
    issues: withoutRepeats(all.flatMap(({ order, step }) => [...order.issues, ...step.issues])),
    provenance: { ...first.order.provenance, inputDigest: digestOf(digests) },
  })
}

function alike(finding: Finding): (other: Finding) => boolean {
  return ({ rule, truth }) => rule.id === finding.rule.id && truth === finding.truth
}

/** What is asked for any option, once each, with the rules it settles; what settles most comes first. */
function missingIn(all: readonly Looked[]): readonly MissingFact[] {
  const found = new Map<string, MissingFact>()
  for (const { order, step } of all) {
    for (const one of [...order.missing, ...step.missing]) {
      const before = found.get(one.fact)
      const rules = [...new Set([...(before?.rules ?? []), ...one.rules])].sort(byText)
      found.set(one.fact, { ...one, rules })
    }
  }
  return [...found.values()].sort((a, b) => b.rules.length - a.rules.length || byText(a.fact, b.fact))
}
