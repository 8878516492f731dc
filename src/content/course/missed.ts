/** What stands against going on after a missed session, and the facts it asks. @module */
import type { FactRow } from '../../kernel/fact.ts'
import type { UnsignedRule } from '../scope.ts'

/** Rows of both packs. */
export const missedRules = (): readonly UnsignedRule[] => []

/** What only these rows ask. */
export const missedFacts = (): readonly FactRow[] => []
