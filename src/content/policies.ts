/** Starting policies: every number a site must choose, with a value to start from that nobody has signed. @module */
import type { Policy, PolicyNumber } from '../kernel/content.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import { startingChoices, startingEdges, startingNumbers, startingNumbersEu } from './policy-numbers.ts'

/* @__NO_SIDE_EFFECTS__ */
function startingPolicy(
  id: string,
  ...numbers: readonly Readonly<Record<string, PolicyNumber>>[]
): Parsed<Policy> {
  return markParsed({
    format: 'ketamine-treatment/policy/1',
    id,
    version: '1',
    countries: [],
    numbers: Object.assign({}, ...numbers),
    edges: { ...startingEdges },
    choices: { ...startingChoices },
    raise: {},
  })
}

/** A policy to start from in the United States. Each number is proposed; a clinician of the site has to sign it. */
export const usStartingPolicy = /* @__PURE__ */ startingPolicy('us-starting-policy', startingNumbers)

/** A policy to start from in the European Union. Each number is proposed; a clinician of the site has to sign it. */
export const euStartingPolicy = /* @__PURE__ */ startingPolicy(
  'eu-starting-policy',
  startingNumbers,
  startingNumbersEu,
)
