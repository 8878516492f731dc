/** Brain, pressure inside the skull, and eye: what rules may ask. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { icdRecalled, snomed, without } from './codes.ts'
import { traumaticBrainInjury } from './shared-codes.ts'

/** What the rules on brain and eye ask. */
export const neurologicalFacts = (): readonly FactRow[] => [
  {
    id: 'raised-intracranial-pressure',
    label: 'Raised intracranial pressure',
    ask: 'Is the pressure inside the skull raised?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      without(icdRecalled('G93.2 G93.5 G93.6 G91'), 'G91.2'),
      snomed('CODES', '271719001'),
      snomed('ECQM', '68267002'),
    ],
    // A hydrocephalus of normal pressure has to be reviewed.
    confirm: [icdRecalled('G91.2')],
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
      icdRecalled('S06.1 S06.2 S06.3 S06.4 S06.5 S06.6 S06.8 S06.9'),
    ],
    confirm: [icdRecalled('S06.A'), traumaticBrainInjury],
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
      icdRecalled('S06.1 S06.2 S06.3 S06.4 S06.5 S06.6 S06.8'),
    ],
    // These codes do not tell how serious it was.
    confirm: [
      icdRecalled('S06.0 S06.9 S06.A Z87.820 G93'),
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
      without(icdRecalled('H40 H42 S05.2 S05.3 S05.4 S05.5 S05.6'), 'H40.0'),
      snomed('ECQM', '23986001 30041005 392291006 84494001 77075001'),
    ],
    // A suspected glaucoma.
    confirm: [icdRecalled('H40.0')],
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
      icdRecalled('G40'),
      snomed('SYNTHEA', '84757009 128613002'),
    ],
    // One seizure is no disorder yet.
    confirm: [
      icdRecalled('R56.9'),
      snomed('SYNTHEA', '703151001'),
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
      icdRecalled('F01 F02 F03 G30 G31.0 G31.83'),
      snomed('ECQM', '52448006 26929004'),
      snomed('SYNTHEA', '230265002'),
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
      icdRecalled('F05'),
      snomed('ECQM', '2776000'),
    ],
    means: 'ask',
    sources: [recall('ci-delirium', 'K')],
  },
]
