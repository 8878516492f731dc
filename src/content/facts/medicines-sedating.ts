/** Medicines that dull alertness or breathing: benzodiazepines, opioids, other sedatives. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { atc, atcByClass, rxnorm, rxnormRecalled, without } from './codes.ts'
import { medicine } from './medicine.ts'

/** Benzodiazepines. */
export const benzodiazepines = (): readonly FactRow[] => [
  medicine('alprazolam', { core: [rxnormRecalled('596'), atc('N05BA12')], anchor: 'K' }),
  medicine('bromazepam', { core: [atc('N05BA08')] }),
  medicine('chlordiazepoxide', { core: [atc('N05BA02')] }),
  medicine('clobazam', { core: [rxnorm('CODES', '21241'), atc('N05BA09')], anchor: 'CODES' }),
  medicine('clonazepam', {
    // 1153378: Clonazepam [Klonopin]
    core: [rxnormRecalled('2598'), rxnorm('SYNTHEA', '1153378'), atc('N03AE01')],
    anchor: 'K',
  }),
  medicine('clorazepate', { core: [atc('N05BA05')] }),
  medicine('diazepam', {
    // 563026: Diazepam [Valium]; 197591: Diazepam 5 MG Oral Tablet
    core: [rxnorm('CODES', '3322'), rxnorm('SYNTHEA', '563026 197591'), atc('N05BA01')],
    anchor: 'CODES',
  }),
  medicine('estazolam', { core: [atc('N05CD04')] }),
  medicine('flurazepam', {
    core: [rxnorm('OPIOIDCDS', '1298088'), atc('N05CD01')], // Flurazepam Hydrochloride 15 MG Oral Capsule
  }),
  medicine('lorazepam', { core: [rxnormRecalled('6470'), atc('N05BA06 N05BA56')], anchor: 'K' }),
  medicine('lormetazepam', { core: [atc('N05CD06')] }),
  medicine('midazolam', {
    // 311700: Midazolam 1 MG/ML Injectable Solution
    core: [rxnorm('CODES', '6960'), rxnorm('SYNTHEA', '311700'), atc('N05CD08')],
    anchor: 'CODES',
  }),
  medicine('nitrazepam', { core: [atc('N05CD02')] }),
  medicine('oxazepam', { core: [rxnorm('CODES', '7781'), atc('N05BA04')], anchor: 'CODES' }),
  medicine('quazepam', { core: [atc('N05CD10')] }),
  medicine('temazepam', {
    // 104693: Temazepam 20 MG Oral Tablet
    core: [rxnormRecalled('10355'), rxnorm('OPIOIDCDS', '104693'), atc('N05CD07')],
    anchor: 'K',
  }),
  medicine('triazolam', { core: [atc('N05CD05')] }),
  medicine('benzodiazepines', {
    name: 'a benzodiazepine',
    core: [atc('N05BA N05CD N03AE')],
    // Named only as "with psycholeptics"; chlordiazepoxide is one of them.
    confirm: [atcByClass('A03CA A03CB N06CA')],
    includes: [
      'alprazolam', 'bromazepam', 'chlordiazepoxide', 'clobazam', 'clonazepam', 'clorazepate', 'diazepam',
      'estazolam', 'flurazepam', 'lorazepam', 'lormetazepam', 'midazolam', 'nitrazepam', 'oxazepam', 'quazepam',
      'temazepam', 'triazolam',
    ],
    sources: [cite('ddi-cns-depressants', 'PI19', 'section 7.1')],
  }),
  medicine('zolpidem', { core: [rxnormRecalled('39993'), atc('N05CF02')], anchor: 'K' }),
  medicine('zopiclone', { core: [atc('N05CF01')] }),
  medicine('z-drugs', {
    label: 'Z-drugs',
    name: 'a Z-drug (zolpidem, zopiclone, eszopiclone, zaleplon)',
    core: [atc('N05CF')],
    includes: ['zolpidem', 'zopiclone'],
  }),
]

/** Opioids. */
export const opioids = (): readonly FactRow[] => [
  medicine('buprenorphine', {
    // 1010600, 1010603: buprenorphine and naloxone, strip and film
    core: [
      rxnormRecalled('1819'),
      rxnorm('OPIOIDCDS', '1010600 1010603'),
      atc('N02AE01 N07BC01 N07BC51'),
    ],
    anchor: 'K',
  }),
  medicine('codeine', {
    core: [
      rxnorm('CODES', '2670'),
      rxnorm('OPIOIDCDS', '994043'), // acetaminophen 500 MG / codeine phosphate 15 MG Oral Tablet
      atc('R05DA04 N02AA59 N02AA79 N02AJ06 N02AJ07 N02AJ08 N02AJ09'),
    ],
    anchor: 'CODES',
  }),
  medicine('fentanyl', {
    // 197696: 72 HR Fentanyl 0.075 MG/HR Transdermal System
    core: [rxnorm('CODES', '4337'), rxnorm('OPIOIDCDS', '197696'), atc('N01AH01 N01AH51 N02AB03')],
    anchor: 'CODES',
  }),
  medicine('methadone', { core: [rxnorm('CODES', '6813'), atc('N07BC02 N02AC52')], anchor: 'CODES' }),
  medicine('morphine', {
    // 1732136: 1 ML Morphine Sulfate 5 MG/ML Injection
    core: [
      rxnorm('CODES', '7052'),
      rxnorm('SYNTHEA', '1732136'),
      atc('N02AA01 N02AA51 N02AG01 A07DA52'),
    ],
    anchor: 'CODES',
  }),
  medicine('oxycodone', {
    // 1049502: 12 HR Oxycodone Hydrochloride 10 MG Extended Release Oral Tablet
    core: [
      rxnorm('CODES', '7804'),
      rxnorm('OPIOIDCDS', '1049502'),
      atc('N02AA05 N02AA55 N02AA56 N02AJ17 N02AJ18 N02AJ19'),
    ],
    anchor: 'CODES',
  }),
  medicine('tramadol', {
    core: [rxnorm('CODES', '10689'), atc('N02AX02 N02AJ13 N02AJ14 N02AJ15 N02AJ16')],
    anchor: 'CODES',
  }),
  medicine('opioids', {
    name: 'an opioid',
    core: [
      // 856980, 857005: with hydrocodone; 73032: remifentanil; 861467: meperidine
      rxnorm('SYNTHEA', '856980 857005 73032 861467'),
      rxnorm('OPIOIDCDS', '1012727'), // with hydrocodone
      rxnorm('CODES', '480'), // alfentanil
      atc('N02A N01AH R05FA A07DA02'),
      without(atc('N07BC'), 'N07BC04'), // lofexidine is no opioid
      without(atc('R05DA'), 'R05DA07 R05DA09 R05DA11'), // noscapine, dextromethorphan, dimemorfan
    ],
    confirm: [atcByClass('A07DA01 A07DA04 A07DA06')], // act on opioid receptors of the gut
    includes: ['buprenorphine', 'codeine', 'fentanyl', 'methadone', 'morphine', 'oxycodone', 'tramadol'],
    sources: [cite('ddi-opioids-recovery', 'KET24', 'section 7.3')],
  }),
]

/** What else dulls alertness or breathing. */
export const otherSedatives = (): readonly FactRow[] => [
  medicine('ethanol', {
    label: 'Ethanol as a medicine',
    name: 'ethanol',
    core: [rxnorm('CODES', '448'), atc('V03AB16 V03AZ01')], // not D08AX08, a disinfectant of the skin
    anchor: 'CODES',
  }),
  medicine('sodium-oxybate', { core: [rxnorm('PDDI', '9899'), atc('N07XX04 N01AX11')], anchor: 'PDDI' }),
  medicine('phenobarbital', { core: [atc('N03AA02')] }),
  medicine('barbiturates', {
    name: 'a barbiturate',
    core: [atc('N05CA N05CB N03AA N01AF N01AG')],
    includes: ['phenobarbital'],
  }),
  medicine('gabapentinoids', {
    name: 'gabapentin or another gabapentinoid',
    core: [atc('N02BF N03AX12 N03AX16')], // the last two: gabapentin and pregabalin in 2021
  }),
  medicine('sedating-antihistamines', {
    name: 'a sedating antihistamine',
    core: [
      rxnorm('SYNTHEA', '1049630 1043400'), // diphenhydramine; a mixture with doxylamine
      rxnorm('OPIOIDCDS', '1012727'), // a mixture with carbinoxamine
      atcByClass('R06AA R06AB R06AD N05BB'),
    ],
  }),
  medicine('halogenated-anaesthetics', {
    name: 'a halogenated anaesthetic',
    // isoflurane, sevoflurane, desflurane; 542347: Isoflurane 999 MG/ML Inhalant Solution
    core: [rxnorm('CODES', '6026 36453 27340'), rxnorm('SYNTHEA', '542347'), atc('N01AB')],
    sources: [cite('ddi-halogenated', 'KETPH-DI')],
  }),
  medicine('general-anaesthetics', {
    label: 'General anaesthetics other than ketamine',
    name: 'a general anaesthetic other than ketamine',
    // 1808217: 100 ML Propofol 10 MG/ML Injection
    core: [rxnorm('SYNTHEA', '1808217'), without(atc('N01A'), 'N01AX03 N01AX14')],
    includes: ['halogenated-anaesthetics'],
  }),
  medicine('neuromuscular-blockers', {
    name: 'a neuromuscular blocker',
    // succinylcholine; 1234995: Rocuronium bromide 10 MG/ML Injectable Solution
    core: [rxnorm('CODES', '10154'), rxnorm('SYNTHEA', '1234995'), atc('M03AA M03AB M03AC')],
    sources: [cite('ddi-nmb', 'KETPH-DI')],
  }),
  medicine('cns-depressants', {
    label: 'Central nervous system depressants',
    name: 'a sedating medicine',
    ask: 'Is a benzodiazepine, an opioid, alcohol or another sedative taken at present?',
    core: [atc('N05C'), atcByClass('N05BC')],
    confirm: [atcByClass('M03B'), rxnorm('CODES', '2101')], // central muscle relaxants; carisoprodol
    includes: [
      'benzodiazepines', 'z-drugs', 'opioids', 'barbiturates', 'gabapentinoids', 'sedating-antihistamines',
      'general-anaesthetics', 'ethanol', 'sodium-oxybate',
    ],
    sources: [cite('ddi-cns-depressants', 'PI19', 'section 7.1')],
  }),
]
