/** What a consent has to cover. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { ConsentTopic } from '../../kernel/indication.ts'
import { compounded, ketamine, nasal } from '../scope.ts'

/**
 * Topics of a consent, by what the plan is. They name what is talked about and are no text for a patient.
 *
 * What rests on an authority of one country stands with that country, and its label names the authority.
 */
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
    id: 'acute-effects',
    label: 'Acute effects: sedation, dissociation, a rise of blood pressure, slowed breathing',
    certainty: 'K',
    sources: [recall('pre-consent-content', 'K', 'FDA23')],
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
]

const unitedStates = ['us'] as const

/** Topics that rest on US labels, the REMS or the FDA. */
export const consentTopicsUs = (): readonly ConsentTopic[] => [
  {
    id: 'compounded',
    label:
      'That the product is compounded, and that the FDA has approved no ketamine for a psychiatric disorder',
    statuses: ['compounded-unapproved', 'not-authorised'],
    products: compounded,
    jurisdictions: unitedStates,
    certainty: 'S',
    sources: [cite('prod-ketamine-psych-off-label', 'FDA23')],
  },
  {
    id: 'compounded-warning',
    label:
      'That the FDA warned in October 2023 of compounded ketamine for psychiatric use, and knew of no evidence that it is safer, works better or works faster than FDA-approved medicines',
    statuses: ['compounded-unapproved', 'not-authorised'],
    products: compounded,
    jurisdictions: unitedStates,
    effective: { from: '2023-10-10' },
    certainty: 'S',
    sources: [cite('legal-fda-2023-compounded', 'FDA23'), cite('legal-fda-2023-no-benefit', 'FDA23B')],
  },
  {
    id: 'strength-uncertain',
    label:
      'That the FDA warned in February 2022 of compounded nasal sprays: strengths varied widely, and what a spray delivers was uncertain',
    products: ['ketamine-nasal-compounded'],
    jurisdictions: unitedStates,
    effective: { from: '2022-02-16' },
    certainty: 'S',
    sources: [cite('legal-fda-2022-strength', 'FDA22L'), cite('legal-fda-2022-nasal', 'FDA22')],
  },
  {
    id: 'observation',
    label:
      'Observation after each dose, for at least two hours and until the effects have resolved (REMS of the FDA)',
    products: nasal,
    jurisdictions: unitedStates,
    certainty: 'S',
    sources: [cite('rems-goal-resolution', 'REMS-FDA')],
  },
  {
    id: 'driving',
    label: 'No driving and no hazardous work until the next day after restful sleep (US label)',
    products: nasal,
    jurisdictions: unitedStates,
    certainty: 'S',
    sources: [cite('pre-no-driving', 'PI19', 'sections 5.8 and 17')],
  },
  {
    id: 'suicide-not-prevented',
    label:
      'That the spray was not shown to prevent suicide or to lessen suicidal ideation or behaviour (US label)',
    products: nasal,
    jurisdictions: unitedStates,
    // In the text of the month in which acute suicidality was added, as the row of the limit is.
    effective: { from: '2020-07-31' },
    certainty: 'S',
    sources: [cite('prod-esk-limit-suicide', 'PI20'), cite('prod-esk-limit-suicide', 'WCM')],
  },
]

const union = ['eu'] as const

/** Topics of sites in Europe, where what the European texts say of them was not seen. */
export const consentTopicsEu = (): readonly ConsentTopic[] => [
  {
    id: 'compounded-eu',
    label: 'That the product is compounded, and that no text of a European regulator was seen that names it',
    products: compounded,
    jurisdictions: union,
    certainty: 'K',
    sources: [recall('prod-ketamine-off-label-routes', 'K', 'ANDR-4')],
  },
  {
    id: 'observation-eu',
    label:
      'Observation after each dose until the effects have resolved, as long as the site sets it (no number of a European text was seen)',
    products: nasal,
    jurisdictions: union,
    certainty: 'K',
    sources: [recall('conf-monitoring-time', 'K', 'PI19')],
  },
  {
    id: 'driving-eu',
    label:
      'The driving ban of the site (the US label: until the next day after restful sleep; what the European label says was not seen)',
    products: nasal,
    jurisdictions: union,
    certainty: 'K',
    sources: [recall('pre-no-driving', 'K', 'PI19', 'sections 5.8 and 17')],
  },
  {
    id: 'suicidality-not-improved',
    label: 'That in trials of the spray suicidality did not improve beyond placebo',
    products: nasal,
    jurisdictions: union,
    certainty: 'S',
    sources: [cite('ind-mdsi', 'HCP-MDSI'), cite('ind-mdsi', 'WCM')],
  },
]
