/** Scales over a visit: when they left their resting value, and when they were seen to be back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/session/state.ts'
import { trajectories } from '../../src/session/trajectory.ts'
import { entry, minute, scale, visit } from './monitored.ts'

const scored = (
  instrument: string,
  scores: readonly (readonly [number | undefined, number | undefined])[],
): Entry[] =>
  scores.map(([at, total], place) => entry(`${instrument}-${place + 1}`, at, scale(instrument, total)))

const of = (instrument: string, ...scores: readonly (readonly [number | undefined, number | undefined])[]) =>
  trajectories(visit(200, { start: 0 }, scored(instrument, scores)))[0]

describe('alertness', () => {
  test('left and came back when it was seen to, and a second score confirmed it', () => {
    expect(of('moaas', [-10, 5], [20, 4], [30, 3], [60, 5], [75, 5], [90, 5])).toMatchObject({
      instrument: 'moaas',
      rest: 5,
      onset: { total: 4, event: 'moaas-2', at: minute(20) },
      furthest: { total: 3, event: 'moaas-3', at: minute(30) },
      resolved: { total: 5, event: 'moaas-4', at: minute(60) },
      isResolved: 'yes',
    })
  })

  test.each([
    [
      'one score at rest confirms nothing',
      [
        [20, 4],
        [60, 5],
      ],
      'unknown',
    ],
    [
      'the last score is not at rest',
      [
        [20, 4],
        [60, 5],
        [75, 5],
        [90, 4],
      ],
      'no',
    ],
    [
      'it left again in between',
      [
        [20, 4],
        [60, 5],
        [75, 4],
        [90, 5],
      ],
      'unknown',
    ],
    [
      'two scores of one time are one check',
      [
        [20, 4],
        [60, 5],
        [60, 5],
      ],
      'unknown',
    ],
    [
      'of two scores of one time the worse counts',
      [
        [20, 4],
        [60, 5],
        [75, 5],
        [75, 4],
      ],
      'no',
    ],
    [
      'a score without a time may be the last',
      [
        [20, 4],
        [60, 5],
        [75, 5],
        [undefined, 5],
      ],
      'unknown',
    ],
    [
      'the last score has no total',
      [
        [20, 4],
        [60, 5],
        [75, 5],
        [90, undefined],
      ],
      'unknown',
    ],
    [
      'the last score is none of the scale',
      [
        [20, 4],
        [60, 5],
        [75, 5],
        [90, 6],
      ],
      'unknown',
    ],
    [
      'a score without a total came before both',
      [
        [20, undefined],
        [60, 5],
        [75, 5],
      ],
      'yes',
    ],
    [
      'nothing was scored after the dose',
      [
        [-5, 5],
        [0, 5],
      ],
      'unknown',
    ],
  ] as const)('%s', (_why, scores, isResolved) => {
    const found = of('moaas', ...scores)
    expect(found?.isResolved).toBe(isResolved)
    if (isResolved !== 'yes') expect(found).not.toHaveProperty('resolved')
  })

  test('that never left has nothing to resolve, and is at rest', () => {
    const found = of('moaas', [30, 5], [60, 5])
    expect(found).toMatchObject({ isResolved: 'yes' })
    expect(found).not.toHaveProperty('onset')
    expect(found).not.toHaveProperty('resolved')
  })
})

test('agitation and sedation both lie away from RASS 0', () => {
  expect(of('rass', [10, 1], [20, -2], [30, 0], [40, 0])).toMatchObject({
    rest: 0,
    onset: { total: 1 },
    furthest: { total: -2 },
    resolved: { at: minute(30) },
    isResolved: 'yes',
  })
})

describe('dissociation', () => {
  test('is held against the last total before the dose', () => {
    expect(of('cadss-23', [-30, 9], [-5, 2], [40, 22], [60, 3], [75, 2], [90, 1])).toMatchObject({
      rest: 2,
      onset: { total: 22 },
      resolved: { total: 2, at: minute(75) },
      isResolved: 'yes',
    })
  })

  test('without a total from before, or a dose whose time is known, is unknown', () => {
    expect(of('cadss-23', [40, 22], [60, 0], [75, 0])?.isResolved).toBe('unknown')
    const log = scored('cadss-23', [
      [-5, 2],
      [40, 2],
      [60, 2],
    ])
    expect(trajectories(visit(200, { start: null }, log))[0]?.isResolved).toBe('unknown')
  })

  test('on 23 and on 28 items are two scales', () => {
    const log = [
      ...scored('cadss-23', [
        [-5, 2],
        [40, 2],
      ]),
      ...scored('cadss-28', [
        [60, 2],
        [75, 2],
      ]),
    ]
    expect(
      trajectories(visit(200, { start: 0 }, log)).map(({ instrument, isResolved }) => [
        instrument,
        isResolved,
      ]),
    ).toEqual([
      ['cadss-23', 'unknown'],
      ['cadss-28', 'unknown'],
    ])
  })
})

test('a visit without scores has no trajectory, and other instruments have none here', () => {
  expect(trajectories(visit(200, { start: 0 }, scored('phq-9', [[10, 4]])))).toEqual([])
})

test('law: taking the time from a score, or its total, never makes it resolved', () => {
  const scores = fc.array(fc.tuple(fc.integer({ min: -20, max: 60 }), fc.integer({ min: 3, max: 5 })), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(scores, fc.nat(7), fc.boolean(), (all, which, isTime) => {
      const blanked = all.map(([at, total], place) =>
        place === which
          ? ([isTime ? undefined : at, isTime ? total : undefined] as const)
          : ([at, total] as const),
      )
      const less = of('moaas', ...blanked)
      if (less?.isResolved === 'yes') expect(of('moaas', ...all)?.isResolved).toBe('yes')
    }),
    { numRuns: 500 },
  )
})
