/** What rules ask of substances: a use disorder, misuse of ketamine, the state on the day. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { icdRecalled, snomed, snomedRecalled, without } from './codes.ts'
import { dissociativeHarm, dissociativeMisuse, substanceUseDisorders, withdrawals } from './mind-codes.ts'

/** Facts about alcohol and other substances. */
export const substanceUseFacts = (): readonly FactRow[] => [
  {
    id: 'substance-use-disorder',
    label: 'Active substance use disorder, alcohol included',
    ask: 'Is there an active substance use disorder, alcohol included?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      // In remission; the .91 codes exist since October 2022.
      without(icdRecalled('F10 F11 F12 F13 F14 F15 F16 F18 F19'), 'F10.11 F10.21 F10.91 F11.11 F11.21 F11.91 F12.11 F12.21 F12.91 F13.11 F13.21 F13.91 F14.11 F14.21 F14.91 F15.11 F15.21 F15.91 F16.11 F16.21 F16.91 F18.11 F18.21 F18.91 F19.11 F19.21 F19.91'),
      snomedRecalled('66214007'),
      snomed('SYNTHEA', '7200002 5602001'),
      substanceUseDisorders,
    ],
    // An overdose may be an accident, an attempt or the sign of a use disorder.
    confirm: [
      snomed('SYNTHEA', '55680006'),
      withdrawals,
    ],
    means: 'ask',
    sources: [cite('ci-sud-active', 'PI19', 'section 9.2')],
  },
  {
    id: 'ketamine-misuse',
    label: 'Misuse of ketamine or another dissociative, now or in the past',
    ask: 'Has ketamine or another dissociative substance ever been misused?',
    kind: 'condition',
    lists: ['conditions'],
    core: [dissociativeMisuse],
    // No ICD-10-CM code names ketamine: F16 holds all hallucinogens, F19 all other substances, in remission or not.
    confirm: [icdRecalled('F16 F19'), dissociativeHarm],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-ketamine-use-disorder', 'NCTAUD')],
  },
  {
    id: 'intoxication-today',
    label: 'Intoxication today',
    ask: 'Is there intoxication with alcohol or another substance today?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled(`
        F10.12 F10.22 F10.92 F11.12 F11.22 F11.92 F12.12 F12.22 F12.92 F13.12 F13.22 F13.92 F14.12
        F14.22 F14.92 F15.12 F15.22 F15.92 F16.12 F16.22 F16.92 F18.12 F18.22 F18.92 F19.12 F19.22
        F19.92
      `),
      snomedRecalled('25702006'),
    ],
    // A measured blood alcohol of any height.
    confirm: [icdRecalled('Y90')],
    needsStatement: true,
    entryMaxAge: 'dosing-day-answer-max-age',
    statementMaxAge: 'dosing-day-answer-max-age',
    means: 'ask',
    sources: [cite('ci-intoxication', 'SITRIAL')],
  },
  {
    id: 'alcohol-today',
    label: 'Alcohol on the day of the dose',
    ask: 'Was alcohol drunk today?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'dosing-day-answer-max-age',
    means: 'ask',
    sources: [cite('ci-aud-cns', 'PI19', 'section 7.1')],
  },
]
