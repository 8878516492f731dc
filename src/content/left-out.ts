/** Rows of the clinical reference that are no rule here, each with its reason. @module */

/** A fact that was read and deliberately not made a rule. */
export interface LeftOut {
  readonly fact: string
  readonly why: string
}

/** All of them, by fact id. */
export const leftOut: readonly LeftOut[] = [
]
