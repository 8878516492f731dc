/** Numbers of a protocol, where need be by way of the policy, in the units courses are counted in. @module */
import { unitOfAnother, wrongShape } from '../kernel/codes.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Amount } from '../kernel/rule.ts'
import type { Numbers } from '../patient/question.ts'

/** A number of a protocol that cannot be used, by code and path. */
export interface AmountFault {
  readonly code: string
  readonly path: string
}

const msIn: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000 }

/** Milliseconds of an amount in `min` or `h`. */
export function elapsedMs(amount: Amount, numbers: Numbers, path: string): Result<number, AmountFault> {
  const { value, unit } = numbers.amount(amount)
  const ms = Object.hasOwn(msIn, unit) ? msIn[unit] : undefined
  return ms === undefined ? err({ code: unitOfAnother.code, path }) : ok(value * ms)
}

/** Days of an amount in `d`. */
export function civilDays(amount: Amount, numbers: Numbers, path: string): Result<number, AmountFault> {
  const { value, unit } = numbers.amount(amount)
  return unit === 'd' ? ok(value) : err({ code: unitOfAnother.code, path })
}

/** Whole days of an amount in `d`, from 0 up to `most`. */
export function wholeDays(
  amount: Amount,
  most: number,
  numbers: Numbers,
  path: string,
): Result<number, AmountFault> {
  const days = civilDays(amount, numbers, path)
  if (!days.ok) return days
  if (!Number.isInteger(days.value) || days.value < 0 || days.value > most)
    return err({ code: wrongShape.code, path })
  return days
}
