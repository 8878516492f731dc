/** Names of SNOMED CT concepts: vessels, heart, brain and eye. @module */
import { type CodeName, named } from './named.ts'

/** Each concept with the name beside which it was seen. */
export const vesselsNames = (): readonly CodeName[] => [
  // intracerebral haemorrhages
  ...named('snomed-ct', 'ECQM', `
    274100004 Cerebral hemorrhage
    195165005 Basal ganglia hemorrhage
    28318001 Basilar hemorrhage
    95454007 Brain stem hemorrhage
    75038005 Cerebellar hemorrhage
    73020009 Cerebral hemisphere hemorrhage
    42429001 Cerebromeningeal hemorrhage
    49422009 Cortical hemorrhage
    195167002 External capsule hemorrhage
    52201006 Internal capsule hemorrhage
    276722003 Intracerebellar and posterior fossa hemorrhage
    195168007 Intracerebral hemorrhage with intraventricular hemorrhage
    195169004 Intracerebral hemorrhage, multiple localized
    449020009 Intraparenchymal hemorrhage of brain
    7713009 Intrapontine hemorrhage
    230712008 Lacunar hemorrhage
    230710000 Lobar cerebral hemorrhage
    230709005 Massive supratentorial cerebral hemorrhage
    425957003 Non-traumatic intracerebral ventricular hemorrhage
    20908003 Subcortical cerebral hemorrhage
    230711001 Thalamic hemorrhage
    23276006 Ventricular hemorrhage
  `),
  // bleeding aneurysms
  ...named('snomed-ct', 'ECQM', `
    276278003 Subarachnoid hemorrhage from anterior cerebral artery aneurysm
    276282001 Subarachnoid hemorrhage from anterior communicating artery aneurysm
    276284000 Subarachnoid hemorrhage from basilar artery aneurysm
    276286003 Subarachnoid hemorrhage from carotid artery aneurysm
    276280009 Subarachnoid hemorrhage from middle cerebral artery aneurysm
    276277008 Subarachnoid hemorrhage from multiple aneurysms
    276281008 Subarachnoid hemorrhage from posterior cerebral artery aneurysm
    276283006 Subarachnoid hemorrhage from posterior communicating artery aneurysm
    276285004 Subarachnoid hemorrhage from posterior inferior cerebellar artery aneurysm
  `),
  // myocardial infarctions
  ...named('snomed-ct', 'ECQM', `
    22298006 Myocardial infarction
    304914007 Acute Q wave myocardial infarction
    401303003 Acute ST segment elevation myocardial infarction
    52035003 Acute anteroapical myocardial infarction
    62695002 Acute anteroseptal myocardial infarction
    194809007 Acute atrial infarction
    10273003 Acute infarction of papillary muscle
    57054005 Acute myocardial infarction
    54329005 Acute myocardial infarction of anterior wall
    70211005 Acute myocardial infarction of anterolateral wall
    73795002 Acute myocardial infarction of inferior wall
    65547006 Acute myocardial infarction of inferolateral wall
    58612006 Acute myocardial infarction of lateral wall
    15990001 Acute myocardial infarction of posterolateral wall
    79009004 Acute myocardial infarction of septum
    30277009 Acute myocardial infarction with rupture of ventricle
    307140009 Acute non-Q wave infarction
    401314000 Acute non-ST segment elevation myocardial infarction
    233838001 Acute posterior myocardial infarction
    70422006 Acute subendocardial infarction
    233835003 Acute widespread myocardial infarction
    394710008 First myocardial infarction
    42531007 Microinfarct of heart
    371068009 Myocardial infarction with complication
    314207007 Non-Q wave myocardial infarction
    129574000 Postoperative myocardial infarction
    428752002 Recent myocardial infarction
    233843008 Silent myocardial infarction
    194856005 Subsequent myocardial infarction
    194802003 True posterior myocardial infarction
  `),
  // past myocardial infarction
  ...named('snomed-ct', 'ECQM', `
    32574007 Past myocardial infarction diagnosed on electrocardiogram AND/OR other special investigation, but currently presenting no symptoms
  `),
  // history of myocardial infarction
  ...named('snomed-ct', 'SYNTHEA', `
    399211009 History of myocardial infarction
  `),
  // cardiac arrest
  ...named('snomed-ct', 'SYNTHEA', `
    410429000 Cardiac Arrest
  `),
  // history of cardiac arrest
  ...named('snomed-ct', 'SYNTHEA', `
    429007001 History of cardiac arrest
  `),
  // strokes
  ...named('snomed-ct', 'SYNTHEA', `
    230690007 Stroke
  `),
  // cerebral infarctions
  ...named('snomed-ct', 'ECQM', `
    432504007 Cerebral infarction
    422504002 Ischemic stroke
  `),
  // history of stroke
  ...named('snomed-ct', 'ECQM', `
    275526006 History of cerebrovascular accident
  `),
  // coronary disease
  ...named('snomed-ct', 'ECQM', `
    53741008 Coronary arteriosclerosis
    414545008 Ischemic heart disease
  `),
  // unstable anginas
  ...named('snomed-ct', 'ECQM', `
    4557003 Preinfarction syndrome
  `),
  // hypertension
  ...named('snomed-ct', 'ECQM', `
    38341003 Hypertensive disorder, systemic arterial
    59621000 Essential hypertension
  `),
  // traumatic brain injury
  ...named('snomed-ct', 'SYNTHEA', `
    127295002 Traumatic brain injury
  `),
  // haemorrhagic strokes
  ...named('snomed-ct', 'ECQM', `
    5571000124103 Cerebrovascular accident with intracranial hemorrhage
    230706003 Hemorrhagic cerebral infarction
  `),
  // arterial aneurysms
  ...named('snomed-ct', 'CODES', `
    67362008 Aortic aneurysm
    308546005 Aortic dissection
    233981004 Arterial (True) Aneurysm
    314186008 inflammatory abdominal aortic aneurysm
    373134008 Aneurysm of Aortic Root
  `),
  // coronary aneurysm
  ...named('snomed-ct', 'ECQM', `
    50570003 Aneurysm of coronary vessels
  `),
  // ventricular aneurysm
  ...named('snomed-ct', 'CODES', `
    90539001 Ventricular Aneurysm
  `),
  ...named('snomed-ct', 'SCTOOL', `
    432119003 Aneurysm
  `),
  ...named('snomed-ct', 'ECQM', `
    15938005 Eclampsia
    398254007 Pre-eclampsia
    12232008 Syphilitic aneurysm of aorta
    234017002 Syphilitic aneurysm
  `),
  ...named('snomed-ct', 'CODES', `
    439470001 Arteriovenous Fistula
    111289009 Pulmonary arteriovenous fistula
  `),
  ...named('snomed-ct', 'ECQM', `
    84114007 Heart failure
    42343007 Congestive heart failure
  `),
  ...named('snomed-ct', 'NAPKON', `
    85898001 Cardiomyopathy
    48724000 Mitral valve regurgitation
    79619009 Mitral valve stenosis
    60234000 Aortic valve regurgitation
    60573004 Aortic valve stenosis
    111287006 Tricuspid valve regurgitation
    49915006 Tricuspid valve stenosis
    91434003 Pulmonic valve regurgitation
    56786000 Pulmonic valve stenosis
    49436004 Atrial fibrillation
    5370000 Atrial flutter
    195080001 Atrial fibrillation and flutter
    233917008 Atrioventricular block
    6374002 Bundle branch block
    17338001 Ventricular premature beats
    63593006 Supraventricular premature beats
  `),
  ...named('snomed-ct', 'CODES', `
    698247007 Cardiac arrhythmia
    302835009 Phaeochromocytoma
  `),
  ...named('snomed-ct', 'CODES', `
    271719001 Raised intracranial pressure
  `),
  ...named('snomed-ct', 'ECQM', `
    68267002 Benign intracranial hypertension
    23986001 Glaucoma
    30041005 Acute angle-closure glaucoma
    392291006 Angle-closure glaucoma
    84494001 Open-angle glaucoma
    77075001 Primary open angle glaucoma
    52448006 Dementia
    26929004 Alzheimer's disease
    2776000 Delirium
  `),
  ...named('snomed-ct', 'SYNTHEA', `
    84757009 Epilepsy
    128613002 Seizure disorder
    703151001 History of single seizure (situation)
    230265002 Familial Alzheimer's disease of early onset
  `),
]
