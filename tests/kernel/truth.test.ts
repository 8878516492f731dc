/** The three answers, held against their tables and against every way the unknown could turn out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { and, atLeast, not, or, type Truth } from '../../src/kernel/truth.ts'

const truths = ['yes', 'no', 'unknown'] as const

// Kleene's strong tables, written out.
const table: readonly (readonly [Truth, Truth, Truth, Truth])[] = [
  // a, b, and, or
  ['yes', 'yes', 'yes', 'yes'],
  ['yes', 'no', 'no', 'yes'],
  ['yes', 'unknown', 'unknown', 'yes'],
  ['no', 'yes', 'no', 'yes'],
  ['no', 'no', 'no', 'no'],
  ['no', 'unknown', 'no', 'unknown'],
  ['unknown', 'yes', 'unknown', 'yes'],
  ['unknown', 'no', 'no', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
]

test.each(table)('%s and %s: both is %s, either is %s', (a, b, both, either) => {
  expect(and([a, b])).toBe(both)
  expect(or([a, b])).toBe(either)
})

test('the opposite of unknown is unknown', () => {
  expect(truths.map(not)).toEqual(['no', 'yes', 'unknown'])
})

test('of no questions all hold, none holds, and at least none hold', () => {
  expect([and([]), or([]), atLeast(0, []), atLeast(1, [])]).toEqual(['yes', 'no', 'yes', 'no'])
})

/** Every list of answers up to a length. */
function lists(length: number): Truth[][] {
  if (length === 0) return [[]]
  const shorter = lists(length - 1)
  const longest = shorter.filter((list) => list.length === length - 1)
  return [...shorter, ...longest.flatMap((list) => truths.map((truth) => [...list, truth]))]
}

/** Every way the unknown answers could turn out, as plain booleans. */
function outcomes(parts: readonly Truth[]): boolean[][] {
  const [first, ...rest] = parts
  if (first === undefined) return [[]]
  const heads = first === 'unknown' ? [true, false] : [first === 'yes']
  return outcomes(rest).flatMap((tail) => heads.map((head) => [head, ...tail]))
}

/** What is certain whatever the unknown turns out to be. */
function certain(parts: readonly Truth[], judge: (answers: boolean[]) => boolean): Truth {
  const seen = new Set(outcomes(parts).map(judge))
  if (seen.size === 2) return 'unknown'
  return seen.has(true) ? 'yes' : 'no'
}

test('every list of up to five answers says exactly what is certain whatever the unknown turn out to be', () => {
  const all = lists(5)
  expect(all).toHaveLength(1 + 3 + 9 + 27 + 81 + 243)
  for (const parts of all) {
    expect(and(parts)).toBe(certain(parts, (answers) => answers.every((answer) => answer)))
    expect(or(parts)).toBe(certain(parts, (answers) => answers.some((answer) => answer)))
    for (let count = 0; count <= 6; count += 1) {
      const enough = (answers: boolean[]) => answers.filter((answer) => answer).length >= count
      expect(atLeast(count, parts)).toBe(certain(parts, enough))
    }
  }
})

test('law: the order of questions does not matter, and opposite of both is either opposite', () => {
  const parts = fc.array(fc.constantFrom(...truths), { maxLength: 12 })
  fc.assert(
    fc.property(parts, fc.nat(12), (answers, count) => {
      const turned = [...answers].reverse()
      expect(and(turned)).toBe(and(answers))
      expect(or(turned)).toBe(or(answers))
      expect(atLeast(count, turned)).toBe(atLeast(count, answers))
      expect(not(and(answers))).toBe(or(answers.map(not)))
    }),
  )
})

describe('what is none of the three words', () => {
  const odd: Truth[] = JSON.parse('["maybe"]')
  const hole: Truth[] = ['yes']
  hole.length = 2

  test('counts as unknown', () => {
    expect([and(odd), or(odd), atLeast(1, odd), odd.map(not)]).toEqual([
      'unknown',
      'unknown',
      'unknown',
      ['unknown'],
    ])
    expect([and(hole), or(hole), atLeast(2, hole)]).toEqual(['unknown', 'yes', 'unknown'])
  })

  test.each([and, or, (parts: Truth[]) => atLeast(1, parts)])(
    'is refused where it is no list (%s)',
    (join) => {
      expect(() => join(JSON.parse('"yes"'))).toThrow(
        expect.objectContaining({ code: 'bad-argument', path: 'parts' }),
      )
    },
  )

  test.each(['"2"', 'null'])('is refused as a count: %s', (count) => {
    expect(() => atLeast(JSON.parse(count), ['yes'])).toThrow(
      expect.objectContaining({ code: 'bad-argument', path: 'least' }),
    )
    expect(() => atLeast(Number.NaN, ['yes'])).toThrow(expect.objectContaining({ code: 'bad-argument' }))
  })
})
