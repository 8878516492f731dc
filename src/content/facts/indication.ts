/** What rows about the purpose of a treatment ask. @module */
import type { FactRow } from '../../kernel/fact.ts'

/** Facts of indication, resistance and the work-up before a first session. */
export const indicationFacts = (): readonly FactRow[] => []
