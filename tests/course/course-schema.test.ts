/** A stored course at the door, and the schema printed for others. */
import { expect, test } from 'vitest'
import * as z from 'zod'
import { Course } from '../../src/course/course.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import { sampleCourse } from '../tools/sample-course.ts'

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
