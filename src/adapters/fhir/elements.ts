/** The elements R4 knows, so that a shape of another release is noticed and not read in part. @module */
import { type CodeRow, modifierNotKnown, notAsInR4, testData } from '../../kernel/codes.ts'
import { isMembers, listOf, type Members, member } from './json.ts'

const everywhere =
  'resourceType id meta implicitRules language text contained extension modifierExtension identifier'

/**
 * Element names by resource type: FHIR 4.0.1, profiles-resources.
 *
 * A resource with any other element is of another release, or its sender's own: what that element means for the rest
 * cannot be known.
 */
const elements: Readonly<Record<string, string>> = {
  Patient:
    'active name telecom gender birthDate deceasedBoolean deceasedDateTime address maritalStatus multipleBirthBoolean multipleBirthInteger photo contact communication generalPractitioner managingOrganization link',
  Condition:
    'clinicalStatus verificationStatus category severity code bodySite subject encounter onsetDateTime onsetAge onsetPeriod onsetRange onsetString abatementDateTime abatementAge abatementPeriod abatementRange abatementString recordedDate recorder asserter stage evidence note',
  MedicationRequest:
    'status statusReason intent category priority doNotPerform reportedBoolean reportedReference medicationCodeableConcept medicationReference subject encounter supportingInformation authoredOn requester performer performerType recorder reasonCode reasonReference instantiatesCanonical instantiatesUri basedOn groupIdentifier courseOfTherapyType insurance note dosageInstruction dispenseRequest substitution priorPrescription detectedIssue eventHistory',
  MedicationStatement:
    'basedOn partOf status statusReason category medicationCodeableConcept medicationReference subject context effectiveDateTime effectivePeriod dateAsserted informationSource derivedFrom reasonCode reasonReference note dosage',
  MedicationAdministration:
    'instantiates partOf status statusReason category medicationCodeableConcept medicationReference subject context supportingInformation effectiveDateTime effectivePeriod performer reasonCode reasonReference request device note dosage eventHistory',
  Medication: 'code status manufacturer form amount ingredient batch',
  AllergyIntolerance:
    'clinicalStatus verificationStatus type category criticality code patient encounter onsetDateTime onsetAge onsetPeriod onsetRange onsetString recordedDate recorder asserter lastOccurrence note reaction',
  Observation:
    'basedOn partOf status category code subject focus encounter effectiveDateTime effectivePeriod effectiveTiming effectiveInstant issued performer valueQuantity valueCodeableConcept valueString valueBoolean valueInteger valueRange valueRatio valueSampledData valueTime valueDateTime valuePeriod dataAbsentReason interpretation note bodySite method specimen device referenceRange hasMember derivedFrom component',
  Procedure:
    'instantiatesCanonical instantiatesUri basedOn partOf status statusReason category code subject encounter performedDateTime performedPeriod performedString performedAge performedRange recorder asserter performer location reasonCode reasonReference bodySite outcome report complication complicationDetail followUp note focalDevice usedReference usedCode',
  Flag: 'status category code subject period encounter author',
}

/* @__NO_SIDE_EFFECTS__ */
function indexElements(): ReadonlyMap<string, ReadonlySet<string>> {
  const common = everywhere.split(' ')
  return new Map(
    Object.entries(elements).map(([type, names]) => [type, new Set([...common, ...names.split(' ')])]),
  )
}

const known = /* @__PURE__ */ indexElements()

// Members that must be objects or lists of them wherever R4 has them; a text there is the shape of another release.
const objects = new Set([
  'clinicalStatus',
  'verificationStatus',
  'severity',
  'code',
  'subject',
  'patient',
  'meta',
])
const lists = new Set([
  'component',
  'dosage',
  'dosageInstruction',
  'ingredient',
  'reaction',
  'referenceRange',
  'link',
  'contained',
])

/**
 * Why a resource cannot be read as it stands, or undefined where it can.
 *
 * FHIR forbids to pass over a modifier extension or an implicit rule one does not know: either may negate the rest.
 */
export function faultOf(type: string, resource: Members): CodeRow | undefined {
  if (member(resource, 'implicitRules') !== undefined || hasModifier(resource)) return modifierNotKnown
  const names = known.get(type)
  for (const key of Object.keys(resource)) {
    const name = key.startsWith('_') ? key.slice(1) : key
    if (names !== undefined && !names.has(name)) return notAsInR4
    const value = member(resource, key)
    if (value === undefined) continue
    if (objects.has(key) && !isMembers(value)) return notAsInR4
    // An administration has one dosage, all others have several.
    const one = key === 'dosage' && type === 'MedicationAdministration'
    if (lists.has(key) && !one && !(Array.isArray(value) && value.every(isMembers))) return notAsInR4
  }
  return isTest(resource) ? testData : undefined
}

function hasModifier(resource: Members): boolean {
  const open: unknown[] = [resource]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isMembers(node) && Object.hasOwn(node, 'modifierExtension')) return true
    if (typeof node !== 'object' || node === null) continue
    for (const value of Object.values(node)) {
      if (typeof value === 'object' && value !== null) open.push(value)
    }
  }
  return false
}

const actReason = 'http://terminology.hl7.org/CodeSystem/v3-ActReason'
const observationValue = 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue'

function isTagged(resource: Members, keys: readonly string[], system: string, code: string): boolean {
  const meta = member(resource, 'meta')
  if (!isMembers(meta)) return false
  return keys.some((key) =>
    listOf(member(meta, key)).some((tag) => member(tag, 'system') === system && member(tag, 'code') === code),
  )
}

/** Whether a resource is marked as test health data. */
export function isTest(resource: Members): boolean {
  return isTagged(resource, ['tag', 'security'], actReason, 'HTEST')
}

/** Whether the sender left parts of a resource out. */
export function isSubset(resource: Members): boolean {
  return isTagged(resource, ['tag'], observationValue, 'SUBSETTED')
}
