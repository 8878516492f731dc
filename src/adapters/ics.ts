/** A course as a calendar other programs read. @module */
import { ICalCalendar, ICalEventClass, type ICalEventData, ICalEventStatus } from 'ical-generator'
import type { Course, PlannedAssessment, PlannedSession } from '../course/course.schema.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument, calendarEmpty } from '../kernel/codes.ts'
import { digestOf } from '../kernel/digest.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { formatInstant, type Instant, instantMs, isInstant } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { assessmentWords, type CalendarTitles, idPart, oneLine, sessionWords } from './ics/entry-words.ts'

/** How a calendar is written. */
export interface CalendarOptions {
  /** The moment the calendar is made, as every entry of the format states it; no clock is read. */
  readonly stamp: Instant
  /** How long a session takes in the calendar, 1 to 1,440 minutes; left out, an entry has a beginning alone. */
  readonly minutes?: number
  /**
   * `neutral`, where left out: "Visit 3" and "Check", with nothing of drug, diagnosis or instrument. `labels`: those of
   * the protocol, which may name all three.
   */
  readonly titles?: CalendarTitles
  /** Put before every title, up to 200 characters: a name, where somebody asks for one. */
  readonly person?: string
  /** What stands after the @ of each UID, the clinic’s own domain; left out, `course.invalid`. Entries are known by it. */
  readonly domain?: string
}

/** Why there is no calendar. */
export interface CalendarFault {
  readonly code: string
  readonly path: string
}

/**
 * The planned sessions and assessments of a course as a calendar (iCalendar, RFC 5545).
 *
 * Sessions stand at UTC instants, one entry each and never as a recurrence, so that neither a clock change nor the zone
 * tables of a reader can move one. Assessments are entries of a whole day, on the day they are due. Each entry keeps its
 * UID for good; its sequence is the revision of the plan, so that a reader replaces what has moved. What was cancelled
 * stays in, marked; where a place is still to be chosen the proposal is tentative. Nothing names the patient, the drug
 * or the diagnosis unless it is asked for; the id of the course is a part of every UID.
 *
 * It needs the package `ical-generator`, which whoever uses this subpath installs.
 *
 * @param question - the course, as it stands now
 * @param options - the moment the calendar is made, and how much its titles say
 * @returns the text of a `.ics` file, or `calendar-empty` where nothing is planned: the format knows no empty calendar
 * @throws Refusal `bad-argument`, `not-parsed`, `not-readable`
 *
 * @example
 * ```ts
 * const made = courseCalendar({ course }, { stamp: '2026-11-22T09:00:00-05:00', minutes: 150 })
 * made.ok && made.value.split('\r\n')[0] // => 'BEGIN:VCALENDAR'
 * ```
 *
 * @see RFC 5545, sections 3.1 (folding), 3.3.11 (escaping), 3.6.1 (entries) and 3.8.7.4 (sequence)
 */
export function courseCalendar(
  question: { readonly course: Parsed<Course> },
  options: CalendarOptions,
): Result<string, CalendarFault> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, '')
    demandParsed(question.course, 'course')
    const { course } = question
    const asked = checked(options)
    const entries = [
      ...course.sessions.map((session) => sessionEntry(session, course, asked)),
      ...course.assessments.map((assessment) => assessmentEntry(assessment, course, asked)),
    ]
    if (entries.length === 0) return err({ code: calendarEmpty.code, path: 'course' })
    const calendar = new ICalCalendar({ prodId: '//course//calendar//EN' })
    for (const entry of entries) calendar.createEvent(entry)
    // Each line ends with a line break, the last one too.
    return ok(`${calendar.toString()}\r\n`)
  })
}

const mostMinutes = 1_440

function checked(options: CalendarOptions): CalendarOptions {
  if (!isObject(options)) throw new Refusal(badArgument, 'options')
  const { stamp, minutes, titles, person, domain } = options
  if (!isInstant(stamp)) throw new Refusal(badArgument, 'options.stamp')
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes))
    throw new Refusal(badArgument, 'options.minutes')
  if (titles !== undefined && titles !== 'neutral' && titles !== 'labels')
    throw new Refusal(badArgument, 'options.titles')
  if (person !== undefined && (typeof person !== 'string' || person.length > 200))
    throw new Refusal(badArgument, 'options.person')
  if (domain !== undefined && !isDomain(domain)) throw new Refusal(badArgument, 'options.domain')
  return options
}

function isDomain(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 253 && /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(value)
}

function sessionEntry(session: PlannedSession, course: Course, options: CalendarOptions): ICalEventData {
  const { place, status } = session
  const { minutes, titles = 'neutral', domain } = options
  const start = instantMs(place.at)
  return {
    ...shared(sessionWords(session, course, titles), session, options),
    id: `${idPart(course.id)}.${idPart(session.id)}@${domain ?? noDomain}`,
    start: utc(start),
    ...(minutes === undefined ? {} : { end: utc(start + minutes * 60_000) }),
    status:
      status === 'cancelled'
        ? ICalEventStatus.CANCELLED
        : status === 'to-choose'
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
  }
}

function assessmentEntry(
  assessment: PlannedAssessment,
  course: Course,
  options: CalendarOptions,
): ICalEventData {
  const { titles = 'neutral', domain } = options
  return {
    ...shared(assessmentWords(assessment, course, titles), assessment, options),
    // A part more than a session has: an assessment and a session of one id are two entries. The id of an assessment
    // names its instrument, and so the illness: its fingerprint does not.
    id: `${idPart(course.id)}.day.${digestOf(assessment.id).slice(-16)}@${domain ?? noDomain}`,
    start: `${assessment.due}T00:00:00Z`,
    allDay: true,
    status: assessment.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

// A top level that is reserved and belongs to nobody.
const noDomain = 'course.invalid'

function shared(
  { summary, description }: { readonly summary: string; readonly description: string },
  { revision }: { readonly revision: number },
  { stamp, person = '' }: CalendarOptions,
) {
  const named = oneLine(person)
  return {
    stamp: utc(instantMs(stamp)),
    sequence: revision,
    summary: oneLine(named === '' ? summary : `${named}: ${summary}`),
    description: oneLine(description),
    class: ICalEventClass.PRIVATE,
  }
}

function utc(ms: number): Instant {
  return formatInstant(ms, 0)
}
