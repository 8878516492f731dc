/** What the judgements before and after a dose share: their arguments, and how a rule is told as a criterion. @module */
import { checkedPlan, isObject } from '../judgement/context.ts'
import { contentOf, judge, momentIn } from '../judgement/judge.ts'
import { missingFacts } from '../judgement/missing.ts'
import { engineOf, type Part, type Ready, type Selection } from '../judgement/selection.ts'
import { checkedStated, type StatedFact } from '../judgement/stated.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import type { Decision, Finding, OverrideRecord, UnknownWhy } from '../kernel/decision.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Asked } from '../kernel/rule.ts'
import type { Instant } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { earlierStates } from './open-matters.ts'
import { Opening } from './readiness-opening.ts'
import { type KnownVisit, knownVisit, visitRecord } from './record.ts'
import { askedFacts } from './record-asked.ts'
import { replaySession } from './replay.ts'
import { checkedScreening } from './requests.ts'
import type { Session } from './session.schema.ts'
import type { SessionState } from './state.ts'

export type { StatedFact }

/** What is asked of a visit. */
export interface VisitQuestion {
  readonly session: Parsed<Session>
  readonly patient: Parsed<Patient>
  readonly plan: Plan
  /** The decision of a screening: what it asks for becomes part of the visit. Left out, nobody knows what it would ask. */
  readonly screening?: Decision<unknown>
  /** Answers kept outside the log. What is not stated is unknown. */
  readonly stated?: readonly StatedFact[]
  /** Documented decisions to go on in spite of findings; they are part of the input. */
  readonly overrides?: readonly OverrideRecord[]
}

/** A visit read and judged. */
export interface JudgedVisit {
  readonly state: SessionState
  readonly record: Patient
  readonly visit: KnownVisit
  readonly moment: Moment
  readonly plan: Plan
  readonly selection: Selection
  readonly opening: Opening
}

/**
 * Holds the rows of one table against a visit.
 *
 * @throws Refusal as every judgement does; `bad-argument` also where the session, or an earlier one, names another
 *   patient, or was booked for another product, setting or indication than the plan
 */
export function judgedVisit(
  question: VisitQuestion & { readonly earlier?: readonly Parsed<Session>[] },
  context: Context,
  part: Part,
  asked: Asked,
): JudgedVisit {
  const content = contentOf(context)
  const moment = momentIn(content, context)
  if (!isObject(question)) throw new Refusal(badArgument, 'visit')
  const { session, patient } = question
  demandParsed(session, 'session')
  demandParsed(patient, 'patient')
  const asPlanned = checkedPlan(question.plan, content)
  if (session.patient !== undefined && patient.id !== undefined && session.patient !== patient.id)
    throw new Refusal(badArgument, 'session.patient')
  const id = session.patient ?? patient.id
  const person = id === undefined ? {} : { patient: id }
  const screening = checkedScreening(question.screening, asPlanned.product)
  const stated = checkedStated(question.stated)
  const state = replaySession(session, context)
  const plan = planOfVisit(asPlanned, state)
  const engine = engineOf(content, context.policy)
  const earlier = earlierStates(question.earlier, { ...person, id: session.id }, context)
  const visit = knownVisit(state, { engine, plan, stated, screening, earlier }, moment)
  const facts = askedFacts(engine)
  const record = visitRecord(patient, visit, moment, facts)
  const selection = judge({ patient: record, plan, part, asked }, content, context)
  const opening = new Opening(selection, moment, (later, only) => visitRecord(patient, visit, later, only))
  return { state, record, visit, moment, plan, selection, opening }
}

/** The plan with what was booked where it says nothing; what was booked otherwise is another visit. */
function planOfVisit(plan: Plan, { booked }: SessionState): Plan {
  if (booked === undefined) return plan
  for (const name of ['product', 'setting', 'indication'] as const)
    if (booked[name] !== undefined && plan[name] !== undefined && booked[name] !== plan[name])
      throw new Refusal(badArgument, `plan.${name}`)
  const { setting = booked.setting, indication = booked.indication } = plan
  return {
    ...plan,
    ...(setting === undefined ? {} : { setting }),
    ...(indication === undefined ? {} : { indication }),
  }
}

/** One rule, told as what has to be met. */
export interface Criterion {
  /** Id of the rule; where it is not met, the finding of that id holds the row and what was read. */
  readonly rule: string
  /** What is the matter where it is not met. */
  readonly statement: string
  readonly met: Truth
  /** Not met although known (`stands`), or why it is not known. */
  readonly why?: 'stands' | UnknownWhy
  /** From when on it is met if nothing more happens: only where time alone decides. */
  readonly opensAt?: Instant
  /** Ids of the facts that would settle it. */
  readonly missing?: readonly string[]
  /** A documented decision counts instead. */
  readonly overridden?: true
}

/** Whether a row of this class stops. */
export function stops(row: Ready): boolean {
  return row.class !== 'caution' && row.class !== 'note'
}

/** Whether nothing that stops stands against going on: what was overridden does not. */
export function readyFrom(findings: readonly Finding[]): Truth {
  let ready: Truth = 'yes'
  for (const { verdict, override } of findings) {
    if (override !== undefined) continue
    if (verdict === 'contraindicated' || verdict === 'hold') return 'no'
    if (verdict === 'indeterminate') ready = 'unknown'
  }
  return ready
}

/**
 * The rows that stop, each as a criterion: what is not met first, then what is not known, then what is met, by id.
 *
 * A record that is not that of a living person to be treated has none: its state is the one finding.
 */
export function criteriaOf<T extends object>(
  { record, selection, opening }: JudgedVisit,
  findings: readonly Finding[],
  more: (row: Ready) => T,
): readonly (Criterion & T)[] {
  if (record.record !== 'active') return []
  const byRule = new Map(findings.map((finding) => [finding.rule, finding]))
  const no: (Criterion & T)[] = []
  const unknown: (Criterion & T)[] = []
  const yes: (Criterion & T)[] = []
  for (const at of selection.byId) {
    const row = selection.ready[at]
    if (row === undefined || !stops(row)) continue
    const finding = byRule.get(row.rule)
    const { id, statement } = row.rule
    if (finding === undefined) yes.push({ rule: id, statement, met: 'yes', ...more(row) })
    else if (finding.truth === 'yes') no.push({ ...unmet(finding, row, selection, opening), ...more(row) })
    else unknown.push({ ...unmet(finding, row, selection, opening), ...more(row) })
  }
  return [...no, ...unknown, ...yes]
}

function unmet(finding: Finding, row: Ready, { engine }: Selection, opening: Opening): Criterion {
  const { rule, truth, override } = finding
  const opensAt = opening.of(row, finding)
  const missing = truth === 'unknown' ? missingFacts([finding], engine.index, engine.open) : []
  return {
    rule: rule.id,
    statement: rule.statement,
    met: truth === 'yes' ? 'no' : 'unknown',
    why: truth === 'yes' ? 'stands' : (missing[0]?.why ?? 'never-recorded'),
    ...(opensAt === undefined ? {} : { opensAt }),
    ...(missing.length === 0 ? {} : { missing: missing.map(({ fact }) => fact) }),
    ...(override === undefined ? {} : { overridden: true }),
  }
}

/** The last of several instants; nothing where there is none. */
export function lastOf(instants: readonly Instant[], msOf: (at: Instant) => number): Instant | undefined {
  let last: Instant | undefined
  for (const at of instants) if (last === undefined || msOf(at) > msOf(last)) last = at
  return last
}
