/** The numbers no source fixes: a starting value for each, with its reason. Nobody has signed them. @module */
import type { PolicyNumber } from '../kernel/content.ts'

/** Starting values, by the name rules use. */
export const startingNumbers = {
  'attestation-max-age': {
    value: 90,
    unit: 'd',
    reason: 'No source gives an age for a statement that a list is complete; a quarter keeps it near each phase of a course.',
    proposed: true,
  },
  'pre-eclampsia-entry-max-age': {
    value: 280,
    unit: 'd',
    reason: 'No source gives a number; a pregnancy lasts about forty weeks, so an older entry tells of an earlier one.',
    fact: 'ci-eclampsia',
    certainty: 'K',
    proposed: true,
  },
} as const satisfies Readonly<Record<string, PolicyNumber>>

/** Whether a limit counts itself, where the source leaves it open. */
export const startingEdges = {} as const satisfies Readonly<Record<string, 'strict' | 'inclusive'>>

/** Which of several tables is used. */
export const startingChoices = {} as const satisfies Readonly<Record<string, string>>
