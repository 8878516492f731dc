/** An answer, or the reason there is none. @module */

/** What a caller can meet in practice: a value, or an error with a stable `code`. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/**
 * The answer.
 *
 * @example
 * ```ts
 * ok(36) // => { ok: true, value: 36 }
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/**
 * The reason.
 *
 * @example
 * ```ts
 * err({ code: 'weight-unknown' }) // => { ok: false, error: { code: 'weight-unknown' } }
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
