/** The record of a person with what the logs of a course tell of bladder, liver, cognition and dependence. @module */

import type { Engine, Selection } from '../judgement/selection.ts'
import { factsIfRecorded, heard, speakerOf, withObservations, withStatements } from '../judgement/stated.ts'
import type { SideEffect } from '../kernel/content.ts'
import { addMonths, type CivilDate, civilDate, dayNumberAt } from '../kernel/time.ts'
import { isAhead, type Moment, rangeOf, type Writable } from '../patient/moment.ts'
import type { ObservationEntry, Patient, Statement } from '../patient/patient.schema.ts'
import { workedOut } from '../patient/question.ts'
import type { Entry } from '../session/state.ts'
import type { ReadExposure } from './exposure.ts'
import type { Earlier } from './exposure-earlier.ts'
import type { ExposedVisit } from './exposure-visits.ts'

const symptoms = 'urinary-symptoms-course'
/** An answer of the day of a session, and one of the course, tell of the same. */
const symptomAnswers: readonly string[] = [symptoms, 'urinary-symptoms-new']

/** Whoever was asked for signs was looked at. */
const lookedAt: Readonly<Record<string, string>> = {
  'cognitive-complaints': 'cognition-checked',
  'dependence-signs': 'dependence-checked',
}

const heardOf: readonly string[] = [
  ...symptomAnswers,
  'liver-injury-suspected',
  'urinalysis-done',
  ...Object.keys(lookedAt),
  ...Object.values(lookedAt),
]

/** What an effect of the catalogue answers, by what it is watched for. */
const answeredBy: Readonly<Partial<Record<NonNullable<SideEffect['watch']>, string>>> = {
  bladder: symptoms,
  liver: 'liver-injury-suspected',
  cognition: 'cognitive-complaints',
  dependence: 'dependence-signs',
  misuse: 'dependence-signs',
}

const watchedFacts: readonly string[] = [...new Set(Object.values(answeredBy))]

const numbers: readonly string[] = [
  'sessions-given',
  'months-since-first-dose',
  'sessions-since-urinary-question',
]

/** The record as the rules read it, and the last day on which urinary symptoms were surely asked about. */
export interface WatchedRecord {
  readonly record: Patient
  readonly lastAsked: CivilDate | null
}

/** The record of a person with statements of the caller, of the logs, and the numbers made of them. */
export function watchedRecord(
  patient: Patient,
  stated: readonly Statement[],
  read: ReadExposure,
  { engine, leaves }: Selection,
  moment: Moment,
): WatchedRecord {
  const own = patient.statements
  const said = [...(own ?? []), ...stated, ...logged(read, engine)]
  const more = said.flatMap(alsoSaid)
  const hear = (one: Statement): Statement => heard(one, one.fact, one.by, engine.index)
  const base = own === undefined ? patient : { ...patient, statements: own.map(hear) }
  const added = [...said.slice(own?.length ?? 0), ...more].map(hear)
  const doubts = own === undefined ? doubtsOf(added, moment) : []
  const told = withStatements(base, [...added, ...doubts], factsIfRecorded(leaves), moment)
  const questions = [
    ...asksIn(read, moment),
    ...[...(own ?? []), ...stated].flatMap((one) => askOf(one, moment)),
    // What a list that was never sent would say nobody knows.
    ...(own === undefined ? [doubtful] : []),
  ]
  const { observations, ...rest } = told
  const others = observations?.filter(({ name }) => !numbers.includes(name))
  const record = withObservations(others === undefined ? rest : { ...rest, observations: others }, [
    numberOf('sessions-given', sessionsOf(read), '{n}', moment),
    numberOf('months-since-first-dose', monthsOf(read, moment), 'mo', moment),
    numberOf('sessions-since-urinary-question', sessionsSince(read, questions), '{n}', moment),
  ])
  const last = lastSure(questions)
  return { record, lastAsked: last === undefined ? null : civilDate(last) }
}

/**
 * What statements that were never sent may say against what was heard elsewhere: as late as now, and either way.
 *
 * A yes and a no both stand until a newer word is known, and whether there is one nobody can tell.
 */
function doubtsOf(added: readonly Statement[], { asOf }: Moment): readonly Statement[] {
  const facts = new Set(added.map(({ fact }) => fact))
  return [...facts].map((fact) => ({ fact, answer: 'unknown', at: asOf, by: 'unknown', method: workedOut }))
}

/** What the logs say: answers, questions about urinary symptoms, effects that were seen. */
function logged({ states }: ReadExposure, { content }: Engine): readonly Statement[] {
  const catalogue = content.sideEffects ?? []
  const watchOf = new Map(catalogue.map(({ id, watch }) => [id, watch]))
  return states.flatMap(({ session, entries, effects }) => [
    ...entries.flatMap((entry) => saidIn(session, entry)),
    ...effects.flatMap(({ entry, event, resolved }): Statement[] => {
      const { effect } = entry.what.effect
      // Seen to be gone: whether there is another one the next question tells.
      if (resolved?.at !== undefined) return []
      const watch = watchOf.get(effect)
      const from = `${session}/${event}`
      // `other` says that it is none of the catalogue; an id that is not in it may be any of them.
      const isAny = !watchOf.has(effect) && effect !== 'other'
      const facts = isAny ? watchedFacts : watch === undefined ? [] : (answeredBy[watch] ?? [])
      return [facts].flat().map((fact): Statement => {
        // Gone, and nobody knows since when.
        if (resolved !== undefined) return { fact, answer: 'unknown', by: 'import', from }
        return said(fact, isAny ? 'unknown' : 'yes', entry, from)
      })
    }),
  ])
}

function said(fact: string, answer: Statement['answer'], { at, by }: Entry, from: string): Statement {
  const made: Writable<Statement> = { fact, answer, by: speakerOf(by), from }
  if (at !== undefined) made.at = at
  return made
}

const answers = { none: 'no', some: 'yes', unknown: 'unknown' } as const

function saidIn(session: string, entry: Entry): readonly Statement[] {
  const { what, id } = entry
  const from = `${session}/${id}`
  if (what.type === 'asked' && what.about === 'urinary-symptoms')
    return [said(symptoms, answers[what.answer], entry, from)]
  if (what.type !== 'answered' || !heardOf.includes(what.fact)) return []
  return [said(what.fact, what.answer ?? 'unknown', entry, from)]
}

/** What an answer says under another name. */
function alsoSaid(one: Statement): readonly Statement[] {
  const { fact, answer, grade: _none, ...rest } = one
  if (fact === 'urinary-symptoms-new') return [{ ...rest, fact: symptoms, answer: answer ?? 'unknown' }]
  const looked = Object.hasOwn(lookedAt, fact) ? lookedAt[fact] : undefined
  if (looked === undefined) return []
  return [{ ...rest, fact: looked, answer: answer === 'yes' || answer === 'no' ? 'yes' : 'unknown' }]
}

/** Urinary symptoms were asked about: surely so, and not later than that, in civil days. */
interface Ask {
  readonly surely: number | undefined
  readonly latest: number
}

const doubtful: Ask = { surely: undefined, latest: Number.POSITIVE_INFINITY }

/** Of logs: a question of a visit speaks for the dose of that visit, before it or after it. */
function asksIn({ states, exposed }: ReadExposure, moment: Moment): readonly Ask[] {
  const dosed = new Map(exposed.map((visit) => [visit.state.session, visit]))
  return states.flatMap(({ session, entries }) =>
    entries.flatMap((entry) =>
      saidIn(session, entry)
        .filter(({ fact }) => symptomAnswers.includes(fact))
        .map(({ answer }): Ask => {
          const visit = dosed.get(session)
          const days = [dayOf(entry, moment), ...(visit === undefined ? [] : [visit.day])]
          const known = days.filter((day) => day !== undefined)
          const latest = known.length < days.length ? doubtful.latest : Math.max(...known)
          const isKnown = answer !== 'unknown' && known.length > 0
          return { surely: isKnown ? Math.max(...known) : undefined, latest }
        }),
    ),
  )
}

function dayOf({ at }: Entry, moment: Moment): number | undefined {
  const range = rangeOf(at, moment)
  return range === undefined ? undefined : dayNumberAt(range.from, moment.zone)
}

/** Of the record and the caller. */
function askOf({ fact, answer, at }: Statement, moment: Moment): readonly Ask[] {
  if (!symptomAnswers.includes(fact)) return []
  const range = rangeOf(at, moment)
  if (range === undefined || isAhead(range, moment)) return [doubtful]
  const isKnown = answer === 'yes' || answer === 'no'
  const surely = isKnown ? dayNumberAt(range.from, moment.zone) : undefined
  return [{ surely, latest: dayNumberAt(range.to, moment.zone) }]
}

function lastSure(asks: readonly Ask[]): number | undefined {
  const days = asks.flatMap(({ surely }) => surely ?? [])
  return days.length === 0 ? undefined : Math.max(...days)
}

/** Between two bounds; without `most` nothing bounds it. */
interface Count {
  readonly least: number
  readonly most: number | undefined
}

const isSure = ({ exposed }: ExposedVisit): boolean => exposed === 'yes'

function sessionsOf({ exposed, earlier }: ReadExposure): Count {
  return plusEarlier({ least: exposed.filter(isSure).length, most: exposed.length }, earlier)
}

function plusEarlier(count: Count, earlier: ReadExposure['earlier']): Count {
  const before = earlier?.map(({ sessions }) => sessions) ?? [{ least: 0, most: undefined }]
  return before.reduce(
    ({ least, most }, one) => ({
      least: least + one.least,
      most: most === undefined || one.most === undefined ? undefined : most + one.most,
    }),
    count,
  )
}

/** Sessions after the day of the last question; where nobody ever asked, all of them. */
function sessionsSince({ exposed, earlier }: ReadExposure, asks: readonly Ask[]): Count {
  const surely = lastSure(asks)
  const latest = Math.max(...asks.map((one) => one.latest))
  const after = exposed.filter(({ day }) => day !== undefined && day > latest)
  const least = after.filter(isSure).length
  if (surely === undefined) {
    const all = plusEarlier({ least, most: exposed.length }, earlier)
    return asks.length === 0 ? all : { least, most: all.most }
  }
  const most = exposed.filter(({ day }) => day === undefined || day > surely).length
  return { least, most }
}

/** Something was surely given. */
function isSomething({ sessions }: Earlier): boolean {
  return sessions.least > 0
}

/** Surely nothing was given. */
function isNothing({ sessions, mg }: Earlier): boolean {
  return sessions.most === 0 && mg.high !== undefined
}

/** Whole months since the first dose of a life. */
function monthsOf({ exposed, earlier }: ReadExposure, moment: Moment): Count {
  const begin = exposed.flatMap(({ day }) => day ?? [])
  // What lies before the logs lies before their first visit.
  const logs = begin.length === 0 ? moment.day : Math.min(...begin)
  const stated = (earlier ?? []).filter((one) => !isNothing(one))
  const surely = [
    ...exposed.filter(isSure).flatMap(({ day }) => day ?? []),
    ...stated.filter(isSomething).map(({ to }) => to ?? logs),
  ]
  const firsts = [...exposed.map(({ day }) => day), ...stated.map(({ from }) => from)]
  const possible = firsts.filter((day) => day !== undefined)
  const isBounded = earlier !== undefined && possible.length === firsts.length
  const monthsFrom = (days: readonly number[]): number =>
    days.length === 0 ? 0 : wholeMonths(Math.min(...days), moment)
  return { least: monthsFrom(surely), most: isBounded ? monthsFrom(possible) : undefined }
}

function wholeMonths(from: number, { today }: Moment): number {
  const first = civilDate(from)
  let months = 0
  while (addMonths(first, months + 1) <= today) months += 1
  return months
}

/** A count as a reading of now: between bounds it is at least the lower one. */
function numberOf(name: string, { least, most }: Count, unit: string, { asOf }: Moment): ObservationEntry {
  const made: Writable<ObservationEntry> = {
    name,
    status: 'final',
    value: { value: least, unit },
    at: asOf,
    from: 'sessions',
    method: workedOut,
  }
  if (most !== least) made.bound = 'above'
  return made
}
