/**
 * Judgements about ketamine and esketamine treatment as pure functions: plain JSON in, an explained answer out.
 *
 * Nothing in here brings a schema or a table with it: those stand in `./schemas` and `./content`.
 * @module
 */

export { applyCourseDecision } from './course/apply-course-decision.ts'
export type {
  DecisionQuestion,
  Judgement,
  MissedOption,
  MissedOptions,
  MissedQuestion,
  MoveOption,
  PlanChange,
  Rescheduled,
  RescheduleQuestion,
} from './course/change-shape.ts'
export type {
  Closure,
  Course,
  CourseDecision,
  Pattern,
  Place,
  PlannedAssessment,
  PlannedSession,
  Preferences,
  Slot,
  Weekday,
} from './course/course.schema.ts'
export { diffPlans, type TwoPlans } from './course/diff-plans.ts'
export {
  type DoseOption,
  type DoseOptions,
  doseOptions,
  type OptionsQuestion,
} from './course/dose-options.ts'
export type { ResponseStated, ToleranceStated } from './course/dose-said.ts'
export {
  type CourseExposure,
  courseExposure,
  type EarlierExposure,
  type Exposed,
  type ExposureQuestion,
  type ProductExposure,
  type ProductSessions,
} from './course/exposure.ts'
export {
  type ExposureWatch,
  exposureWatch,
  type WatchItem,
  type WatchQuestion,
} from './course/exposure-watch.ts'
export {
  type Adherence,
  type CourseFault as ForecastFault,
  type CourseForecast,
  type CourseQuestion,
  type CourseScores,
  type CourseVisit,
  type ForecastAssessment,
  type ForecastCheckpoint,
  type ForecastSession,
  forecastCourse,
  type GapRead,
  type IntervalOffered,
  type SessionWord,
} from './course/forecast-course.ts'
export { missedSessionOptions } from './course/missed-session-options.ts'
export { planCourse } from './course/plan-course.ts'
export type { Constraint, Infeasible, PlanFault, PlanQuestion } from './course/plan-shape.ts'
export { type PlacesFault, type PlacesQuestion, regularPlaces } from './course/regular-places.ts'
export { rescheduleSession } from './course/reschedule-session.ts'
export {
  describeProtocolFault,
  type NamedRow,
  type ProtocolFault,
  type ProtocolFaults,
  type ProtocolNumbers,
  validateProtocol,
} from './course/validate-protocol.ts'
export type { NumberFault } from './dosing/argument.ts'
export type { CeilingCheck, CeilingLoosened, CeilingOverride } from './dosing/ceilings.ts'
export { type Conversion, convertDose, type NoConversion } from './dosing/convert-dose.ts'
export {
  type AdministrationEvent,
  type AmountRange,
  type Balance,
  type Delivered,
  type DeliveredOptions,
  type DeliveredPart,
  type Doubted,
  deliveredDose,
  type ExactAmount,
  type SaltMixed,
} from './dosing/delivered.ts'
export {
  type CourseFault,
  type CoursePlan,
  type CourseStep,
  type CourseStretch,
  type InfusionCourse,
  infusionCourse,
} from './dosing/infusion-course.ts'
export type {
  Both,
  Confirmation,
  Infusion,
  InfusionFault,
  InfusionPlan,
  PlanInput,
  RoundedTo,
  ToConfirm,
} from './dosing/infusion-plan.ts'
export type { DoubtCode } from './dosing/infusion-run.ts'
export { type Order, type Ordered, type OrderFault, orderedDose } from './dosing/ordered.ts'
export { planInfusion } from './dosing/plan-infusion.ts'
export type { SaltFactor } from './dosing/salt.ts'
export { type Body, type DoseWeight, type DoseWeights, doseWeights, type NoWeight } from './dosing/weights.ts'
export { factsDigest } from './judgement/overrides.ts'
export type { Speaker, StatedFact } from './judgement/stated.ts'
export { checkBounds } from './kernel/bounds.ts'
export { englishCatalogue } from './kernel/catalogue.ts'
export { type Claim, checkClaim, type NoClaim } from './kernel/claims.ts'
export { allCodes, type Code, type CodeRow, type Severity } from './kernel/codes.ts'
export {
  type Content,
  type Context,
  type Equivalents,
  type Incidence,
  type Listed,
  type Plan,
  type Policy,
  type PolicyNumber,
  type Product,
  rulesOf,
  type SideEffect,
} from './kernel/content.ts'
export {
  compareQuantities,
  convert,
  plus,
  type QuantityError,
  type Rounded,
  type RoundingMode,
  roundTo,
  times,
} from './kernel/decimal.ts'
export {
  type Conflict,
  type Decision,
  type FactRead,
  type Finding,
  type Issue,
  type MissingFact,
  type OverrideRecord,
  type Provenance,
  type Seen,
  type UnknownWhy,
  verdictOf,
  verdicts,
  worse,
} from './kernel/decision.ts'
export type { Basis, Certainty, Citation, Source, SourceType } from './kernel/evidence.ts'
export type { CodeSystem, Codes, FactRow, ListName, Means } from './kernel/fact.ts'
export type {
  ConsentTopic,
  Indication,
  IndicationTables,
  MinimumDose,
  ResistanceDefinition,
} from './kernel/indication.ts'
export type {
  BandSet,
  ChangeFigure,
  ConversionTable,
  Criterion as OutcomeCriterion,
  Domain,
  Flag,
  Instrument,
  Item,
  Licence,
  MissingRule,
  OutcomeDefinition,
  Scoring,
  Sex,
  Side,
  Subscale,
  Test,
  Triage,
} from './kernel/instrument.ts'
export type { Parsed } from './kernel/parsed.ts'
export {
  canonicalUnit,
  formatQuantity,
  kg,
  mg,
  mgPerKg,
  minutes,
  mL,
  mmHg,
  type Quantity,
} from './kernel/quantity.ts'
export { Refusal } from './kernel/refusal.ts'
export { err, ok, type Result } from './kernel/result.ts'
export type {
  Action,
  Age,
  Amount,
  Comparison,
  Condition,
  DailyAmount,
  Graded,
  Has,
  Leaf,
  Measured,
  Rule,
  RuleClass,
  Scope,
  Since,
  Span,
  Stated,
  Takes,
  Verdict,
} from './kernel/rule.ts'
export {
  addDays,
  addMonths,
  ageOn,
  type CivilDate,
  civilDayAt,
  type Instant,
  isZone,
  type LocalTime,
  type LocalTimeError,
  type PartialDate,
  type ResolvedTime,
  resolveLocal,
  type When,
} from './kernel/time.ts'
export { and, atLeast, not, or, type Truth } from './kernel/truth.ts'
export type { Unit, UnitAlias } from './kernel/units.ts'
export { libraryVersion } from './kernel/version.ts'
export { classifyResponse } from './measure/classify-response.ts'
export {
  type ConversionFault,
  type ConversionQuestion,
  type Converted,
  type Convertible,
  convertScore,
} from './measure/convert-score.ts'
export {
  type ChangeQuestion,
  type PairFault,
  type ReliableChange,
  reliableChangeIndex,
} from './measure/reliable-change.ts'
export { scoreMeasure } from './measure/score.ts'
export type {
  Answer,
  Answers,
  Completeness,
  ExactScore,
  FilledForm,
  FlagRead,
  FormConflict,
  FormFault,
  FormIssue,
  Score,
  SubscaleScore,
  TriageRead,
} from './measure/score-shape.ts'
export type {
  Change as ScoreChange,
  CriterionRead,
  Outcome,
  OutcomeWord,
  OwnAccount,
  PointLeftOut,
  ScoreSeries,
  ScoreTrend,
  SeriesEvent,
  SeriesFault,
  SeriesPoint,
} from './measure/series-shape.ts'
export { scoreTrend } from './measure/trend.ts'
export type {
  AllergyEntry,
  AntidepressantTrial,
  Attestation,
  Coding,
  ConditionEntry,
  MedicineEntry,
  ObservationEntry,
  Patient,
  ProcedureEntry,
  Statement,
} from './patient/patient.schema.ts'
export { describeCondition } from './rules/explain.ts'
export { extendContent } from './rules/extend-content.ts'
export {
  assessIndication,
  type IndicationAnswer,
  type IndicationQuestion,
  type RegulatoryStatus,
} from './screening/assess-indication.ts'
export {
  assessTreatmentResistance,
  type Resistance,
  type ResistanceQuestion,
} from './screening/assess-treatment-resistance.ts'
export {
  baselineWorkup,
  type Workup,
  type WorkupItem,
  type WorkupQuestion,
} from './screening/baseline-workup.ts'
export {
  type CeilingHeld,
  checkDose,
  type DoseCheck,
  type DoseQuestion,
} from './screening/check-dose.ts'
export { type Explanation, explainFinding } from './screening/explain.ts'
export type { DoseGiven, DoseHistory } from './screening/ordered-history.ts'
export type { AllowedDoses, RegulatoryLine } from './screening/ordered-lines.ts'
export type { WeightRead } from './screening/ordered-weight.ts'
export {
  checkContraindications,
  checkInteractions,
  createScreener,
  type Screener,
  type ScreenerContext,
  type Screening,
  screen,
} from './screening/screen.ts'
export type {
  EuropeanStage,
  LeftOut as StagingLeftOut,
  MaudsleyBand,
  MaudsleyRange,
  StageRange,
  Staging,
} from './screening/staging.ts'
export { isStale, type StaleQuestion } from './screening/stale.ts'
export type { CountedTrial, TrialCriterion, TrialReason, TrialRemark } from './screening/trials.ts'
export type { Episode } from './screening/trials-argument.ts'
export {
  type Change,
  type NeededAnswer,
  type WhatWouldChange,
  whatWouldChange,
} from './screening/what-would-change.ts'
export { type Applied, applySessionEvent, type EventRefused, type NewEvent } from './session/apply.ts'
export {
  type AssessedVital,
  type AssessedVitals,
  assessVitals,
  type TimedReading,
  type VitalGrade,
  type VitalsQuestion,
} from './session/assess-vitals.ts'
export {
  type ChairBoard,
  type ChairRow,
  chairBoard,
  type NextObservation,
  type Urgency,
} from './session/chair-board.ts'
export {
  type DischargeReadiness,
  dischargeReadiness,
  type ReleaseCriterion,
  type VisitClock,
} from './session/discharge-readiness.ts'
export {
  type DueChecks,
  type DueObservation,
  dueChecks,
  type ObservationClock,
  type ObservationLeft,
  type Watched,
} from './session/due-checks.ts'
export type { FollowUpTask } from './session/follow-up.ts'
export type { Criterion, VisitQuestion } from './session/readiness.ts'
export { replaySession } from './session/replay.ts'
export type { VisitRequest } from './session/requests.ts'
export type { Reading, Session, SessionEvent } from './session/session.schema.ts'
export {
  type StartQuestion,
  type StartReadiness,
  startReadiness,
  type WatchedRule,
} from './session/start-readiness.ts'
export type {
  AnchorPoint,
  EffectCourse,
  Entry,
  HappeningOf,
  HappeningType,
  LeftOut,
  Phase,
  SessionState,
} from './session/state.ts'
export {
  type CheckedStream,
  checkStream,
  type DeviceStream,
  type Sample,
  type StreamFault,
} from './session/stream.ts'
export {
  type AskedCount,
  type CountByDose,
  type CountBySession,
  type EffectCount,
  type EffectSeen,
  type EffectSummary,
  type SideEffectSummary,
  summarizeSideEffects,
} from './session/summarize-side-effects.ts'
export { type FollowedScale, type ScoreSeen, type Trajectory, trajectories } from './session/trajectory.ts'
export type { Vital } from './session/vitals.ts'
export { type ValueSeen, type WorstOfVital, worstInWindow } from './session/vitals-visit.ts'
export {
  assessCausality,
  type Causality,
  type CausalityAnswers,
  type NaranjoBand,
  type WhoUmcCategory,
} from './side-effect/causality.ts'
export {
  type Expectedness,
  type ExpectednessQuestion,
  type ExpectednessWhy,
  expectedness,
} from './side-effect/expectedness.ts'
export {
  assessSeriousness,
  type Seriousness,
  type SeriousnessAnswers,
  type SeriousnessCriterion,
  type SeriousnessOptions,
} from './side-effect/seriousness.ts'
export type { Observation } from './side-effect/side-effect.schema.ts'
export { buildTimeline } from './timeline/build-timeline.ts'
export {
  type AroundDose,
  type AroundDoseQuery,
  type BetweenQuery,
  type EntriesFound,
  entriesAroundDose,
  entriesBetween,
} from './timeline/entries-between.ts'
export { type LastFound, type LastQuery, lastBefore } from './timeline/last-before.ts'
export {
  describeLine,
  type SummaryCatalogue,
  type SummaryCode,
  summaryCatalogue,
} from './timeline/summary-catalogue.ts'
export type {
  EntryKind,
  LeftMatter,
  PhaseBand,
  SummaryLine,
  Timeline,
  TimelineEntry,
  TimelineNote,
  TimelineQuestion,
  TreatmentSummary,
} from './timeline/timeline-shape.ts'
export { treatmentSummary } from './timeline/treatment-summary.ts'
export { type Trend, type TrendPoint, type TrendQuery, trendInWindow } from './timeline/trend-in-window.ts'
