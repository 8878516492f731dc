/** The stretches of a course: sessions of one phase that follow one another. @module */
import type { ProtocolPhase } from '../kernel/protocol.ts'
import { dayNumber, instantMs } from '../kernel/time.ts'
import { type Calendar, phaseOf } from './calendar.ts'
import type { Standing } from './standing.ts'
import { steppedBack } from './stepped-back.ts'

/** One stretch. A phase that is gone through again has one for each time. */
export interface PhaseRun {
  readonly phase: ProtocolPhase
  /** Day of its first regular place. */
  readonly from: number
  /** The phase it was stepped back from: it is entered for its interval, and not gone through again. */
  readonly steppedFrom?: string
  /** Not cancelled, in the order of time; at least one. */
  readonly sessions: readonly Standing[]
}

/** The stretches of a course, in the order of time. */
export function phaseRuns(standings: readonly Standing[], calendar: Calendar): readonly PhaseRun[] {
  const again = calendar.decisions.flatMap((one) =>
    one.kind === 'missed' && one.option === 're-induce' ? [instantMs(one.at)] : [],
  )
  const back = steppedBack(calendar.sessions, calendar.decisions)
  const runs: { phase: ProtocolPhase; from: number; steppedFrom?: string; sessions: Standing[] }[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const one of standings) {
    if (one.word === 'cancelled') continue
    const phase = phaseOf(calendar.protocol, one.session.phase)
    if (phase === undefined) continue
    const ms = instantMs(one.session.place.at)
    const run = runs.at(-1)
    const isAnew = again.some((decided) => before < decided && decided <= ms)
    const steppedFrom = back.get(one.session.id)
    if (run === undefined || run.phase !== phase || isAnew || run.steppedFrom !== steppedFrom)
      runs.push({
        phase,
        from: dayNumber(one.session.regular.day),
        ...(steppedFrom === undefined ? {} : { steppedFrom }),
        sessions: [one],
      })
    else run.sessions.push(one)
    before = ms
  }
  return runs
}
