/** Treatments as clinics meet them: together they come to every line a summary can have. @module */
import { phq9 } from '../../src/content/measures/depression.ts'
import type { Context } from '../../src/kernel/content.ts'
import type { Session } from '../../src/session/session.schema.ts'
import { buildTimeline } from '../../src/timeline/build-timeline.ts'
import type { Timeline, TimelineQuestion, TreatmentSummary } from '../../src/timeline/timeline-shape.ts'
import { treatmentSummary } from '../../src/timeline/treatment-summary.ts'
import { at, courseOf, protocol, timeOf } from '../course/courses.ts'
import { logOf } from '../course/visits.ts'
import {
  asked,
  gone,
  type More,
  measured,
  nausea,
  personOf,
  scored,
  sixSessions,
  visitAt,
  visitOf,
} from './treatment.ts'

/** A treatment at a moment. */
export interface Situation {
  readonly name: string
  readonly question: Partial<TimelineQuestion>
  readonly asOf: string
}

export const nothing: TimelineQuestion = { patient: personOf(), sessions: [], measures: [] }

/** The context, the timeline and the summary of a situation. */
export function told({ question, asOf }: Omit<Situation, 'name'>): {
  readonly now: Context
  readonly timeline: Timeline
  readonly summary: TreatmentSummary
} {
  const now = at(asOf)
  const timeline = buildTimeline({ ...nothing, ...question }, now)
  return { now, timeline, summary: treatmentSummary(timeline, now) }
}

const decided = { id: 'd1', by: 'clinician' }
const effect = (effectId: string, more: object): More => [
  40,
  { type: 'effect-observed', effect: { effect: effectId, reportedBy: 'nurse', ...more } },
]
const notSerious = {
  death: 'no',
  lifeThreatening: 'no',
  hospitalisation: 'no',
  disability: 'no',
  congenitalAnomaly: 'no',
  interventionNeeded: 'no',
  otherImportant: 'no',
} as const
const first = visitOf(1, [asked('none')])
const through = (last: number, ...changed: readonly Session[]) => {
  const own = new Set(changed.map(({ id }) => id))
  return Array.from({ length: last }, (_, at) => visitOf(at + 1, [asked('none')])).filter(
    ({ id }) => !own.has(id),
  )
}
const base = scored(20, '2026-10-05')

/** A dose by vein whose amount the log bounds on one side only, or not at all. */
const byVein = (id: string, when: string, more: readonly More[]) =>
  logOf(null, when, [[-30, { type: 'arrived' }], ...more, [130, { type: 'left' }]], { id })

export const situations: readonly Situation[] = [
  { name: 'nothing at all', question: {}, asOf: '2026-10-01T09:00:00-04:00' },
  {
    name: 'a course that has not begun',
    question: { course: courseOf() },
    asOf: '2026-10-01T09:00:00-04:00',
  },
  { name: 'six sessions', question: sixSessions(), asOf: '2026-10-24T09:00:00-04:00' },
  {
    name: 'a review that is due, and holds back what comes',
    question: {
      course: courseOf(),
      sessions: through(8),
      measures: measured(base, scored(14, '2026-10-29')),
    },
    asOf: '2026-10-30T18:00:00-04:00',
  },
  {
    name: 'a review that is past due',
    question: { course: courseOf(), sessions: through(8) },
    asOf: '2026-11-04T18:00:00-05:00',
  },
  {
    name: 'missed sessions, and one that is past due',
    question: { course: courseOf(), sessions: [first] },
    asOf: '2026-10-17T18:00:00-04:00',
  },
  {
    name: 'ended by a decision',
    question: {
      course: courseOf({ decisions: [{ kind: 'end', at: '2026-10-21T09:00:00-04:00', ...decided }] }),
      sessions: [first],
    },
    asOf: '2026-10-24T18:00:00-04:00',
  },
  {
    name: 'all that was planned is given',
    question: {
      course: courseOf({
        decisions: [
          {
            kind: 'review',
            checkpoint: 'benefit',
            outcome: 'continue',
            at: '2026-10-31T09:00:00-04:00',
            ...decided,
          },
        ],
      }),
      sessions: through(12),
    },
    asOf: '2026-11-25T09:00:00-05:00',
  },
  {
    name: 'a protocol that ends',
    question: {
      course: courseOf({
        protocol: {
          ...protocol,
          phases: protocol.phases.slice(0, 1).map((phase) => ({ ...phase, next: undefined })),
        },
        sessions: courseOf().sessions.slice(0, 8),
        assessments: [],
      }),
      sessions: through(8),
    },
    asOf: '2026-11-25T09:00:00-05:00',
  },
  {
    name: 'a place that is still open',
    question: {
      course: courseOf({
        sessions: courseOf().sessions.map((one) =>
          one.id === 's2'
            ? { ...one, status: 'to-choose', because: ['closure/c'], alternatives: [one.place] }
            : one,
        ),
        issues: [{ code: 'place-to-choose', path: 'sessions.s2', severity: 'warning' }],
      }),
      sessions: [first],
    },
    asOf: '2026-10-07T09:00:00-04:00',
  },
  {
    name: 'an assessment that is past due',
    question: { course: courseOf(), sessions: [first] },
    asOf: '2026-10-08T09:00:00-04:00',
  },
  {
    name: 'sick twice, and not asked the third time',
    question: { sessions: [visitOf(1, [nausea(1)]), visitOf(2, [nausea(1)]), visitOf(3)] },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'too close to the last dose',
    question: {
      course: courseOf(),
      sessions: [visitAt('s1', '2026-10-08T10:00:00-04:00', [], { course: 'course-1', number: 1 })],
    },
    asOf: '2026-10-08T22:00:00-04:00',
  },
  {
    name: 'a session in doubt, one outside the plan, and one cancelled',
    question: {
      course: courseOf({
        decisions: [{ kind: 'cancel', session: 's5', at: '2026-10-12T09:00:00-04:00', ...decided }],
      }),
      sessions: [
        visitOf(1),
        visitAt(null, '2026-10-07T14:00:00Z', [], { id: 'extra' }),
        logOf('s2', timeOf(2), [
          [
            -60,
            {
              type: 'booked',
              kind: 'dosing',
              product: 'esketamine-nasal',
              course: 'course-1',
              session: 's2',
            },
          ],
          [0, { type: 'device-given', outcome: 'unknown', holds: { value: 28, unit: 'mg' } }],
          [5, { type: 'device-given', outcome: 'complete', holds: { value: 28, unit: 'mg' } }],
          [6, { type: 'aborted', reason: 'Wanted to go home.' }],
        ]),
      ],
    },
    asOf: '2026-10-12T18:00:00-04:00',
  },
  {
    name: 'a course that cannot be followed',
    question: {
      course: courseOf(),
      measures: [
        { instrument: phq9, scores: [{ ...base, total: 200, exact: { numerator: 200, denominator: 1 } }] },
      ],
    },
    asOf: '2026-10-12T18:00:00-04:00',
  },
  ...(
    [
      ['remission', [base, scored(2, '2026-10-22')]],
      ['no response', [base, scored(19, '2026-10-22')]],
      ['worse', [scored(12, '2026-10-05'), scored(27, '2026-10-22')]],
      ['the same total', [base, scored(20, '2026-10-22')]],
      ['too early', [base]],
      ['no baseline', [scored(14, '2026-10-22')]],
      ['a last score without a total', [base, scored(null, '2026-10-22'), scored(3)]],
      ['a partial response', [base, scored(12, '2026-10-22')]],
    ] as const
  ).map(
    ([name, scores]): Situation => ({
      name,
      question: {
        sessions: through(4),
        measures: measured(...scores).map((one) => ({
          ...one,
          definition: {
            ...(one.definition ?? {
              id: 'd',
              label: 'd',
              instrument: 'phq-9',
              response: { percent: 50, certainty: 'K', sources: [] },
            }),
            partialResponse: { percent: 25, certainty: 'K', sources: [] },
          },
        })),
      },
      asOf: '2026-11-02T09:00:00-05:00',
    }),
  ),
  {
    name: 'a relapse, and a score that is old',
    question: {
      sessions: through(4),
      measures: measured(
        base,
        scored(4, '2026-10-22'),
        scored(20, '2026-10-29'),
        scored(21, '2026-11-05'),
      ).map((one) => ({
        ...one,
        definition: {
          id: 'back',
          label: 'Back at fifteen twice',
          instrument: 'phq-9',
          response: { percent: 50, certainty: 'K', sources: [] },
          relapse: {
            is: 'at-least',
            value: 15,
            visits: 2,
            apartDays: { least: 5, most: 15 },
            events: true,
            certainty: 'K',
            sources: [],
          },
        },
      })),
    },
    asOf: '2027-03-02T09:00:00-05:00',
  },
  {
    name: 'scores without a definition, and a first dose without a day',
    question: {
      sessions: [visitAt('s1', timeOf(1), [], { untimed: true })],
      measures: [{ instrument: phq9, scores: [base] }],
    },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'scores without a definition',
    question: { sessions: [first], measures: [{ instrument: phq9, scores: [base] }] },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'side effects, some of them open, and nobody asked',
    question: {
      sessions: [
        visitOf(1, [nausea(2), asked('some'), gone('e5')]),
        visitOf(2, [nausea()]),
        visitOf(3, [nausea(3), effect('dizziness', {})], {}),
      ],
      earlier: [{ product: 'esketamine-nasal', sessions: 8, mg: 448 }],
    },
    asOf: '2026-10-14T09:00:00-04:00',
  },
  {
    name: 'an effect of a visit without times',
    question: { sessions: [first, visitOf(2, [nausea(1)], { untimed: true })] },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'what a visit leaves',
    question: {
      sessions: [
        visitOf(1, [
          effect('syncope', { severity: 3, serious: { ...notSerious, hospitalisation: 'yes' } }),
          effect('nausea', { severity: 1, nextDose: 'lower', serious: notSerious }),
          effect('dizziness', { severity: 1, nextDose: 'delayed', serious: notSerious }),
          effect('anxiety', { severity: 1, nextDose: 'stopped', serious: notSerious }),
          effect('dissociation', { severity: 1, nextDose: 'undecided', serious: notSerious }),
          [120, { type: 'referred', to: 'urology' }],
          [121, { type: 'transferred', to: 'emergency department' }],
          [122, { type: 'admitted' }],
        ]),
      ],
    },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'a form that is due, without a day and without a setting',
    question: { sessions: [visitOf(1, [], { untimed: true })] },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'a form of a setting nobody stated',
    question: { sessions: [first] },
    asOf: '2026-10-08T09:00:00-04:00',
  },
  {
    name: 'a dose of which nobody wrote down the product or the amount',
    question: {
      sessions: [
        byVein('v1', '2026-10-06T14:00:00Z', [
          [0, { type: 'dose-given', how: 'injection', amount: { value: 30, unit: 'mg' } }],
          [10, { type: 'dose-given', how: 'injection' }],
        ]),
      ],
    },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'a dose of an amount nobody knows',
    question: {
      sessions: [
        logOf(
          null,
          '2026-10-06T14:00:00Z',
          [
            [-60, { type: 'booked', kind: 'dosing', product: 'ketamine-im' }],
            [-30, { type: 'arrived' }],
            [0, { type: 'dose-given', how: 'injection' }],
            [130, { type: 'left' }],
          ],
          { id: 'v1' },
        ),
      ],
    },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'a visit that runs, and one without a day that was never closed',
    question: {
      sessions: [
        logOf('s1', timeOf(1), [
          [-30, { type: 'arrived' }],
          [0, { type: 'device-given', outcome: 'complete', holds: { value: 28, unit: 'mg' } }],
        ]),
        logOf('x', timeOf(1), [[null, { type: 'arrived' }]], { id: 'x' }),
      ],
    },
    asOf: '2026-10-06T11:00:00-04:00',
  },
  {
    name: 'entries written down late',
    question: {
      sessions: [
        visitOf(1, [[100, asked('none')[1], { late: true }]]),
        visitOf(2, [[30, nausea(1)[1], { late: true }]]),
      ],
    },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'a person who has died',
    question: { ...sixSessions(), patient: personOf({ record: 'deceased' }) },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'what was reported between doses',
    question: {
      sessions: [
        first,
        ...['2026-10-07T14:00:00Z', '2026-10-08T14:00:00Z'].map((when) =>
          logOf(null, when, [[0, { type: 'arrived' }], nausea(1), [50, { type: 'left' }]], { id: when }),
        ),
      ],
    },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'what a visit without times leaves',
    question: {
      sessions: [
        visitOf(
          1,
          [
            effect('syncope', { serious: { ...notSerious, hospitalisation: 'yes' } }),
            [120, { type: 'referred', to: 'urology' }],
            [121, { type: 'transferred', to: 'emergency department' }],
            [122, { type: 'admitted' }],
          ],
          { untimed: true },
        ),
      ],
    },
    asOf: '2026-10-24T09:00:00-04:00',
  },
  {
    name: 'more than one history holds',
    question: { earlier: [{ product: 'esketamine-nasal', from: '2027-01-01' }] },
    asOf: '2026-10-24T09:00:00-04:00',
  },
]
