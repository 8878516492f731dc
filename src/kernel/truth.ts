/** Three answers: yes, no, and nobody knows. @module */
import { badArgument } from './codes.ts'
import { Refusal } from './refusal.ts'
import { answered } from './total.ts'

/**
 * The answer to a clinical question.
 *
 * Words and not `boolean | null`, so that an unknown cannot slip through `if (pregnant)` as a no.
 */
export type Truth = 'yes' | 'no' | 'unknown'

/**
 * Whether all parts hold: one no decides, else one unknown leaves it open (Kleene's strong conjunction).
 *
 * What is none of the three words counts as unknown.
 *
 * @example
 * ```ts
 * and(['yes', 'unknown']) // => 'unknown'
 * and(['no', 'unknown']) // => 'no'
 * ```
 */
export function and(parts: readonly Truth[]): Truth {
  const { no, open } = count(parts)
  if (no > 0) return 'no'
  return open > 0 ? 'unknown' : 'yes'
}

/**
 * Whether any part holds: one yes decides, else one unknown leaves it open (Kleene's strong disjunction).
 *
 * What is none of the three words counts as unknown.
 *
 * @example
 * ```ts
 * or(['yes', 'unknown']) // => 'yes'
 * or(['no', 'unknown']) // => 'unknown'
 * ```
 */
export function or(parts: readonly Truth[]): Truth {
  const { yes, open } = count(parts)
  if (yes > 0) return 'yes'
  return open > 0 ? 'unknown' : 'no'
}

/**
 * The opposite answer; the opposite of unknown is unknown.
 *
 * @example
 * ```ts
 * not('unknown') // => 'unknown'
 * ```
 */
export function not(part: Truth): Truth {
  if (part === 'yes') return 'no'
  return part === 'no' ? 'yes' : 'unknown'
}

/**
 * Whether at least `least` parts hold, whatever the unknown ones turn out to be.
 *
 * @throws Refusal `bad-argument` where `least` is no number
 *
 * @example
 * ```ts
 * atLeast(2, ['yes', 'yes', 'unknown']) // => 'yes'
 * atLeast(2, ['yes', 'no', 'unknown']) // => 'unknown'
 * atLeast(2, ['yes', 'no', 'no']) // => 'no'
 * ```
 */
export function atLeast(least: number, parts: readonly Truth[]): Truth {
  if (typeof least !== 'number' || Number.isNaN(least)) throw new Refusal(badArgument, 'least')
  const { yes, open } = count(parts)
  if (yes >= least) return 'yes'
  return yes + open >= least ? 'unknown' : 'no'
}

/** How many parts are of each kind. A hole in the list is a part nobody knows. */
function count(parts: readonly Truth[]): {
  readonly yes: number
  readonly no: number
  readonly open: number
} {
  return answered(() => {
    if (!Array.isArray(parts)) throw new Refusal(badArgument, 'parts')
    let yes = 0
    let no = 0
    for (const part of parts) {
      if (part === 'yes') yes += 1
      else if (part === 'no') no += 1
    }
    return { yes, no, open: parts.length - yes - no }
  })
}
