/** A whole screening from the plain reading and the plain interpreter, to hold the engine against. @module */
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { engineOf, type Selection, selectionOf } from '../../src/judgement/selection.ts'
import { checkedStated } from '../../src/judgement/stated.ts'
import { type Content, type Context, type Plan, rulesOf } from '../../src/kernel/content.ts'
import type { FactRow } from '../../src/kernel/fact.ts'
import type { Leaf, Rule, RuleClass, Span, Verdict } from '../../src/kernel/rule.ts'
import { civilDate, civilDayAt, instantMs } from '../../src/kernel/time.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { momentOf } from '../../src/patient/moment.ts'
import type { ObservationEntry, Patient, Statement } from '../../src/patient/patient.schema.ts'
import type { Question } from '../../src/patient/question.ts'
import { questionOf } from '../../src/patient/questions.ts'
import { type Reading, readPatient } from '../../src/patient/reading.ts'
import { wordOf } from '../../src/rules/compile.ts'
import { recordOfPlan } from '../../src/screening/indication-record.ts'
import { screen } from '../../src/screening/screen.ts'
import { evaluate, questionsOf } from '../rules/interpreter.ts'
import { factRows, packQuestions, parsed, type World } from './arbitrary.ts'
import { plainAnswer } from './plain-reading.ts'
import { plainDefinition, plainShort } from './plain-trials.ts'

export const packOf = (world: World) => (world.pack === 'us' ? us : eu)
const policyOf = (world: World) => (world.pack === 'us' ? usStartingPolicy : euStartingPolicy)

/** The context in which a world is judged. */
export function contextOf(world: World): Context {
  return { content: packOf(world), policy: policyOf(world), asOf: world.asOf, zone: world.zone }
}

/** What is found, in the fewest words. */
export interface Found {
  readonly verdict: Verdict
  readonly rules: readonly string[]
}

const order: readonly Verdict[] = ['contraindicated', 'hold', 'indeterminate', 'caution', 'no-finding']

const verdictsOf: Readonly<Record<RuleClass, Readonly<Record<Truth, Verdict>>>> = {
  contraindicated: { yes: 'contraindicated', unknown: 'indeterminate', no: 'no-finding' },
  defer: { yes: 'hold', unknown: 'indeterminate', no: 'no-finding' },
  'specialist-review': { yes: 'hold', unknown: 'indeterminate', no: 'no-finding' },
  caution: { yes: 'caution', unknown: 'caution', no: 'no-finding' },
  note: { yes: 'no-finding', unknown: 'no-finding', no: 'no-finding' },
}

/** What is planned in a world. */
export function planOf({ product, indication }: World): Plan {
  return indication === undefined ? { product } : { product, indication }
}

/** What is asked of a world. */
export function screeningOf(world: World) {
  const { stated } = world
  const question = { patient: parsed(world.draft), plan: planOf(world) }
  return stated === undefined ? question : { ...question, stated }
}

/** The same screening twice: by the engine, and plainly. */
export function agreesPlainly(world: World): { readonly engine: Found; readonly plain: Found } {
  const decision = screen(screeningOf(world), contextOf(world))
  const engine = {
    verdict: decision.verdict,
    rules: decision.findings.map(
      (one) => `${one.rule.id} ${one.rule.version} ${one.truth} ${one.class} ${one.verdict}`,
    ),
  }
  return { engine, plain: plainly(world) }
}

function plainly(world: World): Found {
  const content = packOf(world)
  const policy = policyOf(world)
  const asked = { patient: plainRecord(world), content, policy, asOf: world.asOf, zone: world.zone }
  const state = content.records.find((rule) => rule.id === `record/${world.draft.record}`)
  if (state !== undefined) {
    const truth = world.draft.record === 'unknown' ? 'unknown' : 'yes'
    const verdict = verdictsOf[state.class][truth]
    return { verdict, rules: [`${state.id} ${state.version} ${truth} ${state.class} ${verdict}`] }
  }
  const today = civilDayAt(instantMs(world.asOf), world.zone)
  const ofPurpose = world.indication === undefined ? [] : (content.indication?.rules ?? [])
  const found = [...content.contraindications, ...content.interactions, ...ofPurpose]
    .filter((rule) => isInForce(rule, world, today))
    .flatMap((rule) => {
      const truth = evaluate(rule.when, (leaf) => plainAnswer(leaf, asked))
      if (truth === 'no') return []
      const here = classHere(rule, [...content.jurisdictions, ...policy.countries])
      return [{ rule, truth, here, verdict: verdictsOf[here][truth] }]
    })
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || (a.rule.id < b.rule.id ? -1 : 1))
  return {
    verdict: found[0]?.verdict ?? 'no-finding',
    rules: found.map(
      ({ rule, truth, here, verdict }) => `${rule.id} ${rule.version} ${truth} ${here} ${verdict}`,
    ),
  }
}

function isInForce(rule: Rule, { product, indication }: World, today: string): boolean {
  const { effective, products, indications = [], exceptIndications = [] } = rule.scope
  const { from, to = '9999-12-31' } = effective
  if (!rule.asked.includes('screening') || !products.includes(product)) return false
  if (indication !== undefined && indications.length > 0 && !indications.includes(indication)) return false
  if (indication !== undefined && exceptIndications.includes(indication)) return false
  return from <= today && today <= to
}

/** The record with what was stated, and with the number of failed trials that are missing. */
function plainRecord(world: World): Patient {
  const patient = parsed(world.draft)
  const { indication, stated } = world
  if (indication === undefined && stated === undefined) return patient
  const content = packOf(world)
  const factsBy = (means: FactRow['means']) =>
    content.facts.filter((row) => row.favourable === true && row.means === means).map(({ id }) => id)
  const [decided, measured] = [factsBy('decide'), factsBy('measure')]
  const isHeard = ({ fact, by }: Statement) =>
    by === 'clinician' || (!decided.includes(fact) && (by === 'import' || !measured.includes(fact)))
  const added = (stated ?? []).map(
    ({ fact, truth, at, by = 'unknown' }): Statement => ({
      fact,
      answer: truth,
      by: voices[by],
      ...(at === undefined ? {} : { at }),
    }),
  )
  const own = patient.statements
  const said = [...(own ?? []), ...added].map(
    (one): Statement => (one.answer === 'yes' && !isHeard(one) ? { ...one, answer: 'unknown' } : one),
  )
  const silent = own === undefined && added.length > 0 ? unsaid(content, said, world) : []
  const record: Patient =
    own === undefined && added.length === 0 ? patient : { ...patient, statements: [...said, ...silent] }
  if (indication !== 'treatment-resistant-depression') return record
  return withShort(record, world)
}

const voices = {
  clinician: 'clinician',
  nurse: 'clinician',
  patient: 'patient',
  chaperone: 'patient',
  device: 'import',
  import: 'import',
  unknown: 'unknown',
} as const

/** Of what nobody stated, where the record came without statements, nobody knows. */
function unsaid(content: Content, said: readonly Statement[], world: World): readonly Statement[] {
  const facts = new Set(said.map(({ fact }) => fact))
  const asked = rulesOf(content)
    .flatMap((rule) => questionsOf(rule.when))
    .flatMap((leaf) => (leaf.kind === 'stated' || leaf.kind === 'graded' ? [leaf] : []))
    .filter((leaf) => leaf.onlyIfRecorded === true && !facts.has(leaf.fact))
  return asked.map(({ fact }) => ({ fact, answer: 'unknown', at: world.asOf, by: 'unknown' }))
}

function withShort(patient: Patient, world: World): Patient {
  const content = packOf(world)
  const policy = policyOf(world)
  const day = civilDayAt(instantMs(world.asOf), world.zone)
  const clinicians = patient.statements?.map(
    (one): Statement =>
      one.answer === 'yes' && one.by !== 'clinician' ? { ...one, answer: 'unknown' } : one,
  )
  const heard = clinicians === undefined ? patient : { ...patient, statements: clinicians }
  const asked = { patient: heard, content, policy, asOf: world.asOf, zone: world.zone }
  const isComplete = plainAnswer({ kind: 'stated', fact: 'antidepressant-trials-complete' }, asked) === 'yes'
  const definition = plainDefinition(world.product, content, policy, day)
  const short = plainShort(patient, definition, content.indication?.minimumDoses ?? [], isComplete, world)
  const entry: ObservationEntry = {
    name: 'trials-short',
    status: 'final',
    at: world.asOf,
    ...(short === undefined ? {} : { value: { value: short.value, unit: '{n}' } }),
    ...(short?.is === 'at-least' ? { bound: 'above' } : {}),
  }
  const others = (patient.observations ?? []).filter(({ name }) => name !== 'trials-short')
  const incomplete = patient.observations === undefined ? (['observations'] as const) : []
  return {
    ...patient,
    observations: [...others, entry],
    incomplete: [...(patient.incomplete ?? []), ...incomplete],
  }
}

function classHere(rule: Rule, countries: readonly string[]): RuleClass {
  if (rule.scope.jurisdictions.some((country) => countries.includes(country))) return rule.class
  return rule.elsewhere ?? (rule.class === 'contraindicated' ? 'specialist-review' : rule.class)
}

// --- Questions one by one.

const window = (value: number, unit: 'h' | 'd' | 'mo'): Span => ({ value, unit })

/** Every question of the packs, and more of each kind than any rule asks. */
const questionsOfBoth: readonly Leaf[] = [
  ...packQuestions,
  ...factRows
    .filter((row) => row.kind !== 'measurement')
    .flatMap((row): Leaf[] => [
      { kind: 'has', fact: row.id, when: 'current' },
      { kind: 'has', fact: row.id, when: 'ever' },
    ]),
  ...factRows
    .filter((row) => row.lists.length > 0 && row.kind !== 'measurement')
    .flatMap((row, at): Leaf[] => [
      { kind: 'since', fact: row.id, is: at % 2 === 0 ? 'below' : 'at-most', span: window(42, 'd') },
      { kind: 'takes', fact: row.id, within: at % 2 === 0 ? window(14, 'd') : window(6, 'mo') },
    ]),
  ...factRows
    .filter((row) => row.kind === 'measurement')
    .flatMap((row): Leaf[] => {
      const limit = { value: row.id === 'diastolic-pressure' ? 90 : 140, unit: row.unit ?? '1' }
      const base = { kind: 'measured', fact: row.id, limit, maxAge: window(30, 'd') } as const
      const multiple = {
        ...base,
        limit: { value: 3, unit: '1' },
        relativeTo: 'upper-limit-of-normal',
      } as const
      return [
        { ...base, is: 'above', pick: 'worst' },
        { ...base, is: 'at-most', pick: 'latest' },
        { ...base, is: 'below', pick: 'worst', onlyIfRecorded: true },
        { ...multiple, is: 'above', pick: 'worst' },
        { ...multiple, is: 'at-least', pick: 'latest' },
      ]
    }),
  { kind: 'since', fact: 'recent-cardiovascular-event', is: 'above', span: window(42, 'd') },
  {
    kind: 'daily-amount',
    fact: 'benzodiazepines',
    equivalents: 'ashton-2002',
    is: 'below',
    limit: { value: 5, unit: 'mg' },
  },
  {
    kind: 'daily-amount',
    fact: 'benzodiazepines',
    equivalents: 'ashton-2002',
    is: 'at-most',
    limit: { value: 10, unit: 'mg' },
  },
]

const askable = new Map<string, readonly Leaf[]>()

/** The questions that the pack of this world has a fact for, and its policy a number. */
export function everyQuestion(world: World): readonly Leaf[] {
  const known = askable.get(world.pack)
  if (known !== undefined) return known
  const facts = new Set(packOf(world).facts.map((row) => row.id))
  const { numbers, edges, choices } = policyOf(world)
  const held = new Set([numbers, edges, choices].flatMap((part) => Object.keys(part)))
  const fit = questionsOfBoth.filter((leaf) => {
    const named = [...JSON.stringify(leaf).matchAll(/"(?:policy|edge)":"([^"]+)"/g)].map((match) => match[1])
    return (leaf.kind === 'age' || facts.has(leaf.fact)) && named.every((name) => held.has(name ?? ''))
  })
  askable.set(world.pack, fit)
  return fit
}

const ready = new Map<string, readonly Question[]>()

/** The answers of the engine to every question. */
export function engineAnswers(world: World): readonly Truth[] {
  const engine = engineOf(packOf(world), policyOf(world))
  const questions =
    ready.get(world.pack) ??
    everyQuestion(world).map((leaf) => questionOf(leaf, engine.index, engine.numbers))
  ready.set(world.pack, questions)
  const moment = momentOf(world.asOf, world.zone)
  const reading = readPatient(engine.index, parsed(world.draft), moment, engine)
  return questions.map((question) => wordOf(question.answer(reading)))
}

/** The answers of the engine to every rule in force, at screening and on the day of a session. */
export function engineTruths(world: World): ReadonlyMap<string, Truth> {
  const engine = engineOf(packOf(world), policyOf(world))
  const moment = momentOf(world.asOf, world.zone)
  const reading = readPatient(engine.index, parsed(world.draft), moment, engine)
  const truths = new Map<string, Truth>()
  const note = (selection: Selection, read: Reading) => {
    const answers = Uint8Array.from(selection.questions, (question) => question.answer(read))
    for (const row of selection.ready)
      truths.set(`${row.rule.id} ${row.rule.version}`, wordOf(row.holds(answers)))
  }
  for (const asked of ['screening', 'session'] as const)
    note(selectionOf(engine, { product: world.product }, 'all', asked, civilDate(moment.day)), reading)
  const plan = planOf(world)
  if (plan.indication === undefined) return truths
  for (const part of ['indication', 'workup'] as const) {
    const stated = checkedStated(world.stated)
    const record = recordOfPlan(parsed(world.draft), plan, stated, part, engine, moment)
    const selection = selectionOf(engine, plan, part, 'screening', civilDate(moment.day))
    note(selection, readPatient(engine.index, record, moment, engine))
  }
  return truths
}

/** The questions on which the engine and the plain reading differ. */
export function disagreements(world: World): readonly unknown[] {
  const asked = { ...contextOf(world), patient: parsed(world.draft) }
  const engine = engineAnswers(world)
  return everyQuestion(world).flatMap((leaf, at) => {
    const plain = plainAnswer(leaf, asked)
    return plain === engine[at] ? [] : [{ leaf, plain, engine: engine[at] }]
  })
}
