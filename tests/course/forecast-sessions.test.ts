/** What each session of a course has come to, and when the next ones may be given. */
import { expect, test } from 'vitest'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import type { CourseForecast } from '../../src/course/forecast-shape.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { at, courseOf, protocol, timeOf, times, written } from './courses.ts'
import { aborted, cancelled, given, logOf, noShow } from './visits.ts'

type Question = Parameters<typeof forecastCourse>[0]

function forecast(
  asOf: string,
  sessions: Question['sessions'] = [],
  changes: Readonly<Record<string, unknown>> = {},
): CourseForecast {
  const found = forecastCourse({ course: courseOf(changes), sessions }, at(asOf))
  if (!found.ok) throw new Error(`${found.error.code} ${found.error.path}`)
  return found.value
}

const words = ({ sessions }: CourseForecast) =>
  Object.fromEntries(sessions.map(({ id, status }) => [id, status]))
const of = (found: CourseForecast, id: string) => found.sessions.find((session) => session.id === id)

/** The first so many sessions, as planned. */
const first = (count: number) => times.slice(0, count).map((time, index) => given(`s${index + 1}`, time, 56))

test('before the first day everything is planned, and nothing is overdue', () => {
  const found = forecast('2026-10-01T12:00:00-04:00')
  expect(new Set(Object.values(words(found)))).toEqual(new Set(['planned']))
  expect(found.next).toBe('s1')
  expect(found.overdue).toEqual({ sessions: [], assessments: [], checkpoints: [] })
  expect(found.adherence).toEqual({ due: 0, given: 0, missed: 0, cancelled: 0, inDoubt: 0, share: null })
  expect(found.phase).toEqual({
    id: 'induction',
    label: 'Induction',
    interval: 'twice-weekly',
    since: '2026-10-06',
  })
  expect(found.end).toBeNull()
})

test('a session is due on its day, past due inside its window, and missed after it', () => {
  const visits = first(2)
  expect(of(forecast('2026-10-13T08:00:00-04:00', visits), 's3')).toMatchObject({
    status: 'due',
    pastDue: '2026-10-14',
    latest: '2026-10-14',
    recommended: { day: '2026-10-13', time: '10:00' },
  })
  const late = forecast('2026-10-14T08:00:00-04:00', visits)
  expect(of(late, 's3')?.status).toBe('past-due')
  expect(late.overdue.sessions).toEqual(['s3'])
  expect(late.next).toBe('s3')
  const gone = forecast('2026-10-15T08:00:00-04:00', visits)
  expect(of(gone, 's3')).toMatchObject({
    status: 'missed',
    earliest: null,
    recommended: null,
    pastDue: null,
    latest: null,
  })
  expect(gone.overdue.sessions).toEqual([])
  expect(gone.next).toBe('s4')
})

test('a session passed over for a later one is missed at once', () => {
  const found = forecast('2026-10-13T15:00:00-04:00', [
    given('s1', timeOf(1), 56),
    given('s3', timeOf(3), 56),
  ])
  expect(words(found)).toMatchObject({ s1: 'given', s2: 'missed', s3: 'given', s4: 'planned' })
  expect(found.adherence).toEqual({
    due: 3,
    given: 2,
    missed: 1,
    cancelled: 0,
    inDoubt: 0,
    share: { numerator: 2, denominator: 3 },
  })
})

test('a visit without a dose leaves its session to the calendar, and is named', () => {
  const found = forecast('2026-10-10T08:00:00-04:00', [noShow('s1', timeOf(1)), cancelled('s2', timeOf(2))])
  expect(of(found, 's1')).toMatchObject({ status: 'missed', visit: 'visit-s1' })
  expect(of(found, 's2')).toMatchObject({ status: 'past-due', visit: 'visit-s2' })
  expect(found.adherence).toMatchObject({ due: 2, given: 0, missed: 1 })
})

test('a session broken off early is not given, and its dose still sets the time of the next one', () => {
  const broken = aborted('s2', timeOf(2), 28, { ordered: 84 })
  const found = forecast('2026-10-10T08:00:00-04:00', [given('s1', timeOf(1), 56), broken])
  const session = of(found, 's2')
  expect(session).toMatchObject({ status: 'past-due', visit: 'visit-s2', latest: '2026-10-10' })
  // Two civil days after the ninth of October, which is past its window.
  expect(session).toMatchObject({
    earliest: '2026-10-11T00:00:00-04:00',
    recommended: null,
    because: 'day-apart',
  })
})

test('a dose given late pushes the next one inside its window, and none is brought too close', () => {
  const visits = [given('s1', timeOf(1), 56), given('s2', '2026-10-12T10:00:00-04:00', 56)]
  const found = forecast('2026-10-12T15:00:00-04:00', visits)
  expect(of(found, 's2')?.status).toBe('given')
  expect(of(found, 's3')).toMatchObject({
    status: 'planned',
    earliest: '2026-10-14T00:00:00-04:00',
    recommended: { day: '2026-10-14', time: '10:00' },
    because: 'day-apart',
  })
})

test('doses that were given too close are told', () => {
  const found = forecast('2026-10-14T15:00:00-04:00', [
    given('s2', '2026-10-12T10:00:00-04:00', 56),
    given('s3', timeOf(3), 56),
  ])
  expect(found.issues).toEqual([
    { code: 'visit-outside-window', path: 'visits.visit-s2', severity: 'warning' },
    { code: 'given-too-soon', path: 'visits.visit-s3', severity: 'warning' },
  ])
})

test('limits in elapsed hours are counted from the dose, those to be kept within shorten the window', () => {
  const grounded = { certainty: 'K', sources: [] }
  const limits = [
    {
      id: 'hours',
      label: '73 hours',
      kind: 'least-between',
      amount: { value: 73, unit: 'h' },
      in: 'elapsed-hours',
      ...grounded,
    },
    {
      id: 'within',
      label: 'Within 3 days',
      kind: 'most-between',
      amount: { value: 3, unit: 'd' },
      in: 'civil-days',
      ...grounded,
    },
  ]
  const found = forecast('2026-10-07T15:00:00-04:00', [given('s1', timeOf(1), 56)], {
    protocol: { ...protocol, limits },
  })
  expect(of(found, 's2')).toMatchObject({
    earliest: '2026-10-09T11:00:00-04:00',
    recommended: null,
    latest: '2026-10-09',
    because: 'hours',
  })
  expect(of(found, 's3')).toMatchObject({ latest: '2026-10-14' })
})

test('the place proposed for a session pushed back is no closed day, nor one on which the person is away', () => {
  const wide = structuredClone(protocol)
  const [induction] = wide.phases
  for (const interval of induction?.intervals ?? [])
    Object.assign(interval, { late: { value: 3, unit: 'd' } })
  const visits = [given('s2', '2026-10-12T10:00:00-04:00', 56)]
  const found = forecast('2026-10-12T15:00:00-04:00', visits, {
    protocol: wide,
    closures: [{ id: 'holiday', from: '2026-10-14' }],
    preferences: { away: [{ id: 'trip', from: '2026-10-15', to: '2026-10-15' }] },
  })
  expect(of(found, 's3')).toMatchObject({ recommended: { day: '2026-10-16' } })
})

test('the doses are those of the place in the course: after a missed first session the next is the first', () => {
  const values = (found: CourseForecast, id: string) => of(found, id)?.doses.map(({ amounts }) => amounts)
  const planned = forecast('2026-10-01T12:00:00-04:00')
  expect(values(planned, 's1')).toEqual([{ unit: 'mg', values: [56] }])
  expect(values(planned, 's2')).toEqual([{ unit: 'mg', values: [56, 84] }])
  expect(values(planned, 's9')).toEqual([{ unit: 'mg', values: [56, 84] }])
  const missed = forecast('2026-10-08T12:00:00-04:00')
  expect(values(missed, 's2')).toEqual([{ unit: 'mg', values: [56] }])
  expect(values(missed, 's9')).toEqual([{ unit: 'mg', values: [56, 84] }])
})

test('what a log leaves open is given in doubt: told, not counted, and overdue as long as the calendar says so', () => {
  const unclear = logOf('s1', timeOf(1), [
    [
      -60,
      {
        type: 'booked',
        kind: 'dosing',
        product: 'esketamine-nasal',
        session: 's1',
        dose: { basis: 'devices', count: 2 },
        for: timeOf(1),
      },
    ],
    [-20, { type: 'arrived' }],
    [0, { type: 'device-given', outcome: 'unknown' }],
    [125, { type: 'left' }],
  ])
  const found = forecast('2026-10-07T08:00:00-04:00', [unclear])
  expect(of(found, 's1')).toMatchObject({ status: 'given', visit: 'visit-s1' })
  expect(found.adherence).toEqual({
    due: 1,
    given: 0,
    missed: 0,
    cancelled: 0,
    inDoubt: 1,
    share: { numerator: 0, denominator: 1 },
  })
  expect(found.issues.map(({ code, path }) => [code, path])).toContainEqual([
    'course-in-doubt',
    'sessions.s1',
  ])
  expect(found.overdue.sessions).toEqual(['s1'])
})

test('a dose at an unknown time may have been just now', () => {
  const found = forecast('2026-10-08T08:00:00-04:00', [given('s1', timeOf(1), 56, { untimed: true })])
  expect(of(found, 's1')?.status).toBe('given')
  expect(of(found, 's2')).toMatchObject({
    earliest: '2026-10-10T00:00:00-04:00',
    recommended: { day: '2026-10-10' },
  })
})

test('what was cancelled stays cancelled, with the decision behind it', () => {
  const decision = { kind: 'cancel', session: 's2', id: 'd1', at: '2026-10-07T09:00:00-04:00', by: 'Dr A' }
  expect(of(forecast('2026-10-07T08:00:00-04:00', first(1)), 's2')?.status).toBe('planned')
  const found = forecast('2026-10-07T10:00:00-04:00', first(1), { decisions: [decision] })
  expect(of(found, 's2')).toMatchObject({ status: 'cancelled', because: 'd1', earliest: null })
  expect(found.next).toBe('s3')
  expect(found.adherence.cancelled).toBe(1)
})

test('who looks back at an earlier moment keeps the course of that day: this one was laid out anew since', () => {
  const decision = { kind: 'cancel', session: 's2', id: 'd1', at: '2026-10-07T09:00:00-04:00', by: 'Dr A' }
  const course = courseOf({ decisions: [decision] })
  const asked = (asOf: string) => forecastCourse({ course, sessions: [] }, at(asOf))
  const found = asked('2026-10-07T08:59:59-04:00')
  expect(found).toEqual({ ok: false, error: { code: 'decision-ahead', path: 'course.decisions' } })
  expect(Object.isFrozen(found)).toBe(true)
  expect(asked('2026-10-07T09:00:00-04:00').ok).toBe(true)
})

test('an answer is frozen, whatever it is', () => {
  const now = at('2026-10-07T10:00:00-04:00')
  const found = forecastCourse({ course: courseOf(), sessions: first(1) }, now)
  expect([Object.isFrozen(found), found.ok && Object.isFrozen(found.value.sessions)]).toEqual([true, true])
  const refused = forecastCourse(
    { course: courseOf({ id: 'other' }), sessions: [given('s1', timeOf(1), 56, { course: 'course-1' })] },
    now,
  )
  expect([refused.ok, Object.isFrozen(refused)]).toEqual([false, true])
})

test('a cancelled session that was given after all was given', () => {
  const sessions = written.sessions.map((one) => (one.id === 's2' ? { ...one, status: 'cancelled' } : one))
  const found = forecast('2026-10-09T16:00:00-04:00', first(2), { sessions })
  expect(words(found)).toMatchObject({ s1: 'given', s2: 'given', s3: 'planned' })
})

test('an end on record cancels what was not given, and says who decided', () => {
  const decisions = [{ kind: 'end', id: 'stop', at: '2026-10-16T09:00:00-04:00', by: 'Dr A' }]
  const found = forecast('2026-11-20T10:00:00-05:00', [...first(2), given('s4', timeOf(4), 56)], {
    decisions,
  })
  expect(words(found)).toMatchObject({ s1: 'given', s2: 'given', s3: 'missed', s4: 'given', s5: 'cancelled' })
  expect(of(found, 's5')?.because).toBe('stop')
  expect(found).toMatchObject({
    next: null,
    phase: null,
    intervals: [],
    end: { why: 'decided', on: '2026-10-16', beyond: 'What follows is not known.' },
  })
})

test('a course whose protocol goes on is planned so far, and shows where a next session would stand', () => {
  const review = {
    kind: 'review',
    checkpoint: 'benefit',
    outcome: 'continue',
    id: 'r1',
    at: '2026-10-30T12:00:00-04:00',
    by: 'Dr A',
  }
  const found = forecast('2026-11-25T10:00:00-05:00', first(12), { decisions: [review] })
  expect(new Set(Object.values(words(found)))).toEqual(new Set(['given']))
  expect(found.end).toEqual({ why: 'planned-so-far', on: '2026-11-24', beyond: 'What follows is not known.' })
  expect(found.phase).toMatchObject({ id: 'maintenance', interval: 'weekly', since: '2026-11-03' })
  expect(
    found.intervals.map(({ interval, inUse, next, gap }) => [
      interval.id,
      inUse,
      next?.day,
      gap.days,
      gap.standing,
    ]),
  ).toEqual([
    ['weekly', true, '2026-12-01', 7, 'studied'],
    ['two-weekly', false, '2026-12-08', 14, 'studied'],
  ])
})

test('of the gap after a dose nobody can date nothing is known', () => {
  const offered = (untimed: boolean) => {
    const last = given('s12', timeOf(12), 56, { untimed })
    const found = forecast('2026-11-25T10:00:00-05:00', [...first(11), last])
    return found.intervals.map(({ gap }) => [gap.days, gap.standing])
  }
  expect(offered(false)).toEqual([
    [7, 'studied'],
    [14, 'studied'],
  ])
  expect(offered(true)).toEqual([
    [null, 'unknown'],
    [null, 'unknown'],
  ])
})

test('the frequencies offered are those of the phase of the next session', () => {
  const found = forecast('2026-10-31T12:00:00-04:00', first(8))
  expect(found.phase?.id).toBe('induction')
  expect(
    found.intervals.map(({ phase, interval, inUse, next }) => [phase, interval.id, inUse, next?.day]),
  ).toEqual([
    ['maintenance', 'weekly', true, '2026-11-03'],
    ['maintenance', 'two-weekly', false, '2026-11-03'],
  ])
})

test('where a choice of frequency is due those of the phase after it are offered too, as closed days leave them', () => {
  const choosing = structuredClone(protocol)
  for (const row of choosing.phases[0]?.checkpoints ?? [])
    if (row.id === 'benefit') Object.assign(row, { kind: 'interval' })
  const sessions = written.sessions.slice(0, 8)
  const closures = [{ id: 'holiday', from: '2026-11-03' }]
  const found = forecast('2026-10-30T16:00:00-04:00', first(8), {
    protocol: choosing,
    sessions,
    closures,
    assessments: [],
  })
  expect(found.intervals.map(({ phase, interval, next }) => [phase, interval.id, next?.day])).toEqual([
    ['induction', 'twice-weekly', '2026-11-06'],
    ['maintenance', 'weekly', '2026-11-10'],
    ['maintenance', 'two-weekly', '2026-11-17'],
  ])
})

test('after everything of a phase was missed, the course stands in the phase of the last dose', () => {
  const found = forecast('2026-12-20T10:00:00-05:00', first(8))
  expect([found.next, found.phase?.id, found.phase?.interval]).toEqual([null, 'induction', 'twice-weekly'])
})

test('a protocol without a next phase ends with its last session; a plan that was cut off does not', () => {
  const [induction] = protocol.phases
  const { next: _, ...last } = { next: undefined, ...induction }
  const closed = { ...protocol, phases: [last] }
  const visits = first(8)
  const eight = written.sessions.slice(0, 8)
  const whole = forecast('2026-11-20T10:00:00-05:00', visits, { protocol: closed, sessions: eight })
  expect(whole.end).toMatchObject({ why: 'protocol-ends', on: '2026-10-30' })
  expect(whole.phase).toBeNull()
  const cut = forecast('2026-11-20T10:00:00-05:00', visits.slice(0, 6), {
    protocol: closed,
    sessions: eight.slice(0, 6),
  })
  expect(cut.end).toMatchObject({ why: 'planned-so-far', on: '2026-10-23' })
})

test('a second dose in the same window is exposure and no second session', () => {
  const found = forecast('2026-10-08T15:00:00-04:00', [
    given('s1', timeOf(1), 56),
    given(null, '2026-10-07T10:00:00-04:00', 56, { id: 'extra' }),
  ])
  expect(found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'given-too-soon visits.extra',
    'visit-not-placed visits.extra',
  ])
  expect(of(found, 's2')?.earliest).toBe('2026-10-09T00:00:00-04:00')
})

test.each([
  { in: 'civil-day', count: 1, from: '2026-10-13T00:00:00-04:00' },
  { in: 'calendar-week', count: 1, from: '2026-10-19T00:00:00-04:00' },
  { in: 'rolling-days', count: 2, window: { value: 7, unit: 'd' }, from: '2026-10-16T00:00:00-04:00' },
  { in: 'rolling-hours', count: 2, window: { value: 168, unit: 'h' }, from: '2026-10-16T10:00:00-04:00' },
])('no session is proposed where too many would stand together: $count, $in', ({ from, ...limit }) => {
  const limits = [{ id: 'most', label: 'Most', kind: 'most-sessions', ...limit, certainty: 'K', sources: [] }]
  const wide = structuredClone(protocol)
  for (const interval of wide.phases[0]?.intervals ?? [])
    Object.assign(interval, { early: { value: 4, unit: 'd' } })
  const visits = [given('s1', '2026-10-09T10:00:00-04:00', 56), given('s2', '2026-10-12T10:00:00-04:00', 56)]
  const found = forecast('2026-10-12T15:00:00-04:00', visits, { protocol: { ...wide, limits } })
  expect(of(found, 's3')?.earliest).toBe(from)
})

test('two doses on one day where the protocol allows one are told', () => {
  const limits = [
    {
      id: 'one',
      label: 'One a day',
      kind: 'most-sessions',
      count: 1,
      in: 'civil-day',
      certainty: 'K',
      sources: [],
    },
  ]
  const visits = [given('s1', timeOf(1), 56), given(null, '2026-10-06T16:00:00-04:00', 56, { id: 'again' })]
  const found = forecast('2026-10-06T20:00:00-04:00', visits, { protocol: { ...protocol, limits } })
  expect(found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'given-too-soon visits.again',
    'visit-not-placed visits.again',
  ])
})

test('an induction gone through again has its own checkpoints', () => {
  const again = written.sessions.slice(0, 8).map((one, index) => {
    const place = written.sessions[0]?.place
    const day = `2026-11-${String(index * 3 + 3).padStart(2, '0')}`
    const stands = { ...place, day, at: `${day}T15:00:00Z` }
    return { ...one, id: `s${index + 9}`, number: index + 9, regular: stands, place: stands }
  })
  const decision = {
    kind: 'missed',
    session: 's8',
    option: 're-induce',
    to: { phase: 'induction', interval: 'twice-weekly' },
    id: 'm1',
    at: '2026-11-02T12:00:00-05:00',
    by: 'Dr A',
  }
  const sessions = [...written.sessions.slice(0, 8), ...again]
  const found = forecast('2026-11-02T13:00:00-05:00', first(7), { sessions, decisions: [decision] })
  expect(
    found.checkpoints.filter(({ id }) => id === 'early').map(({ due, data }) => [due, data.sessionsGiven]),
  ).toEqual([
    ['2026-10-16', 7],
    ['2026-11-12', 0],
  ])
  expect(found.phase).toMatchObject({ id: 'induction', since: '2026-10-06' })
})

test('what is handed in without having come through the door, and a zone that is none, are refused', () => {
  const course = courseOf()
  const now = at('2026-10-06T12:00:00-04:00')
  const refused = (ask: () => unknown) => {
    try {
      ask()
      return 'an answer'
    } catch (thrown) {
      return thrown instanceof Refusal ? `${thrown.code} ${thrown.path}` : 'something else'
    }
  }
  const raw: Question['course'] = JSON.parse(JSON.stringify(course))
  const log: Question['sessions'][number] = JSON.parse(JSON.stringify(given('s1', timeOf(1), 56)))
  const nothing = JSON.parse('null')
  expect(refused(() => forecastCourse(nothing, now))).toBe('bad-argument question')
  expect(refused(() => forecastCourse({ course: raw, sessions: [] }, now))).toBe('not-parsed course')
  expect(refused(() => forecastCourse({ course, sessions: [log] }, now))).toBe('not-parsed sessions[0]')
  expect(refused(() => forecastCourse({ course, sessions: nothing }, now))).toBe('bad-argument sessions')
  expect(refused(() => forecastCourse({ course, sessions: [], scores: nothing }, now))).toBe(
    'bad-argument scores',
  )
  expect(refused(() => forecastCourse({ course, sessions: [], scores: [nothing] }, now))).toBe(
    'bad-argument scores[0]',
  )
  expect(
    refused(() => forecastCourse({ course: courseOf({ zone: 'Mars/Olympus' }), sessions: [] }, now)),
  ).toBe('unknown-zone zone')
  expect(refused(() => forecastCourse({ course, sessions: [] }, { ...now, zone: 'Mars/Olympus' }))).toBe(
    'unknown-zone context.zone',
  )
  expect(refused(() => forecastCourse({ course, sessions: [] }, { ...now, asOf: 'today' }))).toBe(
    'bad-argument context.asOf',
  )
})

test('a course without sessions has none to come', () => {
  const found = forecast('2026-10-06T12:00:00-04:00', [], { sessions: [], assessments: [] })
  expect(found).toMatchObject({
    next: null,
    phase: null,
    intervals: [],
    end: { why: 'planned-so-far', on: '2026-10-06' },
  })
})

test('days are those of the zone of the course, whatever the zone of the question', () => {
  const context = at('2026-10-06T23:30:00-04:00')
  const here = forecastCourse({ course: courseOf(), sessions: [] }, context)
  const there = forecastCourse({ course: courseOf(), sessions: [] }, { ...context, zone: 'Asia/Kolkata' })
  expect(there).toEqual(here)
  expect(here.ok && here.value.sessions[0]?.status).toBe('due')
})
