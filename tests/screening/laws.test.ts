/** What holds of every judgement, whoever the patient is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settledRecord, type World, worlds } from './arbitrary.ts'
import {
  addingLiftsNothing,
  changesLift,
  contraindications,
  findingsReplay,
  freshOnTheSameFacts,
  inputsStay,
  judged,
  orderChangesNothing,
  overridesCount,
  refutingLiftsNothing,
  resultIsPlain,
  wordAgrees,
} from './laws.ts'

const numbers = fc.array(fc.nat(1000), { minLength: 5, maxLength: 12 })
const forAll = (most: number, runs: number, check: (world: World) => void) =>
  fc.assert(fc.property(worlds(most), check), { numRuns: runs })

test('law: adding a recorded contraindication never lifts a verdict', () => {
  fc.assert(fc.property(worlds(5), contraindications, addingLiftsNothing), { numRuns: 300 })
})

test('law: a refuted entry beside a confirmed one lifts nothing', () => {
  forAll(6, 200, refutingLiftsNothing)
})

test('law: the order of entries, and the same entry twice, change nothing in the whole decision', () => {
  fc.assert(fc.property(worlds(8), numbers, orderChangesNothing), { numRuns: 250 })
})

test('law: the word alone is the word of the whole decision', () => {
  forAll(6, 200, wordAgrees)
})

test('law: a decision is frozen plain JSON, worst first, and comes back from its text as it went in', () => {
  forAll(6, 200, resultIsPlain)
})

test('law: a judgement leaves what it was given as it was, and keeps none of it', () => {
  forAll(5, 150, inputsStay)
})

test('law: every finding is replayed from itself, also from its JSON', () => {
  forAll(6, 250, findingsReplay)
})

test('law: what would change lifts the finding, and nothing of it can be left out', () => {
  forAll(5, 150, changesLift)
})

test('law: an override marks its finding, leaves at best a caution, and lapses with its grounds', () => {
  forAll(5, 150, overridesCount)
})

test('law: a decision is fresh on the same facts and stale under other tables', () => {
  forAll(5, 100, freshOnTheSameFacts)
})

test('against the settled record nothing stands, whatever the product', () => {
  const products = [
    'esketamine-nasal',
    'ketamine-iv',
    'ketamine-im',
    'ketamine-sc',
    'ketamine-oral',
    'ketamine-sublingual',
    'ketamine-nasal-compounded',
  ]
  for (const product of products) {
    for (const pack of ['us', 'eu'] as const) {
      const world = {
        asOf: '2026-11-22T09:00:00-05:00',
        zone: 'America/New_York',
        draft: settledRecord,
        product,
        pack,
      }
      expect([product, pack, judged(world).verdict]).toEqual([product, pack, 'no-finding'])
    }
  }
})
