/** What should be known before a first session. @module */
import type { UnsignedRule } from '../scope.ts'

/** One row an item; each says that the item is not on record, or too old. */
export const workup = (): readonly UnsignedRule[] => []
