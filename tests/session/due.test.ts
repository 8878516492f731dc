/** Which checks of a visit are waiting, due, overdue, done or missed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { parse } from '../../src/kernel/door.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import { amount, fromPolicy } from '../../src/kernel/rule.ts'
import { dueObservations, observationLeft, requiredChecks, scheduleFor } from '../../src/session/due.ts'
import { dueChecks } from '../../src/session/due-checks.ts'
import { logOf } from '../../src/session/record-log.ts'
import { Session } from '../../src/session/session.schema.ts'
import type { Entry, SessionState } from '../../src/session/state.ts'
import {
  entry,
  minute,
  momentAt,
  numbers,
  reading,
  scale,
  scheduleOf,
  slot,
  visit,
  zone,
} from './monitored.ts'

const statuses = (state: SessionState, now: number, slots = [slot(40)]) =>
  dueObservations(state, scheduleOf(slots), numbers, momentAt(now)).map(({ slot: id, turn, status, by }) =>
    [turn === undefined ? id : `${id}#${turn}`, status, ...(by ?? [])].join(' '),
  )

const device = { start: 0, lastDevice: 6 }

describe('the check at 40 minutes after the last device', () => {
  test.each([
    { now: 5.99, status: 'waiting', why: 'long before' },
    { now: 45.99, status: 'waiting', why: 'a moment before' },
    { now: 46, status: 'due', why: '40 min to the second' },
    { now: 56, status: 'due', why: '50 min, the last on time' },
    { now: 56.01, status: 'overdue', why: 'past 50 min' },
    { now: 66, status: 'overdue', why: '60 min' },
    { now: 66.01, status: 'missed', why: 'past 60 min' },
  ])('unread, is $status at minute $now: $why', ({ now, status }) => {
    expect(statuses(visit(now, device), now)).toEqual([`at-40 ${status}`])
  })

  test.each([
    { at: 40.99, status: 'missed', why: '34 min 59 s: too early to count' },
    { at: 41, status: 'done r', why: '35 min: the first that counts' },
    { at: 56, status: 'done r', why: '50 min: the last on time' },
    { at: 56.01, status: 'done-late r', why: 'past 50 min: late' },
    { at: 66, status: 'done-late r', why: '60 min: the last that counts' },
    { at: 66.01, status: 'missed', why: 'past 60 min: missed, and no later reading makes up for it' },
  ])('read at minute $at, is $status ($why)', ({ at, status }) => {
    const state = visit(90, device, [entry('r', at, reading(140, 85))])
    expect(statuses(state, 90)).toEqual([`at-40 ${status}`])
  })

  test('is written with its times on the clock of the clinic', () => {
    const [due] = dueObservations(visit(10, device), scheduleOf([slot(40)]), numbers, momentAt(10))
    expect(due).toEqual({
      slot: 'at-40',
      anchor: 'last-device',
      minutes: 40,
      observe: ['blood-pressure'],
      required: true,
      dueAt: '2026-12-02T14:46:00-05:00',
      from: '2026-12-02T14:41:00-05:00',
      lateAt: '2026-12-02T14:56:00-05:00',
      missedAt: '2026-12-02T15:06:00-05:00',
      status: 'waiting',
    })
  })

  test('has no time while no device was given, and is unknown where nobody knows when', () => {
    const [ahead] = dueObservations(visit(10, {}), scheduleOf([slot(40)]), numbers, momentAt(10))
    expect(ahead).toMatchObject({ status: 'waiting', minutes: 40 })
    expect(ahead).not.toHaveProperty('dueAt')
    const untimed = visit(90, { lastDevice: null }, [entry('r', 46, reading(140, 85))])
    expect(statuses(untimed, 90)).toEqual(['at-40 unknown'])
  })

  test('is 40 minutes of elapsed time across the end of summer time', () => {
    const state = {
      ...visit(0, {}),
      anchors: { lastDevice: { event: 'd', at: '2026-11-01T01:50:00-04:00' } },
    }
    const [due] = dueObservations(state, scheduleOf([slot(40)]), numbers, momentAt(0))
    expect(due?.dueAt).toBe('2026-11-01T01:30:00-05:00')
  })
})

describe('which reading counts for which check', () => {
  const wide = { early: amount(15, 'min') }
  const two = [slot(40, wide), slot(60, wide)]
  const readAt = (...minutes: readonly number[]) =>
    visit(
      120,
      device,
      minutes.map((at, place) => entry(`r${place + 1}`, at, reading(140, 85))),
    )

  test.each([
    { at: [6 + 54], expected: ['at-40 missed', 'at-60 done r1'], why: 'nearer to 60' },
    { at: [6 + 46], expected: ['at-40 done r1', 'at-60 missed'], why: 'nearer to 40' },
    { at: [6 + 50], expected: ['at-40 done r1', 'at-60 missed'], why: 'as near to both: the earlier' },
    { at: [6 + 41, 6 + 49], expected: ['at-40 done r1', 'at-60 missed'], why: 'both nearer to 40' },
    { at: [6 + 50, 6 + 51], expected: ['at-40 done r1', 'at-60 done r2'], why: 'one each' },
    {
      at: [6 + 55, 6 + 39],
      expected: ['at-40 done r2', 'at-60 done r1'],
      why: 'whatever the order in the log',
    },
    {
      at: [6 + 52, 6 + 60],
      expected: ['at-40 missed', 'at-60 done r1'],
      why: 'the first that sufficed is named',
    },
  ])('readings at $at: $why', ({ at, expected }) => {
    expect(statuses(readAt(...at), 120, two)).toEqual(expected)
  })

  test('the clocks of two anchors are kept apart: one reading may be due by both', () => {
    const slots = [slot(40, { anchor: 'first-device', id: 'first' }), slot(40, { id: 'last' })]
    const state = visit(120, { firstDevice: 0, lastDevice: 10 }, [entry('r', 45, reading(140, 85))])
    expect(statuses(state, 120, slots)).toEqual(['first done r', 'last done r'])
  })

  test('rows that fall on one time of one clock are one occasion', () => {
    const slots = [slot(40), slot(40, { id: 'pulse', observe: ['heart-rate'] })]
    const pulse = { heartRate: { value: 70, unit: '/min' } } as const
    const state = visit(120, device, [entry('r', 46, reading(140, 85, pulse))])
    expect(statuses(state, 120, slots)).toEqual(['at-40 done r', 'pulse done r'])
  })

  test.each([
    ['one pressure of the two', { systolic: { value: 140, unit: 'mm[Hg]' } }],
    ['a cuff that was tried and not read', { unread: ['systolic', 'diastolic'] }],
    [
      'an inverted pressure',
      { systolic: { value: 80, unit: 'mm[Hg]' }, diastolic: { value: 120, unit: 'mm[Hg]' } },
    ],
    ['a sentinel', { systolic: { value: 999, unit: 'mm[Hg]' }, diastolic: { value: 80, unit: 'mm[Hg]' } }],
    [
      'a pressure whose partner was not read',
      {
        systolic: { value: 140, unit: 'mm[Hg]' },
        diastolic: { value: 85, unit: 'mm[Hg]' },
        unread: ['diastolic'],
      },
    ],
    ['a pulse', { heartRate: { value: 70, unit: '/min' } }],
  ] as const)('%s is no blood pressure', (_what, read) => {
    const unread = 'unread' in read ? { ...read, unread: [...read.unread] } : read
    const state = visit(90, device, [entry('r', 46, { type: 'vitals', reading: unread })])
    expect(statuses(state, 90)).toEqual(['at-40 missed'])
  })

  test('a check of several things is done once all of them were read, by one entry or several', () => {
    const slots = [
      slot(40, { observe: ['blood-pressure', 'oxygen-saturation', 'alertness', 'dissociation'] }),
    ]
    const saturation = { oxygenSaturation: { value: 97, unit: '%' } } as const
    const entries = [
      entry('pressure', 46, reading(140, 85)),
      entry('saturation', 47, { type: 'vitals', reading: saturation }),
      entry('alert', 48, scale('moaas', 5)),
    ]
    expect(statuses(visit(60, device, entries), 60, slots)).toEqual(['at-40 overdue'])
    const cadss = entry('cadss', 57, scale('cadss-23', 2))
    expect(statuses(visit(60, device, [...entries, cadss]), 60, slots)).toEqual([
      'at-40 done-late pressure saturation alert cadss',
    ])
    const blank = entry('cadss', 55, scale('cadss-23'))
    expect(statuses(visit(60, device, [...entries, blank]), 60, slots)).toEqual(['at-40 overdue'])
  })

  test('a reading without a time fills nothing: what it may have filled is unknown once it would be missed', () => {
    const untimed = [entry('r', undefined, reading(140, 85))]
    expect(statuses(visit(60, device, untimed), 60)).toEqual(['at-40 overdue'])
    expect(statuses(visit(90, device, untimed), 90)).toEqual(['at-40 unknown'])
    const pulse = [
      entry('r', undefined, { type: 'vitals', reading: { heartRate: { value: 70, unit: '/min' } } }),
    ]
    expect(statuses(visit(90, device, pulse), 90)).toEqual(['at-40 missed'])
  })

  test('a check before the dose counts back from it', () => {
    const before = slot(-15, {
      anchor: 'start',
      id: 'before',
      late: amount(15, 'min'),
      missed: amount(15, 'min'),
    })
    const state = (at: number) => visit(10, { start: 0 }, [entry('r', at, reading(128, 78))])
    expect(statuses(state(-15), 10, [before])).toEqual(['before done r'])
    expect(statuses(state(0), 10, [before])).toEqual(['before done r'])
    expect(statuses(state(-20.01), 10, [before])).toEqual(['before missed'])
    expect(statuses(state(0.01), 10, [before])).toEqual(['before missed'])
  })
})

describe('a check that repeats', () => {
  const during = slot(10, {
    id: 'during',
    anchor: 'start',
    every: fromPolicy('vitals-interval-infusion'),
    until: 'end',
    late: amount(5, 'min'),
    missed: amount(10, 'min'),
  })
  const after = slot(15, { id: 'after', anchor: 'end', every: amount(15, 'min'), until: 'release' })

  test('is laid out up to now with the one after, while the infusion runs', () => {
    expect(statuses(visit(25, { start: 0 }, [], true), 25, [during])).toEqual([
      'during#1 missed',
      'during#2 due',
      'during#3 waiting',
    ])
  })

  test('ends with the infusion; the last moment of it is still asked for', () => {
    expect(statuses(visit(90, { start: 0, end: 40 }), 90, [during])).toHaveLength(4)
    expect(statuses(visit(90, { start: 0, end: 39.99 }), 90, [during])).toHaveLength(3)
  })

  test('is not missed but unknown where nobody knows when the infusion ended', () => {
    expect(statuses(visit(35, { start: 0, end: null }), 35, [during])).toEqual([
      'during#1 unknown',
      'during#2 unknown',
      'during#3 unknown',
      'during#4 waiting',
    ])
  })

  test('waits for the end of the infusion where it counts from there', () => {
    expect(statuses(visit(30, { start: 0, end: 20 }, [], true), 30, [after])).toEqual(['after waiting'])
  })

  test('goes on until the person leaves', () => {
    const left = (at: number | undefined) =>
      visit(200, { start: 0, end: 40 }, [entry('gone', at, { type: 'left' })])
    expect(statuses(left(100), 200, [after])).toHaveLength(4)
    expect(statuses(visit(200, { start: 0, end: 40 }), 200, [after])).toHaveLength(11)
    expect(new Set(statuses(left(undefined), 180, [after]).map((line) => line.split(' ')[1]))).toEqual(
      new Set(['unknown', 'waiting']),
    )
  })

  test('of a visit nobody closed stays a list of bounded length', () => {
    const year = 366 * 24 * 60
    expect(statuses(visit(year, { start: 0, end: 40 }), year, [after]).length).toBeLessThanOrEqual(2000)
  })

  test('at no interval is refused', () => {
    const never = { ...during, every: amount(0, 'min') }
    expect(() => statuses(visit(5, { start: 0 }), 5, [never])).toThrow('bad-argument')
    const heavy = { ...during, every: amount(5, 'kg') }
    expect(() => statuses(visit(5, { start: 0 }), 5, [heavy])).toThrow('bad-argument')
  })
})

describe('laws of due checks', () => {
  const slots = [
    slot(40),
    slot(90),
    slot(10, {
      id: 'row',
      anchor: 'start',
      every: amount(10, 'min'),
      until: 'release',
      observe: ['heart-rate'],
    }),
  ]
  const entries = fc.array(
    fc.record({
      at: fc.option(fc.integer({ min: -30, max: 200 }), { nil: undefined, freq: 6 }),
      kind: fc.constantFrom<'both' | 'pressure' | 'pulse' | 'none'>('both', 'pressure', 'pulse', 'none'),
    }),
    { maxLength: 12 },
  )
  type Drawn = { readonly at: number | undefined; readonly kind: 'both' | 'pressure' | 'pulse' | 'none' }
  const pulse = { heartRate: { value: 70, unit: '/min' } } as const
  const drawn = (all: readonly Drawn[]): Entry[] =>
    all.map(({ at, kind }, place) => {
      if (kind === 'none') return entry(`e${place}`, at, { type: 'note', text: 'x' })
      if (kind === 'pulse') return entry(`e${place}`, at, { type: 'vitals', reading: pulse })
      return entry(`e${place}`, at, reading(140, 85, kind === 'both' ? pulse : {}))
    })
  const isDone = (line: string) => / done(-late)? /.test(line)
  const names = (lines: readonly string[]) => lines.filter(isDone).map((line) => line.split(' ')[0])

  test('an entry more undoes no check, and one without its time does none', () => {
    fc.assert(
      fc.property(entries, fc.nat(11), (all, which) => {
        const whole = drawn(all)
        const done = names(statuses(visit(200, device, whole), 200, slots))
        const state = visit(200, device, whole)
        const { vitals, scales } = logOf(state)
        const taken = [...vitals, ...scales]
        const lean = requiredChecks(state, taken, scheduleOf(slots), numbers, momentAt(200))
        const shown = dueObservations(state, scheduleOf(slots), numbers, momentAt(200))
        expect(lean.map(({ row, turn, status }) => [row.id, turn, status])).toEqual(
          shown.flatMap(({ slot: id, turn, status, required }) => (required ? [[id, turn, status]] : [])),
        )
        const fewer = whole.filter((_, place) => place !== which)
        const less = names(statuses(visit(200, device, fewer), 200, slots))
        const blanked = drawn(all.map((one, place) => (place === which ? { ...one, at: undefined } : one)))
        const blank = names(statuses(visit(200, device, blanked), 200, slots))
        expect(less.filter((name) => !done.includes(name))).toEqual([])
        expect(blank.filter((name) => !done.includes(name))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('the order of the entries changes nothing', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const whole = drawn(all)
        expect(statuses(visit(200, device, [...whole].reverse()), 200, slots)).toEqual(
          statuses(visit(200, device, whole), 200, slots),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('one reading is spent on one check of a clock', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const due = dueObservations(visit(200, device, drawn(all)), scheduleOf(slots), numbers, momentAt(200))
        for (const anchor of ['start', 'last-device']) {
          const times = new Map<string, Set<string | undefined>>()
          for (const one of due.filter((each) => each.anchor === anchor)) {
            for (const id of one.by ?? []) times.set(id, (times.get(id) ?? new Set()).add(one.dueAt))
          }
          expect([...times.values()].filter((each) => each.size > 1)).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('how long the person is still observed', () => {
  const left = (state: SessionState, now: number, schedule = scheduleOf([])) =>
    observationLeft(state, schedule, numbers, momentAt(now))

  test.each([
    { now: 100, minutes: 26 },
    { now: 125.5, minutes: 0.5 },
    { now: 126, minutes: 0 },
    { now: 300, minutes: 0 },
  ])('120 minutes from the last device at minute 6: $minutes are left at minute $now', ({ now, minutes }) => {
    expect(left(visit(now, device), now)).toEqual({
      known: true,
      left: { value: minutes, unit: 'min' },
      until: minute(126),
      clocks: [
        { anchor: 'last-device', minimum: { value: 120, unit: 'min' }, since: minute(6), until: minute(126) },
      ],
    })
  })

  test('the longest of several clocks counts, and both are shown', () => {
    const both = scheduleOf(
      [],
      [
        { anchor: 'first-device', minimum: amount(2, 'h'), sources: [] },
        { anchor: 'last-device', minimum: amount(120, 'min'), sources: [] },
      ],
    )
    const state = visit(121, { firstDevice: 0, lastDevice: 5, start: 0 })
    const found = left(state, 121, both)
    expect(found.left).toEqual({ value: 4, unit: 'min' })
    expect(found.clocks.map(({ until }) => until)).toEqual([minute(120), minute(125)])
  })

  test.each([
    ['nothing was given', visit(300, {}), scheduleOf([])],
    [
      'nobody knows when the last device was given',
      visit(300, { firstDevice: 0, lastDevice: null }),
      scheduleOf([]),
    ],
    ['something is still given', visit(300, device, [], true), scheduleOf([])],
    ['the schedule names no minimum', visit(300, device), scheduleOf([], [])],
    [
      'one clock of two has no start',
      visit(300, { ...device, firstDevice: null }),
      scheduleOf(
        [],
        [
          { anchor: 'last-device', minimum: amount(120, 'min'), sources: [] },
          { anchor: 'first-device', minimum: amount(10, 'min'), sources: [] },
        ],
      ),
    ],
  ])('is not known where %s', (_why, state, schedule) => {
    const found = left(state, 300, schedule)
    expect(found.known).toBe(false)
    expect(found).not.toHaveProperty('left')
    expect(found.clocks).toHaveLength(schedule.observation.length)
  })
})

describe('the schedule of a visit', () => {
  const row = (id: string, more: object = {}) => ({ ...scheduleOf([slot(40)]), id, ...more })
  const pack = (...schedules: readonly ReturnType<typeof row>[]) => {
    if (us.session === undefined) throw new Error('the pack has the tables of a visit')
    return { ...us, session: { ...us.session, schedules } }
  }
  const plan = { product: 'esketamine-nasal' }

  test('is the row of the product, country and day', () => {
    const content = pack(
      row('other-product', { products: ['ketamine-iv'] }),
      row('abroad', { jurisdictions: ['eu'] }),
      row('past', { effective: { from: '2019-03-05', to: '2026-12-01' } }),
      row('later', { effective: { from: '2026-12-03' } }),
      row('here'),
    )
    expect(scheduleFor(content, plan, momentAt(0))?.id).toBe('here')
    expect(scheduleFor(content, plan, momentAt(0), undefined, ['eu'])?.id).toBe('abroad')
    expect(scheduleFor(pack(row('abroad', { jurisdictions: ['eu'] })), plan, momentAt(0))).toBeUndefined()
  })

  test('is the one for the setting where a plan names it, and else one for every setting', () => {
    const content = pack(
      row('ward', { settings: ['inpatient'] }),
      row('all'),
      row('clinic', { settings: ['outpatient'] }),
    )
    expect(scheduleFor(content, plan, momentAt(0))?.id).toBe('all')
    expect(scheduleFor(content, { ...plan, setting: 'outpatient' }, momentAt(0))?.id).toBe('clinic')
    expect(scheduleFor(content, { ...plan, setting: 'remote' }, momentAt(0))?.id).toBe('all')
  })

  test('is the one that was booked, and one nobody knows is refused', () => {
    const content = pack(row('usual'), row('booked', { jurisdictions: ['eu'] }))
    expect(scheduleFor(content, plan, momentAt(0), 'booked')?.id).toBe('booked')
    expect(() => scheduleFor(content, plan, momentAt(0), 'unheard-of')).toThrow('dangling-reference')
    const other = pack(row('other', { products: ['ketamine-iv'] }))
    expect(() => scheduleFor(other, plan, momentAt(0), 'other')).toThrow('dangling-reference')
  })
})

describe('asked of a visit in one call', () => {
  const events = (...later: readonly object[]) => [
    { id: 'b', at: minute(-30), what: { type: 'booked', kind: 'dosing', product: 'esketamine-nasal' } },
    ...later,
  ]
  const session = (all: readonly object[]) => {
    const parsed = parse(Session, {
      format: 'ketamine-treatment/session/1',
      id: 'visit',
      events: all.map((one, sequence) => ({
        sequence,
        recorder: 'room',
        by: 'nurse',
        source: 'person',
        ...one,
      })),
    })
    if (!parsed.ok) throw parsed.error
    return parsed.value
  }
  const device = (at: number, id = 'd') => ({
    id,
    at: minute(at),
    what: { type: 'device-given', outcome: 'complete' },
  })
  const plan = { product: 'esketamine-nasal', setting: 'outpatient' } as const
  const asOf = (at: number) => ({ content: us, policy: usStartingPolicy, zone, asOf: minute(at) })

  test('the nasal spray is watched from the last device, and its two hours run from there', () => {
    const found = dueChecks({ session: session(events(device(0), device(5, 'e'))), plan }, asOf(46))
    const forty = found.due.find(({ anchor, minutes }) => anchor === 'last-device' && minutes === 40)
    expect(forty).toMatchObject({
      status: 'due',
      dueAt: minute(45),
      lateAt: minute(55),
      missedAt: minute(65),
    })
    expect(found.observation).toMatchObject({
      known: true,
      left: { value: 79, unit: 'min' },
      until: minute(125),
    })
    expect(Object.isFrozen(found.due)).toBe(true)
  })

  test('a schedule that was booked and that nobody knows is refused; a product nobody covers too', () => {
    const booked = events().map((one) => ({
      ...one,
      what: { type: 'booked', kind: 'dosing', schedule: 'unheard-of' },
    }))
    expect(() => dueChecks({ session: session(booked), plan }, asOf(0))).toThrow('dangling-reference')
    const other = { ...plan, product: 'aspirin' }
    expect(() => dueChecks({ session: session(events()), plan: other }, asOf(0))).toThrow('unknown-product')
  })

  test('without a schedule in the tables nothing is known', () => {
    if (us.session === undefined) throw new Error('the pack has the tables of a visit')
    const content = markParsed({ ...us, session: { ...us.session, schedules: [] } })
    expect(dueChecks({ session: session(events(device(0))), plan }, { ...asOf(300), content })).toEqual({
      due: [],
      observation: { known: false, clocks: [] },
    })
  })
})
