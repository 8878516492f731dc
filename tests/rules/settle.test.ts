/** Which questions settle a rule, and which answers lift it: against trying everything. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { all, any, atLeastN, type Condition, has, isNot } from '../../src/kernel/rule.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { type Change, liftingSets, searchLimit, settlingSet } from '../../src/rules/settle.ts'
import { answered, tables } from './arbitrary.ts'
import { evaluate, questionsOf } from './interpreter.ts'

const bits: Readonly<Record<Truth, number>> = { no: 0, yes: 1, unknown: 2 }
const words: readonly Truth[] = ['no', 'yes', 'unknown']
const asBits = (answers: readonly Truth[]) => answers.map((answer) => bits[answer])

/** The plain answer once some places got other answers. */
function withAnswers(
  condition: Condition,
  answers: readonly Truth[],
  changed: ReadonlyMap<number, Truth>,
): Truth {
  const names = questionsOf(condition).map((leaf) => (leaf.kind === 'age' ? 'age' : leaf.fact))
  return evaluate(condition, (leaf) => {
    const place = names.indexOf(leaf.kind === 'age' ? 'age' : leaf.fact)
    return changed.get(place) ?? answers[place] ?? 'unknown'
  })
}

/** Whether these places decide the condition whatever is answered there. */
function decides(condition: Condition, answers: readonly Truth[], places: readonly number[]): boolean {
  for (const table of tables(places.length, ['no', 'yes'])) {
    const changed = new Map(places.map((place, at) => [place, table[at] ?? 'unknown'] as const))
    if (withAnswers(condition, answers, changed) === 'unknown') return false
  }
  return true
}

const without = <T>(all: readonly T[], left: T): T[] => all.filter((one) => one !== left)

test('law: a settling set decides whatever the answers are, and none of it can be left out', () => {
  fc.assert(
    fc.property(answered(9), ([condition, answers]) => {
      const { places, stoppedEarly } = settlingSet(condition, asBits(answers))
      expect(stoppedEarly).toBe(false)
      expect(places.every((place) => answers[place] === 'unknown')).toBe(true)
      expect(decides(condition, answers, places)).toBe(true)
      for (const place of places) expect(decides(condition, answers, without(places, place))).toBe(false)
    }),
    { numRuns: 400 },
  )
})

test('nothing is asked where the answer is known', () => {
  expect(settlingSet(any(has('q0'), has('q1')), [1, 2]).places).toEqual([])
  expect(settlingSet(all(has('q0'), has('q1')), [0, 2]).places).toEqual([])
})

test.each<[string, Condition, readonly Truth[], readonly number[]]>([
  ['any of two, one known to be absent', any(has('q0'), has('q1')), ['no', 'unknown'], [1]],
  ['all of two, one known to be present', all(has('q0'), has('q1')), ['yes', 'unknown'], [1]],
  [
    'two of three with one yes and one open',
    atLeastN(2, has('q0'), has('q1'), has('q2')),
    ['yes', 'unknown', 'no'],
    [1],
  ],
  [
    'a part that no longer matters',
    any(has('q0'), all(has('q1'), has('q2'))),
    ['unknown', 'no', 'unknown'],
    [0],
  ],
  ['the opposite', isNot(has('q0')), ['unknown'], [0]],
])('what settles: %s', (_name, condition, answers, expected) => {
  expect(settlingSet(condition, asBits(answers)).places).toEqual(expected)
})

test('where there are too many open questions to try, all are asked and the result says so', () => {
  const many = Array.from({ length: 13 }, (_, at) => has(`q${at}`))
  expect(2 ** many.length).toBeGreaterThan(searchLimit)
  const found = settlingSet(
    any(...many),
    many.map(() => 2),
  )
  expect(found).toEqual({ places: many.map((_, at) => at), stoppedEarly: true })
  const fewer = many.slice(1)
  expect(
    settlingSet(
      any(...fewer),
      fewer.map(() => 2),
    ),
  ).toEqual({ places: fewer.map((_, at) => at), stoppedEarly: false })
})

const toWord = (set: readonly Change[]) =>
  new Map(set.map((change) => [change.place, words[change.to] ?? 'unknown'] as const))

/** Every set of changes that makes the condition a no and from which nothing can be left out. */
function everyLiftingSet(
  condition: Condition,
  answers: readonly Truth[],
  changeable: (place: number) => boolean,
): readonly ReadonlyMap<number, Truth>[] {
  const options = answers.map((answer, place): readonly (Truth | undefined)[] => {
    if (!changeable(place)) return [undefined]
    return [undefined, ...(['no', 'yes'] as const).filter((one) => one !== answer)]
  })
  const found: ReadonlyMap<number, Truth>[] = []
  const pick = (at: number, chosen: ReadonlyMap<number, Truth>): void => {
    const option = options[at]
    if (option !== undefined) {
      for (const to of option) pick(at + 1, to === undefined ? chosen : new Map([...chosen, [at, to]]))
      return
    }
    if (chosen.size > 0 && withAnswers(condition, answers, chosen) === 'no') found.push(chosen)
  }
  pick(0, new Map())
  const within = (a: ReadonlyMap<number, Truth>, b: ReadonlyMap<number, Truth>) =>
    a.size < b.size && [...a].every(([place, to]) => b.get(place) === to)
  return found.filter((one) => !found.some((other) => within(other, one)))
}

const keyOf = (set: ReadonlyMap<number, Truth>) =>
  [...set]
    .sort(([a], [b]) => a - b)
    .map(([place, to]) => `${place}=${to}`)
    .join(' ')

test('law: the lifting sets are all there are, each lifts, and none has a change too many', () => {
  const cases = fc.tuple(answered(5), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  fc.assert(
    fc.property(cases, ([[condition, answers], fixed]) => {
      const changeable = (place: number) => fixed[place] !== true
      const { sets, stoppedEarly } = liftingSets(condition, asBits(answers), changeable, 1000)
      expect(stoppedEarly).toBe(false)
      if (withAnswers(condition, answers, new Map()) === 'no') return
      for (const set of sets) {
        expect(withAnswers(condition, answers, toWord(set))).toBe('no')
        for (const change of set) {
          expect(withAnswers(condition, answers, toWord(without(set, change)))).not.toBe('no')
          expect(changeable(change.place)).toBe(true)
        }
      }
      const expected = everyLiftingSet(condition, answers, changeable)
      expect(sets.map((set) => keyOf(toWord(set))).sort()).toEqual(expected.map(keyOf).sort())
    }),
    { numRuns: 500 },
  )
})

test('no more sets come back than were asked for, the smallest first', () => {
  const condition = all(has('q0'), has('q1'), any(has('q2'), has('q3')))
  const every = liftingSets(condition, [1, 2, 1, 2], () => true, 10).sets
  expect(every.map((set) => set.map(({ place, to }) => [place, words[to]]))).toEqual([
    [[0, 'no']],
    [[1, 'no']],
    [
      [2, 'no'],
      [3, 'no'],
    ],
  ])
  expect(liftingSets(condition, [1, 2, 1, 2], () => true, 1)).toEqual({
    sets: every.slice(0, 1),
    stoppedEarly: false,
  })
  expect(liftingSets(condition, [1, 2, 1, 2], () => true, 0).sets).toEqual([])
})

test('a lasting fact is never part of a set', () => {
  expect(liftingSets(has('q0'), [1], () => false, 5)).toEqual({ sets: [], stoppedEarly: false })
})

test('a search that is too long stops and says so', () => {
  const many = Array.from({ length: 14 }, (_, at) => has(`q${at}`))
  const found = liftingSets(
    any(...many),
    many.map(() => 2),
    () => true,
    5,
  )
  expect(found).toEqual({ sets: [], stoppedEarly: true })
})

test('two sets that ask the same fact for opposite answers are two sets', () => {
  // q0 and q1 differ: either both present or both absent makes it a no.
  const differ = any(all(has('q0'), isNot(has('q1'))), all(isNot(has('q0')), has('q1')))
  const { sets } = liftingSets(differ, [2, 2, 2, 2], () => true, 10)
  expect(sets).toContainEqual([
    { place: 0, to: 0 },
    { place: 2, to: 1 },
  ])
  expect(sets).toContainEqual([
    { place: 0, to: 0 },
    { place: 3, to: 0 },
  ])
})
