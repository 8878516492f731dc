/** What a regulator says of a plan for its purpose, whether it lies inside the label, and how good the evidence is. @module */
import { checkedPlan, isObject } from '../judgement/context.ts'
import { type Answered, answersIn, contentOf, decisionOf, judge, momentIn } from '../judgement/judge.ts'
import { engineOf, indicationTables, isInForce } from '../judgement/selection.ts'
import { checkedStated, type StatedFact } from '../judgement/stated.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Content, Context, Plan, Policy, ProductForm } from '../kernel/content.ts'
import type { Decision, OverrideRecord } from '../kernel/decision.ts'
import type { ConsentTopic, Indication } from '../kernel/indication.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import { and, not, type Truth } from '../kernel/truth.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { leavesOf } from '../rules/compile.ts'
import { replay } from '../rules/explain.ts'
import { purposeIssues, recordOfPlan } from './indication-record.ts'
import { type RegulatoryLine, regulatoryLines, statusLines } from './ordered-lines.ts'

/** A plan and the person it is for. */
export interface IndicationQuestion {
  /** It names what it is for. */
  readonly plan: Plan
  readonly patient: Parsed<Patient>
  /** Answers kept outside the record, such as a decision and a consent; what is not stated is unknown. */
  readonly stated?: readonly StatedFact[]
  readonly overrides?: readonly OverrideRecord[]
}

/** What a regulator says; `unknown` where the tables hold no line. */
export type RegulatoryStatus = ProductForm['status'] | 'unknown'

/** Who a plan is for, by label and by evidence. */
export interface IndicationAnswer {
  /** Of all countries that count at the site the furthest from approval. */
  readonly status: RegulatoryStatus
  readonly lines: readonly RegulatoryLine[]
  readonly perJurisdiction: readonly { readonly jurisdiction: string; readonly status: RegulatoryStatus }[]
  /** Approved for the purpose, and given to this person as the label says: age, earlier trials, what is taken beside it. */
  readonly insideLabel: Truth
  /** Whether the label asks for an antidepressant beside it, and whether one is taken. */
  readonly adjunct: { readonly required: Truth; readonly taken: Truth }
  /** What is known of the treatment for the purpose; null where the tables do not know it. */
  readonly evidence: Indication | null
  /** What a consent has to cover for this plan. */
  readonly consent: readonly ConsentTopic[]
  /** The purpose is at once a risk of the treatment. */
  readonly alsoRisk: boolean
}

/**
 * What stands against a plan because of what it is for.
 *
 * Outside its label a labelled product is a hold until a clinician stated the decision and the consent, each with its
 * date. That leaves `insideLabel` as it is: a documented decision does not bring a plan inside a label.
 *
 * @param question - a plan that names its indication, a parsed patient, answers kept outside the record, overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds the regulatory status, the evidence, and what consent has to cover
 * @throws Refusal `bad-argument` (`plan.indication` where the plan names none), `not-parsed`, `unknown-product`,
 *   `content-incomplete`, `policy-incomplete`, `unknown-zone`, `birth-date-ahead`; `not-in-product-table` where no line
 *   has the setting
 * @see facts prod-esk-us-monotherapy, prod-esk-us-mdsi-still-adjunct, prod-esk-eu-trd, prod-ketamine-psych-off-label
 *
 * @example
 * ```ts
 * const purpose = assessIndication({ plan: { product: 'ketamine-iv', indication: 'bipolar-depression' }, patient }, now)
 * purpose.value.status // => 'off-label'
 * purpose.value.insideLabel // => 'no'
 * ```
 */
export function assessIndication(question: IndicationQuestion, context: Context): Decision<IndicationAnswer> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const content = contentOf(context)
    const moment = momentIn(content, context)
    const { patient, overrides } = question
    demandParsed(patient, 'patient')
    const plan = checkedPlan(question.plan, content)
    const { indication } = plan
    if (indication === undefined) throw new Refusal(badArgument, 'plan.indication')
    const { indications, consent } = indicationTables(content)
    const part = 'indication'
    const engine = engineOf(content, context.policy)
    const record = recordOfPlan(patient, plan, checkedStated(question.stated), part, engine, moment)
    const selection = judge({ patient: record, plan, part, asked: 'screening' }, content, context)
    const lines = statusLines(content, context.policy, plan, moment.today)
    const perJurisdiction = perJurisdictionOf(lines, content, context.policy)
    const status = furthest(perJurisdiction.map((one) => one.status))
    const evidence = indications.find(({ id }) => id === indication) ?? null
    return decisionOf(selection, patient, overrides, context, () => {
      const rows = answersIn(selection)
      const ofLabel = rows.filter(isOfLabel)
      const insideLabel = insideOf(status, ofLabel)
      return {
        value: {
          status,
          lines: regulatoryLines(lines),
          perJurisdiction,
          insideLabel,
          adjunct: { required: asksWhatIsTaken(ofLabel) ? 'yes' : 'no', taken: takenIn(rows) },
          evidence,
          consent: consent.filter(
            (topic) =>
              standsHere(topic, perJurisdiction, moment.today) && covers(topic, plan, status, insideLabel),
          ),
          alsoRisk: evidence?.alsoRisk === true,
        },
        issues: purposeIssues(plan, patient, content, moment),
      }
    })
  })
}

// The furthest from approval first.
const statuses: readonly RegulatoryStatus[] = [
  'not-authorised',
  'compounded-unapproved',
  'off-label',
  'unknown',
  'approved',
]

function furthest(found: readonly RegulatoryStatus[]): RegulatoryStatus {
  return statuses.find((status) => found.includes(status)) ?? 'unknown'
}

function perJurisdictionOf(lines: readonly ProductForm[], content: Content, policy: Policy) {
  return [...new Set([...content.jurisdictions, ...policy.countries])].map((jurisdiction) => ({
    jurisdiction,
    status: furthest(lines.filter((line) => line.jurisdiction === jurisdiction).map(({ status }) => status)),
  }))
}

const documented: readonly string[] = ['off-label-decision', 'off-label-consent']

/** A row that says where a label ends: it stops, and stands in a label or is met by a decision outside of one. */
function isOfLabel({ row }: Answered): boolean {
  if (row.class === 'caution' || row.class === 'note') return false
  return row.rule.basis === 'label' || leavesOf(row.rule.when).some((leaf) => isDocumented(leaf))
}

function isDocumented(of: object): boolean {
  return 'fact' in of && documented.some((fact) => fact === of.fact)
}

/** Whether the plan lies inside the label, whatever was decided. */
function insideOf(status: RegulatoryStatus, ofLabel: readonly Answered[]): Truth {
  const approved = status === 'approved' ? 'yes' : status === 'unknown' ? 'unknown' : 'no'
  const outside = ofLabel.map(({ row, inputs }) =>
    replay(
      row.rule.when,
      inputs.map((read) => (isDocumented(read) ? { ...read, truth: 'no' } : read)),
    ),
  )
  return and([approved, ...outside.map(not)])
}

/** Where a label asks for an antidepressant beside the product, a row asks what is taken. */
function asksWhatIsTaken(rows: readonly Answered[]): boolean {
  return rows.some(({ row }) => leavesOf(row.rule.when).some(({ kind }) => kind === 'takes'))
}

/** Whether it is taken: rows that only note it ask too. */
function takenIn(rows: readonly Answered[]): Truth {
  const taken = rows.flatMap(({ row, inputs }) =>
    leavesOf(row.rule.when).flatMap(({ kind }, at) => (kind === 'takes' ? [inputs[at]?.truth] : [])),
  )
  return taken.length === 0 ? 'unknown' : and(taken.map((truth) => truth ?? 'unknown'))
}

/** Whether a topic stands in one of the countries that count at the site, on a day. */
function standsHere(
  { jurisdictions, effective }: ConsentTopic,
  countries: IndicationAnswer['perJurisdiction'],
  day: string,
): boolean {
  if (effective !== undefined && !isInForce(effective, day)) return false
  return (
    jurisdictions === undefined || countries.some(({ jurisdiction }) => jurisdictions.includes(jurisdiction))
  )
}

/** Outside a label that approves the purpose, consent covers what it covers without a label too. */
function covers(
  { statuses: ofStatus, products }: ConsentTopic,
  { product }: Plan,
  status: RegulatoryStatus,
  insideLabel: Truth,
): boolean {
  if (products !== undefined && !products.includes(product)) return false
  if (ofStatus === undefined || status === 'unknown') return true
  return ofStatus.includes(status) || (insideLabel !== 'yes' && ofStatus.includes('off-label'))
}
