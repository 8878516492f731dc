/** How long a trial of an antidepressant ran, as far as its dates tell. @module */
import { dayNumberAt } from '../kernel/time.ts'
import { isAhead, type Moment, rangeOf } from '../patient/moment.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'

/** What the dates of a trial say against one another. */
export type DateOddity = 'end-before-start' | 'not-stopped-but-ended'

/** The days of a trial, counted from 1970-01-01. */
export interface Stretch {
  /** Its first day at the earliest, its last at the latest. */
  readonly first: number
  readonly last: number
  /** Its first day at the latest, its last at the earliest: between them it surely ran. */
  readonly surelyFrom: number
  readonly surelyTo: number
  /** How long it ran, in days. */
  readonly least: number
  readonly most: number
  readonly oddities: readonly DateOddity[]
}

/**
 * How long a trial ran.
 *
 * One that runs is counted to now. Where an end is written all the same, or nobody knows whether it was stopped, it ended
 * between that end and now. An end before the start tells nothing; where only some readings of the two lie so, the end
 * is no bound from above. A date to come tells nothing either.
 */
export function stretchOf({ start, end, reasonStopped }: AntidepressantTrial, moment: Moment): Stretch {
  const now = moment.day
  const began = daysOf(start, moment)
  const written = daysOf(end, moment)
  const runs = reasonStopped === 'not-stopped'
  const isImpossible = began !== undefined && written !== undefined && written.to < began.from
  const oddities: DateOddity[] = []
  if (isImpossible) oddities.push('end-before-start')
  if (runs && written !== undefined && written.to < now) oddities.push('not-stopped-but-ended')
  if (began === undefined) return { ...unbounded, last: now, oddities }
  const ended = isImpossible ? undefined : written
  const earliest = ended?.from ?? (runs && !isImpossible ? now : began.to)
  // Of some dates out of order nobody knows which one is wrong: what is left is that it did not begin before its start.
  const isBound = ended !== undefined && ended.from >= began.to && !runs && reasonStopped !== 'unknown'
  const last = isBound ? ended.to : now
  return {
    first: began.from,
    last,
    surelyFrom: began.to,
    surelyTo: earliest,
    least: Math.max(0, earliest - began.to),
    most: last - began.from,
    oddities,
  }
}

const unbounded = {
  first: Number.NEGATIVE_INFINITY,
  surelyFrom: Number.POSITIVE_INFINITY,
  surelyTo: Number.NEGATIVE_INFINITY,
  least: 0,
  most: Number.POSITIVE_INFINITY,
} as const

/** The civil days that a recorded time can mean, up to today. */
function daysOf(when: string | undefined, moment: Moment) {
  const range = rangeOf(when, moment)
  if (range === undefined || isAhead(range, moment)) return undefined
  const from = dayNumberAt(range.from, moment.zone)
  const to = dayNumberAt(range.to, moment.zone)
  return { from: Math.min(from, moment.day), to: Math.min(to, moment.day) }
}
