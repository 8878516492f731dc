/** Times on a wall clock: seen or planned, missing or shown twice. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDate, dayNumber, instantMs, type LocalTime, resolveLocal } from '../../src/kernel/time.ts'

const at = (zone: string, day: string, time: string, kind: LocalTime['kind'], offsetMinutes?: number) =>
  resolveLocal({ zone, day, time, kind, ...(offsetMinutes === undefined ? {} : { offsetMinutes }) })
const found = (instant: string, flag?: string) => ({
  ok: true,
  value: { at: instant, ms: instantMs(instant), ...(flag === undefined ? {} : { flag }) },
})

describe('a time the clock was put forward over', () => {
  test.each([
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T01:59:00-05:00', '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-03-08', '02:00', '2026-03-08T01:59:00-05:00', '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-03-08', '02:59', '2026-03-08T01:59:00-05:00', '2026-03-08T03:00:00-04:00'],
    ['Europe/Berlin', '2026-03-29', '02:15', '2026-03-29T01:59:00+01:00', '2026-03-29T03:00:00+02:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T01:59:00+10:30', '2026-10-04T02:30:00+11:00'],
    ['America/Sao_Paulo', '2018-11-04', '00:30', '2018-11-03T23:59:00-03:00', '2018-11-04T01:00:00-02:00'],
    ['Asia/Beirut', '2022-03-27', '00:00', '2022-03-26T23:59:00+02:00', '2022-03-27T01:00:00+03:00'],
    ['America/Havana', '2026-03-08', '00:10', '2026-03-07T23:59:00-05:00', '2026-03-08T01:00:00-04:00'],
    ['Antarctica/Troll', '2026-03-29', '02:30', '2026-03-29T00:59:00Z', '2026-03-29T03:00:00+02:00'],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-29T23:59:00-10:00', '2011-12-31T00:00:00+14:00'],
  ])('%s %s %s is refused when recorded, and moves when planned', (zone, day, time, before, after) => {
    const refused = { ok: false, error: { code: 'skipped-local-time', before, after } }
    expect(at(zone, day, time, 'recorded')).toEqual(refused)
    expect(at(zone, day, time, 'recorded', -300)).toEqual(refused)
    expect(at(zone, day, time, 'planned')).toEqual(found(after, 'moved-after-gap'))
  })

  test('the minutes on either side are ordinary', () => {
    for (const kind of ['recorded', 'planned'] as const) {
      expect(at('America/New_York', '2026-03-08', '01:59', kind)).toEqual(found('2026-03-08T01:59:00-05:00'))
      expect(at('America/New_York', '2026-03-08', '03:00', kind)).toEqual(found('2026-03-08T03:00:00-04:00'))
      expect(at('Australia/Lord_Howe', '2026-10-04', '02:30', kind)).toEqual(
        found('2026-10-04T02:30:00+11:00'),
      )
    }
  })
})

describe('a time the clock showed twice', () => {
  test.each([
    [
      'America/New_York',
      '2026-11-01',
      '01:30',
      '2026-11-01T01:30:00-04:00',
      '2026-11-01T01:30:00-05:00',
      -240,
      -300,
    ],
    [
      'America/New_York',
      '2026-11-01',
      '01:00',
      '2026-11-01T01:00:00-04:00',
      '2026-11-01T01:00:00-05:00',
      -240,
      -300,
    ],
    ['Europe/London', '2026-10-25', '01:45', '2026-10-25T01:45:00+01:00', '2026-10-25T01:45:00Z', 60, 0],
    [
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:45',
      '2026-04-05T01:45:00+11:00',
      '2026-04-05T01:45:00+10:30',
      660,
      630,
    ],
    [
      'America/Sao_Paulo',
      '2018-02-17',
      '23:30',
      '2018-02-17T23:30:00-02:00',
      '2018-02-17T23:30:00-03:00',
      -120,
      -180,
    ],
    [
      'America/Havana',
      '2026-11-01',
      '00:00',
      '2026-11-01T00:00:00-04:00',
      '2026-11-01T00:00:00-05:00',
      -240,
      -300,
    ],
    [
      'Asia/Beirut',
      '2022-10-29',
      '23:15',
      '2022-10-29T23:15:00+03:00',
      '2022-10-29T23:15:00+02:00',
      180,
      120,
    ],
  ])(
    '%s %s %s needs its offset when recorded; a plan takes the earlier',
    (zone, day, time, earlier, later, first, second) => {
      expect(at(zone, day, time, 'recorded')).toEqual({
        ok: false,
        error: { code: 'ambiguous-local-time', earlier, later },
      })
      expect(at(zone, day, time, 'recorded', first)).toEqual(found(earlier))
      expect(at(zone, day, time, 'recorded', second)).toEqual(found(later))
      expect(at(zone, day, time, 'recorded', 345)).toEqual({ ok: false, error: { code: 'wrong-offset' } })
      expect(at(zone, day, time, 'planned')).toEqual(found(earlier, 'earlier-of-two'))
    },
  )

  test('the minutes on either side are ordinary', () => {
    expect(at('America/New_York', '2026-11-01', '00:59', 'recorded')).toEqual(
      found('2026-11-01T00:59:00-04:00'),
    )
    expect(at('America/New_York', '2026-11-01', '02:00', 'recorded')).toEqual(
      found('2026-11-01T02:00:00-05:00'),
    )
    expect(at('America/New_York', '2026-11-01', '02:00', 'recorded', -240)).toEqual({
      ok: false,
      error: { code: 'wrong-offset' },
    })
  })

  test('from 00:30 of the first to 02:30 after the second passing, three hours have elapsed', () => {
    const start = at('America/New_York', '2026-11-01', '00:30', 'recorded')
    const end = at('America/New_York', '2026-11-01', '02:30', 'recorded')
    expect(start.ok && end.ok && (end.value.ms - start.value.ms) / 3_600_000).toBe(3)
  })
})

describe('what is no local time', () => {
  test.each(['', '9:00', '09:0', '0900', '24:00', '09:60', '09:00:00', '09-00', ' 9:00', '0a:00', '09:a0'])(
    'the time %j is refused',
    (time) => {
      expect(at('UTC', '2026-10-05', time, 'planned')).toEqual({ ok: false, error: { code: 'not-a-time' } })
    },
  )

  test('a day that is none and a zone nobody knows are refused', () => {
    expect(at('UTC', '2026-02-30', '09:00', 'recorded')).toEqual({ ok: false, error: { code: 'not-a-day' } })
    expect(at('Mars/Olympus', '2026-02-28', '09:00', 'recorded')).toEqual({
      ok: false,
      error: { code: 'unknown-zone' },
    })
  })
})

test('law: an ordinary local time is what the wall clock of the zone shows at the instant found', () => {
  const zones = [
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Asia/Gaza',
  ]
  const minutes = fc.integer({ min: 0, max: 1439 })
  const days = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2060-12-31') })
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, minutes, (zone, day, minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const planned = at(zone, civilDate(day), time, 'planned')
      if (!planned.ok) return expect.unreachable(planned.error.code)
      const wall = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(planned.value.ms)
      const wanted = `${civilDate(day)} ${time}`
      if (planned.value.flag === 'moved-after-gap') expect(wall > wanted).toBe(true)
      else expect(wall).toBe(wanted)
      expect(instantMs(planned.value.at)).toBe(planned.value.ms)
    }),
    { numRuns: 2000 },
  )
})
