/** The conditions the treatment is given for or proposed for, and the evidence of each. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { Indication } from '../../kernel/indication.ts'
import { emergency, resistant, suicidality } from '../dosing/dose-sets.ts'
import {
  alcohol,
  anxiety,
  bipolar,
  cocaine,
  compulsive,
  cordPain,
  ideation,
  otherPain,
  regionalPain,
  traumatic,
} from './purposes.ts'

const depression = (): readonly Indication[] => [
  {
    id: resistant,
    label: 'Treatment-resistant depression',
    area: 'depression',
    strength:
      'the esketamine spray: strong over a short time, moderate for the prevention of relapse; ketamine by vein: strong over a short time, in the second line of the Canadian guideline of 2023 (level 1 for one infusion, level 2 for repeated ones); other routes of ketamine: third line, level 3',
    trials: [
      {
        text: 'Esketamine with a new antidepressant against placebo with one (TRANSFORM-2), day 28: MADRS lower by 4.0 (95 % CI 0.64 to 7.31).',
        result: 'positive',
        certainty: 'S',
        sources: [cite('resp-transform2', 'POPOVA')],
      },
      {
        text: 'The same trial: response 69.3 against 52.0 %, remission 52.5 against 31.0 %.',
        result: 'positive',
        certainty: 'K',
        sources: [recall('resp-transform2-rates', 'K', 'POPOVA')],
      },
      {
        text: 'The trial of fixed doses of esketamine (TRANSFORM-1) missed its first test, of 84 mg.',
        result: 'negative',
        certainty: 'K',
        sources: [recall('resp-transform1', 'K')],
      },
      {
        text: 'Esketamine from the age of 65 (TRANSFORM-3): response 27 against 13.3 %; difference 13.7 points (CI -0.3 to 27.6).',
        result: 'unclear',
        certainty: 'S',
        sources: [cite('resp-transform3', 'T3')],
      },
      {
        text: 'A Japanese trial of esketamine (n = 202) showed no difference from placebo at day 28.',
        result: 'negative',
        certainty: 'S',
        sources: [cite('resp-japan-2b', 'JP2B')],
      },
      {
        text: 'Esketamine alone against placebo (n = 378), day 28: MADRS lower by 5.1 (56 mg) and 6.8 (84 mg).',
        result: 'positive',
        certainty: 'S',
        sources: [cite('resp-monotherapy', 'JANIK')],
      },
      {
        text: 'Esketamine against quetiapine XR (ESCAPE-TRD, n = 676): remission at week 8 in 27.1 against 17.6 %.',
        result: 'positive',
        certainty: 'K',
        sources: [recall('resp-escape', 'K')],
      },
      {
        text: 'Relapse of stable remitters (SUSTAIN-1), the esketamine spray continued or stopped after 16 weeks: 26.7 against 45.3 % (HR 0.49, 0.29 to 0.84).',
        result: 'positive',
        certainty: 'S',
        sources: [cite('resp-sustain1', 'SUS1')],
      },
      {
        text: 'Ketamine by vein against ECT in depression without psychosis (ELEKT-D, n = 403; 195 and 170 treated): response 55.4 against 41.2 % (difference 14.2 points, 95 % CI 3.9 to 24.2); not inferior.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('resp-elektd', 'ELEKT')],
      },
      {
        text: 'Six infusions of ketamine: 59 % responded, after a median of three infusions.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('resp-phillips-2019', 'PHIL19')],
      },
      {
        text: 'One infusion of ketamine against midazolam (n = 73): response at 24 hours in 64 against 28 %.',
        result: 'positive',
        certainty: 'K',
        sources: [recall('resp-murrough-2013', 'K', 'MUR13')],
      },
    ],
    notes: [
      {
        text: 'The Canadian task force of 2021 placed ketamine by vein in the third line: level 1 for one infusion, level 3 for repeated ones. The guideline of 2023 places it in the second line as an addition: level 1, repeated infusions level 2; other routes in the third line, level 3.',
        sources: [
          cite('ind-canmat', 'CANMAT'),
          cite('ind-canmat', 'ZARC'),
          cite('conf-canmat-line', 'CANMAT23'),
        ],
      },
      {
        text: 'The guideline of US veterans and defence of 2022 suggests ketamine or esketamine after several adequate trials have failed (weak for).',
        sources: [cite('resp-vadod', 'VADOD')],
      },
    ],
    sources: [
      cite('ind-trd', 'FAVA'),
      cite('ind-trd', 'PHIL19'),
      cite('ind-trd', 'ELEKT'),
      cite('ind-trd', 'POPOVA'),
      cite('ind-trd', 'SUS1'),
      cite('ind-trd', 'JANIK'),
    ],
  },
  {
    id: suicidality,
    label: 'Major depressive disorder with acute suicidal ideation or behaviour',
    area: 'depression',
    strength:
      'the esketamine spray: symptoms of depression improved; the suicidality endpoint did not beat placebo',
    trials: [
      {
        text: 'Two trials of esketamine with comprehensive care (ASPIRE): symptoms of depression improved; the suicidality endpoint did not beat placebo.',
        result: 'mixed',
        certainty: 'S',
        sources: [cite('ind-mdsi', 'HCP-MDSI'), cite('ind-mdsi', 'WCM')],
      },
    ],
    notes: [
      {
        text: 'A limit of use of the US label: not shown to prevent suicide or to lessen suicidal ideation or behaviour, and no reason to go without admission.',
        sources: [cite('prod-esk-limit-suicide', 'WCM')],
      },
    ],
    sources: [cite('ind-mdsi', 'HCP-MDSI'), cite('ind-mdsi', 'WCM')],
  },
  {
    id: ideation,
    label: 'Suicidal ideation, whatever the diagnosis',
    area: 'other-psychiatric',
    strength: 'ketamine by vein: moderate and short-lived; no prevention of suicide shown',
    trials: [
      {
        text: 'Data of single patients from several trials of ketamine (n = 167): d 0.48 to 0.85 up to one week.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('ind-si-ketamine', 'WIL18')],
      },
      {
        text: 'Pooled trials of ketamine: SMD -0.51 at 4 hours, -0.63 at 12 to 24 hours, -0.57 at 24 to 72 hours; no effect after.',
        result: 'mixed',
        certainty: 'S',
        sources: [cite('ind-si-duration', 'WITT')],
      },
      {
        text: 'Inpatients, two infusions of ketamine (n = 156): full remission of ideation at day 3 in 63.0 against 31.6 %, mainly in bipolar disorder (OR 14.1).',
        result: 'positive',
        certainty: 'S',
        sources: [cite('ind-si-abbar', 'ABB22')],
      },
      {
        text: 'The same trial at six weeks: 69.5 against 56.3 %, not significant.',
        result: 'negative',
        certainty: 'K',
        sources: [recall('ind-si-abbar-6wk', 'K')],
      },
    ],
    notes: [
      {
        text: 'The counts printed in the abstract of the trial of two infusions do not give its percentages: they are to be checked in the paper.',
        sources: [cite('ind-si-abbar', 'ABB22')],
      },
    ],
    sources: [cite('ind-si-ketamine', 'WIL18'), cite('ind-si-duration', 'WITT')],
  },
  {
    id: bipolar,
    label: 'Bipolar depression',
    area: 'depression',
    strength: 'ketamine by vein: small controlled trials; uncertain over a long time',
    trials: [
      {
        text: 'Crossover trials of ketamine under lithium or valproate: response 71 against 6 % (2010, n = 18), seen again in 2012 (n = 15).',
        result: 'positive',
        certainty: 'K',
        sources: [recall('ind-bipolar-zarate', 'K')],
      },
      {
        text: 'An open series of 13 patients given eight infusions of ketamine; in small studies no sign that the mood switches.',
        result: 'unclear',
        certainty: 'S',
        sources: [cite('ind-bipolar', 'BIPWIL'), cite('ind-bipolar', 'BIPREV')],
      },
    ],
    sources: [cite('ind-bipolar', 'BIPREV'), cite('ind-bipolar', 'BIPWIL')],
  },
]

const otherPsychiatric = (): readonly Indication[] => [
  {
    id: traumatic,
    label: 'Post-traumatic stress disorder',
    area: 'other-psychiatric',
    strength: 'ketamine by vein, mixed: one small positive trial, one larger negative one',
    trials: [
      {
        text: 'Civilians, six infusions of ketamine (n = 30): a fall of the CAPS-5 by at least 30 % in 67 against 20 %; the response was lost after a median of 27.5 days.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('ind-ptsd-feder', 'FED21'), cite('ind-ptsd-feder', 'FEDN')],
      },
      {
        text: 'Veterans, eight infusions of ketamine (n = 158): no benefit for this disorder; depression improved at 0.5 mg/kg.',
        result: 'negative',
        certainty: 'S',
        sources: [cite('ind-ptsd-abdallah', 'ABD22')],
      },
    ],
    notes: [
      { text: 'A review calls the findings inconsistent.', sources: [cite('ind-ptsd-overall', 'PTSDREV')] },
    ],
    sources: [cite('ind-ptsd-overall', 'PTSDREV')],
  },
  {
    id: compulsive,
    label: 'Obsessive-compulsive disorder',
    area: 'other-psychiatric',
    strength: 'ketamine by vein, mixed: one small crossover and one open trial that disagree',
    trials: [
      {
        text: 'Crossover of ketamine (n = 15): response after one week in 50 % (4 of 8) against 0 %.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('ind-ocd-rodriguez', 'ROD13')],
      },
      {
        text: 'Open trial of ketamine: none of 10 responded.',
        result: 'negative',
        certainty: 'S',
        sources: [cite('ind-ocd-bloch', 'BLO12')],
      },
    ],
    sources: [cite('ind-ocd-rodriguez', 'ROD13'), cite('ind-ocd-bloch', 'BLO12')],
  },
  {
    id: anxiety,
    label: 'Generalised or social anxiety',
    area: 'other-psychiatric',
    strength: 'ketamine: very small studies only',
    trials: [
      {
        text: 'Dose finding of ketamine (2017), and a crossover in social anxiety disorder (2018, n = 18).',
        result: 'unclear',
        certainty: 'K',
        sources: [recall('ind-anxiety', 'K')],
      },
    ],
    sources: [recall('ind-anxiety', 'K')],
  },
]

const substanceUse = (): readonly Indication[] => [
  {
    id: alcohol,
    label: 'Alcohol use disorder',
    area: 'substance-use',
    strength: 'ketamine by vein: one trial of phase 2 and one pilot trial',
    alsoRisk: true,
    trials: [
      {
        text: 'Three doses of ketamine of 0.8 mg/kg with therapy (n = 96): more abstinent days at six months; relapse did not differ.',
        result: 'mixed',
        certainty: 'S',
        sources: [cite('ind-aud-grabski', 'GRAB22')],
      },
      {
        text: 'One dose of ketamine of 0.71 mg/kg over 52 minutes with motivational therapy (n = 40): more abstinence, later relapse.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('ind-aud-dakwar', 'DAK20')],
      },
    ],
    notes: [
      {
        text: 'An active disorder is also a risk of the treatment: labels weigh and watch, consensus avoids it.',
        sources: [cite('conf-sud', 'ASRA18'), cite('conf-sud', 'PI19', 'section 9.2')],
      },
    ],
    sources: [cite('ind-aud-grabski', 'GRAB22'), cite('ind-aud-dakwar', 'DAK20')],
  },
  {
    id: cocaine,
    label: 'Cocaine use disorder',
    area: 'substance-use',
    strength: 'ketamine by vein: a small controlled trial',
    alsoRisk: true,
    trials: [
      {
        text: 'One infusion of ketamine with mindfulness training: more abstinence at the end of the study.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('ind-cocaine', 'COC19'), cite('ind-cocaine', 'DAK20')],
      },
    ],
    notes: [
      {
        text: 'An active disorder is also a risk of the treatment: labels weigh and watch, consensus avoids it.',
        sources: [cite('conf-sud', 'ASRA18'), cite('conf-sud', 'PI19', 'section 9.2')],
      },
    ],
    sources: [cite('ind-cocaine', 'COC19')],
  },
]

const painDoses = () => ({
  text: 'Infusions for pain are dosed otherwise than those for depression.',
  sources: [cite('ind-pain-dose', 'ASRA18')],
})

const pain = (): readonly Indication[] => [
  {
    id: regionalPain,
    label: 'Complex regional pain syndrome',
    area: 'pain',
    strength: 'ketamine by vein: moderate, to twelve weeks',
    trials: [
      {
        text: 'A guideline found moderate evidence for 22 mg/h over 4 days, or 0.35 mg/kg/h over 4 hours on 10 days.',
        result: 'positive',
        certainty: 'S',
        sources: [cite('ind-crps', 'ASRA18')],
      },
    ],
    notes: [painDoses()],
    sources: [cite('ind-crps', 'ASRA18')],
  },
  {
    id: cordPain,
    label: 'Pain after an injury of the spinal cord',
    area: 'pain',
    strength: 'ketamine by vein: weak, over a short time',
    trials: [
      {
        text: 'A guideline found weak evidence, for a short time, for 0.42 mg/kg/h up to 0.4 mg/kg.',
        result: 'mixed',
        certainty: 'S',
        sources: [cite('ind-sci-pain', 'ASRA18')],
      },
    ],
    notes: [painDoses()],
    sources: [cite('ind-sci-pain', 'ASRA18')],
  },
  {
    id: otherPain,
    label:
      'Other chronic pain: neuropathic, phantom, after shingles, fibromyalgia, cancer, ischaemia, migraine, back pain',
    area: 'pain',
    strength: 'ketamine by vein: weak or none',
    trials: [
      {
        text: 'A guideline found no evidence over months outside the complex regional pain syndrome.',
        result: 'unclear',
        certainty: 'S',
        sources: [cite('ind-other-pain', 'ASRA18')],
      },
    ],
    notes: [painDoses()],
    sources: [cite('ind-other-pain', 'ASRA18')],
  },
]

/** Conditions, with their key trials. */
export const indications = (): readonly Indication[] => [
  ...depression(),
  ...otherPsychiatric(),
  ...substanceUse(),
  ...pain(),
]

/** What only the EU label names. */
export const indicationsEu = (): readonly Indication[] => [
  {
    id: emergency,
    label: 'Psychiatric emergency in a moderate to severe episode of major depression (EU label)',
    area: 'depression',
    // The reference files no trials under the European wording; those under the US wording stand beside it.
    strength:
      'the esketamine spray: symptoms of depression improved; the suicidality endpoint did not beat placebo',
    trials: [
      {
        text: 'The trials behind the US indication with acute suicidality (ASPIRE): symptoms of depression improved; the suicidality endpoint did not beat placebo.',
        result: 'mixed',
        certainty: 'S',
        sources: [cite('ind-mdsi', 'WCM')],
      },
    ],
    sources: [cite('prod-esk-eu-emergency', 'SMPC-PI'), cite('prod-esk-eu-emergency', 'OINDP21')],
  },
]
