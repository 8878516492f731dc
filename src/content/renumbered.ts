/** Rows of the US label of the nasal spray whose section moved when respiratory depression was added. @module */
import { recall } from '../kernel/evidence.ts'
import type { Rule } from '../kernel/rule.ts'

/**
 * The row under the numbering of 2019, to the last day of it.
 *
 * The month of the change is known and not its day, so the new numbering starts on the first of the month.
 */
/* @__NO_SIDE_EFFECTS__ */
export function until2023(row: Rule): Rule {
  return { ...row, scope: { ...row.scope, effective: { ...row.scope.effective, to: '2023-09-30' } } }
}

/**
 * The same row under the numbering of 2023.
 *
 * @param section - where the text stands now, as far as it is known: the body of the later label was not seen
 */
/* @__NO_SIDE_EFFECTS__ */
export function from2023(row: Rule, section: string): Rule {
  return {
    ...row,
    version: row.version + 1,
    scope: { ...row.scope, effective: { from: '2023-10-01' } },
    sources: [...row.sources, recall('legal-label-us-2023', 'K', 'PPNT', section)],
  }
}
