/** What holds of every form of every instrument. @module */
import { expect } from 'vitest'
import type { Instrument, Item } from '../../src/kernel/instrument.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import type { Answers, Score } from '../../src/measure/score-shape.ts'
import { type Filled, shuffled } from './arbitrary.ts'
import { whyNotMissed } from './not-missed.ts'
import { type PlainScore, plainScore, worldCount } from './plain-score.ts'

/** The score of a form that is not refused. */
export function scored({ instrument, form }: Filled): Score {
  const result = scoreMeasure(instrument, form)
  if (!result.ok) throw new Error(`refused: ${result.error.code} at ${result.error.path}`)
  return result.value
}

type Listed = readonly { readonly item: string; readonly answer: number | string | null }[]

/** The answers of a form, one after another. */
export function listed(answers: Answers): Listed {
  if (isList(answers)) return answers
  return Object.entries(answers).map(([item, answer]) => ({ item, answer }))
}

function isList(answers: Answers): answers is Listed {
  return Array.isArray(answers)
}

/** A total lies in the range of its instrument, and so does the number of each part; no number without a status. */
export function staysInRange(filled: Filled): void {
  const score = scored(filled)
  for (const { total, range, status, exact } of [score, ...score.subscales]) {
    if (status === 'incomplete') expect({ total, exact }).toEqual({ total: null, exact: null })
    if (total === null || range === null) continue
    expect(total).toBeGreaterThanOrEqual(range.least)
    expect(total).toBeLessThanOrEqual(range.most)
  }
}

/** Filled items are always owned up to: by the word, and by naming them. */
export function marksWhatItFills(filled: Filled): void {
  const score = scored(filled)
  if (score.status === 'complete') expect(score.missing).toEqual([])
  if (score.status === 'prorated') expect(score.missing.length).toBeGreaterThan(0)
  const noneAllowed = scored({ ...filled, form: { ...filled.form, missing: 'none-allowed' } })
  expect(noneAllowed.status).not.toBe('prorated')
  expect(noneAllowed.subscales.map(({ status }) => status)).not.toContain('prorated')
}

/** One item raised as it counts: neither the total nor the band falls. */
export function raisingNeverLowers(filled: Filled, pick: number): void {
  const { instrument, form } = filled
  const item = instrument.items[pick % instrument.items.length]
  const before = scored(filled)
  const now = item === undefined ? null : (before.items[item.id] ?? null)
  if (item === undefined || now === null) return
  // To raise the answer after which others are not asked makes another form of it.
  if (instrument.items.some(({ notAskedIf }) => notAskedIf?.item === item.id)) return
  for (const value of item.values.filter((one) => one !== item.notAssessed && counted(item, one) > now)) {
    const others = listed(form.answers).filter((one) => one.item !== item.id)
    const after = scored({
      instrument,
      form: { ...form, answers: [...others, { item: item.id, answer: value }] },
    })
    if (before.total === null || after.total === null) continue
    expect(after.total).toBeGreaterThanOrEqual(before.total)
    expect(bandFloor(instrument, after.band)).toBeGreaterThanOrEqual(bandFloor(instrument, before.band))
  }
}

/** An answer as it counts. */
export function counted({ values, notAssessed, reversed }: Item, value: number): number {
  const taken = values.filter((one) => one !== notAssessed)
  return reversed === true ? Math.min(...taken) + Math.max(...taken) - value : value
}

function bandFloor({ bandSets }: Instrument, band: string | null): number {
  const main = bandSets.find(({ of }) => of === undefined)
  return main?.bands.find(({ id }) => id === band)?.from ?? Number.NEGATIVE_INFINITY
}

/**
 * With an answer taken away nothing is complete, and no flag or level is surer than it was.
 *
 * The exceptions are those of `waysNotMissed`: without an answer against the skip the form reads as if it had been the
 * smallest, of a pair the other answer counts, and beside the highest only the item itself gets lost.
 */
export function knowingLessMakesNobodySurer(filled: Filled, pick: number): void {
  const { instrument, form } = filled
  const answers = listed(form.answers)
  const gone = answers[pick % Math.max(1, answers.length)]?.item
  if (gone === undefined) return
  const left = { ...form, answers: answers.filter(({ item }) => item !== gone) }
  const [before, after] = [scored(filled), scored({ instrument, form: left })]
  const way = whyNotMissed(instrument, left, gone)
  if (way === 'against-the-skip') {
    readsAsTheSmallest({ instrument, form: left }, gone)
    return
  }
  expect(after.items[gone]).toBe(null)
  if (way === 'one-of-a-pair') return
  const isScored = instrument.items.find(({ id }) => id === gone)?.unscored !== true
  if (isScored && way === undefined) {
    expect(after.missing).toContain(gone)
    expect(after.status).not.toBe('complete')
  }
  // A contradiction may go with an answer that is not needed.
  const contradicts = before.conflicts.some(({ kind }) => kind === 'answers')
  if (before.status !== 'complete' && !contradicts) expect(after.status).not.toBe('complete')
  for (const [n, flag] of after.flags.entries()) {
    if (flag.truth !== 'unknown') expect([flag.id, flag.truth]).toEqual([flag.id, before.flags[n]?.truth])
  }
  if (after.triage === null || before.triage === null) return
  const rank = (score: Score): number => {
    const level = instrument.triage?.levels.findIndex(({ id }) => id === score.triage?.level) ?? -1
    return level < 0 ? Number.POSITIVE_INFINITY : level
  }
  // A level that is certain stays the level; a floor is never above it.
  if (!after.triage.atLeast) expect(after.triage.level).toBe(before.triage.level)
  else expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
}

/** A question that was left out by the form reads, to the byte, as its smallest value does. */
function readsAsTheSmallest({ instrument, form }: Filled, gone: string): void {
  const item = instrument.items.find(({ id }) => id === gone)
  const taken = item?.values.filter((value) => value !== item.notAssessed) ?? []
  const answer = item?.reversed === true ? Math.max(...taken) : Math.min(...taken)
  const said = { ...form, answers: [...listed(form.answers), { item: gone, answer }] }
  expect(JSON.stringify(scored({ instrument, form }))).toBe(
    JSON.stringify(scored({ instrument, form: said })),
  )
}

/** Neither the order of a list nor writing it as an object changes anything. */
export function orderSaysNothing(filled: Filled, keys: readonly number[]): void {
  const { instrument, form } = filled
  const list = listed(form.answers)
  const other = scored({ instrument, form: { ...form, answers: shuffled(list, keys) } })
  const first = scored(filled)
  expect(JSON.stringify(other)).toBe(JSON.stringify(first))
  if (new Set(list.map(({ item }) => item)).size < list.length) return
  const answers = Object.fromEntries(list.map(({ item, answer }) => [item, answer] as const))
  expect(JSON.stringify(scored({ instrument, form: { ...form, answers } }))).toBe(JSON.stringify(first))
}

/** The same bytes twice, from a form that was left as it was; nothing in the answer can be changed. */
export function answersTheSameTwice(filled: Filled): void {
  const before = JSON.stringify(filled.form)
  const first = scored(filled)
  expect(JSON.stringify(scored(filled))).toBe(JSON.stringify(first))
  expect(JSON.stringify(filled.form)).toBe(before)
  expect(JSON.parse(JSON.stringify(first))).toEqual(first)
  expect(thawed(first)).toEqual([])
}

/** Where something in a value could still be changed. */
export function thawed(value: unknown, path = 'score'): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.isFrozen(value) ? [] : [path]
  return [...own, ...Object.entries(value).flatMap(([key, one]) => thawed(one, `${path}.${key}`))]
}

/** The engine and the plain scorer agree. */
export function agreesPlainly(filled: Filled): void {
  if (worldCount(filled.instrument, filled.form) > 1_500) return
  expect(inPlainWords(scored(filled))).toEqual(plainScore(filled.instrument, filled.form))
}

function inPlainWords(score: Score): PlainScore {
  return {
    status: score.status,
    total: score.total,
    band: score.band,
    bands: Object.fromEntries(score.bands.map(({ set, band }) => [set, band])),
    subscales: Object.fromEntries(
      score.subscales.map(({ id, status, total }) => [id, [status, total] as const]),
    ),
    flags: Object.fromEntries(score.flags.map(({ id, truth }) => [id, truth])),
    triage: score.triage === null ? null : [score.triage.level, score.triage.atLeast],
    items: score.items,
    missing: score.missing,
    conflicts: score.conflicts.map((one) =>
      one.kind === 'item' ? `item ${one.item}` : one.kind === 'answers' ? `answers ${one.id}` : 'total',
    ),
    issues: score.issues.map(({ code, path }) => `${code} ${path}`),
  }
}
