/** Courses on the command line. @module */
import { applyCourseDecision } from '../course/apply-course-decision.ts'
import type { Judgement } from '../course/change-shape.ts'
import { CourseDecision } from '../course/course.schema.ts'
import { diffPlans } from '../course/diff-plans.ts'
import { courseExposure } from '../course/exposure.ts'
import type { ExposureQuestion } from '../course/exposure-shape.ts'
import { exposureWatch } from '../course/exposure-watch.ts'
import { forecastCourse } from '../course/forecast-course.ts'
import { missedSessionOptions } from '../course/missed-session-options.ts'
import { planCourse } from '../course/plan-course.ts'
import type { PlanQuestion } from '../course/plan-shape.ts'
import { rescheduleSession } from '../course/reschedule-session.ts'
import { validateProtocol } from '../course/validate-protocol.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { parse } from '../kernel/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { atPlace, type Callable, member, overridesIn, patientIn, planIn } from './callable.ts'
import type { Bench } from './context.ts'
import { courseIn, followedIn, namedProtocols, protocolIn } from './course-argument.ts'
import { exposureLines, watchLines } from './exposure-lines.ts'
import { forecastLines } from './forecast-lines.ts'
import { missedLines, rescheduledLines } from './missed-lines.ts'
import { planLines } from './plan-lines.ts'
import { faultLines, protocolLines } from './protocol-lines.ts'
import { statedIn } from './table-indication.ts'
import { sessionsIn } from './visit.ts'

const followed = 'an object with course, and where wanted sessions (logs of visits) and scores'

/** By `room verb`. */
export const ofCourses: Readonly<Record<string, Callable>> = {
  'course protocols': {
    takes: 'no file: the protocols of the tables; with --pain those for pain, which stand apart',
    readsNothing: true,
    call: (_argument, bench) => namedProtocols(bench),
    lines: (value, bench, paper) => protocolLines(value, bench, paper),
  },
  'course validate-protocol': {
    takes: 'a protocol of the site',
    call: (argument, bench) =>
      validateProtocol(protocolIn(argument, bench), { policy: bench.context.policy }),
    lines: (value, _bench, paper) => faultLines(value, paper),
  },
  'course plan': {
    takes:
      'an object with protocol (or its id), start and pattern; where wanted closures, preferences, patient, horizon',
    call: (argument, bench) => planCourse(planQuestionIn(argument, bench), bench.context),
    lines: (value, _bench, paper) => planLines(value, paper),
  },
  'course forecast': {
    takes: `${followed}; or a course alone`,
    call: (argument, { context }) => forecastCourse(followedIn(argument), context),
    lines: (value, { context }, paper, _name, argument) =>
      forecastLines(value, () => courseIn(argument), context, paper),
  },
  'course missed': {
    takes: `${followed}; and patient, and where wanted judgement, stated, overrides`,
    call: (argument, { context }) =>
      missedSessionOptions(
        {
          ...followedIn(argument),
          patient: patientIn(argument),
          ...judgementIn(argument),
          ...statedIn(argument),
          ...overridesIn(argument),
        },
        context,
      ),
    lines: (value, { context }, paper, _name, argument) =>
      missedLines(value, () => courseIn(argument), context, paper),
  },
  'course reschedule': {
    takes: `${followed}; and session, and where wanted to (day, time)`,
    call: (argument, { context }) => {
      const session = member(argument, 'session')
      if (typeof session !== 'string') throw new Refusal(badArgument, 'session')
      return rescheduleSession({ ...followedIn(argument), session, ...placeIn(argument) }, context)
    },
    lines: (value, _bench, paper, _name, argument) =>
      rescheduledLines(value, () => courseIn(argument), paper),
  },
  'course decide': {
    takes: `${followed}; and decision: the course as it is then`,
    call: (argument, { context }) => {
      const decision = parse(CourseDecision, member(argument, 'decision'))
      if (!decision.ok) throw atPlace(decision.error, 'decision')
      return applyCourseDecision({ ...followedIn(argument), decision: decision.value }, context)
    },
    lines: (value, _bench, paper) => planLines(value, paper),
  },
  'course diff': {
    takes: 'an object with before and after, two courses: what differs',
    call: (argument) =>
      diffPlans({ before: courseIn(argument, 'before'), after: courseIn(argument, 'after') }),
  },
  'course exposure': {
    takes: 'a list of sessions, or an object with sessions, and where wanted earlier and windows',
    call: (argument, { context }) => courseExposure(exposureIn(argument), context),
    lines: (value, { context }, paper) => exposureLines(value, context, paper),
  },
  'course watch': {
    takes: 'an object with sessions and patient; where wanted plan, earlier, windows, stated, overrides',
    call: (argument, { context, plan }) =>
      exposureWatch(
        {
          ...exposureIn(argument),
          plan: planIn(argument) ?? plan,
          patient: patientIn(argument),
          ...statedIn(argument),
          ...overridesIn(argument),
        },
        context,
      ),
    lines: (value, { context }, paper) => watchLines(value, context, paper),
  },
}

function planQuestionIn(argument: unknown, bench: Bench): PlanQuestion {
  const question = {
    ...(isObject(argument) ? argument : {}),
    protocol: protocolIn(argument, bench),
    ...(member(argument, 'patient') === undefined ? {} : { patient: patientIn(argument) }),
  }
  if (!isPlanQuestion(question)) throw new Refusal(badArgument, 'pattern')
  return question
}

function exposureIn(argument: unknown): ExposureQuestion {
  const held = Array.isArray(argument) ? { sessions: argument } : argument
  const question = {
    sessions: sessionsIn(held),
    ...optional(held, 'earlier'),
    ...optional(held, 'windows'),
  }
  if (!isExposure(question)) throw new Refusal(badArgument, 'earlier')
  return question
}

function optional(argument: unknown, key: string): Readonly<Record<string, unknown>> {
  const value = member(argument, key)
  return value === undefined ? {} : { [key]: value }
}

function judgementIn(argument: unknown): { readonly judgement?: Judgement } {
  const judgement = member(argument, 'judgement')
  if (judgement === undefined) return {}
  if (!isJudgement(judgement)) throw new Refusal(badArgument, 'judgement')
  return { judgement }
}

function placeIn(argument: unknown): { readonly to?: { readonly day: string; readonly time?: string } } {
  const to = member(argument, 'to')
  if (to === undefined) return {}
  if (!isPlace(to)) throw new Refusal(badArgument, 'to')
  return { to }
}

// The functions look at every member themselves; what is told apart here is the kind of the whole.
function isPlanQuestion(value: unknown): value is PlanQuestion {
  return typeof member(value, 'start') === 'string' && isObject(member(value, 'pattern'))
}

function isExposure(value: unknown): value is ExposureQuestion {
  const isList = (key: string) => member(value, key) === undefined || Array.isArray(member(value, key))
  return isList('earlier') && isList('windows')
}

function isJudgement(value: unknown): value is Judgement {
  return typeof member(value, 'word') === 'string' && typeof member(value, 'at') === 'string'
}

function isPlace(value: unknown): value is { readonly day: string; readonly time?: string } {
  return typeof member(value, 'day') === 'string'
}
