/** What a consent has to cover. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { ConsentTopic } from '../../kernel/indication.ts'
import { compounded, ketamine, nasal } from '../scope.ts'

/** Topics of a consent, by what the plan is. They name what is talked about and are no text for a patient. */
export const consentTopics = (): readonly ConsentTopic[] => [
  {
    id: 'purpose-and-reasons',
    label: 'What the treatment is for, and the reasons for it, with the alternatives',
    certainty: 'S',
    sources: [cite('pre-consent', 'CPSBC')],
  },
  {
    id: 'off-label',
    label: 'That no label names this use of the product',
    statuses: ['off-label', 'compounded-unapproved', 'not-authorised'],
    certainty: 'K',
    sources: [recall('pre-consent-content', 'K', 'FDA23'), cite('prod-ketamine-psych-off-label', 'FDA23')],
  },
  {
    id: 'compounded',
    label:
      'That the product is compounded and unapproved; the FDA warns of it, and knew of no evidence that it is safer, works better or works faster than FDA-approved medicines',
    statuses: ['compounded-unapproved', 'not-authorised'],
    products: compounded,
    certainty: 'S',
    sources: [cite('legal-fda-2023-compounded', 'FDA23'), cite('legal-fda-2023-no-benefit', 'FDA23B')],
  },
  {
    id: 'strength-uncertain',
    label: 'That strengths of compounded nasal sprays varied widely, and what a spray delivers was uncertain',
    products: ['ketamine-nasal-compounded'],
    certainty: 'S',
    sources: [cite('legal-fda-2022-strength', 'FDA22L'), cite('legal-fda-2022-nasal', 'FDA22')],
  },
  {
    id: 'acute-effects',
    label: 'Acute effects: sedation, dissociation, a rise of blood pressure, slowed breathing',
    certainty: 'K',
    sources: [recall('pre-consent-content', 'K', 'FDA23')],
  },
  {
    id: 'observation',
    label: 'Observation after each dose, for at least two hours and until the effects have resolved',
    products: nasal,
    certainty: 'S',
    sources: [cite('rems-goal-resolution', 'REMS-FDA')],
  },
  {
    id: 'misuse',
    label: 'Misuse and dependence',
    certainty: 'K',
    sources: [recall('pre-consent-content', 'K', 'FDA23')],
  },
  {
    id: 'bladder-and-liver',
    label: 'Harm to the bladder and the liver with long or frequent use',
    certainty: 'K',
    sources: [recall('pre-consent-content', 'K', 'FDA23')],
  },
  {
    id: 'driving',
    label: 'No driving and no hazardous work until the next day after restful sleep',
    products: nasal,
    certainty: 'S',
    sources: [cite('pre-no-driving', 'PI19', 'sections 5.8 and 17')],
  },
  {
    id: 'driving-ketamine',
    label: 'The driving ban of the site, and that somebody has to take the person home',
    products: ketamine,
    certainty: 'K',
    sources: [recall('pre-consent-content', 'K', 'FDA23')],
  },
  {
    id: 'long-term-data',
    label: 'The limits of what is known over a long time, and that the benefit may fade',
    certainty: 'K',
    sources: [recall('pre-consent-content', 'K', 'FDA23')],
  },
  {
    id: 'suicide-not-prevented',
    label: 'That the spray was not shown to prevent suicide or to lessen suicidal ideation or behaviour',
    products: nasal,
    certainty: 'S',
    sources: [cite('prod-esk-limit-suicide', 'WCM')],
  },
]
