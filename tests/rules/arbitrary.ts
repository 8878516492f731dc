/** Random conditions, each of whose questions is its own. @module */
import fc from 'fast-check'
import { type Condition, has } from '../../src/kernel/rule.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { questionsOf } from './interpreter.ts'

const shapes = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 4 })
  return {
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constant(has('question')),
      parts.map((of): Condition => ({ kind: 'all', of })),
      parts.map((of): Condition => ({ kind: 'any', of })),
      tie('condition').map((of): Condition => ({ kind: 'not', of })),
      fc
        .tuple(parts, fc.integer({ min: 1, max: 5 }))
        .map(([of, n]): Condition => ({ kind: 'at-least-n', n, of })),
    ),
  }
})

/** A condition of at most so many questions, called q0, q1 and on in the order they stand there. */
export function conditions(most: number): fc.Arbitrary<Condition> {
  return shapes.condition
    .map((shape) => named(shape, { next: 0 }))
    .filter((one) => questionsOf(one).length <= most)
}

function named(condition: Condition, count: { next: number }): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least-n':
      return { ...condition, of: condition.of.map((part) => named(part, count)) }
    case 'not':
      return { ...condition, of: named(condition.of, count) }
    default:
      count.next += 1
      return has(`q${count.next - 1}`)
  }
}

export const truths: readonly Truth[] = ['no', 'yes', 'unknown']

/** A condition, and an answer to each of its questions. */
export function answered(most: number): fc.Arbitrary<readonly [Condition, readonly Truth[]]> {
  return conditions(most).chain((condition) => {
    const count = questionsOf(condition).length
    const answers = fc.array(fc.constantFrom(...truths), { minLength: count, maxLength: count })
    return fc.tuple(fc.constant(condition), answers)
  })
}

/** Every table of so many answers. */
export function* tables(count: number, from: readonly Truth[] = truths): Generator<readonly Truth[]> {
  if (count === 0) {
    yield []
    return
  }
  for (const first of from) for (const rest of tables(count - 1, from)) yield [first, ...rest]
}
