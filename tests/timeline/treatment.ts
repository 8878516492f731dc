/** A treatment by the course written by hand: visits, scores, medicines, decisions and notes. @module */
import { phq9 } from '../../src/content/measures/depression.ts'
import type { Course } from '../../src/course/course.schema.ts'
import type { CourseScores } from '../../src/course/forecast-shape.ts'
import { parse } from '../../src/kernel/door.ts'
import type { OutcomeDefinition } from '../../src/kernel/instrument.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import type { Score } from '../../src/measure/score-shape.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import type { Happening, Session, SessionEvent } from '../../src/session/session.schema.ts'
import type { TimelineQuestion } from '../../src/timeline/timeline-shape.ts'
import { courseOf, timeOf } from '../course/courses.ts'
import { booking, logOf, type Options } from '../course/visits.ts'

/** A person, with members of the record beside the birth date. */
export function personOf(members: Readonly<Record<string, unknown>> = {}): Parsed<Patient> {
  const patient = parse(Patient, {
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    birthDate: '1979-04-02',
    ...members,
  })
  if (!patient.ok) throw patient.error
  return patient.value
}

/** Something more that happened in a visit, so many minutes after its start; null: nobody wrote down when. */
export type More = readonly [minutes: number | null, what: SessionEvent['what'], more?: Partial<SessionEvent>]

/** A visit with two devices, from half an hour before to two hours after, and what more happened. */
export function visitAt(
  session: string | null,
  at: string,
  more: readonly More[] = [],
  opts: Options & { readonly mg?: number } = {},
): Parsed<Session> {
  const { mg = 56 } = opts
  const devices = Array.from(
    { length: mg / 28 },
    (_, device): More => [
      device * 5,
      { type: 'device-given', outcome: 'complete', holds: { value: 28, unit: 'mg' } },
    ],
  )
  return logOf(
    session,
    at,
    [
      [-60, booking(session, at, mg, opts)],
      [-30, { type: 'arrived' }],
      ...devices,
      ...more,
      [130, { type: 'left' }],
    ],
    opts,
  )
}

/** The visit of a planned session, by its number. */
export function visitOf(number: number, more: readonly More[] = [], opts: Options = {}): Parsed<Session> {
  return visitAt(`s${number}`, timeOf(number), more, { course: 'course-1', number, ...opts })
}

/** What was asked of side effects, and what was seen. */
export const asked = (answer: 'none' | 'some'): More => [
  100,
  { type: 'asked', about: 'side-effects', answer },
]
export const nausea = (grade?: 1 | 2 | 3): More => [
  30,
  {
    type: 'effect-observed',
    effect: { effect: 'nausea', reportedBy: 'patient', ...(grade === undefined ? {} : { severity: grade }) },
  },
]
export const gone = (of: string): More => [110, { type: 'effect-resolved', of } satisfies Happening]

/** A questionnaire with a total; items at 3 first. */
export function scored(total: number | null, takenAt?: string): Score {
  const answers = Object.fromEntries(
    phq9.items.map(({ id }, at) => [
      id,
      total === null && at === 0 ? null : Math.max(0, Math.min(3, (total ?? 9) - 3 * at)),
    ]),
  )
  const score = scoreMeasure(phq9, { answers, missing: 'none-allowed' })
  if (!score.ok) throw new Error(score.error.code)
  // Dated here: forms have a day, and a score from elsewhere may have its month alone.
  return { ...score.value, takenAt: takenAt ?? null }
}

/** Half of the baseline, and five or less. */
export const definition: OutcomeDefinition = {
  id: 'halved',
  label: 'Half of the baseline',
  instrument: 'phq-9',
  response: { percent: 50, certainty: 'K', sources: [] },
  remission: { is: 'at-most', value: 4, certainty: 'K', sources: [] },
}

/** Scores by the definition. */
export function measured(...scores: readonly Score[]): readonly CourseScores[] {
  return [{ instrument: phq9, scores, definition }]
}

/** Six sessions given, with nausea in three of them, and scores that fall to response. */
export function sixSessions(changes: Readonly<Record<string, unknown>> = {}): TimelineQuestion & {
  readonly course: Parsed<Course>
} {
  const tolerated = [2, 4, 6].map((number) => visitOf(number, [asked('none')]))
  const sick = [1, 3, 5].map((number) => visitOf(number, [nausea(2), asked('some'), gone('e5')]))
  return {
    patient: personOf({
      medicines: [
        { id: 'm1', text: 'Sertraline', status: 'active', intent: 'order', period: { start: '2026-03' } },
        {
          id: 'm2',
          text: 'Lorazepam',
          status: 'stopped',
          intent: 'order',
          period: { start: '2025', end: '2026-10-01' },
          recordedAt: '2026-10-08',
        },
        {
          id: 'm3',
          text: 'Lithium',
          status: 'entered-in-error',
          intent: 'order',
          period: { start: '2026-10-01' },
        },
      ],
    }),
    sessions: [...tolerated, ...sick],
    measures: measured(scored(20, '2026-10-05'), scored(14, '2026-10-13'), scored(9, '2026-10-22')),
    course: courseOf(changes),
    notes: [{ id: 'n1', at: '2026-10-14', text: 'Slept better.', by: 'nurse', about: ['dose/visit-s3'] }],
  }
}
