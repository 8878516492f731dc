/** The conditions that rows on doses share. @module */
import type { DoseSet } from '../../kernel/content.ts'
import {
  all,
  amount,
  any,
  type Comparison,
  type Condition,
  fromPolicy,
  isNot,
  latest,
  type Measured,
  span,
  stated,
} from '../../kernel/rule.ts'

// What is worked out from an order is as old as the judgement.
const now = /* @__PURE__ */ span(1, 'd')

/** A number of the order against a limit. */
/* @__NO_SIDE_EFFECTS__ */
export function ordered(fact: string, is: Comparison, value: number, unit: string): Measured {
  return latest(fact, is, amount(value, unit), now)
}

/** A number of the order against a number of the policy. */
/* @__NO_SIDE_EFFECTS__ */
export function orderedAgainst(fact: string, is: Comparison, policy: string): Measured {
  return latest(fact, is, fromPolicy(policy), now)
}

/** Above the ceiling of the row or of the policy, whichever is lower: a policy tightens and never loosens it. */
/* @__NO_SIDE_EFFECTS__ */
export function above(fact: string, value: number, unit: string, policy: string): Condition {
  return any(ordered(fact, 'above', value, unit), orderedAgainst(fact, 'above', policy))
}

/** The order is of so many milligrams, no more and no less. */
/* @__NO_SIDE_EFFECTS__ */
export function exactly(mg: number): Condition {
  return all(ordered('ordered-dose', 'at-least', mg, 'mg'), ordered('ordered-dose', 'at-most', mg, 'mg'))
}

/** The session lies in a part of the course. */
/* @__NO_SIDE_EFFECTS__ */
export function session(from: number, to?: number): Condition {
  const first = ordered('session-number', 'at-least', from, '{n}')
  return to === undefined ? first : all(first, ordered('session-number', 'at-most', to, '{n}'))
}

/** There was a dose before, and this holds of the step from it. */
/* @__NO_SIDE_EFFECTS__ */
export function afterADose(...of: readonly Condition[]): Condition {
  return all(stated('dosed-before'), ...of)
}

/** In the place of a set, and none of its doses. */
/* @__NO_SIDE_EFFECTS__ */
export function outside({ sessions, age, doses }: DoseSet): Condition {
  const band: Condition[] = []
  if (age?.from !== undefined) band.push({ kind: 'age', is: 'at-least', limit: amount(age.from, 'a') })
  if (age?.to !== undefined) band.push({ kind: 'age', is: 'at-most', limit: amount(age.to, 'a') })
  return all(session(sessions.from, sessions.to), ...band, isNot(any(...doses.map(exactly))))
}
