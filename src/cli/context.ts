/** What a judgement is made with: plan, tables, policy, zone and time, and which of them the machine chose. @module */
import { eu } from '../content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../content/policies.ts'
import { us } from '../content/us.ts'
import { Policy as PolicySchema } from '../kernel/content.schema.ts'
import type { Content, Context, Plan, Policy } from '../kernel/content.ts'
import { rulesOf } from '../kernel/content.ts'
import { parse } from '../kernel/door.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { formatInstant, offsetMinutes } from '../kernel/time.ts'
import type { Choices, UsageError } from './arguments.ts'
import { jsonOf } from './json.ts'
import type { Machine } from './machine.ts'

/** The bench every record of a run is held against. */
export interface Bench {
  readonly plan: Plan
  readonly context: Context
  /** Whether the user named the product; else it is the first of the tables. */
  readonly isPlanNamed: boolean
  /** The protocol that was named on the command line, one there is. */
  readonly protocol?: string
  /** Whether protocols for pain were asked for; they stand apart from those of the tables. */
  readonly isForPain?: true
  /** Taken from the machine because the user named none; the report says so. */
  readonly fromMachine: { readonly zone: boolean; readonly asOf: boolean }
}

/** The tables of each jurisdiction, and the policy to start from. */
export const packs: Readonly<
  Record<Choices['jurisdiction'], { readonly content: Parsed<Content>; readonly policy: Parsed<Policy> }>
> = {
  us: { content: us, policy: usStartingPolicy },
  eu: { content: eu, policy: euStartingPolicy },
}

// A place of treatment that no row names is still a place: rows about outpatients do not speak to it.
const furtherSettings = ['inpatient', 'outpatient']

/** Makes the bench, or says which of the user's words cannot be followed. */
export function benchOf(
  choices: Choices,
  policyText: string | undefined,
  machine: Machine,
): Result<Bench, UsageError> {
  const { content, policy: starting } = packs[choices.jurisdiction]
  const policy = policyText === undefined ? ok(starting) : policyOf(policyText)
  if (!policy.ok) return policy
  const plan = planOf(choices, content)
  if (!plan.ok) return plan
  const zone = choices.zone ?? machine.zone
  // Whole seconds: nobody reads a report by the millisecond.
  const now = Math.floor(machine.nowMs() / 1000) * 1000
  return ok({
    plan: plan.value,
    context: {
      asOf: choices.asOf ?? formatInstant(now, offsetMinutes(now, zone)),
      zone,
      content,
      policy: policy.value,
      ...(machine.zoneTables === undefined ? {} : { zoneTables: machine.zoneTables }),
    },
    isPlanNamed: choices.product !== undefined,
    ...(choices.protocol === undefined ? {} : { protocol: choices.protocol }),
    ...(choices.pain ? { isForPain: true } : {}),
    fromMachine: { zone: choices.zone === undefined, asOf: choices.asOf === undefined },
  })
}

function policyOf(text: string): Result<Parsed<Policy>, UsageError> {
  const json = jsonOf(text)
  if (!json.ok) return err(`The policy cannot be read: ${json.error.text}`)
  const read = parse(PolicySchema, json.value)
  return read.ok
    ? read
    : err(
        `The policy cannot be used: ${read.error.code} at ${read.error.path || 'its root'}. ${read.error.text}`,
      )
}

/** A word of the plan that no table knows would silently drop rows, so it is refused. */
function planOf(
  { product = 'esketamine-nasal', indication, setting }: Choices,
  content: Content,
): Result<Plan, UsageError> {
  const products = content.products.map((one) => one.id)
  if (!products.includes(product))
    return err(`--product takes one of ${products.join(', ')}. No other is covered.`)
  const scopes = rulesOf(content).map((rule) => rule.scope)
  const indications = new Set([
    ...scopes.flatMap((scope) => scope.indications ?? []),
    ...(content.indication?.indications ?? []).map(({ id }) => id),
  ])
  const settings = new Set([...furtherSettings, ...scopes.flatMap((scope) => scope.settings ?? [])])
  if (indication !== undefined && indications.size > 0 && !indications.has(indication)) {
    return err(`--indication takes one of ${[...indications].toSorted().join(', ')}, or is left out.`)
  }
  if (setting !== undefined && !settings.has(setting)) {
    return err(`--setting takes one of ${[...settings].toSorted().join(', ')}, or is left out.`)
  }
  return ok({
    product,
    ...(indication === undefined ? {} : { indication }),
    ...(setting === undefined ? {} : { setting }),
  })
}
