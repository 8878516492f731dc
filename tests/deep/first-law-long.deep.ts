/** The first law, over fifty thousand more records, with more changes and more blanks. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { worlds } from '../screening/arbitrary.ts'
import { blanked, picks } from '../screening/blanking.ts'
import { brokenBy } from '../screening/first-law.ts'
import { inParts } from './parts.ts'

inParts(
  'first law, longer records: knowing less never makes anyone surer',
  { records: 50_000, aPart: 5_000, seed: 2_000 },
  fc.tuple(worlds(10), picks(8)),
  ([world, chosen]) => {
    const { what, draft } = blanked(world.draft, chosen, world.asOf)
    expect({ what, broken: brokenBy({ ...world, draft }, world) }).toEqual({ what, broken: [] })
  },
)
