/** The tables of the European Union, with rows of the United Kingdom and of Switzerland. @module */

import { bloodPressure, bloodPressureEu } from './contraindications/blood-pressure.ts'
import { cardiac, cardiacEu } from './contraindications/cardiac.ts'
import { functional, functionalEu } from './contraindications/functional.ts'
import { neurological, neurologicalEu } from './contraindications/neurological.ts'
import { organs, organsEu } from './contraindications/organs.ts'
import { psychiatric, psychiatricEu } from './contraindications/psychiatric.ts'
import { reproduction, reproductionEu } from './contraindications/reproduction.ts'
import { substanceUse, substanceUseEu } from './contraindications/substance-use.ts'
import { vascular, vascularEu } from './contraindications/vascular.ts'
import { cardiacFactsEu } from './facts/cardiac.ts'
import { effect, effectEu } from './interactions/effect.ts'
import { metabolism } from './interactions/metabolism.ts'
import { pressor, pressorEu } from './interactions/pressor.ts'
import { sedation, sedationEu } from './interactions/sedation.ts'
import { packOf, type Tables } from './pack.ts'
import { references, referencesEu } from './references.ts'
import { courseEu } from './tables-of-course.ts'
import { visitEu } from './visit.ts'

/* @__NO_SIDE_EFFECTS__ */
function screeningEu(id: string): Tables {
  return {
    id,
    jurisdictions: ['eu'],
    facts: [cardiacFactsEu],
    contraindications: [
      vascular,
      vascularEu,
      cardiac,
      cardiacEu,
      bloodPressure,
      bloodPressureEu,
      neurological,
      neurologicalEu,
      psychiatric,
      psychiatricEu,
      substanceUse,
      substanceUseEu,
      organs,
      organsEu,
      reproduction,
      reproductionEu,
      functional,
      functionalEu,
    ],
    interactions: [sedation, sedationEu, pressor, pressorEu, metabolism, effect, effectEu],
    sources: [references, referencesEu],
  }
}

/**
 * The tables of a screening alone: contraindications and interactions. A page that screens and does nothing else ships
 * this; whatever needs the tables of a visit refuses it by name.
 */
export const euScreening = /* @__PURE__ */ packOf(/* @__PURE__ */ screeningEu('eu-screening'))

/**
 * The pack of the European Union.
 *
 * Rows of one country (`uk`, `ch`) bind as its label where `policy.countries` names it, and are consensus elsewhere.
 */
export const eu = /* @__PURE__ */ packOf(
  /* @__PURE__ */ screeningEu('eu'),
  /* @__PURE__ */ visitEu(),
  /* @__PURE__ */ courseEu(),
)

/** The pack without the tables of a course, for pages of a screening and a visit: what needs a protocol refuses it by name. */
export const euVisit = /* @__PURE__ */ packOf(
  /* @__PURE__ */ screeningEu('eu-visit'),
  /* @__PURE__ */ visitEu(),
)
