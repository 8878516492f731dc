/** A stored course at the door, and the schema printed for others. */
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { esketamineTrdUs } from '../../src/content/protocols/esketamine-us.ts'
import { us } from '../../src/content/us.ts'
import { applyCourseDecision } from '../../src/course/apply-course-decision.ts'
import { Course, type CourseDecision } from '../../src/course/course.schema.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import { sampleCourse } from '../tools/sample-course.ts'
import { courseOf, slots } from './plan-desk.ts'

/** A course of a label, nine o'clock on Tuesdays and Fridays unless told otherwise. */
const planOfLabel = (
  zone = 'America/New_York',
  places = slots('tue 09:00', 'fri 09:00'),
  start = '2027-02-02',
): Course => courseOf({ protocol: esketamineTrdUs, start, pattern: { slots: places } }, zone)

const sessions = [{ id: 's1', day: '2026-11-24', time: '09:00', at: '2026-11-24T09:00:00-05:00' }]
const whole: unknown = JSON.parse(JSON.stringify(sampleCourse({ sessions })))
const changed = (change: object): unknown => ({ ...Object(whole), ...change })

test('the schema printed for others takes and refuses what the door does', () => {
  const asked = z.fromJSONSchema(JSON.parse(JSON.stringify(z.toJSONSchema(Course, { io: 'input' }))))
  const decided = { id: 'd1', at: '2026-11-22T09:00:00-05:00', by: 'clinician' }
  const cases: readonly (readonly [unknown, boolean])[] = [
    [whole, true],
    [changed({ extensions: { ours: [1] } }), true],
    [changed({ decisions: [{ kind: 'end', ...decided }] }), true],
    [changed({ decisions: [{ kind: 'end' }] }), false],
    [changed({ decisions: [{ kind: 'guess', ...decided }] }), false],
    [changed({ pattern: { slots: [] } }), false],
    [changed({ pattern: { slots: [{ weekday: 'mon', time: '24:00' }] } }), false],
    [changed({ pattern: { slots: [{ weekday: 'monday', time: '09:00' }] } }), false],
    [changed({ start: '2026-13-01' }), false],
    [changed({ format: 'ketamine-treatment/course/2' }), false],
    [changed({ more: 1 }), false],
    [changed({ protocol: {} }), false],
  ]
  for (const [at, [json, takes]] of cases.entries()) {
    expect([at, parse(Course, json).ok]).toEqual([at, takes])
    expect([at, asked.safeParse(json).success]).toEqual([at, takes])
  }
})

/** What the door says of a stored course that somebody changed by hand. */
const refusedOf = (json: unknown): string => {
  const read = parse(Course, json)
  return read.ok ? 'taken' : `${read.error.code} ${read.error.path}`
}
const copyOf = (course: Course): Course => JSON.parse(JSON.stringify(course))

describe('a course that contradicts itself is refused by path', () => {
  const course = planOfLabel()
  const at = (edit: (copy: Course) => unknown): string => {
    const copy = copyOf(course)
    edit(copy)
    return refusedOf(copy)
  }
  const sessionOf = ({ sessions }: Course, nth: number) => {
    const session = sessions[nth]
    if (session === undefined) throw new Error('no such session')
    return session
  }
  const decided = { id: 'd1', at: '2027-01-04T09:00:00-05:00', by: 'clinician' }

  test('ids that come twice', () => {
    expect(at(() => undefined)).toBe('taken')
    expect(at((copy) => Object.assign(sessionOf(copy, 2), { id: 's1' }))).toBe('id-clash sessions[2].id')
    expect(at(({ assessments }) => assessments.push(...assessments.slice(0, 1)))).toBe(
      `id-clash assessments[${course.assessments.length}].id`,
    )
    expect(
      at(({ decisions }) => decisions.push({ kind: 'end', ...decided }, { kind: 'end', ...decided })),
    ).toBe('id-clash decisions[1].id')
    const twice = { phases: [...course.protocol.phases, ...course.protocol.phases.slice(0, 1)] }
    expect(at((copy) => Object.assign(copy, { protocol: { ...copy.protocol, ...twice } }))).toBe(
      `id-clash protocol.phases[${course.protocol.phases.length}].id`,
    )
  })

  test('phases in a circle, or that lead nowhere', () => {
    const onTo = (next: string) =>
      at((copy) => {
        const phases = course.protocol.phases.map((phase) => ({ ...phase, next }))
        return Object.assign(copy, { protocol: { ...copy.protocol, phases } })
      })
    expect(onTo('induction')).toBe('phases-in-circle protocol.phases[0].next')
    expect(onTo('elsewhere')).toBe('unknown-phase protocol.phases[0].next')
  })

  test('a place whose instant is not that of its day and time in the zone of the course', () => {
    for (const name of ['regular', 'place'] as const) {
      const path = `sessions[3].${name}`
      const edited = (change: object) => at((copy) => Object.assign(sessionOf(copy, 3)[name], change))
      expect(edited({ day: '2027-02-13' })).toBe(`wrong-shape ${path}.at`)
      expect(edited({ time: '08:59' })).toBe(`wrong-shape ${path}.at`)
      expect(edited({ at: '2027-02-12T09:00:00-01:00' })).toBe(`wrong-shape ${path}.at`)
      expect(edited({ at: '2027-02-12T10:00:00-05:00' })).toBe(`wrong-shape ${path}.at`)
      // Planned by a rule of the clock that was changed since: the record stays readable.
      expect(edited({ at: '2027-02-12T09:00:00-04:00' })).toBe('taken')
      expect(edited({ flag: 'earlier-of-two' })).toBe(`wrong-shape ${path}.flag`)
      expect(edited({ day: '2027-02-30' })).toBe(`bad-date ${path}.day`)
    }
    const other = { day: '2027-02-13', time: '09:00', at: '2027-02-13T09:00:00+01:00' }
    expect(at((copy) => sessionOf(copy, 3).alternatives.push(other))).toBe(
      'wrong-shape sessions[3].alternatives[0].at',
    )
    expect(at((copy) => Object.assign(copy, { zone: 'Asia/Tokyo' }))).toBe(
      'wrong-shape sessions[0].regular.at',
    )
    expect(at((copy) => Object.assign(copy, { zone: 'Mars/Olympus' }))).toBe('unknown-zone zone')
    // The same instant written with another offset is the same place.
    expect(at((copy) => Object.assign(sessionOf(copy, 0).place, { at: '2027-02-02T14:00:00Z' }))).toBe(
      'taken',
    )
  })

  test('a place over which the clock is put forward keeps its flag', () => {
    const sunday = planOfLabel('America/New_York', slots('sun 02:30', 'wed 09:00'), '2027-03-14')
    expect(sessionOf(sunday, 0).place.flag).toBe('moved-after-gap')
    const copy = copyOf(sunday)
    expect(refusedOf(copy)).toBe('taken')
    delete sessionOf(copy, 0).place.flag
    expect(refusedOf(copy)).toBe('wrong-shape sessions[0].place.flag')
  })

  test('phases and intervals the protocol does not have', () => {
    expect(at((copy) => Object.assign(sessionOf(copy, 1), { phase: 'other' }))).toBe(
      'unknown-phase sessions[1].phase',
    )
    expect(at((copy) => Object.assign(sessionOf(copy, 1), { interval: 'weekly' }))).toBe(
      'unknown-phase sessions[1].interval',
    )
    const missed = { kind: 'missed', session: 's1', option: 'step-back', ...decided } as const
    expect(
      at(({ decisions }) => decisions.push({ ...missed, to: { phase: 'other', interval: 'weekly' } })),
    ).toBe('unknown-phase decisions[0].to.phase')
    expect(
      at(({ decisions }) => decisions.push({ ...missed, to: { phase: 'induction', interval: 'weekly' } })),
    ).toBe('unknown-phase decisions[0].to.interval')
    expect(
      at(({ decisions }) =>
        decisions.push({ kind: 'interval', session: 's1', interval: 'hourly', ...decided }),
      ),
    ).toBe('unknown-phase decisions[0].interval')
  })

  test('places farther from the start than ten years', () => {
    expect(at((copy) => Object.assign(copy, { start: '2016-01-01' }))).toBe(
      'horizon-too-long sessions[0].regular.day',
    )
  })
})

const packs = [
  { content: us, policy: usStartingPolicy },
  { content: eu, policy: euStartingPolicy },
]
const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']

describe.each(zones)('courses of every shipped protocol in %s', (zone) => {
  // Every other day first: some protocols keep two days apart, some have a session on each.
  const odd = ['sun 02:15', 'tue 09:30', 'thu 14:00']
  const even = ['mon 08:00', 'wed 10:00', 'fri 01:45', 'sat 23:30']
  const seven = slots(...odd, ...even)
  test('pass the door as they are stored, before and after a decision', () => {
    let count = 0
    for (const { content, policy } of packs) {
      for (const row of content.course?.protocols ?? []) {
        const read = parse(Protocol, JSON.parse(JSON.stringify(row)))
        if (!read.ok) throw read.error
        const { value: protocol } = read
        const context: Context = { content, policy, zone, asOf: '2027-01-04T12:00:00Z' }
        const preferences = { choices: [{ session: 's1', day: '2027-03-14' }] }
        const question = { protocol, start: '2027-03-14', pattern: { slots: seven }, preferences }
        const closures = [{ id: 'shut', from: '2027-03-16', to: '2027-03-16' }]
        const planned = planCourse({ ...question, closures }, context)
        const plain = planned.ok ? planned : planCourse(question, context)
        if (!plain.ok) throw new Error(`${protocol.id} ${plain.error.code} ${plain.error.path}`)
        expect(parse(Course, copyOf(plain.value))).toEqual({ ok: true, value: plain.value })
        const by = { at: '2027-01-04T12:00:00Z', by: 'clinician' }
        const decisions: readonly CourseDecision[] = [
          { kind: 'cancel', session: 's2', id: 'd1', ...by },
          { kind: 'extend', sessions: 2, id: 'd2', ...by },
          { kind: 'end', id: 'd3', ...by },
        ]
        let course = plain.value
        for (const decision of decisions) {
          const applied = applyCourseDecision({ course, sessions: [], decision }, context)
          if (!applied.ok) continue
          course = applied.value
          count += 1
          expect(parse(Course, copyOf(course))).toEqual({ ok: true, value: course })
        }
      }
    }
    expect(count).toBeGreaterThan(20)
  })
})
