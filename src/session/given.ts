/** What the log says was given. @module */
import {
  type AdministrationEvent,
  type Delivered,
  deliveredDose,
  deliveredUnknown,
  isAdministration,
} from '../dosing/delivered.ts'
import type { Instant } from '../kernel/time.ts'
import type { Entry } from './state.ts'

/** What was given, and the entries whose amounts count another salt than the rest. */
export interface Given {
  readonly delivered: Delivered
  readonly mixed: readonly string[]
}

/** What entries give, up to a moment. Where base and hydrochloride are mixed, no sum is made: nothing bounds it. */
export function givenIn(entries: readonly Entry[], asOf: Instant): Given {
  const administrations: AdministrationEvent[] = []
  for (let place = 0; place < entries.length; place += 1) {
    const entry = entries[place]
    if (entry === undefined) continue
    const { id, at, what, original } = entry
    if (isAdministration(what)) administrations.push({ id, at, what, original })
  }
  const delivered = deliveredDose(administrations, { asOf })
  if (delivered.ok) return { delivered: delivered.value, mixed: [] }
  return { delivered: deliveredUnknown, mixed: delivered.error.events }
}
