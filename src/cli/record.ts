/** From a JSON value to a patient record, with an account of what it was made from. @module */
import { type EntryNote, type FhirRecord, patientFromFhir } from '../adapters/fhir/patient-from-fhir.ts'
import { isObject } from '../judgement/context.ts'
import { exportTorn } from '../kernel/codes.ts'
import { parse } from '../kernel/door.ts'
import type { ListName } from '../kernel/fact.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { ok, type Result } from '../kernel/result.ts'
import { Patient } from '../patient/patient.schema.ts'
import type { Item } from './sources.ts'

/** A record, and, where it came from FHIR, what became of each entry. */
export interface Read {
  readonly patient: Parsed<Patient>
  readonly fhir?: Omit<FhirRecord, 'patient'>
}

const lists: readonly ListName[] = ['conditions', 'medicines', 'allergies', 'procedures', 'observations']

/** Reads a native record or FHIR; what it is, is told by its own marks. */
export function readRecord(item: Extract<Item, { readonly kind: 'record' }>): Result<Read, Refusal> {
  const { value, gathered } = item
  if (isObject(value) && !Array.isArray(value) && Object.hasOwn(value, 'format')) {
    const parsed = parse(Patient, value)
    return parsed.ok ? ok({ patient: parsed.value }) : parsed
  }
  const read = patientFromFhir(value)
  if (!read.ok) return read
  const { patient, ...fhir } = read.value
  if (gathered === undefined) return ok({ patient, fhir })
  return ok(fromExport(patient, fhir, gathered))
}

// A list of resources names its entries `[7]`; in an export the reader is served by the file and the line.
function fromExport(
  patient: Parsed<Patient>,
  fhir: Omit<FhirRecord, 'patient'>,
  gathered: { readonly places: readonly string[]; readonly torn: boolean },
): Read {
  const places = new Map(gathered.places.map((place, at) => [`[${at}]`, place]))
  const placeOf = (path: string): string => places.get(path)?.slice(-200) ?? path
  const placed = <E extends { readonly from?: string | undefined }>(entries: readonly E[]): E[] =>
    entries.map((entry) => (entry.from === undefined ? entry : { ...entry, from: placeOf(entry.from) }))
  const notes = (all: readonly EntryNote[]) => all.map((note) => ({ ...note, path: placeOf(note.path) }))
  const { conditions, medicines, allergies, procedures, observations, statements } = patient
  return {
    patient: markParsed({
      ...patient,
      ...(conditions && { conditions: placed(conditions) }),
      ...(medicines && { medicines: placed(medicines) }),
      ...(allergies && { allergies: placed(allergies) }),
      ...(procedures && { procedures: placed(procedures) }),
      ...(observations && { observations: placed(observations) }),
      ...(statements && { statements: placed(statements) }),
      ...(gathered.torn && { incomplete: [...lists] }),
    }),
    fhir: {
      ...fhir,
      unmapped: notes(fhir.unmapped),
      excluded: notes(fhir.excluded),
      incomplete: [
        ...fhir.incomplete.map((note) => ({ ...note, path: placeOf(note.path) })),
        ...(gathered.torn ? [{ code: exportTorn.code, path: '', lists }] : []),
      ],
    },
  }
}
