/** Names of medicines in RxNorm and SNOMED CT. @module */
import { type CodeName, named } from './named.ts'

/** Each medicine or product with the name beside which its code was seen. */
export const medicineNames = (): readonly CodeName[] => [
  ...named('rxnorm', 'CODES', `
    480 alfentanil
    343047 atazanavir
    38400 atomoxetine
    1886 caffeine
    2002 carbamazepine
    2101 carisoprodol
    21241 clobazam
    32968 clopidogrel
    2626 clozapine
    2670 codeine
    27340 desflurane
    3289 dextromethorphan
    3322 diazepam
    266856 divalproex sodium
    4053 erythromycin
    448 ethanol
    4337 fentanyl
    4603 furosemide
    5093 haloperidol
    5470 hydralazine
    5487 hydrochlorothiazide
    6026 isoflurane
    28439 lamotrigine
    6813 methadone
    6901 methylphenidate
    6918 metoprolol
    6960 midazolam
    30125 modafinil
    7052 morphine
    7242 naloxone
    7243 naltrexone
    61381 olanzapine
    26225 ondansetron
    7781 oxazepam
    32624 oxcarbazepine
    7804 oxycodone
    8183 phenytoin
    35636 risperidone
    435 salbutamol
    36117 salmeterol
    36453 sevoflurane
    9997 spironolactone
    10154 succinylcholine
    10689 tramadol
    11118 valproic acid
    121243 voriconazole
  `),
  ...named('rxnorm', 'RXATC', `
    149 acebutolol
    325646 aliskiren
    704 amitriptyline
    17767 amlodipine
    722 amoxapine
    61609 arbutamine
    1202 atenolol
    1091643 azilsartan
    18867 benazepril
    1520 betaxolol
    19484 bisoprolol
    42347 bupropion
    47589 cafedrine
    214354 candesartan
    1998 captopril
    20352 carvedilol
    2556 citalopram
    2597 clomipramine
    2599 clonidine
    3247 desipramine
    734064 desvenlafaxine
    3332 dibenzepin
    3443 diltiazem
    3616 dobutamine
    3628 dopamine
    23638 dopexamine
    3634 dothiepin
    49276 doxazosin
    3638 doxepin
    1489913 droxidopa
    72625 duloxetine
    3827 enalapril
    3966 ephedrine
    3992 epinephrine
    83515 eprosartan
    321988 escitalopram
    2119365 esketamine
    49737 esmolol
    4169 etilefrine
    4316 felodipine
    4493 fluoxetine
    42355 fluvoxamine
    50166 fosinopril
    41157 gepefrine
    40114 guanfacine
    51253 ibopamine
    5691 imipramine
    83818 irbesartan
    6011 isocarboxazid
    6054 isoproterenol
    33910 isradipine
    6185 labetalol
    28382 lacidipine
    135056 lercanidipine
    29046 lisinopril
    6465 lofepramine
    52175 losartan
    6646 maprotiline
    446248 melitracen
    6756 mephentermine
    6805 metaraminol
    6853 methoxamine
    6876 methyldopa
    6929 mianserin
    6963 midodrine
    588250 milnacipran
    6984 minoxidil
    15996 mirtazapine
    30121 moclobemide
    30131 moexipril
    30257 moxonidine
    7226 nadolol
    31555 nebivolol
    31565 nefazodone
    7394 nialamide
    7396 nicardipine
    7417 nifedipine
    7435 nisoldipine
    7441 nitrendipine
    7512 norepinephrine
    31988 norfenefrine
    7531 nortriptyline
    1311141 octopamine
    321064 olmesartan
    7674 opipramol
    7930 pargyline
    32937 paroxetine
    54552 perindopril
    8123 phenelzine
    8163 phenylephrine
    8332 pindolol
    8629 prazosin
    8787 propranolol
    8886 protriptyline
    35208 quinapril
    35296 ramipril
    60842 reboxetine
    9260 reserpine
    36437 sertraline
    9947 sotalol
    258326 St. John's wort extract
    73494 telmisartan
    31958 theodrenaline
    38252 tianeptine
    38382 toloxatone
    38454 trandolapril
    10734 tranylcypromine
    10737 trazodone
    10834 trimipramine
    39230 urapidil
    69749 valsartan
    11149 vasopressin (USP)
    39786 venlafaxine
    11170 verapamil
    1086769 vilazodone
    11196 viloxazine
    1455099 vortioxetine
  `),
  ...named('rxnorm', 'PDDI', `
    190376 linezolid
    6878 methylene blue
    8124 phenelzine sulfate
    8702 procarbazine
    134748 rasagiline
    9639 selegiline
    9899 sodium oxybate
  `),
  ...named('rxnorm', 'NDC', `
    206967 Ketalar brand product
    206970 Ketalar brand product
    206972 Ketalar brand product
    238082 ketamine injection product
    238083 ketamine injection product
    238084 ketamine injection product
  `),
  ...named('rxnorm', 'SYNTHEA', `
    752899 0.25 ML Leuprolide Acetate 30 MG/ML Prefilled Syringe
    1000156 0.65 ML medroxyprogesterone acetate 160 MG/ML Prefilled Syringe
    1860480 1 ML DOCEtaxel 20 MG/ML Injection
    205923 1 ML Epoetin Alfa 4000 UNT/ML Injection [Epogen]
    1732136 1 ML Morphine Sulfate 5 MG/ML Injection
    108515 1 ML tacrolimus 5 MG/ML Injection
    1808217 100 ML Propofol 10 MG/ML Injection
    895994 120 ACTUAT Fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler
    1534809 168 HR Ethinyl Estradiol 0.00146 MG/HR / norelgestromin 0.00625 MG/HR Transdermal System
    1740467 2 ML Ondansetron 2 MG/ML Injection
    745679 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler
    860975 24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet
    866412 24 HR metoprolol succinate 100 MG Extended Release Oral Tablet
    1664463 24 HR tacrolimus 1 MG Extended Release Oral Tablet
    198031 24hr nicotine transdermal patch
    282464 Acetaminophen 160 MG Oral Tablet
    1043400 Acetaminophen 21.7 MG/ML / Dextromethorphan Hydrobromide 1 MG/ML / doxylamine succinate 0.417 MG/ML Oral Solution
    857005 Acetaminophen 325 MG / HYDROcodone Bitartrate 7.5 MG Oral Tablet
    313782 Acetaminophen 325 MG Oral Tablet
    209387 Acetaminophen 325 MG Oral Tablet [Tylenol]
    856980 Acetaminophen/Hydrocodone
    351137 albuterol 0.21 MG/ML Inhalation Solution
    904419 Alendronic acid 10 MG Oral Tablet
    197319 Allopurinol 100 MG Oral Tablet
    1804799 Alteplase 100 MG Injection
    197361 Amlodipine 5 MG Oral Tablet
    562251 Amoxicillin 250 MG / Clavulanate 125 MG Oral Tablet
    308182 Amoxicillin 250 MG Oral Capsule
    308192 Amoxicillin 500 MG Oral Tablet
    1191 Aspirin
    243670 Aspirin 81 MG Oral Tablet
    259255 Atorvastatin 80 MG Oral Tablet
    351109 budesonide 0.25 MG/ML Inhalation Suspension
    748962 Camila 28 Day Pack
    833036 Captopril 25 MG Oral Tablet
    308971 Carbamazepine[Tegretol]
    309097 Cefuroxime 250 MG Oral Tablet
    1736854 Cisplatin 50 MG Injection
    1153378 Clonazepam [Klonopin]
    309362 Clopidogrel 75 MG Oral Tablet
    197591 Diazepam 5 MG Oral Tablet
    563026 Diazepam [Valium]
    1049630 diphenhydrAMINE Hydrochloride 25 MG Oral Tablet
    831533 Errin 28 Day Pack
    389221 Etonogestrel 68 MG Drug Implant
    310325 ferrous sulfate 325 MG Oral Tablet
    997488 Fexofenadine hydrochloride 30 MG Oral Tablet
    406022 Fluoxetine 25MG
    314659 heparin sodium, porcine
    316049 Hydrochlorothiazide 25 MG
    310798 Hydrochlorothiazide 25 MG Oral Tablet
    316052 Hydrochlorothiazide 6.25 MG
    198405 Ibuprofen 100 MG Oral Tablet
    310965 Ibuprofen 200 MG Oral Tablet
    206905 Ibuprofen 400 MG Oral Tablet [Ibu]
    106892 insulin isophane, human 70 UNT/ML / insulin, regular, human 30 UNT/ML Injectable Suspension [Humulin]
    542347 Isoflurane 999 MG/ML Inhalant Solution
    757594 Jolivette 28 Day Pack
    1856546 Kyleena 19.5 MG Intrauterine System
    314076 lisinopril 10 MG Oral Tablet
    861467 Meperidine Hydrochloride 50 MG Oral Tablet
    1091392 Methylphenidate Hydrochloride 20 MG Oral Tablet
    311700 Midazolam 1 MG/ML Injectable Solution
    807283 Mirena 52 MG Intrauterine System
    198014 Naproxen 500 MG Oral Tablet
    849574 Naproxen sodium 220 MG Oral Tablet
    978950 Natazia 28 Day Pack
    1870230 NDA020800 0.3 ML Epinephrine 1 MG/ML Auto-Injector
    311989 Nitrofurantoin 5 MG/ML Oral Suspension
    311995 NITROFURANTOIN, MACROCRYSTALS 50 MG Oral Capsule
    705129 Nitroglycerin 0.4 MG/ACTUAT Mucosal Spray
    1367439 NuvaRing 0.12/0.015 MG per 24HR 21 Day Vaginal System
    749785 Ortho Tri-Cyclen 28 Day Pack
    583214 PACLitaxel 100 MG Injection
    834061 Penicillin V Potassium 250 MG Oral Tablet
    834102 Penicillin V Potassium 500 MG Oral Tablet
    1094107 Phenazopyridine hydrochloride 100 MG Oral Tablet
    1659149 Piperacillin 4000 MG / tazobactam 500 MG Injection
    73032 Remifentanil
    1234995 Rocuronium bromide 10 MG/ML Injectable Solution
    749762 Seasonique 91 Day Pack
    328670 Sertraline 100MG
    314231 Simvastatin 10 MG Oral Tablet
    312961 Simvastatin 20 MG Oral Tablet
    316672 Simvistatin 10 MG
    313002 Sodium Chloride 9 MG/ML Injectable Solution
    10831 Sulfamethoxazole / Trimethoprim
    751905 Trinessa 28 Day Pack
    2001499 Vitamin B12 5 MG/ML Injectable Solution
    748856 Yaz 28 Day Pack
  `),
  ...named('rxnorm', 'OPIOIDCDS', `
    1049502 12 HR Oxycodone Hydrochloride 10 MG Extended Release Oral Tablet
    197696 72 HR Fentanyl 0.075 MG/HR Transdermal System
    994043 acetaminophen 500 MG / codeine phosphate 15 MG Oral Tablet
    1010600 Buprenorphine 2 MG / Naloxone 0.5 MG Oral Strip
    1012727 Carbinoxamine maleate 0.4 MG/ML / Hydrocodone Bitartrate 1 MG/ML / Pseudoephedrine Hydrochloride 6 MG/ML Oral Solution
    1298088 Flurazepam Hydrochloride 15 MG Oral Capsule
    1191212 Naloxone Hydrochloride 0.02 MG/ML Injectable Solution
    1010603 Suboxone 2 MG / 0.5 MG Sublingual Film
    104693 Temazepam 20 MG Oral Tablet
  `),
  ...named('snomed-ct', 'GMSDE', `
    789488000 Product containing esketamine in nasal dose form (medicinal product form)
    789489008 Product containing only esketamine in nasal dose form (medicinal product form)
    38515511000001108 Esketamine 28mg/0.2ml nasal spray unit dose (product)
    38499811000001103 Spravato 28mg/0.2ml nasal spray unit dose (Janssen-Cilag Ltd) (product)
  `),
]
