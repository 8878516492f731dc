/** What counts as resistance to treatment. @module */
import type { ResistanceDefinition } from '../../kernel/indication.ts'
import type { UnsignedRule } from '../scope.ts'

/** Definitions that are no label’s. */
export const definitions = (): readonly ResistanceDefinition[] => []

/** As the US label words it. */
export const definitionsUs = (): readonly ResistanceDefinition[] => []

/** As the EU label words it. */
export const definitionsEu = (): readonly ResistanceDefinition[] => []

/** What stands against calling depression resistant. */
export const resistance = (): readonly UnsignedRule[] => []
