/** Conditions read aloud: the second implementation of the rules, slow and plain. @module */
import type { Condition, Leaf } from '../../src/kernel/rule.ts'
import type { Truth } from '../../src/kernel/truth.ts'

/** Whether `condition` holds, as far as the answers to its questions can tell. */
export function evaluate(condition: Condition, answer: (leaf: Leaf) => Truth): Truth {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => evaluate(part, answer)).reduce(both, 'yes')
    case 'any':
      return condition.of.map((part) => evaluate(part, answer)).reduce(either, 'no')
    case 'not':
      return opposite(evaluate(condition.of, answer))
    case 'at-least-n':
      return enough(
        condition.n,
        condition.of.map((part) => evaluate(part, answer)),
      )
    default:
      return answer(condition)
  }
}

function both(left: Truth, right: Truth): Truth {
  if (left === 'no' || right === 'no') return 'no'
  return left === 'yes' && right === 'yes' ? 'yes' : 'unknown'
}

function either(left: Truth, right: Truth): Truth {
  if (left === 'yes' || right === 'yes') return 'yes'
  return left === 'no' && right === 'no' ? 'no' : 'unknown'
}

function opposite(part: Truth): Truth {
  const words: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' }
  return words[part]
}

// Counted twice: as if every unknown were a no, and as if every one were a yes.
function enough(n: number, parts: readonly Truth[]): Truth {
  const least = parts.filter((part) => part === 'yes').length
  const most = parts.filter((part) => part !== 'no').length
  if (least >= n) return 'yes'
  return most < n ? 'no' : 'unknown'
}

/** The questions of a condition, in the order they stand there. */
export function questionsOf(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least-n':
      return condition.of.flatMap(questionsOf)
    case 'not':
      return questionsOf(condition.of)
    default:
      return [condition]
  }
}
