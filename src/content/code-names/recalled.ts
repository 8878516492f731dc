/** Names of codes that the reference knows but did not see. @module */
import { type CodeName, remembered } from './named.ts'

/** Each code with the name it is known by; no source stands behind the pair. */
export const recalledNames = (): readonly CodeName[] => [
  ...remembered('snomed-ct', `
    33449004 Personality disorder
    6471006 Suicidal thoughts
    66214007 Substance abuse
    25702006 Alcohol intoxication
    34486009 Hyperthyroidism
    50490005 Hypertensive encephalopathy
    56265001 Heart disease
    368009 Heart valve disorder
    235856003 Disorder of liver
    166643006 Liver enzymes abnormal
    13645005 COPD
    78275009 Obstructive sleep apnea
    77386006 Pregnancy
    413712001 Breastfeeding mother
  `),
  ...remembered('rxnorm', `
    6130 ketamine
  `),
]
