/** What stands against leaving. @module */
import type { UnsignedRule } from '../scope.ts'

/** Rows alike in both packs. */
export const release = (): readonly UnsignedRule[] => []

/** The rows of the United States. */
export const releaseUs = (): readonly UnsignedRule[] => []

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const releaseEu = (): readonly UnsignedRule[] => []
