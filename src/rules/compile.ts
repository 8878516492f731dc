/** A condition as a short function over the answers to its questions. @module */
import type { Condition, Leaf } from '../kernel/rule.ts'
import type { Truth } from '../kernel/truth.ts'

/** The three answers as small integers, for tables of bytes. */
export const NO = 0
export const YES = 1
export const OPEN = 2

const words: readonly Truth[] = ['no', 'yes', 'unknown']

/** The word of a small integer. */
export function wordOf(bit: number): Truth {
  return words[bit] ?? 'unknown'
}

/** Reads answers by slot and gives the answer of the whole. */
export type Compiled = (answers: Uint8Array) => number

/**
 * Compiles a condition.
 *
 * Agrees with the plain interpreter of the tests for every combination of answers.
 *
 * @param condition - the condition
 * @param slotOf - the place of a question in the table of answers
 *
 * @example
 * ```ts
 * const both = compile(all(has('a'), has('b')), (leaf) => (leaf.fact === 'a' ? 0 : 1))
 * both(Uint8Array.of(1, 2)) // => 2
 * ```
 */
export function compile(condition: Condition, slotOf: (leaf: Leaf) => number): Compiled {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of.map((part) => compile(part, slotOf)))
    case 'any':
      return anyOf(condition.of.map((part) => compile(part, slotOf)))
    case 'not': {
      const part = compile(condition.of, slotOf)
      return (answers) => opposite(part(answers))
    }
    case 'at-least-n':
      return atLeastOf(
        condition.n,
        condition.of.map((part) => compile(part, slotOf)),
      )
    default: {
      const slot = slotOf(condition)
      return (answers) => answers[slot] ?? OPEN
    }
  }
}

function opposite(bit: number): number {
  return bit === OPEN ? OPEN : 1 - bit
}

function allOf(parts: readonly Compiled[]): Compiled {
  return (answers) => {
    let result = YES
    for (const part of parts) {
      const bit = part(answers)
      if (bit === NO) return NO
      if (bit === OPEN) result = OPEN
    }
    return result
  }
}

function anyOf(parts: readonly Compiled[]): Compiled {
  return (answers) => {
    let result = NO
    for (const part of parts) {
      const bit = part(answers)
      if (bit === YES) return YES
      if (bit === OPEN) result = OPEN
    }
    return result
  }
}

function atLeastOf(count: number, parts: readonly Compiled[]): Compiled {
  return (answers) => {
    let yes = 0
    let open = 0
    for (const part of parts) {
      const bit = part(answers)
      if (bit === YES) yes += 1
      else if (bit === OPEN) open += 1
    }
    if (yes >= count) return YES
    return yes + open >= count ? OPEN : NO
  }
}

/**
 * The questions of a condition, in the order they stand there.
 *
 * @example
 * ```ts
 * leavesOf(all(has('a'), isNot(has('b')))).map((leaf) => leaf.kind) // => ['has', 'has']
 * ```
 */
export function leavesOf(condition: Condition): readonly Leaf[] {
  const found: Leaf[] = []
  collect(condition, found)
  return found
}

function collect(condition: Condition, found: Leaf[]): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least-n':
      for (const part of condition.of) collect(part, found)
      return
    case 'not':
      collect(condition.of, found)
      return
    default:
      found.push(condition)
  }
}
