/** Brain, pressure inside the skull, and eye: what rules may ask. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { traumaticBrainInjury } from './shared-codes.ts'

/** What the rules on brain and eye ask. */
export const neurologicalFacts: readonly FactRow[] = [
  {
    id: 'raised-intracranial-pressure',
    label: 'Raised intracranial pressure',
    ask: 'Is the pressure inside the skull raised?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      { system: 'icd-10-cm', codes: ['G93.2', 'G93.5', 'G93.6', 'G91'], except: ['G91.2'], certainty: 'K' },
      {
        system: 'snomed-ct',
        codes: ['271719001'],
        display: ['Raised intracranial pressure'],
        certainty: 'S',
        source: 'CODES',
      },
      {
        system: 'snomed-ct',
        codes: ['68267002'],
        display: ['Benign intracranial hypertension'],
        certainty: 'S',
        source: 'ECQM',
      },
    ],
    // A hydrocephalus of normal pressure has to be reviewed.
    confirm: [{ system: 'icd-10-cm', codes: ['G91.2'], certainty: 'K' }],
    means: 'ask',
    sources: [cite('ci-icp-esk-eu', 'SMPC-RXR')],
  },
  {
    id: 'current-intracranial-injury',
    label: 'Current injury inside the skull',
    ask: 'Is there an injury inside the skull that has not healed?',
    kind: 'condition',
    lists: ['conditions'],
    // A concussion alone (S06.0) is left out; what an old entry tells of today has to be asked.
    core: [
      {
        system: 'icd-10-cm',
        codes: ['S06.1', 'S06.2', 'S06.3', 'S06.4', 'S06.5', 'S06.6', 'S06.8', 'S06.9'],
        certainty: 'K',
      },
    ],
    confirm: [{ system: 'icd-10-cm', codes: ['S06.A'], certainty: 'K' }, traumaticBrainInjury],
    entryMaxAge: 'intracranial-injury-entry-max-age',
    statementMaxAge: 'disease-state-max-age',
    means: 'ask',
    sources: [cite('ci-icp-esk-eu', 'SMPC-RXR')],
  },
  {
    id: 'serious-brain-injury-or-disorder',
    label: 'Serious head injury or serious disorder of the brain',
    ask: 'Is there, or was there ever, a serious head injury or another serious disorder of the brain?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      {
        system: 'icd-10-cm',
        codes: ['S06.1', 'S06.2', 'S06.3', 'S06.4', 'S06.5', 'S06.6', 'S06.8'],
        certainty: 'K',
      },
    ],
    // These codes do not tell how serious it was.
    confirm: [
      { system: 'icd-10-cm', codes: ['S06.0', 'S06.9', 'S06.A', 'Z87.820', 'G93'], certainty: 'K' },
      traumaticBrainInjury,
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-brain-injury-eu', 'EUPIL22')],
  },
  {
    id: 'raised-intraocular-pressure',
    label: 'Raised pressure of the eye, glaucoma or open globe',
    ask: 'Is there a raised pressure of the eye, a glaucoma or an open injury of the globe?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      {
        system: 'icd-10-cm',
        codes: ['H40', 'H42', 'S05.2', 'S05.3', 'S05.4', 'S05.5', 'S05.6'],
        except: ['H40.0'],
        certainty: 'K',
      },
      {
        system: 'snomed-ct',
        codes: ['23986001', '30041005', '392291006', '84494001', '77075001'],
        display: [
          'Glaucoma',
          'Acute angle-closure glaucoma',
          'Angle-closure glaucoma',
          'Open-angle glaucoma',
          'Primary open angle glaucoma',
        ],
        certainty: 'S',
        source: 'ECQM',
      },
    ],
    // A suspected glaucoma.
    confirm: [{ system: 'icd-10-cm', codes: ['H40.0'], certainty: 'K' }],
    means: 'ask',
    sources: [cite('ci-iop-glaucoma', 'ASRA18')],
  },
  {
    id: 'seizure-disorder',
    label: 'Seizure disorder',
    ask: 'Is there, or was there ever, an epilepsy or another seizure disorder?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      { system: 'icd-10-cm', codes: ['G40'], certainty: 'K' },
      {
        system: 'snomed-ct',
        codes: ['84757009', '128613002'],
        display: ['Epilepsy', 'Seizure disorder'],
        certainty: 'S',
        source: 'SYNTHEA',
      },
    ],
    // One seizure is no disorder yet.
    confirm: [
      { system: 'icd-10-cm', codes: ['R56.9'], certainty: 'K' },
      {
        system: 'snomed-ct',
        codes: ['703151001'],
        display: ['History of single seizure (situation)'],
        certainty: 'S',
        source: 'SYNTHEA',
      },
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-seizure', 'KET-IT')],
  },
  {
    id: 'dementia',
    label: 'Dementia',
    ask: 'Is there a dementia?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      { system: 'icd-10-cm', codes: ['F01', 'F02', 'F03', 'G30', 'G31.0', 'G31.83'], certainty: 'K' },
      {
        system: 'snomed-ct',
        codes: ['52448006', '26929004'],
        display: ['Dementia', "Alzheimer's disease"],
        certainty: 'S',
        source: 'ECQM',
      },
      {
        system: 'snomed-ct',
        codes: ['230265002'],
        display: ["Familial Alzheimer's disease of early onset"],
        certainty: 'S',
        source: 'SYNTHEA',
      },
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-dementia', 'CRTCE')],
  },
  {
    id: 'delirium',
    label: 'Delirium',
    ask: 'Is there a delirium?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      { system: 'icd-10-cm', codes: ['F05'], certainty: 'K' },
      { system: 'snomed-ct', codes: ['2776000'], display: ['Delirium'], certainty: 'S', source: 'ECQM' },
    ],
    means: 'ask',
    sources: [recall('ci-delirium', 'K')],
  },
]
