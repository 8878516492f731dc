/** Brain, pressure inside the skull, and eye. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import { any, has, hasEver } from '../../kernel/rule.ts'
import { from2023, revised, until, until2023 } from '../editions.ts'
import {
  allProducts,
  bothPacks,
  compounded,
  injection,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'

const skull = 'Pressure inside the skull may rise further with blood pressure after a dose.'
const eye = 'Ketamine may raise the pressure of the eye.'

const raisedPressure = () => any(has('raised-intracranial-pressure'), has('current-intracranial-injury'))

const raisedPressureUs = (): UnsignedRule => ({
  id: 'neurological/raised-intracranial-pressure',
  version: 1,
  statement: 'Raised intracranial pressure',
  class: 'contraindicated',
  basis: 'label',
  certainty: 'S',
  asked: ['screening'],
  scope: nasalUs,
  when: raisedPressure(),
  because: skull,
  actions: [{ kind: 'refer', code: 'refer-neurology' }],
  sources: [cite('ci-icp-esk-eu', 'PI19', 'section 5.6')],
})

const raisedPressureKetamine = (): UnsignedRule => ({
  id: 'neurological/raised-intracranial-pressure-ketamine',
  version: 1,
  statement: 'Raised intracranial pressure, with ketamine by injection',
  class: 'specialist-review',
  basis: 'guideline',
  certainty: 'S',
  asked: ['screening'],
  scope: scope(injection, bothPacks, '2018-01-01'),
  when: raisedPressure(),
  because: skull,
  actions: [
    { kind: 'refer', code: 'refer-neurology' },
    { kind: 'document', code: 'document-specialist-decision' },
  ],
  sources: [cite('ci-icp-ketamine', 'ASRA18')],
})

/** Rules on brain and eye, alike in both packs. */
export const neurological = (): readonly UnsignedRule[] => [
  until('2024-09-30', raisedPressureKetamine()),
  revised('2024-10-01', raisedPressureKetamine(), { sources: [cite('ci-icp-ketamine', 'KET24')] }),
  {
    id: 'neurological/raised-intracranial-pressure-compounded',
    version: 1,
    statement: 'Raised intracranial pressure, with compounded ketamine',
    class: 'specialist-review',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(compounded, bothPacks, '2018-01-01'),
    when: raisedPressure(),
    because: skull,
    actions: [
      { kind: 'refer', code: 'refer-neurology' },
      { kind: 'document', code: 'document-specialist-decision' },
    ],
    sources: [cite('ci-icp-ketamine', 'ASRA18')],
  },
  {
    id: 'neurological/raised-intraocular-pressure-ketamine',
    version: 1,
    statement: 'Raised pressure of the eye, glaucoma or open globe',
    class: 'specialist-review',
    basis: 'guideline',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(injection, bothPacks, '2018-01-01'),
    when: has('raised-intraocular-pressure'),
    because: eye,
    actions: [
      { kind: 'refer', code: 'refer-ophthalmology' },
      { kind: 'document', code: 'document-specialist-decision' },
    ],
    sources: [
      cite('ci-iop-glaucoma', 'ASRA18'),
      cite('ci-iop-glaucoma', 'KET-ADR'),
      cite('ci-iop-glaucoma', 'PDR'),
      cite('ci-iop-glaucoma', 'KET-IT'),
    ],
  },
  {
    id: 'neurological/raised-intraocular-pressure-compounded',
    version: 1,
    statement: 'Raised pressure of the eye, glaucoma or open globe, with compounded ketamine',
    class: 'specialist-review',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(compounded, bothPacks, '2018-01-01'),
    when: has('raised-intraocular-pressure'),
    because: eye,
    actions: [
      { kind: 'refer', code: 'refer-ophthalmology' },
      { kind: 'document', code: 'document-specialist-decision' },
    ],
    sources: [cite('ci-iop-glaucoma', 'ASRA18')],
  },
  {
    id: 'neurological/seizure-disorder-ketamine',
    version: 1,
    statement: 'Seizure disorder',
    class: 'specialist-review',
    basis: 'consensus',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: hasEver('seizure-disorder'),
    because: 'Ketamine is reported both to provoke and to stop seizures.',
    actions: [
      { kind: 'refer', code: 'refer-neurology' },
      { kind: 'monitor', code: 'monitor-seizure' },
      { kind: 'document', code: 'document-specialist-decision' },
    ],
    sources: [cite('ci-seizure', 'KET-IT'), cite('ci-seizure', 'NCTAUD')],
  },
  {
    id: 'neurological/dementia',
    version: 1,
    statement: 'Dementia',
    class: 'specialist-review',
    basis: 'practice',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(allProducts, bothPacks),
    when: hasEver('dementia'),
    because: 'Confusion is more likely, and consent and self-report are harder.',
    actions: [
      { kind: 'document', code: 'assess-cognition' },
      { kind: 'document', code: 'document-specialist-decision' },
    ],
    sources: [cite('ci-dementia', 'CRTCE')],
  },
  {
    id: 'neurological/delirium',
    version: 1,
    statement: 'Delirium',
    class: 'defer',
    basis: 'practice',
    certainty: 'K',
    asked: ['screening', 'session'],
    scope: scope(allProducts, bothPacks),
    when: has('delirium'),
    because: 'Dissociation and sedation would deepen it and hide its course.',
    actions: [{ kind: 'wait-until', code: 'wait-until-resolved' }],
    sources: [recall('ci-delirium', 'K')],
  },
]

/** The rows of the United States. */
export const neurologicalUs = (): readonly UnsignedRule[] => [
  until2023(raisedPressureUs()),
  from2023(raisedPressureUs(), 'section 5.7'),
  {
    id: 'neurological/brain-injury-us',
    version: 1,
    statement: 'Serious head injury or serious disorder of the brain',
    class: 'specialist-review',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: hasEver('serious-brain-injury-or-disorder'),
    because: 'The EU leaflet of the same spray names it; no US text on it was seen.',
    actions: [
      { kind: 'refer', code: 'refer-neurology' },
      { kind: 'document', code: 'document-specialist-decision' },
    ],
    sources: [cite('ci-brain-injury-eu', 'EUPIL22')],
  },
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const neurologicalEu = (): readonly UnsignedRule[] => [
  {
    id: 'neurological/raised-intracranial-pressure-eu',
    version: 1,
    statement: 'Raised intracranial pressure',
    class: 'contraindicated',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: raisedPressure(),
    because: skull,
    actions: [{ kind: 'refer', code: 'refer-neurology' }],
    sources: [cite('ci-icp-esk-eu', 'SMPC-RXR'), cite('ci-icp-esk-eu', 'SMPC-IT')],
  },
  {
    id: 'neurological/brain-injury-eu',
    version: 1,
    statement: 'Serious head injury or serious disorder of the brain',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: hasEver('serious-brain-injury-or-disorder'),
    because:
      'An injured brain may bear a rise of pressure badly, and its state is harder to judge during the effect.',
    actions: [
      { kind: 'refer', code: 'refer-neurology' },
      { kind: 'document', code: 'document-benefit-risk' },
    ],
    sources: [cite('ci-brain-injury-eu', 'EUPIL22')],
  },
  {
    id: 'neurological/seizure-disorder-esketamine-eu',
    version: 1,
    statement: 'Seizure disorder',
    class: 'caution',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(nasal, ['eu'], '2024-12-12'),
    when: hasEver('seizure-disorder'),
    because: 'Since December 2024 the label lists seizures among the reactions to the spray.',
    actions: [{ kind: 'monitor', code: 'monitor-seizure' }],
    sources: [cite('legal-label-eu-2024-12', 'MEDIE', 'section 4.8'), cite('ci-seizure', 'KET-IT')],
  },
]
