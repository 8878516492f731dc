/** What a device sends, and what of it can be used. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { checkStream, type DeviceStream, type Sample } from '../../src/session/stream.ts'
import type { Vital } from '../../src/session/vitals.ts'
import { minute, zone } from './monitored.ts'

const context = (asOf: number) => ({ content: us, policy: usStartingPolicy, zone, asOf: minute(asOf) })
const second = { value: 1, unit: 's' } as const
const units = { heartRate: '/min', oxygenSaturation: '%', systolic: 'mm[Hg]', temperature: 'Cel' } as const

type Drawn = readonly [at: number, value?: number]

const samples = (vital: keyof typeof units, drawn: readonly Drawn[]): readonly Sample[] =>
  drawn.map(([at, value]) => ({
    at: minute(at),
    ...(value === undefined ? {} : { value: { value, unit: units[vital] } }),
  }))

const check = (vital: keyof typeof units, drawn: readonly Drawn[], asOf = 0, expectedEvery = second) =>
  checkStream({ vital, readings: samples(vital, drawn), expectedEvery }, context(asOf))

/** So many samples, the last at minute 0, the interval in minutes between them. */
const steady = (count: number, interval: number, value: (place: number) => number): readonly Drawn[] =>
  Array.from({ length: count }, (_, place) => [(place - count + 1) * interval, value(place)])

describe('the newest value of a stream', () => {
  test('is used as it came, whatever the order it came in', () => {
    const found = { known: true, value: { value: 74, unit: '/min' }, at: minute(-0.5), doubtful: [] }
    expect(
      check('heartRate', [
        [-1, 72],
        [-0.5, 74],
        [-1.5, 70],
      ]),
    ).toEqual(found)
  })

  test.each([
    { age: 2 + 1 / 60, known: true, why: undefined, what: 'two minutes after the next was expected' },
    { age: 2.05, known: false, why: 'stale', what: 'later than that' },
    { age: -5, known: true, why: undefined, what: 'five minutes ahead, as far as clocks differ' },
    { age: -5.01, known: false, why: 'ahead', what: 'further ahead' },
  ])('of a device that sends each second is known: $known, $what', ({ age, known, why }) => {
    expect(check('heartRate', [[-age, 72]])).toMatchObject(known ? { known } : { known, why })
  })

  test('of a cuff that measures every five minutes is not stale before the next measurement is', () => {
    const cuff = { value: 5, unit: 'min' } as const
    const found = (age: number) =>
      checkStream(
        { vital: 'systolic', readings: samples('systolic', [[-age, 130]]), expectedEvery: cuff },
        context(0),
      )
    expect(found(7).known).toBe(true)
    expect(found(7.01)).toMatchObject({ known: false, why: 'stale' })
  })

  test('is unknown where nothing was sent', () => {
    expect(check('heartRate', [])).toEqual({ known: false, why: 'nothing-sent', doubtful: [] })
  })

  test.each([
    ['has no value', undefined],
    ['is 0', 0],
    ['is a sentinel', 999],
  ])('that %s hides behind no older one', (_what, value) => {
    const newest: Drawn = value === undefined ? [0] : [0, value]
    expect(check('heartRate', [[-0.1, 72], newest])).toEqual({
      known: false,
      why: 'not-readable',
      at: minute(0),
      doubtful: [minute(0)],
    })
  })

  test('is unknown where two values have its time', () => {
    expect(
      check('heartRate', [
        [0, 72],
        [0, 75],
      ]),
    ).toMatchObject({ known: false, why: 'in-conflict' })
    expect(
      check('heartRate', [
        [0, 72],
        [0, 72],
      ]),
    ).toMatchObject({ known: true })
  })
})

describe('an artefact', () => {
  test('is a jump beyond what is believed in a minute', () => {
    expect(
      check('heartRate', [
        [-0.1, 70],
        [0, 130],
      ]),
    ).toMatchObject({ known: true })
    expect(
      check('heartRate', [
        [-0.1, 70],
        [0, 131],
      ]),
    ).toMatchObject({ known: false, why: 'artefact' })
    expect(
      check('heartRate', [
        [-2, 70],
        [0, 190],
      ]),
    ).toMatchObject({ known: true })
    expect(
      check('oxygenSaturation', [
        [-0.1, 98],
        [0, 82],
      ]),
    ).toMatchObject({ known: false, why: 'artefact' })
    expect(
      check('oxygenSaturation', [
        [-0.1, 98],
        [0, 83],
      ]),
    ).toMatchObject({ known: true })
  })

  test('that the next value confirms was none', () => {
    expect(
      check('oxygenSaturation', [
        [-0.2, 98],
        [-0.1, 80],
        [0, 79],
      ]),
    ).toEqual({
      known: true,
      value: { value: 79, unit: '%' },
      at: minute(0),
      doubtful: [],
    })
  })

  test('that the next value does not confirm is put aside, never averaged', () => {
    expect(
      check('oxygenSaturation', [
        [-0.2, 98],
        [-0.1, 40],
        [0, 97],
      ]),
    ).toEqual({
      known: true,
      value: { value: 97, unit: '%' },
      at: minute(0),
      doubtful: [minute(-0.1)],
    })
  })

  test('after an artefact is one as well where it confirms nothing', () => {
    expect(
      check('oxygenSaturation', [
        [-0.2, 98],
        [-0.1, 40],
        [0, 70],
      ]),
    ).toMatchObject({
      known: false,
      why: 'artefact',
      doubtful: [minute(-0.1), minute(0)],
    })
  })
})

describe('a flat line', () => {
  test('is a pulse that stands still for five minutes, in ten values or more', () => {
    expect(
      check(
        'heartRate',
        steady(11, 0.5, () => 72),
      ),
    ).toMatchObject({ known: false, why: 'flat-line' })
    expect(
      check(
        'heartRate',
        steady(10, 0.5, () => 72),
      ),
    ).toMatchObject({ known: true })
    expect(
      check(
        'heartRate',
        steady(9, 1, () => 72),
      ),
    ).toMatchObject({ known: true })
    expect(
      check(
        'heartRate',
        steady(11, 0.5, (place) => (place === 5 ? 73 : 72)),
      ),
    ).toMatchObject({ known: true })
  })

  test('of the saturation is longer, for whole percents stand still while all is well', () => {
    expect(
      check(
        'oxygenSaturation',
        steady(20, 1, () => 98),
      ),
    ).toMatchObject({ known: true })
    expect(
      check(
        'oxygenSaturation',
        steady(21, 1, () => 98),
      ),
    ).toMatchObject({ known: false, why: 'flat-line' })
  })
})

describe('a stream that is none', () => {
  const refused = (stream: unknown, policy = usStartingPolicy) => {
    try {
      checkStream(JSON.parse(JSON.stringify(stream)), { ...context(0), policy })
    } catch (thrown) {
      if (thrown instanceof Refusal) return [thrown.code, thrown.path]
    }
    return []
  }
  const good: DeviceStream = {
    vital: 'heartRate',
    readings: samples('heartRate', [[0, 72]]),
    expectedEvery: second,
  }

  test.each<[string, object | null, string, string]>([
    ['nothing', null, 'bad-argument', 'stream'],
    ['a vital sign nobody knows', { ...good, vital: 'aura' }, 'bad-argument', 'stream.vital'],
    ['readings that are no list', { ...good, readings: {} }, 'bad-argument', 'stream.readings'],
    ['a sample without a time', { ...good, readings: [{}] }, 'bad-argument', 'stream.readings'],
    [
      'a value in words',
      { ...good, readings: [{ at: minute(0), value: '72' }] },
      'bad-argument',
      'stream.readings.value',
    ],
    [
      'a pulse in percent',
      { ...good, readings: [{ at: minute(0), value: { value: 72, unit: '%' } }] },
      'unknown-unit',
      'stream.readings.value.unit',
    ],
    [
      'an interval of nothing',
      { ...good, expectedEvery: { value: 0, unit: 's' } },
      'bad-argument',
      'stream.expectedEvery',
    ],
    [
      'an interval in days',
      { ...good, expectedEvery: { value: 1, unit: 'd' } },
      'bad-argument',
      'stream.expectedEvery',
    ],
  ])('is refused: %s', (_what, stream, code, path) => {
    expect(refused(stream)).toEqual([code, path])
  })

  test('is refused under a policy without its numbers', () => {
    const { 'stream-stale-after': _left, ...numbers } = usStartingPolicy.numbers
    expect(refused(good, markParsed({ ...usStartingPolicy, numbers }))[0]).toBe('policy-incomplete')
  })
})

test('law: a value that is known is the newest that was sent, in bounds, and not old', () => {
  const vitals: Readonly<Record<string, Vital>> = { '/min': 'heartRate', '%': 'oxygenSaturation' }
  const drawn = fc.array(
    fc.tuple(fc.integer({ min: -400, max: 8 }), fc.option(fc.integer({ min: -1, max: 140 }))),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(drawn, fc.constantFrom('/min', '%'), (all, unit) => {
      const readings = all.map(([at, value]) => ({
        at: minute(at / 60),
        ...(value === null ? {} : { value: { value, unit } }),
      }))
      const found = checkStream(
        { vital: vitals[unit] ?? 'heartRate', readings, expectedEvery: second },
        context(0),
      )
      const newest = Math.max(...all.map(([at]) => at))
      if (!found.known) return
      const there = all.filter(([at]) => at === newest).map(([, value]) => value)
      expect(there).toContain(found.value.value)
      expect(new Set(there).size).toBe(1)
      expect(newest).toBeGreaterThanOrEqual(-121)
      expect(found.value.value).toBeGreaterThanOrEqual(unit === '%' ? 20 : 10)
      expect(found.value.value).toBeLessThanOrEqual(unit === '%' ? 100 : 350)
    }),
    { numRuns: 400 },
  )
})
