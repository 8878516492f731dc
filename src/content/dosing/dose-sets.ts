/** The doses labels allow, by place in the course, age and indication. @module */
import type { DoseSet } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'

const nasal = { product: 'esketamine-nasal' } as const

/** Depression that did not respond to two antidepressants. */
export const resistant = 'treatment-resistant-depression'

/** Symptoms of depression with acute suicidal ideation or behaviour, as the US label words it. */
export const suicidality = 'major-depressive-disorder-with-acute-suicidality'

/** A psychiatric emergency in an episode of depression, as the EU label words it. */
export const emergency = 'psychiatric-emergency'

/**
 * The first day on which the EU label surely names an emergency.
 *
 * The month of the change, February 2021, is known and not the day: the old text stands to the last day it can have stood.
 */
export const sinceEmergency = '2021-03-01'

const trdUs = { ...nasal, jurisdiction: 'us', indication: resistant, certainty: 'S' } as const
const sinceTrdUs = { effective: { from: '2019-03-05' } } as const

/** The United States. */
export const doseSetsUs = (): readonly DoseSet[] => [
  {
    ...trdUs,
    ...sinceTrdUs,
    id: 'us-trd-first',
    sessions: { from: 1, to: 1 },
    doses: [56],
    sources: [
      cite('dose-esk-trd-day1', 'PI19', 'section 2.2'),
      cite('dose-esk-trd-day1', 'HCP-TRD20'),
      cite('dose-esk-device-count', 'SMPC-HKI'),
    ],
  },
  {
    ...trdUs,
    ...sinceTrdUs,
    id: 'us-trd-induction',
    sessions: { from: 2, to: 8 },
    doses: [56, 84],
    sources: [
      cite('dose-esk-trd-induction', 'PI19', 'section 2.2'),
      cite('dose-esk-trd-induction', 'ONA'),
      cite('dose-esk-28-not-us-adult', 'PI19', 'section 2.2'),
    ],
  },
  {
    ...trdUs,
    ...sinceTrdUs,
    id: 'us-trd-maintenance',
    sessions: { from: 9 },
    doses: [56, 84],
    sources: [
      cite('dose-esk-trd-maint-5-8', 'PI19', 'section 2.2'),
      cite('dose-esk-trd-maint-9', 'PI19', 'section 2.2'),
      cite('dose-esk-28-not-us-adult', 'PI19', 'section 2.2'),
    ],
  },
  {
    ...nasal,
    id: 'us-suicidality',
    jurisdiction: 'us',
    indication: suicidality,
    sessions: { from: 1, to: 8 },
    // 84 mg; 56 mg where 84 is not tolerated, which a row of its own asks about.
    doses: [56, 84],
    // The month is known and not the day: the reference takes the last day of it.
    effective: { from: '2020-07-31' },
    certainty: 'S',
    sources: [
      cite('dose-esk-mdsi', 'ONA'),
      cite('dose-esk-mdsi', 'HCP-MDSI'),
      cite('legal-label-us-2020', 'PI20'),
    ],
  },
]

const trdEu = { ...nasal, jurisdiction: 'eu', indication: resistant } as const
const sinceTrdEu = { effective: { from: '2019-12-18' } } as const

/** The European Union; the texts of the United Kingdom that were seen say the same. */
export const doseSetsEu = (): readonly DoseSet[] => [
  {
    ...trdEu,
    ...sinceTrdEu,
    id: 'eu-trd-first',
    sessions: { from: 1, to: 1 },
    age: { to: 64 },
    doses: [56],
    // The numbers under 65 were seen in the US label; of the EU text only what differs at 65 and over was.
    certainty: 'K',
    sources: [recall('dose-esk-trd-day1', 'K', 'SMPC-UK')],
  },
  {
    ...trdEu,
    ...sinceTrdEu,
    id: 'eu-trd-later',
    sessions: { from: 2 },
    age: { to: 64 },
    doses: [56, 84],
    certainty: 'K',
    sources: [
      recall('dose-esk-trd-induction', 'K', 'SMPC-UK'),
      recall('dose-esk-trd-maint-5-8', 'K', 'SMPC-UK'),
      recall('dose-esk-trd-maint-9', 'K', 'SMPC-UK'),
    ],
  },
  {
    ...trdEu,
    ...sinceTrdEu,
    id: 'eu-trd-65-first',
    sessions: { from: 1, to: 1 },
    age: { from: 65 },
    doses: [28],
    certainty: 'S',
    sources: [cite('dose-esk-eu-65-start', 'SMPC-UK'), cite('dose-esk-eu-65-start', 'SMPC-HKD')],
  },
  {
    ...trdEu,
    ...sinceTrdEu,
    id: 'eu-trd-65-later',
    sessions: { from: 2 },
    age: { from: 65 },
    doses: [28, 56, 84],
    certainty: 'S',
    sources: [cite('dose-esk-eu-65-start', 'SMPC-HKD'), cite('dose-esk-eu-65-maint', 'SMPC-UK')],
  },
  {
    ...nasal,
    id: 'eu-emergency',
    seenInPart: true,
    jurisdiction: 'eu',
    indication: emergency,
    sessions: { from: 1, to: 8 },
    age: { to: 64 },
    doses: [84],
    effective: { from: sinceEmergency },
    certainty: 'S',
    sources: [cite('dose-esk-eu-emergency-65', 'SMPC-HKD'), cite('legal-label-eu-2021', 'SMPC-HKD')],
  },
]
