/** What stands before the start of a session. @module */
import { decisionOf } from '../judgement/judge.ts'
import { notInProductTable } from '../kernel/codes.ts'
import type { Content, Context, Plan } from '../kernel/content.ts'
import type { Decision, Finding } from '../kernel/decision.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import {
  type Criterion,
  criteriaOf,
  type JudgedVisit,
  judgedVisit,
  lastOf,
  readyFrom,
  stops,
  type VisitQuestion,
} from './readiness.ts'
import { asksTime } from './readiness-opening.ts'
import type { VisitRequest } from './requests.ts'
import type { Session } from './session.schema.ts'
import type { Phase } from './state.ts'

/** What is asked before the start. */
export interface StartQuestion extends VisitQuestion {
  /** Earlier sessions of the same person: what they left open holds this one until it was reviewed. */
  readonly earlier?: readonly Parsed<Session>[]
}

/** Something that stops nobody and is worth a look. */
export interface WatchedRule {
  readonly rule: string
  readonly statement: string
  readonly truth: Exclude<Truth, 'no'>
}

/** What stands before the start. */
export interface StartReadiness {
  /** Whether nothing that stops stands against the start. A visit that was started, or is over, starts no more: no. */
  readonly ready: Truth
  readonly phase: Phase
  /** Every gate: not met, not known, met. */
  readonly gates: readonly Criterion[]
  /**
   * The earliest start the gates of time permit: this moment, where none of them stands; null, where one of them cannot
   * be told or does not open by itself.
   */
  readonly earliest: Instant | null
  /** Ids of the rules that are open or stand, and that time alone does not meet. */
  readonly open: readonly string[]
  /** Rows of caution, and notes, that hold or may hold. */
  readonly watch: readonly WatchedRule[]
  /** What the screening, an override or the team asks of this visit, or may. */
  readonly requests: readonly VisitRequest[]
}

/**
 * Holds the gates before a dose against a visit: fasting, pressure, escort, consent, and every contraindication and
 * interaction that is asked again on the day.
 *
 * A question nobody asked is unknown, and unknown is never ready. The screening handed in stands too: where it stops,
 * where it could not be judged, where it is too old, and where there is none.
 *
 * @param question - a parsed session, the parsed record of its patient, the plan; where they are known the decision of
 *   the screening, answers kept outside the log (consent, enrolment), earlier sessions, and documented overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds `ready`, each gate with why and when it opens, the earliest start, what else
 *   is open, what is to be watched, and what was asked for
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-product`, `unknown-zone`, `content-incomplete`,
 *   `policy-incomplete`, `birth-date-ahead`, `dangling-reference`; `not-in-product-table` where the product is not given
 *   in the setting
 *
 * @example
 * ```ts
 * startReadiness({ session: visit, patient, plan }, now).value.ready // => 'unknown'
 * ```
 *
 * @see the rows of `content.session.gates`, each with its source
 */
export function startReadiness(question: StartQuestion, context: Context): Decision<StartReadiness> {
  return answered(() => {
    const visit = judgedVisit(question, context, 'visit', 'session')
    demandSetting(visit.plan, context.content)
    const { state, record, selection } = visit
    return decisionOf(selection, record, question.overrides, context, (findings) => {
      const gates = criteriaOf(visit, findings, () => ({}))
      return {
        value: {
          ready: readyFrom(findings),
          phase: state.phase,
          gates,
          earliest: earliestOf(visit, gates, findings),
          open: openIn(gates, findings),
          watch: watchIn(findings),
          requests: visit.visit.requests.filter(({ asked }) => asked !== 'no'),
        },
        issues: state.issues,
      }
    })
  })
}

/** A product that may only be given in a clinic is not started anywhere else: the table of products has no such line. */
function demandSetting({ product, setting }: Plan, { dosing }: Content): void {
  if (setting === undefined || dosing === undefined) return
  const lines = dosing.forms.filter((form) => form.product === product)
  if (!lines.some(({ settings }) => settings.some((one) => one === setting)))
    throw new Refusal(notInProductTable, 'plan.setting')
}

function isOpen({ met, overridden }: Criterion): boolean {
  return met !== 'yes' && overridden !== true
}

function earliestOf(
  { selection, moment }: JudgedVisit,
  gates: readonly Criterion[],
  findings: readonly Finding[],
): Instant | null {
  // A record that is not that of a living person to be treated has no gates.
  if (gates.length === 0 && findings.length > 0) return null
  const timed = new Set(
    selection.ready.filter((row) => stops(row) && asksTime(row, selection)).map(({ rule }) => rule.id),
  )
  const waits: Instant[] = []
  // What was started, or is over, starts no more.
  if (gates.some(({ rule, met }) => rule === 'gates/started-or-over' && met === 'no')) return null
  for (const gate of gates) {
    if (!timed.has(gate.rule) || !isOpen(gate)) continue
    if (gate.opensAt === undefined) return null
    waits.push(gate.opensAt)
  }
  return lastOf(waits, instantMs) ?? moment.asOf
}

function openIn(gates: readonly Criterion[], findings: readonly Finding[]): readonly string[] {
  if (gates.length === 0) return findings.map(({ rule }) => rule.id)
  return gates.filter((gate) => isOpen(gate) && gate.opensAt === undefined).map(({ rule }) => rule)
}

function watchIn(findings: readonly Finding[]): readonly WatchedRule[] {
  return findings
    .filter((finding) => finding.class === 'caution' || finding.class === 'note')
    .map(({ rule, truth }) => ({ rule: rule.id, statement: rule.statement, truth }))
}
