/** A whole screening from the plain reading and the plain interpreter, to hold the engine against. @module */
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { engineOf, selectionOf } from '../../src/judgement/selection.ts'
import type { Context } from '../../src/kernel/content.ts'
import type { Leaf, Rule, RuleClass, Span, Verdict } from '../../src/kernel/rule.ts'
import { civilDate, civilDayAt, instantMs } from '../../src/kernel/time.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { momentOf } from '../../src/patient/moment.ts'
import type { Question } from '../../src/patient/question.ts'
import { questionOf } from '../../src/patient/questions.ts'
import { readPatient } from '../../src/patient/reading.ts'
import { wordOf } from '../../src/rules/compile.ts'
import { screen } from '../../src/screening/screen.ts'
import { evaluate } from '../rules/interpreter.ts'
import { factRows, packQuestions, parsed, type World } from './arbitrary.ts'
import { plainAnswer } from './plain-reading.ts'

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

/** The same screening twice: by the engine, and plainly. */
export function agreesPlainly(world: World): { readonly engine: Found; readonly plain: Found } {
  const patient = parsed(world.draft)
  const decision = screen({ patient, plan: { product: world.product } }, contextOf(world))
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
  const asked = { patient: parsed(world.draft), content, policy, asOf: world.asOf, zone: world.zone }
  const state = content.records.find((rule) => rule.id === `record/${world.draft.record}`)
  if (state !== undefined) {
    const truth = world.draft.record === 'unknown' ? 'unknown' : 'yes'
    const verdict = verdictsOf[state.class][truth]
    return { verdict, rules: [`${state.id} ${state.version} ${truth} ${state.class} ${verdict}`] }
  }
  const today = civilDayAt(instantMs(world.asOf), world.zone)
  const found = [...content.contraindications, ...content.interactions]
    .filter((rule) => isInForce(rule, world.product, today))
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

function isInForce(rule: Rule, product: string, today: string): boolean {
  const { from, to = '9999-12-31' } = rule.scope.effective
  return (
    rule.asked.includes('screening') && rule.scope.products.includes(product) && from <= today && today <= to
  )
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
  for (const asked of ['screening', 'session'] as const) {
    const selection = selectionOf(engine, { product: world.product }, 'all', asked, civilDate(moment.day))
    const answers = Uint8Array.from(selection.questions, (question) => question.answer(reading))
    for (const row of selection.ready)
      truths.set(`${row.rule.id} ${row.rule.version}`, wordOf(row.holds(answers)))
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
