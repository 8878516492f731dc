/**
 * A second scorer, as plain as can be, written from the meanings of a form and not from the engine.
 *
 * Whatever an unanswered item may be is tried, value by value; a flag is what all those forms agree on.
 * @module
 */
import type { Domain, Instrument, Item, Scoring, Test } from '../../src/kernel/instrument.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import type { FilledForm } from '../../src/measure/score-shape.ts'

/** What both scorers have to agree on. */
export interface PlainScore {
  readonly status: string
  readonly total: number | null
  readonly band: string | null
  readonly bands: Readonly<Record<string, string | null>>
  readonly subscales: Readonly<Record<string, readonly [string, number | null]>>
  readonly flags: Readonly<Record<string, Truth>>
  readonly triage: readonly [level: string | null, atLeast: boolean] | null
  readonly items: Readonly<Record<string, number | null>>
  readonly missing: readonly string[]
  readonly conflicts: readonly string[]
  readonly issues: readonly string[]
}

/** What is known of one item: the values it can count as, and how it came to them. */
interface Heard {
  readonly state: 'blank' | 'answered' | 'unreadable' | 'disputed' | 'not-asked'
  readonly possible: readonly number[]
}

type Sheet = ReadonlyMap<string, Heard>
/** One form without a gap. */
type World = ReadonlyMap<string, number>

/** The score of a form the engine does not refuse. */
export function plainScore(instrument: Instrument, form: FilledForm): PlainScore {
  const answers = listOf(form)
  const asWritten = sheetOf(instrument, answers)
  const sheet = afterSkips(instrument, asWritten)
  const stated = form.statedTotal
  const fills = form.missing !== 'none-allowed'
  const totalNow = summed(instrument.scoring, fills ? instrument.missing.atMost : 0, sheet, instrument)
  const disputes = instrument.items
    .filter(({ id }) => sheet.get(id)?.state === 'disputed')
    .map(({ id }) => `item ${id}`)
  const worlds = [...worldsOf(instrument, sheet)]
  const sums = worlds.map((world) => totalIn(instrument.scoring, world, sheet) ?? 0)
  const [least, most] = [Math.min(...sums), Math.max(...sums)]
  const numbers = (of: string | undefined, world: World): readonly number[] =>
    of === undefined &&
    isNumbered(instrument.scoring) &&
    stated !== undefined &&
    (stated < least || stated > most)
      ? worseOf(instrument, totalIn(instrument.scoring, world, sheet) ?? 0, stated)
      : numbersFor(of, world, instrument, sheet, stated)
  const truth = (test: Test): Truth => agreed(worlds.map((world) => holds(test, world, numbers)))
  const contradictions = (instrument.triage?.inconsistent ?? []).filter(({ when }) => truth(when) === 'yes')
  const missing = missingOf(instrument, sheet)

  const conflicts = [...disputes]
  if (isNumbered(instrument.scoring) && stated !== undefined) {
    const near = instrument.scoring.kind === 'mean' ? 0.5 : 0
    const off =
      totalNow.total === null
        ? stated < least - near || stated > most + near
        : !sameNumber(stated, totalNow.total, instrument)
    if (off) conflicts.push('total')
  }
  conflicts.push(...contradictions.map(({ id }) => `answers ${id}`))

  const triage = leveled(instrument, truth, missing.length > 0)
  let { status, total } = totalNow
  if (instrument.scoring.kind === 'stated') {
    status = stated === undefined ? 'incomplete' : 'complete'
    total = stated ?? null
  }
  if (instrument.scoring.kind === 'none') {
    const needed = instrument.items.some(({ unscored }) => unscored !== true)
    status = needed && missing.length === 0 ? 'complete' : 'incomplete'
  }
  if (conflicts.length > 0 || triage?.[1] === true) [status, total] = ['incomplete', null]

  const subscales = Object.fromEntries(
    instrument.subscales.map(({ id, scoring, missing: rule }) => {
      const part = summed(scoring, fills ? (rule?.atMost ?? 0) : 0, sheet, instrument)
      return [id, [part.status, part.total] as const]
    }),
  )
  const bands = instrument.bandSets.map((set) => {
    const number = set.of === undefined ? total : (subscales[set.of]?.[1] ?? null)
    const band =
      set.bands.find(({ from, to }) => number !== null && from <= number && number <= to)?.id ?? null
    return { set, band }
  })
  return {
    status,
    total,
    band: bands.find(({ set }) => set.of === undefined)?.band ?? null,
    bands: Object.fromEntries(bands.map(({ set, band }) => [set.id, band])),
    subscales,
    flags: Object.fromEntries(
      instrument.flags.map((flag) => {
        const found = truth(flag.when)
        if (flag.for === undefined || form.sex === flag.for) return [flag.id, found]
        return [flag.id, form.sex !== undefined ? 'no' : found === 'yes' ? 'unknown' : found]
      }),
    ),
    triage,
    items: Object.fromEntries(instrument.items.map(({ id }) => [id, shownOf(instrument, sheet.get(id))])),
    missing,
    conflicts,
    issues: issuesOf(
      instrument,
      // What was not asked for is told of the form as it was to be filled in.
      down(instrument, asWritten, () => true),
      answers,
      contradictions.map(({ when }) => when),
    ),
  }
}

function listOf({ answers }: FilledForm): readonly (readonly [string, unknown])[] {
  return Array.isArray(answers)
    ? answers.map(({ item, answer }) => [item, answer] as const)
    : Object.entries(answers)
}

const takenBy = ({ values, notAssessed }: Item): readonly number[] =>
  values.filter((value) => value !== notAssessed)

/** An answer as it counts: on a reversed item the first value counts as the last. */
function counts(item: Item, value: number): number {
  const values = takenBy(item)
  return item.reversed === true ? Math.max(...values) + Math.min(...values) - value : value
}

function countedValues(item: Item): readonly number[] {
  return takenBy(item)
    .map((value) => counts(item, value))
    .sort((a, b) => a - b)
}

function heard({ worse }: Instrument, item: Item, answers: readonly (readonly [string, unknown])[]): Heard {
  const all = countedValues(item)
  const mine = answers.filter(([id, answer]) => id === item.id && answer !== null && answer !== undefined)
  const read = mine.map(([, answer]) => {
    const value =
      typeof answer === 'string' ? item.answers?.find(({ code }) => code === answer)?.value : answer
    return typeof value === 'number' ? value : undefined
  })
  const values = read.filter((value) => value !== undefined && value !== item.notAssessed)
  const unassessed = item.notAssessed !== undefined && read.includes(item.notAssessed)
  const counted = [...new Set(values.flatMap((value) => (value === undefined ? [] : [counts(item, value)])))]
  const unreadable = read.includes(undefined)
  if (counted.length === 0) return { state: unreadable ? 'unreadable' : 'blank', possible: all }
  const [least, most] = [Math.min(...counted), Math.max(...counted)]
  const state = counted.length > 1 || unassessed ? 'disputed' : unreadable ? 'unreadable' : 'answered'
  if (worse === 'higher') return { state, possible: unreadable ? all.filter((one) => one >= most) : [most] }
  if (worse === 'lower') return { state, possible: unreadable ? all.filter((one) => one <= least) : [least] }
  return { state, possible: unreadable ? all : all.filter((one) => one >= least && one <= most) }
}

function sheetOf(instrument: Instrument, answers: readonly (readonly [string, unknown])[]): Sheet {
  return new Map(instrument.items.map((item) => [item.id, heard(instrument, item, answers)]))
}

const hasAnswer = (one: Heard | undefined): boolean => one?.state === 'answered' || one?.state === 'disputed'
const isKnown = (one: Heard | undefined): boolean => hasAnswer(one) || one?.state === 'not-asked'

/** Questions that were left out because the form says to leave them out. */
export function leftOut(instrument: Instrument, form: FilledForm): readonly string[] {
  const sheet = afterSkips(instrument, sheetOf(instrument, listOf(form)))
  return instrument.items.map(({ id }) => id).filter((id) => sheet.get(id)?.state === 'not-asked')
}

/** What an item counts as, asked or left out; null without an answer. */
export function answeredValue(instrument: Instrument, form: FilledForm, id: string): number | null {
  return shownOf(instrument, afterSkips(instrument, sheetOf(instrument, listOf(form))).get(id))
}

/** The most that the items of a domain can come to. */
export function highestOf({ items }: Instrument, { highestOf: ids }: Domain): number {
  return Math.max(...items.filter(({ id }) => ids.includes(id)).flatMap(countedValues))
}

/** Goes down the form as a person does, and leaves out what it says to leave out. */
function afterSkips(instrument: Instrument, sheet: Sheet): Sheet {
  return down(instrument, sheet, (item) => !wasAskedAnyway(instrument, item, sheet))
}

function down(instrument: Instrument, sheet: Sheet, leavesOut: (item: Item) => boolean): Sheet {
  const after = new Map(sheet)
  for (const item of instrument.items) {
    if (after.get(item.id)?.state !== 'blank' || !isSkipped(instrument, item, after)) continue
    if (leavesOut(item)) {
      after.set(item.id, { state: 'not-asked', possible: [Math.min(...countedValues(item))] })
    }
  }
  return after
}

/** Whether an answer says that a question was asked all the same which stands under the same skip, or under one of those. */
function wasAskedAnyway(instrument: Instrument, { notAskedIf }: Item, sheet: Sheet): boolean {
  return instrument.items.some((other) => {
    const isUnderIt = other.notAskedIf?.item === notAskedIf?.item && other.notAskedIf?.is === notAskedIf?.is
    return isUnderIt && speaksAgainstItsSkip(instrument, other, sheet)
  })
}

function speaksAgainstItsSkip(instrument: Instrument, item: Item, sheet: Sheet): boolean {
  const one = sheet.get(item.id)
  const least = Math.min(...countedValues(item))
  if (one?.state !== 'blank') return (one?.possible.at(-1) ?? least) > least
  const next = instrument.items.find(
    ({ notAskedIf }) => notAskedIf?.item === item.id && counts(item, notAskedIf.is) === least,
  )
  return next !== undefined && wasAskedAnyway(instrument, next, sheet)
}

function isSkipped(instrument: Instrument, item: Item, sheet: Sheet): boolean {
  const earlier = instrument.items.find(({ id }) => id === item.notAskedIf?.item)
  const before = sheet.get(item.notAskedIf?.item ?? '')
  if (earlier === undefined || item.notAskedIf === undefined || !isKnown(before)) return false
  return before?.possible.length === 1 && before.possible[0] === counts(earlier, item.notAskedIf.is)
}

const isNumbered = (scoring: Scoring): scoring is Extract<Scoring, { kind: 'sum' | 'mean' }> =>
  scoring.kind === 'sum' || scoring.kind === 'mean'

/** The items of a domain that the form asks for, given which of a pair was answered. */
function askedOf(domain: Domain, sheet: Sheet): readonly string[] {
  return domain.highestOf.filter((id) => {
    const groups = (domain.oneOf ?? []).filter((group) => group.includes(id))
    return (
      sheet.get(id)?.state !== 'blank' ||
      !groups.some((group) => group.some((other) => isKnown(sheet.get(other))))
    )
  })
}

/** Whether the parts of a sum are known, and what each comes to. */
function partOf(part: string | Domain, sheet: Sheet, instrument: Instrument): number | undefined {
  if (typeof part === 'string') return isKnown(sheet.get(part)) ? countOf(sheet.get(part)) : undefined
  const asked = askedOf(part, sheet)
  const known = asked.filter((id) => isKnown(sheet.get(id)))
  const highest = Math.max(...known.map((id) => countOf(sheet.get(id))))
  return known.length === asked.length || highest === highestOf(instrument, part) ? highest : undefined
}

const countOf = (one: Heard | undefined): number => one?.possible[0] ?? 0

function summed(
  scoring: Scoring,
  atMost: number,
  sheet: Sheet,
  instrument: Instrument,
): { readonly status: string; readonly total: number | null } {
  const nothing = { status: 'incomplete', total: null }
  if (!isNumbered(scoring)) return nothing
  const disputed = itemsIn(scoring).some((id) => sheet.get(id)?.state === 'disputed')
  const parts = scoring.of.map((part) => partOf(part, sheet, instrument))
  const known = parts.filter((part) => part !== undefined)
  const gaps = parts.length - known.length
  if (disputed || known.length === 0 || gaps > atMost) return nothing
  const sum = known.reduce((a, b) => a + b, 0)
  const status = gaps === 0 ? 'complete' : 'prorated'
  if (scoring.kind === 'mean') return { status, total: sum / known.length }
  const times = scoring.times ?? 1
  const twice = Math.floor((2 * sum * times * parts.length + known.length) / (2 * known.length))
  return { status, total: gaps === 0 ? sum * times : twice }
}

const itemsIn = (scoring: Extract<Scoring, { kind: 'sum' | 'mean' }>): readonly string[] =>
  scoring.of.flatMap((part: string | Domain) => (typeof part === 'string' ? [part] : part.highestOf))

function missingOf(instrument: Instrument, sheet: Sheet): readonly string[] {
  const { scoring, items } = instrument
  const needed = isNumbered(scoring)
    ? scoring.of.flatMap((part: string | Domain) =>
        partOf(part, sheet, instrument) !== undefined
          ? []
          : typeof part === 'string'
            ? [part]
            : askedOf(part, sheet),
      )
    : items.filter(({ unscored }) => unscored !== true).map(({ id }) => id)
  return items.map(({ id }) => id).filter((id) => needed.includes(id) && !isKnown(sheet.get(id)))
}

/** Every form without a gap that the answers leave possible. */
function* worldsOf({ items }: Instrument, sheet: Sheet): Generator<World> {
  const options = items.map(({ id }) => [id, sheet.get(id)?.possible ?? []] as const)
  const world = new Map<string, number>()
  function* from(place: number): Generator<World> {
    const option = options[place]
    if (option === undefined) {
      yield new Map(world)
      return
    }
    for (const value of option[1]) {
      world.set(option[0], value)
      yield* from(place + 1)
    }
  }
  yield* from(0)
}

/** How many such forms there are. */
export function worldCount(instrument: Instrument, form: FilledForm): number {
  const answers = listOf(form)
  const sheet = afterSkips(instrument, sheetOf(instrument, answers))
  return [...sheet.values()].reduce((product, { possible }) => product * possible.length, 1)
}

function totalIn(scoring: Scoring, world: World, sheet: Sheet): number | undefined {
  if (!isNumbered(scoring)) return undefined
  const values = scoring.of.map((part: string | Domain) =>
    typeof part === 'string'
      ? (world.get(part) ?? 0)
      : Math.max(...askedOf(part, sheet).map((id) => world.get(id) ?? 0)),
  )
  const sum = values.reduce((a, b) => a + b, 0)
  return scoring.kind === 'mean' ? sum / values.length : sum * (scoring.times ?? 1)
}

/** A question put to one form: more than one answer where nothing says which number it has. */
function holds(
  test: Test,
  world: World,
  numbers: (of: string | undefined, world: World) => readonly number[],
): readonly boolean[] {
  const each = (parts: readonly Test[]) => parts.map((one) => holds(one, world, numbers))
  switch (test.kind) {
    case 'item':
      return [meets(world.get(test.item) ?? 0, test)]
    case 'total':
      return numbers(test.of, world).map((number) => meets(number, test))
    case 'not':
      return holds(test.of, world, numbers).map((one) => !one)
    case 'all':
      return combined(each(test.of), (yes, n) => yes === n)
    case 'any':
      return combined(each(test.of), (yes) => yes > 0)
    case 'count':
      return combined(each(test.of), (yes, n) => yes >= test.from && yes <= (test.to ?? n))
  }
}

const meets = (
  value: number,
  { is, value: limit }: { readonly is: string; readonly value: number },
): boolean => (is === 'at-least' ? value >= limit : value <= limit)

/** The numbers a total may be in one form: more than one where nothing says which. */
function numbersFor(
  of: string | undefined,
  world: World,
  { subscales, scoring, range }: Instrument,
  sheet: Sheet,
  stated: number | undefined,
): readonly number[] {
  if (of !== undefined) {
    const part = subscales.find(({ id }) => id === of)
    return part === undefined ? [] : [totalIn(part.scoring, world, sheet) ?? 0]
  }
  if (scoring.kind === 'none') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  if (scoring.kind === 'stated')
    return stated !== undefined ? [stated] : [range?.least ?? 0, range?.most ?? 0]
  return [totalIn(scoring, world, sheet) ?? 0]
}

/** A total written beside items it cannot be of: the worse of the two, or both where neither is worse. */
function worseOf({ worse }: Instrument, sum: number, stated: number): readonly number[] {
  if (worse === 'neither') return [sum, stated]
  return [worse === 'higher' ? Math.max(sum, stated) : Math.min(sum, stated)]
}

/** Every way the parts of a question can turn out together. */
function combined(
  parts: readonly (readonly boolean[])[],
  settles: (yes: number, all: number) => boolean,
): readonly boolean[] {
  let counts = [0]
  for (const part of parts)
    counts = [...new Set(counts.flatMap((yes) => part.map((one) => yes + (one ? 1 : 0))))]
  return [...new Set(counts.map((yes) => settles(yes, parts.length)))]
}

function agreed(answers: readonly (readonly boolean[])[]): Truth {
  const all = new Set(answers.flat())
  if (all.size !== 1) return 'unknown'
  return all.has(true) ? 'yes' : 'no'
}

function leveled(
  { triage }: Instrument,
  truth: (test: Test) => Truth,
  lacks: boolean,
): readonly [string | null, boolean] | null {
  if (triage === undefined) return null
  const found = triage.levels.map((level) => {
    const said = truth(level.when)
    return { level, said: said === 'yes' && level.tier === 'none' && lacks ? 'unknown' : said }
  })
  const first = found.findIndex(({ said }) => said === 'yes')
  const graver = first < 0 ? found : found.slice(0, first)
  return [found[first]?.level.id ?? null, graver.some(({ said }) => said === 'unknown')]
}

function shownOf({ worse }: Instrument, one: Heard | undefined): number | null {
  if (!isKnown(one)) return null
  return (
    (worse === 'higher'
      ? one?.possible[0]
      : worse === 'lower'
        ? one?.possible.at(-1)
        : one?.possible.at(-1)) ?? null
  )
}

function sameNumber(stated: number, total: number, { scoring }: Instrument): boolean {
  if (scoring.kind !== 'mean') return stated === total
  return stated === total || [0, 1, 2, 3].some((digits) => roundedTo(total, digits) === stated)
}

// Half up at a decimal: through text, so that no step of a float is in it.
function roundedTo(value: number, digits: number): number {
  const scaled = value * 10 ** digits
  const nearest = Math.round(scaled * 1e9) / 1e9
  return Math.floor(nearest + 0.5) / 10 ** digits
}

function issuesOf(
  instrument: Instrument,
  sheet: Sheet,
  answers: readonly (readonly [string, unknown])[],
  contradictions: readonly Test[],
): readonly string[] {
  const told = new Set(contradictions.flatMap(namedIn))
  return instrument.items.flatMap((item) => {
    const unread = answers.some(
      ([id, answer]) =>
        id === item.id && typeof answer === 'string' && !item.answers?.some(({ code }) => code === answer),
    )
    const one = sheet.get(item.id)
    if (unread) return [`unknown-answer-code answers.${item.id}`]
    const against =
      hasAnswer(one) &&
      isSkipped(instrument, item, sheet) &&
      (one?.possible.at(-1) ?? 0) > Math.min(...countedValues(item))
    return against && !told.has(item.id) ? [`answered-though-not-asked answers.${item.id}`] : []
  })
}

function namedIn(test: Test): readonly string[] {
  if (test.kind === 'item') return [test.item]
  if (test.kind === 'total') return []
  return test.kind === 'not' ? namedIn(test.of) : test.of.flatMap(namedIn)
}
