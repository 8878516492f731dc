/** Places recommended for the sessions to come: together they keep every limit. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { esketamineTrdUs } from '../../src/content/protocols/esketamine-us.ts'
import { us } from '../../src/content/us.ts'
import { Course } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import type { CourseForecast } from '../../src/course/forecast-shape.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { formatInstant, instantMs } from '../../src/kernel/time.ts'
import type { Session } from '../../src/session/session.schema.ts'
import { given } from './visits.ts'

const clinic = { content: us, policy: usStartingPolicy, zone: 'America/New_York' }
const planned = (question: object = {}) => {
  const found = planCourse(
    {
      id: 'course',
      protocol: esketamineTrdUs,
      start: '2027-01-04',
      pattern: {
        slots: [
          { weekday: 'mon', time: '14:00' },
          { weekday: 'thu', time: '14:00' },
        ],
      },
      horizon: { sessions: 16 },
      ...question,
    },
    { ...clinic, asOf: '2026-12-28T09:00:00-05:00' },
  )
  if (!found.ok) throw new Error(`${found.error.code} ${found.error.path}`)
  return found.value
}
const course = planned()

const forecast = (asOf: string, sessions: readonly Parsed<Session>[], of = course): CourseForecast => {
  const found = forecastCourse({ course: of, sessions }, { ...clinic, asOf })
  if (!found.ok) throw new Error(`${found.error.code} ${found.error.path}`)
  return found.value
}

const recommended = (found: CourseForecast) =>
  found.sessions.flatMap(({ id, recommended: place, because }) =>
    place === null ? [] : [`${id} ${place.day} ${place.time} ${because}`],
  )

test('a session that gives way to a late dose makes the one after it give way too', () => {
  const visits = [given('s1', '2027-01-04T14:00:00-05:00', 56), given('s2', '2027-01-08T15:00:00-05:00', 56)]
  const found = forecast('2027-01-08T20:00:00-05:00', visits)
  const limit = esketamineTrdUs.limits[0]?.id
  expect(recommended(found).slice(0, 4)).toEqual([
    `s3 2027-01-12 14:00 ${limit}`,
    `s4 2027-01-15 14:00 ${limit}`,
    's5 2027-01-18 14:00 null',
    's6 2027-01-21 14:00 null',
  ])
})

test('where nothing of its window is left a session has no recommended place, and the limit is named', () => {
  // The clinic is closed on the Friday to which s4 would have to give way.
  const closed = planned({ closures: [{ id: 'friday', from: '2027-01-15' }] })
  const visits = [given('s1', '2027-01-04T14:00:00-05:00', 56), given('s2', '2027-01-08T15:00:00-05:00', 56)]
  const [, , third, fourth, fifth] = forecast('2027-01-08T20:00:00-05:00', visits, closed).sessions
  expect(third?.recommended?.day).toBe('2027-01-12')
  expect([fourth?.recommended, fourth?.because]).toEqual([null, esketamineTrdUs.limits[0]?.id])
  expect(fifth?.recommended?.day).toBe('2027-01-18')
})

const hour = 3_600_000

test('law: doses and recommended places keep the least time between, whatever was late or left out', () => {
  const step = fc.record({ is: fc.boolean(), hours: fc.integer({ min: -30, max: 47 }) })
  let moved = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
      const visits = steps.flatMap(({ is, hours }, at) => {
        const place = course.sessions[at]?.place.at ?? ''
        return is ? [given(`s${at + 1}`, formatInstant(instantMs(place) + hours * hour, 0), 56)] : []
      })
      const last = course.sessions[steps.length - 1]?.place.at ?? ''
      const found = forecast(formatInstant(instantMs(last) + 50 * hour, 0), visits)
      const doses = found.visits.map(({ at }) => instantMs(at ?? ''))
      const coming = found.sessions.flatMap(({ recommended: place }) =>
        place === null ? [] : [instantMs(place.at)],
      )
      if (found.sessions.some(({ recommended: place, planned: own }) => place && place.at !== own.at))
        moved += 1
      let before = Math.max(Number.NEGATIVE_INFINITY, ...doses)
      for (const ms of coming) {
        expect(ms - before).toBeGreaterThanOrEqual(72 * hour)
        before = ms
      }
    }),
    { numRuns: 150 },
  )
  expect(moved).toBeGreaterThan(10)
})

test('four hundred sessions that a longer minimum pushes about are answered at once', () => {
  const long = planned({ horizon: { sessions: 400 } })
  const wide = structuredClone({ ...long })
  for (const limit of wide.protocol.limits)
    if (limit.kind === 'least-between') Object.assign(limit, { amount: { value: 169, unit: 'h' } })
  for (const { intervals } of wide.protocol.phases)
    for (const interval of intervals)
      Object.assign(interval, { early: { value: 6, unit: 'd' }, late: { value: 6, unit: 'd' } })
  const tight = parse(Course, wide)
  if (!tight.ok) throw tight.error
  const started = performance.now()
  const found = forecast('2027-01-03T12:00:00-05:00', [], tight.value)
  expect(performance.now() - started).toBeLessThan(2_000)
  const places = found.sessions.flatMap(({ recommended: place }) =>
    place === null ? [] : [instantMs(place.at)],
  )
  expect(places.length).toBeGreaterThan(300)
  for (const [at, ms] of places.entries())
    if (at > 0) expect(ms - (places[at - 1] ?? 0)).toBeGreaterThanOrEqual(169 * hour)
})
