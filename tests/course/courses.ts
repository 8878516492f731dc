/** A course written by hand: eight sessions of an induction, then weekly ones. @module */
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { Course } from '../../src/course/course.schema.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { addDays, resolveLocal } from '../../src/kernel/time.ts'

export const zone = 'America/New_York'
const grounded = { certainty: 'K', sources: [] } as const

/** A clinic at an instant. */
export const at = (asOf: string): Context => ({ content: us, policy: usStartingPolicy, zone, asOf })

/** The protocol: twice weekly for four weeks with a review before going on, then weekly or every two weeks. */
export const protocol = {
  format: 'ketamine-treatment/protocol/1',
  id: 'site-two-phases',
  version: '1',
  label: 'Twice weekly, then weekly',
  field: 'psychiatric',
  product: 'esketamine-nasal',
  jurisdictions: ['us'],
  indications: ['treatment-resistant-depression'],
  effective: { from: '2020-01-01' },
  basis: 'practice',
  ...grounded,
  phases: [
    {
      id: 'induction',
      label: 'Induction',
      kind: 'induction',
      weeks: 4,
      ...grounded,
      intervals: [
        {
          id: 'twice-weekly',
          label: 'Twice weekly',
          sessions: 2,
          weeks: 1,
          early: { policy: 'session-early' },
          late: { policy: 'session-late' },
          ...grounded,
        },
      ],
      limits: [],
      doses: [
        { sessions: { from: 1, to: 1 }, amounts: { unit: 'mg', values: [56] }, ...grounded },
        { sessions: { from: 2 }, amounts: { unit: 'mg', values: [56, 84] }, ...grounded },
      ],
      checkpoints: [
        {
          id: 'benefit',
          label: 'Benefit at the end of the induction',
          kind: 'benefit',
          at: { end: 'phase' },
          blocks: true,
          prompt: 'Is there enough benefit to go on?',
          because: 'The label asks for it.',
          ...grounded,
        },
        {
          id: 'early',
          label: 'A first look',
          kind: 'periodic',
          at: { afterSessions: 4 },
          blocks: false,
          prompt: 'How is it going?',
          because: 'A site asks for it.',
          ...grounded,
        },
      ],
      missed: [],
      makesUp: 'ask',
      next: 'maintenance',
    },
    {
      id: 'maintenance',
      label: 'Maintenance',
      kind: 'maintenance',
      ...grounded,
      intervals: [
        {
          id: 'weekly',
          label: 'Weekly',
          sessions: 1,
          weeks: 1,
          early: { value: 2, unit: 'd' },
          late: { value: 3, unit: 'd' },
          ...grounded,
        },
        {
          id: 'two-weekly',
          label: 'Every two weeks',
          sessions: 1,
          weeks: 2,
          early: { value: 2, unit: 'd' },
          late: { value: 3, unit: 'd' },
          ...grounded,
        },
      ],
      limits: [],
      doses: [{ sessions: { from: 9 }, amounts: { unit: 'mg', values: [56, 84] }, ...grounded }],
      checkpoints: [
        {
          id: 'periodic',
          label: 'Review again and again',
          kind: 'periodic',
          at: { every: { value: 4, unit: 'wk' } },
          blocks: false,
          prompt: 'Is it still needed?',
          because: 'The label asks for it.',
          ...grounded,
        },
      ],
      missed: [],
      makesUp: 'no',
    },
  ],
  limits: [
    {
      id: 'day-apart',
      label: 'Two civil days between doses',
      kind: 'least-between',
      amount: { value: 2, unit: 'd' },
      in: 'civil-days',
      ...grounded,
    },
  ],
  assessments: [
    {
      id: 'baseline',
      label: 'Scale before the start',
      kind: 'measure',
      instruments: ['phq-9'],
      anchor: { is: 'start' },
      direction: 'before',
      from: { value: 0, unit: 'd' },
      due: { value: 1, unit: 'd' },
      to: { value: 7, unit: 'd' },
      ...grounded,
    },
    {
      id: 'next-day',
      label: 'The day after',
      kind: 'integration',
      anchor: { is: 'each-session' },
      direction: 'after',
      from: { value: 1, unit: 'd' },
      due: { value: 1, unit: 'd' },
      to: { value: 2, unit: 'd' },
      ...grounded,
    },
  ],
  adjuncts: [],
  studied: [
    { id: 'weekly', label: 'A week', days: { from: 5, to: 9 }, ...grounded },
    { id: 'two-weekly', label: 'Two weeks', days: { from: 12, to: 16 }, ...grounded },
  ],
  beyond: 'What follows is not known.',
  sources: [],
  checkedOn: '2026-11-22',
  clinicalReview: 'none',
}

const place = (day: string, time = '10:00') => {
  const found = resolveLocal({ day, time, zone, kind: 'planned' })
  if (!found.ok) throw new Error(found.error.code)
  return { day, time, at: found.value.at }
}

const session = (number: number, day: string, phase: string, interval: string) => ({
  id: `s${number}`,
  number,
  phase,
  interval,
  regular: place(day),
  place: place(day),
  status: 'regular',
  because: [],
  alternatives: [],
  revision: 0,
})

/** Tuesdays and Fridays at ten from Tuesday 6 October 2026, then Tuesdays from 3 November: twelve sessions. */
export const start = '2026-10-06'
const days = [
  ...Array.from({ length: 4 }, (_, week) => [addDays(start, week * 7), addDays(start, week * 7 + 3)]).flat(),
  ...Array.from({ length: 4 }, (_, week) => addDays(start, 28 + week * 7)),
]

/** The course as JSON: a test changes what it is about. */
export const written = {
  format: 'ketamine-treatment/course/1',
  id: 'course-1',
  protocol,
  zone,
  start,
  pattern: {
    slots: [
      { weekday: 'tue', time: '10:00' },
      { weekday: 'fri', time: '10:00' },
    ],
  },
  closures: [],
  preferences: {},
  adjuncts: [],
  sessions: days.map((day, at) =>
    at < 8
      ? session(at + 1, day, 'induction', 'twice-weekly')
      : session(at + 1, day, 'maintenance', 'weekly'),
  ),
  assessments: [
    {
      id: 'baseline',
      assessment: 'baseline',
      kind: 'measure',
      label: 'Scale before the start',
      from: '2026-09-29',
      due: '2026-10-05',
      to: '2026-10-06',
      status: 'planned',
      revision: 0,
    },
    ...days.map((day, at) => ({
      id: `next-day-s${at + 1}`,
      assessment: 'next-day',
      kind: 'integration',
      label: 'The day after',
      session: `s${at + 1}`,
      from: addDays(day, 1),
      due: addDays(day, 1),
      to: addDays(day, 2),
      status: 'planned',
      revision: 0,
    })),
  ],
  decisions: [],
  issues: [],
}

/** The course through the door, with members of its own. */
export function courseOf(changes: Readonly<Record<string, unknown>> = {}): Parsed<Course> {
  const course = parse(Course, { ...written, ...changes })
  if (!course.ok) throw course.error
  return course.value
}

/** When the sessions stand. */
export const times: readonly string[] = written.sessions.map(({ place }) => place.at)

/** The time of a session, by its number. */
export const timeOf = (number: number): string => times[number - 1] ?? ''
