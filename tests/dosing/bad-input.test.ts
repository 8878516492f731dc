/** The rows B-044 to B-056 of the table of bad input, each by its number. */
import { describe, expect, test } from 'vitest'
import { Policy, parse } from '../../src/entries/schemas.ts'
import {
  formatQuantity,
  type Infusion,
  kg,
  mg,
  mgPerKg,
  minutes,
  orderedDose,
  planInfusion,
  plus,
} from '../../src/index.ts'
import { clinic, infusion, now } from './grid.ts'

const codeOf = (changes: object, context = now): string => {
  const plan = planInfusion({ ...infusion(), ...changes }, context)
  return plan.ok ? 'planned' : `${plan.error.code} at ${plan.error.path}`
}
const dose = (changes: object) => ({ dose: { ...infusion().dose, ...changes } })
const vial = (concentration: unknown) => ({ vial: { ...infusion().vial, concentration } })
const fixed = (amount: unknown) => ({
  dose: { basis: 'fixed', amount, as: 'base', over: minutes(40) },
})

test('the plan these rows change is one that can be made', () => {
  expect(codeOf({})).toBe('planned')
})

test('B-044: milligrams where milligrams for each kilogram are asked for are refused', () => {
  expect(codeOf(dose({ amount: mg(0.5) }))).toBe('unit-mismatch at dose.amount')
  expect(codeOf(fixed(mgPerKg(0.5)))).toBe('unit-mismatch at dose.amount')
})

test('B-045: 500 micrograms for each kilogram are half a milligram', () => {
  for (const unit of ['ug/kg', 'mcg/kg']) {
    const plan = planInfusion(infusion(dose({ amount: { value: 500, unit } })), now)
    expect(plan).toMatchObject({ ok: true, value: { amount: mg(35), byWeight: { exact: mgPerKg(0.5) } } })
  }
})

test('B-046: half a gram for 70 kg is above every maximum, and the least of them is named first', () => {
  const plan = planInfusion(
    infusion({ dose: { basis: 'fixed', amount: { value: 0.5, unit: 'g' }, as: 'base', over: minutes(40) } }),
    now,
  )
  expect(plan).toEqual({
    ok: false,
    error: {
      code: 'over-ceiling',
      path: 'dose',
      ceilings: [
        { name: 'rate-max-iv', limit: { value: 1, unit: 'mg/kg/h' } },
        { name: 'dose-max-mgkg-iv', limit: mgPerKg(1) },
        { name: 'dose-max-mg-iv', limit: mg(100) },
      ],
    },
  })
})

describe('B-047: a vial of another strength than last time', () => {
  const previous = { vial: { concentration: { value: 10, unit: 'mg/mL' }, as: 'base' as const } }
  const changed: Partial<Infusion> = {
    vial: { concentration: { value: 100, unit: 'mg/mL' }, volume: { value: 5, unit: 'mL' }, as: 'base' },
    previous,
  }

  test('stops the plan until it is confirmed', () => {
    expect(planInfusion(infusion(changed), now)).toEqual({
      ok: false,
      error: {
        code: 'needs-confirming',
        path: 'confirmed',
        confirm: [{ item: 'vial-strength', why: 'strength-differs' }],
      },
    })
    // Another item is not this one.
    expect(codeOf({ ...changed, confirmed: ['weight-change', 'weight-age'] })).toBe(
      'needs-confirming at confirmed',
    )
  })

  test('is then drawn by the strength that is printed on it', () => {
    const plan = planInfusion(infusion({ ...changed, confirmed: ['vial-strength'] }), now)
    expect(plan).toMatchObject({
      ok: true,
      value: { drawn: { rounded: { value: 0.35, unit: 'mL' } }, confirmed: [{ item: 'vial-strength' }] },
    })
  })

  test('is not the same strength in another unit', () => {
    const same = { vial: { concentration: { value: 10, unit: 'g/L' }, as: 'base' as const } }
    expect(codeOf({ previous: same })).toBe('planned')
  })
})

test('B-048: a strength that is missing, nothing, a ratio or a percentage gives no volume', () => {
  expect(codeOf(vial(undefined))).toBe('wrong-shape at vial.concentration')
  expect(codeOf(vial({ value: 0, unit: 'mg/mL' }))).toBe('not-above-zero at vial.concentration')
  expect(codeOf(vial('1:100'))).toBe('wrong-shape at vial.concentration')
  expect(codeOf(vial('10%'))).toBe('wrong-shape at vial.concentration')
  expect(codeOf(vial({ value: 10, unit: '%' }))).toBe('unit-mismatch at vial.concentration')
  expect(codeOf(vial({ value: 1, unit: '1:100' }))).toBe('unknown-unit at vial.concentration')
  expect(codeOf(vial({ value: 10, unit: 'mg' }))).toBe('unit-mismatch at vial.concentration')
})

describe('B-049: a product in devices of 28 mg', () => {
  const ordered = (amount: number) =>
    orderedDose({ dose: { basis: 'fixed', amount: mg(amount), as: 'base' }, perDevice: mg(28) })

  test('takes 70 mg no more than any other amount that is no whole number of devices', () => {
    expect(ordered(70)).toEqual({ ok: false, error: { code: 'not-whole-devices', path: 'dose.amount' } })
    const taken: number[] = []
    for (let amount = 1; amount <= 200; amount += 1) if (ordered(amount).ok) taken.push(amount)
    expect(taken).toEqual([28, 56, 84, 112, 140, 168, 196])
  })

  test('is not ordered by weight, in half devices or in none', () => {
    const codes = [
      { basis: 'per-kg', amount: mgPerKg(0.5), weight: 'actual', as: 'base' } as const,
      { basis: 'devices', count: 2.5 } as const,
      { basis: 'devices', count: 0 } as const,
      { basis: 'devices', count: -1 } as const,
      { basis: 'devices', count: Number.NaN } as const,
    ].map((order) => orderedDose({ dose: order, body: { weight: kg(70) }, perDevice: mg(28) }))
    expect(codes.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual([
      'not-whole-devices',
      'not-whole-devices',
      'not-above-zero',
      'not-above-zero',
      'not-a-number',
    ])
    const unknown = orderedDose({ dose: { basis: 'devices', count: 2 } })
    expect(unknown).toMatchObject({ error: { code: 'per-device-unknown' } })
  })
})

test('B-050: an order for devices, or for another route, is no infusion', () => {
  expect(codeOf({ dose: { basis: 'devices', count: 2 } })).toBe('not-an-infusion at dose.basis')
  expect(codeOf(dose({ route: 'nasal' }))).toBe('not-an-infusion at dose.route')
  expect(codeOf(dose({ route: 'iv' }))).toBe('planned')
})

test('B-051: an amount as text is refused, and so is one below zero', () => {
  for (const text of ['1,5', '1.5mg', '-5', '5e-1', '0.5', '', 'half'])
    expect(codeOf(dose({ amount: text }))).toBe('wrong-shape at dose.amount')
  for (const text of ['1,5', '0.5'])
    expect(codeOf(dose({ amount: { value: text, unit: 'mg/kg' } }))).toBe('wrong-shape at dose.amount')
  expect(codeOf(dose({ amount: mgPerKg(-0.5) }))).toBe('not-above-zero at dose.amount')
  expect(codeOf(dose({ amount: { value: Number.NaN, unit: 'mg/kg' } }))).toBe('not-a-number at dose.amount')
  expect(codeOf(dose({ amount: { value: Number.POSITIVE_INFINITY, unit: 'mg/kg' } }))).toBe(
    'not-a-number at dose.amount',
  )
})

test('B-052: a tenth and two tenths of a milligram are three tenths', () => {
  expect(plus(mg(0.1), mg(0.2))).toEqual({ ok: true, value: mg(0.3) })
})

test('B-053: amounts are shown with a leading and without a trailing zero', () => {
  expect([formatQuantity(mg(1)), formatQuantity(mg(0.5))]).toEqual(['1 mg', '0.5 mg'])
  const plan = planInfusion(infusion(), now)
  const text = plan.ok ? plan.value.formulas.join('\n') : ''
  expect(text).toContain('0.5 mg/kg x 70 kg (actual weight) = 35 mg')
  expect(text).not.toMatch(/(^|\s)\.\d|\d\.0(\s|$)|\d\.\d*0 /m)
})

test('B-054: an infusion of no minutes is refused, and one whose time nobody named', () => {
  expect(codeOf(dose({ over: minutes(0) }))).toBe('not-above-zero at dose.over')
  expect(codeOf(dose({ over: minutes(-40) }))).toBe('not-above-zero at dose.over')
  expect(codeOf(dose({ over: undefined }))).toBe('duration-unknown at dose.over')
})

describe('B-055: a weight older than its limit', () => {
  const weighed = (at: string | undefined) => ({
    weight: { actual: kg(70), ...(at === undefined ? {} : { at }) },
  })

  test('stops the plan until it is confirmed, in induction after 7 days and later after 28', () => {
    expect(codeOf(weighed('2026-09-28T00:30:00-04:00'))).toBe('planned')
    expect(codeOf(weighed('2026-09-27T23:30:00-04:00'))).toBe('needs-confirming at confirmed')
    expect(codeOf({ ...weighed('2026-09-27T23:30:00-04:00'), confirmed: ['weight-age'] })).toBe('planned')
    expect(codeOf({ ...weighed('2026-09-07T12:00:00-04:00'), phase: 'maintenance' })).toBe('planned')
    expect(codeOf({ ...weighed('2026-09-06T12:00:00-04:00'), phase: 'maintenance' })).toBe(
      'needs-confirming at confirmed',
    )
  })

  test('is a day older where the clinic stands on the next day', () => {
    const at = '2026-09-28T00:30:00-04:00'
    expect(codeOf(weighed(at), { ...now, zone: 'America/Los_Angeles' })).toBe('needs-confirming at confirmed')
  })

  test('counts as too old where nobody knows its time, and is refused where it lies ahead', () => {
    expect(codeOf(weighed(undefined))).toBe('needs-confirming at confirmed')
    expect(codeOf(weighed('2026-10-05T09:00:00-04:00'))).toBe('planned')
    expect(codeOf(weighed('2026-10-05T09:00:00.001-04:00'))).toBe('reading-ahead at weight.at')
    expect(codeOf(weighed('yesterday'))).toBe('wrong-shape at weight.at')
  })
})

describe('B-056: a maximum', () => {
  const limits = (value: unknown) => ({ limits: { 'dose-max-mgkg-iv': value } })

  test('is not taken away or set to no end', () => {
    for (const value of [undefined, null, { value: Number.POSITIVE_INFINITY, unit: 'mg/kg' }])
      expect(codeOf(limits(value))).toBe('ceiling-loosened at limits.dose-max-mgkg-iv')
    expect(codeOf(limits({ value: Number.NaN, unit: 'mg/kg' }))).toBe(
      'not-a-number at limits.dose-max-mgkg-iv',
    )
    expect(codeOf(limits({ value: 0, unit: 'mg/kg' }))).toBe('not-above-zero at limits.dose-max-mgkg-iv')
    expect(codeOf(limits('none'))).toBe('wrong-shape at limits.dose-max-mgkg-iv')
    expect(codeOf({ limits: null })).toBe('wrong-shape at limits')
    expect(codeOf({ limits: { 'no-such-limit': mg(1) } })).toBe('wrong-shape at limits.no-such-limit')
  })

  test('is lowered by anybody and raised by nobody without a name and a reason', () => {
    expect(codeOf(limits(mgPerKg(0.5)))).toBe('planned')
    expect(codeOf(limits(mgPerKg(0.49)))).toBe('over-ceiling at dose')
    expect(codeOf(limits(mgPerKg(1)))).toBe('planned')
    expect(codeOf(limits(mgPerKg(1.01)))).toBe('ceiling-loosened at limits.dose-max-mgkg-iv')
    const name = 'dose-max-mgkg-iv'
    for (const overrides of [
      [{ name }],
      [{ name, reason: '  ' }],
      [{ name: 'all', reason: 'r' }],
      {},
      ['all'],
    ])
      expect(codeOf({ ...limits(mgPerKg(1.2)), overrides })).toMatch(/^wrong-shape at overrides/)
  })

  test('that is raised by name shows in the plan, and the others hold all the same', () => {
    const overrides = [{ name: 'dose-max-mgkg-iv', reason: 'Second opinion of 1 October' }]
    const higher = (amount: number, over: number) =>
      planInfusion(
        infusion({
          dose: {
            basis: 'per-kg',
            amount: mgPerKg(amount),
            weight: 'actual',
            as: 'base',
            over: minutes(over),
          },
          limits: { 'dose-max-mgkg-iv': mgPerKg(1.2) },
          overrides,
        }),
        now,
      )
    expect(higher(1.2, 72)).toMatchObject({ ok: true, value: { overrides } })
    expect(higher(1.2, 71)).toMatchObject({
      error: { code: 'over-ceiling', ceilings: [{ name: 'rate-max-iv' }] },
    })
    expect(higher(1.21, 80)).toMatchObject({ error: { ceilings: [{ name: 'dose-max-mgkg-iv' }] } })
    // An override nobody needed does not show.
    expect(planInfusion(infusion({ overrides }), now)).toMatchObject({ ok: true, value: { overrides: [] } })
  })

  test('of a policy is lowered, never raised', () => {
    const withNumber = (value: number) => {
      const numbers = {
        ...clinic.policy.numbers,
        'dose-max-mgkg-iv': { value, unit: 'mg/kg', reason: 'ours' },
      }
      const policy = parse(Policy, { ...clinic.policy, numbers })
      if (!policy.ok) throw policy.error
      return { ...now, policy: policy.value }
    }
    expect(codeOf({}, withNumber(0.5))).toBe('planned')
    expect(codeOf({}, withNumber(0.49))).toBe('over-ceiling at dose')
    expect(codeOf({}, withNumber(1.01))).toBe('ceiling-loosened at policy.numbers.dose-max-mgkg-iv')
    expect(
      parse(Policy, {
        ...clinic.policy,
        numbers: { 'dose-max-mgkg-iv': { value: Number.POSITIVE_INFINITY, unit: 'mg/kg', reason: 'r' } },
      }),
    ).toMatchObject({ ok: false, error: { code: 'not-json' } })
    expect(() => planInfusion(infusion(), withNumber(0))).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    )
    const { 'rate-max-iv': _gone, ...numbers } = clinic.policy.numbers
    const policy = parse(Policy, { ...clinic.policy, numbers })
    if (!policy.ok) throw policy.error
    expect(() => planInfusion(infusion(), { ...now, policy: policy.value })).toThrow(
      expect.objectContaining({ code: 'policy-incomplete' }),
    )
  })

  test('is not raised by changing a table or the prototype of all objects', () => {
    const plan = planInfusion(infusion(), now)
    if (!plan.ok) throw new Error(plan.error.code)
    const [ceiling] = plan.value.ceilings
    expect(Object.isFrozen(ceiling) && Object.isFrozen(ceiling?.sources)).toBe(true)
    const heavy = {
      dose: { basis: 'fixed', amount: mg(101), as: 'base', over: minutes(600) },
      weight: { actual: kg(200), at: now.asOf },
    } as const
    expect(codeOf(heavy)).toBe('over-ceiling at dose')
    Object.assign(Object.prototype, { limits: { 'dose-max-mg-iv': mg(1000) } })
    try {
      expect(codeOf(heavy)).not.toBe('planned')
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'altered-prototype' })
    } finally {
      Reflect.deleteProperty(Object.prototype, 'limits')
    }
  })
})
