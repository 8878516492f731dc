/** One course under one definition: what is shown beside the word, and what is refused. */
import { describe, expect, test } from 'vitest'
import type { OutcomeDefinition } from '../../src/kernel/instrument.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { classifyResponse } from '../../src/measure/classify-response.ts'
import type { ScoreSeries } from '../../src/measure/series-shape.ts'
import { scoreTrend } from '../../src/measure/trend.ts'
import { madrsCourse, outcomeOf, scoreOf, shippedDefinition, shippedInstrument } from './course.ts'

const trials = shippedDefinition('madrs-esketamine-trials')
const before = '2026-03-02T09:00:00-05:00'

test('an outcome names its definition and each cut-off', () => {
  const { definition, criteria } = outcomeOf(madrsCourse([]), trials)
  expect(definition).toEqual({ id: 'madrs-esketamine-trials', label: trials.label, instrument: 'madrs' })
  expect(Object.values(criteria).map(({ cutoff }) => cutoff)).toEqual([
    'fall of at least 50 % of the baseline',
    'fall of at least 25 % and less than 50 % of the baseline',
    'total at most 12',
    'fall of at least 20 % of the baseline within 14 d of the first dose',
    'fall of at least 50 % of the baseline within 24 h of the first dose',
    'fall of at least 50 % of the baseline by day 2, kept to day 28 with at most 1 visits out of it',
    'total at most 12 at 2 visits in a row',
    'total at least 22 at 2 visits in a row, each 5 to 15 d after the one before, or an event judged to be one',
    'total at most 12 for at least 6 months',
  ])
})

test('where a criterion was first met is told by the place in the list, also after it was lost', () => {
  const { criteria } = outcomeOf(
    madrsCourse([
      ['2026-03-30', 25],
      ['2026-03-16', 10],
      [before, 30],
      ['2026-03-09', 15],
    ]),
    trials,
  )
  expect(criteria.response).toMatchObject({ truth: 'no', index: 3 })
  expect(criteria.remission).toMatchObject({ truth: 'no', index: 1 })
  expect(criteria.earlyImprovement).toMatchObject({ truth: 'yes', index: 3 })
})

test('each followed matter has a change of its own', () => {
  const first = { q1: 4, q2: 4, q3: 4, q4: 4, q5: 4, q6: 2, q7: 2, q8: 4, q9: 2, q10: 4 }
  const later = { ...first, q1: 0, q2: 0, q3: 0, q4: 1, q5: 0, q6: 0, q7: 0, q8: 4, q9: 0, q10: 5 }
  const { word, domains, flags } = outcomeOf(
    madrsCourse([
      [before, first],
      ['2026-03-30', later],
    ]),
    trials,
  )
  expect(word).toBe('remission')
  expect(new Set(domains.map(({ domain }) => domain))).toEqual(new Set(['anhedonia', 'sleep', 'suicidality']))
  expect(domains).toContainEqual({
    domain: 'sleep',
    baseline: 4,
    latest: 1,
    change: { points: 3, percent: { numerator: 75, denominator: 1 } },
  })
  expect(domains).toContainEqual({
    domain: 'anhedonia',
    baseline: 4,
    latest: 4,
    change: { points: 0, percent: { numerator: 0, denominator: 1 } },
  })
  expect(domains).toContainEqual({
    domain: 'suicidality',
    baseline: 4,
    latest: 5,
    change: { points: -1, percent: { numerator: -25, denominator: 1 } },
  })
  expect(flags).toEqual([{ id: 'suicidality', truth: 'yes' }])
})

test('the newest form raises its flag even where it has no total', () => {
  const { flags, latest, change } = outcomeOf(
    madrsCourse([
      [before, 30],
      ['2026-03-16', 0],
      ['2026-03-30', { q1: 0, q10: 4 }],
    ]),
    trials,
  )
  // The older good score does not stand in for the newest, which cannot be read.
  expect([latest, change]).toEqual([null, null])
  expect(flags).toEqual([{ id: 'suicidality', truth: 'yes' }])
})

describe('the age of the last score', () => {
  const course = madrsCourse([
    [before, 30],
    ['2026-03-30', 5],
  ])
  const on = (day: string, maxAgeDays?: number) => ({
    ...course,
    asOf: `${day}T12:00:00-04:00`,
    ...(maxAgeDays === undefined ? {} : { maxAgeDays }),
  })

  test('is told, and stops nothing where the site names no number', () => {
    const { word, daysSinceLatest } = outcomeOf(on('2027-03-30'), trials)
    expect([word, daysSinceLatest]).toEqual(['remission', 365])
  })

  test('ends what it says of today on the day after the site’s number', () => {
    expect(outcomeOf(on('2026-04-27', 28), trials).word).toBe('remission')
    const { word, criteria, flags, latest } = outcomeOf(on('2026-04-28', 28), trials)
    expect([word, latest?.total]).toEqual(['not-computable', 5])
    expect([criteria.response, criteria.remission].map(({ truth, why }) => [truth, why])).toEqual([
      ['unknown', 'stale'],
      ['unknown', 'stale'],
    ])
    expect(flags).toEqual([{ id: 'suicidality', truth: 'unknown' }])
  })

  test('takes nothing away from a flag that was raised, or from a relapse', () => {
    const worse = madrsCourse([
      [before, 30],
      ['2026-03-09', 5],
      ['2026-03-16', { q1: 4, q2: 4, q3: 4, q4: 4, q5: 4, q6: 4, q7: 2, q8: 0, q9: 0, q10: 4 }],
      ['2026-03-23', { q1: 4, q2: 4, q3: 4, q4: 4, q5: 4, q6: 4, q7: 2, q8: 0, q9: 0, q10: 4 }],
    ])
    const { word, flags } = outcomeOf({ ...worse, asOf: '2027-03-30T12:00:00-04:00', maxAgeDays: 28 }, trials)
    expect([word, flags]).toEqual(['relapse', [{ id: 'suicidality', truth: 'yes' }]])
  })

  test('is a whole number of days, or refused', () => {
    for (const maxAgeDays of [-1, 1.5, Number.NaN]) {
      expect(classifyResponse({ ...course, maxAgeDays }, trials)).toMatchObject({
        ok: false,
        error: { code: 'bad-argument', path: 'maxAgeDays' },
      })
    }
  })
})

test('a score that calls itself whole and names what is missing is refused', () => {
  const course = madrsCourse([[before, 30]])
  const [score] = course.scores
  if (score === undefined) throw new Error('there is one')
  const forged = { ...course, scores: [{ ...score, missing: ['q10'] }] }
  expect(classifyResponse(forged, trials)).toMatchObject({
    ok: false,
    error: { code: 'bad-argument', path: 'scores[0].missing' },
  })
})

test('a matter that was not answered has no number', () => {
  const { domains } = outcomeOf(
    madrsCourse([
      [before, 30],
      ['2026-03-30', { q1: 0, q2: 0, q3: 0, q4: 0, q5: 0, q6: 0, q7: 0, q8: 0, q9: 0 }],
    ]),
    trials,
  )
  expect(domains.find(({ domain }) => domain === 'suicidality')).toMatchObject({ latest: null, change: null })
})

test('what the person says is shown in order of time and counts for nothing', () => {
  const scores: readonly (readonly [string, number])[] = [
    [before, 30],
    ['2026-03-30', 10],
  ]
  const silent = outcomeOf(madrsCourse(scores), trials)
  const told = outcomeOf(
    madrsCourse(scores, {
      accounts: [
        { text: 'no date' },
        { at: '2026-03-30', word: 'worse' },
        { at: '2026-03-16', word: 'better' },
      ],
    }),
    trials,
  )
  expect(told.accounts).toEqual([
    { at: '2026-03-16', word: 'better', text: null },
    { at: '2026-03-30', word: 'worse', text: null },
    { at: null, word: null, text: 'no date' },
  ])
  expect({ ...told, accounts: [] }).toEqual(silent)
})

test('a range of a published figure is reached at its upper end, and open inside', () => {
  const pcl5 = shippedInstrument('pcl-5')
  const definition: OutcomeDefinition = {
    id: 'of-a-site',
    label: 'Of a site',
    instrument: 'pcl-5',
    response: { percent: 50, certainty: 'K', sources: [] },
  }
  const figures = (now: number) => {
    const scores = [scoreOf(pcl5, '2026-03-01', 50), scoreOf(pcl5, '2026-03-30', now)]
    const outcome = outcomeOf({ ...madrsCourse([]), instrument: pcl5, scores }, definition)
    return Object.fromEntries(outcome.figures.map(({ id, better, worse }) => [id, [better, worse]]))
  }
  expect(figures(36)['reliable-marx']).toEqual(['no', 'no'])
  expect(figures(35)['reliable-marx']).toEqual(['unknown', 'no'])
  expect(figures(32)['reliable-marx']).toEqual(['yes', 'no'])
  expect(figures(68)['reliable-marx']).toEqual(['no', 'yes'])
  expect(figures(29)['end-point-marx']).toEqual(['no', 'no'])
  expect(figures(28)['end-point-marx']).toEqual(['yes', 'no'])
})

test('a definition without its parts answers only what it holds', () => {
  const { partialResponse: _, remission: __, ...rest } = trials
  const { word, criteria } = outcomeOf(
    madrsCourse([
      [before, 30],
      ['2026-03-30', 20],
    ]),
    rest,
  )
  expect(word).toBe('non-response')
  for (const id of ['partialResponse', 'remission', 'consistentRemission', 'recovery'] as const)
    expect(criteria[id]).toEqual({ truth: 'unknown', why: 'not-defined', cutoff: null })
})

describe('where the first dose has only its day', () => {
  test('what is of that day came before it', () => {
    const { baseline, word } = outcomeOf(
      madrsCourse(
        [
          ['2026-03-02', 30],
          ['2026-03-03', 15],
        ],
        { courseStart: '2026-03-02' },
      ),
      trials,
    )
    expect([baseline?.day, baseline?.total, word]).toEqual([0, 30, 'response'])
  })

  test('an hour of that day is on neither side of it', () => {
    const { baseline, word, criteria, leftOut } = outcomeOf(
      madrsCourse(
        [
          ['2026-03-02T08:00:00-05:00', 20],
          ['2026-03-02T20:00:00-05:00', 34],
          ['2026-03-11', 16],
        ],
        { courseStart: '2026-03-02' },
      ),
      trials,
    )
    expect([baseline, word]).toEqual([null, 'not-computable'])
    expect(criteria.response).toMatchObject({ truth: 'unknown', why: 'time-of-day-unknown' })
    expect(leftOut.map(({ why }) => why)).toEqual(['time-of-day-unknown', 'time-of-day-unknown'])
  })

  test.each([
    ['an hour of that day', '2026-03-02T20:00:00-05:00', '2026-02-20'],
    ['a second score of that day', '2026-03-02', '2026-03-02'],
  ])('%s may be the baseline, and leaves open what hangs on it', (_, at, other) => {
    const response = (now: number) =>
      outcomeOf(
        madrsCourse(
          [
            [other, 20],
            [at, 34],
            ['2026-03-11', now],
          ],
          { courseStart: '2026-03-02' },
        ),
        trials,
      ).criteria.response
    // 16 is 20 % below 20 and 53 % below 34; 10 is half of 20, and 20 is above half of 34.
    expect([16, 10, 20].map((now) => response(now).truth)).toEqual(['unknown', 'yes', 'no'])
    expect(response(16).why).toBe('time-of-day-unknown')
  })

  test('a window of hours is over when it is so from the last hour of that day', () => {
    const rapid = (asOf: string) =>
      outcomeOf(madrsCourse([['2026-03-01', 30]], { courseStart: '2026-03-02', asOf }), trials).criteria
        .rapidResponse.why
    expect(rapid('2026-03-03T23:00:00-05:00')).toBe('too-early')
    expect(rapid('2026-03-04T00:00:00-05:00')).toBe('no-score')
  })
})

test('a score of the very instant of the first dose is not from before it', () => {
  const { baseline, latest } = outcomeOf(madrsCourse([['2026-03-02T10:00:00-05:00', 30]]), trials)
  expect([baseline, latest?.total]).toEqual([null, 30])
})

test('the day of a score is that of the clinic, whatever offset it was written in', () => {
  const { latest } = outcomeOf(madrsCourse([['2026-03-10T03:59:00Z', 30]]), trials)
  expect([latest?.day, latest?.at]).toEqual([7, '2026-03-10T03:59:00Z'])
})

const good = madrsCourse([
  [before, 30],
  ['2026-03-30', 10],
])
const score = scoreOf(good.instrument, '2026-03-30', 10)

/** A value of any kind, where the compiler would not let it through. */
const any = (value: unknown) => value as never

describe('a series that cannot be read is refused with its place, and nothing of it is judged', () => {
  const cases: readonly (readonly [string, string, Partial<ScoreSeries>])[] = [
    ['unknown-zone', 'zone', { zone: 'Nowhere/City' }],
    ['unknown-zone', 'zone', { zone: '+05:00' }],
    ['bad-date', 'asOf', { asOf: '2026-12-01' }],
    ['bad-date', 'asOf', { asOf: any(20261201) }],
    ['bad-date', 'courseStart', { courseStart: '2026-02-30' }],
    ['bad-date', 'courseStart', { courseStart: '2026-03' }],
    ['start-ahead', 'courseStart', { courseStart: '2026-12-02' }],
    ['start-ahead', 'courseStart', { courseStart: '2026-12-01T12:00:01-05:00' }],
    ['bad-argument', 'judgeFromDays', { judgeFromDays: -1 }],
    ['bad-argument', 'judgeFromDays', { judgeFromDays: 1.5 }],
    ['bad-argument', 'judgeFromDays', { judgeFromDays: any('28') }],
    ['bad-argument', 'scores', { scores: any('30') }],
    ['bad-argument', 'scores[1]', { scores: any([score, null]) }],
    ['bad-argument', 'scores[0]', { scores: any([10]) }],
    ['bad-argument', 'scores[0]', { scores: new Array(1) }],
    ['too-many-scores', 'scores', { scores: Array.from({ length: 10_001 }, () => score) }],
    ['score-ahead', 'scores[0].takenAt', { asOf: '2026-03-29T12:00:00-04:00', scores: [score] }],
    ['score-ahead', 'scores[0].takenAt', { scores: [{ ...score, takenAt: '2026-12-01T12:00:01-05:00' }] }],
    ['bad-date', 'scores[0].takenAt', { scores: [{ ...score, takenAt: '2026-03' }] }],
    ['bad-date', 'scores[0].takenAt', { scores: [{ ...score, takenAt: 'yesterday' }] }],
    ['bad-date', 'scores[0].takenAt', { scores: [{ ...score, takenAt: any(undefined) }] }],
    ['bad-argument', 'scores[0].total', { scores: [{ ...score, total: 61 }] }],
    ['bad-argument', 'scores[0].total', { scores: [{ ...score, total: Number.NaN }] }],
    ['bad-argument', 'scores[0].total', { scores: [{ ...score, total: any('10') }] }],
    ['bad-argument', 'scores[0].total', { scores: [{ ...score, status: 'incomplete' }] }],
    ['bad-argument', 'scores[0].exact', { scores: [{ ...score, total: 11 }] }],
    ['bad-argument', 'scores[0].exact', { scores: [{ ...score, exact: null }] }],
    ['bad-argument', 'scores[0].exact', { scores: [{ ...score, exact: { numerator: 10, denominator: 0 } }] }],
    ['bad-argument', 'scores[0].exact', { scores: [{ ...score, total: null }] }],
    ['bad-argument', 'scores[0].status', { scores: [{ ...score, status: any('done') }] }],
    ['bad-argument', 'scores[0].items', { scores: [{ ...score, items: any(null) }] }],
    ['bad-argument', 'scores[0].flags', { scores: [{ ...score, flags: any(null) }] }],
    ['bad-argument', 'scores[0].subscales', { scores: [{ ...score, subscales: any('') }] }],
    ['bad-argument', 'scores[0].subscales[0]', { scores: [{ ...score, subscales: any([7]) }] }],
    ['bad-argument', 'scores[0].band', { scores: [{ ...score, band: any(3) }] }],
    ['bad-argument', 'scores[0].instrument', { scores: [{ ...score, instrument: any(null) }] }],
    ['bad-argument', 'events', { events: any({}) }],
    ['bad-argument', 'events', { events: any(null) }],
    ['bad-argument', 'events[0].kind', { events: [{ kind: any('party'), at: '2026-03-09' }] }],
    ['bad-argument', 'events[0].label', { events: [{ kind: 'dose', at: '2026-03-09', label: any(1) }] }],
    ['bad-date', 'events[0].at', { events: [{ kind: 'dose', at: 'soon' }] }],
    ['event-ahead', 'events[0].at', { events: [{ kind: 'dose', at: '2026-12-02' }] }],
    ['bad-argument', 'accounts[0].word', { accounts: [{ word: any('fine') }] }],
    ['bad-argument', 'accounts[0].text', { accounts: [{ text: any(5) }] }],
    ['bad-date', 'accounts[0].at', { accounts: [{ at: '' }] }],
    ['event-ahead', 'accounts[0].at', { accounts: [{ at: '2027-01-01' }] }],
    [
      'too-large',
      'events',
      { events: Array.from({ length: 10_001 }, () => ({ kind: 'dose', at: '2026-03-09' }) as const) },
    ],
  ]
  test.each(cases)('%s at %s', (code, path, change) => {
    const series = { ...good, ...change }
    expect(classifyResponse(series, trials)).toEqual({ ok: false, error: { code, path } })
    expect(scoreTrend(series)).toEqual({ ok: false, error: { code, path } })
  })

  test.each([
    ['another instrument', scoreOf(shippedInstrument('phq-9'), '2026-03-30', 10)],
    ['another recall period', scoreOf(shippedInstrument('madrs-24h'), '2026-03-30', 10)],
    ['another version', { ...score, instrument: { ...score.instrument, version: '9 items' } }],
    ['another rater', { ...score, instrument: { ...score.instrument, rater: 'self' as const } }],
  ])('a score of %s is never mixed in', (_, other) => {
    expect(classifyResponse({ ...good, scores: [score, other] }, trials)).toEqual({
      ok: false,
      error: { code: 'mixed-instruments', path: 'scores[1].instrument' },
    })
  })

  test('a first dose of the day of the question is not ahead of it', () => {
    const read = { ...good, scores: [], asOf: '2026-03-02T10:00:00-05:00' }
    expect(classifyResponse(read, trials).ok).toBe(true)
    expect(classifyResponse({ ...read, courseStart: '2026-03-02' }, trials).ok).toBe(true)
  })

  test('a score of the day of the question is not ahead of it', () => {
    expect(classifyResponse({ ...good, asOf: '2026-03-30T00:00:01-04:00' }, trials).ok).toBe(true)
  })

  test('a scale that is neither better nor worse knows no outcome, and one without a total no trend', () => {
    const vas = { ...shippedInstrument('cgi-s') }
    expect(() => classifyResponse({ ...good, instrument: any(vas) }, trials)).toThrow(Refusal)
    const levels = shippedInstrument('c-ssrs-screener')
    expect(scoreTrend({ ...good, instrument: levels, scores: [] })).toEqual({
      ok: false,
      error: { code: 'bad-argument', path: 'instrument.range' },
    })
  })

  test('an instrument that did not come through the door is a mistake of the program', () => {
    expect(() => scoreTrend({ ...good, instrument: any({ ...good.instrument }) })).toThrow(
      expect.objectContaining({ code: 'not-parsed', path: 'series.instrument' }),
    )
    expect(() => classifyResponse(any(new Proxy({}, { get: () => assertNever() })), trials)).toThrow(
      expect.objectContaining({ code: 'not-readable' }),
    )
  })

  test('what is no series at all is refused', () => {
    for (const value of [null, 5, 'series'])
      expect(classifyResponse(any(value), trials)).toEqual({
        ok: false,
        error: { code: 'bad-argument', path: '' },
      })
  })
})

function assertNever(): never {
  throw new Error('a secret of a patient')
}

describe('a definition that cannot be meant is refused', () => {
  const { remission, relapse, response, partialResponse } = trials
  if (remission === undefined || relapse === undefined || partialResponse === undefined)
    throw new Error('the definition of the trials has changed')
  const cases: readonly (readonly [string, string, Partial<OutcomeDefinition>])[] = [
    ['definition-of-another', 'instrument', { instrument: 'phq-9' }],
    ['bad-argument', 'id', { id: any(1) }],
    ['bad-argument', 'label', { label: any(null) }],
    ['bad-argument', 'response.percent', { response: { ...response, percent: 0 } }],
    ['bad-argument', 'response.percent', { response: any(undefined) }],
    ['bad-argument', 'response.percent', { response: { ...response, percent: Number.POSITIVE_INFINITY } }],
    ['bad-argument', 'partialResponse.percent', { partialResponse: { ...partialResponse, percent: 50 } }],
    ['bad-argument', 'remission.is', { remission: { ...remission, is: 'at-least' } }],
    ['bad-argument', 'remission.value', { remission: { ...remission, value: any('12') } }],
    ['bad-argument', 'relapse.is', { relapse: { ...relapse, is: 'at-most' } }],
    ['bad-argument', 'relapse.is', { relapse: { ...relapse, is: any('above') } }],
    ['bad-argument', 'relapse.value', { relapse: { ...relapse, value: Number.NaN } }],
    ['bad-argument', 'relapse.visits', { relapse: { ...relapse, visits: 0 } }],
    ['bad-argument', 'relapse.visits', { relapse: { ...relapse, visits: 1.5 } }],
    ['bad-argument', 'relapse.apartDays', { relapse: { ...relapse, apartDays: any(7) } }],
    [
      'bad-argument',
      'relapse.apartDays.least',
      { relapse: { ...relapse, apartDays: { least: -1, most: 5 } } },
    ],
    ['bad-argument', 'relapse.apartDays.most', { relapse: { ...relapse, apartDays: { least: 6, most: 5 } } }],
    ['bad-argument', 'relapse.events', { relapse: { ...relapse, events: any('yes') } }],
    ['bad-argument', 'earlyImprovement.withinDays', { earlyImprovement: { ...response, withinDays: -1 } }],
    [
      'bad-argument',
      'earlyImprovement.percent',
      { earlyImprovement: { ...response, percent: -1, withinDays: 1 } },
    ],
    ['bad-argument', 'rapidResponse.withinHours', { rapidResponse: { ...response, withinHours: 0 } }],
    ['bad-argument', 'rapidResponse.percent', { rapidResponse: { ...response, percent: 0, withinHours: 1 } }],
    [
      'bad-argument',
      'sustainedResponse.byDay',
      { sustainedResponse: { ...response, byDay: 0.5, toDay: 2, excursions: 0 } },
    ],
    [
      'bad-argument',
      'sustainedResponse.toDay',
      { sustainedResponse: { ...response, byDay: 3, toDay: 2, excursions: 0 } },
    ],
    [
      'bad-argument',
      'sustainedResponse.excursions',
      { sustainedResponse: { ...response, byDay: 1, toDay: 2, excursions: -1 } },
    ],
    ['bad-argument', 'consistentRemission.visits', { consistentRemission: { ...response, visits: 0 } }],
    ['bad-argument', 'recovery.months', { recovery: { ...response, months: 0 } }],
    ['bad-argument', 'recovery', { recovery: any(null) }],
    ['bad-argument', 'judgeFrom', { judgeFrom: any(14) }],
    ['bad-argument', 'judgeFrom.days', { judgeFrom: { ...response, days: -1 } }],
  ]
  test.each(cases)('%s at definition.%s', (code, path, change) => {
    expect(classifyResponse(good, { ...trials, ...change })).toEqual({
      ok: false,
      error: { code, path: `definition.${path}` },
    })
  })

  test('no definition at all', () => {
    expect(classifyResponse(good, any(null))).toEqual({
      ok: false,
      error: { code: 'bad-argument', path: 'definition' },
    })
  })
})

test('ten thousand scores are read', () => {
  const scores = Array.from({ length: 10_000 }, (_, at) => {
    const day = new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10)
    return { ...score, takenAt: day }
  })
  const outcome = outcomeOf(
    { ...good, courseStart: '2001-01-01', asOf: '2030-01-01T00:00:00Z', scores },
    trials,
  )
  expect(outcome.word).toBe('remission')
})
