/** The resource types that are read, and how. @module */
import type { ListName } from '../../kernel/fact.ts'
import { readAllergy } from './allergy.ts'
import { readCondition, readFlag, readProcedure } from './condition.ts'
import { type Desk, type Draft, type Outcome, origin, type Sent } from './entry.ts'
import { compact } from './json.ts'
import { readAdministration, readRequest, readStatement } from './medicine.ts'
import { placeholderReadings, readObservation } from './observation.ts'

/** How resources of one type become entries of a list. */
export interface Reader {
  readonly list: ListName
  read(sent: Sent, desk: Desk, draft: Draft): Outcome
  /** Keeps the place of an entry that cannot be read as it stands. */
  hold(sent: Sent, desk: Desk, draft: Draft): void
}

const unsure = { clinical: 'unknown', verification: 'unknown' } as const

function holdMedicine(sent: Sent, _desk: Desk, draft: Draft): void {
  draft.medicines.push(compact({ ...origin(sent), status: 'unknown', intent: 'unknown' }))
}

function holdCondition(sent: Sent, _desk: Desk, draft: Draft): void {
  draft.conditions.push(compact({ ...origin(sent), ...unsure }))
}

/** The resource types that are read, and how. */
export const readers: Readonly<Record<string, Reader>> = {
  Condition: { list: 'conditions', read: readCondition, hold: holdCondition },
  Flag: { list: 'conditions', read: readFlag, hold: holdCondition },
  MedicationRequest: { list: 'medicines', read: readRequest, hold: holdMedicine },
  MedicationStatement: { list: 'medicines', read: readStatement, hold: holdMedicine },
  MedicationAdministration: { list: 'medicines', read: readAdministration, hold: holdMedicine },
  AllergyIntolerance: {
    list: 'allergies',
    read: readAllergy,
    hold: (sent, _desk, draft) => void draft.allergies.push(compact({ ...origin(sent), ...unsure })),
  },
  Procedure: {
    list: 'procedures',
    read: readProcedure,
    hold: (sent, _desk, draft) => void draft.procedures.push(compact({ ...origin(sent), status: 'unknown' })),
  },
  Observation: { list: 'observations', read: readObservation, hold: placeholderReadings },
}
