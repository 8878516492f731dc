/** The stretches of a course: what is behind, and what is planned. @module */
import type { Course, PlannedSession } from '../course/course.schema.ts'
import type { CourseForecast } from '../course/forecast-shape.ts'
import { addDays, type CivilDate, instantMs } from '../kernel/time.ts'
import type { PhaseBand } from './timeline-shape.ts'

interface Stretch {
  readonly phase: string
  readonly interval: string
  readonly from: CivilDate
  readonly last: CivilDate
  readonly sessions: string[]
}

/**
 * The phases in the order of time, parted where the interval changes, and at the end of today.
 *
 * A stretch lasts until the day before the next one; the last one until the last session that is planned, or, where
 * the phase has no end of its own, until somebody decides.
 *
 * @param dayGiven - civil day on which a planned session was given, where it was
 */
export function phaseBands(
  course: Course,
  forecast: CourseForecast | null,
  today: CivilDate,
  dayGiven: (session: string) => CivilDate | undefined,
): readonly PhaseBand[] {
  const cancelled = new Set(
    forecast?.sessions.filter(({ status }) => status === 'cancelled').map(({ id }) => id),
  )
  const sessions = course.sessions
    .filter(({ id, status }) => status !== 'cancelled' && !cancelled.has(id))
    .sort((a, b) => instantMs(a.place.at) - instantMs(b.place.at))
  const stretches = stretchesOf(sessions, dayGiven)
  const isOpen = forecast?.end == null || forecast.end.why === 'planned-so-far'
  return stretches.flatMap((stretch, at): readonly PhaseBand[] => {
    const { phase, interval, from } = stretch
    const next = stretches[at + 1]
    const row = course.protocol.phases.find(({ id }) => id === phase)
    const isEndless = row?.weeks === undefined && row?.sessions === undefined
    const to =
      next === undefined ? (isOpen && isEndless ? null : stretch.last) : laterOf(from, addDays(next.from, -1))
    const band = { phase, label: row?.label ?? phase, interval }
    if (from > today || !hasBegun(stretch, forecast)) return [{ ...band, from, to, isPlanned: true }]
    if (to !== null && to <= today) return [{ ...band, from, to, isPlanned: false }]
    return [
      { ...band, from, to: today, isPlanned: false },
      { ...band, from: addDays(today, 1), to, isPlanned: true },
    ]
  })
}

function stretchesOf(
  sessions: readonly PlannedSession[],
  dayGiven: (session: string) => CivilDate | undefined,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { id, phase, interval, place } of sessions) {
    const day = dayGiven(id) ?? place.day
    const open = stretches.at(-1)
    if (open !== undefined && open.phase === phase && open.interval === interval) {
      open.sessions.push(id)
      stretches[stretches.length - 1] = { ...open, last: laterOf(day, open.last) }
    } else stretches.push({ phase, interval, from: day, last: day, sessions: [id] })
  }
  return stretches
}

/** A stretch whose sessions all wait, for a review or for somebody to come, is planned, whatever its first day. */
function hasBegun({ sessions }: Stretch, forecast: CourseForecast | null): boolean {
  const own = new Set(sessions)
  return (
    forecast === null ||
    forecast.sessions.some(({ id, status }) => own.has(id) && (status === 'given' || status === 'missed'))
  )
}

/** Where a session of what follows was given early, the stretch is its first day at the least. */
function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b
}
