/** The machine of a visit against a second one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothAgree, ordinarySteps, partOfAVisit, runs } from './machine.ts'

test('an ordinary visit comes to where the person is found ready', () => {
  expect(partOfAVisit(ordinarySteps).model.phase).toBe('ready')
})

test('law: two machines agree on every entry, and none leads to ready without the readings and the hours', () => {
  fc.assert(fc.property(runs(20), fc.nat({ max: ordinarySteps }), bothAgree), { numRuns: 150 })
})
