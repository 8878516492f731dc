/** From FHIR R4 to a patient record, with nothing lost on the way. @module */
import {
  deletedEntry,
  duplicateEntry,
  familyHistoryNotRead,
  foreignSubject,
  listAbsent,
  medicationNotUsed,
  nestedBundle,
  noPatient,
  noResource,
  noSubject,
  operationOutcome,
  recordNotInUse,
  resourceNotRead,
  subsetted,
  tooLarge,
  twoPatients,
} from '../../kernel/codes.ts'
import { canonical } from '../../kernel/digest.ts'
import type { ListName } from '../../kernel/fact.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { plainCopy } from '../../kernel/shape.ts'
import type { Patient } from '../../patient/patient.schema.ts'
import { Account, allLists, type FhirRecord } from './account.ts'
import { open, type Slot } from './bundle.ts'
import { type CodePair, siteCodesOf } from './concept.ts'
import { faultOf, isSubset } from './elements.ts'
import { type Desk, type Draft, idOf, leftOut, type Outcome, type Sent, used } from './entry.ts'
import { compact, member } from './json.ts'
import { personOf } from './person.ts'
import { readers } from './readers.ts'
import { Medications, subjectReader } from './reference.ts'

export type { EntryNote, FhirRecord, IncompleteNote } from './account.ts'
export type { CodePair } from './concept.ts'

/** What a site can add to the reading of a record. */
export interface FhirOptions {
  /** Codes of the sender and what is to stand beside them: a local product and its RxNorm ingredient, say. */
  readonly codes?: readonly CodePair[]
}

// The record takes no more entries in one list.
const mostEntries = 20_000

/**
 * A patient record from FHIR R4 JSON.
 *
 * Reads a Bundle (collection, searchset, transaction, batch), a list of resources or a single Patient. Each entry of
 * the input ends in exactly one of three places: used, kept but for a person to look at (`unmapped`), or left out
 * (`excluded`); none is dropped. What was not sent is unknown, not absent. Nothing is judged here.
 *
 * @param input - parsed JSON; anything else is refused
 * @param options - codes a site sets beside those of the sender
 * @returns the record, marked as parsed, with its account; or a refusal: `not-fhir-r4`, `no-patient`, `two-patients`,
 *   `bad-date` (birth date), `too-large`, `bad-argument` (options), or what the first look at outside data gives
 *
 * @example
 * ```ts
 * const read = patientFromFhir([{ resourceType: 'Patient', id: 'p1', birthDate: '1984-05-17' }])
 * read.ok && read.value.counts // => { entries: 1, used: 1, unmapped: 0, excluded: 0 }
 * ```
 *
 * @see HL7 FHIR R4 (4.0.1), Bundle and the resources named above, https://hl7.org/fhir/R4/
 */
export function patientFromFhir(input: unknown, options?: FhirOptions): Result<FhirRecord, Refusal> {
  const site = siteCodesOf(options)
  if (!site.ok) return site
  const copy = plainCopy(input)
  if (!copy.ok) return copy
  const opened = open(copy.value)
  if (!opened.ok) return opened
  const patient = onePatient(opened.value.slots)
  if (!patient.ok) return patient
  const person = personOf(patient.value, opened.value)
  if (!person.ok) return person

  const all = opened.value.slots.flatMap((slot) => (slot.sent === undefined ? [] : [slot.sent]))
  const medications = new Medications(all)
  const account = new Account(opened.value)
  const desk: Desk = { site: site.value, medication: (name, from) => medications.find(name, from) }
  const draft = emptyDraft()
  const whom = subjectReader(patient.value, all)
  const seen = new Set<string>()
  const medicationSlots: Slot[] = []
  for (const slot of opened.value.slots) {
    const { sent } = slot
    if (sent?.type === 'Medication' && !slot.deletes && !isRepeated(sent, seen)) medicationSlots.push(slot)
    else if (sent !== undefined && sent === patient.value) account.take(slot, used)
    else account.take(slot, place(slot, { desk, draft, whom, seen, account }))
  }
  // Only when everything that may refer to one was read is it known which medications were meant.
  for (const slot of medicationSlots) {
    const wanted = slot.sent !== undefined && medications.wasUsed(slot.sent.resource)
    account.take(slot, wanted ? used : leftOut(medicationNotUsed))
  }
  for (const list of allLists) {
    if (!draft.sent.has(list)) account.missing(listAbsent, '', [list])
    if (draft[list].length > mostEntries) return err(new Refusal(tooLarge, list))
  }
  if (isSubset(patient.value.resource)) account.missing(subsetted, patient.value.path, allLists)
  if (member(patient.value.resource, 'active') === false)
    account.missing(recordNotInUse, patient.value.path, allLists)
  return ok(account.close({ ...person.value, ...recordFrom(draft, account) }))
}

interface Work {
  readonly desk: Desk
  readonly draft: Draft
  readonly whom: ReturnType<typeof subjectReader>
  readonly seen: Set<string>
  readonly account: Account
}

function place(slot: Slot, { desk, draft, whom, seen, account }: Work): Outcome {
  const { sent, path } = slot
  if (slot.deletes) return leftOut(deletedEntry)
  if (sent === undefined) {
    account.missing(noResource, path, allLists)
    return leftOut(noResource)
  }
  if (sent.type === 'OperationOutcome' || sent.type === 'Bundle') {
    const row = sent.type === 'Bundle' ? nestedBundle : operationOutcome
    account.missing(row, path, allLists)
    return leftOut(row)
  }
  if (sent.type === 'Patient' || sent.type === 'Medication') return leftOut(duplicateEntry)
  const reader = Object.hasOwn(readers, sent.type) ? readers[sent.type] : undefined
  if (reader === undefined) {
    return leftOut(sent.type === 'FamilyMemberHistory' ? familyHistoryNotRead : resourceNotRead)
  }
  if (isRepeated(sent, seen)) return leftOut(duplicateEntry)
  const about = whom(sent)
  if (about === 'other') return leftOut(foreignSubject)
  if (about === 'nobody') {
    account.missing(noSubject, path, [reader.list])
    return leftOut(noSubject)
  }
  // An alert is no problem list: that one has to be sent for itself.
  if (sent.type !== 'Flag') draft.sent.add(reader.list)
  if (isSubset(sent.resource)) account.missing(subsetted, path, [reader.list])
  const fault = faultOf(sent.type, sent.resource)
  if (fault === undefined) return reader.read(sent, desk, draft)
  reader.hold(sent, desk, draft)
  return { bucket: 'unmapped', row: fault }
}

/** Whether the same resource, id and content, came before. Without an id it cannot be told. */
function isRepeated(sent: Sent, seen: Set<string>): boolean {
  if (idOf(sent.resource) === undefined) return false
  const key = canonical(sent.resource)
  if (seen.has(key)) return true
  seen.add(key)
  return false
}

/** The one patient of the input; the same resource twice is one, two of one id that differ are two. */
function onePatient(slots: readonly Slot[]): Result<Sent, Refusal> {
  const patients = slots.flatMap(({ sent, deletes }) => (sent?.type === 'Patient' && !deletes ? [sent] : []))
  const [first, ...others] = patients
  if (first === undefined) return err(new Refusal(noPatient, ''))
  const content = canonical(first.resource)
  const other = others.find((one) => idOf(one.resource) === undefined || canonical(one.resource) !== content)
  return other === undefined ? ok(first) : err(new Refusal(twoPatients, other.path))
}

function emptyDraft(): Draft {
  return {
    conditions: [],
    medicines: [],
    allergies: [],
    procedures: [],
    observations: [],
    statements: [],
    attestations: [],
    sent: new Set(),
  }
}

/** The lists that were sent. One of which nothing was sent stays out of the record: it is unknown, not empty. */
function recordFrom(draft: Draft, account: Account): Omit<Patient, 'record'> {
  const has = (list: ListName): boolean => draft.sent.has(list) || draft[list].length > 0
  const incomplete = allLists.filter(
    (list) => account.isPartial(list) || (draft[list].length > 0 && !draft.sent.has(list)),
  )
  return compact({
    format: 'ketamine-treatment/patient/1',
    conditions: has('conditions') ? draft.conditions : undefined,
    medicines: has('medicines') ? draft.medicines : undefined,
    allergies: has('allergies') ? draft.allergies : undefined,
    procedures: has('procedures') ? draft.procedures : undefined,
    observations: has('observations') ? draft.observations : undefined,
    statements: draft.statements,
    attestations: draft.attestations.length === 0 ? undefined : draft.attestations.slice(0, 50),
    incomplete: incomplete.length === 0 ? undefined : incomplete,
  })
}
