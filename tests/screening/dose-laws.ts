/** What holds of every order: less is known, less is answered; more is ordered, no more is let through. @module */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { PrescribedDose } from '../../src/dosing/dose.schema.ts'
import type { Context } from '../../src/kernel/content.ts'
import { type Decision, verdicts } from '../../src/kernel/decision.ts'
import type { Verdict } from '../../src/kernel/rule.ts'
import { checkDose, type DoseCheck, type DoseQuestion } from '../../src/screening/check-dose.ts'
import {
  devices,
  emergency,
  fixed,
  nowEu,
  nowUs,
  perKg,
  person,
  resistant,
  suicidality,
} from './dose-desk.ts'

export interface World {
  readonly context: 'us' | 'eu'
  readonly plan: { readonly product: string; readonly indication?: string }
  readonly dose: PrescribedDose
  readonly birthDate?: string
  readonly weights: readonly { readonly kg?: number; readonly at?: string }[]
  readonly session?: number
  readonly given?: readonly {
    readonly at?: string
    readonly mg?: number
    readonly mgPerKg?: number
    readonly delivered?: { readonly least: number; readonly most?: number }
  }[]
  readonly conditions: boolean
  readonly statements: boolean
}

const contexts: Readonly<Record<World['context'], Context>> = { us: nowUs, eu: nowEu }

function decided(world: World): Decision<DoseCheck> {
  const observations = world.weights.map(({ kg, at }) => ({
    name: 'body-weight',
    status: 'final',
    ...(kg === undefined ? { absent: 'not-readable' } : { value: { value: kg, unit: 'kg' } }),
    ...(at === undefined ? {} : { at }),
  }))
  const patient = person({
    observations,
    birthDate: world.birthDate ?? null,
    ...(world.conditions ? {} : { conditions: null }),
    ...(world.statements ? {} : { statements: null }),
  })
  const given = world.given?.map(({ delivered, ...dose }) => ({
    ...dose,
    ...(delivered === undefined
      ? {}
      : {
          delivered: {
            least: { value: delivered.least, unit: 'mg' as const },
            ...(delivered.most === undefined ? {} : { most: { value: delivered.most, unit: 'mg' as const } }),
          },
        }),
  }))
  const history = {
    ...(world.session === undefined ? {} : { session: world.session }),
    ...(given === undefined ? {} : { given }),
  }
  const question: DoseQuestion = { dose: world.dose, plan: world.plan, patient, history }
  return checkDose(question, contexts[world.context])
}

const at = fc.constantFrom(
  '2026-11-22T06:00:00-05:00',
  '2026-11-21T15:00:00Z',
  '2026-11-18T15:00:00Z',
  '2026-11-14T15:00:00Z',
  '2026-11-10T15:00:00Z',
)
const delivered = fc
  .tuple(fc.constantFrom(0, 20, 28), fc.constantFrom(28, 35, 56))
  .map(([least, most]) => ({ least, most }))
const earlier = fc.record({
  at,
  mg: fc.constantFrom(28, 35, 56, 84),
  mgPerKg: fc.constantFrom(0.5, 0.6, 0.9),
  delivered,
})
const weight = fc.record({
  kg: fc.constantFrom(44, 70, 72, 116, 154),
  at: fc.constantFrom('2026-11-22', '2026-11-18', '2026-11-10', '2026-10-20'),
})
const course = {
  context: fc.constantFrom('us' as const, 'eu' as const),
  birthDate: fc.constantFrom('1984-05-17', '1961-11-22', '1961-11-23', '1940-01-01'),
  weights: fc.array(weight, { maxLength: 3 }),
  session: fc.integer({ min: 1, max: 10 }),
  given: fc.array(earlier, { maxLength: 3 }),
  conditions: fc.constant(true),
  statements: fc.constant(true),
}
export const sprays = fc.record({
  ...course,
  plan: fc
    .constantFrom(resistant, suicidality, emergency, 'another')
    .map((indication) => ({ product: 'esketamine-nasal', indication })),
  dose: fc.integer({ min: 1, max: 4 }).map(devices),
})
const injections = fc.record({
  ...course,
  plan: fc
    .constantFrom('ketamine-iv', 'ketamine-im', 'ketamine-sc')
    .map((product) => ({ product, indication: resistant })),
  dose: fc.oneof(
    fc
      .tuple(fc.constantFrom(0.4, 0.5, 0.6, 0.9, 1, 1.1, 7), fc.constantFrom(undefined, 1, 30, 40, 60))
      .map(([dose, minutes]) => perKg(dose, minutes)),
    fc
      .tuple(fc.constantFrom(20, 35, 60, 61, 100, 101), fc.constantFrom(undefined, 1, 30, 40, 60))
      .map(([dose, minutes]) => fixed(dose, minutes)),
  ),
})
export const worlds: fc.Arbitrary<World> = fc.oneof(sprays, injections)

/** The world with one thing in it unknown. */
const blanks: readonly ((world: World, pick: number) => World)[] = [
  ({ birthDate: _, ...world }) => world,
  ({ session: _, ...world }) => world,
  ({ given: _, ...world }) => world,
  (world) => ({ ...world, conditions: false }),
  (world) => ({ ...world, statements: false }),
  (world, pick) => ({ ...world, weights: changed(world.weights, pick, ({ kg: _, ...weight }) => weight) }),
  (world, pick) => ({ ...world, weights: changed(world.weights, pick, ({ at: _, ...weight }) => weight) }),
  inGiven(({ at: _, ...dose }) => dose),
  inGiven(({ mg: _, ...dose }) => dose),
  inGiven(({ mgPerKg: _, ...dose }) => dose),
  inGiven(({ delivered: _, ...dose }) => dose),
  inGiven(({ delivered, ...dose }) =>
    delivered === undefined ? dose : { ...dose, delivered: { least: 0 } },
  ),
]

type Given = NonNullable<World['given']>[number]

function inGiven(change: (dose: Given) => Given): (world: World, pick: number) => World {
  return (world, pick) =>
    world.given === undefined ? world : { ...world, given: changed(world.given, pick, change) }
}

function changed<T>(list: readonly T[], pick: number, change: (one: T) => T): readonly T[] {
  return list.map((one, place) => (place === pick % list.length ? change(one) : one))
}

const truthsOf = (decision: Decision<DoseCheck>) =>
  new Map(decision.findings.map(({ rule, truth }) => [rule.id, truth] as const))

/** What is blanked makes no rule answer otherwise, and lets no order through. */
export function blankingLiftsNothing([world, steps]: readonly [
  World,
  readonly (readonly [number, number])[],
]): void {
  const less = steps.reduce((one, [which, pick]) => blanks[which]?.(one, pick) ?? one, world)
  const [known, blank] = [decided(world), decided(less)]
  const inKnown = truthsOf(known)
  const inBlank = truthsOf(blank)
  for (const [rule, truth] of inBlank) if (truth === 'yes') expect(inKnown.get(rule), rule).toBe('yes')
  for (const [rule] of inKnown) expect(inBlank.has(rule), rule).toBe(true)
  if (blank.verdict === 'no-finding') expect(known.verdict).toBe('no-finding')
  if (blank.verdict === 'caution') expect(['caution', 'no-finding']).toContain(known.verdict)
}

/** Worlds, and what is blanked in them. */
export const blanked = fc.tuple(
  worlds,
  fc.array(fc.tuple(fc.nat({ max: blanks.length - 1 }), fc.nat({ max: 5 })), { minLength: 1, maxLength: 3 }),
)

const rank = (verdict: Verdict) => verdicts.indexOf(verdict)

/** A plan that names no indication lets nothing through that one with its indication would not. */
export function namelessLiftsNothing(world: World): void {
  const unnamed = decided({ ...world, plan: { product: world.plan.product } })
  expect(['contraindicated', 'hold', 'indeterminate']).toContain(unnamed.verdict)
  expect(rank(unnamed.verdict)).toBeLessThanOrEqual(Math.max(rank(decided(world).verdict), 2))
}

const amounts = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 2, 4.5, 6.5, 13] as const

/**
 * A larger dose by weight is never looked at more mildly, up to 120 kg.
 *
 * Above, the reference itself is milder: 60 mg at the level of 0.5 mg/kg and 100 mg at any other (pol-dose-max-mg-iv).
 */
export function moreIsNotMilder([world, step]: readonly [World, number]): void {
  const course = { ...world, given: [], weights: world.weights.filter(({ kg = 0 }) => kg <= 120) }
  const [small, large] = [amounts[step] ?? 1, amounts[step + 1] ?? 13].map(
    (amount) => decided({ ...course, dose: perKg(amount, 40) }).verdict,
  )
  expect(rank(large ?? 'no-finding')).toBeLessThanOrEqual(rank(small ?? 'no-finding'))
}

/** Injections, and how far up the scale of doses to look. */
export const climbing = fc.tuple(injections, fc.nat({ max: 8 }))

/** The order of earlier doses and of weights says nothing. */
export function orderSaysNothing(world: World): void {
  const turned = { ...world, weights: world.weights.toReversed(), given: (world.given ?? []).toReversed() }
  expect(decided(turned).findings).toEqual(decided(world).findings)
  expect(decided(turned).value).toEqual(decided(world).value)
}
