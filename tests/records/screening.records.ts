/** The shared records screened: nothing lost, and what was expected before the first run. @module */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { patientFromFhir } from '../../src/adapters/fhir/patient-from-fhir.ts'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { Policy } from '../../src/kernel/content.schema.ts'
import type { Decision } from '../../src/kernel/decision.ts'
import { verdicts } from '../../src/kernel/decision.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { explainFinding } from '../../src/screening/explain.ts'
import { screen } from '../../src/screening/screen.ts'
import { bulkResources, bundleNamed, bundleNames } from './shared.ts'

interface Expected {
  readonly record: string
  readonly asOf: string
  readonly zone: string
  readonly product: string
  readonly jurisdiction: 'us' | 'eu'
  readonly countries?: readonly string[]
  readonly attested: readonly ('conditions' | 'medicines' | 'allergies' | 'procedures')[]
  /** Fact id a rule cites, or the id of the rule itself. */
  readonly row?: string
  readonly rule?: string
  readonly truth?: 'yes' | 'no' | 'unknown'
  readonly verdict: string
  readonly overall?: string
  readonly reason: string
}

const file: { readonly expected: readonly Expected[] } = JSON.parse(
  readFileSync(new URL('expected.json', import.meta.url), 'utf8'),
)

function patientOf(name: string, attested: Expected['attested'], asOf: string): Parsed<Patient> {
  const read = patientFromFhir(bundleNamed(`${name}.json`))
  if (!read.ok) throw read.error
  const statement = { at: asOf, by: 'clinician' }
  const attestations = attested.map((list) => ({ list, complete: statement, read: statement }))
  const patient = parse(Patient, { ...read.value.patient, attestations })
  if (!patient.ok) throw patient.error
  return patient.value
}

function decide(one: Expected): Decision {
  const content = one.jurisdiction === 'us' ? us : eu
  const starting = one.jurisdiction === 'us' ? usStartingPolicy : euStartingPolicy
  const policy = parse(Policy, { ...starting, countries: one.countries ?? [] })
  if (!policy.ok) throw policy.error
  return screen(
    { patient: patientOf(one.record, one.attested, one.asOf), plan: { product: one.product } },
    { content, policy: policy.value, asOf: one.asOf, zone: one.zone },
  )
}

describe.each(file.expected)('$record, $product, $jurisdiction, at $asOf', (one) => {
  test(`${one.row ?? one.rule}: ${one.reason}`, () => {
    const decision = decide(one)
    const matching = decision.findings.filter(
      ({ rule }) => rule.id === one.rule || rule.sources.some((source) => source.fact === one.row),
    )
    if (one.verdict === 'no-finding') {
      expect(
        matching.map((finding) => finding.verdict).filter((verdict) => verdict !== 'no-finding'),
      ).toEqual([])
    } else {
      const worst = matching.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))[0]
      expect(worst?.verdict).toBe(one.verdict)
      if (one.truth !== undefined) expect(worst?.truth).toBe(one.truth)
    }
    if (one.overall !== undefined) expect(decision.verdict).toBe(one.overall)
  })
})

test('at least eight of the records have findings that were expected before the first run', () => {
  expect(new Set(file.expected.map((one) => one.record)).size).toBeGreaterThanOrEqual(8)
})

const products = us.products.map((product) => product.id)

test.each(bundleNames)(
  '%s is screened for every product in both packs, and every finding replays',
  (name) => {
    const read = patientFromFhir(bundleNamed(name))
    if (!read.ok) throw read.error
    for (const product of products) {
      for (const [content, policy] of [
        [us, usStartingPolicy],
        [eu, euStartingPolicy],
      ] as const) {
        const decision = screen(
          { patient: read.value.patient, plan: { product } },
          { content, policy, asOf: '2020-12-31T09:00:00-05:00', zone: 'America/New_York' },
        )
        // Nobody attested anything: a record of living people is never without a question.
        expect(decision.verdict).not.toBe('no-finding')
        expect(decision.verdict).not.toBe('caution')
        expect(decision.findings.filter((finding) => !explainFinding(finding).agrees)).toEqual([])
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
      }
    }
  },
)

test('every patient of the bulk export is screened', () => {
  const resources = bulkResources('10-patients')
  const people = resources.filter((resource) => resource.resourceType === 'Patient')
  const answers = people.map((person) => {
    const about = (resource: (typeof resources)[number]) =>
      JSON.stringify(resource).includes(`Patient/${person.id}`)
    const read = patientFromFhir([person, ...resources.filter(about)])
    if (!read.ok) throw read.error
    const { used, unmapped, excluded } = read.value.counts
    expect(used + unmapped + excluded).toBe(1 + resources.filter(about).length)
    return screen(
      { patient: read.value.patient, plan: { product: 'esketamine-nasal' } },
      { content: us, policy: usStartingPolicy, asOf: '2026-11-22T09:00:00-05:00', zone: 'America/New_York' },
    ).verdict
  })
  expect(answers.length).toBe(people.length)
  expect(people.length).toBeGreaterThan(9)
  expect(answers.every((verdict) => verdicts.includes(verdict) && verdict !== 'no-finding')).toBe(true)
})
