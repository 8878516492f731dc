/** Names of code systems, and how a code is looked up in sets of codes. @module */
import type { CodeSystem } from './fact.ts'

/** A code as a record carries it. */
export interface RecordedCode {
  readonly system: string
  readonly code: string
  readonly display?: string | undefined
}

const aliases: Readonly<Record<CodeSystem, readonly string[]>> = {
  'icd-10-cm': [
    'http://hl7.org/fhir/sid/icd-10-cm',
    'urn:oid:2.16.840.1.113883.6.90',
    '2.16.840.1.113883.6.90',
  ],
  'snomed-ct': ['http://snomed.info/sct', 'urn:oid:2.16.840.1.113883.6.96', '2.16.840.1.113883.6.96'],
  rxnorm: [
    'http://www.nlm.nih.gov/research/umls/rxnorm',
    'urn:oid:2.16.840.1.113883.6.88',
    '2.16.840.1.113883.6.88',
  ],
  atc: ['http://www.whocc.no/atc', 'urn:oid:2.16.840.1.113883.6.73', '2.16.840.1.113883.6.73'],
  loinc: ['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1', '2.16.840.1.113883.6.1'],
  cvx: ['http://hl7.org/fhir/sid/cvx', 'urn:oid:2.16.840.1.113883.12.292', '2.16.840.1.113883.12.292'],
  unii: ['http://fdasis.nlm.nih.gov', 'urn:oid:2.16.840.1.113883.4.9', '2.16.840.1.113883.4.9'],
}

/* @__NO_SIDE_EFFECTS__ */
function indexAliases(): Map<string, CodeSystem> {
  const index = new Map<string, CodeSystem>()
  for (const [system, names] of Object.entries(aliases)) {
    if (!isCodeSystem(system)) continue
    index.set(system, system)
    for (const name of names) index.set(name, system)
  }
  return index
}

/* @__NO_SIDE_EFFECTS__ */
function isCodeSystem(name: string): name is CodeSystem {
  return Object.hasOwn(aliases, name)
}

const systems = /* @__PURE__ */ indexAliases()

/**
 * The code system a name stands for, by an exact table of its canonical URI, OID forms and short name.
 *
 * A trailing slash, another protocol or other letter case is another name: it is not guessed.
 *
 * @example
 * ```ts
 * systemOf('urn:oid:2.16.840.1.113883.6.96') // => 'snomed-ct'
 * systemOf('http://snomed.info/sct/') // => undefined
 * ```
 */
export function systemOf(name: string): CodeSystem | undefined {
  return systems.get(name)
}

/**
 * Whether a code can be placed by its prefix alone: a well-formed ICD-10-CM or ATC code.
 *
 * @example
 * ```ts
 * isPlacedByPrefix('icd-10-cm', 'I71.4') // => true
 * isPlacedByPrefix('snomed-ct', '432119003') // => false
 * ```
 */
export function isPlacedByPrefix(system: CodeSystem, code: string): boolean {
  if (system === 'icd-10-cm') return /^[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?$/.test(code)
  if (system === 'atc') return /^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$/.test(code)
  return false
}

/** The form in which a code is compared: ICD-10-CM codes lose their dot, nothing else changes. */
export function comparable(system: CodeSystem, code: string): string {
  return system === 'icd-10-cm' ? code.replace('.', '') : code
}
