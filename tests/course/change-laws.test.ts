import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { ketamineIvThriceThenWeekly } from '../../src/content/protocols/ketamine-iv.ts'
import { us } from '../../src/content/us.ts'
import { applyCourseDecision } from '../../src/course/apply-course-decision.ts'
import type { MissedQuestion } from '../../src/course/change-shape.ts'
import type { Course } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import type { CourseScores } from '../../src/course/forecast-shape.ts'
import { missedSessionOptions } from '../../src/course/missed-session-options.ts'
import { rescheduleSession } from '../../src/course/reschedule-session.ts'
import { Policy } from '../../src/kernel/content.schema.ts'
import type { Context } from '../../src/kernel/content.ts'
import type { Decision } from '../../src/kernel/decision.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import type { Score } from '../../src/measure/score-shape.ts'
import type { Session } from '../../src/session/session.schema.ts'
import { at, changed, decided, patient, phq, planned, recording, scores, stored } from './change-desk.ts'
import { booking, given, logOf } from './visits.ts'

// Whole courses are laid out anew in every run of a law.
vi.setConfig({ testTimeout: 60_000 })

const closures = [
  { id: 'christmas', from: '2026-12-24', to: '2026-12-25' },
  { id: 'new-year', from: '2027-01-01' },
]
const slots = [
  { weekday: 'mon', time: '09:00' },
  { weekday: 'wed', time: '09:00' },
  { weekday: 'fri', time: '09:00' },
] as const
const courses = {
  spray: planned({ closures, preferences: { intervals: { maintenance: 'every-2-weeks' } } }),
  vein: planned({ protocol: ketamineIvThriceThenWeekly, pattern: { slots: [...slots] }, closures }),
} as const

/** A course, how many days it went on, and which of its sessions were not given. */
const history = fc.record({
  which: fc.constantFrom('spray' as const, 'vein' as const),
  days: fc.integer({ min: 0, max: 150 }),
  without: fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 6 }),
  pause: fc.integer({ min: 0, max: 40 }),
})

interface Played {
  readonly course: Parsed<Course>
  readonly sessions: readonly Parsed<Session>[]
  readonly context: Context
}

const dayAfter = (days: number): string =>
  new Date(Date.parse('2026-11-23T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)

function played({
  which,
  days,
  without,
  pause,
}: typeof history extends fc.Arbitrary<infer H> ? H : never): Played {
  const course = courses[which]
  const until = dayAfter(days)
  const product = which === 'vein' ? 'ketamine-iv' : 'esketamine-nasal'
  const sessions = course.sessions
    .filter(({ number, place }) => place.day <= until && !without.includes(number))
    .map(({ id, place }) => given(id, place.at, 56, { product }))
  return { course, sessions, context: at(dayAfter(days + pause)) }
}

const unit: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000 }

/** What no course may do: two doses too close, two on a day, one on a closed day. */
function broken({ course, sessions, context }: Played, future: Course): readonly string[] {
  const name = course.protocol.product === 'ketamine-iv' ? 'min-interval-iv' : 'min-interval-esketamine'
  const number = usStartingPolicy.numbers[name]
  const least = (number?.value ?? Number.NaN) * (unit[number?.unit ?? ''] ?? Number.NaN)
  expect(least).toBeGreaterThan(0)
  const forecast = forecastCourse({ course, sessions }, context)
  if (!forecast.ok) throw new Error(forecast.error.code)
  const over = new Set(
    forecast.value.sessions
      .filter(({ status }) => status === 'given' || status === 'missed')
      .map(({ id }) => id),
  )
  const doses = forecast.value.visits.map(({ at: when }) => Date.parse(when ?? ''))
  const coming = future.sessions.filter(({ id, status }) => status !== 'cancelled' && !over.has(id))
  const faults = coming
    .filter(({ place }) => closures.some(({ from, to = from }) => from <= place.day && place.day <= to))
    .map(({ id }) => `${id} on a closed day`)
  const times = [...doses, ...coming.map(({ place }) => Date.parse(place.at))].sort((a, b) => a - b)
  const now = Date.parse(context.asOf)
  times.forEach((time, place) => {
    const before = times[place - 1]
    if (before !== undefined && time > now && time - before < least) faults.push(`${time - before} ms apart`)
  })
  return faults
}

describe('options', () => {
  test('law: no future breaks a limit, none is picked, and recorded it is what was shown', () => {
    fc.assert(
      fc.property(history, (one) => {
        const play = played(one)
        const { course, sessions, context } = play
        const found = missedSessionOptions({ course, patient, sessions, scores: [] }, context)
        for (const option of found.value.options) {
          if (option.future === null) {
            expect(option.fault).not.toBeNull()
            continue
          }
          expect(broken(play, option.future)).toEqual([])
          expect(stored(option.future)).toEqual(option.future)
          const decision = decided(recording(option), context.asOf.slice(0, 10))
          const done = applyCourseDecision({ course, sessions, decision }, context)
          expect(done.ok && { ...done.value, decisions: [] }).toEqual(option.future)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('law: going on after nothing was missed is refused', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 12 }), (one, number) => {
        const { course, sessions, context } = played(one)
        const { missed } = missedSessionOptions({ course, patient, sessions }, context).value
        const session = `s${number}`
        const what = { kind: 'missed', session, option: 'continue' } as const
        const done = applyCourseDecision(
          { course, sessions, decision: decided(what, context.asOf.slice(0, 10)) },
          context,
        )
        expect(done.ok).toBe(missed.includes(session))
      }),
      { numRuns: 40 },
    )
  })

  test('law: the order of visits and scores plays no part', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 150 }))),
        (one, list) => {
          const { course, sessions, context } = played(one)
          const all = list
            .map(([total, day]) => phq(total, dayAfter(day)))
            .filter(({ takenAt }) => (takenAt ?? '') < context.asOf.slice(0, 10))
          const ask = (logs: readonly Parsed<Session>[], ordered: readonly Score[]) =>
            missedSessionOptions({ course, patient, sessions: logs, scores: scores(...ordered) }, context)
          expect(ask([...sessions].reverse(), [...all].reverse())).toEqual(ask(sessions, all))
        },
      ),
      { numRuns: 30 },
    )
  })
})

test('law: every place a session may be moved to keeps the limits, and every other one is refused', () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: -5, max: 5 }),
      (one, number, shift) => {
        const play = played(one)
        const { course, sessions, context } = play
        const session = course.sessions.find((planned) => planned.number === number)
        if (session === undefined) return
        const offered = rescheduleSession({ course, sessions, session: session.id }, context)
        const day = new Date(Date.parse(session.regular.day) + shift * 86_400_000).toISOString().slice(0, 10)
        const asked = rescheduleSession({ course, sessions, session: session.id, to: { day } }, context)
        if (!offered.ok) {
          expect(asked).toEqual(offered)
          return
        }
        for (const { future } of offered.value.options) expect(broken(play, future)).toEqual([])
        expect(asked.ok).toBe(offered.value.options.some(({ place }) => place.day === day))
      },
    ),
    { numRuns: 40 },
  )
})

test('law: decisions count in the order of their times, however they were written down', () => {
  const { spray } = courses
  const sessions = spray.sessions.slice(0, 3).map(({ id, place }) => given(id, place.at, 56))
  const one = changed(
    spray,
    sessions,
    decided({ kind: 'cancel', session: 's6' } as const, '2026-12-01'),
    '2026-12-01',
  )
  const two = changed(
    one,
    sessions,
    decided({ kind: 'move', session: 's10', day: '2026-12-29' } as const, '2026-12-02'),
    '2026-12-02',
  )
  const all = changed(
    two,
    sessions,
    decided({ kind: 'review', checkpoint: 'benefit', outcome: 'continue' } as const, '2026-12-03'),
    '2026-12-03',
  )
  fc.assert(
    fc.property(fc.shuffledSubarray([...all.decisions], { minLength: 3 }), (decisions) => {
      const shuffled = stored({ ...all, decisions }) as Parsed<Course>
      const ask = (course: Parsed<Course>) => forecastCourse({ course, sessions }, at('2026-12-18'))
      expect(ask(shuffled)).toEqual(ask(all))
    }),
  )
})

describe('the first law', () => {
  const raise = Object.fromEntries(
    (us.course?.rules ?? [])
      .filter(({ asked }) => asked.includes('missed'))
      .map(({ id }) => [id, { class: 'defer', reason: 'A site that holds all of them.' }]),
  )
  const strict = parse(Policy, JSON.parse(JSON.stringify({ ...usStartingPolicy, raise })))
  if (!strict.ok) throw strict.error
  const policies = [usStartingPolicy, strict.value]

  const blanks = fc.record({
    scores: fc.array(fc.constantFrom('kept', 'date', 'total', 'both'), { minLength: 6, maxLength: 6 }),
    list: fc.boolean(),
    judgement: fc.boolean(),
    visits: fc.array(fc.constantFrom('kept', 'kept', 'time', 'amount'), { minLength: 30, maxLength: 30 }),
  })
  const told = fc.record({
    totals: fc.array(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 6,
    }),
    word: fc.constantFrom('better', 'same', 'worse', undefined),
    ago: fc.integer({ min: 0, max: 30 }),
  })

  function blankScore(score: Score, how: string | undefined): Score {
    const dated = how === 'date' || how === 'both' ? { ...score, takenAt: null } : score
    return how === 'total' || how === 'both'
      ? { ...dated, status: 'incomplete', total: null, exact: null, missing: ['q1'] }
      : dated
  }

  /** What the log of a visit says when somebody forgot the time, or how much came out of a device. */
  function blankVisit(course: Course, session: Parsed<Session>, how: string | undefined): Parsed<Session> {
    const planned = course.sessions.find(({ id }) => session.id === `visit-${id}`)
    if (planned === undefined || how === 'kept' || how === undefined) return session
    const { id, place } = planned
    if (how === 'time') return given(id, place.at, 56, { untimed: true })
    return logOf(id, place.at, [
      [-60, booking(id, place.at, 56)],
      [-20, { type: 'arrived' }],
      [0, { type: 'device-given', outcome: 'unknown' }],
      [125, { type: 'left' }],
    ])
  }

  const truths = ({ findings }: Decision<unknown>) =>
    new Map(findings.map(({ rule, truth }) => [rule.id, truth]))

  /** Holds what is known against what is left of it when parts are blanked. */
  function holds(whole: MissedQuestion, less: MissedQuestion, context: Context): void {
    for (const policy of policies) {
      const now = { ...context, policy } as Context
      const [known, blanked] = [missedSessionOptions(whole, now), missedSessionOptions(less, now)]
      const [all, some] = [truths(known), truths(blanked)]
      for (const { id, asked } of us.course?.rules ?? []) {
        if (!asked.includes('missed')) continue
        const truth = some.get(id) ?? 'no'
        if (truth !== 'unknown') expect(`${id} ${all.get(id) ?? 'no'}`).toBe(`${id} ${truth}`)
      }
      if (blanked.verdict === 'no-finding') expect(known.verdict).toBe('no-finding')
      if (blanked.verdict === 'caution') expect(['caution', 'no-finding']).toContain(known.verdict)
    }
  }

  test('law: of scores around a gap, and of a judgement, what is blanked never makes an answer sure', () => {
    const { spray: course } = courses
    const sessions = course.sessions
      .filter(({ place }) => place.day <= '2027-02-01')
      .map(({ id, place }) => given(id, place.at, 56))
    const context = at('2027-02-22')
    const total = fc.integer({ min: 4, max: 14 })
    // Mostly little is blanked, so that much is sure.
    const how = fc.constantFrom('kept', 'kept', 'kept', 'kept', 'kept', 'kept', 'date', 'total', 'both')
    const scored = (days: readonly string[], least: number) =>
      fc.array(fc.tuple(total, fc.constantFrom(...days), how), { minLength: least, maxLength: 2 })
    fc.assert(
      fc.property(
        scored(['2027-01-18', '2027-02-01'], 1),
        scored(['2027-02-05', '2027-02-12', '2027-02-20'], 1),
        fc.constantFrom('better', 'same', 'worse'),
        fc.constantFrom('2027-02-01', '2027-02-05', '2027-02-18', '2027-02-20'),
        fc.boolean(),
        (before, since, word, day, isJudged) => {
          const list = [...before, ...since].map(([sum, takenAt, blank]) => ({
            score: phq(sum, takenAt),
            blank,
          }))
          const judgement = { judgement: { word, at: `${day}T11:00:00-05:00`, by: 'dr-lee' } }
          const whole = {
            course,
            patient,
            sessions,
            scores: scores(...list.map(({ score }) => score)),
            ...judgement,
          }
          const left = list.map(({ score, blank }) => blankScore(score, blank))
          const less = { course, patient, sessions, scores: scores(...left), ...(isJudged ? judgement : {}) }
          holds(whole, less, context)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('law: what is blanked never makes an answer sure, and never a verdict milder', () => {
    fc.assert(
      fc.property(history, told, blanks, (of, said, blank) => {
        const one = { ...of, which: 'spray' as const }
        const { course, sessions, context } = played(one)
        const day = (ago: number) => dayAfter(one.days + one.pause - ago)
        const list = said.totals.map(([total, ago]) => phq(total, day(ago)))
        const judgement =
          said.word === undefined
            ? {}
            : { judgement: { word: said.word, at: `${day(said.ago)}T11:00:00-05:00`, by: 'dr-lee' } }
        const whole: MissedQuestion = { course, patient, sessions, scores: scores(...list), ...judgement }
        const bare: readonly CourseScores[] = scores(
          ...list.map((score, place) => blankScore(score, blank.scores[place])),
        )
        const less: MissedQuestion = {
          course,
          patient,
          sessions: sessions.map((session, place) => blankVisit(course, session, blank.visits[place])),
          ...(blank.list ? {} : { scores: bare }),
          ...(blank.judgement ? {} : judgement),
        }
        holds(whole, less, context)
      }),
      { numRuns: 60 },
    )
  })
})
