/** The first law for readiness: over two hundred thousand visits, and over every single fact of the scripted ones. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { picks } from '../screening/blanking.ts'
import { everyBlankOfLog, everyBlankOfRecord, withLess } from '../session/less.ts'
import { brokenBetween } from '../session/readiness-law.ts'
import { scriptedVisits, visits } from '../session/visits.ts'
import { inParts } from './parts.ts'

test.each(scriptedVisits.map((visit) => [visit.context.asOf, visit] as const))(
  'first law: whichever single fact of the visit at %s is blanked',
  (_asOf, visit) => {
    for (const { what, visit: less } of [...everyBlankOfLog(visit), ...everyBlankOfRecord(visit)])
      expect({ what, broken: brokenBetween(less, visit) }).toEqual({ what, broken: [] })
  },
)

inParts(
  'first law of a visit: knowing less never makes anyone ready',
  { records: 200_000, aPart: 10_000, seed: 6_000 },
  fc.tuple(visits(8), picks(4)),
  ([visit, chosen]) => {
    const { what, visit: less } = withLess(visit, chosen)
    expect({ what, broken: brokenBetween(less, visit) }).toEqual({ what, broken: [] })
  },
)
