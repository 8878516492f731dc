/** One more entry: taken where it can follow, refused with what could. */
import { expect, test } from 'vitest'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { applySessionEvent } from '../../src/session/apply.ts'
import { replaySession } from '../../src/session/replay.ts'
import { type Happening, SessionEvent } from '../../src/session/session.schema.ts'
import { booked, calm, clock, device, entry, sessionOf, watchedAt } from './arbitrary.ts'
import { wholeVisit } from './log-laws.ts'

function parsed(event: SessionEvent): Parsed<SessionEvent> {
  const read = parse(SessionEvent, event)
  if (!read.ok) throw read.error
  return read.value
}

const apply = (events: readonly SessionEvent[], event: SessionEvent, minutes = 1200) =>
  applySessionEvent({ session: sessionOf(events), event: parsed(event) }, watchedAt(minutes))

/** The refusal, or nothing. */
function refusal(events: readonly SessionEvent[], event: SessionEvent, minutes = 1200) {
  const applied = apply(events, event, minutes)
  return applied.ok ? undefined : applied.error
}

const here = [entry('b', 480, booked('esketamine-nasal', 2)), entry('a', 500, { type: 'arrived' })]

test('an entry that can follow is added, and the session before stays as it was', () => {
  const session = sessionOf(here)
  const applied = applySessionEvent({ session, event: parsed(entry('d', 540, device)) }, watchedAt(541))
  expect(session.events.map(({ id }) => id)).toEqual(['b', 'a'])
  if (!applied.ok) throw new Error(applied.error.code)
  expect(applied.value.session.events.map(({ id }) => id)).toEqual(['b', 'a', 'd'])
  expect(applied.value.state).toEqual(replaySession(applied.value.session, watchedAt(541)))
  expect(applied.value.state.phase).toBe('dosing')
  expect(Object.isFrozen(applied.value.session.events)).toBe(true)
})

test('one that cannot is refused with illegal-transition, where the visit stands, and what can follow', () => {
  expect(refusal(here, entry('p', 510, { type: 'infusion-paused' }))).toEqual({
    code: 'illegal-transition',
    from: 'arrived',
    legal: [
      'booked',
      'answered',
      'asked',
      'vitals',
      'scale',
      'dose-refused',
      'device-given',
      'dose-given',
      'infusion-started',
      'loss-reported',
      'wasted',
      'effect-observed',
      'effect-resolved',
      'rescue-given',
      'requested',
      'note',
      'handover',
      'referred',
      'transferred',
      'admitted',
      'outcome',
      'reviewed',
      'left',
      'left-against-advice',
      'aborted',
      'cancelled',
      'corrected',
      'voided',
    ],
  })
})

test('after the visit only what is learnt of it later can follow', () => {
  const left = [...wholeVisit(), entry('left', 680, { type: 'left' }, { sequence: 8 })]
  expect(refusal(left, entry('v', 700, calm, { sequence: 9 }))).toEqual({
    code: 'illegal-transition',
    from: 'departed',
    legal: [
      'effect-observed',
      'effect-resolved',
      'note',
      'referred',
      'admitted',
      'outcome',
      'reviewed',
      'corrected',
      'voided',
    ],
  })
  const later: readonly SessionEvent['what'][] = [
    { type: 'effect-observed', effect: { effect: 'headache', reportedBy: 'patient' } },
    { type: 'effect-resolved', of: 'dizzy' },
    { type: 'note', text: 'Called.' },
    { type: 'referred', to: 'cardiology' },
    { type: 'admitted' },
    { type: 'outcome', of: 'dizzy', word: 'settled' },
    { type: 'reviewed', of: 'dizzy' },
    { type: 'corrected', of: 'forty', to: calm },
    { type: 'voided', of: 'forty' },
  ]
  for (const what of later)
    expect(refusal(left, entry('later', 900, what, { recorder: 'desk', sequence: 9 }))).toBeUndefined()
})

test('nobody is found ready while something is open: ready-not-shown', () => {
  const found = entry('ready', 670, { type: 'found-ready' }, { recorder: 'doctor' })
  const open = wholeVisit().filter(({ id }) => id !== 'ready' && id !== 'forty')
  const refused = refusal(open, found)
  expect([refused?.code, refused?.from]).toEqual(['ready-not-shown', 'observing'])
  expect(refused?.legal).not.toContain('found-ready')
  const whole = wholeVisit().filter(({ id }) => id !== 'ready')
  expect(refusal(whole, found)).toBeUndefined()
  expect(refusal(whole, entry('p', 670, { type: 'infusion-paused' }, { sequence: 8 }))?.legal).toContain(
    'found-ready',
  )
})

test('what was forgotten is judged at its own place in time', () => {
  const late = entry('late', 505, { type: 'handover', to: 'evening' }, { late: true, sequence: 8 })
  const left = [...wholeVisit(), entry('left', 680, { type: 'left' }, { sequence: 9 })]
  expect(refusal(left, late)).toBeUndefined()
  expect(refusal(left, { ...late, at: clock(700) })?.from).toBe('departed')
  const early = entry('early', 490, { type: 'left' }, { late: true, sequence: 8 })
  expect(refusal(left, early)?.from).toBe('booked')
})

test('an id that is taken is refused with id-taken, whatever it says', () => {
  for (const what of [{ type: 'arrived' }, calm] satisfies Happening[])
    expect(refusal(here, entry('a', 510, what))).toMatchObject({ code: 'id-taken', from: 'arrived' })
})

test('B-030: five minutes ahead are taken, one step more is refused with event-ahead', () => {
  const ahead = (minutes: number) => entry('v', minutes, calm)
  const taken = apply(here, ahead(515), 510)
  expect(taken.ok && taken.value.state.leftOut).toEqual([{ id: 'v', why: 'after-as-of' }])
  expect(taken.ok && taken.value.state.phase).toBe('arrived')
  expect(refusal(here, { ...ahead(515), at: clock(515.001) }, 510)).toMatchObject({
    code: 'event-ahead',
    from: 'arrived',
  })
  // It is judged at its own time: a little ahead it can be as impossible as now.
  expect(refusal(here, entry('p', 512, { type: 'infusion-paused' }), 510)?.code).toBe('illegal-transition')
})

test('a correction has to speak of something', () => {
  const correct = (id: string, of: string) => entry(id, 520, { type: 'voided', of })
  expect(refusal(here, correct('c', 'nobody'))?.code).toBe('correction-of-nothing')
  expect(refusal(here, correct('c', 'c'))?.code).toBe('correction-in-a-circle')
  expect(refusal(here, correct('c', 'a'))).toBeUndefined()
})

test('an entry without a time stands last, and can make nobody ready', () => {
  const whole = wholeVisit().filter(({ id }) => id !== 'ready')
  const { at: _lost, ...found } = entry('ready', 670, { type: 'found-ready' }, { recorder: 'doctor' })
  expect(refusal(whole, found)?.code).toBe('ready-not-shown')
})

test('a log that is full takes no more: too-large', () => {
  const note: Happening = { type: 'note', text: '' }
  const full = Array.from({ length: 100_000 }, (_, at) => entry(`n${at}`, 500, note, { sequence: at }))
  expect(refusal(full, entry('more', 600, note))?.code).toBe('too-large')
})

test('arguments that did not come through the door are refused', () => {
  const session = sessionOf(here)
  const event = parsed(entry('v', 510, calm))
  const now = watchedAt(520)
  const code = (call: () => unknown) => {
    try {
      call()
      return undefined
    } catch (thrown) {
      return thrown
    }
  }
  // @ts-expect-error: no addition at all
  expect(code(() => applySessionEvent(undefined, now))).toMatchObject({
    code: 'bad-argument',
    path: 'addition',
  })
  // Copies do not carry the mark.
  expect(code(() => applySessionEvent({ session: { ...session }, event }, now))).toMatchObject({
    code: 'not-parsed',
    path: 'session',
  })
  expect(code(() => applySessionEvent({ session, event: { ...event } }, now))).toMatchObject({
    code: 'not-parsed',
    path: 'event',
  })
})
