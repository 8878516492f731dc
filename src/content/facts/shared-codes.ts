/** SNOMED CT concepts that several facts share, each code with the name it was seen with. @module */
import type { Codes } from '../../kernel/fact.ts'

/** Bleeding into the brain. */
export const intracerebralHaemorrhages: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '274100004',
    '195165005',
    '28318001',
    '95454007',
    '75038005',
    '73020009',
    '42429001',
    '49422009',
    '195167002',
    '52201006',
    '276722003',
    '195168007',
    '195169004',
    '449020009',
    '7713009',
    '230712008',
    '230710000',
    '230709005',
    '425957003',
    '20908003',
    '230711001',
    '23276006',
  ],
  display: [
    'Cerebral hemorrhage',
    'Basal ganglia hemorrhage',
    'Basilar hemorrhage',
    'Brain stem hemorrhage',
    'Cerebellar hemorrhage',
    'Cerebral hemisphere hemorrhage',
    'Cerebromeningeal hemorrhage',
    'Cortical hemorrhage',
    'External capsule hemorrhage',
    'Internal capsule hemorrhage',
    'Intracerebellar and posterior fossa hemorrhage',
    'Intracerebral hemorrhage with intraventricular hemorrhage',
    'Intracerebral hemorrhage, multiple localized',
    'Intraparenchymal hemorrhage of brain',
    'Intrapontine hemorrhage',
    'Lacunar hemorrhage',
    'Lobar cerebral hemorrhage',
    'Massive supratentorial cerebral hemorrhage',
    'Non-traumatic intracerebral ventricular hemorrhage',
    'Subcortical cerebral hemorrhage',
    'Thalamic hemorrhage',
    'Ventricular hemorrhage',
  ],
}

/** Subarachnoid haemorrhage from a named aneurysm. */
export const bleedingAneurysms: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '276278003',
    '276282001',
    '276284000',
    '276286003',
    '276280009',
    '276277008',
    '276281008',
    '276283006',
    '276285004',
  ],
  display: [
    'Subarachnoid hemorrhage from anterior cerebral artery aneurysm',
    'Subarachnoid hemorrhage from anterior communicating artery aneurysm',
    'Subarachnoid hemorrhage from basilar artery aneurysm',
    'Subarachnoid hemorrhage from carotid artery aneurysm',
    'Subarachnoid hemorrhage from middle cerebral artery aneurysm',
    'Subarachnoid hemorrhage from multiple aneurysms',
    'Subarachnoid hemorrhage from posterior cerebral artery aneurysm',
    'Subarachnoid hemorrhage from posterior communicating artery aneurysm',
    'Subarachnoid hemorrhage from posterior inferior cerebellar artery aneurysm',
  ],
}

/** Infarction of the heart muscle. */
export const myocardialInfarctions: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '22298006',
    '304914007',
    '401303003',
    '52035003',
    '62695002',
    '194809007',
    '10273003',
    '57054005',
    '54329005',
    '70211005',
    '73795002',
    '65547006',
    '58612006',
    '15990001',
    '79009004',
    '30277009',
    '307140009',
    '401314000',
    '233838001',
    '70422006',
    '233835003',
    '394710008',
    '42531007',
    '371068009',
    '314207007',
    '129574000',
    '428752002',
    '233843008',
    '194856005',
    '194802003',
  ],
  display: [
    'Myocardial infarction',
    'Acute Q wave myocardial infarction',
    'Acute ST segment elevation myocardial infarction',
    'Acute anteroapical myocardial infarction',
    'Acute anteroseptal myocardial infarction',
    'Acute atrial infarction',
    'Acute infarction of papillary muscle',
    'Acute myocardial infarction',
    'Acute myocardial infarction of anterior wall',
    'Acute myocardial infarction of anterolateral wall',
    'Acute myocardial infarction of inferior wall',
    'Acute myocardial infarction of inferolateral wall',
    'Acute myocardial infarction of lateral wall',
    'Acute myocardial infarction of posterolateral wall',
    'Acute myocardial infarction of septum',
    'Acute myocardial infarction with rupture of ventricle',
    'Acute non-Q wave infarction',
    'Acute non-ST segment elevation myocardial infarction',
    'Acute posterior myocardial infarction',
    'Acute subendocardial infarction',
    'Acute widespread myocardial infarction',
    'First myocardial infarction',
    'Microinfarct of heart',
    'Myocardial infarction with complication',
    'Non-Q wave myocardial infarction',
    'Postoperative myocardial infarction',
    'Recent myocardial infarction',
    'Silent myocardial infarction',
    'Subsequent myocardial infarction',
    'True posterior myocardial infarction',
  ],
}

/** An infarction known from the history, as a heart tracing or another test showed it. */
export const pastMyocardialInfarction: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '32574007',
  ],
  display: [
    'Past myocardial infarction diagnosed on electrocardiogram AND/OR other special investigation, but currently presenting no symptoms',
  ],
}

/** An infarction known from the history. */
export const historyOfMyocardialInfarction: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'SYNTHEA',
  codes: [
    '399211009',
  ],
  display: [
    'History of myocardial infarction',
  ],
}

/** The heart stopped. */
export const cardiacArrest: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'SYNTHEA',
  codes: [
    '410429000',
  ],
  display: [
    'Cardiac Arrest',
  ],
}

/** The heart stopped once. */
export const historyOfCardiacArrest: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'SYNTHEA',
  codes: [
    '429007001',
  ],
  display: [
    'History of cardiac arrest',
  ],
}

/** A stroke; the entry does not say whether by bleeding. */
export const strokes: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'SYNTHEA',
  codes: [
    '230690007',
  ],
  display: [
    'Stroke',
  ],
}

/** A stroke by blockage. */
export const cerebralInfarctions: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '432504007',
    '422504002',
  ],
  display: [
    'Cerebral infarction',
    'Ischemic stroke',
  ],
}

/** A stroke known from the history; the entry does not say whether by bleeding. */
export const historyOfStroke: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '275526006',
  ],
  display: [
    'History of cerebrovascular accident',
  ],
}

/** Narrowed arteries of the heart, or too little blood for its muscle. */
export const coronaryDisease: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '53741008',
    '414545008',
  ],
  display: [
    'Coronary arteriosclerosis',
    'Ischemic heart disease',
  ],
}

/** Angina that threatens an infarction. */
export const unstableAnginas: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '4557003',
  ],
  display: [
    'Preinfarction syndrome',
  ],
}

/** High blood pressure. */
export const hypertension: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: [
    '38341003',
    '59621000',
  ],
  display: [
    'Hypertensive disorder, systemic arterial',
    'Essential hypertension',
  ],
}

/** An injury of the brain; the entry does not say which. */
export const traumaticBrainInjury: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'SYNTHEA',
  codes: [
    '127295002',
  ],
  display: [
    'Traumatic brain injury',
  ],
}

/** A stroke in which blood left the vessel, or may have. */
export const haemorrhagicStrokes: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: ['5571000124103', '230706003'],
  display: ['Cerebrovascular accident with intracranial hemorrhage', 'Hemorrhagic cerebral infarction'],
}

/** Aneurysms and dissections of the great arteries. */
export const arterialAneurysms: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'CODES',
  codes: ['67362008', '308546005', '233981004', '314186008', '373134008'],
  display: [
    'Aortic aneurysm',
    'Aortic dissection',
    'Arterial (True) Aneurysm',
    'inflammatory abdominal aortic aneurysm',
    'Aneurysm of Aortic Root',
  ],
}

/** An aneurysm of an artery of the heart itself. */
export const coronaryAneurysm: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'ECQM',
  codes: ['50570003'],
  display: ['Aneurysm of coronary vessels'],
}

/** An aneurysm of a chamber of the heart. */
export const ventricularAneurysm: Codes = {
  system: 'snomed-ct',
  certainty: 'S',
  source: 'CODES',
  codes: ['90539001'],
  display: ['Ventricular Aneurysm'],
}
