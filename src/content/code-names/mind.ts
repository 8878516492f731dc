/** Names of SNOMED CT concepts: mind and substances. @module */
import { type CodeName, named } from './named.ts'

/** Each concept with the name beside which it was seen. */
export const mindNames = (): readonly CodeName[] => [
  // psychoses
  ...named('snomed-ct', 'ECQM', `
    191536002 Subchronic hebephrenic schizophrenia
    191537006 Chronic hebephrenic schizophrenia
    191530008 Acute exacerbation of subchronic schizophrenia
    191538001 Acute exacerbation of subchronic hebephrenic schizophrenia
    111482003 Subchronic schizophrenia with acute exacerbations
    111484002 Undifferentiated schizophrenia
    12939007 Chronic disorganized schizophrenia
    14291003 Subchronic disorganized schizophrenia with acute exacerbations
    16990005 Subchronic schizophrenia
    191526005 Schizophrenic disorders
    191527001 Simple schizophrenia
    191531007 Acute exacerbation of chronic schizophrenia
    191539009 Acute exacerbation of chronic hebephrenic schizophrenia
    191542003 Catatonic schizophrenia
    191547009 Acute exacerbation of subchronic catatonic schizophrenia
    191548004 Acute exacerbation of chronic catatonic schizophrenia
    191554003 Acute exacerbation of subchronic paranoid schizophrenia
    191555002 Acute exacerbation of chronic paranoid schizophrenia
    191567000 Schizoaffective schizophrenia
    191569002 Subchronic schizoaffective schizophrenia
    191570001 Chronic schizoaffective schizophrenia
    191571002 Acute exacerbation of subchronic schizoaffective schizophrenia
    191572009 Acute exacerbation of chronic schizoaffective schizophrenia
    191577003 Cenesthopathic schizophrenia
    191680007 Psychogenic paranoid psychosis
    231437006 Reactive psychoses
    231489001 Acute transient psychotic disorder
    26025008 Residual schizophrenia
    268617001 Acute schizophrenic episode
    268624000 Acute paranoid reaction
    270901009 Schizoaffective disorder, mixed type
    271428004 Schizoaffective disorder, manic type
    27387000 Subchronic disorganized schizophrenia
    278853003 Acute schizophrenia-like psychotic disorder
    29599000 Chronic undifferentiated schizophrenia
    30336007 Chronic residual schizophrenia with acute exacerbations
    31658008 Chronic paranoid schizophrenia
    35218008 Chronic disorganized schizophrenia with acute exacerbations
    35252006 Disorganized schizophrenia
    36158005 Schizophreniform disorder with good prognostic features
    38368003 Schizoaffective disorder, bipolar type
    416340002 Late onset schizophrenia
    42868002 Subchronic catatonic schizophrenia
    441704009 Affective psychosis
    5464005 Brief reactive psychosis
    55736003 Schizophreniform disorder without good prognostic features
    64905009 Paranoid schizophrenia
    68890003 Schizoaffective disorder
    68995007 Chronic catatonic schizophrenia
    7025000 Subchronic undifferentiated schizophrenia with acute exacerbations
    70814008 Subchronic residual schizophrenia with acute exacerbations
    71103003 Chronic residual schizophrenia
    76566000 Subchronic residual schizophrenia
    79204003 Chronic undifferentiated schizophrenia with acute exacerbations
    79866005 Subchronic paranoid schizophrenia
    83746006 Chronic schizophrenia
    84760002 Schizoaffective disorder, depressive type
    85861002 Subchronic undifferentiated schizophrenia
    88975006 Schizophreniform disorder
  `),
  // psychoses in remission
  ...named('snomed-ct', 'ECQM', `
    191540006 Hebephrenic schizophrenia in remission
    111483008 Catatonic schizophrenia in remission
    191574005 Schizoaffective schizophrenia in remission
    31373002 Disorganized schizophrenia in remission
    39610001 Undifferentiated schizophrenia in remission
    4926007 Schizophrenia in remission
    51133006 Residual schizophrenia in remission
    63181006 Paranoid schizophrenia in remission
  `),
  // substance psychoses
  ...named('snomed-ct', 'ECQM', `
    434971000124109 Amphetamine induced psychotic disorder
    15921731000119106 Psychotic disorder caused by methamphetamine
    191476005 Alcohol withdrawal hallucinosis
    191478006 Alcoholic paranoia
    191483003 Drug-induced psychosis
    191484009 Drug-induced paranoia or hallucinatory states
    191485005 Drug-induced paranoid state
    191486006 Drug-induced hallucinosis
    19445006 Opioid-induced psychotic disorder with hallucinations
    1973000 Sedative, hypnotic AND/OR anxiolytic-induced psychotic disorder with delusions
    20385005 Opioid-induced psychotic disorder with delusions
    26714005 Cannabis-induced psychotic disorder with hallucinations
    28368009 Psychoactive substance-induced organic hallucinosis
    30491001 Cocaine delusional disorder
    32009006 Hallucinogen hallucinosis
    32358001 Amphetamine delusional disorder
    32552001 Psychoactive substance-induced organic delusional disorder
    33871004 Phencyclidine-induced psychotic disorder with hallucinations
    42344001 Alcohol-induced psychosis
    427975003 Drug-induced delusional disorder
    47664006 Sedative, hypnotic AND/OR anxiolytic-induced psychotic disorder with hallucinations
    50722006 Phencyclidine delusional disorder
    50933003 Hallucinogen delusional disorder
    51443000 Amphetamine-induced psychotic disorder with hallucinations
    61144001 Alcohol-induced psychotic disorder with delusions
    6348008 Cocaine-induced psychotic disorder with hallucinations
    63649001 Cannabis delusional disorder
    63983005 Inhalant-induced psychotic disorder with hallucinations
    7052005 Alcohol hallucinosis
    723927004 Psychotic disorder caused by alcohol with schizophreniform symptoms
    723936000 Psychotic disorder caused by cannabis
    724655005 Psychotic disorder caused by opioid
    724673008 Psychotic disorder caused by sedative
    724674002 Psychotic disorder caused by hypnotic
    724675001 Psychotic disorder caused by anxiolytic
    724689006 Psychotic disorder caused by cocaine
    724696008 Psychotic disorder caused by hallucinogen
    724702008 Psychotic disorder caused by volatile inhalant
    724706006 Psychotic disorder caused by methylenedioxymethamphetamine
    724718002 Psychotic disorder caused by dissociative drug
    724719005 Psychotic disorder caused by ketamine
    724729003 Psychotic disorder caused by psychoactive substance
    735750005 Psychotic disorder with schizophreniform symptoms caused by cocaine
    737340007 Psychotic disorder caused by synthetic cannabinoid
    75122001 Inhalant-induced psychotic disorder with delusions
    762325009 Psychotic disorder caused by stimulant
    762326005 Psychotic disorder with hallucinations caused by stimulant
    762327001 Psychotic disorder with delusions caused by stimulant
    762507003 Psychotic disorder caused by synthetic cathinone
    762508008 Psychotic disorder with hallucinations caused by synthetic cathinone
    762509000 Psychotic disorder with delusions caused by synthetic cathinone
    762510005 Psychotic disorder with schizophreniform symptoms caused by synthetic cathinone
    7761000119106 Psychotic disorder caused by amphetamine use
    21831000119109 Phencyclidine psychosis
  `),
  // bipolar psychoses
  ...named('snomed-ct', 'ECQM', `
    10875004 Severe mixed bipolar I disorder with psychotic features, mood-incongruent
    10981006 Severe mixed bipolar I disorder with psychotic features
    13581000 Severe bipolar I disorder, single manic episode with psychotic features, mood-congruent
    191623007 Bipolar affective disorder, currently manic, severe, with psychosis
    191641004 Mixed bipolar affective disorder, severe, with psychosis
    19300006 Severe bipolar II disorder, most recent episode major depressive with psychotic features, mood-congruent
    20960007 Severe bipolar II disorder, most recent episode major depressive with psychotic features, mood-incongruent
    26203008 Severe depressed bipolar I disorder with psychotic features, mood-incongruent
    26530004 Severe bipolar disorder with psychotic features, mood-incongruent
    28663008 Severe manic bipolar I disorder with psychotic features
    30520009 Severe bipolar II disorder, most recent episode major depressive with psychotic features
    33380008 Severe manic bipolar I disorder with psychotic features, mood-incongruent
    41832009 Severe bipolar I disorder, single manic episode with psychotic features
    4441000 Severe bipolar disorder with psychotic features
    54761006 Severe depressed bipolar I disorder with psychotic features, mood-congruent
    59617007 Severe depressed bipolar I disorder with psychotic features
    64731001 Severe mixed bipolar I disorder with psychotic features, mood-congruent
    70546001 Severe bipolar disorder with psychotic features, mood-congruent
    78640000 Severe manic bipolar I disorder with psychotic features, mood-congruent
    86058007 Severe bipolar I disorder, single manic episode with psychotic features, mood-incongruent
    191632009 Bipolar affective disorder, currently depressed, severe, with psychosis
    765176007 Psychosis and severe depression co-occurrent and due to bipolar affective disorder
  `),
  // bipolar depressions
  ...named('snomed-ct', 'ECQM', `
    1196001 Chronic bipolar II disorder, most recent episode major depressive
    16295005 Bipolar II disorder, most recent episode major depressive
    191627008 Bipolar affective disorder, current episode depression
    191629006 Bipolar affective disorder, currently depressed, mild
    191630001 Bipolar affective disorder, currently depressed, moderate
    21900002 Bipolar I disorder, most recent episode depressed with catatonic features
    22407005 Bipolar II disorder, most recent episode major depressive with catatonic features
    261000119107 Severe depressed bipolar I disorder
    29929003 Bipolar I disorder, most recent episode depressed with atypical features
    30687003 Bipolar II disorder, most recent episode major depressive with postpartum onset
    34315001 Bipolar II disorder, most recent episode major depressive with melancholic features
    35846004 Moderate bipolar II disorder, most recent episode major depressive
    43568002 Bipolar II disorder, most recent episode major depressive with atypical features
    49468007 Depressed bipolar I disorder
    51637008 Chronic bipolar I disorder, most recent episode depressed
    61403008 Severe depressed bipolar I disorder without psychotic features
    66631006 Moderate depressed bipolar I disorder
    71294008 Mild bipolar II disorder, most recent episode major depressive
    74686005 Mild depressed bipolar I disorder
    75752004 Bipolar I disorder, most recent episode depressed with melancholic features
    81319007 Severe bipolar II disorder, most recent episode major depressive without psychotic features
    87203005 Bipolar I disorder, most recent episode depressed with postpartum onset
    767631007 Bipolar disorder, most recent episode depression
    767636002 Bipolar I disorder, most recent episode depression
  `),
  // bipolar manias
  ...named('snomed-ct', 'ECQM', `
    162004 Severe manic bipolar I disorder without psychotic features
    16506000 Mixed bipolar I disorder
    191618007 Bipolar affective disorder, current episode manic
    191620005 Bipolar affective disorder, currently manic, mild
    191621009 Bipolar affective disorder, currently manic, moderate
    191636007 Mixed bipolar affective disorder
    191638008 Mixed bipolar affective disorder, mild
    191639000 Mixed bipolar affective disorder, moderate
    192362008 Bipolar affective disorder, current episode mixed
    23741000119105 Severe manic bipolar I disorder
    271000119101 Severe mixed bipolar I disorder
    40926005 Moderate mixed bipolar I disorder
    43769008 Mild mixed bipolar I disorder
    46229002 Severe mixed bipolar I disorder without psychotic features
    71984005 Mild manic bipolar I disorder
    82998009 Moderate manic bipolar I disorder
  `),
  // recent manias
  ...named('snomed-ct', 'ECQM', `
    14495005 Severe bipolar I disorder, single manic episode without psychotic features
    1499003 Bipolar I disorder, single manic episode with postpartum onset
    17782008 Bipolar I disorder, most recent episode manic with catatonic features
    28884001 Moderate bipolar I disorder, single manic episode
    31446002 Bipolar I disorder, most recent episode hypomanic
    41552001 Mild bipolar I disorder, single manic episode
    48937005 Bipolar II disorder, most recent episode hypomanic
    55516002 Bipolar I disorder, most recent episode manic with postpartum onset
    65042007 Bipolar I disorder, most recent episode mixed with postpartum onset
    73471000 Bipolar I disorder, most recent episode mixed with catatonic features
    87950005 Bipolar I disorder, single manic episode with catatonic features
    9340000 Bipolar I disorder, single manic episode
    767632000 Bipolar disorder, most recent episode manic
    767633005 Bipolar affective disorder, most recent episode mixed
    767635003 Bipolar I disorder, most recent episode manic
  `),
  // bipolar without phase
  ...named('snomed-ct', 'ECQM', `
    133091000119105 Rapid cycling bipolar I disorder
    13313007 Mild bipolar disorder
    231444002 Organic bipolar disorder
    371596008 Bipolar I disorder
    371599001 Severe bipolar I disorder
    371600003 Severe bipolar disorder
    371604007 Severe bipolar II disorder
    53049002 Severe bipolar disorder without psychotic features
    79584002 Moderate bipolar disorder
    83225003 Bipolar II disorder
    49512000 Depressed bipolar I disorder in partial remission
    67002003 Severe bipolar II disorder, most recent episode major depressive, in partial remission
  `),
  // unstable personalities
  ...named('snomed-ct', 'ECQM', `
    191765005 Emotionally unstable personality disorder
    20010003 Borderline personality disorder
    55341008 Histrionic personality disorder
  `),
  // substance use disorders
  ...named('snomed-ct', 'ECQM', `
    191829009 Cocaine type drug dependence
    268641003 Cannabis type drug dependence
    10741871000119101 Alcohol dependence in pregnancy
    1081000119105 Opioid dependence, on agonist therapy
    110281001 Chronic drug abuse
    11061003 Psychoactive substance use disorder
    125851000119106 Continuous sedative abuse
    145101000119102 Intravenous cocaine abuse
    145841000119107 Episodic phencyclidine abuse
    15167005 Alcohol abuse
    153491000119103 Drug dependence, continuous
    153501000119105 Drug dependence, episodic
    16076691000119100 Episodic polysubstance dependence
    191802004 Acute alcoholic intoxication in alcoholism
    191804003 Continuous acute alcoholic intoxication in alcoholism
    191805002 Episodic acute alcoholic intoxication in alcoholism
    191811004 Continuous chronic alcoholism
    191812006 Episodic chronic alcoholism
    191816009 Drug dependence
    191819002 Continuous opioid dependence
    191820008 Episodic opioid dependence
    191825003 Hypnotic or anxiolytic dependence, continuous
    191826002 Hypnotic or anxiolytic dependence, episodic
    191831000 Cocaine dependence, continuous
    191832007 Cocaine dependence, episodic
    191837001 Cannabis dependence, continuous
    191838006 Cannabis dependence, episodic
    191843004 Amphetamine or psychostimulant dependence, continuous
    191844005 Amphetamine or psychostimulant dependence, episodic
    191849000 Hallucinogen dependence, continuous
    191850000 Hallucinogen dependence, episodic
    191853003 Glue sniffing dependence
    191855005 Glue sniffing dependence, continuous
    191856006 Glue sniffing dependence, episodic
    191865004 Combined opioid with non-opioid drug dependence
    191867007 Combined opioid with non-opioid drug dependence, continuous
    191868002 Combined opioid with non-opioid drug dependence, episodic
    191871005 Combined drug dependence, excluding opioids
    191873008 Combined drug dependence, excluding opioid, continuous
    191874002 Combined drug dependence, excluding opioid, episodic
    191877009 Ecstasy type drug dependence
    191882002 Nondependent alcohol abuse, continuous
    191883007 Nondependent alcohol abuse, episodic
    21647008 Amphetamine dependence
    231461004 Hypnotic or anxiolytic abuse
    231462006 Barbiturate abuse
    231467000 Absinthe addiction
    231468005 Lysergic acid diethylamide dependence
    231469002 Mescaline dependence
    231470001 Anxiolytic dependence
    231472009 Barbiturate dependence
    231473004 Benzodiazepine dependence
    231474005 Diazepam dependence
    231475006 Librium dependence
    231477003 Heroin dependence
    231478008 Methadone dependence
    231479000 Morphine dependence
    231480002 Opium dependence
    231481003 Controlled drug dependence
    231482005 Active drug dependence
    237228001 Pregnancy and drug dependence
    2403008 Psychoactive substance dependence
    26416006 Drug abuse
    268640002 Hypnotic or anxiolytic dependence
    268645007 Nondependent alcohol abuse
    275471001 Psychostimulant dependence
    284591009 Persistent alcohol abuse
    288031000119105 Alcohol induced disorder co-occurrent and due to alcohol dependence
    304605000 Methanol abuse
    31956009 Cocaine dependence
    37344009 Cannabis abuse
    38247002 Hallucinogen dependence
    425533007 Episodic drug abuse
    425885002 Continuous phencyclidine abuse
    426001001 Fentanyl dependence
    426095000 Continuous inhalant abuse
    426590003 Drug abuse, continuous
    426873000 Methamphetamine dependence
    427205009 Amphetamine abuse, continuous
    427229002 Episodic inhalant abuse
    427327003 Sedative dependence
    429001000124103 Catha edulis abuse
    429299000 Combined drug dependence, continuous
    429692000 Amphetamine abuse, episodic
    441527004 Stimulant abuse
    441681009 Dependence on unknown drug
    442406005 Stimulant dependence
    445273005 Polysubstance abuse
    5002000 Inhalant dependence
    51339003 Polysubstance dependence
    58727001 Phencyclidine dependence
    64386003 Sedative abuse
    6525002 Dependent drug abuse
    66590003 Alcohol dependence
    699449003 Methamphetamine abuse
    70340006 Inhalant abuse
    703845008 Buprenorphine dependence
    7071007 Phencyclidine abuse
    713583005 Mild alcohol dependence
    713862009 Severe alcohol dependence
    714829008 Moderate alcohol dependence
    723933008 Cannabis dependence with current use
    724653003 Opioid dependence with current use
    724656006 Hypnotic dependence
    724657002 Sedative dependence with current use
    724658007 Hypnotic dependence with current use
    724659004 Anxiolytic dependence with current use
    724688003 Cocaine dependence with current use
    724695007 Hallucinogen dependence with current use
    724700000 Volatile inhalant dependence with current use
    724704009 Methylenedioxymethamphetamine dependence with current use
    724724008 Psychoactive substance dependence with current use
    737336003 Synthetic cannabinoid abuse
    737337007 Synthetic cannabinoid dependence
    74851005 Hallucinogen abuse
    75544000 Opioid dependence
    762504005 Abuse of synthetic cathinone
    762505006 Synthetic cathinone dependence
    78267003 Cocaine abuse
    84758004 Amphetamine abuse
    85005007 Cannabis dependence
    91388009 Psychoactive substance abuse
    95918004 Therapeutic drug dependence
    9769006 Drug habituation
    724703003 Harmful pattern of use of substituted amphetamine
    144981000119109 Nondependent intraveous amphetamine abuse
    191891003 Nondependent cannabis abuse
    191893000 Nondependent cannabis abuse, continuous
    191894006 Nondependent cannabis abuse, episodic
    191899001 Nondependent hallucinogen abuse, continuous
    191900006 Nondependent hallucinogen abuse, episodic
    191905001 Nondependent hypnotic or anxiolytic abuse, continuous
    191906000 Nondependent hypnotic or anxiolytic abuse, episodic
    191909007 Nondependent opioid abuse
    191912005 Nondependent opioid abuse, continuous
    191913000 Nondependent opioid abuse, episodic
    191916008 Nondependent cocaine abuse
    191918009 Nondependent cocaine abuse, continuous
    191919001 Nondependent cocaine abuse, episodic
    191924003 Nondependent amphetamine or psychostimulant abuse, continuous
    191925002 Nondependent amphetamine or psychostimulant abuse, episodic
    191934007 Nondependent mixed drug abuse
    191936009 Nondependent mixed drug abuse, continuous
    191937000 Nondependent mixed drug abuse, episodic
    268646008 Nondependent hallucinogen abuse
    268647004 Nondependent hypnotic or anxiolytic abuse
    268648009 Nondependent amphetamine or other psychostimulant abuse
    34111000119108 Nondependent amphetamine abuse
    49540005 Non dependent drug abuse
    713775002 Novel psychoactive substance misuse
    724712001 Harmful use of dissociative drug
    724713006 Harmful use of ketamine
  `),
  // withdrawals
  ...named('snomed-ct', 'ECQM', `
    10028000 Uncomplicated sedative, hypnotic AND/OR anxiolytic withdrawal
    191480000 Alcohol withdrawal syndrome
    230443000 Narcotic withdrawal epilepsy
    361150008 Sedative, hypnotic AND/OR anxiolytic withdrawal delirium
    361151007 Sedative withdrawal delirium
    363101005 Drug withdrawal
    425339005 Barbiturate withdrawal
    428370001 Psychostimulant withdrawal
    703849002 Benzodiazepine withdrawal
    724660009 Hypnotic withdrawal
    724661008 Anxiolytic withdrawal
    724663006 Hypnotic withdrawal without complication
    724664000 Anxiolytic withdrawal without complication
    724669005 Seizure co-occurrent and due to hypnotic withdrawal
    724670006 Seizure co-occurrent and due to anxiolytic withdrawal
    724725009 Psychoactive substance withdrawal without complication
    735235000 Seizure co-occurrent and due to drug withdrawal
    737338002 Synthetic cannabinoid withdrawal
    74934004 Psychoactive substance-induced withdrawal syndrome
    762672001 Synthetic cathinone withdrawal
    78358001 Amphetamine withdrawal
    80868005 Cocaine withdrawal
    85561006 Uncomplicated alcohol withdrawal
    8635005 Alcohol withdrawal delirium
    87132004 Opioid withdrawal
  `),
  // dissociative misuse
  ...named('snomed-ct', 'ECQM', `
    425841004 Phencyclidine dependence in remission
  `),
  // dissociative harm
  ...named('snomed-ct', 'ECQM', `
    21841000119100 Phencyclidine induced mental problem
    310202009 Arylcyclohexylamine-induced organic mental disorder
    311173003 Phencyclidine-related disorder
    31715000 Phencyclidine delirium
    4863002 Phencyclidine mood disorder
    55967005 Phencyclidine-induced anxiety disorder
    724716003 Delirium caused by ketamine
    724717007 Delirium caused by dissociative drug
    724720004 Mood disorder caused by dissociative drug
    724721000 Mood disorder caused by ketamine
    724722007 Anxiety disorder caused by dissociative drug
    724723002 Anxiety disorder caused by ketamine
    762344002 Mood disorder with manic symptoms caused by dissociative drug
    762345001 Mood disorder with depressive symptoms caused by dissociative drug
    762346000 Mood disorder with mixed depressive and manic symptoms caused by dissociative drug
  `),
  ...named('snomed-ct', 'CODES', `
    69322001 Psychotic disorder
    58214004 Schizophrenia
    231494001 Mania
    68569003 Manic bipolar I disorder
    13746004 Bipolar disorder
    44376007 Dissociative disorder
  `),
  ...named('snomed-ct', 'SYNTHEA', `
    7200002 Alcoholism
    5602001 Opioid abuse (disorder)
    55680006 Drug overdose
  `),
]
