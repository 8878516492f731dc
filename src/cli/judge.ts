/** One input, judged or refused. @module */
import type { FhirRecord } from '../adapters/fhir/patient-from-fhir.ts'
import type { Decision } from '../kernel/decision.ts'
import type { ListName } from '../kernel/fact.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { screen } from '../screening/screen.ts'
import { type Attested, attest } from './attest.ts'
import type { Bench } from './context.ts'
import { readRecord } from './record.ts'
import type { Item } from './sources.ts'

/** What became of one input. */
export type Outcome =
  | {
      readonly kind: 'judged'
      readonly source: string
      readonly decision: Decision
      readonly patient: Patient
      readonly fhir?: Omit<FhirRecord, 'patient'>
      readonly attested: readonly Attested[]
    }
  | { readonly kind: 'refused'; readonly source: string; readonly code: string; readonly path: string }

/** Reads and screens one input. */
export function judge(item: Item, bench: Bench, lists: readonly ListName[]): Outcome {
  const { source } = item
  if (item.kind === 'refused') return { kind: 'refused', source, code: item.code.code, path: '' }
  const read = readRecord(item)
  if (!read.ok) return { kind: 'refused', source, code: read.error.code, path: read.error.path }
  const { patient, attested } = attest(read.value.patient, lists, bench.context.asOf)
  try {
    const decision = screen({ patient, plan: bench.plan }, bench.context)
    const { fhir } = read.value
    return { kind: 'judged', source, decision, patient, attested, ...(fhir === undefined ? {} : { fhir }) }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { kind: 'refused', source, code: thrown.code, path: thrown.path }
  }
}
