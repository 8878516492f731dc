/** What rules ask of liver, thyroid, lungs, airway and bladder, and of the body’s answer to the substance. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { icdRecalled, rxnorm, rxnormRecalled, snomed, snomedRecalled } from './codes.ts'
import {
  advancedLiverDiseases,
  airwayInfections,
  liverDiseases,
  perhapsAdvancedLiverDiseases,
  thyrotoxicoses,
} from './organ-codes.ts'

const disorderOfLiver = /* @__PURE__ */ snomedRecalled('235856003')

/** Facts about organs and reactions. */
export const organsFacts = (): readonly FactRow[] => [
  {
    id: 'hypersensitivity-ketamine',
    label: 'Hypersensitivity to ketamine or esketamine',
    ask: 'Is there, or was there ever, a hypersensitivity to ketamine or esketamine?',
    kind: 'allergy',
    lists: ['allergies', 'conditions'],
    // Ketamine and esketamine by every code they were seen under, ingredient and product; then the unwanted effect.
    core: [
      rxnormRecalled('6130'),
      rxnorm('RXATC', '2119365'),
      rxnorm('NDC', '238082 238083 238084 206967 206970 206972'),
      snomed('GMSDE', '789488000 789489008'),
      { system: 'atc', codes: ['N06AX27', 'N01AX14'], certainty: 'S', source: 'SMPC-MYF' },
      { system: 'atc', codes: ['N01AX03'], certainty: 'K' },
      icdRecalled('T41.295A T41.295D T41.295S'),
    ],
    // Z88.4 stands for any anaesthetic, T88.7 for any unwanted effect of any medicine.
    confirm: [icdRecalled('Z88.4 T88.7')],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-hypersensitivity', 'PI19', 'section 4')],
  },
  {
    // Excipients are asked by name: no code of one was seen.
    id: 'hypersensitivity-excipient',
    label: 'Hypersensitivity to an excipient of the product',
    ask: 'Is there a hypersensitivity to an excipient of the product (nasal spray: citric acid, disodium edetate, sodium hydroxide)?',
    kind: 'allergy',
    lists: ['allergies'],
    lasting: true,
    means: 'ask',
    sources: [cite('prod-esk-excipients', 'SMPC-MYF'), cite('prod-esk-excipients', 'SWISS')],
  },
  {
    id: 'liver-disease',
    label: 'Liver disease',
    ask: 'Is there a disease of the liver?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('K70 K71 K72 K73 K74 K75 K76 K77'),
      disorderOfLiver,
      liverDiseases,
    ],
    means: 'ask',
    sources: [cite('ci-hepatic-moderate', 'ASRA18')],
  },
  {
    // These codes prompt for the class: compensated cirrhosis carries them too. Fibrosis (K74.0) is not among them.
    id: 'advanced-liver-disease',
    label: 'Cirrhosis, portal hypertension or liver failure',
    ask: 'Is there cirrhosis, portal hypertension or failure of the liver?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('K70.3 K70.4 K71.1 K72 K74.3 K74.4 K74.5 K74.6 K76.6 K76.7'),
      { system: 'icd-10-cm', codes: ['K76.82'], from: '2022-10-01', certainty: 'K' },
      advancedLiverDiseases,
    ],
    confirm: [disorderOfLiver, perhapsAdvancedLiverDiseases],
    means: 'ask',
    sources: [cite('ci-hepatic-severe-esk', 'PI19', 'section 8.6')],
  },
  {
    id: 'child-pugh',
    label: 'Child-Pugh class',
    ask: 'Which Child-Pugh class (A, B, C, or none where the liver works normally)?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'liver-class-max-age',
    grades: ['none', 'A', 'B', 'C'],
    means: 'measure',
    sources: [cite('ci-hepatic-severe-esk', 'PI19', 'section 8.6')],
  },
  {
    id: 'raised-transaminases',
    label: 'Raised transaminases on the problem list',
    ask: 'Are the transaminases raised?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      { system: 'icd-10-cm', codes: ['R74.01'], from: '2020-10-01', certainty: 'S' },
      snomedRecalled('166643006'),
    ],
    means: 'measure',
    sources: [cite('ci-lft-3xuln', 'NCTAUD')],
  },
  {
    id: 'hyperthyroidism-not-controlled',
    label: 'Hyperthyroidism, untreated or not controlled',
    ask: 'Is there a hyperthyroidism that is untreated or not sufficiently treated?',
    kind: 'condition',
    lists: ['conditions'],
    // The disease is on the list whether treated or not: the code asks, the clinician answers.
    confirm: [
      icdRecalled('E05'),
      snomedRecalled('34486009'),
      thyrotoxicoses,
    ],
    means: 'measure',
    sources: [cite('ci-hyperthyroid', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'pulmonary-insufficiency',
    label: 'Pulmonary insufficiency, COPD included',
    ask: 'Is there a significant pulmonary insufficiency, COPD included?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('J44 J96.1'),
      snomedRecalled('13645005'),
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-pulmonary', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'sleep-apnoea',
    label: 'Sleep apnoea',
    ask: 'Is there sleep apnoea, known or likely by a screening tool?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('G47.33'),
      snomedRecalled('78275009'),
    ],
    means: 'ask',
    sources: [cite('ci-osa', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'morbid-obesity',
    label: 'Body mass index of 35 kg/m2 or more, as a diagnosis',
    ask: 'Is the body mass index 35 kg/m2 or more?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('E66.01 Z68.35 Z68.36 Z68.37 Z68.38 Z68.39 Z68.41 Z68.42 Z68.43 Z68.44 Z68.45'),
      { system: 'icd-10-cm', codes: ['E66.812', 'E66.813'], from: '2024-10-01', certainty: 'S' },
      snomed('ECQM', '408512008 238136002'),
    ],
    // 30 and over holds values on both sides of 35.
    confirm: [
      snomed('SYNTHEA', '162864005'),
    ],
    means: 'measure',
    sources: [cite('ci-bmi-35', 'SMPC-MYB')],
  },
  {
    id: 'acute-porphyria',
    label: 'Acute porphyria',
    ask: 'Is there an acute porphyria, in an attack or between attacks?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('E80.2'),
      snomed('CODES', '418470004'),
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-porphyria', 'ESAFE')],
  },
  {
    id: 'bladder-disease',
    label: 'Interstitial or ulcerative cystitis, or urinary symptoms of the ketamine type',
    ask: 'Is there an interstitial or ulcerative cystitis, or urgency, frequency, pain or blood as after ketamine?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('N30.1'),
      snomed('CODES', '197834003'),
      snomed('ECQM', '36139001'),
    ],
    // An unspecified cystitis or one symptom is most often an infection.
    confirm: [
      icdRecalled('N30.9 R30.0 R35.0 R39.15 R31'),
      snomed('SYNTHEA', '38822007'),
    ],
    means: 'ask',
    sources: [cite('ci-cystitis', 'PI19', 'section 5.9'), cite('ae-lt-cystitis-mechanism', 'KIC22')],
  },
  {
    id: 'urinary-symptoms-new',
    label: 'New urinary symptoms',
    ask: 'Are there new urinary symptoms since the last session: urgency, frequency, pain, blood?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'dosing-day-answer-max-age',
    means: 'ask',
    sources: [cite('conf-urinary-schedule', 'PI19', 'section 5.9')],
  },
  {
    id: 'airway-infection',
    label: 'Infection of the airway',
    ask: 'Is there an acute infection of the airway?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('J00 J01 J02 J03 J04 J05 J06'),
      snomed('SYNTHEA', '195662009 444814009 43878008'),
      airwayInfections,
    ],
    means: 'wait',
    sources: [cite('ci-airway-risk', 'KET-IT')],
  },
  {
    id: 'difficult-airway',
    label: 'Difficult airway',
    ask: 'Is a difficult airway known or expected from the examination?',
    kind: 'condition',
    lists: ['conditions'],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-airway-risk', 'KET-IT')],
  },
]
