/** Sessions of a step back into another phase: its interval is used, and the phase is not gone through again. @module */
import { instantMs } from '../kernel/time.ts'
import type { CourseDecision, PlannedSession } from './course.schema.ts'

/**
 * The phase each session of a step back was stepped back from, by the id of the session.
 *
 * A step back says an interval and not for how long: its sessions belong to a phase that is denser, as far as limits and
 * doses go, while what is said of that phase as a part of the course, its end, its reviews and its missed sessions, does
 * not speak of them.
 *
 * @param sessions - those that are not cancelled, in the order of time
 * @param decisions - in the order of time
 */
export function steppedBack(
  sessions: readonly PlannedSession[],
  decisions: readonly CourseDecision[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const one of decisions) {
    if (one.kind !== 'missed' || one.option === 'continue') continue
    const missed = sessions.find(({ id }) => id === one.session)
    const from = missed && (found.get(missed.id) ?? missed.phase)
    const after = sessions.filter(({ place }) => instantMs(place.at) >= instantMs(one.at))
    // What a decision lays out anew takes the place of what one before it did.
    for (const { id } of after) found.delete(id)
    const to = one.option === 'step-back' ? one.to?.phase : undefined
    if (to === undefined || from === undefined || to === from) continue
    const first = after.findIndex(({ phase }) => phase === to)
    if (first < 0) continue
    for (const { id, phase } of after.slice(first)) {
      if (phase !== to) break
      found.set(id, from)
    }
  }
  return found
}
