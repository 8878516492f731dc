/** Zones: the offsets of the platform's own clock, hour by hour around every change. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilDate,
  civilDayAt,
  dayNumber,
  dayNumberAt,
  instantMs,
  isZone,
  offsetMinutes,
  startOfDayMs,
  whenRangeDays,
  whenRangeMs,
} from '../../src/kernel/time.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

// The independent reference: the wall clock that Intl.DateTimeFormat prints, field by field.
const clocks = new Map<string, Intl.DateTimeFormat>()
function wallClock(ms: number, zone: string): number {
  let clock = clocks.get(zone)
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  const field = new Map(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const get = (name: Intl.DateTimeFormatPartTypes) => field.get(name) ?? Number.NaN
  return (
    Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second')) +
    (((ms % 1000) + 1000) % 1000)
  )
}
const wallDay = (ms: number, zone: string) => Math.floor(wallClock(ms, zone) / DAY)

const zones = [
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Antarctica/Troll',
]

describe.each(zones)('the clock in %s', (zone) => {
  test('agrees with the platform every 90 minutes from 2009 to 2028', () => {
    let compared = 0
    for (let ms = Date.UTC(2009, 0, 1); ms < Date.UTC(2028, 0, 1); ms += 18 * HOUR + 90 * 60_000) {
      const wall = wallClock(ms, zone)
      if (ms + offsetMinutes(ms, zone) * 60_000 !== wall) expect.unreachable(`${new Date(ms).toISOString()}`)
      if (dayNumberAt(ms, zone) !== Math.floor(wall / DAY))
        expect.unreachable(`${new Date(ms).toISOString()}`)
      compared += 1
    }
    expect(compared).toBeGreaterThan(8000)
  })

  test('changes at the very millisecond the platform changes', () => {
    let before = wallClock(Date.UTC(2009, 0, 1), zone) - Date.UTC(2009, 0, 1)
    for (let ms = Date.UTC(2009, 0, 1) + DAY; ms < Date.UTC(2028, 0, 1); ms += DAY) {
      const offset = wallClock(ms, zone) - ms
      if (offset !== before) {
        let low = ms - DAY
        let high = ms
        while (high - low > 1) {
          const middle = Math.floor((low + high) / 2)
          if (wallClock(middle, zone) - middle === before) low = middle
          else high = middle
        }
        expect(offsetMinutes(high - 1, zone) * 60_000).toBe(before)
        expect(offsetMinutes(high, zone) * 60_000).toBe(wallClock(high, zone) - high)
      }
      before = offset
    }
    expect(offsetMinutes(Date.UTC(2027, 11, 31), zone) * 60_000).toBe(before)
  })

  test('law: agrees with the platform at any millisecond from 1880 to 2200', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1880, 0, 1), max: Date.UTC(2200, 11, 31) }), (ms) => {
        expect(Math.round(ms + offsetMinutes(ms, zone) * 60_000)).toBe(wallClock(ms, zone))
        expect(civilDayAt(ms, zone)).toBe(civilDate(wallDay(ms, zone)))
      }),
      { numRuns: 300 },
    )
  })

  test('every day of five years starts where the wall calendar turns, and ends where the next one starts', () => {
    for (let day = dayNumber('2016-01-01'); day < dayNumber('2021-01-01'); day += 1) {
      const start = startOfDayMs(civilDate(day), zone)
      if (wallDay(start, zone) !== day || wallDay(start - 1, zone) !== day - 1)
        expect.unreachable(civilDate(day))
      const range = whenRangeMs(civilDate(day), zone)
      if (range?.from !== start || range.to !== startOfDayMs(civilDate(day + 1), zone) - 1) {
        expect.unreachable(civilDate(day))
      }
    }
    expect(wallClock(startOfDayMs('2021-01-01', zone), zone)).toBe(Date.UTC(2021, 0, 1))
  })
})

describe('a day that does not start at midnight, or not once', () => {
  test.each([
    // zone, day, its first instant, hours
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00', 23], // midnight to one is missing
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T00:00:00-02:00', 25], // 23:00 to midnight came twice
    ['Asia/Beirut', '2022-03-27', '2022-03-27T01:00:00+03:00', 23],
    ['America/Havana', '2026-03-08', '2026-03-08T01:00:00-04:00', 23],
    ['America/Havana', '2026-11-01', '2026-11-01T00:00:00-04:00', 25], // midnight came twice
    ['Africa/Cairo', '2024-04-26', '2024-04-26T01:00:00+03:00', 23],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-04T00:00:00+10:30', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-05T00:00:00+11:00', 24.5],
    ['America/New_York', '2026-03-08', '2026-03-08T00:00:00-05:00', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T00:00:00-04:00', 25],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T00:00:00+02:00', 25],
    ['Antarctica/Troll', '2026-03-29', '2026-03-29T00:00:00+00:00', 22],
  ])('%s %s starts at %s and lasts %d hours', (zone, day, start, hours) => {
    const from = instantMs(start)
    expect(startOfDayMs(day, zone)).toBe(from)
    expect(whenRangeMs(day, zone)).toEqual({ from, to: from + hours * HOUR - 1 })
    expect([wallDay(from, zone), wallDay(from - 1, zone)]).toEqual([dayNumber(day), dayNumber(day) - 1])
  })

  test('a day that came twice in part (Newfoundland, 00:01 back to 23:01) is counted from first to last', () => {
    const zone = 'America/St_Johns'
    expect(whenRangeMs('2010-11-06', zone)).toEqual({
      from: instantMs('2010-11-06T00:00:00-02:30'),
      to: instantMs('2010-11-06T23:59:59.999-03:30'),
    })
    expect(startOfDayMs('2010-11-07', zone)).toBe(instantMs('2010-11-07T00:00:00-02:30'))
  })

  test('a day that was left out of the calendar (Samoa, 30 December 2011) lies between its neighbours', () => {
    const zone = 'Pacific/Apia'
    const change = instantMs('2011-12-31T00:00:00+14:00')
    expect(startOfDayMs('2011-12-30', zone)).toBe(change)
    expect(whenRangeMs('2011-12-30', zone)).toEqual({ from: change - 1, to: change })
    expect(whenRangeMs('2011-12-29', zone)?.to).toBe(change - 1)
    expect(whenRangeMs('2011-12-31', zone)?.from).toBe(change)
  })
})

describe('when something can have happened', () => {
  const zone = 'America/New_York'

  test('an instant is a point', () => {
    const ms = instantMs('2026-03-08T23:30:00-04:00')
    expect(whenRangeMs('2026-03-08T23:30:00-04:00', zone)).toEqual({ from: ms, to: ms })
    expect(whenRangeDays('2026-03-08T23:30:00-04:00', zone)).toEqual({
      from: dayNumber('2026-03-08'),
      to: dayNumber('2026-03-08'),
    })
    expect(whenRangeDays('2026-03-08T23:30:00-04:00', 'Europe/Berlin')?.from).toBe(dayNumber('2026-03-09'))
  })

  test('a month and a year run from the first to the last millisecond on the calendar of the zone', () => {
    expect(whenRangeMs('2026-03', zone)).toEqual({
      from: instantMs('2026-03-01T00:00:00-05:00'),
      to: instantMs('2026-03-31T23:59:59.999-04:00'),
    })
    expect(whenRangeMs('2026', zone)).toEqual({
      from: instantMs('2026-01-01T00:00:00-05:00'),
      to: instantMs('2026-12-31T23:59:59.999-05:00'),
    })
  })

  test('the first and the last day of the calendar can be placed', () => {
    expect(whenRangeMs('1880', 'UTC')?.from).toBe(Date.UTC(1880, 0, 1))
    expect(whenRangeMs('2200', 'UTC')?.to).toBe(Date.UTC(2201, 0, 1) - 1)
    expect(whenRangeMs('2200-12-31', 'Pacific/Pago_Pago')?.to).toBe(Date.UTC(2201, 0, 1, 11) - 1)
    expect(whenRangeMs('1880-01-01', 'Pacific/Kiritimati')).toBeDefined()
  })

  test('what cannot be read cannot be placed', () => {
    for (const bad of ['', '2026-02-30', '2026-10-05T09:00:00', 'yesterday']) {
      expect(whenRangeMs(bad, zone)).toBeUndefined()
      expect(whenRangeDays(bad, zone)).toBeUndefined()
    }
    expect(whenRangeMs('2026', 'Mars/Olympus')).toBeUndefined()
    expect(whenRangeDays('2026-10-05T09:00:00Z', 'Mars/Olympus')).toBeUndefined()
    expect(startOfDayMs('2026-02-30', zone)).toBeNaN()
    expect(startOfDayMs('2026-02-28', 'Mars/Olympus')).toBeNaN()
  })
})

describe('the name of a zone', () => {
  test.each([
    'UTC',
    'Europe/Berlin',
    'America/Argentina/Buenos_Aires',
    'Asia/Calcutta',
    'Etc/GMT+5',
    'EST5EDT',
  ])('%s is known', (name) => {
    expect(isZone(name)).toBe(true)
  })

  test.each([
    '',
    ' UTC',
    '+05:00',
    '-04:00',
    '05:00',
    'Mars/Olympus',
    'Europe/Berlin\n',
    'constructor',
    '__proto__',
    'toString',
    'x'.repeat(65),
    null,
    undefined,
    5,
    {},
    [],
    ['UTC'],
  ])('%j is not', (name) => {
    expect(isZone(name)).toBe(false)
  })

  test('an unknown zone has no offset, no day and no date', () => {
    expect(offsetMinutes(0, 'Mars/Olympus')).toBeNaN()
    expect(dayNumberAt(0, 'Mars/Olympus')).toBeNaN()
    expect(civilDayAt(0, 'Mars/Olympus')).toBe('')
    expect(dayNumberAt(Number.NaN, 'UTC')).toBeNaN()
    expect(dayNumberAt(8.64e15, 'UTC')).toBeNaN()
    expect(dayNumberAt(Number.POSITIVE_INFINITY, 'UTC')).toBeNaN()
  })
})

test('thousands of spellings of one zone do not pile up, and stay right', () => {
  const spelled = (n: number) =>
    [...'americanewyork'].map((letter, at) => ((n >> at) & 1 ? letter.toUpperCase() : letter)).join('')
  const seen = new Set<string>()
  for (let n = 0; n < 4200; n += 1) {
    const letters = spelled(n)
    const name = `${letters.slice(0, 7)}/${letters.slice(7, 10)}_${letters.slice(10)}`
    seen.add(name)
    if (!isZone(name)) expect.unreachable(name)
  }
  expect(seen.size).toBe(4200)
  expect(civilDayAt(Date.UTC(2026, 6, 1, 2), 'america/new_york')).toBe('2026-06-30')
})

test('many zones over many years stay right when the tables are thrown away and found again', () => {
  const many = [
    'Europe/Paris',
    'Asia/Tokyo',
    'America/Lima',
    'Asia/Dubai',
    'Asia/Seoul',
    'Asia/Manila',
    'Asia/Dhaka',
  ]
  const more = [
    'Africa/Lagos',
    'Africa/Nairobi',
    'Asia/Karachi',
    'Asia/Bangkok',
    'America/Bogota',
    'Asia/Jakarta',
  ]
  for (const zone of [...many, ...more, ...many]) {
    for (let year = 1880; year <= 2200; year += 1) {
      const ms = Date.UTC(year, 6, 1, 12)
      if (year % 40 === 0) expect(dayNumberAt(ms, zone)).toBe(wallDay(ms, zone))
      else dayNumberAt(ms, zone)
    }
  }
})
