/** What holds of the tables of who the treatment is for. @module */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { eu } from '../../src/content/eu.ts'
import { leftOut } from '../../src/content/left-out.ts'
import { instruments } from '../../src/content/measures/instruments.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { applies, indicationTables } from '../../src/judgement/selection.ts'
import type { Content, Policy } from '../../src/kernel/content.ts'
import { assessTreatmentResistance } from '../../src/screening/assess-treatment-resistance.ts'

const dose = z.string()
const reference = z
  .strictObject({
    about: z.string(),
    rows: z.record(z.string(), z.record(z.string(), z.enum(['S', 'K', 'K?']))),
    compared: z.record(
      z.string(),
      z.strictObject({ atc: z.string(), guideline: dose, usual: dose, ddd: dose }),
    ),
    starter: z.record(
      z.string(),
      z.strictObject({ atc: z.string(), rxnorm: z.string(), label: dose, strict: dose }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../vectors/indication-rows.json', import.meta.url), 'utf8')))

const packs: readonly (readonly [string, Content, Policy])[] = [
  ['us', us, usStartingPolicy],
  ['eu', eu, euStartingPolicy],
]

/** Every citation in a table. */
function citedIn(table: unknown): readonly { readonly fact: string; readonly certainty: string }[] {
  if (typeof table !== 'object' || table === null) return []
  const own = 'fact' in table && 'certainty' in table ? [table] : []
  const here = own.flatMap(({ fact, certainty }) =>
    typeof fact === 'string' && typeof certainty === 'string' ? [{ fact, certainty }] : [],
  )
  return [...here, ...Object.values(table).flatMap(citedIn)]
}

const cited = citedIn([us, eu, usStartingPolicy.numbers, instruments])

/** What the stages of resistance say they rest on: they are worked out by code, from no row. */
const staged = [
  ...JSON.stringify(
    assessTreatmentResistance(
      { trials: [], definition: 'consensus' },
      { content: us, policy: usStartingPolicy, zone: 'UTC', asOf: '2026-11-22T09:00:00Z' },
    ).value.staging,
  ).matchAll(/"fact":"([^"]+)"/g),
].map(([, fact = '']) => ({ fact }))

describe.each(Object.entries(reference.rows))('%s', (_name, facts) => {
  test('stands in a row, a number of the policy or a documented decision', () => {
    const settled = new Set([...cited, ...staged, ...leftOut].map(({ fact }) => fact))
    expect(Object.keys(facts).length).toBeGreaterThan(10)
    expect(Object.keys(facts).filter((fact) => !settled.has(fact))).toEqual([])
  })

  test('is cited no surer than the reference is', () => {
    const raised = cited.filter(({ fact, certainty }) => certainty === 'S' && (facts[fact] ?? 'S') !== 'S')
    expect(raised).toEqual([])
  })
})

describe.each(packs)('who the treatment is for, in the pack %s', (_id, pack, policy) => {
  const { indications, consent, rules, resistanceRules, workup, definitions, minimumDoses } =
    indicationTables(pack)

  test('stops hard on nothing: a purpose is a matter of a documented decision', () => {
    const all = [...rules, ...resistanceRules, ...workup]
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter((row) => row.class === 'contraindicated' || row.hard === true)).toEqual([])
    expect(all.filter((row) => row.asked.join() !== 'screening')).toEqual([])
  })

  test('has an action for whoever meets a row that is more than a note', () => {
    const silent = [...rules, ...resistanceRules, ...workup].filter(
      (row) => row.class !== 'note' && row.actions.length === 0,
    )
    expect(silent.map((row) => row.id)).toEqual([])
  })

  test('names each condition once, with its trials, and calls a use disorder a risk as well', () => {
    expect(new Set(indications.map(({ id }) => id)).size).toBe(indications.length)
    for (const row of indications) {
      expect(row.trials.length, row.id).toBeGreaterThan(0)
      expect(row.alsoRisk === true, row.id).toBe(row.area === 'substance-use')
      for (const trial of row.trials)
        expect(trial.certainty === 'S', trial.text).toBe(
          trial.sources.some((source) => source.certainty === 'S'),
        )
    }
  })

  test('knows what its labels approve', () => {
    const known = new Set(indications.map(({ id }) => id))
    const named = (pack.dosing?.forms ?? []).flatMap(({ indication }) => indication ?? [])
    expect(named.filter((id) => id !== 'anaesthesia' && !known.has(id))).toEqual([])
  })

  test('holds no rule of psychiatry against pain', () => {
    const plan = { product: 'ketamine-iv', indication: 'complex-regional-pain-syndrome' }
    const ids = rules.filter((row) => applies(row, plan, '2026-11-22')).map((row) => row.id)
    expect(ids.toSorted()).toEqual([
      'indication/acute-suicidality', // danger to oneself is never out of place
      'indication/evidence-regional-pain',
      `indication/off-label-${pack.id}`,
    ])
  })

  test('lets a use disorder flag, and neither clear nor exclude by itself', () => {
    const plan = { product: 'ketamine-iv', indication: 'alcohol-use-disorder' }
    const own = rules.filter(
      (row) => applies(row, plan, '2026-11-22') && row.scope.indications?.includes(plan.indication),
    )
    expect(own.map(({ id, class: ruleClass }) => [id, ruleClass])).toEqual([
      ['indication/alcohol-both-sides', 'caution'],
    ])
  })

  test('names the product in the strength of its evidence', () => {
    expect(indications.filter(({ strength }) => !/ketamine/.test(strength)).map(({ id }) => id)).toEqual([])
  })

  test('lets trials of infusions speak for infusions, and says of other products that there are none', () => {
    const beside = indications.filter(({ id, area }) => area !== 'depression' || id === 'bipolar-depression')
    expect(beside.length).toBeGreaterThan(9)
    const own = ({ id }: { readonly id: string }) =>
      /^indication\/(evidence-|no-trial-)/.test(id) && id !== 'indication/evidence-anxiety'
    for (const { id: indication } of beside.filter(({ id }) => id !== 'anxiety-disorder'))
      for (const { id: product } of pack.products) {
        const ids = rules.filter((row) => applies(row, { product, indication }, '2026-11-22') && own(row))
        const where = `${product} ${indication}`
        // A use disorder by vein is the matter of the row that flags on both sides.
        const none = product === 'ketamine-iv' && indication.endsWith('-use-disorder')
        expect(ids.length, where).toBe(none ? 0 : 1)
        if (product !== 'ketamine-iv') expect(ids[0]?.class, where).toBe('caution')
      }
  })

  test('has the definition its starting policy names, and one for its own label', () => {
    const ids = definitions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain(policy.choices['resistance-definition'])
    expect(definitions.filter(({ labelOf }) => labelOf !== undefined).map(({ id }) => id)).toEqual([
      `${pack.id}-label`,
    ])
  })

  test('says in its words that a label gives no weeks', () => {
    const ofLabel = definitions.find(({ labelOf }) => labelOf !== undefined)
    expect(ofLabel?.label).toContain('gives no weeks')
    expect(ofLabel?.duration).toEqual({ value: 4, unit: 'wk' })
    expect(ofLabel?.sources.map(({ fact }) => fact)).toContain('trd-min-duration-consensus')
  })

  test('has doses a day as the reference prints them', () => {
    // What is given by the session has no dose a day.
    const bySession = ['trd-min-esketamine-nasal', 'trd-min-iv-racemic-ketamine']
    const compared = Object.entries(reference.compared).filter(([fact]) => !bySession.includes(fact))
    expect(compared.length).toBeGreaterThan(35)
    for (const [fact, { atc, guideline, usual }] of compared) {
      const row = minimumDoses.find((one) => one.atc === atc)
      const printed = /^[\d.]+/.exec(guideline) ?? /^[\d.]+/.exec(usual)
      expect(`${row?.lowest.value}`, fact).toBe(printed?.[0])
    }
    for (const [fact, { atc, rxnorm, label, strict }] of Object.entries(reference.starter)) {
      const row = minimumDoses.find((one) => one.atc === atc)
      expect(row?.rxnorm, fact).toBe(rxnorm)
      expect(`${row?.lowest.value}`, fact).toBe(/^[\d.]+/.exec(label)?.[0])
      const [, least, most = least] = /^([\d.]+)(?:-([\d.]+))?/.exec(strict) ?? []
      expect(row?.strict === undefined ? undefined : `${row.strict.least}`, fact).toBe(least)
      expect(row?.strict === undefined ? undefined : `${row.strict.most}`, fact).toBe(most)
    }
    const known = new Set(
      [...Object.values(reference.compared), ...Object.values(reference.starter)].map(({ atc }) => atc),
    )
    expect(minimumDoses.filter(({ atc }) => !known.has(atc)).map(({ id }) => id)).toEqual([])
  })

  test('says where a number is for one form and the codes name others too', () => {
    const open = minimumDoses.filter(({ formNotTold }) => formNotTold === true)
    expect(open.map(({ id }) => id).toSorted()).toEqual(['quetiapine-xr', 'selegiline-transdermal'])
    // What is given otherwise than by mouth is told by no code here.
    expect(minimumDoses.filter(({ notOral, formNotTold }) => notOral && !formNotTold)).toEqual([])
  })

  test('names each medicine and each code once', () => {
    for (const of of [
      minimumDoses.map(({ id }) => id),
      minimumDoses.map(({ atc }) => atc),
      minimumDoses.flatMap(({ rxnorm }) => rxnorm ?? []),
    ])
      expect(new Set(of).size).toBe(of.length)
  })

  test('says what other tables print only where they disagree', () => {
    const alike = minimumDoses.filter(({ lowest, elsewhere = [] }) =>
      elsewhere.some(({ value }) => value === lowest.value),
    )
    expect(alike.map(({ id }) => id)).toEqual([])
    const named = ['bupropion', 'mirtazapine', 'venlafaxine', 'clomipramine', 'trazodone', 'vortioxetine']
    for (const id of named)
      expect(minimumDoses.find((row) => row.id === id)?.elsewhere?.length, id).toBeGreaterThan(0)
  })

  test('names the authority where a topic of consent rests on it, and ships no topic of another country', () => {
    const bound = consent.filter(({ jurisdictions }) => jurisdictions !== undefined)
    expect(bound.length).toBeGreaterThan(3)
    for (const { id, label, jurisdictions, effective } of bound) {
      expect(jurisdictions, id).toEqual([pack.id])
      if (pack.id === 'us') expect(label, id).toMatch(/FDA|US label/)
      if (effective !== undefined) expect(effective.from > '2019-03-05', id).toBe(true)
    }
    const everywhere = consent.filter(({ jurisdictions }) => jurisdictions === undefined)
    expect(everywhere.filter(({ label }) => /FDA|REMS|US label/.test(label))).toEqual([])
  })

  test('has topics of consent for every status and product', () => {
    expect(new Set(consent.map(({ id }) => id)).size).toBe(consent.length)
    for (const { id } of pack.products) {
      const own = consent.filter(({ products }) => products === undefined || products.includes(id))
      expect(own.length, id).toBeGreaterThan(6)
    }
  })
})
