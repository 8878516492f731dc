/** The laws of orders, over a few of them. */
import fc from 'fast-check'
import { test } from 'vitest'
import {
  blanked,
  blankingLiftsNothing,
  climbing,
  moreIsNotMilder,
  namelessLiftsNothing,
  orderSaysNothing,
  sprays,
  worlds,
} from './dose-laws.ts'

test('law: what is blanked makes no rule answer otherwise, and lets no order through', () => {
  fc.assert(fc.property(blanked, blankingLiftsNothing), { numRuns: 300 })
})

test('law: a plan that names no indication lets nothing through that one with its indication would not', () => {
  fc.assert(fc.property(sprays, namelessLiftsNothing), { numRuns: 100 })
})

test('law: a larger dose by weight is never looked at more mildly', () => {
  fc.assert(fc.property(climbing, moreIsNotMilder), { numRuns: 100 })
})

test('law: the order of earlier doses and of weights says nothing', () => {
  fc.assert(fc.property(worlds, orderSaysNothing), { numRuns: 100 })
})
