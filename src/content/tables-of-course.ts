/** What a whole pack holds beside a visit, by jurisdiction: protocols, and what a course is held against. @module */
import { courseActions } from './course/actions.ts'
import {
  exposureFacts,
  exposureFactsUs,
  exposureRules,
  exposureRulesEu,
  exposureRulesUs,
} from './course/exposure.ts'
import { missedFacts, missedRules, missedRulesEu, missedRulesUs } from './course/missed.ts'
import { courseReferences, courseReferencesEu, courseReferencesUs } from './course/references.ts'
import { coursePart, type Part } from './pack.ts'
import { protocols, protocolsEu, protocolsUs } from './protocols/protocols.ts'

/** The United States. */
/* @__NO_SIDE_EFFECTS__ */
export function courseUs(): Part {
  return coursePart({
    facts: [missedFacts, exposureFacts, exposureFactsUs],
    protocols: [protocols, protocolsUs],
    rules: [missedRules, missedRulesUs, exposureRules, exposureRulesUs],
    actions: [courseActions],
    sources: [courseReferences, courseReferencesUs],
  })
}

/** The European Union, the United Kingdom and Switzerland. */
/* @__NO_SIDE_EFFECTS__ */
export function courseEu(): Part {
  return coursePart({
    facts: [missedFacts, exposureFacts],
    protocols: [protocols, protocolsEu],
    rules: [missedRules, missedRulesEu, exposureRules, exposureRulesEu],
    actions: [courseActions],
    sources: [courseReferences, courseReferencesEu],
  })
}
