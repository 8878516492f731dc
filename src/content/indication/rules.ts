/** What stands against a plan because of what it is for. @module */
import type { UnsignedRule } from '../scope.ts'

/** Rows of both packs. */
export const indicationRules = (): readonly UnsignedRule[] => []

/** The US label. */
export const indicationRulesUs = (): readonly UnsignedRule[] => []

/** The EU label. */
export const indicationRulesEu = (): readonly UnsignedRule[] => []
