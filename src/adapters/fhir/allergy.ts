/** Allergies and intolerances, and the statement that there are none. @module */
import { enteredInError, noCodeRead, statusNotKnown } from '../../kernel/codes.ts'
import { noneKnownCodes } from '../../patient/codes.ts'
import type { AllergyEntry } from '../../patient/patient.schema.ts'
import { codesIn, conceptOf, wordsOf } from './concept.ts'
import {
  Dates,
  type Desk,
  type Draft,
  keptWith,
  leftOut,
  type Outcome,
  origin,
  type Sent,
  used,
} from './entry.ts'
import { compact, keptText, listOf, member } from './json.ts'
import { allergyClinical, allergyVerification, codeStatus, conceptStatus, statusSystems } from './status.ts'

const types = { allergy: 'allergy', intolerance: 'intolerance' } as const
const criticalities = { low: 'low', high: 'high', 'unable-to-assess': 'unknown' } as const

/** An AllergyIntolerance; "no known allergy", where it is confirmed, becomes a dated statement about the list. */
export function readAllergy(sent: Sent, desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const verification = conceptStatus(
    allergyVerification,
    statusSystems.allergyVerification,
    member(resource, 'verificationStatus'),
  )
  if (verification.value === 'entered-in-error') return leftOut(enteredInError)
  const clinical = conceptStatus(
    allergyClinical,
    statusSystems.allergyClinical,
    member(resource, 'clinicalStatus'),
  )
  const dates = new Dates()
  const written = dates.read(member(resource, 'recordedDate'))
  const kept = origin(sent, written)
  const code = member(resource, 'code')
  const saysNone = codesIn(code, 'snomed-ct').some((one) => noneKnownCodes.allergies.includes(one))
  // Refuted or unconfirmed, "none known" says the opposite or nothing, so it stays an entry somebody has to read.
  if (saysNone && verification.value === 'confirmed' && clinical.value === 'active') {
    const at = kept.recordedAt
    draft.attestations.push({
      list: 'allergies',
      noneKnown: at === undefined ? { by: 'import' } : { at, by: 'import' },
    })
    return dates.row === undefined ? used : keptWith(dates.row)
  }
  const concept = conceptOf(code, desk.site)
  const known = verification.known && clinical.known
  const shared = {
    clinical: known ? clinical.value : 'unknown',
    verification: known ? verification.value : 'unknown',
    type: codeIf(types, member(resource, 'type')),
    criticality: codeIf(criticalities, member(resource, 'criticality')),
    onset:
      dates.read(member(resource, 'onsetDateTime')) ?? dates.period(member(resource, 'onsetPeriod'))?.start,
  } satisfies Partial<AllergyEntry>
  const reactions = listOf(member(resource, 'reaction'))
  const signs = reactions.flatMap((reaction) => listOf(member(reaction, 'manifestation')).map(wordsOf))
  draft.allergies.push(
    compact({
      ...kept,
      ...shared,
      codes: concept.codes.length === 0 ? undefined : [...concept.codes],
      text: concept.text,
      reaction: keptText(signs.filter((sign) => sign !== undefined).join('; ')),
    }),
  )
  for (const reaction of reactions)
    readSubstance(member(reaction, 'substance'), desk, draft, { ...kept, ...shared })
  return keptWith(known ? undefined : statusNotKnown, concept.read ? undefined : noCodeRead, dates.row)
}

// The substance of one reaction may be narrower than the entry (a class, an excipient): it is an entry of its own.
function readSubstance(substance: unknown, desk: Desk, draft: Draft, shared: AllergyEntry): void {
  const concept = conceptOf(substance, desk.site)
  if (concept.codes.length === 0 && concept.text === undefined) return
  const { id: _id, ...rest } = shared
  draft.allergies.push(
    compact({
      ...rest,
      codes: concept.codes.length === 0 ? undefined : [...concept.codes],
      text: concept.text,
    }),
  )
}

function codeIf<T extends string>(
  table: Readonly<Record<string, T>>,
  value: unknown,
): T | 'unknown' | undefined {
  return value === undefined ? undefined : codeStatus(table, value).value
}
