/** What regulators say of a plan, and how good the evidence is. */
import { describe, expect, test } from 'vitest'
import { usScreening } from '../../src/content/us.ts'
import type { Context, Plan } from '../../src/kernel/content.ts'
import { assessIndication } from '../../src/screening/assess-indication.ts'
import { screen } from '../../src/screening/screen.ts'
import { type Draft, parsed } from './arbitrary.ts'
import { notPlain } from './laws.ts'
import {
  bothDecided,
  now,
  nowEu,
  policyWith,
  refusalOf,
  resistant,
  resistantPerson,
  spray,
  suicidality,
} from './purpose-desk.ts'

const of = (plan: Plan, draft: Draft = resistantPerson, more = {}, context: Context = now) =>
  assessIndication({ plan, patient: parsed(draft), ...more }, context)
const on = (day: string) => ({ ...now, asOf: `${day}T09:00:00-05:00` })
const euOn = (day: string) => ({ ...on(day), content: nowEu.content, policy: nowEu.policy })
const drip = (indication: string) => ({ product: 'ketamine-iv', indication })

const child: Draft = { ...resistantPerson, birthDate: '2010-01-01' }
const alone: Draft = {
  ...resistantPerson,
  medicines: [],
  statements: (resistantPerson.statements ?? []).filter(({ fact }) => fact !== 'ssri'),
}

describe('the status', () => {
  test.each<[string, Plan, Context, string]>([
    ['the spray in resistant depression', spray, now, 'approved'],
    ['on the first day', spray, on('2019-03-05'), 'approved'],
    ['with acute suicidality', { ...spray, indication: suicidality }, now, 'approved'],
    ['before the label named it', { ...spray, indication: suicidality }, on('2020-07-30'), 'off-label'],
    ['on the day the label named it', { ...spray, indication: suicidality }, on('2020-07-31'), 'approved'],
    ['for a purpose no label names', { ...spray, indication: 'bipolar-depression' }, now, 'off-label'],
    ['in Europe', spray, nowEu, 'approved'],
    ['in Europe, on the last day before it was authorised', spray, euOn('2019-12-17'), 'not-authorised'],
    ['in Europe, on the day it was authorised', spray, euOn('2019-12-18'), 'approved'],
    [
      'in Europe, an emergency in the month it was added',
      { ...spray, indication: 'psychiatric-emergency' },
      euOn('2021-02-28'),
      'off-label',
    ],
    [
      'in Europe, an emergency after that month',
      { ...spray, indication: 'psychiatric-emergency' },
      euOn('2021-03-01'),
      'approved',
    ],
    ['in Europe in an emergency', { ...spray, indication: 'psychiatric-emergency' }, nowEu, 'approved'],
    ['in Europe, the purpose of the other label', { ...spray, indication: suicidality }, nowEu, 'off-label'],
    ['an infusion', drip(resistant), now, 'off-label'],
    ['an infusion as an anaesthetic', drip('anaesthesia'), now, 'approved'],
    ['compounded', { product: 'ketamine-oral', indication: resistant }, now, 'compounded-unapproved'],
    ['compounded, in Europe', { product: 'ketamine-oral', indication: resistant }, nowEu, 'unknown'],
  ])('%s', (_name, plan, context, expected) => {
    const { status, perJurisdiction, lines } = of(plan, resistantPerson, {}, context).value
    expect(status).toBe(expected)
    expect(perJurisdiction.map((one) => one.status)).toEqual([expected])
    expect(lines.map((line) => line.status)).toEqual(expected === 'unknown' ? [] : [expected])
  })

  test('of several countries the furthest from approval counts, and each is shown', () => {
    const policy = policyWith({ countries: ['uk', 'ch'] })
    const both = { ...nowEu, policy }
    const emergency = { ...spray, indication: 'psychiatric-emergency' }
    expect(of(spray, resistantPerson, {}, both).value).toMatchObject({
      status: 'approved',
      perJurisdiction: [
        { jurisdiction: 'eu', status: 'approved' },
        { jurisdiction: 'uk', status: 'approved' },
        { jurisdiction: 'ch', status: 'approved' },
      ],
    })
    const before = { ...both, asOf: '2021-03-01T09:00:00Z' } // the union had it, the United Kingdom was not seen to
    expect(of(emergency, resistantPerson, {}, before).value).toMatchObject({
      status: 'off-label',
      perJurisdiction: [{ status: 'approved' }, { status: 'off-label' }, { status: 'approved' }],
    })
    const elsewhere = { ...now, policy: policyWith({ countries: ['au'] }) }
    expect(of(spray, resistantPerson, {}, elsewhere).value).toMatchObject({
      status: 'unknown',
      perJurisdiction: [{ status: 'approved' }, { jurisdiction: 'au', status: 'unknown' }],
    })
  })

  test('a setting no line has is refused', () => {
    expect(refusalOf(() => of({ ...spray, setting: 'remote' }))).toBe('not-in-product-table plan.setting')
    expect(of({ ...spray, setting: 'outpatient' }).value.status).toBe('approved')
  })
})

describe('inside the label', () => {
  test('is the purpose, the age, the trials before it and what is taken beside it', () => {
    expect(of(spray).value.insideLabel).toBe('yes')
    expect(of(spray, resistantPerson, {}, nowEu).value.insideLabel).toBe('yes')
    expect(of(spray, child).value.insideLabel).toBe('no')
    expect(of(spray, { ...resistantPerson, antidepressantTrials: [] }).value.insideLabel).toBe('no')
    expect(of(drip(resistant)).value.insideLabel).toBe('no')
  })

  test('a documented decision lifts the hold and brings nothing inside the label', () => {
    const once: Draft = { ...resistantPerson, antidepressantTrials: [] }
    const before = of(spray, once)
    const after = of(spray, once, { stated: bothDecided })
    expect([before.verdict, before.value.insideLabel]).toEqual(['hold', 'no'])
    expect([after.verdict, after.value.insideLabel]).toEqual(['caution', 'no'])
  })

  test('is unknown where the record is silent', () => {
    const { antidepressantTrials: _trials, ...silent } = resistantPerson
    expect(of(spray, silent).value.insideLabel).toBe('unknown')
    const { birthDate: _born, ...ageless } = resistantPerson
    expect(of(spray, ageless).value.insideLabel).toBe('unknown')
    expect(of(spray, silent, { stated: bothDecided }).value.insideLabel).toBe('unknown')
  })
})

describe('an antidepressant beside it', () => {
  const adjunct = (plan: Plan, draft: Draft, context: Context = now) =>
    of(plan, draft, {}, context).value.adjunct

  test('was asked for by the US label until January 2025, and with acute suicidality is still', () => {
    expect(adjunct(spray, resistantPerson)).toEqual({ required: 'no', taken: 'yes' })
    expect(adjunct(spray, alone)).toEqual({ required: 'no', taken: 'no' })
    expect(adjunct(spray, alone, on('2025-01-20')).required).toBe('yes')
    expect(adjunct(spray, alone, on('2025-01-21')).required).toBe('no')
    expect(adjunct({ ...spray, indication: suicidality }, resistantPerson)).toEqual({
      required: 'yes',
      taken: 'yes',
    })
    expect(adjunct({ ...spray, indication: suicidality }, alone)).toEqual({ required: 'yes', taken: 'no' })
  })

  test('is an SSRI or an SNRI in Europe', () => {
    expect(adjunct(spray, resistantPerson, nowEu)).toEqual({ required: 'yes', taken: 'yes' })
    const mirtazapine: Draft = {
      ...alone,
      medicines: [
        {
          codes: [{ system: 'http://www.whocc.no/atc', code: 'N06AX11' }],
          status: 'active',
          intent: 'order',
          recordedAt: '2026-10-01',
        },
      ],
    }
    expect(adjunct(spray, mirtazapine, nowEu)).toEqual({ required: 'yes', taken: 'no' })
    expect(of(spray, mirtazapine, {}, nowEu).value.insideLabel).toBe('no')
  })

  test('is not known from an order alone, nor from the word of the patient alone', () => {
    const { medicines = [] } = resistantPerson
    expect(adjunct(spray, { ...alone, medicines }).taken).toBe('unknown')
    expect(adjunct(spray, { ...resistantPerson, medicines: [] }).taken).toBe('unknown')
    expect(adjunct(spray, resistantPerson).taken).toBe('yes')
  })

  test('is unknown where the medicines are', () => {
    const { medicines: _gone, ...unlisted } = resistantPerson
    expect(adjunct(spray, unlisted)).toEqual({ required: 'no', taken: 'unknown' })
    expect(adjunct(drip('cocaine-use-disorder'), resistantPerson).taken).toBe('unknown') // nothing asks
  })
})

describe('evidence and consent', () => {
  test('the purpose comes with its trials, also those that were negative', () => {
    const { evidence } = of(drip('post-traumatic-stress-disorder')).value
    expect(evidence?.trials.map(({ result }) => result)).toEqual(
      expect.arrayContaining(['positive', 'negative']),
    )
  })

  test('a purpose the tables do not know is told, and nothing is said of its evidence', () => {
    const found = of(drip('no-such-purpose'))
    expect(found.value.evidence).toBeNull()
    expect(found.issues.map(({ code, path }) => [code, path])).toContainEqual([
      'unknown-indication',
      'plan.indication',
    ])
    expect(of(spray).issues.map(({ code }) => code)).not.toContain('unknown-indication')
  })

  test('a substance use disorder flags on both sides: it neither clears nor excludes', () => {
    const found = of(drip('alcohol-use-disorder'))
    expect(found.value.alsoRisk).toBe(true)
    expect(found.findings.map(({ rule, verdict }) => [rule.id, verdict])).toContainEqual([
      'indication/alcohol-both-sides',
      'caution',
    ])
    expect(found.verdict).toBe('caution')
    expect(of(spray).value.alsoRisk).toBe(false)
  })

  test('acute suicidality asks for care and keeps the purpose open', () => {
    const at = { at: now.asOf, by: 'clinician' } as const
    const acute: Draft = {
      ...resistantPerson,
      statements: [
        ...(resistantPerson.statements ?? []),
        { fact: 'acute-suicidality', answer: 'yes', ...at },
        { fact: 'suicidality-at-start', answer: 'yes', ...at },
      ],
    }
    const found = of({ ...spray, indication: suicidality }, acute)
    expect(found.verdict).toBe('caution')
    expect(found.value).toMatchObject({ status: 'approved', insideLabel: 'yes' })
    expect(found.findings.flatMap(({ actions }) => actions.map(({ code }) => code))).toContain(
      'assess-suicide-risk',
    )
  })

  test('consent covers what holds without a label wherever the plan lies outside one', () => {
    const topics = (plan: Plan, draft?: Draft) => of(plan, draft).value.consent.map(({ id }) => id)
    expect(topics(spray)).not.toContain('off-label')
    expect(topics(spray, child)).toContain('off-label')
    expect(topics(drip(resistant))).toContain('off-label')
    expect(topics({ product: 'ketamine-oral', indication: resistant })).toContain('compounded')
    expect(topics(drip(resistant))).not.toContain('compounded')
    for (const plan of [spray, drip(resistant)]) expect(topics(plan)).toContain('acute-effects')
  })
})

describe('a topic that rests on one authority', () => {
  const topics = (plan: Plan, context: Context) =>
    of(plan, resistantPerson, {}, context).value.consent.map(({ id }) => id)
  const oral = { product: 'ketamine-oral', indication: resistant }
  const nose = { product: 'ketamine-nasal-compounded', indication: resistant }

  test('stands in its own country', () => {
    expect(topics(spray, now)).toEqual(
      expect.arrayContaining(['observation', 'driving', 'suicide-not-prevented']),
    )
    expect(topics(spray, nowEu)).toEqual(
      expect.arrayContaining(['observation-eu', 'driving-eu', 'suicidality-not-improved']),
    )
    const american = ['observation', 'driving', 'suicide-not-prevented', 'compounded', 'compounded-warning']
    for (const plan of [spray, oral])
      expect(topics(plan, nowEu).filter((id) => american.includes(id))).toEqual([])
    expect(topics(oral, nowEu)).toContain('compounded-eu')
  })

  test('stands from the day of the warning on', () => {
    const has = (plan: Plan, id: string, day: string) =>
      topics(plan, { ...now, asOf: `${day}T12:00:00Z` }).includes(id)
    expect(has(oral, 'compounded-warning', '2023-10-09')).toBe(false)
    expect(has(oral, 'compounded-warning', '2023-10-10')).toBe(true)
    expect(has(oral, 'compounded', '2023-10-09')).toBe(true)
    expect(has(nose, 'strength-uncertain', '2022-02-15')).toBe(false)
    expect(has(nose, 'strength-uncertain', '2022-02-16')).toBe(true)
    expect(has(spray, 'suicide-not-prevented', '2020-07-30')).toBe(false)
    expect(has(spray, 'suicide-not-prevented', '2020-07-31')).toBe(true)
  })
})

describe('the decision', () => {
  test('is plain, and says of its rows what a whole screening says of them', () => {
    for (const draft of [resistantPerson, child, alone, { ...resistantPerson, antidepressantTrials: [] }]) {
      const found = of(spray, draft)
      expect(notPlain(found)).toEqual([])
      const whole = screen({ patient: parsed(draft), plan: spray }, now)
      const own = new Set(found.findings.map(({ rule }) => rule.id))
      expect(whole.findings.filter(({ rule }) => own.has(rule.id))).toEqual(found.findings)
    }
  })

  test('a record that is not that of a person to be treated has the one finding', () => {
    const found = of(spray, { ...resistantPerson, record: 'deceased' })
    expect([found.verdict, found.findings.map(({ rule }) => rule.id)]).toEqual([
      'contraindicated',
      ['record/deceased'],
    ])
  })

  test.each<[string, () => unknown, string]>([
    ['a plan without a purpose', () => of({ product: 'ketamine-iv' }), 'bad-argument plan.indication'],
    [
      'no plan',
      () => Reflect.apply(assessIndication, undefined, [{ patient: parsed(resistantPerson) }, now]),
      'bad-argument plan.product',
    ],
    [
      'a product the pack does not cover',
      () => of({ product: 'aspirin', indication: resistant }),
      'unknown-product plan.product',
    ],
    [
      'a record that was not parsed',
      () => Reflect.apply(assessIndication, undefined, [{ plan: spray, patient: resistantPerson }, now]),
      'not-parsed patient',
    ],
    ['no question', () => Reflect.apply(assessIndication, undefined, [null, now]), 'bad-argument question'],
    [
      'a pack for screening alone',
      () => of(spray, resistantPerson, {}, { ...now, content: usScreening }),
      'content-incomplete context.content.indication',
    ],
    [
      'answers that are none',
      () => of(spray, resistantPerson, { stated: ['yes'] }),
      'bad-argument stated[0]',
    ],
  ])('%s is refused', (_name, call, expected) => {
    expect(refusalOf(call)).toBe(expected)
  })
})
