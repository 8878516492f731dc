/** What stands before the door. @module */
import { decisionOf } from '../judgement/judge.ts'
import type { Ready, Selection } from '../judgement/selection.ts'
import type { Context } from '../kernel/content.ts'
import type { Decision, Finding } from '../kernel/decision.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import { type FollowUpTask, followUpsOf } from './follow-up.ts'
import {
  type Criterion,
  criteriaOf,
  judgedVisit,
  lastOf,
  readyFrom,
  type VisitQuestion,
} from './readiness.ts'
import type { AnchorPoint, SessionState } from './state.ts'

/** One criterion of leaving. */
export interface ReleaseCriterion extends Criterion {
  /** How the person is, or how the way home is arranged. */
  readonly kind: 'clinical' | 'arrangement'
}

/** A clock of the visit. */
export interface VisitClock {
  /** Id of the entry it counts from. */
  readonly event: string
  /** Left out, with the minutes, where nobody can tell. */
  readonly at?: Instant
  /** Whole minutes since then. */
  readonly minutes?: number
}

/** What stands before the door, and what is left to be done. */
export interface DischargeReadiness {
  /** Whether nothing that stops stands against leaving. */
  readonly ready: Truth
  /** Every criterion: not met, not known, met. */
  readonly criteria: readonly ReleaseCriterion[]
  /** Those that are not met, or not known, and that no documented decision lifts. */
  readonly unmet: readonly ReleaseCriterion[]
  /** When to look again at the earliest: once the last wait that has an end is over; now, where nothing only waits. */
  readonly earliestRecheck: Instant | null
  /** Ids of the rules that ask for a longer stay, or may, and are not settled. */
  readonly extendedBy: readonly string[]
  /** All clocks that were started; the label counts from one, the REMS form from another. */
  readonly clocks: {
    readonly firstDevice?: VisitClock
    readonly lastDevice?: VisitClock
    readonly start?: VisitClock
    readonly end?: VisitClock
  }
  readonly tasks: readonly FollowUpTask[]
}

/**
 * Holds the criteria of leaving against a visit.
 *
 * A minimum of time is a floor and never an exit by itself: every criterion has to be met. A required observation that
 * was never taken, and an answer nobody gave, are unknown, and unknown is never ready. Where a source asks for a longer
 * stay and gives no number, it waits for the time of a clinician (`answered`, fact `stay-until`). The answer informs a
 * professional and permits nothing; there is no countdown for driving.
 *
 * @timeCritical
 * @param question - a parsed session, the parsed record of its patient, the plan; where they are known the decision of
 *   the screening, answers kept outside the log, and documented overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds `ready`, the criteria (clinical and arrangements), what is unmet, the
 *   earliest re-check, what extends the stay, the clocks in whole minutes, and the tasks with their civil days
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-product`, `unknown-zone`, `content-incomplete`,
 *   `policy-incomplete`, `birth-date-ahead`, `dangling-reference`
 *
 * @example
 * ```ts
 * dischargeReadiness({ session: visit, patient, plan }, now).value.ready // => 'unknown'
 * ```
 *
 * @see the rows of `content.session.release`, each with its source
 */
export function dischargeReadiness(question: VisitQuestion, context: Context): Decision<DischargeReadiness> {
  return answered(() => {
    const visit = judgedVisit(question, context, 'release', 'release')
    const { state, record, selection, moment } = visit
    return decisionOf(selection, record, question.overrides, context, (findings) => {
      const criteria = criteriaOf(visit, findings, (row) => ({ kind: kindOf(row) }))
      const unmet = criteria.filter(({ met, overridden }) => met !== 'yes' && overridden !== true)
      const ready = readyFrom(findings)
      return {
        value: {
          ready,
          criteria,
          unmet,
          earliestRecheck: ready === 'yes' ? null : earliestOf(unmet, moment),
          extendedBy: extensionsIn(findings, selection),
          clocks: clocksOf(state, moment),
          tasks: followUpsOf(state, visit.visit.plan, selection.engine, moment),
        },
        issues: state.issues,
        timeCritical: true,
      }
    })
  })
}

/**
 * Rows about the way home and what is handed over, by the word after the slash of their id; all others are about the
 * person. A site that adds an arrangement of its own names it `release/arrangement-…`.
 */
const arrangements: readonly string[] = ['way-home', 'written-advice', 'arrangement']

function kindOf({ rule }: Ready): ReleaseCriterion['kind'] {
  const word = rule.id.slice(rule.id.indexOf('/') + 1)
  return arrangements.some((one) => word === one || word.startsWith(`${one}-`)) ? 'arrangement' : 'clinical'
}

function earliestOf(unmet: readonly ReleaseCriterion[], moment: Moment): Instant | null {
  if (unmet.length === 0) return null
  const waits = unmet.flatMap(({ opensAt }) => (opensAt === undefined ? [] : [opensAt]))
  return lastOf(waits, instantMs) ?? moment.asOf
}

/** A row that waits for the stay a clinician asks for is an extension. */
function extensionsIn(findings: readonly Finding[], { ready, leaves }: Selection): readonly string[] {
  const open = new Set(findings.map(({ rule }) => rule))
  return ready
    .filter(({ rule, places }) => open.has(rule) && places.some((place) => isStay(leaves[place])))
    .map(({ rule }) => rule.id)
}

function isStay(leaf: Selection['leaves'][number] | undefined): boolean {
  return leaf !== undefined && leaf.kind === 'measured' && leaf.fact === 'stay-left'
}

function clocksOf({ anchors }: SessionState, moment: Moment): DischargeReadiness['clocks'] {
  const { firstDevice, lastDevice, start, end } = anchors
  return {
    ...(firstDevice === undefined ? {} : { firstDevice: clockOf(firstDevice, moment) }),
    ...(lastDevice === undefined ? {} : { lastDevice: clockOf(lastDevice, moment) }),
    ...(start === undefined ? {} : { start: clockOf(start, moment) }),
    ...(end === undefined ? {} : { end: clockOf(end, moment) }),
  }
}

function clockOf({ event, at }: AnchorPoint, moment: Moment): VisitClock {
  if (at === undefined) return { event }
  return { event, at, minutes: Math.floor((moment.ms - instantMs(at)) / 60_000) }
}
