/** Visits as far as exposure reads them: what was given, of which product, and on which day. @module */

import type { Span } from '../dosing/span.ts'
import { anotherCourse, idClash, tooManySessions } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { canonical } from '../kernel/digest.ts'
import { fractionOf } from '../kernel/fraction.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumberAt, type Instant, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import { replaySession } from '../session/replay.ts'
import type { Session } from '../session/session.schema.ts'
import type { SessionState } from '../session/state.ts'
import type { CourseFault } from './forecast-shape.ts'

/** A visit in which something was given, or may have been. */
export interface ExposedVisit {
  readonly state: SessionState
  readonly product: string | undefined
  readonly exposed: Exclude<Truth, 'no'>
  readonly mg: Span
  /** `mixed`: its entries count two salts, and no sum can be made of them. */
  readonly as: SessionState['delivered']['as'] | 'mixed'
  /** Start of what was given; left out where nobody knows. */
  readonly at: Instant | undefined
  /** Its civil day in the zone, counted from 1970-01-01. */
  readonly day: number | undefined
}

/** The logs of a person as they stood at the moment. */
export interface ReadVisits {
  readonly states: readonly SessionState[]
  readonly exposed: readonly ExposedVisit[]
}

// Two sessions a week for a hundred years.
const mostSessions = 10_000

/** The logs, each once, in the order of their ids; or why they do not belong together. */
export function readVisits(
  sessions: readonly Parsed<Session>[],
  patient: string | undefined,
  context: Context,
): Result<ReadVisits, CourseFault> {
  if (sessions.length > mostSessions) return err({ code: tooManySessions.code, path: 'sessions' })
  const byId = new Map<string, Parsed<Session>>()
  let person = patient
  for (const [at, session] of sessions.entries()) {
    demandParsed(session, `sessions[${at}]`)
    person ??= session.patient
    if (session.patient !== undefined && session.patient !== person)
      return err({ code: anotherCourse.code, path: `sessions[${at}].patient` })
    const known = byId.get(session.id)
    if (known !== undefined && canonical(known) !== canonical(session))
      return err({ code: idClash.code, path: `sessions[${at}].id` })
    byId.set(session.id, session)
  }
  const states = [...byId.keys()].sort().flatMap((id): SessionState[] => {
    const session = byId.get(id)
    return session === undefined ? [] : [replaySession(session, context)]
  })
  return ok({ states, exposed: states.flatMap((state) => exposedIn(state, context.zone)) })
}

function exposedIn(state: SessionState, zone: string): readonly ExposedVisit[] {
  const { delivered, anchors, booked } = state
  const { start } = anchors
  if (start === undefined || delivered.most?.value === 0) return []
  const { least, most } = delivered
  const at = start.at
  return [
    {
      state,
      product: booked?.product,
      exposed: least.value > 0 ? 'yes' : 'unknown',
      mg: { low: fractionOf(least.value), high: most === undefined ? undefined : fractionOf(most.value) },
      // Where a sum could not be made there are no parts.
      as: delivered.parts.length === 0 ? 'mixed' : delivered.as,
      at,
      day: at === undefined ? undefined : dayNumberAt(instantMs(at), zone),
    },
  ]
}
