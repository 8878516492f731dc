/** What each decision about the rest of a course comes to: which sessions stay, and what is laid out after them. @module */
import { horizonTooLong, nothingToDecide, unitOfAnother, unknownPhase } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import type { Interval } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { dayNumber, dayNumberAt, instantMs } from '../kernel/time.ts'
import { intervalOf, phaseOf } from './calendar.ts'
import type { MissedOption } from './change-shape.ts'
import type { PlannedSession } from './course.schema.ts'
import { type CourseState, runOf } from './course-state.ts'
import type { Anew } from './laid-anew.ts'
import type { Stretch } from './lay-out.ts'
import type { PhaseRun } from './phase-runs.ts'
import type { PlanFault } from './plan-shape.ts'
import { dayAfter, type Onward, restOf } from './rest-of-course.ts'
import type { Standing } from './standing.ts'

/**
 * Missed sessions no decision speaks of yet: one speaks of the session it names, and of those missed before it, as far as
 * they were missed when it was made.
 */
export function undecidedMissed(state: CourseState): readonly Standing[] {
  const { standings, calendar } = state
  const decided = calendar.decisions.flatMap((one) => {
    const named =
      one.kind === 'missed' ? standings.find(({ session }) => session.id === one.session) : undefined
    return named !== undefined && wasMissed(named, instantMs(one.at), state)
      ? [{ named, ms: instantMs(one.at) }]
      : []
  })
  return standings.filter(
    (one) =>
      one.word === 'missed' &&
      !decided.some(({ named, ms }) => one.at <= named.at && wasMissed(one, ms, state)),
  )
}

/** Whether a session was missed at a moment: its window was over by then, or a later one had been given. */
export function wasMissed(
  { word, at, window }: Standing,
  ms: number,
  { standings, calendar }: CourseState,
): boolean {
  if (word !== 'missed') return false
  if (window.to < dayNumberAt(ms, calendar.zone)) return true
  return standings.some(
    ({ at: later, given, visit }) =>
      later > at && given === 'yes' && visit !== undefined && (visit.ms ?? visit.latestMs) <= ms,
  )
}

/** Decisions about a session that was not missed when they were made: they settle nothing. */
export function issuesOfMissed(state: CourseState): readonly Issue[] {
  const { code } = nothingToDecide
  return state.calendar.decisions.flatMap((one): readonly Issue[] => {
    if (one.kind !== 'missed') return []
    const named = state.standings.find(({ session }) => session.id === one.session)
    const settles = named !== undefined && wasMissed(named, instantMs(one.at), state)
    return settles ? [] : [{ code, path: `course.decisions.${one.id}`, severity: 'warning' }]
  })
}

/** The rest of a course; nothing where it stays as it is. */
export type WayOn = Anew | undefined

/** The course after missed sessions, the last of them last. */
export function afterMissed(
  { option, to, makesUp }: Pick<MissedOption, 'option' | 'to' | 'makesUp'>,
  missed: readonly Standing[],
  state: CourseState,
): Result<WayOn, PlanFault> {
  const last = missed.at(-1)
  if (last === undefined) return ok(undefined)
  if (option === 'continue') return goingOn(last, missed, makesUp === true, state)
  if (to === null) return err({ code: nothingToDecide.code, path: 'decision.to' })
  const run = runOf(state, last.session.id)
  const target = { ...to, from: state.free }
  if (option === 're-induce') return anew(target, [], state)
  // Another interval of the phase it stands in, as long as that lasts.
  if (run?.phase.id === to.phase) {
    const left = isCurrent(run, state) ? leftOf(run, state.free, state.coming, state) : undefined
    if (left !== undefined || run.steppedFrom === undefined)
      return anew({ ...target, ...(left === undefined ? {} : { left }) }, [], state)
  }
  const left = withoutEnd(state.free, state)
  if (!left.ok) return left
  const back = anew({ ...target, left: left.value }, [], state)
  return back.ok && back.value !== undefined ? ok({ ...back.value, isStepBack: true }) : back
}

/** As far as the course is planned, or where nothing is to come as far as a phase without an end; nothing comes after it. */
function withoutEnd(
  from: number,
  { coming, numbers }: CourseState,
): Result<NonNullable<Onward['left']>, PlanFault> {
  const last = Math.max(...coming.map(({ regular }) => dayNumber(regular.day)))
  if (last >= from) return ok({ before: last + 1, isLast: true })
  const { value, unit } = numbers.amount({ policy: 'open-phase-weeks' })
  if (unit !== 'wk') return err({ code: unitOfAnother.code, path: 'context.policy.numbers.open-phase-weeks' })
  return ok({ before: from + 7 * value, isLast: true })
}

function anew(onward: Onward, kept: readonly PlannedSession[], state: CourseState): Result<WayOn, PlanFault> {
  const stretches = restOf(onward, state)
  return stretches.ok ? ok({ stretches: stretches.value, kept }) : stretches
}

/** Whether nothing of a later stretch was given or missed. */
function isCurrent(run: PhaseRun, { standings }: CourseState): boolean {
  const end = Math.max(...run.sessions.map(({ at }) => at))
  return standings.every(({ at, word }) => at <= end || (word !== 'given' && word !== 'missed'))
}

/** Whether nothing says when a stretch is over: that of an open phase, and that of a step back. */
function isOpen({ phase: { weeks, sessions }, steppedFrom }: PhaseRun): boolean {
  return steppedFrom !== undefined || (weeks === undefined && sessions === undefined)
}

/** What is left of a stretch from a day on; nothing where it is over. */
function leftOf(
  run: PhaseRun,
  from: number,
  replaced: readonly PlannedSession[],
  { calendar }: CourseState,
): Onward['left'] {
  const { weeks, sessions } = run.phase
  const own = replaced.filter(({ id }) => run.sessions.some(({ session }) => session.id === id))
  if (isOpen(run)) {
    const last = Math.max(...own.map(({ regular }) => dayNumber(regular.day)))
    return last >= Math.max(from, calendar.today) ? { before: last + 1, isLast: true } : undefined
  }
  if (weeks !== undefined) {
    const end = endOf(run)
    // The weeks end it, and the sessions say how many fit.
    const room =
      sessions === undefined ? {} : { sessions: Math.max(0, sessions - run.sessions.length + own.length) }
    return from < end ? { before: end, next: end, ...room } : undefined
  }
  return own.length > 0 ? { sessions: own.length } : undefined
}

/** The day on which a stretch of weeks is over: later than its weeks say where sessions were made up. */
function endOf({ phase, from, sessions }: PhaseRun): number {
  const last = Math.max(...sessions.map(({ session }) => dayNumber(session.regular.day)))
  return Math.max(from + 7 * (phase.weeks ?? 0), last + 1)
}

/** The stretch at the end of which missed sessions can be given; nothing where it is open, or over. */
function stretchToFill(missed: readonly Standing[], state: CourseState): PhaseRun | undefined {
  const last = missed.at(-1)
  const run = last && runOf(state, last.session.id)
  return run === undefined || isOpen(run) || !isCurrent(run, state) ? undefined : run
}

/** Whether the protocol leaves open if what was missed is given at the end of its phase. */
export function isMakingUpAsked(missed: readonly Standing[], state: CourseState): boolean {
  return stretchToFill(missed, state)?.phase.makesUp === 'ask'
}

/**
 * As before; what was missed in a phase that ends is given at its end, where the protocol has it so. Where it leaves that
 * open somebody has to have wanted it: no session is added by saying nothing.
 */
function goingOn(
  last: Standing,
  missed: readonly Standing[],
  isWanted: boolean,
  state: CourseState,
): Result<WayOn, PlanFault> {
  const on = runOf(state, last.session.id)
  // A plan of an open phase that has run out goes on as that phase does.
  if (on !== undefined && state.coming.length === 0 && isOpen(on) && isCurrent(on, state))
    return laidOn(on, last, state)
  const run = stretchToFill(missed, state)
  if (run === undefined || !(run.phase.makesUp === 'yes' || (run.phase.makesUp === 'ask' && isWanted)))
    return ok(undefined)
  const count = missed.filter((one) => run.sessions.includes(one)).length
  const end = run.sessions.reduce((latest, one) => (one.at > latest.at ? one : latest), last)
  const interval = intervalOf(state.calendar.protocol, end.session)
  if (interval === undefined) return err({ code: unknownPhase.code, path: 'protocol.phases' })
  const kept = state.coming.filter(({ id }) => run.sessions.some(({ session }) => session.id === id))
  return anew({ ...after(end.session, interval, state), left: { sessions: count } }, kept, state)
}

function laidOn(run: PhaseRun, last: Standing, state: CourseState): Result<WayOn, PlanFault> {
  const { session } = run.sessions.reduce((latest, one) => (one.at > latest.at ? one : latest), last)
  const interval = intervalOf(state.calendar.protocol, session)
  if (interval === undefined) return err({ code: unknownPhase.code, path: 'protocol.phases' })
  const start = after(session, interval, state)
  const left = withoutEnd(start.from, state)
  if (!left.ok) return left
  const on = anew({ ...start, left: left.value }, [], state)
  return on.ok && on.value !== undefined && run.steppedFrom !== undefined
    ? ok({ ...on.value, isStepBack: true })
    : on
}

/** The place after a session, in the weeks of its interval. */
function after({ phase, regular }: PlannedSession, interval: Interval, state: CourseState) {
  const next = dayAfter(dayNumber(regular.day), interval, state)
  return { phase, interval: interval.id, from: Math.max(next, state.free) }
}

/** Another interval from a session on; after a step back also one of the phase it came from, which is then entered anew. */
export function atInterval(
  session: PlannedSession,
  interval: string,
  state: CourseState,
): Result<WayOn, PlanFault> {
  const run = runOf(state, session.id)
  const phase = [session.phase, run?.steppedFrom ?? session.phase]
    .map((id) => phaseOf(state.calendar.protocol, id))
    .find((one) => one?.intervals.some(({ id }) => id === interval) === true)
  if (phase === undefined || run === undefined)
    return err({ code: unknownPhase.code, path: 'decision.interval' })
  if (session.interval === interval && phase.id === session.phase)
    return err({ code: nothingToDecide.code, path: 'decision.interval' })
  const at = instantMs(session.place.at)
  const kept = state.coming.filter(({ id, place }) => id !== session.id && instantMs(place.at) < at)
  const replaced = state.coming.filter((one) => !kept.includes(one))
  const from = Math.max(dayNumber(session.regular.day), state.free)
  if (phase.id !== session.phase) return anew({ phase: phase.id, interval, from }, kept, state)
  const left = leftOf(run, from, replaced, state) ?? { sessions: 1 }
  return anew({ phase: phase.id, interval, from, left }, kept, state)
}

/**
 * So many sessions more: as the protocol goes on where the plan was cut short, else at the interval of the last session
 * that is planned.
 */
export function extended(count: number, state: CourseState): Result<WayOn, PlanFault> {
  const { runs, calendar, coming, free } = state
  const run = runs.at(-1)
  const last = run?.sessions.at(-1)?.session
  const [first] = calendar.protocol.phases
  const interval = last === undefined ? first?.intervals[0] : intervalOf(calendar.protocol, last)
  if (interval === undefined || first === undefined)
    return err({ code: unknownPhase.code, path: 'protocol.phases' })
  const start =
    last === undefined ? { phase: first.id, interval: interval.id, from: free } : after(last, interval, state)
  const isOn = run?.steppedFrom !== undefined || run?.phase.next === undefined
  const left = isOn ? { sessions: count, isLast: true as const } : restOfRun(run)
  const stretches = restOf({ ...start, left }, state)
  if (stretches.ok) return ok({ stretches: exactly(count, stretches.value), kept: coming })
  const { code } = stretches.error
  return code === horizonTooLong.code ? err({ code, path: 'decision.sessions' }) : stretches
}

/** What a phase has room for after the sessions that are planned. */
function restOfRun({ phase, from, sessions }: PhaseRun): NonNullable<Onward['left']> {
  const { weeks, sessions: most } = phase
  const end = weeks === undefined ? {} : { before: from + 7 * weeks, next: from + 7 * weeks }
  return { ...end, ...(most === undefined ? {} : { sessions: Math.max(0, most - sessions.length) }) }
}

/** The first so many sessions; where there are fewer, the last stretch goes on. */
function exactly(count: number, stretches: readonly Stretch[]): readonly Stretch[] {
  let open = count
  return stretches.flatMap((stretch, at) => {
    const isLast = at === stretches.length - 1
    const sessions = isLast ? open : Math.min(open, stretch.sessions ?? 0)
    open -= sessions
    return sessions > 0 ? [{ ...stretch, sessions }] : []
  })
}
