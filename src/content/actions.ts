/** What findings ask a professional to consider, in English, by code. @module */

import type { Action } from '../kernel/rule.ts'
import type { courseActions } from './course/actions.ts'
import type { indicationActions } from './indication/actions.ts'
import type { visitActions } from './visit-actions.ts'

/** The kind and the words of actions, by code. */
export type Actions = Readonly<Record<string, readonly [kind: Action['kind'], words: string]>>

/** What a screening may ask. The words inform a professional and order nothing. */
export const screeningActions = {
  'ask-child-pugh': ['ask', 'Ask for the Child-Pugh class.'],
  'ask-event-date': ['ask', 'Ask on which day the event happened.'],
  'ask-pressure-hazard': [
    'ask',
    'Have a clinician state whether a marked rise of blood pressure would be a serious hazard.',
  ],
  'ask-way-home': ['ask', 'Ask how the person gets home, and whether the driving ban is accepted.'],
  'ask-pregnancy-test': ['ask', 'Ask about pregnancy, with a test where one is possible.'],
  'ask-pregnancy-possible': ['ask', 'Ask whether pregnancy is possible and whether contraception is in use.'],
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
} as const satisfies Actions

/** The codes rows may name. */
export type ActionCode =
  | keyof typeof screeningActions
  | keyof typeof visitActions
  | keyof typeof courseActions
  | keyof typeof indicationActions

/** The words of each action code. */
/* @__NO_SIDE_EFFECTS__ */
export function actionWords(tables: readonly Actions[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tables.flatMap((table) => Object.entries(table).map(([code, [, words]]) => [code, words])),
  )
}

/** What a row asks to consider, with its kind. */
/* @__NO_SIDE_EFFECTS__ */
export function actionsOf(codes: readonly ActionCode[], tables: readonly Actions[]): readonly Action[] {
  return codes.map((code) => {
    const kind = tables.find((table) => Object.hasOwn(table, code))?.[code]?.[0]
    if (kind === undefined) throw new RangeError(`no table of the pack has the action ${code}`)
    return { kind, code }
  })
}
