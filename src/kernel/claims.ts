/** Statements that circulate about the treatment, and what the sources say of each. @module */
import { badArgument } from './codes.ts'
import type { Certainty, Citation } from './evidence.ts'
import { deepFreeze } from './parsed.ts'
import { Refusal } from './refusal.ts'
import { err, ok, type Result } from './result.ts'
import { answered } from './total.ts'

/** One statement as it is met, with both sides. */
export interface Claim {
  readonly id: string
  /** The statement, as it circulates. */
  readonly statement: string
  readonly verdict: 'supported' | 'qualified' | 'contradicted' | 'unproven'
  /** How a qualified statement misses: partly true, true once, more than is known, or apt to mislead. */
  readonly nuance?: 'partly-true' | 'outdated' | 'overstated' | 'misleading'
  /** What labels and studies say, in words of this library. */
  readonly evidence: string
  /** A sentence on the matter that stays inside the sources. */
  readonly wording: string
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** Why there is no such claim. */
export interface NoClaim {
  readonly code: 'unknown-claim'
  readonly path: 'id'
}

/**
 * What the sources say of a statement that circulates.
 *
 * @param claims - the registry, as `./content` exports it
 * @param id - id of a claim
 * @returns the claim with both sides, or `unknown-claim`
 * @throws Refusal `bad-argument` where the registry is no list or the id no text
 *
 * @example
 * ```ts
 * const found = checkClaim(claims, 'prevents-suicide')
 * found.ok && found.value.verdict // => 'contradicted'
 * ```
 *
 * @see facts `myth-…`, section 9 of the clinical reference; requirements R-69 (sources with every statement) and R-30 (no
 *   word that clears)
 */
export function checkClaim(claims: readonly Claim[], id: string): Result<Claim, NoClaim> {
  return answered(() => {
    if (!Array.isArray(claims)) throw new Refusal(badArgument, 'claims')
    if (typeof id !== 'string') throw new Refusal(badArgument, 'id')
    const found = claims.find((claim) => claim.id === id)
    const answer: Result<Claim, NoClaim> =
      found === undefined ? err({ code: 'unknown-claim', path: 'id' }) : ok(found)
    return deepFreeze(answer)
  })
}
