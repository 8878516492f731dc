/** What an order of a dose is asked. @module */
import type { FactRow } from '../../kernel/fact.ts'

/** Facts that only an order answers. */
export const dosingFacts = (): readonly FactRow[] => []
