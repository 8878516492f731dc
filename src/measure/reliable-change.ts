/** Whether two scores differ by more than errors of measurement. @module */
import { compareFractions, difference, fractionOf, productOf } from '../kernel/fraction.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'

/** Two scores, and what a study found of the scale. */
export interface ChangeQuestion {
  readonly before: number
  readonly after: number
  /** Standard deviation of the scores before treatment, points; above nought. */
  readonly sd: number
  /** Reliability of the scale, between nought and one, both left out. */
  readonly reliability: number
}

/** How the difference stands against the error of a difference. */
export interface ReliableChange {
  /** The difference in standard errors; below nought where the score fell. */
  readonly index: number
  /** Of a difference of two scores, points. */
  readonly standardError: number
  /** Further from nought than 1.96. */
  readonly reliable: boolean
}

/** Which number cannot be used. */
export interface PairFault {
  readonly code: 'bad-argument'
  readonly path: string
}

/**
 * The reliable change index of Jacobson and Truax.
 *
 * RC = (after − before) / S_diff, with S_diff = √(2 · S_E²) and S_E = sd · √(1 − reliability), all in points of the scale
 * but the reliability, which has no unit. Beyond 1.96 a difference as large comes of errors of measurement alone in fewer
 * than one of twenty people. It says nothing of whether the change matters, nor of what brought it about. The standard
 * deviation and the reliability are those of a study the caller names; none is taken by default.
 *
 * @param pair - both scores, the standard deviation and the reliability
 * @returns the index and its standard error; `bad-argument` with the path where a number cannot be used
 *
 * @example
 * ```ts
 * reliableChangeIndex({ before: 20, after: 11, sd: 6, reliability: 0.875 })
 * // => { ok: true, value: { index: -3, standardError: 3, reliable: true } }
 * reliableChangeIndex({ before: 20, after: 11, sd: 0, reliability: 0.875 })
 * // => { ok: false, error: { code: 'bad-argument', path: 'sd' } }
 * ```
 *
 * @see Jacobson and Truax 1991, J Consult Clin Psychol 59:12, as given by the manual of the R package suddengains,
 *   https://search.r-project.org/CRAN/refmans/suddengains/html/define_crit1_cutoff.html, and for the standard error by
 *   http://psyctc.org/stats/rcsc1.htm; the paper itself was not read
 */
export function reliableChangeIndex(pair: ChangeQuestion): Result<ReliableChange, PairFault> {
  return answered(() => {
    const { before, after, sd, reliability } = pair ?? {}
    if (!isNumber(before)) return refused('before')
    if (!isNumber(after)) return refused('after')
    if (!isNumber(sd) || sd <= 0) return refused('sd')
    if (!isNumber(reliability) || reliability <= 0 || reliability >= 1) return refused('reliability')
    const standardError = sd * Math.sqrt(2 * (1 - reliability))
    const index = (after - before) / standardError
    if (!isNumber(standardError) || !isNumber(index)) return refused('sd') // too large or small for a number
    return deepFreeze(ok({ index, standardError, reliable: isBeyond(after, before, sd, reliability) }))
  })
}

/** Whether (after − before)² is more than 1.96² · sd² · 2 · (1 − reliability): without roots, so that a limit is met exactly. */
function isBeyond(after: number, before: number, sd: number, reliability: number): boolean {
  const change = difference(fractionOf(after), fractionOf(before))
  const error = productOf(fractionOf(1.96), fractionOf(sd))
  const unreliable = productOf(fractionOf(2), difference(fractionOf(1), fractionOf(reliability)))
  return compareFractions(productOf(change, change), productOf(productOf(error, error), unreliable)) > 0
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function refused(path: string): Result<never, PairFault> {
  return deepFreeze(err<PairFault>({ code: 'bad-argument', path }))
}
