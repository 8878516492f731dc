/** Every rule against its cases, and every rule has them. @module */
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { us } from '../../src/content/us.ts'
import { rulesOf } from '../../src/kernel/content.ts'
import { leavesOf } from '../../src/rules/compile.ts'
import { allCases, answerOf } from './cases.ts'

const cases = allCases()
const byRule = new Map<string, (typeof cases)[number][]>()
for (const one of cases) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one])

describe.each([...byRule])('%s', (_rule, all) => {
  test.each(all.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(answerOf(one)).toMatchObject({
      truth: one.truth,
      ...(one.verdict === undefined ? {} : { verdict: one.verdict }),
    })
  })
})

const rules = new Set([...rulesOf(us), ...rulesOf(eu)].map((rule) => rule.id))

// What kind of record it is, is one question: each state is a yes of its own row, `record/unknown` the unknown of all.
const asked = [...rules].filter((rule) => !rule.startsWith('record/'))

// Rows on what the plan itself says ask nothing of the record: they hold, or they are not in force.
const ofThePlan = new Set(
  [...rulesOf(us), ...rulesOf(eu)].filter(({ when }) => leavesOf(when).length === 0).map(({ id }) => id),
)

test.each([...asked].sort())('%s has a patient it stops, one it passes and one it cannot judge', (rule) => {
  const truths = new Set((byRule.get(rule) ?? []).map((one) => one.truth))
  const needed = ofThePlan.has(rule) ? ['yes', 'not-in-force'] : ['yes', 'no', 'unknown']
  expect(needed.filter((truth) => !truths.has(truth as 'yes'))).toEqual([])
})

test('no case is about a rule that does not exist', () => {
  expect([...byRule.keys()].filter((rule) => !rules.has(rule))).toEqual([])
})

test('each state of a record has its patient', () => {
  const states = [...rules].filter((rule) => rule.startsWith('record/'))
  const answered = states.map((rule) => (byRule.get(rule) ?? []).map((one) => one.truth))
  expect(answered.every((truths) => truths.includes('no') && truths.some((truth) => truth !== 'no'))).toBe(
    true,
  )
})
