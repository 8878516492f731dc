/** Records that are not those of a living person to be treated. @module */
import type { Content } from '../kernel/content.ts'
import { type Finding, verdictOf } from '../kernel/decision.ts'
import type { Patient } from '../patient/patient.schema.ts'

/**
 * The one finding of a record that is not active, or nothing.
 *
 * It comes before every rule and cannot be overridden.
 */
export function recordFinding(content: Content, patient: Patient): Finding | undefined {
  return patient.record === 'active' ? undefined : findingOfState(content, patient)
}

function findingOfState(content: Content, patient: Patient): Finding {
  const rule = content.records.find((row) => row.id === `record/${patient.record}`)
  if (rule === undefined) throw new RangeError(`the pack has no row record/${patient.record}`)
  const truth = patient.record === 'unknown' ? 'unknown' : 'yes'
  const fact = rule.when.kind === 'stated' ? rule.when.fact : `record/${patient.record}`
  return {
    rule,
    truth,
    class: rule.class,
    verdict: verdictOf(rule.class, truth),
    inputs: [{ fact, truth, ...(truth === 'unknown' ? { why: 'never-recorded' as const } : {}) }],
    actions: rule.actions,
  }
}
