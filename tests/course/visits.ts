/** Logs of visits, as short as a course needs them. @module */
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { formatInstant, instantMs } from '../../src/kernel/time.ts'
import { type Happening, Session, type SessionEvent } from '../../src/session/session.schema.ts'

/** How a visit is written down. */
export interface Options {
  /** Id of the log; left out, `visit-` and the id of the planned session, or the time. */
  readonly id?: string
  readonly product?: 'esketamine-nasal' | 'ketamine-iv'
  /** mg as ordered, where another amount than was given; null: nothing ordered was written down. */
  readonly ordered?: number | null
  readonly course?: string
  readonly patient?: string
  /** Number in the course, where it was booked by one. */
  readonly number?: number
  readonly kind?: 'preparation' | 'dosing' | 'integration' | 'evaluation'
  /** Nobody wrote down when it was. */
  readonly untimed?: boolean
}

type Written = readonly [minutes: number | null, what: SessionEvent['what'], more?: Partial<SessionEvent>]

const after = (at: string, minutes: number): string => formatInstant(instantMs(at) + minutes * 60_000, 0)

/** A log through the door; minutes are counted from the start. */
export function logOf(
  session: string | null,
  at: string,
  written: readonly Written[],
  opts: Options = {},
): Parsed<Session> {
  const log = parse(Session, {
    format: 'ketamine-treatment/session/1',
    id: opts.id ?? `visit-${session ?? at}`,
    ...(opts.patient === undefined ? {} : { patient: opts.patient }),
    events: written.map(([minutes, what, more], index) => ({
      id: `e${index + 1}`,
      ...(minutes === null || opts.untimed === true ? {} : { at: after(at, minutes) }),
      sequence: index + 1,
      recorder: 'desk',
      by: 'nurse',
      source: 'person',
      what,
      ...more,
    })),
  })
  if (!log.ok) throw log.error
  return log.value
}

/** What was booked. */
export function booking(
  session: string | null,
  at: string,
  mg: number | null,
  opts: Options = {},
): Happening {
  const { product = 'esketamine-nasal', course, number, kind = 'dosing', ordered = mg } = opts
  const dose =
    ordered === null || kind !== 'dosing'
      ? {}
      : product === 'esketamine-nasal'
        ? { dose: { basis: 'devices' as const, count: ordered / 28 } }
        : { dose: { basis: 'fixed' as const, amount: { value: ordered, unit: 'mg' }, as: 'base' as const } }
  return {
    type: 'booked',
    kind,
    product,
    ...dose,
    ...(session === null ? {} : { session }),
    ...(course === undefined ? {} : { course }),
    ...(number === undefined ? {} : { number }),
    ...(opts.untimed === true ? {} : { for: at }),
  }
}

/** What was given: whole devices of 28 mg five minutes apart, or an infusion of 40 minutes. */
function administrations(mg: number, product: Options['product']): readonly Written[] {
  if (product === 'ketamine-iv') {
    const concentration = { value: 1, unit: 'mg/mL' }
    const rate = { value: (mg * 60) / 40, unit: 'mL/h' }
    return [
      [0, { type: 'infusion-started', concentration, as: 'base', rate }],
      [40, { type: 'infusion-stopped', why: 'complete' }],
    ]
  }
  return Array.from(
    { length: mg / 28 },
    (_, at): Written => [
      at * 5,
      { type: 'device-given', outcome: 'complete', holds: { value: 28, unit: 'mg' } },
    ],
  )
}

/** A visit in which so many milligrams were given, from the instant on. */
export function given(session: string | null, at: string, mg: number, opts: Options = {}): Parsed<Session> {
  return logOf(
    session,
    at,
    [
      [-60 * 24, booking(session, at, mg, opts)],
      [-20, { type: 'arrived' }],
      ...administrations(mg, opts.product),
      [125, { type: 'left' }],
    ],
    opts,
  )
}

/** The same, written down two days later. */
export function late(session: string | null, at: string, mg: number, opts: Options = {}): Parsed<Session> {
  return logOf(
    session,
    at,
    [
      [-60 * 24, booking(session, at, mg, opts)],
      ...(
        [[-20, { type: 'arrived' }], ...administrations(mg, opts.product), [125, { type: 'left' }]] as const
      ).map(([minutes, what]): Written => [minutes, what, { late: true, recorder: 'office' }]),
    ],
    opts,
  )
}

/** First written down as if nobody had come, and then corrected. */
export function corrected(
  session: string | null,
  at: string,
  mg: number,
  opts: Options = {},
): Parsed<Session> {
  return logOf(
    session,
    at,
    [
      [-60 * 24, booking(session, at, mg, opts)],
      [0, { type: 'no-show' }],
      [60 * 24, { type: 'voided', of: 'e2' }],
      [-20, { type: 'arrived' }, { late: true, recorder: 'office' }],
      ...administrations(mg, opts.product).map(
        ([minutes, what]): Written => [minutes, what, { late: true, recorder: 'office' }],
      ),
      [125, { type: 'left' }, { late: true, recorder: 'office' }],
    ],
    opts,
  )
}

/** A visit that was broken off after so many milligrams of those that were ordered. */
export function aborted(
  session: string | null,
  at: string,
  mg: number,
  opts: Options & { readonly ordered: number },
): Parsed<Session> {
  return logOf(
    session,
    at,
    [
      [-60 * 24, booking(session, at, mg, opts)],
      [-20, { type: 'arrived' }],
      ...administrations(mg, opts.product),
      [45, { type: 'aborted' }],
      [125, { type: 'left' }],
    ],
    opts,
  )
}

/** Nobody came. */
export function noShow(session: string | null, at: string, opts: Options = {}): Parsed<Session> {
  return logOf(
    session,
    at,
    [
      [-60 * 24, booking(session, at, 56, opts)],
      [30, { type: 'no-show' }],
    ],
    opts,
  )
}

/** Called off the day before. */
export function cancelled(session: string | null, at: string, opts: Options = {}): Parsed<Session> {
  return logOf(
    session,
    at,
    [
      [-60 * 48, booking(session, at, 56, opts)],
      [-60 * 24, { type: 'cancelled' }],
    ],
    opts,
  )
}

/** A visit of another kind, in which nothing is given. */
export function talk(
  kind: 'preparation' | 'integration' | 'evaluation',
  at: string,
  opts: Options = {},
): Parsed<Session> {
  return logOf(
    null,
    at,
    [
      [-60 * 24, booking(null, at, null, { ...opts, kind })],
      [0, { type: 'arrived' }],
      [50, { type: 'left' }],
    ],
    { id: `visit-${kind}-${at}`, ...opts },
  )
}
