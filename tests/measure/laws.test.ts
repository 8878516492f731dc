/** The laws of scoring, over instruments by chance and over every one that is shipped. */
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { type Filled, filled, forms } from './arbitrary.ts'
import {
  agreesPlainly,
  answersTheSameTwice,
  knowingLessMakesNobodySurer,
  marksWhatItFills,
  orderSaysNothing,
  raisingNeverLowers,
  staysInRange,
} from './laws.ts'
import { shipped } from './shipped.ts'

const keys = fc.array(fc.nat(100), { minLength: 1, maxLength: 8 })
const anything = { odd: true, stated: true }
const readable = { odd: false, stated: true }

function hold(odd: fc.Arbitrary<Filled>, plain: fc.Arbitrary<Filled>, runs: number): void {
  const law = (name: string, property: fc.IRawProperty<unknown>): void => {
    test(name, () => {
      fc.assert(property, { numRuns: runs })
    })
  }
  law('a total lies in its range', fc.property(odd, staysInRange))
  law('what was filled is marked', fc.property(odd, marksWhatItFills))
  law('raising an item never lowers the total or the band', fc.property(plain, fc.nat(), raisingNeverLowers))
  law(
    'taking an answer away completes nothing and makes nobody surer',
    fc.property(plain, fc.nat(), knowingLessMakesNobodySurer),
  )
  law('the order of a list says nothing', fc.property(odd, keys, orderSaysNothing))
  law('the same form gives the same bytes, and stays as it was', fc.property(odd, answersTheSameTwice))
  law('the engine and the plain scorer agree', fc.property(odd, agreesPlainly))
}

describe('any instrument', () => {
  hold(filled(anything), filled(readable), 2_000)
})

describe.each([...shipped.values()].filter(({ items }) => items.length > 0))('$id', (instrument) => {
  const of = (oddities: typeof anything) => forms(instrument, oddities).map((form) => ({ instrument, form }))
  hold(of(anything), of(readable), 60)
})
