import { expect, test } from 'vitest'
import type { RescheduleQuestion } from '../../src/course/change-shape.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { rescheduleSession } from '../../src/course/reschedule-session.ts'
import { at, changed, decided, planned, stored, told, visits } from './change-desk.ts'
import { booking, logOf } from './visits.ts'

const course = planned()
const sessions = visits(course, '2027-01-18')
const when = '2027-01-20'

const ask = (question: Partial<RescheduleQuestion>, asOf = when) =>
  rescheduleSession({ course, sessions, session: 's14', ...question }, at(asOf))
const fault = (question: Partial<RescheduleQuestion>, asOf = when) => {
  const found = ask(question, asOf)
  return found.ok ? 'offered' : `${found.error.code} ${found.error.path}`
}
const days = (question: Partial<RescheduleQuestion>, asOf = when) => {
  const found = ask(question, asOf)
  if (!found.ok) throw new Error(found.error.code)
  return found.value.options.map(({ place }) => `${place.day} ${place.time}`)
}

test('a weekly session may go to each day of its window, nearest first', () => {
  expect(days({})).toEqual([
    '2027-01-25 09:00',
    '2027-01-26 09:00',
    '2027-01-24 09:00',
    '2027-01-27 09:00',
    '2027-01-23 09:00',
    '2027-01-28 14:00',
  ])
})

test('each place is shown with its gaps and the course as it would be', () => {
  const found = ask({})
  if (!found.ok) throw new Error(found.error.code)
  const late = found.value.options.find(({ place }) => place.day === '2027-01-27')
  expect(late?.before).toMatchObject({ days: 9, standing: 'between' })
  expect(late?.after).toMatchObject({ days: 5, standing: 'below' })
  expect(late?.changes[0]).toEqual({
    kind: 'moved',
    of: 's14',
    before: '2027-01-25 09:00',
    after: '2027-01-27 09:00',
  })
  const stays = found.value.options.find(({ place }) => place.day === '2027-01-25')
  expect(stays?.changes).toEqual([])
  expect(stays?.before).toMatchObject({ days: 7, standing: 'studied' })
})

test('nothing is moved until it is decided, and then it is what was shown', () => {
  const found = ask({ to: { day: '2027-01-27', time: '16:30' } })
  if (!found.ok) throw new Error(found.error.code)
  const [option] = found.value.options
  expect(found.value.options.length).toBe(1)
  expect(told(course)).toEqual(told(planned()))
  const move = { kind: 'move', session: 's14', day: '2027-01-27', time: '16:30' } as const
  const done = changed(course, sessions, decided(move, when), when)
  expect({ ...done, decisions: [] }).toEqual(option?.future)
})

test('closures, days away and days of the week are kept', () => {
  const closed = planned({
    closures: [{ id: 'staff', from: '2027-01-26' }],
    preferences: {
      away: [{ id: 'trip', from: '2027-01-27' }],
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
    },
  })
  expect(days({ course: closed })).toEqual(['2027-01-25 09:00', '2027-01-28 14:00'])
  expect(fault({ course: closed, to: { day: '2027-01-26' } })).toBe('breaks-limit to')
  expect(fault({ course: closed, to: { day: '2027-01-24' } })).toBe('breaks-limit to')
})

test('no place lies closer to the dose before than the minimum', () => {
  const twice = days({ session: 's6', sessions: visits(course, '2026-12-07') }, '2026-12-08')
  expect(twice).toEqual(['2026-12-10 14:00'])
  expect(
    fault({ session: 's6', sessions: visits(course, '2026-12-07'), to: { day: '2026-12-09' } }, '2026-12-08'),
  ).toBe('breaks-limit to')
})

test.each([
  ['a session nobody planned', { session: 's99' }, 'unknown-planned-session session'],
  ['a session that was given', { session: 's12' }, 'not-still-to-come session'],
  ['a day outside the window', { to: { day: '2027-02-10' } }, 'outside-window to.day'],
  ['a day that is over', { session: 's14', to: { day: '2027-01-19' } }, 'outside-window to.day'],
])('%s is refused', (_name, question, says) => {
  expect(fault(question)).toBe(says)
})

test('a course that was ended has nothing to move', () => {
  const ended = changed(course, sessions, decided({ kind: 'end' } as const, when), when)
  expect(fault({ course: ended })).toBe('course-ended course')
})

test.each([
  ['no question', undefined, 'bad-argument question'],
  ['no session', { session: undefined }, 'bad-argument session'],
  ['a place that is none', { to: 'tomorrow' }, 'bad-argument to'],
  ['a day that is none', { to: { day: '2027-02-30' } }, 'bad-argument to.day'],
  ['a time that is none', { to: { day: '2027-01-27', time: 'noon' } }, 'bad-argument to.time'],
])('%s is a mistake', (_name, question, says) => {
  const whole = question === undefined ? undefined : { course, sessions, session: 's14', ...question }
  expect(() => rescheduleSession(whole as never, at(when))).toThrow(
    expect.objectContaining({ code: says.split(' ')[0], path: says.split(' ')[1] }),
  )
})

test('a dose of unknown time may have been given until now: no place is closer to that', () => {
  const booked = course.sessions[9]?.place.at ?? ''
  const untimed = logOf('s10', booked, [
    [null, booking('s10', booked, 28, { untimed: true })],
    [null, { type: 'device-given', outcome: 'complete', holds: { value: 28, unit: 'mg' } }],
  ])
  const logs = [...visits(course, '2026-12-21'), untimed]
  const asOf = '2027-01-02T12:00:00-05:00'
  const forecast = forecastCourse({ course, sessions: logs }, at(asOf))
  const earliest = forecast.ok ? (forecast.value.sessions[10]?.earliest ?? '') : ''
  expect(earliest).toBe('2027-01-05T12:00:00-05:00')
  const found = ask({ sessions: logs, session: 's11' }, asOf)
  if (!found.ok) throw new Error(found.error.code)
  expect(found.value.options.map(({ place }) => place.day)).toEqual(['2027-01-06', '2027-01-07'])
  for (const { before } of found.value.options)
    expect(before).toEqual({ days: null, standing: 'unknown', studied: [] })
  const early = { sessions: logs, session: 's11', to: { day: '2027-01-04' } }
  expect(fault(early, asOf)).toBe('breaks-limit to')
  const move = decided({ kind: 'move', session: 's11', day: '2027-01-04' } as const, asOf)
  expect(() => changed(course, logs, move, asOf)).toThrow('breaks-limit')
})

test('where no place is left the reason is told, and no list that is empty', () => {
  // Sessions two days apart on either side leave nothing to a third one between them.
  const away = [
    { id: 'a', from: '2027-01-26', to: '2027-01-28' },
    { id: 'b', from: '2027-01-21', to: '2027-01-25' },
  ]
  const closed = stored({ ...course, closures: away })
  expect(fault({ course: closed })).toBe('breaks-limit session')
  expect(fault({}, '2027-01-28T15:00:00-05:00')).toBe('outside-window session')
})
