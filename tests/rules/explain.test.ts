/** What a finding says for itself, and how a rule reads aloud. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactRead } from '../../src/kernel/decision.ts'
import {
  age,
  all,
  amount,
  any,
  atLeastN,
  type Comparison,
  type Condition,
  dailyAmount,
  fromPolicy,
  graded,
  has,
  hasEver,
  ifRecorded,
  isNot,
  latest,
  since,
  span,
  stated,
  takes,
  worst,
} from '../../src/kernel/rule.ts'
import { describeCondition, replay } from '../../src/rules/explain.ts'
import { answered } from './arbitrary.ts'
import { evaluate, questionsOf } from './interpreter.ts'

test('law: replaying the reads of a condition gives the plain answer', () => {
  fc.assert(
    fc.property(answered(12), ([condition, answers]) => {
      const names = questionsOf(condition).map((leaf) => (leaf.kind === 'age' ? 'age' : leaf.fact))
      const reads = names.map((fact, place): FactRead => ({ fact, truth: answers[place] ?? 'unknown' }))
      const plain = evaluate(
        condition,
        (leaf) => answers[names.indexOf(leaf.kind === 'age' ? 'age' : leaf.fact)] ?? 'unknown',
      )
      expect(replay(condition, reads)).toBe(plain)
    }),
    { numRuns: 1000 },
  )
})

test.each<[Exclude<Comparison, object>, readonly string[]]>([
  ['above', ['no', 'no', 'yes']],
  ['at-least', ['no', 'yes', 'yes']],
  ['below', ['yes', 'no', 'no']],
  ['at-most', ['yes', 'yes', 'no']],
])('a number is compared again on replay: %s', (is, expected) => {
  const condition = latest('systolic-pressure', is, amount(140, 'mm[Hg]'), span(30, 'd'))
  const limit = { is, value: 140, unit: 'mm[Hg]' }
  const again = [139, 140, 141].map((value) =>
    // The answer written down is wrong on purpose, so that only the comparison can give the right one.
    (['yes', 'no'] as const).map((truth) =>
      replay(condition, [{ fact: 'systolic-pressure', truth, value, unit: 'mm[Hg]', limit }]),
    ),
  )
  expect(again).toEqual(expected.map((answer) => [answer, answer]))
})

test('a read without its number, in another unit or not known keeps the answer it carries', () => {
  const condition = age('at-least', 65)
  const limit = { is: 'at-least', value: 65, unit: 'a' }
  const read: FactRead = { fact: 'age', truth: 'no', limit }
  expect(replay(condition, [read])).toBe('no')
  expect(replay(condition, [{ ...read, value: 70, unit: 'mo' }])).toBe('no')
  expect(replay(condition, [{ ...read, truth: 'unknown', value: 70, unit: 'a' }])).toBe('unknown')
  expect(replay(condition, [{ ...read, value: 70, unit: 'a' }])).toBe('yes')
  expect(replay(condition, [{ ...read, value: 70, unit: 'a', limit: { ...limit, is: 'near' } }])).toBe('no')
  expect(replay(condition, [{ fact: 'age', truth: 'no', value: 70, unit: 'a' }])).toBe('no')
  expect(replay(has('q0'), [{ fact: 'q0', truth: 'no', value: 70, unit: 'a', limit }])).toBe('no')
})

test('a read that is missing is unknown', () => {
  expect(replay(has('q0'), [])).toBe('unknown')
  expect(replay(any(has('q0'), has('q1')), [{ fact: 'q0', truth: 'no' }])).toBe('unknown')
})

const label = (fact: string) => fact

test.each<[Condition, string]>([
  // All of nothing: the plan alone is the matter, and the record is not asked.
  [all(), 'always'],
  [isNot(all()), 'not: (always)'],
  [all(hasEver('aneurysm'), age('at-least', 65)), 'all of: has or ever had aneurysm; age at least 65 years'],
  [any(has('a'), all(has('b'), has('c'))), 'any of: has a; (all of: has b; has c)'],
  [isNot(any(has('a'), has('b'))), 'not: (any of: has a; has b)'],
  [atLeastN(2, has('a'), has('b'), isNot(has('c'))), 'at least 2 of: has a; has b; not: has c'],
  [since('stroke', 'below', span(42, 'd')), 'last stroke below 42 days ago'],
  [
    since('stroke', { side: 'below', edge: 'e' }, span(6, 'mo')),
    'last stroke below (or at: policy “e”) 6 months ago',
  ],
  [takes('maoi'), 'takes maoi'],
  [takes('maoi', span(2, 'wk')), 'takes maoi, or did within 2 weeks'],
  [takes('maoi', fromPolicy('window')), 'takes maoi, or did within policy “window”'],
  [
    latest('bp', 'above', amount(140, 'mm[Hg]'), span(15, 'min')),
    'latest bp above 140 mm[Hg], not older than 15 minutes',
  ],
  [
    ifRecorded({
      ...worst('alt', 'above', amount(3, '1'), span(1, 'a')),
      relativeTo: 'upper-limit-of-normal',
    }),
    'worst alt above 3 1 times the upper limit of normal, not older than 1 years (where recorded)',
  ],
  [
    latest('bp', 'at-most', fromPolicy('limit'), span(2, 'h')),
    'latest bp at most policy “limit”, not older than 2 hours',
  ],
  [stated('escort'), 'stated: escort'],
  [ifRecorded(stated('escort')), 'stated: escort (where recorded)'],
  [graded('child-pugh', ['B', 'C']), 'child-pugh is B or C'],
  [ifRecorded(graded('child-pugh', ['C'])), 'child-pugh is C (where recorded)'],
  [
    dailyAmount('benzodiazepines', 'table', 'above', amount(8, 'mg')),
    'daily amount of benzodiazepines above 8 mg equivalent',
  ],
])('%j reads aloud', (condition, words) => {
  expect(describeCondition(condition, label)).toBe(words)
})
