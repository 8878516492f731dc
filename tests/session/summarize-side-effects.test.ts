/** Side effects over many visits: counted with what was not asked, and resolved only when somebody saw it. @module */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { deliveredDose } from '../../src/dosing/delivered.ts'
import { parse, Session } from '../../src/entries/schemas.ts'
import { replaySession } from '../../src/session/replay.ts'
import type { Happening } from '../../src/session/session.schema.ts'
import type { EffectCourse, Entry, HappeningOf, SessionState } from '../../src/session/state.ts'
import {
  type EffectSummary,
  type SideEffectSummary,
  summarizeSideEffects,
} from '../../src/session/summarize-side-effects.ts'
import type { Observation } from '../../src/side-effect/side-effect.schema.ts'
import { entry, minute, visit } from './monitored.ts'

interface Told {
  readonly id: string
  readonly at?: number
  readonly effect: Partial<Observation> & Pick<Observation, 'effect'>
  /** When it was seen to be gone: `null` at a time nobody knows. */
  readonly gone?: number | null
}

interface Visit {
  readonly id: string
  readonly number?: number
  readonly product?: string
  /** Milligrams given at two in the afternoon; `partial` of a device that was not emptied. */
  readonly mg?: number | 'partial'
  readonly asked?: readonly (readonly [at: number | undefined, answer: 'none' | 'some' | 'unknown'])[]
  readonly effects?: readonly Told[]
  readonly asOf?: number
}

const given = (mg: number | 'partial') => {
  const what: Happening =
    mg === 'partial'
      ? { type: 'device-given', outcome: 'partial', holds: { value: 28, unit: 'mg' } }
      : { type: 'dose-given', how: 'injection', amount: { value: mg, unit: 'mg' } }
  const delivered = deliveredDose([{ id: 'dose', at: minute(0), what }])
  if (!delivered.ok) throw new Error('one dose adds up')
  return delivered.value
}

const stateOf = ({ id, number, product, mg, asked = [], effects = [], asOf = 600 }: Visit): SessionState => {
  const courses = effects.map((told): EffectCourse => {
    const what: HappeningOf<'effect-observed'> = {
      type: 'effect-observed',
      effect: { reportedBy: 'patient', ...told.effect },
    }
    return {
      event: told.id,
      entry: { ...entry(told.id, told.at, what), what },
      ...(told.gone === undefined
        ? {}
        : {
            resolved: { event: `${told.id}-gone`, ...(told.gone === null ? {} : { at: minute(told.gone) }) },
          }),
    }
  })
  const questions: readonly Entry[] = asked.map(([at, answer], place) =>
    entry(`asked-${place}`, at, { type: 'asked', about: 'side-effects', answer }),
  )
  const base = visit(asOf, mg === undefined ? {} : { start: 0, end: 0 }, [
    ...questions,
    ...courses.map((one) => one.entry),
  ])
  return {
    ...base,
    session: id,
    effects: courses,
    ...(mg === undefined ? {} : { delivered: given(mg) }),
    booked: {
      type: 'booked',
      kind: mg === undefined ? 'evaluation' : 'dosing',
      ...(number === undefined ? {} : { number }),
      ...(product === undefined ? {} : { product }),
    },
  }
}

const summaryOf = (...visits: readonly Visit[]): SideEffectSummary =>
  summarizeSideEffects(visits.map(stateOf))

const only = (summary: SideEffectSummary): EffectSummary => {
  const [one, ...rest] = summary.effects
  if (one === undefined || rest.length > 0) throw new Error('one effect was told of')
  return one
}

const nausea = (id: string, at: number, more: Partial<Told> = {}): Told => ({
  id,
  at,
  effect: { effect: 'nausea', severity: 1 },
  ...more,
})

describe('how often', () => {
  test('a visit in which nobody asked is not free of side effects', () => {
    const summary = summaryOf(
      { id: 'a', number: 1, mg: 56, effects: [nausea('n', 30)] },
      { id: 'b', number: 2, mg: 56, asked: [[90, 'none']] },
      { id: 'c', number: 3, mg: 56 },
    )
    expect(only(summary).sessions).toEqual({ visits: 3, seen: 1, notSeen: 1, notAsked: 1 })
    expect(summary.sessions).toEqual({ visits: 3, asked: 1, notAsked: 2 })
  })

  test('an answer nobody knows is no answer', () => {
    const summary = summaryOf(
      { id: 'a', mg: 56, effects: [nausea('n', 30)] },
      { id: 'b', mg: 56, asked: [[90, 'unknown']] },
    )
    expect(only(summary).sessions).toMatchObject({ notSeen: 0, notAsked: 1 })
  })

  test('a question before the end of the dose says nothing of what came after it', () => {
    const summary = summaryOf(
      { id: 'a', mg: 56, effects: [nausea('n', 30)] },
      { id: 'b', mg: 56, asked: [[-10, 'none']] },
      { id: 'c', mg: 56, asked: [[undefined, 'none']] },
      { id: 'd', mg: 56, asked: [[0, 'none']] },
    )
    expect(only(summary).sessions).toEqual({ visits: 4, seen: 1, notSeen: 1, notAsked: 2 })
  })

  test('"some" is an answer once it is written down which', () => {
    const summary = summaryOf(
      { id: 'a', mg: 56, effects: [nausea('n', 30)] },
      { id: 'b', mg: 56, asked: [[90, 'some']] },
      {
        id: 'c',
        mg: 56,
        asked: [[90, 'some']],
        effects: [{ id: 'h', at: 80, effect: { effect: 'headache' } }],
      },
    )
    const found = summary.effects.find((one) => one.effect === 'nausea')
    expect(found?.sessions).toEqual({ visits: 3, seen: 1, notSeen: 1, notAsked: 1 })
  })

  test('is told by the number of the session, those without a number last', () => {
    const summary = summaryOf(
      { id: 'c', mg: 56 },
      { id: 'b', number: 2, mg: 56, asked: [[90, 'none']] },
      { id: 'a', number: 1, mg: 56, effects: [nausea('n', 30), nausea('m', 50)] },
    )
    expect(only(summary).bySession).toEqual([
      { number: 1, visits: 1, seen: 1, notSeen: 0, notAsked: 0 },
      { number: 2, visits: 1, seen: 0, notSeen: 1, notAsked: 0 },
      { visits: 1, seen: 0, notSeen: 0, notAsked: 1 },
    ])
  })

  test('is told by what was given, between its bounds, and never across products', () => {
    const summary = summaryOf(
      { id: 'a', product: 'esketamine-nasal', mg: 56, effects: [nausea('n', 30)] },
      { id: 'b', product: 'esketamine-nasal', mg: 56, asked: [[90, 'none']] },
      { id: 'c', product: 'ketamine-im', mg: 56, asked: [[90, 'none']] },
      { id: 'd', product: 'esketamine-nasal', mg: 'partial' },
    )
    expect(
      only(summary).byDose.map(({ product, delivered, visits, seen }) => [
        product,
        delivered.least.value,
        delivered.most?.value,
        visits,
        seen,
      ]),
    ).toEqual([
      ['esketamine-nasal', 0, 28, 1, 0],
      ['esketamine-nasal', 56, 56, 2, 1],
      ['ketamine-im', 56, 56, 1, 0],
    ])
  })

  test('an effect told of at an evaluation enters the same way, between sessions', () => {
    const summary = summaryOf(
      { id: 'a', number: 1, mg: 56, asked: [[90, 'none']] },
      { id: 'b', effects: [nausea('n', 2000)], asOf: 4000 },
      { id: 'c', asked: [[10, 'none']] },
      { id: 'd' },
    )
    expect(only(summary).between).toEqual({ visits: 3, seen: 1, notSeen: 1, notAsked: 1 })
    expect(only(summary).sessions).toEqual({ visits: 1, seen: 0, notSeen: 1, notAsked: 0 })
    expect(only(summary).courses[0]?.when).toBe('between')
  })

  test('what began before the dose of its visit is of the time between, by its onset', () => {
    const summary = summaryOf({
      id: 'a',
      mg: 56,
      effects: [nausea('n', 20, { effect: { effect: 'nausea', onset: minute(-600) } })],
    })
    expect(only(summary).sessions.seen).toBe(0)
    expect(only(summary).between).toEqual({ visits: 1, seen: 1, notSeen: 0, notAsked: 0 })
  })

  test('an effect at a time nobody knows counts against the dose of its visit', () => {
    const { at: _, ...untimed } = nausea('n', 0)
    expect(only(summaryOf({ id: 'a', mg: 56, effects: [untimed] })).sessions.seen).toBe(1)
  })

  test('effects without a row are told apart by their text', () => {
    const summary = summaryOf({
      id: 'a',
      mg: 56,
      effects: [
        { id: 'x', at: 10, effect: { effect: 'other', text: 'hiccups' } },
        { id: 'y', at: 20, effect: { effect: 'other', text: 'cold hands' } },
      ],
    })
    expect(summary.effects.map((one) => one.text)).toEqual(['cold hands', 'hiccups'])
  })

  test('nothing was asked in no visit at all', () => {
    expect(summarizeSideEffects([])).toEqual({
      visits: 0,
      sessions: { visits: 0, asked: 0, notAsked: 0 },
      between: { visits: 0, asked: 0, notAsked: 0 },
      effects: [],
    })
  })
})

describe('how bad and how long', () => {
  test('the worst grade stands with where it was seen, and those without one are counted', () => {
    const found = only(
      summaryOf(
        { id: 'a', mg: 56, effects: [nausea('n', 30), nausea('m', 60, { effect: { effect: 'nausea' } })] },
        {
          id: 'b',
          mg: 56,
          effects: [nausea('o', 30, { effect: { effect: 'nausea', severity: 3, distress: 2 } })],
        },
        {
          id: 'c',
          mg: 56,
          effects: [nausea('p', 30, { effect: { effect: 'nausea', severity: 2, distress: 9 } })],
        },
      ),
    )
    expect(found.worst).toEqual({ grade: 3, session: 'b', event: 'o' })
    expect(found.ungraded).toBe(1)
    expect(found.mostDistress).toBe(9) // distress is not severity
  })

  test('without a grade nothing is said of the worst', () => {
    const found = only(summaryOf({ id: 'a', mg: 56, effects: [{ id: 'n', effect: { effect: 'nausea' } }] }))
    expect(found.worst).toBeUndefined()
    expect(found.ungraded).toBe(1)
  })

  test('the time to resolution runs from the onset, or from the first observation, and only where it was seen gone', () => {
    const found = only(
      summaryOf({
        id: 'a',
        mg: 56,
        effects: [
          nausea('n', 30, { effect: { effect: 'nausea', onset: minute(20) }, gone: 65 }),
          nausea('m', 100, { gone: 110 }),
          nausea('o', 200),
          nausea('p', 220, { gone: null }),
        ],
      }),
    )
    expect(found.resolution).toEqual({
      resolved: 3,
      untimed: 1,
      shortest: { value: 10, unit: 'min' },
      longest: { value: 45, unit: 'min' },
      open: [{ session: 'a', event: 'o', since: minute(200) }],
    })
    expect(found.courses.map((one) => [one.event, one.lasted])).toEqual([
      ['m', { value: 10, unit: 'min', from: 'first-seen' }],
      ['n', { value: 45, unit: 'min', from: 'onset' }],
      ['o', undefined],
      ['p', undefined],
    ])
  })

  test('an effect seen gone before it began has no length', () => {
    const found = only(
      summaryOf({
        id: 'a',
        mg: 56,
        effects: [nausea('n', 30, { effect: { effect: 'nausea', onset: minute(50) }, gone: 40 })],
      }),
    )
    expect(found.resolution).toEqual({ resolved: 1, untimed: 1, open: [] })
  })

  test('seriousness is counted in three answers, and a high grade is none of them', () => {
    const found = only(
      summaryOf({
        id: 'a',
        mg: 56,
        effects: [
          nausea('n', 30, { effect: { effect: 'nausea', severity: 1, serious: { hospitalisation: 'yes' } } }),
          nausea('m', 30, { effect: { effect: 'nausea', severity: 4 } }),
        ],
      }),
    )
    expect(found.serious).toEqual({ yes: 1, no: 0, unknown: 1 })
  })

  test('what was decided for the next dose is kept with each effect', () => {
    const found = only(
      summaryOf({
        id: 'a',
        mg: 56,
        effects: [
          nausea('n', 30, {
            effect: { effect: 'nausea', nextDose: 'lower', action: 'treated', rescue: 'yes' },
          }),
        ],
      }),
    )
    expect(found.courses[0]).toMatchObject({ nextDose: 'lower', action: 'treated', rescue: 'yes' })
  })
})

describe('visits handed in', () => {
  test('twice count once', () => {
    const one: Visit = { id: 'a', mg: 56, effects: [nausea('n', 30)] }
    expect(summaryOf(one, one)).toEqual(summaryOf(one))
  })

  test('at two moments count once, at the later one', () => {
    const early: Visit = { id: 'a', mg: 56, asOf: 20 }
    const late: Visit = { id: 'a', mg: 56, asOf: 90, effects: [nausea('n', 30)] }
    expect(summaryOf(early, late)).toEqual(summaryOf(late))
    expect(summaryOf(late, early)).toEqual(summaryOf(late))
  })

  test('that differ under one id at one moment are refused, in either order', () => {
    const one: Visit = { id: 'a', mg: 56 }
    const other: Visit = { id: 'a', mg: 84 }
    expect(() => summaryOf(one, other)).toThrow('bad-argument')
    expect(() => summaryOf(other, one)).toThrow('bad-argument')
  })

  test.each(['null', '"visits"', '{}', '[null]', '[{}]', '[{"session":"a"}]'])(
    'that cannot be read are refused: %s',
    (text) => {
      expect(() => summarizeSideEffects(JSON.parse(text))).toThrow(/bad-argument|not-readable/)
    },
  )
})

const effect = fc.record(
  {
    effect: fc.constantFrom('nausea', 'headache', 'other'),
    severity: fc.constantFrom<1 | 2 | 3 | 4 | 5>(1, 2, 3, 4, 5),
    distress: fc.integer({ min: 0, max: 10 }),
    text: fc.constantFrom('hiccups', 'cold'),
  },
  { requiredKeys: ['effect'] },
)
const told = fc.record(
  {
    id: fc.uuid(),
    at: fc.integer({ min: -60, max: 200 }),
    effect,
    gone: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant(null)),
  },
  { requiredKeys: ['id', 'effect'] },
)
const answer = fc.constantFrom('none' as const, 'some' as const, 'unknown' as const)
const someVisit: fc.Arbitrary<Visit> = fc.record(
  {
    id: fc.uuid(),
    number: fc.integer({ min: 1, max: 4 }),
    product: fc.constantFrom('esketamine-nasal', 'ketamine-im'),
    mg: fc.constantFrom(28, 56, 84, 'partial' as const),
    asked: fc.array(fc.tuple(fc.oneof(fc.integer({ min: -60, max: 200 }), fc.constant(undefined)), answer), {
      maxLength: 3,
    }),
    effects: fc.uniqueArray(told, { maxLength: 4, selector: (one) => one.id }),
  },
  { requiredKeys: ['id'] },
)
const visits = fc.uniqueArray(someVisit, { maxLength: 6, selector: (one) => one.id })

describe('laws', () => {
  test('the order of the visits, and of the effects in them, makes no difference', () => {
    fc.assert(
      fc.property(
        visits.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const turned = shuffled.map((one) => {
            const state = stateOf(one)
            return { ...state, entries: state.entries.toReversed(), effects: state.effects.toReversed() }
          })
          expect(summarizeSideEffects(turned)).toEqual(summaryOf(...all))
        },
      ),
    )
  })

  test('the three counts always add up to the visits', () => {
    fc.assert(
      fc.property(visits, (all) => {
        for (const one of summaryOf(...all).effects) {
          for (const count of [one.sessions, one.between, ...one.bySession, ...one.byDose]) {
            expect(count.seen + count.notSeen + count.notAsked).toBe(count.visits)
          }
          const summed = one.bySession.reduce((sum, count) => sum + count.seen, 0)
          expect(summed).toBe(one.sessions.seen)
          expect(one.byDose.reduce((sum, count) => sum + count.visits, 0)).toBe(one.sessions.visits)
        }
      }),
    )
  })

  test('one more observation never lowers the worst grade, nor the visits in which an effect was seen', () => {
    fc.assert(
      fc.property(visits, someVisit, told, (all, host, more) => {
        const others = all.filter((one) => one.id !== host.id)
        const before = summaryOf(...others, host)
        const added = { ...host, effects: [...(host.effects ?? []), { ...more, id: 'added' }] }
        const after = summaryOf(...others, added)
        for (const one of before.effects) {
          const same = after.effects.find((now) => now.effect === one.effect && now.text === one.text)
          expect(same?.worst?.grade ?? 0).toBeGreaterThanOrEqual(one.worst?.grade ?? 0)
          expect(same?.sessions.seen).toBeGreaterThanOrEqual(one.sessions.seen)
        }
      }),
    )
  })

  test('an effect nobody saw gone is open, however late it is', () => {
    fc.assert(
      fc.property(visits, (all) => {
        for (const one of summaryOf(...all).effects) {
          expect(one.resolution.open.length + one.resolution.resolved).toBe(one.courses.length)
          expect(one.resolution.open.map(({ event }) => event)).toEqual(
            one.courses.filter(({ resolved }) => resolved === undefined).map(({ event }) => event),
          )
        }
      }),
    )
  })

  test('an answer taken away never makes a visit free of an effect', () => {
    fc.assert(
      fc.property(visits, (all) => {
        const full = summaryOf(...all)
        const blanked = summaryOf(...all.map((one) => ({ ...one, asked: [] })))
        for (const one of blanked.effects) {
          expect(one.sessions.notSeen).toBe(0)
          const before = full.effects.find((was) => was.effect === one.effect && was.text === one.text)
          expect(one.sessions.seen).toBe(before?.sessions.seen)
        }
      }),
    )
  })
})

describe('the scripted visits', () => {
  const read = (name: string): SessionState => {
    const { session, zone, jurisdiction, expected } = JSON.parse(
      readFileSync(new URL(`../vectors/sessions/${name}.json`, import.meta.url), 'utf8'),
    )
    const parsed = parse(Session, session)
    if (!parsed.ok) throw parsed.error
    const [content, policy] = jurisdiction === 'us' ? [us, usStartingPolicy] : [eu, euStartingPolicy]
    return replaySession(parsed.value, { asOf: expected.at(-1).asOf, zone, content, policy })
  }

  test('nasal: dissociation for an hour and two minutes, a headache the next morning that nobody saw gone', () => {
    const { effects, sessions } = summarizeSideEffects([read('nasal-us')])
    expect(sessions).toEqual({ visits: 1, asked: 1, notAsked: 0 })
    expect(effects.map((one) => [one.effect, one.sessions.seen, one.worst?.grade])).toEqual([
      ['dissociation', 1, 1],
      ['headache', 1, 1],
    ])
    expect(effects[0]?.resolution.longest).toEqual({ value: 62, unit: 'min' })
    expect(effects[1]?.resolution.open).toHaveLength(1)
    expect(effects[0]?.byDose[0]).toMatchObject({
      product: 'esketamine-nasal',
      delivered: { least: { value: 56, unit: 'mg' }, most: { value: 56, unit: 'mg' } },
    })
  })

  test('together they are told apart by product and by dose', () => {
    const { effects, visits } = summarizeSideEffects([read('iv-us'), read('nasal-us'), read('nasal-eu-65')])
    expect(visits).toBe(3)
    const dissociation = effects.find((one) => one.effect === 'dissociation')
    expect(dissociation?.sessions).toMatchObject({ visits: 3, seen: 2 })
    expect(dissociation?.byDose.map((one) => one.product)).toEqual([
      'esketamine-nasal',
      'esketamine-nasal',
      'ketamine-iv',
    ])
    expect(
      effects.every((one) => one.effect === 'other' || us.sideEffects?.some((row) => row.id === one.effect)),
    ).toBe(true)
  })
})
