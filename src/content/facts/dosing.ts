/** What an order of a dose is asked. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { icdRecalled } from './codes.ts'

/** A number worked out from the order and what was given before: no record of the patient holds it. */
/* @__NO_SIDE_EFFECTS__ */
function ordered(id: string, label: string, unit: string, ask: string): FactRow {
  return { id, label, ask, kind: 'measurement', lists: ['observations'], unit, means: 'ask' }
}

/** Facts that only an order, and what was given before it, answer. */
export const dosingFacts = (): readonly FactRow[] => [
  ordered('ordered-dose', 'Ordered dose', 'mg', 'How many milligrams are ordered?'),
  ordered(
    'ordered-dose-by-weight',
    'Ordered dose by body weight',
    'mg/kg',
    'How many milligrams for each kilogram are ordered? A body weight that is recent enough answers it.',
  ),
  ordered(
    'ordered-rate-by-weight',
    'Ordered rate by body weight',
    'mg/kg/h',
    'Over how long is the dose given, and what is the body weight?',
  ),
  ordered(
    'ordered-bolus-by-weight',
    'Dose ordered to be given at once, by body weight',
    'mg/kg',
    'Is the dose given at once or over a time, and what is the body weight?',
  ),
  ordered('ordered-duration', 'Time over which the dose is ordered', 'min', 'Over how long is the dose given?'),
  ordered(
    'day-total',
    'Dose of the civil day, the order included',
    'mg',
    'What was given earlier on this day?',
  ),
  ordered(
    'sessions-at-dose',
    'Sessions in a row at the last dose',
    '{n}',
    'How many sessions in a row were given at the last dose?',
  ),
  ordered(
    'dose-change',
    'Change from the last dose',
    'mg',
    'What was given in the last session of the course?',
  ),
  ordered(
    'dose-change-by-weight',
    'Change from the last dose, by body weight',
    'mg/kg',
    'What was given in the last session of the course, and what is the body weight?',
  ),
  ordered(
    'time-since-last-dose',
    'Time since the last dose',
    'min',
    'When was the last dose of the course given?',
  ),
  {
    id: 'dosed-before',
    label: 'An earlier dose in this course',
    ask: 'Was a dose given earlier in this course?',
    kind: 'statement',
    lists: [],
    means: 'ask',
  },
  {
    id: 'dosed-today',
    label: 'An earlier dose on this civil day',
    ask: 'Was a dose given earlier on this day?',
    kind: 'statement',
    lists: [],
    means: 'ask',
    sources: [recall('dose-esk-one-per-day', 'K', 'PI19', 'sections 2.3 and 2.4')],
  },
  {
    id: 'history-in-conflict',
    label: 'A history that contradicts the number of this session',
    ask: 'Were more sessions given before this one than its number leaves room for?',
    kind: 'statement',
    lists: [],
    means: 'ask',
  },
  {
    id: 'labelled-scheme',
    label: 'An indication for which the label sets doses',
    ask: 'For which indication is the dose ordered, and does the label set doses for it?',
    kind: 'statement',
    lists: [],
    favourable: true,
    means: 'decide',
  },
  {
    id: 'ordered-on-actual-weight',
    label: 'A dose counted on actual body weight',
    ask: 'Is the dose counted on actual body weight?',
    kind: 'statement',
    lists: [],
    means: 'ask',
    sources: [cite('dose-weight-basis-trials', 'BMILET')],
  },
  {
    id: 'weight-in-doubt',
    label: 'A body weight that changed more than bodies do, not confirmed',
    ask: 'Is the last body weight right? It differs from the one before by more than bodies change, or by a factor between kilograms and pounds.',
    kind: 'statement',
    lists: [],
    means: 'measure',
  },
  {
    id: 'last-dose-not-tolerated',
    label: 'The last dose was not tolerated',
    ask: 'Was the last dose not tolerated?',
    kind: 'statement',
    lists: [],
    means: 'ask',
    sources: [cite('dose-esk-adjust-basis', 'PI19', 'section 2.2')],
  },
  {
    id: 'response-word',
    label: 'Response to the course so far',
    ask: 'How did the person respond since the last dose, by which definition?',
    kind: 'statement',
    lists: [],
    grades: ['no-response', 'partial-response', 'response', 'remission'],
    means: 'measure',
    sources: [cite('resp-definition-response', 'ELEKT')],
  },
  {
    id: 'renal-dialysis',
    label: 'Renal dialysis',
    ask: 'Is the person on dialysis?',
    kind: 'condition',
    lists: ['conditions'],
    core: [icdRecalled('Z99.2')],
    // End-stage disease and a visit for dialysis do not say that it goes on.
    confirm: [icdRecalled('N18.6 Z49')],
    means: 'ask',
    lasting: true,
    sources: [cite('dose-esk-renal', 'JNJ-RENAL')],
  },
]
