/** The doses the next session of a course may have, with what stands against each. */
import { describe, expect, test } from 'vitest'
import { doseOptions, type OptionsQuestion } from '../../src/course/dose-options.ts'
import { factsDigest } from '../../src/judgement/overrides.ts'
import type { Context } from '../../src/kernel/content.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { checkDose } from '../../src/screening/check-dose.ts'
import {
  afterSessions,
  drip,
  emergency,
  nowEu,
  nowUs,
  person,
  seventy,
  spray,
  suicidality,
  weighed,
  withPolicy,
} from '../screening/dose-desk.ts'

const today = '2026-11-22T08:30:00-05:00'
const definition = 'MADRS fell by half or more'
const tolerated = { word: 'tolerated', at: today } as const
const notTolerated = { word: 'not-tolerated', at: today } as const
const respondedAs = (word: 'no-response' | 'response' | 'remission' | 'unknown') => ({
  word,
  definition,
  at: today,
})

const of = (question: Partial<OptionsQuestion>, context: Context = nowUs) =>
  doseOptions({ plan: spray, patient: seventy, given: [], ...question }, context)

const table = (question: Partial<OptionsQuestion>, context: Context = nowUs) =>
  of(question, context).value.options.map(({ mg, step, verdict }) => [mg?.value, step, verdict])

const soFar = (count: number, dose: { mg?: number; mgPerKg?: number }) => afterSessions(count, dose).given

describe('the nasal spray', () => {
  test('starts at 56 mg in the United States', () => {
    const next = of({})
    expect(next.value.session).toBe(1)
    expect(table({})).toEqual([[56, 'first', 'no-finding']])
    expect(next.value.options[0]?.sets).toEqual(['us-trd-first'])
    expect(next.value.options[0]?.sources.map(({ fact }) => fact)).toContain('dose-esk-trd-day1')
    expect(next.verdict).toBe('no-finding')
  })

  test('goes on with 56 or 84 mg, and picks neither', () => {
    const given = soFar(2, { mg: 56 })
    const question = { given, response: respondedAs('no-response'), tolerability: tolerated }
    expect(table(question)).toEqual([
      [56, 'same', 'no-finding'],
      [84, 'up', 'no-finding'],
    ])
    expect(of(question).findings).toEqual([])
  })

  test('says what speaks against a step up after a response, or after a dose that was not tolerated', () => {
    const given = soFar(2, { mg: 56 })
    const responded = of({ given, response: respondedAs('response'), tolerability: tolerated })
    expect(responded.value.options.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      [],
      ['titration/raise-with-response'],
    ])
    const ill = { given, response: respondedAs('no-response'), tolerability: notTolerated }
    expect(table(ill)).toEqual([
      [56, 'same', 'caution'],
      [84, 'up', 'hold'],
    ])
  })

  test('asks for response and tolerability where nobody stated them, or stated them before the last dose', () => {
    const given = soFar(2, { mg: 56 })
    for (const at of [undefined, '2026-11-10T10:00:00Z']) {
      const stated =
        at === undefined
          ? {}
          : {
              response: { word: 'no-response' as const, definition, at },
              tolerability: { word: 'tolerated' as const, at },
            }
      const next = of({ given, ...stated })
      expect(next.missing.map(({ fact }) => fact)).toEqual(['last-dose-not-tolerated', 'response-word'])
      expect(next.value.options.map(({ verdict }) => verdict)).toEqual(['caution', 'indeterminate'])
      expect(next.verdict).toBe('caution')
    }
    const unknown = {
      response: respondedAs('unknown'),
      tolerability: { word: 'unknown', at: today } as const,
    }
    expect(of({ given, ...unknown }).missing).toHaveLength(2)
  })

  test('goes from 84 down to 56 mg in acute suicidality only with a word on tolerance', () => {
    const plan = { ...spray, indication: suicidality }
    const given = soFar(2, { mg: 84 })
    const response = respondedAs('no-response')
    expect(table({ plan, given, response, tolerability: notTolerated })).toEqual([
      [56, 'down', 'no-finding'],
      [84, 'same', 'caution'],
    ])
    expect(table({ plan, given, response, tolerability: tolerated })).toEqual([
      [56, 'down', 'caution'],
      [84, 'same', 'no-finding'],
    ])
  })

  test('moves one device at a time in Europe at 65 and over', () => {
    const patient = person({ birthDate: '1959-04-02' })
    expect(table({ patient }, nowEu)).toEqual([[28, 'first', 'no-finding']])
    const given = soFar(2, { mg: 28 })
    const question = { patient, given, response: respondedAs('no-response'), tolerability: tolerated }
    expect(table(question, nowEu)).toEqual([
      [28, 'same', 'no-finding'],
      [56, 'up', 'no-finding'],
      [84, 'up', 'hold'],
    ])
  })

  test('lists the doses of either age where nobody knows it, and says so', () => {
    const patient = person({ birthDate: null })
    expect(table({ patient }, nowEu)).toEqual([
      [28, 'first', 'indeterminate'],
      [56, 'first', 'indeterminate'],
    ])
    expect(of({ patient }, nowEu).missing.map(({ fact }) => fact)).toEqual(['age'])
  })

  test('has what the label has anywhere, all of it held, where it sets no doses', () => {
    const patient = person({ birthDate: '1959-04-02' })
    const next = of({ plan: { ...spray, indication: emergency }, patient }, nowEu)
    expect(next.value.options.map(({ dose }) => dose)).toEqual([
      { basis: 'devices', count: 1 },
      { basis: 'devices', count: 2 },
      { basis: 'devices', count: 3 },
    ])
    expect(next.verdict).toBe('hold')
    expect(next.findings.map(({ rule }) => rule.id)).toEqual(['dosing/spray-emergency-65-eu'])
  })

  test('waits where the last dose is too near, whichever is chosen', () => {
    const given = [{ at: '2026-11-20T15:00:00Z', mg: 56 }]
    const next = of({ given, response: respondedAs('no-response'), tolerability: tolerated })
    expect(next.verdict).toBe('hold')
    expect(next.findings.map(({ rule }) => rule.id)).toEqual(['dosing/spray-interval'])
  })
})

describe('an infusion', () => {
  const patient = person({ observations: [weighed(70)] })
  const course = { plan: drip, patient, response: respondedAs('no-response'), tolerability: tolerated }

  test('starts at 0.5 mg/kg or below, in steps of the policy; above it a decision is needed', () => {
    const { options } = of({ plan: drip, patient }).value
    expect(
      options.map(({ dose, verdict }) => [dose.basis === 'per-kg' && dose.amount.value, verdict]),
    ).toEqual([
      [0.1, 'no-finding'],
      [0.2, 'no-finding'],
      [0.3, 'no-finding'],
      [0.4, 'no-finding'],
      [0.5, 'no-finding'],
      [0.6, 'hold'],
      [0.7, 'hold'],
      [0.8, 'hold'],
      [0.9, 'hold'],
      [1, 'hold'],
    ])
    expect(options[4]?.mg).toEqual({ value: 35, unit: 'mg' })
  })

  test('runs for 40 minutes, and longer where the rate ceiling asks: an hour for 1 mg/kg', () => {
    const times = of({ plan: drip, patient }).value.options.map(({ dose }) => dose.over?.value)
    expect(times).toEqual([40, 40, 40, 40, 40, 40, 42, 48, 54, 60])
  })

  test('goes up by one step after three sessions at the dose', () => {
    const verdictOf = (count: number, mgPerKg: number) =>
      of({ ...course, given: soFar(count, { mgPerKg: 0.5 }) }).value.options.find(
        ({ dose }) => dose.basis === 'per-kg' && dose.amount.value === mgPerKg,
      )?.verdict
    expect(verdictOf(2, 0.6)).toBe('hold')
    expect(verdictOf(3, 0.6)).toBe('no-finding')
    expect(verdictOf(3, 0.7)).toBe('hold')
    expect(verdictOf(3, 0.5)).toBe('no-finding')
    expect(verdictOf(3, 0.4)).toBe('no-finding')
  })

  test('counts its steps from the last dose', () => {
    const { options } = of({ ...course, given: soFar(3, { mgPerKg: 0.75 }) }).value
    const amounts = options.map(({ dose, step }) => [dose.basis === 'per-kg' && dose.amount.value, step])
    expect(amounts.at(0)).toEqual([0.05, 'down'])
    expect(amounts).toContainEqual([0.75, 'same'])
    expect(amounts).toContainEqual([0.85, 'up'])
    expect(amounts.at(-1)).toEqual([0.95, 'up'])
  })

  test('ends at the lower ceiling of a site', () => {
    const strict = withPolicy(nowUs, { numbers: { 'dose-max-mgkg-iv': { value: 0.75 } } })
    const { options } = of({ ...course, given: soFar(3, { mgPerKg: 0.5 }) }, strict).value
    const last = options.at(-1)
    expect(last?.dose.basis === 'per-kg' && last.dose.amount.value).toBe(0.8)
    expect(last?.findings.map(({ rule }) => rule)).toContain('dosing/iv-max-by-weight')
  })

  test('with no weight has its doses for each kilogram, and asks for the weight', () => {
    const next = of({ plan: drip, patient: person() })
    expect(next.verdict).toBe('indeterminate')
    expect(next.value.options.every(({ mg }) => mg === null)).toBe(true)
    expect(next.missing.map(({ fact }) => fact)).toContain('ordered-dose')
  })
})

describe('the other routes', () => {
  const verdicts = (product: string, given: OptionsQuestion['given'] = []) =>
    of({
      plan: { product },
      given,
      response: respondedAs('no-response'),
      tolerability: tolerated,
    }).value.options.map(({ dose, verdict }) => [
      dose.basis === 'per-kg' || dose.basis === 'fixed' ? dose.amount.value : 0,
      verdict,
    ])

  test('by muscle end with the first step above 1.0, and under the skin above 0.9 mg/kg', () => {
    expect(verdicts('ketamine-im').at(-1)).toEqual([1.1, 'hold'])
    expect(verdicts('ketamine-sc').at(-1)).toEqual([1, 'hold'])
  })

  test('by mouth go in steps of 25 mg', () => {
    const all = verdicts('ketamine-oral')
    expect(all.slice(0, 3)).toEqual([
      [25, 'no-finding'],
      [50, 'no-finding'],
      [75, 'caution'],
    ])
    expect(all.at(-1)).toEqual([325, 'hold'])
  })

  test('under the tongue end where nothing lifts the ceiling', () => {
    expect(verdicts('ketamine-sublingual').at(-1)?.[0]).toBe(400)
  })

  test('with no step in any source have the last dose, or none', () => {
    expect(verdicts('ketamine-nasal-compounded', [{ at: '2026-11-15T15:00:00Z', mg: 50 }])).toEqual([
      [50, 'no-finding'],
    ])
    const none = of({ plan: { product: 'ketamine-nasal-compounded' } })
    expect(none.value.options).toEqual([])
    expect(none.verdict).toBe('indeterminate')
  })
})

describe('every option', () => {
  const given = soFar(3, { mgPerKg: 0.5 })
  const question = {
    plan: drip,
    given,
    response: respondedAs('no-response'),
    tolerability: tolerated,
  } as const

  test('is an order that checkDose looks at no more harshly than the option says', () => {
    for (const { dose, findings } of of(question).value.options) {
      const check = checkDose({ dose, plan: drip, patient: seventy, history: { session: 4, given } }, nowUs)
      const rules = findings.map(({ rule }) => rule)
      for (const { rule } of check.findings) expect(rules).toContain(rule.id)
    }
  })

  test('shows the override it was given', () => {
    const rule = 'titration/step-by-weight'
    const dose = of(question).value.options.find(({ findings }) =>
      findings.some((one) => one.rule === rule),
    )?.dose
    if (dose === undefined) throw new Error('no option is held by its step')
    const check = checkDose({ dose, plan: drip, patient: seventy, history: { session: 4, given } }, nowUs)
    const finding = check.findings.find((one) => one.rule.id === rule)
    if (finding === undefined) throw new Error('the order is not held by its step')
    const override = {
      rule,
      ruleVersion: 1,
      reason: 'benefit-outweighs',
      actor: { role: 'psychiatrist' },
      at: today,
      expires: '2026-11-22T20:00:00-05:00',
      digest: factsDigest(finding),
    }
    const next = of({ ...question, overrides: [override] })
    const held = next.value.options.filter(({ findings }) => findings.some(({ overridden }) => overridden))
    expect(held.map((one) => [one.dose, one.verdict])).toEqual([[dose, 'caution']])
  })

  test('comes out the same whatever the order of the doses given', () => {
    expect(of({ ...question, given: given.toReversed() })).toEqual(of(question))
  })

  test('speaks of nobody who is not there to be treated', () => {
    const next = of({ patient: person({ record: 'deceased' }) })
    expect(next.verdict).toBe('contraindicated')
    expect(next.value.options).toEqual([])
  })
})

describe('what is refused', () => {
  const refusalOf = (question: unknown): string => {
    try {
      doseOptions({ plan: spray, patient: seventy, given: [], ...(question as object) }, nowUs)
    } catch (thrown) {
      if (thrown instanceof Refusal) return `${thrown.code} ${thrown.path}`
      throw thrown
    }
    return 'answered'
  }

  test.each([
    [{ given: undefined }, 'bad-argument given'],
    [{ given: [{ mg: '56' }] }, 'bad-argument given[0].mg'],
    [{ patient: {} }, 'not-parsed patient'],
    [{ plan: { ...spray, setting: 'remote' } }, 'not-in-product-table plan.setting'],
    [{ plan: { product: 'ketamine-iv', indication: 'anaesthesia' } }, 'not-in-product-table plan.indication'],
    [{ response: { word: 'better', definition, at: today } }, 'bad-argument response'],
    [{ response: { word: 'response', at: today } }, 'bad-argument response'],
    [{ response: { word: 'response', definition: ' ', at: today } }, 'bad-argument response'],
    [{ response: { word: 'response', definition, at: '2026-11-22' } }, 'bad-argument response'],
    [{ tolerability: { word: 'fine', at: today } }, 'bad-argument tolerability'],
    [{ tolerability: 'tolerated' }, 'bad-argument tolerability'],
  ])('%j', (question, refusal) => {
    expect(refusalOf(question)).toBe(refusal)
  })

  test('a question that is none', () => {
    expect(() => doseOptions(undefined as never, nowUs)).toThrow(Refusal)
  })
})
