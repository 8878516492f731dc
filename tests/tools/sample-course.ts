/** A small course as it is stored: written by hand, so that nothing that plans is needed to read one. @module */

/** Where a session stands. */
export interface Stands {
  readonly id: string
  readonly day: string
  readonly time: string
  readonly at: string
  readonly status?: 'regular' | 'chosen' | 'to-choose' | 'cancelled'
  readonly revision?: number
  readonly flag?: 'moved-after-gap' | 'earlier-of-two'
}

const grounded = { certainty: 'S', sources: [] } as const
const days = (value: number) => ({ value, unit: 'd' })

/** A protocol a site might write: two sessions a week for four weeks, then one a week. */
export const sampleProtocol = {
  format: 'ketamine-treatment/protocol/1',
  id: 'site-esketamine',
  version: '1',
  label: 'Esketamine for treatment-resistant depression, as this site gives it',
  field: 'psychiatric',
  product: 'esketamine-nasal',
  jurisdictions: ['us'],
  indications: ['treatment-resistant-depression'],
  effective: { from: '2020-01-01' },
  basis: 'practice',
  phases: [
    {
      id: 'induction',
      label: 'Induction',
      kind: 'induction',
      weeks: 4,
      intervals: [
        {
          id: 'twice-weekly',
          label: 'twice a week',
          sessions: 2,
          weeks: 1,
          early: days(1),
          late: days(1),
          ...grounded,
        },
      ],
      limits: [],
      doses: [{ sessions: { from: 1 }, amounts: { unit: 'mg', values: [56, 84] }, ...grounded }],
      checkpoints: [],
      missed: [],
      makesUp: 'ask',
      ...grounded,
    },
  ],
  limits: [],
  assessments: [],
  adjuncts: [],
  studied: [],
  beyond: 'Nothing is written down about going on.',
  checkedOn: '2026-11-22',
  clinicalReview: 'none',
  ...grounded,
} as const

/** A course of the protocol above, with sessions and assessments where they are put. */
export function sampleCourse({
  id = 'course-1',
  zone = 'America/New_York',
  sessions,
  assessments = [],
  protocol = {},
}: {
  readonly id?: string
  readonly zone?: string
  readonly sessions: readonly Stands[]
  readonly assessments?: readonly Readonly<Record<string, unknown>>[]
  readonly protocol?: Readonly<Record<string, unknown>>
}) {
  let number = 0
  return {
    format: 'ketamine-treatment/course/1',
    id,
    protocol: { ...sampleProtocol, ...protocol },
    zone,
    start: sessions[0]?.day ?? '2026-11-23',
    pattern: { slots: [{ weekday: 'mon', time: '09:00' }] },
    closures: [],
    preferences: {},
    adjuncts: [],
    sessions: sessions.map(({ status = 'regular', revision = 0, id: session, flag, ...where }) => {
      const place = { ...where, ...(flag === undefined ? {} : { flag }) }
      if (status !== 'cancelled') number += 1
      return {
        id: session,
        number: Math.max(1, number),
        phase: 'induction',
        interval: 'twice-weekly',
        regular: place,
        place,
        status,
        because: [],
        alternatives: [],
        revision,
      }
    }),
    assessments: assessments.map((one) => ({ status: 'planned', revision: 0, ...one })),
    decisions: [],
    issues: [],
  }
}
