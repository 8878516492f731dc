/**
 * How sets of codes are written: one text, the codes separated by blanks.
 *
 * The name each code was seen with stands in `code-names/`, apart from the rows, so that who only screens does not load it.
 * @module
 */
import type { Certainty } from '../../kernel/evidence.ts'
import type { CodeSystem, Codes } from '../../kernel/fact.ts'

/* @__NO_SIDE_EFFECTS__ */
function codesOf(system: CodeSystem, certainty: Certainty, text: string, source?: string): Codes {
  return { system, codes: wordsOf(text), certainty, ...(source === undefined ? {} : { source }) }
}

/** The words of a text, however many blanks and line ends stand between them. */
/* @__NO_SIDE_EFFECTS__ */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** ICD-10-CM families that were seen with their names in this source. */
/* @__NO_SIDE_EFFECTS__ */
export function icd(source: string, codes: string): Codes {
  return codesOf('icd-10-cm', 'S', codes, source)
}

/** ICD-10-CM families that the reference knows but did not see. */
/* @__NO_SIDE_EFFECTS__ */
export function icdRecalled(codes: string): Codes {
  return codesOf('icd-10-cm', 'K', codes)
}

/** SNOMED CT concepts that were seen with their names in this source. */
/* @__NO_SIDE_EFFECTS__ */
export function snomed(source: string, codes: string): Codes {
  return codesOf('snomed-ct', 'S', codes, source)
}

/** SNOMED CT concepts that the reference knows but did not see. */
/* @__NO_SIDE_EFFECTS__ */
export function snomedRecalled(codes: string): Codes {
  return codesOf('snomed-ct', 'K', codes)
}

/** RxNorm codes that were seen with their names in this source. */
/* @__NO_SIDE_EFFECTS__ */
export function rxnorm(source: string, codes: string): Codes {
  return codesOf('rxnorm', 'S', codes, source)
}

/** RxNorm codes that the reference knows but did not see. */
/* @__NO_SIDE_EFFECTS__ */
export function rxnormRecalled(codes: string): Codes {
  return codesOf('rxnorm', 'K', codes)
}

/** ATC families whose name in the WHO file is the name of the medicine or class itself. */
/* @__NO_SIDE_EFFECTS__ */
export function atc(codes: string): Codes {
  return codesOf('atc', 'S', codes, 'WHODDD')
}

/** ATC families placed here by what is known of the medicines in them; code and name stand in the WHO file. */
/* @__NO_SIDE_EFFECTS__ */
export function atcByClass(codes: string): Codes {
  return codesOf('atc', 'K', codes, 'WHODDD')
}

/** LOINC codes that were seen with their names in this source. */
/* @__NO_SIDE_EFFECTS__ */
export function loinc(source: string, codes: string): Codes {
  return codesOf('loinc', 'S', codes, source)
}

/** LOINC codes that the reference knows but did not see. */
/* @__NO_SIDE_EFFECTS__ */
export function loincRecalled(codes: string): Codes {
  return codesOf('loinc', 'K', codes)
}

/** The same families without some of their members. */
/* @__NO_SIDE_EFFECTS__ */
export function without(families: Codes, except: string): Codes {
  return { ...families, except: wordsOf(except) }
}
