/** A reading as a caller writes it, checked field by field. @module */
import { isObject } from '../judgement/context.ts'
import { checkBounds } from '../kernel/bounds.ts'
import { badArgument, outOfBounds, pressuresInverted, unknownKey, unknownUnit } from '../kernel/codes.ts'
import { canonicalUnit, type Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, isInstant } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Reading } from './session.schema.ts'
import { readVitals, vitalRows } from './vitals.ts'

/** Vital signs taken together, and when; without a time they were taken now. */
export interface TimedReading extends Reading {
  readonly at?: Instant
}

const others = ['onOxygen', 'position', 'unread', 'at']
const vitals: readonly string[] = vitalRows.map(({ vital }) => vital)
const truths: readonly unknown[] = ['yes', 'no', 'unknown']
const positions: readonly unknown[] = ['sitting', 'lying', 'standing', 'unknown']

/**
 * The reading, once every field of it is found to be one.
 *
 * @throws Refusal `bad-argument`, `unknown-key`, `unknown-unit`, `out-of-bounds`, `pressures-inverted`
 */
export function checkedReading(reading: TimedReading, path: string): TimedReading {
  if (!isObject(reading) || Array.isArray(reading)) throw new Refusal(badArgument, path)
  // A misspelt vital sign would else be one that was not taken.
  for (const key of Object.keys(reading)) {
    if (!vitals.includes(key) && !others.includes(key)) throw new Refusal(unknownKey, path)
  }
  for (const { vital, fact } of vitalRows) {
    const given = reading[vital]
    if (given !== undefined) checkValue(given, fact, `${path}.${vital}`)
  }
  const { systolic, diastolic, onOxygen, position, unread, at } = reading
  if (onOxygen !== undefined && !truths.includes(onOxygen)) throw new Refusal(badArgument, `${path}.onOxygen`)
  if (position !== undefined && !positions.includes(position))
    throw new Refusal(badArgument, `${path}.position`)
  if (unread !== undefined && !(Array.isArray(unread) && unread.every((one) => vitals.includes(one)))) {
    throw new Refusal(badArgument, `${path}.unread`)
  }
  if (at !== undefined && !isInstant(at)) throw new Refusal(badArgument, `${path}.at`)
  if (systolic !== undefined && diastolic !== undefined && unread === undefined) {
    if (readVitals({ systolic, diastolic }).unread.length > 0) throw new Refusal(pressuresInverted, path)
  }
  return reading
}

function checkValue(given: Quantity, fact: string, path: string): void {
  if (!isObject(given) || typeof given.value !== 'number') throw new Refusal(badArgument, path)
  if (typeof given.unit !== 'string' || canonicalUnit(given.unit) === undefined) {
    throw new Refusal(unknownUnit, `${path}.unit`)
  }
  const found = checkBounds(fact, given)
  if (found === 'wrong-unit') throw new Refusal(unknownUnit, `${path}.unit`)
  if (found === 'impossible') throw new Refusal(outOfBounds, path)
}

/**
 * The signs, each with an answer.
 *
 * @throws Refusal `bad-argument`
 */
export function checkedSigns(
  signs: Readonly<Record<string, Truth>> | undefined,
): Readonly<Record<string, Truth>> {
  if (signs === undefined) return {}
  if (!isObject(signs) || Array.isArray(signs)) throw new Refusal(badArgument, 'signs')
  for (const key of Object.keys(signs))
    if (!truths.includes(signs[key])) throw new Refusal(badArgument, 'signs')
  return signs
}

/** The range of each scale that rules ask of, by its fact. */
const scaleRanges: Readonly<Record<string, readonly [number, number]>> = {
  alertness: [0, 5],
  'agitation-sedation': [-5, 4],
  dissociation: [0, 112],
}

/**
 * Scores of scales, by the id of their fact.
 *
 * @throws Refusal `bad-argument`, `out-of-bounds`
 */
export function checkedScales(
  scales: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> {
  if (scales === undefined) return {}
  if (!isObject(scales) || Array.isArray(scales)) throw new Refusal(badArgument, 'scales')
  for (const key of Object.keys(scales)) {
    const range = Object.hasOwn(scaleRanges, key) ? scaleRanges[key] : undefined
    const score: unknown = scales[key]
    if (range === undefined || typeof score !== 'number') throw new Refusal(badArgument, 'scales')
    if (!Number.isInteger(score) || score < range[0] || score > range[1]) {
      throw new Refusal(outOfBounds, `scales.${key}`)
    }
  }
  return scales
}
