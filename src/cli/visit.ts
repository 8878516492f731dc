/** The visit of an argument: its log, the state it comes to, and what it is held against. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Plan } from '../kernel/content.ts'
import { parse } from '../kernel/door.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { dueChecks } from '../session/due-checks.ts'
import type { StatedFact, VisitQuestion } from '../session/readiness.ts'
import { replaySession } from '../session/replay.ts'
import { Session } from '../session/session.schema.ts'
import { planOf } from '../session/shown-ready.ts'
import type { StartQuestion } from '../session/start-readiness.ts'
import type { SessionState } from '../session/state.ts'
import { atPlace, isDecision, member, overridesIn, patientIn, planIn } from './callable.ts'
import type { Bench } from './context.ts'

/** The session of an argument: the record itself, a member `session`, or a bare list of entries. */
export function sessionIn(argument: unknown): Parsed<Session> {
  if (Array.isArray(argument)) {
    return parsedSession({ format: 'ketamine-treatment/session/1', id: 'session', events: argument }, '')
  }
  const own = member(argument, 'session')
  return own === undefined ? parsedSession(argument, '') : parsedSession(own, 'session')
}

/** What is asked of a visit, where the argument may also be the session alone: its `patient` is a name and no record. */
export function wholeOf(argument: unknown): unknown {
  return member(argument, 'session') === undefined ? { session: sessionIn(argument) } : argument
}

/** Several sessions: a list, or a member `sessions`. */
export function sessionsIn(argument: unknown): readonly Parsed<Session>[] {
  return parsedSessions(Array.isArray(argument) ? argument : member(argument, 'sessions'), 'sessions')
}

/** A list of sessions, each through the door. */
export function parsedSessions(list: unknown, place: string): readonly Parsed<Session>[] {
  if (!Array.isArray(list)) throw new Refusal(badArgument, place)
  return list.map((one, at) => parsedSession(one, `${place}[${at}]`))
}

function parsedSession(value: unknown, place: string): Parsed<Session> {
  const session = parse(Session, value)
  if (!session.ok) throw place === '' ? session.error : atPlace(session.error, place)
  return session.value
}

/**
 * The plan a visit is held against: that of the argument, else what was booked, else that of the command line.
 *
 * @throws Refusal `bad-argument` where the command line names another product than was booked
 */
export function planFor(argument: unknown, state: SessionState, bench: Bench): Plan {
  const own = planIn(argument)
  if (own !== undefined) return own
  const booked = planOf(state.booked)
  if (booked === undefined) return bench.plan
  if (bench.isPlanNamed && bench.plan.product !== booked.product)
    throw new Refusal(badArgument, 'plan.product')
  return booked
}

/** The state of a visit, the plan it is held against, and the observations its schedule asks for. */
export function watched(argument: unknown, bench: Bench) {
  const { context } = bench
  const session = sessionIn(argument)
  const state = replaySession(session, context)
  const plan = planFor(argument, state, bench)
  return { session, state, plan, checks: dueChecks({ session, plan }, context) }
}

/** What the judgements before the dose and before the door are asked; `otherwise` stands for a patient left out. */
export function visitIn(argument: unknown, bench: Bench, otherwise?: Parsed<Patient>): VisitQuestion {
  const session = sessionIn(argument)
  const screening = member(argument, 'screening')
  const stated = member(argument, 'stated')
  if (screening !== undefined && !isDecision(screening)) throw new Refusal(badArgument, 'screening')
  if (stated !== undefined && !isStated(stated)) throw new Refusal(badArgument, 'stated')
  return {
    session,
    patient: otherwise ?? patientIn(argument),
    plan: planFor(argument, replaySession(session, bench.context), bench),
    ...(screening === undefined ? {} : { screening }),
    ...(stated === undefined ? {} : { stated }),
    ...overridesIn(argument),
  }
}

/** Earlier sessions of the same person, where the argument has any. */
export function earlierIn(argument: unknown): Pick<StartQuestion, 'earlier'> {
  const earlier = member(argument, 'earlier')
  return earlier === undefined ? {} : { earlier: parsedSessions(earlier, 'earlier') }
}

function isStated(value: unknown): value is readonly StatedFact[] {
  return Array.isArray(value) && value.every(isObject)
}
