/** The promise of every public function: its documented result, or the one refusal. @module */
import { notReadable } from './codes.ts'
import { Refusal } from './refusal.ts'

/**
 * The answer of a function, whatever it was given.
 *
 * A getter that throws, a proxy that was revoked, a value of another kind or one without an end comes out as the refusal
 * `not-readable`. What was thrown is not repeated: it may hold data of a patient.
 *
 * @throws Refusal, and nothing else
 */
export function answered<T>(answer: () => T): T {
  try {
    return answer()
  } catch (thrown) {
    throw refusalOf(thrown)
  }
}

/** What a function says of something thrown inside it, where even one more function for each call is too much. */
export function refusalOf(thrown: unknown): Refusal {
  return isRefusal(thrown) ? thrown : new Refusal(notReadable, '')
}

// Even to look at what was thrown may throw.
function isRefusal(thrown: unknown): thrown is Refusal {
  try {
    return thrown instanceof Refusal
  } catch {
    return false
  }
}
