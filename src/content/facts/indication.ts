/** What rows about the purpose of a treatment ask. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { atc, icd, icdRecalled, rxnorm, rxnormRecalled, snomed, snomedRecalled, without } from './codes.ts'
import { depressionsToConfirm, majorDepressions, psychoticDepressions } from './depression-codes.ts'
import { medicine } from './medicine.ts'

/** An answer of a person, whose yes speaks for the plan. */
/* @__NO_SIDE_EFFECTS__ */
function favourable(
  id: string,
  label: string,
  ask: string,
  statementMaxAge: string,
  more: Partial<Pick<FactRow, 'means' | 'sources'>> = {},
): FactRow {
  return {
    id,
    label,
    ask,
    kind: 'statement',
    lists: [],
    statementMaxAge,
    favourable: true,
    means: 'ask',
    ...more,
  }
}

/** The diagnosis, and danger to oneself. */
const diagnosis = (): readonly FactRow[] => [
  {
    id: 'major-depressive-disorder',
    label: 'Major depressive disorder',
    ask: 'Is there a major depressive disorder, with an episode now?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icd('ECQM', 'F32.0 F32.1 F32.2 F32.3 F32.9 F33.0 F33.1 F33.2 F33.3 F33.9'),
      snomed('CODES', '1153570009'),
      majorDepressions,
      psychoticDepressions,
    ],
    // The family alone, other depressive episodes, and an episode that is partly or wholly over.
    confirm: [
      without(icdRecalled('F32 F33'), 'F32.0 F32.1 F32.2 F32.3 F32.9 F33.0 F33.1 F33.2 F33.3 F33.9'),
      depressionsToConfirm,
    ],
    // An episode now: a code tells of the day it was written, and perhaps of the disease between its episodes.
    favourable: true,
    statementMaxAge: 'disease-state-max-age',
    means: 'ask',
    sources: [
      cite('trd-code-trd', 'CODES'),
      recall('trd-code-mdd-recurrent', 'K'),
      recall('trd-code-mdd-single', 'K'),
    ],
  },
  {
    id: 'acute-suicidality',
    label: 'Acute suicidal ideation or behaviour',
    ask: 'Is there acute suicidal ideation or behaviour now, as a clinician assessed it?',
    kind: 'condition',
    lists: ['conditions'],
    // A code tells of a day; whether it is so today only an assessment says.
    confirm: [icdRecalled('R45.851 T14.91'), snomedRecalled('6471006')],
    needsStatement: true,
    statementMaxAge: 'suicide-risk-max-age',
    means: 'ask',
    sources: [cite('pre-suicide-every-encounter', 'ZEROS')],
  },
]

/** What is decided and agreed on outside a label. */
const decisions = (): readonly FactRow[] => [
  favourable(
    'off-label-decision',
    'Decision to treat outside the label',
    'Has the prescriber decided to treat outside the label, with the reasons on record?',
    'off-label-record-max-age',
    { means: 'decide' },
  ),
  favourable(
    'off-label-consent',
    'Consent to treatment outside the label',
    'Does a clinician confirm that consent to treatment outside the label is on record, with what it covered?',
    'off-label-record-max-age',
    { means: 'decide' },
  ),
]

// An order is not an intake, and what is given otherwise than by mouth may have the same code.
const taken = { favourable: true, statementMaxAge: 'attestation-max-age' } as const

/** Earlier trials of antidepressants, and those taken now. */
const antidepressants = (): readonly FactRow[] => [
  {
    id: 'trials-short',
    label: 'Failed trials still missing for resistance',
    ask: 'Which antidepressants were tried: which dose, how long, how regularly, with what outcome, and why were they stopped?',
    kind: 'measurement',
    lists: ['observations'],
    unit: '{n}',
    means: 'ask',
    sources: [cite('trd-two-trials', 'MHP'), cite('trd-adherence', 'SFORD')],
  },
  favourable(
    'antidepressant-trials-complete',
    'List of antidepressant trials is complete',
    'Is the list of antidepressant trials complete?',
    'attestation-max-age',
    { sources: [cite('trd-adherence', 'ATHF')] },
  ),
  medicine('snri', {
    label: 'Serotonin and noradrenaline reuptake inhibitors',
    name: 'a serotonin and noradrenaline reuptake inhibitor',
    core: [
      rxnorm('RXATC', '39786 734064 72625 588250'),
      rxnormRecalled('1433212'),
      atc('N06AX16 N06AX17 N06AX21 N06AX23 N06AX28'),
    ],
    sources: [cite('trd-dose-venlafaxine', 'CANMAT23')],
  }),
  medicine('oral-antidepressant', {
    label: 'An antidepressant by mouth',
    name: 'an antidepressant',
    ask: 'Is an antidepressant taken by mouth at present, or begun together with the treatment?',
    includes: [
      'antidepressants', 'snri', 'isocarboxazid', 'moclobemide', 'phenelzine', 'tranylcypromine',
    ],
    ...taken,
    sources: [cite('prod-esk-us-mdsi', 'PI20')],
  }),
]

const window = 'workup-max-age'

/** What is done before a first session. */
const workup = (): readonly FactRow[] => [
  favourable(
    'history-taken',
    'Medical and psychiatric history taken',
    'Has a history been taken: illnesses of heart and vessels, psychosis, mania, substance use, earlier treatments?',
    window,
    // Which history was taken only who took it can say.
    { means: 'decide', sources: [recall('pre-mental-status', 'K', 'SAN17')] },
  ),
  favourable(
    'medicines-listed',
    'Current medicines listed',
    'Have all current medicines been listed, with those bought without prescription and herbal ones?',
    window,
    { sources: [cite('pre-med-list', 'JOOMAG')] },
  ),
  favourable(
    'depression-scale-scored',
    'Depression scale before the start',
    'Has a depression scale been scored before the start (PHQ-9, QIDS-SR or MADRS)?',
    window,
    { means: 'measure', sources: [cite('pre-rating-scale', 'VADOD')] },
  ),
  favourable(
    'sleep-apnoea-screened',
    'Screened for sleep apnoea',
    'Has a screen for sleep apnoea been done (STOP-BANG)?',
    window,
    { means: 'measure', sources: [cite('pre-sleep-apnoea-screen', 'CPSBC')] },
  ),
  {
    id: 'cardiovascular-risk-high',
    label: 'Cardiovascular disease suspected, or a high risk of it',
    ask: 'Is a cardiovascular disease suspected, or is the risk of one high?',
    kind: 'statement',
    lists: [],
    statementMaxAge: window,
    means: 'ask',
    sources: [cite('pre-baseline-ecg', 'ASRA18')],
  },
  favourable(
    'ecg-read',
    'Electrocardiogram read',
    'Has an electrocardiogram been recorded and read?',
    window,
    { means: 'measure', sources: [cite('pre-baseline-ecg', 'ASRA18')] },
  ),
  {
    id: 'liver-risk',
    label: 'Risk of liver disease, or frequent high doses planned',
    ask: 'Is there a risk of liver disease, or are frequent high doses planned?',
    kind: 'statement',
    lists: [],
    statementMaxAge: window,
    means: 'ask',
    sources: [cite('pre-baseline-lft', 'ASRA18')],
  },
  favourable(
    'renal-function-tested',
    'Renal function tested',
    'Has renal function been tested?',
    'labs-max-age',
    { means: 'measure', sources: [cite('legal-bc-facility', 'CPSBC')] },
  ),
  favourable(
    'urine-drug-screen-done',
    'Urine drug screen done',
    'Has a urine drug screen been done?',
    'urine-drug-screen-max-age',
    { means: 'measure', sources: [recall('pre-udst', 'K')] },
  ),
  favourable(
    'urinary-symptoms-asked',
    'Urinary symptoms asked before the start',
    'Have urinary symptoms been asked and recorded before the start?',
    window,
    { sources: [cite('pre-urinary-baseline', 'PI19', 'section 5.9')] },
  ),
  favourable(
    'pregnancy-tested',
    'Pregnancy test of the day done',
    'Has a pregnancy test been done today?',
    'pregnancy-test-max-age',
    { means: 'measure', sources: [cite('pre-pregnancy', 'NCTPREG')] },
  ),
]

/** Facts of indication, resistance and the work-up before a first session. */
export const indicationFacts = (): readonly FactRow[] => [
  ...diagnosis(),
  ...decisions(),
  ...antidepressants(),
  ...workup(),
]

/** What only rows of the United States ask. */
export const indicationFactsUs = (): readonly FactRow[] => [
  favourable(
    'suicidality-at-start',
    'Acute suicidal ideation or behaviour at the start of this course',
    'Did a clinician find acute suicidal ideation or behaviour when this course was decided on?',
    'acute-course-max-age',
    { means: 'decide', sources: [cite('prod-esk-us-mdsi', 'HCP-MDSI')] },
  ),
]

/** What only rows of the European Union, the United Kingdom and Switzerland ask. */
export const indicationFactsEu = (): readonly FactRow[] => [
  {
    id: 'psychotic-symptoms-in-episode',
    label: 'Psychotic symptoms in the depressive episode',
    ask: 'Are there psychotic symptoms in this episode?',
    kind: 'condition',
    lists: ['conditions'],
    includes: ['psychosis-current'],
    core: [icd('ECQM', 'F32.3 F33.3'), psychoticDepressions],
    means: 'ask',
    sources: [cite('prod-esk-ch-indication', 'SWISS')],
  },
  {
    id: 'depressive-episode-severity',
    label: 'How severe the depressive episode is',
    ask: 'How severe is the depressive episode now, as a clinician judges it?',
    kind: 'statement',
    lists: [],
    grades: ['subsyndromal', 'mild', 'moderate', 'severe'],
    statementMaxAge: 'disease-state-max-age',
    // Of two grades given at one time the one outside the label stands.
    favourable: true,
    means: 'decide',
    sources: [cite('prod-esk-eu-trd', 'SMPC-UK')],
  },
  favourable(
    'emergency-at-start',
    'A psychiatric emergency at the start of this course',
    'Did a clinician judge the depressive symptoms a psychiatric emergency when this course was decided on?',
    'acute-course-max-age',
    { means: 'decide', sources: [cite('prod-esk-eu-emergency', 'SMPC-PI')] },
  ),
  favourable(
    'prescriber-is-psychiatrist',
    'A psychiatrist decided to prescribe',
    'Did a psychiatrist take the decision to prescribe?',
    'off-label-record-max-age',
    { means: 'decide', sources: [cite('prod-esk-eu-prescriber', 'SMPC-UK')] },
  ),
  medicine('ssri-or-snri', {
    label: 'An SSRI or an SNRI',
    name: 'a selective serotonin reuptake inhibitor, or a serotonin and noradrenaline reuptake inhibitor',
    includes: ['ssri', 'snri'],
    ...taken,
    sources: [cite('prod-esk-eu-trd', 'SMPC-UK')],
  }),
]
