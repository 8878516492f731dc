/** The shapes of everything that is stored or sent, and `parse`, the one door through which data comes in. @module */
export {
  Closure,
  Course,
  CourseDecision,
  Pattern,
  PlannedAssessment,
  PlannedSession,
  Preferences,
} from '../course/course.schema.ts'
export { Administration } from '../dosing/administration.schema.ts'
export { PrescribedDose, Salt, WeightBasis } from '../dosing/dose.schema.ts'
export { Content, FactRow, Policy, type SiteContent } from '../kernel/content.schema.ts'
export { parse } from '../kernel/door.ts'
export type { Parsed } from '../kernel/parsed.ts'
export { Protocol } from '../kernel/protocol.schema.ts'
export { Citation, Condition, Rule } from '../kernel/rule.schema.ts'
export { ConversionTable, Instrument, OutcomeDefinition } from '../measure/instrument.schema.ts'
export { Patient } from '../patient/patient.schema.ts'
export { Happening, Reading, Session, SessionEvent } from '../session/session.schema.ts'
export { Observation, SeriousnessAnswers } from '../side-effect/side-effect.schema.ts'
