/** What findings ask a professional to consider, in English, by code. @module */

/** The words of each action code. They inform a professional and order nothing. */
export const actions = {
  'ask-child-pugh': 'Ask for the Child-Pugh class.',
  'ask-event-date': 'Ask on which day the event happened.',
  'ask-pressure-hazard':
    'Have a clinician state whether a marked rise of blood pressure would be a serious hazard.',
  'ask-way-home': 'Ask how the person gets home, and whether the driving ban is accepted.',
  'ask-pregnancy-test': 'Ask about pregnancy, with a test where one is possible.',
  'ask-pregnancy-possible': 'Ask whether pregnancy is possible and whether contraception is in use.',
  'assess-suicide-risk':
    'Seek a clinician’s assessment of suicide risk and of the need for admission on the same day.',
  'check-record-identity': 'Check that this is the record of the person to be treated.',
  'document-capacity': 'Document the capacity to consent and to follow the rules of treatment.',
  'document-benefit-risk': 'Document why the expected benefit outweighs this risk.',
  'document-outside-label': 'Document that treatment would be outside the label, and who decided on it.',
  'document-specialist-decision': 'Document the decision of the specialist concerned before any dose.',
  'measure-blood-pressure': 'Measure blood pressure at rest, and again after a rest if it is raised.',
  'measure-liver-function': 'Measure liver function, with the laboratory’s own limits.',
  'measure-thyroid-function': 'Measure thyroid function.',
  'monitor-alertness': 'Watch alertness and breathing closely, with pulse oximetry, and for longer.',
  'monitor-blood-pressure': 'Watch blood pressure closely during and after the dose.',
  'monitor-effect': 'Record the effect: it may be weaker than expected.',
  'monitor-longer': 'Plan a longer observation.',
  'monitor-misuse': 'Watch for signs of misuse and dependence.',
  'monitor-seizure': 'Keep the means to treat a seizure at hand.',
  'monitor-urinary-symptoms': 'Ask about urinary symptoms at every session.',
  'refer-anaesthesia': 'Seek the view of an anaesthetist.',
  'refer-cardiology': 'Seek the view of a cardiologist.',
  'refer-hepatology': 'Seek the view of a liver specialist.',
  'refer-neurology': 'Seek the view of a neurologist or neurosurgeon.',
  'refer-obstetrics': 'Seek the view of an obstetrician.',
  'refer-ophthalmology': 'Seek the view of an ophthalmologist.',
  'refer-psychiatry': 'Seek a psychiatrist’s assessment.',
  'refer-urology': 'Seek the view of a urologist.',
  'setting-resuscitation-ready': 'Plan the session where cardiopulmonary resuscitation is at hand.',
  'review-dose': 'Review the dose with the prescriber: exposure may be higher or lower than expected.',
  'review-medicine-need':
    'Review with the prescriber whether the medicine is still needed; never stop it abruptly.',
  'review-timing':
    'Review the timing of the medicine around the session with its prescriber; never stop it abruptly.',
  'wait-until-resolved': 'Wait until this has resolved, then assess again.',
  'refer-endocrinology': 'Seek the view of an endocrinologist.',
  'assess-cognition': 'Assess cognition and the ability to take part.',
} as const satisfies Readonly<Record<string, string>>
