/** What does not fit together in a table of an instrument: each fault names where it stands and what it is about. @module */
import { type CodeRow, danglingReference, idClash, wrongShape } from '../kernel/codes.ts'
import type { Domain, Instrument, Item, MissingRule, Scoring, Test } from '../kernel/instrument.ts'
import { passesCheckDigit } from './check-digit.ts'

/** One fault. The last step of the path is the other end: the row that is not there, or comes twice. */
export interface InstrumentFault {
  readonly code: string
  readonly path: readonly (string | number)[]
}

type Path = readonly (string | number)[]
type Numbered = Extract<Scoring, { readonly kind: 'sum' | 'mean' }>

/** Every fault of a table whose fields are of the right kind. */
export function instrumentFaults(instrument: Instrument): readonly InstrumentFault[] {
  return [
    ...itemFaults(instrument),
    ...scoringFaults(instrument),
    ...subscaleFaults(instrument),
    ...bandFaults(instrument),
    ...questionFaults(instrument),
    ...otherFaults(instrument),
  ]
}

const dangling = (...path: Path): InstrumentFault => fault(danglingReference, path)
const misshapen = (...path: Path): InstrumentFault => fault(wrongShape, path)

function fault({ code }: CodeRow, path: Path): InstrumentFault {
  return { code, path }
}

/** Ids that come twice. */
function clashes(ids: readonly string[], ...path: Path): readonly InstrumentFault[] {
  return ids.flatMap((id, n) => (ids.indexOf(id) === n ? [] : [fault(idClash, [...path, n, id])]))
}

const isNumbered = (scoring: Scoring): scoring is Numbered =>
  scoring.kind === 'sum' || scoring.kind === 'mean'

const taken = ({ values, notAssessed }: Item): readonly number[] =>
  values.filter((one) => one !== notAssessed)

function itemFaults({ items, scoring }: Instrument): readonly InstrumentFault[] {
  const found = [
    ...clashes(
      items.map(({ id }) => id),
      'items',
    ),
  ]
  for (const [n, item] of items.entries()) {
    const { values, answers = [], notAskedIf, loinc } = item
    const rising = values.every((one, at) => at === 0 || one > (values[at - 1] ?? one))
    if (!rising || taken(item).length === 0) found.push(misshapen('items', n, 'values'))
    found.push(
      ...clashes(
        answers.map(({ code }) => code),
        'items',
        n,
        'answers',
      ),
    )
    for (const [at, { value }] of answers.entries()) {
      if (!values.includes(value) && value !== item.notAssessed)
        found.push(misshapen('items', n, 'answers', at, 'value'))
    }
    if (loinc !== undefined && !passesCheckDigit(loinc)) found.push(misshapen('items', n, 'loinc'))
    if (notAskedIf === undefined) continue
    const earlier = items.slice(0, n).find(({ id }) => id === notAskedIf.item)
    if (earlier === undefined) found.push(dangling('items', n, 'notAskedIf', notAskedIf.item))
    else if (!taken(earlier).includes(notAskedIf.is)) found.push(misshapen('items', n, 'notAskedIf', 'is'))
  }
  if (scoring.kind === 'stated' && items.length > 0) found.push(misshapen('items'))
  return found
}

const idsOf = (part: string | Domain): readonly string[] =>
  typeof part === 'string' ? [part] : part.highestOf

/** Items a sum names: each is there, stands in it once, and is one that is scored. */
function sumFaults(scoring: Numbered, items: readonly Item[], ...path: Path): readonly InstrumentFault[] {
  const parts: readonly (string | Domain)[] = scoring.of
  const ids = parts.flatMap(idsOf)
  const found = [...clashes(ids, ...path, 'of')]
  for (const id of ids) {
    const item = items.find((one) => one.id === id)
    if (item === undefined) found.push(dangling(...path, 'of', id))
    else if (item.unscored === true) found.push(misshapen(...path, 'of', id))
  }
  for (const [n, part] of parts.entries()) {
    if (typeof part === 'string') continue
    for (const [at, group] of (part.oneOf ?? []).entries()) {
      const outside = group.filter((id) => !part.highestOf.includes(id))
      found.push(...outside.map((id) => dangling(...path, 'of', n, 'oneOf', at, id)))
      // Of two items that take different values one cannot stand for the other.
      const kinds = new Set(items.filter(({ id }) => group.includes(id)).map((item) => taken(item).join()))
      if (kinds.size > 1) found.push(misshapen(...path, 'of', n, 'oneOf', at))
    }
  }
  return found
}

/** The least and the most a part of a sum can come to. */
function endsOf(part: string | Domain, items: readonly Item[]): readonly [number, number] {
  const all = items.filter(({ id }) => idsOf(part).includes(id)).map(taken)
  return [Math.max(...all.map((one) => Math.min(...one))), Math.max(...all.map((one) => Math.max(...one)))]
}

function rangeFaults(
  scoring: Numbered,
  { least, most }: { readonly least: number; readonly most: number },
  items: readonly Item[],
  ...path: Path
): readonly InstrumentFault[] {
  const parts: readonly (string | Domain)[] = scoring.of
  const ends = parts.map((part) => endsOf(part, items))
  const by = scoring.kind === 'sum' ? (scoring.times ?? 1) : 1 / parts.length
  const differs = (declared: number, sum: number): boolean => !(Math.abs(declared - sum * by) < 1e-9)
  const low = ends.reduce((sum, [one]) => sum + one, 0)
  const high = ends.reduce((sum, [, one]) => sum + one, 0)
  return [
    ...(differs(least, low) ? [misshapen(...path, 'least')] : []),
    ...(differs(most, high) ? [misshapen(...path, 'most')] : []),
  ]
}

/** A mean can stand for a missing part only where all parts run from the same value to the same, and not for all of them. */
function fillFaults(
  rule: MissingRule | undefined,
  scoring: Scoring,
  items: readonly Item[],
  ...path: Path
): readonly InstrumentFault[] {
  if (rule === undefined || rule.atMost === 0) return []
  if (!isNumbered(scoring)) return [misshapen(...path, 'atMost')]
  const parts: readonly (string | Domain)[] = scoring.of
  const kinds = new Set(parts.map((part) => endsOf(part, items).join()))
  return rule.atMost < parts.length && kinds.size === 1 ? [] : [misshapen(...path, 'atMost')]
}

function scoringFaults({
  scoring,
  range,
  items,
  missing,
  subscales,
}: Instrument): readonly InstrumentFault[] {
  const found: InstrumentFault[] = []
  if ((scoring.kind === 'none') !== (range === undefined)) found.push(misshapen('range'))
  if (range !== undefined && range.least >= range.most) found.push(misshapen('range', 'most'))
  const unknown = isNumbered(scoring) ? sumFaults(scoring, items, 'scoring') : []
  found.push(...unknown)
  if (unknown.length === 0) found.push(...fillFaults(missing, scoring, items, 'missing'))
  if (!isNumbered(scoring)) return found
  if (unknown.length === 0 && range !== undefined) found.push(...rangeFaults(scoring, range, items, 'range'))
  // What is in no number has to say so: otherwise somebody forgot it.
  const counted = new Set(
    [scoring, ...subscales.map((one) => one.scoring)].flatMap(({ of }) => of.flatMap(idsOf)),
  )
  for (const [n, { id, unscored }] of items.entries()) {
    if (unscored !== true && !counted.has(id)) found.push(misshapen('items', n, 'unscored'))
  }
  return found
}

function subscaleFaults({ subscales, items }: Instrument): readonly InstrumentFault[] {
  const found = [
    ...clashes(
      subscales.map(({ id }) => id),
      'subscales',
    ),
  ]
  for (const [n, { scoring, range, missing }] of subscales.entries()) {
    const unknown = sumFaults(scoring, items, 'subscales', n, 'scoring')
    found.push(...unknown)
    if (unknown.length > 0) continue
    found.push(...fillFaults(missing, scoring, items, 'subscales', n, 'missing'))
    found.push(...rangeFaults(scoring, range, items, 'subscales', n, 'range'))
  }
  return found
}

/** Bands follow one another without a gap, inside the range of what they band. */
function bandFaults({ bandSets, subscales, range, scoring }: Instrument): readonly InstrumentFault[] {
  const found = [
    ...clashes(
      bandSets.map(({ id }) => id),
      'bandSets',
    ),
  ]
  for (const [n, { of, bands }] of bandSets.entries()) {
    const part = subscales.find(({ id }) => id === of)
    if (of !== undefined && part === undefined) {
      found.push(dangling('bandSets', n, 'of', of))
      continue
    }
    const inside = part?.range ?? range
    // Between two whole numbers a mean would fall into no band.
    if (inside === undefined || (part?.scoring ?? scoring).kind === 'mean')
      found.push(misshapen('bandSets', n, 'of'))
    found.push(
      ...clashes(
        bands.map(({ id }) => id),
        'bandSets',
        n,
        'bands',
      ),
    )
    for (const [at, { id, from, to }] of bands.entries()) {
      const before = bands[at - 1]
      if (from > to || (inside !== undefined && (from < inside.least || to > inside.most))) {
        found.push(misshapen('bandSets', n, 'bands', id))
      }
      if (before !== undefined && from !== before.to + 1) {
        found.push(misshapen('bandSets', n, 'bands', `${before.id} to ${id}`))
      }
    }
  }
  return found
}

/** Every item and number a question asks for is there. */
function testFaults(test: Test, instrument: Instrument, ...path: Path): readonly InstrumentFault[] {
  switch (test.kind) {
    case 'item':
      return instrument.items.some(({ id }) => id === test.item) ? [] : [dangling(...path, test.item)]
    case 'total': {
      const isThere =
        test.of === undefined
          ? instrument.range !== undefined
          : instrument.subscales.some(({ id }) => id === test.of)
      return isThere ? [] : [dangling(...path, test.of ?? 'total')]
    }
    case 'not':
      return testFaults(test.of, instrument, ...path, 'of')
    case 'count': {
      const few = test.from > test.of.length || (test.to !== undefined && test.to < test.from)
      const parts = test.of.flatMap((one, n) => testFaults(one, instrument, ...path, 'of', n))
      return few ? [misshapen(...path, 'from'), ...parts] : parts
    }
    default:
      return test.of.flatMap((one, n) => testFaults(one, instrument, ...path, 'of', n))
  }
}

function questionFaults(instrument: Instrument): readonly InstrumentFault[] {
  const { flags, triage } = instrument
  const { levels = [], inconsistent = [] } = triage ?? {}
  return [
    ...clashes(
      flags.map(({ id }) => id),
      'flags',
    ),
    ...flags.flatMap(({ when }, n) => testFaults(when, instrument, 'flags', n, 'when')),
    ...clashes(
      levels.map(({ id }) => id),
      'triage',
      'levels',
    ),
    ...levels.flatMap(({ when }, n) => testFaults(when, instrument, 'triage', 'levels', n, 'when')),
    ...clashes(
      inconsistent.map(({ id }) => id),
      'triage',
      'inconsistent',
    ),
    ...inconsistent.flatMap(({ when }, n) =>
      testFaults(when, instrument, 'triage', 'inconsistent', n, 'when'),
    ),
  ]
}

function otherFaults({ id, change, outcomes, codes, subscales }: Instrument): readonly InstrumentFault[] {
  const found = [
    ...clashes(
      change.map((one) => one.id),
      'change',
    ),
    ...clashes(
      outcomes.map((one) => one.id),
      'outcomes',
    ),
  ]
  for (const [n, { of }] of change.entries()) {
    if (of !== undefined && !subscales.some((one) => one.id === of))
      found.push(dangling('change', n, 'of', of))
  }
  for (const [n, { instrument }] of outcomes.entries()) {
    if (instrument !== id) found.push(dangling('outcomes', n, 'instrument', instrument))
  }
  for (const [n, { system, of, code }] of codes.entries()) {
    const isTerm = system === 'loinc' && (of === 'panel' || of === 'total')
    if (isTerm && !passesCheckDigit(code)) found.push(misshapen('codes', n, 'code'))
  }
  return found
}
