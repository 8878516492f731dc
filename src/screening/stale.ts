/** Whether a decision still stands on the facts it saw. @module */

import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import { digestOf } from '../kernel/digest.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import { type Screening, screen } from './screen.ts'

/** What is compared: an earlier decision of `screen`, and what would be screened today. */
export interface StaleQuestion extends Screening {
  readonly decision: Decision<unknown>
}

/**
 * Whether a decision has to be made again: the facts it asked, the pack, the policy, the code or an override changed,
 * or a reading aged out.
 *
 * A changed address leaves a decision fresh: only the facts the rules asked are compared.
 *
 * @param question - the decision, and the patient, plan and overrides of today
 * @param context - the context of today
 * @returns true where the decision should be made again
 *
 * @example
 * ```ts
 * isStale({ decision: screen({ patient, plan }, now), patient, plan }, now) // => false
 * ```
 */
export function isStale(question: StaleQuestion, context: Context): boolean {
  return answered(() => {
    if (!isObject(question) || !isObject(question.decision) || !isObject(question.decision.provenance)) {
      throw new Refusal(badArgument, 'decision')
    }
    const { decision, ...screening } = question
    // Rules may come into force, and overrides lapse, while the facts stand still: so it is judged again.
    return fingerprint(screen(screening, context)) !== fingerprint(decision)
  })
}

function fingerprint(decision: Decision<unknown>): string {
  const { content, policy, libraryVersion, inputDigest } = decision.provenance
  return digestOf([
    [content.id, content.version, policy.digest, libraryVersion, inputDigest],
    decision.verdict,
    decision.findings.map((finding) => [
      finding.rule.id,
      finding.rule.version,
      finding.truth,
      finding.class,
      finding.override?.digest,
    ]),
  ])
}
