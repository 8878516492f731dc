/** What findings about the purpose of a treatment ask a professional to consider, in English, by code. @module */
import type { Actions } from '../actions.ts'

/** What only rows of indication, resistance and work-up ask. The words inform a professional and order nothing. */
export const indicationActions = {
  'document-off-label-decision': [
    'document',
    'Document the decision of the prescriber to treat outside the label, and the reasons for it.',
  ],
  'document-off-label-consent': [
    'document',
    'Document the consent of the person to treatment outside the label, with what it covered.',
  ],
  'document-weak-evidence': [
    'document',
    'Document why this treatment is proposed where its evidence is weak or mixed, and which others were weighed.',
  ],
  'document-baseline': ['document', 'Document this before the first session.'],
  'ask-antidepressant-trials': [
    'ask',
    'Ask for every antidepressant that was tried: dose, time, adherence, outcome, and why it was stopped.',
  ],
  'ask-antidepressant-taken': ['ask', 'Ask which antidepressants are taken by mouth at present.'],
  'ask-diagnosis': ['ask', 'Ask a clinician which diagnosis is treated, and have it recorded.'],
  'ask-episode-severity': ['ask', 'Ask a clinician how severe the depressive episode is.'],
  'ask-prescriber': ['ask', 'Ask who took the decision to prescribe.'],
  'ask-history': [
    'ask',
    'Ask for the history: illnesses of heart and vessels, psychosis, mania, substance use, earlier treatments.',
  ],
  'ask-urinary-symptoms': ['ask', 'Ask about urinary symptoms, for comparison later in the course.'],
  'measure-height': ['measure', 'Measure body height.'],
  'measure-depression': ['measure', 'Score a depression scale, for comparison later in the course.'],
  'measure-electrocardiogram': ['measure', 'Record an electrocardiogram and have it read.'],
  'measure-renal-function': ['measure', 'Measure renal function.'],
  'screen-sleep-apnoea': ['measure', 'Screen for sleep apnoea with a validated tool.'],
  'screen-suicide-risk': ['measure', 'Screen for suicide risk with one standard tool.'],
  'screen-urine-drugs': ['measure', 'Do a urine drug screen.'],
  'monitor-substance-use': [
    'monitor',
    'Watch the use of alcohol and other substances throughout the course.',
  ],
} as const satisfies Actions
