/** A bolus and an infusion with its changes, laid out in time. */
import { describe, expect, test } from 'vitest'
import { type CoursePlan, infusionCourse, mg, minutes, mL } from '../../src/index.ts'
import { add, compare, ofText } from './rational.ts'

const strength = { value: 0.7, unit: 'mg/mL' }
const flow = (value: number) => ({ value, unit: 'mL/h' })
const codeOf = (plan: Partial<CoursePlan>) => {
  const course = infusionCourse({ concentration: strength, steps: [], ...plan })
  return course.ok ? 'laid out' : `${course.error.code} at ${course.error.path}`
}

describe('a course', () => {
  const steps: CoursePlan['steps'] = [
    { at: minutes(0), do: 'bolus', amount: mg(5) },
    { at: minutes(0), do: 'rate', rate: flow(75) },
    { at: minutes(10), do: 'rate', rate: { value: 30, unit: 'mg/h' } },
    { at: minutes(20), do: 'pause' },
    { at: minutes(25), do: 'resume' },
    { at: { value: 0.75, unit: 'h' }, do: 'stop' },
  ]

  test('gives each stretch at its rate, and nothing during a pause', () => {
    const course = infusionCourse({ concentration: strength, steps })
    if (!course.ok) throw new Error(course.error.code)
    const { stretches, total, duration } = course.value
    expect(
      stretches.map(({ from, to, given, total: sum }) => [from.value, to.value, given.value, sum.value]),
    ).toEqual([
      [0, 0, 5, 5],
      [0, 10, 8.75, 13.75],
      [10, 20, 5, 18.75],
      [25, 45, 10, 28.75],
    ])
    expect([total.value, duration.value]).toEqual([28.75, 45])
    const exact = stretches.map(({ given }) => ofText(given.exact)).reduce(add)
    expect(compare(exact, ofText(total.exact))).toBe(0)
  })

  test('of thirds of a milligram adds up exactly', () => {
    const course = infusionCourse({
      concentration: { value: 1, unit: 'mg/mL' },
      steps: [
        { at: minutes(0), do: 'rate', rate: flow(1) },
        { at: minutes(20), do: 'rate', rate: flow(1) },
        { at: minutes(60), do: 'stop' },
      ],
    })
    expect(course).toMatchObject({
      ok: true,
      value: {
        total: { value: 1, exact: '1' },
        stretches: [{ given: { exact: '1/3' } }, { given: { exact: '2/3' } }],
      },
    })
  })

  test('takes no more than the bag holds, on both sides of it', () => {
    const plain: CoursePlan['steps'] = [
      { at: minutes(0), do: 'rate', rate: flow(75) },
      { at: minutes(40), do: 'stop' },
    ]
    expect(codeOf({ steps: plain, volume: mL(50) })).toBe('laid out')
    expect(codeOf({ steps: plain, volume: mL(49.9) })).toBe('volume-above-bag at volume')
  })
})

test('a step that is not possible where it stands is refused by its place', () => {
  const rate = { at: minutes(0), do: 'rate', rate: flow(75) } as const
  const stop = { at: minutes(40), do: 'stop' } as const
  expect(codeOf({ steps: [] })).toBe('impossible-step at steps')
  expect(codeOf({ steps: [rate] })).toBe('impossible-step at steps')
  expect(codeOf({ steps: [rate, { at: minutes(5), do: 'resume' }, stop] })).toBe(
    'impossible-step at steps[1]',
  )
  expect(codeOf({ steps: [{ at: minutes(5), do: 'pause' }, stop] })).toBe('impossible-step at steps[0]')
  expect(codeOf({ steps: [rate, stop, { ...rate, at: minutes(50) }] })).toBe('impossible-step at steps[2]')
  expect(codeOf({ steps: [rate, { at: minutes(10), do: 'pause' }, { ...rate, at: minutes(11) }] })).toBe(
    'impossible-step at steps[2]',
  )
  expect(codeOf({ steps: [rate, stop, { at: minutes(39), do: 'bolus', amount: mg(1) }] })).toBe(
    'impossible-step at steps[2].at',
  )
  expect(codeOf({ steps: [rate, stop, { at: minutes(41), do: 'bolus', amount: mg(1) }] })).toBe(
    'impossible-step at steps[2]',
  )
  expect(codeOf({ steps: [rate, { at: minutes(10), do: 'pause' }, stop] })).toBe('laid out')
})

test('amounts, times and strengths are read as they are written', () => {
  const stop = { at: minutes(40), do: 'stop' } as const
  expect(codeOf({ concentration: mg(1) })).toBe('unit-mismatch at concentration')
  expect(codeOf({ steps: [{ at: minutes(0), do: 'bolus', amount: mL(1) }, stop] })).toBe(
    'unit-mismatch at steps[0].amount',
  )
  expect(codeOf({ steps: [{ at: minutes(0), do: 'rate', rate: mg(1) }, stop] })).toBe(
    'unit-mismatch at steps[0].rate',
  )
  expect(codeOf({ steps: [{ at: mg(1), do: 'rate', rate: flow(1) }, stop] })).toBe(
    'wrong-shape at steps[0].at',
  )
  expect(codeOf({ steps: [{ at: minutes(-1), do: 'rate', rate: flow(1) }, stop] })).toBe(
    'wrong-shape at steps[0].at',
  )
  expect(codeOf({ volume: mL(0) })).toBe('not-above-zero at volume')
  // @ts-expect-error no such step
  expect(codeOf({ steps: [{ at: minutes(0), do: 'flush' }] })).toBe('wrong-shape at steps[0].do')
  // @ts-expect-error no list
  expect(codeOf({ steps: null })).toBe('wrong-shape at steps')
})
