/** SNOMED CT concepts that several facts share; the name each code was seen with stands in `code-names/`. @module */
import { snomed } from './codes.ts'

/** Bleeding into the brain. */
export const intracerebralHaemorrhages = /* @__PURE__ */ snomed('ECQM', `
  274100004 195165005 28318001 95454007 75038005 73020009 42429001 49422009 195167002 52201006
  276722003 195168007 195169004 449020009 7713009 230712008 230710000 230709005 425957003 20908003
  230711001 23276006
`)

/** Subarachnoid haemorrhage from a named aneurysm. */
export const bleedingAneurysms = /* @__PURE__ */ snomed('ECQM', `
  276278003 276282001 276284000 276286003 276280009 276277008 276281008 276283006 276285004
`)

/** Infarction of the heart muscle. */
export const myocardialInfarctions = /* @__PURE__ */ snomed('ECQM', `
  22298006 304914007 401303003 52035003 62695002 194809007 10273003 57054005 54329005 70211005
  73795002 65547006 58612006 15990001 79009004 30277009 307140009 401314000 233838001 70422006
  233835003 394710008 42531007 371068009 314207007 129574000 428752002 233843008 194856005 194802003
`)

/** An infarction known from the history, as a heart tracing or another test showed it. */
export const pastMyocardialInfarction = /* @__PURE__ */ snomed('ECQM', '32574007')

/** An infarction known from the history. */
export const historyOfMyocardialInfarction = /* @__PURE__ */ snomed('SYNTHEA', '399211009')

/** The heart stopped. */
export const cardiacArrest = /* @__PURE__ */ snomed('SYNTHEA', '410429000')

/** The heart stopped once. */
export const historyOfCardiacArrest = /* @__PURE__ */ snomed('SYNTHEA', '429007001')

/** A stroke; the entry does not say whether by bleeding. */
export const strokes = /* @__PURE__ */ snomed('SYNTHEA', '230690007')

/** A stroke by blockage. */
export const cerebralInfarctions = /* @__PURE__ */ snomed('ECQM', '432504007 422504002')

/** A stroke known from the history; the entry does not say whether by bleeding. */
export const historyOfStroke = /* @__PURE__ */ snomed('ECQM', '275526006')

/** Narrowed arteries of the heart, or too little blood for its muscle. */
export const coronaryDisease = /* @__PURE__ */ snomed('ECQM', '53741008 414545008')

/** Angina that threatens an infarction. */
export const unstableAnginas = /* @__PURE__ */ snomed('ECQM', '4557003')

/** High blood pressure. */
export const hypertension = /* @__PURE__ */ snomed('ECQM', '38341003 59621000')

/** An injury of the brain; the entry does not say which. */
export const traumaticBrainInjury = /* @__PURE__ */ snomed('SYNTHEA', '127295002')

/** A stroke in which blood left the vessel, or may have. */
export const haemorrhagicStrokes = /* @__PURE__ */ snomed('ECQM', '5571000124103 230706003')

/** Aneurysms and dissections of the great arteries. */
export const arterialAneurysms = /* @__PURE__ */ snomed('CODES', `
  67362008 308546005 233981004 314186008 373134008
`)

/** An aneurysm of an artery of the heart itself. */
export const coronaryAneurysm = /* @__PURE__ */ snomed('ECQM', '50570003')

/** An aneurysm of a chamber of the heart. */
export const ventricularAneurysm = /* @__PURE__ */ snomed('CODES', '90539001')
