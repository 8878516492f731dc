/** What contradicts itself in a protocol, and how it is told. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { us } from '../../src/content/us.ts'
import {
  describeProtocolFault,
  protocolFaults,
  validateProtocol,
} from '../../src/course/validate-protocol.ts'
import { Policy } from '../../src/kernel/content.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import { Refusal } from '../../src/kernel/refusal.ts'

const seen = { certainty: 'K', sources: [] }
const d = (value: number) => ({ value, unit: 'd' })
const h = (value: number) => ({ value, unit: 'h' })

const interval = (id: string, sessions: number, weeks: number, change = {}) => ({
  id,
  label: `${sessions} in ${weeks}`,
  sessions,
  weeks,
  early: d(1),
  late: d(1),
  ...seen,
  ...change,
})

const limit = (id: string, change: object) => ({ id, label: `limit ${id}`, ...seen, ...change })
const least = (id: string, amount: object, within = 'civil-days', change = {}) =>
  limit(id, { kind: 'least-between', amount, in: within, ...change })
const most = (id: string, amount: object, within = 'civil-days', change = {}) =>
  limit(id, { kind: 'most-between', amount, in: within, ...change })
const count = (id: string, atMost: number, within: string, window?: object) =>
  limit(id, {
    kind: 'most-sessions',
    count: atMost,
    in: within,
    ...(window === undefined ? {} : { window }),
  })

const phase = (id: string, change = {}) => ({
  id,
  label: `Phase ${id}`,
  kind: 'induction',
  weeks: 4,
  intervals: [interval('twice', 2, 1)],
  limits: [],
  doses: [],
  checkpoints: [],
  missed: [],
  makesUp: 'ask',
  ...seen,
  ...change,
})

const protocol = (change = {}) => ({
  format: 'ketamine-treatment/protocol/1',
  id: 'our-own',
  version: '1',
  label: 'Our own',
  field: 'psychiatric',
  product: 'ketamine-iv',
  jurisdictions: ['us'],
  indications: [],
  effective: { from: '2026-01-01' },
  basis: 'practice',
  certainty: 'K',
  phases: [phase('first')],
  limits: [],
  assessments: [],
  adjuncts: [],
  studied: [],
  beyond: 'Nothing is known.',
  sources: [],
  checkedOn: '2026-11-22',
  clinicalReview: 'none',
  ...change,
})

const parsed = (json: unknown) => {
  const read = parse(Protocol, json)
  if (!read.ok) throw read.error
  return read.value
}
const faultsOf = (change: object, policy = true) => {
  const checked = validateProtocol(
    parsed(protocol(change)),
    policy ? { policy: usStartingPolicy } : undefined,
  )
  return checked.ok ? [] : checked.error.faults
}
const told = (change: object, policy = true) =>
  faultsOf(change, policy).map(({ code, path }) => `${code} ${path}`)
const inPhase = (change: object) => ({ phases: [phase('first', change)] })

/** What the door says of a protocol. */
const refused = (change: object) => {
  const read = parse(Protocol, protocol(change))
  return read.ok ? [] : [`${read.error.code} ${read.error.path}`]
}
/** The faults of a protocol whose rows name one number, with that number in the policy. */
const toldWith = (value: number, unit: string, change: object) => {
  const { numbers } = usStartingPolicy
  const reason = 'A test.'
  const policy = parse(Policy, {
    ...usStartingPolicy,
    numbers: { ...numbers, own: { value, unit, reason, proposed: true } },
  })
  if (!policy.ok) throw policy.error
  const checked = validateProtocol(parsed(protocol(change)), { policy: policy.value })
  return checked.ok ? [] : checked.error.faults.map(({ code, path }) => `${code} ${path}`)
}
const own = { policy: 'own' }

describe('a protocol that fits together', () => {
  test('comes back as it is', () => {
    const whole = parsed(protocol())
    expect(validateProtocol(whole)).toEqual({ ok: true, value: whole })
  })

  test.each([
    ...(us.course?.protocols ?? []).map((one) => ({ one, policy: usStartingPolicy })),
    ...(eu.course?.protocols ?? []).map((one) => ({ one, policy: euStartingPolicy })),
    ...painProtocols.map((one) => ({ one, policy: usStartingPolicy })),
  ])('the shipped $one.id, by the starting policy of its pack', ({ one, policy }) => {
    expect(protocolFaults(one, policy).map(describeProtocolFault)).toEqual([])
  })
})

describe('spacing that contradicts itself', () => {
  test('seven days at least and five at most: both rules are named, in words', () => {
    const limits = [most('not-long', d(5)), least('not-close', d(7))]
    const [fault, ...others] = faultsOf({ limits, ...inPhase({ intervals: [interval('weekly', 1, 1)] }) })
    expect(others).toEqual([])
    expect(fault).toMatchObject({
      code: 'spacing-contradicts',
      path: 'limits[1]',
      rows: [
        { path: 'limits[1]', label: 'limit not-close', says: 'at least 7 days between sessions' },
        { path: 'limits[0]', label: 'limit not-long', says: 'at most 5 days between sessions' },
      ],
    })
    expect(fault && describeProtocolFault(fault)).toBe(
      'Two limits of the protocol cannot both be kept. Change one of them. “limit not-close” (limits[1]): at least 7 days between sessions. “limit not-long” (limits[0]): at most 5 days between sessions. See limits[1].',
    )
  })

  test.each([
    { least: least('a', h(72), 'elapsed-hours'), most: most('b', h(71), 'elapsed-hours'), fits: false },
    { least: least('a', h(72), 'elapsed-hours'), most: most('b', h(72), 'elapsed-hours'), fits: true },
    {
      least: least('a', { value: 4320, unit: 'min' }, 'elapsed-hours'),
      most: most('b', h(71), 'elapsed-hours'),
      fits: false,
    },
    // From 00:00 of one day to 23:59 of the second after it are a minute less than 72 hours.
    { least: least('a', h(72), 'elapsed-hours'), most: most('b', d(2)), fits: false },
    { least: least('a', h(71), 'elapsed-hours'), most: most('b', d(2)), fits: true },
    { least: least('a', h(72), 'elapsed-hours'), most: most('b', d(3)), fits: true },
    // From 23:59 of one day to 00:00 of the fourth after it are a minute more than 72 hours.
    { least: least('a', d(4)), most: most('b', h(72), 'elapsed-hours'), fits: false },
    { least: least('a', d(4)), most: most('b', h(73), 'elapsed-hours'), fits: true },
    { least: least('a', d(3)), most: most('b', h(72), 'elapsed-hours'), fits: true },
  ])('%#: hours against days, told only where no clock could keep both', ({ least, most, fits }) => {
    const found = told({
      limits: [least, most],
      ...inPhase({
        weeks: undefined,
        sessions: 2,
        intervals: [interval('twice', 2, 1, { early: d(3), late: d(3) })],
      }),
    })
    expect(found).toEqual(fits ? [] : ['spacing-contradicts limits[0]'])
  })

  test('a rule of a phase against one of the protocol; rules of two phases, or of two intervals, never meet', () => {
    const tight = [most('tight', d(2))]
    expect(told({ limits: [least('wide', d(3))], ...inPhase({ limits: tight }) })).toContain(
      'spacing-contradicts limits[0]',
    )
    const apart = [
      phase('first', { limits: [least('wide', d(3))], next: 'second' }),
      phase('second', { limits: [most('tight', d(6))], intervals: [interval('often', 3, 1)] }),
    ]
    expect(told({ phases: apart })).toEqual([])
    const two = {
      intervals: [interval('often', 3, 1), interval('weekly', 1, 1)],
      limits: [
        most('a', d(4), 'civil-days', { intervals: ['often'] }),
        least('b', d(5), 'civil-days', { intervals: ['weekly'] }),
      ],
    }
    expect(told(inPhase(two))).toEqual([])
  })

  test.each([
    { of: interval('i', 1, 1), rule: least('r', d(10)), fits: false },
    { of: interval('i', 1, 1), rule: least('r', d(7)), fits: true },
    // Two days of room are used up by the third session.
    { of: interval('i', 1, 1), rule: least('r', d(8)), fits: false },
    { of: interval('i', 2, 1), rule: least('r', h(72), 'elapsed-hours'), fits: true },
    { of: interval('i', 3, 1), rule: least('r', h(48), 'elapsed-hours'), fits: true },
    { of: interval('i', 3, 1), rule: least('r', h(72), 'elapsed-hours'), fits: false },
    { of: interval('i', 1, 2), rule: most('r', d(11)), fits: false },
    { of: interval('i', 1, 2), rule: most('r', d(12)), fits: true },
    { of: interval('i', 1, 2), rule: most('r', d(14)), fits: true },
    { of: interval('i', 2, 1), rule: most('r', d(3)), fits: false },
    { of: interval('i', 2, 1), rule: most('r', d(4)), fits: true },
    { of: interval('i', 3, 1), rule: count('r', 2, 'calendar-week'), fits: false },
    { of: interval('i', 3, 1), rule: count('r', 3, 'calendar-week'), fits: true },
    { of: interval('i', 8, 1), rule: count('r', 1, 'civil-day'), fits: false },
    { of: interval('i', 7, 1), rule: count('r', 1, 'civil-day'), fits: true },
    { of: interval('i', 2, 1), rule: count('r', 4, 'rolling-days', d(28)), fits: false },
    { of: interval('i', 1, 1), rule: count('r', 4, 'rolling-days', d(28)), fits: true },
    { of: interval('i', 3, 1), rule: count('r', 1, 'rolling-hours', h(96)), fits: false },
    { of: interval('i', 2, 1), rule: count('r', 1, 'rolling-hours', h(72)), fits: true },
  ])('%#: a rule against the frequency it stands beside', ({ of, rule, fits }) => {
    const faults = faultsOf(inPhase({ intervals: [of], limits: [rule] }))
    expect(faults.map(({ code }) => code)).toEqual(fits ? [] : ['spacing-contradicts'])
    if (!fits)
      expect(faults[0]?.rows.map(({ path }) => path)).toEqual([
        'phases[0].limits[0]',
        'phases[0].intervals[0]',
      ])
  })

  test('two rules that each leave room, and together none: the interval and both are named', () => {
    // Two gaps of a week are seven days: four and three, or one of three days at most and one of four at least.
    const limits = [most('tight', d(5)), least('wide', d(5))]
    const faults = faultsOf(inPhase({ intervals: [interval('twice', 2, 1)], limits }))
    expect(faults).toHaveLength(1)
    const room = { early: d(0), late: d(0) }
    const pair = [count('week', 1, 'calendar-week'), most('tight', d(6))]
    const [fault] = faultsOf(inPhase({ intervals: [interval('weekly', 1, 1, room)], limits: pair }))
    expect(fault?.rows.map(({ path }) => path)).toEqual(['phases[0].limits[1]', 'phases[0].intervals[0]'])
  })

  test('a phase that counts more sessions than its weeks hold', () => {
    expect(told(inPhase({ weeks: 2, sessions: 6 }))).toEqual(['spacing-contradicts phases[0].sessions'])
    expect(told(inPhase({ weeks: 2, sessions: 4 }))).toEqual([])
    expect(
      told(inPhase({ weeks: 2, sessions: 6, intervals: [interval('twice', 2, 1), interval('often', 3, 1)] })),
    ).toEqual([])
  })

  test('every pair is told, not only the first', () => {
    const limits = [least('a', d(5)), most('b', d(2)), most('c', d(1))]
    expect(told({ limits })).toEqual([
      'spacing-contradicts limits[0]',
      'spacing-contradicts limits[0]',
      'spacing-contradicts limits[0]',
    ])
  })
})

describe('phases', () => {
  test('in a circle: all of them are named, each circle once', () => {
    const phases = [
      phase('a', { next: 'b' }),
      phase('b', { next: 'c' }),
      phase('c', { next: 'b' }),
      phase('d', { next: 'd' }),
    ]
    const faults = faultsOf({ phases })
    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'phases-in-circle phases[1].next',
      'phases-in-circle phases[3].next',
      'phase-unreachable phases[3]',
    ])
    expect(faults[0]?.rows.map(({ label }) => label)).toEqual(['Phase b', 'Phase c'])
  })

  test('that are not there, or that nothing leads to', () => {
    expect(told(inPhase({ next: 'nowhere' }))).toEqual(['unknown-phase phases[0].next'])
    expect(told({ phases: [phase('a'), phase('b')] })).toEqual(['phase-unreachable phases[1]'])
    // What goes on until somebody decides leads nowhere by itself.
    const open = { id: 'a', label: 'a', weeks: undefined, next: 'b' }
    expect(told({ phases: [phase('a', open), phase('b')] })).toEqual(['phase-unreachable phases[1]'])
    const back = {
      id: 'x',
      when: 'any',
      option: 're-induce',
      to: { phase: 'b', interval: 'twice' },
      text: 'Begin again.',
      ...seen,
    }
    expect(told({ phases: [phase('a', { missed: [back] }), phase('b')] })).toEqual([])
  })
})

describe('rows that name what is not there', () => {
  test('intervals of a limit, of its own phase and of any', () => {
    const phases = [
      phase('a', { next: 'b', limits: [least('l', d(1), 'civil-days', { intervals: ['weekly'] })] }),
      phase('b', { intervals: [interval('weekly', 1, 1)] }),
    ]
    expect(told({ phases })).toEqual(['unknown-phase phases[0].limits[0].intervals[0]'])
    const limits = [least('l', d(1), 'civil-days', { intervals: ['twice', 'daily'] })]
    expect(told({ limits })).toEqual(['unknown-phase limits[0].intervals[1]'])
  })

  test('places of a row about missed sessions', () => {
    const missed = (change: object) =>
      told(
        inPhase({
          missed: [{ id: 'm', when: 'any', option: 'step-back', text: 'Go back.', ...seen, ...change }],
        }),
      )
    expect(missed({})).toEqual(['dangling-reference phases[0].missed[0].to'])
    expect(missed({ option: 'ask', from: 'weekly' })).toEqual(['unknown-phase phases[0].missed[0].from'])
    expect(missed({ to: { phase: 'x', interval: 'twice' } })).toEqual([
      'unknown-phase phases[0].missed[0].to.phase',
    ])
    expect(missed({ to: { phase: 'first', interval: 'x' } })).toEqual([
      'unknown-phase phases[0].missed[0].to.interval',
    ])
    expect(missed({ from: 'twice', to: { phase: 'first', interval: 'twice' } })).toEqual([])
  })

  test('checkpoints and assessments on sessions, ends and adjuncts that never come', () => {
    const checkpoint = (at: object, change = {}) =>
      told(
        inPhase({
          checkpoints: [
            {
              id: 'c',
              label: 'Review',
              kind: 'benefit',
              at,
              blocks: true,
              prompt: 'Look.',
              because: 'So.',
              ...seen,
            },
          ],
          ...change,
        }),
      )
    const never = ['assessment-unreachable phases[0].checkpoints[0].at']
    expect(checkpoint({ afterSessions: 8 })).toEqual([])
    expect(checkpoint({ afterSessions: 9 })).toEqual(never)
    expect(checkpoint({ afterSessions: 4 }, { sessions: 3 })).toEqual(never)
    expect(checkpoint({ end: 'phase' })).toEqual([])
    expect(checkpoint({ end: 'phase' }, { weeks: undefined })).toEqual(never)
    expect(checkpoint({ every: { value: 6, unit: 'mo' } })).toEqual([])
    const assessed = (change: object, more = {}) =>
      told({
        assessments: [
          {
            id: 'x',
            label: 'Score',
            kind: 'measure',
            anchor: { is: 'start' },
            direction: 'after',
            from: d(0),
            due: d(1),
            to: d(2),
            ...seen,
            ...change,
          },
        ],
        ...more,
      })
    const hangs = ['assessment-unreachable assessments[0].anchor']
    expect(assessed({})).toEqual([])
    expect(assessed({ anchor: { is: 'session', number: 8 } })).toEqual([])
    expect(assessed({ anchor: { is: 'session', number: 9 } })).toEqual(hangs)
    expect(assessed({ anchor: { is: 'each-session', every: 9 } })).toEqual(hangs)
    expect(assessed({ anchor: { is: 'phase-end', phase: 'last' } })).toEqual(hangs)
    expect(assessed({ anchor: { is: 'phase-end', phase: 'first' } })).toEqual([])
    expect(assessed({ anchor: { is: 'phase-end', phase: 'first' } }, inPhase({ weeks: undefined }))).toEqual(
      hangs,
    )
    expect(assessed({ adjunct: 'talks' })).toEqual(['assessment-unreachable assessments[0].adjunct'])
    expect(assessed({ due: d(3) })).toEqual(['range-reversed assessments[0]'])
  })
})

test('repeated ids, of each kind of row', () => {
  const two = phase('a', {
    intervals: [interval('twice', 2, 1), interval('twice', 2, 1)],
    limits: [least('l', d(1))],
  })
  expect(told({ phases: [two], limits: [least('l', d(2))] })).toEqual([
    'id-clash phases[0].intervals[1].id',
    'id-clash phases[0].limits[0].id',
  ])
  expect(
    told({ phases: [phase('a', { next: 'b' }), phase('b', { intervals: [interval('twice', 4, 2)] })] }),
  ).toEqual(['id-clash phases[1].intervals[0].id'])
  const adjunct = {
    id: 'talks',
    label: 'Talks',
    need: 'optional',
    effective: { from: '2026-01-01' },
    ...seen,
  }
  const gap = { id: 'g', label: 'Gap', days: { from: 7, to: 14 }, ...seen }
  expect(
    told({ phases: [phase('a'), phase('a')], adjuncts: [adjunct, adjunct], studied: [gap, gap] }),
  ).toEqual([
    'id-clash phases[1].id',
    'id-clash adjuncts[1].id',
    'id-clash studied[1].id',
    'phase-unreachable phases[1]',
  ])
})

test('ranges that end before they begin, and doses out of order', () => {
  expect(told({ age: { from: 65, to: 18 } })).toEqual(['range-reversed age'])
  expect(told({ effective: { from: '2026-02-01', to: '2026-01-31' } })).toEqual(['range-reversed effective'])
  expect(told({ studied: [{ id: 'g', label: 'Gap', days: { from: 14, to: 7 }, ...seen }] })).toEqual([
    'range-reversed studied[0].days',
  ])
  const dose = (sessions: object, amounts: object) => ({ sessions, amounts, ...seen })
  const mg = { unit: 'mg', values: [56, 84] }
  expect(told(inPhase({ doses: [dose({ from: 1, to: 8 }, mg)] }))).toEqual([])
  expect(told(inPhase({ doses: [dose({ from: 3, to: 1 }, { unit: 'mg', values: [84, 56] })] }))).toEqual([
    'range-reversed phases[0].doses[0].sessions',
    'range-reversed phases[0].doses[0].amounts',
    'dose-missing phases[0].doses',
  ])
  expect(told(inPhase({ doses: [dose({ from: 1 }, { unit: 'mg/kg', least: 1, most: 0.5 })] }))).toEqual([
    'range-reversed phases[0].doses[0].amounts',
  ])
  expect(told(inPhase({ doses: [dose({ from: 1, to: 4 }, mg), dose({ from: 4 }, mg)] }))).toEqual([
    'doses-overlap phases[0].doses[1].sessions',
  ])
  expect(told(inPhase({ doses: [dose({ from: 2 }, mg)] }))).toEqual(['dose-missing phases[0].doses'])
})

describe('numbers', () => {
  test('count in the unit of their row, at the door and in the policy', () => {
    const elapsed = { limits: [least('l', own, 'elapsed-hours')] }
    expect(toldWith(2, 'h', elapsed)).toEqual([])
    expect(toldWith(2, 'd', elapsed)).toEqual(['unit-of-another limits[0].amount'])
    expect(toldWith(48, 'h', { limits: [least('l', own)] })).toEqual(['unit-of-another limits[0].amount'])
    expect(toldWith(72, 'h', { limits: [count('l', 2, 'rolling-days', own)] })).toEqual([
      'unit-of-another limits[0].window',
    ])
    expect(toldWith(12, 'h', inPhase({ intervals: [interval('i', 1, 1, { late: own })] }))).toEqual([
      'unit-of-another phases[0].intervals[0].late',
    ])
    const of = {
      id: 'x',
      label: 'Score',
      kind: 'measure',
      anchor: { is: 'start' },
      direction: 'after',
      ...seen,
    }
    const assessments = [{ ...of, from: own, due: d(1), to: d(2) }]
    expect(toldWith(1, 'h', { assessments })).toEqual(['unit-of-another assessments[0].from'])

    expect(refused({ limits: [least('l', d(2), 'elapsed-hours')] })).toEqual([
      'unit-of-another limits[0].amount.unit',
    ])
    expect(refused({ limits: [least('l', h(48))] })).toEqual(['unit-of-another limits[0].amount.unit'])
    expect(refused({ limits: [count('l', 2, 'rolling-days', h(72))] })).toEqual([
      'unit-of-another limits[0].window.unit',
    ])
    expect(refused({ limits: [count('l', 2, 'rolling-hours', d(3))] })).toEqual([
      'unit-of-another limits[0].window.unit',
    ])
    expect(refused(inPhase({ intervals: [interval('i', 1, 1, { late: h(12) })] }))).toEqual([
      'unit-of-another phases[0].intervals[0].late.unit',
    ])
    expect(refused({ assessments: [{ ...assessments[0], from: h(1) }] })).toEqual([
      'unit-of-another assessments[0].from.unit',
    ])
  })

  test('are lengths of time: whole days, and nothing below none', () => {
    const limited = { limits: [least('l', own)] }
    expect(toldWith(1.5, 'd', limited)).toEqual(['wrong-shape limits[0].amount'])
    expect(toldWith(1e300, 'd', limited)).toContain('wrong-shape limits[0].amount')
    expect(told({ limits: [least('l', d(0))] })).toEqual(['wrong-shape limits[0].amount'])
    expect(toldWith(0, 'h', { limits: [most('l', own, 'elapsed-hours')] })).toEqual([
      'wrong-shape limits[0].amount',
    ])
    expect(toldWith(0.5, 'd', inPhase({ intervals: [interval('i', 1, 1, { early: own })] }))).toEqual([
      'wrong-shape phases[0].intervals[0].early',
    ])

    const wrong = ['wrong-shape limits[0].amount.value']
    for (const days of [1.5, -1, 36_526, 1e300])
      expect(refused({ limits: [least('l', d(days))] })).toEqual(wrong)
    for (const hours of [-1, 876_601, 1e300])
      expect(refused({ limits: [most('l', h(hours), 'elapsed-hours')] })).toEqual(wrong)
    const minutes = (value: number) => ({ limits: [least('l', { value, unit: 'min' }, 'elapsed-hours')] })
    expect(refused(minutes(52_596_000))).toEqual([])
    expect(refused(minutes(52_596_001))).toEqual(wrong)
    expect(refused({ limits: [least('l', d(36_525))] })).toEqual([])
    expect(refused({ limits: [least('l', h(876_600), 'elapsed-hours')] })).toEqual([])
  })

  test('of a window reach no further than a plan shows, and a review comes again after a while', () => {
    const late = (days: number) => inPhase({ intervals: [interval('i', 1, 1, { late: d(days) })] })
    expect(refused(late(49))).toEqual([])
    expect(refused(late(50))).toEqual(['wrong-shape phases[0].intervals[0].late.value'])
    expect(refused(late(-1))).toEqual(['wrong-shape phases[0].intervals[0].late.value'])
    const again = (value: number, unit: string) =>
      inPhase({
        checkpoints: [
          {
            id: 'c',
            label: 'Look',
            kind: 'periodic',
            at: { every: { value, unit } },
            blocks: false,
            prompt: 'Look?',
            because: 'So.',
            ...seen,
          },
        ],
      })
    for (const unit of ['d', 'wk', 'mo', 'a']) expect(refused(again(1, unit))).toEqual([])
    for (const [value, unit] of [
      [0, 'd'],
      [1.5, 'wk'],
      [1_201, 'mo'],
      [101, 'a'],
      [1, 'h'],
    ] as const)
      expect(refused(again(value, unit))).toEqual([expect.stringContaining('phases[0].checkpoints[0].at')])
  })

  test('named in a policy are read from it; a name it does not hold, or no policy, is told and never passed over', () => {
    const rule = { limits: [least('l', { policy: 'session-late' })] }
    expect(told(rule)).toEqual([])
    expect(told(rule, false)).toEqual(['policy-incomplete limits[0].amount'])
    expect(told({ limits: [least('l', { policy: 'no-such-number' })] })).toEqual([
      'policy-incomplete limits[0].amount',
    ])
    expect(told({ limits: [least('l', { policy: 'constructor' })] })).toEqual([
      'policy-incomplete limits[0].amount',
    ])
    expect(told({ limits: [least('l', { policy: 'open-phase-weeks' })] })).toEqual([
      'unit-of-another limits[0].amount',
    ])
  })
})

test('law: what the check calls impossible is impossible for every choice of days in a small search', () => {
  const days = fc.integer({ min: 0, max: 2 })
  const small = fc.record({
    sessions: fc.integer({ min: 1, max: 3 }),
    early: days,
    late: days,
    gap: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('least', 'most'),
  })
  fc.assert(
    fc.property(small, ({ sessions, early, late, gap, kind }) => {
      const of = interval('i', sessions, 1, { early: d(early), late: d(late) })
      const rule = kind === 'least' ? least('r', d(gap)) : most('r', d(gap))
      const found = told(inPhase({ weeks: undefined, sessions: 4, intervals: [of], limits: [rule] }))
      const keeps = (a: number, b: number): boolean => (kind === 'least' ? b - a >= gap : b - a <= gap)
      expect(found.length === 0).toBe(searched(sessions, early, late, keeps))
    }),
    { numRuns: 300 },
  )
})

/** Every choice of weekdays and every choice of days inside the windows of four sessions. */
function searched(
  sessions: number,
  early: number,
  late: number,
  keeps: (a: number, b: number) => boolean,
): boolean {
  const week = [0, 1, 2, 3, 4, 5, 6]
  const choices: number[][] =
    sessions === 1
      ? week.map((a) => [a])
      : sessions === 2
        ? week.flatMap((a) => week.filter((b) => b > a).map((b) => [a, b]))
        : week.flatMap((a) =>
            week.filter((b) => b > a).flatMap((b) => week.filter((c) => c > b).map((c) => [a, b, c])),
          )
  return choices.some((slots) => {
    const all = [0, 7, 14, 21, 28].flatMap((from) => slots.map((slot) => from + slot))
    return slots.some((_, first) => {
      const place = (n: number, before: number | undefined): boolean => {
        const regular = all[first + n]
        if (n === 4 || regular === undefined) return true
        for (let day = regular - early; day <= regular + late; day += 1)
          if (before === undefined || (day >= before && keeps(before, day)))
            if (place(n + 1, day)) return true
        return false
      }
      return place(0, undefined)
    })
  })
}

describe('bad input', () => {
  test('a protocol that did not come through the door, and other mistakes of a program, are refusals', () => {
    const refusal = (run: () => unknown) => {
      try {
        run()
      } catch (thrown) {
        if (thrown instanceof Refusal) return `${thrown.code} ${thrown.path}`
      }
      return 'nothing'
    }
    const raw: never = JSON.parse(JSON.stringify(protocol())) as never
    expect(refusal(() => validateProtocol(raw))).toBe('not-parsed protocol')
    const whole = parsed(protocol())
    expect(refusal(() => validateProtocol(whole, JSON.parse('null')))).toBe('bad-argument context')
    expect(refusal(() => validateProtocol(whole, JSON.parse('{"policy":{}}')))).toBe(
      'not-parsed context.policy',
    )
    for (const bad of ['null', '7', '{}', '{"text":"a","path":"b"}', '{"text":"a","path":"b","rows":[1]}'])
      expect(refusal(() => describeProtocolFault(JSON.parse(bad)))).toBe('bad-argument fault')
  })

  test('as large and as contradictory as the schema allows: answered at once, in one order', () => {
    const intervals = Array.from({ length: 20 }, (_, n) => interval(`i${n}`, 3, 1, { late: d(n) }))
    const limits = (at: number) =>
      Array.from({ length: 50 }, (_, n) =>
        n % 2 === 0
          ? least(`l${at}-${n}`, d(30 + n))
          : count(`l${at}-${n}`, 1 + n, 'rolling-days', d(100 * n)),
      )
    const phases = Array.from({ length: 50 }, (_, at) =>
      phase(`p${at}`, { next: `p${(at + 1) % 50}`, intervals, limits: limits(at) }),
    )
    const began = performance.now()
    const large = told({ phases, limits: Array.from({ length: 50 }, (_, n) => most(`m${n}`, d(1 + n))) })
    expect(performance.now() - began).toBeLessThan(2000)
    expect(large.length).toBeGreaterThan(20)
    expect(large.filter((one) => one.startsWith('phases-in-circle'))).toEqual([
      'phases-in-circle phases[0].next',
    ])
  })
})

test('the schema printed for others takes and refuses what the door does', () => {
  const printed = JSON.stringify(z.toJSONSchema(Protocol, { io: 'input' }))
  const asked = z.fromJSONSchema(JSON.parse(printed))
  const cases: readonly [unknown, boolean][] = [
    [protocol(), true],
    [protocol({ limits: [count('l', 2, 'rolling-days', d(7))] }), true],
    [protocol({ limits: [count('l', 2, 'rolling-days')] }), false],
    [protocol({ limits: [count('l', 0, 'civil-day')] }), false],
    [protocol({ phases: [] }), false],
    [protocol({ id: 'Our own' }), false],
    [protocol({ more: 1 }), false],
    [inPhase({}), false],
  ]
  for (const [json, takes] of cases) {
    expect(parse(Protocol, json).ok).toBe(takes)
    expect(asked.safeParse(JSON.parse(JSON.stringify(json))).success).toBe(takes)
  }
})
