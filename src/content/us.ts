/** The tables of the United States. @module */

import { bloodPressure, bloodPressureUs } from './contraindications/blood-pressure.ts'
import { cardiac, cardiacUs } from './contraindications/cardiac.ts'
import { functional, functionalUs } from './contraindications/functional.ts'
import { neurological, neurologicalUs } from './contraindications/neurological.ts'
import { organs, organsUs } from './contraindications/organs.ts'
import { psychiatric, psychiatricUs } from './contraindications/psychiatric.ts'
import { reproduction, reproductionUs } from './contraindications/reproduction.ts'
import { substanceUse, substanceUseUs } from './contraindications/substance-use.ts'
import { vascular, vascularUs } from './contraindications/vascular.ts'
import { nasalMedicinesUs } from './facts/medicines-pressor.ts'
import { effect, effectUs } from './interactions/effect.ts'
import { metabolism } from './interactions/metabolism.ts'
import { pressor, pressorUs } from './interactions/pressor.ts'
import { sedation, sedationUs } from './interactions/sedation.ts'
import { packOf, type Tables } from './pack.ts'
import { references, referencesUs } from './references.ts'
import { courseUs } from './tables-of-course.ts'
import { visitUs } from './visit.ts'

/* @__NO_SIDE_EFFECTS__ */
function screeningUs(id: string): Tables {
  return {
    id,
    jurisdictions: ['us'],
    facts: [nasalMedicinesUs],
    contraindications: [
      vascular,
      vascularUs,
      cardiac,
      cardiacUs,
      bloodPressure,
      bloodPressureUs,
      neurological,
      neurologicalUs,
      psychiatric,
      psychiatricUs,
      substanceUse,
      substanceUseUs,
      organs,
      organsUs,
      reproduction,
      reproductionUs,
      functional,
      functionalUs,
    ],
    interactions: [sedation, sedationUs, pressor, pressorUs, metabolism, effect, effectUs],
    sources: [references, referencesUs],
  }
}

/**
 * The tables of a screening alone: contraindications and interactions. A page that screens and does nothing else ships
 * this; whatever needs the tables of a visit refuses it by name.
 */
export const usScreening = /* @__PURE__ */ packOf(/* @__PURE__ */ screeningUs('us-screening'))

/**
 * The pack of the United States: the labels of the nasal spray and of the ketamine injection, and the consensus beside
 * them, each row with its source and the days it was in force.
 */
export const us = /* @__PURE__ */ packOf(
  /* @__PURE__ */ screeningUs('us'),
  /* @__PURE__ */ visitUs(),
  /* @__PURE__ */ courseUs(),
)

/** The pack without the tables of a course, for pages of a screening and a visit: what needs a protocol refuses it by name. */
export const usVisit = /* @__PURE__ */ packOf(
  /* @__PURE__ */ screeningUs('us-visit'),
  /* @__PURE__ */ visitUs(),
)
