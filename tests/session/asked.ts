/** Scripted visits with one thing changed, asked before the dose or before the door. @module */
import { factsDigest } from '../../src/judgement/overrides.ts'
import type { Decision, OverrideRecord } from '../../src/kernel/decision.ts'
import { formatInstant, instantMs } from '../../src/kernel/time.ts'
import { screen } from '../../src/screening/screen.ts'
import { dischargeReadiness } from '../../src/session/discharge-readiness.ts'
import type { VisitQuestion } from '../../src/session/readiness.ts'
import type { Happening, SessionEvent } from '../../src/session/session.schema.ts'
import { startReadiness } from '../../src/session/start-readiness.ts'
import { parsed } from '../screening/arbitrary.ts'
import { scriptedVisits, sessionOf, type Visit } from './visits.ts'

const [nasalStart, nasalHome, ivStart, ivHome] = scriptedVisits
if (nasalStart === undefined || nasalHome === undefined || ivStart === undefined || ivHome === undefined)
  throw new Error('there are two scripts with two moments each')

/** Ready for the first device, ready for the door; ready for the pump, ready for the door. */
export const scripts = { nasalStart, nasalHome, ivStart, ivHome }

/** What else is handed in. */
export interface Beside {
  readonly screening?: Decision<unknown> | null
  readonly overrides?: readonly OverrideRecord[]
  readonly earlier?: readonly SessionEvent[]
}

function questionOf(visit: Visit, { screening, overrides }: Beside): VisitQuestion {
  const patient = parsed(visit.draft)
  const decision =
    screening === undefined ? screen({ patient, plan: visit.plan }, visit.context) : (screening ?? undefined)
  return {
    session: sessionOf(visit.events),
    patient,
    plan: visit.plan,
    stated: visit.stated,
    ...(decision === undefined ? {} : { screening: decision }),
    ...(overrides === undefined ? {} : { overrides }),
  }
}

/** Readiness to start. */
export function start(visit: Visit, beside: Beside = {}) {
  const earlier = beside.earlier === undefined ? {} : { earlier: [sessionOf(beside.earlier, 'earlier')] }
  return startReadiness({ ...questionOf(visit, beside), ...earlier }, visit.context)
}

/** Readiness to leave. */
export function home(visit: Visit, beside: Beside = {}) {
  return dischargeReadiness(questionOf(visit, beside), visit.context)
}

/** The same visit at another moment. */
export function at(visit: Visit, asOf: string): Visit {
  return { ...visit, context: { ...visit.context, asOf } }
}

/** The visit without the entries that answer a question or bring something. */
export function without(visit: Visit, isIt: (what: SessionEvent['what']) => boolean): Visit {
  return { ...visit, events: visit.events.filter(({ what }) => !isIt(what)) }
}

let added = 0

/** The visit with entries more, at its own moment unless they say another. */
export function withMore(visit: Visit, ...more: readonly (Happening | Partial<SessionEvent>)[]): Visit {
  const made = more.map((one): SessionEvent => {
    added += 1
    const stamp = { id: `more-${added}`, sequence: added, recorder: 'second-tablet' }
    const event = { ...stamp, at: visit.context.asOf, by: 'nurse' as const, source: 'person' as const }
    return 'type' in one ? { ...event, what: one } : { ...event, what: { type: 'arrived' }, ...one }
  })
  return { ...visit, events: [...visit.events, ...made] }
}

/** The visit with one question answered so, instead of as in the script. */
export function answered(visit: Visit, fact: string, answer: 'yes' | 'no' | 'unknown' | undefined): Visit {
  const silent = without(visit, (what) => what.type === 'answered' && what.fact === fact)
  const stated = visit.stated.filter((one) => one.fact !== fact)
  const rest = { ...silent, stated }
  return answer === undefined ? rest : withMore(rest, { type: 'answered', fact, answer })
}

/** A documented decision about the finding of a rule, for a day from the moment of the visit. */
export function decided(decision: Decision<unknown>, rule: string): OverrideRecord {
  const finding = decision.findings.find((one) => one.rule.id === rule)
  if (finding === undefined) throw new Error(`${rule} was not found`)
  const { asOf } = decision.provenance
  return {
    rule,
    ruleVersion: finding.rule.version,
    reason: 'benefit-outweighs',
    actor: { role: 'physician' },
    at: asOf,
    expires: formatInstant(instantMs(asOf) + 86_400_000, 0),
    digest: factsDigest(finding),
  }
}
