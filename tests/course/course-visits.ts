/** Logs of visits of a course: a session given as it was ordered, in part, or with a dose of somebody's own. @module */
import type { Course } from '../../src/course/course.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { type Happening, Session } from '../../src/session/session.schema.ts'

/** What was given, and what had been ordered. Milligrams. */
export interface GivenDose {
  readonly mg: number
  readonly ordered?: number
  /** Left out, the place of the session. */
  readonly at?: string
}

const sprayed = 28

function ordered(product: string, mg: number): Happening & { readonly type: 'booked' } {
  const dose =
    product === 'esketamine-nasal'
      ? ({ basis: 'devices', count: mg / sprayed } as const)
      : ({ basis: 'fixed', amount: { value: mg, unit: 'mg' }, as: 'base' } as const)
  return { type: 'booked', kind: 'dosing', product, dose }
}

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** What was done, each with its minutes from the start. */
function given(product: string, mg: number): readonly (readonly [minutes: number, what: Happening])[] {
  if (product === 'esketamine-nasal') {
    return Array.from({ length: mg / sprayed }, (_, at) => [
      5 * at,
      {
        type: 'device-given',
        device: at + 1,
        outcome: 'complete',
        holds: { value: sprayed, unit: 'mg' },
      },
    ])
  }
  if (product === 'ketamine-iv') {
    return [
      [
        0,
        {
          type: 'infusion-started',
          concentration: { value: 1, unit: 'mg/mL' },
          as: 'base',
          rate: { value: mg * 1.5, unit: 'mL/h' },
          volume: { value: mg, unit: 'mL' },
        },
      ],
      [40, { type: 'infusion-stopped', why: 'complete', delivered: { value: mg, unit: 'mL' } }],
    ]
  }
  const how =
    product === 'ketamine-oral'
      ? 'swallowed'
      : product === 'ketamine-sublingual'
        ? 'under-the-tongue'
        : 'injection'
  return [[0, { type: 'dose-given', how, amount: { value: mg, unit: 'mg' }, as: 'base' }]]
}

/** The log of a visit in which a planned session was given. */
export function visitOf(
  course: Course,
  session: Course['sessions'][number],
  dose: GivenDose,
): Parsed<Session> {
  const { product } = course.protocol
  const at = dose.at ?? session.place.at
  const booked = {
    ...ordered(product, dose.ordered ?? dose.mg),
    course: course.id,
    session: session.id,
    number: session.number,
    for: session.place.at,
  }
  const isShort = dose.ordered !== undefined && dose.ordered > dose.mg
  const happened: readonly (readonly [minutes: number, what: Happening])[] = [
    [-30, booked],
    [-20, { type: 'arrived' }],
    ...given(product, dose.mg),
    ...(isShort ? [[50, { type: 'aborted' }] as const] : []),
    [180, { type: 'left' }],
  ]
  const visit = parse(Session, {
    format: 'ketamine-treatment/session/1',
    id: `visit-${session.id}`,
    events: happened.map(([minutes, what], sequence) => ({
      id: `e${sequence}`,
      at: later(at, minutes),
      sequence,
      recorder: 'desk',
      by: 'nurse',
      source: 'person',
      what,
    })),
  })
  if (!visit.ok) throw new Error(`${visit.error.code} ${visit.error.path}`)
  return visit.value
}
