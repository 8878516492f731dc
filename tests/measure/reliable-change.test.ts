/** Whether a change is more than errors of measurement. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChangeQuestion, reliableChangeIndex } from '../../src/measure/reliable-change.ts'

const index = (question: ChangeQuestion): number => {
  const result = reliableChangeIndex(question)
  return result.ok ? result.value.index : Number.NaN
}

// Worked by hand: S_E = sd x sqrt(1 - r), S_diff = sqrt(2) x S_E.
test.each([
  // 6 x sqrt(0.125) x sqrt(2) = 6 x 0.5 = 3; -9 / 3
  [
    { before: 20, after: 11, sd: 6, reliability: 0.875 },
    { index: -3, standardError: 3, reliable: true },
  ],
  // 10 x sqrt(0.5) x sqrt(2) = 10; 19 / 10
  [
    { before: 10, after: 29, sd: 10, reliability: 0.5 },
    { index: 1.9, standardError: 10, reliable: false },
  ],
  [
    { before: 10, after: 30, sd: 10, reliability: 0.5 },
    { index: 2, standardError: 10, reliable: true },
  ],
  [
    { before: 7, after: 7, sd: 10, reliability: 0.5 },
    { index: 0, standardError: 10, reliable: false },
  ],
])('%j', (question, expected) => {
  expect(reliableChangeIndex(question)).toEqual({ ok: true, value: expected })
})

test('the limit itself is not beyond it', () => {
  const atLimit = reliableChangeIndex({ before: 0, after: 19.6, sd: 10, reliability: 0.5 })
  expect(atLimit.ok && atLimit.value.reliable).toBe(false)
  const beyond = reliableChangeIndex({ before: 0, after: 19.6001, sd: 10, reliability: 0.5 })
  expect(beyond.ok && beyond.value.reliable).toBe(true)
})

test.each([
  ['before', Number.NaN],
  ['after', Number.POSITIVE_INFINITY],
  ['sd', 0],
  ['sd', -5],
  ['sd', '5'],
  ['sd', Number.MIN_VALUE],
  ['reliability', 0],
  ['reliability', 1],
  ['reliability', 1.2],
  ['reliability', -0.1],
  ['reliability', null],
  ['before', undefined],
])('%s of %s is refused', (path, value) => {
  const question = { before: 20, after: 11, sd: 6, reliability: 0.875 }
  Object.assign(question, { [path]: value })
  expect(reliableChangeIndex(question)).toEqual({ ok: false, error: { code: 'bad-argument', path } })
})

test('law: the two scores exchanged give the same index the other way', () => {
  const points = fc.integer({ min: 0, max: 100 })
  const spread = fc.record({
    sd: fc.integer({ min: 1, max: 40 }),
    reliability: fc.constantFrom(0.5, 0.7, 0.8, 0.9, 0.95),
  })
  fc.assert(
    fc.property(points, points, spread, (before, after, of) => {
      expect(index({ before, after, ...of })).toBeCloseTo(-index({ before: after, after: before, ...of }), 12)
    }),
  )
})

test('law: a more reliable scale makes no change less of one', () => {
  const points = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(points, points, fc.constantFrom(0.5, 0.7, 0.8), (before, after, reliability) => {
      const low = Math.abs(index({ before, after, sd: 8, reliability }))
      expect(
        Math.abs(index({ before, after, sd: 8, reliability: reliability + 0.15 })),
      ).toBeGreaterThanOrEqual(low)
    }),
  )
})
