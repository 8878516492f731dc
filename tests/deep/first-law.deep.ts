/** The first law, over fifty thousand records. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { worlds } from '../screening/arbitrary.ts'
import { blanked, picks } from '../screening/blanking.ts'
import { brokenBy } from '../screening/first-law.ts'
import { inParts } from './parts.ts'

inParts(
  'first law: knowing less never makes anyone surer',
  { records: 50_000, aPart: 5_000, seed: 1_000 },
  fc.tuple(worlds(6), picks(4)),
  ([world, chosen]) => {
    const { what, draft } = blanked(world.draft, chosen, world.asOf)
    expect({ what, broken: brokenBy({ ...world, draft }, world) }).toEqual({ what, broken: [] })
  },
)
