/** Names of SNOMED CT concepts: organs, pregnancy and body. @module */
import { type CodeName, named } from './named.ts'

/** Each concept with the name beside which it was seen. */
export const organsNames = (): readonly CodeName[] => [
  // liver diseases
  ...named('snomed-ct', 'ECQM', `
    16069000 Toxic noninfectious hepatitis
    197271008 Acute hepatitis - non-infective
    197284004 Chronic active hepatitis
    197286002 Recurrent hepatitis
    197352008 Toxic hepatitis
    197359004 Toxic liver disease with chronic persistent hepatitis
    197360009 Toxic liver disease with chronic lobular hepatitis
    197361008 Toxic liver disease with chronic active hepatitis
    235875008 Alcoholic hepatitis
    235876009 Drug-induced hepatitis
    235889003 Drug-induced chronic hepatitis
    307757001 Chronic alcoholic hepatitis
    370889009 Lymphocytic portal hepatitis
    37871000 Acute hepatitis
    408335007 Autoimmune hepatitis
    41309000 Alcoholic liver damage
    41889008 Chronic persistent hepatitis
    4896000 Acute toxic hepatitis
    50325005 Alcoholic fatty liver
    72445008 Subacute noninfective hepatitis
    76783007 Chronic hepatitis
    79720007 Chronic nonalcoholic liver disease
    95556007 Cholestatic hepatitis
    9953008 Acute alcoholic liver disease
    123607009 Septal fibrosis of liver
    235880004 Alcoholic fibrosis and sclerosis of liver
    235899008 Hepatic sclerosis
    235901004 Hepatic fibrosis with hepatic sclerosis
    235902006 Intrahepatic phlebosclerosis and fibrosis
    31712002 Primary biliary cholangitis
    57339008 Chronic lobular hepatitis
    62484002 Hepatic fibrosis
    737202006 Fibropolycystic disease of liver
    81675001 Chronic yellow atrophy of liver
    109819003 Obstructive biliary cirrhosis
    123717006 Advanced cirrhosis
    186628001 Viral hepatitis C with coma
    197268000 Acute and subacute liver necrosis
    197270009 Acute hepatic failure
    19943007 Cirrhosis of liver
    266468003 Cirrhosis - non-alcoholic
    31005002 Hepatorenal syndrome due to a procedure
    420054005 Alcoholic cirrhosis
    425413006 Drug-induced cirrhosis of liver
    435091000124105 Hepatitis with hepatic coma
    435101000124104 Chronic viral hepatitis C with hepatic coma
    51292008 Hepatorenal syndrome
    59927004 Hepatic failure
    831000119103 Cirrhosis of liver due to chronic hepatitis C
    111370006 Cirrhosis of liver not due to alcohol
    197304003 Cardituberculous cirrhosis
    123604002 Toxic cirrhosis
    123606000 Cholangiolitic cirrhosis
    12368000 Secondary biliary cirrhosis
    15999000 Mixed micro AND macronodular cirrhosis
    1761006 Biliary cirrhosis
    197293003 Diffuse nodular cirrhosis
    197296006 Capsular portal cirrhosis
    21861000 Micronodular cirrhosis
    235895002 Laennec's cirrhosis, non-alcoholic
    235896001 Infectious cirrhosis
    235897005 Hypoxia-associated cirrhosis
    271440004 Cirrhosis secondary to cholestasis
    27156006 Posthepatitic cirrhosis
    33144001 Parasitic cirrhosis
    37688005 Clonorchiasis with biliary cirrhosis
    424340000 Hepatic coma due to chronic hepatitis B
    43904005 Macronodular cirrhosis
    536002 Glissonian cirrhosis
    735733008 Cirrhosis of liver co-occurrent and due to primary sclerosing cholangitis
    76301009 Florid cirrhosis
    78208005 Pigment cirrhosis
    86454000 Postnecrotic cirrhosis
    197279005 Cirrhosis and chronic liver disease
    328383001 Chronic liver disease
    123716002 Latent cirrhosis
    371139006 Early cirrhosis
  `),
  // thyrotoxicoses
  ...named('snomed-ct', 'ECQM', `
    190255006 Thyrotoxicosis from ectopic thyroid nodule with no crisis
    190256007 Thyrotoxicosis from ectopic thyroid nodule with crisis
    193214009 Myasthenic syndrome due to thyrotoxicosis
    22350004 T>3< thyrotoxicosis
    237499004 Thyrotoxicosis due to Graves' disease
    237501007 Thyrotoxicosis due to acute thyroiditis
    237503005 Borderline thyrotoxicosis
    237505003 Apathetic thyrotoxicosis
    237506002 Thyrotoxicosis in pregnancy
    237507006 Human chorionic gonadotrophin-induced thyrotoxicosis
    237508001 Iatrogenic thyrotoxicosis
    237509009 Thyrotoxicosis on thyroxine therapy
    237510004 Iodine-induced thyrotoxicosis
    237512007 Thyrotoxicosis due to thyrotropin-secreting pituitary adenoma
    237538007 Chronic thyroiditis with transient thyrotoxicosis
    25008002 Hyperthyroidism due to struma ovarii
    26389007 Toxic multinodular goiter
    267374005 Toxic diffuse goiter
    27538003 Hyperthyroidism with Hashimoto disease
    286909009 Thyrotoxicosis with or without goiter
    360353005 Thyrotoxicosis due to pituitary thyroid hormone resistance
    360358001 Thyrotoxicosis due to overproduction of thyroid stimulating hormone
    360361000 Thyrotoxicosis due to inappropriate thyroid stimulating hormone secretion
    4997005 Thyrotoxicosis factitia
    62052002 Hyperthyroidism caused by amiodarone
    68437005 Thyrotoxic myopathy
    73869005 Toxic uninodular goiter
    87232008 Hyperthyroidism due to ectopic thyroid nodule
    88740003 Thyrotoxicosis factitia with thyrotoxic crisis
    89719007 Thyrotoxicosis without goiter OR other cause
    90739004 Thyrotoxicosis
  `),
  // airway infections
  ...named('snomed-ct', 'ECQM', `
    1532007 Viral pharyngitis
    195655000 Acute gangrenous pharyngitis
    195656004 Acute phlegmonous pharyngitis
    195657008 Acute ulcerative pharyngitis
    195658003 Acute bacterial pharyngitis
    195659006 Acute pneumococcal pharyngitis
    195660001 Acute staphylococcal pharyngitis
    232399005 Acute herpes simplex pharyngitis
    232400003 Acute herpes zoster pharyngitis
    363746003 Acute pharyngitis
    40766000 Enteroviral lymphonodular pharyngitis
    58031004 Suppurative pharyngitis
    78337007 Acute upper respiratory infection of multiple sites
    43692000 Influenzal acute upper respiratory infection
    54398005 Acute upper respiratory infection
    82272006 Common cold
  `),
  // pregnancies
  ...named('snomed-ct', 'ECQM', `
    10231000132102 In-vitro fertilization pregnancy
    102872000 Pregnancy on oral contraceptive
    102873005 Pregnancy on intrauterine device
    102875003 Surrogate pregnancy
    11082009 Abnormal pregnancy
    134781000119106 High risk pregnancy due to recurrent miscarriage
    16356006 Multiple pregnancy
    169560008 Pregnant - urine test confirms
    169561007 Pregnant - blood test confirms
    169562000 Pregnant - vaginal examination confirms
    169563005 Pregnant - on history
    169565003 Pregnant - planned
    169566002 Pregnant - unplanned - wanted
    169567006 Pregnant -unplanned-not wanted
    169568001 Unplanned pregnancy unknown if child is wanted
    199064003 Post-term pregnancy - not delivered
    199306007 Continuing pregnancy after abortion of one fetus or more
    22281000119101 Post-term pregnancy of 40 to 42 weeks
    237233002 Concealed pregnancy
    237238006 Pregnancy with uncertain dates
    237239003 Low risk pregnancy
    237240001 Teenage pregnancy
    237241002 Viable pregnancy
    237242009 Non-viable pregnancy
    237244005 Single pregnancy
    276367008 Wanted pregnancy
    281307002 Uncertain viability of pregnancy
    314204000 Early stage of pregnancy
    35381000119101 Quadruplet pregnancy with loss of one or more fetuses
    36801000119105 Continuing triplet pregnancy after spontaneous abortion of one or more fetuses
    38720006 Septuplet pregnancy
    41587001 Third trimester pregnancy
    429187001 Continuing pregnancy after intrauterine death of twin fetus
    43990006 Sextuplet pregnancy
    444661007 High risk pregnancy due to history of preterm labor
    45307008 Extrachorial pregnancy
    457821000124106 Normal pregnancy in multigravida
    459167000 Monochorionic twin pregnancy
    459169002 Monochorionic diamniotic twin pregnancy with similar amniotic fluid volumes
    459170001 Monochorionic diamniotic twin pregnancy with dissimilar amniotic fluid volumes
    47200007 High risk pregnancy
    472321009 Continuing pregnancy after intrauterine death of one twin with intrauterine retention of dead twin
    57630001 First trimester pregnancy
    58532003 Unwanted pregnancy
    59466002 Second trimester pregnancy
    60810003 Quadruplet pregnancy
    64254006 Triplet pregnancy
    65147003 Twin pregnancy
    65727000 Intrauterine pregnancy
    713575004 Dizygotic twin pregnancy
    713576003 Monozygotic twin pregnancy
    80997009 Quintuplet pregnancy
    83074005 Unplanned pregnancy
    87527008 Term pregnancy
    90968009 Prolonged pregnancy
  `),
  // lactations
  ...named('snomed-ct', 'ECQM', `
    169750002 Mother currently breast-feeding
    169745008 Breastfeeding started
    225604004 Lactation established
    69840006 Normal breast feeding
    82374005 Lactation normal
    200430001 Breastfeeding painful
    289084000 Difficulty performing breast-feeding
    199004 Decreased lactation
    247415009 Painful lactation
  `),
  ...named('snomed-ct', 'ECQM', `
    408512008 Body mass index 40+ - severely obese
    238136002 Morbid obesity
    36139001 Chronic ulcerating interstitial cystitis
  `),
  ...named('snomed-ct', 'SYNTHEA', `
    162864005 Body mass index 30+ - obesity (finding)
    38822007 Cystitis
    195662009 Acute viral pharyngitis (disorder)
    444814009 Viral sinusitis (disorder)
    43878008 Streptococcal sore throat (disorder)
  `),
  ...named('snomed-ct', 'CODES', `
    418470004 Porphyria
    197834003 Chronic interstitial cystitis
  `),
  ...named('snomed-ct', 'SYNTHEA', `
    72892002 Normal pregnancy
  `),
]
