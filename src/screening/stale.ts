/** Whether a decision still stands on the facts it saw. @module */

import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import { digestOf } from '../kernel/digest.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isObject } from './context.ts'
import { inputDigestOf, type Screening, screen } from './screen.ts'

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
  if (!isObject(question) || !isObject(question.decision) || !isObject(question.decision.provenance)) {
    throw new Refusal(badArgument, 'decision')
  }
  const { decision, ...screening } = question
  const { provenance } = decision
  if (provenance.content.id !== context.content.id || provenance.content.version !== context.content.version)
    return true
  if (provenance.policy.digest !== digestOf(context.policy)) return true
  if (provenance.inputDigest !== inputDigestOf(screening, context, 'all')) return true
  // Rules may come into force, and overrides lapse, while the facts stand still.
  const today = screen(screening, context)
  return (
    fingerprint(today) !== fingerprint(decision) ||
    provenance.libraryVersion !== today.provenance.libraryVersion
  )
}

function fingerprint(decision: Decision<unknown>): string {
  return digestOf([
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
