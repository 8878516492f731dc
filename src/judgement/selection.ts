/** The rules that apply to a plan on a day, compiled, and the questions they ask. @module */

import { contentIncomplete } from '../kernel/codes.ts'
import type { Content, CourseTables, DosingTables, Plan, Policy, SessionTables } from '../kernel/content.ts'
import { type FactRead, type Finding, type Provenance, verdictOf, verdicts } from '../kernel/decision.ts'
import { canonical, digestOf } from '../kernel/digest.ts'
import type { IndicationTables } from '../kernel/indication.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Asked, Leaf, Rule, RuleClass, Verdict } from '../kernel/rule.ts'
import { type FactIndex, indexFacts } from '../patient/fact-index.ts'
import type { FixedSpan } from '../patient/moment.ts'
import type { Numbers, Question } from '../patient/question.ts'
import { questionOf } from '../patient/questions.ts'
import { emptyReading, type Reading } from '../patient/reading.ts'
import { type Compiled, compile, leavesOf } from '../rules/compile.ts'
import { numbersOf } from './context.ts'
import { OpenFacts } from './missing.ts'

/** Which tables are held against the patient. */
export type Part =
  | 'contraindications'
  | 'interactions'
  | 'all'
  | 'all-and-indication'
  | 'indication'
  | 'resistance'
  | 'workup'
  | 'visit'
  | 'dosing'
  | 'alarms'
  | 'release'
  | 'course'

/** A rule, ready. */
export interface Ready {
  readonly rule: Rule
  /** The class that counts under this policy. */
  readonly class: RuleClass
  readonly holds: Compiled
  /** Places of its questions in the table of answers, in the order they stand in the condition. */
  readonly places: readonly number[]
  readonly onYes: Verdict
  readonly onUnknown: Verdict
  /** The places of the two in the list of verdicts, worst first. */
  readonly rankOnYes: number
  readonly rankOnUnknown: number
  /** Findings that rest on nothing in a record are alike for all patients: they are kept, and shared. */
  readonly kept: Finding[]
}

/** The rules of one plan on one day. */
export interface Selection {
  readonly engine: Engine
  readonly ready: readonly Ready[]
  readonly questions: readonly Question[]
  readonly leaves: readonly Leaf[]
  /** Used for one record after another; a judgement fills it before it reads it. */
  readonly answers: Uint8Array
  /** The answers of the rules, filled with them. */
  readonly truths: Uint8Array
  /** The places of the rules in the order of their ids. */
  readonly byId: readonly number[]
  /** What the questions read of a record, as far as findings show it. */
  readonly reads: (FactRead | undefined)[]
  /** A row of it is past the day of its next look. */
  readonly outdated: boolean
}

/** A pack and a policy, compiled as far as they are used. */
export interface Engine {
  readonly content: Content
  readonly policy: Policy
  /** What a decision says of the two. */
  readonly provenance: Pick<Provenance, 'content' | 'policy'>
  readonly index: FactIndex
  readonly numbers: Numbers
  readonly attestationMaxAge: FixedSpan
  readonly selections: Map<string, Selection>
  /** The selection used last: a cohort asks for one again and again. */
  latest: Chosen | undefined
  /** The tables of the record read last, used for the next one. */
  readonly reading: Reading
  readonly open: OpenFacts
}

interface Chosen {
  readonly plan: Plan
  readonly part: Part
  readonly asked: Asked
  readonly day: string
  readonly selection: Selection
}

const engines = /* @__PURE__ */ new WeakMap<Content, WeakMap<Policy, Engine>>()

// A clinic has a handful of plans; a replay walks through days.
const remembered = 256

/** The engine of a pack and a policy; made once, and kept as long as both live. */
export function engineOf(content: Content, policy: Policy): Engine {
  let byPolicy = engines.get(content)
  if (byPolicy === undefined) {
    byPolicy = new WeakMap()
    engines.set(content, byPolicy)
  }
  let engine = byPolicy.get(policy)
  if (engine === undefined) {
    const numbers = numbersOf(policy, content)
    const index = indexFacts(content.facts)
    engine = {
      content,
      policy,
      provenance: deepFreeze({
        content: { id: content.id, version: content.version },
        policy: { id: policy.id, version: policy.version, digest: digestOf(policy) },
      }),
      index,
      numbers,
      attestationMaxAge: numbers.number('attestation-max-age'),
      selections: new Map(),
      latest: undefined,
      reading: emptyReading(index),
      open: new OpenFacts(),
    }
    byPolicy.set(policy, engine)
  }
  return engine
}

/** The rules in force for a plan on a civil day. */
export function selectionOf(engine: Engine, plan: Plan, part: Part, asked: Asked, day: string): Selection {
  const { latest } = engine
  if (latest !== undefined && isSame(latest, plan, part, asked, day)) return latest.selection
  const key = `${part}|${asked}|${plan.product}|${plan.setting ?? ''}|${plan.indication ?? ''}|${day}`
  let selection = engine.selections.get(key)
  if (selection === undefined) {
    if (engine.selections.size >= remembered) engine.selections.clear()
    selection = select(engine, plan, part, asked, day)
    engine.selections.set(key, selection)
  }
  engine.latest = { plan: { ...plan }, part, asked, day, selection }
  return selection
}

function isSame(chosen: Chosen, plan: Plan, part: Part, asked: Asked, day: string): boolean {
  const { product, setting, indication } = chosen.plan
  return (
    product === plan.product &&
    setting === plan.setting &&
    indication === plan.indication &&
    chosen.part === part &&
    chosen.asked === asked &&
    chosen.day === day
  )
}

function select(engine: Engine, plan: Plan, part: Part, asked: Asked, day: string): Selection {
  const places = new Map<string, number>()
  const questions: Question[] = []
  const leaves: Leaf[] = []
  const placeOf = (leaf: Leaf): number => {
    const key = canonical(leaf)
    let place = places.get(key)
    if (place === undefined) {
      place = questions.length
      places.set(key, place)
      questions.push(questionOf(leaf, engine.index, engine.numbers))
      leaves.push(leaf)
    }
    return place
  }
  const ready = tablesOf(engine.content, part)
    .filter((rule) => rule.asked.includes(asked) && applies(rule, plan, day))
    .map((rule): Ready => {
      const ruleClass = classOf(rule, engine.content, engine.policy)
      return {
        rule,
        class: ruleClass,
        holds: compile(rule.when, placeOf),
        places: leavesOf(rule.when).map(placeOf),
        onYes: verdictOf(ruleClass, 'yes'),
        onUnknown: verdictOf(ruleClass, 'unknown'),
        rankOnYes: verdicts.indexOf(verdictOf(ruleClass, 'yes')),
        rankOnUnknown: verdicts.indexOf(verdictOf(ruleClass, 'unknown')),
        kept: [],
      }
    })
  return {
    engine,
    ready,
    questions,
    leaves,
    answers: new Uint8Array(questions.length),
    truths: new Uint8Array(ready.length),
    byId: ready.map((_, at) => at).sort((a, b) => byText(ready[a]?.rule.id ?? '', ready[b]?.rule.id ?? '')),
    reads: questions.map(() => undefined),
    outdated: ready.some(({ rule }) => rule.checkBy < day),
  }
}

function tablesOf(content: Content, part: Part): readonly Rule[] {
  const { contraindications, interactions } = content
  switch (part) {
    case 'contraindications':
      return contraindications
    case 'interactions':
      return interactions
    case 'all':
      return [...contraindications, ...interactions]
    case 'all-and-indication':
      return [...contraindications, ...interactions, ...demanded(content, 'indication').rules]
    case 'indication':
      return demanded(content, 'indication').rules
    case 'resistance':
      return demanded(content, 'indication').resistanceRules
    case 'workup':
      return demanded(content, 'indication').workup
    case 'visit':
      return [...contraindications, ...interactions, ...demanded(content, 'session').gates]
    case 'dosing':
      return demanded(content, 'dosing').rules
    case 'alarms':
      return demanded(content, 'session').alarms
    case 'release':
      return demanded(content, 'session').release
    case 'course':
      return demanded(content, 'course').rules
  }
}

/** Tables a pack may have been made without. */
type Apart = 'session' | 'dosing' | 'indication' | 'course'

/**
 * Tables of a pack that a screening does without.
 *
 * @throws Refusal `content-incomplete` where the pack was made without them
 */
function demanded<K extends Apart>(content: Content, name: K): NonNullable<Content[K]> {
  const tables = content[name]
  if (!tables) throw new Refusal(contentIncomplete, `context.content.${name}`)
  return tables
}

/**
 * The session tables of a pack.
 *
 * @throws Refusal `content-incomplete`
 */
export function sessionTables(content: Content): SessionTables {
  return demanded(content, 'session')
}

/**
 * The dosing tables of a pack.
 *
 * @throws Refusal `content-incomplete`
 */
export function dosingTables(content: Content): DosingTables {
  return demanded(content, 'dosing')
}

/**
 * The tables of who the treatment is for.
 *
 * @throws Refusal `content-incomplete`
 */
export function indicationTables(content: Content): IndicationTables {
  return demanded(content, 'indication')
}

/**
 * The tables of a course.
 *
 * @throws Refusal `content-incomplete`
 */
export function courseTables(content: Content): CourseTables {
  return demanded(content, 'course')
}

/** Whether a row is in force on a day and speaks to a plan; what the plan leaves out drops no row. */
export function applies(rule: Rule, plan: Plan, day: string): boolean {
  const { products, settings, indications, exceptIndications, effective } = rule.scope
  if (!products.includes(plan.product)) return false
  if (plan.setting !== undefined && settings !== undefined && !settings.includes(plan.setting)) return false
  if (plan.indication !== undefined && indications !== undefined && !indications.includes(plan.indication))
    return false
  if (plan.indication !== undefined && exceptIndications?.includes(plan.indication) === true) return false
  return isInForce(effective, day)
}

/** Whether a day lies within the days a row is in force; civil days in this form stand in the order of time. */
export function isInForce({ from, to }: Rule['scope']['effective'], day: string): boolean {
  return from <= day && (to === undefined || day <= to)
}

const strictness: Readonly<Record<RuleClass, number>> = {
  note: 0,
  caution: 1,
  'specialist-review': 2,
  defer: 2,
  contraindicated: 3,
}

/** The class of a row here: a label binds in its own country, a policy may raise a row and never lower it. */
export function classOf(rule: Rule, content: Content, policy: Policy): RuleClass {
  const binds = rule.scope.jurisdictions.some(
    (country) => content.jurisdictions.includes(country) || policy.countries.includes(country),
  )
  const here = binds
    ? rule.class
    : (rule.elsewhere ?? (rule.class === 'contraindicated' ? 'specialist-review' : rule.class))
  const raised = Object.hasOwn(policy.raise, rule.id) ? policy.raise[rule.id]?.class : undefined
  return raised !== undefined && strictness[raised] > strictness[here] ? raised : here
}
