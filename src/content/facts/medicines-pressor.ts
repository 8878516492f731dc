/** Medicines that act on pressure or heart rate: stimulants, MAO inhibitors, antihypertensives. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { atc, atcByClass, rxnorm, rxnormRecalled, without } from './codes.ts'
import { medicine } from './medicine.ts'

/** Psychostimulants. */
export const stimulants = (): readonly FactRow[] => [
  medicine('amphetamine', { core: [rxnormRecalled('725'), atc('N06BA01')], anchor: 'K' }),
  medicine('armodafinil', { core: [atc('N06BA13')] }),
  medicine('atomoxetine', { core: [rxnorm('CODES', '38400'), atc('N06BA09')], anchor: 'CODES' }),
  medicine('dexamfetamine', { core: [atc('N06BA02')] }),
  medicine('dexmethylphenidate', { core: [atc('N06BA11 N06BA15')] }),
  medicine('lisdexamfetamine', { core: [rxnormRecalled('700810'), atc('N06BA12')], anchor: 'K' }),
  medicine('methylphenidate', {
    // 1091392: Methylphenidate Hydrochloride 20 MG Oral Tablet
    core: [rxnorm('CODES', '6901'), rxnorm('SYNTHEA', '1091392'), atc('N06BA04')],
    anchor: 'CODES',
  }),
  medicine('modafinil', { core: [rxnorm('CODES', '30125'), atc('N06BA07')], anchor: 'CODES' }),
  medicine('psychostimulants', {
    name: 'a psychostimulant',
    // The family also holds atomoxetine, which is no stimulant by name but raises pressure by the same means.
    core: [atc('N06BA')],
    includes: [
      'amphetamine', 'armodafinil', 'atomoxetine', 'dexamfetamine', 'dexmethylphenidate', 'lisdexamfetamine',
      'methylphenidate', 'modafinil',
    ],
    sources: [cite('ddi-psychostimulants', 'PI19', 'section 7.2')],
  }),
]

/** Monoamine oxidase inhibitors. */
export const maoInhibitors = (): readonly FactRow[] => [
  medicine('isocarboxazid', { core: [rxnorm('RXATC', '6011'), atc('N06AF01')], anchor: 'RXATC' }),
  medicine('linezolid', { core: [rxnorm('PDDI', '190376'), atc('J01XX08')], anchor: 'PDDI' }),
  medicine('methylene-blue', { core: [rxnorm('PDDI', '6878'), atc('V03AB17 V04CG05')], anchor: 'PDDI' }),
  medicine('moclobemide', { core: [rxnorm('RXATC', '30121'), atc('N06AG02')], anchor: 'RXATC' }),
  medicine('phenelzine', {
    core: [rxnorm('RXATC', '8123'), rxnorm('PDDI', '8124'), atc('N06AF03')], // 8124: the sulfate
    anchor: 'RXATC',
  }),
  medicine('procarbazine', { core: [rxnorm('PDDI', '8702'), atc('L01XB01')], anchor: 'PDDI' }),
  medicine('rasagiline', { core: [rxnorm('PDDI', '134748'), atc('N04BD02')], anchor: 'PDDI' }),
  medicine('safinamide', { core: [atc('N04BD03')] }),
  medicine('selegiline', { core: [rxnorm('PDDI', '9639'), atc('N04BD01')], anchor: 'PDDI' }),
  medicine('tranylcypromine', { core: [rxnorm('RXATC', '10734'), atc('N06AF04')], anchor: 'RXATC' }),
  medicine('maoi', {
    label: 'Monoamine oxidase inhibitors',
    name: 'a monoamine oxidase inhibitor',
    ask: 'Is a monoamine oxidase inhibitor taken at present, linezolid, methylene blue and procarbazine included?',
    core: [
      rxnorm('RXATC', '7394 38382 7930'), // nialamide, toloxatone, pargyline
      atc('N06AF N06AG N04BD C02KC C02LL'),
    ],
    includes: [
      'isocarboxazid', 'linezolid', 'methylene-blue', 'moclobemide', 'phenelzine', 'procarbazine', 'rasagiline',
      'safinamide', 'selegiline', 'tranylcypromine',
    ],
    sources: [cite('ddi-maoi', 'PI19', 'section 7.3'), recall('ddi-maoi', 'K')],
  }),
  // A row of its own: "not at present" answers no to the row above, but says nothing of last week.
  medicine('recent-maoi', {
    label: 'Monoamine oxidase inhibitors, now or within two weeks',
    name: 'a monoamine oxidase inhibitor',
    ask: 'Is a monoamine oxidase inhibitor taken now, or was one taken within the two weeks before?',
    includes: ['maoi'],
    sources: [cite('pre-maoi-trial', 'NCTCL')],
  }),
]

/** Xanthines. */
export const xanthines = (): readonly FactRow[] => [
  medicine('aminophylline', { core: [rxnormRecalled('689'), atc('R03DA05 R03DA55 R03DB05')], anchor: 'K' }),
  medicine('theophylline', {
    core: [rxnormRecalled('10438'), atc('R03DA04 R03DA54 R03DA74 R03DB04')],
    anchor: 'K',
  }),
  medicine('theophyllines', {
    label: 'Theophylline or aminophylline',
    core: [atcByClass('R03DA02 R03DB02')], // choline theophyllinate
    confirm: [atcByClass('R03DA10 R03DA12 R03DA20')], // salts and mixtures that may hold theophylline
    includes: ['aminophylline', 'theophylline'],
    sources: [cite('ddi-theophylline', 'KET24', 'section 7.1')],
  }),
  medicine('xanthines', {
    label: 'Xanthine derivatives',
    name: 'a xanthine derivative such as theophylline',
    core: [rxnorm('CODES', '1886'), atc('R03DA R03DB N06BC C03BD')], // 1886: caffeine
    confirm: [atcByClass('C04AD')], // purine derivatives, pentoxifylline among them
    includes: ['theophyllines'],
    sources: [cite('ddi-xanthine-esk-nasal', 'SMPC-RXS')],
  }),
]

/** Medicines that raise pressure or heart rate. */
export const pressors = (): readonly FactRow[] => [
  medicine('vasopressin', {
    core: [rxnorm('RXATC', '11149'), atc('H01BA01')],
    confirm: [atcByClass('H01BA03 H01BA04 H01BA05')], // lypressin, terlipressin, ornipressin
    anchor: 'RXATC',
  }),
  medicine('sympathomimetics', {
    name: 'a sympathomimetic that acts on the whole body',
    core: [
      rxnorm('RXATC', `
        61609 47589 3616 3628 23638 1489913 3966 3992 4169 41157 51253 6054 6756 6805 6853 6963 7512
        31988 1311141 8163 31958
      `),
      rxnorm('OPIOIDCDS', '1012727'), // a mixture with pseudoephedrine
      without(atc('C01CA'), 'C01CA19'), // fenoldopam lowers pressure
      atc('R01BA R03C'),
    ],
    // Inhaled and nasal sympathomimetics, and an auto-injector that is only carried: ask.
    confirm: [
      atcByClass('R03A R01AA R01AB'),
      rxnorm('CODES', '435 36117'), // salbutamol, salmeterol
      rxnorm('SYNTHEA', '745679 351137 1870230'), // albuterol inhaled; epinephrine auto-injector
    ],
    sources: [cite('ddi-sympathomimetics', 'KET24', 'section 7.2')],
  }),
  {
    id: 'nasal-product-within-hour',
    label: 'Nasal decongestant or corticosteroid within the hour before the dose',
    ask: 'Was a nasal decongestant or corticosteroid used less than one hour before the planned time of the dose?',
    kind: 'statement',
    lists: [],
    statementMaxAge: 'dosing-day-answer-max-age',
    means: 'wait',
    sources: [cite('pre-nasal-drugs', 'PI19', 'section 2.1')],
  },
  medicine('levothyroxine', {
    core: [rxnormRecalled('10582'), atc('H03AA01 H03AA03 H03AA51')],
    anchor: 'K',
  }),
  medicine('liothyronine', { core: [rxnormRecalled('10814'), atc('H03AA02 H03AA03')], anchor: 'K' }),
  medicine('thyroid-hormones', {
    name: 'a thyroid hormone',
    core: [atc('H03AA')],
    includes: ['levothyroxine', 'liothyronine'],
    sources: [cite('ddi-thyroid-hormones', 'SMPC-RXS')],
  }),
  medicine('ergometrine', {
    core: [atc('G02AB03')],
    confirm: [atcByClass('G02AB01 G02AB02 G02AC')], // its methyl form, ergot mixtures
    sources: [cite('ddi-ergometrine', 'SMPC-RXS')],
  }),
]

/** Medicines against high blood pressure. */
export const antihypertensives = (): readonly FactRow[] => [
  medicine('amlodipine', {
    // 197361: Amlodipine 5 MG Oral Tablet
    core: [
      rxnorm('RXATC', '17767'),
      rxnorm('SYNTHEA', '197361'),
      atc('C08CA01 C08CA51 C08GA02 C07FB13'),
    ],
    anchor: 'RXATC',
  }),
  medicine('clonidine', {
    core: [rxnorm('RXATC', '2599'), atc('C02AC01 C02LC01 C02LC51 N02CX02 S01EA04')],
    anchor: 'RXATC',
  }),
  medicine('hydralazine', { core: [rxnorm('CODES', '5470'), atc('C02DB02 C02LG02')], anchor: 'CODES' }),
  medicine('labetalol', {
    core: [rxnorm('RXATC', '6185'), atc('C07AG01 C07BG01 C07CG01')],
    anchor: 'RXATC',
  }),
  medicine('metoprolol', {
    core: [
      rxnorm('CODES', '6918'),
      rxnorm('SYNTHEA', '866412'), // 24 HR metoprolol succinate 100 MG Extended Release Oral Tablet
      atc('C07AB02 C07BB02 C07BB52 C07CB02 C07FB02 C07FB13 C07FX03 C07FX05'),
    ],
    anchor: 'CODES',
  }),
  medicine('nifedipine', {
    core: [rxnorm('RXATC', '7417'), atc('C08CA05 C08CA55 C08GA01 C07FB03')],
    anchor: 'RXATC',
  }),
  medicine('antihypertensives', {
    name: 'a medicine that lowers blood pressure',
    core: [
      // hydrochlorothiazide; captopril, lisinopril, as products
      rxnorm('SYNTHEA', '316049 316052 310798 833036 314076'),
      rxnorm('CODES', '5487 4603 9997'), // hydrochlorothiazide, furosemide, spironolactone
      rxnorm('RXATC', `
        40114 6876 30257 9260 49276 8629 39230 6984 149 1202 1520 19484 20352 49737 7226 31555 8332
        8787 9947 4316 33910 28382 135056 7396 7435 7441 3443 11170 18867 1998 3827 50166 29046 30131
        54552 35208 35296 38454 1091643 214354 83515 83818 52175 321064 73494 69749 325646
      `),
      atc('C02'),
      atcByClass('C03 C07 C08 C09'),
    ],
    includes: ['amlodipine', 'clonidine', 'hydralazine', 'labetalol', 'metoprolol', 'nifedipine'],
    sources: [cite('ddi-antihypertensives', 'KETPH-DI')],
  }),
]

/** What only rules of the United States ask. */
export const nasalMedicinesUs = (): readonly FactRow[] => [
  medicine('nasal-decongestants-steroids', {
    label: 'Nasal decongestants and corticosteroids',
    name: 'a nasal decongestant or corticosteroid',
    core: [atc('R01AA R01AB R01AD')],
    sources: [cite('ddi-nasal-decongestant', 'PI19', 'section 2.1')],
  }),
]
