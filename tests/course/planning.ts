/** The planner against the one that tries everything, problem by problem. @module */
import { expect } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { Place } from '../../src/course/course.schema.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import type { PlanQuestion } from '../../src/course/plan-shape.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import {
  canBePlaced,
  contradictions,
  dayNo,
  dayText,
  firstUnplaced,
  namesOf,
  type Placed,
  type Problem,
  planByTrying,
  resolved,
  wallMs,
} from './reference-planner.ts'

/** The question a problem is, and when it is asked. */
export function asked(problem: Problem): { readonly question: PlanQuestion; readonly context: Context } {
  const protocol = parse(Protocol, problem.protocol)
  if (!protocol.ok) throw new Error(`${protocol.error.code} ${protocol.error.path}`)
  const { start, pattern, closures, preferences, horizon, zone } = problem
  return {
    question: { protocol: protocol.value, start, pattern, closures, preferences, horizon },
    context: {
      asOf: `${dayText(dayNo(start) - 1)}T12:00:00Z`,
      zone,
      content: us,
      policy: usStartingPolicy,
    },
  }
}

/** A place as the clock of its zone shows it: nothing of it was worked out by the library. */
function shown(place: Placed, zone: string) {
  const { ms, flag } = resolved(place.no, place.time, zone)
  return {
    day: dayText(place.no),
    time: place.time,
    ms,
    wall: new Date(wallMs(ms, zone)).toISOString().slice(0, 16),
    ...(flag === undefined ? {} : { flag }),
  }
}

const told = ({ day, time, at, flag }: Place) => ({
  day,
  time,
  ms: Date.parse(at),
  wall: at.slice(0, 16),
  ...(flag === undefined ? {} : { flag }),
})

/** What came of a problem. */
export type Outcome = 'regular' | 'moved' | 'infeasible'

/** Holds the planner against the one that tries everything, and says what came of it. */
export function plansAgree(problem: Problem): Outcome {
  const wanted = planByTrying(problem)
  const { question, context } = asked(problem)
  const plan = planCourse(question, context)
  if (!wanted.ok) {
    expect(plan.ok ? 'a plan' : plan.error.code).toBe('plan-infeasible')
    if (plan.ok || !('conflict' in plan.error)) throw new Error('no conflict is told')
    const { conflict, session, window, path } = plan.error
    const ids = conflict.map(({ id }) => id)
    const against = contradictions(problem)
    const named = ids.join(' ')
    if (against.length > 0) {
      expect(against.map(({ pair }) => pair)).toContain(named)
      const first = Math.min(...against.map(({ at }) => at))
      expect({ named, session }).toEqual({ named, session: `s${first + 1}` })
      return 'infeasible'
    }
    const stuck = firstUnplaced(problem, ids)
    expect({ session, window }).toEqual({
      session: `s${stuck.first + 1}`,
      window: { from: dayText(stuck.window.from), to: dayText(stuck.window.to) },
    })
    expect(new Set(ids).size).toBe(ids.length)
    expect(namesOf(problem)).toEqual(expect.arrayContaining(ids))
    for (const { id, kind } of conflict) expect(id.split('/')[0]).toBe(kind)
    const isOfLimits = conflict.every(({ kind }) => kind === 'limit')
    if (isOfLimits) expect(path).toBe(ids.length > 0 ? 'protocol' : 'pattern.slots')
    expect(canBePlaced(problem, ids)).toBe(false)
    for (const left of ids) {
      expect({
        without: left,
        fits: canBePlaced(
          problem,
          ids.filter((id) => id !== left),
        ),
      }).toEqual({ without: left, fits: true })
    }
    return 'infeasible'
  }
  if (!plan.ok) throw new Error(`${plan.error.code} at ${plan.error.path}`)
  const { sessions, issues, zone } = plan.value
  expect(zone).toBe(problem.zone)
  expect(
    sessions.map(
      ({ id, number, phase, interval, regular, place, status, because, alternatives, revision }) => ({
        id,
        number,
        phase,
        interval,
        regular: told(regular),
        place: told(place),
        status,
        because: [...because].sort(),
        alternatives: alternatives.map(told),
        revision,
      }),
    ),
  ).toEqual(
    wanted.sessions.map(({ place, status, because, alternatives }, at) => ({
      id: `s${at + 1}`,
      number: at + 1,
      phase: place.regular.phase,
      interval: place.regular.interval,
      regular: shown({ ...place, no: place.regular.no, time: place.regular.time }, problem.zone),
      place: shown(place, problem.zone),
      status,
      because: [...because].sort(),
      alternatives: alternatives.map((one) => shown(one, problem.zone)),
      revision: 0,
    })),
  )
  const flags = sessions.flatMap(({ id, place, status }) => [
    ...(status === 'to-choose' ? [`place-to-choose sessions.${id}`] : []),
    ...(place.flag === 'moved-after-gap' ? [`planned-time-moved sessions.${id}`] : []),
    ...(place.flag === 'earlier-of-two' ? [`planned-time-twice sessions.${id}`] : []),
  ])
  const laid = new Set(sessions.map(({ phase }) => phase))
  const open = problem.protocol.phases.filter(
    ({ id, intervals }) =>
      laid.has(id) && intervals.length > 1 && problem.preferences?.intervals?.[id] === undefined,
  )
  const asks = open.map(({ id }) => `interval-to-choose preferences.intervals.${id}`)
  expect(issues.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([...flags, ...asks].sort())
  return wanted.sessions.some(({ status }) => status === 'to-choose') ? 'moved' : 'regular'
}
