/** What a timeline is refused for: a mistake of whoever calls, named by its field and never by its value. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/kernel/refusal.ts'
import { buildTimeline } from '../../src/timeline/build-timeline.ts'
import { entriesAroundDose, entriesBetween } from '../../src/timeline/entries-between.ts'
import { lastBefore } from '../../src/timeline/last-before.ts'
import { describeLine } from '../../src/timeline/summary-catalogue.ts'
import { treatmentSummary } from '../../src/timeline/treatment-summary.ts'
import { trendInWindow } from '../../src/timeline/trend-in-window.ts'
import { at, courseOf } from '../course/courses.ts'
import { hostile, hostileValues, spoiled } from '../entries/hostile.ts'
import { nothing } from './situations.ts'
import { measured, personOf, scored, sixSessions, visitOf } from './treatment.ts'

const now = at('2026-10-24T09:00:00-04:00')
type Call = (...given: readonly never[]) => unknown

/** The refusal of a call; nothing where it answered. */
function refusalOf(call: Call, ...given: readonly unknown[]): Refusal | undefined {
  try {
    Reflect.apply(call, undefined, given)
    return undefined
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
}

const medicine = { status: 'active', intent: 'order' }
const note = { id: 'n', at: '2026-10-01', text: 'x' }
const score = scored(9, '2026-10-13')
const [measure] = measured(score)

test.each([
  [
    'a visit of another person',
    { patient: personOf({ id: 'p1' }), sessions: [visitOf(1, [], { patient: 'p2' })] },
    'bad-argument',
    'sessions[0].patient',
  ],
  [
    'visits of two persons',
    { sessions: [visitOf(1, [], { patient: 'p1' }), visitOf(2, [], { patient: 'p2' })] },
    'bad-argument',
    'sessions[1].patient',
  ],
  [
    'a course of another person',
    { patient: personOf({ id: 'p1' }), course: courseOf({ patient: 'p2' }) },
    'bad-argument',
    'course.patient',
  ],
  [
    'two logs of one id that differ',
    { sessions: [visitOf(1), visitOf(2, [], { id: 'visit-s1' })] },
    'bad-argument',
    'sessions[1].id',
  ],
  [
    'a visit that did not come through the door',
    { sessions: [{ ...visitOf(1) }] },
    'not-parsed',
    'sessions[0]',
  ],
  ['a course that did not come through the door', { course: { ...courseOf() } }, 'not-parsed', 'course'],
  ['a record that did not come through the door', { patient: {} }, 'not-parsed', 'patient'],
  ['no list of visits', { sessions: undefined }, 'bad-argument', 'sessions'],
  ['no list of measures', { measures: {} }, 'bad-argument', 'measures'],
  [
    'an instrument that did not come through the door',
    { measures: [{ instrument: {}, scores: [] }] },
    'not-parsed',
    'measures[0].instrument',
  ],
  [
    'a score of another instrument',
    { measures: [{ ...measure, scores: [{ ...score, instrument: { id: 'madrs', version: '1' } }] }] },
    'mixed-instruments',
    'measures[0].scores[0].instrument',
  ],
  [
    'a total that is no number',
    { measures: [{ ...measure, scores: [{ ...score, total: Number.NaN }] }] },
    'bad-argument',
    'measures[0].scores[0].total',
  ],
  [
    'a total of what is incomplete',
    { measures: [{ ...measure, scores: [{ ...score, status: 'incomplete' }] }] },
    'bad-argument',
    'measures[0].scores[0].total',
  ],
  [
    'a total without its exact number',
    { measures: [{ ...measure, scores: [{ ...score, exact: null }] }] },
    'bad-argument',
    'measures[0].scores[0].exact',
  ],
  [
    'a day of no calendar',
    { measures: [{ ...measure, scores: [{ ...score, takenAt: '2026-02-30' }] }] },
    'bad-date',
    'measures[0].scores[0].takenAt',
  ],
  [
    'a definition that is none',
    { measures: [{ ...measure, definition: 'halved' }] },
    'bad-argument',
    'measures[0].definition',
  ],
  [
    'a medicine of a status nobody knows',
    { medications: [{ ...medicine, status: 'taken' }] },
    'bad-argument',
    'medications[0].status',
  ],
  [
    'a medicine of an intent nobody knows',
    { medications: [{ ...medicine, intent: 'wish' }] },
    'bad-argument',
    'medications[0].intent',
  ],
  [
    'a medicine with two ends',
    { medications: [{ ...medicine, lastTaken: '2026', period: { end: '2026' } }] },
    'bad-argument',
    'medications[0].lastTaken',
  ],
  [
    'a medicine from no day',
    { medications: [{ ...medicine, period: { start: 'May' } }] },
    'bad-date',
    'medications[0].period.start',
  ],
  [
    'a medicine with codes that are none',
    { medications: [{ ...medicine, codes: [{ code: 7 }] }] },
    'bad-argument',
    'medications[0].codes',
  ],
  ['two notes of one id', { notes: [note, note] }, 'bad-argument', 'notes[1].id'],
  ['a note without a day', { notes: [{ ...note, at: undefined }] }, 'bad-date', 'notes[0].at'],
  ['a note about a number', { notes: [{ ...note, about: [7] }] }, 'bad-argument', 'notes[0].about'],
  ['a note without words', { notes: [{ ...note, text: 7 }] }, 'bad-argument', 'notes[0].text'],
  ['an exposure that is none', { earlier: [{ product: 'none' }] }, 'unknown-product', 'earlier[0].product'],
])('%s is refused', (_, members, code, path) => {
  const refusal = refusalOf(buildTimeline, { ...nothing, ...members }, now)
  expect([refusal?.code, refusal?.path]).toEqual([code, path])
})

test.each([
  [{ ...now, zone: 'Mars/Base' }, 'unknown-zone'],
  [{ ...now, asOf: 'now' }, 'bad-argument'],
  [{ ...now, content: {} }, 'not-parsed'],
  [undefined, 'bad-argument'],
])('a context that is none is refused', (context, code) => {
  expect(refusalOf(buildTimeline, nothing, context)?.code).toBe(code)
})

test('anything in any place is refused or answered, and nothing else comes out', () => {
  const timeline = buildTimeline(sixSessions(), now)
  const calls: readonly (readonly [Call, ...unknown[]])[] = [
    [buildTimeline, sixSessions(), now],
    [treatmentSummary, timeline, now],
    [entriesBetween, timeline, { from: '2026-10-01', to: '2026-10-31' }],
    [entriesAroundDose, timeline, { dose: 'dose/visit-s1', hoursBefore: 1, hoursAfter: 1 }],
    [lastBefore, timeline, { at: '2026-10-20', kind: 'dose' }],
    [trendInWindow, timeline, { instrument: 'phq-9', from: '2026-10-01', to: '2026-10-31' }],
    [describeLine, { code: 'sessions/given', values: { given: 1, planned: 2 }, entries: [] }],
  ]
  let refused = 0
  for (const [call, ...good] of calls) {
    for (const one of hostileValues) {
      for (const given of [[one()], [one(), good[1]], [good[0], one()]]) {
        if (refusalOf(call, ...given) !== undefined) refused += 1
      }
    }
  }
  expect(refused).toBeGreaterThan(100)
})

test('a good question with one thing wrong inside is refused or answered in JSON', () => {
  const question = {
    ...sixSessions(),
    medications: [{ ...medicine, period: { start: '2026-10' }, codes: [{ system: 's', code: 'c' }] }],
    earlier: [{ product: 'esketamine-nasal', sessions: 2, mg: 100 }],
  }
  const place = fc.tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), hostile)
  fc.assert(
    fc.property(place, ([steps, { value }]) => {
      const given = spoiled([question, now], steps, value)
      if (!Array.isArray(given)) return
      let timeline: unknown
      try {
        timeline = Reflect.apply(buildTimeline, undefined, given)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Refusal)
        return
      }
      expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline)
    }),
    { numRuns: 200 },
  )
})
