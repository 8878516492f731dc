/** Rows whose source changed: the text to its last day, and the text that followed. @module */
import { recall } from '../kernel/evidence.ts'
import type { UnsignedRule } from './scope.ts'

/** The row as it stood, to the last day of its text. */
/* @__NO_SIDE_EFFECTS__ */
export function until(to: string, row: UnsignedRule): UnsignedRule {
  return { ...row, scope: { ...row.scope, effective: { ...row.scope.effective, to } } }
}

/**
 * The next version of a row, from the first day of the new text.
 *
 * @param from - the first day
 * @param row - the row as it stood
 * @param changes - what reads otherwise; `sources` are added to those of the row
 */
/* @__NO_SIDE_EFFECTS__ */
export function revised(
  from: string,
  row: UnsignedRule,
  changes: Pick<UnsignedRule, 'sources'> & Partial<Pick<UnsignedRule, 'because'>>,
): UnsignedRule {
  return {
    ...row,
    ...changes,
    version: row.version + 1,
    scope: { ...row.scope, effective: { from } },
    sources: [...row.sources, ...changes.sources],
  }
}

/**
 * The row of the US label of the nasal spray under the numbering of 2019, to the last day of it.
 *
 * Sections moved when respiratory depression was added. The month of the change is known and not its day, so the new
 * numbering starts on the first of the month.
 */
/* @__NO_SIDE_EFFECTS__ */
export function until2023(row: UnsignedRule): UnsignedRule {
  return until('2023-09-30', row)
}

/**
 * The same row under the numbering of 2023.
 *
 * @param section - where the text stands now, as far as it is known: the body of the later label was not seen
 */
/* @__NO_SIDE_EFFECTS__ */
export function from2023(row: UnsignedRule, section: string): UnsignedRule {
  return revised('2023-10-01', row, { sources: [recall('legal-label-us-2023', 'K', 'PPNT', section)] })
}
