/** An instrument made ready for scoring, once: ids become places in lists. @module */
import { badArgument, danglingReference } from '../kernel/codes.ts'
import type { BandSet, Instrument, Item, Scoring } from '../kernel/instrument.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type ReadyFlag, type ReadyTriage, readyFlag, readyTriage } from './ready-reads.ts'
import { type ReadySum, readySum } from './ready-sum.ts'
import type { Score, SubscaleScore } from './score-shape.ts'
import type { Places } from './tests.ts'

/** One item. Values are those that count: turned round where the form runs the other way. */
export interface ReadyItem {
  readonly id: string
  /** Where its answer stands in a form. */
  readonly path: string
  readonly least: number
  readonly most: number
  /** The smallest first, without the one that says "not assessed". */
  readonly values: readonly number[]
  /** Every whole number between the ends is a value. */
  readonly dense: boolean
  /** Both ends added: an answer of a reversed item counts as this less itself. */
  readonly turn: number | null
  readonly notAssessed: number | null
  readonly codes: ReadonlyMap<string, number> | null
  /** Not asked where the item at this place counts as this. */
  readonly skip: { readonly at: number; readonly is: number } | null
}

/** A set of bands, with every answer it can give. */
export interface ReadyBands {
  /** Place of the subscale; -1 for the total. */
  readonly of: number
  readonly bands: BandSet['bands']
  readonly reads: readonly Score['bands'][number][]
  readonly none: Score['bands'][number]
  /** The same as lists of one. */
  readonly alone: readonly Score['bands'][]
  readonly noneAlone: Score['bands']
}

/** An instrument, ready. */
export interface Ready {
  readonly instrument: Score['instrument']
  readonly scoring: Scoring['kind']
  readonly items: readonly ReadyItem[]
  readonly ids: readonly string[]
  readonly at: ReadonlyMap<string, number>
  /** Ends of the items, to be copied for each form. */
  readonly least: readonly number[]
  readonly most: readonly number[]
  readonly blank: readonly number[]
  readonly skips: readonly number[]
  readonly total: ReadySum | null
  readonly range: Score['range']
  readonly subscales: readonly {
    readonly id: string
    readonly sum: ReadySum
    readonly domain: SubscaleScore['domain']
    readonly range: SubscaleScore['range']
    /** Scores that were made before, by their number: the same few come again and again. */
    readonly met: SubscaleScore[]
  }[]
  readonly bandSets: readonly ReadyBands[]
  /** Place of the set that gives the band; -1 where there is none. */
  readonly mainSet: number
  readonly flags: readonly ReadyFlag[]
  /** Lists of answered flags that were made before, by their answers; as many as there are answers to five flags. */
  readonly flagLists: Map<number, Score['flags']>
  readonly triage: ReadyTriage | null
  /** Needed where no sum says which items are. */
  readonly required: readonly number[]
  readonly missingRule: string
}

const known = /* @__PURE__ */ new WeakMap<Instrument, Ready>()

/**
 * The instrument, made ready the first time it is met.
 *
 * @throws Refusal `not-parsed`, `bad-argument` for another kind of record, `dangling-reference`, `altered-prototype`
 */
export function readyOf(instrument: Parsed<Instrument>): Ready {
  const before = known.get(instrument)
  if (before !== undefined) return before
  demandParsed(instrument, 'instrument')
  demandUnaltered()
  if (instrument.format !== 'ketamine-treatment/instrument/1') throw new Refusal(badArgument, 'instrument')
  const made = make(instrument)
  known.set(instrument, made)
  return made
}

function make(from: Instrument): Ready {
  const at = new Map(from.items.map(({ id }, place) => [id, place] as const))
  const place = (id: string): number => {
    const found = at.get(id)
    if (found === undefined) throw new Refusal(danglingReference, 'instrument')
    return found
  }
  const items = from.items.map((item) => readyItem(item, from.items, place))
  const subscaleAt = (id: string): number => {
    const found = from.subscales.findIndex((one) => one.id === id)
    if (found < 0) throw new Refusal(danglingReference, 'instrument')
    return found
  }
  const total = readySum(from.scoring, from.missing, items, place)
  const subscales = from.subscales.map((of) => ({ of, sum: readySum(of.scoring, of.missing, items, place) }))
  const places: Places = {
    item: place,
    subscale: subscaleAt,
    valuesOf: (item) => items[item]?.values ?? [],
    itemsOf: (number) => (number === 0 ? total : subscales[number - 1]?.sum)?.all ?? [],
  }
  const bandSets = from.bandSets.map((set) => readyBands(set, subscaleAt))
  return {
    instrument: Object.freeze({ id: from.id, version: from.version, rater: from.rater, worse: from.worse }),
    scoring: from.scoring.kind,
    items,
    ids: items.map(({ id }) => id),
    at,
    least: items.map(({ least }) => least),
    most: items.map(({ most }) => most),
    blank: items.map(() => 0),
    skips: items.flatMap(({ skip }, n) => (skip === null ? [] : [n])),
    total,
    range:
      from.range === undefined ? null : Object.freeze({ least: from.range.least, most: from.range.most }),
    subscales: subscales.flatMap(({ of, sum }) =>
      sum === null
        ? []
        : [{ id: of.id, sum, domain: of.domain ?? null, range: Object.freeze({ ...of.range }), met: [] }],
    ),
    bandSets,
    mainSet: bandSets.findIndex(({ of }) => of < 0),
    flags: from.flags.map((flag) => readyFlag(flag, places)),
    flagLists: new Map(),
    triage: from.triage === undefined ? null : readyTriage(from.triage, places),
    required: from.items.flatMap(({ unscored }, n) => (unscored === true ? [] : [n])),
    missingRule: from.missing.id,
  }
}

function readyItem(item: Item, all: readonly Item[], place: (id: string) => number): ReadyItem {
  const taken = item.values.filter((value) => value !== item.notAssessed)
  const [least, most] = ends(item)
  const dense = taken.length === most - least + 1
  const turn = item.reversed === true ? least + most : null
  const values = turn === null ? taken : taken.map((value) => turn - value).reverse()
  return {
    id: item.id,
    path: `answers.${item.id}`,
    least,
    most,
    values,
    dense,
    turn,
    notAssessed: item.notAssessed ?? null,
    codes:
      item.answers === undefined
        ? null
        : new Map(item.answers.map(({ code, value }) => [code, value] as const)),
    skip: item.notAskedIf === undefined ? null : readySkip(item.notAskedIf, all, place),
  }
}

function ends(item: Item): readonly [number, number] {
  const taken = item.values.filter((value) => value !== item.notAssessed)
  return [taken[0] ?? 0, taken.at(-1) ?? 0]
}

// The form speaks of the answer as given; from here on an answer is what it counts as.
function readySkip(
  { item, is }: NonNullable<Item['notAskedIf']>,
  all: readonly Item[],
  place: (id: string) => number,
): NonNullable<ReadyItem['skip']> {
  const at = place(item)
  const earlier = all[at]
  if (earlier?.reversed !== true) return { at, is }
  const [least, most] = ends(earlier)
  return { at, is: least + most - is }
}

function readyBands(set: BandSet, subscaleAt: (id: string) => number): ReadyBands {
  const reads = set.bands.map(({ id }) => Object.freeze({ set: set.id, band: id }))
  const none = Object.freeze({ set: set.id, band: null })
  return {
    of: set.of === undefined ? -1 : subscaleAt(set.of),
    bands: set.bands,
    reads,
    none,
    alone: reads.map((one) => Object.freeze([one])),
    noneAlone: Object.freeze([none]),
  }
}
