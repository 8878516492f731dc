/** The clinical tables: packs by jurisdiction, and policies to start from. @module */
export type { CodeName } from '../content/code-names/named.ts'
export { codeNames } from '../content/code-names.ts'
export { eu, euScreening } from '../content/eu.ts'
export { type LeftOut, leftOut } from '../content/left-out.ts'
export {
  euScreeningPolicy,
  euStartingPolicy,
  usScreeningPolicy,
  usStartingPolicy,
} from '../content/policies.ts'
export { codeSources } from '../content/references.ts'
export { us, usScreening } from '../content/us.ts'
