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
} as const satisfies Actions
