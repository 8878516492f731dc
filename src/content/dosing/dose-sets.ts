/** The doses labels allow, by place in the course, age and indication. @module */
import type { DoseSet } from '../../kernel/content.ts'

/** The United States. */
export const doseSetsUs = (): readonly DoseSet[] => []

/** The European Union, the United Kingdom and Switzerland. */
export const doseSetsEu = (): readonly DoseSet[] => []
