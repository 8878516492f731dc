/** A filled form, scored. @module */
import type { Instrument } from '../kernel/instrument.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { Result } from '../kernel/result.ts'
import type { FilledForm, Score } from './score-shape.ts'

/** Why a form was not scored at all. */
export interface FormFault {
  readonly code: string
  readonly path: string
}
export declare function scoreMeasure(
  instrument: Parsed<Instrument>,
  form: FilledForm,
): Result<Score, FormFault>
