/** Patient records from FHIR R4 JSON. @module */
export {
  type CodePair,
  type EntryNote,
  type FhirOptions,
  type FhirRecord,
  type IncompleteNote,
  patientFromFhir,
} from '../adapters/fhir/patient-from-fhir.ts'
