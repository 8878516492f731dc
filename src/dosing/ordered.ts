/** From an order to the milligrams it asks for. @module */
import { type Fraction, fractionOf, productOf, quotientOf } from '../kernel/fraction.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { formatQuantity, type Quantity } from '../kernel/quantity.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import { amountIn, isObject, type NumberFault, plainQuantity, shown } from './argument.ts'
import type { PrescribedDose, WeightBasis } from './dose.schema.ts'
import { baseShare, type SaltFactor } from './salt.ts'
import {
  type Body,
  type DoseWeights,
  type ExactWeights,
  exactWeights,
  type NoWeight,
  shownWeights,
} from './weights.ts'

/** Why an order cannot be worked out. */
export type OrderFault =
  | NumberFault
  | { readonly code: 'weight-unknown'; readonly path: string }
  | {
      readonly code: 'weight-basis-unknown'
      readonly path: string
      readonly basis: WeightBasis
      readonly why: NoWeight
    }
  | { readonly code: 'salt-mixed' | 'per-device-unknown' | 'not-whole-devices'; readonly path: string }

/** An order with everything it takes to work it out. */
export interface Order {
  readonly dose: PrescribedDose
  /** Whom it is for; left out where no weight is known. */
  readonly body?: Body | undefined
  /** What a device holds, mg of base; only where the product is given in devices. */
  readonly perDevice?: Quantity | undefined
  /** Between hydrochloride and base, where the order counts the hydrochloride. */
  readonly saltFactor?: SaltFactor | undefined
}

/** What an order asks for, mg of base, each the number nearest to the exact one. */
export interface Ordered {
  readonly amount: Quantity<'mg'>
  /** The weight it was counted on; a fixed dose is counted on none. */
  readonly basis?: WeightBasis
  /** For each kilogram of the weight it was counted on; of a fixed dose, of the actual weight. */
  readonly byWeight?: Quantity<'mg/kg'>
  /** For each kilogram of the weight on the scale. */
  readonly byActualWeight?: Quantity<'mg/kg'>
  readonly over?: Quantity<'min'>
  readonly rate?: Quantity<'mg/h'>
  /** On the weight of `byWeight`. */
  readonly rateByWeight?: Quantity<'mg/kg/h'>
  readonly devices?: number
  /** Where the order counted the hydrochloride. */
  readonly salt?: { readonly ordered: Quantity<'mg'>; readonly factor: SaltFactor }
  readonly weights?: DoseWeights
  readonly formula: string
}

/** An order, exactly. */
export interface Worked {
  /** mg of base. */
  readonly mg: Fraction
  readonly basis: WeightBasis | undefined
  /** The weight it was counted on; of a fixed dose the actual one, where it is known. */
  readonly kg: Fraction | undefined
  readonly actual: Fraction | undefined
  /** min. */
  readonly over: Fraction | undefined
  readonly devices: number | undefined
  readonly salt: Ordered['salt']
  readonly weights: ExactWeights | undefined
  readonly formula: string
}

const sixty = /* @__PURE__ */ fractionOf(60)
const bases: readonly unknown[] = ['actual', 'ideal', 'adjusted', 'lean']

/** The order, exactly. Paths start at `dose`; a path stands in front of the fields of the body. */
export function workedOrder(order: Order, bodyPath: string): Result<Worked, OrderFault> {
  const { dose, body } = order
  if (!isObject(dose)) return err({ code: 'wrong-shape', path: 'dose' })
  const weights = body === undefined ? undefined : exactWeights(body, bodyPath)
  if (weights !== undefined && !weights.ok) return weights
  const over = dose.over === undefined ? undefined : amountIn(dose.over, 'min', 'dose.over')
  if (over !== undefined && !over.ok) return over
  const known: Known = { weights: weights?.value, over: over?.value }
  switch (dose.basis) {
    case 'fixed':
      return byAmount(dose, order, known)
    case 'per-kg':
      return byWeight(dose, order, known)
    case 'rate':
      return byRate(dose, order, known)
    case 'devices':
      return byDevices(dose, order, known)
    default:
      return err({ code: 'wrong-shape', path: 'dose.basis' })
  }
}

interface Known {
  readonly weights: ExactWeights | undefined
  readonly over: Fraction | undefined
}

type Basis<B extends PrescribedDose['basis']> = Extract<PrescribedDose, { readonly basis: B }>

function byAmount(dose: Basis<'fixed'>, order: Order, known: Known): Result<Worked, OrderFault> {
  const amount = amountIn(dose.amount, 'mg', 'dose.amount')
  if (!amount.ok) return amount
  const base = inBase(amount.value, dose.as, order, formatQuantity(dose.amount))
  if (!base.ok) return base
  const devices = devicesIn(base.value.mg, order.perDevice)
  if (!devices.ok) return devices
  const actual = actualOf(known.weights)
  return ok({ ...base.value, ...known, basis: undefined, kg: actual, actual, devices: devices.value })
}

function byWeight(dose: Basis<'per-kg'>, order: Order, known: Known): Result<Worked, OrderFault> {
  if (order.perDevice !== undefined) return err({ code: 'not-whole-devices', path: 'dose.basis' })
  const each = amountIn(dose.amount, 'mg/kg', 'dose.amount')
  if (!each.ok) return each
  const kg = weightFor(dose.weight, known.weights)
  if (!kg.ok) return kg
  const text = `${formatQuantity(dose.amount)} x ${formatQuantity(shown(kg.value, 'kg'))} (${dose.weight} weight)`
  const base = inBase(productOf(each.value, kg.value), dose.as, order, text)
  if (!base.ok) return base
  const actual = actualOf(known.weights)
  return ok({ ...base.value, ...known, basis: dose.weight, kg: kg.value, actual, devices: undefined })
}

function byRate(dose: Basis<'rate'>, order: Order, known: Known): Result<Worked, OrderFault> {
  if (order.perDevice !== undefined) return err({ code: 'not-whole-devices', path: 'dose.basis' })
  if (known.over === undefined) return err({ code: 'wrong-shape', path: 'dose.over' })
  const hours = quotientOf(known.over, sixty)
  const actual = actualOf(known.weights)
  const time = `${formatQuantity(dose.rate)} x ${formatQuantity(dose.over)}`
  const whole = amountIn(dose.rate, 'mg/h', 'dose.rate')
  if (whole.ok) {
    const base = inBase(productOf(whole.value, hours), dose.as, order, time)
    return base.ok
      ? ok({ ...base.value, ...known, basis: undefined, kg: actual, actual, devices: undefined })
      : base
  }
  const each = amountIn(dose.rate, 'mg/kg/h', 'dose.rate')
  if (!each.ok) return each
  const kg = weightFor(dose.weight, known.weights)
  if (!kg.ok) return kg
  const text = `${time} x ${formatQuantity(shown(kg.value, 'kg'))} (${dose.weight} weight)`
  const base = inBase(productOf(productOf(each.value, hours), kg.value), dose.as, order, text)
  return base.ok
    ? ok({ ...base.value, ...known, basis: dose.weight, kg: kg.value, actual, devices: undefined })
    : base
}

function byDevices(dose: Basis<'devices'>, order: Order, known: Known): Result<Worked, OrderFault> {
  const { count } = dose
  if (typeof count !== 'number') return err({ code: 'wrong-shape', path: 'dose.count' })
  if (!Number.isFinite(count)) return err({ code: 'not-a-number', path: 'dose.count' })
  if (count <= 0) return err({ code: 'not-above-zero', path: 'dose.count' })
  if (!Number.isSafeInteger(count)) return err({ code: 'not-whole-devices', path: 'dose.count' })
  if (order.perDevice === undefined) return err({ code: 'per-device-unknown', path: 'perDevice' })
  const each = amountIn(order.perDevice, 'mg', 'perDevice')
  if (!each.ok) return each
  const mg = productOf(each.value, fractionOf(count))
  const formula = `${count} x ${formatQuantity(order.perDevice)} = ${formatQuantity(shown(mg, 'mg'))}`
  const actual = actualOf(known.weights)
  return ok({ mg, formula, salt: undefined, ...known, basis: undefined, kg: actual, actual, devices: count })
}

function actualOf(weights: ExactWeights | undefined): Fraction | undefined {
  const actual = weights?.of.actual
  return actual !== undefined && 'kg' in actual ? actual.kg : undefined
}

/** The weight that was named, and no other. */
function weightFor(
  basis: WeightBasis | undefined,
  weights: ExactWeights | undefined,
): Result<Fraction, OrderFault> {
  if (basis === undefined || !bases.includes(basis)) return err({ code: 'wrong-shape', path: 'dose.weight' })
  if (weights === undefined) return err({ code: 'weight-unknown', path: 'weight' })
  const weight = weights.of[basis]
  if ('kg' in weight) return ok(weight.kg)
  return err({ code: 'weight-basis-unknown', path: 'dose.weight', basis, why: weight.why })
}

/** The number of devices an amount is; nothing where the product has none. It is never rounded to one. */
function devicesIn(mg: Fraction, perDevice: Quantity | undefined): Result<number | undefined, OrderFault> {
  if (perDevice === undefined) return ok(undefined)
  const each = amountIn(perDevice, 'mg', 'perDevice')
  if (!each.ok) return each
  const { top, bottom } = quotientOf(mg, each.value)
  return bottom === 1n
    ? ok(shown({ top, bottom }, '{n}').value)
    : err({ code: 'not-whole-devices', path: 'dose.amount' })
}

interface InBase {
  readonly mg: Fraction
  readonly salt: Ordered['salt']
  readonly formula: string
}

function inBase(amount: Fraction, as: unknown, order: Order, text: string): Result<InBase, OrderFault> {
  if (as !== 'base' && as !== 'hydrochloride') return err({ code: 'wrong-shape', path: 'dose.as' })
  const { saltFactor } = order
  if (as === 'base') {
    const formula = `${text} = ${formatQuantity(shown(amount, 'mg'))}`
    return ok({ mg: amount, salt: undefined, formula })
  }
  if (saltFactor === undefined) return err({ code: 'salt-mixed', path: 'dose.as' })
  const mg = productOf(amount, baseShare(saltFactor, 'saltFactor'))
  const { base, hydrochloride } = saltFactor
  const formula = `${text} of hydrochloride x ${formatQuantity(base)} / ${formatQuantity(hydrochloride)} = ${formatQuantity(shown(mg, 'mg'))} of base`
  const factor = {
    base: { ...plainQuantity(base), unit: 'mg' },
    hydrochloride: { ...plainQuantity(hydrochloride), unit: 'mg' },
  } as const
  return ok({ mg, salt: { ordered: shown(amount, 'mg'), factor }, formula })
}

/** The order as it is shown. */
export function shownOrder(worked: Worked): Ordered {
  const { mg, basis, kg, actual, over, devices, salt, weights, formula } = worked
  const rate = over === undefined ? undefined : quotientOf(productOf(mg, sixty), over)
  return {
    amount: shown(mg, 'mg'),
    ...(basis === undefined ? {} : { basis }),
    ...(kg === undefined ? {} : { byWeight: shown(quotientOf(mg, kg), 'mg/kg') }),
    ...(actual === undefined ? {} : { byActualWeight: shown(quotientOf(mg, actual), 'mg/kg') }),
    ...(over === undefined ? {} : { over: shown(over, 'min') }),
    ...(rate === undefined ? {} : { rate: shown(rate, 'mg/h') }),
    ...(rate === undefined || kg === undefined
      ? {}
      : { rateByWeight: shown(quotientOf(rate, kg), 'mg/kg/h') }),
    ...(devices === undefined ? {} : { devices }),
    ...(salt === undefined ? {} : { salt }),
    ...(weights === undefined ? {} : { weights: shownWeights(weights) }),
    formula,
  }
}

/**
 * What an order asks for: milligrams of base, for each kilogram, over which time, at which rate.
 *
 * A dose by weight is counted on the weight it names and on no other. An order in hydrochloride is turned into base only
 * by a factor that is handed in, and shown. A product in devices takes whole devices: any other amount is refused.
 *
 * @param order - the dose, whom it is for, what a device holds, and the factor between hydrochloride and base
 * @returns exact sums, each as the nearest number; an error names the field and never its value
 * @throws Refusal `bad-argument`, `not-readable`
 *
 * @example
 * ```ts
 * const dose = { basis: 'per-kg', amount: mgPerKg(0.5), weight: 'actual', as: 'base', over: minutes(40) } as const
 * const ordered = orderedDose({ dose, body: { weight: kg(70) } })
 * ordered.ok && [ordered.value.amount.value, ordered.value.rateByWeight?.value] // => [35, 0.75]
 * ```
 */
export function orderedDose(order: Order): Result<Ordered, OrderFault> {
  return answered(() => {
    demandUnaltered()
    const worked = workedOrder(order, 'body.')
    return worked.ok ? ok(deepFreeze(shownOrder(worked.value))) : worked
  })
}
