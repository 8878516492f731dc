/** Vessels, bleeding and blood pressure: what rules may ask, and the codes that answer. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { icd, icdRecalled, snomed, snomedRecalled, without } from './codes.ts'
import {
  arterialAneurysms,
  bleedingAneurysms,
  cerebralInfarctions,
  coronaryAneurysm,
  haemorrhagicStrokes,
  historyOfMyocardialInfarction,
  historyOfStroke,
  hypertension,
  intracerebralHaemorrhages,
  myocardialInfarctions,
  pastMyocardialInfarction,
  strokes,
  traumaticBrainInjury,
  unstableAnginas,
  ventricularAneurysm,
} from './shared-codes.ts'

/** Any disorder of vessels with a bulge; its members include harmless ones of the retina, which are other codes. */
const aneurysm = /* @__PURE__ */ snomed('SCTOOL', '432119003')

const eclampsias = /* @__PURE__ */ snomed('ECQM', '15938005 398254007')

/** What the rules on vessels ask. */
export const vascularFacts = (): readonly FactRow[] => [
  {
    id: 'aneurysmal-vascular-disease',
    label: 'Aneurysmal vascular disease',
    ask: 'Is there, or was there ever, an aneurysm or a dissection of an artery, treated or not?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('I71 I72'),
      // An acquired fistula of the brain shares this code; the more dangerous reading stands.
      icd('DDBI67', 'I67.1'),
      icdRecalled('I60.0 I60.1 I60.2 I60.3 I60.4 I60.5 I60.6'),
      icd('NHSICD', 'I60.7'),
      aneurysm,
      bleedingAneurysms,
      arterialAneurysms,
    ],
    confirm: [
      icd('ICDQ28', 'Q28.0 Q28.1 Q28.2 Q28.3 Q28.8 Q27.8'),
      icdRecalled('I60.9 Q24.5 Q25.79 Q25.43 I28.1 I25.3 I25.41 I79.0 I67.0 I77.7 I77.81'),
      // Nearly every past disease of the circulation carries this code, a treated aneurysm among them.
      icd('CODAN25', 'Z86.79'),
      ventricularAneurysm,
      coronaryAneurysm,
      snomed('ECQM', '12232008 234017002'),
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-aneurysm', 'PI19', 'section 4')],
  },
  {
    id: 'arteriovenous-malformation',
    label: 'Arteriovenous malformation',
    ask: 'Is there, or was there ever, an arteriovenous malformation of the brain, the spinal cord or another organ?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icd('ICDQ28', 'Q28.0 Q28.2'),
      icd('NHSICD', 'I60.8'),
      icdRecalled('Q27.3'),
    ],
    confirm: [
      icd('ICDQ28', 'Q28.8 I72.0'),
      icd('DDBI67', 'I67.1'),
      icdRecalled('Q25.72 I28.0 I77.0 I78.0 K55.2'),
      snomed('CODES', '439470001 111289009'),
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-avm', 'PI19', 'section 4')],
  },
  {
    id: 'intracerebral-haemorrhage',
    label: 'History of intracerebral haemorrhage',
    ask: 'Was there ever a bleeding into the brain, with or without an injury?',
    kind: 'condition',
    lists: ['conditions'],
    core: [icdRecalled('I61'), intracerebralHaemorrhages],
    history: [icdRecalled('I69.1')],
    confirm: [
      icdRecalled('I60 I62 I69.0 I69.2 S06.34 S06.35 S06.36 S06.37 S06.38'),
      icd('CODAN25', 'Z87.820 Z86.79'),
      bleedingAneurysms,
      haemorrhagicStrokes,
      // A stroke or an injury of a kind the entry does not tell may have been a bleeding.
      strokes,
      historyOfStroke,
      traumaticBrainInjury,
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-ich-history', 'PI19', 'section 4')],
  },
  {
    id: 'bp-rise-serious-hazard',
    label: 'A rise of blood pressure would be a serious hazard',
    ask: 'In the view of the treating clinician, would a marked rise of blood pressure be a serious hazard?',
    kind: 'condition',
    lists: ['conditions'],
    confirm: [
      icdRecalled('I16 I71 I60 I61 I62 I63 I69 Z86.73 I21 I20.0 E05'),
      // Hypertension alone decides nothing, and neither do the vessels that the other rows name: they prompt the question.
      icdRecalled('I10 I11 I12 I13 I15'),
      icdRecalled('I72 I67.1 Q28.0 Q28.2 Q27.3'),
      hypertension,
      aneurysm,
      arterialAneurysms,
      bleedingAneurysms,
      intracerebralHaemorrhages,
      haemorrhagicStrokes,
      strokes,
      cerebralInfarctions,
      historyOfStroke,
      myocardialInfarctions,
      pastMyocardialInfarction,
      historyOfMyocardialInfarction,
      unstableAnginas,
      snomedRecalled('34486009'),
    ],
    means: 'decide',
    sources: [cite('ci-bp-serious-hazard', 'PDR')],
  },
  {
    id: 'hypertensive-encephalopathy',
    label: 'History of hypertensive encephalopathy',
    ask: 'Was there ever a hypertensive encephalopathy?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('I67.4'),
      snomedRecalled('50490005'),
    ],
    // A hypertensive emergency may have been of the brain or of another organ.
    confirm: [icdRecalled('I16.1')],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-hypertensive-encephalopathy', 'PI19', 'section 5.6')],
  },
  {
    id: 'pre-eclampsia',
    label: 'Eclampsia or pre-eclampsia',
    ask: 'Is there an eclampsia or a pre-eclampsia now?',
    kind: 'condition',
    lists: ['conditions'],
    core: [icdRecalled('O11 O14 O15'), eclampsias],
    askedOf: 'childbearing',
    entryMaxAge: 'pre-eclampsia-entry-max-age',
    means: 'ask',
    sources: [cite('ci-eclampsia', 'KET-UK')],
  },
  {
    id: 'stroke-or-cerebral-trauma',
    label: 'Cerebrovascular accident or cerebral trauma',
    ask: 'Was there ever a stroke or an injury of the brain?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      without(icdRecalled('I60 I61 I62 I63 S06'), 'S06.0'),
      strokes,
      haemorrhagicStrokes,
      cerebralInfarctions,
      intracerebralHaemorrhages,
      bleedingAneurysms,
      traumaticBrainInjury,
    ],
    history: [
      icdRecalled('I69.0 I69.1 I69.2 I69.3 Z87.820'),
      historyOfStroke,
    ],
    confirm: [
      // A concussion, a passing attack, or a disease of vessels of another kind.
      icdRecalled('S06.0 Z86.73 Z86.79 I69.8 I69.9'),
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-cva-trauma-uk', 'KET-UK')],
  },
]
