/** Courses in which something was missed, moved or decided. @module */
import { phq9 } from '../../src/content/measures/depression.ts'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { esketamineTrdUs } from '../../src/content/protocols/esketamine-us.ts'
import { us } from '../../src/content/us.ts'
import { applyCourseDecision } from '../../src/course/apply-course-decision.ts'
import type { MissedOption } from '../../src/course/change-shape.ts'
import { Course, type CourseDecision } from '../../src/course/course.schema.ts'
import type { CourseScores } from '../../src/course/forecast-shape.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import type { PlanQuestion } from '../../src/course/plan-shape.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import type { Score } from '../../src/measure/score-shape.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import type { Session } from '../../src/session/session.schema.ts'
import { given } from './visits.ts'

export const zone = 'America/New_York'

/** The moment of a question, at noon of a winter day where no time is named. */
export const at = (asOf: string): Context => ({
  content: us,
  policy: usStartingPolicy,
  zone,
  asOf: asOf.length === 10 ? `${asOf}T12:00:00-05:00` : asOf,
})

/** A course through planning, its first session on 23 November 2026 where nothing else is said. */
export function planned(question: Partial<PlanQuestion> = {}): Parsed<Course> {
  const plan = planCourse(
    {
      protocol: esketamineTrdUs,
      start: '2026-11-23',
      pattern: {
        slots: [
          { weekday: 'mon', time: '09:00' },
          { weekday: 'thu', time: '14:00' },
        ],
      },
      id: 'course-1',
      ...question,
    },
    at('2026-11-20'),
  )
  if (!plan.ok) throw new Error(`${plan.error.code} at ${plan.error.path}`)
  return plan.value
}

/** The visits of a course up to a day, as planned, without these sessions. */
export function visits(
  course: Course,
  until: string,
  without: readonly string[] = [],
  product: 'esketamine-nasal' | 'ketamine-iv' = 'esketamine-nasal',
): readonly Parsed<Session>[] {
  return course.sessions
    .filter(({ id, place, status }) => status !== 'cancelled' && place.day <= until && !without.includes(id))
    .map(({ id, place }) => given(id, place.at, 56, { product }))
}

/** The person of every course here. */
export const patient = read({
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  birthDate: '1984-05-17',
  statements: [],
})

/** A person through the door. */
export function read(json: unknown): Parsed<Patient> {
  const found = parse(Patient, json)
  if (!found.ok) throw found.error
  return found.value
}

/** A PHQ-9 with this total on this day. */
export function phq(total: number, takenAt?: string): Score {
  const answers = Object.fromEntries(
    Array.from({ length: 9 }, (_, item) => [`q${item + 1}`, Math.max(0, Math.min(3, total - 3 * item))]),
  )
  const score = scoreMeasure(phq9, { answers, ...(takenAt === undefined ? {} : { takenAt }) })
  if (!score.ok) throw new Error(score.error.code)
  return score.value
}

/** Scores of one PHQ-9 after the other. */
export const scores = (...list: readonly Score[]): readonly CourseScores[] => [
  { instrument: phq9, scores: list },
]

let next = 0

/** A decision of a clinician, dated at the moment it is put on record. */
export function decided<D extends object>(
  what: D,
  when: string,
): D & Pick<CourseDecision, 'id' | 'at' | 'by'> {
  next += 1
  return { ...what, id: `d${next}`, at: at(when).asOf, by: 'dr-lee' }
}

/** The course after a decision. */
export function changed(
  course: Parsed<Course>,
  sessions: readonly Parsed<Session>[],
  decision: CourseDecision,
  when: string,
): Parsed<Course> {
  const applied = applyCourseDecision({ course, sessions, decision }, at(when))
  if (!applied.ok) throw new Error(`${applied.error.code} at ${applied.error.path}`)
  return applied.value
}

/** The decision an option asks to record. */
export const recording = ({ toRecord: { to, ...rest } }: MissedOption) =>
  to === null ? rest : { ...rest, to: { ...to } }

/** Sessions that are not cancelled: id, phase, interval and place. */
export const told = ({ sessions }: Course): readonly string[] =>
  sessions
    .filter(({ status }) => status !== 'cancelled')
    .map(({ id, interval, place }) => `${id} ${interval} ${place.day} ${place.time}`)

/** Days of the sessions that are not cancelled, from a day on. */
export const daysFrom = ({ sessions }: Course, from: string): readonly string[] =>
  sessions
    .filter(({ status, place }) => status !== 'cancelled' && place.day >= from)
    .map(({ place }) => place.day)

/** A course that is stored and read again is the same course. */
export function stored(course: Course): Parsed<Course> {
  const found = parse(Course, JSON.parse(JSON.stringify(course)))
  if (!found.ok) throw found.error
  return found.value
}
