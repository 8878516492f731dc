/** From an order to a volume, a bag and a pump rate, each step shown. @module */
import { checkBounds } from '../kernel/bounds.ts'
import { badArgument, unknownZone } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { RoundingMode } from '../kernel/decimal.ts'
import type { Provenance } from '../kernel/decision.ts'
import { digestOf } from '../kernel/digest.ts'
import { type Citation, cite, recall } from '../kernel/evidence.ts'
import {
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  inSteps,
  lesser,
  numberOf,
  productOf,
  quotientOf,
  sum,
  wholeAbove,
} from '../kernel/fraction.ts'
import { deepFreeze, demandParsed } from '../kernel/parsed.ts'
import { formatQuantity, type Quantity } from '../kernel/quantity.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { instantMs, isZone } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { libraryVersion } from '../kernel/version.ts'
import { amountIn, isObject, plainQuantity, shown } from './argument.ts'
import {
  allowedBy,
  appliesTo,
  type Counted,
  ceilingChecks,
  type HeldCeiling,
  heldCeilings,
  isAbove,
  type Judged,
  policyAmount,
} from './ceilings.ts'
import { type Noticed, noticedIn } from './confirmations.ts'
import type { Infusion, InfusionFault, InfusionPlan, PlanInput, RoundedTo } from './infusion-plan.ts'
import { shownOrder, type Worked, workedOrder } from './ordered.ts'
import { baseShare } from './salt.ts'
import { shownWeights } from './weights.ts'

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

/** Vial, bag and pump, exactly. */
interface Tools {
  /** mg of base in a mL of the vial. */
  readonly strength: Fraction
  readonly vial: Fraction
  readonly bag: Fraction
  readonly step: Fraction
  readonly syringeStep: Fraction
  readonly mode: RoundingMode
}

const modes: readonly unknown[] = ['nearest', 'nearest-even', 'down', 'up']

function toolsOf({ vial, bag, pump, saltFactor }: Infusion): Result<Tools, InfusionFault> {
  if (!isObject(vial)) return err({ code: 'wrong-shape', path: 'vial' })
  if (!isObject(bag)) return err({ code: 'wrong-shape', path: 'bag' })
  if (!isObject(pump)) return err({ code: 'wrong-shape', path: 'pump' })
  const printed = amountIn(vial.concentration, 'mg/mL', 'vial.concentration')
  if (!printed.ok) return printed
  const one = amountIn(vial.volume, 'mL', 'vial.volume')
  if (!one.ok) return one
  const volume = amountIn(bag.volume, 'mL', 'bag.volume')
  if (!volume.ok) return volume
  const step = amountIn(pump.step, 'mL/h', 'pump.step')
  if (!step.ok) return step
  const syringe = amountIn(pump.syringeStep, 'mL', 'pump.syringeStep')
  if (!syringe.ok) return syringe
  if (vial.as !== 'base' && vial.as !== 'hydrochloride') return err({ code: 'wrong-shape', path: 'vial.as' })
  if (bag.is !== 'final-volume' && bag.is !== 'diluent-added')
    return err({ code: 'wrong-shape', path: 'bag.is' })
  if (!modes.includes(pump.mode)) return err({ code: 'wrong-shape', path: 'pump.mode' })
  if (vial.as === 'hydrochloride' && saltFactor === undefined)
    return err({ code: 'salt-mixed', path: 'vial.as' })
  const share =
    vial.as === 'base' || saltFactor === undefined ? undefined : baseShare(saltFactor, 'saltFactor')
  const strength = share === undefined ? printed.value : productOf(printed.value, share)
  const { mode } = pump
  return ok({
    strength,
    vial: one.value,
    bag: volume.value,
    step: step.value,
    syringeStep: syringe.value,
    mode,
  })
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

const maxAgeName = ({ phase }: Infusion): string =>
  phase === 'maintenance' ? 'weight-max-age' : 'weight-max-age-induction'

interface Drawn {
  readonly dose: RoundedTo<'mg'>
  readonly drawn: RoundedTo<'mL'>
  readonly volume: Fraction
  /** mg of base in it. */
  readonly amount: Fraction
}

function drawnUp(
  order: Worked,
  tools: Tools,
  held: readonly HeldCeiling[],
  counted: Counted,
  context: Context,
): Result<Drawn, InfusionFault> {
  const step = policyAmount(context.policy, 'dose-rounding-step', 'mg')
  const rounded = inSteps(order.mg, step, 'down')
  if (rounded.top === 0n)
    return err({ code: 'rounded-to-nothing', path: 'policy.numbers.dose-rounding-step' })
  const exact = quotientOf(rounded, tools.strength)
  const crosses = (volume: Fraction): boolean => {
    const mg = productOf(volume, tools.strength)
    const judged = { mg, perHour: quotientOf(mg, counted.hours) }
    return held.some((one) => isAbove(one, judged, counted))
  }
  const volume = steppedTo(exact, tools.syringeStep, tools.mode, crosses)
  if (volume.value.top === 0n) return err({ code: 'rounded-to-nothing', path: 'pump.syringeStep' })
  return ok({
    dose: {
      exact: shown(order.mg, 'mg'),
      rounded: shown(rounded, 'mg'),
      rule: { step: shown(step, 'mg'), mode: 'down' },
    },
    drawn: shownStep(exact, volume, tools.syringeStep, 'mL', tools.mode),
    volume: volume.value,
    amount: productOf(volume.value, tools.strength),
  })
}

interface Stepped {
  readonly value: Fraction
  readonly mode: RoundingMode
}

/** A value in steps; down where the mode asked for would cross a maximum. */
function steppedTo(
  value: Fraction,
  step: Fraction,
  mode: RoundingMode,
  crosses: (value: Fraction) => boolean,
): Stepped {
  const asked = inSteps(value, step, mode)
  const isUp = compareFractions(asked, value) > 0
  return isUp && crosses(asked)
    ? { value: inSteps(value, step, 'down'), mode: 'down' }
    : { value: asked, mode }
}

function shownStep<U extends string>(
  exact: Fraction,
  stepped: Stepped,
  step: Fraction,
  unit: U,
  asked: RoundingMode,
): RoundedTo<U> {
  const rule = { step: shown(step, unit), mode: stepped.mode }
  return {
    exact: shown(exact, unit),
    rounded: shown(stepped.value, unit),
    rule: stepped.mode === asked ? rule : { ...rule, insteadOf: asked },
  }
}

interface Pumped {
  readonly finalVolume: Fraction
  /** mg/mL in the bag. */
  readonly concentration: Fraction
  readonly rate: RoundedTo<'mL/h'>
  readonly exact: Fraction
  readonly rounded: Fraction
}

function pumped(
  { volume, amount }: Drawn,
  tools: Tools,
  held: readonly HeldCeiling[],
  counted: Counted,
  { bag }: Infusion,
): Result<Pumped, InfusionFault> {
  if (bag.is === 'final-volume' && compareFractions(volume, tools.bag) > 0)
    return err({ code: 'volume-above-bag', path: 'bag.volume' })
  const finalVolume = bag.is === 'final-volume' ? tools.bag : sum(tools.bag, volume)
  const concentration = quotientOf(amount, finalVolume)
  const exact = quotientOf(finalVolume, counted.hours)
  const crosses = (rate: Fraction): boolean => {
    const judged = { mg: amount, perHour: productOf(rate, concentration) }
    return held.some((one) => isAbove(one, judged, counted))
  }
  const rate = steppedTo(exact, tools.step, tools.mode, crosses)
  if (rate.value.top === 0n) return err({ code: 'rounded-to-nothing', path: 'pump.step' })
  const shownRate = shownStep(exact, rate, tools.step, 'mL/h', tools.mode)
  return ok({ finalVolume, concentration, rate: shownRate, exact, rounded: rate.value })
}

interface Parts {
  readonly infusion: Infusion
  readonly context: Context
  readonly tools: Tools
  readonly order: Worked
  readonly counted: Counted
  readonly actual: Fraction
  readonly applying: readonly HeldCeiling[]
  readonly asOrdered: Judged
  readonly noticed: Noticed
  readonly drawn: Drawn
  readonly pump: Pumped
}

function shownPlan(parts: Parts): InfusionPlan {
  const { infusion, tools, order, counted, applying, asOrdered, noticed, drawn, pump } = parts
  const kg = order.kg ?? parts.actual
  const perHour = productOf(pump.rounded, pump.concentration)
  const ceilings = ceilingChecks(applying, asOrdered, { mg: drawn.amount, perHour }, counted)
  const binding = ceilings.find(({ binds }) => binds)
  const vials = wholeAbove(quotientOf(drawn.volume, tools.vial))
  const weights = order.weights === undefined ? undefined : shownWeights(order.weights)
  if (binding === undefined || weights === undefined) throw new Refusal(badArgument, 'infusion')
  const overrides = applying.flatMap(({ override }) => (override === undefined ? [] : [override]))
  const basis = order.basis ?? 'none'
  return {
    inputs: inputsOf(parts),
    ordered: shownOrder(order),
    basis,
    weights,
    dose: drawn.dose,
    drawn: drawn.drawn,
    amount: shown(drawn.amount, 'mg'),
    byWeight: {
      exact: shown(quotientOf(order.mg, kg), 'mg/kg'),
      rounded: shown(quotientOf(drawn.amount, kg), 'mg/kg'),
    },
    vials: numberOf(vials) ?? 0,
    bag: {
      finalVolume: shown(pump.finalVolume, 'mL'),
      diluent: shown(difference(pump.finalVolume, drawn.volume), 'mL'),
      concentration: shown(pump.concentration, 'mg/mL'),
    },
    rate: pump.rate,
    perMinute: {
      exact: shown(quotientOf(asOrdered.perHour, sixty), 'mg/min'),
      rounded: shown(quotientOf(perHour, sixty), 'mg/min'),
    },
    byWeightPerHour: {
      exact: shown(quotientOf(asOrdered.perHour, kg), 'mg/kg/h'),
      rounded: shown(quotientOf(perHour, kg), 'mg/kg/h'),
    },
    duration: {
      exact: shown(productOf(counted.hours, sixty), 'min'),
      rounded: shown(productOf(quotientOf(pump.finalVolume, pump.rounded), sixty), 'min'),
    },
    formulas: formulasOf(parts),
    ceilings,
    most: { amount: binding.allows, ceiling: binding.name },
    flags: flagsOf(parts, vials),
    confirmed: noticed.confirm,
    overrides,
    citations: citationsOf(basis, weights, ceilings, infusion),
    provenance: provenanceOf(infusion, parts.context),
  }
}

function inputsOf({ infusion, context }: Parts): readonly PlanInput[] {
  const { weight, vial, bag, pump } = infusion
  const stated = (name: string, value: Quantity): PlanInput => ({
    name,
    value: plainQuantity(value),
    source: 'stated',
  })
  const actual = stated('weight.actual', weight.actual)
  const names = [
    maxAgeName(infusion),
    'dose-rounding-step',
    'weight-review-above',
    'weight-review-below',
    'body-mass-index-review',
  ]
  const chosen = names.flatMap((name): PlanInput[] => {
    const number = context.policy.numbers[name]
    return number === undefined ? [] : [{ name, value: plainQuantity(number), source: 'policy' }]
  })
  return [
    weight.at === undefined ? actual : { ...actual, at: weight.at },
    ...(weight.height === undefined ? [] : [stated('weight.height', weight.height)]),
    stated('vial.concentration', vial.concentration),
    stated('vial.volume', vial.volume),
    stated('bag.volume', bag.volume),
    stated('pump.step', pump.step),
    stated('pump.syringeStep', pump.syringeStep),
    ...chosen,
  ]
}

/** The sums as they are worked out by hand. */
function formulasOf({ order, tools, drawn, pump, counted, infusion }: Parts): readonly string[] {
  const q = (value: Fraction, unit: string): string => formatQuantity(shown(value, unit))
  const { dose } = drawn
  const added =
    infusion.bag.is === 'diluent-added'
      ? [`${q(tools.bag, 'mL')} + ${q(drawn.volume, 'mL')} = ${q(pump.finalVolume, 'mL')}`]
      : []
  return [
    order.formula,
    `${formatQuantity(dose.exact)} rounded ${dose.rule.mode} to steps of ${formatQuantity(dose.rule.step)} = ${formatQuantity(dose.rounded)}`,
    `${formatQuantity(dose.rounded)} / ${q(tools.strength, 'mg/mL')} = ${formatQuantity(drawn.drawn.exact)}, rounded ${drawn.drawn.rule.mode} to steps of ${formatQuantity(drawn.drawn.rule.step)} = ${formatQuantity(drawn.drawn.rounded)}`,
    ...added,
    `${q(drawn.amount, 'mg')} / ${q(pump.finalVolume, 'mL')} = ${q(pump.concentration, 'mg/mL')}`,
    `${q(pump.finalVolume, 'mL')} / ${q(counted.hours, 'h')} = ${formatQuantity(pump.rate.exact)}, rounded ${pump.rate.rule.mode} to steps of ${formatQuantity(pump.rate.rule.step)} = ${formatQuantity(pump.rate.rounded)}`,
  ]
}

function flagsOf(
  { infusion, context, order, noticed, actual }: Parts,
  vials: Fraction,
): InfusionPlan['flags'] {
  const flags: InfusionPlan['flags'][number][] = []
  if (vials.top > 1n) flags.push({ code: 'more-than-one-vial', path: 'vial' })
  if (noticed.jump) flags.push({ code: 'weight-jump', path: 'weight.actual' })
  if (checkBounds('body-weight', infusion.weight.actual) === 'unusual')
    flags.push({ code: 'reading-unusual', path: 'weight.actual' })
  const { height } = infusion.weight
  if (height !== undefined && checkBounds('body-height', height) === 'unusual')
    flags.push({ code: 'reading-unusual', path: 'weight.height' })
  const above = policyAmount(context.policy, 'weight-review-above', 'kg')
  const below = policyAmount(context.policy, 'weight-review-below', 'kg')
  if (compareFractions(actual, above) > 0 || compareFractions(actual, below) < 0)
    flags.push({ code: 'weight-to-review', path: 'weight.actual' })
  const index = order.weights?.index
  const limit = policyAmount(context.policy, 'body-mass-index-review', 'kg/m2')
  if (index !== undefined && compareFractions(index, limit) > 0)
    flags.push({ code: 'weight-to-review', path: 'weight.height' })
  return flags
}

function citationsOf(
  basis: InfusionPlan['basis'],
  weights: InfusionPlan['weights'],
  ceilings: InfusionPlan['ceilings'],
  { saltFactor }: Infusion,
): readonly Citation[] {
  return [
    ...(basis === 'none' ? [] : weights[basis].sources),
    recall('pol-rounding-step', 'K'),
    ...(saltFactor === undefined ? [] : [cite('prod-ketamine-salt-factor', 'KET-INP')]),
    ...ceilings.flatMap(({ sources }) => sources),
  ]
}

function provenanceOf(infusion: Infusion, context: Context): Provenance {
  const { asOf, zone, zoneTables, content, policy } = context
  return {
    asOf,
    zone,
    ...(zoneTables === undefined ? {} : { zoneTables }),
    content: { id: content.id, version: content.version },
    policy: { id: policy.id, version: policy.version, digest: digestOf(policy) },
    libraryVersion,
    inputDigest: digestOf(infusion),
  }
}
