/** Which open questions would settle a rule, and which answers would lift it. @module */
import type { Condition, Leaf } from '../kernel/rule.ts'
import { compile, leavesOf, NO, OPEN, YES } from './compile.ts'

/** How many combinations of answers are tried before the search says that it stopped. */
export const searchLimit = 4096

/** A set of places in the condition’s questions; `stoppedEarly` where the search ran into its limit. */
export interface Settling {
  readonly places: readonly number[]
  readonly stoppedEarly: boolean
}

/**
 * Open questions that, once answered, decide the condition whatever the answers are; none of them can be left out.
 *
 * @param condition - the condition
 * @param answers - one small integer for each question, in the order of `leavesOf`
 *
 * @example
 * ```ts
 * settlingSet(any(has('a'), has('b')), [0, 2]).places // => [1]
 * ```
 */
export function settlingSet(condition: Condition, answers: readonly number[]): Settling {
  const whole = inPlace(condition)
  let places = openPlaces(answers)
  if (2 ** places.length > searchLimit) return { places, stoppedEarly: true }
  for (const place of [...places]) {
    const rest = places.filter((other) => other !== place)
    if (decidesAlways(whole, answers, rest)) places = rest
  }
  return { places, stoppedEarly: false }
}

/** Answers that would make a condition a no: a place and the answer it needs. */
export interface Change {
  readonly place: number
  readonly to: typeof NO | typeof YES
}

/**
 * The sets of changes, none with a change that could be left out, after which the condition is a no.
 *
 * @param condition - the condition
 * @param answers - one small integer for each question, in the order of `leavesOf`
 * @param changeable - whether the answer at a place can become another
 * @param most - how many sets to return
 */
export function liftingSets(
  condition: Condition,
  answers: readonly number[],
  changeable: (place: number) => boolean,
  most: number,
): { readonly sets: readonly (readonly Change[])[]; readonly stoppedEarly: boolean } {
  const whole = inPlace(condition)
  const places = answers.map((_, place) => place).filter(changeable)
  const sets: Change[][] = []
  let tried = 0
  for (let size = 1; size <= places.length && sets.length < most; size += 1) {
    for (const chosen of combinations(places, size)) {
      const options = chosen.map((place) => changesAt(place, answers[place] ?? OPEN))
      for (const changes of products(options)) {
        tried += 1
        if (tried > searchLimit) return { sets, stoppedEarly: true }
        if (sets.some((known) => known.every((change) => holds(changes, change)))) continue
        if (after(whole, answers, changes) === NO) sets.push([...changes])
        if (sets.length >= most) return { sets, stoppedEarly: false }
      }
    }
  }
  return { sets, stoppedEarly: false }
}

type Whole = (answers: Uint8Array) => number

function inPlace(condition: Condition): Whole {
  let next = 0
  const leaves = leavesOf(condition)
  // Each question is its own place, also where two of them are alike.
  return compile(condition, (leaf: Leaf) => {
    const place = next
    next += 1
    if (leaves[place] !== leaf) throw new RangeError('a condition is compiled in the order of its questions')
    return place
  })
}

function openPlaces(answers: readonly number[]): number[] {
  return answers.map((answer, place) => (answer === OPEN ? place : -1)).filter((place) => place >= 0)
}

function decidesAlways(whole: Whole, answers: readonly number[], places: readonly number[]): boolean {
  const table = Uint8Array.from(answers)
  for (let mask = 0; mask < 2 ** places.length; mask += 1) {
    places.forEach((place, at) => {
      table[place] = (mask >> at) & 1
    })
    if (whole(table) === OPEN) return false
  }
  return true
}

function changesAt(place: number, answer: number): Change[] {
  if (answer === OPEN)
    return [
      { place, to: NO },
      { place, to: YES },
    ]
  return [{ place, to: answer === YES ? NO : YES }]
}

function after(whole: Whole, answers: readonly number[], changes: readonly Change[]): number {
  const table = Uint8Array.from(answers)
  for (const change of changes) table[change.place] = change.to
  return whole(table)
}

function holds(changes: readonly Change[], wanted: Change): boolean {
  return changes.some((change) => change.place === wanted.place && change.to === wanted.to)
}

function* combinations(places: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let at = from; at <= places.length - size; at += 1) {
    const place = places[at]
    if (place === undefined) return
    for (const rest of combinations(places, size - 1, at + 1)) yield [place, ...rest]
  }
}

function* products(options: readonly (readonly Change[])[]): Generator<Change[]> {
  const [first, ...rest] = options
  if (first === undefined) {
    yield []
    return
  }
  for (const change of first) for (const others of products(rest)) yield [change, ...others]
}
