/** People, plans and orders the tests on doses speak of. @module */
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { PrescribedDose } from '../../src/dosing/dose.schema.ts'
import { Policy } from '../../src/kernel/content.schema.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { baseRecord, merged } from '../content/cases.ts'

export const asOf = '2026-11-22T09:00:00-05:00'
export const nowUs: Context = { content: us, policy: usStartingPolicy, zone: 'America/New_York', asOf }
export const nowEu: Context = { content: eu, policy: euStartingPolicy, zone: 'Europe/Berlin', asOf }

/** The starting policy with some of it changed, through the door. */
export function withPolicy(context: Context, patch: unknown): Context {
  const read = parse(Policy, merged(context.policy, patch))
  if (!read.ok) throw read.error
  return { ...context, policy: read.value as Context['policy'] }
}

/** The base record of the cases with some of it changed: an adult of 42, nothing on any list. */
export function person(patch: unknown = {}): Parsed<Patient> {
  const read = parse(Patient, merged(baseRecord, patch))
  if (!read.ok) throw read.error
  return read.value
}

/** A weight of that day. */
export function weighed(kg: number, at = '2026-11-21'): unknown {
  return { name: 'body-weight', status: 'final', value: { value: kg, unit: 'kg' }, at }
}

/** Somebody of 70 kg. */
export const seventy = person({ observations: [weighed(70)] })

export const resistant = 'treatment-resistant-depression'
export const suicidality = 'major-depressive-disorder-with-acute-suicidality'
export const emergency = 'psychiatric-emergency'
export const spray = { product: 'esketamine-nasal', indication: resistant, setting: 'outpatient' } as const
export const drip = { product: 'ketamine-iv', indication: resistant, setting: 'outpatient' } as const

export function devices(count: number): PrescribedDose {
  return { basis: 'devices', count }
}

type Order<B extends PrescribedDose['basis']> = Extract<PrescribedDose, { basis: B }>

export function perKg(mgPerKg: number, minutes?: number): Order<'per-kg'> {
  return {
    basis: 'per-kg',
    amount: { value: mgPerKg, unit: 'mg/kg' },
    weight: 'actual',
    as: 'base',
    ...(minutes === undefined ? {} : { over: { value: minutes, unit: 'min' } }),
  }
}

export function fixed(mg: number, minutes?: number): Order<'fixed'> {
  return {
    basis: 'fixed',
    amount: { value: mg, unit: 'mg' },
    as: 'base',
    ...(minutes === undefined ? {} : { over: { value: minutes, unit: 'min' } }),
  }
}

/** The first session of a course. */
export const first = { session: 1, given: [] } as const

/** Sessions three or four days apart up to last week, all of one dose. */
export function afterSessions(count: number, dose: { mg?: number; mgPerKg?: number }) {
  const days = ['18', '15', '12', '09', '05', '02'].slice(0, count)
  return {
    session: count + 1,
    given: days.map((day) => ({ at: `2026-11-${day}T15:00:00Z`, ...dose })).reverse(),
  }
}
