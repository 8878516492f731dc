/** Codes an outside record uses for readings and statements, and the facts they stand for. @module */
import type { Certainty } from '../kernel/evidence.ts'

/** One code of a reading, with the name it was seen with. */
export interface ReadingCode {
  /** LOINC. */
  readonly code: string
  readonly display: string
  /** Id of the measurement fact. */
  readonly fact: string
  /** `S`: code and name were seen together in the source; `K`: known, not seen. */
  readonly certainty: Certainty
  readonly source: string
}

const synthea = 'smart-on-fhir/generated-sample-data, R4 bundles'
const loincInR4 = 'FHIR R4 definitions, LOINC fragment'
const reference = 'clinical reference, observation codes'

/**
 * The LOINC codes of readings that rules ask for.
 *
 * The two blood pressure panels carry no value of their own: their parts do. A mean pressure is its own fact, so
 * that it is never taken for a systolic one.
 */
export const readingCodes: readonly ReadingCode[] = [
  {
    code: '8480-6',
    display: 'Systolic blood pressure',
    fact: 'systolic-pressure',
    certainty: 'S',
    source: loincInR4,
  },
  {
    code: '8462-4',
    display: 'Diastolic blood pressure',
    fact: 'diastolic-pressure',
    certainty: 'S',
    source: loincInR4,
  },
  {
    code: '8478-0',
    display: 'Mean blood pressure',
    fact: 'mean-pressure',
    certainty: 'S',
    source: 'HL7 Lithuania, vital signs guide, value set bp-mean-observation',
  },
  { code: '8867-4', display: 'Heart rate', fact: 'heart-rate', certainty: 'S', source: loincInR4 },
  {
    code: '9279-1',
    display: 'Respiratory rate',
    fact: 'respiratory-rate',
    certainty: 'K',
    source: reference,
  },
  {
    code: '59408-5',
    display: 'Oxygen saturation by pulse oximetry',
    fact: 'oxygen-saturation',
    certainty: 'K',
    source: reference,
  },
  {
    code: '2708-6',
    display: 'Oxygen saturation in Arterial blood',
    fact: 'oxygen-saturation',
    certainty: 'S',
    source: loincInR4,
  },
  { code: '29463-7', display: 'Body Weight', fact: 'body-weight', certainty: 'S', source: synthea },
  { code: '8302-2', display: 'Body Height', fact: 'body-height', certainty: 'S', source: synthea },
  { code: '39156-5', display: 'Body Mass Index', fact: 'body-mass-index', certainty: 'S', source: synthea },
  { code: '8331-1', display: 'Oral temperature', fact: 'body-temperature', certainty: 'S', source: synthea },
  {
    code: '44261-6',
    display: 'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]',
    fact: 'phq9-total',
    certainty: 'S',
    source: 'HL7 US Core, example observations',
  },
  {
    code: '70274-6',
    display: 'Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]',
    fact: 'gad7-total',
    certainty: 'S',
    source: 'Medizininformatik-Initiative, module PROMs, observation definition GAD-7',
  },
  {
    code: '1742-6',
    display: 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    fact: 'alt',
    certainty: 'S',
    source: synthea,
  },
  {
    code: '1920-8',
    display: 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    fact: 'ast',
    certainty: 'S',
    source: synthea,
  },
  {
    code: '6768-6',
    display: 'Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma',
    fact: 'alp',
    certainty: 'S',
    source: synthea,
  },
  { code: '2324-2', display: 'Gamma glutamyl transferase', fact: 'ggt', certainty: 'K', source: reference },
  {
    code: '3016-3',
    display: 'Thyrotropin [Units/volume] in Serum or Plasma',
    fact: 'tsh',
    certainty: 'S',
    source: 'loinc.org, part LP14487-0',
  },
]

/** Panels without a value of their own, and the facts their parts must answer. LOINC; seen in US Core and Synthea. */
export const panelCodes: Readonly<Record<string, readonly string[]>> = {
  '85354-9': ['systolic-pressure', 'diastolic-pressure'], // Blood pressure panel with all children optional
  '55284-4': ['systolic-pressure', 'diastolic-pressure'], // Blood Pressure, the code used before the panel
}

/** A question of an outside record whose coded answer is a statement about a fact. */
export interface StatementCode {
  /** LOINC. */
  readonly code: string
  readonly display: string
  readonly fact: string
  /** SNOMED CT code to answer. */
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>
  readonly source: string
}

/** Pregnancy status, with the four answers of the International Patient Summary. */
export const statementCodes: readonly StatementCode[] = [
  {
    code: '82810-3',
    display: 'Pregnancy status',
    fact: 'pregnancy',
    answers: {
      '77386006': 'yes', // Pregnant
      '60001007': 'no', // Not pregnant
      '152231000119106': 'unknown', // Pregnancy not yet confirmed
      '146799005': 'unknown', // Possible pregnancy
    },
    source:
      'HL7 International Patient Summary 2.0.1, value set pregnancy-status-uv-ips; HL7 US Core, example observation',
  },
]

/** SNOMED CT codes that say nothing is there to list, by list. Seen in the FHIR specification, example nka. */
export const noneKnownCodes: Readonly<Record<'allergies', readonly string[]>> = {
  allergies: ['716186003'], // No known allergy
}

/** SNOMED CT codes of severity. Seen in the FHIR value set condition-severity. */
export const severityCodes: Readonly<Record<string, 'mild' | 'moderate' | 'severe'>> = {
  '255604002': 'mild',
  '6736007': 'moderate',
  '24484000': 'severe',
}
