/** Visits on the command line. @module */
import { sessionPlot } from '../adapters/plots/session-plot.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { parse } from '../kernel/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { applySessionEvent } from '../session/apply.ts'
import { assessVitals, type VitalsQuestion } from '../session/assess-vitals.ts'
import { chairBoard } from '../session/chair-board.ts'
import { dischargeReadiness } from '../session/discharge-readiness.ts'
import { replaySession } from '../session/replay.ts'
import { SessionEvent } from '../session/session.schema.ts'
import { startReadiness } from '../session/start-readiness.ts'
import { checkStream, type DeviceStream } from '../session/stream.ts'
import { summarizeSideEffects } from '../session/summarize-side-effects.ts'
import { trajectories } from '../session/trajectory.ts'
import { worstInWindow } from '../session/vitals-visit.ts'
import { atPlace, type Callable, member, patientIn, planIn } from './callable.ts'
import { earlierIn, sessionIn, sessionsIn, visitIn, watched } from './visit.ts'

const visit = 'a session, an object with session, or a list of its events'

/** By `room verb`. */
export const ofSessions: Readonly<Record<string, Callable>> = {
  'session replay': {
    takes: visit,
    call: (argument, { context }) => replaySession(sessionIn(argument), context),
  },
  'session apply': {
    takes: 'an object with session and event',
    call: (argument, { context }) => {
      const event = parse(SessionEvent, member(argument, 'event'))
      if (!event.ok) throw atPlace(event.error, 'event')
      return applySessionEvent({ session: sessionIn(argument), event: event.value }, context)
    },
  },
  'session due': {
    takes: `${visit}: what is to be observed, when, and how long`,
    call: (argument, bench) => watched(argument, bench).checks,
  },
  'session readiness': {
    takes: 'an object with session and patient; where wanted plan, screening, stated, overrides, earlier',
    call: (argument, bench) =>
      startReadiness({ ...visitIn(argument, bench), ...earlierIn(argument) }, bench.context),
  },
  'session discharge': {
    takes: 'an object with session and patient; where wanted plan, screening, stated, overrides',
    call: (argument, bench) => dischargeReadiness(visitIn(argument, bench), bench.context),
  },
  'session vitals': {
    takes: 'an object with reading, and where wanted baseline, signs, scales, plan and patient',
    call: (argument, { context, plan, isPlanNamed }) => {
      if (!isReading(argument)) throw new Refusal(badArgument, 'reading')
      const named = planIn(argument) ?? (isPlanNamed ? plan : undefined)
      return assessVitals(
        {
          ...argument,
          ...(named === undefined ? {} : { plan: named }),
          ...(member(argument, 'patient') === undefined ? {} : { patient: patientIn(argument) }),
        },
        context,
      )
    },
  },
  'session worst': {
    takes: `${visit}: the worst value of each vital sign; in minutes before now with window`,
    call: (argument, { context }) => {
      const window = member(argument, 'window')
      if (window !== undefined && typeof window !== 'number') throw new Refusal(badArgument, 'window')
      return worstInWindow(replaySession(sessionIn(argument), context), window)
    },
  },
  'session scales': {
    takes: `${visit}: scales over time, and when somebody was seen to be back`,
    call: (argument, { context }) => trajectories(replaySession(sessionIn(argument), context)),
  },
  'session stream': {
    takes: 'an object with vital, readings and expectedEvery: what of a device can be used',
    call: (argument, { context }) => {
      if (!isStream(argument)) throw new Refusal(badArgument, 'stream')
      return checkStream(argument, context)
    },
  },
  'session board': {
    takes: 'a list of sessions, or an object with sessions',
    call: (argument, { context }) => chairBoard(sessionsIn(argument), context),
  },
  'session effects': {
    takes: 'a list of sessions, or an object with sessions: their side effects, counted',
    call: (argument, { context }) =>
      summarizeSideEffects(sessionsIn(argument).map((session) => replaySession(session, context))),
  },
  'session plot': {
    takes: `${visit}; gives a picture as SVG`,
    isText: true,
    call: (argument, bench) => {
      const { state, checks } = watched(argument, bench)
      return sessionPlot(state, { zone: bench.context.zone, due: checks.due })
    },
  },
}

// The functions look at every member itself; what is told apart here is the kind of the whole.
function isReading(value: unknown): value is VitalsQuestion {
  return isObject(member(value, 'reading'))
}

function isStream(value: unknown): value is DeviceStream {
  return Array.isArray(member(value, 'readings'))
}
