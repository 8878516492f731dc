/** Visits as a course reads them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { courseVisits } from '../../src/course/visits.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { type Happening, Session } from '../../src/session/session.schema.ts'
import { at, courseOf, protocol, timeOf } from './courses.ts'
import { aborted, booking, cancelled, corrected, given, late, logOf, noShow, talk } from './visits.ts'

const later = at('2026-12-20T12:00:00-05:00')

function read(
  sessions: Parameters<typeof courseVisits>[0],
  course: ReturnType<typeof courseOf> | undefined = courseOf(),
) {
  const found = courseVisits(sessions, course, later)
  if (!found.ok) throw new Error(`${found.error.code} ${found.error.path}`)
  return found.value
}

const told = (sessions: Parameters<typeof courseVisits>[0]) =>
  read(sessions).visits.map(({ visit }) => [
    visit.session,
    visit.exposed,
    visit.counted,
    visit.delivered.least.value,
    visit.outcome,
  ])

test('what was given, given late or corrected counts as its session', () => {
  expect(
    told([given('s1', timeOf(1), 56), late('s2', timeOf(2), 56), corrected('s3', timeOf(3), 84)]),
  ).toEqual([
    ['s1', 'yes', 'yes', 56, 'given'],
    ['s2', 'yes', 'yes', 56, 'given'],
    ['s3', 'yes', 'yes', 84, 'given'],
  ])
})

test('a visit that was broken off counts by what was given of what was ordered', () => {
  expect(
    told([
      aborted('s1', timeOf(1), 28, { ordered: 84 }),
      aborted('s2', timeOf(2), 28, { ordered: 56 }),
      aborted('s3', timeOf(3), 56, { ordered: 84 }),
    ]),
  ).toEqual([
    ['s1', 'yes', 'no', 28, 'aborted'],
    ['s2', 'yes', 'yes', 28, 'aborted'],
    ['s3', 'yes', 'yes', 56, 'aborted'],
  ])
})

test('where no order is on record, what is half of the largest dose counts, and less than half of the smallest does not', () => {
  // Of 56 and 84 mg: 42 and more surely is enough, less than 28 surely is not.
  const unordered = (mg: number, parts: number) =>
    logOf('s1', timeOf(1), [
      [-60, booking('s1', timeOf(1), null)],
      ...Array.from({ length: parts }, (_, at): [number, Happening] => [
        at * 5,
        { type: 'device-given', outcome: 'complete', holds: { value: mg / parts, unit: 'mg' } },
      ]),
      [125, { type: 'left' }],
    ])
  const counted = ([20, 27, 28, 41, 42, 56, 84] as const).map((mg) => told([unordered(mg, 2)])[0]?.[2])
  expect(counted).toEqual(['no', 'no', 'unknown', 'unknown', 'yes', 'yes', 'yes'])
})

test('law: without its order no visit counts that did not count with it', () => {
  const amount = fc.constantFrom(28, 56, 84)
  const write = fc.constantFrom(given, late, corrected, aborted)
  const lost = (log: Parsed<Session>) => {
    const events = log.events.map((event) => {
      if (event.what.type !== 'booked') return event
      const { dose: _, ...what } = event.what
      return { ...event, what }
    })
    const parsed = parse(Session, { ...log, events })
    if (!parsed.ok) throw parsed.error
    return parsed.value
  }
  const met = { yes: 0, unknown: 0, no: 0 }
  fc.assert(
    fc.property(fc.constantFrom(56, 84), amount, write, (ordered, mg, log) => {
      const whole = log('s1', timeOf(1), mg, { ordered })
      const [[, , counted] = []] = told([whole])
      const [[, , without] = []] = told([lost(whole)])
      if (counted !== 'yes') expect(without).not.toBe('yes')
      if (without === 'yes' || without === 'unknown' || without === 'no') met[without] += 1
    }),
    { numRuns: 100 },
  )
  expect(met.yes).toBeGreaterThan(5)
  expect(met.unknown).toBeGreaterThan(5)
})

test('where a protocol counts by weight alone, what was given and not broken off counts without an order', () => {
  const byWeight = structuredClone(protocol)
  for (const phase of byWeight.phases)
    Object.assign(phase, {
      doses: [
        { sessions: { from: 1 }, amounts: { unit: 'mg/kg', values: [0.5] }, certainty: 'K', sources: [] },
      ],
    })
  const { visits } = read([given('s1', timeOf(1), 28, { ordered: null })], courseOf({ protocol: byWeight }))
  expect(visits.map(({ visit }) => visit.counted)).toEqual(['yes'])
})

test('who did not come, and who called off, was given nothing', () => {
  expect(told([noShow('s1', timeOf(1)), cancelled('s2', timeOf(2))])).toEqual([
    ['s1', 'no', 'no', 0, 'no-show'],
    ['s2', 'no', 'no', 0, 'cancelled'],
  ])
})

test('a dose of another product is exposure and no session', () => {
  expect(told([given('s1', timeOf(1), 35, { product: 'ketamine-iv' })])).toEqual([
    ['s1', 'yes', 'no', 35, 'given'],
  ])
})

test('a talk is no session and not odd', () => {
  const { visits, issues } = read([talk('integration', '2026-10-07T15:00:00-04:00')])
  expect(visits.map(({ visit }) => [visit.session, visit.exposed, visit.outcome])).toEqual([
    [null, 'no', 'no-dose'],
  ])
  expect(issues).toEqual([])
})

test('a visit without id or number is the nearest session whose window holds its day', () => {
  const { visits, issues } = read([
    given(null, '2026-10-07T10:00:00-04:00', 56, { id: 'a' }),
    given(null, '2026-10-11T10:00:00-04:00', 56, { id: 'b' }),
    given(null, timeOf(4), 56, { id: 'c', number: 3 }),
  ])
  expect(visits.map(({ visit }) => [visit.visit, visit.session])).toEqual([
    ['a', 's1'],
    ['b', null],
    ['c', 's3'],
  ])
  expect(issues.map(({ code, path }) => [code, path])).toEqual([
    ['visit-not-placed', 'visits.b'],
    ['visit-outside-window', 'visits.c'],
  ])
})

test('a visit booked as a session there is not, or far from the one it names, is told', () => {
  const { visits, issues } = read([
    given('s99', timeOf(1), 56, { id: 'a' }),
    given('s2', '2026-10-20T10:00:00-04:00', 56, { id: 'b' }),
  ])
  expect(visits.map(({ visit }) => [visit.visit, visit.session])).toEqual([
    ['a', 's1'],
    ['b', 's2'],
  ])
  expect(issues.map(({ code, path }) => [code, path])).toEqual([
    ['visit-not-placed', 'visits.a'],
    ['visit-outside-window', 'visits.b'],
  ])
})

test('of two visits for one session the one in which more was given counts, and it is told', () => {
  const { visits, issues } = read([
    given('s1', timeOf(1), 56, { id: 'a' }),
    given('s1', '2026-10-07T10:00:00-04:00', 84, { id: 'b' }),
  ])
  expect(visits.map(({ visit }) => [visit.visit, visit.session])).toEqual([
    ['a', null],
    ['b', 's1'],
  ])
  expect(issues.map(({ code, path }) => [code, path])).toEqual([['session-twice', 'visits.a']])
})

test('who did not come and came the next day was given that session', () => {
  const { visits, issues } = read([
    noShow('s1', timeOf(1), { id: 'a' }),
    given(null, '2026-10-07T10:00:00-04:00', 56, { id: 'b' }),
  ])
  expect(visits.map(({ visit }) => [visit.visit, visit.session])).toEqual([
    ['a', null],
    ['b', 's1'],
  ])
  expect(issues).toEqual([])
})

test('a dose at a time nobody wrote down is told', () => {
  const { visits, issues } = read([given('s1', timeOf(1), 56, { untimed: true })])
  expect(visits.map(({ visit }) => [visit.session, visit.at, visit.exposed])).toEqual([['s1', null, 'yes']])
  expect(issues.map(({ code, path }) => [code, path])).toEqual([['visit-without-time', 'visits.visit-s1']])
})

test('visits of another course, of another person and of two persons are refused by place', () => {
  const mine = given('s1', timeOf(1), 56, { course: 'course-1', patient: 'p1' })
  const other = given('s2', timeOf(2), 56, { course: 'course-2', patient: 'p1' })
  const stranger = given('s2', timeOf(2), 56, { patient: 'p2' })
  const error = { code: 'another-course', path: 'sessions[1]' }
  expect(courseVisits([mine, other], courseOf(), later)).toEqual({ ok: false, error })
  expect(courseVisits([mine, stranger], courseOf(), later)).toEqual({ ok: false, error })
  expect(courseVisits([mine, stranger], undefined, later)).toEqual({ ok: false, error })
  expect(courseVisits([mine], courseOf({ patient: 'p2' }), later)).toEqual({
    ok: false,
    error: { ...error, path: 'sessions[0]' },
  })
  expect(courseVisits([mine, other], undefined, later).ok).toBe(true)
})

test('a log handed in twice counts once; two that differ under one id are refused', () => {
  const one = given('s1', timeOf(1), 56, { id: 'a' })
  expect(read([one, given('s1', timeOf(1), 56, { id: 'a' })]).visits).toHaveLength(1)
  expect(courseVisits([one, given('s1', timeOf(1), 84, { id: 'a' })], courseOf(), later)).toEqual({
    ok: false,
    error: { code: 'id-clash', path: 'sessions[1]' },
  })
})

test('more visits than a course can have are refused', () => {
  const one = given('s1', timeOf(1), 56)
  expect(
    courseVisits(
      Array.from({ length: 1001 }, () => one),
      courseOf(),
      later,
    ),
  ).toEqual({
    ok: false,
    error: { code: 'too-many-sessions', path: 'sessions' },
  })
})

test('a visit of which nothing was known yet is none', () => {
  const before = at('2026-10-01T12:00:00-04:00')
  expect(courseVisits([given('s1', timeOf(1), 56)], courseOf(), before)).toEqual({
    ok: true,
    value: { visits: [], issues: [] },
  })
})

test('a dose that is still being given may come to enough', () => {
  const visit = given('s1', timeOf(1), 84)
  const now = { ...later, asOf: '2026-10-06T10:01:00-04:00' }
  const found = courseVisits([visit], courseOf(), now)
  expect(
    found.ok && found.value.visits.map(({ visit: one }) => [one.exposed, one.counted, one.outcome]),
  ).toEqual([['yes', 'unknown', 'open']])
})
