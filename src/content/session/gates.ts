/** What stands before a dose. @module */
import type { UnsignedRule } from '../scope.ts'

/** Rows alike in both packs. */
export const gates = (): readonly UnsignedRule[] => []

/** The rows of the United States. */
export const gatesUs = (): readonly UnsignedRule[] => []

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const gatesEu = (): readonly UnsignedRule[] => []
