/** Medicines that act on pressure or heart rate: stimulants, MAO inhibitors, antihypertensives. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { atc, atcByClass, rxnorm, rxnormRecalled, without } from './codes.ts'
import { medicine } from './medicine.ts'

/** Psychostimulants. */
export const stimulants = (): readonly FactRow[] => [
  medicine('amphetamine', 'Amphetamine', 'amphetamine', {
    core: [rxnormRecalled('725'), atc('N06BA01')],
    sources: [recall('ddi-code-amphetamine', 'K')],
  }),
  medicine('armodafinil', 'Armodafinil', 'armodafinil', { core: [atc('N06BA13')] }),
  medicine('atomoxetine', 'Atomoxetine', 'atomoxetine', {
    core: [rxnorm('CODES', '38400'), atc('N06BA09')],
    sources: [cite('ddi-code-atomoxetine', 'CODES')],
  }),
  medicine('dexamfetamine', 'Dexamfetamine', 'dexamfetamine', { core: [atc('N06BA02')] }),
  medicine('dexmethylphenidate', 'Dexmethylphenidate', 'dexmethylphenidate', {
    core: [atc('N06BA11 N06BA15')],
  }),
  medicine('lisdexamfetamine', 'Lisdexamfetamine', 'lisdexamfetamine', {
    core: [rxnormRecalled('700810'), atc('N06BA12')],
    sources: [recall('ddi-code-lisdexamfetamine', 'K')],
  }),
  medicine('methylphenidate', 'Methylphenidate', 'methylphenidate', {
    // 1091392: Methylphenidate Hydrochloride 20 MG Oral Tablet
    core: [rxnorm('CODES', '6901'), rxnorm('SYNTHEA', '1091392'), atc('N06BA04')],
    sources: [cite('ddi-code-methylphenidate', 'CODES')],
  }),
  medicine('modafinil', 'Modafinil', 'modafinil', {
    core: [rxnorm('CODES', '30125'), atc('N06BA07')],
    sources: [cite('ddi-code-modafinil', 'CODES')],
  }),
  medicine('psychostimulants', 'Psychostimulants', 'a psychostimulant', {
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
  medicine('isocarboxazid', 'Isocarboxazid', 'isocarboxazid', {
    core: [rxnorm('RXATC', '6011'), atc('N06AF01')],
    sources: [cite('ddi-code-isocarboxazid', 'RXATC')],
  }),
  medicine('linezolid', 'Linezolid', 'linezolid', {
    core: [rxnorm('PDDI', '190376'), atc('J01XX08')],
    sources: [cite('ddi-code-linezolid', 'PDDI')],
  }),
  medicine('methylene-blue', 'Methylene blue', 'methylene blue', {
    core: [rxnorm('PDDI', '6878'), atc('V03AB17 V04CG05')],
    sources: [cite('ddi-code-methylene-blue', 'PDDI')],
  }),
  medicine('moclobemide', 'Moclobemide', 'moclobemide', {
    core: [rxnorm('RXATC', '30121'), atc('N06AG02')],
    sources: [cite('ddi-code-moclobemide', 'RXATC')],
  }),
  medicine('phenelzine', 'Phenelzine', 'phenelzine', {
    core: [rxnorm('RXATC', '8123'), rxnorm('PDDI', '8124'), atc('N06AF03')], // 8124: the sulfate
    sources: [cite('ddi-code-phenelzine', 'RXATC')],
  }),
  medicine('procarbazine', 'Procarbazine', 'procarbazine', {
    core: [rxnorm('PDDI', '8702'), atc('L01XB01')],
    sources: [cite('ddi-code-procarbazine', 'PDDI')],
  }),
  medicine('rasagiline', 'Rasagiline', 'rasagiline', {
    core: [rxnorm('PDDI', '134748'), atc('N04BD02')],
    sources: [cite('ddi-code-rasagiline', 'PDDI')],
  }),
  medicine('safinamide', 'Safinamide', 'safinamide', { core: [atc('N04BD03')] }),
  medicine('selegiline', 'Selegiline', 'selegiline', {
    core: [rxnorm('PDDI', '9639'), atc('N04BD01')],
    sources: [cite('ddi-code-selegiline', 'PDDI')],
  }),
  medicine('tranylcypromine', 'Tranylcypromine', 'tranylcypromine', {
    core: [rxnorm('RXATC', '10734'), atc('N06AF04')],
    sources: [cite('ddi-code-tranylcypromine', 'RXATC')],
  }),
  medicine('maoi', 'Monoamine oxidase inhibitors', 'a monoamine oxidase inhibitor', {
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
  medicine(
    'recent-maoi',
    'Monoamine oxidase inhibitors, now or within two weeks',
    'a monoamine oxidase inhibitor',
    {
      ask: 'Is a monoamine oxidase inhibitor taken now, or was one taken within the two weeks before?',
      includes: ['maoi'],
      sources: [cite('pre-maoi-trial', 'NCTCL')],
    },
  ),
]

/** Xanthines. */
export const xanthines = (): readonly FactRow[] => [
  medicine('aminophylline', 'Aminophylline', 'aminophylline', {
    core: [rxnormRecalled('689'), atc('R03DA05 R03DA55 R03DB05')],
    sources: [recall('ddi-code-aminophylline', 'K')],
  }),
  medicine('theophylline', 'Theophylline', 'theophylline', {
    core: [rxnormRecalled('10438'), atc('R03DA04 R03DA54 R03DA74 R03DB04')],
    sources: [recall('ddi-code-theophylline', 'K')],
  }),
  medicine('theophyllines', 'Theophylline or aminophylline', 'theophylline or aminophylline', {
    core: [atcByClass('R03DA02 R03DB02')], // choline theophyllinate
    confirm: [atcByClass('R03DA10 R03DA12 R03DA20')], // salts and mixtures that may hold theophylline
    includes: ['aminophylline', 'theophylline'],
    sources: [cite('ddi-theophylline', 'KET24', 'section 7.1')],
  }),
  medicine('xanthines', 'Xanthine derivatives', 'a xanthine derivative such as theophylline', {
    core: [rxnorm('CODES', '1886'), atc('R03DA R03DB N06BC C03BD')], // 1886: caffeine
    confirm: [atcByClass('C04AD')], // purine derivatives, pentoxifylline among them
    includes: ['theophyllines'],
    sources: [cite('ddi-xanthine-esk-nasal', 'SMPC-RXS')],
  }),
]

/** Medicines that raise pressure or heart rate. */
export const pressors = (): readonly FactRow[] => [
  medicine('vasopressin', 'Vasopressin', 'vasopressin', {
    core: [rxnorm('RXATC', '11149'), atc('H01BA01')],
    confirm: [atcByClass('H01BA03 H01BA04 H01BA05')], // lypressin, terlipressin, ornipressin
    sources: [cite('ddi-code-vasopressin', 'RXATC')],
  }),
  medicine('sympathomimetics', 'Sympathomimetics', 'a sympathomimetic that acts on the whole body', {
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
  medicine('levothyroxine', 'Levothyroxine', 'levothyroxine', {
    core: [rxnormRecalled('10582'), atc('H03AA01 H03AA03 H03AA51')],
    sources: [recall('ddi-code-levothyroxine', 'K')],
  }),
  medicine('liothyronine', 'Liothyronine', 'liothyronine', {
    core: [rxnormRecalled('10814'), atc('H03AA02 H03AA03')],
    sources: [recall('ddi-code-liothyronine', 'K')],
  }),
  medicine('thyroid-hormones', 'Thyroid hormones', 'a thyroid hormone', {
    core: [atc('H03AA')],
    includes: ['levothyroxine', 'liothyronine'],
    sources: [cite('ddi-thyroid-hormones', 'SMPC-RXS')],
  }),
  medicine('ergometrine', 'Ergometrine', 'ergometrine', {
    core: [atc('G02AB03')],
    confirm: [atcByClass('G02AB01 G02AB02 G02AC')], // its methyl form, ergot mixtures
    sources: [cite('ddi-ergometrine', 'SMPC-RXS')],
  }),
]

/** Medicines against high blood pressure. */
export const antihypertensives = (): readonly FactRow[] => [
  medicine('amlodipine', 'Amlodipine', 'amlodipine', {
    // 197361: Amlodipine 5 MG Oral Tablet
    core: [
      rxnorm('RXATC', '17767'),
      rxnorm('SYNTHEA', '197361'),
      atc('C08CA01 C08CA51 C08GA02 C07FB13'),
    ],
    sources: [cite('ddi-code-amlodipine', 'RXATC')],
  }),
  medicine('clonidine', 'Clonidine', 'clonidine', {
    core: [rxnorm('RXATC', '2599'), atc('C02AC01 C02LC01 C02LC51 N02CX02 S01EA04')],
    sources: [cite('ddi-code-clonidine', 'RXATC')],
  }),
  medicine('hydralazine', 'Hydralazine', 'hydralazine', {
    core: [rxnorm('CODES', '5470'), atc('C02DB02 C02LG02')],
    sources: [cite('ddi-code-hydralazine', 'CODES')],
  }),
  medicine('labetalol', 'Labetalol', 'labetalol', {
    core: [rxnorm('RXATC', '6185'), atc('C07AG01 C07BG01 C07CG01')],
    sources: [cite('ddi-code-labetalol', 'RXATC')],
  }),
  medicine('metoprolol', 'Metoprolol', 'metoprolol', {
    core: [
      rxnorm('CODES', '6918'),
      rxnorm('SYNTHEA', '866412'), // 24 HR metoprolol succinate 100 MG Extended Release Oral Tablet
      atc('C07AB02 C07BB02 C07BB52 C07CB02 C07FB02 C07FB13 C07FX03 C07FX05'),
    ],
    sources: [cite('ddi-code-metoprolol', 'CODES')],
  }),
  medicine('nifedipine', 'Nifedipine', 'nifedipine', {
    core: [rxnorm('RXATC', '7417'), atc('C08CA05 C08CA55 C08GA01 C07FB03')],
    sources: [cite('ddi-code-nifedipine', 'RXATC')],
  }),
  medicine('antihypertensives', 'Antihypertensives', 'a medicine that lowers blood pressure', {
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
  medicine(
    'nasal-decongestants-steroids',
    'Nasal decongestants and corticosteroids',
    'a nasal decongestant or corticosteroid',
    {
      core: [atc('R01AA R01AB R01AD')],
      sources: [cite('ddi-nasal-decongestant', 'PI19', 'section 2.1')],
    },
  ),
]
