/** What a timeline is built from, looked at by hand. @module */

import type { CourseScores } from '../course/forecast-shape.ts'
import { isObject } from '../judgement/context.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import { badArgument, badDate, mixedInstruments, tooLarge } from '../kernel/codes.ts'
import type { Content, Context } from '../kernel/content.ts'
import { canonical } from '../kernel/digest.ts'
import { byText } from '../kernel/order.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isWhen } from '../kernel/time.ts'
import type { Score } from '../measure/score-shape.ts'
import { type Moment, momentOf } from '../patient/moment.ts'
import type { MedicineEntry } from '../patient/patient.schema.ts'
import type { Session } from '../session/session.schema.ts'
import { checkedMedicines } from './question-medicines.ts'
import type { TimelineNote, TimelineQuestion } from './timeline-shape.ts'

// No life holds more.
const atMost = 100_000

/** A question whose parts were looked at; no list of it depends on the order of the input. */
export interface CheckedQuestion extends Omit<TimelineQuestion, 'medications' | 'notes'> {
  readonly medications: readonly MedicineEntry[]
  readonly notes: readonly TimelineNote[]
  readonly content: Content
  /** In the zone of the course, where there is one. */
  readonly context: Context
  readonly moment: Moment
}

/**
 * The question, checked.
 *
 * @throws Refusal `bad-argument`, `not-parsed`, `bad-date`, `mixed-instruments`, `too-large`, `unknown-zone`
 */
export function checkedQuestion(question: TimelineQuestion, context: Context): CheckedQuestion {
  const content = contentOf(context)
  momentIn(content, context)
  if (!isObject(question)) throw new Refusal(badArgument, 'question')
  const { patient, course, earlier } = question
  demandParsed(patient, 'patient')
  if (course !== undefined) {
    demandParsed(course, 'course')
    if (isAnother(course.patient, patient.id)) throw new Refusal(badArgument, 'course.patient')
  }
  // A course is told on the calendar it was planned by.
  const zone = course?.zone ?? context.zone
  const { medications = patient.medicines ?? [] } = question
  return {
    patient,
    sessions: checkedSessions(question.sessions, course?.patient ?? patient.id),
    measures: checkedMeasures(question.measures),
    medications: checkedMedicines(listed(medications, 'medications')),
    notes: checkedNotes(question.notes),
    ...(course === undefined ? {} : { course }),
    ...(earlier === undefined ? {} : { earlier }),
    content,
    context: { ...context, zone },
    moment: momentOf(context.asOf, zone),
  }
}

function isAnother(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}

function listed<T>(list: readonly T[] | undefined, path: string): readonly T[] {
  if (!Array.isArray(list)) throw new Refusal(badArgument, path)
  if (list.length > atMost) throw new Refusal(tooLarge, path)
  // A copy without holes: what is missing in a list is looked at like any other member.
  return Array.from({ length: list.length }, (_, at) => list[at])
}

/** Each visit once, by id; of two that differ under one id nobody can tell which is right. */
function checkedSessions(
  sessions: readonly Parsed<Session>[],
  patient: string | undefined,
): readonly Parsed<Session>[] {
  const byId = new Map<string, Parsed<Session>>()
  let person = patient
  for (const [at, session] of listed(sessions, 'sessions').entries()) {
    demandParsed(session, `sessions[${at}]`)
    if (isAnother(session.patient, person)) throw new Refusal(badArgument, `sessions[${at}].patient`)
    person ??= session.patient
    const known = byId.get(session.id)
    if (known !== undefined && known !== session && canonical(known) !== canonical(session))
      throw new Refusal(badArgument, `sessions[${at}].id`)
    byId.set(session.id, session)
  }
  return [...byId.values()].sort((a, b) => byText(a.id, b.id))
}

function checkedMeasures(measures: readonly CourseScores[]): readonly CourseScores[] {
  const checked = listed(measures, 'measures').map((one, at): CourseScores => {
    const path = `measures[${at}]`
    if (!isObject(one)) throw new Refusal(badArgument, path)
    const { instrument, scores, definition } = one
    demandParsed(instrument, `${path}.instrument`)
    const list = listed(scores, `${path}.scores`)
    for (const [place, score] of list.entries()) checkScore(score, one, `${path}.scores[${place}]`)
    if (definition !== undefined && !isObject(definition))
      throw new Refusal(badArgument, `${path}.definition`)
    return { instrument, scores: list, ...(definition === undefined ? {} : { definition }) }
  })
  return checked.sort(
    (a, b) =>
      byText(a.instrument.id, b.instrument.id) ||
      byText(a.definition?.id ?? '', b.definition?.id ?? '') ||
      byText(canonical(a.scores.map(canonical).sort()), canonical(b.scores.map(canonical).sort())),
  )
}

const statuses: readonly unknown[] = ['complete', 'prorated', 'incomplete']

/** As far as a timeline reads a score; whoever judges it looks at all of it. */
function checkScore(score: Score, { instrument }: CourseScores, path: string): void {
  if (!isObject(score) || !isObject(score.instrument)) throw new Refusal(badArgument, path)
  const { id, version } = score.instrument
  if (id !== instrument.id || version !== instrument.version)
    throw new Refusal(mixedInstruments, `${path}.instrument`)
  const { total, exact, band, status, takenAt } = score
  if (!statuses.includes(status)) throw new Refusal(badArgument, `${path}.status`)
  const isIncomplete = status === 'incomplete'
  if (total === null ? !isIncomplete || exact !== null : isIncomplete || !Number.isFinite(total))
    throw new Refusal(badArgument, `${path}.total`)
  if (exact !== null && !isExact(exact)) throw new Refusal(badArgument, `${path}.exact`)
  if ((exact === null) !== (total === null)) throw new Refusal(badArgument, `${path}.exact`)
  if (band !== null && typeof band !== 'string') throw new Refusal(badArgument, `${path}.band`)
  if (takenAt !== null && !isWhen(takenAt)) throw new Refusal(badDate, `${path}.takenAt`)
}

function isExact(exact: NonNullable<Score['exact']>): boolean {
  return (
    isObject(exact) &&
    Number.isSafeInteger(exact.numerator) &&
    Number.isSafeInteger(exact.denominator) &&
    exact.denominator >= 1
  )
}

/** Notes by id; two of one id are a mistake, because a link could mean either. */
function checkedNotes(notes: readonly TimelineNote[] | undefined): readonly TimelineNote[] {
  const known = new Set<string>()
  const checked = listed(notes ?? [], 'notes').map((note, at): TimelineNote => {
    const path = `notes[${at}]`
    if (!isObject(note)) throw new Refusal(badArgument, path)
    const { id, text, by, about } = note
    if (typeof id !== 'string' || id === '' || known.has(id)) throw new Refusal(badArgument, `${path}.id`)
    known.add(id)
    if (!isWhen(note.at)) throw new Refusal(badDate, `${path}.at`)
    if (typeof text !== 'string') throw new Refusal(badArgument, `${path}.text`)
    if (by !== undefined && typeof by !== 'string') throw new Refusal(badArgument, `${path}.by`)
    const ids = about === undefined ? undefined : listed(about, `${path}.about`)
    if (ids?.some((one) => typeof one !== 'string') === true) throw new Refusal(badArgument, `${path}.about`)
    return {
      id,
      at: note.at,
      text,
      ...(by === undefined ? {} : { by }),
      ...(ids === undefined ? {} : { about: ids }),
    }
  })
  return checked.sort((a, b) => byText(a.id, b.id))
}
