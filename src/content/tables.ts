/** All rows, of all jurisdictions; a pack takes those of its own. @module */
import { actions } from './actions.ts'
import { bloodPressure } from './contraindications/blood-pressure.ts'
import { cardiac } from './contraindications/cardiac.ts'
import { functional } from './contraindications/functional.ts'
import { neurological } from './contraindications/neurological.ts'
import { organs } from './contraindications/organs.ts'
import { psychiatric } from './contraindications/psychiatric.ts'
import { record } from './contraindications/record.ts'
import { reproduction } from './contraindications/reproduction.ts'
import { substanceUse } from './contraindications/substance-use.ts'
import { vascular } from './contraindications/vascular.ts'
import { equivalents } from './equivalents.ts'
import { cardiacFacts } from './facts/cardiac.ts'
import { functionalFacts } from './facts/functional.ts'
import { measurementFacts } from './facts/measurements.ts'
import { medicineFacts } from './facts/medicines.ts'
import { neurologicalFacts } from './facts/neurological.ts'
import { organsFacts } from './facts/organs.ts'
import { psychiatricFacts } from './facts/psychiatric.ts'
import { recordFacts } from './facts/record.ts'
import { reproductionFacts } from './facts/reproduction.ts'
import { substanceUseFacts } from './facts/substance-use.ts'
import { vascularFacts } from './facts/vascular.ts'
import { effect } from './interactions/effect.ts'
import { metabolism } from './interactions/metabolism.ts'
import { pressor } from './interactions/pressor.ts'
import { sedation } from './interactions/sedation.ts'
import { products } from './products.ts'
import { references } from './references.ts'

/** The rows every pack chooses from. */
/* @__NO_SIDE_EFFECTS__ */
export function allTables() {
  return {
    products,
    facts: [
      ...recordFacts,
      ...vascularFacts,
      ...cardiacFacts,
      ...neurologicalFacts,
      ...psychiatricFacts,
      ...substanceUseFacts,
      ...organsFacts,
      ...reproductionFacts,
      ...functionalFacts,
      ...measurementFacts,
      ...medicineFacts,
    ],
    records: record,
    contraindications: [
      ...vascular,
      ...cardiac,
      ...bloodPressure,
      ...neurological,
      ...psychiatric,
      ...substanceUse,
      ...organs,
      ...reproduction,
      ...functional,
    ],
    interactions: [...sedation, ...pressor, ...metabolism, ...effect],
    equivalents,
    references,
    actions,
  }
}
