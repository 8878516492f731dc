/** The arguments every judgement takes, checked by hand. @module */
import { badArgument, policyIncomplete, unknownProduct } from '../kernel/codes.ts'
import type { Content, Context, Plan, Policy } from '../kernel/content.ts'
import { demandParsed } from '../kernel/parsed.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { FixedSpan, Moment } from '../patient/moment.ts'
import { momentOf } from '../patient/moment.ts'
import type { Edge, Equivalence, Numbers } from '../patient/question.ts'

/**
 * The moment of a context, after its parts were checked.
 *
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-zone`, `altered-prototype`
 */
export function checkedMoment(content: Content, context: Omit<Context, 'content'>): Moment {
  demandUnaltered()
  demandParsed(content, 'context.content')
  demandParsed(context.policy, 'context.policy')
  if (context.zoneTables !== undefined && typeof context.zoneTables !== 'string') {
    throw new Refusal(badArgument, 'context.zoneTables')
  }
  return momentOf(context.asOf, context.zone)
}

/**
 * A plan whose product the pack covers.
 *
 * @throws Refusal `bad-argument`, `unknown-product`
 */
export function checkedPlan(plan: Plan, content: Content): Plan {
  if (!isObject(plan) || typeof plan.product !== 'string') throw new Refusal(badArgument, 'plan.product')
  if (!isTextOrLeftOut(plan.indication) || !isTextOrLeftOut(plan.setting))
    throw new Refusal(badArgument, 'plan')
  const { products } = content
  for (let at = 0; at < products.length; at += 1) if (products[at]?.id === plan.product) return plan
  throw new Refusal(unknownProduct, 'plan.product')
}

function isTextOrLeftOut(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

/** Whether a value has members at all. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

const spanUnits: readonly string[] = ['min', 'h', 'd', 'wk', 'mo', 'a']

/** The numbers of a policy, by name; a name it does not hold is refused. */
export function numbersOf(policy: Policy, content: Content): Numbers {
  const held = (name: string): { readonly value: number; readonly unit: string } => {
    const found = Object.hasOwn(policy.numbers, name) ? policy.numbers[name] : undefined
    if (found === undefined) throw new Refusal(policyIncomplete, `policy.numbers.${name}`)
    return found
  }
  const spanOf = (given: { readonly value: number; readonly unit: string }, path: string): FixedSpan => {
    if (!isSpan(given)) throw new Refusal(badArgument, path)
    return { value: given.value, unit: given.unit }
  }
  return {
    amount: (limit) => ('policy' in limit ? held(limit.policy) : limit),
    span: (span) => ('policy' in span ? spanOf(held(span.policy), `policy.numbers.${span.policy}`) : span),
    number: (name) => spanOf(held(name), `policy.numbers.${name}`),
    edge: (comparison) => (typeof comparison === 'string' ? comparison : edgeOf(comparison, policy)),
    equivalents: (name) =>
      equivalenceOf(typeof name === 'string' ? name : choiceOf(name.policy, policy), content),
  }
}

function isSpan(given: { readonly value: number; readonly unit: string }): given is FixedSpan {
  return spanUnits.includes(given.unit)
}

function edgeOf(
  comparison: { readonly side: 'above' | 'below'; readonly edge: string },
  policy: Policy,
): Edge {
  const edge = Object.hasOwn(policy.edges, comparison.edge) ? policy.edges[comparison.edge] : undefined
  if (edge === undefined) throw new Refusal(policyIncomplete, `policy.edges.${comparison.edge}`)
  if (edge === 'strict') return comparison.side
  return comparison.side === 'above' ? 'at-least' : 'at-most'
}

function choiceOf(name: string, policy: Policy): string {
  const choice = Object.hasOwn(policy.choices, name) ? policy.choices[name] : undefined
  if (choice === undefined) throw new Refusal(policyIncomplete, `policy.choices.${name}`)
  return choice
}

function equivalenceOf(id: string, content: Content): Equivalence {
  const table = content.equivalents.find((one) => one.id === id)
  if (table === undefined) throw new Refusal(policyIncomplete, `content.equivalents.${id}`)
  return {
    id,
    reference: table.reference,
    // Milligrams of the reference medicine that equal as much as a row's milligrams of its medicine.
    per: table.rows[table.reference] ?? table.per.value,
    milligrams: new Map(Object.entries(table.rows)),
  }
}
