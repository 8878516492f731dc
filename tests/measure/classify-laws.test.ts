/** What holds of every course: order says nothing, and a blank makes nothing better. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutcomeDefinition } from '../../src/kernel/instrument.ts'
import { classifyResponse } from '../../src/measure/classify-response.ts'
import type { Score } from '../../src/measure/score-shape.ts'
import type { Outcome, OutcomeWord, ScoreSeries, SeriesEvent } from '../../src/measure/series-shape.ts'
import { scoreTrend } from '../../src/measure/trend.ts'
import { outcomeOf, scoreOf, shippedDefinition, shippedInstrument } from './course.ts'

const madrs = shippedInstrument('madrs')
const trials = shippedDefinition('madrs-esketamine-trials')
const early: OutcomeDefinition = { ...trials, judgeFrom: { ...trials.response, days: 0 } }
const start = Date.UTC(2026, 2, 2, 15)
const dayMs = 86_400_000

/** What is written down of one form. */
interface Form {
  readonly at: string | null
  readonly answers: Readonly<Record<string, number>>
}

const dayText = (day: number) => new Date(start + day * dayMs).toISOString().slice(0, 10)

// Days near one another, so that some fall together; hours in New York on both sides of the first dose.
const at = fc
  .record({
    day: fc.oneof(fc.integer({ min: -6, max: 40 }), fc.constantFrom(-1, -1, -1, 0, 7, 14, 21, 28)),
    hour: fc.constantFrom(null, 13, 15, 21),
  })
  .map(({ day, hour }) => (hour === null ? dayText(day) : `${dayText(day)}T${hour}:00:00Z`))

const answers = fc
  .record({
    level: fc.constantFrom(0, 1, 1, 2, 3, 4, 5),
    odd: fc.integer({ min: 0, max: 9 }),
    by: fc.integer({ min: -1, max: 1 }),
  })
  .map(({ level, odd, by }) =>
    Object.fromEntries(
      madrs.items.map(({ id }, place) => [id, Math.max(0, Math.min(6, level + (place === odd ? by : 0)))]),
    ),
  )

const without = (form: Form, ids: readonly string[]): Form => ({
  ...form,
  answers: Object.fromEntries(Object.entries(form.answers).filter(([id]) => !ids.includes(id))),
})

/** A form, and the same with something of it left blank. */
const blanked = fc
  .record({
    form: fc.record({ at, answers }),
    already: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2),
    more: fc.oneof(
      { weight: 8, arbitrary: fc.constant('nothing') },
      fc.constantFrom('date', 'one', 'two', 'both'),
    ),
    from: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ form, already, more, from }) => {
    const ids = [1, 2, 3, 4].map((step) => `q${((from + step) % 10) + 1}`)
    const before = without(form, ids.slice(0, already))
    const answered = more === 'one' ? 1 : more === 'two' || more === 'both' ? 2 : 0
    const after = without(before, ids.slice(0, already + answered))
    return { before, after: more === 'date' || more === 'both' ? { ...after, at: null } : after }
  })

const event = fc.record({
  kind: fc.constantFrom<SeriesEvent['kind'][]>(
    'hospitalised-for-depression',
    'judged-a-relapse',
    'dose',
    'other',
  ),
  at,
})
// Most courses have none, so that relapse is found by scores as well.
const events = fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.array(event, { maxLength: 2 }))

const courseStart = fc.constantFrom('2026-03-02', '2026-03-02T10:00:00-05:00')

function seriesOf(forms: readonly Form[], more: Partial<ScoreSeries> = {}): ScoreSeries {
  return {
    instrument: madrs,
    scores: forms.map((form) => scoreOf(madrs, form.at, form.answers)),
    courseStart: '2026-03-02T10:00:00-05:00',
    asOf: '2026-05-01T12:00:00Z',
    zone: 'America/New_York',
    ...more,
  }
}

/** Words from the worst; the two that say nothing are not among them. */
const rank: readonly OutcomeWord[] = [
  'relapse',
  'worsening',
  'non-response',
  'partial-response',
  'response',
  'remission',
]
const says = (word: OutcomeWord) => rank.includes(word)
const isGood = (word: OutcomeWord) => rank.indexOf(word) > rank.indexOf('non-response')

/** The outcome with the scores named by what they are, not by their place in a list. */
function named(outcome: Outcome, { scores }: ScoreSeries): unknown {
  const texts = scores.map((score) => JSON.stringify(score))
  const places = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(places)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        key === 'index' ? texts[Number(member)] : places(member),
      ]),
    )
  }
  const { leftOut, ...rest } = outcome
  return [places(rest), leftOut.map((one) => JSON.stringify(places(one))).sort()]
}

test('law: the order of scores and events changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(blanked, { maxLength: 8 }).chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(
            all.map((_, n) => n),
            { minLength: all.length },
          ),
        ),
      ),
      events,
      courseStart,
      ([all, order], beside, first) => {
        const forms = all.map(({ after }) => after)
        const one = seriesOf(forms, { events: beside, courseStart: first })
        const other: ScoreSeries = {
          ...one,
          scores: order.map((n): Score => one.scores[n] ?? scoreOf(madrs, null, {})),
          events: [...beside].reverse(),
        }
        expect(named(outcomeOf(other, trials), other)).toEqual(named(outcomeOf(one, trials), one))
        const [left, right] = [scoreTrend(one), scoreTrend(other)]
        const drawn = (trend: typeof left) =>
          trend.ok && trend.value.points.map(({ index: _, ...point }) => point)
        expect(drawn(right)).toEqual(drawn(left))
      },
    ),
    { numRuns: 300 },
  )
})

test('law: leaving out a date, an answer or a total makes no word better and settles nothing', () => {
  fc.assert(
    fc.property(
      fc.array(blanked, { minLength: 1, maxLength: 7 }),
      events,
      courseStart,
      fc.constantFrom(trials, early),
      (all, beside, first, definition) => {
        const more = { events: beside, courseStart: first }
        const before = outcomeOf(
          seriesOf(
            all.map((one) => one.before),
            more,
          ),
          definition,
        )
        const after = outcomeOf(
          seriesOf(
            all.map((one) => one.after),
            more,
          ),
          definition,
        )
        if (says(before.word) && says(after.word))
          expect(rank.indexOf(after.word)).toBeLessThanOrEqual(rank.indexOf(before.word))
        if (!says(before.word)) expect(isGood(after.word)).toBe(false)
        for (const [id, { truth }] of Object.entries(after.criteria)) {
          const was = Object.entries(before.criteria).find(([key]) => key === id)?.[1].truth
          // A relapse that was shown stays one: what speaks against a person's being well is not set aside.
          if (truth !== 'unknown' && !(id === 'relapse' && truth === 'yes'))
            expect([id, was]).toEqual([id, truth])
        }
        for (const { id, truth } of after.flags)
          if (truth === 'no') expect(before.flags.find((flag) => flag.id === id)?.truth).toBe('no')
      },
    ),
    { numRuns: 2000 },
  )
})

const doseDay = dayText(0)
const dayOf = (time: string) => time.slice(0, 10)

// Much of it around the first dose, where the hour decides what is compared with what.
const crowded = fc
  .record({
    day: fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(-10, 0, 0, 0, 1, 2, 7, 14, 21, 28, 28)),
    hour: fc.constantFrom(null, 13, 16, 21),
  })
  .map(({ day, hour }) => (hour === null ? dayText(day) : `${dayText(day)}T${hour}:00:00Z`))

/** Something dated, and the same without its hour, or as it was. */
const unclocked = fc
  .record({ time: crowded, isBlank: fc.boolean() })
  .map(({ time, isBlank }) => ({ before: time, after: isBlank ? dayOf(time) : time }))

const thatDay = { before: `${doseDay}T16:00:00Z`, after: doseDay }
const happened = fc.tuple(event, fc.oneof(unclocked, fc.constant(thatDay)))

/** A course, and the same with hours left out, and with more left blank of some of its forms. */
const clocked = fc
  .record({
    forms: fc.array(fc.tuple(blanked, unclocked), { minLength: 1, maxLength: 7 }),
    beside: fc.oneof(
      { weight: 3, arbitrary: fc.array(happened, { maxLength: 0 }) },
      fc.array(happened, { maxLength: 2 }),
    ),
    first: fc.constantFrom('2026-03-02', '2026-03-02T15:00:00Z'),
    isBlank: fc.boolean(),
    hoursAlone: fc.boolean(),
  })
  .map(({ forms, beside, first, isBlank, hoursAlone }) => {
    const start = { before: first, after: isBlank ? doseDay : first }
    const of = (when: 'before' | 'after') => ({
      forms: forms.map(([form, time]): Form => {
        const { answers, at } = form[hoursAlone ? 'before' : when]
        return { answers, at: at === null ? null : time[when] }
      }),
      more: {
        courseStart: start[when],
        events: beside.map(([{ kind }, time]): SeriesEvent => ({ kind, at: time[when] })),
      },
    })
    // The one convention: a score and a first dose of one day, both without an hour. Then the score came before.
    const isAssumed = forms.some(([, time]) => {
      const isTaken = (when: 'before' | 'after') => time[when] === doseDay && start[when] === doseDay
      const wasBefore = start.before !== doseDay && time.before !== doseDay && time.before < start.before
      return isTaken('after') && !isTaken('before') && !wasBefore
    })
    return { before: of('before'), after: of('after'), isAssumed }
  })
  .filter(({ isAssumed }) => !isAssumed)

// Of one day the worst score counts, so without its hours a course may look worse than it was, and never better.
test('law: leaving out the hour of the first dose, of a score or of an event makes nothing better', () => {
  fc.assert(
    fc.property(clocked, fc.boolean(), (course, isEarly) => {
      const definition = isEarly ? early : trials
      const [before, after] = [course.before, course.after].map(({ forms, more }) =>
        outcomeOf(seriesOf(forms, more), definition),
      )
      if (before === undefined || after === undefined) throw new Error('a course is missing')
      if (says(before.word) && says(after.word))
        expect(rank.indexOf(after.word)).toBeLessThanOrEqual(rank.indexOf(before.word))
      if (!says(before.word)) expect(isGood(after.word)).toBe(false)
      const { relapse, partialResponse, ...good } = after.criteria
      for (const [id, { truth }] of Object.entries(good)) {
        const was = Object.entries(before.criteria).find(([key]) => key === id)?.[1].truth
        if (truth === 'yes') expect([id, was]).toEqual([id, 'yes'])
      }
      if (partialResponse.truth === 'yes')
        expect([before.criteria.partialResponse.truth, before.criteria.response.truth]).toContain('yes')
      if (relapse.truth === 'no') expect(before.criteria.relapse.truth).toBe('no')
      for (const { id, truth } of after.flags)
        if (truth === 'no') expect(before.flags.find((flag) => flag.id === id)?.truth).toBe('no')
    }),
    { numRuns: 2000 },
  )
})

test('law: word and criteria agree, and nothing is said of what the definition leaves out', () => {
  const ten = shippedDefinition('madrs-remission-10')
  fc.assert(
    fc.property(
      fc.array(blanked, { maxLength: 7 }),
      events,
      fc.constantFrom(trials, early, ten),
      (all, beside, definition) => {
        const { word, criteria, baseline } = outcomeOf(
          seriesOf(
            all.map((one) => one.before),
            { events: beside },
          ),
          definition,
        )
        const { relapse, remission, response, partialResponse } = criteria
        expect(word === 'relapse').toBe(relapse.truth === 'yes')
        if (word === 'remission') expect(remission.truth).toBe('yes')
        if (word === 'response') expect([response.truth, remission.truth === 'yes']).toEqual(['yes', false])
        if (word === 'partial-response')
          expect([partialResponse.truth, response.truth]).toEqual(['yes', 'no'])
        if (['non-response', 'worsening'].includes(word))
          expect([partialResponse.truth, response.truth]).toEqual(['no', 'no'])
        if (says(word) && word !== 'relapse') expect(baseline).not.toBeNull()
        for (const { truth, why, cutoff } of Object.values(criteria)) {
          expect(why !== undefined).toBe(truth === 'unknown')
          expect(cutoff === null).toBe(why === 'not-defined')
        }
        if (definition === ten)
          expect(relapse).toEqual({ truth: 'unknown', why: 'not-defined', cutoff: null })
      },
    ),
    { numRuns: 500 },
  )
})

test('response and remission of complete dated scores are what whole numbers say', () => {
  const whole = fc.array(fc.tuple(fc.integer({ min: -20, max: 59 }), fc.integer({ min: 0, max: 60 })), {
    maxLength: 10,
  })
  fc.assert(
    fc.property(whole, (rows) => {
      // One score a day, the last of the list wins; whole numbers only, no fraction is ever made.
      const byDay = [...new Map(rows)].sort(([a], [b]) => a - b)
      const outcome = outcomeOf(
        {
          ...seriesOf([]),
          scores: byDay.map(([day, total]) =>
            scoreOf(madrs, `${dayText(day)}T${day === 0 ? 14 : 16}:00:00Z`, total),
          ),
        },
        trials,
      )
      const base = byDay.filter(([day]) => day <= 0).at(-1)?.[1]
      const now = byDay.filter(([day]) => day > 0).at(-1)?.[1]
      const responds =
        base === undefined || now === undefined || base === 0
          ? 'unknown'
          : 2 * (base - now) >= base
            ? 'yes'
            : 'no'
      const part =
        base === undefined || now === undefined || base === 0
          ? 'unknown'
          : 4 * (base - now) >= base && responds === 'no'
            ? 'yes'
            : 'no'
      const remits = now === undefined ? 'unknown' : now <= 12 ? 'yes' : 'no'
      expect(outcome.criteria.response.truth).toBe(responds)
      expect(outcome.criteria.partialResponse.truth).toBe(part)
      expect(outcome.criteria.remission.truth).toBe(remits)
      const first = byDay.find(
        ([day, total]) => day > 0 && base !== undefined && base > 0 && 2 * (base - total) >= base,
      )
      expect(outcome.timeToResponse).toBe(first?.[0] ?? null)
      expect(outcome.timeToRemission).toBe(byDay.find(([day, total]) => day > 0 && total <= 12)?.[0] ?? null)
      if (base !== undefined && now !== undefined) expect(outcome.change?.points).toBe(base - now)
    }),
    { numRuns: 500 },
  )
})

test('law: inputs stay as they were, and what comes back is frozen through and through', () => {
  const isFrozen = (value: unknown): boolean =>
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  fc.assert(
    fc.property(fc.array(blanked, { maxLength: 5 }), events, (all, beside) => {
      const series = seriesOf(
        all.map((one) => one.after),
        { events: beside, accounts: [{ word: 'better', text: 'lighter' }] },
      )
      const text = JSON.stringify(series)
      const result = classifyResponse(series, trials)
      expect(JSON.stringify(series)).toBe(text)
      expect(isFrozen(result)).toBe(true)
      expect(isFrozen(scoreTrend(series))).toBe(true)
    }),
    { numRuns: 100 },
  )
})
