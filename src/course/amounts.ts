/** Numbers of a protocol, where need be by way of the policy, in the units courses are counted in. @module */
import { unitOfAnother, wrongShape } from '../kernel/codes.ts'
import type { Limit, Protocol } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Amount } from '../kernel/rule.ts'
import type { Numbers } from '../patient/question.ts'

/** A number of a protocol that cannot be used, by code and path. */
export interface AmountFault {
  readonly code: string
  readonly path: string
}

type Amounts = Pick<Numbers, 'amount'>

const msIn: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000 }

// A hundred years: what is longer is a slip, and as a limit it would keep nothing apart.
const mostDays = 36_525
const mostMs = 876_600 * 3_600_000

/** Milliseconds of an amount in `min` or `h`. */
export function elapsedMs(amount: Amount, numbers: Amounts, path: string): Result<number, AmountFault> {
  const { value, unit } = numbers.amount(amount)
  const ms = Object.hasOwn(msIn, unit) ? msIn[unit] : undefined
  if (ms === undefined) return err({ code: unitOfAnother.code, path })
  return value >= 0 && value * ms <= mostMs ? ok(value * ms) : err({ code: wrongShape.code, path })
}

/** Whole days of an amount in `d`. */
export function civilDays(amount: Amount, numbers: Amounts, path: string): Result<number, AmountFault> {
  return wholeDays(amount, mostDays, numbers, path)
}

/** Whole days of an amount in `d`, from 0 up to `most`. */
export function wholeDays(
  amount: Amount,
  most: number,
  numbers: Amounts,
  path: string,
): Result<number, AmountFault> {
  const { value, unit } = numbers.amount(amount)
  if (unit !== 'd') return err({ code: unitOfAnother.code, path })
  if (!Number.isInteger(value) || value < 0 || value > most) return err({ code: wrongShape.code, path })
  return ok(value)
}

/** The length a limit goes by: milliseconds of one in hours, days of one in days. */
export function lengthOf(
  limit: Exclude<Limit, { readonly in: 'civil-day' | 'calendar-week' }>,
  numbers: Amounts,
  path: string,
): Result<number, AmountFault> {
  const [length, own] = 'window' in limit ? [limit.window, 'window'] : [limit.amount, 'amount']
  const isInHours = limit.in === 'elapsed-hours' || limit.in === 'rolling-hours'
  return (isInHours ? elapsedMs : civilDays)(length, numbers, `${path}.${own}`)
}

/**
 * The first number of a protocol that nobody can count by: a policy changes after a course was planned, and a limit in a
 * unit that is not its own must not be read as no limit.
 *
 * @param path - where the protocol stands
 */
export function amountFault(protocol: Protocol, numbers: Amounts, path: string): AmountFault | undefined {
  for (const read of readsOf(protocol, numbers, path)) if (!read.ok) return read.error
  return undefined
}

function* readsOf(
  { limits, phases, assessments }: Protocol,
  numbers: Amounts,
  path: string,
): Generator<Result<number, AmountFault>> {
  yield* limitReads(limits, numbers, path)
  for (const [at, phase] of phases.entries()) {
    const own = `${path}.phases[${at}]`
    yield* limitReads(phase.limits, numbers, own)
    for (const [n, interval] of phase.intervals.entries())
      for (const end of ['early', 'late'] as const)
        yield civilDays(interval[end], numbers, `${own}.intervals[${n}].${end}`)
    for (const [n, { at: when }] of phase.checkpoints.entries())
      if ('every' in when) yield againAfter(when.every, numbers, `${own}.checkpoints[${n}].at.every`)
  }
  for (const [n, row] of assessments.entries())
    for (const end of ['from', 'due', 'to'] as const)
      yield civilDays(row[end], numbers, `${path}.assessments[${n}].${end}`)
}

function* limitReads(limits: readonly Limit[], numbers: Amounts, path: string) {
  for (const [at, limit] of limits.entries())
    if ('amount' in limit || 'window' in limit) yield lengthOf(limit, numbers, `${path}.limits[${at}]`)
}

const longer: readonly string[] = ['d', 'wk', 'mo', 'a']

/** After what a review comes again, in its own unit. */
function againAfter(amount: Amount, numbers: Amounts, path: string): Result<number, AmountFault> {
  const { value, unit } = numbers.amount(amount)
  if (!longer.includes(unit)) return err({ code: unitOfAnother.code, path })
  return value > 0 && value <= mostDays ? ok(value) : err({ code: wrongShape.code, path })
}
