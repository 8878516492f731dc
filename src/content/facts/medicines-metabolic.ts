/** Medicines and foods that change how fast the liver and gut clear ketamine. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { atc, atcByClass, rxnorm, rxnormRecalled } from './codes.ts'
import { medicine } from './medicine.ts'

/** Facts about medicines and foods that change the clearance of ketamine. */
export const metabolicFacts = (): readonly FactRow[] => [
  medicine('clarithromycin', {
    core: [
      rxnormRecalled('21212'),
      atc('J01FA09 A02BD04 A02BD05 A02BD06 A02BD07 A02BD09 A02BD11 A02BD12 A02BD14'),
    ],
    anchor: 'K',
  }),
  medicine('itraconazole', { core: [rxnormRecalled('28031'), atc('J02AC02')], anchor: 'K' }),
  medicine('ketoconazole', {
    core: [rxnormRecalled('6135'), atc('J02AB02 H02CA03')],
    confirm: [atc('D01AC08 G01AF11')], // on the skin or in the vagina: little reaches the blood, so ask
    anchor: 'K',
  }),
  medicine('voriconazole', { core: [rxnorm('CODES', '121243'), atc('J02AC03')], anchor: 'CODES' }),
  medicine('cyp3a4-strong-inhibitors', {
    label: 'Strong inhibitors of CYP3A4',
    name: 'a strong inhibitor of CYP3A4',
    // Families that hold strong and weak inhibitors alike: a person has to say which it is.
    confirm: [
      atcByClass('J01FA J02AB J02AC H02CA04 J05AE J05AP52 J05AP53 J05AR'),
      atcByClass('N06AX06 V03AX03'),
      rxnorm('CODES', '343047 4053'), // atazanavir, erythromycin
      rxnorm('RXATC', '31565'), // nefazodone
    ],
    includes: ['clarithromycin', 'itraconazole', 'ketoconazole', 'voriconazole'],
    sources: [cite('ddi-ketoconazole', 'KETPH-DI')],
  }),
  medicine('ticlopidine', { core: [rxnormRecalled('10594'), atc('B01AC05')], anchor: 'K' }),
  medicine('clopidogrel', {
    // 309362: Clopidogrel 75 MG Oral Tablet
    core: [rxnorm('CODES', '32968'), rxnorm('SYNTHEA', '309362'), atc('B01AC04')],
    anchor: 'CODES',
  }),
  medicine('rifampicin', {
    core: [rxnormRecalled('9384'), atc('J04AB02 J04AM02 J04AM05 J04AM06 J04AM07 J04AM12')],
    sources: [recall('ddi-code-rifampin', 'K')],
  }),
  medicine('st-johns-wort', {
    label: 'St John’s wort',
    name: 'St John’s wort',
    core: [rxnorm('RXATC', '258326'), atc('N06AX25')],
    sources: [cite('ddi-code-sjw', 'RXATC')],
  }),
  medicine('carbamazepine', {
    // 308971: Carbamazepine[Tegretol]
    core: [rxnorm('CODES', '2002'), rxnorm('SYNTHEA', '308971'), atc('N03AF01')],
    anchor: 'CODES',
  }),
  medicine('phenytoin', { core: [rxnorm('CODES', '8183'), atc('N03AB02 N03AB52')], anchor: 'CODES' }),
  medicine('cyp3a4-inducers', {
    label: 'Carbamazepine, phenytoin or phenobarbital',
    // Relatives of the three, and other rifamycins: a person has to say whether they induce as much.
    confirm: [
      atcByClass('N03AA N03AB N03AF J04AB04 J04AB05 J04AM11'),
      rxnorm('CODES', '32624'), // oxcarbazepine
    ],
    includes: ['carbamazepine', 'phenytoin', 'phenobarbital'],
    sources: [recall('ddi-other-inducers', 'K')],
  }),
  medicine('valproate', {
    core: [rxnorm('CODES', '11118 266856'), atc('N03AG01 N03AG02')], // also divalproex and valpromide
    anchor: 'CODES',
  }),
  {
    id: 'grapefruit-juice',
    label: 'Grapefruit juice',
    ask: 'Is grapefruit or its juice part of the diet at present?',
    kind: 'statement',
    lists: [],
    means: 'ask',
    sources: [cite('ddi-grapefruit', 'GFJ')],
  },
]
