/** The shapes of everything that is stored or sent, and `parse`, the one door through which data comes in. @module */
export { Content, FactRow, Policy, type SiteContent } from '../kernel/content.schema.ts'
export { parse } from '../kernel/door.ts'
export type { Parsed } from '../kernel/parsed.ts'
export { Citation, Condition, Rule } from '../kernel/rule.schema.ts'
export { Patient } from '../patient/patient.schema.ts'
