/** The engine and the plain reading, on the same records: they agree on every question, rule and verdict. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsed, worlds } from './arbitrary.ts'
import { agreesPlainly, disagreements, packOf } from './plain-screen.ts'

test('law: the engine finds what the plain reading finds, rule by rule', () => {
  fc.assert(
    fc.property(worlds(8), (world) => {
      const { engine, plain } = agreesPlainly(world)
      expect(engine).toEqual(plain)
    }),
    { numRuns: 300 },
  )
})

test('law: the engine answers every question as the plain reading does, also those no rule asks yet', () => {
  fc.assert(
    fc.property(worlds(8), (world) => {
      expect(disagreements(world)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('the records of this suite are not all alike', () => {
  const verdicts = new Map<string, number>()
  for (const world of fc.sample(worlds(4), { numRuns: 400, seed: 7 })) {
    const { verdict } = agreesPlainly(world).plain
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    expect(parsed(world.draft).format).toBe(packOf(world).format.replace('content', 'patient'))
  }
  expect([...verdicts.keys()].sort()).toEqual([
    'caution',
    'contraindicated',
    'hold',
    'indeterminate',
    'no-finding',
  ])
})
