/** Vessels, bleeding and blood pressure: what rules may ask, and the codes that answer. @module */
import { cite } from '../../kernel/evidence.ts'
import type { Codes, FactRow } from '../../kernel/fact.ts'
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
const aneurysm: Codes = {
  system: 'snomed-ct',
  codes: ['432119003'],
  display: ['Aneurysm'],
  certainty: 'S',
  source: 'SCTOOL',
}

const eclampsias: Codes = {
  system: 'snomed-ct',
  codes: ['15938005', '398254007'],
  display: ['Eclampsia', 'Pre-eclampsia'],
  certainty: 'S',
  source: 'ECQM',
}

/** What the rules on vessels ask. */
export const vascularFacts: readonly FactRow[] = [
  {
    id: 'aneurysmal-vascular-disease',
    label: 'Aneurysmal vascular disease',
    ask: 'Is there, or was there ever, an aneurysm or a dissection of an artery, treated or not?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      { system: 'icd-10-cm', codes: ['I71', 'I72'], certainty: 'K' },
      // An acquired fistula of the brain shares this code; the more dangerous reading stands.
      { system: 'icd-10-cm', codes: ['I67.1'], certainty: 'S', source: 'DDBI67' },
      {
        system: 'icd-10-cm',
        codes: ['I60.0', 'I60.1', 'I60.2', 'I60.3', 'I60.4', 'I60.5', 'I60.6'],
        certainty: 'K',
      },
      { system: 'icd-10-cm', codes: ['I60.7'], certainty: 'S', source: 'NHSICD' },
      aneurysm,
      bleedingAneurysms,
      arterialAneurysms,
    ],
    confirm: [
      {
        system: 'icd-10-cm',
        codes: ['Q28.0', 'Q28.1', 'Q28.2', 'Q28.3', 'Q28.8', 'Q27.8'],
        certainty: 'S',
        source: 'ICDQ28',
      },
      {
        system: 'icd-10-cm',
        codes: ['I60.9', 'Q24.5', 'Q25.79', 'Q25.43', 'I28.1', 'I25.3', 'I25.41', 'I79.0', 'I67.0', 'I77.7', 'I77.81'],
        certainty: 'K',
      },
      // Nearly every past disease of the circulation carries this code, a treated aneurysm among them.
      { system: 'icd-10-cm', codes: ['Z86.79'], certainty: 'S', source: 'CODAN25' },
      ventricularAneurysm,
      coronaryAneurysm,
      {
        system: 'snomed-ct',
        codes: ['12232008', '234017002'],
        display: ['Syphilitic aneurysm of aorta', 'Syphilitic aneurysm'],
        certainty: 'S',
        source: 'ECQM',
      },
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
      { system: 'icd-10-cm', codes: ['Q28.0', 'Q28.2'], certainty: 'S', source: 'ICDQ28' },
      { system: 'icd-10-cm', codes: ['I60.8'], certainty: 'S', source: 'NHSICD' },
      { system: 'icd-10-cm', codes: ['Q27.3'], certainty: 'K' },
    ],
    confirm: [
      { system: 'icd-10-cm', codes: ['Q28.8', 'I72.0'], certainty: 'S', source: 'ICDQ28' },
      { system: 'icd-10-cm', codes: ['I67.1'], certainty: 'S', source: 'DDBI67' },
      { system: 'icd-10-cm', codes: ['Q25.72', 'I28.0', 'I77.0', 'I78.0', 'K55.2'], certainty: 'K' },
      {
        system: 'snomed-ct',
        codes: ['439470001', '111289009'],
        display: ['Arteriovenous Fistula', 'Pulmonary arteriovenous fistula'],
        certainty: 'S',
        source: 'CODES',
      },
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
    core: [{ system: 'icd-10-cm', codes: ['I61'], certainty: 'K' }, intracerebralHaemorrhages],
    history: [{ system: 'icd-10-cm', codes: ['I69.1'], certainty: 'K' }],
    confirm: [
      {
        system: 'icd-10-cm',
        codes: ['I60', 'I62', 'I69.0', 'I69.2', 'S06.34', 'S06.35', 'S06.36', 'S06.37', 'S06.38'],
        certainty: 'K',
      },
      { system: 'icd-10-cm', codes: ['Z87.820', 'Z86.79'], certainty: 'S', source: 'CODAN25' },
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
      {
        system: 'icd-10-cm',
        codes: ['I16', 'I71', 'I60', 'I61', 'I62', 'I63', 'I69', 'Z86.73', 'I21', 'I20.0', 'E05'],
        certainty: 'K',
      },
      // Hypertension alone decides nothing, and neither do the vessels that the other rows name: they prompt the question.
      { system: 'icd-10-cm', codes: ['I10', 'I11', 'I12', 'I13', 'I15'], certainty: 'K' },
      { system: 'icd-10-cm', codes: ['I72', 'I67.1', 'Q28.0', 'Q28.2', 'Q27.3'], certainty: 'K' },
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
      { system: 'snomed-ct', codes: ['34486009'], display: ['Hyperthyroidism'], certainty: 'K' },
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
      { system: 'icd-10-cm', codes: ['I67.4'], certainty: 'K' },
      { system: 'snomed-ct', codes: ['50490005'], display: ['Hypertensive encephalopathy'], certainty: 'K' },
    ],
    // A hypertensive emergency may have been of the brain or of another organ.
    confirm: [{ system: 'icd-10-cm', codes: ['I16.1'], certainty: 'K' }],
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
    core: [{ system: 'icd-10-cm', codes: ['O11', 'O14', 'O15'], certainty: 'K' }, eclampsias],
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
      { system: 'icd-10-cm', codes: ['I60', 'I61', 'I62', 'I63', 'S06'], except: ['S06.0'], certainty: 'K' },
      strokes,
      haemorrhagicStrokes,
      cerebralInfarctions,
      intracerebralHaemorrhages,
      bleedingAneurysms,
      traumaticBrainInjury,
    ],
    history: [
      { system: 'icd-10-cm', codes: ['I69.0', 'I69.1', 'I69.2', 'I69.3', 'Z87.820'], certainty: 'K' },
      historyOfStroke,
    ],
    confirm: [
      // A concussion, a passing attack, or a disease of vessels of another kind.
      { system: 'icd-10-cm', codes: ['S06.0', 'Z86.73', 'Z86.79', 'I69.8', 'I69.9'], certainty: 'K' },
    ],
    lasting: true,
    means: 'ask',
    sources: [cite('ci-cva-trauma-uk', 'KET-UK')],
  },
]
