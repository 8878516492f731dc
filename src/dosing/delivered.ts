/** What reached the patient, as far as the log can tell. @module */
import type { Quantity } from '../kernel/quantity.ts'

/** What was given, between the least and the most the log allows; `most` is left out where nothing bounds it. */
export interface Delivered {
  readonly least: Quantity<'mg'>
  readonly most?: Quantity<'mg'>
}
