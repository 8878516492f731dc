/** What a screening, an override or a person of the team asks of a visit. @module */
import { isObject } from '../judgement/context.ts'
import { sessionTables } from '../judgement/selection.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Content } from '../kernel/content.ts'
import { type Decision, verdicts } from '../kernel/decision.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isInstant } from '../kernel/time.ts'
import { or, type Truth } from '../kernel/truth.ts'
import { addAnswer, addAnswerNow, type RecordDraft } from './record-draft.ts'
import type { VisitLog } from './record-log.ts'

/** What was asked for, and by whom. */
export interface VisitRequest {
  /** Code of the action. */
  readonly action: string
  /** The fact of the visit that it makes a yes. */
  readonly fact: string
  /** Unknown where a finding that asks for it could not be judged, or where no screening was handed in. */
  readonly asked: Truth
  /** Ids of the rules and of the entries of the log that ask for it, or may. */
  readonly by: readonly string[]
}

/**
 * A decision of a screening, as far as a visit reads it.
 *
 * @throws Refusal `bad-argument` where it is none
 */
export function checkedScreening(screening: unknown, product: string): Decision<unknown> | undefined {
  if (screening === undefined) return undefined
  if (!isScreening(screening, product)) throw new Refusal(badArgument, 'screening')
  return screening
}

function isScreening(value: unknown, product: string): value is Decision<unknown> {
  if (!isObject(value) || !('verdict' in value) || !('findings' in value) || !('provenance' in value))
    return false
  const { verdict, findings, provenance } = value
  if (!verdicts.some((one) => one === verdict) || !Array.isArray(findings)) return false
  if (!isObject(provenance) || !('asOf' in provenance) || !('content' in provenance)) return false
  if (!isInstant(provenance.asOf) || !isObject(provenance.content) || !('id' in provenance.content))
    return false
  return findings.every((finding) => isFindingToRead(finding, product))
}

function isFindingToRead(value: unknown, product: string): boolean {
  if (!isObject(value) || !('truth' in value) || !('actions' in value) || !('rule' in value)) return false
  const { truth, actions, rule } = value
  return (
    (truth === 'yes' || truth === 'unknown') &&
    isObject(rule) &&
    'id' in rule &&
    typeof rule.id === 'string' &&
    'asked' in rule &&
    Array.isArray(rule.asked) &&
    // Of a dose, a reading or the way home something else was asked.
    rule.asked.includes('screening') &&
    'scope' in rule &&
    isObject(rule.scope) &&
    'products' in rule.scope &&
    Array.isArray(rule.scope.products) &&
    // A row that does not speak to the product was found for another one.
    rule.scope.products.includes(product) &&
    Array.isArray(actions) &&
    actions.every((action) => isObject(action) && 'code' in action && typeof action.code === 'string')
  )
}

/** Every action that can become part of a visit, and whether it was asked for. */
export function requestsIn(
  content: Content,
  log: VisitLog,
  screening: Decision<unknown> | undefined,
): readonly VisitRequest[] {
  const { requests } = sessionTables(content)
  return Object.entries(requests).map(([action, fact]) => {
    const asked: Truth[] = screening === undefined ? ['unknown'] : []
    const by: string[] = []
    for (const finding of screening?.findings ?? []) {
      if (!finding.actions.some(({ code }) => code === action)) continue
      asked.push(finding.truth)
      by.push(finding.rule.id)
    }
    for (const { id, what } of log.requested) {
      if (!what.actions.includes(action)) continue
      asked.push('yes')
      by.push(id)
    }
    return { action, fact, asked: or(asked), by }
  })
}

/** Adds what was asked for; it holds now, whenever it was asked. */
export function addRequests(draft: RecordDraft, requests: readonly VisitRequest[]): void {
  const facts = new Map<string, { asked: Truth; from: string | undefined }>()
  for (const { fact, asked, by } of requests) {
    if (!draft.asked.has(fact)) continue
    const known = facts.get(fact)
    // Two actions may come to one fact.
    const both = known === undefined ? asked : or([known.asked, asked])
    facts.set(fact, { asked: both, from: known?.from ?? by[0] })
  }
  for (const [fact, { asked, from }] of facts) addAnswerNow(draft, fact, asked, from)
}

/**
 * Adds whether the screening stands against the session: a yes where it stops, unknown where it could not be judged or
 * was made with the tables of another pack. It was said when the screening was made, and ages from then on.
 */
export function addScreening(draft: RecordDraft, screening: Decision<unknown> | undefined): void {
  if (screening === undefined) return
  const { verdict, provenance } = screening
  const isOurs = provenance.content.id === draft.engine.content.id
  const stops = verdict === 'contraindicated' || verdict === 'hold'
  const answer = stops ? 'yes' : verdict === 'indeterminate' || !isOurs ? 'unknown' : 'no'
  addAnswer(draft, 'screening-open', answer, provenance.asOf, 'screening')
}
