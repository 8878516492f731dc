/** The catalogue of side effects against the reference it was written from. @module */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openEffectFacts } from '../../src/content/facts/side-effects.ts'
import { leftOut } from '../../src/content/left-out.ts'
import { codeSources, references, referencesEu, referencesUs } from '../../src/content/references.ts'
import { sideEffects } from '../../src/content/side-effects/side-effects.ts'
import { us } from '../../src/content/us.ts'
import { visitReferences, visitReferencesEu, visitReferencesUs } from '../../src/content/visit-references.ts'
import type { Incidence, SideEffect } from '../../src/kernel/content.ts'
import type { Citation } from '../../src/kernel/evidence.ts'
import { leavesOf } from '../../src/rules/compile.ts'
import { assessSeriousness } from '../../src/side-effect/seriousness.ts'

interface Reference {
  readonly rows: Readonly<Record<string, string>>
  readonly frequencies: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
  readonly firstWeek: Readonly<Record<string, number>>
}

const reference: Reference = JSON.parse(
  readFileSync(new URL('../vectors/side-effects/reference.json', import.meta.url), 'utf8'),
)
const rows = sideEffects()
const byId = new Map(rows.map((row) => [row.id, row]))

const rowOf = (id: string): SideEffect => {
  const row = byId.get(id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}

const citationsOf = (row: SideEffect): readonly Citation[] => [
  ...row.sources,
  ...row.incidence.flatMap((one) => one.sources),
  ...row.listed.flatMap((one) => one.sources),
  ...(row.notes ?? []).flatMap((one) => one.sources),
]

/** What the rows say of a fact id of the table of frequencies, by the source of its column. */
const figuresOf = (fact: string): Readonly<Record<string, readonly number[]>> => {
  const columns = { 'HCP-SAF': 'us', T1: 't1', ASP12: 'mdsi', SUS1T: 'maint', 'SMPC-HK': 'eu' } as const
  const found: Record<string, readonly number[]> = {}
  for (const one of rows.flatMap((row) => row.incidence)) {
    const [source] = one.sources
    if (source?.fact !== fact) continue
    const column = Object.entries(columns).find(([key]) => key === source.source)?.[1] ?? 'another'
    found[column] = [one.drug, ...(one.control === undefined ? [] : [one.control])]
  }
  return found
}

test('every fact of the reference on side effects is in a row or a reasoned decision', () => {
  const used = new Set([
    ...rows.flatMap((row) => citationsOf(row).map((one) => one.fact)),
    ...leftOut.map((one) => one.fact),
  ])
  const facts = Object.keys(reference.rows)
  expect(facts.length).toBe(100)
  expect(facts.filter((fact) => !used.has(fact))).toEqual([])
})

test('no row is both used and left out', () => {
  const cited = new Set(rows.flatMap((row) => citationsOf(row).map((one) => one.fact)))
  expect(leftOut.filter((one) => cited.has(one.fact)).map((one) => one.fact)).toEqual([])
})

test('a row is named by its fact, and is there once', () => {
  expect(byId.size).toBe(rows.length)
  const catalogue = Object.keys(reference.rows).slice(
    Object.keys(reference.rows).indexOf('ae-dissociation'),
    Object.keys(reference.rows).indexOf('ae-driving') + 1,
  )
  expect(catalogue).toHaveLength(26)
  expect(catalogue.filter((fact) => !byId.has(fact.slice('ae-'.length)))).toEqual([])
})

test('every figure of the table of frequencies is as it is printed, in its own column', () => {
  for (const [fact, cells] of Object.entries(reference.frequencies))
    expect(figuresOf(fact), fact).toEqual(cells)
})

test('the figures of the first week stand with their effects', () => {
  for (const [id, percent] of Object.entries(reference.firstWeek)) {
    const found = rowOf(id).incidence.filter((one) => one.sources[0]?.fact === 'ae-esk-week1')
    expect(
      found.map((one) => one.drug),
      id,
    ).toEqual([percent])
  }
})

test('no two figures of an effect are of the same people and the same term', () => {
  for (const { id, incidence } of rows) {
    const keys = incidence.map(
      (one: Incidence) => `${one.population}|${one.term ?? ''}|${one.sources[0]?.fact}`,
    )
    expect(new Set(keys).size, id).toBe(keys.length)
  }
})

test('somnolence is not counted twice: the US pool has it in its group', () => {
  const pooled = rowOf('sedation').incidence.filter((one) => one.sources[0]?.source === 'HCP-SAF')
  expect(pooled.map((one) => one.term)).toEqual(['Sedation as a group, somnolence among it'])
})

test('the percentages of the review of infusions are marked as shaky', () => {
  const quoted = rows.flatMap((row) =>
    row.incidence
      .filter((one) => one.sources[0]?.fact === 'ae-iv-short-percent')
      .map((one) => [row.id, one] as const),
  )
  expect(Object.fromEntries(quoted.map(([id, one]) => [id, one.drug]))).toEqual({
    headache: 35,
    dizziness: 33,
    dissociation: 28,
    'bp-increase': 28,
    'blurred-vision': 23,
    anxiety: 15,
  })
  expect(quoted.every(([, one]) => one.sources[0]?.certainty === 'K?')).toBe(true)
})

test('a citation is as sure as the reference it was filed under, and no surer', () => {
  const wrong = rows
    .flatMap(citationsOf)
    .filter((one) => one.fact in reference.rows && reference.rows[one.fact] !== one.certainty)
    .map((one) => one.fact)
  expect(wrong).toEqual([])
})

test('a row is no surer than what stands behind it', () => {
  for (const row of rows) {
    if (row.certainty === 'S')
      expect(
        row.sources.some((one) => one.certainty === 'S'),
        row.id,
      ).toBe(true)
  }
})

test('codes seen with their names are those the reference marks, and no code is made up', () => {
  const codes = Object.fromEntries(
    rows.flatMap((row) => (row.codes ?? []).map((one) => [row.id, `${one.code} ${one.certainty}`])),
  )
  expect(codes).toEqual({
    hallucination: '7011001 K',
    'bp-increase': '24184005 K',
    tachycardia: '3424008 K',
    nausea: '422587007 S',
    vomiting: '422400008 K',
    dizziness: '404640003 S',
    vertigo: '399153001 K',
    sedation: '72641008 K',
    'loss-of-consciousness': '419045004 K',
    anxiety: '48694002 S',
    headache: '25064002 S',
    'blurred-vision': '246636008 K',
    emergence: '2776000 K',
    suicidality: '6471006 K',
    mania: '231494001 S',
    psychosis: '69322001 S',
    'seizure-like': '91175000 K',
    seizure: '91175000 K',
    anaphylaxis: '39579001 K',
    arrhythmia: '698247007 S',
    'nasal-local': '271801002 K',
  })
  const register = new Set(codeSources.map((one) => one.key))
  for (const one of rows.flatMap((row) => row.codes ?? [])) {
    expect(one.certainty === 'S').toBe(one.source !== undefined)
    if (one.source !== undefined) expect(register).toContain(one.source)
  }
})

test('the grades of pressure were seen, all others are from memory', () => {
  for (const row of rows) {
    if (row.grades === undefined) continue
    expect(row.grades.certainty, row.id).toBe(row.id === 'bp-increase' ? 'S' : 'K')
    const grades = row.grades.texts.map((one) => one.grade)
    expect(grades, row.id).toEqual([...new Set(grades)].toSorted())
    for (const grade of grades) {
      expect(grade, row.id).toBeGreaterThanOrEqual(row.grades.lowest ?? 1)
      expect(grade, row.id).toBeLessThanOrEqual(row.grades.highest ?? 5)
    }
  }
})

test('loss of consciousness, breathing, larynx, anaphylaxis and rhythm are escalated each time', () => {
  expect(rows.filter((row) => row.escalate.always).map((row) => row.id)).toEqual([
    'arrhythmia',
    'bradycardia',
    'hypotension',
    'loss-of-consciousness',
    'resp-depression',
    'resp-arrest',
    'laryngospasm',
    'anaphylaxis',
  ])
})

test('bladder, liver, cognition, dependence and misuse are each watched over a course', () => {
  const watched = new Set(rows.map((row) => row.watch))
  for (const matter of ['bladder', 'liver', 'cognition', 'dependence', 'misuse'])
    expect(watched).toContain(matter)
})

test('whatever can be there during a session has a question whether it is still there', () => {
  const asked = openEffectFacts().map((row) => row.id)
  const during = rows.filter((row) => row.duringSession).map((row) => `open-${row.id}`)
  expect(during.length).toBeGreaterThan(20)
  expect(asked).toEqual(expect.arrayContaining(during))
  expect(asked).toEqual(expect.arrayContaining(['open-suicidality', 'open-mania', 'open-psychosis']))
  expect(asked).toContain('open-other')
  expect(asked).toHaveLength(during.length + 4)
})

test('each of them stands before leaving until somebody saw it gone', () => {
  const asked = new Set(
    (us.session?.release ?? []).flatMap((rule) =>
      leavesOf(rule.when).flatMap((leaf) => (leaf.kind === 'age' ? [] : [leaf.fact])),
    ),
  )
  expect(openEffectFacts().filter((row) => !asked.has(row.id))).toEqual([])
})

test('what a row cites is a document the pack ships', () => {
  const shipped = new Set(us.sources.map((one) => one.key))
  const register = new Set(
    [
      ...references,
      ...referencesUs,
      ...referencesEu,
      ...visitReferences,
      ...visitReferencesUs,
      ...visitReferencesEu,
    ].map((one) => one.key),
  )
  const cited = [...rows.flatMap(citationsOf), ...assessSeriousness({}).sources].flatMap(
    (one) => one.source ?? [],
  )
  const grades = rows.flatMap((row) => row.grades?.source ?? [])
  expect([...cited, ...grades].filter((key) => !register.has(key) || !shipped.has(key))).toEqual([])
})

test('no two rows tell the same story in words', () => {
  const texts = rows.flatMap((row) => (row.notes ?? []).map((one) => one.text))
  // Depression and arrest of breathing were reported in one count.
  expect(texts.length - new Set(texts).size).toBe(1)
})
