/** Starting policies: every number a site must choose, with a value to start from that nobody has signed. @module */
import type { Policy, PolicyNumber } from '../kernel/content.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import { courseNumbers } from './course/numbers.ts'
import { indicationChoices, indicationNumbers } from './indication/numbers.ts'
import { startingChoices, startingEdges, startingNumbers, startingNumbersEu } from './policy-numbers.ts'
import { visitEdges, visitNumbers } from './visit-numbers.ts'

/* @__NO_SIDE_EFFECTS__ */
function startingPolicy(
  id: string,
  numbers: readonly Readonly<Record<string, PolicyNumber>>[],
  edges: readonly Readonly<Record<string, 'strict' | 'inclusive'>>[],
  choices: readonly Readonly<Record<string, string>>[],
): Parsed<Policy> {
  return markParsed({
    format: 'ketamine-treatment/policy/1',
    id,
    version: '1',
    countries: [],
    numbers: Object.assign({}, ...numbers),
    edges: Object.assign({}, ...edges),
    choices: Object.assign({}, ...choices),
    raise: {},
  })
}

/** A policy to start from in the United States. Each number is proposed; a clinician of the site has to sign it. */
export const usStartingPolicy = /* @__PURE__ */ startingPolicy(
  'us-starting-policy',
  [startingNumbers, visitNumbers, indicationNumbers, courseNumbers],
  [startingEdges, visitEdges],
  [startingChoices, indicationChoices],
)

/** A policy to start from in the European Union. Each number is proposed; a clinician of the site has to sign it. */
export const euStartingPolicy = /* @__PURE__ */ startingPolicy(
  'eu-starting-policy',
  [startingNumbers, startingNumbersEu, visitNumbers, indicationNumbers, courseNumbers],
  [startingEdges, visitEdges],
  [startingChoices, indicationChoices],
)

/** The numbers of a screening alone, for pages that hold `usScreening` and nothing else. */
export const usScreeningPolicy = /* @__PURE__ */ startingPolicy(
  'us-screening-policy',
  [startingNumbers],
  [startingEdges],
  [startingChoices],
)

/** The numbers of a screening alone, for pages that hold `euScreening` and nothing else. */
export const euScreeningPolicy = /* @__PURE__ */ startingPolicy(
  'eu-screening-policy',
  [startingNumbers, startingNumbersEu],
  [startingEdges],
  [startingChoices],
)

/** The numbers of a screening and a visit, for pages that hold `usVisit`. */
export const usVisitPolicy = /* @__PURE__ */ startingPolicy(
  'us-visit-policy',
  [startingNumbers, visitNumbers, indicationNumbers],
  [startingEdges, visitEdges],
  [startingChoices, indicationChoices],
)

/** The numbers of a screening and a visit, for pages that hold `euVisit`. */
export const euVisitPolicy = /* @__PURE__ */ startingPolicy(
  'eu-visit-policy',
  [startingNumbers, startingNumbersEu, visitNumbers, indicationNumbers],
  [startingEdges, visitEdges],
  [startingChoices, indicationChoices],
)
