/** What findings about a course ask a professional to consider, in English, by code. @module */
import type { Actions } from '../actions.ts'

/** What only rows of a course ask. The words inform a professional and order nothing. */
export const courseActions = {
  'ask-depression-judgement': [
    'ask',
    'Ask a clinician whether the depression is better, the same or worse, and record it with its date.',
  ],
  'review-step-back': [
    'ask',
    'Ask the clinician in charge whether to go back one step in the frequency of sessions.',
  ],
  'measure-depression-again': ['measure', 'Score the depression scale of the course again.'],
  'document-way-on': [
    'document',
    'Document how the course goes on and who decided it; the source leaves it open.',
  ],
  'measure-urinalysis': ['measure', 'Test the urine.'],
  'ask-urinary-symptoms-now': [
    'ask',
    'Ask about urinary symptoms since the last session: urgency, frequency, pain, blood.',
  ],
  'assess-cognition': ['measure', 'Assess memory, attention and speed of thought, and record the day.'],
  'ask-dependence-signs': [
    'ask',
    'Ask about craving, use outside the clinic and signs of withdrawal, and record the day.',
  ],
  'review-going-on': [
    'ask',
    'Ask the clinician in charge to review whether the course goes on, and to document it.',
  ],
  'review-dependence': [
    'ask',
    'Ask the clinician in charge to review craving, use outside the clinic or signs of withdrawal.',
  ],
  'review-cognition': [
    'ask',
    'Ask the clinician in charge to review the complaints about memory or thinking.',
  ],
} as const satisfies Actions
