/** What stands against a plan because of what it is for. @module */
import type { UnsignedRule } from '../scope.ts'
import { decided, unknownPurpose } from './beyond-tables.ts'
import { offLabel, offLabelEu, offLabelUs } from './off-label.ts'
import { sprayEu } from './spray-eu.ts'
import { sprayUs } from './spray-us.ts'

/** Rows of both packs. */
export const indicationRules = (): readonly UnsignedRule[] => [
  ...offLabel(),
  ...unknownPurpose(),
  ...decided(),
]

/** The rows of the United States. */
export const indicationRulesUs = (): readonly UnsignedRule[] => [...sprayUs(), ...offLabelUs()]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const indicationRulesEu = (): readonly UnsignedRule[] => [...sprayEu(), ...offLabelEu()]
