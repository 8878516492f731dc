/** What changed since the last session, or is too old, and has to be looked at by a person. @module */
import { compareFractions, numberOf } from '../kernel/fraction.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumberAt, instantMs } from '../kernel/time.ts'
import { weightChange } from '../kernel/weight-change.ts'
import { amountIn, bodyMeasure, isObject, type NumberFault } from './argument.ts'
import type { Confirmation, Infusion, InfusionFault } from './infusion-plan.ts'

/** What is to be confirmed, and what is only worth a second look. */
export interface Noticed {
  readonly confirm: readonly Confirmation[]
  readonly jump: boolean
}

/** The moment of the plan, and how many days a weight may be old. */
export interface WeightTime {
  readonly asOf: number
  readonly zone: string
  readonly maxDays: number
}

/** Holds weight and vial against those of the last session. */
export function noticedIn(infusion: Infusion, time: WeightTime): Result<Noticed, InfusionFault> {
  const confirm: Confirmation[] = []
  const age = ageOf(infusion, time)
  if (!age.ok) return age
  if (age.value !== undefined) confirm.push(age.value)
  const { previous } = infusion
  if (previous === undefined) return ok({ confirm, jump: false })
  if (!isObject(previous)) return err({ code: 'wrong-shape', path: 'previous' })
  const vial = vialChange(infusion)
  if (!vial.ok) return vial
  if (vial.value !== undefined) confirm.push(vial.value)
  if (previous.weight === undefined) return ok({ confirm, jump: false })
  const before = bodyMeasure('body-weight', previous.weight, 'previous.weight')
  const last = bodyMeasure('body-weight', infusion.weight.actual, 'weight.actual')
  if (!before.ok) return before
  if (!last.ok) return last
  const elapsed = elapsedOf(infusion)
  if (!elapsed.ok) return elapsed
  const change = weightChange(numberOf(before.value) ?? 0, numberOf(last.value) ?? 0, elapsed.value)
  if (change === 'unit-slip') confirm.push({ item: 'weight-change', why: 'ratio-near-2.2' })
  if (change === 'large') confirm.push({ item: 'weight-change', why: 'changed-by-a-quarter' })
  return ok({ confirm, jump: change === 'notable' })
}

function ageOf(
  { weight }: Infusion,
  { asOf, zone, maxDays }: WeightTime,
): Result<Confirmation | undefined, InfusionFault> {
  if (weight.at === undefined) return ok({ item: 'weight-age', why: 'time-unknown' })
  const at = instantMs(weight.at)
  if (Number.isNaN(at)) return err({ code: 'wrong-shape', path: 'weight.at' })
  if (at > asOf) return err({ code: 'reading-ahead', path: 'weight.at' })
  const days = dayNumberAt(asOf, zone) - dayNumberAt(at, zone)
  return ok(days > maxDays ? { item: 'weight-age', why: 'older-than-its-limit' } : undefined)
}

function vialChange({ vial, previous }: Infusion): Result<Confirmation | undefined, NumberFault> {
  if (previous?.vial === undefined) return ok(undefined)
  if (!isObject(previous.vial)) return err({ code: 'wrong-shape', path: 'previous.vial' })
  const before = amountIn(previous.vial.concentration, 'mg/mL', 'previous.vial.concentration')
  if (!before.ok) return before
  const now = amountIn(vial.concentration, 'mg/mL', 'vial.concentration')
  if (!now.ok) return now
  const { as } = previous.vial
  if (as !== 'base' && as !== 'hydrochloride') return err({ code: 'wrong-shape', path: 'previous.vial.as' })
  if (compareFractions(before.value, now.value) !== 0)
    return ok({ item: 'vial-strength', why: 'strength-differs' })
  return ok(as === vial.as ? undefined : { item: 'vial-strength', why: 'salt-differs' })
}

function elapsedOf({ weight, previous }: Infusion): Result<number | undefined, NumberFault> {
  if (previous?.at === undefined || weight.at === undefined) return ok(undefined)
  const before = instantMs(previous.at)
  if (Number.isNaN(before)) return err({ code: 'wrong-shape', path: 'previous.at' })
  return ok(Math.abs(instantMs(weight.at) - before))
}

/** Name of the policy number that says how old the weight may be. */
export const maxAgeName = ({ phase }: Infusion): string =>
  phase === 'maintenance' ? 'weight-max-age' : 'weight-max-age-induction'
