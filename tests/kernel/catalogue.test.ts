/** Every code has its words. @module */
import { expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { us } from '../../src/content/us.ts'
import { englishCatalogue } from '../../src/kernel/catalogue.ts'
import { allCodes } from '../../src/kernel/codes.ts'
import { rulesOf } from '../../src/kernel/content.ts'

test.each([
  ['us', us],
  ['eu', eu],
] as const)('every code, action, question and rule of the pack %s is in the catalogue', (_id, pack) => {
  const texts = englishCatalogue(pack)
  const keys = [
    ...allCodes.map(({ code }) => `code/${code}`),
    ...Object.keys(pack.actions).map((code) => `action/${code}`),
    ...pack.facts.flatMap(({ id }) => [`label/${id}`, `ask/${id}`]),
    ...rulesOf(pack).flatMap(({ id }) => [`rule/${id}/statement`, `rule/${id}/because`]),
    'ask/list/conditions',
  ]
  expect(keys.filter((key) => (texts[key] ?? '').length < 5)).toEqual([])
})

test('a rule that has versions shows the words of the newest', () => {
  const versions = us.contraindications.filter((rule) => rule.id === 'blood-pressure/age-65-us')
  const newest = versions.toSorted((a, b) => b.version - a.version)[0]
  expect(versions.length).toBeGreaterThan(1)
  expect(englishCatalogue(us)['rule/blood-pressure/age-65-us/because']).toBe(newest?.because)
})

test('codes are unique, and each is a word of the list of severities', () => {
  const codes = allCodes.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(allCodes.every(({ severity }) => ['refused', 'set-aside', 'warning'].includes(severity))).toBe(true)
})
