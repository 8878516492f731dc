/** What the rows of a visit share. @module */
import { type Condition, fromPolicy, ifRecorded, isNot, span, stated } from '../../kernel/rule.ts'
import type { UnsignedRule } from '../scope.ts'

/** Numbers made from the log of a visit are made for the moment of the judgement: an older one tells nothing. */
export const fromNow = /* @__PURE__ */ span(1, 'min')

/** A row as most are written: what nearly all of a table have alike is filled in. */
export type ShortRow = Omit<UnsignedRule, 'version' | 'asked' | 'certainty' | 'class'> &
  Partial<Pick<UnsignedRule, 'version' | 'certainty' | 'class'>>

/** How long an answer of the suicide screen speaks. */
export const screened = /* @__PURE__ */ fromPolicy('suicide-risk-max-age')

/** No clinician has assessed the risk since the last screen. */
/* @__NO_SIDE_EFFECTS__ */
export function riskNotAssessed(): Condition {
  return isNot(ifRecorded(stated('suicide-risk-assessed', screened)))
}
