/** What is to be measured, asked or done beside the sessions, and whether it was. @module */
import { civilDate, dayNumber, dayNumberAt } from '../kernel/time.ts'
import type { Calendar, Days } from './calendar.ts'
import type { PlannedAssessment } from './course.schema.ts'
import type { ScoreRead } from './course-scores.ts'
import type { ForecastAssessment } from './forecast-shape.ts'
import { phaseRuns } from './phase-runs.ts'
import type { Standing } from './standing.ts'
import { isOver } from './visit-read.ts'
import type { VisitRead } from './visits.ts'

/** What answers assessments. */
export interface Answers {
  readonly standings: readonly Standing[]
  readonly visits: readonly VisitRead[]
  readonly scores: readonly ScoreRead[]
}

/** Every planned assessment at the moment of the question. */
export function assessmentsOf(answers: Answers, calendar: Calendar): readonly ForecastAssessment[] {
  return calendar.course.assessments
    .map((planned): ForecastAssessment => {
      const { status: _, revision: __, ...told } = planned
      const anchor = anchorOf(planned, answers.standings, calendar)
      const isOff =
        planned.status === 'cancelled' || (planned.session !== undefined && anchor?.word === 'cancelled')
      // What follows a session nobody gave is not asked for; after a dose that was broken off it is.
      const isIdle =
        planned.session !== undefined &&
        anchor?.word === 'missed' &&
        (anchor.visit === undefined || anchor.visit.visit.exposed === 'no')
      // It follows the visit: where that was on another day, so are these.
      const moved = anchor === undefined || isOff ? 0 : anchor.actual - anchor.day
      const days = {
        from: dayNumber(planned.from) + moved,
        due: dayNumber(planned.due) + moved,
        to: dayNumber(planned.to) + moved,
      }
      const read = readOn(shifts(anchor), days, calendar.today, (window) =>
        answeredBy(planned, window, answers, calendar),
      )
      // A dose nobody can place may have been a session that was called off with the rest of its course.
      const mayBeHeld = planned.status !== 'cancelled' && anchor !== undefined && anchor.unplaced > 0
      const { status, by } =
        (isOff || (isIdle && read.status !== 'done')) && !(mayBeHeld && read.status === 'past-due')
          ? { status: 'cancelled' as const, by: null }
          : read
      return {
        ...told,
        from: civilDate(days.from),
        due: civilDate(days.due),
        to: civilDate(days.to),
        status,
        by,
      }
    })
    .sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
}

/** The session an assessment is counted from. */
function anchorOf(
  { session, assessment }: PlannedAssessment,
  standings: readonly Standing[],
  calendar: Calendar,
): Standing | undefined {
  if (session !== undefined) return standings.find((one) => one.session.id === session)
  const anchor = calendar.protocol.assessments.find(({ id }) => id === assessment)?.anchor
  const live = standings.filter(({ word }) => word !== 'cancelled')
  switch (anchor?.is) {
    case 'start':
      return live[0]
    case 'session':
      return live.find((one) => one.session.number === anchor.number)
    case 'phase-end':
      // One of a later end, or that moved to another, names its session.
      return phaseRuns(standings, calendar)
        .find(({ phase }) => phase.id === anchor.phase)
        ?.sessions.at(-1)
    default:
      return undefined
  }
}

interface Window {
  readonly from: number
  readonly due: number
  readonly to: number
}

/** By how many days the visit it follows may have been off the day it is counted from. */
function shifts(anchor: Standing | undefined): Days {
  if (anchor === undefined) return { from: 0, to: 0 }
  const { span, actual } = anchor
  return { from: span.from - actual, to: span.to - actual }
}

/**
 * Its word, and what answered it. Where nobody knows the day of the visit it follows, it is done only if it is on each of
 * the days that can be meant, and past due if it can be.
 */
function readOn(
  { from, to }: Days,
  days: Window,
  today: number,
  answer: (window: Window) => string | null,
): { readonly status: ForecastAssessment['status']; readonly by: string | null } {
  const by = answer(days)
  const word = wordOf(days, today)
  if (from === to) return by === null ? { status: word, by } : { status: 'done', by }
  const isAnswered = (by: number): boolean => answer(shifted(days, by)) !== null
  const isEach = by !== null && to - from <= daysAtMost && range(from, to).every(isAnswered)
  if (isEach) return { status: 'done', by }
  // Past due on a day that lets it have been due before today, and not be over.
  const late = range(Math.max(from, today - days.to), Math.min(to, today - days.due - 1))
  const mayBeLate = late.some((by) => !isAnswered(by))
  const isAsked = mayBeLate || (by !== null && word === 'missed')
  return { status: isAsked ? 'past-due' : word, by: null }
}

/** Of a longer time nobody can say that something was done on each of its days. */
const daysAtMost = 100

const shifted = ({ from, due, to }: Window, by: number): Window => ({
  from: from + by,
  due: due + by,
  to: to + by,
})

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

function wordOf({ due, to }: Window, today: number): ForecastAssessment['status'] {
  if (today < due) return 'planned'
  if (today === due) return 'due'
  return today <= to ? 'past-due' : 'missed'
}

/** The score inside the window nearest to the day it is due, of two the earlier; or the first visit, that answers it. */
function answeredBy(
  planned: PlannedAssessment,
  { from, due, to }: Window,
  { visits, scores }: Answers,
  { protocol, zone }: Calendar,
): string | null {
  const instruments = protocol.assessments.find(({ id }) => id === planned.assessment)?.instruments
  if (instruments !== undefined) {
    const [score] = scores
      .filter(({ instrument, day }) => from <= day && day <= to && instruments.includes(instrument))
      .sort((a, b) => Math.abs(a.day - due) - Math.abs(b.day - due))
    return score === undefined ? null : `${score.instrument} ${score.at}`
  }
  const visit = visits.find((one) => {
    if (one.ms === null || !tookPlace(one)) return false
    const day = dayNumberAt(one.ms, zone)
    const kind = one.state.booked?.kind
    // A contact has no kind of visit of its own: any visit without a dose is one.
    const fits = planned.kind === 'contact' ? kind !== undefined && kind !== 'dosing' : kind === planned.kind
    return fits && from <= day && day <= to
  })
  return visit?.visit.visit ?? null
}

/** Somebody came, and nothing was given. */
function tookPlace({ visit, state }: VisitRead): boolean {
  if (visit.exposed !== 'no' || visit.outcome === 'cancelled' || visit.outcome === 'no-show') return false
  return isOver(state) || state.entries.some(({ what }) => what.type === 'arrived')
}
