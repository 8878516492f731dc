/** Causality is judged by people; the library keeps the judgement and its answers. @module */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessCausality } from '../../src/side-effect/causality.ts'

const vectors: {
  readonly bands: readonly (readonly [number, string])[]
  readonly outside: readonly number[]
  readonly whoUmc: readonly string[]
} = JSON.parse(readFileSync(new URL('../vectors/side-effects/causality.json', import.meta.url), 'utf8'))

describe('the Naranjo scale', () => {
  test.each(vectors.bands)('a total of %s is %s', (total, band) => {
    expect(assessCausality({ method: 'naranjo', total })).toMatchObject({ category: band, total })
  })

  test.each(vectors.outside)('a total of %s is not one of the scale', (total) => {
    expect(() => assessCausality({ method: 'naranjo', total })).toThrow('judgement.total')
  })

  test('without a total nothing is concluded from the answers', () => {
    const judged = assessCausality({ method: 'naranjo', answers: { '10': 'yes', '2': 'no', '3': 'unknown' } })
    expect(judged.category).toBe('unknown')
    expect(judged.total).toBeUndefined()
    expect(judged.answers).toEqual([
      { question: '2', answer: 'no' },
      { question: '3', answer: 'unknown' },
      { question: '10', answer: 'yes' },
    ])
    expect(judged.unanswered).toEqual(['1', '3', '4', '5', '6', '7', '8', '9'])
  })

  test('has ten questions and no eleventh', () => {
    expect(() => assessCausality({ method: 'naranjo', answers: { '11': 'yes' } })).toThrow('bad-argument')
  })

  test('law: a higher total never gives a weaker band', () => {
    const order = ['doubtful', 'possible', 'probable', 'definite']
    const total = fc.integer({ min: -4, max: 13 })
    fc.assert(
      fc.property(total, total, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((one) =>
          order.indexOf(assessCausality({ method: 'naranjo', total: one }).category),
        )
        expect(low).toBeLessThanOrEqual(high ?? -1)
      }),
    )
  })
})

describe('the WHO-UMC system', () => {
  test.each(vectors.whoUmc)('keeps the category %s as it was stated, with the answers', (category) => {
    const judged = assessCausality(
      JSON.parse(JSON.stringify({ method: 'who-umc', category, answers: { 'plausible-time': 'yes' } })),
    )
    expect(judged).toMatchObject({
      method: 'who-umc',
      category,
      answers: [{ question: 'plausible-time', answer: 'yes' }],
      unanswered: [],
    })
  })

  test('has no other category', () => {
    expect(() => assessCausality(JSON.parse('{"method":"who-umc","category":"definite"}'))).toThrow(
      'judgement.category',
    )
  })
})

test('both methods are known and were not seen', () => {
  const sources = [
    ...assessCausality({ method: 'naranjo' }).sources,
    ...assessCausality({ method: 'who-umc', category: 'possible' }).sources,
  ]
  expect(sources.map((one) => one.certainty)).toEqual(['K', 'K'])
})

test('a method nobody named is refused', () => {
  expect(() => assessCausality(JSON.parse('{"method":"gut-feeling"}'))).toThrow('judgement.method')
})

test('the answers are a copy: what is changed later does not reach the judgement', () => {
  const answers: Record<string, 'yes' | 'no'> = { '1': 'yes' }
  const judged = assessCausality({ method: 'naranjo', total: 3, answers })
  answers['1'] = 'no'
  expect(judged.answers).toEqual([{ question: '1', answer: 'yes' }])
  expect(Object.isFrozen(judged.answers[0])).toBe(true)
})
