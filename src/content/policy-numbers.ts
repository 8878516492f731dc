/** The numbers no source fixes: a starting value for each, with its reason. Nobody has signed them. @module */
import type { PolicyNumber } from '../kernel/content.ts'

/** Starting values, by the name rules use. */
export const startingNumbers = {
  'attestation-max-age': {
    value: 90,
    unit: 'd',
    reason:
      'No source gives an age for a statement that a list is complete; a quarter keeps it near each phase of a course.',
    proposed: true,
  },
  'pre-eclampsia-entry-max-age': {
    value: 280,
    unit: 'd',
    reason:
      'No source gives a number; a pregnancy lasts about forty weeks, so an older entry tells of an earlier one.',
    fact: 'ci-eclampsia',
    certainty: 'K',
    proposed: true,
  },
  'benzodiazepine-flag': {
    value: 2,
    unit: 'mg',
    reason:
      'Lorazepam equivalent a day: the lower of the two daily amounts above which trials took nobody (2 and 3 mg).',
    fact: 'pol-benzo-flag',
    certainty: 'S',
    proposed: true,
  },
  'benzodiazepine-hold': {
    value: 24,
    unit: 'h',
    reason:
      'Clinics ask for the same day to 24 hours; the longest common value, and only where the prescriber agrees.',
    fact: 'pol-benzo-hold',
    certainty: 'S',
    proposed: true,
  },
  'dosing-day-answer-max-age': {
    value: 12,
    unit: 'h',
    reason: 'No source gives an age for an answer about the dosing day; twelve hours keeps it on that day.',
    proposed: true,
  },
  'maoi-window': {
    value: 14,
    unit: 'd',
    reason: 'An intravenous ketamine trial took nobody who had used an MAO inhibitor within two weeks.',
    fact: 'pol-maoi-window',
    certainty: 'S',
    proposed: true,
  },
  'bp-block-diastolic': {
    value: 100,
    unit: 'mm[Hg]',
    reason:
      'Two trials and a guide give no dose from here on; it leaves room below the pressure that stops a session.',
    fact: 'pol-bp-block',
    certainty: 'S',
    proposed: true,
  },
  'bp-block-systolic': {
    value: 160,
    unit: 'mm[Hg]',
    reason:
      'Two trials and a guide give no dose from here on; it leaves room below the pressure that stops a session.',
    fact: 'pol-bp-block',
    certainty: 'S',
    proposed: true,
  },
  'bp-decision-diastolic': {
    value: 90,
    unit: 'mm[Hg]',
    reason:
      'The number at which the esketamine label prompts a decision, taken over for ketamine, whose label has none.',
    fact: 'pol-bp-decision',
    certainty: 'S',
    proposed: true,
  },
  'bp-decision-systolic': {
    value: 140,
    unit: 'mm[Hg]',
    reason:
      'The number at which the esketamine label prompts a decision, taken over for ketamine, whose label has none.',
    fact: 'pol-bp-decision',
    certainty: 'S',
    proposed: true,
  },
  'bp-decision-systolic-over-65': {
    value: 150,
    unit: 'mm[Hg]',
    reason:
      'Esketamine trials took this number above the age of 65; taken over for ketamine, whose label has none.',
    fact: 'pol-bp-decision',
    certainty: 'S',
    proposed: true,
  },
  'bp-max-age': {
    value: 15,
    unit: 'min',
    reason:
      'Sources ask for a reading of the same day only; worry and posture change blood pressure within minutes.',
    fact: 'pol-bp-max-age',
    certainty: 'K',
    proposed: true,
  },
  'disease-state-max-age': {
    value: 90,
    unit: 'd',
    reason:
      'No source gives an age for a statement on how well a disease is controlled; a quarter keeps it near each phase of a course.',
    proposed: true,
  },
  'intracranial-injury-entry-max-age': {
    value: 180,
    unit: 'd',
    reason:
      'No source gives a number; half a year keeps an injury that may not have healed apart from an old one, which is asked about.',
    proposed: true,
  },
  'screening-pressure-max-age': {
    value: 30,
    unit: 'd',
    reason:
      'No source gives an age for blood pressure at screening; it is taken over from the window of trials for laboratory values.',
    proposed: true,
  },
  'recent-event-answer-max-age': {
    value: 7,
    unit: 'd',
    reason: 'No source gives an age for an answer about the last weeks; a week keeps it near to them.',
    proposed: true,
  },
  'childbearing-age-from': {
    value: 10,
    unit: 'a',
    reason: 'No source gives an age; drawn wide so that nobody who may be pregnant goes unasked.',
    proposed: true,
  },
  'childbearing-age-to': {
    value: 60,
    unit: 'a',
    reason: 'No source gives an age; drawn wide so that nobody who may be pregnant goes unasked.',
    proposed: true,
  },
  'pregnancy-entry-max-age': {
    value: 294,
    unit: 'd',
    reason:
      'No source gives a number; a pregnancy is over after 42 weeks, so an older entry says nothing about today.',
    proposed: true,
  },
  'pregnancy-test-max-age': {
    value: 0,
    unit: 'd',
    reason:
      'A trial tested at screening and again on the dosing day; an answer speaks for the civil day on which it was given.',
    fact: 'pol-pregnancy-max-age',
    certainty: 'S',
    proposed: true,
  },
  'breastfeeding-max-age': {
    value: 28,
    unit: 'd',
    reason:
      'No source gives a number; four weeks are one induction course, after which the answer may have changed.',
    proposed: true,
  },
  'contraception-max-age': {
    value: 28,
    unit: 'd',
    reason: 'The question belongs to each course, and four weeks are one induction course.',
    fact: 'ci-contraception-eu',
    certainty: 'S',
    proposed: true,
  },
  'suicide-risk-max-age': {
    value: 24,
    unit: 'h',
    reason: 'Guidance asks at every encounter; an answer of an earlier day does not speak for this one.',
    fact: 'pre-suicide-every-encounter',
    certainty: 'S',
    proposed: true,
  },
  'capacity-max-age': {
    value: 30,
    unit: 'd',
    reason:
      'No source gives a number; as old as the other answers that open a course, and asked again on the dosing day.',
    proposed: true,
  },
  'liver-class-max-age': {
    value: 6,
    unit: 'mo',
    reason: 'As long as liver tests are taken to speak in a long course: the shorter end of 6 to 12 months.',
    fact: 'pol-labs-repeat',
    certainty: 'K',
    proposed: true,
  },
  'labs-max-age': {
    value: 30,
    unit: 'd',
    reason: 'Trials took laboratory values of the last 21 to 30 days to decide who could start.',
    fact: 'pol-labs-max-age',
    certainty: 'S',
    proposed: true,
  },
} as const satisfies Readonly<Record<string, PolicyNumber>>

/** Starting values that only rules of the European Union, the United Kingdom and Switzerland ask for. */
export const startingNumbersEu = {
  'body-mass-index-max-age': {
    value: 28,
    unit: 'd',
    reason: 'As old as the weight it is made of may be between courses.',
    fact: 'pol-weight-max-age',
    certainty: 'K',
    proposed: true,
  },
} as const satisfies Readonly<Record<string, PolicyNumber>>

/** Whether a limit counts itself, where the source leaves it open. */
export const startingEdges = {
  // Sources stop above 160/100; the stricter reading takes the number itself in.
  'bp-block': 'inclusive',
  // The label speaks of more than 140/90.
  'bp-decision': 'strict',
  // “Within six months” leaves the last day open; the stricter reading takes it in.
  'event-within-trial-window': 'inclusive',
} as const satisfies Readonly<Record<string, 'strict' | 'inclusive'>>

/** Which of several tables is used. */
export const startingChoices = {
  // The column that makes most benzodiazepines count for more diazepam.
  'diazepam-equivalents': 'ashton-2002',
  // The column that makes every benzodiazepine it lists count for more lorazepam, or as much.
  'lorazepam-equivalents': 'va-dod-2021-lorazepam',
} as const satisfies Readonly<Record<string, string>>
