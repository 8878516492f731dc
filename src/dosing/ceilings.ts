/** The maxima of an infusion: several, each on its own, and the least of them wins. @module */
import { badArgument, policyIncomplete } from '../kernel/codes.ts'
import type { Policy } from '../kernel/content.ts'
import { type Citation, cite, recall } from '../kernel/evidence.ts'
import {
  compareFractions,
  exactIn,
  type Fraction,
  fractionOf,
  lesser,
  productOf,
  quotientOf,
} from '../kernel/fraction.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { amountIn, isObject, type NumberFault, shown } from './argument.ts'

type CeilingUnit = 'mg' | 'mg/kg' | 'mg/kg/h' | 'mg/kg/min'

/** A maximum as it is shipped. A site may lower the ones it chooses; the one of the label stays. */
export interface Ceiling {
  /** Name of the policy number. */
  readonly name: string
  readonly limit: Quantity<CeilingUnit>
  /** Holds only for orders of at most so much. */
  readonly level?: Quantity<'mg/kg'>
  /** Printed on a label, so nothing changes it. */
  readonly fixed?: true
  readonly sources: readonly Citation[]
}

/** No infusion leaves the library above these, unless a named override says so and shows. */
export const infusionCeilings: readonly Ceiling[] = /* @__PURE__ */ deepFreeze<Ceiling[]>([
  {
    name: 'dose-max-mgkg-iv',
    limit: { value: 1, unit: 'mg/kg' },
    sources: [cite('pol-dose-max-mgkg-iv', 'CANMAT23')],
  },
  {
    name: 'dose-max-mg-iv',
    limit: { value: 100, unit: 'mg' },
    sources: [recall('pol-dose-max-mg-iv', 'K')],
  },
  {
    name: 'dose-max-mg-iv-reference-level',
    limit: { value: 60, unit: 'mg' },
    level: { value: 0.5, unit: 'mg/kg' },
    sources: [recall('pol-dose-max-mg-iv', 'K'), cite('dose-iv-standard', 'FAVA')],
  },
  {
    name: 'rate-max-iv',
    limit: { value: 1, unit: 'mg/kg/h' },
    sources: [cite('pol-rate-max-iv', 'PA20')],
  },
  {
    name: 'label-rate-iv',
    limit: { value: 0.5, unit: 'mg/kg/min' },
    fixed: true,
    sources: [cite('dose-iv-label-max-rate', 'PDR'), cite('dose-iv-label-max-rate', 'KET-UK')],
  },
])

/** A decision of the site to go above one of its maxima. It shows in every result it touches. */
export interface CeilingOverride {
  /** Name of the maximum. */
  readonly name: string
  readonly reason: string
}

/** A maximum was raised or taken away. */
export interface CeilingLoosened {
  readonly code: 'ceiling-loosened'
  readonly path: string
}

/** A maximum as it holds for one order. */
export interface HeldCeiling {
  readonly ceiling: Ceiling
  readonly limit: Fraction
  readonly from: 'shipped' | 'policy' | 'limits'
  readonly override: CeilingOverride | undefined
}

/** The maxima that hold: the lowest of what is shipped, chosen and asked for. */
export function heldCeilings(
  policy: Policy,
  limits: unknown,
  overrides: unknown,
): Result<readonly HeldCeiling[], NumberFault | CeilingLoosened> {
  const named = overridesIn(overrides)
  if (!named.ok) return named
  const asked = limitsIn(limits)
  if (!asked.ok) return asked
  const held: HeldCeiling[] = []
  for (const ceiling of infusionCeilings) {
    const one = heldCeiling(ceiling, policy, asked.value.get(ceiling.name), named.value.get(ceiling.name))
    if (!one.ok) return one
    held.push(one.value)
  }
  return ok(held)
}

function heldCeiling(
  ceiling: Ceiling,
  policy: Policy,
  asked: Fraction | undefined,
  override: CeilingOverride | undefined,
): Result<HeldCeiling, CeilingLoosened> {
  const { name, limit, fixed } = ceiling
  const shipped = fractionOf(limit.value)
  if (fixed === true) return ok({ ceiling, limit: shipped, from: 'shipped', override: undefined })
  const chosen = policyAmount(policy, name, limit.unit)
  const raised = (value: Fraction | undefined): boolean =>
    value !== undefined && compareFractions(value, shipped) > 0
  if (override === undefined) {
    if (raised(chosen)) return err({ code: 'ceiling-loosened', path: `policy.numbers.${name}` })
    if (raised(asked)) return err({ code: 'ceiling-loosened', path: `limits.${name}` })
    const least = lesser(chosen, asked ?? chosen)
    const from = asked !== undefined && compareFractions(asked, chosen) < 0 ? 'limits' : 'policy'
    return ok({ ceiling, limit: least, from, override })
  }
  const value = asked ?? chosen
  const used = raised(value) || compareFractions(value, chosen) > 0
  const from = asked === undefined ? 'policy' : 'limits'
  return ok({ ceiling, limit: value, from, override: used ? override : undefined })
}

function overridesIn(overrides: unknown): Result<ReadonlyMap<string, CeilingOverride>, NumberFault> {
  const named = new Map<string, CeilingOverride>()
  if (overrides === undefined) return ok(named)
  if (!Array.isArray(overrides)) return err({ code: 'wrong-shape', path: 'overrides' })
  for (const [index, one] of overrides.entries()) {
    const path = `overrides[${index}]`
    if (!isOverride(one)) return err({ code: 'wrong-shape', path })
    const known = infusionCeilings.some(({ name, fixed }) => name === one.name && fixed === undefined)
    if (!known) return err({ code: 'wrong-shape', path: `${path}.name` })
    named.set(one.name, { name: one.name, reason: one.reason })
  }
  return ok(named)
}

function isOverride(value: unknown): value is CeilingOverride {
  return (
    isObject(value) &&
    'name' in value &&
    typeof value.name === 'string' &&
    'reason' in value &&
    typeof value.reason === 'string' &&
    value.reason.trim() !== ''
  )
}

function limitsIn(limits: unknown): Result<ReadonlyMap<string, Fraction>, NumberFault | CeilingLoosened> {
  const asked = new Map<string, Fraction>()
  if (limits === undefined) return ok(asked)
  if (!isObject(limits)) return err({ code: 'wrong-shape', path: 'limits' })
  for (const [name, value] of Object.entries(limits)) {
    const path = `limits.${name}`
    const row = infusionCeilings.find((ceiling) => ceiling.name === name && ceiling.fixed === undefined)
    if (row === undefined) return err({ code: 'wrong-shape', path })
    // A maximum that is set to nothing, or to no end, is one that is taken away.
    if (value === undefined || value === null || isEndless(value))
      return err({ code: 'ceiling-loosened', path })
    const amount = amountIn(value, row.limit.unit, path)
    if (!amount.ok) return amount
    asked.set(name, amount.value)
  }
  return ok(asked)
}

function isEndless(value: unknown): boolean {
  return isObject(value) && 'value' in value && value.value === Number.POSITIVE_INFINITY
}

/**
 * A number of the policy above zero, in a unit.
 *
 * @throws Refusal `policy-incomplete`, `bad-argument`
 */
export function policyAmount(
  policy: Policy,
  name: string,
  unit: CeilingUnit | 'kg' | 'kg/m2' | 'd',
): Fraction {
  const found = Object.hasOwn(policy.numbers, name) ? policy.numbers[name] : undefined
  if (found === undefined) throw new Refusal(policyIncomplete, `policy.numbers.${name}`)
  const amount = exactIn(found, unit)
  if (amount === undefined || amount.top <= 0n) throw new Refusal(badArgument, `policy.numbers.${name}`)
  return amount
}

/** What is held against the maxima. */
export interface Judged {
  /** mg of base. */
  readonly mg: Fraction
  /** mg of base an hour. */
  readonly perHour: Fraction
}

/** On what the maxima are counted: the smaller of the weight of the order and the weight on the scale. */
export interface Counted {
  readonly kg: Fraction
  readonly hours: Fraction
  /** mg/kg as ordered. */
  readonly level: Fraction
}

/** A maximum and what was held against it. */
export interface CeilingCheck {
  readonly name: string
  readonly limit: Quantity<CeilingUnit>
  readonly from: HeldCeiling['from']
  /** As worked out, and as it comes out of syringe and pump, in the unit of the limit. */
  readonly exact: Quantity<CeilingUnit>
  readonly rounded: Quantity<CeilingUnit>
  /** Milligrams this maximum allows over the time of the order. */
  readonly allows: Quantity<'mg'>
  /** It is the least of them. */
  readonly binds: boolean
  readonly override?: CeilingOverride
  readonly sources: readonly Citation[]
}

/** Whether a maximum speaks of an order of this size at all. */
export function appliesTo({ ceiling: { level } }: HeldCeiling, counted: Counted): boolean {
  return level === undefined || compareFractions(counted.level, fractionOf(level.value)) <= 0
}

const sixty = /* @__PURE__ */ fractionOf(60)

/** The judged amount or rate, in the unit of a maximum. */
function measured(unit: CeilingUnit, { mg, perHour }: Judged, { kg }: Counted): Fraction {
  if (unit === 'mg') return mg
  if (unit === 'mg/kg') return quotientOf(mg, kg)
  const byWeight = quotientOf(perHour, kg)
  return unit === 'mg/kg/h' ? byWeight : quotientOf(byWeight, sixty)
}

/** Whether an amount or rate lies above a maximum. */
export function isAbove(held: HeldCeiling, judged: Judged, counted: Counted): boolean {
  return compareFractions(measured(held.ceiling.limit.unit, judged, counted), held.limit) > 0
}

/** Milligrams a maximum allows. */
export function allowedBy({ ceiling, limit }: HeldCeiling, { kg, hours }: Counted): Fraction {
  const { unit } = ceiling.limit
  if (unit === 'mg') return limit
  const whole = productOf(limit, kg)
  if (unit === 'mg/kg') return whole
  const hourly = productOf(whole, hours)
  return unit === 'mg/kg/h' ? hourly : productOf(hourly, sixty)
}

/** The maxima beside what was held against them. */
export function ceilingChecks(
  held: readonly HeldCeiling[],
  exact: Judged,
  rounded: Judged,
  counted: Counted,
): readonly CeilingCheck[] {
  const allowed = held.map((one) => allowedBy(one, counted))
  const least = allowed.reduce(lesser)
  return held.map((one, at): CeilingCheck => {
    const { ceiling, limit, from, override } = one
    const { unit } = ceiling.limit
    const allows = allowed[at] ?? least
    return {
      name: ceiling.name,
      limit: shown(limit, unit),
      from,
      exact: shown(measured(unit, exact, counted), unit),
      rounded: shown(measured(unit, rounded, counted), unit),
      allows: shown(allows, 'mg'),
      binds: compareFractions(allows, least) === 0,
      ...(override === undefined ? {} : { override }),
      sources: ceiling.sources,
    }
  })
}
