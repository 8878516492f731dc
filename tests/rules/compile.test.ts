/** The compiled form of a condition says what the condition says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { us } from '../../src/content/us.ts'
import { rulesOf } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import { Condition as ConditionSchema } from '../../src/kernel/rule.schema.ts'
import { all, any, atLeastN, type Condition, has, isNot, type Leaf } from '../../src/kernel/rule.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { compile, leavesOf, wordOf } from '../../src/rules/compile.ts'
import { answered, tables, truths } from './arbitrary.ts'
import { evaluate, questionsOf } from './interpreter.ts'

const bits: Readonly<Record<Truth, number>> = { no: 0, yes: 1, unknown: 2 }

/** The compiled answer, each question in a slot of its own by its name. */
function compiled(condition: Condition, answers: readonly Truth[]): Truth {
  const names = questionsOf(condition).map(nameOf)
  const holds = compile(condition, (leaf) => names.indexOf(nameOf(leaf)))
  return wordOf(holds(Uint8Array.from(answers, (answer) => bits[answer])))
}

function interpreted(condition: Condition, answers: readonly Truth[]): Truth {
  const names = questionsOf(condition).map(nameOf)
  return evaluate(condition, (leaf) => answers[names.indexOf(nameOf(leaf))] ?? 'unknown')
}

function nameOf(leaf: Leaf): string {
  return leaf.kind === 'age' ? 'age' : leaf.fact
}

const three = [has('q0'), has('q1'), has('q2')] as const

test.each<[string, Condition, (parts: readonly Truth[]) => Truth]>([
  ['all of three', all(...three), (parts) => worstOf(parts, ['no', 'unknown', 'yes'])],
  ['any of three', any(...three), (parts) => worstOf(parts, ['yes', 'unknown', 'no'])],
  ['one of three', atLeastN(1, ...three), (parts) => counted(1, parts)],
  ['two of three', atLeastN(2, ...three), (parts) => counted(2, parts)],
  ['three of three', atLeastN(3, ...three), (parts) => counted(3, parts)],
  ['four of three', atLeastN(4, ...three), () => 'no'],
])('the truth table of %s, all 27 lines of it', (_name, condition, expected) => {
  for (const answers of tables(3)) {
    expect([answers, compiled(condition, answers)]).toEqual([answers, expected(answers)])
    expect([answers, interpreted(condition, answers)]).toEqual([answers, expected(answers)])
  }
})

test('the opposite of unknown is unknown', () => {
  expect(truths.map((answer) => compiled(isNot(has('q0')), [answer]))).toEqual(['yes', 'no', 'unknown'])
  expect(truths.map((answer) => compiled(isNot(isNot(has('q0'))), [answer]))).toEqual([
    'no',
    'yes',
    'unknown',
  ])
})

/** The first of `order` that is among the parts. */
function worstOf(parts: readonly Truth[], order: readonly Truth[]): Truth {
  return order.find((answer) => parts.includes(answer)) ?? 'unknown'
}

/** What is so however the unknown parts turn out, tried one by one. */
function counted(n: number, parts: readonly Truth[]): Truth {
  const open = parts.filter((part) => part === 'unknown').length
  const known = parts.filter((part) => part === 'yes').length
  const turns = new Set<boolean>()
  for (let more = 0; more <= open; more += 1) turns.add(known + more >= n)
  if (turns.size === 2) return 'unknown'
  return turns.has(true) ? 'yes' : 'no'
}

test('law: a compiled condition answers as the plain one does', () => {
  fc.assert(
    fc.property(answered(16), ([condition, answers]) => {
      expect(compiled(condition, answers)).toBe(interpreted(condition, answers))
    }),
    { numRuns: 2000 },
  )
})

test('law: filling in an unknown never turns one answer of a condition into another', () => {
  const filled = answered(12).chain(([condition, answers]) =>
    fc.tuple(
      fc.constant(condition),
      fc.constant(answers),
      fc.tuple(
        ...answers.map((answer) => (answer === 'unknown' ? fc.constantFrom(...truths) : fc.constant(answer))),
      ),
    ),
  )
  fc.assert(
    fc.property(filled, ([condition, before, after]) => {
      const known = compiled(condition, before)
      fc.pre(known !== 'unknown')
      expect(compiled(condition, after)).toBe(known)
    }),
    { numRuns: 1000 },
  )
})

test('a rule that asks nothing holds whatever a record says, and can come in from outside', () => {
  expect(compiled(all(), [])).toBe('yes')
  expect(interpreted(all(), [])).toBe('yes')
  expect(compiled(isNot(all()), [])).toBe('no')
  expect(parse(ConditionSchema, all()).ok).toBe(true)
  expect([any(), atLeastN(1)].filter((one) => parse(ConditionSchema, one).ok)).toEqual([])
})

test('a question nobody answered is unknown', () => {
  const holds = compile(has('q0'), () => 3)
  expect(wordOf(holds(Uint8Array.of(1)))).toBe('unknown')
  expect(wordOf(7)).toBe('unknown')
})

test.each(
  [us, eu].flatMap((pack) =>
    rulesOf(pack).map((rule) => [pack.id, `${rule.id} ${rule.version}`, rule] as const),
  ),
)('%s %s asks its questions in the order they stand there', (_pack, _name, rule) => {
  expect(leavesOf(rule.when)).toEqual(questionsOf(rule.when))
  // A rule about the plan alone asks nothing, and says so by holding whatever the record says.
  if (leavesOf(rule.when).length === 0) expect(rule.when).toEqual({ kind: 'all', of: [] })
})
