/** What a visit is asked: times, scales, answers. @module */
import type { FactRow } from '../../kernel/fact.ts'

/** Facts that only a visit answers. */
export const sessionFacts = (): readonly FactRow[] => []
