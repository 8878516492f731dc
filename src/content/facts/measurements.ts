/** What is measured: vital signs, body size, laboratory values, scores. @module */
import type { Citation } from '../../kernel/evidence.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import type { Codes, FactRow } from '../../kernel/fact.ts'
import { loinc, loincRecalled } from './codes.ts'

/** A measurement, compared in this unit. */
/* @__NO_SIDE_EFFECTS__ */
function measured(
  id: string,
  label: string,
  unit: string,
  ask: string,
  core: readonly Codes[],
  sources: readonly Citation[] = [],
): FactRow {
  return { id, label, ask, kind: 'measurement', lists: ['observations'], core, unit, means: 'measure', sources }
}

/**
 * Measurements rules may compare.
 *
 * A mean arterial pressure is no systolic pressure: its code stands in no row, so it answers nothing here.
 */
export const measurementFacts = (): readonly FactRow[] => [
  measured(
    'systolic-pressure',
    'Systolic blood pressure',
    'mm[Hg]',
    'What is the systolic blood pressure at rest?',
    [loinc('SYNTHEA', '8480-6')],
    [recall('mon-code-sbp', 'K')],
  ),
  measured(
    'diastolic-pressure',
    'Diastolic blood pressure',
    'mm[Hg]',
    'What is the diastolic blood pressure at rest?',
    [loinc('SYNTHEA', '8462-4')],
    [recall('mon-code-dbp', 'K')],
  ),
  measured(
    'heart-rate',
    'Heart rate',
    '/min',
    'What is the heart rate at rest?',
    [loinc('ECQM', '8867-4')],
    [recall('mon-code-hr', 'K')],
  ),
  measured(
    'respiratory-rate',
    'Respiratory rate',
    '/min',
    'What is the respiratory rate?',
    [loincRecalled('9279-1')],
    [recall('mon-code-rr', 'K')],
  ),
  measured(
    'oxygen-saturation',
    'Oxygen saturation',
    '%',
    'What is the oxygen saturation by pulse oximetry, on room air?',
    [loincRecalled('59408-5 2708-6')],
    [recall('mon-code-spo2', 'K')],
  ),
  measured('body-temperature', 'Body temperature', 'Cel', 'What is the body temperature?', [
    loinc('ECQM', '8310-5'),
    loinc('SYNTHEA', '8331-1'),
  ]),
  measured(
    'body-weight',
    'Body weight',
    'kg',
    'What is the body weight?',
    [loinc('SYNTHEA', '29463-7')],
    [recall('mon-code-weight', 'K')],
  ),
  measured(
    'body-height',
    'Body height',
    'cm',
    'What is the body height?',
    [loinc('SYNTHEA', '8302-2')],
    [recall('mon-code-height', 'K')],
  ),
  measured(
    'body-mass-index',
    'Body mass index',
    'kg/m2',
    'What is the body mass index?',
    [loinc('SYNTHEA', '39156-5')],
    [recall('mon-code-bmi', 'K')],
  ),
  measured(
    'alt',
    'Alanine aminotransferase',
    'U/L',
    'What is the alanine aminotransferase, and the upper limit of normal of the laboratory?',
    [loinc('SYNTHEA', '1742-6')],
    [recall('mon-code-alt', 'K')],
  ),
  measured(
    'ast',
    'Aspartate aminotransferase',
    'U/L',
    'What is the aspartate aminotransferase, and the upper limit of normal of the laboratory?',
    [loinc('SYNTHEA', '1920-8')],
  ),
  measured(
    'alp',
    'Alkaline phosphatase',
    'U/L',
    'What is the alkaline phosphatase, and the upper limit of normal of the laboratory?',
    [loinc('SYNTHEA', '6768-6')],
    [cite('pre-baseline-lft', 'KET-ONA')],
  ),
  measured(
    'ggt',
    'Gamma-glutamyl transferase',
    'U/L',
    'What is the gamma-glutamyl transferase, and the upper limit of normal of the laboratory?',
    [loincRecalled('2324-2')],
    [recall('mon-code-ggt', 'K')],
  ),
  measured('tsh', 'Thyrotropin', 'm[IU]/L', 'What is the thyrotropin (TSH)?', [loincRecalled('3016-3')]),
  measured(
    'phq9-total',
    'PHQ-9 total score',
    '{score}',
    'What is the total of the PHQ-9?',
    [loinc('USCORE', '44261-6')],
    [recall('mon-code-phq9', 'K')],
  ),
]
