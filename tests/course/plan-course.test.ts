/** A protocol laid out in time. */
import { describe, expect, test } from 'vitest'
import { esketamineTrdUs } from '../../src/content/protocols/esketamine-us.ts'
import { applyCourseDecision } from '../../src/course/apply-course-decision.ts'
import { Course } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import type { PlanQuestion } from '../../src/course/plan-shape.ts'
import { parse } from '../../src/kernel/door.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import type { Protocol } from '../../src/kernel/protocol.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { addDays, instantMs } from '../../src/kernel/time.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import {
  apart,
  conflictOf,
  courseOf,
  desk,
  faultOf,
  instantsOf,
  interval,
  phase,
  placesOf,
  planOf,
  protocolOf,
  slots,
  twiceWeekly,
  weekly,
} from './plan-desk.ts'

const monThu = { slots: slots('mon 09:00', 'thu 09:00') }
const ask = (protocol: ReturnType<typeof protocolOf>, more: Partial<PlanQuestion> = {}): PlanQuestion => ({
  protocol,
  start: '2027-02-01',
  pattern: monThu,
  ...more,
})
const days = (value: number) => ({ value, unit: 'd' })
const person = (record: unknown) => {
  const patient = parse(Patient, {
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    ...(record ?? {}),
  })
  if (!patient.ok) throw patient.error
  return patient.value
}
const seen = { certainty: 'S', sources: [] } as const

describe('the places of a pattern', () => {
  test('a label’s course stands twice a week for four weeks, then weekly on the first slot', () => {
    const course = courseOf({
      protocol: esketamineTrdUs,
      start: '2027-02-02',
      pattern: { slots: slots('tue 09:00', 'fri 09:00') },
    })
    expect(placesOf(course).slice(0, 13)).toEqual([
      '2027-02-02 09:00',
      '2027-02-05 09:00',
      '2027-02-09 09:00',
      '2027-02-12 09:00',
      '2027-02-16 09:00',
      '2027-02-19 09:00',
      '2027-02-23 09:00',
      '2027-02-26 09:00',
      '2027-03-02 09:00',
      '2027-03-09 09:00',
      '2027-03-16 09:00',
      '2027-03-23 09:00',
      '2027-03-30 09:00',
    ])
    expect(course.sessions.map(({ phase }) => phase).slice(7, 13)).toEqual([
      'induction',
      'optimisation',
      'optimisation',
      'optimisation',
      'optimisation',
      'maintenance',
    ])
    expect(course.sessions.map(({ number }) => number)).toEqual(course.sessions.map((_, at) => at + 1))
    // The open phase goes on for the twelve weeks of the policy.
    expect(course.sessions).toHaveLength(8 + 4 + 12)
    expect(course.zone).toBe('America/New_York')
  })

  test('when the frequency falls the first slot given is kept, or the one that was named', () => {
    const protocol = protocolOf([twiceWeekly(1, { next: 'weekly' }), weekly(2)])
    const thuFirst = { slots: slots('thu 10:00', 'mon 09:00') }
    expect(placesOf(courseOf(ask(protocol, { pattern: thuFirst })))).toEqual([
      '2027-02-01 09:00',
      '2027-02-04 10:00',
      '2027-02-11 10:00',
      '2027-02-18 10:00',
    ])
    const kept = { ...thuFirst, keep: { weekly: [1] } }
    expect(placesOf(courseOf(ask(protocol, { pattern: kept })))).toEqual([
      '2027-02-01 09:00',
      '2027-02-04 10:00',
      '2027-02-08 09:00',
      '2027-02-15 09:00',
    ])
  })

  test('a course that begins in the middle of the week takes its weeks from there', () => {
    const course = courseOf(ask(protocolOf([twiceWeekly(2)]), { start: '2027-02-03' }))
    expect(placesOf(course)).toEqual([
      '2027-02-04 09:00',
      '2027-02-08 09:00',
      '2027-02-11 09:00',
      '2027-02-15 09:00',
    ])
  })

  test('every two weeks counts from the week of the first place', () => {
    const fortnightly = phase('slow', { sessions: 3, intervals: [interval('fortnightly', 2, 2)] })
    expect(placesOf(courseOf(ask(protocolOf([fortnightly]), { start: '2027-02-02' })))).toEqual([
      '2027-02-04 09:00',
      '2027-02-15 09:00',
      '2027-02-18 09:00',
    ])
  })

  test('a phase of so many sessions ends with the last, and the next begins the day after', () => {
    const protocol = protocolOf([
      phase('six', { sessions: 3, intervals: [interval('twice-weekly', 2, 1)], next: 'weekly' }),
      weekly(1),
    ])
    expect(placesOf(courseOf(ask(protocol)))).toEqual([
      '2027-02-01 09:00',
      '2027-02-04 09:00',
      '2027-02-08 09:00',
      '2027-02-15 09:00',
    ])
  })

  test('of several intervals the first is used until another is chosen', () => {
    const maintenance = phase('maintenance', {
      weeks: 4,
      intervals: [interval('weekly', 1, 1), interval('fortnightly', 1, 2)],
    })
    expect(courseOf(ask(protocolOf([maintenance]))).sessions).toHaveLength(4)
    const preferences = { intervals: { maintenance: 'fortnightly' } }
    const slower = courseOf(ask(protocolOf([maintenance]), { preferences }))
    expect(placesOf(slower)).toEqual(['2027-02-01 09:00', '2027-02-15 09:00'])
  })
})

describe('how far a plan reaches', () => {
  const open = phase('open', { intervals: [interval('weekly', 1, 1)] })

  test('a phase without an end is laid out up to the horizon', () => {
    const count = (horizon: PlanQuestion['horizon']) =>
      courseOf(ask(protocolOf([open]), horizon === undefined ? {} : { horizon })).sessions.length
    expect(count(undefined)).toBe(12)
    expect(count({ sessions: 30 })).toBe(30)
    expect(count({ until: '2027-02-15' })).toBe(3)
    expect(count({ sessions: 2, until: '2027-02-15' })).toBe(2)
  })

  test('a horizon cuts closed phases too, and nothing comes after the cut', () => {
    const six = phase('six', { sessions: 6, intervals: [interval('twice-weekly', 2, 1)], next: 'weekly' })
    const course = courseOf(ask(protocolOf([six, weekly(4)]), { horizon: { until: '2027-02-10' } }))
    expect(placesOf(course)).toEqual(['2027-02-01 09:00', '2027-02-04 09:00', '2027-02-08 09:00'])
  })

  test('nothing is laid out past the end of a protocol, whatever the horizon', () => {
    const course = courseOf(ask(protocolOf([twiceWeekly(1)]), { horizon: { sessions: 100 } }))
    expect(course.sessions).toHaveLength(2)
  })

  test('B-096: a horizon of ten thousand years, or of too many sessions, is refused', () => {
    const tooLong = { code: 'horizon-too-long', path: 'horizon' }
    expect(faultOf(ask(protocolOf([open]), { horizon: { until: '9999-12-31' } }))).toEqual(tooLong)
    expect(faultOf(ask(protocolOf([open]), { horizon: { until: '2037-02-02' } }))).toMatchObject(tooLong)
    expect(faultOf(ask(protocolOf([open]), { horizon: { sessions: 401 } }))).toEqual(tooLong)
    expect(faultOf(ask(protocolOf([open]), { horizon: { sessions: 1e15 } }))).toEqual(tooLong)
    const long = phase('long', { weeks: 500, intervals: [interval('weekly', 1, 1)] })
    expect(faultOf(ask(protocolOf([long])))).toEqual(tooLong)
    const rare = phase('rare', { sessions: 9, intervals: [interval('two-yearly', 1, 104)] })
    expect(faultOf(ask(protocolOf([rare])))).toEqual(tooLong)
  })

  test('B-096: an end before the start is refused', () => {
    expect(faultOf(ask(protocolOf([open]), { horizon: { until: '2027-01-31' } }))).toEqual({
      code: 'end-before-start',
      path: 'horizon.until',
    })
  })
})

describe('clock changes', () => {
  test('B-097: a weekly slot keeps its local time over both clock changes of New York', () => {
    const course = courseOf(
      ask(protocolOf([weekly(40)]), { start: '2027-03-01', pattern: { slots: slots('mon 09:00') } }),
    )
    expect(course.sessions.every(({ place }) => place.time === '09:00')).toBe(true)
    const instants = instantsOf(course)
    expect(instants.slice(1, 3)).toEqual(['2027-03-08T09:00:00-05:00', '2027-03-15T09:00:00-04:00'])
    expect(instants.slice(35, 37)).toEqual(['2027-11-01T09:00:00-04:00', '2027-11-08T09:00:00-05:00'])
    expect(course.issues).toEqual([])
  })

  test('B-097: a gap in civil days holds across the change, one in elapsed hours does not', () => {
    const question = (limit: ReturnType<typeof apart>) =>
      ask(protocolOf([weekly(3, { limits: [limit] })]), {
        start: '2027-03-08',
        pattern: { slots: slots('mon 09:00') },
      })
    expect(placesOf(courseOf(question(apart('week', 'least-between', 7, 'd'))))).toEqual([
      '2027-03-08 09:00',
      '2027-03-15 09:00',
      '2027-03-22 09:00',
    ])
    const inHours = courseOf(question(apart('week', 'least-between', 168, 'h')))
    // 167 hours from Monday to Monday: that session, or all after it, would come too soon.
    expect(placesOf(inHours)).toEqual([
      '2027-03-08 09:00',
      '2027-03-16 09:00 to-choose',
      '2027-03-23 09:00 to-choose',
    ])
    expect(inHours.sessions[1]?.because).toEqual(['limit/week'])
  })

  test('Friday to Monday is 71 hours in the spring: 72 are not kept, three civil days are', () => {
    const pattern = { slots: slots('fri 09:00', 'mon 09:00') }
    const two = (limit: ReturnType<typeof apart>) =>
      courseOf(
        ask(
          protocolOf([phase('two', { sessions: 2, intervals: [interval('both', 2, 1)], limits: [limit] })]),
          {
            start: '2027-03-12',
            pattern,
          },
        ),
      )
    expect(placesOf(two(apart('rest', 'least-between', 3, 'd')))).toEqual([
      '2027-03-12 09:00',
      '2027-03-15 09:00',
    ])
    const inHours = two(apart('rest', 'least-between', 72, 'h'))
    expect(placesOf(inHours)).toEqual(['2027-03-12 09:00', '2027-03-16 09:00 to-choose'])
    expect(inHours.sessions[1]).toMatchObject({
      regular: { day: '2027-03-15', at: '2027-03-15T09:00:00-04:00' },
      because: ['limit/rest'],
    })
  })

  test('a place the clock is put forward over moves to the first instant after, and says so', () => {
    const course = courseOf(
      ask(protocolOf([weekly(3)]), { start: '2027-03-07', pattern: { slots: slots('sun 02:30') } }),
    )
    expect(instantsOf(course)).toEqual([
      '2027-03-07T02:30:00-05:00',
      '2027-03-14T03:00:00-04:00',
      '2027-03-21T02:30:00-04:00',
    ])
    expect(course.sessions[1]?.place).toMatchObject({ time: '02:30', flag: 'moved-after-gap' })
    expect(course.sessions[1]?.status).toBe('regular')
    expect(course.issues).toEqual([{ code: 'planned-time-moved', path: 'sessions.s2', severity: 'warning' }])
  })

  test('of a place the clock shows twice the earlier is taken, and it says so', () => {
    const course = courseOf(
      ask(protocolOf([weekly(3)]), { start: '2027-10-31', pattern: { slots: slots('sun 01:30') } }),
    )
    expect(instantsOf(course)[1]).toBe('2027-11-07T01:30:00-04:00')
    expect(course.issues).toEqual([{ code: 'planned-time-twice', path: 'sessions.s2', severity: 'warning' }])
  })

  test.each([
    ['Australia/Lord_Howe', '2027-09-26', 'sun 02:15', ['+10:30', '+11:00', '+11:00'], 'moved-after-gap'],
    ['America/Santiago', '2027-08-30', 'mon 09:00', ['-04:00', '-03:00', '-03:00'], undefined],
    ['Pacific/Auckland', '2027-03-29', 'mon 09:00', ['+13:00', '+12:00', '+12:00'], undefined],
    ['Asia/Kolkata', '2027-03-29', 'mon 09:00', ['+05:30', '+05:30', '+05:30'], undefined],
  ])('in %s local times stay and offsets change as its rules say', (zone, start, slot, offsets, flag) => {
    const course = courseOf(ask(protocolOf([weekly(3)]), { start, pattern: { slots: slots(slot) } }), zone)
    expect(instantsOf(course).map((at) => at.slice(19))).toEqual(offsets)
    expect(course.sessions.map(({ place }) => place.time)).toEqual([...Array(3)].map(() => slot.slice(4)))
    expect(course.sessions[1]?.place.flag).toBe(flag)
  })
})

describe('days without sessions', () => {
  const closures = [{ id: 'holiday', label: 'Public holiday', from: '2027-02-15' }]

  test('a session on a closed day is shown with its alternatives, and the others stay', () => {
    const course = courseOf(ask(protocolOf([twiceWeekly(3)]), { closures }))
    expect(placesOf(course)).toEqual([
      '2027-02-01 09:00',
      '2027-02-04 09:00',
      '2027-02-08 09:00',
      '2027-02-11 09:00',
      '2027-02-16 09:00 to-choose',
      '2027-02-18 09:00',
    ])
    const { because, regular, alternatives } = course.sessions[4] ?? {}
    expect(because).toEqual(['closure/holiday'])
    expect(regular?.day).toBe('2027-02-15')
    expect(alternatives?.map(({ day }) => day)).toEqual(['2027-02-16', '2027-02-14'])
    expect(course.issues).toContainEqual({
      code: 'place-to-choose',
      path: 'sessions.s5',
      severity: 'warning',
    })
    expect(course.closures).toEqual(closures)
  })

  test('an alternative breaks no limit, and takes the time the pattern has on its day', () => {
    const limits = [apart('rest', 'least-between', 3, 'd')]
    const induction = twiceWeekly(3, {
      limits,
      intervals: [interval('twice-weekly', 2, 1, { early: days(3), late: days(3) })],
    })
    const pattern = { slots: slots('mon 09:00', 'fri 15:00') }
    const course = courseOf(ask(protocolOf([induction]), { closures, pattern }))
    expect(course.sessions[4]?.alternatives.map(({ day }) => day)).toEqual(['2027-02-16'])
    const withTime = courseOf(ask(protocolOf([{ ...induction, limits: [] }]), { closures, pattern }))
    expect(withTime.sessions[4]?.alternatives.map(({ day, time }) => `${day} ${time}`)).toEqual([
      '2027-02-16 09:00',
      '2027-02-14 09:00',
      '2027-02-17 09:00',
      '2027-02-13 09:00',
      '2027-02-18 09:00',
    ])
  })

  test('of all plans the one is taken in which the fewest sessions leave their place', () => {
    // Tuesday would drag the Thursday along; Sunday does not.
    const limits = [apart('rest', 'least-between', 3, 'd')]
    const course = courseOf(ask(protocolOf([twiceWeekly(3, { limits })]), { closures }))
    expect(placesOf(course).filter((text) => text.endsWith('to-choose'))).toEqual([
      '2027-02-14 09:00 to-choose',
    ])
  })

  test('days away are kept like closed days, and why somebody is away is in no error', () => {
    const away = [{ id: 'trip', label: 'a private matter', from: '2027-02-07', to: '2027-02-09' }]
    const preferences = { away }
    const conflict = conflictOf(ask(protocolOf([twiceWeekly(3)]), { preferences }))
    expect(conflict).toEqual({
      code: 'plan-infeasible',
      path: 'preferences.away',
      conflict: [{ id: 'away/trip', kind: 'away', label: 'Days on which the person cannot come' }],
      session: 's3',
      window: { from: '2027-02-07', to: '2027-02-09' },
    })
    expect(JSON.stringify(conflict)).not.toContain('private')
  })

  test('a session that cannot stand on its day stands only on the days of the week that were named', () => {
    const preferences = { weekdays: ['sun', 'sat'] as const }
    const course = courseOf(
      ask(protocolOf([twiceWeekly(3)]), { closures, preferences: { weekdays: [...preferences.weekdays] } }),
    )
    expect(course.sessions[4]?.alternatives.map(({ day }) => day)).toEqual(['2027-02-14'])
    const none = conflictOf(
      ask(protocolOf([twiceWeekly(3)]), { closures, preferences: { weekdays: ['wed'] } }),
    )
    expect(none.conflict.map(({ id }) => id)).toEqual(['closure/holiday', 'weekdays'])
    expect(none.path).toBe('closures')
  })

  test('no session is laid before the first day of the course', () => {
    const course = courseOf(ask(protocolOf([weekly(2)]), { closures: [{ id: 'shut', from: '2027-02-01' }] }))
    expect(course.sessions[0]?.alternatives.map(({ day }) => day)).toEqual(['2027-02-02'])
  })
})

describe('days that were chosen', () => {
  test('a session stands on the day, and at the time, that was chosen for it', () => {
    const choices = [
      { session: 's3', day: '2027-02-09' },
      { session: 's2', day: '2027-02-04', time: '16:45' },
    ]
    const course = courseOf(ask(protocolOf([twiceWeekly(2)]), { preferences: { choices } }))
    expect(placesOf(course)).toEqual([
      '2027-02-01 09:00',
      '2027-02-04 16:45 chosen',
      '2027-02-09 09:00 chosen',
      '2027-02-11 09:00',
    ])
    expect(course.sessions[2]?.regular.day).toBe('2027-02-08')
    expect(course.issues).toEqual([])
    expect(course.preferences.choices?.map(({ session }) => session)).toEqual(['s2', 's3'])
  })

  test('a choice outside the window, or for a session there is not, is refused', () => {
    const choose = (session: string, day: string) =>
      faultOf(ask(protocolOf([twiceWeekly(2)]), { preferences: { choices: [{ session, day }] } }))
    expect(choose('s3', '2027-02-10')).toEqual({ code: 'outside-window', path: 'preferences.choices[0]' })
    expect(choose('s5', '2027-02-15')).toEqual({
      code: 'unknown-planned-session',
      path: 'preferences.choices[0]',
    })
  })

  test('a choice that a closure or a limit forbids is told together with it', () => {
    const choices = [{ session: 's3', day: '2027-02-09' }]
    const closed = conflictOf(
      ask(protocolOf([twiceWeekly(2)]), {
        preferences: { choices },
        closures: [{ id: 'shut', from: '2027-02-09' }],
      }),
    )
    expect(closed.conflict.map(({ id }) => id)).toEqual(['choice/s3', 'closure/shut'])
    expect(closed.path).toBe('preferences.choices')
    const both = [
      { session: 's2', day: '2027-02-05' },
      { session: 's3', day: '2027-02-07' },
    ]
    const limits = [apart('rest', 'least-between', 3, 'd'), apart('often', 'most-between', 5, 'd')]
    const tight = conflictOf(
      ask(protocolOf([twiceWeekly(2, { limits })]), { preferences: { choices: both } }),
    )
    expect(tight.conflict.map(({ id }) => id)).toEqual(['choice/s2', 'choice/s3', 'limit/rest'])
  })
})

describe('limits', () => {
  test('B-095: at least seven days apart and at most five: infeasible, and both are named', () => {
    const limits = [apart('wide', 'least-between', 7, 'd'), apart('close', 'most-between', 5, 'd')]
    const wide = interval('weekly', 1, 1, { early: days(3), late: days(3) })
    expect(conflictOf(ask(protocolOf([weekly(3, { limits, intervals: [wide] })])))).toEqual({
      code: 'plan-infeasible',
      path: 'protocol',
      conflict: [
        { id: 'limit/close', kind: 'limit', label: 'most-between 5 d' },
        { id: 'limit/wide', kind: 'limit', label: 'least-between 7 d' },
      ],
      session: 's2',
      window: { from: '2027-02-05', to: '2027-02-11' },
    })
  })

  test('B-095: both are named also where one of them would fail by itself', () => {
    const limits = [apart('wide', 'least-between', 7, 'd'), apart('close', 'most-between', 5, 'd')]
    for (const phase of [weekly(8, { limits }), twiceWeekly(2, { limits })]) {
      const { conflict, session } = conflictOf(ask(protocolOf([phase])))
      expect(conflict.map(({ id }) => id)).toEqual(['limit/close', 'limit/wide'])
      expect(session).toBe('s2')
    }
  })

  test('B-095: hours that pass against civil days, as far as any clock allows', () => {
    const limits = [apart('wide', 'least-between', 150, 'h'), apart('close', 'most-between', 5, 'd')]
    const { conflict } = conflictOf(ask(protocolOf([weekly(8, { limits })])))
    expect(conflict.map(({ id }) => id)).toEqual(['limit/close', 'limit/wide'])
  })

  test('B-099: two sessions on one day where one is allowed', () => {
    const limits = [
      { id: 'one-a-day', label: 'One a day', kind: 'most-sessions', count: 1, in: 'civil-day', ...seen },
    ] as const
    const pattern = { slots: slots('mon 09:00', 'mon 15:00') }
    const moved = courseOf(ask(protocolOf([twiceWeekly(1, { limits })]), { pattern }))
    expect(placesOf(moved)).toEqual(['2027-02-01 09:00', '2027-02-02 15:00 to-choose'])
    expect(moved.sessions[1]?.because).toEqual(['limit/one-a-day'])
    const exact = interval('twice-weekly', 2, 1, { early: days(0), late: days(0) })
    const stuck = conflictOf(ask(protocolOf([twiceWeekly(1, { limits, intervals: [exact] })]), { pattern }))
    expect(stuck.conflict.map(({ id }) => id)).toEqual(['limit/one-a-day'])
  })

  test.each([
    [{ in: 'calendar-week', count: 2 }, ['fri', 'sun', 'mon'], true],
    [{ in: 'calendar-week', count: 1 }, ['fri', 'sun', 'mon'], false],
    [{ in: 'rolling-days', count: 2, window: { value: 4, unit: 'd' } }, ['fri', 'sun', 'mon'], false],
    [{ in: 'rolling-days', count: 2, window: { value: 3, unit: 'd' } }, ['fri', 'sun', 'mon'], true],
    // From Friday 09:00 to Monday 09:00 are 72 hours: a window of 72 does not hold both of its ends.
    [{ in: 'rolling-hours', count: 2, window: { value: 72, unit: 'h' } }, ['fri', 'sun', 'mon'], true],
    [{ in: 'rolling-hours', count: 2, window: { value: 4_321, unit: 'min' } }, ['fri', 'sun', 'mon'], false],
  ])('at most so many sessions: %j on %j is kept: %s', (counted, weekdays, isKept) => {
    const limit = { id: 'most', label: 'most', kind: 'most-sessions', ...counted, ...seen }
    const protocol = protocolOf([
      phase('three', {
        sessions: 3,
        intervals: [interval('thrice', 3, 1, { early: days(0), late: days(0) })],
        limits: JSON.parse(JSON.stringify([limit])),
      }),
    ])
    const pattern = { slots: slots(...weekdays.map((day) => `${day} 09:00`)) }
    const plan = planOf(ask(protocol, { start: '2027-02-05', pattern }))
    expect(plan.ok).toBe(isKept)
  })

  test('a limit of a phase also speaks of the gap before its first session, and of no other phase', () => {
    const protocol = protocolOf([
      twiceWeekly(1, { next: 'weekly' }),
      weekly(2, { limits: [apart('rest', 'least-between', 5, 'd')] }),
    ])
    const course = courseOf(ask(protocol))
    expect(placesOf(course)).toEqual([
      '2027-02-01 09:00',
      '2027-02-04 09:00',
      '2027-02-09 09:00 to-choose',
      '2027-02-15 09:00',
    ])
    expect(course.sessions[2]?.because).toEqual(['limit/rest'])
  })

  test('a limit that holds for an interval speaks only where that interval is in use', () => {
    const limits = [apart('rest', 'least-between', 5, 'd', { intervals: ['fortnightly'] })]
    const course = courseOf(ask(protocolOf([twiceWeekly(2, { limits })])))
    expect(course.sessions.every(({ status }) => status === 'regular')).toBe(true)
  })

  test('a conflict late in the course names the session, and nothing that plays no part', () => {
    const closures = [
      { id: 'early', from: '2027-02-08' },
      { id: 'z-late', from: '2027-03-07', to: '2027-03-08' },
      { id: 'a-late', from: '2027-03-09', to: '2027-03-10' },
    ]
    const limits = [apart('rest', 'least-between', 2, 'd')]
    const conflict = conflictOf(ask(protocolOf([twiceWeekly(8, { limits })]), { closures }))
    expect(conflict.conflict.map(({ id }) => id)).toEqual(['closure/a-late', 'closure/z-late'])
    expect([conflict.session, conflict.window]).toEqual(['s11', { from: '2027-03-07', to: '2027-03-09' }])
  })

  test('a number of a limit may come from the policy, and counts in the unit of the limit', () => {
    const least = (amount: Protocol['limits'][number] & { kind: 'least-between' }) =>
      planOf(ask(protocolOf([twiceWeekly(1, { limits: [amount] })])))
    const base = apart('rest', 'least-between', 1, 'h')
    if (base.kind === 'most-sessions') throw new Error('another limit')
    expect(least({ ...base, kind: 'least-between', amount: { policy: 'min-interval-esketamine' } }).ok).toBe(
      true,
    )
    expect(least({ ...base, kind: 'least-between', amount: { policy: 'session-late' } })).toEqual({
      ok: false,
      error: { code: 'unit-of-another', path: 'protocol.phases[0].limits[0].amount' },
    })
  })
})

describe('the order of the input plays no part', () => {
  test('closures, days away, choices and days of the week in another order give the same course to the byte', () => {
    const closures = [
      { id: 'b', from: '2027-02-15' },
      { id: 'a', from: '2027-02-22', to: '2027-02-22' },
      { id: 'c', from: '2027-02-15' },
    ]
    const away = [
      { id: 'z', from: '2027-02-25' },
      { id: 'y', from: '2027-02-18' },
    ]
    const choices = [
      { session: 's4', day: '2027-02-12' },
      { session: 's2', day: '2027-02-05' },
    ]
    const one = courseOf(
      ask(protocolOf([twiceWeekly(6)]), {
        closures,
        preferences: { away, choices, weekdays: ['fri', 'tue', 'wed', 'sun'] },
      }),
    )
    const other = courseOf(
      ask(protocolOf([twiceWeekly(6)]), {
        closures: [...closures].reverse(),
        preferences: {
          weekdays: ['sun', 'wed', 'tue', 'fri'],
          choices: [...choices].reverse(),
          away: [...away].reverse(),
        },
      }),
    )
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    expect(one.sessions[4]?.because).toEqual(['closure/b', 'closure/c'])
  })

  test('nor in a conflict', () => {
    const closures = ['c', 'a', 'b'].map((id, at) => ({ id, from: addDays('2027-02-07', at) }))
    const question = (list: typeof closures) => ask(protocolOf([twiceWeekly(6)]), { closures: list })
    const conflict = conflictOf(question(closures))
    expect(conflict.conflict.map(({ id }) => id)).toEqual(['closure/a', 'closure/b', 'closure/c'])
    expect(conflictOf(question([...closures].reverse()))).toEqual(conflict)
  })
})

describe('for whom, for what and when', () => {
  const adults = protocolOf([twiceWeekly(1)], { age: { from: 18, to: 64 } })

  test('a protocol for another age is refused, and one of whom the age is not known is asked for', () => {
    const misfit = { code: 'protocol-not-for-person', path: 'patient' }
    expect(faultOf(ask(adults, { patient: person({ birthDate: '1950-05-05' }) }))).toEqual(misfit)
    expect(faultOf(ask(adults, { patient: person({ birthDate: '2009-02-02' }) }))).toEqual(misfit)
    const issue = [{ code: 'age-not-known', path: 'patient', severity: 'warning' }]
    expect(courseOf(ask(adults, { patient: person({ birthDate: '2009-02-01' }) })).issues).toEqual([])
    expect(courseOf(ask(adults, { patient: person({ birthDate: '2009' }) })).issues).toEqual(issue)
    expect(courseOf(ask(adults, { patient: person({}) })).issues).toEqual(issue)
    expect(courseOf(ask(adults)).issues).toEqual(issue)
  })

  test('a record that is not active has no course', () => {
    expect(faultOf(ask(adults, { patient: person({ record: 'deceased' }) }))).toEqual({
      code: 'record-not-active',
      path: 'patient',
    })
  })

  test('a protocol is laid out for one of its indications only', () => {
    expect(faultOf(ask(adults, { indication: 'chronic-pain' }))).toEqual({
      code: 'protocol-not-for-purpose',
      path: 'indication',
    })
    const course = courseOf(ask(adults, { indication: 'treatment-resistant-depression' }))
    expect(course.indication).toBe('treatment-resistant-depression')
  })

  test('the start lies in the time of the protocol, and not in the past of the clinic', () => {
    const notYet = protocolOf([twiceWeekly(1)], { effective: { from: '2027-02-02' } })
    expect(faultOf(ask(notYet))).toEqual({ code: 'protocol-not-in-force', path: 'protocol' })
    const over = protocolOf([twiceWeekly(1)], { effective: { from: '2020-01-01', to: '2027-01-31' } })
    expect(faultOf(ask(over))).toEqual({ code: 'protocol-not-in-force', path: 'protocol' })
    expect(faultOf(ask(adults, { start: '2027-01-03' }))).toEqual({ code: 'start-in-past', path: 'start' })
    expect(courseOf(ask(adults, { start: '2027-01-04' })).start).toBe('2027-01-04')
    // In Auckland it is the next day already.
    expect(faultOf(ask(adults, { start: '2027-01-04' }), 'Pacific/Auckland').code).toBe('start-in-past')
  })

  test('what stands beside the drug is part of the plan only where somebody said so', () => {
    const beside = { label: 'beside', need: 'required', effective: { from: '2020-01-01' }, ...seen } as const
    const protocol = protocolOf([twiceWeekly(1)], {
      adjuncts: [
        { id: 'therapy', ...beside },
        { id: 'tablet', ...beside },
        { id: 'former', ...beside, effective: { from: '2020-01-01', to: '2021-01-01' } },
      ],
      assessments: [
        {
          id: 'talk',
          label: 'Talk',
          kind: 'integration',
          anchor: { is: 'each-session' },
          direction: 'after',
          from: days(1),
          due: days(2),
          to: days(3),
          adjunct: 'therapy',
          ...seen,
        },
      ],
    })
    const none = courseOf(ask(protocol))
    expect(none.issues.map(({ code, path }) => [code, path])).toEqual([
      ['adjunct-not-stated', 'adjuncts.therapy'],
      ['adjunct-not-stated', 'adjuncts.tablet'],
    ])
    expect(none.assessments).toEqual([])
    const said = courseOf(
      ask(protocol, {
        adjuncts: [
          { adjunct: 'tablet', part: 'unknown' },
          { adjunct: 'therapy', part: 'yes' },
        ],
      }),
    )
    expect(said.issues.map(({ path }) => path)).toEqual(['adjuncts.tablet'])
    expect(said.adjuncts.map(({ adjunct }) => adjunct)).toEqual(['therapy', 'tablet'])
    expect(said.assessments.map(({ id, session, from, to }) => [id, session, from, to])).toEqual([
      ['talk-s1', 's1', '2027-02-02', '2027-02-04'],
      ['talk-s2', 's2', '2027-02-05', '2027-02-07'],
    ])
    const twice = { adjunct: 'tablet', part: 'no' } as const
    expect(faultOf(ask(protocol, { adjuncts: [twice, twice] }))).toEqual({
      code: 'id-clash',
      path: 'adjuncts[1].adjunct',
    })
  })
})

test('assessments stand around the first session, every so many, one of them, and the end of a phase', () => {
  const row = (id: string, more: Partial<Protocol['assessments'][number]>) => ({
    id,
    label: id,
    kind: 'measure' as const,
    anchor: { is: 'start' as const },
    direction: 'after' as const,
    from: days(0),
    due: days(1),
    to: days(2),
    ...seen,
    ...more,
  })
  const protocol = protocolOf([twiceWeekly(2, { next: 'weekly' }), weekly(2)], {
    assessments: [
      row('before', { direction: 'before', from: days(0), due: days(1), to: days(14) }),
      row('second', { anchor: { is: 'each-session', every: 3 } }),
      row('fourth', { anchor: { is: 'session', number: 4 } }),
      row('seventh', { anchor: { is: 'session', number: 7 } }),
      row('review', { anchor: { is: 'phase-end', phase: 'induction' }, direction: 'before', to: days(3) }),
    ],
  })
  const course = courseOf(ask(protocol, { closures: [{ id: 'shut', from: '2027-02-11' }] }))
  expect(course.sessions[3]?.place.day).toBe('2027-02-12')
  expect(course.assessments.map(({ id, from, due, to }) => `${id} ${from} ${due} ${to}`)).toEqual([
    'before 2027-01-18 2027-01-31 2027-02-01',
    'second-s3 2027-02-08 2027-02-09 2027-02-10',
    'review 2027-02-09 2027-02-11 2027-02-12',
    'fourth 2027-02-12 2027-02-13 2027-02-14',
    'second-s6 2027-02-22 2027-02-23 2027-02-24',
  ])
  expect(course.assessments.map(({ session }) => session)).toEqual([undefined, 's3', undefined, 's4', 's6'])
  const inWeeks = protocolOf([twiceWeekly(1)], {
    assessments: [row('r', { due: { policy: 'open-phase-weeks' } })],
  })
  expect(faultOf(ask(inWeeks))).toEqual({ code: 'unit-of-another', path: 'protocol.assessments[0].due' })
})

describe('a course is a record', () => {
  const question = ask(protocolOf([twiceWeekly(3)]), { closures: [{ id: 'shut', from: '2027-02-08' }] })

  test('it is frozen, can be stored, and comes back through the door', () => {
    const course = courseOf({ ...question, patient: person({ id: 'p-1' }) })
    expect(Object.isFrozen(course.sessions[0]?.place)).toBe(true)
    const again = parse(Course, JSON.parse(JSON.stringify(course)))
    expect(again).toEqual({ ok: true, value: course })
    expect(course.patient).toBe('p-1')
  })

  test('the same question gives the same id, another question another; or the one it was given', () => {
    const { id } = courseOf(question)
    expect(id).toMatch(/^course-[0-9a-f]{16}$/)
    expect(courseOf({ ...question }).id).toBe(id)
    expect(courseOf({ ...question, start: '2027-02-02' }).id).not.toBe(id)
    expect(courseOf(question, 'America/Chicago').id).not.toBe(id)
    expect(courseOf({ ...question, id: 'ours' }).id).toBe('ours')
  })
})

describe('what has to be asked before a course starts', () => {
  const told = (question: PlanQuestion, context = desk()) => {
    const plan = planCourse(question, context)
    if (!plan.ok) throw new Error(plan.error.code)
    return plan.value.issues.map(({ code, path, severity }) => `${severity} ${code} ${path}`)
  }

  test('what the protocol requires beside the drug, where it is stated as no part of the plan', () => {
    const row = { label: 'Row', effective: { from: '2020-01-01' }, ...seen }
    const adjuncts = [
      { id: 'tablet', need: 'required' as const, ...row },
      { id: 'therapy', need: 'optional' as const, ...row },
    ]
    const question = ask(protocolOf([weekly(1)], { adjuncts }))
    const said = (tablet: 'yes' | 'no' | 'unknown') =>
      told({
        ...question,
        adjuncts: [
          { adjunct: 'tablet', part: tablet },
          { adjunct: 'therapy', part: 'no' },
        ],
      })
    expect(said('yes')).toEqual([])
    expect(said('no')).toEqual(['warning adjunct-required adjuncts.tablet'])
    expect(said('unknown')).toEqual(['warning adjunct-not-stated adjuncts.tablet'])
  })

  test('a protocol of a country that neither the pack nor the policy names', () => {
    const elsewhere = ['warning protocol-of-elsewhere protocol']
    const of = (...jurisdictions: readonly string[]) => ask(protocolOf([weekly(1)], { jurisdictions }))
    expect(told(of('us'))).toEqual([])
    expect(told(of('eu'))).toEqual(elsewhere)
    expect(told(of('eu', 'us'))).toEqual([])
    const context = desk()
    const policy = markParsed(JSON.parse(JSON.stringify({ ...context.policy, countries: ['uk'] })))
    expect(told(of('uk'))).toEqual(elsewhere)
    expect(told(of('uk'), { ...context, policy })).toEqual([])
  })

  test('which of several frequencies, for each phase that is laid out', () => {
    const two = { intervals: [interval('weekly', 1, 1), interval('every-2-weeks', 1, 2)] }
    const protocol = protocolOf([
      twiceWeekly(1, { next: 'upkeep' }),
      phase('upkeep', { ...two, weeks: 4, next: 'later' }),
      phase('later', { ...two, weeks: 4 }),
    ])
    const unchosen = (id: string) => `warning interval-to-choose preferences.intervals.${id}`
    expect(told(ask(protocol))).toEqual([unchosen('upkeep'), unchosen('later')])
    expect(told(ask(protocol, { preferences: { intervals: { upkeep: 'weekly' } } }))).toEqual([
      unchosen('later'),
    ])
    expect(told(ask(protocol, { horizon: { sessions: 3 } }))).toEqual([unchosen('upkeep')])
    expect(told(ask(protocol, { horizon: { sessions: 2 } }))).toEqual([])
  })
})

test('two people whose records have no id get courses of different ids, one person the same again', () => {
  const question = ask(protocolOf([twiceWeekly(1)]))
  const idOf = (patient: NonNullable<PlanQuestion['patient']>) => courseOf({ ...question, patient }).id
  const one = person({ birthDate: '1980-05-01' })
  expect(idOf(one)).not.toBe(idOf(person({ birthDate: '1980-05-02' })))
  expect(idOf(one)).toBe(idOf(person({ birthDate: '1980-05-01' })))
  // Who has an id keeps it while the record grows.
  expect(idOf(person({ id: 'p-1', birthDate: '1980-05-01' }))).toBe(idOf(person({ id: 'p-1' })))
})

test('a question that is read-only through and through can be handed in', () => {
  const question = {
    start: '2027-02-01',
    pattern: { slots: [{ weekday: 'mon', time: '09:00' }], keep: { weekly: [0] } },
    closures: [{ id: 'shut', from: '2027-02-08' }],
    preferences: {
      away: [{ id: 'away', from: '2027-03-01' }],
      weekdays: ['mon', 'tue'],
      choices: [{ session: 's1', day: '2027-02-02' }],
    },
    adjuncts: [],
  } as const
  expect(placesOf(courseOf({ ...question, protocol: protocolOf([weekly(2)]) }))).toEqual([
    '2027-02-02 09:00 chosen',
    '2027-02-09 09:00 to-choose',
  ])
})

describe('the last days the calendar is read for', () => {
  const question = (start: string, weeks: number) => ask(protocolOf([weekly(weeks)]), { start })
  const late = { ...desk(), asOf: '2200-09-01T12:00:00Z' }

  test('a plan that would reach past them is too long, and is no course without a word', () => {
    const plan = (start: string, weeks: number) => planCourse(question(start, weeks), late)
    expect(plan('2200-09-01', 4).ok).toBe(true)
    expect(plan('2200-09-01', 20)).toEqual({
      ok: false,
      error: { code: 'horizon-too-long', path: 'horizon' },
    })
    for (const start of ['2200-12-01', '2200-12-25', '2200-12-31'])
      expect(plan(start, 4)).toEqual({ ok: false, error: { code: 'horizon-too-long', path: 'horizon' } })
    expect(plan('2201-01-01', 4)).toEqual({ ok: false, error: { code: 'bad-date', path: 'start' } })
  })

  test('asked in the last month of them too, at any zone', () => {
    for (const zone of ['America/New_York', 'Pacific/Kiritimati', 'UTC']) {
      const plan = planCourse(question('2200-12-02', 1), { ...late, zone, asOf: '2200-12-01T12:00:00Z' })
      expect(plan).toEqual({ ok: false, error: { code: 'horizon-too-long', path: 'horizon' } })
    }
  })

  test('an assessment that would lie past them', () => {
    const assessments: Protocol['assessments'] = [
      {
        id: 'years-later',
        label: 'Years later',
        kind: 'contact',
        anchor: { is: 'start' },
        direction: 'after',
        from: days(36_000),
        due: days(36_000),
        to: days(36_525),
        ...seen,
      },
    ]
    const asked = ask(protocolOf([weekly(1)], { assessments }), { start: '2150-09-01' })
    expect(faultOf(asked)).toEqual({ code: 'horizon-too-long', path: 'horizon' })
  })
})

test('phases, intervals or assessments of one id are told, and no course is made that cannot be stored', () => {
  const same = { intervals: [interval('i', 1, 1), interval('i', 1, 2)], weeks: 1 }
  expect(faultOf(ask(protocolOf([weekly(1), weekly(1)])))).toEqual({
    code: 'id-clash',
    path: 'protocol.phases[1].id',
  })
  expect(faultOf(ask(protocolOf([phase('a', same)])))).toEqual({
    code: 'id-clash',
    path: 'protocol.phases[0].intervals[1].id',
  })
  const contact = {
    id: 'call',
    label: 'Call',
    kind: 'contact' as const,
    anchor: { is: 'start' as const },
    direction: 'after' as const,
    from: days(0),
    due: days(1),
    to: days(2),
    ...seen,
  }
  expect(faultOf(ask(protocolOf([weekly(1)], { assessments: [contact, contact] })))).toEqual({
    code: 'id-clash',
    path: 'protocol.assessments',
  })
})

describe('input that cannot be planned', () => {
  const fine = ask(protocolOf([twiceWeekly(2)]))

  test.each<[string, Partial<PlanQuestion>, { readonly code: string; readonly path: string }]>([
    ['a day that is none', { start: '2027-02-30' }, { code: 'bad-date', path: 'start' }],
    [
      'a closed day that is none',
      { closures: [{ id: 'a', from: '2027-13-01' }] },
      { code: 'bad-date', path: 'closures[0].from' },
    ],
    [
      'a closure that ends before it begins',
      { closures: [{ id: 'a', from: '2027-03-02', to: '2027-03-01' }] },
      { code: 'end-before-start', path: 'closures[0].to' },
    ],
    [
      'days away that end before they begin',
      { preferences: { away: [{ id: 'a', from: '2027-03-02', to: '2027-03-01' }] } },
      { code: 'end-before-start', path: 'preferences.away[0].to' },
    ],
    [
      'two closures of one id',
      {
        closures: [
          { id: 'a', from: '2027-03-01' },
          { id: 'a', from: '2027-03-02' },
        ],
      },
      { code: 'id-clash', path: 'closures[1].id' },
    ],
    [
      'two choices for one session',
      {
        preferences: {
          choices: [
            { session: 's1', day: '2027-02-01' },
            { session: 's1', day: '2027-02-02' },
          ],
        },
      },
      { code: 'id-clash', path: 'preferences.choices[1].session' },
    ],
    [
      'too few places in the week',
      { pattern: { slots: slots('mon 09:00') } },
      { code: 'too-few-slots', path: 'pattern.slots' },
    ],
    [
      'an interval of a phase there is not',
      { preferences: { intervals: { maintenance: 'weekly' } } },
      { code: 'unknown-phase', path: 'preferences.intervals.maintenance' },
    ],
    [
      'an interval the phase does not have',
      { preferences: { intervals: { induction: 'weekly' } } },
      { code: 'unknown-phase', path: 'preferences.intervals.induction' },
    ],
    [
      'a slot kept for an interval there is not',
      { pattern: { ...monThu, keep: { monthly: [0] } } },
      { code: 'unknown-phase', path: 'pattern.keep.monthly' },
    ],
    [
      'a horizon that is no day',
      { horizon: { until: 'for ever' } },
      { code: 'bad-date', path: 'horizon.until' },
    ],
  ])('%s is told by code and path', (_, more, fault) => {
    expect(faultOf({ ...fine, ...more })).toEqual(fault)
  })

  test.each<[string, unknown]>([
    ['question', undefined],
    ['pattern', { ...fine, pattern: undefined }],
    ['pattern.slots', { ...fine, pattern: { slots: [] } }],
    ['pattern.slots[0]', { ...fine, pattern: { slots: [{ weekday: 'monday', time: '09:00' }] } }],
    ['pattern.slots[0]', { ...fine, pattern: { slots: [{ weekday: 'mon', time: '24:00' }] } }],
    ['pattern.slots[1]', { ...fine, pattern: { slots: slots('mon 09:00', 'mon 09:00') } }],
    ['pattern.keep.twice-weekly', { ...fine, pattern: { ...monThu, keep: { 'twice-weekly': [0] } } }],
    ['pattern.keep.twice-weekly', { ...fine, pattern: { ...monThu, keep: { 'twice-weekly': [0, 0] } } }],
    ['pattern.keep.twice-weekly', { ...fine, pattern: { ...monThu, keep: { 'twice-weekly': [0, 7] } } }],
    ['pattern.keep.twice-weekly', { ...fine, pattern: { ...monThu, keep: { 'twice-weekly': [0, -1] } } }],
    ['pattern.keep.twice-weekly', { ...fine, pattern: { ...monThu, keep: { 'twice-weekly': [] } } }],
    ['start', { ...fine, start: 20270201 }],
    ['closures', { ...fine, closures: {} }],
    ['closures[0]', { ...fine, closures: ['2027-02-01'] }],
    ['closures[0].id', { ...fine, closures: [{ id: '', from: '2027-02-01' }] }],
    ['closures[0].label', { ...fine, closures: [{ id: 'a', label: 5, from: '2027-02-01' }] }],
    ['preferences', { ...fine, preferences: 'none' }],
    ['preferences.weekdays', { ...fine, preferences: { weekdays: ['someday'] } }],
    ['preferences.weekdays', { ...fine, preferences: { weekdays: [] } }],
    ['preferences.choices', { ...fine, preferences: { choices: 's1' } }],
    [
      'preferences.choices[0].time',
      { ...fine, preferences: { choices: [{ session: 's1', day: '2027-02-01', time: '9' }] } },
    ],
    ['adjuncts[0]', { ...fine, adjuncts: ['therapy'] }],
    ['adjuncts[0].adjunct', { ...fine, adjuncts: [{ adjunct: 'therapy', part: 'yes' }] }],
    ['horizon', { ...fine, horizon: 12 }],
    ['horizon.sessions', { ...fine, horizon: { sessions: 0 } }],
    ['horizon.sessions', { ...fine, horizon: { sessions: '12' } }],
    ['horizon.until', { ...fine, horizon: { until: 2028 } }],
    ['indication', { ...fine, indication: 7 }],
    ['id', { ...fine, id: '' }],
    ['protocol', { ...fine, protocol: person({}) }],
  ])('a mistake at %s is refused', (path, question) => {
    const refused = refusalOf(() => Reflect.apply(planCourse, undefined, [question, desk()]))
    expect([refused.code, refused.path]).toEqual(['bad-argument', path])
  })

  test('a part of an adjunct that is none of the three words is refused', () => {
    const adjunct = {
      id: 'a',
      label: 'a',
      need: 'optional',
      effective: { from: '2020-01-01' },
      ...seen,
    } as const
    const protocol = protocolOf([twiceWeekly(1)], { adjuncts: [adjunct] })
    const question = { ...ask(protocol), adjuncts: [{ adjunct: 'a', part: 'maybe' }] }
    const refused = refusalOf(() => Reflect.apply(planCourse, undefined, [question, desk()]))
    expect([refused.code, refused.path]).toEqual(['bad-argument', 'adjuncts[0].part'])
  })

  test('a protocol that was not read through the door, and a zone that does not exist, are refused', () => {
    const raw = JSON.parse(JSON.stringify(fine))
    expect(refusalOf(() => planCourse({ ...fine, protocol: raw.protocol }, desk())).code).toBe('not-parsed')
    expect(refusalOf(() => planCourse(fine, desk('America/Atlantis'))).code).toBe('unknown-zone')
    expect(refusalOf(() => Reflect.apply(planCourse, undefined, [fine])).path).toBe('context')
  })

  test('a protocol that goes round in a circle, or on to a phase it does not have, is told', () => {
    const circle = protocolOf([twiceWeekly(1, { next: 'weekly' }), weekly(1, { next: 'induction' })])
    expect(faultOf(ask(circle))).toEqual({ code: 'phases-in-circle', path: 'protocol.phases[1].next' })
    const itself = protocolOf([twiceWeekly(1, { next: 'induction' })])
    expect(faultOf(ask(itself))).toEqual({ code: 'phases-in-circle', path: 'protocol.phases[0].next' })
    const astray = protocolOf([twiceWeekly(1, { next: 'nowhere' })])
    expect(faultOf(ask(astray))).toEqual({ code: 'unknown-phase', path: 'protocol.phases[0].next' })
  })

  /** A desk whose policy holds a number of its own. */
  const deskWith = (value: number, unit: string) => {
    const context = desk()
    const numbers = { ...context.policy.numbers, own: { value, unit, reason: 'A test.' } }
    return { ...context, policy: markParsed(JSON.parse(JSON.stringify({ ...context.policy, numbers }))) }
  }
  const own = { policy: 'own' }
  const rest = {
    id: 'rest',
    label: 'rest',
    kind: 'least-between',
    amount: own,
    in: 'elapsed-hours',
    ...seen,
  } as const

  test('a window that is no whole number of days, or counts in something else, is told', () => {
    const question = ask(
      protocolOf([twiceWeekly(1, { intervals: [interval('twice-weekly', 2, 1, { early: own })] })]),
    )
    const path = 'protocol.phases[0].intervals[0].early'
    const refused = (code: string) => ({ ok: false, error: { code, path } })
    expect(planCourse(question, deskWith(49, 'd')).ok).toBe(true)
    expect(planCourse(question, deskWith(50, 'd'))).toEqual(refused('wrong-shape'))
    expect(planCourse(question, deskWith(0.5, 'd'))).toEqual(refused('wrong-shape'))
    expect(planCourse(question, deskWith(24, 'h'))).toEqual(refused('unit-of-another'))
  })

  test.each([
    ['elapsed-hours', 876_600, 'h', undefined],
    ['elapsed-hours', 876_601, 'h', 'wrong-shape'],
    ['elapsed-hours', 52_596_001, 'min', 'wrong-shape'],
    ['civil-days', 1.5, 'd', 'wrong-shape'],
    ['civil-days', 36_526, 'd', 'wrong-shape'],
    ['civil-days', 2, 'wk', 'unit-of-another'],
  ] as const)('a limit in %s of %d %s from the policy: %s', (within, value, unit, code) => {
    const limits: Protocol['limits'] = [{ ...rest, amount: own, in: within }]
    const plan = planCourse(ask(protocolOf([weekly(1, { limits })])), deskWith(value, unit))
    const told = plan.ok ? undefined : plan.error.code
    expect(told).toBe(code)
  })

  test('a policy that changed its units under a course is told by the forecast, and no limit is passed over', () => {
    const limits: Protocol['limits'] = [rest]
    const planned = planCourse(ask(protocolOf([twiceWeekly(2)], { limits })), deskWith(24, 'h'))
    if (!planned.ok) throw new Error(planned.error.code)
    const question = { course: planned.value, sessions: [] }
    expect(forecastCourse(question, deskWith(24, 'h')).ok).toBe(true)
    for (const [value, unit, code] of [
      [1, 'd', 'unit-of-another'],
      [1e9, 'h', 'wrong-shape'],
    ] as const) {
      const error = { code, path: 'course.protocol.limits[0].amount' }
      expect(forecastCourse(question, deskWith(value, unit))).toEqual({ ok: false, error })
      const decision = {
        kind: 'cancel',
        session: 's2',
        id: 'd1',
        at: '2027-01-04T12:00:00Z',
        by: 'us',
      } as const
      expect(applyCourseDecision({ ...question, decision }, deskWith(value, unit))).toEqual({
        ok: false,
        error,
      })
    }
  })

  test('the length of an open phase counts in weeks', () => {
    const open = protocolOf([phase('open', { intervals: [interval('weekly', 1, 1)] })])
    const context = desk()
    const numbers = {
      ...context.policy.numbers,
      'open-phase-weeks': { value: 3, unit: 'mo', reason: 'A quarter of a year.' },
    }
    const policy = markParsed(JSON.parse(JSON.stringify({ ...context.policy, numbers })))
    const plan = planCourse(ask(open), { ...context, policy })
    expect(plan).toMatchObject({
      ok: false,
      error: { code: 'unit-of-another', path: 'context.policy.numbers.open-phase-weeks' },
    })
  })
})

describe('work is bounded', () => {
  /** The answer, which must be there long before anybody wonders. */
  const atOnce = <T>(answer: () => T): T => {
    const start = performance.now()
    const found = answer()
    expect(performance.now() - start).toBeLessThan(1_000)
    return found
  }
  const open = protocolOf([phase('open', { intervals: [interval('thrice', 3, 1)] })])
  const pattern = { slots: slots('mon 09:00', 'wed 09:00', 'fri 09:00') }
  const question = ask(open, { pattern, horizon: { sessions: 400 } })

  test('ten thousand closures on days without sessions change nothing', () => {
    const closures = Array.from({ length: 10_000 }, (_, at) => ({
      id: `sunday-${at}`,
      from: addDays('2027-02-07', 7 * (at % 700)),
    }))
    const course = atOnce(() => courseOf({ ...question, closures }))
    expect(course.sessions).toHaveLength(400)
    expect(course.sessions.every(({ status }) => status === 'regular')).toBe(true)
  })

  test('more of them are refused at once', () => {
    const closures = Array.from({ length: 100_000 }, (_, at) => ({ id: `${at}`, from: '2027-02-07' }))
    expect(atOnce(() => faultOf({ ...question, closures }))).toEqual({
      code: 'too-many-closures',
      path: 'closures',
    })
    const away = closures.slice(0, 1_001)
    expect(faultOf({ ...question, preferences: { away } })).toEqual({
      code: 'too-many-closures',
      path: 'preferences.away',
    })
  })

  test('ten thousand closures that close everything leave one that explains it', () => {
    const closures = Array.from({ length: 10_000 }, (_, at) => ({
      id: `c${10_000 + at}`,
      from: '2027-01-01',
      to: '2037-12-31',
    }))
    const { conflict, session } = atOnce(() => conflictOf({ ...question, closures }))
    expect([conflict.map(({ id }) => id), session]).toEqual([['closure/c10000'], 's1'])
  })

  test('a decade closed day by day is explained by the days of one window', () => {
    const closures = Array.from({ length: 3_660 }, (_, at) => ({
      id: `day-${10_000 + at}`,
      from: addDays('2027-02-01', at),
    }))
    const { conflict, window } = atOnce(() => conflictOf({ ...question, closures }))
    expect(conflict.map(({ id }) => id)).toEqual(['closure/day-10000', 'closure/day-10001'])
    expect(window).toEqual({ from: '2027-02-01', to: '2027-02-02' })
  })

  test('four hundred sessions of which each pushes the next are settled exactly, and at once', () => {
    // Every Monday of the first years is closed, windows are wide, and sessions push one another along.
    const wide = interval('weekly', 1, 1, { early: days(3), late: days(3) })
    const protocol = protocolOf([
      phase('open', {
        intervals: [wide],
        limits: [
          apart('rest', 'least-between', 6, 'd'),
          apart('often', 'most-between', 8, 'd'),
          {
            id: 'most',
            label: 'Five in five weeks',
            kind: 'most-sessions',
            count: 5,
            in: 'rolling-days',
            window: days(35),
            ...seen,
          },
        ],
      }),
    ])
    const closures = Array.from({ length: 200 }, (_, at) => ({
      id: `monday-${at}`,
      from: addDays('2027-02-01', 14 * at),
    }))
    const course = atOnce(() =>
      courseOf(
        ask(protocol, { closures, pattern: { slots: slots('mon 09:00') }, horizon: { sessions: 400 } }),
      ),
    )
    expect(course.sessions).toHaveLength(400)
    const between = course.sessions
      .slice(1)
      .map(
        ({ place }, at) =>
          (instantMs(place.at) - instantMs(course.sessions[at]?.place.at ?? '')) / 86_400_000,
      )
    expect(Math.min(...between)).toBeGreaterThan(5.9)
    expect(Math.max(...between)).toBeLessThan(8.1)
  })

  test('a long course that fits nowhere is told at once too', () => {
    const limits = [apart('rest', 'least-between', 58, 'h'), apart('often', 'most-between', 57, 'h')]
    const protocol = protocolOf([
      phase('open', { intervals: [interval('thrice', 3, 1, { early: days(49), late: days(49) })], limits }),
    ])
    const { conflict } = atOnce(() => conflictOf({ ...question, protocol, horizon: { sessions: 60 } }))
    expect(conflict.map(({ id }) => id)).toEqual(['limit/often', 'limit/rest'])
  })
})

function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
  }
  throw new Error('nothing was refused')
}
