/** What holds of the statements that circulate, and of what is said against them. @module */
import { describe, expect, test } from 'vitest'
import { claims } from '../../src/content/claims.ts'
import { claimReferences } from '../../src/content/claims-references.ts'
import { eu } from '../../src/content/eu.ts'
import { us } from '../../src/content/us.ts'
import { checkClaim } from '../../src/kernel/claims.ts'
import { speechFault } from '../tools/house.ts'

/** The words of the clinical reference, section 9, row by row: written down a second time. */
const reference: Readonly<Record<string, string>> = {
  'myth-low-abuse': 'misleading',
  'myth-fewer-se': 'not supported',
  'myth-long-term-proven': 'overstated',
  'myth-not-a-cure': 'supported',
  'myth-works-in-hours': 'partly true',
  'myth-wears-off-1h': 'misleading',
  'myth-fda-approved-ketamine': 'false',
  'myth-home-safe': 'false',
  'myth-no-driving-2h': 'false',
  'myth-fda-160-100': 'false',
  'myth-maoi-absolute': 'false',
  'myth-inpatient-no-rems': 'false',
  'myth-prevents-suicide': 'false',
  'myth-stop-oral-ad': 'outdated in US',
  'myth-ketamine-therapy-all-conditions': 'overstated',
}

/** How each of those words reads here. */
const reads: Readonly<Record<string, string>> = {
  supported: 'supported',
  'partly true': 'qualified partly-true',
  'outdated in US': 'qualified outdated',
  overstated: 'qualified overstated',
  misleading: 'qualified misleading',
  false: 'contradicted',
  'not supported': 'unproven',
}

/** What the reference cites for each. */
const documents: Readonly<Record<string, string>> = {
  'low-abuse': 'PI19 SMPC-MYF CHUB22 DEA99',
  'fewer-se': 'HCP-SAF POPOVA SPRAV',
  'long-term-proven': 'SUS1 SUS3 SHORT18 CANMAT',
  'not-a-cure': 'SHIR20 SUS1',
  'works-in-hours': 'PHIL19 JANIK JP2B',
  'wears-off-1h': 'SMPC-HK PI20 PI19',
  'fda-approved-ketamine': 'FDA23',
  'home-safe': 'FDA23B',
  'no-driving-2h': 'PI19 HCP-TRD',
  'fda-160-100': 'PI19 SINGC',
  'maoi-absolute': 'PI19 JNJ-MAOI SMPC-RXS',
  'inpatient-no-rems': 'REMS-INF20 REMS-IN',
  'prevents-suicide': 'WCM PI20',
  'stop-oral-ad': 'NEWS25 JNJ-TAKE25 SMPC-UK HDAU SWISS',
  'ketamine-therapy-all-conditions': 'ABD22 ROD13 ASRA18 GRAB22',
}

describe('the statements that circulate', () => {
  test('are those of the reference, each with the verdict of the reference', () => {
    const verdicts = claims.map((one) => [
      `myth-${one.id}`,
      one.nuance === undefined ? one.verdict : `${one.verdict} ${one.nuance}`,
    ])
    const expected = Object.entries(reference).map(([fact, word]) => [fact, reads[word]])
    expect(verdicts).toEqual(expected)
  })

  test('say how they miss where they are qualified, and only there', () => {
    for (const one of claims) expect(one.nuance !== undefined, one.id).toBe(one.verdict === 'qualified')
  })

  test('rest on the documents the reference names, and each document is in a register', () => {
    const register = new Set([...us.sources, ...eu.sources, ...claimReferences].map(({ key }) => key))
    for (const one of claims) {
      const own = one.sources.filter(({ fact }) => fact === `myth-${one.id}`).map(({ source }) => source)
      expect(own.join(' '), one.id).toBe(documents[one.id])
      expect(one.certainty, one.id).toBe('S')
      for (const { source } of one.sources)
        expect(register.has(source ?? ''), `${one.id}: ${source}`).toBe(true)
    }
  })

  test('name no document twice under two titles', () => {
    const seen = new Map([...us.sources, ...eu.sources].map((row) => [row.key, row]))
    for (const row of claimReferences) expect(seen.get(row.key) ?? row).toEqual(row)
    const cited = new Set(claims.flatMap(({ sources }) => sources.map(({ source }) => source)))
    expect(claimReferences.map(({ key }) => key).filter((key) => !cited.has(key))).toEqual([])
  })

  test('call nobody safe, cleared or fit, and speak to nobody', () => {
    const texts = claims.flatMap(({ statement, evidence, wording }) => [statement, evidence, wording])
    expect(texts.flatMap((text) => speechFault(text) ?? [])).toEqual([])
    expect(texts.filter((text) => /\bapproved\b/i.test(text) && !/FDA/.test(text))).toEqual([])
  })

  test('keep both sides apart: what is said, what is known, and a sentence to use are three texts', () => {
    for (const { id, statement, evidence, wording } of claims) {
      expect(new Set([statement, evidence, wording]).size, id).toBe(3)
      expect(evidence.length, id).toBeGreaterThan(60)
      expect(wording.length, id).toBeGreaterThan(40)
    }
  })

  test('name every country whose label says otherwise on the oral antidepressant', () => {
    const answer = checkClaim(claims, 'stop-oral-ad')
    const text = answer.ok ? answer.value.evidence : ''
    for (const country of ['United States', 'EU', 'UK', 'Australia', 'Switzerland'])
      expect(text).toContain(country)
  })

  test('cannot be changed by whoever reads them', () => {
    expect(claims.every((one) => Object.isFrozen(one) && Object.isFrozen(one.sources))).toBe(true)
    expect(Object.isFrozen(claims)).toBe(true)
  })
})

test('a statement nobody has looked at is unknown and not refuted', () => {
  const refused = { ok: false, error: { code: 'unknown-claim', path: 'id' } }
  expect(checkClaim(claims, 'cures-everything')).toEqual(refused)
  expect(checkClaim(claims, '')).toEqual(refused)
  expect(checkClaim(claims, '__proto__')).toEqual(refused)
})

test('a registry that is no list, or an id that is no text, is a mistake of the program', () => {
  const call: (...given: readonly unknown[]) => unknown = (...given) =>
    Reflect.apply(checkClaim, undefined, given)
  expect(() => call({}, 'low-abuse')).toThrow('bad-argument')
  expect(() => call(claims, 7)).toThrow('bad-argument')
})
