/** What a calendar entry is called: a name that tells nobody what it is for, unless somebody asked for more. @module */
import type { Course, PlannedAssessment, PlannedSession } from '../../course/course.schema.ts'

/** How much an entry says of what it is for. */
export type CalendarTitles = 'neutral' | 'labels'

/** The two texts of an entry. */
export interface EntryWords {
  readonly summary: string
  readonly description: string
}

/** A session: its number, and the wall clock it was planned by. */
export function sessionWords(
  { number, phase, place, status }: PlannedSession,
  { protocol, zone }: Course,
  titles: CalendarTitles,
): EntryWords {
  const label = protocol.phases.find(({ id }) => id === phase)?.label ?? phase
  return {
    summary: titles === 'neutral' ? `Visit ${number}` : `Session ${number}, ${label}`,
    description: [
      `${place.day} ${place.time} by the clock of ${zone}.`,
      ...(place.flag === undefined ? [] : [flagWords[place.flag]]),
      ...(status === 'to-choose' ? ['Proposed: the day is still to be chosen.'] : []),
      ...(status === 'cancelled' ? ['Cancelled.'] : []),
      ...(titles === 'neutral' ? [] : [protocol.label]),
    ].join(' '),
  }
}

const flagWords = {
  'moved-after-gap': 'The clock is put forward over the planned time; this is the first moment after it.',
  'earlier-of-two': 'The clock shows this time twice; this is the earlier one.',
} as const

/** An assessment: the days on which it counts. */
export function assessmentWords(
  { label, from, to, status }: PlannedAssessment,
  { protocol }: Course,
  titles: CalendarTitles,
): EntryWords {
  return {
    summary: titles === 'neutral' ? 'Check' : label,
    description: [
      from === to ? `On ${from}.` : `From ${from} to ${to}.`,
      ...(status === 'cancelled' ? ['Cancelled.'] : []),
      ...(titles === 'neutral' ? [] : [protocol.label]),
    ].join(' '),
  }
}

/**
 * Text as one line: what a line of the format may not hold, or what turns the direction of a line, becomes a space.
 *
 * Commas, semicolons and backslashes stay; they are escaped where the line is written.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** An id as a part of a UID: what is no letter, digit, `-` or `_` is written by its number, so that no two ids meet. */
export function idPart(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
