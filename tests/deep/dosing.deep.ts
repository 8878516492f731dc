/** The laws of dosing over many logs and plans, and the whole grid of weight, dose and strength. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doses, mismatch, steps, strengths } from '../dosing/grid.ts'
import {
  addingNeverLowers,
  administration,
  everythingIsAccountedFor,
  heavierNeverLess,
  knownLogs,
  logs,
  orderNeverMatters,
  orders,
  roundingNeverCrosses,
} from '../dosing/laws.ts'
import { inParts } from './parts.ts'

const size = { records: 200_000, aPart: 40_000 }

inParts(
  'drawn is delivered, wasted and remaining, exactly',
  { ...size, seed: 30_000 },
  knownLogs,
  everythingIsAccountedFor,
)
inParts(
  'totals never fall when an administration is added',
  { ...size, seed: 31_000 },
  fc.tuple(logs, administration, fc.boolean()),
  ([log, added, timed]) => addingNeverLowers(log, added, timed),
)
inParts(
  'the order in which a log is handed over changes nothing',
  { ...size, seed: 32_000 },
  fc.tuple(logs, fc.array(fc.nat(100), { minLength: 1, maxLength: 20 })),
  ([log, keys]) => orderNeverMatters(log, keys),
)
inParts('a heavier patient is never given less', { ...size, seed: 33_000 }, orders, heavierNeverLess)
inParts('rounding never crosses a limit', { ...size, seed: 34_000 }, orders, roundingNeverCrosses)

// Eleven parts of twenty kilograms, the last one with its end.
const grid = steps(30, 230, 1, 20).map((from) => [from, from === 230 ? 250 : from + 19.9] as const)

test.each(grid)(
  'every plan from %d to %d kg by a tenth is the one worked out in whole numbers',
  (from, to) => {
    const wrong: string[] = []
    for (const weight of steps(from, to, 10))
      for (const dose of doses)
        for (const strength of strengths) {
          const found = mismatch({ weight, dose, strength })
          if (found !== undefined) wrong.push(found)
        }
    expect(wrong).toEqual([])
  },
)
