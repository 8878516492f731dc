/** Vial, bag and pump of an infusion, read by hand. @module */
import type { RoundingMode } from '../kernel/decimal.ts'
import { type Fraction, productOf } from '../kernel/fraction.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { amountIn, isObject } from './argument.ts'
import type { Infusion, InfusionFault } from './infusion-plan.ts'
import { baseShare } from './salt.ts'

/** Vial, bag and pump, exactly. */
export interface Tools {
  /** mg of base in a mL of the vial. */
  readonly strength: Fraction
  readonly vial: Fraction
  readonly bag: Fraction
  readonly step: Fraction
  readonly syringeStep: Fraction
  readonly mode: RoundingMode
}

const modes: readonly unknown[] = ['nearest', 'nearest-even', 'down', 'up']

export function toolsOf({ vial, bag, pump, saltFactor }: Infusion): Result<Tools, InfusionFault> {
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
