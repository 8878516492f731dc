/** Psychotropic medicines, ketamine itself, and medicines no interaction rule asks about. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { atc, rxnorm, rxnormRecalled, snomed, without } from './codes.ts'
import { medicine } from './medicine.ts'

/** Medicines of mood and mind. */
export const moodAndMind = (): readonly FactRow[] => [
  medicine('lamotrigine', { core: [rxnorm('CODES', '28439'), atc('N03AX09')], anchor: 'CODES' }),
  medicine('lithium', { core: [rxnormRecalled('6448'), atc('N05AN')], anchor: 'K' }),
  medicine('clozapine', { core: [rxnorm('CODES', '2626'), atc('N05AH02')], anchor: 'CODES' }),
  medicine('haloperidol', { core: [rxnorm('CODES', '5093'), atc('N05AD01')], anchor: 'CODES' }),
  medicine('risperidone', { core: [rxnorm('CODES', '35636'), atc('N05AX08')], anchor: 'CODES' }),
  medicine('olanzapine', { core: [rxnorm('CODES', '61381'), atc('N05AH03 N05AH53')], anchor: 'CODES' }),
  medicine('studied-antipsychotics', {
    label: 'Antipsychotics studied beside ketamine',
    name: 'clozapine, haloperidol, risperidone or olanzapine',
    includes: ['clozapine', 'haloperidol', 'risperidone', 'olanzapine'],
    sources: [cite('ddi-antipsychotics', 'VER21')],
  }),
  medicine('ssri', {
    label: 'Selective serotonin reuptake inhibitors',
    name: 'a selective serotonin reuptake inhibitor',
    core: [
      rxnorm('RXATC', '2556 321988 4493 42355 32937 36437'),
      rxnorm('SYNTHEA', '406022 328670'), // Fluoxetine 25MG; Sertraline 100MG
      atc('N06AB N06CA03'),
    ],
    sources: [cite('ddi-ssri-bp', 'SZAR20')],
  }),
  medicine('antidepressants', {
    label: 'Antidepressants other than MAO inhibitors',
    name: 'an antidepressant other than an MAO inhibitor',
    core: [
      rxnorm('RXATC', `
        704 722 2597 3247 3332 3634 3638 5691 6465 6646 446248 7531 7674 8886 10834 42347 734064
        72625 6929 588250 15996 31565 60842 38252 10737 39786 1086769 11196 1455099
      `),
      without(atc('N06A'), 'N06AF N06AG N06AX25 N06AX27'),
      atc('N06CA'),
    ],
    includes: ['ssri'],
    sources: [cite('ddi-antidepressants', 'ANDR-5')],
  }),
]

/** Medicines that act on the same receptor, or on opioid receptors. */
export const receptor = (): readonly FactRow[] => [
  medicine('amantadine', { core: [atc('N04BB01')] }),
  medicine('dextromethorphan', {
    // 1043400: acetaminophen, dextromethorphan and doxylamine
    core: [rxnorm('CODES', '3289'), rxnorm('SYNTHEA', '1043400'), atc('R05DA09 N07XX59 N06AX62')],
    anchor: 'CODES',
  }),
  medicine('memantine', { core: [rxnormRecalled('6719'), atc('N06DX01 N06DA52 N06DA53')], anchor: 'K' }),
  medicine('nmda-antagonists', {
    label: 'Other NMDA antagonists',
    name: 'memantine, amantadine or dextromethorphan',
    includes: ['amantadine', 'dextromethorphan', 'memantine'],
    sources: [recall('ddi-memantine', 'K')],
  }),
  medicine('naltrexone', {
    core: [rxnorm('CODES', '7243'), atc('N07BB04 N02AA56 A08AA62')],
    anchor: 'CODES',
  }),
  medicine('opioid-antagonists', {
    name: 'naltrexone or another opioid antagonist',
    core: [
      rxnorm('CODES', '7242'), // naloxone
      rxnorm('OPIOIDCDS', '1191212'), // Naloxone Hydrochloride 0.02 MG/ML Injectable Solution
      atc('N07BB05 V03AB15 A06AH04 N05AH53'),
    ],
    includes: ['naltrexone'],
    sources: [recall('ddi-naltrexone', 'K')],
  }),
  {
    id: 'cannabis-today',
    label: 'Cannabis on the day',
    ask: 'Has cannabis been used today?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'dosing-day-answer-max-age',
    means: 'wait',
    sources: [recall('ddi-cannabis', 'K?')],
  },
]

/** Ketamine itself, and medicines without bearing. */
export const treatment = (): readonly FactRow[] => [
  medicine('ketamine', {
    // products of the injection, then the Ketalar brand
    core: [
      rxnormRecalled('6130'),
      rxnorm('NDC', '238082 238083 238084 206967 206970 206972'),
      atc('N01AX03'),
    ],
    sources: [
      recall('ddi-code-ketamine', 'K'),
      cite('ddi-code-ketamine-products', 'NDC'),
      cite('ddi-code-ketalar-products', 'NDC'),
    ],
  }),
  medicine('esketamine', {
    core: [
      rxnorm('RXATC', '2119365'),
      // the nasal spray; the last two are concepts of the UK drug extension
      snomed('GMSDE', '789488000 789489008 38515511000001108 38499811000001103'),
      atc('N06AX27 N01AX14'),
    ],
    sources: [cite('ddi-code-esketamine', 'RXATC'), cite('ddi-code-esketamine-snomed', 'GMSDE')],
  }),
  /* Read name by name: none of them is, or holds, a medicine the interaction rules ask about. They are listed so
     that an entry with such a code counts as read; an entry with a code of no row leaves the list open. */
  medicine('no-bearing-medicines', {
    label: 'Medicines no interaction rule asks about',
    name: 'a medicine no interaction rule asks about',
    core: [
      rxnorm('CODES', '26225'), // ondansetron
      rxnorm('SYNTHEA', `
        752899 1000156 1860480 1736854 583214 205923 108515 1664463 895994 351109 1534809 748962
        831533 389221 757594 1856546 807283 978950 1367439 749785 749762 751905 748856 1740467
        860975 198031 282464 313782 209387 1191 243670 198405 310965 206905 198014 849574 904419
        197319 1804799 562251 308182 308192 834061 834102 309097 1659149 311995 311989 10831 1094107
        259255 314231 312961 316672 997488 705129 313002 2001499 310325 314659 106892
      `),
    ],
    sources: [cite('ddi-code-ondansetron', 'CODES')],
  }),
]
