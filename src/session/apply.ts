/** One more entry in the log of a visit, or why it is refused. @module */

import { isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import { badArgument, readyNotShown } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { demandParsed, markParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { clockSkewMs } from '../patient/moment.ts'
import { type Folded, foldAt } from './replay.ts'
import type { Session, SessionEvent } from './session.schema.ts'
import type { Phase, SessionState } from './state.ts'

/** A visit, and what is to be added to its log. */
export interface NewEvent {
  readonly session: Parsed<Session>
  readonly event: Parsed<SessionEvent>
}

/** The visit with the entry in it. */
export interface Applied {
  readonly session: Parsed<Session>
  readonly state: SessionState
}

/** Why an entry was not added: the code, where the visit stands, and which kinds of entry can be added there. */
export interface EventRefused {
  readonly code:
    | 'illegal-transition'
    | 'ready-not-shown'
    | 'id-taken'
    | 'event-ahead'
    | 'correction-of-nothing'
    | 'correction-in-a-circle'
    | 'too-large'
  /** Where the visit stood at the time of the entry; for what no time makes possible, where it stands. */
  readonly from: Phase
  readonly legal: readonly string[]
}

/** As many entries as a log that comes through the door may hold. */
const most = 100_000

/**
 * Adds an entry to the log of a visit.
 *
 * Whether it can happen is judged at its own place in the order of time, so that what was forgotten can be written down
 * later. Nothing is changed in place. An entry dated up to five minutes ahead is taken, for clocks differ; the state
 * does not know it before its time.
 *
 * @param addition - a parsed session and a parsed entry
 * @param context - the instant, the zone, the pack and the policy
 * @returns the session with the entry and its state at `asOf`; or a code, where the visit stands, and the kinds of
 *   entry that can be added there
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-zone`, `policy-incomplete`
 *
 * @example
 * ```ts
 * const event = parse(SessionEvent, {
 *   id: 'e2', at: '2026-11-22T08:58:00-05:00', sequence: 2, recorder: 'desk', by: 'nurse', source: 'person',
 *   what: { type: 'infusion-paused' },
 * })
 * if (!event.ok) throw event.error
 * const applied = applySessionEvent({ session: visit, event: event.value }, now)
 * applied.ok ? '' : [applied.error.code, applied.error.from] // => ['illegal-transition', 'arrived']
 * ```
 *
 * @see requirement R-41
 */
export function applySessionEvent(addition: NewEvent, context: Context): Result<Applied, EventRefused> {
  return answered(() => {
    if (!isObject(addition)) throw new Refusal(badArgument, 'addition')
    const { session, event } = addition
    demandParsed(session, 'session')
    demandParsed(event, 'event')
    const { ms } = momentIn(contentOf(context), context)
    if (session.events.some(({ id }) => id === event.id)) return refused('id-taken', session, context)
    if (session.events.length >= most) return refused('too-large', session, context)
    const own = event.at === undefined ? ms : instantMs(event.at)
    if (own > ms + clockSkewMs) return refused('event-ahead', session, context)
    const grown = markParsed({ ...session, events: [...session.events, event] })
    // What lies a little ahead is judged at its own time.
    const later = own > ms ? event.at : undefined
    const folded = foldAt(grown, later === undefined ? context : { ...context, asOf: later }, event.id)
    const { fared } = folded
    if (fared?.impossible !== undefined) {
      const code = fared.impossible === readyNotShown ? 'ready-not-shown' : 'illegal-transition'
      return err({ code, from: fared.from, legal: fared.legal })
    }
    const unfollowed = unfollowedIn(folded, event.id)
    if (unfollowed !== undefined) return refused(unfollowed, session, context)
    return ok({ session: grown, state: later === undefined ? folded.state : foldAt(grown, context).state })
  })
}

function unfollowedIn(
  { state }: Folded,
  id: string,
): 'correction-of-nothing' | 'correction-in-a-circle' | undefined {
  for (const one of state.leftOut) {
    if (one.id !== id) continue
    if (one.why === 'correction-of-nothing' || one.why === 'correction-in-a-circle') return one.why
  }
  return undefined
}

function refused(
  code: EventRefused['code'],
  session: Parsed<Session>,
  context: Context,
): Result<never, EventRefused> {
  const { state, legal } = foldAt(session, context)
  return err({ code, from: state.phase, legal: legal() })
}
