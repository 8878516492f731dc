/** A plan that can be worked out again by hand, and the edges of every number it is held against. */
import { describe, expect, test } from 'vitest'
import { type Infusion, kg, mg, mgPerKg, minutes, mL, planInfusion } from '../../src/index.ts'
import { infusion, now } from './grid.ts'
import { compare, decimal, div, isNearest, mul } from './rational.ts'

const made = (changes: Partial<Infusion> = {}) => {
  const plan = planInfusion(infusion(changes), now)
  if (!plan.ok) throw new Error(`${plan.error.code} at ${plan.error.path}`)
  return plan.value
}
const outcome = (changes: Partial<Infusion>) => {
  const plan = planInfusion(infusion(changes), now)
  if (plan.ok) return 'planned'
  return plan.error.code === 'over-ceiling'
    ? plan.error.ceilings.map(({ name }) => name).join(' ')
    : plan.error.code
}
const perKg = (amount: number, over = 40) => ({
  dose: {
    basis: 'per-kg',
    amount: mgPerKg(amount),
    weight: 'actual',
    as: 'base',
    over: minutes(over),
  } as const,
})
const fixed = (amount: number, over = 60) => ({
  dose: { basis: 'fixed', amount: mg(amount), as: 'base', over: minutes(over) } as const,
})
const weighing = (value: number) => ({ weight: { actual: kg(value), at: now.asOf } })
const pump = (step: number, syringeStep: number, mode: Infusion['pump']['mode']) => ({
  pump: { step: { value: step, unit: 'mL/h' }, syringeStep: mL(syringeStep), mode },
})

describe('the reference dose for 70 kg', () => {
  test('is 35 mg over 40 minutes: 3.5 mL of 10 mg/mL in 100 mL at 150 mL/h', () => {
    expect(made()).toMatchObject({
      ordered: { amount: mg(35) },
      basis: 'actual',
      dose: { exact: mg(35), rounded: mg(35), rule: { step: mg(1), mode: 'down' } },
      drawn: { rounded: mL(3.5) },
      amount: mg(35),
      vials: 1,
      bag: { finalVolume: mL(100), diluent: mL(96.5), concentration: { value: 0.35, unit: 'mg/mL' } },
      rate: { exact: { value: 150, unit: 'mL/h' }, rounded: { value: 150, unit: 'mL/h' } },
      perMinute: { exact: { value: 0.875, unit: 'mg/min' } },
      byWeightPerHour: { exact: { value: 0.75, unit: 'mg/kg/h' } },
      duration: { exact: minutes(40), rounded: minutes(40) },
      most: { amount: mg(46.666666666666664), ceiling: 'rate-max-iv' },
      flags: [],
    })
  })

  test('is worked out in words', () => {
    expect(made().formulas).toEqual([
      '0.5 mg/kg x 70 kg (actual weight) = 35 mg',
      '35 mg rounded down to steps of 1 mg = 35 mg',
      '35 mg / 10 mg/mL = 3.5 mL, rounded down to steps of 0.01 mL = 3.5 mL',
      '35 mg / 100 mL = 0.35 mg/mL',
      '100 mL / 0.6666666666666666 h = 150 mL/h, rounded down to steps of 0.1 mL/h = 150 mL/h',
    ])
  })

  test('names its inputs, with time and source, and what it cites', () => {
    const { inputs, citations, provenance } = made()
    expect(inputs[0]).toEqual({
      name: 'weight.actual',
      value: kg(70),
      at: '2026-10-05T08:40:00-04:00',
      source: 'stated',
    })
    expect(inputs.find(({ name }) => name === 'dose-rounding-step')).toEqual({
      name: 'dose-rounding-step',
      value: mg(1),
      source: 'policy',
    })
    expect(citations.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['pol-rounding-step', 'dose-iv-label-max-rate', 'pol-rate-max-iv']),
    )
    expect(provenance).toMatchObject({
      asOf: now.asOf,
      content: { id: 'us' },
      policy: { id: 'us-starting-policy' },
    })
  })

  test('is plain JSON and frozen', () => {
    const plan = made()
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
    expect(Object.isFrozen(plan) && Object.isFrozen(plan.ceilings[0])).toBe(true)
  })
})

describe('rounding', () => {
  test('of the dose is down to a whole milligram, shown beside the exact one', () => {
    const { dose, drawn, byWeight } = made(weighing(71.9))
    expect(dose).toMatchObject({ exact: mg(35.95), rounded: mg(35) })
    expect(drawn.rounded).toEqual(mL(3.5))
    expect(byWeight.exact).toEqual(mgPerKg(0.5))
    expect(isNearest(byWeight.rounded.value, div(decimal(35), decimal(71.9)))).toBe(true)
  })

  test('of volume and rate follows the syringe, the pump and the mode', () => {
    const vial = { concentration: { value: 50, unit: 'mg/mL' }, volume: mL(10), as: 'base' } as const
    const volumes = (['down', 'nearest', 'nearest-even', 'up'] as const).map((mode) => {
      const { drawn, rate } = made({ vial, ...weighing(71), ...pump(7, 0.2, mode) })
      return [drawn.exact.value, drawn.rounded.value, rate.exact.value, rate.rounded.value]
    })
    // 35 mg are 0.7 mL, half way between two steps of 0.2; 150 mL/h lies between 147 and 154.
    expect(volumes).toEqual([
      [0.7, 0.6, 150, 147],
      [0.7, 0.8, 150, 147],
      [0.7, 0.8, 150, 147],
      [0.7, 0.8, 150, 154],
    ])
  })

  test('goes down where the mode asked for would cross a maximum, and says so', () => {
    const { drawn, rate } = made({ ...perKg(1, 60), ...weighing(70), ...pump(15, 2, 'up') })
    expect(drawn).toMatchObject({ exact: mL(7), rounded: mL(6), rule: { mode: 'down', insteadOf: 'up' } })
    expect(rate).toMatchObject({ exact: { value: 100 }, rule: { mode: 'up' } })
    const tight = made({ ...perKg(1, 60), ...weighing(70), ...pump(30, 0.01, 'up') })
    expect(tight.rate).toMatchObject({
      exact: { value: 100 },
      rounded: { value: 90 },
      rule: { insteadOf: 'up' },
    })
  })

  test('that leaves nothing is refused', () => {
    expect(outcome(pump(0.1, 4, 'down'))).toBe('rounded-to-nothing')
    expect(outcome(pump(0.1, 3.5, 'down'))).toBe('planned')
    expect(outcome(pump(151, 0.01, 'down'))).toBe('rounded-to-nothing')
    expect(outcome(fixed(0.9))).toBe('rounded-to-nothing')
    expect(outcome(fixed(1))).toBe('planned')
  })
})

describe('every maximum, on both sides', () => {
  test.each([
    ['1.0 mg/kg', perKg(1, 60), perKg(1.01, 61), 'dose-max-mgkg-iv'],
    ['100 mg', { ...fixed(100), ...weighing(110) }, { ...fixed(100.1), ...weighing(110) }, 'dose-max-mg-iv'],
    [
      '60 mg at 0.5 mg/kg',
      { ...perKg(0.5), ...weighing(120) },
      { ...perKg(0.5), ...weighing(120.1) },
      'dose-max-mg-iv-reference-level',
    ],
    ['1.0 mg/kg/h', perKg(0.5, 30), perKg(0.5, 29.9), 'rate-max-iv'],
  ] as const)('%s', (_name, at, above, ceiling) => {
    expect(outcome(at)).toBe('planned')
    expect(outcome(above)).toBe(ceiling)
  })

  test('the one of the label holds whatever the site overrides', () => {
    const overrides = [{ name: 'rate-max-iv', reason: 'A documented decision' }]
    const limits = { 'rate-max-iv': { value: 60, unit: 'mg/kg/h' } }
    expect(outcome({ ...perKg(0.5, 1), overrides, limits })).toBe('planned')
    expect(outcome({ ...perKg(0.5, 0.99), overrides, limits })).toBe('label-rate-iv')
    expect(outcome({ limits: { 'label-rate-iv': { value: 9, unit: 'mg/kg/min' } } })).toBe('wrong-shape')
  })

  test('the lower cap is for orders of at most 0.5 mg/kg', () => {
    expect(outcome({ ...perKg(0.51), ...weighing(120) })).toBe('planned')
    expect(outcome({ ...perKg(0.5), ...weighing(121) })).toBe('dose-max-mg-iv-reference-level')
  })

  test('by weight are counted on the smaller of the weight of the order and the one on the scale', () => {
    // Ideal 68.4 kg, on the scale 50 kg: 1.0 mg/kg of the ideal weight would be 1.37 of the real one.
    const slight = {
      weight: { actual: kg(50), at: now.asOf, height: { value: 68, unit: '[in_i]' }, sex: 'male' } as const,
    }
    const ideal = (amount: number) => ({ dose: { ...perKg(amount, 120).dose, weight: 'ideal' as const } })
    expect(outcome({ ...slight, ...ideal(1) })).toBe('dose-max-mgkg-iv')
    expect(outcome({ ...slight, ...ideal(0.73) })).toBe('planned')
  })

  test('stand in the plan with what was held against them, and the least says that it binds', () => {
    const { ceilings, most } = made(perKg(0.5, 60))
    expect(ceilings.map(({ name, binds }) => `${name} ${binds}`)).toEqual([
      'dose-max-mgkg-iv false',
      'dose-max-mg-iv false',
      'dose-max-mg-iv-reference-level true',
      'rate-max-iv false',
      'label-rate-iv false',
    ])
    expect(most).toEqual({ amount: mg(60), ceiling: 'dose-max-mg-iv-reference-level' })
    expect(ceilings[4]?.sources.map(({ fact, certainty }) => `${fact} ${certainty}`)).toEqual([
      'dose-iv-label-max-rate S',
      'dose-iv-label-max-rate S',
    ])
  })
})

describe('vial and bag', () => {
  test('more than one vial is flagged, exactly one is not', () => {
    const vial = (volume: number) => ({
      vial: { concentration: { value: 10, unit: 'mg/mL' }, volume: mL(volume), as: 'base' } as const,
    })
    expect(made(vial(3.5))).toMatchObject({ vials: 1, flags: [] })
    expect(made(vial(3.49))).toMatchObject({
      vials: 2,
      flags: [{ code: 'more-than-one-vial', path: 'vial' }],
    })
  })

  test('the volume of the bag is the final one, or what the drug is added to', () => {
    const bag = (volume: number, is: Infusion['bag']['is']) => ({ bag: { volume: mL(volume), is } })
    expect(made(bag(96.5, 'diluent-added')).bag).toEqual(made().bag)
    expect(outcome(bag(3.5, 'final-volume'))).toBe('planned')
    expect(outcome(bag(3.49, 'final-volume'))).toBe('volume-above-bag')
    // @ts-expect-error nobody says which of the two it is
    expect(outcome({ bag: { volume: mL(100) } })).toBe('wrong-shape')
  })

  test('a vial that counts the hydrochloride needs the factor', () => {
    const vial = {
      concentration: { value: 11.53, unit: 'mg/mL' },
      volume: mL(20),
      as: 'hydrochloride',
    } as const
    expect(outcome({ vial })).toBe('salt-mixed')
    const { drawn, citations } = made({ vial, saltFactor: { base: mg(10), hydrochloride: mg(11.53) } })
    expect(drawn.rounded).toEqual(mL(3.5))
    expect(citations.map(({ fact }) => fact)).toContain('prod-ketamine-salt-factor')
    // The same number on the vial, of the other kind, is another strength.
    const previous = { vial: { concentration: vial.concentration, as: 'base' } } as const
    const saltFactor = { base: mg(10), hydrochloride: mg(11.53) }
    expect(planInfusion(infusion({ vial, saltFactor, previous }), now)).toMatchObject({
      error: { confirm: [{ item: 'vial-strength', why: 'salt-differs' }] },
    })
  })
})

describe('the weight', () => {
  const lastTime = (value: number, at = '2026-09-21T09:00:00-04:00') => ({
    previous: { weight: kg(value), at },
  })

  test('B-008: 154 kg two weeks after 70 kg stops the plan, and the number stays as it is', () => {
    const changed = { ...weighing(154), ...perKg(0.3), ...lastTime(70) }
    expect(planInfusion(infusion(changed), now)).toMatchObject({
      error: { code: 'needs-confirming', confirm: [{ item: 'weight-change', why: 'ratio-near-2.2' }] },
    })
    expect(made({ ...changed, confirmed: ['weight-change'] }).ordered.amount).toEqual(mg(46.2))
  })

  test('that changed by a quarter stops the plan, by more than a tenth within a month is flagged', () => {
    expect(outcome({ ...weighing(87.5), ...lastTime(70) })).toBe('needs-confirming')
    expect(made({ ...weighing(87.4), ...lastTime(70) }).flags).toEqual([
      { code: 'weight-jump', path: 'weight.actual' },
    ])
    expect(made({ ...weighing(77), ...lastTime(70) }).flags).toEqual([])
    expect(made({ ...weighing(77.1), ...lastTime(70) }).flags).toHaveLength(1)
    expect(made({ ...weighing(77.1), ...lastTime(70, '2026-09-05T08:59:59-04:00') }).flags).toEqual([])
  })

  test('outside what trials took is to be reviewed, on both sides of 45 and 115 kg and of 35 kg/m2', () => {
    const flagged = (value: number) =>
      made({ ...weighing(value), ...perKg(0.4) }).flags.map(({ code }) => code)
    expect([44.9, 45, 115, 115.1].map(flagged)).toEqual([['weight-to-review'], [], [], ['weight-to-review']])
    const tall = (value: number) =>
      made({ weight: { actual: kg(value), at: now.asOf, height: { value: 160, unit: 'cm' } } }).flags
    expect(tall(89.6)).toEqual([]) // 35 kg/m2 exactly
    expect(tall(89.7)).toEqual([{ code: 'weight-to-review', path: 'weight.height' }])
    expect(
      made({ weight: { actual: kg(70), at: now.asOf, height: { value: 211, unit: 'cm' } } }).flags,
    ).toEqual([{ code: 'reading-unusual', path: 'weight.height' }])
  })

  test('impossible for a living adult is refused, and one worth a second look is flagged', () => {
    expect(outcome(weighing(1.9))).toBe('out-of-bounds')
    expect(outcome(weighing(650.1))).toBe('out-of-bounds')
    expect(made({ ...weighing(200.1), ...perKg(0.2) }).flags.map(({ code }) => code)).toContain(
      'reading-unusual',
    )
    expect(outcome({ ...weighing(70), previous: { weight: kg(0.7) } })).toBe('out-of-bounds')
  })

  test('that is too light for a whole milligram is not rounded up', () => {
    expect(outcome({ ...weighing(9), ...perKg(0.1) })).toBe('rounded-to-nothing')
  })
})

test('R-33: the plan can be worked out again from what it shows', () => {
  const { inputs, dose, drawn, amount, bag, rate, perMinute, duration } = made({
    ...weighing(81.3),
    ...perKg(0.55, 45),
  })
  const input = (name: string) => decimal(inputs.find((one) => one.name === name)?.value.value ?? Number.NaN)
  const exact = mul(decimal(0.55), input('weight.actual'))
  expect(isNearest(dose.exact.value, exact)).toBe(true)
  expect(isNearest(drawn.exact.value, div(decimal(dose.rounded.value), input('vial.concentration')))).toBe(
    true,
  )
  expect(compare(decimal(amount.value), mul(decimal(drawn.rounded.value), input('vial.concentration')))).toBe(
    0,
  )
  expect(isNearest(bag.concentration.value, div(decimal(amount.value), input('bag.volume')))).toBe(true)
  expect(
    isNearest(rate.exact.value, div(mul(input('bag.volume'), decimal(60)), decimal(duration.exact.value))),
  ).toBe(true)
  const minute = div(
    mul(decimal(rate.rounded.value), mul(decimal(amount.value), [1n, 1n])),
    mul(input('bag.volume'), decimal(60)),
  )
  expect(isNearest(perMinute.rounded.value, minute)).toBe(true)
})

test('nothing that is written by hand is taken for something else', () => {
  const bad: readonly [object, string][] = [
    [{ vial: null }, 'wrong-shape'],
    [{ bag: null }, 'wrong-shape'],
    [{ pump: null }, 'wrong-shape'],
    [{ dose: null }, 'wrong-shape'],
    [{ weight: null }, 'wrong-shape'],
    [{ pump: { ...infusion().pump, mode: 'half' } }, 'wrong-shape'],
    [{ pump: { ...infusion().pump, step: { value: 0, unit: 'mL/h' } } }, 'not-above-zero'],
    [{ pump: { ...infusion().pump, syringeStep: { value: 0.1, unit: 'mg' } } }, 'unit-mismatch'],
    [{ vial: { ...infusion().vial, as: 'salt' } }, 'wrong-shape'],
    [{ vial: { ...infusion().vial, volume: mg(20) } }, 'unit-mismatch'],
    [{ dose: { ...infusion().dose, as: undefined } }, 'wrong-shape'],
    [{ phase: 'later' }, 'wrong-shape'],
    [{ confirmed: ['everything'] }, 'wrong-shape'],
    [{ confirmed: 'weight-age' }, 'wrong-shape'],
    [{ previous: null }, 'wrong-shape'],
    [{ previous: { vial: null } }, 'wrong-shape'],
    [{ previous: { vial: { concentration: '10', as: 'base' } } }, 'wrong-shape'],
    [{ previous: { vial: { concentration: { value: 10, unit: 'mg/mL' }, as: 'x' } } }, 'wrong-shape'],
    [{ previous: { weight: kg(70), at: 'then' } }, 'wrong-shape'],
  ]
  for (const [changes, code] of bad) {
    const plan = planInfusion({ ...infusion(), ...changes }, now)
    expect(plan.ok ? 'planned' : plan.error.code, JSON.stringify(changes)).toBe(code)
  }
})

test('a context that is none, and a pack that did not come through the door, are refused', () => {
  const refused = (context: object) => {
    try {
      planInfusion(infusion(), { ...now, ...context })
      return 'answered'
    } catch (thrown) {
      return thrown instanceof Error && 'code' in thrown ? thrown.code : 'another error'
    }
  }
  expect(refused({ content: { ...now.content } })).toBe('not-parsed')
  expect(refused({ policy: { ...now.policy } })).toBe('not-parsed')
  expect(refused({ asOf: '2026-10-05' })).toBe('bad-argument')
  expect(refused({ zone: 'Mars' })).toBe('unknown-zone')
  // @ts-expect-error nothing to plan
  expect(() => planInfusion(undefined, now)).toThrow(expect.objectContaining({ code: 'bad-argument' }))
})
