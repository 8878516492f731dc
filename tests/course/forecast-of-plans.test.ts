/** Every shipped protocol, planned and carried out exactly, forecasts itself. */
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { us } from '../../src/content/us.ts'
import { Course, type Weekday } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import { parse } from '../../src/kernel/door.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import { formatInstant, instantMs } from '../../src/kernel/time.ts'
import { logOf } from './visits.ts'

const zones = ['America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'] as const
const days: readonly Weekday[] = ['mon', 'wed', 'fri', 'tue', 'thu', 'sat', 'sun']

const shipped = [
  ...(us.course?.protocols ?? []).map((row) => ({ row, clinic: { content: us, policy: usStartingPolicy } })),
  ...(eu.course?.protocols ?? []).map((row) => ({ row, clinic: { content: eu, policy: euStartingPolicy } })),
  ...painProtocols.map((row) => ({ row, clinic: { content: us, policy: usStartingPolicy } })),
].map((one) => ({ ...one, id: one.row.id }))

function planned({ row, clinic }: (typeof shipped)[number], zone: string) {
  const protocol = parse(Protocol, row)
  if (!protocol.ok) throw protocol.error
  const context = { ...clinic, zone, asOf: '2026-09-20T12:00:00Z' }
  for (let count = 1; count <= 7; count += 1) {
    const slots = days.slice(0, count).map((weekday) => ({ weekday, time: '10:00' }))
    const plan = planCourse({ protocol: protocol.value, start: '2026-09-28', pattern: { slots } }, context)
    if (plan.ok) return plan.value
  }
  throw new Error(`no plan of ${row.id}`)
}

describe.each(shipped)('$id', (one) => {
  test.each(zones)('carried out in %s', (zone) => {
    const plan = planned(one, zone)
    expect(plan.sessions.length).toBeGreaterThan(0)
    const reviews = plan.protocol.phases.flatMap((phase) =>
      phase.checkpoints.map(({ id }) => ({
        kind: 'review',
        checkpoint: id,
        outcome: 'continue',
        id: `${phase.id}/${id}`,
        at: '2037-01-01T00:00:00Z',
        by: 'Dr A',
      })),
    )
    for (const count of new Set([0, 1, Math.ceil(plan.sessions.length / 2), plan.sessions.length])) {
      const last = plan.sessions[count - 1]?.place.at
      const asOf =
        last === undefined ? '2026-09-20T12:00:00Z' : formatInstant(instantMs(last) + 3 * 3_600_000, 0)
      const course = parse(Course, { ...plan, decisions: reviews.map((each) => ({ ...each, at: asOf })) })
      if (!course.ok) throw course.error
      const logs = plan.sessions.slice(0, count).map(({ id, place }) =>
        logOf(id, place.at, [
          [
            -60,
            { type: 'booked', kind: 'dosing', product: plan.protocol.product, session: id, for: place.at },
          ],
          [-20, { type: 'arrived' }],
          [0, { type: 'dose-given', how: 'injection', amount: { value: 84, unit: 'mg' }, as: 'base' }],
          [125, { type: 'left' }],
        ]),
      )
      const found = forecastCourse({ course: course.value, sessions: logs }, { ...one.clinic, zone, asOf })
      if (!found.ok) throw new Error(`${found.error.code} ${found.error.path}`)
      const { sessions, issues, overdue, next, end } = found.value
      // What was proposed and not chosen stays open, and is told.
      const open = plan.sessions.slice(count).filter(({ status }) => status === 'to-choose')
      expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(
        open.map(({ id }) => `place-to-choose sessions.${id}`).sort(),
      )
      const asked = sessions.filter(({ toChoose }) => toChoose)
      expect(asked.map(({ id, alternatives }) => [id, alternatives])).toEqual(
        open.map(({ id, alternatives }) => [id, alternatives]),
      )
      expect(overdue.sessions).toEqual([])
      expect(sessions.slice(0, count).every(({ status }) => status === 'given')).toBe(true)
      for (const session of sessions.slice(count)) {
        const place = plan.sessions.find(({ id }) => id === session.id)?.place
        expect(session.recommended).toEqual(place)
        expect(['planned', 'due']).toContain(session.status)
      }
      expect(next).toBe(plan.sessions[count]?.id ?? null)
      expect(end === null).toBe(count < plan.sessions.length)
    }
  })
})
