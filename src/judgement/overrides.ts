/** Documented decisions to go on in spite of a finding. @module */

import { badArgument, overrideLapsed, overrideRefused } from '../kernel/codes.ts'
import type { FactRead, Finding, Issue, OverrideRecord } from '../kernel/decision.ts'
import { digestOf } from '../kernel/digest.ts'
import { Refusal } from '../kernel/refusal.ts'
import { plainCopy } from '../kernel/shape.ts'
import { instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Moment } from '../patient/moment.ts'
import { isObject } from './context.ts'

/**
 * The fingerprint of the facts a finding saw. An override carries it, and lapses when they change.
 *
 * That time goes on changes no fact: of an elapsed time counts since what, and on which side of its limit it lies.
 *
 * @example
 * ```ts
 * const record = { ...decision, digest: factsDigest(finding) }
 * ```
 */
export function factsDigest(finding: Pick<Finding, 'rule' | 'inputs'>): string {
  return answered(() => {
    if (!isObject(finding) || !isObject(finding.rule) || !Array.isArray(finding.inputs)) {
      throw new Refusal(badArgument, 'finding')
    }
    return digestOf([finding.rule.id, finding.rule.version, finding.inputs.map(withoutClock)])
  })
}

// Only what is worked out from the clock is in milliseconds.
function withoutClock(read: FactRead): FactRead {
  if (!isObject(read) || read.unit !== 'ms') return read
  const { value: _value, ...rest } = read
  return rest
}

/**
 * The overrides of an input, as plain data.
 *
 * @throws Refusal `bad-argument` where they are no list of records, or what the door refuses
 */
export function checkedOverrides(given: readonly OverrideRecord[] | undefined): readonly OverrideRecord[] {
  if (given === undefined) return []
  const copy = plainCopy(given)
  if (!copy.ok) throw copy.error
  if (!Array.isArray(copy.value) || !copy.value.every(namesARule)) throw new Refusal(badArgument, 'overrides')
  return copy.value
}

// Whether the rest of it is complete is said finding by finding.
function namesARule(value: unknown): value is OverrideRecord {
  return isObject(value) && 'rule' in value && typeof value.rule === 'string'
}

/**
 * The override that counts for a finding, if there is one; what is wrong with the others goes to `issues`.
 *
 * A record counts from its instant until it lapses, for the rule version and the facts it was written for.
 */
export function overrideFor(
  finding: Finding,
  overrides: readonly OverrideRecord[],
  moment: Moment,
  issues: Issue[],
): OverrideRecord | undefined {
  const candidates = overrides.filter((record) => record.rule === finding.rule.id)
  if (candidates.length === 0) return undefined
  const digest = factsDigest(finding)
  for (const record of candidates) {
    const at = instantMs(record.at)
    const expires = instantMs(record.expires)
    if (!isComplete(record) || Number.isNaN(at) || Number.isNaN(expires)) {
      issues.push({ code: overrideRefused.code, path: `overrides.${finding.rule.id}`, severity: 'warning' })
    } else if (
      at > moment.ms ||
      moment.ms >= expires ||
      record.ruleVersion !== finding.rule.version ||
      record.digest !== digest
    ) {
      issues.push({ code: overrideLapsed.code, path: `overrides.${finding.rule.id}`, severity: 'warning' })
    } else {
      const outside = finding.class === 'contraindicated' && finding.rule.basis === 'label'
      return { ...copyOf(record), ...(outside ? { outsideTheLabel: true } : {}) }
    }
  }
  return undefined
}

// Its own members only: nothing the caller can still change, and nothing else the caller put beside them.
function copyOf(record: OverrideRecord): OverrideRecord {
  const { rule, ruleVersion, reason, actor, at, expires, digest } = record
  const { role, id } = actor
  return {
    rule,
    ruleVersion,
    reason,
    actor: { role, ...(id === undefined ? {} : { id }) },
    at,
    expires,
    digest,
  }
}

function isComplete(record: OverrideRecord): boolean {
  return (
    isText(record.reason) &&
    typeof record.actor === 'object' &&
    record.actor !== null &&
    isText(record.actor.role) &&
    (record.actor.id === undefined || isText(record.actor.id))
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
