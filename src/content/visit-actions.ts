/** What findings of a visit ask a professional to consider, in English, by code. @module */
import type { Actions } from './actions.ts'

/** What only the rules of a visit ask. The words inform a professional and order nothing. */
export const visitActions = {
  'ask-last-meal': ['ask', 'Ask when the person last ate and drank, and what.'],
  'ask-stay-until': ['ask', 'Ask a clinician until when the person is to stay, and record it.'],
  'ask-side-effects': ['ask', 'Ask about side effects, and see whether those seen before are gone.'],
  'ask-stop-or-slow': [
    'ask',
    'Ask the clinician in charge whether to stop or slow the drug: sites do at this reading.',
  ],
  'review-earlier-matter': ['ask', 'Have a clinician review what the earlier session left open.'],
  'review-screening': ['ask', 'Screen again, or have the prescriber review what the screening found.'],
  'review-medicines': ['ask', 'Review the current medicines, with those bought without prescription.'],
  'measure-vital-signs': ['measure', 'Measure the vital signs at rest, and again after a rest.'],
  'measure-weight': ['measure', 'Measure body weight before a dose is worked out from it.'],
  'recheck-in-5-min': ['measure', 'Measure again in 5 minutes.'],
  'recheck-before-leaving': ['measure', 'Check again after a while, before the person leaves.'],
  'assess-mental-state': ['document', 'Assess the mental state and document it.'],
  'check-airway': ['monitor', 'Check airway, breathing and oxygen by the plan of the site.'],
  'keep-observing': ['wait-until', 'Keep the person under observation until this has passed.'],
  'wait-until-fasted': ['wait-until', 'Wait until enough time has passed since food or drink.'],
  'seek-pressure-help': ['refer', 'Seek help at once from a clinician experienced in blood-pressure care.'],
  'seek-emergency-care': ['refer', 'Seek emergency care at once, by the emergency plan of the site.'],
  'plan-suicide-care': [
    'refer',
    'Plan further evaluation, a plan for crises, and a referral to outpatient care.',
  ],
  'watch-suicide-risk': [
    'monitor',
    'Keep the person accompanied, with precautions, until a mental-health professional has assessed the risk.',
  ],
  'document-consent': ['document', 'Document the consent before the dose.'],
  'document-rems': ['document', 'Verify what the REMS asks for, and document it.'],
  'document-staff': ['document', 'Document who is on site and who stays with the person.'],
  'document-equipment': ['document', 'Check the equipment and document it.'],
  'document-product': ['document', 'Check product, strength and lot, and document them.'],
  'document-counselling': ['document', 'Counsel the person, and document it.'],
  'document-advice': ['document', 'Hand over the written advice, and document it.'],
  'measure-body-weight': ['measure', 'Weigh again, and confirm the unit.'],
  'plan-another-visit': ['document', 'Plan another visit for another dose.'],
} as const satisfies Actions
