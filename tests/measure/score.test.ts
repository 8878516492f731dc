/** One form, scored: totals, what is missing, flags, levels, and what disagrees. */
import { describe, expect, test } from 'vitest'
import { scoreMeasure } from '../../src/measure/score.ts'
import type { FilledForm, Score } from '../../src/measure/score-shape.ts'
import { ladder, made, marks, mood, pair, sleepless } from './small-instruments.ts'

/** The score of a form that is not refused. */
function scored(form: FilledForm, instrument = mood): Score {
  const result = scoreMeasure(instrument, form)
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.path}`)
  return result.value
}

const flagsOf = (score: Score): Readonly<Record<string, string>> =>
  Object.fromEntries(score.flags.map(({ id, truth }) => [id, truth]))

const full = { q1: 1, q2: 2, q3: 0, q4: 3 }

describe('a form that was answered in full', () => {
  test('comes to the sum of its items, with the band, the parts and every flag', () => {
    const score = scored({ answers: full, takenAt: '2026-10-05' })
    expect(score).toMatchObject({ status: 'complete', total: 6, band: 'marked', missing: [], conflicts: [] })
    expect(score.exact).toEqual({ numerator: 6, denominator: 1 })
    expect(score.bands).toEqual([
      { set: 'of-the-body', band: 'calm' },
      { set: 'of-the-total', band: 'marked' },
    ])
    expect(score.subscales).toEqual([
      {
        id: 'body',
        domain: 'sleep',
        status: 'complete',
        total: 2,
        exact: { numerator: 2, denominator: 1 },
        range: { least: 0, most: 6 },
      },
    ])
    expect(score.flags[0]).toEqual({ id: 'harm', kind: 'safety', truth: 'yes', actions: ['ask-about-harm'] })
    expect(flagsOf(score)).toEqual({ harm: 'yes', positive: 'yes', women: 'unknown' })
    expect(score.items).toEqual({ ...full, q5: null })
    expect(score.instrument).toEqual({ id: 'mood', version: '1', rater: 'self', worse: 'higher' })
    expect([score.takenAt, score.missingRule, score.statedTotal]).toEqual(['2026-10-05', 'one-by-mean', null])
  })

  test('takes nought for an answer', () => {
    const score = scored({ answers: { q1: 0, q2: 0, q3: 0, q4: 0 } })
    expect(score).toMatchObject({ status: 'complete', total: 0, band: 'little' })
    expect(flagsOf(score)).toEqual({ harm: 'no', positive: 'no', women: 'no' })
  })

  test('may be answered in codes of the list of an item', () => {
    expect(scored({ answers: { ...full, q1: 'LA-two' } })).toMatchObject({ total: 7, issues: [] })
  })

  test('leaves an item without a score out of the sum, answered or not', () => {
    const score = scored({ answers: { ...full, q5: 3 } })
    expect(score).toMatchObject({ status: 'complete', total: 6 })
    expect(score.items.q5).toBe(3)
  })

  test('has no cut-off for women in a man, and one in a woman', () => {
    expect(flagsOf(scored({ answers: full, sex: 'male' })).women).toBe('no')
    expect(flagsOf(scored({ answers: full, sex: 'female' })).women).toBe('yes')
  })

  test('turns reversed items round, and takes the mean where the mean is the score', () => {
    const score = scored({ answers: { q1: 5, q2: 1, q3: 2 } }, pair)
    expect(score).toMatchObject({
      status: 'complete',
      total: 11 / 3,
      exact: { numerator: 11, denominator: 3 },
    })
    expect(score.items).toEqual({ q1: 5, q2: 4, q3: 2 })
  })

  test('counts the highest of a domain once, and needs one of a pair only', () => {
    const score = scored({ answers: { q1: 1, q2: 3, q4: 2, q5: 1 } }, sleepless)
    expect(score).toMatchObject({ status: 'complete', total: 6, missing: [] })
    expect(score.items.q3).toBe(null)
  })
})

describe('missing answers', () => {
  test('are filled with the mean as far as the rule goes, and that is said', () => {
    // 1 + 2 + 1 over three items: 4 x 4 / 3 = 5 1/3
    const score = scored({ answers: { q1: 1, q2: 2, q3: 1 } })
    expect(score).toMatchObject({ status: 'prorated', total: 5, band: 'some', missing: ['q4'] })
    expect(score.exact).toEqual({ numerator: 16, denominator: 3 })
    expect(score.items.q4).toBe(null)
  })

  test('a half is rounded up', () => {
    const six = made({
      id: 'six',
      items: ['q1', 'q2', 'q3', 'q4'].map((id) => ({ id, label: 'a matter', values: [0, 1, 2, 3] })),
      scoring: { kind: 'sum', of: ['q1', 'q2', 'q3', 'q4'] },
      range: { least: 0, most: 12 },
      missing: { id: 'two', atMost: 2, text: 'Two may be filled.', ...marks },
    })
    // (1 + 2) x 4 / 2 = 6; (0 + 0 + 1) x 4 / 3 = 1 1/3; 3 / 4 x ... has no half, two of four do: 1.5 x 4 / 4
    expect(scored({ answers: { q1: 1, q2: 2 } }, six).total).toBe(6)
    expect(scored({ answers: { q1: 0, q2: 0, q3: 1 } }, six).total).toBe(1)
    const fifth = made({
      id: 'fifth',
      items: ['q1', 'q2', 'q3'].map((id) => ({ id, label: 'a matter', values: [0, 1, 2, 3] })),
      scoring: { kind: 'sum', of: ['q1', 'q2', 'q3'] },
      range: { least: 0, most: 9 },
      missing: { id: 'one', atMost: 1, text: 'One may be filled.', ...marks },
    })
    // (0 + 1) x 3 / 2 = 1.5
    expect(scored({ answers: { q1: 0, q2: 1 } }, fifth)).toMatchObject({
      total: 2,
      exact: { numerator: 3, denominator: 2 },
    })
  })

  test('are not filled where that is turned off, or beyond the rule', () => {
    const off = scored({ answers: { q1: 1, q2: 2, q3: 1 }, missing: 'none-allowed' })
    expect(off).toMatchObject({ status: 'incomplete', total: null, exact: null, missingRule: 'none-allowed' })
    const two = scored({ answers: { q1: 1, q2: 2 } })
    expect(two).toMatchObject({ status: 'incomplete', total: null, band: null, missing: ['q3', 'q4'] })
  })

  test('leave a safety flag open, never answered no', () => {
    expect(flagsOf(scored({ answers: { q1: 0, q2: 0, q3: 0 } })).harm).toBe('unknown')
    expect(flagsOf(scored({ answers: { q1: 0, q2: 0, q3: 0, q4: null } })).harm).toBe('unknown')
  })

  test('leave a flag of the total answered only where every value of them says the same', () => {
    const positive = (answers: FilledForm['answers']): string | undefined =>
      flagsOf(scored({ answers })).positive
    expect(positive({ q1: 3, q2: 3 })).toBe('yes') // 6 to 12
    expect(positive({ q1: 2, q2: 0, q3: 0 })).toBe('no') // 2 to 5
    expect(positive({ q1: 2, q2: 1, q3: 0 })).toBe('unknown') // 3 to 6; the mean would say 4
  })

  test('of everything leave nothing', () => {
    const score = scored({ answers: {} })
    expect(score).toMatchObject({ status: 'incomplete', total: null, missing: ['q1', 'q2', 'q3', 'q4'] })
    expect(flagsOf(score)).toEqual({ harm: 'unknown', positive: 'unknown', women: 'unknown' })
  })

  test('a value that says "not assessed" is no answer', () => {
    const score = scored({ answers: { q1: 5, q2: 1, q3: 9 } }, pair)
    expect(score).toMatchObject({ status: 'prorated', total: 4.5, missing: ['q3'] })
  })

  test('a domain is known without them once it cannot rise', () => {
    expect(scored({ answers: { q1: 3, q3: 0, q5: 0 } }, sleepless)).toMatchObject({
      status: 'complete',
      total: 3,
    })
    const open = scored({ answers: { q1: 2, q5: 0 } }, sleepless)
    expect(open).toMatchObject({ status: 'incomplete', missing: ['q2', 'q3', 'q4'] })
  })

  test('a code of no list is reported and leaves the item unanswered', () => {
    const score = scored({ answers: { ...full, q4: 'LA-of-another' } })
    expect(score).toMatchObject({ status: 'prorated', missing: ['q4'] })
    expect(score.issues).toEqual([{ code: 'unknown-answer-code', path: 'answers.q4' }])
    expect(flagsOf(score).harm).toBe('unknown')
  })

  test('a number written as text is such a code: it is not read', () => {
    const score = scored({ answers: { ...full, q1: '2' } })
    expect(score).toMatchObject({ status: 'prorated', missing: ['q1'] })
    expect(score.issues).toEqual([{ code: 'unknown-answer-code', path: 'answers.q1' }])
  })
})

describe('what disagrees', () => {
  const twice = (...answers: (number | string | null)[]): FilledForm => ({
    answers: [
      { item: 'q1', answer: 1 },
      { item: 'q2', answer: 2 },
      { item: 'q3', answer: 0 },
      ...answers.map((answer) => ({ item: 'q4', answer })),
    ],
  })

  test('an item answered twice differently: no total, and the worse feeds the flags', () => {
    const score = scored(twice(0, 2))
    expect(score).toMatchObject({ status: 'incomplete', total: null, band: null, missing: [] })
    expect(score.conflicts).toEqual([{ kind: 'item', item: 'q4', values: [0, 2] }])
    expect(flagsOf(score).harm).toBe('yes')
    expect(score.items.q4).toBe(2)
  })

  test('the part without that item keeps its number', () => {
    expect(scored(twice(0, 2)).subscales[0]).toMatchObject({ status: 'complete', total: 2 })
  })

  test('the same answer twice is one answer, and a blank beside it none', () => {
    expect(scored(twice(2, 2))).toMatchObject({ status: 'complete', total: 5, conflicts: [] })
    expect(scored(twice(2, null))).toMatchObject({ status: 'complete', total: 5, conflicts: [] })
  })

  test('beside an answer that cannot be read the known one is the least there is', () => {
    const score = scored(twice(2, 'LA-of-another'))
    expect(score).toMatchObject({ status: 'prorated', missing: ['q4'] })
    expect(flagsOf(score).harm).toBe('yes')
    expect(flagsOf(scored(twice(0, 'LA-of-another'))).harm).toBe('unknown')
  })

  test('where lower is worse the lower one stands; values are told as they were given', () => {
    const score = scored(
      {
        answers: [
          { item: 'q1', answer: 4 },
          { item: 'q2', answer: 0 },
          { item: 'q2', answer: 4 },
          { item: 'q3', answer: 3 },
        ],
      },
      pair,
    )
    expect(score.conflicts).toEqual([{ kind: 'item', item: 'q2', values: [0, 4] }])
    expect(score.items.q2).toBe(1)
  })

  test('"not assessed" beside a value is one answer too many: the value is looked at, no total is made', () => {
    const rated = (...ratings: (number | string | null)[]) =>
      scored(
        {
          answers: [
            { item: 'q1', answer: 5 },
            { item: 'q2', answer: 1 },
            ...ratings.map((answer) => ({ item: 'q3', answer })),
          ],
        },
        pair,
      )
    for (const score of [rated(9, 4), rated(4, 9), rated(9, 4, 4, 9)]) {
      expect(score).toMatchObject({ status: 'incomplete', total: null, missing: [], items: { q3: 4 } })
      expect(score.conflicts).toEqual([{ kind: 'item', item: 'q3', values: [4, 9] }])
    }
    expect(rated(4, 9, 2).conflicts).toEqual([{ kind: 'item', item: 'q3', values: [2, 4, 9] }])
    // Twice the same, or beside a blank, it is no answer; beside what cannot be read nothing is known.
    expect(rated(9, 9, null)).toMatchObject({ status: 'prorated', missing: ['q3'], conflicts: [] })
    expect(rated(9, 'LA-of-another')).toMatchObject({ status: 'prorated', missing: ['q3'], conflicts: [] })
  })

  test('a written total that is not the sum: both are named, neither is taken, the worse is looked at', () => {
    const score = scored({ answers: { q1: 1, q2: 1, q3: 1, q4: 0 }, statedTotal: 7 })
    expect(score).toMatchObject({
      status: 'incomplete',
      total: null,
      exact: null,
      band: null,
      statedTotal: 7,
    })
    expect(score.conflicts).toEqual([{ kind: 'total', stated: 7, summed: 3 }])
    expect(flagsOf(score).positive).toBe('yes')
  })

  test('a written total that is the sum changes nothing', () => {
    expect(scored({ answers: full, statedTotal: 6 })).toMatchObject({
      status: 'complete',
      total: 6,
      conflicts: [],
    })
  })

  test('a written total without items is kept, and is no total', () => {
    const score = scored({ answers: {}, statedTotal: 9 })
    expect(score).toMatchObject({ status: 'incomplete', total: null, statedTotal: 9, conflicts: [] })
  })

  test('a written total beside some items has to be possible', () => {
    expect(scored({ answers: { q1: 1, q2: 2 }, statedTotal: 9 }).conflicts).toEqual([])
    expect(scored({ answers: { q1: 1, q2: 2 }, statedTotal: 10 }).conflicts).toEqual([
      { kind: 'total', stated: 10, summed: 3 },
    ])
    expect(scored({ answers: { q1: 1, q2: 2, q3: 1 }, statedTotal: 5 })).toMatchObject({ status: 'prorated' })
  })

  test('a written total beside filled items that is the sum of the given ones: the conflict names both numbers', () => {
    // 1 + 2 + 1 = 4 as given; 4 x 4 / 3 = 5 1/3 filled
    const three = { q1: 1, q2: 2, q3: 1 }
    const score = scored({ answers: three, statedTotal: 4 })
    expect(score).toMatchObject({
      status: 'incomplete',
      total: null,
      exact: null,
      band: null,
      statedTotal: 4,
    })
    expect(score.conflicts).toEqual([{ kind: 'total', stated: 4, summed: 4, filled: 5 }])
    expect(scored({ answers: three, statedTotal: 7 }).conflicts).toEqual([
      { kind: 'total', stated: 7, summed: 4, filled: 5 },
    ])
    expect(scored({ answers: three, statedTotal: 5 }).conflicts).toEqual([])
    // Where nothing may be filled the written total is possible: the last item is then nought.
    expect(scored({ answers: three, statedTotal: 4, missing: 'none-allowed' }).conflicts).toEqual([])
    // Nought filled is nought, and a mean is the same mean with items filled: there is one number.
    expect(scored({ answers: { q1: 0, q2: 0, q3: 0 }, statedTotal: 2 }).conflicts).toEqual([
      { kind: 'total', stated: 2, summed: 0 },
    ])
    expect(scored({ answers: { q1: 5, q2: 1 }, statedTotal: 2 }, pair).conflicts).toEqual([
      { kind: 'total', stated: 2, summed: 4.5 },
    ])
  })

  test.each([
    [3.67, []],
    [3.7, []],
    [4, []],
    [3.6, ['total']],
    [3, ['total']],
  ])('a written mean of %d beside 11/3', (statedTotal, kinds) => {
    const score = scored({ answers: { q1: 5, q2: 1, q3: 2 }, statedTotal }, pair)
    expect(score.conflicts.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('levels', () => {
  const level = (answers: FilledForm['answers']) => {
    const { status, triage, conflicts, missing, issues } = scored({ answers }, ladder)
    return {
      status,
      level: triage?.level,
      atLeast: triage?.atLeast,
      conflicts: conflicts.length,
      missing,
      issues: issues.map(({ code }) => code),
    }
  }
  const clear = { status: 'complete', atLeast: false, conflicts: 0, missing: [], issues: [] }

  test('the gravest that holds is the level', () => {
    expect(level({ q1: 1, q2: 1, q3: 1 })).toEqual({ ...clear, level: 'act' })
    expect(level({ q1: 1, q2: 0, q3: 0 })).toEqual({ ...clear, level: 'wish' })
  })

  test('what is not asked after a no counts as no', () => {
    expect(level({ q1: 0, q3: 0 })).toEqual({ ...clear, level: 'none' })
  })

  test('with an answer missing there is a floor, and with nothing answered not even that', () => {
    expect(level({ q1: 1, q2: 1 })).toMatchObject({ status: 'incomplete', level: 'plan', atLeast: true })
    expect(level({ q1: 0 })).toMatchObject({
      status: 'incomplete',
      level: null,
      atLeast: true,
      missing: ['q3'],
    })
    expect(level({})).toMatchObject({ status: 'incomplete', level: null, atLeast: true })
  })

  test('the gravest level is certain whatever is missing, and the form still incomplete', () => {
    expect(level({ q3: 1 })).toMatchObject({ status: 'incomplete', level: 'act', atLeast: false })
  })

  test('answers that contradict one another keep the graver level, and are told once', () => {
    expect(level({ q1: 0, q2: 1, q3: 0 })).toEqual({
      status: 'incomplete',
      level: 'plan',
      atLeast: false,
      conflicts: 1,
      missing: [],
      issues: [],
    })
  })

  test('an answer that was not asked for counts, and is told', () => {
    const skipping = made({
      id: 'skipping',
      items: [
        { id: 'q1', label: 'ever', values: [0, 1] },
        { id: 'q2', label: 'how much', values: [0, 1, 2], notAskedIf: { item: 'q1', is: 0 } },
      ],
      scoring: { kind: 'sum', of: ['q1', 'q2'] },
      range: { least: 0, most: 3 },
    })
    expect(scored({ answers: { q1: 0 } }, skipping)).toMatchObject({
      status: 'complete',
      total: 0,
      missing: [],
    })
    expect(scored({ answers: { q1: 0, q2: 0 } }, skipping)).toMatchObject({ status: 'complete', issues: [] })
    const odd = scored({ answers: { q1: 0, q2: 2 } }, skipping)
    expect(odd).toMatchObject({ status: 'complete', total: 2 })
    expect(odd.issues).toEqual([{ code: 'answered-though-not-asked', path: 'answers.q2' }])
    // What cannot be read was still answered: it is not taken for a skip.
    expect(scored({ answers: { q1: 0, q2: 'LA-of-another' } }, skipping)).toMatchObject({ missing: ['q2'] })
  })

  test('an answer against a skip leaves the other questions of that skip open', () => {
    // q2 and q3 are not asked after a no to q1, q4 not after a no to q3, q6 not after a no to q5.
    const rows = [undefined, 'q1', 'q1', 'q3', undefined, 'q5']
    const branching = made({
      id: 'branching',
      items: rows.map((after, n) => ({
        id: `q${n + 1}`,
        label: 'a matter',
        values: [0, 1],
        ...(after === undefined ? {} : { notAskedIf: { item: after, is: 0 } }),
      })),
      scoring: { kind: 'sum', of: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'] },
      range: { least: 0, most: 6 },
    })
    const missing = (answers: FilledForm['answers']) => scored({ answers }, branching).missing
    expect(missing({ q1: 0, q5: 0 })).toEqual([])
    expect(missing({ q1: 0, q2: 1, q5: 0 })).toEqual(['q3', 'q4'])
    // A skip after a skip: q4 was asked, so q3 was, and q2 may have been.
    expect(missing({ q1: 0, q4: 1, q5: 0 })).toEqual(['q2', 'q3'])
    // An answer that cannot be read may be one against the skip; the smallest value is none.
    expect(missing({ q1: 0, q2: 'LA-of-another', q5: 0 })).toEqual(['q2', 'q3', 'q4'])
    expect(missing({ q1: 0, q2: 0, q5: 0 })).toEqual([])
    expect(missing({ q1: 0, q2: 1, q3: 0, q5: 0 })).toEqual([])
  })
})

describe('instruments of other kinds', () => {
  const stated = made({
    id: 'stated',
    items: [],
    scoring: { kind: 'stated' },
    range: { least: 0, most: 63 },
    flags: [
      {
        id: 'high',
        kind: 'attention',
        label: 'High',
        when: { kind: 'total', is: 'at-least', value: 29 },
        ...marks,
      },
    ],
  })

  test('a form without items is what it says', () => {
    expect(scored({ answers: {}, statedTotal: 30 }, stated)).toMatchObject({ status: 'complete', total: 30 })
    expect(flagsOf(scored({ answers: {}, statedTotal: 30 }, stated))).toEqual({ high: 'yes' })
    const empty = scored({ answers: {} }, stated)
    expect(empty).toMatchObject({ status: 'incomplete', total: null })
    expect(flagsOf(empty)).toEqual({ high: 'unknown' })
  })

  test('a form of no number is complete when every item is', () => {
    const profile = made({
      id: 'profile',
      items: [
        { id: 'q1', label: 'one', values: [1, 2] },
        { id: 'q2', label: 'two', values: [1, 2] },
      ],
      scoring: { kind: 'none' },
    })
    expect(scored({ answers: { q1: 1, q2: 2 } }, profile)).toMatchObject({
      status: 'complete',
      total: null,
      range: null,
    })
    expect(scored({ answers: { q1: 1 } }, profile)).toMatchObject({ status: 'incomplete', missing: ['q2'] })
  })

  test('a question that asks of one item twice is judged over its values together', () => {
    const either = made({
      id: 'either',
      items: [{ id: 'q1', label: 'one', values: [0, 1, 2] }],
      scoring: { kind: 'sum', of: ['q1'] },
      range: { least: 0, most: 2 },
      flags: [
        {
          id: 'one-way-or-the-other',
          kind: 'attention',
          label: 'At most one, or at least one',
          when: {
            kind: 'any',
            of: [
              { kind: 'item', item: 'q1', is: 'at-most', value: 1 },
              { kind: 'total', is: 'at-least', value: 1 },
            ],
          },
          ...marks,
        },
      ],
    })
    expect(flagsOf(scored({ answers: {} }, either))).toEqual({ 'one-way-or-the-other': 'yes' })
  })
})
