/** An ordered dose against the table of products, the legal set of its session and the ceilings. */
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { us, usScreening as usLean } from '../../src/content/us.ts'
import { factsDigest } from '../../src/judgement/overrides.ts'
import type { Context } from '../../src/kernel/content.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { checkDose, type DoseQuestion } from '../../src/screening/check-dose.ts'
import {
  afterSessions,
  asOf,
  devices,
  drip,
  emergency,
  first,
  fixed,
  nowEu,
  nowUs,
  perKg,
  person,
  resistant,
  seventy,
  spray,
  suicidality,
  weighed,
  withPolicy,
} from './dose-desk.ts'

const of = (question: Partial<DoseQuestion>, context: Context = nowUs) =>
  checkDose({ dose: devices(2), plan: spray, patient: seventy, history: first, ...question }, context)

const rulesOf = (question: Partial<DoseQuestion>, context: Context = nowUs) =>
  of(question, context).findings.map(({ rule }) => rule.id)

function refusalOf(question: unknown, context: Context = nowUs): string {
  try {
    const asked = { dose: devices(2), plan: spray, patient: seventy, history: first, ...(question as object) }
    checkDose(asked, context)
  } catch (thrown) {
    if (thrown instanceof Refusal) return `${thrown.code} ${thrown.path}`
    throw thrown
  }
  return 'answered'
}

describe('the nasal spray', () => {
  test('starts at 56 mg in depression that resisted treatment', () => {
    const check = of({ dose: devices(2) })
    expect(check.verdict).toBe('no-finding')
    expect(check.value.mg).toEqual({ value: 56, unit: 'mg' })
    expect(check.value.allowed.map(({ set, applies, doses }) => [set, applies, doses])).toEqual([
      ['us-trd-first', 'yes', [{ mg: 56, devices: 2 }]],
    ])
    expect(check.value.regulatory.map(({ id, status }) => [id, status])).toEqual([
      ['us/esketamine-nasal/resistant', 'approved'],
    ])
  })

  test('is refused at 84 mg in the first session, and the refusal names what is allowed', () => {
    const check = of({ dose: devices(3) })
    expect(check.verdict).toBe('contraindicated')
    expect(check.findings.map(({ rule }) => rule.id)).toEqual(['dosing/set-us-trd-first'])
    expect(check.value.allowed[0]?.doses).toEqual([{ mg: 56, devices: 2 }])
  })

  test.each([
    ['a second session', afterSessions(1, { mg: 56 }), 3, 'no-finding'],
    ['an eighth session would be inside the induction', { session: 8, given: [] }, 3, 'no-finding'],
    ['a ninth session', { session: 9, given: [] }, 2, 'no-finding'],
    ['a second session of one device', afterSessions(1, { mg: 56 }), 1, 'contraindicated'],
  ] as const)('%s', (_, history, count, verdict) => {
    expect(of({ dose: devices(count), history }).verdict).toBe(verdict)
  })

  test('takes every whole number of devices as an order in milligrams, and no other number', () => {
    for (let mg = 1; mg <= 200; mg += 1) {
      const outcome = refusalOf({ dose: fixed(mg) })
      expect(outcome, `${mg} mg`).toBe(mg % 28 === 0 ? 'answered' : 'not-whole-devices dose.amount')
      if (mg % 28 !== 0) continue
      const check = of({ dose: fixed(mg) })
      expect(check.value.ordered?.devices, `${mg} mg`).toBe(mg / 28)
      expect(check.verdict, `${mg} mg`).toBe(mg === 56 ? 'no-finding' : 'contraindicated')
    }
  })

  test('never goes above three devices, in whichever session', () => {
    for (const session of [1, 2, 8, 9, 40]) {
      const ids = rulesOf({ dose: devices(4), history: { session, given: [] } })
      expect(ids).toContain('dosing/spray-max')
    }
  })

  test('at 84 or 56 mg is what the label sets in acute suicidality; a word is asked for below 84', () => {
    const plan = { ...spray, indication: suicidality }
    expect(of({ plan, dose: devices(3) }).verdict).toBe('no-finding')
    expect(of({ plan, dose: devices(2) }).verdict).toBe('caution')
    expect(of({ plan, dose: devices(1) }).verdict).toBe('contraindicated')
    expect(of({ plan, dose: devices(3), history: { session: 9, given: [] } }).verdict).toBe('hold')
  })

  test('with no indication named is judged by all of them, and the indication is asked for', () => {
    const check = of({ plan: { product: 'esketamine-nasal' }, dose: devices(2) })
    expect(check.verdict).toBe('indeterminate')
    expect(check.missing.map(({ fact }) => fact)).toContain('labelled-scheme')
    expect(check.value.allowed.every(({ applies }) => applies === 'unknown')).toBe(true)
    expect(of({ plan: { product: 'esketamine-nasal' }, dose: devices(3) }).verdict).toBe('contraindicated')
  })

  test('for an indication no label sets doses for is held', () => {
    const check = of({ plan: { ...spray, indication: 'bipolar-depression' } })
    expect(check.findings.map(({ rule }) => rule.id)).toContain('dosing/spray-no-labelled-scheme')
    expect(check.value.regulatory.map(({ status }) => status)).toEqual(['off-label'])
    expect(check.value.allowed).toEqual([])
  })

  test('in a session nobody numbered is indeterminate, never the first', () => {
    for (const count of [1, 2, 3]) {
      const check = of({ dose: devices(count), history: { given: [] } })
      expect(check.verdict).toBe('indeterminate')
      expect(check.missing.map(({ fact }) => fact)).toContain('session-number')
      expect(checkDose({ dose: devices(count), plan: spray, patient: seventy }, nowUs).verdict).toBe(
        'indeterminate',
      )
    }
    expect(of({ history: { given: [] } }).value.allowed.map(({ set }) => set)).toEqual([
      'us-trd-first',
      'us-trd-induction',
      'us-trd-maintenance',
    ])
  })

  test('is not given twice a day, nor within three days of the last dose', () => {
    const today = { session: 2, given: [{ at: '2026-11-22T08:00:00-05:00', mg: 56 }] }
    expect(rulesOf({ history: today })).toContain('dosing/spray-one-session-a-day')
    const at = (ago: string) => ({ session: 2, given: [{ at: ago, mg: 56 }] })
    expect(of({ history: at('2026-11-19T14:00:00Z') }).verdict).toBe('no-finding')
    expect(rulesOf({ history: at('2026-11-19T14:00:01Z') })).toEqual(['dosing/spray-interval'])
  })
})

describe('the European label', () => {
  const old = person({ birthDate: '1959-04-02', observations: [weighed(70)] })

  test('starts people of 65 and over at 28 mg', () => {
    const check = of({ patient: old, dose: devices(1) }, nowEu)
    expect(check.verdict).toBe('no-finding')
    expect(check.value.allowed.map(({ set, doses }) => [set, doses])).toEqual([
      ['eu-trd-65-first', [{ mg: 28, devices: 1 }]],
    ])
    expect(of({ patient: old, dose: devices(2) }, nowEu).verdict).toBe('contraindicated')
  })

  test('starts younger people at 56 mg, and the American one everybody', () => {
    expect(of({ dose: devices(2) }, nowEu).verdict).toBe('no-finding')
    expect(of({ dose: devices(1) }, nowEu).verdict).toBe('hold')
    expect(of({ patient: old, dose: devices(2) }, nowUs).verdict).toBe('caution')
  })

  test('answers neither way where the age is not known', () => {
    const nobody = person({ birthDate: null })
    expect(of({ patient: nobody, dose: devices(1) }, nowEu).verdict).toBe('indeterminate')
    expect(of({ patient: nobody, dose: devices(2) }, nowEu).verdict).toBe('indeterminate')
    expect(
      of({ patient: nobody, dose: devices(1) }, nowEu).value.allowed.map(({ applies }) => applies),
    ).toEqual(['unknown', 'unknown'])
  })

  test('has a scheme for emergencies under 65 and none above', () => {
    const plan = { ...spray, indication: emergency }
    expect(of({ plan, dose: devices(3) }, nowEu).verdict).toBe('no-finding')
    expect(rulesOf({ plan, patient: old, dose: devices(3) }, nowEu)).toEqual(['dosing/spray-emergency-65-eu'])
    expect(of({ plan, patient: old, dose: devices(3) }, nowEu).value.allowed).toEqual([])
  })

  test('changes the dose by one device at a time', () => {
    const history = { session: 3, given: [{ at: '2026-11-15T10:00:00Z', mg: 28 }] }
    expect(of({ patient: old, dose: devices(2), history }, nowEu).verdict).toBe('no-finding')
    expect(rulesOf({ patient: old, dose: devices(3), history }, nowEu)).toEqual(['titration/spray-step-eu'])
  })
})

describe('the table of products is closed', () => {
  test.each([
    [{ plan: { ...spray, setting: 'remote' } }, 'not-in-product-table plan.setting'],
    [{ plan: { ...spray, setting: 'home' } }, 'not-in-product-table plan.setting'],
    [{ plan: { ...drip, setting: 'remote' }, dose: perKg(0.5, 40) }, 'not-in-product-table plan.setting'],
    [{ dose: { ...devices(2), route: 'iv' } }, 'not-in-product-table dose.route'],
    [{ dose: { ...devices(2), enantiomer: 'racemate' } }, 'not-in-product-table dose.enantiomer'],
    [{ dose: perKg(0.5) }, 'not-in-product-table dose.basis'],
    [{ plan: drip, dose: devices(2) }, 'not-in-product-table dose.basis'],
    [
      { plan: drip, dose: { ...perKg(0.5, 40), enantiomer: 's-enantiomer' } },
      'not-in-product-table dose.enantiomer',
    ],
    [
      { plan: { product: 'ketamine-iv', indication: 'anaesthesia' }, dose: perKg(0.5, 40) },
      'not-in-product-table dose.basis',
    ],
    [{ plan: { product: 'ketamine-sublingual' }, dose: perKg(0.5) }, 'not-in-product-table dose.basis'],
    [{ plan: { product: 'esketamine-injection' } }, 'unknown-product plan.product'],
  ])('%j', (question, refusal) => {
    expect(refusalOf(question)).toBe(refusal)
  })

  test('compounded ketamine has a line in the United States and none in Europe', () => {
    const question = { plan: { product: 'ketamine-oral' }, dose: fixed(50) }
    expect(refusalOf(question, nowUs)).toBe('answered')
    expect(refusalOf(question, nowEu)).toBe('not-in-product-table plan.product')
  })

  test('the spray has a line from the first day of its label on', () => {
    const before = { ...nowUs, asOf: '2019-03-04T12:00:00-05:00' }
    expect(refusalOf({}, before)).toBe('not-in-product-table plan.product')
    expect(refusalOf({}, { ...nowUs, asOf: '2019-03-05T12:00:00-05:00' })).toBe('answered')
    // In Europe a line says that it was not authorised: it is shown as a status, and takes no order.
    expect(refusalOf({}, { ...nowEu, asOf: '2019-12-17T12:00:00Z' })).toBe(
      'not-in-product-table plan.product',
    )
    expect(refusalOf({}, { ...nowEu, asOf: '2019-12-18T12:00:00Z' })).toBe('answered')
    const plan = { ...spray, indication: suicidality }
    const status = (day: string) => of({ plan }, { ...nowUs, asOf: `${day}T12:00:00-04:00` }).value.regulatory
    expect(status('2020-07-30').map((line) => line.status)).toEqual(['off-label'])
    expect(status('2020-07-31').map((line) => line.status)).toEqual(['approved'])
  })

  const routes = ['nasal', 'iv', 'im', 'sc', 'oral', 'sublingual'] as const
  const enantiomers = ['racemate', 's-enantiomer'] as const
  const settings = ['outpatient', 'inpatient', 'remote'] as const
  const orders = {
    fixed: fixed(56, 40),
    'per-kg': perKg(0.5, 40),
    devices: devices(2),
    rate: {
      basis: 'rate',
      rate: { value: 0.75, unit: 'mg/kg/h' },
      weight: 'actual',
      as: 'base',
      over: { value: 40, unit: 'min' },
    },
  } as const

  test.each([
    ['us', nowUs, us],
    ['eu', nowEu, eu],
  ] as const)(
    'every combination of two fields in %s is answered where a line has it, and refused elsewhere',
    (_, now, pack) => {
      for (const { id: product } of pack.products) {
        const lines = (pack.dosing?.forms ?? []).filter(
          (line) =>
            line.product === product &&
            pack.jurisdictions.includes(line.jurisdiction) &&
            line.indication === undefined,
        )
        for (const [basis, dose] of Object.entries(orders))
          for (const route of routes)
            for (const enantiomer of enantiomers)
              for (const setting of settings) {
                const isListed = lines.some(
                  (line) =>
                    line.route === route &&
                    line.enantiomer === enantiomer &&
                    line.settings.includes(setting) &&
                    (line.ordered as readonly string[]).includes(basis),
                )
                const plan = { product, setting, indication: 'another' }
                const outcome = refusalOf({ plan, dose: { ...dose, route, enantiomer } }, now)
                const where = [product, basis, route, enantiomer, setting].join(' ')
                if (isListed) expect(outcome, where).toBe('answered')
                else expect(outcome, where).toMatch(/^not-in-product-table /)
              }
      }
    },
  )
})

describe('an infusion', () => {
  test('of 0.5 mg/kg over 40 minutes has nothing against it, and shows how it was worked out', () => {
    const check = of({ plan: drip, dose: perKg(0.5, 40) })
    expect(check.verdict).toBe('no-finding')
    expect(check.value.mg).toEqual({ value: 35, unit: 'mg' })
    expect(check.value.weight).toEqual({ value: { value: 70, unit: 'kg' }, at: '2026-11-21' })
    expect(check.value.ordered?.rateByWeight).toEqual({ value: 0.75, unit: 'mg/kg/h' })
    expect(check.value.ceilings.filter(({ hard }) => hard).map(({ rule, met }) => [rule, met])).toEqual([
      ['dosing/iv-anaesthetic-range', 'yes'],
      ['dosing/iv-rate-label', 'yes'],
    ])
  })

  test('of 0.5 g for 70 kg is stopped for good', () => {
    const check = of({ plan: drip, dose: { ...fixed(1, 40), amount: { value: 0.5, unit: 'g' } } })
    expect(check.verdict).toBe('hold')
    expect(check.findings.find(({ rule }) => rule.id === 'dosing/iv-anaesthetic-range')?.rule.hard).toBe(true)
  })

  test('of 500 mcg/kg is one of 0.5 mg/kg', () => {
    const dose = { ...perKg(0.5, 40), amount: { value: 500, unit: 'mcg/kg' } } as const
    expect(of({ plan: drip, dose }).value.mg).toEqual({ value: 35, unit: 'mg' })
  })

  test.each([
    [{ ...perKg(0.5, 40), amount: { value: 0.5, unit: 'mg' } }, 'unit-mismatch dose.amount'],
    [{ ...fixed(35, 40), amount: { value: '1,5', unit: 'mg' } }, 'wrong-shape dose.amount'],
    [{ ...fixed(35, 40), amount: '1.5mg' }, 'wrong-shape dose.amount'],
    [{ ...fixed(35, 40), amount: { value: -5, unit: 'mg' } }, 'not-above-zero dose.amount'],
    [{ ...fixed(35, 40), over: { value: 0, unit: 'min' } }, 'not-above-zero dose.over'],
    [{ ...fixed(35, 40), amount: { value: Number.POSITIVE_INFINITY, unit: 'mg' } }, 'not-json amount.value'],
    [{ ...fixed(35, 40), as: 'hydrochloride' }, 'salt-mixed dose.as'],
    [{ basis: 'handful' }, 'bad-argument dose'],
  ])('%j', (dose, refusal) => {
    expect(refusalOf({ plan: drip, dose })).toBe(refusal)
  })

  test('ordered in hydrochloride is turned into base by the factor that was handed in', () => {
    const saltFactor = {
      base: { value: 10, unit: 'mg' },
      hydrochloride: { value: 11.53, unit: 'mg' },
    } as const
    const check = of({ plan: drip, dose: { ...fixed(23.06, 40), as: 'hydrochloride' }, saltFactor })
    expect(check.value.mg).toEqual({ value: 20, unit: 'mg' })
  })

  test('with no weight is indeterminate, and nothing stands in for the weight', () => {
    const check = of({ plan: drip, dose: perKg(0.5, 40), patient: person() })
    expect(check.verdict).toBe('indeterminate')
    expect(check.value.mg).toBeNull()
    expect(check.issues.map(({ code }) => code)).toContain('weight-unknown')
    expect(of({ plan: drip, dose: perKg(1.2, 40), patient: person() }).verdict).toBe('hold')
  })

  test('on a weight nobody can work out is not counted on another one', () => {
    const dose = { ...perKg(0.5, 40), weight: 'ideal' } as const
    const check = of({ plan: drip, dose })
    expect(check.verdict).toBe('indeterminate')
    expect(check.value.mg).toBeNull()
    expect(check.issues.map(({ code }) => code)).toContain('weight-basis-unknown')
  })

  test('on ideal weight is held against the weight on the scale where that is less', () => {
    // 190 cm is 74.8 inches: 50 kg + 2.3 kg x 14.8 = about 84 kg, and 84 / 60 x 0.75 mg/kg is more than 1 mg/kg.
    const thin = person({
      sex: 'male',
      observations: [
        weighed(60),
        { name: 'body-height', status: 'final', value: { value: 190, unit: 'cm' }, at: '2020-01-01' },
      ],
    })
    const dose = { ...perKg(0.75, 60), weight: 'ideal' } as const
    expect(rulesOf({ plan: drip, dose, patient: thin })).toContain('dosing/iv-anaesthetic-range')
  })

  test.each([
    ['7 days in the induction', '2026-11-15', 2, 'no-finding'],
    ['8 days in the induction', '2026-11-14', 2, 'indeterminate'],
    ['28 days after it', '2026-10-25', 7, 'no-finding'],
    ['29 days after it', '2026-10-24', 7, 'indeterminate'],
  ] as const)('on a weight of %s', (_, at, session, verdict) => {
    const patient = person({ observations: [weighed(70, at)] })
    expect(of({ plan: drip, dose: fixed(35, 40), patient, history: { session, given: [] } }).verdict).toBe(
      verdict,
    )
  })

  test('on a weight of 154 kg after 70 kg is held until it is confirmed', () => {
    const patient = person({ observations: [weighed(70, '2026-11-08'), weighed(154)] })
    const question = { plan: drip, dose: fixed(35, 40), patient }
    expect(rulesOf(question)).toContain('dosing/weight-in-doubt')
    expect(of(question).verdict).toBe('hold')
    expect(rulesOf({ ...question, weight: { confirmed: true } })).not.toContain('dosing/weight-in-doubt')
  })

  test('is not counted on an older weight where the newest cannot be read', () => {
    const unread = { name: 'body-weight', status: 'final', absent: 'not-readable', at: '2026-11-21' }
    const patient = person({ observations: [weighed(70, '2026-11-20'), unread] })
    expect(of({ plan: drip, dose: perKg(0.5, 40), patient }).value.mg).toBeNull()
  })

  test('adds what was given earlier on the day, at its upper bound', () => {
    const ranged = (most?: number) => ({
      session: 2,
      given: [
        {
          at: '2026-11-22T05:00:00-05:00',
          mgPerKg: 0.5,
          delivered: {
            least: { value: 20, unit: 'mg' as const },
            ...(most === undefined ? {} : { most: { value: most, unit: 'mg' as const } }),
          },
        },
      ],
    })
    const total = (most?: number) =>
      of({ plan: drip, dose: perKg(0.5, 40), history: ranged(most) }).findings.find(
        ({ rule }) => rule.id === 'dosing/iv-day-total',
      )?.truth
    expect(total(65)).toBeUndefined()
    expect(total(66)).toBe('yes')
    expect(total()).toBe('unknown')
  })
})

describe('overrides', () => {
  const fast = { plan: drip, dose: perKg(0.5, 25) }
  const override = (question: Partial<DoseQuestion>, rule: string) => {
    const finding = of(question).findings.find((one) => one.rule.id === rule)
    if (finding === undefined) throw new Error(`${rule} did not answer`)
    return {
      rule,
      ruleVersion: finding.rule.version,
      reason: 'benefit-outweighs',
      actor: { role: 'psychiatrist' },
      at: '2026-11-22T08:30:00-05:00',
      expires: '2026-11-22T20:00:00-05:00',
      digest: factsDigest(finding),
    }
  }

  test('lift a guide, leave a caution behind, and ask for closer watching', () => {
    expect(of(fast).verdict).toBe('hold')
    const check = of({ ...fast, overrides: [override(fast, 'dosing/iv-rate-guide')] })
    expect(check.verdict).toBe('caution')
    expect(check.findings[0]?.override?.reason).toBe('benefit-outweighs')
    expect(check.findings[0]?.actions.map(({ code }) => code)).toContain('monitor-blood-pressure')
  })

  test.each([
    [{ dose: devices(3) }, 'dosing/set-us-trd-first', 'contraindicated'],
    [{ dose: devices(4), history: { session: 5, given: [] } }, 'dosing/spray-max', 'contraindicated'],
    [
      { plan: drip, dose: perKg(1.1, 120), history: { session: 5, given: [] } },
      'dosing/iv-anaesthetic-range',
      'hold',
    ],
    [
      { plan: drip, dose: perKg(0.6, 1), history: { session: 5, given: [] } },
      'dosing/iv-rate-label',
      'contraindicated',
    ],
  ] as const)('lift no hard ceiling: %j', (question, rule, verdict) => {
    const check = of({ ...question, overrides: [override(question, rule)] })
    expect(check.verdict).toBe(verdict)
    expect(check.findings.find((one) => one.rule.id === rule)?.override).toBeUndefined()
  })
})

describe('attempts to raise a ceiling', () => {
  const high = { plan: drip, dose: perKg(1.1, 120), history: { session: 5, given: [] } }

  test('by the numbers of a policy change nothing', () => {
    const names = [
      'dose-max-mgkg-iv',
      'dose-max-mg-iv',
      'dose-max-mg-iv-reference-level',
      'rate-max-iv',
      'bolus-max-iv',
    ]
    const numbers = Object.fromEntries(names.map((name) => [name, { value: 1e6 }]))
    const loose = withPolicy(nowUs, { numbers })
    for (const dose of [perKg(1.1, 120), perKg(0.9, 30), perKg(0.4), fixed(120, 120)]) {
      const question = { plan: drip, dose, history: { session: 5, given: [] } }
      expect(rulesOf(question, loose)).toEqual(rulesOf(question, nowUs))
    }
  })

  test('by a policy with no number, or one without an end, are refused', () => {
    expect(() =>
      withPolicy(nowUs, { numbers: { 'rate-max-iv': { value: Number.POSITIVE_INFINITY } } }),
    ).toThrow(Refusal)
    const without = withPolicy(nowUs, { numbers: { 'rate-max-iv': null } })
    expect(refusalOf({ plan: drip, dose: perKg(0.5, 40) }, without)).toBe(
      'policy-incomplete policy.numbers.rate-max-iv',
    )
  })

  test('by a policy or a pack that did not come through the door are refused', () => {
    const policy = { ...nowUs.policy } as Context['policy']
    expect(refusalOf(high, { ...nowUs, policy })).toBe('not-parsed context.policy')
    const content = { ...us } as Context['content']
    expect(refusalOf(high, { ...nowUs, content })).toBe('not-parsed context.content')
  })

  test('by changing a rule, a set or a result are in vain', () => {
    const rule = us.dosing?.rules.find(({ id }) => id === 'dosing/spray-max')
    expect(() => Object.assign(rule ?? {}, { class: 'note' })).toThrow(TypeError)
    expect(() => (us.dosing?.doseSets[0]?.doses as number[] | undefined)?.push(140)).toThrow(TypeError)
    const check = of({ dose: devices(3) })
    expect(() => Object.assign(check, { verdict: 'no-finding' })).toThrow(TypeError)
  })

  test('by a record that brings numbers of an order of its own are in vain', () => {
    const patient = person({
      observations: [
        weighed(70),
        { name: 'ordered-dose-by-weight', status: 'final', value: { value: 0.1, unit: 'mg/kg' }, at: asOf },
        { name: 'session-number', status: 'final', value: { value: 2, unit: '{n}' }, at: asOf },
      ],
      statements: [{ fact: 'labelled-scheme', answer: 'yes', at: asOf, by: 'clinician' }],
    })
    expect(rulesOf({ ...high, patient })).toEqual(rulesOf(high))
    expect(of({ patient, history: { given: [] } }).verdict).toBe('indeterminate')
    const plan = { ...spray, indication: 'bipolar-depression' }
    expect(rulesOf({ patient, plan })).toContain('dosing/spray-no-labelled-scheme')
  })

  test('by more members of the order are in vain', () => {
    const dose = { ...perKg(1.1, 120), limit: { value: 5, unit: 'mg/kg' }, override: true }
    expect(rulesOf({ ...high, dose } as Partial<DoseQuestion>)).toEqual(rulesOf(high))
  })
})

describe('what came before', () => {
  test('that leaves no room for the number of the session is held, and said', () => {
    const history = { ...afterSessions(2, { mg: 56 }), session: 2 }
    const check = of({ dose: devices(2), history })
    expect(check.findings.map(({ rule }) => rule.id)).toContain('dosing/history-in-conflict')
    expect(check.issues.map(({ code }) => code)).toContain('history-in-conflict')
  })

  test('with a dose whose time nobody knows is open', () => {
    const history = { session: 3, given: [{ mg: 56 }, { at: '2026-11-15T10:00:00Z', mg: 56 }] }
    const check = of({ dose: devices(2), history })
    expect(check.verdict).toBe('indeterminate')
    expect(check.issues).toContainEqual({
      code: 'reading-undated',
      path: 'history.given[0]',
      severity: 'set-aside',
    })
  })

  test('with a dose dated ahead of now is open', () => {
    const history = { session: 2, given: [{ at: '2026-11-22T09:06:00-05:00', mg: 56 }] }
    const check = of({ dose: devices(2), history })
    expect(check.verdict).toBe('indeterminate')
    expect(check.issues).toContainEqual({
      code: 'reading-ahead',
      path: 'history.given[0]',
      severity: 'set-aside',
    })
  })

  test.each([
    [{ session: 0 }, 'bad-argument history.session'],
    [{ session: 1.5 }, 'bad-argument history.session'],
    [{ session: '1' }, 'bad-argument history.session'],
    [{ given: {} }, 'bad-argument history.given'],
    [{ given: [null] }, 'bad-argument history.given[0]'],
    [{ given: [{ at: '2026-11-22' }] }, 'bad-argument history.given[0].at'],
    [{ given: [{ mg: -1 }] }, 'bad-argument history.given[0].mg'],
    [{ given: [{ mgPerKg: '0.5' }] }, 'bad-argument history.given[0].mgPerKg'],
    [{ given: [{ product: 1 }] }, 'bad-argument history.given[0].product'],
    [
      { given: [{ delivered: { least: { value: 28, unit: 'g' } } }] },
      'bad-argument history.given[0].delivered.least',
    ],
    [
      { given: [{ delivered: { least: { value: 28, unit: 'mg' }, most: { value: 20, unit: 'mg' } } }] },
      'bad-argument history.given[0].delivered',
    ],
    [7, 'bad-argument history'],
  ])('%j is refused', (history, refusal) => {
    expect(refusalOf({ history })).toBe(refusal)
  })

  test.each([
    [{ weight: 70 }, 'bad-argument weight'],
    [{ weight: { confirmed: 'yes' } }, 'bad-argument weight.confirmed'],
    [{ patient: {} }, 'not-parsed patient'],
  ])('%j is refused', (question, refusal) => {
    expect(refusalOf(question)).toBe(refusal)
  })

  test('a record that is none of a living person stops before any rule', () => {
    const check = of({ patient: person({ record: 'deceased' }) })
    expect(check.verdict).toBe('contraindicated')
    expect(check.findings.map(({ rule }) => rule.id)).toEqual(['record/deceased'])
    expect(check.value.mg).toBeNull()
  })

  test('a pack without the tables of a visit refuses', () => {
    const lean = { ...nowUs, content: usLean }
    expect(refusalOf({}, lean)).toBe('content-incomplete context.content.dosing')
  })

  test('a question that is none is refused', () => {
    expect(() => checkDose(undefined as never, nowUs)).toThrow(Refusal)
  })

  test('the place of a session in the course of one who was given it by weight', () => {
    const history = afterSessions(2, { mgPerKg: 0.5 })
    expect(of({ plan: drip, dose: perKg(0.6, 40), history }).verdict).toBe('no-finding')
    expect(rulesOf({ plan: drip, dose: perKg(0.7, 42), history })).toEqual(['titration/step-by-weight'])
    expect(of({ plan: drip, dose: perKg(0.6, 40), history: afterSessions(2, {}) }).verdict).toBe(
      'indeterminate',
    )
  })

  test('plans of one indication do not speak of another', () => {
    expect(of({ plan: { ...spray, indication: resistant } }).value.allowed).toHaveLength(1)
  })
})
