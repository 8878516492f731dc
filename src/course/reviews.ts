/** Which decision settles a checkpoint: not one of a time at which there was too little to look at. @module */
import { civilDate, dayNumberAt, instantMs } from '../kernel/time.ts'
import { type Calendar, daysIn } from './calendar.ts'
import type { CourseDecision } from './course.schema.ts'
import { type Occurrence, ownSessions } from './occurrences.ts'
import type { Standing } from './standing.ts'

type Review = Extract<CourseDecision, { readonly kind: 'review' }>

/** A review with its time. */
interface Dated {
  readonly review: Review
  readonly ms: number
  readonly day: number
}

/** For each of these times of one checkpoint the decision that settled it; nothing where none did. */
export function settledIn(
  occurrences: readonly Occurrence[],
  standings: readonly Standing[],
  calendar: Calendar,
): ReadonlyMap<Occurrence, Review> {
  const { decisions, zone } = calendar
  const early = daysIn({ policy: 'review-early' }, calendar)
  const dues = occurrences.flatMap(({ due }) => (due === null ? [] : [due]))
  const found = new Map<Occurrence, Review>()
  for (const review of decisions) {
    if (review.kind !== 'review') continue
    const ms = instantMs(review.at)
    const dated = { review, ms, day: dayNumberAt(ms, zone) }
    // A review that says neither is about the last time that is due by then, and opens it again.
    const latest = Math.max(...dues.filter((due) => due <= dated.day + early))
    for (const one of occurrences) {
      if (!isAbout(dated, one, early)) continue
      if (review.outcome === 'again') {
        if (review.due !== undefined || one.due === latest) found.delete(one)
      } else if (
        !found.has(one) &&
        (review.outcome === 'stop' || isRipe(dated, one, standings, early, calendar))
      )
        found.set(one, review)
    }
  }
  return found
}

/** Whether a review is about a checkpoint: of one that comes again only the time it names, or those due by then. */
function isAbout({ review, day }: Dated, { row: { id, at }, due }: Occurrence, early: number): boolean {
  if (review.checkpoint !== id || due === null) return false
  if (review.due === civilDate(due)) return true
  if (review.due !== undefined && 'every' in at) return false
  return due <= day + early
}

/** Whether there was enough to look at when somebody looked. */
function isRipe(
  { ms, day }: Dated,
  { row: { at }, run }: Occurrence,
  standings: readonly Standing[],
  early: number,
  calendar: Calendar,
): boolean {
  if ('every' in at) return true
  const isGiven = ({ given, visit }: Standing): boolean =>
    given === 'yes' && visit !== undefined && (visit.ms ?? visit.latestMs) <= ms
  const lastGiven = standings.findLast(isGiven)?.at ?? -1
  const isOver = (one: Standing): boolean => isGiven(one) || one.at < lastGiven || one.window.to < day
  if ('afterSessions' in at)
    return run.sessions.filter(isGiven).length >= at.afterSessions || run.sessions.every(isOver)
  const own = ownSessions(run, calendar)
  const left = own.filter((one) => !isOver(one))
  const lastDay = Math.max(...own.map(({ day }) => day))
  const last = own.findLast(({ day }) => day === lastDay)
  if (last === undefined || !left.includes(last)) return true
  return left.length <= 1 && last.day <= day + early
}
