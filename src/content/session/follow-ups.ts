/** What a visit leaves to be done. @module */
import type { FollowUp } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import { amount } from '../../kernel/rule.ts'
import { compounded, firstDay, injection, nasal } from '../scope.ts'

/** The United States. */
export const followUpsUs = (): readonly FollowUp[] => [
  {
    id: 'rems-monitoring-form',
    label: 'Patient monitoring form of the REMS',
    kind: 'form',
    products: nasal,
    jurisdictions: ['us'],
    settings: ['outpatient'], // hospitals are exempt from the form, and report adverse events all the same
    effective: { from: firstDay },
    dueWithin: amount(7, 'd'), // the forms say seven days, and no word of working days
    certainty: 'S',
    sources: [
      cite('rems-outpatient-form', 'PMF'),
      cite('rems-outpatient-form', 'REMS-OUT'),
      cite('rems-inpatient-exempt', 'REMS-IN'),
    ],
  },
]

/** Rows alike in both packs. Advice is handed over on the day; driving is a matter of sleep, never of hours alone. */
export const followUps = (): readonly FollowUp[] => [
  {
    id: 'no-driving',
    label: 'Advice: no driving and nothing dangerous until the next day, after a restful sleep',
    kind: 'advice',
    products: [...nasal, ...compounded],
    jurisdictions: ['us', 'eu'],
    effective: { from: firstDay },
    dueWithin: amount(0, 'd'),
    certainty: 'S',
    sources: [
      cite('pre-no-driving', 'PI19', 'sections 5.8 and 17'),
      cite('dc-advice', 'PI19', 'section 17'),
      cite('conf-driving', 'PI19', 'section 5.8'),
    ],
  },
  {
    id: 'no-driving-injection',
    label:
      'Advice: no driving and nothing dangerous until the next day, after a restful sleep, and not within a day of the injection',
    kind: 'advice',
    products: injection,
    jurisdictions: ['us', 'eu'],
    effective: { from: firstDay },
    dueWithin: amount(0, 'd'),
    certainty: 'S',
    sources: [
      cite('pol-no-driving', 'NERVAN'),
      cite('dc-driving-site', 'NULIFE'),
      cite('conf-driving', 'NERVAN'),
      recall('dc-ket-24h', 'K'),
      cite('dc-driving-ket-sim', 'HAYLEY'),
    ],
  },
]
