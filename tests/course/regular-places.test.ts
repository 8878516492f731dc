/** The places of a weekly pattern, one after the other. */
import { describe, expect, test } from 'vitest'
import { type PlacesQuestion, regularPlaces } from '../../src/course/regular-places.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { slots } from './plan-desk.ts'

const asked = (more: Partial<PlacesQuestion> = {}): PlacesQuestion => ({
  start: '2027-03-02',
  pattern: { slots: slots('tue 14:00', 'fri 09:30') },
  count: 5,
  zone: 'America/New_York',
  ...more,
})
const instants = (question: PlacesQuestion) => {
  const places = regularPlaces(question)
  if (!places.ok) throw new Error(places.error.code)
  return places.value.map(({ at }) => at)
}

test('a weekly pattern keeps its local times over the clock change', () => {
  expect(instants(asked())).toEqual([
    '2027-03-02T14:00:00-05:00',
    '2027-03-05T09:30:00-05:00',
    '2027-03-09T14:00:00-05:00',
    '2027-03-12T09:30:00-05:00',
    '2027-03-16T14:00:00-04:00',
  ])
})

test('every so many weeks counts from the week of the first place', () => {
  expect(instants(asked({ start: '2027-03-03', weeks: 3, count: 3 })).map((at) => at.slice(0, 10))).toEqual([
    '2027-03-05',
    '2027-03-23',
    '2027-03-26',
  ])
})

test('places are told in order of time, whatever the order of the slots', () => {
  const pattern = { slots: slots('fri 09:30', 'tue 14:00') }
  expect(instants(asked({ pattern }))).toEqual(instants(asked()))
})

test('a place in a gap is the first instant after it, one shown twice the earlier; both are flagged', () => {
  const gap = regularPlaces(asked({ start: '2027-03-14', pattern: { slots: slots('sun 02:30') }, count: 1 }))
  expect(gap).toEqual({
    ok: true,
    value: [{ day: '2027-03-14', time: '02:30', at: '2027-03-14T03:00:00-04:00', flag: 'moved-after-gap' }],
  })
  const fold = regularPlaces(asked({ start: '2027-11-07', pattern: { slots: slots('sun 01:30') }, count: 1 }))
  expect(fold).toEqual({
    ok: true,
    value: [{ day: '2027-11-07', time: '01:30', at: '2027-11-07T01:30:00-04:00', flag: 'earlier-of-two' }],
  })
})

describe('what cannot be laid out', () => {
  test.each<[Partial<PlacesQuestion>, string, string]>([
    [{ start: '2027-02-29' }, 'bad-date', 'start'],
    [{ count: 401 }, 'horizon-too-long', 'count'],
    [{ count: 1e12 }, 'horizon-too-long', 'count'],
    [{ weeks: 1e9 }, 'horizon-too-long', 'weeks'],
    [{ start: '2200-12-31' }, 'horizon-too-long', 'count'],
    [{ start: '2200-06-01', count: 100 }, 'horizon-too-long', 'count'],
  ])('%j is told by code and path', (more, code, path) => {
    expect(regularPlaces(asked(more))).toEqual({ ok: false, error: { code, path } })
  })

  test.each([
    [undefined, 'bad-argument'],
    [{ ...asked(), start: 5 }, 'bad-argument'],
    [{ ...asked(), count: 0 }, 'bad-argument'],
    [{ ...asked(), count: 1.5 }, 'bad-argument'],
    [{ ...asked(), count: '5' }, 'bad-argument'],
    [{ ...asked(), weeks: 0 }, 'bad-argument'],
    [{ ...asked(), weeks: 'two' }, 'bad-argument'],
    [{ ...asked(), pattern: { slots: [] } }, 'bad-argument'],
    [{ ...asked(), zone: 'Mars/Olympus' }, 'unknown-zone'],
  ])('a mistake is refused: %#', (question, code) => {
    let refused: unknown
    try {
      Reflect.apply(regularPlaces, undefined, [question])
    } catch (thrown) {
      refused = thrown
    }
    expect(refused instanceof Refusal && refused.code).toBe(code)
  })

  const holes = new Array<unknown>(2)
  const strange: readonly unknown[] = [
    Symbol('s'),
    Object.create(null),
    5n,
    Number.NaN,
    null,
    '',
    [],
    {},
    () => 1,
    holes,
    new Date(0),
    true,
  ]
  test.each(
    strange.flatMap((value, at) => [
      [`count ${at}`, { count: value }, 'count'],
      [`start ${at}`, { start: value }, 'start'],
      [`weeks ${at}`, { weeks: value }, 'weeks'],
      [`zone ${at}`, { zone: value }, 'zone'],
      [`pattern ${at}`, { pattern: value }, 'pattern'],
      [`slots ${at}`, { pattern: { slots: value } }, 'pattern.slots'],
      [`slot ${at}`, { pattern: { slots: [value] } }, 'pattern.slots[0]'],
      [`weekday ${at}`, { pattern: { slots: [{ weekday: value, time: '09:00' }] } }, 'pattern.slots[0]'],
      [`time ${at}`, { pattern: { slots: [{ weekday: 'mon', time: value }] } }, 'pattern.slots[0]'],
      [`keep ${at}`, { pattern: { slots: slots('mon 09:00'), keep: { a: value } } }, 'pattern.keep.a'],
    ]),
  )('a value of another kind is told with its path: %s', (_, more, path) => {
    let told: unknown
    try {
      const places = Reflect.apply(regularPlaces, undefined, [{ ...asked(), ...Object(more) }])
      told = places.ok ? places : places.error
    } catch (thrown) {
      told = thrown
    }
    expect(told).toMatchObject({
      code: expect.stringMatching(/^(bad-argument|unknown-zone|bad-date)$/),
      path: expect.stringContaining(String(path)),
    })
  })
})
