/** What holds of every log, however it came about. @module */
import { expect } from 'vitest'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { instantMs } from '../../src/kernel/time.ts'
import { replaySession } from '../../src/session/replay.ts'
import type { Session, SessionEvent } from '../../src/session/session.schema.ts'
import type { SessionState } from '../../src/session/state.ts'
import { booked, calm, clock, device, entry, midnight, sessionOf, shuffled, watchedAt } from './arbitrary.ts'

const end = watchedAt(24 * 60 - 1)

/** The state without the list of what was left out. */
function heart({ leftOut: _leftOut, ...rest }: SessionState) {
  return rest
}

/** The place in an array plays no part. */
export function orderChangesNothing(session: Parsed<Session>, seed: number, minutes: number): void {
  const mixed = sessionOf(shuffled(session.events, seed))
  const context = watchedAt(minutes)
  // As text, so that the order of members has to agree too.
  expect(JSON.stringify(replaySession(mixed, context))).toBe(JSON.stringify(replaySession(session, context)))
}

/** Sent twice, word for word, a log is the same log. */
export function repeatingChangesNothing(session: Parsed<Session>, minutes: number): void {
  const once = replaySession(session, watchedAt(minutes))
  const twice = replaySession(sessionOf([...session.events, ...session.events]), watchedAt(minutes))
  expect(heart(twice)).toEqual(heart(once))
  expect(twice.leftOut.length).toBe(once.leftOut.length + session.events.length)
}

/** A log of the originals that counted tells the same; only for logs without corrections and conflicts. */
export function originalsReplay(session: Parsed<Session>): void {
  const once = replaySession(session, end)
  const again = replaySession(sessionOf(once.entries.map(({ original }) => original)), end)
  expect(heart(again)).toEqual(heart(once))
}

/** Every entry of the log is one that counts, or is listed with the reason. */
export function nothingIsLost(session: Parsed<Session>, minutes: number): void {
  const { entries, leftOut } = replaySession(session, watchedAt(minutes))
  // An entry that may read one way or another counts as each of them, and is one entry.
  const counted = [...new Set(entries.map(({ original }) => original))]
  const ids = [...counted.map(({ id }) => id), ...leftOut.map(({ id }) => id)].sort()
  expect(ids).toEqual(session.events.map(({ id }) => id).sort())
}

/** Nothing of later than the moment counts, and what counts stands in the order of time. */
export function nothingIsAhead(session: Parsed<Session>, minutes: number): void {
  const { entries, effects, anchors } = replaySession(session, watchedAt(minutes))
  const now = midnight + minutes * 60_000
  const times = entries.flatMap((one) => (one.at === undefined ? [] : [instantMs(one.at)]))
  expect(times.every((ms) => ms <= now)).toBe(true)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(entries.slice(times.length).every(({ untimed }) => untimed !== undefined)).toBe(true)
  for (const { entry: seen, resolved } of effects) {
    if (seen.at !== undefined && resolved?.at !== undefined)
      expect(instantMs(resolved.at)).toBeGreaterThanOrEqual(instantMs(seen.at))
  }
  const { start, end: last } = anchors
  if (start?.at !== undefined && last?.at !== undefined)
    expect(instantMs(last.at)).toBeGreaterThanOrEqual(instantMs(start.at))
}

/** A state is plain and frozen, and the log is as it was. */
export function stateIsPlain(session: Parsed<Session>): void {
  const before = JSON.stringify(session)
  const state = replaySession(session, end)
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  expect(isFrozenThroughout(state)).toBe(true)
  expect(JSON.stringify(session)).toBe(before)
}

function isFrozenThroughout(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout)
}

/** A visit with everything that has to be seen; two tablets, each with a count of its own. */
export function wholeVisit(): SessionEvent[] {
  return [
    entry('booked', 480, booked('esketamine-nasal', 2), { recorder: 'desk', sequence: 1 }),
    entry('arrived', 500, { type: 'arrived' }, { recorder: 'desk', sequence: 2 }),
    entry('before', 510, calm, { sequence: 1 }),
    entry('first', 540, device, { sequence: 2 }),
    entry('second', 545, device, { sequence: 3 }),
    entry(
      'dizzy',
      560,
      { type: 'effect-observed', effect: { effect: 'dizziness', reportedBy: 'nurse' } },
      { sequence: 4 },
    ),
    entry('forty', 585, calm, { sequence: 5 }),
    entry('gone', 600, { type: 'effect-resolved', of: 'dizzy' }, { sequence: 6 }),
    entry('two-hours', 666, calm, { sequence: 7 }),
    entry('ready', 670, { type: 'found-ready' }, { recorder: 'doctor', by: 'clinician', sequence: 1 }),
  ]
}

/** Nobody becomes ready because times were lost, whatever else stands in the log. */
export function lostTimesReadyNobody(extra: readonly SessionEvent[], lost: readonly number[]): void {
  const whole = [...wholeVisit(), ...extra.map((one) => ({ ...one, id: `extra-${one.id}` }))]
  const blanked = whole.map((event, place) => {
    if (!lost.includes(place)) return event
    const { at: _lost, ...rest } = event
    return rest
  })
  const isReady = replaySession(sessionOf(whole), end).phase === 'ready'
  const isReadyThen = replaySession(sessionOf(blanked), end).phase === 'ready'
  expect(isReadyThen && !isReady).toBe(false)
}

/** A clock that fell back at one entry: nothing of its recorder has a time, and nothing is complete. */
export function fallenClock(place: number, minutes: number): void {
  const events = wholeVisit().map((event, at) => ({ ...event, recorder: 'one', sequence: at }))
  const fallen = events.map((event, at) =>
    at < place ? event : { ...event, at: clock((instantMs(event.at ?? '') - midnight) / 60_000 - minutes) },
  )
  const state = replaySession(sessionOf(fallen), end)
  expect(state.entries.length).toBe(fallen.length)
  for (const one of state.entries) {
    expect(one.at).toBeUndefined()
    expect(one.untimed).toBe('clock-ran-backwards')
  }
  expect(state.anchors.start?.at).toBeUndefined()
  expect(state.anchors.end?.at).toBeUndefined()
  expect(state.phase).not.toBe('ready')
  expect(state.issues.map(({ code }) => code)).toContain('clock-not-relied-on')
}
