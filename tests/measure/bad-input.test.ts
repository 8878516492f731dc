/** Forms that are wrong: refused by code and path, or read with the gap they have; nothing half scored. */
import { describe, expect, test } from 'vitest'
import { markParsed } from '../../src/kernel/parsed.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import type { FilledForm } from '../../src/measure/score-shape.ts'
import { shipped } from './shipped.ts'
import { made, mood, pair } from './small-instruments.ts'

const full = { q1: 1, q2: 2, q3: 0, q4: 3 }

/** A form as it comes from outside: of any shape. */
const outside = (form: unknown): FilledForm => JSON.parse(JSON.stringify({ form })).form

/** The same without a detour, for what JSON cannot say. */
function handed(form: unknown): FilledForm {
  const box: { form: FilledForm } = { form: { answers: {} } }
  Object.assign(box, { form })
  return box.form
}

const refusal = (form: FilledForm, instrument = mood) => {
  const result = scoreMeasure(instrument, form)
  return result.ok ? 'scored' : `${result.error.code} at ${result.error.path}`
}

describe('the cases of the requirements', () => {
  const phq9 = shipped.get('phq-9') ?? mood
  const madrs = shipped.get('madrs') ?? mood
  const nine = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`q${n + 1}`, 1]))
  const ten = { ...nine, q10: 1 }

  test('B-057: an item out of its range or between two values is refused by name', () => {
    expect(refusal({ answers: { ...nine, q4: 4 } }, phq9)).toBe('answer-out-of-range at answers.q4')
    expect(refusal({ answers: { ...nine, q4: 1.5 } }, phq9)).toBe('answer-not-whole at answers.q4')
    expect(refusal({ answers: { ...ten, q2: 7 } }, madrs)).toBe('answer-out-of-range at answers.q2')
  })

  test('B-058: eight of nine are never complete: prorated and marked, or incomplete', () => {
    const { q8: _left, ...eight } = nine
    const filled = scoreMeasure(phq9, { answers: eight })
    expect(filled.ok && [filled.value.status, filled.value.missing]).toEqual(['prorated', ['q8']])
    const strict = scoreMeasure(phq9, { answers: eight, missing: 'none-allowed' })
    expect(strict.ok && [strict.value.status, strict.value.total]).toEqual(['incomplete', null])
  })

  test('B-059: without item 9 suicidality is unknown, and stands there as a safety flag', () => {
    const { q9: _left, ...eight } = nine
    const score = scoreMeasure(phq9, { answers: eight })
    expect(score.ok && score.value.flags.find(({ id }) => id === 'suicidality')).toMatchObject({
      kind: 'safety',
      truth: 'unknown',
    })
  })

  test('B-060: item 9 answered twice differently: no total, and the worse answer raises the flag', () => {
    const answers = [...Object.entries(nine), ['q9', 0] as const].map(([item, answer]) => ({ item, answer }))
    const score = scoreMeasure(phq9, { answers })
    expect(score.ok && score.value).toMatchObject({
      status: 'incomplete',
      total: null,
      conflicts: [{ kind: 'item', item: 'q9', values: [0, 1] }],
    })
    expect(score.ok && score.value.flags.find(({ id }) => id === 'suicidality')?.truth).toBe('yes')
  })

  test('B-061: a form without a date is scored, and says that it has none', () => {
    const score = scoreMeasure(phq9, { answers: nine })
    expect(score.ok && score.value.takenAt).toBe(null)
  })
})

describe('answers that are none', () => {
  test.each([
    ['a number between two', 1.5],
    ['a number that is none', Number.NaN],
    ['a number without end', Number.POSITIVE_INFINITY],
    ['true', true],
    ['an object', { value: 1 }],
    ['a list', [1]],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('1')],
  ])('%s is refused', (_what, answer) => {
    expect(refusal(handed({ answers: { ...full, q2: answer } }))).toBe('answer-not-whole at answers.q2')
    const list = [{ item: 'q2', answer }]
    expect(refusal(handed({ answers: list }))).toBe('answer-not-whole at answers.q2')
  })

  test.each([-1, 4, 1e21, Number.MAX_SAFE_INTEGER])(
    '%d is outside the range and is not moved into it',
    (answer) => {
      expect(refusal({ answers: { ...full, q2: answer } })).toBe('answer-out-of-range at answers.q2')
    },
  )

  test('a value between those an item takes is out of range', () => {
    const even = made({
      id: 'even',
      items: [{ id: 'q1', label: 'by twos', values: [0, 2, 4] }],
      scoring: { kind: 'sum', of: ['q1'] },
      range: { least: 0, most: 4 },
    })
    expect(refusal({ answers: { q1: 3 } }, even)).toBe('answer-out-of-range at answers.q1')
    expect(refusal({ answers: { q1: 2 } }, even)).toBe('scored')
  })

  test('minus nought is nought', () => {
    const score = scoreMeasure(mood, { answers: { ...full, q3: -0 } })
    expect(score.ok && Object.is(score.value.items.q3, 0)).toBe(true)
  })

  test('an item of another instrument is refused by its name', () => {
    expect(refusal({ answers: { ...full, q17: 1 } })).toBe('unknown-item at answers.q17')
    expect(refusal({ answers: { q3: 1 } }, made({ id: 'x', items: [], scoring: { kind: 'stated' } }))).toBe(
      'unknown-item at answers.q3',
    )
  })

  test('a name that no instrument would use is not repeated', () => {
    const name = 'Jane Roe, born 1980'
    expect(refusal({ answers: { [name]: 1 } })).toBe('unknown-item at answers')
    expect(refusal({ answers: [{ item: name, answer: 1 }] })).toBe('unknown-item at answers')
    expect(refusal({ answers: { ['x'.repeat(100_000)]: 1 } })).toBe('unknown-item at answers')
  })

  test('of several faults the same one is told, in whatever order they come', () => {
    const list = [
      { item: 'q3', answer: 9 },
      { item: 'q2', answer: 9 },
      { item: 'zz', answer: 1 },
      { item: 'aa', answer: 1 },
    ]
    expect(refusal({ answers: list })).toBe('unknown-item at answers.aa')
    expect(refusal({ answers: list.toReversed() })).toBe('unknown-item at answers.aa')
    expect(refusal({ answers: list.slice(0, 2) })).toBe('answer-out-of-range at answers.q2')
    expect(refusal({ answers: list.slice(0, 2).toReversed() })).toBe('answer-out-of-range at answers.q2')
  })
})

describe('answers in another shape', () => {
  const sparse: number[] = []
  sparse[3] = 1
  const hole = [{ item: 'q1', answer: 1 }]
  hole.length = 3

  test.each([
    ['a list of numbers', [1, 2, 0, 3]],
    ['a list with gaps', sparse],
    ['a list of answers with gaps', hole],
    ['a list of pairs', [['q1', 1]]],
    ['an entry without an answer', [{ item: 'q1' }]],
    ['an entry with a misspelt answer', [{ item: 'q1', anser: 1 }]],
    ['an entry with more than item and answer', [{ item: 'q1', answer: 1, note: 'x' }]],
    ['an entry whose item is a number', [{ item: 1, answer: 1 }]],
    ['a text', 'q1=1'],
    ['a number', 4],
    ['nothing', null],
    ['left out', undefined],
    ['a map', new Map([['q1', 1]])],
    ['a set', new Set([1])],
    ['a date', new Date(0)],
    ['an object that inherits its answers', Object.create(full)],
  ])('%s is refused', (_what, answers) => {
    expect(refusal(handed({ answers }))).toBe('bad-argument at answers')
  })

  test('an object without a prototype is one like any other', () => {
    expect(refusal(handed({ answers: Object.assign(Object.create(null), full) }))).toBe('scored')
  })

  test('thousands of answers are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`q${n + 1}`, 1]))
    expect(refusal({ answers: many })).toBe('too-many-answers at answers')
    const list = Array.from({ length: 20_000 }, () => ({ item: 'q1', answer: 1 }))
    expect(refusal({ answers: list })).toBe('too-many-answers at answers')
    const longest: unknown[] = []
    longest.length = 2 ** 32 - 1
    expect(refusal(handed({ answers: longest }))).toBe('too-many-answers at answers')
  })
})

describe('forms that are set to deceive', () => {
  let ran = 0
  const trap = {
    get q1() {
      ran += 1
      return 1
    },
  }

  test('a getter is not run', () => {
    expect(refusal(handed({ answers: trap }))).toBe('not-readable at answers')
    expect(
      refusal(
        handed({
          answers: [Object.defineProperty({ item: 'q1' }, 'answer', { get: () => 1, enumerable: true })],
        }),
      ),
    ).toBe('bad-argument at answers')
    expect(refusal(handed(Object.defineProperty({}, 'answers', { get: () => full, enumerable: true })))).toBe(
      'not-readable at form',
    )
    expect(ran).toBe(0)
  })

  test.each(['__proto__', 'constructor', 'prototype'])('the name %s is never an item', (name) => {
    const answers = Object.defineProperty({ ...full }, name, { value: 1, enumerable: true })
    expect(refusal(handed({ answers }))).toBe('hostile-key at answers')
    expect(refusal({ answers: [{ item: name, answer: 1 }] })).toBe('hostile-key at answers')
  })

  test('what every object inherits is no item either', () => {
    expect(refusal({ answers: { toString: 1 } })).toBe('unknown-item at answers.toString')
    expect(refusal({ answers: [{ item: 'hasOwnProperty', answer: 1 }] })).toBe(
      'unknown-item at answers.hasOwnProperty',
    )
  })

  test('a form that throws when it is looked at cannot be read', () => {
    const angry = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('Jane Roe')
        },
      },
    )
    expect(refusal(handed({ answers: angry }))).toBe('not-readable at form')
    expect(refusal(handed(angry))).toBe('not-readable at form')
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(refusal(handed({ answers: proxy }))).toBe('not-readable at form')
    const endless = new Proxy([], {
      get: (list, key) => (key === 'length' ? 'many' : Reflect.get(list, key)),
    })
    expect(refusal(handed({ answers: endless }))).toBe('too-many-answers at answers')
  })

  test('no refusal repeats an answer', () => {
    const secret = 'Jane-Roe-1980'
    const results = [
      scoreMeasure(mood, outside({ answers: { ...full, q1: { secret } } })),
      scoreMeasure(mood, outside({ answers: { ...full, q1: secret } })),
      scoreMeasure(mood, outside({ answers: full, takenAt: secret })),
      scoreMeasure(mood, outside({ answers: full, statedTotal: secret })),
      scoreMeasure(mood, outside({ answers: full, rater: secret })),
      scoreMeasure(mood, outside({ answers: full, sex: secret })),
    ]
    expect(JSON.stringify(results)).not.toContain(secret)
  })
})

describe('what stands beside the answers', () => {
  test.each([
    ['a day that does not exist', { takenAt: '2026-02-30' }, 'bad-date at takenAt'],
    ['a month', { takenAt: '2026-02' }, 'bad-date at takenAt'],
    ['a time without an offset', { takenAt: '2026-02-03T09:00:00' }, 'bad-date at takenAt'],
    ['a date as a number', { takenAt: 20260203 }, 'bad-date at takenAt'],
    ['another rater', { rater: 'clinician' }, 'wrong-rater at rater'],
    ['a rater nobody knows', { rater: 'mother' }, 'bad-argument at rater'],
    ['a rule nobody knows', { missing: 'some' }, 'bad-argument at missing'],
    ['a sex nobody knows', { sex: 'f' }, 'bad-argument at sex'],
    ['a total above the range', { statedTotal: 13 }, 'stated-total-out-of-range at statedTotal'],
    ['a total below the range', { statedTotal: -1 }, 'stated-total-out-of-range at statedTotal'],
    ['half a point', { statedTotal: 3.5 }, 'stated-total-out-of-range at statedTotal'],
    ['a total as text', { statedTotal: '6' }, 'bad-argument at statedTotal'],
    ['a misspelt member', { statedtotal: 6 }, 'unknown-key at statedtotal'],
    ['a member no form has', { 'Jane Roe': 6 }, 'unknown-key at form'],
  ])('%s is refused', (_what, more, expected) => {
    expect(refusal(handed({ answers: full, ...more }))).toBe(expected)
  })

  test('a total that is no number is refused', () => {
    expect(refusal({ answers: full, statedTotal: Number.NaN })).toBe('bad-argument at statedTotal')
  })

  test('a sum is refused where none exists', () => {
    const none = made({
      id: 'none',
      items: [{ id: 'q1', label: 'x', values: [0, 1] }],
      scoring: { kind: 'none' },
    })
    expect(refusal({ answers: { q1: 1 }, statedTotal: 1 }, none)).toBe(
      'stated-total-out-of-range at statedTotal',
    )
  })

  test('a mean may have decimals', () => {
    expect(refusal({ answers: { q1: 5, q2: 1, q3: 2 }, statedTotal: 3.67 }, pair)).toBe('scored')
  })

  test.each([null, undefined, 4, 'form', [], new Map()])('%s is no form', (form) => {
    expect(refusal(handed(form))).toBe('bad-argument at form')
  })
})

describe('an instrument that was not read', () => {
  test('is a mistake of the program', () => {
    const copy = structuredClone({ ...mood })
    const box = { instrument: mood }
    Object.assign(box, { instrument: copy })
    expect(() => scoreMeasure(box.instrument, { answers: full })).toThrow(
      expect.objectContaining({ code: 'not-parsed', path: 'instrument' }),
    )
  })

  test('is no other record either', () => {
    const box = { instrument: mood }
    Object.assign(box, { instrument: markParsed({ format: 'ketamine-treatment/patient/1' }) })
    expect(() => scoreMeasure(box.instrument, { answers: full })).toThrow(
      expect.objectContaining({ code: 'bad-argument', path: 'instrument' }),
    )
  })

  test('one that names an item it does not have cannot be used', () => {
    const dangling = made({ id: 'dangling', items: [], scoring: { kind: 'sum', of: ['q1'] } })
    expect(() => scoreMeasure(dangling, { answers: {} })).toThrow(
      expect.objectContaining({ code: 'dangling-reference' }),
    )
  })

  test('members the host gave to every object turn no item round', () => {
    const fresh = made({
      id: 'fresh',
      items: [{ id: 'q1', label: 'one', values: [0, 1, 2, 3] }],
      scoring: { kind: 'sum', of: ['q1'] },
      range: { least: 0, most: 3 },
    })
    Object.assign(Object.prototype, { reversed: true })
    try {
      expect(() => scoreMeasure(fresh, { answers: { q1: 0 } })).toThrow(
        expect.objectContaining({ code: 'altered-prototype' }),
      )
    } finally {
      Reflect.deleteProperty(Object.prototype, 'reversed')
    }
  })
})
