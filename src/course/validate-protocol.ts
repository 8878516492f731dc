/** Whether a protocol fits together, told so that whoever wrote it can put it right. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Policy } from '../kernel/content.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import {
  amountFaults,
  assessmentFaults,
  doseFaults,
  idFaults,
  phaseFaults,
  rangeFaults,
  rowFaults,
} from './validate-protocol-faults.ts'
import { spacingFaults } from './validate-protocol-limits.ts'
import { numbersIn } from './validate-protocol-rows.ts'
import type { NamedRow, ProtocolFault, ProtocolFaults } from './validate-protocol-shape.ts'

export type { NamedRow, ProtocolFault, ProtocolFaults } from './validate-protocol-shape.ts'

/** The numbers a protocol may name; a whole context will do. */
export interface ProtocolNumbers {
  readonly policy?: Parsed<Policy>
}

/**
 * Whether the rows of a protocol fit together: every fault at once, each with the rows it is about.
 *
 * The schema says what a protocol looks like; this says whether it can be carried out: phases that lead somewhere, limits
 * that can all be kept at the frequency they stand beside, doses for the first session, rows that hang on something that
 * is there. Limits in hours are held against those in days as generously as a clock allows, so that a contradiction is
 * one in every week and every zone.
 *
 * @param protocol - as `parse(Protocol, json)` gave it
 * @param context - the policy whose numbers the protocol names; without it every named number is told as missing
 * @returns the same protocol; or the faults: repeated ids, phases, what rows name, assessments, amounts, ranges, doses,
 *   limits, in this order, and in the order in which they are written down; of contradictory limits the first twenty
 * @throws Refusal `not-parsed`, `bad-argument`, `altered-prototype`
 *
 * @example
 * ```ts
 * const checked = validateProtocol(esketamineTrdUs, now)
 * checked.ok ? [] : checked.error.faults.map(describeProtocolFault) // => []
 * ```
 *
 * @see requirements R-45 and B-095
 */
export function validateProtocol(
  protocol: Parsed<Protocol>,
  context: ProtocolNumbers = {},
): Result<Parsed<Protocol>, ProtocolFaults> {
  return answered(() => {
    demandUnaltered()
    demandParsed(protocol, 'protocol')
    if (!isObject(context)) throw new Refusal(badArgument, 'context')
    const { policy } = context
    if (policy !== undefined) demandParsed(policy, 'context.policy')
    const faults = protocolFaults(protocol, policy)
    const [first] = faults
    return first === undefined
      ? ok(protocol)
      : err(deepFreeze({ code: first.code, path: first.path, faults }))
  })
}

/** Every fault of a protocol, in a fixed order. */
export function protocolFaults(protocol: Protocol, policy: Policy | undefined): readonly ProtocolFault[] {
  const numbers = numbersIn(policy)
  return [
    ...idFaults(protocol, numbers),
    ...phaseFaults(protocol),
    ...rowFaults(protocol, numbers),
    ...assessmentFaults(protocol, numbers),
    ...amountFaults(protocol, numbers),
    ...rangeFaults(protocol, numbers),
    ...doseFaults(protocol),
    ...spacingFaults(protocol, numbers),
  ]
}

/**
 * A fault in plain words, for whoever wrote the protocol.
 *
 * @param fault - one of `validateProtocol`
 * @returns a few sentences: what is wrong, each row with what it asks, and where to look
 * @throws Refusal `bad-argument`
 *
 * @example
 * ```ts
 * describeProtocolFault({ code: 'range-reversed', path: 'age', text: 'This range ends before it begins.', rows: [] })
 * // => 'This range ends before it begins. See age.'
 * ```
 */
export function describeProtocolFault(fault: ProtocolFault): string {
  return answered(() => {
    if (!isFault(fault)) throw new Refusal(badArgument, 'fault')
    const rows = fault.rows.map(({ label, says, path }) => `“${label}” (${path}): ${says}.`)
    return [fault.text, ...rows, `See ${fault.path}.`].join(' ')
  })
}

function isFault(value: unknown): value is ProtocolFault {
  return (
    isObject(value) &&
    'text' in value &&
    typeof value.text === 'string' &&
    'path' in value &&
    typeof value.path === 'string' &&
    'rows' in value &&
    Array.isArray(value.rows) &&
    value.rows.every(isRow)
  )
}

function isRow(value: unknown): value is NamedRow {
  return (
    isObject(value) &&
    ['label', 'says', 'path'].every((name) => Object.hasOwn(value, name)) &&
    Object.values(value).every((one) => typeof one === 'string')
  )
}
