/** What has to be looked at before a course goes on: prompts to a clinician, never a verdict. @module */
import { civilDate } from '../kernel/time.ts'
import type { Outcome } from '../measure/series-shape.ts'
import { type Calendar, daysIn } from './calendar.ts'
import type { CourseDecision } from './course.schema.ts'
import type { ForecastCheckpoint } from './forecast-shape.ts'
import { type Occurrence, occurrencesOf, unplacedIn } from './occurrences.ts'
import type { PhaseRun } from './phase-runs.ts'
import { settledIn } from './reviews.ts'
import type { Standing } from './standing.ts'

/** A checkpoint with what waits for it. */
export interface CheckpointRead {
  readonly checkpoint: ForecastCheckpoint
  /** Places, in the order of time, of the sessions that wait until it is reviewed. */
  readonly blocks: ReadonlySet<number>
}

/** Of all checkpoints together no more times than this are looked through. */
const mostTimes = 5_000

/**
 * Every checkpoint of every stretch, and of the phases that are not planned yet.
 *
 * @returns nothing where one comes again so often, in so long a course, that nobody could look through its times
 */
export function checkpointsOf(
  runs: readonly PhaseRun[],
  standings: readonly Standing[],
  outcomes: readonly Outcome[],
  calendar: Calendar,
): readonly CheckpointRead[] | undefined {
  const all: Occurrence[] = []
  for (const [place, run] of runs.entries()) {
    const later = runs.slice(place + 1).flatMap(({ sessions }) => sessions)
    for (const row of run.phase.checkpoints) {
      const times = occurrencesOf(row, run, later, calendar)
      if (times === undefined || all.length + times.length > mostTimes) return undefined
      all.push(...times)
    }
  }
  for (const phase of calendar.protocol.phases)
    if (!runs.some((run) => run.phase === phase))
      for (const row of phase.checkpoints)
        all.push({ row, run: { phase, from: 0, sessions: [] }, due: null, blocked: [] })
  const settled = new Map<Occurrence, CourseDecision>()
  for (const id of new Set(all.map(({ row }) => row.id))) {
    const own = all.filter(({ row }) => row.id === id)
    for (const [one, review] of settledIn(own, standings, calendar)) settled.set(one, review)
  }
  return all.map((one) => readOf(one, settled.get(one)?.id ?? null, outcomes, calendar))
}

function readOf(
  { row, run, due, blocked }: Occurrence,
  decision: string | null,
  outcomes: readonly Outcome[],
  calendar: Calendar,
): CheckpointRead {
  const { at: _, ...told } = row
  const checkpoint: ForecastCheckpoint = {
    ...told,
    phase: run.phase.id,
    due: due === null ? null : civilDate(due),
    status: decision === null ? statusOf(row, due, blocked, calendar) : 'reviewed',
    decision,
    data: {
      sessionsGiven: run.sessions.filter(({ given }) => given === 'yes').length,
      sessionsInDoubt:
        run.sessions.filter(({ given }) => given === 'unknown').length + unplacedIn(run.sessions).length,
      outcomes,
    },
  }
  const waits = row.blocks && (checkpoint.status === 'due' || checkpoint.status === 'past-due')
  return { checkpoint, blocks: new Set(waits ? blocked.map(({ at }) => at) : []) }
}

function statusOf(
  { blocks }: Occurrence['row'],
  due: number | null,
  blocked: readonly Standing[],
  calendar: Calendar,
): ForecastCheckpoint['status'] {
  const { today } = calendar
  if (due === null || today < due) return 'planned'
  const isLate = blocks
    ? blocked.some(({ day }) => day <= today)
    : today > due + daysIn({ policy: 'review-late' }, calendar)
  return isLate ? 'past-due' : 'due'
}
