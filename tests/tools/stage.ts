/** What the examples in the source speak of without saying where it comes from. @module */
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { Course } from '../../src/course/course.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { screen } from '../../src/screening/screen.ts'
import { Session } from '../../src/session/session.schema.ts'
import { sampleCourse } from './sample-course.ts'

const parsed = parse(Patient, {
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  birthDate: '1979-04-02',
})
if (!parsed.ok) throw parsed.error

/** Somebody of whom only the birth date is known. */
export const patient = parsed.value

/** What is planned. */
export const plan = { product: 'esketamine-nasal', setting: 'outpatient' } as const

/** What a clinic chooses once. */
export const clinic = { content: us, policy: usStartingPolicy, zone: 'America/New_York' }

/** The context of a call. */
export const now = { ...clinic, asOf: '2026-11-22T09:00:00-05:00' }

/** What screening answers. */
export const decision = screen({ patient, plan }, now)

const [first] = decision.findings
if (first === undefined) throw new Error('a patient of whom nothing is known has open findings')

/** The first of its findings. */
export const finding = first

const started = parse(Session, {
  format: 'ketamine-treatment/session/1',
  id: 'visit-1',
  events: [
    {
      id: 'e1',
      at: '2026-11-22T08:50:00-05:00',
      sequence: 1,
      recorder: 'desk',
      by: 'nurse',
      source: 'person',
      what: { type: 'arrived' },
    },
  ],
})
if (!started.ok) throw started.error

/** Somebody has come, and nothing was asked yet. */
export const visit = started.value

const planned = parse(
  Course,
  sampleCourse({
    sessions: [
      { id: 's1', day: '2026-11-24', time: '09:00', at: '2026-11-24T09:00:00-05:00' },
      { id: 's2', day: '2026-11-26', time: '09:00', at: '2026-11-26T09:00:00-05:00' },
    ],
  }),
)
if (!planned.ok) throw planned.error

/** A course of two sessions that are still to come. */
export const course = planned.value
