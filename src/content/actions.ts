/** What findings ask a professional to consider, in English, by code. @module */
import type { Action } from '../kernel/rule.ts'

/** The kind and the words of each action. The words inform a professional and order nothing. */
const table = {
  'ask-child-pugh': ['ask', 'Ask for the Child-Pugh class.'],
  'ask-event-date': ['ask', 'Ask on which day the event happened.'],
  'ask-pressure-hazard': [
    'ask',
    'Have a clinician state whether a marked rise of blood pressure would be a serious hazard.',
  ],
  'ask-way-home': ['ask', 'Ask how the person gets home, and whether the driving ban is accepted.'],
  'ask-pregnancy-test': ['ask', 'Ask about pregnancy, with a test where one is possible.'],
  'ask-pregnancy-possible': ['ask', 'Ask whether pregnancy is possible and whether contraception is in use.'],
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
  'check-record-identity': ['ask', 'Check that this is the record of the person to be treated.'],
  'review-dose': [
    'ask',
    'Review the dose with the prescriber: exposure may be higher or lower than expected.',
  ],
  'review-medicine-need': [
    'ask',
    'Review with the prescriber whether the medicine is still needed; never stop it abruptly.',
  ],
  'review-timing': [
    'ask',
    'Review the timing of the medicine around the session with its prescriber; never stop it abruptly.',
  ],
  'measure-body-weight': ['measure', 'Weigh again, and confirm the unit.'],
  'measure-blood-pressure': [
    'measure',
    'Measure blood pressure at rest, and again after a rest if it is raised.',
  ],
  'measure-liver-function': ['measure', 'Measure liver function, with the laboratory’s own limits.'],
  'measure-thyroid-function': ['measure', 'Measure thyroid function.'],
  'monitor-alertness': [
    'monitor',
    'Watch alertness and breathing closely, with pulse oximetry, and for longer.',
  ],
  'monitor-blood-pressure': ['monitor', 'Watch blood pressure closely during and after the dose.'],
  'monitor-effect': ['monitor', 'Record the effect: it may be weaker than expected.'],
  'monitor-longer': ['monitor', 'Plan a longer observation.'],
  'monitor-misuse': ['monitor', 'Watch for signs of misuse and dependence.'],
  'monitor-seizure': ['monitor', 'Keep the means to treat a seizure at hand.'],
  'monitor-urinary-symptoms': ['monitor', 'Ask about urinary symptoms at every session.'],
  'assess-suicide-risk': [
    'refer',
    'Seek a clinician’s assessment of suicide risk and of the need for admission on the same day.',
  ],
  'refer-anaesthesia': ['refer', 'Seek the view of an anaesthetist.'],
  'refer-cardiology': ['refer', 'Seek the view of a cardiologist.'],
  'refer-hepatology': ['refer', 'Seek the view of a liver specialist.'],
  'refer-neurology': ['refer', 'Seek the view of a neurologist or neurosurgeon.'],
  'refer-obstetrics': ['refer', 'Seek the view of an obstetrician.'],
  'refer-ophthalmology': ['refer', 'Seek the view of an ophthalmologist.'],
  'refer-psychiatry': ['refer', 'Seek a psychiatrist’s assessment.'],
  'refer-urology': ['refer', 'Seek the view of a urologist.'],
  'refer-endocrinology': ['refer', 'Seek the view of an endocrinologist.'],
  'document-capacity': ['document', 'Document the capacity to consent and to follow the rules of treatment.'],
  'document-benefit-risk': ['document', 'Document why the expected benefit outweighs this risk.'],
  'document-outside-label': [
    'document',
    'Document that treatment would be outside the label, and who decided on it.',
  ],
  'document-specialist-decision': [
    'document',
    'Document the decision of the specialist concerned before any dose.',
  ],
  'setting-resuscitation-ready': [
    'document',
    'Plan the session where cardiopulmonary resuscitation is at hand.',
  ],
  'assess-cognition': ['document', 'Assess cognition and the ability to take part.'],
  'wait-until-resolved': ['wait-until', 'Wait until this has resolved, then assess again.'],
} as const satisfies Readonly<Record<string, readonly [kind: Action['kind'], words: string]>>

/** The codes rows may name. */
export type ActionCode = keyof typeof table

/** The words of each action code. */
/* @__NO_SIDE_EFFECTS__ */
export function actionWords(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).map(([code, [, words]]) => [code, words]))
}

/** What a row asks to consider, with its kind. */
/* @__NO_SIDE_EFFECTS__ */
export function actionsOf(codes: readonly ActionCode[]): readonly Action[] {
  return codes.map((code) => ({ kind: table[code][0], code }))
}
