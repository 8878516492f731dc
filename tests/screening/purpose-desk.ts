/** What the tests of a purpose share: people, plans and clinics. @module */
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { Policy } from '../../src/kernel/content.schema.ts'
import type { Context, Policy as PolicyRow } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { type Draft, forResistance, settledRecord } from './arbitrary.ts'

export const asOf = '2026-11-22T09:00:00-05:00'
const zone = 'America/New_York'
export const now: Context = { content: us, policy: usStartingPolicy, zone, asOf }
export const nowEu: Context = { ...now, content: eu, policy: euStartingPolicy }

export const resistant = 'treatment-resistant-depression'
export const suicidality = 'major-depressive-disorder-with-acute-suicidality'

/** Somebody whom nothing stands against, with depression that two medicines did not help, one of them taken still. */
export const resistantPerson: Draft = forResistance(asOf, settledRecord)

export const spray = { product: 'esketamine-nasal', indication: resistant } as const

/** The decision and the consent, as a clinician states them. */
export const bothDecided = (['off-label-decision', 'off-label-consent'] as const).map((fact) => ({
  fact,
  truth: 'yes' as const,
  at: '2026-11-20T10:00:00-05:00',
  by: 'clinician' as const,
}))

/** A starting policy with something else in it. */
export function policyWith(change: Partial<PolicyRow>): Parsed<PolicyRow> {
  const policy = parse(Policy, { ...usStartingPolicy, ...change })
  if (!policy.ok) throw policy.error
  return policy.value
}

/** Code and path of what a call refuses. */
export function refusalOf(call: () => unknown): string {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof Refusal) return `${thrown.code} ${thrown.path}`
  }
  return 'no refusal'
}
