/** The laws of scoring, over instruments by chance and over every one that is shipped. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Filled, filled, forms } from './arbitrary.ts'
import {
  agreesPlainly,
  answersTheSameTwice,
  knowingLessMakesNobodySurer,
  marksWhatItFills,
  orderSaysNothing,
  raisingNeverLowers,
  scored,
  staysInRange,
} from './laws.ts'
import { type WayNotMissed, waysNotMissed, whyNotMissed } from './not-missed.ts'
import { shipped } from './shipped.ts'

const keys = fc.array(fc.nat(100), { minLength: 1, maxLength: 8 })
const anything = { odd: true, stated: true }
const readable = { odd: false, stated: true }

function hold(odd: fc.Arbitrary<Filled>, plain: fc.Arbitrary<Filled>, runs: number): void {
  const law = (name: string, property: fc.IRawProperty<unknown>): void => {
    test(name, () => {
      fc.assert(property, { numRuns: runs })
    })
  }
  law('a total lies in its range', fc.property(odd, staysInRange))
  law('what was filled is marked', fc.property(odd, marksWhatItFills))
  law('raising an item never lowers the total or the band', fc.property(plain, fc.nat(), raisingNeverLowers))
  law(
    'taking an answer away completes nothing and makes nobody surer',
    fc.property(plain, fc.nat(), knowingLessMakesNobodySurer),
  )
  law('the order of a list says nothing', fc.property(odd, keys, orderSaysNothing))
  law('the same form gives the same bytes, and stays as it was', fc.property(odd, answersTheSameTwice))
  law('the engine and the plain scorer agree', fc.property(odd, agreesPlainly))
}

describe('any instrument', () => {
  hold(filled(anything), filled(readable), 2_000)
})

describe.each([...shipped.values()].filter(({ items }) => items.length > 0))('$id', (instrument) => {
  const of = (oddities: typeof anything) => forms(instrument, oddities).map((form) => ({ instrument, form }))
  hold(of(anything), of(readable), 60)
})

const sixteen = Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`q${n + 1}`, 0]))

// Every way an answer can go without being missed, met by forms of shipped instruments: there is no other one.
const notMissed: readonly (readonly [
  way: WayNotMissed | undefined,
  id: string,
  answers: Readonly<Record<string, number>>,
  gone: string,
  after: object,
])[] = [
  [
    'against-the-skip',
    'c-ssrs-screener-since-last',
    { q1: 0, q2: 0, q4: 1, q6: 0 },
    'q4',
    { status: 'complete', missing: [], triage: { level: 'none', atLeast: false }, flags: [{ truth: 'no' }] },
  ],
  [
    'against-the-skip',
    'c-ssrs-screener',
    { q1: 0, q2: 0, q3: 1, q4: 0, q5: 0, q6: 0 },
    'q3',
    { status: 'complete', missing: [], triage: { level: 'none', atLeast: false }, flags: [{ truth: 'no' }] },
  ],
  [
    'against-the-skip',
    'c-ssrs-screener',
    { q1: 0, q2: 0, q6: 0, q6a: 1 },
    'q6a',
    { status: 'complete', missing: [], triage: { level: 'none', atLeast: false }, flags: [{ truth: 'no' }] },
  ],
  [
    'against-the-skip',
    'c-ssrs-screener-lifetime',
    { q1: 0, q2: 0, q5: 1, q6: 0 },
    'q5',
    { status: 'complete', missing: [], flags: [{ truth: 'no' }, { truth: 'no' }] },
  ],
  ['against-the-skip', 'audit-c', { q1: 0, q2: 2 }, 'q2', { status: 'complete', total: 0, missing: [] }],
  ['one-of-a-pair', 'qids-sr16', { ...sixteen, q6: 1, q7: 2 }, 'q7', { status: 'complete', total: 1 }],
  ['beside-the-highest', 'qids-sr16', { ...sixteen, q1: 3 }, 'q2', { total: 3, items: { q2: null } }],
  // Two answers stand against the skip: with one of them gone the other one still says that it was not followed.
  [
    undefined,
    'c-ssrs-screener',
    { q1: 0, q2: 0, q3: 1, q4: 1, q6: 0 },
    'q4',
    {
      status: 'incomplete',
      missing: ['q4', 'q5'],
      triage: { level: '3', atLeast: true },
      flags: [{ truth: 'yes' }],
    },
  ],
  [undefined, 'audit-c', { q1: 0, q2: 2, q3: 3 }, 'q3', { status: 'incomplete', missing: ['q3'] }],
  // The answer before a skip goes: what stands under it is open.
  [
    undefined,
    'c-ssrs-screener-since-last',
    { q1: 0, q2: 0, q6: 0 },
    'q2',
    { status: 'incomplete', missing: ['q2', 'q3', 'q4', 'q5'], flags: [{ truth: 'unknown' }] },
  ],
  [undefined, 'audit-c', { q1: 0 }, 'q1', { status: 'incomplete', missing: ['q1', 'q2', 'q3'] }],
]

describe('an answer that is taken away is missing, but for the ways the form itself provides', () => {
  test.each(notMissed)('%s: %s %o without %s', (way, id, answers, gone, after) => {
    const instrument = shipped.get(id)
    if (instrument === undefined) throw new Error(`no instrument ${id}`)
    const { [gone]: _, ...left } = answers
    expect(whyNotMissed(instrument, { answers: left }, gone)).toBe(way)
    expect(scored({ instrument, form: { answers: left } })).toMatchObject(after)
    expect(scored({ instrument, form: { answers } })).not.toMatchObject(after)
  })

  test('there are three such ways', () => {
    expect(Object.keys(waysNotMissed)).toEqual(['against-the-skip', 'one-of-a-pair', 'beside-the-highest'])
  })
})
