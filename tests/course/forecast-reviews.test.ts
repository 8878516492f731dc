/** Checkpoints and assessments of a course: what waits for a review, and what was done beside the sessions. */
import { expect, test } from 'vitest'
import { phq9 } from '../../src/content/measures/depression.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import type { CourseForecast, CourseScores } from '../../src/course/forecast-shape.ts'
import { Policy } from '../../src/kernel/content.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import { at, courseOf, protocol, timeOf, times, written } from './courses.ts'
import { aborted, given, noShow, talk } from './visits.ts'

type Question = Parameters<typeof forecastCourse>[0]

function forecast(
  asOf: string,
  sessions: Question['sessions'] = [],
  changes: Readonly<Record<string, unknown>> = {},
  scores?: readonly CourseScores[],
): CourseForecast {
  const found = forecastCourse(
    { course: courseOf(changes), sessions, ...(scores === undefined ? {} : { scores }) },
    at(asOf),
  )
  if (!found.ok) throw new Error(`${found.error.code} ${found.error.path}`)
  return found.value
}

const first = (count: number) => times.slice(0, count).map((time, index) => given(`s${index + 1}`, time, 56))
const word = (found: CourseForecast, id: string) => {
  const session = found.sessions.find((one) => one.id === id)
  return [session?.status, session?.because]
}
const checkpoint = (found: CourseForecast, id: string) =>
  found.checkpoints
    .filter((one) => one.id === id)
    .map(({ due, status, decision }) => ({ due, status, decision }))
const assessment = (found: CourseForecast, id: string) => {
  const one = found.assessments.find((each) => each.id === id)
  return [one?.from, one?.due, one?.to, one?.status, one?.by]
}

const review = (id: string, on: string, more: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'review',
  checkpoint: 'benefit',
  outcome: 'continue',
  id,
  at: on,
  by: 'Dr A',
  ...more,
})

const phq = (takenAt: string, value: number) => {
  const answers = Object.fromEntries(phq9.items.map(({ id }) => [id, value]))
  const scored = scoreMeasure(phq9, { answers, takenAt })
  if (!scored.ok) throw new Error(scored.error.code)
  return scored.value
}

test('nobody rolls over into the next phase in silence', () => {
  const before = forecast('2026-10-29T12:00:00-04:00', first(7))
  expect(checkpoint(before, 'benefit')).toEqual([{ due: '2026-10-30', status: 'planned', decision: null }])
  expect(word(before, 's9')).toEqual(['planned', null])
  const due = forecast('2026-10-31T12:00:00-04:00', first(8))
  expect(checkpoint(due, 'benefit')[0]?.status).toBe('due')
  expect(word(due, 's9')).toEqual(['awaiting-review', 'benefit'])
  expect(word(due, 's12')).toEqual(['awaiting-review', 'benefit'])
  expect(due.phase?.id).toBe('induction')
  const late = forecast('2026-11-04T12:00:00-05:00', first(8))
  expect(checkpoint(late, 'benefit')[0]?.status).toBe('past-due')
  expect(word(late, 's9')).toEqual(['awaiting-review', 'benefit'])
  expect(late.overdue).toEqual({ sessions: ['s9'], assessments: [], checkpoints: ['benefit', 'early'] })
  expect(late.phase?.id).toBe('induction')
})

test('a review on record lets the course go on; one that asks again does not', () => {
  const again = forecast('2026-10-31T12:00:00-04:00', first(8), {
    decisions: [review('r1', '2026-10-30T15:00:00-04:00', { outcome: 'again' })],
  })
  expect(word(again, 's9')).toEqual(['awaiting-review', 'benefit'])
  const decisions = [
    review('r1', '2026-10-30T15:00:00-04:00', { outcome: 'again' }),
    review('r2', '2026-10-31T09:00:00-04:00'),
  ]
  const on = forecast('2026-11-03T12:00:00-05:00', first(8), { decisions })
  expect(checkpoint(on, 'benefit')).toEqual([{ due: '2026-10-30', status: 'reviewed', decision: 'r2' }])
  expect(word(on, 's9')).toEqual(['due', null])
  expect(on.phase?.id).toBe('maintenance')
  const asked = forecast('2026-10-31T08:00:00-04:00', first(8), { decisions: decisions.slice(0, 1) })
  expect(word(asked, 's9')).toEqual(['awaiting-review', 'benefit'])
})

test('a review up to a week early counts where no more than one session is left, an older one does not', () => {
  const reviewed = (on: string, sessions = first(8)) =>
    checkpoint(
      forecast('2026-10-31T12:00:00-04:00', sessions, { decisions: [review('r1', on)] }),
      'benefit',
    )[0]?.status
  expect(reviewed('2026-10-27T15:00:00-04:00')).toBe('reviewed')
  // The seventh session was not given yet, and two were left.
  expect(reviewed('2026-10-27T09:00:00-04:00')).toBe('due')
  expect(reviewed('2026-10-23T15:00:00-04:00')).toBe('due')
  // The seventh was missed, which nobody knew before the eighth.
  const missed = first(8).filter((_, index) => index !== 6)
  expect(reviewed('2026-10-27T15:00:00-04:00', missed)).toBe('due')
  expect(reviewed('2026-10-29T15:00:00-04:00', missed)).toBe('reviewed')
})

test('a review after so many sessions settles nothing before they were given', () => {
  const early = (on: string, sessions = first(6)) =>
    checkpoint(
      forecast('2026-10-25T12:00:00-04:00', sessions, {
        decisions: [review('e1', on, { checkpoint: 'early' })],
      }),
      'early',
    )[0]
  expect(early('2026-10-14T12:00:00-04:00')).toMatchObject({ due: '2026-10-16', status: 'past-due' })
  expect(early('2026-10-16T09:00:00-04:00')?.status).toBe('past-due')
  expect(early('2026-10-16T12:00:00-04:00')).toMatchObject({ status: 'reviewed', decision: 'e1' })
  // The fourth was missed: the fifth is the fourth that counts.
  const missed = first(6).filter((_, index) => index !== 3)
  expect(early('2026-10-16T12:00:00-04:00', missed)).toMatchObject({ due: '2026-10-20', status: 'due' })
  expect(early('2026-10-20T12:00:00-04:00', missed)?.status).toBe('reviewed')
})

test('where so many cannot be given any more, the review after them is due with the last session', () => {
  const blocking = structuredClone(protocol)
  for (const row of blocking.phases[0]?.checkpoints ?? [])
    if (row.id === 'early') Object.assign(row, { at: { afterSessions: 7 }, blocks: true })
  // The second and the fourth were missed: six can be given.
  const given6 = (count: number) =>
    [1, 3, 5, 6, 7, 8].slice(0, count).map((n) => given(`s${n}`, timeOf(n), 56))
  const coming = forecast('2026-10-28T12:00:00-04:00', given6(5), { protocol: blocking })
  expect(checkpoint(coming, 'early')[0]).toMatchObject({ due: '2026-10-30', status: 'planned' })
  expect(word(coming, 's8')).toEqual(['planned', null])
  const decisions = [review('e1', '2026-10-30T15:00:00-04:00', { checkpoint: 'early' })]
  const over = forecast('2026-10-30T16:00:00-04:00', given6(6), { protocol: blocking, decisions })
  expect(checkpoint(over, 'early')[0]).toMatchObject({ due: '2026-10-30', status: 'reviewed' })
})

test('a review that is opened again stays open until the next one', () => {
  const decisions = [
    review('r1', '2026-10-30T15:00:00-04:00'),
    review('r2', '2026-10-30T16:00:00-04:00', { outcome: 'again' }),
    review('r3', '2026-10-31T15:00:00-04:00'),
  ]
  const asked = (asOf: string, count: number) => {
    const found = forecast(asOf, first(8), { decisions: decisions.slice(0, count) })
    return [checkpoint(found, 'benefit')[0]?.decision, word(found, 's9')[0]]
  }
  expect(asked('2026-10-30T17:00:00-04:00', 1)).toEqual(['r1', 'planned'])
  expect(asked('2026-10-30T17:00:00-04:00', 2)).toEqual([null, 'awaiting-review'])
  expect(asked('2026-10-31T17:00:00-04:00', 3)).toEqual(['r3', 'planned'])
})

test('one that comes again is opened again for the last time it was due', () => {
  const often = structuredClone(protocol)
  for (const row of often.phases[1]?.checkpoints ?? [])
    Object.assign(row, { at: { every: { value: 1, unit: 'wk' } } })
  const periodic = (id: string, on: string, more: object = {}) =>
    review(id, on, { checkpoint: 'periodic', ...more })
  const decisions = [
    periodic('p1', '2026-11-10T09:00:00-05:00'),
    periodic('p2', '2026-11-17T09:00:00-05:00', { outcome: 'again' }),
  ]
  const found = forecast('2026-11-17T12:00:00-05:00', first(11), { protocol: often, decisions })
  expect(checkpoint(found, 'periodic').map(({ decision }) => decision)).toEqual(['p1', 'p1', null])
  const named = [
    decisions[0],
    periodic('p2', '2026-11-17T09:00:00-05:00', { outcome: 'again', due: '2026-11-10' }),
  ]
  const again = forecast('2026-11-17T12:00:00-05:00', first(11), { protocol: often, decisions: named })
  expect(checkpoint(again, 'periodic').map(({ decision }) => decision)).toEqual([null, 'p1', null])
})

test('sessions by which a phase is gone on with wait for the review at its end, and do not put it off', () => {
  const [, , , , , , , eighth] = written.sessions
  const stands = { day: '2026-11-03', time: '10:00', at: '2026-11-03T10:00:00-05:00' }
  const ninth = { ...eighth, id: 's9', number: 9, regular: stands, place: stands }
  const extend = { kind: 'extend', sessions: 1, id: 'x1', at: '2026-10-31T09:00:00-04:00', by: 'Dr A' }
  const asked = (decisions: readonly object[], sessions: readonly object[]) =>
    forecast('2026-10-31T12:00:00-04:00', first(8), { decisions, sessions, assessments: [] })
  const before = asked([], written.sessions.slice(0, 8))
  expect(checkpoint(before, 'benefit')[0]).toMatchObject({ due: '2026-10-30', status: 'due' })
  const longer = [...written.sessions.slice(0, 8), ninth]
  const waiting = asked([extend], longer)
  expect(checkpoint(waiting, 'benefit')[0]).toMatchObject({ due: '2026-10-30', status: 'due' })
  expect(word(waiting, 's9')).toEqual(['awaiting-review', 'benefit'])
  const reviewed = asked([extend, review('r1', '2026-10-31T11:00:00-04:00')], longer)
  expect(word(reviewed, 's9')).toEqual(['planned', null])
})

test('a review that would come again a thousand times and more is refused', () => {
  const daily = structuredClone(protocol)
  for (const row of daily.phases[1]?.checkpoints ?? [])
    Object.assign(row, { at: { every: { value: 1, unit: 'd' } } })
  const asked = (day: string, offset: string) => {
    const at12 = { day, time: '10:00', at: `${day}T10:00:00${offset}` }
    const last = { ...written.sessions[11], regular: at12, place: at12 }
    const sessions = [...written.sessions.slice(0, 11), last]
    return forecastCourse(
      { course: courseOf({ protocol: daily, sessions }), sessions: [] },
      at('2026-10-05T12:00:00-04:00'),
    )
  }
  const found = asked('2029-07-30', '-04:00')
  expect(found.ok && found.value.checkpoints.filter(({ id }) => id === 'periodic').length).toBe(1_000)
  expect(asked('2029-12-03', '-05:00')).toEqual({
    ok: false,
    error: { code: 'horizon-too-long', path: 'course' },
  })
})

test('how early a review counts, and when one that blocks nothing is late, is what the policy says', () => {
  const asked = (numbers: object, day: string, decisions: readonly unknown[] = []) => {
    const now = at(`${day}T12:00:00-04:00`)
    const site = parse(Policy, { ...now.policy, numbers: { ...now.policy.numbers, ...numbers } })
    if (!site.ok) throw site.error
    const found = forecastCourse(
      { course: courseOf({ decisions }), sessions: first(8) },
      { ...now, policy: site.value },
    )
    if (!found.ok) throw new Error(found.error.code)
    return found.value
  }
  const days = (value: number) => ({ value, unit: 'd', reason: 'A site chose it.', proposed: true })
  const decisions = [review('r1', '2026-10-27T15:00:00-04:00')]
  const benefit = (value: number) =>
    checkpoint(asked({ 'review-early': days(value) }, '2026-10-31', decisions), 'benefit')[0]?.status
  expect([benefit(2), benefit(3)]).toEqual(['due', 'reviewed'])
  // Due on 16 October.
  const early = (value: number) =>
    checkpoint(asked({ 'review-late': days(value) }, '2026-10-19'), 'early')[0]?.status
  expect([early(2), early(3)]).toEqual(['past-due', 'due'])
})

test('a review that says stop ends the course', () => {
  const found = forecast('2026-11-05T12:00:00-05:00', first(8), {
    decisions: [review('r1', '2026-10-31T15:00:00-04:00', { outcome: 'stop' })],
  })
  expect(word(found, 's9')).toEqual(['cancelled', 'r1'])
  expect(found.end?.why).toBe('decided')
  expect(found.end?.on).toBe('2026-10-31')
})

test('a checkpoint after so many sessions is due on the day of that session, given or planned', () => {
  const planned = forecast('2026-10-10T12:00:00-04:00', first(2))
  expect(checkpoint(planned, 'early')).toEqual([{ due: '2026-10-16', status: 'planned', decision: null }])
  const given4 = [...first(3), given('s4', '2026-10-17T10:00:00-04:00', 56)]
  const due = forecast('2026-10-17T12:00:00-04:00', given4)
  expect(checkpoint(due, 'early')).toEqual([{ due: '2026-10-17', status: 'due', decision: null }])
  expect(due.checkpoints.find(({ id }) => id === 'early')?.data).toEqual({
    sessionsGiven: 4,
    sessionsInDoubt: 0,
    outcomes: [],
  })
  // One was missed: the fourth that counts is the fifth of the plan.
  const missed = [given('s1', timeOf(1), 56), ...[3, 4, 5].map((n) => given(`s${n}`, timeOf(n), 56))]
  const later = forecast('2026-10-20T12:00:00-04:00', missed)
  expect(checkpoint(later, 'early')).toEqual([{ due: '2026-10-20', status: 'due', decision: null }])
})

test('one that blocks nothing is past due after a week', () => {
  expect(checkpoint(forecast('2026-10-23T12:00:00-04:00', first(6)), 'early')[0]?.status).toBe('due')
  const late = forecast('2026-10-24T12:00:00-04:00', first(6))
  expect(checkpoint(late, 'early')[0]?.status).toBe('past-due')
  expect(late.overdue.checkpoints).toEqual(['early'])
})

test('a checkpoint that comes again is due each time, as far as sessions are planned, and reviewed each time', () => {
  const often = structuredClone(protocol)
  for (const row of often.phases[1]?.checkpoints ?? [])
    Object.assign(row, { at: { every: { value: 1, unit: 'wk' } } })
  const decisions = [
    review('r1', '2026-10-31T09:00:00-04:00'),
    review('p2', '2026-11-20T09:00:00-05:00', { checkpoint: 'periodic', due: '2026-11-17' }),
  ]
  const found = forecast('2026-11-20T12:00:00-05:00', first(11), { protocol: often, decisions })
  expect(checkpoint(found, 'periodic')).toEqual([
    { due: '2026-11-10', status: 'past-due', decision: null },
    { due: '2026-11-17', status: 'reviewed', decision: 'p2' },
    { due: '2026-11-24', status: 'planned', decision: null },
  ])
  const all = forecast('2026-11-20T12:00:00-05:00', first(11), {
    protocol: often,
    decisions: [
      review('r1', '2026-10-31T09:00:00-04:00'),
      review('p', '2026-11-17T09:00:00-05:00', { checkpoint: 'periodic' }),
    ],
  })
  expect(checkpoint(all, 'periodic').map(({ status }) => status)).toEqual([
    'reviewed',
    'reviewed',
    'reviewed',
  ])
  const far = forecast('2026-11-20T12:00:00-05:00', first(11))
  expect(checkpoint(far, 'periodic')).toEqual([{ due: null, status: 'planned', decision: null }])
})

test('a checkpoint of a phase that is not planned hangs on nothing yet', () => {
  const sessions = written.sessions.slice(0, 8)
  const found = forecast('2026-10-10T12:00:00-04:00', first(2), { sessions })
  expect(checkpoint(found, 'periodic')).toEqual([{ due: null, status: 'planned', decision: null }])
})

test('a clinician sees what the scores come to, under each definition that is named', () => {
  const definition = phq9.outcomes?.[0]
  if (definition === undefined) throw new Error('the instrument has no definition')
  const scores = [
    { instrument: phq9, scores: [phq('2026-10-05', 2), phq('2026-10-19', 1)], definition },
    { instrument: phq9, scores: [phq('2026-10-05', 2)] },
  ]
  const found = forecast('2026-10-20T12:00:00-04:00', first(4), {}, scores)
  const { data } = found.checkpoints.find(({ id }) => id === 'benefit') ?? {}
  expect(data?.outcomes.map((one) => [one.definition.id, one.baseline?.total, one.latest?.total])).toEqual([
    [definition.id, 18, 9],
  ])
})

test('before the course starts there is no outcome', () => {
  const definition = phq9.outcomes?.[0]
  if (definition === undefined) throw new Error('the instrument has no definition')
  const scores = [{ instrument: phq9, scores: [phq('2026-10-01', 2)], definition }]
  const found = forecast('2026-10-02T12:00:00-04:00', [], {}, scores)
  expect(found.checkpoints[0]?.data.outcomes).toEqual([])
  expect(assessment(found, 'baseline')).toEqual([
    '2026-09-29',
    '2026-10-05',
    '2026-10-06',
    'done',
    'phq-9 2026-10-01',
  ])
})

test('a scale is due, past due, missed, or done by a score inside its days', () => {
  const status = (asOf: string, scores: readonly CourseScores[] = []) =>
    assessment(forecast(asOf, [], {}, scores), 'baseline')[3]
  expect(status('2026-10-04T12:00:00-04:00')).toBe('planned')
  expect(status('2026-10-05T12:00:00-04:00')).toBe('due')
  expect(status('2026-10-06T08:00:00-04:00')).toBe('past-due')
  expect(status('2026-10-07T08:00:00-04:00')).toBe('missed')
  const on = (day: string) => [{ instrument: phq9, scores: [phq(day, 2)] }]
  expect(status('2026-10-07T08:00:00-04:00', on('2026-10-06'))).toBe('done')
  expect(status('2026-10-07T08:00:00-04:00', on('2026-09-28'))).toBe('missed')
  expect(forecast('2026-10-06T08:00:00-04:00').overdue.assessments).toEqual(['baseline'])
})

test('a form with answers missing answers nothing', () => {
  const scored = scoreMeasure(phq9, { answers: {}, takenAt: '2026-10-05' })
  if (!scored.ok) throw new Error(scored.error.code)
  const found = forecast('2026-10-05T20:00:00-04:00', [], {}, [{ instrument: phq9, scores: [scored.value] }])
  expect(assessment(found, 'baseline')[3]).toBe('due')
})

test('what follows a session follows the visit, and is done by a visit of its kind', () => {
  const visits = [given('s1', '2026-10-07T10:00:00-04:00', 56)]
  const open = forecast('2026-10-08T09:00:00-04:00', visits)
  expect(assessment(open, 'next-day-s1')).toEqual(['2026-10-08', '2026-10-08', '2026-10-09', 'due', null])
  const held = [...visits, talk('integration', '2026-10-08T15:00:00-04:00', { id: 'talk' })]
  const done = forecast('2026-10-08T18:00:00-04:00', held)
  expect(assessment(done, 'next-day-s1').slice(3)).toEqual(['done', 'talk'])
  const other = [...visits, talk('evaluation', '2026-10-08T15:00:00-04:00', { id: 'talk' })]
  expect(assessment(forecast('2026-10-08T18:00:00-04:00', other), 'next-day-s1')[3]).toBe('due')
})

test('what follows a visit nobody can date is not done, and is past due while it can be', () => {
  const visits = (more: object = {}) => [
    given('s1', timeOf(1), 56, more),
    talk('integration', '2026-10-07T15:00:00-04:00', { id: 'talk' }),
  ]
  const asOf = '2026-10-08T12:00:00-04:00'
  expect(assessment(forecast(asOf, visits()), 'next-day-s1').slice(3)).toEqual(['done', 'talk'])
  const lost = forecast(asOf, visits({ untimed: true }))
  expect(assessment(lost, 'next-day-s1').slice(3)).toEqual(['past-due', null])
  expect(lost.overdue.assessments).toContain('next-day-s1')
  expect(lost.issues.map(({ code, path }) => [code, path])).toEqual([
    ['visit-without-time', 'visits.visit-s1'],
  ])
})

test('a dose nobody can place may be any session that is open: it may bring a checkpoint forward', () => {
  const placed = [...first(3), given(null, '2026-10-16T10:00:00-04:00', 56, { id: 'fourth' })]
  const lost = [...first(3), given(null, '2026-10-16T10:00:00-04:00', 56, { id: 'fourth', untimed: true })]
  const asOf = '2026-10-26T12:00:00-04:00'
  expect(checkpoint(forecast(asOf, placed), 'early')[0]).toMatchObject({
    due: '2026-10-16',
    status: 'past-due',
  })
  const found = forecast(asOf, lost)
  expect(checkpoint(found, 'early')[0]).toMatchObject({ due: '2026-10-15', status: 'past-due' })
  expect(found.checkpoints.find(({ id }) => id === 'early')?.data).toMatchObject({
    sessionsGiven: 3,
    sessionsInDoubt: 1,
  })
  expect([found.adherence.given, found.adherence.inDoubt]).toEqual([3, 1])
  // What the calendar says of the sessions stands.
  expect(word(found, 's4')).toEqual(['missed', null])
  expect(found.issues.map(({ code, path }) => [code, path])).toEqual(
    [
      ['visit-without-time', 'visits.fourth'],
      ['visit-not-placed', 'visits.fourth'],
    ].sort(),
  )
})

test('what follows a session is cancelled with it', () => {
  const decision = { kind: 'cancel', session: 's2', id: 'd1', at: '2026-10-07T09:00:00-04:00', by: 'Dr A' }
  const found = forecast('2026-10-08T10:00:00-04:00', first(1), { decisions: [decision] })
  expect(assessment(found, 'next-day-s2').slice(3)).toEqual(['cancelled', null])
})

test('what follows a session nobody gave is not asked for; after a dose that was broken off it is', () => {
  const asOf = '2026-10-08T10:00:00-04:00'
  const asked = (sessions: Question['sessions']) => {
    const found = forecast(asOf, sessions)
    return [assessment(found, 'next-day-s1')[3], found.overdue.assessments]
  }
  expect(asked([])).toEqual(['cancelled', []])
  expect(asked([noShow('s1', timeOf(1))])).toEqual(['cancelled', []])
  const broken = aborted('s1', timeOf(1), 28, { ordered: 84 })
  expect(asked([broken])).toEqual(['past-due', ['next-day-s1']])
})

test('of several scores the one nearest to the day it is due answers', () => {
  const scores = ['2026-09-30', '2026-10-04', '2026-10-06'].map((day) => phq(day, 2))
  const found = forecast('2026-10-06T20:00:00-04:00', [], {}, [{ instrument: phq9, scores }])
  expect(assessment(found, 'baseline').slice(3)).toEqual(['done', 'phq-9 2026-10-04'])
})

test('a score that cannot be used is refused by its path', () => {
  const refused = (scores: readonly CourseScores[]) => {
    const found = forecastCourse(
      { course: courseOf(), sessions: [], scores },
      at('2026-10-06T12:00:00-04:00'),
    )
    return found.ok ? 'a forecast' : found.error
  }
  expect(
    refused([
      { instrument: phq9, scores: [phq('2026-10-01', 1), { ...phq('2026-10-02', 1), takenAt: 'soon' }] },
    ]),
  ).toEqual({
    code: 'bad-date',
    path: 'scores[0].scores[1].takenAt',
  })
  const foreign = { ...phq('2026-10-01', 1), instrument: { ...phq('2026-10-01', 1).instrument, id: 'madrs' } }
  expect(
    refused([
      { instrument: phq9, scores: [] },
      { instrument: phq9, scores: [foreign] },
    ]),
  ).toEqual({
    code: 'mixed-instruments',
    path: 'scores[1].scores[0].instrument',
  })
  const definition = phq9.outcomes?.[0]
  if (definition === undefined) throw new Error('the instrument has no definition')
  expect(
    refused([{ instrument: phq9, scores: [], definition: { ...definition, instrument: 'madrs' } }]),
  ).toMatchObject({ code: 'definition-of-another' })
})

test('who looks back hands in the whole record: a score after the moment is set aside, and keeps its place', () => {
  const [definition] = phq9.outcomes
  if (definition === undefined) throw new Error('the instrument has no definition')
  const moment = '2026-10-20T12:00:00-04:00'
  const later = [phq('2026-10-21', 0), phq('2026-10-20T12:00:00.001-04:00', 3)]
  const then = [phq('2026-10-05', 2), phq('2026-10-20', 1), phq('2026-10-19', 3)]
  const known = forecast(moment, first(4), {}, [{ instrument: phq9, scores: then, definition }])
  const whole = [...then, ...later]
  expect(forecast(moment, first(4), {}, [{ instrument: phq9, scores: whole, definition }])).toEqual(known)
  const turned = [...later, ...then]
  const outcomeOf = (found: CourseForecast) => found.checkpoints[0]?.data.outcomes[0]
  const moved = outcomeOf(forecast(moment, first(4), {}, [{ instrument: phq9, scores: turned, definition }]))
  expect([moved?.baseline?.index, moved?.latest?.index]).toEqual([2, 3])
  expect(moved?.criteria.response).toEqual({ ...outcomeOf(known)?.criteria.response, index: 3 })
  expect(moved?.word).toBe(outcomeOf(known)?.word)
  const broken = { ...phq('2026-10-21', 0), total: -1 }
  const refused = forecastCourse(
    { course: courseOf(), sessions: [], scores: [{ instrument: phq9, scores: [broken] }] },
    at(moment),
  )
  expect(refused).toEqual({ ok: false, error: { code: 'bad-argument', path: 'scores[0].scores[0].total' } })
})

test('in which order scores are handed in plays no part', () => {
  const [definition, other] = [phq9.outcomes[0], phq9.outcomes[1] ?? phq9.outcomes[0]]
  if (definition === undefined || other === undefined) throw new Error('the instrument has no definition')
  const scores = [phq('2026-10-05', 2), phq('2026-10-19', 1), phq('2026-10-12', 3)]
  const lists = [
    { instrument: phq9, scores, definition },
    { instrument: phq9, scores: scores.slice(0, 2), definition: other },
  ]
  const turned = [...lists].reverse().map((list) => ({ ...list, scores: [...list.scores].reverse() }))
  // Where a score stands in its list is told by its place there, and by nothing else.
  const plain = (found: CourseForecast) =>
    JSON.parse(JSON.stringify(found, (key, value) => (key === 'index' ? undefined : value)))
  expect(plain(forecast('2026-10-20T12:00:00-04:00', first(4), {}, turned))).toEqual(
    plain(forecast('2026-10-20T12:00:00-04:00', first(4), {}, lists)),
  )
})

test.each([
  [{ value: 1, unit: 'mo' }, ['2026-11-06']],
  [{ value: 14, unit: 'd' }, ['2026-10-20', '2026-11-03', '2026-11-17']],
  [{ value: 3, unit: 'wk' }, ['2026-10-27', '2026-11-17']],
  [{ value: 100, unit: 'a' }, [null]],
])('a checkpoint every $value $unit is due by the calendar', (every, due) => {
  const often = structuredClone(protocol)
  const maintenance = often.phases[1]
  for (const row of maintenance?.checkpoints ?? []) Object.assign(row, { at: { every } })
  const sessions = written.sessions.map((one) => ({ ...one, phase: 'maintenance', interval: 'weekly' }))
  const found = forecast('2026-10-07T12:00:00-04:00', [], { protocol: often, sessions })
  expect(checkpoint(found, 'periodic').map((one) => one.due)).toEqual(due)
})
