/** What rules ask of the person’s means to take part: consent, the way home. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'

/** Facts that only a statement can answer. */
export const functionalFacts = (): readonly FactRow[] => [
  {
    id: 'cannot-consent-or-follow',
    label: 'Cannot consent or cannot follow the rules of treatment',
    ask: 'Is the person unable to consent to this treatment, or to follow its rules?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'capacity-max-age',
    means: 'ask',
    sources: [cite('ci-capacity', 'SITRIAL')],
  },
  {
    id: 'no-escort',
    label: 'Nobody to take the person home',
    ask: 'Is there nobody to take the person home today?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'dosing-day-answer-max-age',
    means: 'ask',
    sources: [cite('pre-escort', 'HCP-TRD')],
  },
  {
    id: 'driving-ban-refused',
    label: 'Driving ban refused',
    ask: 'Does the person refuse not to drive until the next day after sleep?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'dosing-day-answer-max-age',
    means: 'ask',
    sources: [cite('pre-no-driving', 'PI19', 'sections 5.8 and 17')],
  },
]
