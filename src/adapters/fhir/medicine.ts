/** Ordered, reported and administered medicines. @module */
import {
  enteredInError,
  ingredientNotRead,
  noCodeRead,
  notAsInR4,
  referenceNotResolved,
  statusNotKnown,
} from '../../kernel/codes.ts'
import type { MedicineEntry } from '../../patient/patient.schema.ts'
import { type Concept, conceptOf, wordsOf } from './concept.ts'
import { doseOf } from './dose.ts'
import { faultOf } from './elements.ts'
import { Dates, type Desk, type Draft, keptWith, leftOut, type Outcome, origin, type Sent } from './entry.ts'
import { compact, keptText, listOf, type Members, member, membersOf, textOf } from './json.ts'
import { administrationStatus, codeStatus, requestIntent, requestStatus, statementStatus } from './status.ts'

/** The medicine of an entry, and whatever of it could not be read. */
interface Product {
  readonly concept: Concept
  /** Ingredients without a code, in words where there are any. */
  readonly unread: readonly (string | undefined)[]
  readonly ingredients: number
  readonly row?: typeof referenceNotResolved | typeof ingredientNotRead | typeof notAsInR4
}

const nothing: Concept = { codes: [], text: undefined, read: false }

function productOf(sent: Sent, desk: Desk): Product {
  const { resource } = sent
  const coded = member(resource, 'medicationCodeableConcept')
  if (coded !== undefined) return { concept: conceptOf(coded, desk.site), unread: [], ingredients: 0 }
  const reference = membersOf(member(resource, 'medicationReference'))
  if (reference === undefined) return { concept: nothing, unread: [], ingredients: 0 }
  const text = keptText(member(reference, 'display'))
  const target = textOf(member(reference, 'reference'))
  const medication = target === undefined ? undefined : desk.medication(target, sent)
  if (medication === undefined) {
    return { concept: { ...nothing, text }, unread: [], ingredients: 0, row: referenceNotResolved }
  }
  if (
    faultOf('Medication', medication) !== undefined ||
    member(medication, 'status') === 'entered-in-error'
  ) {
    return { concept: nothing, unread: [], ingredients: 0, row: notAsInR4 }
  }
  return withIngredients(conceptOf(member(medication, 'code'), desk.site), medication, desk, text)
}

// A product is placed by its ingredients too. One without a code must not hide behind one that has a code.
function withIngredients(
  concept: Concept,
  medication: Members,
  desk: Desk,
  text: string | undefined,
): Product {
  const codes = [...concept.codes]
  const unread: (string | undefined)[] = []
  const active = listOf(member(medication, 'ingredient')).filter((one) => member(one, 'isActive') !== false)
  for (const ingredient of active) {
    const item = conceptOf(member(ingredient, 'itemCodeableConcept'), desk.site)
    codes.push(...item.codes)
    const reference = membersOf(member(ingredient, 'itemReference'))
    if (!item.read) unread.push(item.text ?? (reference && keptText(member(reference, 'display'))))
  }
  const whole: Concept = {
    codes: codes.slice(0, 50),
    text: concept.text ?? (codes.length === 0 ? text : undefined),
    read: concept.read || active.length > unread.length,
  }
  return {
    concept: whole,
    unread,
    ingredients: active.length,
    ...(unread.length === 0 ? {} : { row: ingredientNotRead }),
  }
}

type Rest = Pick<MedicineEntry, 'status' | 'intent' | 'period' | 'lastTaken' | 'dose' | 'route'>

function keep(
  sent: Sent,
  desk: Desk,
  draft: Draft,
  dates: Dates,
  known: boolean,
  rest: Rest,
  written: unknown,
): Outcome {
  const product = productOf(sent, desk)
  const kept = origin(sent, dates.read(written))
  const { concept } = product
  // The amount of a combination is not the amount of any one of its parts.
  const dose =
    product.ingredients > 1 && rest.dose !== undefined ? compact({ text: rest.dose.text }) : rest.dose
  draft.medicines.push(
    compact({
      ...kept,
      ...rest,
      dose: dose === undefined || Object.keys(dose).length === 0 ? undefined : dose,
      codes: concept.codes.length === 0 ? undefined : [...concept.codes],
      text: concept.text,
    }),
  )
  for (const text of product.unread) {
    draft.medicines.push(
      compact({
        from: kept.from,
        recordedAt: kept.recordedAt,
        status: rest.status,
        intent: rest.intent,
        text,
      }),
    )
  }
  return keptWith(
    known ? undefined : statusNotKnown,
    product.row,
    concept.read ? undefined : noCodeRead,
    dates.row,
  )
}

/** A MedicationRequest. An order not to give is kept as one; when it was written says nothing of the last intake. */
export function readRequest(sent: Sent, desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const status = codeStatus(requestStatus, member(resource, 'status'))
  if (status.value === 'entered-in-error') return leftOut(enteredInError)
  const intent = codeStatus(requestIntent, member(resource, 'intent'))
  const not = member(resource, 'doNotPerform')
  // The element turns the meaning round, so anything but a plain false or true leaves the intent open.
  const readable = not === undefined || typeof not === 'boolean'
  const dates = new Dates()
  const dosages = listOf(member(resource, 'dosageInstruction'))
  const [only] = dosages
  const bounds = dosages.length === 1 && only !== undefined ? boundsOf(only) : undefined
  const period = dates.period(bounds)
  const rest: Rest = {
    status: status.value,
    intent: readable ? (not === true ? 'prohibited' : intent.value) : 'unknown',
    period: period === undefined ? undefined : compact(period),
    dose: doseOf(dosages),
    route: dosages.length === 1 && only !== undefined ? wordsOf(member(only, 'route')) : undefined,
  }
  const known = status.known && intent.known && readable
  return keep(sent, desk, draft, dates, known, rest, member(resource, 'authoredOn'))
}

function boundsOf(dosage: Members): unknown {
  const repeat = membersOf(member(membersOf(member(dosage, 'timing')) ?? {}, 'repeat'))
  return repeat === undefined ? undefined : member(repeat, 'boundsPeriod')
}

/** A MedicationStatement: what somebody reports to be taken. */
export function readStatement(sent: Sent, desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const status = codeStatus(statementStatus, member(resource, 'status'))
  if (status.value === 'entered-in-error') return leftOut(enteredInError)
  const dates = new Dates()
  const dosages = listOf(member(resource, 'dosage'))
  const [only] = dosages
  const period = dates.period(member(resource, 'effectivePeriod'))
  const rest: Rest = {
    status: status.value,
    intent: 'reported',
    period: period === undefined ? undefined : compact(period),
    // A single time is one at which it was taken.
    lastTaken: dates.read(member(resource, 'effectiveDateTime')),
    dose: doseOf(dosages),
    route: dosages.length === 1 && only !== undefined ? wordsOf(member(only, 'route')) : undefined,
  }
  return keep(sent, desk, draft, dates, status.known, oneEnd(rest), member(resource, 'dateAsserted'))
}

/** A MedicationAdministration: what was given, at one time or over a period. */
export function readAdministration(sent: Sent, desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const status = codeStatus(administrationStatus, member(resource, 'status'))
  if (status.value === 'entered-in-error') return leftOut(enteredInError)
  const dates = new Dates()
  const dosage = membersOf(member(resource, 'dosage'))
  const period = dates.period(member(resource, 'effectivePeriod'))
  const text = dosage === undefined ? undefined : keptText(member(dosage, 'text'))
  const rest: Rest = {
    status: status.value,
    intent: 'administered',
    period: period === undefined ? undefined : compact(period),
    lastTaken: dates.read(member(resource, 'effectiveDateTime')),
    dose: text === undefined ? undefined : { text },
    route: dosage === undefined ? undefined : wordsOf(member(dosage, 'route')),
  }
  return keep(sent, desk, draft, dates, status.known, oneEnd(rest), undefined)
}

// Both a time and a period is one too many; FHIR allows one. The period says more.
function oneEnd(rest: Rest): Rest {
  return rest.period === undefined ? rest : { ...rest, lastTaken: undefined }
}
