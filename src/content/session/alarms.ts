/** What a reading in a session means. @module */
import type { UnsignedRule } from '../scope.ts'

/** Rows alike in both packs. */
export const alarms = (): readonly UnsignedRule[] => []
