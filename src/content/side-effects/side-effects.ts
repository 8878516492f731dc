/** The catalogue of side effects. @module */
import type { SideEffect } from '../../kernel/content.ts'

/** All rows, alike in both packs. */
export const sideEffects = (): readonly SideEffect[] => []
