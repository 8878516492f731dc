/** What holds of every row of the tables. @module */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeNames } from '../../src/content/code-names.ts'
import {
  courseReferences,
  courseReferencesEu,
  courseReferencesUs,
} from '../../src/content/course/references.ts'
import { eu, euScreening } from '../../src/content/eu.ts'
import {
  indicationReferences,
  indicationReferencesEu,
  indicationReferencesUs,
} from '../../src/content/indication/references.ts'
import { leftOut } from '../../src/content/left-out.ts'
import {
  euScreeningPolicy,
  euStartingPolicy,
  usScreeningPolicy,
  usStartingPolicy,
} from '../../src/content/policies.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { codeSources, references, referencesEu, referencesUs } from '../../src/content/references.ts'
import { us, usScreening } from '../../src/content/us.ts'
import { visitReferences, visitReferencesEu, visitReferencesUs } from '../../src/content/visit-references.ts'
import { FactRow, Policy as PolicySchema, Rule } from '../../src/entries/schemas.ts'
import { type Content, type Policy, rulesOf } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Citation } from '../../src/kernel/evidence.ts'
import type { Codes } from '../../src/kernel/fact.ts'
import type { Rule as RuleRow } from '../../src/kernel/rule.ts'
import { leavesOf } from '../../src/rules/compile.ts'
import { assessSeriousness } from '../../src/side-effect/seriousness.ts'

const packs: readonly (readonly [string, Content, Policy])[] = [
  ['us', us, usStartingPolicy],
  ['eu', eu, euStartingPolicy],
]
/** The packs of a screening alone: parts of the others, held to what does not depend on the whole. */
const lean: typeof packs = [
  ['us-screening', usScreening, usScreeningPolicy],
  ['eu-screening', euScreening, euScreeningPolicy],
]
const register = [
  ...references,
  ...referencesUs,
  ...referencesEu,
  ...visitReferences,
  ...visitReferencesUs,
  ...visitReferencesEu,
  ...indicationReferences,
  ...indicationReferencesUs,
  ...indicationReferencesEu,
  ...courseReferences,
  ...courseReferencesUs,
  ...courseReferencesEu,
  ...codeSources,
]
const allRules = [...new Set([...rulesOf(us), ...rulesOf(eu)])]
const allFacts = [...new Map([...us.facts, ...eu.facts].map((row) => [row.id, row])).values()]

const reference = JSON.parse(readFileSync(new URL('../vectors/reference-rows.json', import.meta.url), 'utf8'))
const rows: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(reference.rows as object))

/** What the rules and tables of a pack cite. */
function citationsOf(pack: Content): readonly Citation[] {
  const { dosing, session, sideEffects, indication } = pack
  return [
    ...rulesOf(pack).flatMap((rule) => rule.sources),
    ...(session?.schedules ?? []).flatMap((row) => [
      ...row.sources,
      ...[...row.slots, ...row.observation].flatMap((part) => part.sources),
    ]),
    ...(session?.followUps ?? []).flatMap((row) => row.sources),
    ...(sideEffects ?? []).flatMap((row) => [
      ...row.sources,
      ...[...row.incidence, ...row.listed, ...(row.notes ?? [])].flatMap((part) => part.sources),
    ]),
    ...(sideEffects === undefined ? [] : assessSeriousness({}).sources),
    ...(dosing?.forms ?? []).flatMap((row) => row.sources),
    ...(dosing?.doseSets ?? []).flatMap((row) => row.sources),
    ...Object.values(dosing?.bioavailability ?? {}).flat(),
    ...(indication?.indications ?? []).flatMap((row) => [
      ...row.sources,
      ...[...row.trials, ...(row.notes ?? [])].flatMap((part) => part.sources),
    ]),
    ...[...(indication?.consent ?? []), ...(indication?.definitions ?? [])].flatMap((row) => row.sources),
    ...(indication?.minimumDoses ?? []).flatMap((row) => [
      ...row.sources,
      ...(row.elsewhere ?? []).flatMap((part) => part.sources),
    ]),
    ...within(pack.course?.protocols),
  ]
}

/** Every citation in rows within rows. */
function within(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return []
  return isCitation(value) ? [value] : Object.values(value).flatMap(within)
}

function isCitation(value: object): value is Citation {
  return 'fact' in value && 'certainty' in value && 'seenOn' in value
}

describe.each([...packs, ...lean])('the pack %s', (_id, pack, policy) => {
  test('has rows that could as well have come in from outside', () => {
    const refused = [
      ...rulesOf(pack).map((row) => [row.id, parse(Rule, row)] as const),
      ...pack.facts.map((row) => [row.id, parse(FactRow, row)] as const),
    ].filter(([, read]) => !read.ok)
    expect(refused).toEqual([])
  })

  test('names no fact, source or action it does not hold', () => {
    const facts = new Set(pack.facts.map((row) => row.id))
    const sources = new Set(pack.sources.map((row) => row.key))
    for (const rule of rulesOf(pack)) {
      for (const leaf of leavesOf(rule.when))
        if (leaf.kind !== 'age') expect(facts, rule.id).toContain(leaf.fact)
      for (const { source } of rule.sources)
        if (source !== undefined) expect(sources, rule.id).toContain(source)
      for (const { code } of rule.actions) expect(Object.keys(pack.actions), rule.id).toContain(code)
    }
    for (const row of pack.facts)
      for (const member of row.includes ?? []) expect(facts, row.id).toContain(member)
  })

  test('stops hard on nothing that was not seen', () => {
    const hard = rulesOf(pack).filter((rule) => rule.hard === true || rule.class === 'contraindicated')
    expect(hard.length).toBeGreaterThan(5)
    expect(hard.filter(({ certainty }) => certainty !== 'S').map(({ id }) => id)).toEqual([])
  })

  test('has one version of a row in force at a time', () => {
    const byId = new Map<string, RuleRow[]>()
    for (const rule of rulesOf(pack)) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
    for (const [id, versions] of byId) {
      const inOrder = versions.toSorted((a, b) => a.version - b.version)
      inOrder.forEach((rule, at) => {
        const next = inOrder[at + 1]
        if (next === undefined) return
        expect(next.version, id).toBeGreaterThan(rule.version)
        expect(rule.scope.effective.to ?? 'open', id).not.toBe('open')
        expect((rule.scope.effective.to ?? '') < next.scope.effective.from, id).toBe(true)
      })
    }
  })

  test('asks for the policy numbers, edges and choices that its starting policy holds', () => {
    const text = JSON.stringify([
      rulesOf(pack).map((rule) => rule.when),
      pack.facts,
      pack.session,
      pack.course === undefined ? [] : [pack.course.protocols, painProtocols],
    ])
    const held = [policy.numbers, policy.edges, policy.choices].flatMap((part) => Object.keys(part))
    const named = [...text.matchAll(/"(?:policy|entryMaxAge|statementMaxAge|edge)":"([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((name) => !held.includes(name))).toEqual([])
    // Some numbers no row names: the engine itself asks for them, and those who read a device or round a dose.
    const ofTheEngine =
      /^(attestation-max-age|childbearing-age-(from|to)|stream-.*|dose-rounding-step|infusion-duration-iv|resistance-definition|counts-as-session|review-(early|late)|open-phase-weeks)$/
    expect(held.filter((name) => !named.includes(name) && !ofTheEngine.test(name))).toEqual([])
  })

  test('cites no document it does not hold', () => {
    const held = new Set(pack.sources.map((source) => source.key))
    const cited = citationsOf(pack).flatMap((one) => one.source ?? [])
    expect(cited.filter((key) => !held.has(key))).toEqual([])
  })
})

describe.each(packs)('the whole pack %s', (_id, pack) => {
  test('ships the documents its rules cite, and no others', () => {
    const cited = new Set(citationsOf(pack).flatMap((one) => one.source ?? []))
    expect(pack.sources.map((source) => source.key).toSorted()).toEqual([...cited].toSorted())
  })

  test('ships no rule of another country', () => {
    const countries = pack.id === 'us' ? ['us'] : ['eu', 'uk', 'ch']
    const foreign = rulesOf(pack).filter(
      ({ scope }) => !scope.jurisdictions.some((country) => countries.includes(country)),
    )
    expect(foreign.map((rule) => rule.id)).toEqual([])
  })

  test('ships the facts that its rules ask, that place an entry or that are read for odd values, and no others', () => {
    const byId = new Map(pack.facts.map((row) => [row.id, row]))
    const asked = new Set<string>()
    const open = rulesOf(pack).flatMap((rule) =>
      leavesOf(rule.when).flatMap((leaf) => (leaf.kind === 'age' ? [] : [leaf.fact])),
    )
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (asked.has(id)) continue
      asked.add(id)
      open.push(...(byId.get(id)?.includes ?? []))
    }
    // An entry is read once one of its codes is known; families of ICD-10-CM and ATC are always known.
    const single = (row: FactOfPack) =>
      codesOf(row)
        .filter(({ system }) => system === 'snomed-ct' || system === 'rxnorm')
        .flatMap(({ system, codes }) => codes.map((code) => `${system}|${code}`))
    const known = new Set(pack.facts.filter((row) => asked.has(row.id)).flatMap(single))
    const idle = pack.facts.filter(
      (row) =>
        !asked.has(row.id) &&
        row.kind !== 'measurement' &&
        row.id !== 'ketamine' && // the medicine itself, on the list of medicines
        single(row).every((code) => known.has(code)),
    )
    expect(idle.map((row) => row.id)).toEqual([])
  })
})

test('every labelled hard stop was seen in a label, and nothing else stops hard', () => {
  const hard = allRules.filter((rule) => rule.class === 'contraindicated' && !rule.id.startsWith('record/'))
  const wrong = hard.filter(
    (rule) => rule.basis !== 'label' || rule.certainty !== 'S' || rule.sources.length === 0,
  )
  expect(wrong.map((rule) => rule.id)).toEqual([])
  const types = new Map(register.map((source) => [source.key, source.type]))
  for (const rule of hard) {
    const seen = rule.sources.filter(
      (one) => one.certainty === 'S' && ['L', 'C'].includes(types.get(one.source ?? '') ?? ''),
    )
    expect(seen.length, rule.id).toBeGreaterThan(0)
  }
})

test('no row claims a review that nobody gave', () => {
  expect(allRules.filter((rule) => rule.clinicalReview !== 'none')).toEqual([])
})

test('a row is at most as sure as the surest statement behind it', () => {
  const order = ['K?', 'K', 'S']
  for (const rule of allRules) {
    if (rule.sources.length === 0) continue
    const surest = Math.max(...rule.sources.map((one) => order.indexOf(one.certainty)))
    expect(order.indexOf(rule.certainty), rule.id).toBeLessThanOrEqual(surest)
  }
})

test('a citation is no surer than the reference it was filed under', () => {
  const cited = [...allRules.flatMap((rule) => rule.sources), ...allFacts.flatMap((row) => row.sources ?? [])]
  const raised = cited.filter((one) => one.certainty === 'S' && rows[one.fact]?.startsWith('K'))
  expect(raised.map((one) => one.fact)).toEqual([])
})

test('every row of the reference on contraindications and interactions is a rule, a table or a reasoned decision', () => {
  const used = new Set([
    ...allRules.flatMap((rule) => rule.sources.map((one) => one.fact)),
    ...allFacts.flatMap((row) => (row.sources ?? []).map((one) => one.fact)),
    ...us.equivalents.flatMap((table) => table.sources.map((one) => one.fact)),
    ...leftOut.map((row) => row.fact),
  ])
  expect(Object.keys(rows).filter((fact) => !used.has(fact))).toEqual([])
  expect(leftOut.filter((row) => row.why.length < 30)).toEqual([])
})

test('the register holds the documents that are cited, once each, and no others', () => {
  const keys = register.map((source) => source.key)
  expect(keys.length).toBe(new Set(keys).size)
  const cited = new Set([
    ...[us, eu].flatMap((pack) => citationsOf(pack).map((one) => one.source)),
    ...allFacts.flatMap((row) => (row.sources ?? []).map((one) => one.source)),
    ...allFacts.flatMap((row) => codesOf(row).map((codes) => codes.source)),
    ...us.equivalents.flatMap((table) => table.sources.map((one) => one.source)),
    ...us.products.flatMap((product) => product.sources.map((one) => one.source)),
  ])
  expect(keys.filter((key) => !cited.has(key))).toEqual([])
  expect([...cited].filter((key) => key !== undefined && !keys.includes(key))).toEqual([])
})

type FactOfPack = (typeof allFacts)[number]

function codesOf(row: FactOfPack): readonly Codes[] {
  return [...(row.core ?? []), ...(row.history ?? []), ...(row.confirm ?? [])]
}

// The check digit of SNOMED CT: J. Verhoeff, Error detecting decimal codes, 1969.
const multiply = (a: number, b: number): number => {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5
  return b < 5 ? ((((a - b) % 5) + 5) % 5) + 5 : (((a - b) % 5) + 5) % 5
}
const permute = (place: number, digit: number): number => {
  let at = digit
  for (let step = 0; step < place % 8; step += 1) at = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][at] ?? 0
  return at
}
const passesVerhoeff = (id: string): boolean =>
  [...id].reverse().reduce((sum, digit, place) => multiply(sum, permute(place, Number(digit))), 0) === 0

test('the check digit tells a SNOMED CT id from one with a slip', () => {
  expect(passesVerhoeff('22298006')).toBe(true) // Myocardial infarction
  expect(passesVerhoeff('22298007')).toBe(false)
  expect(passesVerhoeff('234143007')).toBe(false) // the id the reference withdrew
})

test('every SNOMED CT id passes its check digit', () => {
  const ids = allFacts.flatMap((row) =>
    codesOf(row)
      .filter((codes) => codes.system === 'snomed-ct')
      .flatMap((codes) => codes.codes),
  )
  expect(ids.length).toBeGreaterThan(40)
  expect(ids.filter((id) => !passesVerhoeff(id))).toEqual([])
})

test('codes have the form of their system', () => {
  const forms = {
    'icd-10-cm': /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/,
    rxnorm: /^\d{1,8}$/,
    atc: /^[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?$/,
  }
  for (const row of allFacts) {
    for (const codes of codesOf(row)) {
      const form =
        codes.system === 'icd-10-cm' || codes.system === 'rxnorm' || codes.system === 'atc'
          ? forms[codes.system]
          : /^\d/
      for (const code of [...codes.codes, ...(codes.except ?? [])]) expect(code, row.id).toMatch(form)
      expect(codes.display, row.id).toBeUndefined() // names stand in `codeNames`, apart from the rows
    }
  }
})

const inRows = allFacts.flatMap((row) =>
  codesOf(row).flatMap(({ system, certainty, codes, source }) =>
    codes.map((code) => ({ key: `${system}|${code}`, system, certainty, source })),
  ),
)
const nameOf = new Map(codeNames.map((one) => [`${one.system}|${one.code}`, one]))

test('every single code that was seen has its name, and the source in which both stood together', () => {
  const seen = inRows.filter(
    ({ system, certainty }) => certainty === 'S' && ['snomed-ct', 'rxnorm', 'loinc'].includes(system),
  )
  expect(seen.length).toBeGreaterThan(1_000)
  const without = seen.filter(({ key, source }) => source === undefined || nameOf.get(key)?.source !== source)
  expect(without.map(({ key }) => key)).toEqual([])
})

test('a code has one name, written out, and is one that the rows ask for', () => {
  expect(nameOf.size).toBe(codeNames.length)
  const asked = new Set(inRows.map(({ key }) => key))
  const idle = codeNames.filter(({ system, code }) => !asked.has(`${system}|${code}`))
  expect(idle).toEqual([])
  const odd = codeNames.filter(({ code, name }) => !/^[\d-]+$/.test(code) || !/^\S.*[^\s,]$/.test(name))
  expect(odd).toEqual([])
})

test('the documents in which codes were seen with their names can be looked up', () => {
  const keys = new Set(codeSources.map((source) => source.key))
  const cited = new Set(codeNames.flatMap((one) => one.source ?? []))
  expect([...cited].filter((key) => !keys.has(key))).toEqual([])
})

test('a name without a source belongs to a code that is known but was not seen', () => {
  const unseen = new Set(inRows.filter(({ certainty }) => certainty === 'K').map(({ key }) => key))
  const names = codeNames.filter(({ source }) => source === undefined)
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter(({ system, code }) => !unseen.has(`${system}|${code}`))).toEqual([])
})

test.each([
  ['us', usStartingPolicy],
  ['eu', euStartingPolicy],
] as const)(
  'the starting policy of %s says why each number was chosen, and that nobody signed it',
  (_id, policy) => {
    expect(parse(PolicySchema, policy).ok).toBe(true)
    for (const [name, number] of Object.entries(policy.numbers)) {
      expect(number.reason.length, name).toBeGreaterThan(20)
      expect(number.proposed, name).toBe(true)
    }
  },
)

test('replays of 2019, 2021, 2024 and 2026 differ', () => {
  const inForce = (pack: Content, day: string) =>
    rulesOf(pack)
      .filter(({ scope }) => scope.effective.from <= day && day <= (scope.effective.to ?? '9999'))
      .map((rule) => `${rule.id}@${rule.version}`)
      .join()
  const days = ['2019-06-01', '2021-06-01', '2024-11-01', '2026-11-22']
  expect(new Set(days.map((day) => inForce(eu, day))).size).toBe(4)
  expect(new Set(days.map((day) => inForce(us, day))).size).toBeGreaterThanOrEqual(3)
})
