/** Legal sets, ceilings and guides as rules. @module */
import type { UnsignedRule } from '../scope.ts'

/** Rows alike in both packs. */
export const dosing = (): readonly UnsignedRule[] => []

/** The rows of the United States. */
export const dosingUs = (): readonly UnsignedRule[] => []

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const dosingEu = (): readonly UnsignedRule[] => []
