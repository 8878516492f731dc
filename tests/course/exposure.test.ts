/** How much was given: by product, in windows, and in a life. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { courseExposure, type EarlierExposure, type ExposureQuestion } from '../../src/course/exposure.ts'
import type { Context } from '../../src/kernel/content.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { addDays } from '../../src/kernel/time.ts'
import type { Session, SessionEvent } from '../../src/session/session.schema.ts'
import { aborted, booking, cancelled, corrected, given, late, logOf, noShow } from './visits.ts'

const now: Context = {
  content: us,
  policy: usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-11-22T09:00:00-05:00',
}
const mg = (value: number) => ({ value, unit: 'mg' })

const exposure = (question: ExposureQuestion, context = now) => {
  const read = courseExposure(question, context)
  if (!read.ok) throw new Error(`${read.error.code} ${read.error.path}`)
  return read.value
}
const errorOf = (question: ExposureQuestion) => {
  const read = courseExposure(question, now)
  return read.ok ? 'none' : `${read.error.code} ${read.error.path}`
}
const row = (
  sessions: readonly Parsed<Session>[],
  more: Omit<ExposureQuestion, 'sessions'> = { earlier: [] },
) => exposure({ sessions, ...more }).products[0]

/** A visit of one administration, written as it stands. */
const one = (id: string, at: string, what: SessionEvent['what'], product: string | null = 'ketamine-im') =>
  logOf(
    id,
    at,
    [
      [-60, { ...booking(id, at, null), ...(product === null ? {} : { product }) } as SessionEvent['what']],
      [0, what],
    ],
    {},
  )
const dose = (amount?: number, as?: 'base' | 'hydrochloride'): SessionEvent['what'] => ({
  type: 'dose-given',
  how: 'injection',
  ...(amount === undefined ? {} : { amount: mg(amount) }),
  ...(as === undefined ? {} : { as }),
})

describe('the sessions and milligrams of a course', () => {
  test('are those that were given, not those that were booked', () => {
    const sessions = [
      given('s1', '2026-11-03T15:00:00Z', 56),
      aborted('s2', '2026-11-06T15:00:00Z', 28, { ordered: 84 }),
      noShow('s3', '2026-11-10T15:00:00Z'),
      cancelled('s4', '2026-11-13T15:00:00Z'),
      given('s5', '2026-11-17T15:00:00Z', 84),
    ]
    expect(row(sessions)).toEqual({
      product: 'esketamine-nasal',
      as: 'base',
      first: '2026-11-03T15:00:00Z',
      last: '2026-11-17T15:00:00Z',
      logged: { sessions: { least: 3, most: 3 }, mg: { least: mg(168), most: mg(168) } },
      lifetime: { sessions: { least: 3, most: 3 }, mg: { least: mg(168), most: mg(168) } },
      windows: [],
    })
  })

  test('are told by product, and never added over two of them', () => {
    const products = exposure({
      sessions: [
        given('s1', '2026-11-03T15:00:00Z', 56),
        given('s2', '2026-11-10T15:00:00Z', 40, { product: 'ketamine-iv' }),
      ],
      earlier: [],
    }).products
    expect(
      products.map(({ product, logged }) => [product, logged.sessions.least, logged.mg.least.value]),
    ).toEqual([
      ['esketamine-nasal', 1, 56],
      ['ketamine-iv', 1, 40],
    ])
  })

  test('count tenths exactly', () => {
    const sessions = [0.1, 0.2, 0.3].map((amount, at) =>
      one(`v${at}`, `2026-11-0${at + 1}T15:00:00Z`, dose(amount, 'base')),
    )
    expect(row(sessions)?.logged.mg).toEqual({ least: mg(0.6), most: mg(0.6) })
  })

  test('have no upper bound once a dose of unknown amount is among them, and the visit may not count', () => {
    const sessions = [
      one('v1', '2026-11-01T15:00:00Z', dose(30, 'base')),
      one('v2', '2026-11-04T15:00:00Z', dose()),
    ]
    expect(row(sessions)?.logged).toEqual({ sessions: { least: 1, most: 2 }, mg: { least: mg(30) } })
  })

  test('a device whose outcome nobody knows counts in the upper bound alone', () => {
    const device = { type: 'device-given', outcome: 'unknown', holds: mg(28) } as const
    expect(row([one('v1', '2026-11-01T15:00:00Z', device, 'esketamine-nasal')])?.logged).toEqual({
      sessions: { least: 0, most: 1 },
      mg: { least: mg(0), most: mg(28) },
    })
  })

  test('base and hydrochloride stand apart; a visit that mixes them leaves both open', () => {
    const sessions = [
      one('v1', '2026-11-01T15:00:00Z', dose(30, 'base')),
      one('v2', '2026-11-02T15:00:00Z', dose(35, 'hydrochloride')),
    ]
    const apart = exposure({ sessions, earlier: [] }).products
    expect(apart.map(({ as, logged }) => [as, logged.mg.least.value, logged.mg.most?.value])).toEqual([
      ['base', 30, 30],
      ['hydrochloride', 35, 35],
    ])
    const mixed = logOf('v3', '2026-11-03T15:00:00Z', [
      [-60, { type: 'booked', kind: 'dosing', product: 'ketamine-im' }],
      [0, dose(10, 'base')],
      [5, dose(10, 'hydrochloride')],
    ])
    const both = exposure({ sessions: [...sessions, mixed], earlier: [] }).products
    expect(
      both.map(({ as, logged }) => [as, logged.mg.least.value, logged.mg.most, logged.sessions.most]),
    ).toEqual([
      ['base', 30, undefined, 2],
      ['hydrochloride', 35, undefined, 2],
    ])
  })

  test('a visit of which nobody wrote down the salt may count in both, and all are sessions of the product', () => {
    const told = (salts: readonly ('base' | 'hydrochloride' | undefined)[]) => {
      const sessions = salts.map((as, at) => one(`v${at}`, `2026-11-0${at + 1}T15:00:00Z`, dose(40, as)))
      const whole = exposure({ sessions, earlier: [], windows: [28] })
      expect(whole.sessions).toEqual([
        {
          product: 'ketamine-im',
          logged: { least: 3, most: 3 },
          lifetime: { least: 3, most: 3 },
        },
      ])
      return whole.products.map(({ as, logged: { sessions, mg }, windows }) => {
        expect(windows).toEqual([{ days: 28, sessions, mg }])
        return [as, sessions.least, sessions.most, mg.least.value, mg.most?.value]
      })
    }
    expect(told(['hydrochloride', 'hydrochloride', 'base'])).toEqual([
      ['base', 1, 1, 40, 40],
      ['hydrochloride', 2, 2, 80, 80],
    ])
    expect(told([undefined, 'hydrochloride', 'base'])).toEqual([
      ['base', 1, 2, 40, 80],
      ['unstated', 1, 1, 40, 40],
      ['hydrochloride', 1, 2, 40, 80],
    ])
    expect(told([undefined, undefined, 'base'])).toEqual([
      ['base', 1, 3, 40, 120],
      ['unstated', 2, 2, 80, 80],
    ])
  })

  test('what was stated of the time before stands once, whatever the salts', () => {
    const sessions = [
      one('v1', '2026-11-01T15:00:00Z', dose(30, 'base')),
      one('v2', '2026-11-02T15:00:00Z', dose(35, 'hydrochloride')),
    ]
    const whole = exposure({ sessions, earlier: [{ product: 'ketamine-im', sessions: 4, mg: 160 }] })
    expect(whole.sessions[0]?.lifetime).toEqual({ least: 6, most: 6 })
    expect(whole.products.map(({ as, lifetime }) => [as, lifetime.sessions, lifetime.mg.most])).toEqual([
      ['base', { least: 1, most: null }, undefined],
      ['unstated', { least: 4, most: 4 }, mg(160)],
      ['hydrochloride', { least: 1, most: null }, undefined],
    ])
  })

  test('a visit of an unknown product is listed, and may be one of each product', () => {
    const at = '2026-11-05T15:00:00Z'
    const nameless = logOf('v9', at, [[0, dose(20, 'base')]])
    const whole = exposure({ sessions: [given('s1', '2026-11-03T15:00:00Z', 56), nameless], earlier: [] })
    expect(whole.unplaced).toEqual(['visit-v9'])
    expect(whole.products[0]?.logged).toEqual({
      sessions: { least: 1, most: 2 },
      mg: { least: mg(56), most: mg(76) },
    })
  })
})

describe('windows', () => {
  const window = (sessions: readonly Parsed<Session>[], days: number, earlier?: readonly EarlierExposure[]) =>
    row(sessions, { windows: [days], ...(earlier === undefined ? {} : { earlier }) })?.windows[0]

  test('are civil days of the clinic: the day of the question is the last of them', () => {
    // 00:30 on the 16th in New York, the 16th in Greenwich; 23:30 on the 15th is the 16th in Greenwich.
    const inside = given('s1', '2026-11-16T05:30:00Z', 56)
    const before = given('s2', '2026-11-16T04:30:00Z', 56)
    expect(window([inside, before], 7, [])).toMatchObject({ days: 7, sessions: { least: 1, most: 1 } })
    expect(window([inside, before], 8, [])).toMatchObject({ sessions: { least: 2, most: 2 } })
    const greenwich = { ...now, zone: 'Europe/London' }
    const there = exposure({ sessions: [inside, before], earlier: [], windows: [7] }, greenwich)
    expect(there.products[0]?.windows[0]?.sessions).toEqual({ least: 2, most: 2 })
  })

  test('may hold a visit without a time', () => {
    const sessions = [
      given('s1', '2026-11-20T15:00:00Z', 56),
      given('s2', '2026-01-20T15:00:00Z', 28, { untimed: true }),
    ]
    expect(window(sessions, 7, [])).toMatchObject({
      sessions: { least: 1, most: 2 },
      mg: { least: mg(56), most: mg(84) },
    })
    expect(row(sessions)).toMatchObject({ first: null, last: null })
  })

  test('may reach into the time before the logs', () => {
    const sessions = [given('s1', '2026-11-18T15:00:00Z', 56)]
    expect(window(sessions, 28)).toMatchObject({ sessions: { least: 1, most: null }, mg: { least: mg(56) } })
    // The window begins after the logs do.
    expect(window(sessions, 4)).toMatchObject({ sessions: { least: 0, most: 0 } })
    expect(window(sessions, 5)).toMatchObject({ sessions: { least: 1, most: null } })
    const stated = { product: 'esketamine-nasal', sessions: 8, mg: 448 }
    const most = (earlier: EarlierExposure) => window(sessions, 28, [earlier])?.sessions
    expect(most(stated)).toEqual({ least: 1, most: 9 })
    expect(most({ ...stated, to: '2026-10-25' })).toEqual({ least: 1, most: 1 })
    expect(most({ ...stated, to: '2026-10-26' })).toEqual({ least: 1, most: 9 })
    expect(most({ ...stated, from: '2026-10-26', to: '2026-11-10' })).toEqual({ least: 9, most: 9 })
  })
})

describe('a life', () => {
  const life = (earlier?: readonly EarlierExposure[]) =>
    row([given('s1', '2026-11-18T15:00:00Z', 56)], earlier === undefined ? {} : { earlier })?.lifetime

  test('without a word about the time before has no upper bound', () => {
    expect(life()).toEqual({ sessions: { least: 1, most: null }, mg: { least: mg(56) } })
    expect(life([])).toEqual({ sessions: { least: 1, most: 1 }, mg: { least: mg(56), most: mg(56) } })
  })

  test('holds what was stated, as far as it is known', () => {
    const product = 'esketamine-nasal'
    expect(life([{ product, sessions: 8, mg: 448.5 }])).toEqual({
      sessions: { least: 9, most: 9 },
      mg: { least: mg(504.5), most: mg(504.5) },
    })
    expect(life([{ product, sessions: 8 }])).toEqual({
      sessions: { least: 9, most: 9 },
      mg: { least: mg(56) },
    })
    expect(life([{ product, mg: 28 }])).toEqual({
      sessions: { least: 2, most: null },
      mg: { least: mg(84), most: mg(84) },
    })
    expect(life([{ product: 'ketamine-iv', sessions: 6 }])).toEqual(life([]))
  })

  test('names a product that was only stated', () => {
    const products = exposure({
      sessions: [],
      earlier: [{ product: 'ketamine-iv', sessions: 6, mg: 240 }],
    }).products
    expect(products).toMatchObject([
      {
        product: 'ketamine-iv',
        as: 'unstated',
        first: null,
        logged: { sessions: { most: 0 } },
        lifetime: { sessions: { least: 6 } },
      },
    ])
  })
})

test('all of what comes back is frozen', () => {
  const read = courseExposure({ sessions: [given('s1', '2026-11-03T15:00:00Z', 56)] }, now)
  expect(Object.isFrozen(read) && read.ok && Object.isFrozen(read.value.products)).toBe(true)
  const earlier = [{ product: 'ketamine-iv', from: '2027-01-01' }]
  const refused = courseExposure({ sessions: [], earlier }, now)
  expect(Object.isFrozen(refused) && !refused.ok && Object.isFrozen(refused.error)).toBe(true)
})

test('law: late entries and corrections count as if they had been written in time', () => {
  const at = '2026-11-03T15:00:00Z'
  const plain = row([given('s1', at, 56)])
  expect(row([late('s1', at, 56)])).toEqual(plain)
  expect(row([corrected('s1', at, 56)])).toEqual(plain)
})

const administrations = fc.oneof(
  fc.record({
    type: fc.constant('device-given' as const),
    outcome: fc.constantFrom('complete' as const, 'partial' as const, 'failed' as const, 'unknown' as const),
    holds: fc.constant(mg(28)),
  }),
  fc.record({
    type: fc.constant('dose-given' as const),
    how: fc.constant('sprayed' as const),
    amount: fc.integer({ min: 1, max: 9999 }).map((tenths) => mg(tenths / 10)),
    as: fc.constant('base' as const),
  }),
  fc.constant({ type: 'dose-given' as const, how: 'sprayed' as const, as: 'base' as const }),
)
const visits = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 80 }), fc.array(administrations, { maxLength: 3 })),
  {
    maxLength: 6,
  },
)
const dayOf = (day: number): string => `${addDays('2026-09-01', day)}T15:00:00Z`
const logsOf = (drafts: readonly (readonly [number, readonly SessionEvent['what'][]])[]) =>
  drafts.map(([day, given], at) =>
    logOf(`v${at}`, dayOf(day), [
      [-60, { type: 'booked', kind: 'dosing', product: 'esketamine-nasal' }],
      ...given.map((what, n) => [n * 5, what] as const),
    ]),
  )
const windows = [7, 28]
const whole = (sessions: readonly Parsed<Session>[]) => exposure({ sessions, earlier: [], windows })

test('law: no total falls when something more was given, and the order of the logs plays no part', () => {
  const bounds = (sessions: readonly Parsed<Session>[]) =>
    whole(sessions).products.flatMap(({ logged, lifetime, windows }) =>
      [logged, lifetime, ...windows].flatMap((part) => [
        part.sessions.least,
        part.sessions.most ?? Infinity,
        part.mg.least.value,
        part.mg.most?.value ?? Infinity,
      ]),
    )
  fc.assert(
    fc.property(visits, fc.nat(), administrations, (drafts, which, added) => {
      const logs = logsOf(drafts)
      expect(whole(logs.toReversed())).toEqual(whole(logs))
      expect(whole([...logs, ...logs])).toEqual(whole(logs))
      if (drafts.length === 0) return
      const more = drafts.map(([day, given], at) =>
        at === which % drafts.length ? ([day, [...given, added]] as const) : ([day, given] as const),
      )
      const [before, after] = [bounds(logs), bounds(logsOf(more))]
      for (const [at, bound] of before.entries()) expect(after[at]).toBeGreaterThanOrEqual(bound)
    }),
    { numRuns: 60 },
  )
})

test('law: sums agree with whole tenths added up one by one', () => {
  fc.assert(
    fc.property(visits, (drafts) => {
      let [least, most, count, countMost] = [0, 0, 0, 0]
      for (const [, given] of drafts) {
        let [low, high] = [0, 0]
        for (const what of given) {
          if (what.type === 'device-given') {
            low += what.outcome === 'complete' ? 280 : 0
            high += what.outcome === 'failed' ? 0 : 280
          } else if ('amount' in what) {
            low += Math.round(what.amount.value * 10)
            high += Math.round(what.amount.value * 10)
          } else high = Number.POSITIVE_INFINITY
        }
        least += low
        most += high
        count += low > 0 ? 1 : 0
        countMost += high > 0 ? 1 : 0
      }
      const [product] = whole(logsOf(drafts)).products
      expect(
        product?.logged ?? { sessions: { least: 0, most: 0 }, mg: { least: mg(0), most: mg(0) } },
      ).toEqual({
        sessions: { least: count, most: countMost },
        mg: { least: mg(least / 10), ...(most === Number.POSITIVE_INFINITY ? {} : { most: mg(most / 10) }) },
      })
    }),
    { numRuns: 60 },
  )
})

test('law: with the salt of a visit forgotten no bound gets tighter', () => {
  const salts = fc.array(fc.constantFrom('base' as const, 'hydrochloride' as const, undefined), {
    minLength: 1,
    maxLength: 6,
  })
  const rows = (of: readonly ('base' | 'hydrochloride' | undefined)[]) =>
    exposure({
      sessions: of.map((as, at) => one(`v${at}`, `2026-11-0${at + 1}T15:00:00Z`, dose(10 + at, as))),
      earlier: [],
    })
  fc.assert(
    fc.property(salts, fc.nat(), (of, which) => {
      const [more, less] = [rows(of), rows(of.with(which % of.length, undefined))]
      expect(less.sessions).toEqual(more.sessions)
      for (const { as, logged } of more.products) {
        if (as === 'unstated') continue
        const after = less.products.find((row) => row.as === as)?.logged
        if (after === undefined) continue
        expect(after.sessions.least).toBeLessThanOrEqual(logged.sessions.least)
        expect(after.sessions.most).toBeGreaterThanOrEqual(logged.sessions.most ?? Infinity)
        expect(after.mg.least.value).toBeLessThanOrEqual(logged.mg.least.value)
        expect(after.mg.most?.value).toBeGreaterThanOrEqual(logged.mg.most?.value ?? Infinity)
      }
    }),
    { numRuns: 100 },
  )
})

describe('bad input', () => {
  const log = given('s1', '2026-11-03T15:00:00Z', 56, { patient: 'a' })
  const product = 'esketamine-nasal'

  test('what a clinic may meet comes back with a code and a path', () => {
    const other = given('s2', '2026-11-03T15:00:00Z', 56, { patient: 'b' })
    expect(errorOf({ sessions: [log, other] })).toBe('another-course sessions[1].patient')
    const changed = given('s1', '2026-11-03T15:00:00Z', 84, { patient: 'a' })
    expect(errorOf({ sessions: [log, changed] })).toBe('id-clash sessions[1].id')
    const many = new Array<Parsed<Session>>(10_001).fill(log)
    expect(errorOf({ sessions: many })).toBe('too-many-sessions sessions')
    const dates = (from: string, to: string) => ({ sessions: [], earlier: [{ product, from, to }] })
    expect(errorOf(dates('2026-02-02', '2026-02-01'))).toBe('end-before-start earlier[0].to')
    expect(errorOf(dates('2027-01-01', '2027-02-01'))).toBe('start-ahead earlier[0].from')
    expect(errorOf(dates('2026-01-01', '2027-02-01'))).toBe('start-ahead earlier[0].to')
    const stated = (sessions: number, mg: number) => ({ sessions: [], earlier: [{ product, sessions, mg }] })
    expect(errorOf(stated(0, 150))).toBe('earlier-contradicts earlier[0].sessions')
    expect(errorOf(stated(3, 0))).toBe('earlier-contradicts earlier[0].mg')
    expect(errorOf(stated(0, 0))).toBe('none')
  })

  test.each([
    ['null', 'bad-argument question'],
    ['{}', 'bad-argument sessions'],
    ['{"sessions":[{}]}', 'not-parsed sessions[0]'],
    ['{"sessions":[],"windows":7}', 'bad-argument windows'],
    ['{"sessions":[],"windows":[0]}', 'bad-argument windows[0]'],
    ['{"sessions":[],"windows":[7,1.5]}', 'bad-argument windows[1]'],
    ['{"sessions":[],"windows":[1e9]}', 'bad-argument windows[0]'],
    ['{"sessions":[],"earlier":{}}', 'bad-argument earlier'],
    ['{"sessions":[],"earlier":[null]}', 'bad-argument earlier[0]'],
    ['{"sessions":[],"earlier":[{}]}', 'bad-argument earlier[0].product'],
    ['{"sessions":[],"earlier":[{"product":"cough-syrup"}]}', 'unknown-product earlier[0].product'],
    [
      '{"sessions":[],"earlier":[{"product":"ketamine-iv","sessions":-1}]}',
      'bad-argument earlier[0].sessions',
    ],
    [
      '{"sessions":[],"earlier":[{"product":"ketamine-iv","sessions":1.5}]}',
      'bad-argument earlier[0].sessions',
    ],
    ['{"sessions":[],"earlier":[{"product":"ketamine-iv","mg":"6"}]}', 'bad-argument earlier[0].mg'],
    ['{"sessions":[],"earlier":[{"product":"ketamine-iv","from":"2026"}]}', 'bad-argument earlier[0].from'],
    ['{"sessions":[],"earlier":[{"product":"ketamine-iv","to":"2026-02-30"}]}', 'bad-argument earlier[0].to'],
  ])('%s is a mistake of the program: %s', (json, told) => {
    let refused = 'nothing'
    try {
      courseExposure(JSON.parse(json), now)
    } catch (thrown) {
      if (thrown instanceof Refusal) refused = `${thrown.code} ${thrown.path}`
    }
    expect(refused).toBe(told)
  })
})
