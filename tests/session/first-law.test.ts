/** Knowing less of a visit never makes anyone ready. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { picks } from '../screening/blanking.ts'
import { everyBlankOfLog, everyBlankOfRecord, withLess } from './less.ts'
import { brokenBetween, judgedBoth } from './readiness-law.ts'
import { scriptedVisits, visits } from './visits.ts'

test('the scripted visits are ready before the dose and before the door, so that there is something to lose', () => {
  const ready = scriptedVisits.map((visit) => {
    const { start, home } = judgedBoth(visit)
    return [start.value.ready, home.value.ready]
  })
  expect(ready).toEqual([
    ['yes', 'unknown'],
    ['no', 'yes'],
    ['yes', 'unknown'],
    ['no', 'yes'],
  ])
})

// All of them are blanked in the long run; here so many of each visit, from its first entry to its last.
const some = <T>(all: readonly T[], count: number): readonly T[] =>
  all.filter((_, at) => Math.floor((at * count) / all.length) !== Math.floor(((at - 1) * count) / all.length))

test.each(scriptedVisits.map((visit) => [visit.context.asOf, visit] as const))(
  'first law: whichever single fact of the log of %s, or of the record beside it, is blanked',
  (_asOf, visit) => {
    for (const { what, visit: less } of [
      ...some(everyBlankOfLog(visit), 60),
      ...some(everyBlankOfRecord(visit), 15),
    ])
      expect({ what, broken: brokenBetween(less, visit) }).toEqual({ what, broken: [] })
  },
)

test('first law: a rule that is yes or no with less of a visit is the same with more, and nobody is ready with less alone', () => {
  fc.assert(
    fc.property(visits(6), picks(4), (visit, chosen) => {
      const { what, visit: less } = withLess(visit, chosen)
      expect({ what, broken: brokenBetween(less, visit) }).toEqual({ what, broken: [] })
    }),
    { numRuns: 60 },
  )
})
