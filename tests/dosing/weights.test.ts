/** The weights a dose is counted on. */
import { describe, expect, test } from 'vitest'
import { type Body, doseWeights, kg } from '../../src/index.ts'
import { weightChange } from '../../src/kernel/weight-change.ts'
import { add, compare, decimal, div, isNearest, mul, ofText, type Rational, sub } from './rational.ts'

const inches = (value: number) => ({ value, unit: '[in_i]' })
const weightsOf = (body: Body) => {
  const result = doseWeights(body)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const whyOf = (body: Body) => {
  const { actual, ideal, adjusted, lean } = weightsOf(body)
  return [actual, ideal, adjusted, lean].map((one) => ('why' in one ? one.why : 'known'))
}

describe('weights worked out by hand', () => {
  test('of a man of 70 in and 90 kg', () => {
    const { ideal, adjusted, lean, bodyMassIndex } = weightsOf({
      weight: kg(90),
      height: inches(70),
      sex: 'male',
    })
    // 50 + 2.3 x 10; 73 + 0.4 x 17; 9270 x 90 / (6680 + 216 x 28.4694...)
    expect(ideal).toMatchObject({ value: kg(73), exact: '73' })
    expect(adjusted).toMatchObject({ value: kg(79.8), exact: '399/5' })
    expect('value' in lean ? lean.value.value : 0).toBeCloseTo(65.03032, 4)
    expect(bodyMassIndex?.value).toBeCloseTo(28.46945, 4)
  })

  test('of a woman of 5 ft 5 in', () => {
    const { ideal } = weightsOf({ weight: kg(80), height: { value: 165.1, unit: 'cm' }, sex: 'female' })
    expect(ideal).toMatchObject({ value: kg(57) }) // 45.5 + 2.3 x 5
  })

  test('to the last digit, beside sums in whole numbers', () => {
    for (const sex of ['female', 'male'] as const)
      for (let cm = 153; cm <= 210; cm += 1)
        for (const weight of [45.3, 70, 81.7, 120.9, 249.9]) {
          const found = weightsOf({ weight: kg(weight), height: { value: cm, unit: 'cm' }, sex })
          const above = sub(div(decimal(cm), decimal(2.54)), decimal(60))
          const ideal = add(decimal(sex === 'male' ? 50 : 45.5), mul(decimal(2.3), above))
          const metres = div(decimal(cm), decimal(100))
          const index = div(decimal(weight), mul(metres, metres))
          const [base, slope] = sex === 'male' ? [6680, 216] : [8780, 244]
          const lean = div(
            mul(decimal(9270), decimal(weight)),
            add(decimal(base), mul(decimal(slope), index)),
          )
          const isHeavier = compare(decimal(weight), ideal) > 0
          const adjusted = add(ideal, mul(decimal(0.4), sub(decimal(weight), ideal)))
          const agrees = (one: (typeof found)['ideal'], exact: Rational) =>
            'value' in one && isNearest(one.value.value, exact) && compare(ofText(one.exact), exact) === 0
          expect(agrees(found.ideal, ideal)).toBe(true)
          expect(agrees(found.lean, lean)).toBe(true)
          expect(isHeavier ? agrees(found.adjusted, adjusted) : 'why' in found.adjusted).toBe(true)
        }
  })
})

describe('a weight that cannot be worked out', () => {
  test('says why, and none stands in for it', () => {
    expect(whyOf({ weight: kg(70) })).toEqual(['known', 'height-unknown', 'height-unknown', 'height-unknown'])
    for (const sex of [undefined, 'other', 'unknown'] as const)
      expect(whyOf({ weight: kg(70), height: inches(70), sex })).toEqual([
        'known',
        'sex-unknown',
        'sex-unknown',
        'sex-unknown',
      ])
    expect(whyOf({ weight: kg(70), height: inches(59.9), sex: 'male' })).toEqual([
      'known',
      'below-60-in',
      'below-60-in',
      'known',
    ])
  })

  test('at the edges: sixty inches are enough, and the ideal weight itself is not above it', () => {
    expect(whyOf({ weight: kg(70), height: inches(60), sex: 'male' })).toEqual([
      'known',
      'known',
      'known',
      'known',
    ])
    expect(whyOf({ weight: kg(73), height: inches(70), sex: 'male' })[2]).toBe('not-above-ideal')
    expect(whyOf({ weight: kg(73.1), height: inches(70), sex: 'male' })[2]).toBe('known')
  })

  test('names its formula and that nobody saw its source', () => {
    const { actual, ideal, adjusted, lean } = weightsOf({ weight: kg(90), height: inches(70), sex: 'male' })
    expect(actual.sources).toEqual([])
    expect(
      [ideal, adjusted, lean].map(({ sources }) =>
        sources.map(({ fact, certainty }) => `${fact} ${certainty}`),
      ),
    ).toEqual([
      ['dose-weight-ibw-formula K'],
      ['dose-weight-adjusted-formula K', 'dose-weight-ibw-formula K'],
      ['dose-weight-lean-formula K'],
    ])
  })
})

test('a weight or height no adult has, or of another kind, is refused by its field', () => {
  const errorOf = (body: object) => {
    const result = doseWeights({ ...{ weight: kg(70) }, ...body })
    return result.ok ? 'ok' : `${result.error.code} at ${result.error.path}`
  }
  expect(errorOf({ weight: kg(1.9) })).toBe('out-of-bounds at weight')
  expect(errorOf({ weight: kg(2) })).toBe('ok')
  expect(errorOf({ weight: kg(650) })).toBe('ok')
  expect(errorOf({ weight: kg(650.1) })).toBe('out-of-bounds at weight')
  expect(errorOf({ weight: { value: 154, unit: 'lbs' } })).toBe('unknown-unit at weight')
  expect(errorOf({ weight: { value: 154, unit: 'cm' } })).toBe('unit-mismatch at weight')
  expect(errorOf({ height: { value: 1.7, unit: 'cm' } })).toBe('out-of-bounds at height')
  expect(errorOf({ height: { value: 50, unit: 'cm' } })).toBe('ok')
  expect(errorOf({ height: { value: 275.1, unit: 'cm' } })).toBe('out-of-bounds at height')
  expect(errorOf({ height: inches(70), sex: 'M' })).toBe('wrong-shape at sex')
})

test('a change of weight is told from a slip of the unit, on both sides of every limit', () => {
  const month = 30 * 86_400_000
  const after = (last: number, elapsed: number | undefined = month) => weightChange(100, last, elapsed)
  expect([41.9, 42, 49, 49.1].map((last) => after(last))).toEqual([
    'large',
    'unit-slip',
    'unit-slip',
    'large',
  ])
  expect([204.9, 205, 240, 240.1].map((last) => after(last))).toEqual([
    'large',
    'unit-slip',
    'unit-slip',
    'large',
  ])
  expect([75, 75.1, 124.9, 125].map((last) => after(last))).toEqual(['large', 'notable', 'notable', 'large'])
  expect([89.9, 90, 110, 110.1].map((last) => after(last))).toEqual([
    'notable',
    undefined,
    undefined,
    'notable',
  ])
  expect([month, month + 1, undefined].map((elapsed) => weightChange(100, 115, elapsed))).toEqual([
    'notable',
    undefined,
    'notable',
  ])
  expect(weightChange(70, 77, month)).toBeUndefined() // exactly a tenth, which doubles do not see
  expect(weightChange(70, 154, undefined)).toBe('unit-slip')
})

test('R-38: ratios from 0.3 to 3 in steps are told apart as the table says', () => {
  for (let share = 30; share <= 300; share += 1) {
    const slip = (share >= 42 && share <= 49) || (share >= 205 && share <= 240)
    const large = share >= 125 || share <= 75
    const notable = share > 110 || share < 90
    const found = weightChange(70, (70 * share) / 100, 0)
    expect(`${share} ${found}`).toBe(
      `${share} ${slip ? 'unit-slip' : large ? 'large' : notable ? 'notable' : undefined}`,
    )
  }
})
