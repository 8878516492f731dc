/** The one error type. @module */
import type { CodeRow, Severity } from './codes.ts'

/**
 * A programmer's mistake, or input nothing can be said about.
 *
 * It carries a stable `code`, the `path` of the field and a fixed text, never a value from the input.
 *
 * @example
 * ```ts
 * const refused = new Refusal(notParsed, 'patient')
 * refused.code // => 'not-parsed'
 * ```
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly path: string
  readonly severity: Severity
  readonly text: string

  constructor(row: CodeRow, path: string) {
    super(`${row.code} at ${path === '' ? 'the root' : path}: ${row.text}`)
    this.code = row.code
    this.path = path
    this.severity = row.severity
    this.text = row.text
  }
}
