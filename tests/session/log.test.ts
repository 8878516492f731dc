/** A log is read the same however it came about. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replaySession } from '../../src/session/replay.ts'
import { calm, device, entry, events, logs, sessionOf, shuffled, watchedAt } from './arbitrary.ts'
import {
  fallenClock,
  lostTimesReadyNobody,
  nothingIsAhead,
  nothingIsLost,
  orderChangesNothing,
  originalsReplay,
  repeatingChangesNothing,
  stateIsPlain,
  wholeVisit,
} from './log-laws.ts'

const moment = fc.integer({ min: 470, max: 1439 })
const runs = { numRuns: 300 }

test('law: the place of an entry in the array plays no part', () => {
  fc.assert(fc.property(logs(14), fc.nat(), moment, orderChangesNothing), runs)
})

test('law: a log sent twice is the same log', () => {
  fc.assert(fc.property(logs(14), moment, repeatingChangesNothing), runs)
})

test('law: the originals that counted tell the same once more', () => {
  fc.assert(fc.property(logs(14, { clocks: true }), originalsReplay), runs)
})

test('law: every entry counts or is listed with its reason', () => {
  fc.assert(fc.property(logs(14), moment, nothingIsLost), runs)
})

test('law: nothing of later counts, and no duration is negative', () => {
  fc.assert(fc.property(logs(14), moment, nothingIsAhead), runs)
})

test('law: a state is plain and frozen, and its log stays as it was', () => {
  fc.assert(fc.property(logs(10), stateIsPlain), runs)
})

test('law: losing times makes nobody ready', () => {
  fc.assert(
    fc.property(
      events(6, { clocks: true }),
      fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 4 }),
      lostTimesReadyNobody,
    ),
    runs,
  )
})

test('B-028: two entries of one instant, shuffled a thousand times, are one state', () => {
  const log = [
    ...wholeVisit(),
    entry('same-a', 666, { ...calm }, { recorder: 'trolley', sequence: 1 }),
    entry('same-b', 666, { type: 'note', text: 'Awake.' }, { recorder: 'trolley', sequence: 2 }),
    entry('same-c', 666, { type: 'asked', about: 'side-effects', answer: 'none' }, { recorder: 'app' }),
  ]
  const state = JSON.stringify(replaySession(sessionOf(log), watchedAt(800)))
  for (let seed = 1; seed <= 1000; seed += 1) {
    const mixed = sessionOf(shuffled(log, seed * 7919))
    expect(JSON.stringify(replaySession(mixed, watchedAt(800)))).toBe(state)
  }
})

test('at one instant the recorder, its count and the id make the order', () => {
  const log = [
    entry('z', 600, device, { recorder: 'a', sequence: 2 }),
    entry('y', 600, device, { recorder: 'b', sequence: 1 }),
    entry('x', 600, device, { recorder: 'a', sequence: 1 }),
    entry('w', 600, device, { recorder: 'a', sequence: 2 }),
  ]
  const { entries } = replaySession(sessionOf(log), watchedAt(700))
  expect(entries.map(({ id }) => id)).toEqual(['x', 'w', 'z', 'y'])
})

test.each(
  wholeVisit()
    .slice(1)
    .map((event, place) => [event.id, place + 1] as const),
)(
  'R-22, B-031: a clock that falls 20 minutes at “%s” leaves no time of its recorder standing',
  (_id, place) => {
    const whole = wholeVisit()
    const gap = (Date.parse(whole[place]?.at ?? '') - Date.parse(whole[place - 1]?.at ?? '')) / 60_000
    fallenClock(place, gap + 20)
  },
)
