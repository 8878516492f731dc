/** Every instrument against its published forms, and the corpus against the instruments. */
import { describe, expect, test } from 'vitest'
import type { Instrument } from '../../src/kernel/instrument.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import { shipped } from './shipped.ts'
import { asNamed, type Corpus, corpora } from './vectors.ts'

const pairs = [...corpora].map(([file, corpus]) => ({
  file,
  corpus,
  instrument: shipped.get(corpus.instrument),
}))

test('every shipped instrument has its forms, and every form its instrument', () => {
  expect([...corpora.values()].map(({ instrument }) => instrument).sort()).toEqual([...shipped.keys()].sort())
  expect(pairs.filter(({ file, corpus }) => file !== corpus.instrument)).toEqual([])
})

describe.each(pairs.filter(({ instrument }) => instrument !== undefined))(
  '$file',
  ({ corpus, instrument }) => {
    if (instrument === undefined) return
    test.each(corpus.cases)('$name', ({ form, score, refused }) => {
      const result = scoreMeasure(instrument, form)
      if (!result.ok) expect(result.error).toEqual(refused)
      else expect(asNamed(result.value, score ?? {})).toEqual(score)
    })

    test('the forms meet what the instrument has to be met with', () => {
      expect(lacking(instrument, corpus)).toEqual([])
    })
  },
)

/** What no form of a corpus meets, one line each. */
function lacking(instrument: Instrument, { worked, cases }: Corpus): readonly string[] {
  const found: string[] = []
  const scores = cases.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const need = (met: boolean, what: string): void => {
    if (!met) found.push(what)
  }
  need(cases.length >= 12, `twelve forms; there are ${cases.length}`)
  need(worked.length > 20, 'a word on what the numbers were worked from')
  need(new Set(cases.map(({ name }) => name)).size === cases.length, 'a name of its own for every form')
  need(
    cases.every(({ score, refused }) => (score === undefined) !== (refused === undefined)),
    'one answer a form',
  )
  need(
    cases.every(({ score }) => score === undefined || Object.keys(score).length > 0),
    'something to compare',
  )
  need(
    cases.some(({ refused }) => refused !== undefined),
    'a form that is refused',
  )
  // A checklist without items and without a total is never complete.
  if (instrument.items.length > 0 || instrument.scoring.kind !== 'none') {
    need(
      scores.some(({ status }) => status === 'complete'),
      'a complete score',
    )
  }
  need(
    scores.some(({ status }) => status === 'incomplete'),
    'an incomplete score',
  )
  if (instrument.missing.atMost > 0 && instrument.scoring.kind !== 'none') {
    need(
      scores.some(({ status }) => status === 'prorated'),
      'a prorated score',
    )
  }
  const main = instrument.bandSets.find(({ of }) => of === undefined)
  for (const { id, from, to } of main?.bands ?? []) {
    for (const end of new Set(reachable(instrument, from, to))) {
      need(
        scores.some(({ total, band }) => total === end && band === id),
        `the total ${end}, which is ${id}`,
      )
    }
  }
  for (const { id } of instrument.flags) {
    for (const truth of ['yes', 'no', 'unknown']) {
      need(
        scores.some(({ flags }) => flags?.[id] === truth),
        `the flag ${id} answered ${truth}`,
      )
    }
  }
  for (const { id } of instrument.triage?.levels ?? []) {
    need(
      scores.some(({ triage }) => triage?.level === id),
      `the level ${id}`,
    )
  }
  // Of one item, a subscale is the item itself.
  for (const { id } of instrument.subscales.filter(({ scoring }) => scoring.of.length > 1)) {
    need(
      scores.some(({ subscales }) => typeof subscales?.[id] === 'number'),
      `a number for ${id}`,
    )
  }
  return found
}

/** Both ends of a band, or the nearest totals inside it that the items can come to. */
function reachable({ scoring }: Instrument, from: number, to: number): readonly number[] {
  const step = scoring.kind === 'sum' ? (scoring.times ?? 1) : 1
  return [Math.ceil(from / step) * step, Math.floor(to / step) * step]
}
