/** What the rows of the interactions share. @module */

/** Medicines change between sessions, so they are asked at screening and again on the day. */
export const everyVisit = ['screening', 'session'] as const

/** The revision of the US ketamine injection label that was seen. */
export const injectionLabel = '2024-10-01'

/** The last day before that revision. */
export const beforeInjectionLabel = '2024-09-30'
