/** Questions to a timeline: what is surely inside, what may be, and when the answer is unknown. */
import { describe, expect, test } from 'vitest'
import { buildTimeline } from '../../src/timeline/build-timeline.ts'
import { entriesAroundDose, entriesBetween } from '../../src/timeline/entries-between.ts'
import { lastBefore } from '../../src/timeline/last-before.ts'
import type { TimelineEntry, TimelineQuestion } from '../../src/timeline/timeline-shape.ts'
import { trendInWindow } from '../../src/timeline/trend-in-window.ts'
import { at } from '../course/courses.ts'
import { asked, measured, nausea, personOf, scored, sixSessions, visitAt, visitOf } from './treatment.ts'

const now = at('2026-11-24T09:00:00-05:00')
const nothing: TimelineQuestion = { patient: personOf(), sessions: [], measures: [] }
const build = (members: Partial<TimelineQuestion>) => buildTimeline({ ...nothing, ...members }, now)
const ids = (entries: readonly TimelineEntry[]) => entries.map(({ id }) => id)
const six = build(sixSessions())

describe('entries between two times', () => {
  test('both ends included, days counted whole, kinds chosen', () => {
    const found = entriesBetween(six, { from: '2026-10-09', to: '2026-10-13', kinds: ['dose', 'score'] })
    expect(ids(found.surely)).toEqual(['dose/visit-s2', 'dose/visit-s3', 'score/phq-9/2026-10-13'])
    expect(found.possibly).toEqual([])
  })

  test('a day that reaches into the window is possibly in it, and so is what has no time', () => {
    const timeline = build({
      measures: measured(scored(9, '2026-10-13'), scored(8), scored(7, '2026-10'), scored(6, '2026-09-30')),
    })
    const found = entriesBetween(timeline, { from: '2026-10-13T12:00:00-04:00', to: '2026-10-20' })
    expect(ids(found.surely)).toEqual([])
    expect(ids(found.possibly)).toEqual([
      'score/phq-9/2026-10-13',
      'score/phq-9/2026-10',
      'score/phq-9/undated',
    ])
    expect(ids(entriesBetween(timeline, { from: '2026-10', to: '2026-10' }).surely)).toEqual([
      'score/phq-9/2026-10-13',
      'score/phq-9/2026-10',
    ])
  })

  test.each([
    [{ from: '2026-10-09', to: '2026-10-08' }, 'end-before-start'],
    [{ from: '2026-02-30', to: '2026-10-08' }, 'bad-date'],
    [{ from: '2026-10-01', to: '2026-10-08', kinds: ['doses'] }, 'bad-argument'],
    [{ from: '2026-10-01', to: '2026-10-08', kinds: 'dose' }, 'bad-argument'],
  ])('%j is refused as %s', (query, code) => {
    const ask: (timeline: typeof six, query: never) => unknown = entriesBetween
    // @ts-expect-error what no typed caller passes
    expect(() => ask(six, query)).toThrow(expect.objectContaining({ code }))
  })
})

describe('entries around a dose', () => {
  test('hours are elapsed: across a night of 25 hours a day before is 24 of them', () => {
    // The clocks go back on 1 November 2026.
    const timeline = build({
      sessions: [visitAt(null, '2026-11-01T15:00:00Z', [], { id: 'v' })],
      notes: [
        { id: 'in', at: '2026-10-31T11:00:00-04:00', text: 'x' },
        { id: 'out', at: '2026-10-31T10:59:59-04:00', text: 'x' },
      ],
    })
    const found = entriesAroundDose(timeline, { dose: 'dose/v', hoursBefore: 24, hoursAfter: 0 })
    expect(ids(found.surely)).toEqual(['note/in', 'visit/v'])
    expect(found.at).toBe('2026-11-01T15:00:00Z')
  })

  test('a score of the day is only possibly in the hours before, and never counted as in', () => {
    const timeline = build({
      sessions: [visitOf(1)],
      measures: measured(scored(20, '2026-10-06'), scored(18, '2026-10-05')),
    })
    const found = entriesAroundDose(timeline, {
      dose: 'dose/visit-s1',
      hoursBefore: 48,
      hoursAfter: 0,
      kinds: ['score'],
    })
    expect(ids(found.surely)).toEqual(['score/phq-9/2026-10-05'])
    expect(ids(found.possibly)).toEqual(['score/phq-9/2026-10-06'])
  })

  test('around a dose without a time anything may be', () => {
    const timeline = build({ sessions: [visitOf(1), visitOf(2, [], { untimed: true })] })
    const found = entriesAroundDose(timeline, { dose: 'dose/visit-s2', hoursBefore: 1, hoursAfter: 1 })
    expect(found).toMatchObject({ at: null, surely: [] })
    expect(ids(found.possibly)).toEqual(['visit/visit-s1', 'dose/visit-s1', 'visit/visit-s2'])
  })

  test.each([
    { dose: 'visit/visit-s1', hoursBefore: 1, hoursAfter: 1 },
    { dose: 'dose/visit-s1', hoursBefore: -1, hoursAfter: 1 },
    { dose: 'dose/visit-s1', hoursBefore: 1, hoursAfter: Number.NaN },
    { dose: 'dose/visit-s1', hoursBefore: 1, hoursAfter: Number.POSITIVE_INFINITY },
  ])('%j is refused', (query) => {
    expect(() => entriesAroundDose(six, query)).toThrow(expect.objectContaining({ code: 'bad-argument' }))
  })
})

describe('the last before a time', () => {
  test('is the last that surely lies before', () => {
    expect(lastBefore(six, { at: '2026-10-13T14:00:00Z', kind: 'dose' })).toMatchObject({
      found: 'yes',
      entries: [{ id: 'dose/visit-s2' }],
      possibly: [],
    })
    expect(lastBefore(six, { at: '2026-10-22', kind: 'score', instrument: 'phq-9' }).entries).toMatchObject([
      { id: 'score/phq-9/2026-10-13' },
    ])
  })

  test('there is none before the first, and none of another instrument or effect', () => {
    expect(lastBefore(six, { at: '2026-10-05', kind: 'score' })).toEqual({
      found: 'no',
      entries: [],
      possibly: [],
    })
    expect(lastBefore(six, { at: '2026-11-01', kind: 'score', instrument: 'madrs' }).found).toBe('no')
    expect(lastBefore(six, { at: '2026-11-01', kind: 'effect', effect: 'vomiting' }).found).toBe('no')
  })

  test('is unknown where one without a date might be later', () => {
    const timeline = build({ measures: measured(scored(20, '2026-10-05'), scored(14)) })
    const found = lastBefore(timeline, { at: '2026-10-22', kind: 'score' })
    expect([found.found, found.entries, ids(found.possibly)]).toEqual([
      'unknown',
      [],
      ['score/phq-9/2026-10-05', 'score/phq-9/undated'],
    ])
  })

  test('is unknown where one is known by its day alone, and the day is that of the time', () => {
    const timeline = build({ measures: measured(scored(20, '2026-10-05'), scored(14, '2026-10-06')) })
    expect(lastBefore(timeline, { at: '2026-10-06T10:00:00-04:00', kind: 'score' }).found).toBe('unknown')
    expect(lastBefore(timeline, { at: '2026-10-07', kind: 'score' }).entries).toMatchObject([
      { id: 'score/phq-9/2026-10-06' },
    ])
  })

  test('is unknown where two of one day have no order, known where two are of one instant', () => {
    const day = build({
      measures: measured(scored(20, '2026-10-06'), scored(14, '2026-10-06T10:00:00-04:00')),
    })
    expect(lastBefore(day, { at: '2026-10-07', kind: 'score' }).found).toBe('unknown')
    const instant = build({ sessions: [visitOf(1, [nausea(1), nausea(2)])] })
    const found = lastBefore(instant, { at: '2026-10-07', kind: 'effect' })
    expect([found.found, found.entries.length]).toEqual(['yes', 2])
  })

  test('a score without a total is the last all the same', () => {
    const timeline = build({ measures: measured(scored(20, '2026-10-05'), scored(null, '2026-10-20')) })
    expect(lastBefore(timeline, { at: '2026-10-22', kind: 'score' }).entries[0]?.what.total).toBeNull()
  })

  test('a dose of which nobody wrote down the product may be one of it', () => {
    expect(lastBefore(six, { at: '2026-11-01', kind: 'dose', product: 'ketamine-iv' }).found).toBe('no')
    expect(lastBefore(six, { at: '2026-11-01', kind: 'dose', product: 'esketamine-nasal' }).found).toBe('yes')
  })

  test.each([
    [{ at: '2026-10-05', kind: 'doses' }, 'bad-argument'],
    [{ at: 'yesterday', kind: 'dose' }, 'bad-date'],
    [{ at: '2026-10-25', kind: 'score', instrument: 7 }, 'bad-argument'],
  ])('%j is refused as %s', (query, code) => {
    const ask: (timeline: typeof six, query: never) => unknown = lastBefore
    // @ts-expect-error what no typed caller passes
    expect(() => ask(six, query)).toThrow(expect.objectContaining({ code }))
  })
})

describe('a trend', () => {
  test('is exact: first, last, change and change a day', () => {
    const trend = trendInWindow(six, { instrument: 'phq-9', from: '2026-10-01', to: '2026-10-31' })
    expect(trend.points.map(({ day, total }) => [day, total])).toEqual([
      ['2026-10-05', 20],
      ['2026-10-13', 14],
      ['2026-10-22', 9],
    ])
    expect([trend.change, trend.perDay, trend.isWhole]).toEqual([
      { numerator: -11, denominator: 1 },
      { numerator: -11, denominator: 17 },
      'yes',
    ])
  })

  test('a prorated total counts by what it is before it is rounded', () => {
    const prorated = {
      ...scored(9, '2026-10-22'),
      status: 'prorated' as const,
      exact: { numerator: 35, denominator: 4 },
    }
    const timeline = build({ measures: measured(scored(20, '2026-10-20'), prorated) })
    const trend = trendInWindow(timeline, { instrument: 'phq-9', from: '2026-10', to: '2026-10' })
    expect([trend.last?.status, trend.change, trend.perDay]).toEqual([
      'prorated',
      { numerator: -45, denominator: 4 },
      { numerator: -45, denominator: 8 },
    ])
  })

  test('what has no total, no date or only a month that reaches out of the window is listed and not counted', () => {
    const timeline = build({
      measures: measured(
        scored(20, '2026-10-05'),
        scored(null, '2026-10-20'),
        scored(3),
        scored(2, '2026-10'),
        scored(9, '2026-10-19'),
      ),
    })
    const trend = trendInWindow(timeline, { instrument: 'phq-9', from: '2026-10-01', to: '2026-10-25' })
    expect(trend.leftOut).toEqual([
      { entry: 'score/phq-9/2026-10-20', why: 'incomplete' },
      { entry: 'score/phq-9/2026-10', why: 'day-not-known' },
      { entry: 'score/phq-9/undated', why: 'undated' },
    ])
    expect([trend.change, trend.isWhole]).toEqual([{ numerator: -11, denominator: 1 }, 'unknown'])
  })

  test('a score of the day on which the window opens is only perhaps inside', () => {
    const trend = trendInWindow(six, {
      instrument: 'phq-9',
      from: '2026-10-13T12:00:00-04:00',
      to: '2026-10-31',
    })
    expect(trend.leftOut).toEqual([{ entry: 'score/phq-9/2026-10-13', why: 'perhaps-outside' }])
    expect([trend.points.length, trend.isWhole]).toEqual([1, 'unknown'])
  })

  test('two scores of one day without an order make no last', () => {
    const timeline = build({
      measures: measured(
        scored(20, '2026-10-05'),
        scored(9, '2026-10-19'),
        scored(12, '2026-10-19T10:00:00-04:00'),
      ),
    })
    const trend = trendInWindow(timeline, { instrument: 'phq-9', from: '2026-10', to: '2026-10' })
    expect([trend.first?.total, trend.last, trend.change, trend.perDay, trend.isWhole]).toEqual([
      20,
      null,
      null,
      null,
      'unknown',
    ])
  })

  test('one point is no change; two of one day have no change a day; none is nothing', () => {
    const one = build({ measures: measured(scored(20, '2026-10-05')) })
    const query = { instrument: 'phq-9', from: '2026-10', to: '2026-10' } as const
    expect(trendInWindow(one, query)).toMatchObject({ change: null, perDay: null, isWhole: 'yes' })
    const day = build({
      measures: measured(scored(20, '2026-10-05T08:00:00-04:00'), scored(18, '2026-10-05T18:00:00-04:00')),
    })
    expect(trendInWindow(day, query)).toMatchObject({ change: { numerator: -2 }, perDay: null })
    expect(trendInWindow(build({}), query)).toMatchObject({ points: [], first: null, last: null })
  })
})

test('a timeline that buildTimeline did not make is refused', () => {
  const copy = JSON.parse(JSON.stringify(six))
  const refused = expect.objectContaining({ code: 'not-parsed' })
  expect(() => entriesBetween(copy, { from: '2026', to: '2026' })).toThrow(refused)
  expect(() => entriesAroundDose(copy, { dose: 'd', hoursBefore: 1, hoursAfter: 1 })).toThrow(refused)
  expect(() => lastBefore(copy, { at: '2026', kind: 'dose' })).toThrow(refused)
  expect(() => trendInWindow(copy, { instrument: 'phq-9', from: '2026', to: '2026' })).toThrow(refused)
})

test('an answer of nobody is no answer that there was nothing', () => {
  const silent = build({ sessions: [visitOf(1), visitOf(2, [asked('none')])] })
  expect(silent.entries.filter(({ kind }) => kind === 'visit').map(({ what }) => what.asked)).toEqual([
    'no',
    'yes',
  ])
})
