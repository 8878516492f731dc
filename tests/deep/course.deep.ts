/** The planner against the one that tries everything, over many small problems. */
import { expect, test } from 'vitest'
import { plansAgree } from '../course/planning.ts'
import { smallProblem } from '../course/small-problems.ts'
import { inParts } from './parts.ts'

const records = 20_000
const seen = { regular: 0, moved: 0, infeasible: 0 }

inParts(
  'a small problem comes out as trying everything has it',
  { records, aPart: 5_000, seed: 70_000 },
  smallProblem,
  (problem) => {
    seen[plansAgree(problem)] += 1
  },
)

test('many of them had no plan, and many one in which sessions stand away from their places', () => {
  expect(seen.infeasible).toBeGreaterThan(records / 6)
  expect(seen.moved).toBeGreaterThan(records / 6)
  expect(seen.regular).toBeGreaterThan(records / 6)
})
