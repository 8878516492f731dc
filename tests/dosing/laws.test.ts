/** What holds of every log and every plan, over few of them; the long tests run more. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planInfusion } from '../../src/index.ts'
import { infusion, now } from './grid.ts'
import {
  addingNeverLowers,
  administration,
  everythingIsAccountedFor,
  heavierNeverLess,
  knownLogs,
  logs,
  orderNeverMatters,
  orders,
  roundingNeverCrosses,
} from './laws.ts'

const runs = { numRuns: 400 }

test('law: drawn is delivered, wasted and remaining, exactly', () => {
  fc.assert(fc.property(knownLogs, everythingIsAccountedFor), runs)
})

test('law: totals never fall when an administration is added', () => {
  fc.assert(fc.property(logs, administration, fc.boolean(), addingNeverLowers), runs)
})

test('law: the order in which a log is handed over changes nothing', () => {
  fc.assert(
    fc.property(logs, fc.array(fc.nat(100), { minLength: 1, maxLength: 20 }), orderNeverMatters),
    runs,
  )
})

test('law: a heavier patient is never given less', () => {
  fc.assert(fc.property(orders, heavierNeverLess), runs)
})

test('law: rounding never crosses a limit', () => {
  fc.assert(fc.property(orders, roundingNeverCrosses), runs)
})

test('the orders of the laws lie on both sides of the maxima', () => {
  const outcomes = fc.sample(orders, 500).map(({ dose, weight, over }) => {
    const plan = planInfusion(
      infusion({
        dose: {
          basis: 'per-kg',
          amount: { value: dose, unit: 'mg/kg' },
          weight: 'actual',
          as: 'base',
          over: { value: over, unit: 'min' },
        },
        weight: { actual: { value: weight, unit: 'kg' }, at: now.asOf },
      }),
      now,
    )
    return plan.ok ? 'planned' : plan.error.code
  })
  expect(new Set(outcomes)).toEqual(new Set(['planned', 'over-ceiling']))
})
