/** Age in calendar years, around leap days and where a birth date is known only in part. */
import { differenceInYears } from 'date-fns'
import { describe, expect, test } from 'vitest'
import { addDays, ageOn, civilDate, dayNumber } from '../../src/kernel/time.ts'

const age = (birth: string, day: string) => {
  const found = ageOn(birth, day)
  return found === undefined
    ? 'not born'
    : found.least === found.most
      ? found.least
      : `${found.least} to ${found.most}`
}

test.each([
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-28', 19],
  ['2008-02-29', '2028-02-29', 20],
  ['2008-02-29', '2024-02-29', 16],
  ['2008-02-28', '2026-02-28', 18],
  ['2008-03-01', '2026-02-28', 17],
  ['2008-03-01', '2026-03-01', 18],
  ['2007-12-31', '2026-01-01', 18],
  ['2008-10-05', '2026-10-04', 17],
  ['2008-10-05', '2026-10-05', 18],
  ['1933-01-01', '2026-10-05', 93],
  ['2026-10-05', '2026-10-05', 0],
  ['2026-10-06', '2026-10-05', 'not born'],
])('born %s, on %s: %s', (birth, day, expected) => {
  expect(age(birth, day)).toBe(expected)
})

describe('a birth date known in part', () => {
  test.each([
    ['1931', '2026-10-05', '94 to 95'],
    ['1931', '2026-12-31', 95],
    ['1931', '2026-01-01', '94 to 95'],
    ['1931', '2025-12-31', 94],
    ['2008', '2026-06-01', '17 to 18'],
    ['2008-10', '2026-09-30', 17],
    ['2008-10', '2026-10-01', '17 to 18'],
    ['2008-10', '2026-10-31', 18],
    ['2008-02', '2026-02-28', '17 to 18'],
    ['2008-02', '2026-03-01', 18],
    ['2026', '2026-10-05', 0],
    ['2026-10', '2026-10-05', 0],
    ['2026-11', '2026-10-05', 'not born'],
    ['2027', '2026-10-05', 'not born'],
  ])('%s, on %s: %s', (birth, day, expected) => {
    expect(age(birth, day)).toBe(expected)
  })

  test('gives the youngest and the oldest of all days it may mean', () => {
    const today = '2026-10-05'
    for (let year = 1990; year <= 2026; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const partial = `${year}-${String(month).padStart(2, '0')}`
        const ages: number[] = []
        for (let day = `${partial}-01`; day.startsWith(partial); day = addDays(day, 1)) {
          const found = ageOn(day, today)
          if (found !== undefined) ages.push(found.most)
        }
        const expected = ages.length === 0 ? undefined : { least: Math.min(...ages), most: Math.max(...ages) }
        expect(ageOn(partial, today)).toEqual(expected)
      }
    }
  })
})

test('what cannot be read has no age', () => {
  for (const bad of ['', '2024-02-30', '1980-13-01', '1980-01-01T00:00:00Z', '80']) {
    expect(ageOn(bad, '2026-10-05')).toBeUndefined()
  }
  expect(ageOn('1980', '2026-02-30')).toBeUndefined()
  expect(ageOn('1980', '2026')).toBeUndefined()
})

test('around the eighteenth and sixty-fifth birthday every pair agrees with another calendar', () => {
  let compared = 0
  for (const years of [18, 65]) {
    for (let birth = dayNumber('2003-12-25'); birth <= dayNumber('2008-03-05'); birth += 1) {
      const born = civilDate(birth)
      const around = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`
      // where the birthday does not exist, from the day before
      const middle = Number.isNaN(dayNumber(around)) ? around.replace('02-29', '02-28') : around
      for (let shift = -2; shift <= 2; shift += 1) {
        const day = addDays(middle, shift)
        // noon of the process's own zone: no clock changes there, so whole days stay whole
        const there = new Date(`${day}T12:00:00`)
        expect(ageOn(born, day)?.most, `${born} on ${day}`).toBe(
          differenceInYears(there, new Date(`${born}T12:00:00`)),
        )
        compared += 1
      }
    }
  }
  expect(compared).toBe(2 * 5 * (dayNumber('2008-03-05') - dayNumber('2003-12-25') + 1))
})
