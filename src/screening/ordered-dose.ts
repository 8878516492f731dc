/** An order in the numbers its rules ask for. @module */
import type { PrescribedDose } from '../dosing/dose.schema.ts'
import {
  type Order,
  type Ordered,
  type OrderFault,
  shownOrder,
  type Worked,
  workedOrder,
} from '../dosing/ordered.ts'
import type { SaltFactor } from '../dosing/salt.ts'
import type { Body } from '../dosing/weights.ts'
import {
  type CodeRow,
  notAboveZero,
  notANumber,
  notWholeDevices,
  outOfBounds,
  perDeviceUnknown,
  saltMixed,
  unitMismatch,
  unknownUnit,
  weightBasisUnknown,
  weightUnknown,
  wrongShape,
} from '../kernel/codes.ts'
import type { ProductForm } from '../kernel/content.ts'
import { type Fraction, fractionOf, lesser, nought, productOf, quotientOf } from '../kernel/fraction.ts'
import { Refusal } from '../kernel/refusal.ts'

/** A number of an order; `above` where it may be more and not less. */
export interface Level {
  readonly of: Fraction
  readonly bound?: 'above'
}

/** An order as far as it can be worked out. */
export interface OrderRead {
  /** Everything, where it can be worked out. */
  readonly ordered: Ordered | undefined
  /** Why not. */
  readonly fault: CodeRow | undefined
  /** mg of base. */
  readonly mg: Fraction | undefined
  /** The weight on the scale, kg. */
  readonly actual: Fraction | undefined
  /** As ordered, mg/kg on the weight the order names; nothing where it is not counted by weight. */
  readonly perKg: Fraction | undefined
  /** mg/kg on the smaller of the weight of the order and the weight on the scale: the larger of the two. */
  readonly byWeight: Level | undefined
  /** mg/kg/h on the same weight. */
  readonly rate: Level | undefined
  /** min; nothing where it is given at once. */
  readonly over: Fraction | undefined
}

const sixty = /* @__PURE__ */ fractionOf(60)
const nominal: Body = { weight: { value: 70, unit: 'kg' } }

/**
 * Works an order out, and where its weight is not known as much of it as needs none.
 *
 * @throws Refusal the code of what is wrong with the order
 */
export function orderRead(
  dose: PrescribedDose,
  form: ProductForm | undefined,
  body: Body | undefined,
  saltFactor: SaltFactor | undefined,
): OrderRead {
  const order: Order = { dose, body, perDevice: form?.perDevice, saltFactor }
  const worked = workedOrder(order, 'body.')
  if (worked.ok) return whole(worked.value, dose)
  const { error } = worked
  const fault = faults[error.code]
  if (!lacksWeight(error)) throw new Refusal(fault, error.path)
  return withoutWeight(order, fault)
}

// By name: to look through all codes would ship the words of every one of them.
const faults: Readonly<Record<OrderFault['code'], CodeRow>> = {
  'wrong-shape': wrongShape,
  'unknown-unit': unknownUnit,
  'unit-mismatch': unitMismatch,
  'not-a-number': notANumber,
  'not-above-zero': notAboveZero,
  'out-of-bounds': outOfBounds,
  'weight-unknown': weightUnknown,
  'weight-basis-unknown': weightBasisUnknown,
  'salt-mixed': saltMixed,
  'per-device-unknown': perDeviceUnknown,
  'not-whole-devices': notWholeDevices,
}

function lacksWeight({ code }: OrderFault): boolean {
  return code === 'weight-unknown' || code === 'weight-basis-unknown'
}

function whole(worked: Worked, dose: PrescribedDose): OrderRead {
  const { mg, kg, actual, basis, over } = worked
  // An order on a weight that is more than the one on the scale is more for each kilogram of it.
  const smaller = kg === undefined || actual === undefined ? kg : lesser(kg, actual)
  const byWeight = smaller === undefined ? undefined : quotientOf(mg, smaller)
  return {
    ordered: shownOrder(worked),
    fault: undefined,
    mg,
    actual,
    perKg: basis === undefined || kg === undefined || dose.basis === 'fixed' ? undefined : quotientOf(mg, kg),
    byWeight: byWeight === undefined ? undefined : { of: byWeight },
    rate: rateOf(byWeight, over),
    over,
  }
}

function rateOf(byWeight: Fraction | undefined, over: Fraction | undefined): Level | undefined {
  if (byWeight === undefined || over === undefined) return undefined
  return { of: quotientOf(productOf(byWeight, sixty), over) }
}

/** For each kilogram an order says how much it is, whatever the weight; on another weight than the one on the scale it may be more. */
function withoutWeight(order: Order, fault: CodeRow): OrderRead {
  const { dose } = order
  const weight = 'weight' in dose ? dose.weight : undefined
  const onScale: PrescribedDose =
    dose.basis === 'per-kg' || dose.basis === 'rate' ? { ...dose, weight: 'actual' } : dose
  const worked = workedOrder({ ...order, dose: onScale, body: nominal }, 'body.')
  if (!worked.ok) throw new Refusal(fault, worked.error.path)
  const { mg, kg, over } = worked.value
  const perKg = kg === undefined ? undefined : quotientOf(mg, kg)
  const bound = weight === 'actual' ? {} : ({ bound: 'above' } as const)
  const rate = rateOf(perKg, over)
  return {
    ordered: undefined,
    fault,
    mg: undefined,
    actual: order.body === undefined ? undefined : actualOf(order),
    perKg,
    byWeight: perKg === undefined ? undefined : { of: perKg, ...bound },
    rate: rate === undefined ? undefined : { ...rate, ...bound },
    over,
  }
}

function actualOf({ body }: Order): Fraction | undefined {
  const any = { basis: 'fixed', amount: { value: 1, unit: 'mg' }, as: 'base' } as const
  const worked = workedOrder({ dose: any, body }, 'body.')
  return worked.ok ? worked.value.actual : undefined
}

/** What is given at once, mg/kg: nothing of an order that runs over a time. */
export function atOnce({ over, byWeight }: OrderRead): Level | undefined {
  return over === undefined ? byWeight : { of: nought }
}
