/** The planner and the one that tries everything come to the same plans, and to none for the same reasons. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plansAgree } from './planning.ts'
import { smallProblem } from './small-problems.ts'

test('a thousand small problems come out as trying everything has them', { timeout: 120_000 }, () => {
  const seen = { regular: 0, moved: 0, infeasible: 0 }
  fc.assert(
    fc.property(smallProblem, (problem) => {
      seen[plansAgree(problem)] += 1
    }),
    { numRuns: 1_000 },
  )
  // Plans that are easy would prove little.
  expect(seen.infeasible).toBeGreaterThan(200)
  expect(seen.moved).toBeGreaterThan(200)
  expect(seen.regular).toBeGreaterThan(200)
})
