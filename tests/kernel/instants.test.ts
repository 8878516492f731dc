/** Instants: points in time with an offset, read strictly and written back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, instantMs, isInstant, isWhen } from '../../src/kernel/time.ts'

describe('an instant', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:00.5Z', 500],
    ['1970-01-01T00:00:00.05Z', 50],
    ['1970-01-01T00:00:00.005Z', 5],
    ['1970-01-01T00:00:00.123456789Z', 123],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1969-12-31T19:00:00-05:00', 0],
    ['1969-12-31T23:59:59.999-00:00', -1],
    ['1970-01-01T05:45:00+05:45', 0],
    ['1970-01-01T14:00:00+14:00', 0],
    ['1969-12-31T12:00:00-12:00', 0],
    ['2026-11-01T01:30:00-04:00', Date.UTC(2026, 10, 1, 5, 30)],
    ['2026-11-01T01:30:00-05:00', Date.UTC(2026, 10, 1, 6, 30)],
  ])('%s is %i ms', (entry, ms) => {
    expect(isInstant(entry)).toBe(true)
    expect(isWhen(entry)).toBe(true)
    expect(instantMs(entry)).toBe(ms)
  })

  test.each([
    '2026-10-05T09:00:00', // no offset
    '2026-10-05T09:00Z', // no seconds
    '2026-10-05T09:00-04:00',
    '2026-10-05', // a day
    '2026-10-05T24:00:00Z', // hour 24
    '2026-10-05T09:60:00Z',
    '2016-12-31T23:59:60Z', // a real leap second
    '2026-10-05T09:00:61Z',
    '2026-02-30T09:00:00Z',
    '2023-02-29T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '1879-12-31T09:00:00Z',
    '2201-01-01T00:00:00Z',
    '2026-10-05t09:00:00Z',
    '2026-10-05T09:00:00z',
    '2026-10-05 09:00:00Z',
    '2026-10-05T09:00:00 Z',
    ' 2026-10-05T09:00:00Z',
    '2026-10-05T09:00:00Z ',
    '2026-10-05T09:00:00Z\n',
    '2026-10-05T09:00:00.Z', // a point and nothing after it
    '2026-10-05T09:00:00,5Z',
    '2026-10-05T09:00:00.1234567890Z', // ten digits
    '2026-10-05T09:00:00.5',
    '2026-10-05T09:00:00.5aZ',
    '2026-10-05T09:00:00+14:01',
    '2026-10-05T09:00:00+15:00',
    '2026-10-05T09:00:00-12:01',
    '2026-10-05T09:00:00-13:00',
    '2026-10-05T09:00:00+04:60',
    '2026-10-05T09:00:00+0400',
    '2026-10-05T09:00:00+04',
    '2026-10-05T09:00:00+4:00',
    '2026-10-05T09:00:00+04:00:00',
    '2026-10-05T09:00:00+04-00',
    '2026-10-05T09:00:00−04:00', // a minus sign that is no hyphen
    '2026-10-05T09:00:00EST',
    '2026-10-05T09:00:00[Europe/Berlin]',
    '2026-10-05T09:00:00Z[Europe/Berlin]',
    '2026-10-05T9:00:00Z',
    '2026-10-05T09-00:00Z',
    '2026-10-05T09:00-00Z',
    '20261005T090000Z',
    '2026-10-05T09:00:0aZ',
    '2026-10-05T0a:00:00Z',
    '2026-10-05T09:0a:00Z',
    '1791205200000',
    'Mon, 05 Oct 2026 09:00:00 GMT',
    '',
  ])('%j is none', (entry) => {
    expect(isInstant(entry)).toBe(false)
    expect(instantMs(entry)).toBeNaN()
  })

  test.each([null, undefined, 0, 1791205200000, true, {}, [], new Date(0)])(
    '%j is no text at all',
    (entry) => {
      expect(isInstant(entry)).toBe(false)
    },
  )
})

// An independent reading: a pattern for the grammar, and the platform's own arithmetic in UTC.
const grammar = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/
function platformMs(entry: string): number {
  const parts = grammar.exec(entry)
  if (parts === null) return Number.NaN
  const [, y, mo, d, h, mi, s, fraction = '', sign, oh = '0', om = '0'] = parts
  const [year, month, day, hour, minute, second] = [y, mo, d, h, mi, s].map(Number)
  if (year === undefined || month === undefined || day === undefined) return Number.NaN
  if (hour === undefined || minute === undefined || second === undefined) return Number.NaN
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  const rolled = local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day
  const offset = (sign === '-' ? -1 : 1) * (Number(oh) * 60 + Number(om))
  if (rolled || year < 1880 || year > 2200 || hour > 23 || minute > 59 || second > 59) return Number.NaN
  if (Number(om) > 59 || offset > 840 || offset < -720) return Number.NaN
  local.setUTCHours(hour, minute, second, Number(fraction.padEnd(3, '0').slice(0, 3)))
  return local.getTime() - offset * 60_000
}

const msInRange = fc.integer({ min: Date.UTC(1880, 0, 2), max: Date.UTC(2200, 11, 30) })
const offsets = fc.integer({ min: -720, max: 840 })

test('law: an instant goes there and back on every clock, and agrees with the platform', () => {
  fc.assert(
    fc.property(msInRange, offsets, (ms, offset) => {
      const entry = formatInstant(ms, offset)
      expect(instantMs(entry)).toBe(ms)
      expect(platformMs(entry)).toBe(ms)
      expect(Date.parse(entry)).toBe(ms)
    }),
    { numRuns: 20_000 },
  )
})

test('law: a text with one or two changed characters is read as the grammar and the platform read it', () => {
  const character = fc.constantFrom(...'0123456789TZ+-:. ', '٣', 't', 'z')
  fc.assert(
    fc.property(
      msInRange,
      offsets,
      fc.nat(28),
      character,
      fc.nat(28),
      character,
      (ms, offset, i, a, j, b) => {
        const entry = formatInstant(ms, offset)
        const once = entry.slice(0, i) + a + entry.slice(i + 1)
        const twice = once.slice(0, j) + b + once.slice(j + 1)
        expect(instantMs(once)).toBe(platformMs(once))
        expect(instantMs(twice)).toBe(platformMs(twice))
      },
    ),
    { numRuns: 20_000 },
  )
})

describe('an instant as it is written', () => {
  test.each([
    [0, 0, '1970-01-01T00:00:00Z'],
    [0, -300, '1969-12-31T19:00:00-05:00'],
    [5, 345, '1970-01-01T05:45:00.005+05:45'],
    [-1, 0, '1969-12-31T23:59:59.999Z'],
    [0, 840, '1970-01-01T14:00:00+14:00'],
    [0, -720, '1969-12-31T12:00:00-12:00'],
    [0, -30, '1969-12-31T23:30:00-00:30'],
    [0.9, 0, '1970-01-01T00:00:00Z'],
    // offsets that cannot be written: the same instant in UTC
    [0, 841, '1970-01-01T00:00:00Z'],
    [0, -721, '1970-01-01T00:00:00Z'],
    [0, 19.5, '1970-01-01T00:00:00Z'],
    [0, Number.NaN, '1970-01-01T00:00:00Z'],
  ])('%d ms at %d minutes is %s', (ms, offset, entry) => {
    expect(formatInstant(ms, offset)).toBe(entry)
  })

  test('what is no point in time is written as nothing', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, 1e18, -1e18].map((ms) => formatInstant(ms, 0))).toEqual([
      '',
      '',
      '',
      '',
    ])
  })
})
