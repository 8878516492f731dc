/** The numbers of indication and work-up no source fixes: a starting value for each, with its reason. Nobody has signed them. @module */
import type { PolicyNumber } from '../../kernel/content.ts'

/** Starting values, by the name rules use. */
export const indicationNumbers = {
  'off-label-record-max-age': {
    value: 180,
    unit: 'd',
    reason:
      'No source gives an age for a decision, or a consent, to treat outside a label; half a year takes in an induction course and asks again early in maintenance.',
    proposed: true,
  },
  'acute-course-max-age': {
    value: 28,
    unit: 'd',
    reason: 'The labelled schemes for acute suicidality and for an emergency last four weeks.',
    fact: 'prod-esk-eu-emergency',
    certainty: 'S',
    proposed: true,
  },
  'workup-max-age': {
    value: 30,
    unit: 'd',
    reason: 'Trials checked who could take part within 21 to 30 days before the first session.',
    fact: 'pre-lab-window',
    certainty: 'S',
    proposed: true,
  },
  'urine-drug-screen-max-age': {
    value: 30,
    unit: 'd',
    reason: 'No source gives a number; as old as the laboratory values of a baseline may be.',
    fact: 'pol-uds-max-age',
    certainty: 'K',
    proposed: true,
  },
  'body-height-max-age': {
    value: 5,
    unit: 'a',
    reason: 'No source gives a number; the height of an adult changes little in a few years.',
    proposed: true,
  },
} as const satisfies Readonly<Record<string, PolicyNumber>>

/** Which of several definitions is used. */
export const indicationChoices = {
  // The definition of the consensus, where no label of the plan has one of its own: two trials of four weeks.
  'resistance-definition': 'consensus',
} as const satisfies Readonly<Record<string, string>>
