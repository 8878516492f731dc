/** The one table of statuses: what each code of FHIR R4 means in a patient record. @module */
import type {
  AllergyEntry,
  ConditionEntry,
  MedicineEntry,
  ObservationEntry,
  ProcedureEntry,
} from '../../patient/patient.schema.ts'
import { isMembers, listOf, member } from './json.ts'

type Table<T extends string> = Readonly<Record<string, T>>

/** Condition.clinicalStatus. */
export const conditionClinical: Table<ConditionEntry['clinical']> = {
  active: 'active',
  recurrence: 'recurrence',
  relapse: 'relapse',
  inactive: 'inactive',
  remission: 'remission',
  resolved: 'resolved',
}

/** Condition.verificationStatus. */
export const conditionVerification: Table<ConditionEntry['verification']> = {
  unconfirmed: 'unconfirmed',
  provisional: 'provisional',
  differential: 'differential',
  confirmed: 'confirmed',
  refuted: 'refuted',
  'entered-in-error': 'entered-in-error',
}

/** AllergyIntolerance.clinicalStatus. */
export const allergyClinical: Table<AllergyEntry['clinical']> = {
  active: 'active',
  inactive: 'inactive',
  resolved: 'resolved',
}

/** AllergyIntolerance.verificationStatus; `presumed` came into the same code system after 4.0.1. */
export const allergyVerification: Table<AllergyEntry['verification']> = {
  unconfirmed: 'unconfirmed',
  presumed: 'presumed',
  confirmed: 'confirmed',
  refuted: 'refuted',
  'entered-in-error': 'entered-in-error',
}

/** MedicationRequest.status. */
export const requestStatus: Table<MedicineEntry['status']> = {
  active: 'active',
  'on-hold': 'on-hold',
  cancelled: 'cancelled',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
  stopped: 'stopped',
  draft: 'draft',
  unknown: 'unknown',
}

/** MedicationRequest.intent; an option of a group of requests may or may not have been taken up. */
export const requestIntent: Table<MedicineEntry['intent']> = {
  proposal: 'proposal',
  plan: 'plan',
  order: 'order',
  'original-order': 'order',
  'reflex-order': 'order',
  'filler-order': 'order',
  'instance-order': 'order',
  option: 'unknown',
}

/** MedicationStatement.status. */
export const statementStatus: Table<MedicineEntry['status']> = {
  active: 'active',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
  intended: 'intended',
  stopped: 'stopped',
  'on-hold': 'on-hold',
  unknown: 'unknown',
  'not-taken': 'not-taken',
}

/** MedicationAdministration.status; one that was stopped had begun. */
export const administrationStatus: Table<MedicineEntry['status']> = {
  'in-progress': 'active',
  'not-done': 'not-taken',
  'on-hold': 'on-hold',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
  stopped: 'stopped',
  unknown: 'unknown',
}

/** Procedure.status. */
export const procedureStatus: Table<ProcedureEntry['status']> = {
  preparation: 'planned',
  'in-progress': 'in-progress',
  'not-done': 'not-done',
  'on-hold': 'on-hold',
  stopped: 'stopped',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
  unknown: 'unknown',
}

/** Observation.status; one that is only registered has no result yet. */
export const observationStatus: Table<ObservationEntry['status']> = {
  registered: 'unknown',
  preliminary: 'preliminary',
  final: 'final',
  amended: 'final',
  corrected: 'final',
  cancelled: 'cancelled',
  'entered-in-error': 'entered-in-error',
  unknown: 'unknown',
}

/** Flag.status; an alert is never confirmed. */
export const flagClinical: Table<ConditionEntry['clinical'] | 'entered-in-error'> = {
  active: 'active',
  inactive: 'inactive',
  'entered-in-error': 'entered-in-error',
}

/** Observation.dataAbsentReason; what is not listed is unknown. */
export const absentReasons: Table<'not-done' | 'not-readable'> = {
  'not-performed': 'not-done',
  'not-asked': 'not-done',
  unsupported: 'not-readable',
  error: 'not-readable',
  'not-a-number': 'not-readable',
  'negative-infinity': 'not-readable',
  'positive-infinity': 'not-readable',
}

/** A status as read: the record's word for it, and whether the code was one of the table. */
export interface StatusRead<T extends string> {
  readonly value: T | 'unknown'
  readonly known: boolean
}

/** A status given as a code. Absent is unknown, and so is a code outside the table. */
export function codeStatus<T extends string>(table: Table<T>, value: unknown): StatusRead<T> {
  const found = typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined
  return { value: found ?? 'unknown', known: found !== undefined }
}

/**
 * A status given as a concept of one code system.
 *
 * Absent is unknown, and nothing is wrong with that; a bare text, other systems alone or two different codes are not
 * read.
 */
export function conceptStatus<T extends string>(
  table: Table<T>,
  system: string,
  value: unknown,
): StatusRead<T> {
  if (value === undefined) return { value: 'unknown', known: true }
  if (!isMembers(value)) return { value: 'unknown', known: false }
  const ours = listOf(member(value, 'coding')).filter((coding) => member(coding, 'system') === system)
  const codes = new Set(ours.map((coding) => member(coding, 'code')))
  const [code] = codes
  return codes.size === 1 ? codeStatus(table, code) : { value: 'unknown', known: false }
}

const terminology = 'http://terminology.hl7.org/CodeSystem'

/** The code systems of the statuses that are concepts. */
export const statusSystems = {
  conditionClinical: `${terminology}/condition-clinical`,
  conditionVerification: `${terminology}/condition-ver-status`,
  allergyClinical: `${terminology}/allergyintolerance-clinical`,
  allergyVerification: `${terminology}/allergyintolerance-verification`,
  dataAbsent: `${terminology}/data-absent-reason`,
} as const
