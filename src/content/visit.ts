/** What a pack holds beside a screening, by jurisdiction: who it is for, and a visit. @module */

import { bioavailability } from './dosing/bioavailability.ts'
import { doseSetsEu, doseSetsUs } from './dosing/dose-sets.ts'
import { formsEu, formsUs } from './dosing/forms.ts'
import { dosing, dosingEu, dosingUs } from './dosing/rules.ts'
import { dosingFacts } from './facts/dosing.ts'
import { indicationFacts, indicationFactsEu, indicationFactsUs } from './facts/indication.ts'
import { sessionFacts, sessionFactsUs } from './facts/session.ts'
import { openEffectFacts } from './facts/side-effects.ts'
import { indicationActions } from './indication/actions.ts'
import { consentTopics, consentTopicsEu, consentTopicsUs } from './indication/consent.ts'
import { indications, indicationsEu } from './indication/evidence.ts'
import { minimumDoses } from './indication/minimum-doses.ts'
import {
  indicationReferences,
  indicationReferencesEu,
  indicationReferencesUs,
} from './indication/references.ts'
import { definitions, definitionsEu, definitionsUs, resistance } from './indication/resistance.ts'
import { indicationRules, indicationRulesEu, indicationRulesUs } from './indication/rules.ts'
import { workup, workupEu, workupUs } from './indication/workup.ts'
import { type Part, visitPart } from './pack.ts'
import { alarms, alarmsEu, alarmsUs } from './session/alarms.ts'
import { followUps, followUpsUs } from './session/follow-ups.ts'
import { gates, gatesEu, gatesUs } from './session/gates.ts'
import { release, releaseEu, releaseUs } from './session/release.ts'
import { requests } from './session/requests.ts'
import { schedules } from './session/schedules.ts'
import { sideEffects } from './side-effects/side-effects.ts'
import { visitActions } from './visit-actions.ts'
import { visitReferences, visitReferencesEu, visitReferencesUs } from './visit-references.ts'

/** The United States. */
/* @__NO_SIDE_EFFECTS__ */
export function visitUs(): Part {
  return visitPart({
    facts: [sessionFacts, sessionFactsUs, dosingFacts, openEffectFacts, indicationFacts, indicationFactsUs],
    indications: [indications],
    consent: [consentTopics, consentTopicsUs],
    indicationRules: [indicationRules, indicationRulesUs],
    resistanceRules: [resistance],
    workup: [workup, workupUs],
    definitions: [definitionsUs, definitions],
    minimumDoses: [minimumDoses],
    forms: [formsUs],
    doseSets: [doseSetsUs],
    dosing: [dosing, dosingUs],
    gates: [gates, gatesUs],
    alarms: [alarms, alarmsUs],
    release: [release, releaseUs],
    schedules: [schedules],
    followUps: [followUps, followUpsUs],
    sideEffects: [sideEffects],
    bioavailability,
    requests,
    actions: [visitActions, indicationActions],
    sources: [visitReferences, visitReferencesUs, indicationReferences, indicationReferencesUs],
  })
}

/** The European Union, the United Kingdom and Switzerland. */
/* @__NO_SIDE_EFFECTS__ */
export function visitEu(): Part {
  return visitPart({
    facts: [sessionFacts, dosingFacts, openEffectFacts, indicationFacts, indicationFactsEu],
    indications: [indications, indicationsEu],
    consent: [consentTopics, consentTopicsEu],
    indicationRules: [indicationRules, indicationRulesEu],
    resistanceRules: [resistance],
    workup: [workup, workupEu],
    definitions: [definitionsEu, definitions],
    minimumDoses: [minimumDoses],
    forms: [formsEu],
    doseSets: [doseSetsEu],
    dosing: [dosing, dosingEu],
    gates: [gates, gatesEu],
    alarms: [alarms, alarmsEu],
    release: [release, releaseEu],
    schedules: [schedules],
    followUps: [followUps],
    sideEffects: [sideEffects],
    bioavailability,
    requests,
    actions: [visitActions, indicationActions],
    sources: [visitReferences, visitReferencesEu, indicationReferences, indicationReferencesEu],
  })
}
