/** The first dose of a course: from which its days are counted. @module */
import type { Course } from '../course/course.schema.ts'
import type { CourseForecast } from '../course/forecast-shape.ts'
import { type CivilDate, civilDayAt, type Instant, instantMs } from '../kernel/time.ts'
import type { SessionState } from '../session/state.ts'

/** The first dose: when it was, or why that is not known. */
export type FirstDose =
  | { readonly is: 'known'; readonly at: Instant; readonly day: CivilDate }
  | { readonly is: 'none' | 'unknown' }

/**
 * The first dose of the visits, or of those that belong to the course.
 *
 * A dose without a time may have been the first, unless it was booked under a higher number than one that has a time:
 * then nobody knows which was.
 */
export function firstDoseOf(
  given: readonly SessionState[],
  course: Course | undefined,
  forecast: CourseForecast | null,
  zone: string,
): FirstDose {
  const ofCourse = course === undefined ? given : given.filter((state) => belongs(state, course, forecast))
  const timed = ofCourse
    .flatMap((state) =>
      state.anchors.start?.at === undefined ? [] : [{ state, at: state.anchors.start.at }],
    )
    .sort((a, b) => instantMs(a.at) - instantMs(b.at))
  const [first] = timed
  if (first === undefined) return { is: ofCourse.length === 0 ? 'none' : 'unknown' }
  const untimed = ofCourse.filter(({ anchors }) => anchors.start?.at === undefined)
  if (untimed.some((state) => !timed.some((other) => comesAfter(state, other.state))))
    return { is: 'unknown' }
  return { is: 'known', at: first.at, day: civilDayAt(instantMs(first.at), zone) }
}

function comesAfter({ booked }: SessionState, { booked: other }: SessionState): boolean {
  if (booked?.number === undefined || other?.number === undefined) return false
  return booked.course === other.course && booked.number > other.number
}

/** Booked for the course, or matched to one of its planned sessions. */
function belongs(
  { session, booked }: SessionState,
  { id }: Course,
  forecast: CourseForecast | null,
): boolean {
  if (booked?.course !== undefined) return booked.course === id
  return forecast?.visits.some((visit) => visit.visit === session && visit.session !== null) === true
}
