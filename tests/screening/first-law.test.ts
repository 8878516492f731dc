/** Knowing less never makes anyone surer. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { worlds } from './arbitrary.ts'
import { blanked, everyBlanking, picks } from './blanking.ts'
import { brokenBy } from './first-law.ts'

test('first law: a rule that is yes or no with less information is the same with more, and no hold becomes a caution', () => {
  fc.assert(
    fc.property(worlds(6), picks(4), (world, chosen) => {
      const { what, draft } = blanked(world.draft, chosen, world.asOf)
      expect({ what, broken: brokenBy({ ...world, draft }, world) }).toEqual({ what, broken: [] })
    }),
    { numRuns: 400 },
  )
})

test('first law: whichever single fact of a record is blanked', () => {
  fc.assert(
    fc.property(worlds(3), (world) => {
      for (const { what, draft } of everyBlanking(world.draft, world.asOf).slice(0, 60)) {
        expect({ what, broken: brokenBy({ ...world, draft }, world) }).toEqual({ what, broken: [] })
      }
    }),
    { numRuns: 12 },
  )
})
