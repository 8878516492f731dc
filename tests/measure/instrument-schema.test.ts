/** A site’s own instruments at the door: what fits together comes in, what does not is refused by both its ends. */
import { describe, expect, test } from 'vitest'
import { conversions } from '../../src/content/measures/conversions.ts'
import { parse } from '../../src/kernel/door.ts'
import { passesCheckDigit } from '../../src/measure/check-digit.ts'
import { ConversionTable, Instrument, OutcomeDefinition } from '../../src/measure/instrument.schema.ts'
import { instrumentFaults } from '../../src/measure/instrument-faults.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import { shipped } from './shipped.ts'
import { ladder, marks, mood, pair, sleepless } from './small-instruments.ts'

/** A copy as plain JSON. */
const plain = (value: object) => JSON.parse(JSON.stringify(value))

const answer = (input: object): string => {
  const read = parse(Instrument, input)
  return read.ok ? 'read' : `${read.error.code} at ${read.error.path}`
}

test.each([...shipped.values(), mood, sleepless, pair, ladder].map((one) => [one.id, one] as const))(
  '%s comes in as it is, and scores the same',
  (_id, instrument) => {
    expect(instrumentFaults(instrument)).toEqual([])
    const read = parse(Instrument, plain(instrument))
    if (!read.ok) throw read.error
    expect(read.value).toEqual(instrument)
    const form = { answers: {} }
    expect(scoreMeasure(read.value, form)).toEqual(scoreMeasure(instrument, form))
  },
)

test.each(conversions.map((one) => [one.id, one] as const))(
  'the table %s comes in as it is',
  (_id, table) => {
    const read = parse(ConversionTable, plain(table))
    if (!read.ok) throw read.error
    expect(read.value).toEqual(table)
  },
)

test.each(
  [...shipped.values()].flatMap(({ outcomes }) =>
    outcomes.map((one) => [one.instrument, one.id, one] as const),
  ),
)('the definition %s %s comes in as it is', (_instrument, _id, definition) => {
  const read = parse(OutcomeDefinition, plain(definition))
  if (!read.ok) throw read.error
  expect(read.value).toEqual(definition)
})

type Mutable = ReturnType<typeof plain>

describe('an instrument whose parts do not fit together', () => {
  const wrong: readonly (readonly [string, string, (one: Mutable) => void])[] = [
    [
      'scores an item it does not have',
      'dangling-reference at scoring.of.q9',
      (one) => one.scoring.of.push('q9'),
    ],
    ['scores an item twice', 'id-clash at scoring.of[4].q1', (one) => one.scoring.of.push('q1')],
    ['scores an item that is not scored', 'wrong-shape at scoring.of.q5', (one) => one.scoring.of.push('q5')],
    ['has two items of one id', 'id-clash at items[4].q1', (one) => (one.items[4].id = 'q1')],
    ['forgets an item', 'wrong-shape at items[4].unscored', (one) => delete one.items[4].unscored],
    [
      'has values out of order',
      'wrong-shape at items[0].values',
      (one) => (one.items[0].values = [0, 2, 1, 3]),
    ],
    ['has half a value', 'wrong-shape at items[0].values[1]', (one) => (one.items[0].values = [0, 0.5])],
    [
      'declares another range than its items give',
      'wrong-shape at range.most',
      (one) => (one.range.most = 15),
    ],
    ['declares no range', 'wrong-shape at range', (one) => delete one.range],
    [
      'has an answer code of no value',
      'wrong-shape at items[0].answers[0].value',
      (one) => (one.items[0].answers[0].value = 7),
    ],
    [
      'has an answer code twice',
      'id-clash at items[0].answers[1].LA-nought',
      (one) => (one.items[0].answers[1].code = 'LA-nought'),
    ],
    [
      'has a LOINC code that cannot exist',
      'wrong-shape at items[0].loinc',
      (one) => (one.items[0].loinc = '44250-8'),
    ],
    [
      'skips after a later item',
      'dangling-reference at items[0].notAskedIf.q2',
      (one) => (one.items[0].notAskedIf = { item: 'q2', is: 0 }),
    ],
    [
      'skips after a value nobody can give',
      'wrong-shape at items[1].notAskedIf.is',
      (one) => (one.items[1].notAskedIf = { item: 'q1', is: 9 }),
    ],
    ['fills as many items as it has', 'wrong-shape at missing.atMost', (one) => (one.missing.atMost = 4)],
    [
      'fills items that take different values',
      'wrong-shape at missing.atMost',
      (one) => {
        one.items[3].values = [0, 1, 2, 3, 4]
        one.range.most = 13
      },
    ],
    [
      'bands a part it does not have',
      'dangling-reference at bandSets[0].of.mind',
      (one) => (one.bandSets[0].of = 'mind'),
    ],
    [
      'leaves a gap between two bands',
      'wrong-shape at bandSets[1].bands.little to some',
      (one) => (one.bandSets[1].bands[0].to = 1),
    ],
    [
      'lets two bands overlap',
      'wrong-shape at bandSets[1].bands.little to some',
      (one) => (one.bandSets[1].bands[0].to = 3),
    ],
    [
      'bands what cannot be reached',
      'wrong-shape at bandSets[1].bands.marked',
      (one) => (one.bandSets[1].bands[2].to = 20),
    ],
    [
      'has two bands of one id',
      'id-clash at bandSets[1].bands[1].little',
      (one) => (one.bandSets[1].bands[1].id = 'little'),
    ],
    [
      'asks of an item it does not have',
      'dangling-reference at flags[0].when.q8',
      (one) => (one.flags[0].when.item = 'q8'),
    ],
    [
      'asks of a part it does not have',
      'dangling-reference at flags[1].when.mind',
      (one) => (one.flags[1].when.of = 'mind'),
    ],
    [
      'asks for more than there is',
      'wrong-shape at flags[0].when.from',
      (one) =>
        (one.flags[0].when = { kind: 'count', of: [{ kind: 'total', is: 'at-least', value: 1 }], from: 2 }),
    ],
    [
      'sums a part from nowhere',
      'dangling-reference at subscales[0].scoring.of.q9',
      (one) => one.subscales[0].scoring.of.push('q9'),
    ],
    [
      'gives a part another range',
      'wrong-shape at subscales[0].range.least',
      (one) => (one.subscales[0].range.least = 1),
    ],
    [
      'brings a definition of another instrument',
      'dangling-reference at outcomes[0].instrument.other',
      (one) =>
        one.outcomes.push({ id: 'x', label: 'X', instrument: 'other', response: { percent: 50, ...marks } }),
    ],
    [
      'speaks of the change of a part it does not have',
      'dangling-reference at change[0].of.mind',
      (one) => one.change.push({ id: 'x', of: 'mind', kind: 'important', label: 'X', points: 1, ...marks }),
    ],
    [
      'has a panel code that cannot exist',
      'wrong-shape at codes[0].code',
      (one) => one.codes.push({ system: 'loinc', of: 'panel', code: '89213-1', ...marks }),
    ],
    [
      'has a name that is a sentence',
      'wrong-shape at items[0].id',
      (one) => (one.items[0].id = 'Jane Roe, 1980'),
    ],
    ['has a member nobody knows', 'unknown-key at colour', (one) => (one.colour = 'red')],
    [
      'is of another format',
      'unknown-format at format',
      (one) => (one.format = 'ketamine-treatment/instrument/9'),
    ],
  ]

  test.each(wrong)('%s: %s', (_what, expected, change) => {
    const copy = plain(mood)
    change(copy)
    expect(answer(copy)).toBe(expected)
  })

  test('asks for one of a pair that are not alike', () => {
    const copy = plain(sleepless)
    copy.items[2].values = [0, 1]
    expect(answer(copy)).toBe('wrong-shape at scoring.of[1].oneOf[0]')
  })

  test('has items and takes a written total', () => {
    expect(
      answer({
        ...plain(mood),
        scoring: { kind: 'stated' },
        subscales: [],
        bandSets: [],
        missing: { ...mood.missing, atMost: 0 },
      }),
    ).toBe('wrong-shape at items')
  })

  test('asks for the total where there is none', () => {
    const copy = plain(ladder)
    copy.triage.levels[0].when = { kind: 'total', is: 'at-least', value: 1 }
    expect(answer(copy)).toBe('dangling-reference at triage.levels[0].when.total')
  })

  test('bands a mean', () => {
    const bandSets = [{ id: 'b', label: 'B', bands: [{ id: 'all', from: 0, to: 5 }], ...marks }]
    expect(answer({ ...plain(pair), bandSets })).toBe('wrong-shape at bandSets[0].of')
  })
})

test('a table of conversion is in order, and leads somewhere else', () => {
  const [table] = conversions
  if (table === undefined) throw new Error('no table')
  const fault = (input: object): string => {
    const read = parse(ConversionTable, input)
    return read.ok ? 'read' : `${read.error.code} at ${read.error.path}`
  }
  expect(fault({ ...plain(table), to: table.from })).toBe('wrong-shape at to')
  expect(
    fault({ ...plain(table), rows: [...plain(table).rows, { from: 0, to: { least: 0, most: 1 } }] }),
  ).toMatch(/^id-clash at rows\[\d+\]\.from$/)
  expect(fault({ ...plain(table), rows: [{ from: 0, to: { least: 2, most: 1 } }] })).toBe(
    'wrong-shape at rows[0].to',
  )
})

test.each(['44249-1', '44261-6', '69737-5', '70274-6', '101697-1', '93373-9', '75626-2', '91148-7'])(
  '%s can be a LOINC code',
  (code) => {
    expect(passesCheckDigit(code)).toBe(true)
  },
)

// Found in public repositories; no such codes can exist.
test.each(['69689-6', '70273-5', '89213-1', '97546-9', '89794-0', '89708-7', '44249', 'LA33-6', ''])(
  '%s cannot',
  (code) => {
    expect(passesCheckDigit(code)).toBe(false)
  },
)
