/** What findings about a course ask a professional to consider, in English, by code. @module */
import type { Actions } from '../actions.ts'

/** What only rows of a course ask. The words inform a professional and order nothing. */
export const courseActions = {} as const satisfies Actions
