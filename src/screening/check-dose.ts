/** An ordered dose, held against the product, the legal set of its session, age and indication, and the ceilings. @module */
import type { PrescribedDose } from '../dosing/dose.schema.ts'
import type { Ordered } from '../dosing/ordered.ts'
import type { SaltFactor } from '../dosing/salt.ts'
import { isObject } from '../judgement/context.ts'
import { type Answered, answersIn, contentOf, decisionOf, judge } from '../judgement/judge.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import type { Decision, Issue, OverrideRecord } from '../kernel/decision.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import { not, type Truth } from '../kernel/truth.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { checkedHistory, type DoseHistory } from './ordered-history.ts'
import { type AllowedDoses, allowedDoses, type RegulatoryLine, regulatoryLines } from './ordered-lines.ts'
import { checkedDose, orderingOf, type PlaceOfDose, placeOfDose, plain } from './ordered-question.ts'
import { withOrder } from './ordered-record.ts'
import type { WeightRead } from './ordered-weight.ts'

/** An order to be looked at. */
export interface DoseQuestion {
  readonly dose: PrescribedDose
  readonly plan: Plan
  readonly patient: Parsed<Patient>
  /** What came before it; what is left out is unknown. */
  readonly history?: DoseHistory
  /** A person confirmed that the last weight on record is right, though it changed more than bodies do. */
  readonly weight?: { readonly confirmed?: boolean }
  /** Between hydrochloride and base, where the order counts the hydrochloride. */
  readonly saltFactor?: SaltFactor
  readonly overrides?: readonly OverrideRecord[]
}

/** A ceiling, and what was held against it. */
export interface CeilingHeld {
  readonly rule: string
  /** What of the order it limits. */
  readonly fact: string
  readonly limit: { readonly is: string; readonly value: number; readonly unit: string }
  /** Left out where nobody can tell. */
  readonly value?: Quantity
  /** Whether the order keeps to it. */
  readonly met: Truth
  /** No override lifts it. */
  readonly hard: boolean
}

/** What an order comes to. */
export interface DoseCheck {
  /** mg of base, exactly; null where it cannot be worked out. */
  readonly mg: Quantity<'mg'> | null
  /** The order worked out, with its formula and every weight it could be counted on. */
  readonly ordered: Ordered | null
  /** The weight it was counted on, as read. */
  readonly weight: WeightRead | null
  /** What the regulators say of the product for the indication. */
  readonly regulatory: readonly RegulatoryLine[]
  /** The legal sets of this place in the course. */
  readonly allowed: readonly AllowedDoses[]
  readonly ceilings: readonly CeilingHeld[]
}

/**
 * Holds an ordered dose against the closed table of products, the legal set of its session and the ceilings.
 *
 * A combination the table does not list, and an amount that is no whole number of devices, are refused. A dose outside
 * the legal set, or above a hard ceiling, is contraindicated or held whatever is documented; a guide ceiling is a hold
 * that a documented override lifts. A session nobody numbered, a weight that is too old and an unknown day are unknown.
 *
 * @param question - the dose (mg, mg/kg, a rate with its time, or whole devices), the plan, a parsed patient, what was
 *   given before, a confirmation of the weight, the factor between salt and base, and documented overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds the exact milligrams of base, what is allowed here, and each ceiling
 * @throws Refusal `not-in-product-table`, `not-whole-devices`, `salt-mixed`, the code of a number that cannot be used,
 *   `not-parsed`, `bad-argument`, `unknown-product`, `content-incomplete`, `policy-incomplete`
 * @see facts dose-esk-trd-day1, dose-esk-max-per-session, dose-iv-label-max-rate, pol-dose-max-mgkg-iv
 *
 * @example
 * ```ts
 * const first = { session: 1, given: [] }
 * const check = checkDose({ dose: { basis: 'devices', count: 3 }, plan: { ...plan, indication: 'treatment-resistant-depression' }, patient, history: first }, now)
 * check.verdict // => 'contraindicated'
 * check.value.allowed.map(({ doses }) => doses) // => [[{ mg: 56, devices: 2 }]]
 * ```
 */
export function checkDose(question: DoseQuestion, context: Context): Decision<DoseCheck> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const content = contentOf(context)
    demandParsed(question.patient, 'patient')
    const { patient } = question
    const place = placeOfDose(
      patient,
      question.plan,
      checkedHistory(plain(question.history)),
      isConfirmed(question.weight),
      content,
      context,
    )
    const { ordering, lines } = orderingOf(checkedDose(question.dose), place, question.saltFactor)
    const selection = judge(
      {
        patient: withOrder(patient, ordering, place.engine, place.moment),
        plan: place.plan,
        part: 'dosing',
        asked: 'dose',
      },
      content,
      context,
    )
    const { order } = ordering
    return decisionOf(selection, patient, question.overrides, context, () => ({
      value:
        patient.record === 'active'
          ? {
              mg: order.ordered?.amount ?? null,
              ordered: order.ordered ?? null,
              weight: place.body.weight ?? null,
              regulatory: regulatoryLines(lines),
              allowed: allowedOf(place, lines[0]?.perDevice?.value),
              ceilings: ceilingsIn(answersIn(selection)),
            }
          : nothing,
      issues: issuesOf(place, order.fault),
    }))
  })
}

const nothing: DoseCheck = {
  mg: null,
  ordered: null,
  weight: null,
  regulatory: [],
  allowed: [],
  ceilings: [],
}

function isConfirmed(weight: unknown): boolean {
  const value = plain(weight)
  if (value === undefined) return false
  if (!isObject(value)) throw new Refusal(badArgument, 'weight')
  const confirmed = 'confirmed' in value ? value.confirmed : undefined
  if (confirmed !== undefined && typeof confirmed !== 'boolean')
    throw new Refusal(badArgument, 'weight.confirmed')
  return confirmed === true
}

function allowedOf({ sets, plan, history, age }: PlaceOfDose, perDevice: number | undefined) {
  return allowedDoses(sets, plan, history.session, age, perDevice)
}

function issuesOf({ history }: PlaceOfDose, fault: { readonly code: string } | undefined): readonly Issue[] {
  if (fault === undefined) return history.issues
  return [...history.issues, { code: fault.code, path: 'dose', severity: 'warning' }]
}

const limited: readonly string[] = [
  'ordered-dose',
  'ordered-dose-by-weight',
  'ordered-rate-by-weight',
  'ordered-bolus-by-weight',
  'day-total',
]

/** The ceilings among the rules: those that set the order itself against an upper limit. */
function ceilingsIn(answers: readonly Answered[]): readonly CeilingHeld[] {
  return answers.flatMap(({ row: { rule }, truth, inputs }) => {
    // A set is no ceiling: it asks for its doses from both sides.
    if (inputs.some(({ fact, limit }) => fact === 'ordered-dose' && limit?.is === 'at-most')) return []
    return inputs.flatMap(({ fact, limit, value, unit }): readonly CeilingHeld[] => {
      if (limit === undefined || !limited.includes(fact) || !isUpper(limit.is)) return []
      const held = value === undefined || unit === undefined ? {} : { value: { value, unit } }
      return [{ rule: rule.id, fact, limit, ...held, met: not(truth), hard: rule.hard === true }]
    })
  })
}

function isUpper(is: string): boolean {
  return is === 'above' || is === 'at-least'
}
