/** Three answers: yes, no, and nobody knows. @module */

/**
 * The answer to a clinical question.
 *
 * Words and not `boolean | null`, so that an unknown cannot slip through `if (pregnant)` as a no.
 */
export type Truth = 'yes' | 'no' | 'unknown'

/**
 * Whether all parts hold: one no decides, else one unknown leaves it open (Kleene's strong conjunction).
 *
 * @example
 * ```ts
 * and(['yes', 'unknown']) // => 'unknown'
 * and(['no', 'unknown']) // => 'no'
 * ```
 */
export function and(parts: readonly Truth[]): Truth {
  if (parts.includes('no')) return 'no'
  return parts.includes('unknown') ? 'unknown' : 'yes'
}

/**
 * Whether any part holds: one yes decides, else one unknown leaves it open (Kleene's strong disjunction).
 *
 * @example
 * ```ts
 * or(['yes', 'unknown']) // => 'yes'
 * or(['no', 'unknown']) // => 'unknown'
 * ```
 */
export function or(parts: readonly Truth[]): Truth {
  if (parts.includes('yes')) return 'yes'
  return parts.includes('unknown') ? 'unknown' : 'no'
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
  if (part === 'unknown') return 'unknown'
  return part === 'yes' ? 'no' : 'yes'
}

/**
 * Whether at least `count` parts hold, whatever the unknown ones turn out to be.
 *
 * @example
 * ```ts
 * atLeast(2, ['yes', 'yes', 'unknown']) // => 'yes'
 * atLeast(2, ['yes', 'no', 'unknown']) // => 'unknown'
 * atLeast(2, ['yes', 'no', 'no']) // => 'no'
 * ```
 */
export function atLeast(count: number, parts: readonly Truth[]): Truth {
  let yes = 0
  let open = 0
  for (const part of parts) {
    if (part === 'yes') yes += 1
    else if (part === 'unknown') open += 1
  }
  if (yes >= count) return 'yes'
  return yes + open >= count ? 'unknown' : 'no'
}
