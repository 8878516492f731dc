/** What exposure and time make due, and the facts it asks. @module */
import type { FactRow } from '../../kernel/fact.ts'
import type { UnsignedRule } from '../scope.ts'

/** Rows of both packs. */
export const exposureRules = (): readonly UnsignedRule[] => []

/** What only these rows ask. */
export const exposureFacts = (): readonly FactRow[] => []
