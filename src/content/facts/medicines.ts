/** Every fact about medicines that the interaction rules ask. @module */
import type { FactRow } from '../../kernel/fact.ts'
import { metabolicFacts } from './medicines-metabolic.ts'
import { pressorFacts } from './medicines-pressor.ts'
import { psychotropicFacts } from './medicines-psychotropic.ts'
import { sedatingFacts } from './medicines-sedating.ts'

/** All rows of medicines. */
export const medicineFacts: readonly FactRow[] = [
  ...sedatingFacts,
  ...pressorFacts,
  ...metabolicFacts,
  ...psychotropicFacts,
]
