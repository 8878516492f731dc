/** Planned local times in whole numbers: the same answers as in text, at a fraction of the cost. */
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  civilDate,
  clockMinutes,
  clockTime,
  dayNumber,
  formatInstant,
  PlannedTime,
  readPlanned,
  resolveLocal,
} from '../../src/kernel/time.ts'

const home = process.env.TZ
afterEach(() => {
  if (home === undefined) delete process.env.TZ
  else process.env.TZ = home
})

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'UTC',
] as const

function planned(day: number, minutes: number, zone: string): PlannedTime | undefined {
  const into = new PlannedTime()
  return readPlanned(day, minutes, zone, into) ? into : undefined
}

test('law: a planned time is the one that is resolved from text, with the same offset and the same flag', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: dayNumber('1972-01-01'), max: dayNumber('2080-12-31') }),
      fc.integer({ min: 0, max: 1439 }),
      (zone, day, minutes) => {
        const found = planned(day, minutes, zone)
        const wanted = resolveLocal({ day: civilDate(day), time: clockTime(minutes), zone, kind: 'planned' })
        if (!wanted.ok || found === undefined) throw new Error('no time was found')
        expect([found.ms, formatInstant(found.ms, found.offset), found.is]).toEqual([
          wanted.value.ms,
          wanted.value.at,
          wanted.value.flag ?? 'once',
        ])
      },
    ),
    { numRuns: 2_000 },
  )
})

describe('around a change of the clock', () => {
  test.each([
    ['America/New_York', '2027-03-14'],
    ['America/New_York', '2027-11-07'],
    ['Australia/Lord_Howe', '2027-04-04'],
    ['Australia/Lord_Howe', '2027-10-03'],
    ['America/Santiago', '2027-09-05'],
    ['Pacific/Apia', '2011-12-30'],
    ['Antarctica/Troll', '2027-03-28'],
  ])('every minute of three days in %s about %s agrees', (zone, change) => {
    const seen = new Set<string>()
    for (let day = dayNumber(change) - 1; day <= dayNumber(change) + 1; day += 1) {
      for (let minutes = 0; minutes < 1440; minutes += 1) {
        const found = planned(day, minutes, zone)
        const wanted = resolveLocal({ day: civilDate(day), time: clockTime(minutes), zone, kind: 'planned' })
        if (!wanted.ok || found?.ms !== wanted.value.ms || found.is !== (wanted.value.flag ?? 'once'))
          throw new Error(`${civilDate(day)} ${clockTime(minutes)}`)
        seen.add(found.is)
      }
    }
    expect(seen.size).toBe(2)
  })
})

test('a zone nobody knows, and a day outside the years that are read, write nothing', () => {
  expect(planned(dayNumber('2027-03-14'), 0, 'America/Atlantis')).toBeUndefined()
  expect(planned(dayNumber('9000-01-01'), 0, 'UTC')).toBeUndefined()
  const into = new PlannedTime()
  readPlanned(dayNumber('9000-01-01'), 0, 'UTC', into)
  expect(into.ms).toBeNaN()
})

test('wall-clock times are read and written by the minute', () => {
  for (let minutes = 0; minutes < 1440; minutes += 1) expect(clockMinutes(clockTime(minutes))).toBe(minutes)
  for (const text of ['', '9:00', '24:00', '23:60', '09.00', '09:0x', '009:00', '-9:00', '09:00:00'])
    expect(clockMinutes(text)).toBeNaN()
  expect(Reflect.apply(clockMinutes, undefined, [900])).toBeNaN()
})

test('the zone of the process changes no planned time', async () => {
  const seen = new Set<string>()
  const offsets = new Set<number>()
  for (const place of [
    'UTC',
    'Pacific/Kiritimati',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ]) {
    process.env.TZ = place
    vi.resetModules()
    const time = await import('../../src/kernel/time.ts')
    const into = new time.PlannedTime()
    const found = zones.flatMap((zone) =>
      ['2027-03-14', '2027-10-03', '2027-11-07', '2027-07-01'].map((day) => {
        time.readPlanned(time.dayNumber(day), 150, zone, into)
        return [into.ms, into.offset, into.is]
      }),
    )
    seen.add(JSON.stringify(found))
    offsets.add(new Date(0).getTimezoneOffset())
  }
  expect(offsets.size).toBeGreaterThan(3)
  expect(seen.size).toBe(1)
})
