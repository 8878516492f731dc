/** From an order to a volume, a bag and a pump rate, each step shown. @module */
import { badArgument, unknownZone } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import {
  compareFractions,
  type Fraction,
  fractionOf,
  lesser,
  numberOf,
  quotientOf,
} from '../kernel/fraction.ts'
import { deepFreeze, demandParsed } from '../kernel/parsed.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { instantMs, isZone } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { isObject, shown } from './argument.ts'
import {
  allowedBy,
  appliesTo,
  type Counted,
  type HeldCeiling,
  heldCeilings,
  isAbove,
  type Judged,
  policyAmount,
} from './ceilings.ts'
import { maxAgeName, type Noticed, noticedIn } from './confirmations.ts'
import type { Infusion, InfusionFault, InfusionPlan } from './infusion-plan.ts'
import { toolsOf } from './infusion-tools.ts'
import { type Worked, workedOrder } from './ordered.ts'
import { drawnUp, pumped } from './rounded-plan.ts'
import { shownPlan } from './shown-plan.ts'

const sixty = /* @__PURE__ */ fractionOf(60)

/**
 * The volume to draw, the bag and the pump rate of an infusion, with every step that led to them.
 *
 * Nothing has a default: the strength is the one printed on the vial in hand, the bag says whether its volume is the
 * final one, the weight is named. The dose is rounded down to the step of the policy, the volume to the step of the
 * syringe, the rate to that of the pump; each is shown unrounded too, and every maximum is held against both. A changed
 * strength, a weight that changed more than bodies do and one that is too old stop the plan until they are confirmed.
 *
 * @param infusion - the order, the weight, the vial, the bag, the pump; what was used last time and what was confirmed
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen plan; an error names the field, the items to confirm or the maxima, never a value of the patient
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-zone`, `policy-incomplete`, `not-readable`, `altered-prototype`
 * @see fact pol-rounding-step; safety requirements
 *
 * @example
 * ```ts
 * const now = { content: us, policy: usStartingPolicy, zone: 'America/New_York', asOf: '2026-10-05T09:00:00-04:00' }
 * const dose = { basis: 'per-kg', amount: mgPerKg(0.5), weight: 'actual', as: 'base', over: minutes(40) } as const
 * const plan = planInfusion({
 *   dose,
 *   weight: { actual: kg(70), at: '2026-10-05T08:40:00-04:00' },
 *   vial: { concentration: { value: 10, unit: 'mg/mL' }, volume: mL(20), as: 'base' },
 *   bag: { volume: mL(100), is: 'final-volume' },
 *   pump: { step: { value: 0.1, unit: 'mL/h' }, syringeStep: mL(0.1), mode: 'down' },
 * }, now)
 * plan.ok && [plan.value.drawn.rounded.value, plan.value.rate.rounded.value] // => [3.5, 150]
 * ```
 */
export function planInfusion(infusion: Infusion, context: Context): Result<InfusionPlan, InfusionFault> {
  return answered(() => {
    const asOf = checkedContext(context)
    const plan = planned(infusion, context, asOf)
    return plan.ok ? ok(deepFreeze(plan.value)) : plan
  })
}

function checkedContext(context: Context): number {
  demandUnaltered()
  if (!isObject(context)) throw new Refusal(badArgument, 'context')
  demandParsed(context.content, 'context.content')
  demandParsed(context.policy, 'context.policy')
  const asOf = instantMs(context.asOf)
  if (Number.isNaN(asOf)) throw new Refusal(badArgument, 'context.asOf')
  if (!isZone(context.zone)) throw new Refusal(unknownZone, 'context.zone')
  return asOf
}

function planned(infusion: Infusion, context: Context, asOf: number): Result<InfusionPlan, InfusionFault> {
  if (!isObject(infusion)) throw new Refusal(badArgument, 'infusion')
  const tools = toolsOf(infusion)
  if (!tools.ok) return tools
  const worked = workedInfusion(infusion)
  if (!worked.ok) return worked
  const held = heldCeilings(context.policy, infusion.limits, infusion.overrides)
  if (!held.ok) return held
  const { order, counted, actual } = worked.value
  const applying = held.value.filter((one) => appliesTo(one, counted))
  const asOrdered = { mg: order.mg, perHour: quotientOf(order.mg, counted.hours) }
  const over = aboveCeilings(applying, asOrdered, counted)
  if (over !== undefined) return err(over)
  const noticed = confirmedIn(infusion, context, asOf)
  if (!noticed.ok) return noticed
  const drawn = drawnUp(order, tools.value, applying, counted, context)
  if (!drawn.ok) return drawn
  const rate = pumped(drawn.value, tools.value, applying, counted, infusion)
  if (!rate.ok) return rate
  return ok(
    shownPlan({
      infusion,
      context,
      tools: tools.value,
      order,
      counted,
      actual,
      applying,
      asOrdered,
      noticed: noticed.value,
      drawn: drawn.value,
      pump: rate.value,
    }),
  )
}

interface WorkedInfusion {
  readonly order: Worked
  readonly actual: Fraction
  readonly counted: Counted
}

function workedInfusion({ dose, weight, saltFactor }: Infusion): Result<WorkedInfusion, InfusionFault> {
  if (!isObject(dose)) return err({ code: 'wrong-shape', path: 'dose' })
  if (dose.basis === 'devices') return err({ code: 'not-an-infusion', path: 'dose.basis' })
  if (dose.route !== undefined && dose.route !== 'iv')
    return err({ code: 'not-an-infusion', path: 'dose.route' })
  if (!isObject(weight)) return err({ code: 'wrong-shape', path: 'weight' })
  const body = { weight: weight.actual, height: weight.height, sex: weight.sex }
  const worked = workedOrder({ dose, body, saltFactor }, 'weight.')
  if (!worked.ok)
    return worked.error.path === 'weight.weight' ? err({ ...worked.error, path: 'weight.actual' }) : worked
  const { over, kg, actual, mg } = worked.value
  if (over === undefined) return err({ code: 'duration-unknown', path: 'dose.over' })
  if (kg === undefined || actual === undefined) return err({ code: 'weight-unknown', path: 'weight.actual' })
  const counted = { kg: lesser(kg, actual), hours: quotientOf(over, sixty), level: quotientOf(mg, kg) }
  return ok({ order: worked.value, actual, counted })
}

function aboveCeilings(
  held: readonly HeldCeiling[],
  judged: Judged,
  counted: Counted,
): InfusionFault | undefined {
  const above = held.filter((one) => isAbove(one, judged, counted))
  if (above.length === 0) return undefined
  const ceilings = above
    .map((one) => ({ one, allows: allowedBy(one, counted) }))
    .sort((a, b) => compareFractions(a.allows, b.allows))
    .map(({ one }) => ({ name: one.ceiling.name, limit: shown(one.limit, one.ceiling.limit.unit) }))
  return { code: 'over-ceiling', path: 'dose', ceilings }
}

function confirmedIn(infusion: Infusion, context: Context, asOf: number): Result<Noticed, InfusionFault> {
  const { phase, confirmed = [] } = infusion
  if (phase !== undefined && phase !== 'induction' && phase !== 'maintenance')
    return err({ code: 'wrong-shape', path: 'phase' })
  if (!Array.isArray(confirmed)) return err({ code: 'wrong-shape', path: 'confirmed' })
  const items: readonly unknown[] = confirmed
  const known: readonly unknown[] = ['vial-strength', 'weight-change', 'weight-age']
  if (items.some((item) => !known.includes(item))) return err({ code: 'wrong-shape', path: 'confirmed' })
  const maxDays = numberOf(policyAmount(context.policy, maxAgeName(infusion), 'd')) ?? 0
  const noticed = noticedIn(infusion, { asOf, zone: context.zone, maxDays })
  if (!noticed.ok) return noticed
  const confirm = noticed.value.confirm.filter(({ item }) => !items.includes(item))
  return confirm.length === 0 ? noticed : err({ code: 'needs-confirming', path: 'confirmed', confirm })
}
