/** One planned session at a moment: its word, its times and its doses. @module */
import { civilDate, instantMs } from '../kernel/time.ts'
import { type Calendar, phaseOf } from './calendar.ts'
import type { CheckpointRead } from './checkpoints.ts'
import type { Place } from './course.schema.ts'
import type { ForecastSession, SessionWord } from './forecast-shape.ts'
import type { SessionTimes } from './session-times.ts'
import type { Standing } from './standing.ts'

/** Late and not surely given: also where it waits for a review, and where the log leaves open whether it was given. */
export function isOverdue(one: Standing, standings: readonly Standing[], { today }: Calendar): boolean {
  if (one.word === 'cancelled' || one.word === 'missed' || one.given === 'yes') return false
  if (standings.some((later) => later.at > one.at && later.given === 'yes')) return false
  return one.day < today && today <= one.window.to
}

/** A planned session as the forecast tells it. */
export function sessionOf(
  one: Standing,
  times: SessionTimes | undefined,
  waits: CheckpointRead | undefined,
  standings: readonly Standing[],
  calendar: Calendar,
): ForecastSession {
  const { session, day, visit } = one
  const { id, number, phase, interval } = session
  const isToCome = one.word === 'to-come'
  return {
    id,
    number,
    phase,
    interval,
    status: wordOf(one, waits, calendar.today),
    planned: session.place,
    earliest: times?.earliest ?? null,
    recommended: times?.recommended ?? null,
    toChoose: isToCome && session.status === 'to-choose',
    alternatives: choicesOf(one, times),
    pastDue: isToCome ? civilDate(day + 1) : null,
    latest: times?.latest ?? null,
    doses: dosesAllowed(one, standings, calendar),
    visit: visit?.visit.visit ?? null,
    because: isToCome ? (waits?.checkpoint.id ?? times?.because ?? null) : one.because,
  }
}

/** The places that were offered, without those that are closed by now. */
function choicesOf({ session }: Standing, times: SessionTimes | undefined): readonly Place[] {
  if (times === undefined || session.status !== 'to-choose') return []
  const earliest = instantMs(times.earliest)
  return session.alternatives.filter(({ at, day }) => earliest <= instantMs(at) && day <= times.latest)
}

function wordOf({ word, day }: Standing, waits: CheckpointRead | undefined, today: number): SessionWord {
  if (word !== 'to-come') return word
  if (waits !== undefined) return 'awaiting-review'
  if (today < day) return 'planned'
  return today === day ? 'due' : 'past-due'
}

/**
 * The lines of its phase that speak of its place in the course. A session that was missed is no place: after a missed
 * first one the next is the first. Where no line speaks of that place, those of its number do.
 */
function dosesAllowed(
  one: Standing,
  standings: readonly Standing[],
  { protocol }: Calendar,
): ForecastSession['doses'] {
  const lines = phaseOf(protocol, one.session.phase)?.doses ?? []
  const of = (number: number): ForecastSession['doses'] =>
    lines.filter(({ sessions }) => sessions.from <= number && number <= (sessions.to ?? number))
  const before = standings.filter(
    ({ at, word, given }) => at < one.at && (word === 'to-come' || (word === 'given' && given === 'yes')),
  )
  const own = of(before.length + 1)
  return own.length > 0 ? own : of(one.session.number)
}
