/** The facts that rules of both packs ask, or that place the entries of a record, group by group. @module */
import type { FactRow } from '../../kernel/fact.ts'
import { cardiacFacts } from './cardiac.ts'
import { functionalFacts } from './functional.ts'
import { measurementFacts } from './measurements.ts'
import { metabolicFacts } from './medicines-metabolic.ts'
import { antihypertensives, maoInhibitors, pressors, stimulants, xanthines } from './medicines-pressor.ts'
import { moodAndMind, receptor, treatment } from './medicines-psychotropic.ts'
import { benzodiazepines, opioids, otherSedatives } from './medicines-sedating.ts'
import { neurologicalFacts } from './neurological.ts'
import { organsFacts } from './organs.ts'
import { psychiatricFacts } from './psychiatric.ts'
import { recordFacts } from './record.ts'
import { reproductionFacts } from './reproduction.ts'
import { substanceUseFacts } from './substance-use.ts'
import { vascularFacts } from './vascular.ts'

/** Groups of rows, in the order in which they are listed for a reader. */
export const sharedFacts: readonly (() => readonly FactRow[])[] = [
  recordFacts,
  vascularFacts,
  cardiacFacts,
  neurologicalFacts,
  psychiatricFacts,
  substanceUseFacts,
  organsFacts,
  reproductionFacts,
  functionalFacts,
  measurementFacts,
  benzodiazepines,
  opioids,
  otherSedatives,
  stimulants,
  maoInhibitors,
  xanthines,
  pressors,
  antihypertensives,
  metabolicFacts,
  moodAndMind,
  receptor,
  treatment,
]
