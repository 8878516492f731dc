/** Contraindications and interactions held against a patient. @module */

import { checkedPlan, isObject } from '../judgement/context.ts'
import { contentOf, decisionOf, judge, momentIn, verdictIn } from '../judgement/judge.ts'
import { recordFinding } from '../judgement/record-state.ts'
import { engineOf, type Part, type Selection } from '../judgement/selection.ts'
import { checkedStated, type StatedFact } from '../judgement/stated.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Content, Context, Plan } from '../kernel/content.ts'
import type { Decision, OverrideRecord } from '../kernel/decision.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Verdict } from '../kernel/rule.ts'
import { answered, refusalOf } from '../kernel/total.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { purposeIssues, recordOfPlan } from './indication-record.ts'

/** What a screening is about. */
export interface Screening {
  readonly patient: Parsed<Patient>
  readonly plan: Plan
  /** Answers kept outside the record, such as a decision and a consent; what is not stated is unknown. */
  readonly stated?: readonly StatedFact[]
  /** Documented decisions to go on in spite of findings; they are part of the input. */
  readonly overrides?: readonly OverrideRecord[]
}

/**
 * Holds every contraindication and interaction of the pack against a patient; where the plan names what it is for, what
 * stands against that too: the label, the trials before it, and what is taken beside it.
 *
 * A fact nobody recorded is unknown, never no. A rule that stops and cannot be judged answers `indeterminate`, and
 * `missing` says what to ask, the most decisive question first. The result informs a professional, it permits nothing.
 *
 * @param screening - a parsed patient, a plan whose product the pack covers, answers kept outside the record (a decision
 *   outside a label and the consent to it), and documented overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` is null, the verdict says whether something stands against the plan; a purpose no
 *   table knows is among its `issues`
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-product`, `unknown-zone`, `birth-date-ahead`, `before-tables`,
 *   `policy-incomplete`; where the plan names its purpose also `content-incomplete` (a pack for screening alone) and
 *   `unknown-definition`
 * @see requirements; each rule of a finding names its facts and sources
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
  return answered(() => decide(screening, contentOf(context), context))
}

/**
 * Holds the contraindications and cautions of the pack against a patient: `screen` without the interactions, and without
 * what the plan is for.
 *
 * @param screening - as `screen`
 * @param context - as `screen`
 * @returns a frozen decision; `value` is null
 * @throws Refusal as `screen` does for a plan without a purpose
 * @see {@link screen}
 *
 * @example
 * ```ts
 * checkContraindications({ patient, plan }, now).findings.every(({ rule }) => !rule.id.startsWith('sedation/')) // => true
 * ```
 */
export function checkContraindications(screening: Screening, context: Context): Decision {
  return answered(() => decide(screening, contentOf(context), context, 'contraindications'))
}

/**
 * Holds the medicines of a patient against the interactions of the pack: `screen` without the contraindications, and
 * without what the plan is for.
 *
 * @param screening - as `screen`
 * @param context - as `screen`
 * @returns a frozen decision; `value` is null
 * @throws Refusal as `screen` does for a plan without a purpose
 * @see {@link screen}
 *
 * @example
 * ```ts
 * checkInteractions({ patient, plan }, now).findings.some(({ rule }) => rule.id.startsWith('sedation/')) // => true
 * ```
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
 * @returns the two judgements of that pack, which throw what `screen` throws
 * @throws Refusal `not-parsed`
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
          return decide(screening, content, context)
        } catch (thrown) {
          throw refusalOf(thrown)
        }
      },
    }
  })
}

/** Reads a record and answers every question and rule about it. */
function judged(
  screening: Screening,
  content: Parsed<Content>,
  context: ScreenerContext,
  only: Part | undefined,
): Selection {
  if (!isObject(screening)) throw new Refusal(badArgument, 'screening')
  const { patient, plan, stated } = screening
  demandParsed(patient, 'patient')
  const isFor = only === undefined && isObject(plan) && plan.indication !== undefined
  const part = isFor ? 'all-and-indication' : (only ?? 'all')
  // Nothing more is looked at, or made, where a plan does not say what it is for and nothing was stated.
  if (!isFor && stated === undefined)
    return judge({ patient, plan, part, asked: 'screening' }, content, context)
  return judgedForPurpose(screening, content, context, part)
}

/** The same with what was stated, and with what the purpose of the plan asks of the record. */
function judgedForPurpose(
  { patient, plan, stated }: Screening,
  content: Parsed<Content>,
  context: ScreenerContext,
  part: Part,
): Selection {
  const moment = momentIn(content, context)
  const engine = engineOf(content, context.policy)
  const record = recordOfPlan(
    patient,
    checkedPlan(plan, content),
    checkedStated(stated),
    part,
    engine,
    moment,
  )
  return judge({ patient: record, plan, part, asked: 'screening' }, content, context)
}

function quickVerdict(
  screening: Screening,
  content: Parsed<Content>,
  context: ScreenerContext,
): { readonly verdict: Verdict; readonly rules: readonly string[] } {
  if (isObject(screening) && (screening.overrides?.length ?? 0) > 0) {
    const decision = decide(screening, content, context)
    return { verdict: decision.verdict, rules: decision.findings.map((finding) => finding.rule.id) }
  }
  const selection = judged(screening, content, context, undefined)
  const state = recordFinding(content, screening.patient)
  if (state !== undefined) return { verdict: state.verdict, rules: [state.rule.id] }
  return verdictIn(selection)
}

function decide(
  screening: Screening,
  content: Parsed<Content>,
  context: ScreenerContext,
  only?: Part,
): Decision {
  const selection = judged(screening, content, context, only)
  const { patient, plan, overrides } = screening
  const isFor = only === undefined && plan.indication !== undefined
  return decisionOf(selection, patient, overrides, context, () => ({
    value: null,
    issues: isFor ? purposeIssues(plan, patient, content, momentIn(content, context)) : [],
  }))
}
