/** Vital signs held against the limits of a session. @module */
import { isObject } from '../judgement/context.ts'
import { type ContextOfPack, contentOf, decisionOf, judge, momentIn } from '../judgement/judge.ts'
import { applies, sessionTables } from '../judgement/selection.ts'
import { badArgument, baselineAfterReading } from '../kernel/codes.ts'
import type { Content, Context, Plan } from '../kernel/content.ts'
import type { Decision, Issue } from '../kernel/decision.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Leaf } from '../kernel/rule.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { readVitals, type Vital, vitalRows } from './vitals.ts'
import { checkedReading, checkedScales, checkedSigns, type TimedReading } from './vitals-argument.ts'
import { factsOf, gradeOf, gradeOfVital, isWorse, type VitalGrade } from './vitals-grade.ts'
import { changesOf, isBefore, recordOf, type Taken } from './vitals-record.ts'

export type { TimedReading } from './vitals-argument.ts'
export type { VitalGrade } from './vitals-grade.ts'

/** What is asked of a reading. */
export interface VitalsQuestion {
  readonly reading: TimedReading
  /** The reading before the dose. Without it changes are unknown, and what the value itself comes to stands. */
  readonly baseline?: TimedReading
  /** Signs looked for, by the id of their fact. They raise a grade and never lower it. */
  readonly signs?: Readonly<Record<string, Truth>>
  /** Scores taken with it: `alertness` (MOAA/S), `agitation-sedation` (RASS), `dissociation` (CADSS). */
  readonly scales?: Readonly<Record<string, number>>
  /** Left out, the rows of every product count. */
  readonly plan?: Plan
  /** For limits that rest on more than the reading. Its own observations do not stand in for a value left out. */
  readonly patient?: Parsed<Patient>
}

/** One vital sign of a reading. */
export interface AssessedVital {
  readonly vital: Vital
  /** In the unit of the tables; left out where it was not taken or could not be read. */
  readonly value?: Quantity
  readonly grade: VitalGrade
  /** From the baseline, in the unit of the tables and in percent. Left out where it is unknown. */
  readonly change?: { readonly absolute: Quantity; readonly percent: Quantity<'%'> }
}

/** What a reading comes to. */
export interface AssessedVitals {
  readonly grade: VitalGrade
  /** Every vital sign that was given or that a row asks for. */
  readonly vitals: readonly AssessedVital[]
}

/**
 * Grades vital signs taken while a session runs.
 *
 * A worse value is never graded milder. A saturation counts as that of room air where the reading says that no oxygen was
 * given; else it was that at most. A value nobody could read is unknown, never good; one no living adult can have
 * is refused, never clipped. The grade is that of the worst row that is met: `emergency`, `stop`, `alert`; `unknown`
 * where nothing that stops is met and something that would cannot be told. The answer goes out of date with the reading.
 *
 * @timeCritical
 * @param question - a reading, the baseline to compare it with, signs that were looked for, the plan and the record
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds the grade of the whole and of each vital sign with its change
 * @throws Refusal `bad-argument`, `unknown-key`, `unknown-unit`, `out-of-bounds`, `pressures-inverted`, `not-parsed`,
 *   `content-incomplete`, `policy-incomplete`, `unknown-product`, `unknown-zone`
 *
 * @example
 * ```ts
 * const reading = { systolic: mmHg(186), diastolic: mmHg(96) }
 * assessVitals({ reading, plan }, now).provenance.timeCritical // => true
 * ```
 *
 * @see the rows of `content.session.alarms`, each with its source
 */
export function assessVitals(question: VitalsQuestion, context: Context): Decision<AssessedVitals> {
  return answered(() => {
    const content = contentOf(context)
    if (!isObject(question)) throw new Refusal(badArgument, 'vitals')
    const { reading, baseline, signs, scales, plan, patient } = question
    if (patient !== undefined) demandParsed(patient, 'patient')
    momentIn(content, context)
    const { at = context.asOf, ...now } = checkedReading(reading, 'reading')
    const before = baseline === undefined ? undefined : checkedReading(baseline, 'baseline')
    const counts = before !== undefined && isBefore(before.at, at)
    const taken = {
      at,
      vitals: readVitals(now),
      onOxygen: now.onOxygen,
      baseline: counts ? readVitals(before).values : {},
      signs: checkedSigns(signs),
      scales: checkedScales(scales),
      patient,
    }
    const issues = before === undefined || counts ? [] : [baselineIgnored]
    return assessTaken(taken, plan, content, context, issues)
  })
}

const baselineIgnored: Issue = {
  code: baselineAfterReading.code,
  path: 'baseline',
  severity: baselineAfterReading.severity,
}

/** The decision about a reading whose parts are known to be sound; without a plan, that of the worst product. */
export function assessTaken(
  taken: Taken,
  plan: Plan | undefined,
  content: Content,
  context: ContextOfPack,
  issues: readonly Issue[] = [],
): Decision<AssessedVitals> {
  const { today } = momentIn(content, context)
  let worst: Decision<AssessedVitals> | undefined
  for (const one of plan === undefined ? plansOf(content, today) : [plan]) {
    const decision = held(taken, one, content, context, issues)
    if (worst === undefined || isWorse(decision.value.grade, worst.value.grade)) worst = decision
  }
  if (worst === undefined) throw new Refusal(badArgument, 'plan')
  return worst
}

/** One plan for each set of rows that speaks to a product of the pack: mostly it is one. */
function plansOf(content: Content, day: string): readonly Plan[] {
  const { alarms } = sessionTables(content)
  const plans = new Map<string, Plan>()
  for (const { id } of content.products) {
    const plan = { product: id }
    const rows = alarms.filter((rule) => applies(rule, plan, day))
    const key = rows.map((rule) => rule.id).join(' ')
    if (!plans.has(key)) plans.set(key, plan)
  }
  return [...plans.values()]
}

function held(
  taken: Taken,
  plan: Plan,
  content: Content,
  context: ContextOfPack,
  issues: readonly Issue[],
): Decision<AssessedVitals> {
  const patient = recordOf(taken)
  const selection = judge({ patient, plan, part: 'alarms', asked: 'monitoring' }, content, context)
  const facts = new Set(selection.leaves.map(factOf))
  const changes = changesOf(taken)
  const { values, unread } = taken.vitals
  return decisionOf(selection, patient, undefined, context, (findings) => ({
    value: {
      grade: gradeOf(findings),
      vitals: vitalRows
        .filter(({ vital, fact }) => values[vital] !== undefined || unread.includes(vital) || facts.has(fact))
        .map((row): AssessedVital => {
          const value = values[row.vital]
          const change = changes[row.vital]
          return {
            vital: row.vital,
            ...(value === undefined ? {} : { value: { value, unit: row.unit } }),
            grade: factsOf(row).some((fact) => facts.has(fact)) ? gradeOfVital(row, findings) : 'unknown',
            ...(change === undefined
              ? {}
              : {
                  change: {
                    absolute: { value: change.absolute, unit: row.unit },
                    percent: { value: change.percent, unit: '%' },
                  },
                }),
          }
        }),
    },
    issues,
    timeCritical: true,
  }))
}

function factOf(leaf: Leaf): string {
  return leaf.kind === 'age' ? 'age' : leaf.fact
}
