/** Laws of graded vital signs, to be held against few readings or many. @module */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Context } from '../../src/kernel/content.ts'
import { assessVitals, type TimedReading, type VitalGrade } from '../../src/session/assess-vitals.ts'
import type { Vital } from '../../src/session/vitals.ts'

/** The range each vital sign can have in a living adult, as the table of plausible values gives it. */
export const ranges: Readonly<Record<Vital, readonly [number, number]>> = {
  systolic: [30, 350],
  diastolic: [10, 250],
  heartRate: [10, 350],
  respiratoryRate: [1, 80],
  oxygenSaturation: [20, 100],
  temperature: [25, 45],
}

const unitOf: Readonly<Record<Vital, string>> = {
  systolic: 'mm[Hg]',
  diastolic: 'mm[Hg]',
  heartRate: '/min',
  respiratoryRate: '/min',
  oxygenSaturation: '%',
  temperature: 'Cel',
}

export type Values = Readonly<Partial<Record<Vital, number>>>

export const vitalNames: readonly Vital[] = [
  'systolic',
  'diastolic',
  'heartRate',
  'respiratoryRate',
  'oxygenSaturation',
  'temperature',
]

/** Everything read, and nothing of it remarkable. */
export const calm = {
  systolic: 120,
  diastolic: 78,
  heartRate: 72,
  respiratoryRate: 14,
  oxygenSaturation: 98,
  temperature: 36.8,
} as const

/** Numbers as a reading, on room air where nothing else is said. */
export function readingOf(values: Values, air: NonNullable<World['air']> = 'no'): TimedReading {
  const reading: { -readonly [K in Vital]?: { value: number; unit: string } } = {}
  for (const vital of vitalNames) {
    const value = values[vital]
    if (value !== undefined) reading[vital] = { value, unit: unitOf[vital] }
  }
  return { ...reading, onOxygen: air }
}

/** A reading with what was asked beside it. */
export interface World {
  readonly values: Values
  /** Whether oxygen was given; left out, none was. */
  readonly air?: 'no' | 'yes' | 'unknown'
  readonly baseline: Values | undefined
  readonly signs: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>
  readonly scales: Readonly<Record<string, number>>
}

export function gradesOf(world: World, context: Context) {
  const { values, air, baseline, signs, scales } = world
  return assessVitals(
    {
      reading: readingOf(values, air),
      ...(baseline === undefined ? {} : { baseline: readingOf(baseline) }),
      signs,
      scales,
    },
    context,
  ).value
}

const mildestFirst: readonly VitalGrade[] = ['within', 'alert', 'unknown', 'stop', 'emergency']

export function rank(grade: VitalGrade): number {
  return mildestFirst.indexOf(grade)
}

const numberIn = (vital: Vital) => {
  const [least, most] = ranges[vital]
  // Near the limits more than elsewhere, and between two units too.
  const near = {
    systolic: 165,
    diastolic: 105,
    heartRate: 85,
    respiratoryRate: 10,
    oxygenSaturation: 92,
    temperature: 37,
  }
  const whole = fc.integer({ min: least, max: most })
  const close = fc.integer({ min: -200, max: 200 }).map((tenths) => near[vital] + tenths / 10)
  return fc.oneof(
    whole,
    close.map((value) => Math.min(most, Math.max(least, Math.round(value * 10) / 10))),
  )
}

/** Values of which the pressures are those of a cuff. */
const readable = fc
  .record({
    systolic: numberIn('systolic'),
    diastolic: numberIn('diastolic'),
    heartRate: numberIn('heartRate'),
    respiratoryRate: numberIn('respiratoryRate'),
    oxygenSaturation: numberIn('oxygenSaturation'),
    temperature: numberIn('temperature'),
  })
  .map((values) =>
    values.systolic > values.diastolic
      ? values
      : { ...values, diastolic: 10, systolic: Math.max(30, values.systolic) },
  )

export const worlds: fc.Arbitrary<World> = fc.record({
  values: readable,
  air: fc.constantFrom('no', 'no', 'no', 'yes', 'unknown'),
  baseline: fc.option(readable, { nil: undefined, freq: 2 }),
  signs: fc.record({ 'sign-chest-pain': fc.constantFrom<'yes' | 'no'>('no', 'no', 'no', 'yes') }),
  scales: fc.record({ alertness: fc.constantFrom(5, 5, 5, 4, 3, 0) }),
})

/** A world, a vital sign, and three values of it from lowest to highest. */
export const steps = fc
  .constantFrom(...vitalNames)
  .chain((vital) =>
    fc.tuple(worlds, fc.constant(vital), fc.array(numberIn(vital), { minLength: 3, maxLength: 3 })),
  )

/**
 * A value between two others is no worse than both: there is one calm stretch, and away from it no step is milder.
 *
 * What is worse in one direction alone is checked in that direction.
 */
export function aWorseValueIsNeverMilder(
  [world, vital, three]: readonly [World, Vital, readonly number[]],
  context: Context,
): void {
  const [low = 0, middle = 0, high = 0] = [...three].sort((a, b) => a - b)
  const at = (value: number) => {
    const values = cuff({ ...world.values, [vital]: value }, vital)
    if (values === undefined) return undefined
    const { grade, vitals } = gradesOf({ ...world, values }, context)
    return { whole: rank(grade), own: rank(vitals.find((one) => one.vital === vital)?.grade ?? 'unknown') }
  }
  const [a, b, c] = [at(low), at(middle), at(high)]
  if (a === undefined || b === undefined || c === undefined) return
  expect(b.whole).toBeLessThanOrEqual(Math.max(a.whole, c.whole))
  expect(b.own).toBeLessThanOrEqual(Math.max(a.own, c.own))
  if (vital === 'oxygenSaturation') expect([a.own >= b.own, b.own >= c.own]).toEqual([true, true])
  if (vital === 'diastolic') expect([a.own <= b.own, b.own <= c.own]).toEqual([true, true])
}

/** The other pressure moved out of the way, where there is room. */
function cuff(values: Values, moved: Vital): Values | undefined {
  const { systolic, diastolic } = values
  if (systolic === undefined || diastolic === undefined || systolic > diastolic) return values
  return moved === 'temperature' ? values : undefined
}

/** Knowing less never makes a reading milder; a row that is met stays met. */
export function blankingIsNeverMilder(
  world: World,
  blanked: { readonly vitals: readonly Vital[]; readonly sign: boolean; readonly air: boolean },
  context: Context,
): void {
  const values = Object.fromEntries(
    Object.entries(world.values).filter(([key]) => !blanked.vitals.some((one) => one === key)),
  )
  const signs: World['signs'] = blanked.sign ? { 'sign-chest-pain': 'unknown' } : world.signs
  const air = blanked.air ? 'unknown' : (world.air ?? 'no')
  const less = gradesOf({ ...world, values, signs, air }, context).grade
  const whole = gradesOf(world, context).grade
  const allowed: Readonly<Record<VitalGrade, readonly VitalGrade[]>> = {
    within: ['within'],
    alert: ['within', 'alert'],
    unknown: mildestFirst,
    stop: ['stop', 'emergency'],
    emergency: ['emergency'],
  }
  expect(allowed[less]).toContain(whole)
}

/** What is found beside a reading raises its grade or leaves it. */
export function moreIsNeverMilder(world: World, context: Context): void {
  const whole = rank(gradesOf(world, context).grade)
  const withSign = gradesOf({ ...world, signs: { ...world.signs, 'sign-chest-pain': 'yes' } }, context)
  expect(rank(withSign.grade)).toBeGreaterThanOrEqual(whole)
  const alone = gradesOf({ ...world, baseline: undefined }, context)
  expect(rank(alone.grade)).toBeLessThanOrEqual(whole)
  expect(alone.vitals.some((one) => one.change !== undefined)).toBe(false)
}
