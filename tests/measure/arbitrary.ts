/** Instruments and forms of every make, by chance. @module */
import fc from 'fast-check'
import type { Domain, Instrument, Item, Scoring, Subscale, Test } from '../../src/kernel/instrument.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import type { FilledForm } from '../../src/measure/score-shape.ts'
import { made, marks } from './small-instruments.ts'

/** An instrument and a form of it that is not refused. */
export interface Filled {
  readonly instrument: Parsed<Instrument>
  readonly form: FilledForm
}

/** What a form may hold beside plain answers. */
export interface Oddities {
  /** Items answered more than once, codes of no list. */
  readonly odd: boolean
  readonly stated: boolean
}

const maybe = <T>(one: fc.Arbitrary<T>, freq = 3) => fc.option(one, { nil: undefined, freq })

const valueLists = [
  [0, 1],
  [0, 1, 2],
  [0, 1, 2, 3],
  [0, 2, 4],
  [1, 2, 3],
  [-1, 0, 1],
  [0, 2, 3, 4],
] as const

/** Leaves out what is not there. */
function given<T extends object>(members: { [K in keyof T]: T[K] | undefined }): T
function given(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

const ends = ({ values, notAssessed }: Item): readonly [number, number] => {
  const taken = values.filter((value) => value !== notAssessed)
  return [Math.min(...taken), Math.max(...taken)]
}

function itemOf(n: number, shared: readonly number[] | undefined): fc.Arbitrary<Item> {
  return fc
    .record({
      values: shared === undefined ? fc.constantFrom(...valueLists) : fc.constant(shared),
      reversed: maybe(fc.constant<true>(true), 4),
      // Inside the list of values, as 0 of a rating from 1, or outside it.
      notAssessed: maybe(fc.constantFrom(0, 9), 6),
      coded: maybe(fc.constant(true), 2),
      skip: maybe(fc.nat(5), 4),
    })
    .map(({ values, reversed, notAssessed, coded, skip }) => {
      const earlier = n === 0 || skip === undefined ? undefined : `q${(skip % n) + 1}`
      return given<Item>({
        id: `q${n + 1}`,
        label: 'a matter',
        values: [...values],
        reversed,
        notAssessed,
        answers: coded && values.map((value) => ({ code: `LA${value}`, value })),
        notAskedIf: earlier === undefined ? undefined : { item: earlier, is: 0 },
        unscored: undefined,
        loinc: undefined,
      })
    })
}

type Parts = readonly (string | Domain)[]

const rangeOfParts = (parts: Parts, items: readonly Item[]): readonly [number, number] => {
  const each = parts.map((part) => {
    const ids = typeof part === 'string' ? [part] : part.highestOf
    const all = items.filter(({ id }) => ids.includes(id)).map(ends)
    return [Math.max(...all.map(([least]) => least)), Math.max(...all.map(([, most]) => most))] as const
  })
  return [each.reduce((a, [least]) => a + least, 0), each.reduce((a, [, most]) => a + most, 0)]
}

/** Whether a mean of some parts may stand for another: all of them run from the same value to the same. */
const alike = (parts: Parts, items: readonly Item[]): boolean =>
  new Set(parts.map((part) => rangeOfParts([part], items).join())).size === 1

function scoringOf(items: readonly Item[]): fc.Arbitrary<Scoring> {
  const ids = items.filter(({ unscored }) => unscored !== true).map(({ id }) => id)
  const [first = 'q1', second = first, ...others] = ids
  const domain = (oneOf: boolean): Domain => ({
    id: 'both',
    highestOf: [...new Set([first, second])],
    // Of two items that take different values one cannot stand for the other.
    ...(oneOf && first !== second && alike([first, second], items) ? { oneOf: [[first, second]] } : {}),
  })
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(1, 1, 4).map((times): Scoring => ({ kind: 'sum', of: ids, times })),
    },
    {
      weight: 2,
      arbitrary: fc.boolean().map((one): Scoring => ({ kind: 'sum', of: [domain(one), ...others] })),
    },
    { weight: 2, arbitrary: fc.constant<Scoring>({ kind: 'mean', of: ids }) },
    { weight: 1, arbitrary: fc.constant<Scoring>({ kind: 'none' }) },
  )
}

function rangeOf(scoring: Scoring, items: readonly Item[]): Instrument['range'] {
  if (scoring.kind === 'none' || scoring.kind === 'stated') return undefined
  const [least, most] = rangeOfParts(scoring.of, items)
  if (scoring.kind === 'mean') return { least: least / scoring.of.length, most: most / scoring.of.length }
  const times = scoring.times ?? 1
  return { least: least * times, most: most * times }
}

function testOf(items: readonly Item[], subscales: readonly Subscale[], depth: number): fc.Arbitrary<Test> {
  const side = fc.constantFrom('at-least' as const, 'at-most' as const)
  const item = fc
    .record({
      item: fc.constantFrom(...items.map(({ id }) => id)),
      is: side,
      value: fc.integer({ min: -1, max: 4 }),
    })
    .map((one): Test => ({ kind: 'item', ...one }))
  const total = fc
    .record({
      of: maybe(fc.constantFrom(...subscales.map(({ id }) => id), undefined), 2),
      is: side,
      value: fc.integer({ min: -2, max: 14 }),
    })
    .map(
      ({ of, is, value }): Test =>
        of === undefined ? { kind: 'total', is, value } : { kind: 'total', of, is, value },
    )
  if (depth === 0) return fc.oneof({ weight: 3, arbitrary: item }, { weight: 1, arbitrary: total })
  const parts = fc.array(testOf(items, subscales, depth - 1), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    item,
    total,
    parts.map((of): Test => ({ kind: 'all', of })),
    parts.map((of): Test => ({ kind: 'any', of })),
    testOf(items, subscales, depth - 1).map((of): Test => ({ kind: 'not', of })),
    fc
      .record({ of: parts, from: fc.nat(2), more: maybe(fc.nat(2)) })
      .map(
        ({ of, from, more }): Test =>
          more === undefined ? { kind: 'count', of, from } : { kind: 'count', of, from, to: from + more },
      ),
  )
}

const bandsOver = ({ least, most }: { readonly least: number; readonly most: number }, cut: number) => {
  const edge = least + (cut % Math.max(1, most - least))
  return edge >= most
    ? [{ id: 'all', from: least, to: most }]
    : [
        { id: 'low', from: least, to: edge },
        { id: 'high', from: edge + 1, to: most },
      ]
}

/** Instruments of up to five items, with flags, levels, bands and a subscale. */
export const instruments: fc.Arbitrary<Parsed<Instrument>> = fc
  .record({ count: fc.integer({ min: 2, max: 5 }), shared: maybe(fc.constantFrom(...valueLists), 1) })
  .chain(({ count, shared }) =>
    fc.record({
      items: fc.tuple(...Array.from({ length: count }, (_, n) => itemOf(n, shared))),
      unscored: fc.boolean(),
    }),
  )
  .map(({ items, unscored }): readonly Item[] =>
    items.map((item, n) =>
      unscored && n > 1 && n === items.length - 1 ? { ...item, unscored: true } : item,
    ),
  )
  .chain((items) =>
    fc.record({
      items: fc.constant(items),
      scoring: scoringOf(items),
      part: fc.subarray(
        items.map(({ id }) => id),
        { minLength: 1 },
      ),
      partMean: fc.boolean(),
    }),
  )
  .chain(({ items, scoring, part, partMean }) => {
    const kind = partMean ? ('mean' as const) : ('sum' as const)
    const partScoring: Subscale['scoring'] = { kind, of: part }
    const subscales = [
      {
        id: 'part',
        label: 'A part',
        scoring: partScoring,
        range: rangeOf(partScoring, items) ?? { least: 0, most: 0 },
        ...marks,
      },
    ]
    const test = testOf(items, subscales, 2)
    return fc.record({
      items: fc.constant(items),
      scoring: fc.constant(scoring),
      subscales: fc.constant(subscales),
      atMost: fc.nat(2),
      partAtMost: fc.nat(2),
      cut: fc.nat(12),
      worse: fc.constantFrom('higher' as const, 'higher' as const, 'lower' as const, 'neither' as const),
      flags: fc.array(
        fc.record({ when: test, for: maybe(fc.constantFrom('female' as const, 'male' as const), 5) }),
        { maxLength: 3 },
      ),
      levels: maybe(fc.array(test, { minLength: 1, maxLength: 3 }), 1),
      inconsistent: maybe(test, 2),
    })
  })
  .map((chosen) => {
    const range = rangeOf(chosen.scoring, chosen.items)
    const filling = (of: Parts, atMost: number) => ({
      id: 'by-mean',
      atMost: alike(of, chosen.items) ? Math.min(atMost, of.length - 1) : 0,
      text: 'Filled with the mean.',
      ...marks,
    })
    const parts = chosen.scoring.kind === 'sum' || chosen.scoring.kind === 'mean' ? chosen.scoring.of : []
    return made({
      id: 'by-chance',
      items: chosen.items,
      scoring: chosen.scoring,
      worse: chosen.worse,
      ...(range === undefined ? {} : { range }),
      missing: filling(parts, chosen.atMost),
      subscales: chosen.subscales.map((one) => ({
        ...one,
        missing: filling(one.scoring.of, chosen.partAtMost),
      })),
      bandSets:
        range === undefined || chosen.scoring.kind === 'mean'
          ? []
          : [{ id: 'bands', label: 'Bands', bands: bandsOver(range, chosen.cut), ...marks }],
      flags: chosen.flags.map(({ when, for: sex }, n) => ({
        id: `flag-${n}`,
        kind: n === 0 ? ('safety' as const) : ('screen' as const),
        label: 'A flag',
        when,
        ...(sex === undefined ? {} : { for: sex }),
        ...marks,
      })),
      ...(chosen.levels === undefined
        ? {}
        : {
            triage: {
              id: 'levels',
              label: 'Levels',
              levels: chosen.levels.map((when, n) => ({
                id: `level-${n}`,
                tier: n === 2 ? ('none' as const) : ('high' as const),
                meaning: 'A level',
                when,
                actions: [],
                ...marks,
              })),
              inconsistent:
                chosen.inconsistent === undefined
                  ? []
                  : [{ id: 'contrary', label: 'Contrary', when: chosen.inconsistent }],
            },
          }),
    })
  })

type Given = number | string | null

function answerOf(item: Item, odd: boolean): fc.Arbitrary<Given> {
  const codes = item.answers?.map(({ code }) => code) ?? []
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...item.values) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: item.notAssessed === undefined ? 0 : 1, arbitrary: fc.constant(item.notAssessed ?? null) },
    { weight: codes.length === 0 ? 0 : 2, arbitrary: fc.constantFrom(...codes, null) },
    { weight: odd ? 1 : 0, arbitrary: fc.constantFrom('2', 'LA-of-another', '') },
  )
}

/** Forms of one instrument that are not refused: a list, in any order, or an object. */
export function forms(instrument: Instrument, { odd, stated }: Oddities): fc.Arbitrary<FilledForm> {
  const { items, range, scoring } = instrument
  const gaps = fc.constantFrom(0, 0, 1, 3)
  return gaps
    .chain((often) =>
      fc.record({
        answers: fc.tuple(
          ...items.map((item) =>
            fc.oneof(
              { weight: often, arbitrary: fc.constant([]) },
              { weight: 6, arbitrary: answerOf(item, odd).map((one) => [one]) },
              { weight: odd ? 1 : 0, arbitrary: fc.tuple(answerOf(item, true), answerOf(item, true)) },
            ),
          ),
        ),
        asObject: fc.boolean(),
        order: fc.array(fc.nat(100), { minLength: 1, maxLength: 10 }),
        missing: maybe(fc.constantFrom('own-rule' as const, 'none-allowed' as const), 3),
        sex: maybe(fc.constantFrom('female' as const, 'male' as const), 1),
        statedTotal:
          stated && range !== undefined
            ? maybe(
                scoring.kind === 'mean'
                  ? fc
                      .integer({ min: Math.ceil(range.least * 10), max: Math.floor(range.most * 10) })
                      .map((n) => n / 10)
                  : fc.integer({ min: range.least, max: range.most }),
                1,
              )
            : fc.constant(undefined),
      }),
    )
    .map(({ answers, asObject, order, missing, sex, statedTotal }) => {
      const list = items.flatMap(({ id }, n) => (answers[n] ?? []).map((answer) => ({ item: id, answer })))
      const once = answers.every((one) => one.length < 2)
      return given<FilledForm>({
        answers:
          asObject && once
            ? Object.fromEntries(list.map(({ item, answer }) => [item, answer] as const))
            : shuffled(list, order),
        missing,
        sex,
        statedTotal,
        rater: undefined,
        takenAt: undefined,
      })
    })
}

/** A list in another order, which the keys choose. */
export function shuffled<T>(list: readonly T[], keys: readonly number[]): readonly T[] {
  return list
    .map((one, n) => [((keys[n % keys.length] ?? 0) * (n + 7)) % 101, n, one] as const)
    .sort(([a, m], [b, n]) => a - b || m - n)
    .map(([, , one]) => one)
}

/** Any instrument by chance with a form of it. */
export function filled(oddities: Oddities): fc.Arbitrary<Filled> {
  return instruments.chain((instrument) => forms(instrument, oddities).map((form) => ({ instrument, form })))
}
