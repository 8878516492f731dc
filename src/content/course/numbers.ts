/** The numbers of a course no source fixes: a starting value for each, with its reason. Nobody has signed them. @module */
import type { PolicyNumber } from '../../kernel/content.ts'

/** Starting values, by the name protocols and rules use. */
export const courseNumbers = {
  'session-early': {
    value: 1,
    unit: 'd',
    reason:
      'No source gives a number; a day to either side keeps the order of a week with two or three sessions.',
    proposed: true,
  },
  'session-late': {
    value: 1,
    unit: 'd',
    reason:
      'No source gives a number; a day to either side keeps the order of a week with two or three sessions.',
    proposed: true,
  },
  'session-early-weekly': {
    value: 2,
    unit: 'd',
    reason:
      'No source gives a number; with a session a week or fewer, two days to either side keep the week.',
    proposed: true,
  },
  'session-late-weekly': {
    value: 3,
    unit: 'd',
    reason: 'No source gives a number; a session that is more than half a week late is a missed one.',
    proposed: true,
  },
  'session-early-daily': {
    value: 0,
    unit: 'd',
    reason: 'No source gives a number; with a session every day the day before holds the one before.',
    proposed: true,
  },
  'session-late-daily': {
    value: 2,
    unit: 'd',
    reason: 'No source gives a number; two days let a row of daily sessions pause over a weekend.',
    proposed: true,
  },
  'check-after-session': {
    value: 1,
    unit: 'd',
    reason:
      'No source asks for a check after every session; trials read the effect a day after a dose, near its peak.',
    proposed: true,
  },
  'check-after-session-late': {
    value: 2,
    unit: 'd',
    reason:
      'No source gives a number; two days later the densest schedule has its next session, which asks again.',
    proposed: true,
  },
  'interval-review': {
    value: 28,
    unit: 'd',
    reason:
      'No source says how often; the label judges benefit after four weeks, and its weekly weeks are four as well.',
    proposed: true,
  },
  'min-interval-oral': {
    value: 4320,
    unit: 'min',
    reason:
      'Three days: the gap of a case series by mouth; a trial gave two doses a week, which three days allow.',
    fact: 'dose-oral-titration-example',
    certainty: 'S',
    proposed: true,
  },
  'counts-as-session': {
    value: 50,
    unit: '%',
    reason:
      'No source gives a number; a session in which less than half of the ordered dose was given does not count.',
    proposed: true,
  },
  'review-early': {
    value: 7,
    unit: 'd',
    reason:
      'No source gives a number; a review in the week before it is due has seen nearly all that it is to look at.',
    proposed: true,
  },
  'review-late': {
    value: 7,
    unit: 'd',
    reason: 'No source gives a number; a review that holds nothing back is late once a week has gone by.',
    proposed: true,
  },
  'recent-score': {
    value: 14,
    unit: 'd',
    reason: 'No source gives a number; the window of most depression scales is one or two weeks.',
    proposed: true,
  },
  'open-phase-weeks': {
    value: 12,
    unit: 'wk',
    reason: 'No source gives a number; as far ahead as a clinic books a phase that has no end.',
    proposed: true,
  },
  'labs-repeat': {
    value: 6,
    unit: 'mo',
    reason: 'Sources only advise a periodic check; the shorter end of the 6-12 months seen elsewhere.',
    fact: 'pol-labs-repeat',
    certainty: 'K',
    proposed: true,
  },
  'lasting-check-max-age': {
    value: 6,
    unit: 'mo',
    reason:
      'No source says how often to ask about memory, craving or misuse; as long as liver and urine tests speak.',
    proposed: true,
  },
  'sessions-without-urinary-question': {
    value: 1,
    unit: '{n}',
    reason:
      'The label gives no interval; practice asks at each session, and no source that was seen says so.',
    fact: 'ae-lt-cystitis-monitor-detail',
    certainty: 'K',
    proposed: true,
  },
} as const satisfies Readonly<Record<string, PolicyNumber>>
