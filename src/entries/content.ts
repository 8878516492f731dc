/** The clinical tables: packs by jurisdiction, policies to start from, instruments, claims. @module */

export { claims } from '../content/claims.ts'
export { claimReferences } from '../content/claims-references.ts'
export type { CodeName } from '../content/code-names/named.ts'
export { codeNames } from '../content/code-names.ts'
export { eu, euScreening, euVisit } from '../content/eu.ts'
export { type LeftOut, leftOut } from '../content/left-out.ts'
export { gad7, pcl5, pcl5Week } from '../content/measures/anxiety-trauma.ts'
export { conversions } from '../content/measures/conversions.ts'
export {
  bdi2,
  epds,
  hamd17,
  madrs,
  madrs24h,
  phq2,
  phq8,
  phq9,
  qidsSr16,
} from '../content/measures/depression.ts'
export { edi, meq30, sstics } from '../content/measures/experience.ts'
export { cgiI, cgiS, eq5d5l, isi, sds, who5 } from '../content/measures/function.ts'
export { instruments, measureSources } from '../content/measures/instruments.ts'
export { asrm, ymrs } from '../content/measures/mania.ts'
export { ybocs } from '../content/measures/ocd.ts'
export { bpicSs, bpiSf, icpi, icsi, painNrs, peg } from '../content/measures/pain-urinary.ts'
export {
  aldrete,
  cadss6,
  cadss23,
  cadss28,
  kset,
  moaas,
  padss,
  padssModified,
  rass,
  vasAnxiety,
  vasMood,
} from '../content/measures/session.ts'
export { auditC, dast10 } from '../content/measures/substance.ts'
export { cssrsScreener, cssrsScreenerLifetime, cssrsScreenerSinceLast } from '../content/measures/suicide.ts'
export {
  euScreeningPolicy,
  euStartingPolicy,
  euVisitPolicy,
  usScreeningPolicy,
  usStartingPolicy,
  usVisitPolicy,
} from '../content/policies.ts'
export {
  esketamineEmergencyEu,
  esketamineTrdEu,
  esketamineTrdEu65,
} from '../content/protocols/esketamine-eu.ts'
export { esketamineSuicidalityUs, esketamineTrdUs } from '../content/protocols/esketamine-us.ts'
export {
  ketamineIvMaintenance,
  ketamineIvThriceThenWeekly,
  ketamineIvThriceWeekly,
  ketamineIvTwiceWeekly,
} from '../content/protocols/ketamine-iv.ts'
export {
  ketamineImSingle,
  ketamineOralTwiceWeekly,
  ketamineScFlexible,
  ketamineScNaturalistic,
} from '../content/protocols/ketamine-other.ts'
export { leftOutOfProtocols } from '../content/protocols/left-out.ts'
export { ketamineCrps, painProtocols } from '../content/protocols/pain.ts'
export { codeSources } from '../content/references.ts'
export { us, usScreening, usVisit } from '../content/us.ts'
