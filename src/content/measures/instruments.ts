/** Every instrument of this library, and every document they cite. @module */
import type { Source } from '../../kernel/evidence.ts'
import type { Instrument } from '../../kernel/instrument.ts'
import type { Parsed } from '../../kernel/parsed.ts'
import { gad7, pcl5, pcl5Week } from './anxiety-trauma.ts'
import { bdi2, epds, hamd17, madrs, madrs24h, phq2, phq8, phq9, qidsSr16 } from './depression.ts'
import { edi, meq30, sstics } from './experience.ts'
import { cgiI, cgiS, eq5d5l, isi, sds, who5 } from './function.ts'
import { asrm, ymrs } from './mania.ts'
import { ybocs } from './ocd.ts'
import { bpicSs, bpiSf, icpi, icsi, painNrs, peg } from './pain-urinary.ts'
import { measureReferences } from './references.ts'
import { measureReferencesVisit } from './references-visit.ts'
import {
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
} from './session.ts'
import { auditC, dast10 } from './substance.ts'
import { cssrsScreener, cssrsScreenerLifetime, cssrsScreenerSinceLast } from './suicide.ts'

/** The instruments, group by group. Whoever needs one imports it by its name: the list brings them all. */
export const instruments: readonly Parsed<Instrument>[] = [
  phq9,
  phq8,
  phq2,
  qidsSr16,
  madrs,
  madrs24h,
  hamd17,
  bdi2,
  epds,
  gad7,
  pcl5,
  pcl5Week,
  ybocs,
  asrm,
  ymrs,
  cssrsScreener,
  cssrsScreenerSinceLast,
  cssrsScreenerLifetime,
  cadss23,
  cadss28,
  cadss6,
  moaas,
  rass,
  aldrete,
  padss,
  padssModified,
  kset,
  vasMood,
  vasAnxiety,
  meq30,
  edi,
  sstics,
  bpiSf,
  peg,
  painNrs,
  icsi,
  icpi,
  bpicSs,
  isi,
  who5,
  auditC,
  dast10,
  sds,
  eq5d5l,
  cgiS,
  cgiI,
]

/** The documents behind them: the register a citation’s key points into. */
export const measureSources: readonly Source[] = /* @__PURE__ */ [
  measureReferences,
  measureReferencesVisit,
].flat()
