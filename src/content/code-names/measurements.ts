/** Names of measurements in LOINC. @module */
import { type CodeName, named } from './named.ts'

/** Each measurement with the name beside which its code was seen. */
export const measurementNames = (): readonly CodeName[] => [
  ...named('loinc', 'SYNTHEA', `
    8480-6 Systolic Blood Pressure
    8462-4 Diastolic Blood Pressure
    8331-1 Oral temperature
    29463-7 Body Weight
    8302-2 Body Height
    39156-5 Body Mass Index
    1742-6 Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma
    1920-8 Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma
    6768-6 Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma
  `),
  ...named('loinc', 'ECQM', `
    8867-4 Heart rate
    8310-5 Body temperature
  `),
  ...named('loinc', 'USCORE', `
    44261-6 Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]
  `),
]
