/** Courses worked by hand, each under its definition. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { OutcomeDefinition } from '../../src/kernel/instrument.ts'
import type { Outcome, ScoreSeries } from '../../src/measure/series-shape.ts'
import { outcomeOf, scoreOf, shippedDefinition, shippedInstrument } from './course.ts'

interface Case {
  readonly name: string
  readonly scores: readonly {
    readonly at: string | null
    readonly total?: number
    readonly answers?: Readonly<Record<string, number>>
  }[]
  readonly events?: NonNullable<ScoreSeries['events']>
  readonly course?: Partial<Pick<ScoreSeries, 'asOf' | 'courseStart' | 'judgeFromDays'>>
  readonly outcome: Readonly<Record<string, unknown>>
}

interface Corpus {
  readonly instrument: string
  readonly definition: string | OutcomeDefinition
  readonly course: Pick<ScoreSeries, 'courseStart' | 'asOf' | 'zone'>
  readonly cases: readonly Case[]
}

const folder = new URL('../vectors/outcome/', import.meta.url)
const corpora = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, Corpus] => [
    name.slice(0, -5),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
  ])

/** An outcome in the short words of the corpus, as far as a case names them. */
function asNamed(outcome: Outcome, named: Case['outcome']): Readonly<Record<string, unknown>> {
  const { change, criteria, figures, flags, leftOut } = outcome
  const only = (key: string, members: readonly (readonly [string, string])[]) =>
    Object.fromEntries(members.filter(([id]) => Object.hasOwn(Object(named[key]), id)))
  const all: Readonly<Record<string, unknown>> = {
    ...outcome,
    baseline: outcome.baseline?.total ?? null,
    latest: outcome.latest?.total ?? null,
    points: change?.points ?? null,
    percent: change?.percent == null ? null : `${change.percent.numerator}/${change.percent.denominator}`,
    criteria: only(
      'criteria',
      Object.entries(criteria).map(([id, { truth, why }]) => [
        id,
        why === undefined ? truth : `${truth} ${why}`,
      ]),
    ),
    figures: only(
      'figures',
      figures.map(({ id, better, worse }) => [id, `${better} ${worse}`]),
    ),
    flags: only(
      'flags',
      flags.map(({ id, truth }) => [id, truth]),
    ),
    leftOut: leftOut.map(({ index, why }) => `${index} ${why}`),
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(named, key)))
}

test('the corpus holds at least forty courses', () => {
  expect(corpora.reduce((count, [, { cases }]) => count + cases.length, 0)).toBeGreaterThanOrEqual(40)
})

describe.each(corpora)('%s', (_, { instrument: id, definition, course, cases }) => {
  const instrument = shippedInstrument(id)
  const rows = typeof definition === 'string' ? shippedDefinition(definition) : definition
  test.each(cases)('$name', ({ scores, events, course: own, outcome }) => {
    const series: ScoreSeries = {
      instrument,
      ...course,
      ...own,
      scores: scores.map(({ at, total, answers }) => scoreOf(instrument, at, answers ?? total ?? Number.NaN)),
      ...(events === undefined ? {} : { events }),
    }
    expect(asNamed(outcomeOf(series, rows), outcome)).toEqual(outcome)
  })
})
