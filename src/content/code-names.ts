/** The names of codes, apart from the rows that ask for them: evidence for a reader, nothing a judgement needs. @module */
import { depressionNames } from './code-names/depression.ts'
import { measurementNames } from './code-names/measurements.ts'
import { medicineNames } from './code-names/medicines.ts'
import { mindNames } from './code-names/mind.ts'
import type { CodeName } from './code-names/named.ts'
import { organsNames } from './code-names/organs.ts'
import { recalledNames } from './code-names/recalled.ts'
import { vesselsNames } from './code-names/vessels.ts'

/* @__NO_SIDE_EFFECTS__ */
function allOf(tables: readonly (() => readonly CodeName[])[]): readonly CodeName[] {
  return Object.freeze(tables.flatMap((names) => names()))
}

/**
 * The name of every SNOMED CT, RxNorm and LOINC code of the packs that was seen with one, and where.
 *
 * ICD-10-CM and ATC codes stand for families and have no line here.
 *
 * @example
 * ```ts
 * codeNames.find((one) => one.code === '22298006')?.name // => 'Myocardial infarction'
 * ```
 */
export const codeNames: readonly CodeName[] = /* @__PURE__ */ allOf([
  vesselsNames,
  mindNames,
  depressionNames,
  organsNames,
  medicineNames,
  measurementNames,
  recalledNames,
])
