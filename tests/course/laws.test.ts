/** Laws of plans and forecasts, on the protocols that ship, with a checker and a calendar of their own. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { us } from '../../src/content/us.ts'
import { Course } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import type { CourseForecast } from '../../src/course/forecast-shape.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import type { PlanQuestion } from '../../src/course/plan-shape.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import { Session } from '../../src/session/session.schema.ts'
import { visitOf } from './course-visits.ts'
import {
  broken,
  dayNo,
  dayText,
  type Placed,
  type Problem,
  regularPlaces,
  wallMs,
} from './reference-planner.ts'

const DAY = 86_400_000

const rows = [
  ...(us.course?.protocols ?? []).map((row) => ({ row, content: us, policy: usStartingPolicy })),
  ...(eu.course?.protocols ?? []).map((row) => ({ row, content: eu, policy: euStartingPolicy })),
  ...painProtocols.map((row) => ({ row, content: us, policy: usStartingPolicy })),
].map(({ row, ...pack }) => {
  const protocol = parse(Protocol, row)
  if (!protocol.ok) throw new Error(protocol.error.path)
  return { protocol: protocol.value, ...pack }
})

const zone = fc.constantFrom(
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
)
const weeks = [
  ['mon', 'thu', 'tue', 'fri', 'wed', 'sat', 'sun'],
  ['tue', 'fri', 'wed', 'mon', 'thu', 'sun', 'sat'],
  ['mon', 'wed', 'fri', 'tue', 'thu', 'sat', 'sun'],
  ['wed', 'sat', 'mon', 'tue', 'thu', 'fri', 'sun'],
] as const

/** A course to be planned, as a clinic would ask for it. */
interface Asked {
  readonly problem: Problem
  readonly question: PlanQuestion
  readonly context: Context
}

const asked: fc.Arbitrary<Asked> = fc
  .record({
    of: fc.constantFrom(...rows),
    zone,
    start: fc.integer({ min: 0, max: 360 }),
    week: fc.constantFrom(...weeks),
    time: fc.constantFrom('09:00', '13:30', '02:30'),
    sessions: fc.integer({ min: 1, max: 24 }),
    closures: fc.array(
      fc.record({ from: fc.integer({ min: -5, max: 120 }), days: fc.constantFrom(0, 0, 0, 1, 3) }),
      { maxLength: 8 },
    ),
    away: fc.array(fc.record({ from: fc.integer({ min: 0, max: 120 }), days: fc.constantFrom(0, 1, 2) }), {
      maxLength: 3,
    }),
    widest: fc.boolean(),
  })
  .map((drawn) => {
    const { protocol, content, policy } = drawn.of
    const most = Math.max(...protocol.phases.flatMap(({ intervals }) => intervals.map((one) => one.sessions)))
    const first = dayNo('2027-01-01') + drawn.start
    const start = dayText(first)
    const stretches = (list: readonly { readonly from: number; readonly days: number }[], stem: string) =>
      list.map(({ from, days }, at) => ({
        id: `${stem}${at}`,
        from: dayText(first + from),
        to: dayText(first + from + days),
      }))
    const pattern = {
      slots: drawn.week.slice(0, most).map((weekday) => ({ weekday, time: drawn.time })),
    }
    const intervals: Record<string, string> = {}
    if (drawn.widest) {
      for (const { id, intervals: all } of protocol.phases) intervals[id] = all.at(-1)?.id ?? ''
    }
    const closures = stretches(drawn.closures, 'holiday-')
    const preferences = { away: stretches(drawn.away, 'trip-'), intervals }
    const horizon = { sessions: drawn.sessions }
    const numbers = Object.fromEntries(
      Object.entries(policy.numbers).map(([name, { value, unit }]) => [name, hoursOrDays(value, unit)]),
    )
    return {
      problem: { protocol, zone: drawn.zone, start, pattern, closures, preferences, horizon, numbers },
      question: { protocol, start, pattern, closures, preferences, horizon, id: 'course' },
      context: { content, policy, zone: drawn.zone, asOf: `${dayText(first - 2)}T12:00:00Z` },
    }
  })

/** Numbers of a policy as the checker reads them: elapsed time in hours, the others as they are. */
const hoursOrDays = (value: number, unit: string) => (unit === 'min' ? value / 60 : value)

function planOf({ question, context }: Asked): Parsed<Course> | undefined {
  const plan = planCourse(question, context)
  if (plan.ok) return plan.value
  if (plan.error.code !== 'plan-infeasible') throw new Error(`${plan.error.code} at ${plan.error.path}`)
  return undefined
}

function forecastOf(
  course: Parsed<Course>,
  sessions: readonly Parsed<Session>[],
  context: Context,
): CourseForecast {
  const forecast = forecastCourse({ course, sessions }, context)
  if (!forecast.ok) throw new Error(`${forecast.error.code} at ${forecast.error.path}`)
  return forecast.value
}

/** A course with every checkpoint reviewed as often as it comes, a minute before a moment. */
function reviewed(course: Parsed<Course>, asOf: string): Parsed<Course> {
  const at = new Date(Date.parse(asOf) - 60_000).toISOString()
  const copy = parse(Course, {
    ...course,
    decisions: course.protocol.phases.flatMap((phase) =>
      phase.checkpoints.map(({ id }) => ({
        kind: 'review',
        checkpoint: id,
        outcome: 'continue',
        id: `review-${phase.id}-${id}`,
        at,
        by: 'clinician',
      })),
    ),
  })
  if (!copy.ok) throw new Error(`${copy.error.code} ${copy.error.path}`)
  return copy.value
}

const mgOf = (course: Course) => (course.protocol.product === 'esketamine-nasal' ? 56 : 40)

describe('a plan', () => {
  test('law: keeps every limit, closure and day away, and starts from the regular places', () => {
    let planned = 0
    fc.assert(
      fc.property(asked, (one) => {
        const course = planOf(one)
        if (course === undefined) return
        planned += 1
        const regular = regularPlaces(one.problem)
        expect(course.sessions.map(({ regular: place }) => [place.day, place.time])).toEqual(
          regular.map(({ no, time }) => [dayText(no), time]),
        )
        const placed: readonly Placed[] = course.sessions.flatMap(({ place }, at) => {
          const own = regular[at]
          return own === undefined
            ? []
            : [{ regular: own, no: dayNo(place.day), time: place.time, ms: Date.parse(place.at) }]
        })
        expect(broken(one.problem, placed)).toEqual([])
        for (const { no, regular: own } of placed) {
          expect(no).toBeGreaterThanOrEqual(own.from)
          expect(no).toBeLessThanOrEqual(own.to)
        }
        for (const { place, regular: own, status } of course.sessions) {
          expect(status).toBe(place.day === own.day ? 'regular' : 'to-choose')
        }
      }),
      { numRuns: 300 },
    )
    expect(planned).toBeGreaterThan(150)
  })

  test('law: the order of closures, days away, limits and doses says nothing', () => {
    fc.assert(
      fc.property(asked, fc.infiniteStream(fc.nat()), (one, keys) => {
        const { question, context } = one
        const protocol = parse(Protocol, {
          ...question.protocol,
          limits: shuffled(question.protocol.limits, keys),
          assessments: shuffled(question.protocol.assessments, keys),
          phases: question.protocol.phases.map((phase) => ({
            ...phase,
            limits: shuffled(phase.limits, keys),
          })),
        })
        if (!protocol.ok) throw new Error(protocol.error.path)
        const { away = [], ...preferences } = question.preferences ?? {}
        const other: PlanQuestion = {
          ...question,
          protocol: protocol.value,
          closures: shuffled(question.closures ?? [], keys),
          preferences: { ...preferences, away: shuffled(away, keys) },
        }
        expect(answer(planCourse(other, context))).toEqual(answer(planCourse(question, context)))
      }),
      { numRuns: 200 },
    )
  })

  test('law: a course without an id of its own is named alike in whatever order its closures come', () => {
    fc.assert(
      fc.property(
        asked,
        fc.infiniteStream(fc.nat()),
        ({ question: { id: _, ...question }, context }, keys) => {
          const one = planCourse(question, context)
          const other = planCourse(
            { ...question, closures: shuffled(question.closures ?? [], keys) },
            context,
          )
          expect(one.ok && one.value.id).toBe(other.ok && other.value.id)
        },
      ),
      { numRuns: 50 },
    )
  })
})

/** Everything but the protocol as it was handed in, whose lists were turned about. */
function answer(plan: ReturnType<typeof planCourse>) {
  if (!plan.ok) return plan.error
  const { protocol: _, ...course } = plan.value
  return course
}

function shuffled<T>(list: readonly T[], keys: fc.Stream<number>): T[] {
  const ranks = [...keys.take(list.length)]
  return list
    .map((item, at) => ({ item, rank: ranks[at] ?? 0 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item)
}

describe('a forecast', () => {
  test('law: of a plan carried out exactly is the plan', () => {
    fc.assert(
      fc.property(asked, fc.nat(24), (one, many) => {
        const course = planOf(one)
        if (course === undefined || course.sessions.length === 0) return
        const given = course.sessions.slice(0, many % (course.sessions.length + 1))
        const last = given.at(-1)
        // The evening of the last session, or the day before the first.
        const asOf =
          last === undefined
            ? one.context.asOf
            : new Date(Date.parse(last.place.at) + 6 * 3_600_000).toISOString()
        const looked = reviewed(course, asOf)
        const forecast = forecastOf(
          looked,
          given.map((session) => visitOf(looked, session, { mg: mgOf(course) })),
          { ...one.context, asOf },
        )
        expect(
          forecast.sessions.map(({ id, number, phase, interval, planned }) => ({
            id,
            number,
            phase,
            interval,
            planned,
          })),
        ).toEqual(
          course.sessions.map(({ id, number, phase, interval, place }) => ({
            id,
            number,
            phase,
            interval,
            planned: place,
          })),
        )
        forecast.sessions.forEach(({ status, recommended, planned, visit }, at) => {
          if (at < given.length) {
            expect([status, recommended, visit]).toEqual(['given', null, `visit-s${at + 1}`])
          } else {
            expect(['planned', 'due', 'awaiting-review']).toContain(status)
            expect(recommended).toEqual(planned)
          }
        })
        const { adherence } = forecast
        expect([adherence.given, adherence.missed, adherence.cancelled]).toEqual([given.length, 0, 0])
        expect(forecast.assessments.map(({ id, from, due, to }) => ({ id, from, due, to }))).toEqual(
          course.assessments.map(({ id, from, due, to }) => ({ id, from, due, to })),
        )
      }),
      { numRuns: 300 },
    )
  })

  /** Which sessions were given, how many days off their place, and when it is asked. */
  const history = fc.record({
    asked,
    given: fc.array(
      fc.record({
        is: fc.constantFrom('given', 'given', 'given', 'missed', 'in-part'),
        later: fc.constantFrom(0, 0, 0, 1, -1, 2),
      }),
      { minLength: 24, maxLength: 24 },
    ),
    many: fc.nat(24),
    asOf: fc.integer({ min: -1, max: 20 }),
  })

  /** The logs of a history. None lies before the course, or at the same time as another one. */
  function carriedOut(
    course: Course,
    drawn: { readonly given: readonly { is: string; later: number }[]; readonly many: number },
  ) {
    let before = 0
    return course.sessions.slice(0, drawn.many % (course.sessions.length + 1)).flatMap((session, at) => {
      const { is, later } = drawn.given[at] ?? { is: 'missed', later: 0 }
      const when = Date.parse(session.place.at) + later * DAY
      if (is === 'missed' || when <= before + 6 * 3_600_000) return []
      before = when
      const mg = mgOf(course)
      const short = course.protocol.product === 'esketamine-nasal' ? 28 : 10
      return [
        {
          session,
          when,
          /** 28 of 84 mg, or 10 of 50, is less than the half that counts. */
          isWhole: is === 'given',
          visit: visitOf(course, session, {
            at: new Date(when).toISOString(),
            ...(is === 'given' ? { mg } : { mg: short, ordered: mg + short }),
          }),
        },
      ]
    })
  }

  test('law: brings no session closer to the last dose than the least time between them, whatever was missed', () => {
    let close = 0
    fc.assert(
      fc.property(history, (drawn) => {
        const course = planOf(drawn.asked)
        if (course === undefined || course.sessions.length === 0) return
        const visits = carriedOut(course, drawn)
        const last = visits.at(-1)
        const asOf = new Date(
          Math.max(last?.when ?? 0, Date.parse(course.sessions[0]?.place.at ?? '') - DAY) +
            12 * 3_600_000 +
            Math.max(0, drawn.asOf) * DAY,
        ).toISOString()
        const looked = reviewed(course, asOf)
        const forecast = forecastOf(
          looked,
          visits.map(({ visit }) => visit),
          { ...drawn.asked.context, asOf },
        )
        const next = forecast.sessions.find(({ id }) => id === forecast.next)
        if (next === undefined || last === undefined) return
        const { numbers } = drawn.asked.problem
        const phase = course.protocol.phases.find(({ id }) => id === next.phase)
        for (const limit of [...course.protocol.limits, ...(phase?.limits ?? [])]) {
          if (limit.kind !== 'least-between') continue
          if (limit.intervals !== undefined && !limit.intervals.includes(next.interval)) continue
          const amount =
            'policy' in limit.amount
              ? (numbers[limit.amount.policy] ?? Number.NaN)
              : limit.amount.value / (limit.amount.unit === 'min' ? 60 : 1)
          expect(limit.in).toBe('elapsed-hours') // every shipped one
          const least = last.when + amount * 3_600_000
          expect(Date.parse(next.earliest ?? '')).toBeGreaterThanOrEqual(least)
          if (next.recommended !== null) {
            expect(Date.parse(next.recommended.at)).toBeGreaterThanOrEqual(least)
          }
          if (Date.parse(next.planned.at) < least) close += 1
        }
      }),
      { numRuns: 500 },
    )
    expect(close).toBeGreaterThan(5) // in some of them the planned place was too close
  })

  test('law: the word of a session follows from what was given and from the calendar alone', () => {
    const words = new Map<string, number>()
    fc.assert(
      fc.property(history, (drawn) => {
        const course = planOf(drawn.asked)
        if (course === undefined || course.sessions.length === 0) return
        const last = Date.parse(course.sessions[drawn.many % course.sessions.length]?.place.at ?? '')
        const asOf = new Date(last + drawn.asOf * DAY + DAY / 2).toISOString()
        const visits = carriedOut(course, drawn).filter(({ when }) => when + DAY / 4 < Date.parse(asOf))
        const looked = reviewed(course, asOf)
        const { problem, context } = drawn.asked
        const forecast = forecastOf(
          looked,
          visits.map(({ visit }) => visit),
          { ...context, asOf },
        )
        const today = Math.floor(wallMs(Date.parse(asOf), problem.zone) / DAY)
        const countedAt = (at: number) =>
          visits.some((one) => one.session === course.sessions[at] && one.isWhole)
        const lastCounted = course.sessions.reduce((found, _, at) => (countedAt(at) ? at : found), -1)
        forecast.sessions.forEach((told, at) => {
          const place = dayNo(course.sessions[at]?.place.day ?? '')
          const { late } = windowDays(problem, told)
          const word = countedAt(at)
            ? 'given'
            : at < lastCounted || today > place + late
              ? 'missed'
              : today < place
                ? 'planned'
                : today === place
                  ? 'due'
                  : 'past-due'
          words.set(word, (words.get(word) ?? 0) + 1)
          const isToCome = word !== 'given' && word !== 'missed'
          expect({ id: told.id, status: told.status, pastDue: told.pastDue }).toEqual({
            id: `s${at + 1}`,
            status: word,
            pastDue: isToCome ? dayText(place + 1) : null,
          })
          if (isToCome) expect(dayNo(told.latest ?? '')).toBeLessThanOrEqual(place + late)
          else expect([told.latest, told.earliest, told.recommended]).toEqual([null, null, null])
        })
        const toCome = forecast.sessions.filter(({ status }) => status !== 'given' && status !== 'missed')
        expect(forecast.next).toBe(toCome[0]?.id ?? null)
        const count = (word: string) => forecast.sessions.filter(({ status }) => status === word).length
        expect([forecast.adherence.given, forecast.adherence.missed]).toEqual([
          count('given'),
          count('missed'),
        ])
      }),
      { numRuns: 400 },
    )
    for (const word of ['given', 'missed', 'planned', 'due', 'past-due']) {
      expect({ word, met: (words.get(word) ?? 0) > 20 }).toEqual({ word, met: true })
    }
  })

  test('law: neither the order of visits and decisions nor when they were written down says anything', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (drawn, keys) => {
        const course = planOf(drawn.asked)
        if (course === undefined || course.sessions.length === 0) return
        const asOf = new Date(
          Date.parse(course.sessions.at(-1)?.place.at ?? '') + drawn.asOf * DAY,
        ).toISOString()
        const visits = carriedOut(course, drawn)
          .filter(({ when }) => when + DAY / 4 < Date.parse(asOf)) // over by then, so that somebody can have written them down
          .map(({ visit }) => visit)
        const context = { ...drawn.asked.context, asOf }
        const looked = reviewed(course, asOf)
        const turned = parse(Course, { ...looked, decisions: shuffled(looked.decisions, keys) })
        if (!turned.ok) throw new Error(turned.error.path)
        const one = forecastOf(looked, visits, context)
        expect(forecastOf(turned.value, shuffled(visits, keys), context)).toEqual(one)
        expect(forecastOf(looked, visits.map(writtenLate), context)).toEqual(one)
      }),
      { numRuns: 200 },
    )
  })
})

/** The same visit, written down backwards after the fact, its dose first entered wrong and then corrected. */
function writtenLate(visit: Parsed<Session>): Parsed<Session> {
  const { events } = visit
  const late = [...events].reverse().flatMap((event) => {
    const { what } = event
    if (what.type !== 'device-given' && what.type !== 'dose-given') return [{ ...event, late: true as const }]
    const wrong =
      what.type === 'device-given' ? { ...what, outcome: 'failed' as const } : { ...what, amount: mgs(1) }
    return [
      { ...event, late: true as const, what: wrong },
      {
        ...event,
        id: `${event.id}-corrected`,
        late: true as const,
        what: { type: 'corrected' as const, of: event.id, to: what },
      },
    ]
  })
  const parsed = parse(Session, {
    ...visit,
    events: late.map((event, sequence) => ({ ...event, sequence })),
  })
  if (!parsed.ok) throw new Error(`${parsed.error.code} ${parsed.error.path}`)
  return parsed.value
}

/** How many days late a session may be, as its interval says. */
function windowDays(
  { protocol, numbers }: Problem,
  told: { readonly phase: string; readonly interval: string },
) {
  const { late } =
    protocol.phases.find(({ id }) => id === told.phase)?.intervals.find(({ id }) => id === told.interval) ??
    {}
  if (late === undefined) throw new Error('no such interval')
  return { late: 'policy' in late ? (numbers[late.policy] ?? Number.NaN) : late.value }
}

const mgs = (value: number) => ({ value, unit: 'mg' })
