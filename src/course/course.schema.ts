/** A course as it is stored: a protocol laid out in time for one person, and what was decided of it. @module */
import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { Protocol } from '../kernel/protocol.schema.ts'
import { civilDate, instant } from '../kernel/time.schema.ts'
import { storedFault } from './course-faults.ts'

const key = z.string().min(1).max(200)
const text = z.string().max(10_000)

/** A wall-clock time, `HH:MM`. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** A day of the week. */
export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
export type Weekday = z.infer<typeof Weekday>

/** A place in the week of the clinic, on its wall clock. */
export const Slot = z.strictObject({ weekday: Weekday, time: clockTime })
export type Slot = z.infer<typeof Slot>

/**
 * The places a course has in the week, in the order in which they are kept when the frequency falls: the first stays
 * longest, unless `keep` names another one (from 0) for an interval.
 */
export const Pattern = z.strictObject({
  slots: z.array(Slot).min(1).max(14),
  keep: z.record(key, z.array(z.int().min(0).max(13)).min(1).max(14)).exactOptional(),
})
export type Pattern = z.infer<typeof Pattern>

/** Days on which there is no session: a public holiday, a closed clinic. Both ends included. */
export const Closure = z.strictObject({
  id: key,
  label: text.exactOptional(),
  from: civilDate,
  to: civilDate.exactOptional(),
})
export type Closure = z.infer<typeof Closure>

/** What the person, or whoever plans, asks for. Every one of them is kept, or the plan says that it cannot be. */
export const Preferences = z.strictObject({
  /** Days on which the person cannot come. */
  away: z.array(Closure).max(1_000).exactOptional(),
  /** The only days of the week that come into question where the regular one does not. */
  weekdays: z.array(Weekday).min(1).max(7).exactOptional(),
  /** The interval of a phase, by its id; left out, the first of the phase. */
  intervals: z.record(key, key).exactOptional(),
  /** A session, by its id, on a day that was chosen for it. */
  choices: z
    .array(z.strictObject({ session: key, day: civilDate, time: clockTime.exactOptional() }))
    .max(1_000)
    .exactOptional(),
})
export type Preferences = z.infer<typeof Preferences>

/** A place in time: the civil day and wall clock it was planned by, and the instant they mean. */
export const Place = z.strictObject({
  day: civilDate,
  time: clockTime,
  at: instant,
  /** The clock is put forward over this time, or shows it twice: what was taken. */
  flag: z.enum(['moved-after-gap', 'earlier-of-two']).exactOptional(),
})
export type Place = z.infer<typeof Place>

/** A session of a plan. Once planned it is never dropped: it is moved, or cancelled. */
export const PlannedSession = z.strictObject({
  /** Stays the same when the session is moved. */
  id: key,
  /** Place in the order of the sessions that are not cancelled, from 1. */
  number: z.int().min(1).max(10_000),
  phase: key,
  interval: key,
  /** Where the pattern puts it. */
  regular: Place,
  /** Where it stands: the regular place, one that was chosen, or one that is proposed while a choice is open. */
  place: Place,
  /** `to-choose`: its regular place is taken away, and somebody has to choose among `alternatives`. */
  status: z.enum(['regular', 'chosen', 'to-choose', 'cancelled']),
  /** Ids of what takes the regular place away: a closure, a limit, days away. */
  because: z.array(key).max(100),
  /** Other places inside its window that break nothing, nearest first, the proposed one among them. */
  alternatives: z.array(Place).max(100),
  /** Counts up with each change: the sequence of its calendar entry. */
  revision: z.int().min(0).max(1_000_000),
})
export type PlannedSession = z.infer<typeof PlannedSession>

/** Something to be measured, asked or done, by civil day. */
export const PlannedAssessment = z.strictObject({
  id: key,
  /** Id of the row of the protocol. */
  assessment: key,
  kind: z.enum(['measure', 'contact', 'preparation', 'integration', 'evaluation']),
  label: text,
  /** Id of the session it belongs to, where it belongs to one. */
  session: key.exactOptional(),
  from: civilDate,
  due: civilDate,
  to: civilDate,
  status: z.enum(['planned', 'cancelled']),
  revision: z.int().min(0).max(1_000_000),
})
export type PlannedAssessment = z.infer<typeof PlannedAssessment>

const decided = {
  id: key,
  at: instant,
  by: key,
  reason: text.exactOptional(),
}

/** What somebody decided, dated. Advice takes effect through one of these and in no other way. */
export const CourseDecision = z.discriminatedUnion('kind', [
  /** A checkpoint was looked at. `again`: nothing is decided, and it is asked again. */
  z.strictObject({
    kind: z.literal('review'),
    checkpoint: key,
    /** Which time, where it comes again: the civil day it was due. */
    due: civilDate.exactOptional(),
    outcome: z.enum(['continue', 'stop', 'again']),
    ...decided,
  }),
  /** What follows a missed session. */
  z.strictObject({
    kind: z.literal('missed'),
    session: key,
    option: z.enum(['continue', 'step-back', 're-induce']),
    /** Where it goes on, for a step back or a new induction. */
    to: z.strictObject({ phase: key, interval: key }).exactOptional(),
    /** Going on where the protocol leaves it open: whether what was missed is given at the end of its phase. Left out, no. */
    makesUp: z.boolean().exactOptional(),
    ...decided,
  }),
  /** Another interval of the phase, from a session on. */
  z.strictObject({ kind: z.literal('interval'), session: key, interval: key, ...decided }),
  /** A session on another day. */
  z.strictObject({
    kind: z.literal('move'),
    session: key,
    day: civilDate,
    time: clockTime.exactOptional(),
    ...decided,
  }),
  z.strictObject({ kind: z.literal('cancel'), session: key, ...decided }),
  /** More sessions: of an open phase, or past the end of the protocol. */
  z.strictObject({
    kind: z.literal('extend'),
    sessions: z.int().min(1).max(400),
    ...decided,
  }),
  /** No more sessions. */
  z.strictObject({ kind: z.literal('end'), ...decided }),
])
export type CourseDecision = z.infer<typeof CourseDecision>

const stored = z.strictObject({
  format: z.literal('ketamine-treatment/course/1'),
  id: key,
  patient: key.exactOptional(),
  protocol: Protocol,
  indication: key.exactOptional(),
  zone: key,
  start: civilDate,
  pattern: Pattern,
  closures: z.array(Closure).max(10_000),
  preferences: Preferences,
  /** What was said of each adjunct of the protocol; what is left out nobody stated. */
  adjuncts: z.array(z.strictObject({ adjunct: key, part: z.enum(['yes', 'no', 'unknown']) })).max(50),
  /** In the order of time, those cancelled among them. */
  sessions: z.array(PlannedSession).max(1_000),
  assessments: z.array(PlannedAssessment).max(5_000),
  /** In the order in which they were recorded. */
  decisions: z.array(CourseDecision).max(10_000),
  /** What was odd when it was planned, by code and path. */
  issues: z
    .array(z.strictObject({ code: key, path: text, severity: z.enum(['refused', 'set-aside', 'warning']) }))
    .max(1_000),
  /** Kept, never read. */
  extensions: z.unknown().exactOptional(),
})

/**
 * A course. It carries its protocol as it stood when the course was planned.
 *
 * What only a change by hand can have written is refused: an id that comes twice, a place whose instant is not that of its
 * day and time in the zone of the course, a phase or an interval the protocol does not have.
 */
export const Course = stored.check(({ value, issues }) => {
  const fault = storedFault(value)
  if (fault !== undefined)
    issues.push({ code: 'custom', message: fault.row.code, path: [...fault.way], input: value })
})
export type Course = z.infer<typeof Course>
