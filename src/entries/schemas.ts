/** The shapes of everything that is stored or sent, and `parse`, the one door through which data comes in. @module */
export { parse } from '../kernel/door.ts'
export type { Parsed } from '../kernel/parsed.ts'
export { Patient } from '../patient/patient.schema.ts'
