/** What rules ask of the mind: psychosis, mood, dissociation, danger to oneself. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { icdRecalled, snomed, snomedRecalled, without } from './codes.ts'
import {
  bipolarDepressions,
  bipolarManias,
  bipolarPsychoses,
  bipolarWithoutPhase,
  psychoses,
  psychosesInRemission,
  recentManias,
  substancePsychoses,
  unstablePersonalities,
} from './mind-codes.ts'

/** Facts of the mental state and its history. */
export const psychiatricFacts = (): readonly FactRow[] => [
  {
    id: 'psychosis-current',
    label: 'Psychosis now',
    ask: 'Does the mental state show psychosis now?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      // Codes of the present episode, with psychotic features or brought on by a substance or a disease.
      icdRecalled(`
        F30.2 F31.2 F31.5 F31.64 F32.3 F33.3 F53.1 F06.0 F06.2 F10.15 F10.25 F10.95 F11.15 F11.25
        F11.95 F12.15 F12.25 F12.95 F13.15 F13.25 F13.95 F14.15 F14.25 F14.95 F15.15 F15.25 F15.95
        F16.15 F16.25 F16.95 F18.15 F18.25 F18.95 F19.15 F19.25 F19.95
      `),
    ],
    // A disorder on the list may be in full remission: its code alone is no present psychosis. Not F21.
    confirm: [
      icdRecalled('F20 F22 F23 F24 F25 F28 F29'),
      snomed('CODES', '69322001 58214004'),
      psychoses,
      substancePsychoses,
      bipolarPsychoses,
    ],
    means: 'ask',
    sources: [cite('ci-psychosis-active', 'PI19', 'section 5.2')],
  },
  {
    id: 'psychotic-disorder',
    label: 'Psychosis at any time',
    ask: 'Has there ever been a psychosis?',
    kind: 'condition',
    lists: ['conditions'],
    includes: ['psychosis-current'],
    core: [
      icdRecalled('F20 F22 F23 F24 F25 F28 F29'),
      snomed('CODES', '69322001 58214004'),
      psychoses,
      psychosesInRemission,
      substancePsychoses,
      bipolarPsychoses,
    ],
    // Z86.59 stands for any past mental disorder.
    confirm: [icdRecalled('Z86.59')],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-psychosis-history', 'PI19', 'section 5.2')],
  },
  {
    id: 'mania-current',
    label: 'Mania, hypomania or a mixed state now',
    ask: 'Does the mental state show mania, hypomania or a mixed state now?',
    kind: 'condition',
    lists: ['conditions'],
    // Not the SNOMED CT concept of bipolar disorder: it would defer everyone who has it, in every phase.
    core: [
      without(icdRecalled('F30 F31.0 F31.1 F31.2 F31.6'), 'F30.3 F30.4'),
      snomed('CODES', '231494001 68569003'),
      bipolarManias,
    ],
    confirm: [recentManias],
    means: 'ask',
    sources: [cite('ci-mania-current', 'SITRIAL')],
  },
  {
    id: 'bipolar-depression',
    label: 'Bipolar depression',
    ask: 'Is the depression part of a bipolar disorder?',
    kind: 'condition',
    lists: ['conditions'],
    core: [icdRecalled('F31.3 F31.4 F31.5 F31.81'), bipolarDepressions],
    confirm: [
      icdRecalled('F31.9'),
      snomed('CODES', '13746004'),
      bipolarWithoutPhase,
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-bipolar-depression', 'BIPWIL')],
  },
  {
    id: 'severe-personality-disorder',
    label: 'Severe personality disorder as the main diagnosis',
    ask: 'Is a severe personality disorder the main diagnosis?',
    kind: 'condition',
    lists: ['conditions'],
    // The codes say neither how severe it is nor that it is the main diagnosis.
    confirm: [
      icdRecalled('F60'),
      snomedRecalled('33449004'),
      unstablePersonalities,
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-personality-disorder', 'OKTRIAL')],
  },
  {
    id: 'dissociative-disorder',
    label: 'Dissociative disorder',
    ask: 'Is there a dissociative disorder?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('F44 F48.1'),
      snomed('CODES', '44376007'),
    ],
    means: 'ask',
  },
  {
    id: 'suicide-risk-needs-admission',
    label: 'Imminent suicide risk that needs admission',
    ask: 'Is there an imminent suicide risk that needs admission to hospital, as assessed today?',
    kind: 'condition',
    lists: ['conditions'],
    // A code of suicidal thoughts is a reason to assess; no list can say that there is no risk today.
    confirm: [
      icdRecalled('R45.851 T14.91'),
      snomedRecalled('6471006'),
    ],
    needsStatement: true,
    statementMaxAge: 'suicide-risk-max-age',
    means: 'ask',
    sources: [cite('pre-suicide-every-encounter', 'ZEROS')],
  },
]
