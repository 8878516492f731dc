/** What findings about the purpose of a treatment ask a professional to consider, in English, by code. @module */
import type { Actions } from '../actions.ts'

/** Asked by no row of a screening or a visit. */
export const indicationActions = {
  'document-off-label-decision': [
    'document',
    'Document the decision of the prescriber to treat outside the label, and the reasons for it.',
  ],
  'document-off-label-consent': [
    'document',
    'Document the consent of the person to treatment outside the label, with what it covered.',
  ],
} as const satisfies Actions
