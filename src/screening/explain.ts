/** A finding, from itself alone. @module */

import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { FactRead, Finding } from '../kernel/decision.ts'
import type { Citation } from '../kernel/evidence.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { plainCopy } from '../kernel/shape.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import { leavesOf } from '../rules/compile.ts'
import { describeCondition, replay } from '../rules/explain.ts'
import { settlingSet } from '../rules/settle.ts'

/** What a clinician needs to review a finding without the software. */
export interface Explanation {
  readonly rule: { readonly id: string; readonly version: number }
  readonly statement: string
  readonly because: string
  /** The condition in words; facts are named by id. */
  readonly logic: string
  /** The answer worked out again from `inputs`. */
  readonly truth: Truth
  /** Whether it is the answer the finding carries. */
  readonly agrees: boolean
  readonly inputs: readonly FactRead[]
  /** Ids of open facts that together settle the finding whatever their answers; none can be left out. */
  readonly wouldSettle: readonly string[]
  readonly sources: readonly Citation[]
  readonly limits: string
  readonly role: 'informs a professional'
}

/**
 * Explains a finding and works its answer out again, from the finding alone.
 *
 * @param finding - a finding of any decision, also one read back from JSON
 * @returns the rule in words, its inputs, the answer worked out again, and what would settle it
 * @throws Refusal `bad-argument`, or what the door refuses: `not-json`, `not-readable`, `too-deep`, …
 *
 * @example
 * ```ts
 * const [finding] = screen({ patient, plan }, now).findings
 * if (finding) explainFinding(finding).agrees // => true
 * ```
 */
export function explainFinding(finding: Finding): Explanation {
  return answered(() => {
    // A copy: what comes back is frozen, and the finding of the caller stays as it is.
    const copy = plainCopy(finding)
    if (!copy.ok) throw copy.error
    if (!isFinding(copy.value)) throw new Refusal(badArgument, 'finding')
    const { rule, inputs } = copy.value
    const truth = replay(rule.when, inputs)
    const bits = { no: 0, yes: 1, unknown: 2 } as const
    const settling = settlingSet(
      rule.when,
      leavesOf(rule.when).map((_, place) => bits[truthAt(inputs, place)]),
    )
    return deepFreeze({
      rule: { id: rule.id, version: rule.version },
      statement: rule.statement,
      because: rule.because,
      logic: describeCondition(rule.when, (fact) => `“${fact}”`),
      truth,
      agrees: truth === copy.value.truth,
      inputs,
      wouldSettle: [...new Set(settling.places.map((place) => inputs[place]?.fact ?? ''))],
      sources: rule.sources,
      limits: limitsOf(copy.value),
      role: 'informs a professional',
    })
  })
}

const ruleTexts = ['id', 'statement', 'because', 'checkedOn', 'checkBy'] as const
const truths: readonly unknown[] = ['yes', 'no', 'unknown']

/** Whether a plain value has what an explanation needs. */
function isFinding(value: unknown): value is Finding {
  if (!isObject(value) || !('rule' in value) || !('inputs' in value) || !('truth' in value)) return false
  const { rule, inputs, truth } = value
  if (!isObject(rule) || !Array.isArray(inputs) || !truths.includes(truth)) return false
  const members = new Map(Object.entries(rule))
  if (ruleTexts.some((name) => typeof members.get(name) !== 'string')) return false
  if (typeof members.get('version') !== 'number' || !Array.isArray(members.get('sources'))) return false
  return isObject(members.get('when')) && inputs.every(isRead)
}

function isRead(value: unknown): boolean {
  if (!isObject(value) || !('fact' in value) || !('truth' in value)) return false
  return typeof value.fact === 'string' && truths.includes(value.truth)
}

function limitsOf(finding: Finding): string {
  const { rule } = finding
  const reviewed =
    rule.clinicalReview === 'none' ? 'No clinician has reviewed this row.' : 'A clinician reviewed this row.'
  const seen = rule.certainty === 'S' ? 'Its source was seen' : 'Its source was not seen'
  return `${reviewed} ${seen}; it was last compared on ${rule.checkedOn}, and is due again on ${rule.checkBy}.`
}

function truthAt(inputs: readonly FactRead[], place: number): Truth {
  return inputs[place]?.truth ?? 'unknown'
}
