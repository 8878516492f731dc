/** Sums of a plan against sums in whole numbers; the full grid runs among the long tests. */
import { expect, test } from 'vitest'
import { doses, mismatch, steps, strengths } from './grid.ts'
import { add, compare, decimal, isNearest } from './rational.ts'

test('every plan of a coarse grid is the one worked out in whole numbers', () => {
  const wrong: string[] = []
  for (const weight of [...steps(30, 250, 10, 110), 30.1, 45, 69.9, 70.2, 99.9, 100.1, 120.1, 249.9])
    for (const dose of doses)
      for (const strength of strengths) {
        const found = mismatch({ weight, dose, strength })
        if (found !== undefined) wrong.push(found)
      }
  expect(wrong).toEqual([])
})

test('the reference itself tells a wrong last digit', () => {
  const third = [1n, 3n] as const
  expect(isNearest(1 / 3, third)).toBe(true)
  expect(isNearest(1 / 3 + 2 ** -54, third)).toBe(false)
  expect(isNearest(0.1 + 0.2, add(decimal(0.1), decimal(0.2)))).toBe(false)
  expect(compare(decimal(5e-7), decimal(0.0000005))).toBe(0)
})
