/** What holds of the tables of instruments. @module */
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { conversions } from '../../src/content/measures/conversions.ts'
import { instruments, measureSources } from '../../src/content/measures/instruments.ts'
import { cssrsScreener, cssrsScreenerSinceLast } from '../../src/content/measures/suicide.ts'
import { references } from '../../src/content/references.ts'
import { suicideGrades, suicideLevelIds, suicideLevels } from '../../src/content/suicide-levels.ts'
import { us } from '../../src/content/us.ts'
import { visitReferences } from '../../src/content/visit-references.ts'
import { wording, wordingSources } from '../../src/content/wording/wording.ts'
import { sessionTables } from '../../src/judgement/selection.ts'
import type { Citation } from '../../src/kernel/evidence.ts'
import type { Instrument, Scoring, Test } from '../../src/kernel/instrument.ts'
import { leavesOf } from '../../src/rules/compile.ts'
import { corpora } from '../measure/vectors.ts'
import { speechFault } from '../tools/house.ts'

/** Every citation below a value, wherever it stands. */
function citationsOf(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return []
  if (isCitation(value)) return [value]
  return Object.values(value).flatMap(citationsOf)
}

function isCitation(value: object): value is Citation {
  return 'fact' in value && 'seenOn' in value && 'certainty' in value
}

/** Rows that say how sure they are, with what they cite. */
function sureRows(
  value: unknown,
): readonly { readonly certainty: unknown; readonly sources: readonly Citation[] }[] {
  if (typeof value !== 'object' || value === null || isCitation(value)) return []
  const own = 'sources' in value && 'certainty' in value ? [value] : []
  return [
    ...own.map((row) => ({ certainty: row.certainty, sources: citationsOf(row.sources) })),
    ...Object.values(value).flatMap(sureRows),
  ]
}

/** Items and subscales a test names. */
function namesIn(when: Test): readonly string[] {
  if (when.kind === 'item') return [when.item]
  if (when.kind === 'total') return when.of === undefined ? [] : [when.of]
  return when.kind === 'not' ? namesIn(when.of) : when.of.flatMap(namesIn)
}

/** Items a rule of scoring names. */
function itemsIn(scoring: Scoring): readonly string[] {
  if (scoring.kind === 'stated' || scoring.kind === 'none') return []
  return scoring.of.flatMap((part) => (typeof part === 'string' ? [part] : part.highestOf))
}

/** The least and the most a rule of scoring can come to, counted apart from the engine. */
function reach(
  instrument: Instrument,
  scoring: Scoring,
): { readonly least: number; readonly most: number } | undefined {
  if (scoring.kind === 'stated' || scoring.kind === 'none') return undefined
  const ends = scoring.of.map((part) => {
    const named = typeof part === 'string' ? [part] : part.highestOf
    const values = named.map((id) => {
      const item = instrument.items.find((one) => one.id === id)
      return (item?.values ?? []).filter((value) => value !== item?.notAssessed)
    })
    return [Math.max(...values.map((one) => Math.min(...one))), Math.max(...values.flat())] as const
  })
  const sum = (at: 0 | 1) => ends.reduce((all, end) => all + end[at], 0)
  const times = scoring.kind === 'sum' ? (scoring.times ?? 1) : 1 / ends.length
  return { least: sum(0) * times, most: sum(1) * times }
}

/** The digit a LOINC term ends with, by the rule of Luhn over the digits before it. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((all, digit, at) => {
    const doubled = digit.charCodeAt(0) - 48 + (at % 2 === 0 ? digit.charCodeAt(0) - 48 : 0)
    return all + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

const loincTerms = (instrument: Instrument): readonly string[] => [
  ...instrument.items.flatMap((item) => (item.loinc === undefined ? [] : [item.loinc])),
  ...instrument.codes.flatMap((row) =>
    row.system === 'loinc' && row.of !== 'answer-list' ? [row.code] : [],
  ),
]

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()

describe('the register of documents', () => {
  const keys = new Map(measureSources.map((row) => [row.key, row]))

  test('names each document once', () => {
    expect(measureSources.map((row) => row.key).filter((key, at, all) => all.indexOf(key) !== at)).toEqual([])
  })

  test('has every document a table cites, and none that no table cites', () => {
    const cited = new Set(
      citationsOf([instruments, conversions]).flatMap(({ source }) => (source === undefined ? [] : [source])),
    )
    expect([...cited].filter((key) => !keys.has(key))).toEqual([])
    expect([...keys.keys()].filter((key) => !cited.has(key))).toEqual([])
  })

  test('says of a document what the register of the packs says of it', () => {
    for (const row of [...references, ...visitReferences]) {
      const here = keys.get(row.key)
      if (here !== undefined) expect(here).toEqual(row)
    }
  })

  test('is behind every row that was seen: no row is surer than what it cites', () => {
    for (const instrument of instruments)
      for (const { certainty, sources } of sureRows(instrument)) {
        expect(sources.length, instrument.id).toBeGreaterThan(0)
        if (certainty !== 'S') continue
        const seen = sources.filter((one) => one.certainty === 'S' && one.source !== undefined)
        expect(seen.length, `${instrument.id}: ${JSON.stringify(sources)}`).toBeGreaterThan(0)
      }
  })
})

describe.each(instruments.map((one) => [one.id, one] as const))('%s', (_id, instrument) => {
  test('has its ids once each', () => {
    for (const ids of [
      instrument.items.map(({ id }) => id),
      instrument.subscales.map(({ id }) => id),
      instrument.bandSets.map(({ id }) => id),
      instrument.flags.map(({ id }) => id),
      instrument.change.map(({ id }) => id),
      instrument.outcomes.map(({ id }) => id),
    ])
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test('names only items and parts it has', () => {
    const items = new Set(instrument.items.map(({ id }) => id))
    const parts = new Set([...items, ...instrument.subscales.map(({ id }) => id)])
    const scorings: readonly Scoring[] = [
      instrument.scoring,
      ...instrument.subscales.map(({ scoring }) => scoring),
    ]
    expect(scorings.flatMap(itemsIn).filter((id) => !items.has(id))).toEqual([])
    const levels = instrument.triage?.levels ?? []
    const tests = [...instrument.flags, ...levels, ...(instrument.triage?.inconsistent ?? [])]
    expect(tests.flatMap(({ when }) => namesIn(when)).filter((id) => !parts.has(id))).toEqual([])
    const set = instrument.bandSets.flatMap(({ of }) => (of === undefined ? [] : [of]))
    expect(set.filter((id) => !parts.has(id))).toEqual([])
    expect(instrument.outcomes.filter((row) => row.instrument !== instrument.id)).toEqual([])
  })

  test('can reach its range, no more and no less', () => {
    if (instrument.scoring.kind !== 'stated') {
      const reached = reach(instrument, instrument.scoring)
      expect(reached ?? null).toEqual(instrument.range ?? null)
    }
    for (const part of instrument.subscales)
      expect(reach(instrument, part.scoring), part.id).toEqual(part.range)
  })

  test('has bands that follow one another without a gap and end with the range', () => {
    for (const { id, of, bands } of instrument.bandSets) {
      const range =
        of === undefined ? instrument.range : instrument.subscales.find((one) => one.id === of)?.range
      expect(bands.at(-1)?.to, id).toBe(range?.most)
      bands.forEach((band, at) => {
        expect(band.from, id).toBeLessThanOrEqual(band.to)
        if (at > 0) expect(band.from, id).toBe((bands[at - 1]?.to ?? 0) + 1)
      })
    }
    const first = instrument.bandSets.find(({ of }) => of === undefined)
    if (first !== undefined) expect(first.bands[0]?.from).toBe(instrument.range?.least)
  })

  test('has codes of LOINC whose last digit is right, each for one thing', () => {
    const terms = loincTerms(instrument)
    for (const code of terms) {
      const [digits = '', last] = code.split('-')
      expect(`${checkDigit(digits)}`, code).toBe(last)
    }
    const coded = instrument.items.flatMap(({ loinc }) => (loinc === undefined ? [] : [loinc]))
    expect(coded.filter((code, at) => coded.indexOf(code) !== at)).toEqual([])
    for (const { answers, values } of instrument.items) {
      if (answers === undefined) continue
      expect(answers.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual(values)
      expect(answers.every(({ code }) => /^LA\d+-\d$/.test(code))).toBe(true)
    }
  })

  test('names its items by topic, and in no words of the form', () => {
    const form = wording[instrument.id]
    const words = new Set(Object.values(form?.items ?? {}).map(plain))
    for (const { label } of instrument.items) {
      expect(words.has(plain(label)), label).toBe(false)
      expect(label).not.toMatch(/[?!]|\b(I|you|your|me|my)\b/)
      expect(label.split(' ').length, label).toBeLessThanOrEqual(7)
    }
  })

  test('speaks to a professional, and calls nobody safe', () => {
    const texts = [
      instrument.missing.text,
      instrument.licence.status,
      ...instrument.notes.map(({ text }) => text),
      ...instrument.flags.flatMap(({ label, actions }) => [label, ...(actions ?? [])]),
      ...(instrument.triage?.levels.map(({ meaning }) => meaning) ?? []),
    ]
    expect(texts.map(speechFault).filter((fault) => fault !== undefined)).toEqual([])
  })
})

test('no instrument is listed twice', () => {
  const ids = instruments.map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect([...corpora.keys()].filter((id) => !ids.includes(id))).toEqual([])
})

test('no code is shipped that is known to be wrong where others use it', () => {
  const wrong = [
    '69689-6', // GAD-7, fails its check digit, as the next five
    '70273-5',
    '89213-1',
    '97546-9',
    '89794-0',
    '89708-7',
    '96762-0', // offered as PCL-5
    '54632-5', // delirium, offered as RASS
    'LL5264-8', // another survey, offered as WHO-5
    '99046-5', // EPDS total? meaning not verified
  ]
  const shipped = instruments.flatMap((one) => [...loincTerms(one), ...one.codes.map(({ code }) => code)])
  expect(shipped.filter((code) => wrong.includes(code))).toEqual([])
  const of = (code: string) =>
    instruments.flatMap((one) =>
      one.codes.filter((row) => row.code === code).map((row) => `${one.id} ${row.of}`),
    )
  expect(of('44249-1')).toEqual(['phq-9 panel'])
  expect(of('69737-5')).toEqual(['gad-7 panel'])
  expect(of('55758-7')).toEqual(['phq-2 total'])
  expect(of('75626-2')).toEqual(['audit-c total'])
})

test('a code of LOINC that fails its check digit would be found', () => {
  const passes = (code: string) => `${checkDigit(code.split('-')[0] ?? '')}` === code.split('-')[1]
  expect(['69689-6', '70273-5', '89213-1', '97546-9', '89794-0', '89708-7'].filter(passes)).toEqual([])
  expect(passes('44261-6')).toBe(true)
})

describe('the words of forms', () => {
  const byId = new Map(instruments.map((one) => [one.id, one]))

  test('are shipped only where their owner lets them be', () => {
    for (const id of Object.keys(wording)) expect(byId.get(id)?.licence.wording, id).toBe('yes')
  })

  test('go with a notice, and say where they were read', () => {
    const read = new Set(Object.values(wording).flatMap(({ sources }) => sources))
    expect([...read].toSorted()).toEqual(wordingSources.map(({ key }) => key).toSorted())
    for (const { notice, sources } of Object.values(wording)) {
      expect(notice.length).toBeGreaterThan(20)
      expect(sources.length).toBeGreaterThan(0)
    }
  })

  test('fit the items and the values they are scored by', () => {
    for (const [id, { items, answers, answersOf }] of Object.entries(wording)) {
      const instrument = byId.get(id)
      expect(Object.keys(items), id).toEqual(instrument?.items.map((item) => item.id))
      for (const item of instrument?.items ?? []) {
        const own = answersOf?.[item.id] ?? answers
        expect(
          own.map(({ value }) => value).toSorted((a, b) => a - b),
          id,
        ).toEqual(
          [
            ...new Set([...item.values, ...(item.notAssessed === undefined ? [] : [item.notAssessed])]),
          ].toSorted((a, b) => a - b),
        )
      }
    }
  })
})

describe('the suicide screen', () => {
  const levels = suicideLevels()

  test.each([us, eu])('means in a gate of pack %# what it means in the triage', (pack) => {
    const rows = pack.facts.find(({ id }) => id === 'suicide-screen-level')
    expect(rows?.grades).toEqual(suicideGrades())
    const { gates } = sessionTables(pack)
    const asked = gates.flatMap((gate) =>
      leavesOf(gate.when).flatMap((leaf) =>
        leaf.kind === 'graded' && leaf.fact === 'suicide-screen-level'
          ? leaf.among.map((grade) => ({ gate, grade }))
          : [],
      ),
    )
    const known = suicideLevelIds.filter((id) => id !== 'none')
    expect([...new Set(asked.map(({ grade }) => grade))].toSorted()).toEqual([...known].toSorted())
    for (const id of known) {
      const level = levels[id]
      for (const { gate } of asked.filter(({ grade }) => grade === id)) {
        expect(gate.actions.map(({ code }) => code)).toEqual(level.actions)
        const grave = gate.scope.indications === undefined ? 'defer' : 'caution'
        const expected = { high: grave, moderate: 'caution', low: 'note', none: 'note' }[level.tier]
        expect(gate.class, gate.id).toBe(expected)
      }
    }
  })

  test.each([cssrsScreener, cssrsScreenerSinceLast])(
    'ranks its levels as the fact does: $id',
    (instrument) => {
      const shown = instrument.triage?.levels ?? []
      expect(shown.length).toBeGreaterThan(5)
      const order: readonly string[] = suicideLevelIds
      const ranks = shown.map(({ id }) => order.indexOf(id))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      expect(ranks).not.toContain(-1)
      for (const { id, tier, meaning, actions } of shown) {
        const level = Object.values(levels).find((one) => one.id === id)
        // The form asks in words for what the gate asks by code.
        expect({ tier, actions }).toEqual({
          tier: level?.tier,
          actions: level?.actions.map((code) => us.actions[code]),
        })
        const own = instrument === cssrsScreenerSinceLast && id === 'behaviour-3-months'
        expect(meaning).toBe(
          own ? 'Suicidal behaviour since the last contact, taken as within three months' : level?.meaning,
        )
      }
    },
  )

  test('has codes only where LOINC means its recall', () => {
    expect(cssrsScreener.items.map(({ loinc }) => loinc)).not.toContain(undefined)
    expect(loincTerms(cssrsScreenerSinceLast)).toEqual([])
  })
})
