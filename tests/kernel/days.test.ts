/** Civil days: what is one, how they are counted, and what comes some months later. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  civilDate,
  dayNumber,
  isCivilDate,
  isPartialDate,
  isWhen,
  whenRangeDays,
} from '../../src/kernel/time.ts'

const text = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

// The independent calendar: a table of month lengths, counted up day by day from a day whose number is known.
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const leap = (year: number) => (year % 100 === 0 ? year % 400 === 0 : year % 4 === 0)
const length = (year: number, month: number) => (month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0))

describe('every day from 1880 to 2200', () => {
  test('counts up one by one, goes there and back, and is a day as the platform knows it', () => {
    let number = -32_872 // 90 years of 365 days and 22 leap days before 1970
    let seen = 0
    for (let year = 1880; year <= 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= length(year, month); day += 1) {
          const civil = text(year, month, day)
          if (dayNumber(civil) !== number || civilDate(number) !== civil || !isCivilDate(civil)) {
            expect.unreachable(`${civil} is not day ${number}`)
          }
          if (new Date(number * 86_400_000).toISOString().slice(0, 10) !== civil) {
            expect.unreachable(`${civil} is another day on the platform`)
          }
          number += 1
          seen += 1
        }
      }
    }
    expect(seen).toBe(117_243)
    expect(number).toBe(dayNumber('2200-12-31') + 1)
    expect(dayNumber('1970-01-01')).toBe(0)
  })

  test('and no other combination of year, month and day is one', () => {
    let refused = 0
    for (let year = 1878; year <= 2202; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const exists =
            year >= 1880 &&
            year <= 2200 &&
            month >= 1 &&
            month <= 12 &&
            day >= 1 &&
            day <= length(year, month)
          if (isCivilDate(text(year, month, day)) !== exists) expect.unreachable(text(year, month, day))
          if (!exists) refused += 1
        }
      }
    }
    expect(refused).toBeGreaterThan(30_000)
  })
})

describe('a text that is no day', () => {
  const near = [
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '1980-13-01',
    '1980-00-10',
    '1980-01-00',
    '1879-12-31',
    '2201-01-01',
    '80-01-01',
    '1980-1-1',
    '1980/01/01',
    '1980-01/01',
    '19800101',
    '1980-01-01 ',
    ' 1980-01-01',
    '1980-01-01\n',
    '1980-01-01T',
    '1980-01-01Z',
    '1980-01-01T00:00:00Z',
    '1980-01-0١',
    '１９80-01-01',
    '+1980-01-01',
    '-1980-01-01',
    '1980-01-1a',
    '198O-01-01',
    '1980–01–01',
    '1980-W01-1',
    '1980-001',
    '01.01.1980',
    '',
  ]
  test.each(near)('%j is refused', (entry) => {
    expect(isCivilDate(entry)).toBe(false)
    expect(isPartialDate(entry)).toBe(false)
  })

  test.each([null, undefined, 1980, 19800101, true, {}, [], ['1980-01-01'], new Date(0), 1980n])(
    '%s is no text at all',
    (entry) => {
      expect([isCivilDate(entry), isPartialDate(entry), isWhen(entry)]).toEqual([false, false, false])
    },
  )

  test('a century is a leap year only every fourth time', () => {
    expect(['1900-02-29', '2000-02-29', '2100-02-29', '2200-02-29'].map(isCivilDate)).toEqual([
      false,
      true,
      false,
      false,
    ])
  })

  test('law: one changed character never makes a day of what the grammar forbids', () => {
    const days = fc.integer({ min: -32_000, max: 84_000 }).map(civilDate)
    fc.assert(
      fc.property(
        days,
        fc.nat(9),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
        (civil, at, other) => {
          const changed = civil.slice(0, at) + other + civil.slice(at + 1)
          const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(changed) ?? []
          const [year, month, day] = [Number(y), Number(m), Number(d)]
          const exists =
            y !== undefined &&
            year >= 1880 &&
            year <= 2200 &&
            month >= 1 &&
            month <= 12 &&
            day >= 1 &&
            day <= length(year, month)
          expect(isCivilDate(changed)).toBe(exists)
        },
      ),
      { numRuns: 20_000 },
    )
  })
})

describe('a date known in part', () => {
  test.each([
    ['1931', '1931-01-01', '1931-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['1880', '1880-01-01', '1880-12-31'],
    ['2200-12-31', '2200-12-31', '2200-12-31'],
  ])('%s runs from %s to %s', (partial, from, to) => {
    expect(isPartialDate(partial)).toBe(true)
    expect(whenRangeDays(partial, 'UTC')).toEqual({ from: dayNumber(from), to: dayNumber(to) })
  })

  test.each([
    '1879',
    '2201',
    '1931-',
    '1931-1',
    '1931-00',
    '1931-13',
    '1931 01',
    '1931-01-',
    '193',
    '19311',
    '1931-1a',
  ])('%j is none', (entry) => {
    expect(isPartialDate(entry)).toBe(false)
    expect(whenRangeDays(entry, 'UTC')).toBeUndefined()
  })
})

describe('days, months and years later', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-05-10', 0, '2026-05-10'],
    ['2026-05-10', 12, '2027-05-10'],
    ['2026-05-10', -17, '2024-12-10'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test('a leap day has its birthday on 28 February where sums of years are asked', () => {
    expect(addYears('2008-02-29', 18)).toBe('2026-02-28')
    expect(addYears('2008-02-29', 20)).toBe('2028-02-29')
    expect(addYears('2008-02-29', -8)).toBe('2000-02-29')
  })

  test('weeks cross months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-01-01', -14)).toBe('2025-12-18')
  })

  test('law: as many days forth and back are the same day, and months keep the day unless the month is short', () => {
    const days = fc.integer({ min: -20_000, max: 60_000 })
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (number, n) => {
        const civil = civilDate(number)
        expect(addDays(addDays(civil, n), -n)).toBe(civil)
        expect(dayNumber(addDays(civil, n)) - number).toBe(n)
        const moved = addMonths(civil, n)
        const [year = 0, month = 0, day = 0] = civil.split('-').map(Number)
        const [toYear = 0, toMonth = 0, toDay = 0] = moved.split('-').map(Number)
        expect(toYear * 12 + toMonth - (year * 12 + month)).toBe(n)
        expect(toDay).toBe(Math.min(day, length(toYear, toMonth)))
      }),
      { numRuns: 5000 },
    )
  })

  test('what cannot be reckoned is no day, never a wrong one', () => {
    for (const bad of ['', '2026-02-30', '2026-02', '2026-02-01T00:00:00Z']) {
      expect(dayNumber(bad)).toBeNaN()
      expect([addDays(bad, 1), addMonths(bad, 1), addYears(bad, 1)]).toEqual(['', '', ''])
    }
    expect([
      addDays('2026-01-01', 0.5),
      addMonths('2026-01-01', 0.5),
      addMonths('2026-01-01', Number.NaN),
    ]).toEqual(['', '', ''])
    expect([civilDate(Number.NaN), civilDate(Number.POSITIVE_INFINITY), civilDate(1.5)]).toEqual(['', '', ''])
    expect([
      addYears('2026-01-01', 9000),
      addYears('2026-01-01', -3000),
      civilDate(-719_529),
      civilDate(2_932_897),
    ]).toEqual(['', '', '', ''])
    expect([civilDate(-719_528), civilDate(2_932_896)]).toEqual(['0000-01-01', '9999-12-31'])
  })
})
