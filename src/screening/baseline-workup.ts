/** What should be known before a first session, and what of it is on record. @module */
import { checkedPlan, isObject } from '../judgement/context.ts'
import { type Answered, answersIn, contentOf, decisionOf, judge, momentIn } from '../judgement/judge.ts'
import { engineOf } from '../judgement/selection.ts'
import { checkedStated, type StatedFact } from '../judgement/stated.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import type { Decision, OverrideRecord } from '../kernel/decision.ts'
import type { Citation } from '../kernel/evidence.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { all, type Condition } from '../kernel/rule.ts'
import { answered } from '../kernel/total.ts'
import { and, not, type Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { leavesOf } from '../rules/compile.ts'
import { replay } from '../rules/explain.ts'
import { recordOfPlan } from './indication-record.ts'
import { limitingRead } from './limiting-read.ts'

/** A plan and the person it is for. */
export interface WorkupQuestion {
  readonly plan: Plan
  readonly patient: Parsed<Patient>
  /** Answers kept outside the record; what is not stated is unknown. */
  readonly stated?: readonly StatedFact[]
  readonly overrides?: readonly OverrideRecord[]
}

/** One thing to know before a first session. */
export interface WorkupItem {
  /** Id of the rule. */
  readonly rule: string
  /** What is the matter while it is not on record. */
  readonly label: string
  /** `need-unknown`: whether this person needs it is not known. */
  readonly status: 'to-obtain' | 'need-unknown' | 'on-record' | 'not-needed'
  readonly because: string
  /** How long it speaks, where it ages. */
  readonly validFor: { readonly value: number; readonly unit: string } | null
  /** When what is on record was found, where it says so; of several readings that are needed the oldest. */
  readonly at: string | null
  readonly sources: readonly Citation[]
}

/** What should be known before a first session. */
export interface Workup {
  /** What is to be obtained first, then what is not known to be needed, then what is there. */
  readonly items: readonly WorkupItem[]
  /** Whether everything that is needed is on record. */
  readonly complete: Truth
}

/**
 * What should be known before a first session: each item with whether it is on record, and for how long it speaks.
 *
 * What is too old, unreadable or was never recorded is to be obtained. An item that only some people need is not needed
 * where the record says so, and its need is unknown where the record is silent.
 *
 * @param question - a plan, a parsed patient, answers kept outside the record, overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds the items and whether they are complete
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-product`, `content-incomplete`, `policy-incomplete`,
 *   `unknown-zone`, `birth-date-ahead`
 * @see facts pre-baseline-ecg, pre-baseline-lft, pre-sleep-apnoea-screen, pre-urinary-baseline, pre-lab-window
 *
 * @example
 * ```ts
 * baselineWorkup({ plan, patient }, now).value.complete // => 'unknown'
 * ```
 */
export function baselineWorkup(question: WorkupQuestion, context: Context): Decision<Workup> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const content = contentOf(context)
    const moment = momentIn(content, context)
    const { patient, overrides } = question
    demandParsed(patient, 'patient')
    const plan = checkedPlan(question.plan, content)
    const part = 'workup'
    const engine = engineOf(content, context.policy)
    const record = recordOfPlan(patient, plan, checkedStated(question.stated), part, engine, moment)
    const selection = judge({ patient: record, plan, part, asked: 'screening' }, content, context)
    return decisionOf(selection, patient, overrides, context, () => {
      if (patient.record !== 'active') return { value: { items: [], complete: 'unknown' } }
      const rows = answersIn(selection)
      const items = putInOrder(
        rows.map((row) => itemOf(row, moment)),
        mostPressingFirst,
      )
      return { value: { items, complete: and(rows.map(({ truth }) => not(truth))) } }
    })
  })
}

const pressing: readonly WorkupItem['status'][] = ['to-obtain', 'need-unknown', 'on-record', 'not-needed']

function mostPressingFirst(a: WorkupItem, b: WorkupItem): number {
  return pressing.indexOf(a.status) - pressing.indexOf(b.status) || byText(a.rule, b.rule)
}

function itemOf({ row: { rule }, inputs }: Answered, moment: Moment): WorkupItem {
  const { need, missing } = partsOf(rule.when)
  const before = leavesOf(need).length
  const reads = inputs.slice(before)
  const onRecord = not(replay(missing, reads))
  const status = statusOf(replay(need, inputs.slice(0, before)), onRecord)
  const there = status === 'on-record' ? limitingRead(missing, reads, 'no', moment) : undefined
  const deciding = there ?? reads.find(({ maxAge }) => maxAge !== undefined) ?? reads[0]
  return {
    rule: rule.id,
    label: rule.statement,
    status,
    because: rule.because,
    validFor: deciding?.maxAge ?? null,
    at: there?.at ?? null,
    sources: rule.sources,
  }
}

/** A row says that something is not on record; where only some people need it, what makes it needed stands first. */
function partsOf(when: Condition): { readonly need: Condition; readonly missing: Condition } {
  const missing = when.kind === 'all' && when.of.length > 1 ? when.of.at(-1) : undefined
  if (when.kind !== 'all' || missing === undefined) return { need: all(), missing: when }
  return { need: all(...when.of.slice(0, -1)), missing }
}

function statusOf(needed: Truth, onRecord: Truth): WorkupItem['status'] {
  if (onRecord === 'yes') return 'on-record'
  if (needed === 'unknown') return 'need-unknown'
  return needed === 'yes' ? 'to-obtain' : 'not-needed'
}
