/**
 * What must not compile. Each line below an expected error is read by the type check; here it is also run, because a
 * caller without types makes the same mistakes.
 */
import { expect, test } from 'vitest'
import { us, usStartingPolicy } from '../src/entries/content.ts'
import { Patient, parse } from '../src/entries/schemas.ts'
import { convert, kg, mg, mgPerKg, minutes, plus, screen, times } from '../src/index.ts'

const now = {
  content: us,
  policy: usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-11-22T09:00:00-05:00',
}
const plan = { product: 'esketamine-nasal' }
const written = { format: 'ketamine-treatment/patient/1', record: 'active' } as const

function patient() {
  const result = parse(Patient, written)
  if (!result.ok) throw result.error
  return result.value
}

const refusedWith = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const mismatch = { ok: false, error: { code: 'unit-mismatch' } }

test('a bare number is no quantity', () => {
  // @ts-expect-error a number without its unit
  expect(plus(70, kg(1))).toEqual(mismatch)
  // @ts-expect-error a quantity without its unit
  expect(plus({ value: 70 }, kg(1))).toEqual(mismatch)
})

test('milligrams are not kilograms, milligrams for each kilogram or minutes', () => {
  // @ts-expect-error two units that mean different things
  expect(plus(mg(36), kg(70))).toEqual(mismatch)
  // @ts-expect-error a dose by weight is no dose
  expect(plus(mg(36), mgPerKg(0.5))).toEqual(mismatch)
  // @ts-expect-error a weight does not multiply with a time
  expect(times(kg(70), minutes(40))).toEqual(mismatch)
  // @ts-expect-error a dose by weight is multiplied with a weight, not with a dose
  expect(times(mgPerKg(0.5), mg(70))).toEqual(mismatch)
  // @ts-expect-error no listed unit
  expect(convert(kg(70), 'kgs')).toEqual(mismatch)
  expect(times(mgPerKg(0.5), kg(70))).toEqual({ ok: true, value: { value: 35, unit: 'mg' } })
})

test('a record that did not come through the door is refused', () => {
  // @ts-expect-error written, not parsed
  expect(() => screen({ patient: written, plan }, now)).toThrow(refusedWith('not-parsed'))
  // A copy looks parsed to the compiler and is not: the mark does not come along.
  expect(() => screen({ patient: patient(), plan }, { ...now, policy: { ...usStartingPolicy } })).toThrow(
    refusedWith('not-parsed'),
  )
  expect(() => screen({ patient: patient(), plan }, { ...now, content: { ...us } })).toThrow(
    refusedWith('not-parsed'),
  )
})

test('a context says when and where, and a plan says what', () => {
  const { asOf: _asOf, ...timeless } = now
  // @ts-expect-error a context without `asOf`
  expect(() => screen({ patient: patient(), plan }, timeless)).toThrow(refusedWith('bad-argument'))
  const { zone: _zone, ...placeless } = now
  // @ts-expect-error a context without a zone
  expect(() => screen({ patient: patient(), plan }, placeless)).toThrow(refusedWith('unknown-zone'))
  // @ts-expect-error a plan without a product
  expect(() => screen({ patient: patient(), plan: {} }, now)).toThrow(refusedWith('bad-argument'))
  // @ts-expect-error no context at all
  expect(() => screen({ patient: patient(), plan })).toThrow(refusedWith('bad-argument'))
  expect(screen({ patient: patient(), plan }, now).verdict).toBe('indeterminate')
})

test('a result is read only', () => {
  const decision = screen({ patient: patient(), plan }, now)
  expect(() => {
    // @ts-expect-error a decision is signed off as it is
    decision.verdict = 'no-finding'
  }).toThrow(TypeError)
})
