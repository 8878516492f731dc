/** The record a plan is held against: the patient’s own, with what was stated and what its purpose asks for. @module */
import { type Engine, indicationTables, isInForce, type Part, selectionOf } from '../judgement/selection.ts'
import { factsIfRecorded, heard, withObservations, withStatements } from '../judgement/stated.ts'
import { policyIncomplete, unknownDefinition, unknownIndication } from '../kernel/codes.ts'
import type { Content, Plan } from '../kernel/content.ts'
import type { Issue } from '../kernel/decision.ts'
import type { ResistanceDefinition } from '../kernel/indication.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Leaf } from '../kernel/rule.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Moment } from '../patient/moment.ts'
import type { ObservationEntry, Patient, Statement } from '../patient/patient.schema.ts'
import { workedOut, YES } from '../patient/question.ts'
import { questionOf } from '../patient/questions.ts'
import { readPatient } from '../patient/reading.ts'
import { issuesOfRecordedTrials } from './trial-issues.ts'
import { countTrials, type TrialCount } from './trials.ts'

/** The condition whose definition counts trials of antidepressants. */
const resistant = 'treatment-resistant-depression'
const trialsShort = 'trials-short'
/** Of the list of trials nothing is left out, as a clinician stated. */
export const listIsComplete = 'antidepressant-trials-complete'

/**
 * The record of a patient as the rules of a plan read it.
 *
 * Statements of the caller stand beside those of the record. Where the rules ask how many failed trials are missing, it
 * is worked out, and what the record itself says under that name is not read.
 *
 * @throws Refusal `policy-incomplete`, `unknown-definition` where no definition of resistance applies
 */
export function recordOfPlan(
  patient: Patient,
  plan: Plan,
  stated: readonly Statement[],
  part: Part,
  engine: Engine,
  moment: Moment,
): Patient {
  const { leaves } = selectionOf(engine, plan, part, 'screening', moment.today)
  const record = withStated(patient, stated, leaves, engine, moment)
  if (
    plan.indication !== resistant ||
    !leaves.some((leaf) => leaf.kind === 'measured' && leaf.fact === trialsShort)
  )
    return record
  const { antidepressantTrials: trials = [] } = record
  const definition = definitionFor(plan, engine, moment.today)
  const count = countTrials(trials, definition, indicationTables(engine.content).minimumDoses, moment)
  return withTrialsShort(record, shortOf(count, saysComplete(record, engine, moment)), moment)
}

function withStated(
  patient: Patient,
  stated: readonly Statement[],
  leaves: readonly Leaf[],
  { index }: Engine,
  moment: Moment,
): Patient {
  const hear = (one: Statement): Statement => heard(one, one.fact, one.by, index)
  const { statements } = patient
  const record = statements === undefined ? patient : { ...patient, statements: statements.map(hear) }
  if (stated.length === 0) return record
  return withStatements(record, stated.map(hear), factsIfRecorded(leaves), moment)
}

/**
 * What is odd about the purpose of a plan: a word no table of the pack knows, perhaps mistyped; where trials are counted
 * for it, what is odd in them.
 */
export function purposeIssues(
  { indication }: Plan,
  patient: Patient,
  content: Content,
  moment: Moment,
): readonly Issue[] {
  if (indication === resistant) return issuesOfRecordedTrials(patient, moment)
  const { indications } = indicationTables(content)
  const isKnown =
    indication === undefined ||
    indications.some(({ id }) => id === indication) ||
    content.dosing?.forms.some((line) => line.indication === indication) === true
  const { code, severity } = unknownIndication
  return isKnown ? [] : [{ code, path: 'plan.indication', severity }]
}

/** The definition of a label of this pack for the product on the day; else the one a policy chose. */
export function definitionFor({ product }: Plan, engine: Engine, day: CivilDate): ResistanceDefinition {
  const { content, policy } = engine
  const { definitions } = indicationTables(content)
  const ofLabel = definitions.find(
    ({ labelOf }) =>
      labelOf?.products.includes(product) === true &&
      labelOf.jurisdictions.some((one) => content.jurisdictions.includes(one)) &&
      isInForce(labelOf.effective, day),
  )
  if (ofLabel !== undefined) return ofLabel
  const name = 'resistance-definition'
  const chosen = Object.hasOwn(policy.choices, name) ? policy.choices[name] : undefined
  if (chosen === undefined) throw new Refusal(policyIncomplete, `policy.choices.${name}`)
  return definitionOf(chosen, definitions, `policy.choices.${name}`)
}

/**
 * A definition by its id.
 *
 * @throws Refusal `unknown-definition`
 */
export function definitionOf(
  id: string,
  definitions: readonly ResistanceDefinition[],
  path: string,
): ResistanceDefinition {
  const found = definitions.find((one) => one.id === id)
  if (found === undefined) throw new Refusal(unknownDefinition, path)
  return found
}

/** Whether a clinician said that no trial is left out of the list; of a list that is not there nobody can. */
export function saysComplete(patient: Patient, engine: Engine, moment: Moment): boolean {
  const { index, numbers } = engine
  const { format, record, antidepressantTrials } = patient
  const statements = patient.statements?.map((one) => ofClinician(one))
  if (antidepressantTrials === undefined || statements === undefined || !index.slots.has(listIsComplete))
    return false
  const question = questionOf({ kind: 'stated', fact: listIsComplete }, index, numbers)
  const reading = readPatient(index, { format, record, statements }, moment, engine, engine.reading)
  return question.answer(reading) === YES
}

// Others may say that something is missing; that nothing is, only who took the history.
function ofClinician(statement: Statement): Statement {
  const isHeard = statement.answer !== 'yes' || statement.by === 'clinician'
  return isHeard ? statement : { ...statement, answer: 'unknown' }
}

/** Failed trials that are missing: 0, at least so many, or nobody can tell. */
export function shortOf({ enough, short }: TrialCount, isComplete: boolean): number | undefined {
  if (enough) return 0
  return isComplete && short > 0 ? short : undefined
}

/** The record with the number of failed trials that are missing. */
export function withTrialsShort(patient: Patient, short: number | undefined, { asOf }: Moment): Patient {
  const made: ObservationEntry = {
    name: trialsShort,
    status: 'final',
    ...(short === undefined ? { absent: 'unknown' } : { value: { value: short, unit: '{n}' } }),
    // More may be missing than are missing at least.
    ...(short === undefined || short === 0 ? {} : { bound: 'above' }),
    at: asOf,
    from: 'antidepressant-trials',
    method: workedOut,
  }
  const { observations, ...rest } = patient
  if (observations === undefined) return withObservations(rest, [made])
  const others = observations.filter(({ name }) => name !== trialsShort)
  return withObservations({ ...rest, observations: others }, [made])
}
