/** A plan as it is shown, with everything it takes to work it out again. @module */
import { checkBounds } from '../kernel/bounds.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Provenance } from '../kernel/decision.ts'
import { digestOf } from '../kernel/digest.ts'
import { type Citation, cite, recall } from '../kernel/evidence.ts'
import {
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  numberOf,
  productOf,
  quotientOf,
  wholeAbove,
} from '../kernel/fraction.ts'
import { formatQuantity, type Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import { libraryVersion } from '../kernel/version.ts'
import { plainQuantity, shown } from './argument.ts'
import { type Counted, ceilingChecks, type HeldCeiling, type Judged, policyAmount } from './ceilings.ts'
import { maxAgeName, type Noticed } from './confirmations.ts'
import type { Infusion, InfusionPlan, PlanInput } from './infusion-plan.ts'
import type { Tools } from './infusion-tools.ts'
import { shownOrder, type Worked } from './ordered.ts'
import type { Drawn, Pumped } from './rounded-plan.ts'
import { shownWeights } from './weights.ts'

const sixty = /* @__PURE__ */ fractionOf(60)

export interface Parts {
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

export function shownPlan(parts: Parts): InfusionPlan {
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
