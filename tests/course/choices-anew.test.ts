/** A session that waits for a choice, while the sessions beside it change. */
import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import type { Course } from '../../src/course/course.schema.ts'
import { rescheduleSession } from '../../src/course/reschedule-session.ts'
import { at, changed, decided, planned, stored, visits } from './change-desk.ts'

// Monday 25 January 2027 is closed, and s14 waits for a choice.
const course = planned({ closures: [{ id: 'staff', from: '2027-01-25' }] })
const sessions = visits(course, '2027-01-11')
const when = '2027-01-12'
const apart = usStartingPolicy.numbers['min-interval-esketamine']
const least = (apart?.value ?? 0) * (apart?.unit === 'min' ? 60_000 : 3_600_000)
const one = ({ sessions: all }: Course, id: string) => {
  const found = all.find((session) => session.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const days = (now: Course) => one(now, 's14').alternatives.map(({ day }) => day)
/** Hours of every alternative from the sessions that stand, worked out from the instants alone. */
const tooClose = (now: Course) =>
  now.sessions
    .filter(({ status }) => status === 'to-choose')
    .flatMap(({ id, alternatives }) =>
      alternatives.filter((place) =>
        now.sessions.some(
          (other) =>
            other.id !== id &&
            other.status !== 'cancelled' &&
            Math.abs(Date.parse(other.place.at) - Date.parse(place.at)) < least,
        ),
      ),
    )

describe('a session beside one that waits for a choice', () => {
  const open = ['2027-01-26', '2027-01-24', '2027-01-27', '2027-01-23', '2027-01-28']

  test('as planned, all open days of its window come into question', () => {
    expect(days(course)).toEqual(open)
  })

  test.each([
    { to: '2027-01-17', left: open },
    { to: '2027-01-21', left: ['2027-01-26', '2027-01-27', '2027-01-28'] },
  ])('moved to $to leaves it $left', ({ to, left }) => {
    const done = changed(
      course,
      sessions,
      decided({ kind: 'move', session: 's13', day: to } as const, when),
      when,
    )
    expect(days(done)).toEqual(left)
    expect(tooClose(done)).toEqual([])
    expect(one(done, 's14')).toMatchObject({ status: 'to-choose', revision: 0, because: ['closure/staff'] })
    expect(stored(done)).toEqual(done)
    // Each of them can be chosen, and none that was left out.
    for (const day of open) {
      const found = rescheduleSession({ course: done, sessions, session: 's14', to: { day } }, at(when))
      expect(found.ok).toBe(left.includes(day))
    }
  })

  test('shown as moved, it leaves the same', () => {
    const found = rescheduleSession({ course, sessions, session: 's13', to: { day: '2027-01-21' } }, at(when))
    expect(found.ok && days(found.value.options[0]?.future ?? course)).toEqual([
      '2027-01-26',
      '2027-01-27',
      '2027-01-28',
    ])
  })

  test('cancelled, it gives back what it took', () => {
    const move = decided({ kind: 'move', session: 's13', day: '2027-01-21' } as const, when)
    const moved = changed(course, sessions, move, when)
    const done = changed(moved, sessions, decided({ kind: 'cancel', session: 's13' } as const, when), when)
    expect(days(done)).toEqual(open)
  })
})

test('a closure stays named whatever becomes of the session after it', () => {
  const closed = planned({ closures: [{ id: 'staff', from: '2026-12-07' }] })
  const given = visits(closed, '2026-12-03')
  const before = one(closed, 's5')
  expect(before.status).toBe('to-choose')
  const done = changed(
    closed,
    given,
    decided({ kind: 'cancel', session: 's6' } as const, '2026-12-04'),
    '2026-12-04',
  )
  expect(tooClose(done)).toEqual([])
  expect(one(done, 's5').because).toEqual(['closure/staff'])
  expect(one(done, 's5').alternatives.length).toBeGreaterThanOrEqual(before.alternatives.length)
})
