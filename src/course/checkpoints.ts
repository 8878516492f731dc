/** What has to be looked at before a course goes on: prompts to a clinician, never a verdict. @module */
import type { Checkpoint } from '../kernel/protocol.ts'
import { type CivilDate, civilDate, dayNumberAt, instantMs } from '../kernel/time.ts'
import type { Outcome } from '../measure/series-shape.ts'
import { type Calendar, daysAfter, daysIn } from './calendar.ts'
import type { CourseDecision } from './course.schema.ts'
import type { ForecastCheckpoint } from './forecast-shape.ts'
import type { PhaseRun } from './phase-runs.ts'
import type { Standing } from './standing.ts'

/** A checkpoint with what waits for it. */
export interface CheckpointRead {
  readonly checkpoint: ForecastCheckpoint
  /** Places, in the order of time, of the sessions that wait until it is reviewed. */
  readonly blocks: ReadonlySet<number>
}

/** A review with its civil day. */
interface Review {
  readonly review: Extract<CourseDecision, { readonly kind: 'review' }>
  readonly day: number
}

/** Every checkpoint of every stretch, and of the phases that are not planned yet. */
export function checkpointsOf(
  runs: readonly PhaseRun[],
  outcomes: readonly Outcome[],
  calendar: Calendar,
): readonly CheckpointRead[] {
  const reviews = calendar.decisions.flatMap((review): readonly Review[] =>
    review.kind === 'review' && review.outcome !== 'again'
      ? [{ review, day: dayNumberAt(instantMs(review.at), calendar.zone) }]
      : [],
  )
  const planned = runs.flatMap((run, place) => {
    const later = runs.slice(place + 1).flatMap(({ sessions }) => sessions)
    return run.phase.checkpoints.flatMap((row) =>
      occurrencesOf(row, run, later, calendar).map((one) =>
        readOf(row, one, run, reviews, outcomes, calendar),
      ),
    )
  })
  const ahead = calendar.protocol.phases
    .filter((phase) => !runs.some((run) => run.phase === phase))
    .flatMap((phase) =>
      phase.checkpoints.map((row) =>
        readOf(
          row,
          { due: null, blocked: [] },
          { phase, from: 0, sessions: [] },
          reviews,
          outcomes,
          calendar,
        ),
      ),
    )
  return [...planned, ...ahead]
}

interface Occurrence {
  readonly due: number | null
  readonly blocked: readonly Standing[]
}

function occurrencesOf(
  { at }: Checkpoint,
  run: PhaseRun,
  later: readonly Standing[],
  calendar: Calendar,
): readonly Occurrence[] {
  const { sessions } = run
  if ('afterSessions' in at) {
    // What the logs leave open may count or not: the sooner of the two holds.
    const [one, other] = [
      anchorAfter(at.afterSessions, sessions, true),
      anchorAfter(at.afterSessions, sessions),
    ]
    if (one === undefined || other === undefined) return [{ due: null, blocked: later }]
    const place = Math.min(one.at, other.at)
    const due = Math.min(one.due, other.due)
    return [{ due, blocked: [...sessions.filter((each) => each.at > place), ...later] }]
  }
  const last = Math.max(...sessions.map(({ day }) => day))
  if ('end' in at) return [{ due: last, blocked: later }]
  const found: Occurrence[] = []
  const { value, unit } = calendar.amount(at.every)
  // A day is the shortest time in which one can come again.
  const isByMonth = unit === 'mo' || unit === 'a'
  const step = Math.max(
    1,
    isByMonth ? Math.ceil(unit === 'a' ? value * 12 : value) : daysIn(at.every, calendar),
  )
  for (let count = 1; value > 0; count += 1) {
    const due = daysAfter(run.from, { value: step * count, unit: isByMonth ? 'mo' : 'd' }, calendar)
    // Not past the last session that is planned, and not for ever where the sum leaves the calendar.
    if (!(due <= last)) break
    found.push({ due, blocked: [...sessions, ...later].filter(({ day }) => day > due) })
  }
  return found.length === 0 ? [{ due: null, blocked: [] }] : found
}

/** Place and day of the nth session that counts, else of the nth that is planned. */
function anchorAfter(
  count: number,
  sessions: readonly Standing[],
  withDoubts = false,
): { readonly at: number; readonly due: number } | undefined {
  const given = sessions
    .filter((one) => one.given === 'yes' || (withDoubts && one.given === 'unknown'))
    .map(({ at, soonest }) => ({ at, due: soonest }))
  const some = withDoubts ? [...given, ...unplacedIn(sessions)] : given
  const counted = some.sort((a, b) => a.due - b.due || a.at - b.at)[count - 1]
  if (counted !== undefined) return counted
  const planned = sessions[count - 1]
  return planned === undefined ? undefined : { at: planned.at, due: planned.day }
}

/** The first sessions that doses nobody can place may have been, each with the first day on which it can have been. */
function unplacedIn(sessions: readonly Standing[]): readonly { readonly at: number; readonly due: number }[] {
  const most = Math.max(0, ...sessions.map(({ unplaced }) => unplaced))
  return sessions
    .filter(({ unplaced }) => unplaced > 0)
    .map(({ at, span }) => ({ at, due: span.from }))
    .sort((a, b) => a.due - b.due || a.at - b.at)
    .slice(0, most)
}

function readOf(
  row: Checkpoint,
  { due, blocked }: Occurrence,
  run: PhaseRun,
  reviews: readonly Review[],
  outcomes: readonly Outcome[],
  calendar: Calendar,
): CheckpointRead {
  const early = daysIn({ policy: 'review-early' }, calendar)
  const settled = reviews.find((one) => settles(one, row, due, early))?.review
  const { at: _, ...told } = row
  const checkpoint: ForecastCheckpoint = {
    ...told,
    phase: run.phase.id,
    due: due === null ? null : civilDate(due),
    status: settled === undefined ? statusOf(row, due, blocked, calendar) : 'reviewed',
    decision: settled?.id ?? null,
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
  { blocks }: Checkpoint,
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

/** Whether a review settles a checkpoint: of one that comes again only the time it names, or those due by then. */
function settles(
  { review, day }: Review,
  { id, at }: Checkpoint,
  due: number | null,
  early: number,
): boolean {
  if (review.checkpoint !== id || due === null) return false
  const named: CivilDate | undefined = review.due
  if (named === civilDate(due)) return true
  if (named !== undefined && 'every' in at) return false
  return due <= day + early
}
