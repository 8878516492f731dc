/** What the rows of indication share. @module */
import { all, any, type Condition, ifRecorded, isNot, stated } from '../../kernel/rule.ts'
import type { UnsignedRule } from '../scope.ts'
import type { ShortRow } from '../session/row.ts'

/** A row as most of them are: asked before a course, and a matter of a documented decision. */
/* @__NO_SIDE_EFFECTS__ */
export function purpose(row: ShortRow): UnsignedRule {
  return { version: 1, class: 'specialist-review', certainty: 'S', asked: ['screening'], ...row }
}

/** What the plan itself says is the matter: nothing of the record changes it. */
/* @__NO_SIDE_EFFECTS__ */
export function always(): Condition {
  return all()
}

/**
 * The decision to treat outside the label, or the consent to it, is not on record.
 *
 * The question is what the record holds: where it holds statements and none of these, they are not on it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function notOnRecord(): Condition {
  return any(isNot(ifRecorded(stated('off-label-decision'))), isNot(ifRecorded(stated('off-label-consent'))))
}

/** The decision to treat outside the label and the consent to it are both on record. */
/* @__NO_SIDE_EFFECTS__ */
export function onRecord(): Condition {
  return all(ifRecorded(stated('off-label-decision')), ifRecorded(stated('off-label-consent')))
}

/** Outside the label in this way, and not decided and agreed on as such. */
/* @__NO_SIDE_EFFECTS__ */
export function outside(condition: Condition): Condition {
  return all(condition, notOnRecord())
}
