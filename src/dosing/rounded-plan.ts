/** The steps of syringe and pump: nothing crosses a maximum by being rounded. @module */
import type { Context } from '../kernel/content.ts'
import type { RoundingMode } from '../kernel/decimal.ts'
import { compareFractions, type Fraction, inSteps, productOf, quotientOf, sum } from '../kernel/fraction.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { shown } from './argument.ts'
import { type Counted, type HeldCeiling, isAbove, policyAmount } from './ceilings.ts'
import type { Infusion, InfusionFault, RoundedTo } from './infusion-plan.ts'
import type { Tools } from './infusion-tools.ts'
import type { Worked } from './ordered.ts'

export interface Drawn {
  readonly dose: RoundedTo<'mg'>
  readonly drawn: RoundedTo<'mL'>
  readonly volume: Fraction
  /** mg of base in it. */
  readonly amount: Fraction
}

export function drawnUp(
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

export interface Pumped {
  readonly finalVolume: Fraction
  /** mg/mL in the bag. */
  readonly concentration: Fraction
  readonly rate: RoundedTo<'mL/h'>
  readonly exact: Fraction
  readonly rounded: Fraction
}

export function pumped(
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
