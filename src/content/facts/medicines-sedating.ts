/** Medicines that dull alertness or breathing: benzodiazepines, opioids, other sedatives. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { atc, atcByClass, rxnorm, rxnormRecalled, without } from './codes.ts'
import { medicine } from './medicine.ts'

/** Benzodiazepines. */
export const benzodiazepines = (): readonly FactRow[] => [
  medicine('alprazolam', 'Alprazolam', 'alprazolam', {
    core: [rxnormRecalled('596'), atc('N05BA12')],
    sources: [recall('ddi-code-alprazolam', 'K')],
  }),
  medicine('bromazepam', 'Bromazepam', 'bromazepam', { core: [atc('N05BA08')] }),
  medicine('chlordiazepoxide', 'Chlordiazepoxide', 'chlordiazepoxide', { core: [atc('N05BA02')] }),
  medicine('clobazam', 'Clobazam', 'clobazam', {
    core: [rxnorm('CODES', '21241'), atc('N05BA09')],
    sources: [cite('ddi-code-clobazam', 'CODES')],
  }),
  medicine('clonazepam', 'Clonazepam', 'clonazepam', {
    // 1153378: Clonazepam [Klonopin]
    core: [rxnormRecalled('2598'), rxnorm('SYNTHEA', '1153378'), atc('N03AE01')],
    sources: [recall('ddi-code-clonazepam', 'K')],
  }),
  medicine('clorazepate', 'Clorazepate', 'clorazepate', { core: [atc('N05BA05')] }),
  medicine('diazepam', 'Diazepam', 'diazepam', {
    // 563026: Diazepam [Valium]; 197591: Diazepam 5 MG Oral Tablet
    core: [rxnorm('CODES', '3322'), rxnorm('SYNTHEA', '563026 197591'), atc('N05BA01')],
    sources: [cite('ddi-code-diazepam', 'CODES')],
  }),
  medicine('estazolam', 'Estazolam', 'estazolam', { core: [atc('N05CD04')] }),
  medicine('flurazepam', 'Flurazepam', 'flurazepam', {
    core: [rxnorm('OPIOIDCDS', '1298088'), atc('N05CD01')], // Flurazepam Hydrochloride 15 MG Oral Capsule
  }),
  medicine('lorazepam', 'Lorazepam', 'lorazepam', {
    core: [rxnormRecalled('6470'), atc('N05BA06 N05BA56')],
    sources: [recall('ddi-code-lorazepam', 'K')],
  }),
  medicine('lormetazepam', 'Lormetazepam', 'lormetazepam', { core: [atc('N05CD06')] }),
  medicine('midazolam', 'Midazolam', 'midazolam', {
    // 311700: Midazolam 1 MG/ML Injectable Solution
    core: [rxnorm('CODES', '6960'), rxnorm('SYNTHEA', '311700'), atc('N05CD08')],
    sources: [cite('ddi-code-midazolam', 'CODES')],
  }),
  medicine('nitrazepam', 'Nitrazepam', 'nitrazepam', { core: [atc('N05CD02')] }),
  medicine('oxazepam', 'Oxazepam', 'oxazepam', {
    core: [rxnorm('CODES', '7781'), atc('N05BA04')],
    sources: [cite('ddi-code-oxazepam', 'CODES')],
  }),
  medicine('quazepam', 'Quazepam', 'quazepam', { core: [atc('N05CD10')] }),
  medicine('temazepam', 'Temazepam', 'temazepam', {
    // 104693: Temazepam 20 MG Oral Tablet
    core: [rxnormRecalled('10355'), rxnorm('OPIOIDCDS', '104693'), atc('N05CD07')],
    sources: [recall('ddi-code-temazepam', 'K')],
  }),
  medicine('triazolam', 'Triazolam', 'triazolam', { core: [atc('N05CD05')] }),
  medicine('benzodiazepines', 'Benzodiazepines', 'a benzodiazepine', {
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
  medicine('zolpidem', 'Zolpidem', 'zolpidem', {
    core: [rxnormRecalled('39993'), atc('N05CF02')],
    sources: [recall('ddi-code-zolpidem', 'K')],
  }),
  medicine('zopiclone', 'Zopiclone', 'zopiclone', { core: [atc('N05CF01')] }),
  medicine('z-drugs', 'Z-drugs', 'a Z-drug (zolpidem, zopiclone, eszopiclone, zaleplon)', {
    core: [atc('N05CF')],
    includes: ['zolpidem', 'zopiclone'],
  }),
]

/** Opioids. */
export const opioids = (): readonly FactRow[] => [
  medicine('buprenorphine', 'Buprenorphine', 'buprenorphine', {
    // 1010600, 1010603: buprenorphine and naloxone, strip and film
    core: [
      rxnormRecalled('1819'),
      rxnorm('OPIOIDCDS', '1010600 1010603'),
      atc('N02AE01 N07BC01 N07BC51'),
    ],
    sources: [recall('ddi-code-buprenorphine', 'K')],
  }),
  medicine('codeine', 'Codeine', 'codeine', {
    core: [
      rxnorm('CODES', '2670'),
      rxnorm('OPIOIDCDS', '994043'), // acetaminophen 500 MG / codeine phosphate 15 MG Oral Tablet
      atc('R05DA04 N02AA59 N02AA79 N02AJ06 N02AJ07 N02AJ08 N02AJ09'),
    ],
    sources: [cite('ddi-code-codeine', 'CODES')],
  }),
  medicine('fentanyl', 'Fentanyl', 'fentanyl', {
    // 197696: 72 HR Fentanyl 0.075 MG/HR Transdermal System
    core: [rxnorm('CODES', '4337'), rxnorm('OPIOIDCDS', '197696'), atc('N01AH01 N01AH51 N02AB03')],
    sources: [cite('ddi-code-fentanyl', 'CODES')],
  }),
  medicine('methadone', 'Methadone', 'methadone', {
    core: [rxnorm('CODES', '6813'), atc('N07BC02 N02AC52')],
    sources: [cite('ddi-code-methadone', 'CODES')],
  }),
  medicine('morphine', 'Morphine', 'morphine', {
    // 1732136: 1 ML Morphine Sulfate 5 MG/ML Injection
    core: [
      rxnorm('CODES', '7052'),
      rxnorm('SYNTHEA', '1732136'),
      atc('N02AA01 N02AA51 N02AG01 A07DA52'),
    ],
    sources: [cite('ddi-code-morphine', 'CODES')],
  }),
  medicine('oxycodone', 'Oxycodone', 'oxycodone', {
    // 1049502: 12 HR Oxycodone Hydrochloride 10 MG Extended Release Oral Tablet
    core: [
      rxnorm('CODES', '7804'),
      rxnorm('OPIOIDCDS', '1049502'),
      atc('N02AA05 N02AA55 N02AA56 N02AJ17 N02AJ18 N02AJ19'),
    ],
    sources: [cite('ddi-code-oxycodone', 'CODES')],
  }),
  medicine('tramadol', 'Tramadol', 'tramadol', {
    core: [rxnorm('CODES', '10689'), atc('N02AX02 N02AJ13 N02AJ14 N02AJ15 N02AJ16')],
    sources: [cite('ddi-code-tramadol', 'CODES')],
  }),
  medicine('opioids', 'Opioids', 'an opioid', {
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
  medicine('ethanol', 'Ethanol as a medicine', 'ethanol', {
    core: [rxnorm('CODES', '448'), atc('V03AB16 V03AZ01')], // not D08AX08, a disinfectant of the skin
    sources: [cite('ddi-code-ethanol', 'CODES')],
  }),
  medicine('sodium-oxybate', 'Sodium oxybate', 'sodium oxybate', {
    core: [rxnorm('PDDI', '9899'), atc('N07XX04 N01AX11')],
    sources: [cite('ddi-code-sodium-oxybate', 'PDDI')],
  }),
  medicine('phenobarbital', 'Phenobarbital', 'phenobarbital', { core: [atc('N03AA02')] }),
  medicine('barbiturates', 'Barbiturates', 'a barbiturate', {
    core: [atc('N05CA N05CB N03AA N01AF N01AG')],
    includes: ['phenobarbital'],
  }),
  medicine('gabapentinoids', 'Gabapentinoids', 'gabapentin or another gabapentinoid', {
    core: [atc('N02BF N03AX12 N03AX16')], // the last two: gabapentin and pregabalin in 2021
  }),
  medicine('sedating-antihistamines', 'Sedating antihistamines', 'a sedating antihistamine', {
    core: [
      rxnorm('SYNTHEA', '1049630 1043400'), // diphenhydramine; a mixture with doxylamine
      rxnorm('OPIOIDCDS', '1012727'), // a mixture with carbinoxamine
      atcByClass('R06AA R06AB R06AD N05BB'),
    ],
  }),
  medicine('halogenated-anaesthetics', 'Halogenated anaesthetics', 'a halogenated anaesthetic', {
    // isoflurane, sevoflurane, desflurane; 542347: Isoflurane 999 MG/ML Inhalant Solution
    core: [rxnorm('CODES', '6026 36453 27340'), rxnorm('SYNTHEA', '542347'), atc('N01AB')],
    sources: [cite('ddi-halogenated', 'KETPH-DI')],
  }),
  medicine(
    'general-anaesthetics',
    'General anaesthetics other than ketamine',
    'a general anaesthetic other than ketamine',
    {
      // 1808217: 100 ML Propofol 10 MG/ML Injection
      core: [rxnorm('SYNTHEA', '1808217'), without(atc('N01A'), 'N01AX03 N01AX14')],
      includes: ['halogenated-anaesthetics'],
    },
  ),
  medicine('neuromuscular-blockers', 'Neuromuscular blockers', 'a neuromuscular blocker', {
    // succinylcholine; 1234995: Rocuronium bromide 10 MG/ML Injectable Solution
    core: [rxnorm('CODES', '10154'), rxnorm('SYNTHEA', '1234995'), atc('M03AA M03AB M03AC')],
    sources: [cite('ddi-nmb', 'KETPH-DI')],
  }),
  medicine('cns-depressants', 'Central nervous system depressants', 'a sedating medicine', {
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
