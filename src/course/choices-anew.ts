/** Sessions that wait for a choice, after the sessions beside them changed: what they may choose among. @module */

import { ok, type Result } from '../kernel/result.ts'
import type { AmountFault } from './amounts.ts'
import type { PlannedSession } from './course.schema.ts'
import type { CourseState } from './course-state.ts'
import { placesAmong } from './places-of-session.ts'

/** These sessions, with the alternatives of each that waits for a choice as they are while all others stay as here. */
export function choicesAnew(
  sessions: readonly PlannedSession[],
  state: CourseState,
): Result<readonly PlannedSession[], AmountFault> {
  const own = new Map(state.course.sessions.map((session) => [session.id, session]))
  const over = new Set(
    state.standings.filter(({ word }) => word !== 'to-come').map(({ session }) => session.id),
  )
  const coming = sessions.filter(({ id, status }) => status !== 'cancelled' && !over.has(id))
  const waiting = coming.filter(({ status }) => status === 'to-choose')
  // As long as nothing has changed its place, neither has what may be chosen.
  const isSame = sessions.every((one) => isAlike(one, own.get(one.id))) && sessions.length === own.size
  if (waiting.length === 0 || isSame) return ok(sessions)
  const places = placesAmong(waiting, coming, state)
  if (!places.ok) return places
  const found = new Map(waiting.map(({ id }, at) => [id, places.value[at] ?? []]))
  return ok(
    sessions.map((session): PlannedSession => {
      const alternatives = found.get(session.id)
      if (alternatives === undefined) return session
      const isFree = alternatives.some(({ at }) => at === session.regular.at)
      return { ...session, alternatives: [...alternatives], because: isFree ? [] : session.because }
    }),
  )
}

function isAlike(now: PlannedSession, was: PlannedSession | undefined): boolean {
  if (was === undefined) return false
  const isOff = now.status === 'cancelled'
  return (
    now.place.at === was.place.at && isOff === (was.status === 'cancelled') && now.interval === was.interval
  )
}
