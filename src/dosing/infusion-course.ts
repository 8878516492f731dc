/** A bolus and an infusion with its changes, pauses and stop, laid out in time. @module */
import {
  compareFractions,
  difference,
  exactIn,
  type Fraction,
  fractionOf,
  fractionText,
  nought,
  productOf,
  quotientOf,
  sum,
} from '../kernel/fraction.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import { amountIn, isObject, type NumberFault, shown } from './argument.ts'
import type { ExactAmount } from './delivered.ts'

/** One thing that is done, so many minutes after the start. */
export type CourseStep = { readonly at: Quantity } & (
  | { readonly do: 'bolus'; readonly amount: Quantity }
  /** Starts the pump, or changes its rate: mL/h or mg/h. */
  | { readonly do: 'rate'; readonly rate: Quantity }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'stop' }
)

/** What is in the bag, and what is done with it. */
export interface CoursePlan {
  /** mg/mL in the bag; bolus and infusion count the same salt. */
  readonly concentration: Quantity
  /** What the bag holds, mL. */
  readonly volume?: Quantity | undefined
  /** In the order of time; two at one time are done in the order of the list. */
  readonly steps: readonly CourseStep[]
}

/** Why there is no course. */
export type CourseFault =
  | NumberFault
  /** A step that is not possible there, such as to resume what runs, or no stop at the end. */
  | { readonly code: 'impossible-step'; readonly path: string }
  | { readonly code: 'volume-above-bag'; readonly path: string }

/** One stretch at one rate, or one bolus. */
export interface CourseStretch {
  readonly from: Quantity<'min'>
  readonly to: Quantity<'min'>
  readonly rate: Quantity<'mg/h'>
  readonly given: ExactAmount
  /** All that was given up to its end. */
  readonly total: ExactAmount
}

/** A course of infusion, exactly. */
export interface InfusionCourse {
  readonly stretches: readonly CourseStretch[]
  readonly total: ExactAmount
  /** What the pump gave, mL. */
  readonly pumped: Quantity<'mL'>
  readonly duration: Quantity<'min'>
}

const sixty = /* @__PURE__ */ fractionOf(60)

interface Running {
  at: Fraction
  /** mg/h. */
  rate: Fraction | undefined
  state: 'before' | 'running' | 'paused' | 'stopped'
  total: Fraction
  /** mg through the pump. */
  pumped: Fraction
  readonly stretches: CourseStretch[]
}

/**
 * What an infusion gives over time: boluses, rates, pauses and the stop, each stretch and the sum exactly.
 *
 * @param plan - what is in the bag, and the steps in their order
 * @returns mg for each stretch, as the nearest number and as a fraction; an error names the step
 * @throws Refusal `not-readable`, `altered-prototype`
 * @see safety requirement R-11
 *
 * @example
 * ```ts
 * const course = infusionCourse({
 *   concentration: { value: 0.5, unit: 'mg/mL' },
 *   steps: [
 *     { at: minutes(0), do: 'rate', rate: { value: 60, unit: 'mL/h' } },
 *     { at: minutes(10), do: 'pause' },
 *     { at: minutes(15), do: 'resume' },
 *     { at: minutes(45), do: 'stop' },
 *   ],
 * })
 * course.ok && course.value.total.value // => 20
 * ```
 */
export function infusionCourse(plan: CoursePlan): Result<InfusionCourse, CourseFault> {
  return answered(() => {
    demandUnaltered()
    const course = laidOut(plan)
    return course.ok ? ok(deepFreeze(course.value)) : course
  })
}

function laidOut({ concentration, volume, steps }: CoursePlan): Result<InfusionCourse, CourseFault> {
  const strength = amountIn(concentration, 'mg/mL', 'concentration')
  if (!strength.ok) return strength
  const held = volume === undefined ? undefined : amountIn(volume, 'mL', 'volume')
  if (held !== undefined && !held.ok) return held
  if (!Array.isArray(steps)) return err({ code: 'wrong-shape', path: 'steps' })
  const running: Running = {
    at: nought,
    rate: undefined,
    state: 'before',
    total: nought,
    pumped: nought,
    stretches: [],
  }
  for (const [index, step] of steps.entries()) {
    const fault = taken(running, step, `steps[${index}]`, strength.value)
    if (fault !== undefined) return err(fault)
  }
  const open = running.state === 'running' || running.state === 'paused'
  if (open || running.stretches.length === 0) return err({ code: 'impossible-step', path: 'steps' })
  const pumped = quotientOf(running.pumped, strength.value)
  if (held !== undefined && compareFractions(pumped, held.value) > 0)
    return err({ code: 'volume-above-bag', path: 'volume' })
  return ok({
    stretches: running.stretches,
    total: exactAmount(running.total),
    pumped: shown(pumped, 'mL'),
    duration: shown(running.at, 'min'),
  })
}

function exactAmount(mg: Fraction): ExactAmount {
  return { ...shown(mg, 'mg'), exact: fractionText(mg) }
}

function taken(
  running: Running,
  step: CourseStep,
  path: string,
  strength: Fraction,
): CourseFault | undefined {
  if (!isObject(step) || !isObject(step.at)) return { code: 'wrong-shape', path }
  const at = timeOf(step.at)
  if (at === undefined) return { code: 'wrong-shape', path: `${path}.at` }
  if (compareFractions(at, running.at) < 0) return { code: 'impossible-step', path: `${path}.at` }
  reached(running, at)
  switch (step.do) {
    case 'bolus':
      return bolus(running, step.amount, path)
    case 'rate':
      return paced(running, step.rate, path, strength)
    case 'pause':
      return moved(running, 'running', 'paused', path)
    case 'resume':
      return moved(running, 'paused', 'running', path)
    case 'stop':
      if (running.state === 'paused') return moved(running, 'paused', 'stopped', path)
      return moved(running, 'running', 'stopped', path)
    default:
      return { code: 'wrong-shape', path: `${path}.do` }
  }
}

/** Minutes from the start; the start itself is none. */
function timeOf(at: Quantity): Fraction | undefined {
  if (typeof at.value !== 'number' || typeof at.unit !== 'string' || at.value < 0) return undefined
  return exactIn(at, 'min')
}

/** Counts what runs up to a time. */
function reached(running: Running, at: Fraction): void {
  const time = quotientOf(difference(at, running.at), sixty)
  if (running.state === 'running' && running.rate !== undefined && time.top > 0n) {
    const given = productOf(running.rate, time)
    running.pumped = sum(running.pumped, given)
    added(running, at, running.rate, given)
  }
  running.at = at
}

function added(running: Running, to: Fraction, rate: Fraction, given: Fraction): void {
  running.total = sum(running.total, given)
  running.stretches.push({
    from: shown(running.at, 'min'),
    to: shown(to, 'min'),
    rate: shown(rate, 'mg/h'),
    given: exactAmount(given),
    total: exactAmount(running.total),
  })
}

function bolus(running: Running, amount: Quantity, path: string): CourseFault | undefined {
  if (running.state === 'stopped') return { code: 'impossible-step', path }
  const mg = amountIn(amount, 'mg', `${path}.amount`)
  if (!mg.ok) return mg.error
  added(running, running.at, nought, mg.value)
  return undefined
}

function paced(running: Running, rate: Quantity, path: string, strength: Fraction): CourseFault | undefined {
  if (running.state === 'stopped' || running.state === 'paused') return { code: 'impossible-step', path }
  const byMass = amountIn(rate, 'mg/h', `${path}.rate`)
  const flow = byMass.ok ? byMass : amountIn(rate, 'mL/h', `${path}.rate`)
  if (!flow.ok) return flow.error
  running.rate = byMass.ok ? byMass.value : productOf(flow.value, strength)
  running.state = 'running'
  return undefined
}

function moved(
  running: Running,
  from: Running['state'],
  to: Running['state'],
  path: string,
): CourseFault | undefined {
  if (running.state !== from) return { code: 'impossible-step', path }
  running.state = to
  return undefined
}
