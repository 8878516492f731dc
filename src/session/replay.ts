/** A visit as its log tells it, at any moment. @module */
import { isAdministration } from '../dosing/delivered.ts'
import { contentOf, momentIn } from '../judgement/judge.ts'
import {
  arrivalNotRecorded,
  type CodeRow,
  eventImpossibleHere,
  goneBeforeSeen,
  leftBeforeReady,
  noDoseRecorded,
  readyNotShown,
  resolvedNothing,
  saltMixed,
  scaleNotRead,
} from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Issue } from '../kernel/decision.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import { answered } from '../kernel/total.ts'
import type { Moment, Writable } from '../patient/moment.ts'
import { anchorsOf } from './anchors.ts'
import { effectsOf } from './effects.ts'
import { entriesAt, type Oddity, type Placed } from './entries.ts'
import { givenIn } from './given.ts'
import { byTime } from './order.ts'
import { type Course, count, leadsTo, legalTypes, newCourse, nextPhase } from './phase.ts'
import { isScaleRead } from './record-scales.ts'
import type { Session } from './session.schema.ts'
import { isShownReady, type Tables } from './shown-ready.ts'
import type { Entry, HappeningOf, HappeningType, LeftOut, Phase, SessionState } from './state.ts'

/**
 * The state of a visit at a moment.
 *
 * A pure fold over the log: where an entry stands in the array plays no part. Corrections and voids are followed and
 * the originals kept; what does not count is listed in `leftOut`, what is odd in `issues`, each by the id of its entry.
 * The times of a recorder whose clock ran backwards, or may have, are not relied on. An entry that cannot happen where
 * the visit stood is kept and read, and the visit does not move.
 *
 * @param session - a parsed session
 * @param context - `asOf` is the moment asked about; entries of a later time are left out and listed
 * @returns the frozen state; times are instants as they were written, amounts are in mg
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-zone`, `policy-incomplete`
 *
 * @example
 * ```ts
 * replaySession(visit, now).phase // => 'arrived'
 * ```
 *
 * @see requirements
 */
export function replaySession(session: Parsed<Session>, context: Context): SessionState {
  return answered(() => foldAt(session, context).state)
}

/** How an entry fared in the fold. */
export interface Fared {
  /** Where the visit stood. */
  readonly from: Phase
  /** Why it could not happen there. */
  readonly impossible?: CodeRow
  /** What could. */
  readonly legal: readonly string[]
}

/** A state, and how one entry of it fared. */
export interface Folded {
  readonly state: SessionState
  readonly fared?: Fared
  /** The kinds of entry that can follow now. */
  legal(): readonly string[]
}

/** What is carried from one entry to the next. */
interface Walk {
  readonly session: string
  readonly moment: Moment
  readonly tables: Tables
  readonly placed: readonly Placed[]
  readonly entries: readonly Entry[]
  readonly course: Course
  readonly odd: Oddity[]
  /** Whether no entry has a time, so that the counts of the recorders alone make the order. */
  readonly isTimeless: boolean
  booked: HappeningOf<'booked'> | undefined
  /** Id of the entry by which the person left. */
  left: string | undefined
}

/** The fold itself; `watched` is the id of an entry whose fate is told. */
export function foldAt(session: Parsed<Session>, context: Context, watched?: string): Folded {
  demandParsed(session, 'session')
  const content = contentOf(context)
  const moment = momentIn(content, context)
  const { placed, leftOut, odd } = entriesAt(session.events, moment.ms)
  const entries: Entry[] = []
  for (let at = 0; at < placed.length; at += 1) {
    const one = placed[at]
    if (one !== undefined) entries.push(one.entry)
  }
  const walk: Walk = {
    session: session.id,
    moment,
    tables: { content, policy: context.policy },
    placed,
    entries,
    course: newCourse(),
    odd,
    isTimeless: placed[0]?.ms === Number.POSITIVE_INFINITY,
    booked: undefined,
    left: undefined,
  }
  let fared: Fared | undefined
  for (let at = 0; at < placed.length; at += 1) {
    const one = placed[at]
    if (one === undefined) continue
    const from = one.entry.id === watched ? { ...walk.course } : undefined
    const impossible = step(walk, one)
    if (from === undefined) continue
    // What cannot happen here must not darken what can.
    const legal = legalTypes(from, () => isReady(walk, one, one.entry.id))
    fared = { from: from.phase, legal, ...(impossible === undefined ? {} : { impossible }) }
  }
  const state = stateOf(walk, leftOut)
  const legal = (): readonly string[] => legalTypes(walk.course, () => isReady(walk))
  return fared === undefined ? { state, legal } : { state, legal, fared }
}

/** Moves the visit by one entry, or tells why it does not move. */
function step(walk: Walk, one: Placed): CodeRow | undefined {
  const { course, odd } = walk
  const { id, what } = one.entry
  const { phase: from, infusion } = course
  count(course, what)
  const next = nextPhase(course, what.type, infusion, () => isReady(walk, one))
  if (next === undefined) {
    const isOpen = leadsTo(what.type, from) !== undefined
    const row = what.type === 'found-ready' && isOpen ? readyNotShown : eventImpossibleHere
    // Where an entry without a time belongs among those that have one, nobody can tell.
    if (one.ms !== Number.POSITIVE_INFINITY || walk.isTimeless) odd.push({ id, row })
    return row
  }
  course.phase = next
  if (what.type === 'booked') walk.booked = what
  else if (what.type === 'left') {
    walk.left = id
    if (course.isGiven && from !== 'ready') odd.push({ id, row: leftBeforeReady })
  } else if (course.isGiven && (from === 'booked' || from === 'nothing-recorded') && next !== from)
    odd.push({ id, row: arrivalNotRecorded })
  return undefined
}

/** Whether the log shows that a person may be found ready at an entry, or now. */
function isReady(walk: Walk, found?: Placed, without?: string): boolean {
  const { placed, booked, tables, moment, session } = walk
  const at = found === undefined ? moment.asOf : found.entry.at
  const ms = found?.ms ?? moment.ms
  if (at === undefined) return false
  const known: Entry[] = []
  for (const one of placed) {
    const { entry } = one
    if (entry.id === without) continue
    if (one.ms === Number.POSITIVE_INFINITY) {
      if (mayHoldBack.includes(entry.what.type)) return false
    } else if (one.ms > ms) continue
    // A reading of the same instant counts wherever it stands; what is given in it after this entry is a new dose.
    else if (one.ms === ms && isAdministration(entry.what) && found !== undefined && byTime(one, found) > 0)
      continue
    known.push(entry)
  }
  return isShownReady(at, known, { session, booked, tables, zone: moment.zone })
}

/** Without a time one of these may have asked for more, or closed the visit, before anybody was found ready. */
const mayHoldBack: readonly HappeningType[] = ['booked', 'cancelled', 'no-show']

function stateOf(walk: Walk, leftOut: LeftOut[]): SessionState {
  const { session, moment, entries, course, odd, booked, left } = walk
  const { anchors, running } = anchorsOf(entries)
  const { effects, ofNothing, beforeOnset } = effectsOf(entries)
  const { delivered, mixed } = givenIn(entries, moment.asOf)
  for (const id of mixed) odd.push({ id, row: saltMixed })
  for (const id of ofNothing) odd.push({ id, row: resolvedNothing })
  for (const id of beforeOnset) odd.push({ id, row: goneBeforeSeen })
  for (const { id, what } of entries)
    if (what.type === 'scale' && !isScaleRead(what.instrument)) odd.push({ id, row: scaleNotRead })
  const isForDose = booked === undefined || booked.kind === 'dosing'
  if (left !== undefined && isForDose && !course.isRefused && anchors.start === undefined)
    odd.push({ id: left, row: noDoseRecorded })
  const state: Writable<SessionState> = {
    session,
    asOf: moment.asOf,
    phase: course.phase,
    entries,
    leftOut: leftOut.sort((a, b) => byText(a.id, b.id) || byText(a.why, b.why)),
    anchors,
    running,
    delivered,
    effects,
    issues: issuesOf(odd),
  }
  if (booked !== undefined) state.booked = booked
  return deepFreeze(state)
}

/** Each oddity once, in an order of its own. */
function issuesOf(odd: readonly Oddity[]): readonly Issue[] {
  const issues = new Map<string, Issue>()
  for (const { row, id } of odd)
    issues.set(`${id} ${row.code}`, { code: row.code, path: `events.${id}`, severity: row.severity })
  return [...issues.values()].sort((a, b) => byText(a.path, b.path) || byText(a.code, b.code))
}
